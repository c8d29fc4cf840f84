import { describe, it, expect } from '#test';
import { addSeries, changeSeries, newPaths, removeSeries, seriesLimits, withSamples } from '../../ui/counters/series.ts';
import { fittingScale, sampleTimes, shownScales, statisticsOf, valueAt, windowOf } from '../../ui/counters/statistics.ts';
import { added, dpc, objects, pathOf, received, sampled, SECOND } from './series-scene.ts';

describe('the list of series', () => {
  it('gives each its own colour and fills gaps that removing leaves', () => {
    let series = added([], dpc('0'), dpc('1'), dpc('2'));
    expect(series.map(({ color }) => color)).to.deep.equal([0, 1, 2]);
    series = added(removeSeries(series, [dpc('1')]), dpc('3'), dpc('4'));
    expect(series.map(({ color }) => color)).to.deep.equal([0, 2, 1, 3]);
  });

  it('takes a counter once, whatever its spelling', () => {
    const series = added([], dpc('0'), dpc('0'));
    expect(series).to.have.length(1);
    expect(newPaths(series, [pathOf('\\\\srv1\\PROCESSOR(0)\\% dpc time'), pathOf(dpc('1'))])).to.deep.equal([pathOf(dpc('1'))]);
  });

  it('adds all or none when there would be too many', () => {
    const paths = Array.from({ length: seriesLimits.shown + 1 }, (_, index) => pathOf(dpc(String(index))));
    expect(addSeries([], paths, objects)).to.deep.equal({
      fault: 'At most 256 counters are shown at once; with these it would be 257. Choose fewer instances, or remove some.',
    });
    expect(addSeries([], paths.slice(1), objects))
      .to.have.property('series')
      .with.length(256);
  });

  it('refuses a counter that the version does not have', () =>
    expect(addSeries([], [pathOf('\\\\SRV1\\Processor(0)\\Nothing')], objects))
      .to.have.property('fault')
      .that.matches(/no counter/));

  it('changes some and leaves the others as they are', () => {
    const series = added([], dpc('0'), dpc('1'));
    const changed = changeSeries(series, [dpc('1')], { scale: 10, hidden: true });
    expect(changed[0]).to.equal(series[0]);
    expect([changed[1]!.scale, changed[1]!.hidden]).to.deep.equal([10, true]);
  });

  it('takes samples for the emulated ones only', () => {
    const imported = sampled(dpc('0'), [1, 2], { id: 'x', source: 'imported' });
    const [own, other] = withSamples([...added([], dpc('0')), imported], new Map([[dpc('0'), { timePs: [1], values: [5] }]]));
    expect(own!.samples.values).to.deep.equal([5]);
    expect(other).to.equal(imported);
  });
});

describe('the time that is shown', () => {
  const long = sampled(
    dpc('0'),
    Array.from({ length: 20 }, (_, index) => index),
  );

  it('is the last stretch, grows from the first sample on, and is nothing without samples', () => {
    expect(windowOf([long], 5 * SECOND)).to.deep.equal({ fromPs: 15 * SECOND, toPs: 20 * SECOND });
    expect(windowOf([long], 100 * SECOND)).to.deep.equal({ fromPs: SECOND, toPs: 101 * SECOND });
    expect(windowOf([long], Infinity)).to.deep.equal({ fromPs: SECOND, toPs: 20 * SECOND });
    expect(windowOf(added([], dpc('0')), SECOND)).to.equal(null);
  });

  it('is that of the emulated host; of logs alone everything', () => {
    const log = sampled(dpc('0'), [1, 2, 3], { source: 'imported', shiftPs: 100 * SECOND });
    expect(windowOf([long, log], 5 * SECOND)!.toPs).to.equal(20 * SECOND);
    expect(windowOf([log], SECOND)).to.deep.equal({ fromPs: 101 * SECOND, toPs: 103 * SECOND });
  });

  it('has a length even of one sample', () => {
    const { fromPs, toPs } = windowOf([sampled(dpc('0'), [1])], Infinity)!;
    expect(toPs).to.be.above(fromPs);
  });
});

describe('statistics', () => {
  it('are those of the values within the window', () => {
    const series = sampled(dpc('0'), [100, 1, null, 3, 8, 100]);
    expect(statisticsOf(series, { fromPs: 2 * SECOND, toPs: 5 * SECOND })).to.deep.equal({
      last: 8,
      average: 4,
      minimum: 1,
      maximum: 8,
      durationPs: 3 * SECOND,
      samples: 3,
    });
  });

  it('of nothing are nothing, not zero', () => {
    const window = { fromPs: 0, toPs: 10 * SECOND };
    const none = { last: null, average: null, minimum: null, maximum: null, durationPs: 0, samples: 0 };
    expect(statisticsOf(added([], dpc('0'))[0]!, window)).to.deep.equal(none);
    expect(statisticsOf(sampled(dpc('0'), [null]), window)).to.deep.equal(none);
    expect(statisticsOf(sampled(dpc('0'), [5, null]), window).last).to.equal(null);
  });

  it('follow the shift of an imported series', () => {
    const series = sampled(dpc('0'), [1, 2, 3], { shiftPs: -2 * SECOND });
    expect(statisticsOf(series, { fromPs: 0, toPs: SECOND })).to.include({ minimum: 2, maximum: 3 });
  });

  it('find the value at the nearest sample, and none outside', () => {
    const series = sampled(dpc('0'), [10, null, 30]);
    const table: [seconds: number, value: number | null][] = [
      [0.9, null],
      [1, 10],
      [1.4, 10],
      [2, null],
      [2.6, 30],
      [3, 30],
      [3.1, null],
    ];
    for (const [seconds, value] of table) expect(valueAt(series, seconds * SECOND), String(seconds)).to.equal(value);
  });

  it('see the samples of all series once', () => {
    const log = sampled(dpc('0'), [1, 2, 3], { shiftPs: SECOND / 2 });
    const times = sampleTimes([sampled(dpc('0'), [1, 2]), sampled(dpc('1'), [1, 2]), log], { fromPs: 0, toPs: 3 * SECOND });
    expect(times.map((ps) => ps / SECOND)).to.deep.equal([1, 1.5, 2, 2.5]);
  });
});

describe('scales', () => {
  it('are the largest power of ten with which the peak stays within 100', () => {
    const table: [peak: number, scale: number][] = [
      [0, 1],
      [100, 1],
      [100.1, 0.1],
      [99, 1],
      [10, 10],
      [9.99, 10],
      [1000, 0.1],
      [-5000, 0.01],
      [1e10, 1e-8],
      [1e30, 1e-10],
      [1e-9, 1e6],
      [NaN, 1],
    ];
    for (const [peak, scale] of table) expect(fittingScale(peak), String(peak)).to.be.closeTo(scale, scale * 1e-9);
  });

  it('are shared by the instances of a counter and by the real server; percentages are not enlarged', () => {
    const series = [
      sampled(received('a'), [50_000]),
      sampled(received('b'), [3]),
      sampled(received('a'), [2_000_000], { id: 'log', source: 'imported' }),
      sampled(dpc('0'), [2]),
      sampled(dpc('1'), [2], { scale: 100 }),
    ];
    const scales = shownScales(series, { fromPs: 0, toPs: 10 * SECOND });
    expect(series.map(({ id }) => Math.log10(scales.get(id)!))).to.deep.equal([-5, -5, -5, 0, 2]);
  });
});
