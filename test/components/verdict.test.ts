// The answer: verdict card, share scale, server line.

import { expect, html } from '@open-wc/testing';
import type { ServerChoice } from '../../ui/analysis/types.ts';
import '../../ui/components/server-line/server-line.ts';
import type { NicServerLine } from '../../ui/components/server-line/server-line.ts';
import '../../ui/components/share-scale/share-scale.ts';
import type { NicShareScale } from '../../ui/components/share-scale/share-scale.ts';
import '../../ui/components/verdict-card/verdict-card.ts';
import type { NicVerdictCard } from '../../ui/components/verdict-card/verdict-card.ts';
import type { RssSettings } from '../../ui/features/rss.ts';
import { evaluationOf, heard, staged, textOf, variants } from './fakes.ts';

describe('nic-verdict-card', () => {
  const card = (change: Partial<NicVerdictCard> = {}) =>
    staged<NicVerdictCard>(
      html`<nic-verdict-card
        .evaluation=${change.evaluation ?? evaluationOf()}
        .baseline=${change.baseline ?? null}
        .variants=${change.variants ?? []}
      ></nic-verdict-card>`,
    );

  it('with a verdict is accessible', async () => expect(await card({ variants })).to.be.accessible());

  it('with a verdict says its sentence and advice', async () => {
    const { shadowRoot } = await card();
    expect(textOf(shadowRoot!.querySelector('.sentence'))).to.equal(
      'Processor 0 takes 47 % of the received packets because one flow is 40 % of them.',
    );
    expect(textOf(shadowRoot!.querySelector('.advice'))).to.equal('Spread this transfer over several connections.');
  });

  it('writes the share as the sum of its parts, a part below zero with a minus', async () => {
    const parts = [...(await card()).shadowRoot!.querySelectorAll('dl > [data-sign]')];
    expect(parts.map((part) => `${part.getAttribute('data-sign')} ${textOf(part.querySelector('dd'))}`.trim())).to.deep.equal([
      '47.0 %',
      '= 25.0 %',
      '+ 0 pt',
      '+ 24.0 pt',
      '− 2.0 pt',
    ]);
  });

  it('with a variant that helps offers the best one, and applies it on a click', async () => {
    const element = await card({ variants });
    const button = element.shadowRoot!.querySelector<HTMLButtonElement>('button.primary')!;
    expect(textOf(button)).to.equal('Apply: A table made for this traffic');
    const { settings } = await heard<{ settings: RssSettings }>(element, 'nic-settings-change', () => button.click());
    expect(settings.tableEntries).to.equal(64);
  });

  it('with variants that do not help offers none', async () => {
    const element = await card({ variants: variants.slice(1) });
    expect(element.shadowRoot!.querySelector('button.primary')).to.equal(null);
  });

  it('without received frames shows no scale', async () => {
    const evaluation = evaluationOf();
    const idle = {
      ...evaluation,
      verdict: { ...evaluation.verdict, cause: 'idle' as const, sentence: 'No frame was received.', advice: [] },
    };
    const { shadowRoot } = await card({ evaluation: idle });
    expect(shadowRoot!.querySelector('nic-share-scale')).to.equal(null);
  });
});

describe('nic-share-scale', () => {
  it('with a baseline is accessible and gives every mark its number', async () => {
    const { verdict } = evaluationOf();
    const element = await staged<NicShareScale>(
      html`<nic-share-scale .verdict=${verdict} .baseline=${{ ...verdict, share: 0.5 }}></nic-share-scale>`,
    );
    await expect(element).to.be.accessible();
    expect([...element.shadowRoot!.querySelectorAll('li')].map(textOf)).to.deep.equal([
      'hottest 47.0 %',
      'fair 25.0 %',
      'table alone 25.0 %',
      'floor 40.0 %',
      'baseline 50.0 % (now −3.0 pt)',
    ]);
  });
});

describe('nic-server-line', () => {
  const line = (choice: ServerChoice = { kind: 'auto' }) =>
    staged<NicServerLine>(html`<nic-server-line .finding=${evaluationOf().server} .choice=${choice}></nic-server-line>`);
  const chosen = async (element: NicServerLine, value: string) => {
    const select = element.shadowRoot!.querySelector('select')!;
    select.value = value;
    return heard<{ server: ServerChoice }>(element, 'nic-server-change', () => select.dispatchEvent(new Event('change')));
  };

  it('with a found server is accessible and says why', async () => {
    const element = await line();
    await expect(element).to.be.accessible();
    expect(textOf(element.shadowRoot!.querySelector('.because'))).to.equal(
      '192.0.2.10 accepts most connections. 10,000 packets (10.0 MB) received; 4,000 sent left out.',
    );
  });

  it('on a candidate asks for its addresses', async () =>
    expect((await chosen(await line(), '1')).server).to.deep.equal({ kind: 'addresses', addresses: ['198.51.100.7'] }));

  it('on every frame asks for all', async () => expect((await chosen(await line(), 'all')).server).to.deep.equal({ kind: 'all' }));

  it('flipped asks for the busiest host that is not the server', async () => {
    const element = await line();
    const { server } = await heard<{ server: ServerChoice }>(element, 'nic-server-change', () =>
      element.shadowRoot!.querySelector('button')!.click(),
    );
    expect(server).to.deep.equal({ kind: 'addresses', addresses: ['198.51.100.7'] });
  });

  it('with several interfaces offers them, and keeps the choice when the host changes', async () => {
    const server = {
      ...evaluationOf().server,
      interfaces: [
        { index: 2, packets: 900 },
        { index: 0, packets: 100 },
      ],
      iface: 2,
    };
    const element = await staged<NicServerLine>(
      html`<nic-server-line .finding=${server} .choice=${{ kind: 'auto', iface: 2 } satisfies ServerChoice}></nic-server-line>`,
    );
    await expect(element).to.be.accessible();
    const [, interfaces] = element.shadowRoot!.querySelectorAll('select');
    expect(Array.from(interfaces!.options, ({ value }) => value)).to.deep.equal(['2', '0', 'every']);
    expect(interfaces!.value).to.equal('2');
    expect((await chosen(element, '1')).server).to.deep.equal({ kind: 'addresses', addresses: ['198.51.100.7'], iface: 2 });
    interfaces!.value = '0';
    const asked = await heard<{ server: ServerChoice }>(element, 'nic-server-change', () => interfaces!.dispatchEvent(new Event('change')));
    expect(asked.server).to.deep.equal({ kind: 'auto', iface: 0 });
  });

  it('with a chosen host shows it as the choice', async () => {
    const { shadowRoot } = await line({ kind: 'addresses', addresses: ['198.51.100.7'] });
    expect(shadowRoot!.querySelector('select')!.value).to.equal('1');
  });
});
