// Comparing and taking away: baseline, what-if, key spread, copy dialog, and the whole result.

import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FlowQuery, Measure } from '../../ui/analysis/types.ts';
import '../../ui/components/baseline-panel/baseline-panel.ts';
import type { NicBaselinePanel } from '../../ui/components/baseline-panel/baseline-panel.ts';
import '../../ui/components/capture-results/capture-results.ts';
import type { CaptureView, NicCaptureResults } from '../../ui/components/capture-results/capture-results.ts';
import '../../ui/components/copy-dialog/copy-dialog.ts';
import type { NicCopyDialog } from '../../ui/components/copy-dialog/copy-dialog.ts';
import '../../ui/components/key-spread/key-spread.ts';
import type { NicKeySpread } from '../../ui/components/key-spread/key-spread.ts';
import '../../ui/components/what-if-list/what-if-list.ts';
import type { NicWhatIfList } from '../../ui/components/what-if-list/what-if-list.ts';
import { rssDefaults, type RssSettings } from '../../ui/features/rss.ts';
import { eightQueues, evaluationOf, heard, keys, staged, textOf, variants, viewOf } from './fakes.ts';

const button = (element: Element, label: string) =>
  [...element.shadowRoot!.querySelectorAll('button')].find((candidate) => textOf(candidate) === label)!;
const rows = (element: Element) => [...element.shadowRoot!.querySelectorAll('tbody tr')].map(textOf);

describe('nic-baseline-panel', () => {
  const panel = (pinned: RssSettings | null, settings = eightQueues) =>
    staged<NicBaselinePanel>(html`<nic-baseline-panel .settings=${settings} .pinned=${pinned}></nic-baseline-panel>`);

  it('without a baseline offers to pin', async () => {
    const element = await panel(null);
    await expect(element).to.be.accessible();
    await heard(element, 'nic-pin', () => button(element, 'Pin as baseline').click());
  });

  it('with one lists what differs, and goes back to it', async () => {
    const element = await panel(rssDefaults);
    await expect(element).to.be.accessible();
    expect(rows(element).sort()).to.deep.equal(['Maximum RSS processors 4 8', 'Receive queues 4 8']);
    const { settings } = await heard<{ settings: RssSettings }>(element, 'nic-settings-change', () =>
      button(element, 'Back to baseline').click(),
    );
    expect(settings).to.equal(rssDefaults);
    await heard(element, 'nic-unpin', () => button(element, 'Unpin').click());
  });

  it('at the baseline has nothing to go back to', async () =>
    expect(button(await panel(eightQueues), 'Back to baseline').disabled).to.equal(true));
});

describe('nic-what-if-list', () => {
  it('is accessible, tells better from worse, and applies a variant', async () => {
    const element = await staged<NicWhatIfList>(html`<nic-what-if-list .variants=${variants} .share=${0.47}></nic-what-if-list>`);
    await expect(element).to.be.accessible();
    expect(rows(element)).to.deep.equal(['A table made for this traffic 40.0 % −7.0 pt Apply', '8 queues 49.0 % +2.0 pt Apply']);
    const { settings } = await heard<{ settings: RssSettings }>(element, 'nic-settings-change', () =>
      element.shadowRoot!.querySelectorAll('button')[1]!.click(),
    );
    expect(settings).to.equal(eightQueues);
  });

  it('while the first answers are on their way says so', async () => {
    const element = await staged<NicWhatIfList>(html`<nic-what-if-list busy></nic-what-if-list>`);
    expect(textOf(element.shadowRoot!.querySelector('p'))).to.equal('Working it out');
  });
});

describe('nic-key-spread', () => {
  it('is accessible, counts the better keys and takes the best', async () => {
    const element = await staged<NicKeySpread>(html`<nic-key-spread .spread=${keys} .share=${0.47}></nic-key-spread>`);
    await expect(element).to.be.accessible();
    expect(textOf(element.shadowRoot!.querySelector('p'))).to.equal('48 of 64 random keys would do better for these flows.');
    const { key } = await heard<{ key: string }>(element, 'nic-key-change', () => element.shadowRoot!.querySelector('button')!.click());
    expect(key).to.equal('ab'.repeat(40));
  });
});

describe('nic-copy-dialog', () => {
  const texts = [
    { id: 'windows', title: 'Windows Server 2008', note: 'Restart needed.', text: 'netsh int tcp set global rss=enabled' },
    { id: 'ethtool', title: 'Linux ethtool', note: '', text: 'ethtool -X eth0 equal 4' },
  ];

  it('opened is accessible, copies a text, and closes on Escape', async () => {
    const written: string[] = [];
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void written.push(text);
    try {
      const element = await staged<NicCopyDialog>(html`<nic-copy-dialog .texts=${texts}></nic-copy-dialog>`);
      element.show();
      await expect(element).to.be.accessible();
      const copy = element.shadowRoot!.querySelector<HTMLButtonElement>('[aria-label="Copy: Linux ethtool"]')!;
      copy.click();
      await Promise.resolve();
      await element.updateComplete;
      expect(written).to.deep.equal(['ethtool -X eth0 equal 4']);
      expect(textOf(copy)).to.equal('Copied');
      await sendKeys({ press: 'Escape' });
      expect(element.shadowRoot!.querySelector('dialog')!.open).to.equal(false);
    } finally {
      navigator.clipboard.writeText = writeText;
    }
  });
});

describe('nic-capture-results', () => {
  const results = (change: Partial<CaptureView> = {}) =>
    staged<NicCaptureResults>(html`<nic-capture-results .view=${viewOf(change)}></nic-capture-results>`);
  const bar = (element: NicCaptureResults, at: number) =>
    element.shadowRoot!.querySelectorAll('nic-load-bars')[1]!.shadowRoot!.querySelectorAll('button')[at]!;

  it('with a baseline is accessible', async () =>
    expect(await results({ pinned: rssDefaults, baseline: evaluationOf() })).to.be.accessible());

  it('on a bar asks for the flows behind it; on the selected one for all', async () => {
    const element = await results();
    const first = await heard<{ query: FlowQuery }>(element, 'nic-flow-query', () => bar(element, 2).click());
    expect(first.query.filter).to.deep.equal({ kind: 'queue', queue: 2 });
    element.view = viewOf({ flowQuery: first.query });
    await element.updateComplete;
    const second = await heard<{ query: FlowQuery }>(element, 'nic-flow-query', () => bar(element, 2).click());
    expect(second.query.filter).to.deep.equal({ kind: 'ingress' });
  });

  it('leads from the loads to the flows without a hash', async () => {
    const element = await results();
    const { query } = await heard<{ query: FlowQuery }>(element, 'nic-flow-query', () => button(element, 'Show these flows').click());
    expect(query.filter).to.deep.equal({ kind: 'not-hashed' });
  });

  it('on Bytes asks for that measure', async () => {
    const element = await results();
    expect(await heard<{ measure: Measure }>(element, 'nic-measure-change', () => button(element, 'Bytes').click())).to.deep.equal({
      measure: 'bytes',
    });
  });

  it('with a setting at fault says that the answer is for the last good one', async () => {
    const element = await results({ settings: { ...rssDefaults, queues: 99 } });
    expect(textOf(element.shadowRoot!.querySelector('nic-message'))).to.equal(
      'A setting is at fault. What stands here answers the last good setting.',
    );
  });
});
