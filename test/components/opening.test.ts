// Opening a capture: target, overlay, samples, progress, messages, and what is said about the file.

import { expect, html } from '@open-wc/testing';
import type { Sample } from '../../ui/components/sample-list/sample-list.ts';
import '../../ui/components/capture-summary/capture-summary.ts';
import type { NicCaptureSummary } from '../../ui/components/capture-summary/capture-summary.ts';
import '../../ui/components/drop-overlay/drop-overlay.ts';
import type { NicDropOverlay } from '../../ui/components/drop-overlay/drop-overlay.ts';
import '../../ui/components/drop-zone/drop-zone.ts';
import type { NicDropZone } from '../../ui/components/drop-zone/drop-zone.ts';
import '../../ui/components/message/message.ts';
import type { NicMessage } from '../../ui/components/message/message.ts';
import '../../ui/components/open-progress/open-progress.ts';
import type { NicOpenProgress } from '../../ui/components/open-progress/open-progress.ts';
import '../../ui/components/remark-list/remark-list.ts';
import type { NicRemarkList } from '../../ui/components/remark-list/remark-list.ts';
import '../../ui/components/sample-list/sample-list.ts';
import type { NicSampleList } from '../../ui/components/sample-list/sample-list.ts';
import { heard, report, staged, textOf } from './fakes.ts';

const capture = new File(['x'], 'web.pcap');

function withFile(): DataTransfer {
  const data = new DataTransfer();
  data.items.add(capture);
  return data;
}

describe('nic-drop-zone', () => {
  const zone = () => staged<NicDropZone>(html`<nic-drop-zone>Drop a capture</nic-drop-zone>`);

  it('is accessible', async () => expect(await zone()).to.be.accessible());

  it('with a chosen file hands it on', async () => {
    const element = await zone();
    const input = element.shadowRoot!.querySelector('input')!;
    input.files = withFile().files;
    const { file } = await heard<{ file: File }>(element, 'nic-file', () => input.dispatchEvent(new Event('change')));
    expect(file.name).to.equal('web.pcap');
  });
});

describe('nic-drop-overlay', () => {
  const overlay = () => staged<NicDropOverlay>(html`<nic-drop-overlay></nic-drop-overlay>`);
  const shown = async (element: NicDropOverlay) => {
    await element.updateComplete;
    return !element.shadowRoot!.querySelector('div')!.hidden;
  };
  const drag = (type: string, data: DataTransfer) => window.dispatchEvent(new DragEvent(type, { dataTransfer: data, cancelable: true }));

  it('shows while a file is over the page, elements crossed on the way or not', async () => {
    const element = await overlay();
    drag('dragenter', withFile());
    drag('dragenter', withFile());
    drag('dragleave', withFile());
    expect(await shown(element)).to.equal(true);
    drag('dragleave', withFile());
    expect(await shown(element)).to.equal(false);
  });

  it('does not show for dragged text', async () => {
    const element = await overlay();
    const text = new DataTransfer();
    text.setData('text/plain', 'x');
    drag('dragenter', text);
    expect(await shown(element)).to.equal(false);
  });

  it('on a drop hands the file on and hides', async () => {
    const element = await overlay();
    drag('dragenter', withFile());
    const { file } = await heard<{ file: File }>(element, 'nic-file', () => drag('drop', withFile()));
    expect(file.name).to.equal('web.pcap');
    expect(await shown(element)).to.equal(false);
  });

  it('hands on a pasted file', async () => {
    const element = await overlay();
    const { file } = await heard<{ file: File }>(element, 'nic-file', () =>
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: withFile(), cancelable: true })),
    );
    expect(file.name).to.equal('web.pcap');
  });

  it('taken off the page hears nothing more', async () => {
    const element = await overlay();
    element.remove();
    let fired = false;
    element.addEventListener('nic-file', () => (fired = true));
    drag('drop', withFile());
    expect(fired).to.equal(false);
  });
});

describe('nic-sample-list', () => {
  it('is accessible and hands on the sample that was chosen', async () => {
    const samples: Sample[] = [
      { file: 'a.pcap', title: 'One elephant', shows: 'One flow outweighs all others.' },
      { file: 'b.pcap', title: 'Fragments', shows: 'Ports are not there to be hashed.' },
    ];
    const element = await staged<NicSampleList>(html`<nic-sample-list .samples=${samples}></nic-sample-list>`);
    await expect(element).to.be.accessible();
    const { sample } = await heard<{ sample: Sample }>(element, 'nic-sample', () =>
      element.shadowRoot!.querySelectorAll('button')[1]!.click(),
    );
    expect(sample.file).to.equal('b.pcap');
  });
});

describe('nic-open-progress', () => {
  const box = (totalBytes: number | null) =>
    staged<NicOpenProgress>(
      html`<nic-open-progress
        name="web.pcap"
        .progress=${{ bytes: 5e8, totalBytes, frames: 123456, flows: 78, bytesPerSecond: 1.2e9 }}
      ></nic-open-progress>`,
    );

  it('of a known size is accessible and shows part, bytes, rate, frames and flows', async () => {
    const element = await box(2e9);
    await expect(element).to.be.accessible();
    expect(textOf(element.shadowRoot!.querySelector('.numbers'))).to.equal(
      '25.0 % · 500 MB of 2.00 GB · 1.20 GB/s · 123,456 frames · 78 flows',
    );
    expect(element.shadowRoot!.querySelector('progress')!.value).to.equal(0.25);
  });

  it('of an unknown size shows no part', async () => {
    const element = await box(null);
    expect(textOf(element.shadowRoot!.querySelector('.numbers'))).to.equal('500 MB · 1.20 GB/s · 123,456 frames · 78 flows');
    expect(element.shadowRoot!.querySelector('progress')!.matches(':indeterminate')).to.equal(true);
  });

  it('on Cancel says so', async () => {
    const element = await box(null);
    await heard(element, 'nic-cancel', () => element.shadowRoot!.querySelector('button')!.click());
  });
});

describe('nic-message', () => {
  for (const [severity, role, word] of [
    ['info', 'status', ''],
    ['warning', 'status', 'Warning:'],
    ['error', 'alert', 'Error:'],
  ] as const)
    it(`of severity ${severity} is a ${role}, accessible, in words too`, async () => {
      const element = await staged<NicMessage>(html`<nic-message severity=${severity} closable>Something happened.</nic-message>`);
      await expect(element).to.be.accessible();
      expect(element.shadowRoot!.querySelector(`[role=${role}]`)).to.not.equal(null);
      expect(textOf(element.shadowRoot!.querySelector('.word'))).to.equal(word);
      await heard(element, 'nic-close', () => element.shadowRoot!.querySelector('button')!.click());
    });
});

describe('nic-capture-summary', () => {
  it('is accessible and gives frames, flows, span and mean rate', async () => {
    const element = await staged<NicCaptureSummary>(html`<nic-capture-summary .report=${report}></nic-capture-summary>`);
    await expect(element).to.be.accessible();
    expect([...element.shadowRoot!.querySelectorAll('[part=base] > span:not(.end)')].map(textOf)).to.deep.equal([
      'web.pcapng',
      'pcapng, 12.3 MB',
      '14,000 frames',
      '92 flows',
      '1 s',
      '100 Mbit/s',
    ]);
  });

  it('of a capture whose frames share one time gives no rate', async () => {
    const still = { ...report, lastTsNs: report.firstTsNs };
    const element = await staged<NicCaptureSummary>(html`<nic-capture-summary .report=${still}></nic-capture-summary>`);
    expect(textOf(element.shadowRoot!.querySelector('[part=base]'))).to.not.match(/bit\/s/);
  });
});

describe('nic-remark-list', () => {
  it('is accessible and puts the worst first', async () => {
    const element = await staged<NicRemarkList>(html`<nic-remark-list .remarks=${report.remarks}></nic-remark-list>`);
    await expect(element).to.be.accessible();
    expect([...element.shadowRoot!.querySelectorAll('li')].map(textOf)).to.deep.equal([
      'Warning: Time runs backwards at frame 7.',
      'Note: 12 frames were cut.',
    ]);
  });
});
