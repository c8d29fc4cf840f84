import { describe, it, expect } from '#test';
import { objectsOf, performanceObjects } from '../../ui/counters/objects.ts';
import { expandCounterPath, parseCounterPath, type CounterPath } from '../../ui/counters/path.ts';
import { counterValue, printInstance, sampleValues, totalNumbers, type CounterSnapshot } from '../../ui/counters/sample.ts';
import { Random } from '../build/random.ts';
import { catalogOf } from './catalog.ts';

const SECOND = 1e12;

const snapshot = (timePs: number, numbers: Record<string, Record<string, Record<string, number>>>): CounterSnapshot => ({
  timePs,
  numbers: new Map(
    Object.entries(numbers).map(([object, instances]) => [
      object,
      new Map(Object.entries(instances).map(([instance, counters]) => [instance, new Map(Object.entries(counters))])),
    ]),
  ),
});

function paths(...texts: string[]): CounterPath[] {
  return texts.flatMap((text) => {
    const parsed = parseCounterPath(text);
    const result = 'fault' in parsed ? parsed : expandCounterPath(parsed, catalogOf('ws2008r2'));
    if ('fault' in result) throw new Error(result.fault);
    return result.paths;
  });
}

describe('displayed values of counters', () => {
  const before = snapshot(2 * SECOND, {
    'Processor': { '0': { '% DPC Time': 0.5 * SECOND, 'Interrupts/sec': 1000, 'DPC Rate': 3 } },
    'Network Interface': { 'Ten Gig': { 'Packets/sec': 10 }, 'Ten Gig#1': { 'Packets/sec': 500 } },
    'TCPv4': { '': { 'Connections Established': 5, 'Connection Failures': 1 } },
  });
  const now = snapshot(2.5 * SECOND, {
    'Processor': { '0': { '% DPC Time': 0.75 * SECOND, 'Interrupts/sec': 5000, 'DPC Rate': 7 }, '1': { '% DPC Time': 0 } },
    'Network Interface': { 'Ten Gig': { 'Packets/sec': 10 }, 'Ten Gig#1': { 'Packets/sec': 499 } },
    'TCPv4': { '': { 'Connections Established': 4, 'Connection Failures': 2 } },
  });

  it('are rates, percentages and numbers as they are', () => {
    const wanted = paths(
      '\\Processor(0)\\% DPC Time', // 0.25 s of 0.5 s
      '\\Processor(0)\\Interrupts/sec', // 4000 in 0.5 s
      '\\Processor(0)\\DPC Rate',
      '\\Network Interface(Ten*)\\Packets/sec', // nothing; began anew
      '\\TCPv4\\Connections Established',
      '\\TCPv4\\Connection Failures',
      '\\Processor(1)\\% DPC Time', // was not there before
      '\\Processor(2)\\DPC Rate', // is not there
    );
    expect(sampleValues(objectsOf('ws2008r2'), wanted, before, now)).to.deep.equal([50, 8000, 7, 0, null, 4, 2, null, null]);
    expect(sampleValues(objectsOf('ws2008r2'), wanted, null, now)).to.deep.equal([null, null, 7, null, null, 4, 2, null, null]);
  });

  it('that are missing say why', () => {
    const [path] = paths('\\Processor(0)\\Interrupts/sec');
    const why = (...args: [CounterSnapshot | null, CounterSnapshot]) => {
      const result = counterValue('rate', path!, ...args);
      return 'missing' in result ? result.missing : String(result.value);
    };
    expect(why(null, now)).to.match(/two samples/);
    expect(why(now, now)).to.match(/No time has passed/);
    expect(why(now, before)).to.match(/No time has passed/);
    expect(why(before, snapshot(3 * SECOND, { Processor: { '0': { 'Interrupts/sec': 999 } } }))).to.match(/began anew/);
    expect(why(before, snapshot(3 * SECOND, {}))).to.match(/not there now/);
    expect(why(snapshot(0, {}), now)).to.match(/not there at the sample before/);
  });

  it('of parts of an interval have the value of the whole as their mean', () => {
    const random = new Random(51);
    const [path] = paths('\\Processor(0)\\Interrupts/sec');
    const at = (timePs: number, count: number) => snapshot(timePs, { Processor: { '0': { 'Interrupts/sec': count } } });
    let last = at(0, 0);
    let [time, count, weighted] = [0, 0, 0];
    for (let step = 0; step < 100; step++) {
      const elapsed = random.between(1, 1_000_000) * 1e6;
      time += elapsed;
      count += random.below(10_000);
      const next = at(time, count);
      const part = counterValue('rate', path!, last, next);
      weighted += 'value' in part ? part.value * elapsed : NaN;
      last = next;
    }
    const whole = counterValue('rate', path!, at(0, 0), last);
    expect(weighted / time).to.be.closeTo('value' in whole ? whole.value : NaN, 1e-6);
  });

  it('are found under the instance as paths print it', () => {
    expect(printInstance({ instance: null, index: 0 })).to.equal('');
    expect(printInstance({ instance: 'a', index: 0 })).to.equal('a');
    expect(printInstance({ instance: 'a', index: 2 })).to.equal('a#2');
  });

  it('are not asked of counters that the objects lack', () => {
    expect(() => sampleValues(objectsOf('ws2008'), paths('\\Processor Information(0,0)\\% DPC Time'), before, now)).to.throw(
      /expand paths/,
    );
  });
});

describe('_Total', () => {
  const { counters } = performanceObjects.find(({ name }) => name === 'Processor')!;
  const instance = (percent: number, count: number) =>
    new Map([
      ['% DPC Time', percent],
      ['Interrupts/sec', count],
    ]);

  it('is the mean of percentages and the sum of counts, without other totals', () => {
    const total = totalNumbers(
      counters,
      new Map([
        ['0,0', instance(10, 1)],
        ['0,1', instance(30, 2)],
        ['0,_Total', instance(99, 99)],
        ['_Total', instance(99, 99)],
      ]),
    );
    expect([...total]).to.deep.equal([
      ['% DPC Time', 20],
      ['Interrupts/sec', 3],
    ]);
  });

  it('has no number that one of the instances lacks', () => {
    expect([
      ...totalNumbers(
        counters,
        new Map([
          ['0', instance(1, 1)],
          ['1', new Map([['Interrupts/sec', 2]])],
        ]),
      ),
    ]).to.deep.equal([['Interrupts/sec', 3]]);
    expect(totalNumbers(counters, new Map()).size).to.equal(0);
  });
});
