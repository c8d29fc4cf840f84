// Performance Monitor's elements: accessible, show what they were given, tell what is wanted, work with the keyboard.

import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CounterPath } from '../../ui/counters/path.ts';
import { readLog, type CounterLog } from '../../ui/counters/log-read.ts';
import { openLog } from '../../ui/counters/overlay.ts';
import type { CounterSeries } from '../../ui/counters/series.ts';
import type { NicPerfAdd } from '../../ui/components/perf-add/perf-add.ts';
import { axisTimes } from '../../ui/components/perf-lines/axis-text.ts';
import { chartData, isolatedPlaces } from '../../ui/components/perf-lines/chart-data.ts';
import { filePieces } from '../../ui/components/perf-logs/file-text.ts';
import { lineColours, lineInk, patternOf } from '../../ui/components/perf-monitor/line-style.ts';
import '../../ui/components/perf-monitor/perf-monitor.ts';
import type { NicPerfMonitor } from '../../ui/components/perf-monitor/perf-monitor.ts';
import { scaleText, valueText } from '../../ui/components/perf-monitor/value-text.ts';
import { heard, staged, textOf } from './fakes.ts';
import { added, dpc, received, sampled, SECOND } from '../counters/series-scene.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const part = <T extends Element>(monitor: Element, selector: string): T => monitor.shadowRoot!.querySelector<T>(selector)!;
const all = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const button = (element: Element, label: RegExp) => all(element, 'button').find((each) => label.test(textOf(each))) as HTMLButtonElement;

const instances = { 'Processor': ['0', '1', '_Total'], 'Network Interface': ['Ten Gig', 'Ten Gig'], 'TCPv4': [''] };

const three = (): CounterSeries[] => [
  sampled(dpc('0'), [10, 20, 30, 40]),
  sampled(dpc('1'), [1, null, 3, 4], { color: 1 }),
  sampled(received('a'), [50_000, 60_000, 70_000, 80_000], { color: 2 }),
];

async function monitor(series: readonly CounterSeries[], change: Partial<NicPerfMonitor> = {}): Promise<NicPerfMonitor> {
  const element = await staged<NicPerfMonitor>(
    html`<nic-perf-monitor .computer=${'SRV1'} .instances=${instances} .series=${series} .windowPs=${100 * SECOND}></nic-perf-monitor>`,
  );
  Object.assign(element, change);
  await element.updateComplete;
  return element;
}

async function drawn(element: NicPerfMonitor) {
  const lines = part<HTMLElement & { updateComplete: Promise<boolean> }>(element, 'nic-perf-lines');
  await waitUntil(() => lines.shadowRoot!.querySelector('canvas') !== null, 'the chart is drawn', { timeout: 10_000 });
  await lines.updateComplete;
  return lines;
}

const rowsOf = (element: NicPerfMonitor) =>
  all(part(element, 'nic-perf-legend'), 'tbody tr').map((row) => [...row.children].slice(3).map((cell) => plain(textOf(cell))));

async function logged(): Promise<CounterLog> {
  const rows = [1, 2, 3].map((value) => `"09/22/2026 01:00:0${value}.000","${value}"," "\r\n`);
  const log = await readLog('log', 'server.csv', ['"(PDH-CSV 4.0)","\\\\BERLIN\\Processor(0)\\% DPC Time","a comment"\r\n', ...rows]);
  if ('fault' in log) throw new Error(log.fault);
  return log;
}

describe('nic-perf-monitor', () => {
  it('is accessible: empty, without samples, with one, and in each view', async () => {
    await expect(await monitor([])).to.be.accessible();
    await expect(await monitor(added([], dpc('0')))).to.be.accessible();
    await expect(await monitor([sampled(dpc('0'), [1])], { paused: true, fault: 'x.csv has no samples.' })).to.be.accessible();
    for (const view of ['line', 'histogram', 'report'] as const) {
      const element = await monitor(three(), { view });
      if (view === 'line') await drawn(element);
      await expect(element, view).to.be.accessible();
    }
  });

  it('says what to do when it is empty, and waits for samples', async () => {
    expect(textOf(part(await monitor([]), '.empty'))).to.match(/^No counters are shown\. Add counters/);
    const waiting = await monitor(added([], dpc('0')));
    expect(textOf(part(waiting, '.empty'))).to.match(/^No samples yet/);
    expect(rowsOf(waiting)[0]).to.deep.equal(['% DPC Time', '0', 'Processor', '\\\\SRV1', '–', '–', '–', '–', '–', '×']);
  });

  it('shows names, statistics and the scale that fits', async () => {
    const element = await monitor(three());
    expect(rowsOf(element)).to.deep.equal([
      ['% DPC Time', '0', 'Processor', '\\\\SRV1', '40.000', '25.000', '10.000', '40.000', '3 s', '×'],
      ['% DPC Time', '1', 'Processor', '\\\\SRV1', '4.000', '2.667', '1.000', '4.000', '3 s', '×'],
      ['Bytes Received/sec', 'a', 'Network Interface', '\\\\SRV1', '80,000.000', '65,000.000', '50,000.000', '80,000.000', '3 s', '×'],
    ]);
    expect(all(part(element, 'nic-perf-legend'), '.scale').map((cell) => textOf(cell).split(' ')[0])).to.deep.equal(['1', '1', '0.001']);
  });

  it('sorts by any heading, and keeps rows in place while values change', async () => {
    const element = await monitor(three());
    const legend = part<HTMLElement & { updateComplete: Promise<boolean> }>(element, 'nic-perf-legend');
    const firsts = () => rowsOf(element).map(([counter, instance]) => `${counter} ${instance}`);
    button(legend, /^Last/).click();
    await legend.updateComplete;
    expect(firsts()[0]).to.equal('Bytes Received/sec a');
    button(legend, /^Last/).click();
    await legend.updateComplete;
    expect(firsts()).to.deep.equal(['% DPC Time 1', '% DPC Time 0', 'Bytes Received/sec a']);
    expect(textOf(legend.shadowRoot!.querySelector('[aria-sort=ascending]'))).to.match(/^Last/);
    const changed = three();
    element.series = [changed[0]!, sampled(dpc('1'), [99], { color: 1 }), changed[2]!];
    await element.updateComplete;
    await legend.updateComplete;
    expect(firsts()[0]).to.equal('% DPC Time 1');
  });

  it('tells what is wanted', async () => {
    const element = await monitor(three(), { logging: false });
    const bar = part(element, 'nic-perf-bar');
    const legend = part(element, 'nic-perf-legend');
    const click = (target: Element, label: RegExp) => () => button(target, label).click();
    expect(await heard(element, 'nic-view-change', click(bar, /^Report/))).to.deep.equal({ view: 'report' });
    expect(await heard(element, 'nic-pause-change', click(bar, /^Pause/))).to.deep.equal({ paused: true });
    await heard(element, 'nic-log-start', click(bar, /^Start log/));
    await heard(element, 'nic-save-csv', click(bar, /^Save CSV/));
    const select = all(legend, 'select')[2] as HTMLSelectElement;
    select.value = '-4';
    expect(await heard(element, 'nic-scale-change', () => select.dispatchEvent(new Event('change')))).to.deep.equal({
      ids: [received('a')],
      scale: 0.0001,
    });
    expect(await heard(element, 'nic-counters-show', () => all(legend, 'input')[0]!.click())).to.deep.equal({
      ids: [dpc('0')],
      hidden: true,
    });
    all(legend, '.row-button')[1]!.click();
    await element.updateComplete;
    await part<NicPerfMonitor>(element, 'nic-perf-bar').updateComplete;
    expect(await heard(element, 'nic-counters-remove', click(bar, /^Remove/))).to.deep.equal({ ids: [dpc('1')] });
    element.logging = true;
    await element.updateComplete;
    await part<NicPerfMonitor>(element, 'nic-perf-bar').updateComplete;
    await heard(element, 'nic-log-stop', click(bar, /^Stop log/));
  });

  it('keeps the number of samples shown when the interval changes', async () => {
    const element = await monitor(three());
    const [interval] = all(part(element, 'nic-perf-bar'), 'select') as HTMLSelectElement[];
    interval!.value = String(SECOND / 100);
    expect(await heard(element, 'nic-sampling-change', () => interval!.dispatchEvent(new Event('change')))).to.deep.equal({
      intervalPs: SECOND / 100,
      windowPs: SECOND,
    });
  });

  it('hands a chosen file on', async () => {
    const element = await monitor([]);
    const input = all(part(element, 'nic-perf-bar'), 'input')[0] as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'server.csv'));
    input.files = files.files;
    const detail = await heard<{ file: File }>(element, 'nic-import-csv', () => input.dispatchEvent(new Event('change')));
    expect(detail.file.name).to.equal('server.csv');
  });

  it('removes with Delete, and the focus goes to the row that is there then', async () => {
    const series = three();
    const element = await monitor(series);
    const legend = part<NicPerfMonitor>(element, 'nic-perf-legend');
    all(legend, '.row-button')[1]!.focus();
    const removed = heard<{ ids: string[] }>(element, 'nic-counters-remove', () => undefined);
    await sendKeys({ press: 'Delete' });
    expect((await removed).ids).to.deep.equal([dpc('1')]);
    element.series = [series[0]!, series[2]!];
    await element.updateComplete;
    await legend.updateComplete;
    expect(textOf(legend.shadowRoot!.activeElement)).to.equal('Bytes Received/sec');
  });

  it('shows the last values as bars, scaled, and as text by instance', async () => {
    const element = await monitor(three(), { view: 'histogram' });
    const bars = all(part(element, 'nic-perf-histogram'), '.bar').map((bar) => bar.style.height);
    expect(bars).to.deep.equal(['40%', '4%', '80%']);
    element.view = 'report';
    await element.updateComplete;
    await part<NicPerfMonitor>(element, 'nic-perf-report').updateComplete;
    const tables = all(part(element, 'nic-perf-report'), 'table').map((table) =>
      [...table.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => textOf(cell))),
    );
    expect(tables[0]).to.deep.equal([
      ['Counter', '0', '1', 'Unit'],
      ['% DPC Time', '40.000', '4.000', '%'],
    ]);
  });
});

describe('the lines of nic-perf-monitor', () => {
  it('have a cursor that the keyboard moves from sample to sample, with the values of all', async () => {
    const element = await monitor(three());
    const lines = await drawn(element);
    (lines.shadowRoot!.querySelector('.field') as HTMLElement).focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowLeft' });
    await element.updateComplete;
    await lines.updateComplete;
    expect(plain(textOf(lines.shadowRoot!.querySelector('output')))).to.equal('At 2 s: % DPC Time, Processor 0: 20.000 %');
    expect(rowsOf(element).map((cells) => cells[4])).to.deep.equal(['20.000', '–', '60,000.000']);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await element.updateComplete;
    await lines.updateComplete;
    expect(plain(textOf(lines.shadowRoot!.querySelector('output')))).to.equal('At 2 s: % DPC Time, Processor 1: no value');
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(rowsOf(element)[0]).to.have.length(10);
  });

  it('are highlighted by Ctrl+H, by a button too', async () => {
    const element = await monitor(three());
    const lines = await drawn(element);
    const isOn = () => (lines as unknown as { highlight: boolean }).highlight;
    all(part(element, 'nic-perf-legend'), '.row-button')[0]!.focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'h' });
    await sendKeys({ up: 'Control' });
    await element.updateComplete;
    expect(isOn()).to.equal(true);
    button(part(element, 'nic-perf-bar'), /^Highlight/).click();
    await element.updateComplete;
    expect(isOn()).to.equal(false);
  });

  it('are drawn where there is one sample, are many, and are narrow', async () => {
    const one = await drawn(await monitor([sampled(dpc('0'), [50])]));
    const canvas = one.shadowRoot!.querySelector('canvas')!;
    await waitUntil(
      () => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        for (let at = 0; at < data.length; at += 4) if (data[at] === 0x1f && data[at + 1] === 0x5f && data[at + 2] === 0xbf) return true;
        return false;
      },
      'a point in the first colour',
      { timeout: 10_000 },
    );
    const many = Array.from({ length: 200 }, (_, index) => sampled(dpc(String(index)), [index / 2, index / 3], { color: index }));
    const element = await monitor(many);
    element.style.inlineSize = '18rem';
    const lines = await drawn(element);
    await waitUntil(() => lines.shadowRoot!.querySelector('canvas')!.clientWidth < 290, 'the chart follows its box', { timeout: 10_000 });
    expect(rowsOf(element)).to.have.length(200);
    const { parentElement } = element;
    element.remove();
    expect(lines.shadowRoot!.querySelector('canvas')).to.equal(null);
    parentElement!.append(element);
    await drawn(element);
  });
});

describe('nic-perf-logs', () => {
  it('is accessible, lists what was not matched, moves and closes', async () => {
    const { series, log } = openLog(three(), await logged());
    const element = await monitor(series, { logs: [log] });
    await drawn(element);
    const logs = part<NicPerfMonitor>(element, 'nic-perf-logs');
    for (const details of all(logs, 'details')) details.setAttribute('open', '');
    await expect(element).to.be.accessible();
    expect(plain(textOf(logs.shadowRoot!.querySelector('section')))).to.contain(
      '1 column not matched a comment: It is not a counter path.',
    );
    expect(rowsOf(element)[3]!.slice(0, 4)).to.deep.equal(['% DPC Time', '0', 'Processor', '\\\\BERLIN (imported)']);
    const begin = all(logs, 'input[type=number]')[0] as HTMLInputElement;
    begin.value = '2.5';
    expect(await heard(element, 'nic-overlay-place', () => begin.dispatchEvent(new Event('change')))).to.deep.equal({
      id: 'log',
      beginPs: 2.5 * SECOND,
    });
    expect(await heard(element, 'nic-overlay-columns', () => all(logs, 'input[type=checkbox]')[0]!.click())).to.deep.equal({
      id: 'log',
      columns: [],
    });
    expect(await heard(element, 'nic-overlay-close', () => button(logs, /^Close/).click())).to.deep.equal({ id: 'log' });
  });

  it('reads files of the encodings that servers write', async () => {
    const text = '"(PDH-CSV 4.0)","\\\\SRV\\Netz(Ü)\\x"\r\n';
    const utf16 = new Uint16Array([0xfeff, ...[...text].map((character) => character.charCodeAt(0))]);
    const western = Uint8Array.from(text, (character) => character.charCodeAt(0));
    for (const bytes of [new TextEncoder().encode(text), utf16, western]) {
      let read = '';
      for await (const piece of filePieces(new Blob([bytes]))) read += piece;
      expect(read).to.equal(text);
    }
  });
});

describe('nic-perf-add', () => {
  async function dialog(series: readonly CounterSeries[] = []): Promise<NicPerfAdd> {
    const element = await monitor(series);
    element.addCounters();
    const add = part<NicPerfAdd>(element, 'nic-perf-add');
    await add.updateComplete;
    return add;
  }
  const check = (add: NicPerfAdd, label: RegExp) =>
    all(add, 'label')
      .find((each) => label.test(textOf(each)))!
      .querySelector('input')!
      .click();
  const listed = (add: NicPerfAdd) => all(add, '.short li .mono').map(textOf);

  async function typePath(add: NicPerfAdd, text: string) {
    const input = all(add, '#path')[0] as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new Event('input'));
    add.shadowRoot!.querySelector('form')!.requestSubmit();
    await add.updateComplete;
  }

  it('is accessible and labels what is assumed', async () => {
    const add = await dialog();
    await expect(add).to.be.accessible();
    const objects = all(add, '#objects')[0] as HTMLSelectElement;
    objects.value = 'Per Processor Network Interface Card Activity';
    objects.dispatchEvent(new Event('change'));
    await add.updateComplete;
    const hints = all(add, 'nic-hint') as (HTMLElement & { label: string })[];
    const hint = hints.find(({ label }) => label === 'Tcp Offload Receive bytes/sec')!;
    expect(textOf(hint.shadowRoot!.querySelector('button'))).to.equal('assumed');
    await expect(add).to.be.accessible();
  });

  it('adds counters for instances, many at once', async () => {
    const add = await dialog();
    check(add, /^% DPC Time/);
    check(add, /^% Interrupt Time/);
    check(add, /^<All instances>/);
    await add.updateComplete;
    button(add, /^Add the chosen/).click();
    await add.updateComplete;
    expect(listed(add)).to.have.length(6);
    const { paths } = await heard<{ paths: CounterPath[] }>(add, 'nic-counters-add', () => button(add, /^Add 6/).click());
    expect(paths[1]).to.deep.equal({ computer: 'SRV1', object: 'Processor', instance: '0', index: 0, counter: '% Interrupt Time' });
    expect(add.shadowRoot!.querySelector('dialog')!.open).to.equal(false);
  });

  it('takes what a search leaves, and tells instances of the same name apart', async () => {
    const add = await dialog();
    const objects = all(add, '#objects')[0] as HTMLSelectElement;
    objects.value = 'Network Interface';
    objects.dispatchEvent(new Event('change'));
    await add.updateComplete;
    check(add, /^Bytes Sent/);
    const search = all(add, '[type=search]')[0] as HTMLInputElement;
    search.value = '#1';
    search.dispatchEvent(new Event('input'));
    await add.updateComplete;
    button(add, /^Add the chosen/).click();
    await add.updateComplete;
    expect(listed(add)).to.deep.equal(['\\\\SRV1\\Network Interface(Ten Gig#1)\\Bytes Sent/sec']);
  });

  it('says what is missing, and what is wrong with a path', async () => {
    const add = await dialog();
    button(add, /^Add the chosen/).click();
    await add.updateComplete;
    expect(textOf(add.shadowRoot!.querySelector('[role=alert]'))).to.equal('Choose at least one counter of Processor.');
    const table: [text: string, fault: RegExp][] = [
      ['Processor', /begins with a backslash/],
      ['\\Processor(0\\% DPC Time', /closing parenthesis of the instance is missing/],
      ['\\Procesor(0)\\% DPC Time', /^There is no object “Procesor” on SRV1\.$/],
      ['\\Processor(9)\\% DPC Time', /has no instance “9”/],
      ['\\\\OTHER\\Processor(0)\\% DPC Time', /OTHER is not SRV1/],
    ];
    for (const [text, fault] of table) {
      await typePath(add, text);
      expect(textOf(add.shadowRoot!.querySelector('#path-fault')), text).to.match(fault);
      expect((all(add, '#path')[0] as HTMLInputElement).value).to.equal(text);
    }
  });

  it('takes a path with wildcards, and leaves out what is shown', async () => {
    const add = await dialog(added([], dpc('0')));
    await typePath(add, '\\processor(*)\\% dpc*');
    expect(listed(add)).to.deep.equal([dpc('1'), dpc('_Total')]);
    expect(plain(textOf(add.shadowRoot!.querySelector('[role=status]')))).to.equal('1 counter left out: shown or in the list already.');
  });
});

describe('the look of lines', () => {
  const luminance = (hex: string) =>
    [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((byte) => (byte <= 0.04045 ? byte / 12.92 : ((byte + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index]!, 0);

  it('stands out 3:1 from the surface in both themes', () => {
    expect(lineColours.length).to.be.at.least(12);
    for (const { light, dark } of lineColours) {
      expect(1.05 / (luminance(light) + 0.05), light).to.be.at.least(3);
      expect((luminance(dark) + 0.05) / (luminance('#1a1e25') + 0.05), dark).to.be.at.least(3);
    }
  });

  it('differs in colour or pattern for sixty series; imported lines have a pattern of their own', () => {
    const look = (color: number, source: 'emulated' | 'imported') =>
      `${lineInk({ color, source }, false)} ${patternOf({ color, source }).dash.join()}`;
    const own = Array.from({ length: 60 }, (_, color) => look(color, 'emulated'));
    expect(new Set(own).size).to.equal(60);
    expect(own).not.to.include(look(0, 'imported'));
    expect(patternOf({ color: 3, source: 'emulated' })).not.to.equal(patternOf({ color: 4, source: 'emulated' }));
  });

  it('keeps gaps, lets series skip times that are not theirs, and shows lone values', () => {
    const window = { fromPs: 0, toPs: 10 * SECOND };
    const series = [sampled(dpc('0'), [1, null, 3]), sampled(dpc('1'), [7], { shiftPs: SECOND / 2 })];
    const { seconds, columns } = chartData(series, window, new Map([[dpc('0'), 10]]));
    expect(seconds).to.deep.equal([1, 1.5, 2, 3]);
    expect(columns).to.deep.equal([
      [10, undefined, null, 30],
      [undefined, 7, undefined, undefined],
    ]);
    expect(columns.map(isolatedPlaces)).to.deep.equal([[0, 3], [1]]);
    expect(isolatedPlaces([1, undefined, 2, null, 3, null, 4, 5])).to.deep.equal([4]);
  });

  it('writes numbers, scales and times as they are read', () => {
    expect([0, -0.0001, 1234.5, 1e6, -2e7, null].map(valueText)).to.deep.equal([
      '0.000',
      '0.000',
      '1,234.500',
      '1,000,000',
      '−20,000,000',
      '–',
    ]);
    expect([1e-7, 0.1, 1, 1000].map(scaleText)).to.deep.equal(['0.0000001', '0.1', '1', '1000']);
    expect(axisTimes([0, 0.5, 1], 0.5).map(plain)).to.deep.equal(['0.0 s', '0.5 s', '1.0 s']);
    expect(axisTimes([-0.002, 0, 0.004], 0.002).map(plain)).to.deep.equal(['−2 ms', '0 ms', '4 ms']);
    expect(axisTimes([3600, 7200], 3600)).to.deep.equal(['01:00:00', '02:00:00']);
  });
});
