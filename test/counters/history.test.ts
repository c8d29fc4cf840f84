import { describe, it, expect } from '#test';
import { createHistory, historyAdd, historyCut, historyKeep, historyLength, historySince } from '../../ui/counters/history.ts';
import { Random } from '../build/random.ts';

const everything = -Infinity;

describe('the history of samples', () => {
  it('gives back what was added, with one column of times', () => {
    const history = createHistory(10);
    historyAdd(history, 1, ['a', 'b'], [0.5, null]);
    historyAdd(history, 2, ['a', 'b'], [1, 2]);
    const samples = historySince(history, everything);
    expect([...samples]).to.deep.equal([
      ['a', { timePs: [1, 2], values: [0.5, 1] }],
      ['b', { timePs: [1, 2], values: [null, 2] }],
    ]);
    expect(samples.get('a')!.timePs).to.equal(samples.get('b')!.timePs);
  });

  it('gives samples from a time on', () => {
    const history = createHistory(10);
    for (const time of [1, 2, 3, 4]) historyAdd(history, time, ['a'], [time]);
    expect(historySince(history, 3).get('a')).to.deep.equal({ timePs: [3, 4], values: [3, 4] });
    expect(historySince(history, 2.5).get('a')!.timePs).to.deep.equal([3, 4]);
    expect(historySince(history, 9).get('a')!.timePs).to.deep.equal([]);
  });

  it('has no values of a series before it came and after it went', () => {
    const history = createHistory(10);
    historyAdd(history, 1, ['a'], [1]);
    historyAdd(history, 2, ['b'], [2]);
    expect(historySince(history, everything).get('a')!.values).to.deep.equal([1, null]);
    expect(historySince(history, everything).get('b')!.values).to.deep.equal([null, 2]);
    historyKeep(history, ['b']);
    expect([...historySince(history, everything).keys()]).to.deep.equal(['b']);
  });

  it('forgets what a run that was taken back had sampled', () => {
    const history = createHistory(10);
    for (const time of [1, 2, 3, 4]) historyAdd(history, time, ['a'], [time]);
    historyAdd(history, 3, ['a'], [30]);
    expect(historySince(history, everything).get('a')).to.deep.equal({ timePs: [1, 2, 3], values: [1, 2, 30] });
    historyCut(history, 2);
    expect(historyLength(history)).to.equal(1);
    historyCut(history, 0);
    expect(historyLength(history)).to.equal(0);
  });

  it('does the same as a list that drops its oldest, with memory that does not grow', () => {
    const random = new Random(7);
    for (const capacity of [1, 2, 3, 5, 300, 1000]) {
      const history = createHistory(capacity);
      let list: { time: number; value: number | null }[] = [];
      let time = 0;
      for (let count = 0; count < 4000; count++) {
        time += 1 + random.below(3);
        if (random.oneIn(400)) time = Math.max(0, time - random.below(500));
        const value = random.oneIn(9) ? null : random.below(1000);
        list = [...list.filter((sample) => sample.time < time), { time, value }].slice(-capacity);
        historyAdd(history, time, ['a'], [value]);
        if (count % 97 > 0) continue;
        const { timePs, values } = historySince(history, everything).get('a')!;
        expect(timePs, `capacity ${capacity}, sample ${count}`).to.deep.equal(list.map((sample) => sample.time));
        expect(values).to.deep.equal(list.map((sample) => sample.value));
      }
      expect(history.columns.get('a')!.length).to.be.at.most(Math.max(256, capacity + (capacity >> 2) + 1));
    }
  });
});
