// What the Lab page computes and how it words it, without any element.

import { expect } from '@open-wc/testing';
import { connectionRows, sortRows, connectionColumns } from '../../ui/components/lab-connections/columns.ts';
import { countedText } from '../../ui/components/lab-ledger/lab-ledger.ts';
import { LoadHistory } from '../../ui/components/lab-load/history.ts';
import { describeItem, itemName, itemValue } from '../../ui/components/lab-topology/item-text.ts';
import { speedStopOf, speedStops, speedText } from '../../ui/components/lab-transport/speed.ts';
import { loadClasses } from '../../ui/components/lab-view/classes.ts';
import { pathUse, perSecond, processorLoad, type LabMoment } from '../../ui/components/lab-view/moment.ts';
import { formatExactPs, formatPs } from '../../ui/components/lab-view/time-text.ts';
import { CostClass } from '../../ui/abi/abi.gen.ts';
import { LabFrame } from '../../ui/scenario/lab-frame.ts';
import { draft, layoutOf, MS } from './lab-scene.ts';

const layout = layoutOf(draft());
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Two frames, a millisecond apart, and what `change` writes into the later one. */
function moment(change: (frame: LabFrame) => void): LabMoment {
  const [before, frame] = [new LabFrame(layout), new LabFrame(layout)];
  before.set('head', 0, 'timePs', 5 * MS);
  frame.set('head', 0, 'timePs', 6 * MS);
  for (const each of [before, frame]) for (let row = 0; row < layout.connectionRows; row += 1) each.set('connection', row, 'id', -1);
  change(frame);
  return { layout, frame, before };
}

describe('a moment of the Lab page', () => {
  it('has the rates of what grew between its frames', () => {
    const at = moment((frame) => frame.set('nic', 0, 'arrivedFrames', 80));
    expect(perSecond(at, 'nic', 0, 'arrivedFrames')).to.equal(80_000);
  });

  it('without an earlier frame has no rates', () => {
    const at = { ...moment(() => undefined), before: null };
    expect(perSecond(at, 'nic', 0, 'arrivedFrames')).to.equal(null);
    expect(pathUse(at, 0)).to.equal(null);
    expect(processorLoad(at, 0, new Float64Array(loadClasses.length))).to.equal(null);
    expect(itemValue(at, { kind: 'processor', index: 0 })).to.equal('–');
  });

  it('takes the use of a cable from its bytes: 625 kB in 1 ms are half of 10 Gb/s', () => {
    const at = moment((frame) => frame.set('path', 0, 'bytes', 625_000));
    expect(pathUse(at, 0)).to.deep.equal({ bitsPerSecond: 5e9, share: 0.5 });
    expect(itemValue(at, { kind: 'cable', index: 0 })).to.equal('50 %');
  });

  it('adds the classes up to the load', () => {
    const at = moment((frame) => {
      frame.set('processor', 1, 'classInterruptPs', 0.1 * MS);
      frame.set('processor', 1, 'classTcpIpPs', 0.25 * MS);
    });
    const shares = new Float64Array(loadClasses.length);
    expect(processorLoad(at, 1, shares)).to.be.closeTo(0.35, 1e-12);
    expect([...shares]).to.deep.equal([0.1, 0, 0, 0, 0.25, 0, 0, 0]);
    expect(plain(describeItem(at, { kind: 'processor', index: 1 }))).to.match(
      /^35.0 % busy: Interrupt 10.0 %, TCP\/IP 25.0 %\. Socket 0, core 1,/,
    );
  });

  it('lists the classes in the order of CostClass', () =>
    expect(loadClasses.map(({ name }) => name)).to.deep.equal(
      Object.entries(CostClass)
        .sort(([, a], [, b]) => a - b)
        .map(([name]) => name),
    ));
});

describe('texts of the topology', () => {
  it('name every kind of part', () => {
    const named = (kind: Parameters<typeof itemName>[1]['kind'], index: number) => itemName(layout, { kind, index });
    expect(named('host', 1)).to.equal('one');
    expect(named('switch', 0)).to.equal('switch');
    expect(named('nic', 2)).to.equal('two.lan');
    expect(named('queue', 1)).to.equal('server.lan, queue 1');
    expect(named('processor', 3)).to.equal('server, processor 3');
    expect(named('cable', 2)).to.equal('Cable two.lan to switch');
  });

  it('say of a queue how full it is, and which processor it has', () => {
    const at = moment((frame) => {
      frame.set('queue', 1, 'depth', 12);
      frame.set('queue', 1, 'peak', 90);
      frame.set('queue', 1, 'drops', 3);
      frame.set('queue', 1, 'processor', 2);
    });
    expect(plain(describeItem(at, { kind: 'queue', index: 1 }))).to.match(
      /^12 of 512 descriptors in use, at most 90; .* 3 dropped; .*handled by server, processor 2$/,
    );
  });

  it('say of a cable what it carries each way, and what went wrong', () => {
    const at = moment((frame) => {
      frame.set('path', 4, 'frames', 1000);
      frame.set('path', 4, 'lost', 7);
    });
    expect(plain(describeItem(at, { kind: 'cable', index: 2 }))).to.equal(
      'To switch: 0 bit/s, 0 % of 1.00 Gbit/s; 1,000 frames, 7 lost; delay 1 ms. ' +
        'To two.lan: 0 bit/s, 0 % of 1.00 Gbit/s; 0 frames; delay 1 ms',
    );
  });
});

describe('virtual time as text', () => {
  for (const [ps, text] of [
    [0, '0 s'],
    [850, '850 ps'],
    [1_500_000, '1.50 µs'],
    [2_000_000_000_000, '2 s'],
  ] as const)
    it(`${ps} ps is ${text}`, () => expect(plain(formatPs(ps))).to.equal(text));

  for (const [ps, text] of [
    [0, '0.000 000 000 000 s'],
    [12_345_678_901_234, '12.345 678 901 234 s'],
  ] as const)
    it(`${ps} ps in full is ${text}`, () => expect(plain(formatExactPs(ps))).to.equal(text));
});

describe('speeds', () => {
  it('go up from a millionth to as fast as possible', () => {
    expect(speedStops[0]).to.equal(1e-6);
    expect(speedStops.at(-1)).to.equal(Infinity);
    expect([...speedStops].sort((a, b) => a - b)).to.deep.equal(speedStops);
  });
  for (const [rate, text] of [
    [1e-6, '1 µs per s'],
    [0.002, '2 ms per s'],
    [1, 'real time'],
    [10, '10 s per s'],
    [Infinity, 'as fast as possible'],
  ] as const)
    it(`${rate} is called “${text}” and has a stop`, () => {
      expect(plain(speedText(rate))).to.equal(text);
      expect(speedStops[speedStopOf(rate)]).to.equal(rate);
    });
});

describe('the memory of the load chart', () => {
  const CLASSES = loadClasses.length;
  /** At `ps`, with processor 0 busy in TCP/IP for half of the time so far. */
  const frameAt = (ps: number) => {
    const frame = new LabFrame(layout);
    frame.set('head', 0, 'timePs', ps);
    frame.set('processor', 0, 'classTcpIpPs', ps / 2);
    return frame;
  };
  const filled = (keep: 'recent' | 'whole', capacity: number, times: number[]) => {
    const history = new LoadHistory([0], keep, capacity);
    for (const ps of times) history.add(frameAt(ps));
    return history;
  };
  const timesOf = ({ samples }: LoadHistory) => samples.map(({ timePs }) => timePs);
  const hundred = Array.from({ length: 100 }, (_, index) => index * 10);

  it('gives the shares of any stretch, between samples too', () => {
    const into = new Float64Array(CLASSES);
    filled('whole', 50, [0, 1000, 5000]).shares(250, 4000, into);
    expect([...into]).to.deep.equal([0, 0, 0, 0, 0.5, 0, 0, 0]);
  });

  it('of the recent keeps the newest', () => expect(timesOf(filled('recent', 3, hundred))).to.deep.equal([970, 980, 990]));

  it('of the recent starts anew after a jump backwards', () =>
    expect(timesOf(filled('recent', 9, [0, 100, 200, 50, 60]))).to.deep.equal([50, 60]));

  it('of the whole run keeps it evenly from the start', () => {
    const times = timesOf(filled('whole', 20, hundred));
    expect(times.length).to.be.within(5, 20);
    expect(times[0]).to.equal(0);
    expect(times.at(-1)).to.equal(990);
    const gaps = times.slice(1).map((ps, index) => ps - times[index]!);
    expect(Math.max(...gaps)).to.be.at.most(200);
  });

  it('of the whole run takes nothing twice', () =>
    expect(timesOf(filled('whole', 9, [0, 100, 200, 50, 150, 200, 300]))).to.deep.equal([0, 100, 200, 300]));
});

describe('rows of connections', () => {
  const at = moment((frame) => {
    for (const [row, id, acked] of [
      [0, 9, 2_000_000],
      [1, 4, 1_000_000],
      [2, 7, 1_000_000],
    ] as const) {
      frame.set('connection', row, 'id', id);
      frame.set('connection', row, 'ackedBytes', acked);
    }
  });
  // The frame before has the same connections in other rows.
  at.before!.set('connection', 0, 'id', 4);
  at.before!.set('connection', 0, 'ackedBytes', 500_000);
  at.before!.set('connection', 3, 'id', 9);
  at.before!.set('connection', 3, 'ackedBytes', 1_900_000);

  it('follow a connection from row to row: 500 kB in 1 ms are 4 Gbit/s', () => {
    const rates = connectionRows(at, new Map()).map(({ id, bitsPerSecond }) => [id, bitsPerSecond]);
    expect(rates).to.deep.equal([
      [9, 8e8],
      [4, 4e9],
      [7, null],
    ]);
  });

  it('sort by any column, equal ones by their number', () => {
    const ids = (column: string, descending: boolean) =>
      sortRows(connectionRows(at, new Map()), { column, descending }).map(({ id }) => id);
    expect(ids('throughput', true)).to.deep.equal([4, 9, 7]);
    expect(ids('retransmitted', true)).to.deep.equal([4, 7, 9]);
    for (const { id } of connectionColumns) expect(ids(id, false)).to.have.members([4, 7, 9]);
  });
});

describe('units of the ledger', () => {
  for (const [units, unit, text] of [
    [1, 'cycles/packet', '1 packet'],
    [12_345, 'cycles/packet', '12,345 packets'],
    [2, 'cycles/batch', '2 batches'],
    [3, 'ns/B', '3 B'],
    [4, 'cycles/I/O', '4 I/O'],
    [5, 'ns', '5 times'],
  ] as const)
    it(`${units} of ${unit} are ${text}`, () => expect(plain(countedText(units, unit))).to.equal(text));
});
