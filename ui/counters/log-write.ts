// Series as a performance log in CSV form, in the layout of typeperf and relog.
// A log has times of a calendar, and virtual time has none: `startLocalMs` says which local time virtual time 0 stands for. Times in a log
// have milliseconds; samples that are closer together get the same time.

import { writeCsvHeader, writeCsvRow, type TimeZoneNote } from './csv.ts';
import type { CounterSeries } from './series.ts';
import { sampleTimes } from './statistics.ts';

export interface LogBase {
  /** Local time, in ms since 1970, that virtual time 0 stands for. */
  startLocalMs: number;
  /** Goes into the header, as relog writes it. */
  zone?: TimeZoneNote;
}

const PS_PER_MS = 1_000_000_000;
const everything = { fromPs: -Infinity, toPs: Infinity };

/** The lines, one at a time, for logs that are too large for one text. */
export function* logLines(series: readonly CounterSeries[], { startLocalMs, zone }: LogBase): Generator<string> {
  yield writeCsvHeader(
    series.map(({ path }) => path),
    zone,
  );
  const next = series.map(() => 0);
  for (const timePs of sampleTimes(series, everything)) {
    const values = series.map(({ samples, shiftPs }, index) => {
      let value: number | null = null;
      while (next[index]! < samples.timePs.length && samples.timePs[next[index]!]! + shiftPs <= timePs)
        value = samples.values[next[index]!++] ?? null;
      return value;
    });
    yield writeCsvRow(startLocalMs + Math.round(timePs / PS_PER_MS), values);
  }
}

export const logText = (series: readonly CounterSeries[], base: LogBase): string => [...logLines(series, base)].join('');
