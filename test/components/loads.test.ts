// Loads: bars per processor and queue, heat strip, flow table.

import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FlowQuery } from '../../ui/analysis/types.ts';
import '../../ui/components/flow-table/flow-table.ts';
import type { NicFlowTable } from '../../ui/components/flow-table/flow-table.ts';
import '../../ui/components/heat-strip/heat-strip.ts';
import type { NicHeatStrip } from '../../ui/components/heat-strip/heat-strip.ts';
import { processorBars, queueBars } from '../../ui/components/load-bars/bars-of.ts';
import '../../ui/components/load-bars/load-bars.ts';
import type { NicLoadBars } from '../../ui/components/load-bars/load-bars.ts';
import { evaluationOf, flowPage, flowRow, heard, load, nothing, staged, textOf } from './fakes.ts';

describe('bars of an evaluation', () => {
  it('name every processor of the host, idle ones too', () => {
    const bars = processorBars(evaluationOf(), null);
    expect(bars.map(({ share }) => share)).to.deep.equal([0.47, 0.23, 0.16, 0.14, 0, 0, 0, 0]);
    expect(bars.map(({ queue }) => queue)).to.deep.equal([0, 1, 2, 3, null, null, null, null]);
  });

  it('mark the hottest one, and what came without a hash', () => {
    const [first, second] = queueBars(evaluationOf(), null);
    expect(first).to.include({ hottest: true, notHashedShare: 0.05 });
    expect(second).to.include({ hottest: false, notHashedShare: 0 });
  });

  it('count a queue that the baseline did not have as nothing there', () => {
    const baseline = evaluationOf({ queues: evaluationOf().queues.slice(0, 2) });
    expect(queueBars(evaluationOf(), baseline).map(({ baselineShare }) => baselineShare)).to.deep.equal([0.47, 0.23, 0, 0]);
  });

  it('of a capture without received packets are all nothing', () => {
    const idle = evaluationOf({ total: nothing, processors: [nothing, nothing], queues: [] });
    expect(processorBars(idle, null).map(({ share, hottest }) => [share, hottest])).to.deep.equal([
      [0, false],
      [0, false],
    ]);
  });
});

describe('nic-load-bars', () => {
  const bars = (count = 8, baseline = false) => {
    const evaluation = evaluationOf({ processors: Array.from({ length: count }, (_, at) => load([4700, 2300, 1600, 1400][at] ?? 0)) });
    return staged<NicLoadBars>(
      html`<nic-load-bars
        label="Load per processor"
        .bars=${processorBars(evaluation, baseline ? evaluationOf() : null)}
        .fairShare=${0.25}
        .selected=${1}
      ></nic-load-bars>`,
    );
  };

  it('of 8 processors is accessible', async () => expect(await bars()).to.be.accessible());
  it('of 64 processors with a baseline is accessible', async () => expect(await bars(64, true)).to.be.accessible());

  it('shows number, percent and difference as text', async () => {
    const { shadowRoot } = await bars(8, true);
    expect(textOf(shadowRoot!.querySelector('li'))).to.equal(
      'Processor 0 queue 0 4,700 packets 47.0 % ±0 pt , 4.70 MB, 1 flow, 500 packets of it without a hash, baseline 47.0 %, hottest',
    );
  });

  it('on a click names the queue of the bar', async () => {
    const element = await bars();
    const detail = await heard(element, 'nic-queue-select', () => element.shadowRoot!.querySelectorAll('button')[2]!.click());
    expect(detail).to.deep.equal({ queue: 2 });
  });

  it('leaves idle processors out of the tab order and says which bar is selected', async () => {
    const { shadowRoot } = await bars();
    expect([...shadowRoot!.querySelectorAll('button')].map((button) => button.ariaPressed)).to.deep.equal([
      'false',
      'true',
      'false',
      'false',
    ]);
  });
});

describe('nic-heat-strip', () => {
  const strip = () =>
    staged<NicHeatStrip>(html`<nic-heat-strip .heat=${evaluationOf().heat} .processors=${[0, 2, 4, 6]}></nic-heat-strip>`);
  const readout = (element: NicHeatStrip) => textOf(element.shadowRoot!.querySelector('output'));
  const canvasOf = (element: NicHeatStrip) => element.shadowRoot!.querySelector('canvas')!;

  it('is accessible, with its table open too', async () => {
    const element = await strip();
    await expect(element).to.be.accessible();
    const details = element.shadowRoot!.querySelector('details')!;
    details.open = true;
    await oneEvent(details, 'toggle');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('tbody tr').length).to.equal(4);
    await expect(element).to.be.accessible();
  });

  it('focused, with arrow keys, gives the exact numbers of a cell', async () => {
    const element = await strip();
    canvasOf(element).focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect(readout(element)).to.equal('Queue 1 (processor 2) at 200 ms: 12 packets, 12.0 kB (120 packets/s, 960 kbit/s)');
  });

  it('at its edges keeps the cursor inside', async () => {
    const element = await strip();
    canvasOf(element).focus();
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowLeft' });
    await element.updateComplete;
    expect(readout(element)).to.match(/^Queue 0 \(processor 0\) at 0 s: 0 packets/);
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect(readout(element)).to.match(/^Queue 0 \(processor 0\) at 900 ms: 9 packets/);
  });

  it('draws the fullest cell darker than the emptiest, in light', async () => {
    document.documentElement.dataset['theme'] = 'light';
    const element = await strip();
    delete document.documentElement.dataset['theme'];
    const canvas = canvasOf(element);
    const context = canvas.getContext('2d')!;
    const at = (x: number, y: number) =>
      [...context.getImageData(Math.round(x * canvas.width), Math.round(y * canvas.height), 1, 1).data.slice(0, 3)].reduce((a, b) => a + b);
    expect(at(0.98, 0.9)).to.be.lessThan(at(0.15, 0.1));
  });

  it('without frames says so', async () => {
    const heat = { ...evaluationOf().heat, bins: 0 };
    const { shadowRoot } = await staged<NicHeatStrip>(html`<nic-heat-strip .heat=${heat}></nic-heat-strip>`);
    expect(textOf(shadowRoot!.querySelector('p'))).to.equal('No frames over time to show.');
  });
});

describe('nic-flow-table', () => {
  const query: FlowQuery = { filter: { kind: 'ingress' }, sort: 'packets', offset: 0, limit: 50 };
  const table = (change: Partial<NicFlowTable> = {}) =>
    staged<NicFlowTable>(
      html`<nic-flow-table
        .page=${change.page ?? flowPage}
        .query=${change.query ?? query}
        .queues=${change.queues ?? 4}
        .total=${{ packets: 10000, bytes: 10000000 }}
        .hashLink=${change.hashLink ?? (() => '#hash')}
      ></nic-flow-table>`,
    );
  const button = (element: NicFlowTable, label: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((candidate) => textOf(candidate).startsWith(label))!;
  const asked = (element: NicFlowTable, label: string) =>
    heard<{ query: FlowQuery }>(element, 'nic-flow-query', () => button(element, label).click());

  it('with flows is accessible', async () => expect(await table()).to.be.accessible());
  it('with a choice of 48 queues is accessible', async () => expect(await table({ queues: 48 })).to.be.accessible());

  it('shows what became of a hashed flow', async () => {
    const cells = [...(await table()).shadowRoot!.querySelectorAll('tbody tr')[0]!.querySelectorAll('td')].map(textOf);
    expect(cells).to.deep.equal([
      '198.51.100.7:50000',
      '192.0.2.10:443',
      'TCP',
      'tcp-ipv4',
      '0x0f0c461c',
      '28',
      '0',
      '0',
      '4,000',
      '4.00 MB',
      '40.0 %',
    ]);
  });

  it('shows no hash and no entry for a flow that is not hashed', async () => {
    const element = await table({ hashLink: () => null });
    const cells = [...element.shadowRoot!.querySelectorAll('tbody tr')[1]!.querySelectorAll('td')].map(textOf);
    expect(cells.slice(3, 7)).to.deep.equal(['none', '–', '–', '0']);
  });

  it('shows no queue for what the server sent', async () => {
    const element = await table({ page: { total: 1, rows: [flowRow({ direction: 2 })] } });
    const cells = [...element.shadowRoot!.querySelectorAll('tbody td')].map(textOf);
    expect([cells[6], cells[7], cells[10]]).to.deep.equal(['–', '–', '–']);
  });

  it('on a chip asks for those flows from the start', async () => {
    const element = await table({ query: { ...query, offset: 50 } });
    expect((await asked(element, 'Queue 2')).query).to.deep.equal({ ...query, filter: { kind: 'queue', queue: 2 }, offset: 0 });
    expect((await asked(element, 'Not hashed')).query.filter).to.deep.equal({ kind: 'not-hashed' });
  });

  it('on a column head asks for that order, on Next for the next page', async () => {
    const element = await table();
    expect((await asked(element, 'Bytes')).query.sort).to.equal('bytes');
    expect((await asked(element, 'Next')).query.offset).to.equal(50);
  });

  it('on its first page cannot go back', async () => expect(button(await table(), 'Previous').disabled).to.equal(true));

  it('without flows says so', async () => {
    const element = await table({ page: { total: 0, rows: [] } });
    expect(textOf(element.shadowRoot!.querySelector('p'))).to.equal('No flows here.');
  });
});
