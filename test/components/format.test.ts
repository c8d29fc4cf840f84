// Number formats. Expected values: SI prefixes (BIPM, SI Brochure), written out by hand.

import { expect } from '@open-wc/testing';
import {
  formatBitRate,
  formatBytes,
  formatCount,
  formatDurationNs,
  formatHash,
  formatLoad,
  formatPercent,
  formatPlural,
  formatPoints,
  formatTimeNs,
} from '../../ui/components/format.ts';

const cases: [what: string, got: string, want: string][] = [
  ['a count', formatCount(1234567), '1,234,567'],
  ['one of something', formatPlural(1, 'packet'), '1 packet'],
  ['none of something', formatPlural(0, 'packet'), '0 packets'],
  ['a word with its own plural', formatPlural(2, 'entry', 'entries'), '2 entries'],
  ['bytes below a kilobyte', formatBytes(999), '999 B'],
  ['bytes that round up into the next prefix', formatBytes(999_999), '1.00 MB'],
  ['bytes with two digits before the point', formatBytes(12_340_000), '12.3 MB'],
  ['a bit rate', formatBitRate(9_870_000_000), '9.87 Gbit/s'],
  ['a load in packets', formatLoad(2, 'packets'), '2 packets'],
  ['a load in bytes', formatLoad(2000, 'bytes'), '2.00 kB'],
  ['a share', formatPercent(0.4137), '41.4 %'],
  ['a whole share', formatPercent(1), '100 %'],
  ['no share', formatPercent(0), '0 %'],
  ['a tiny share, which is not none', formatPercent(0.0001), '< 0.1 %'],
  ['more points', formatPoints(0.032), '+3.2 pt'],
  ['fewer points', formatPoints(-0.032), '−3.2 pt'],
  ['points that print as none', formatPoints(-0.0004), '±0 pt'],
  ['no time', formatDurationNs(0), '0 s'],
  ['nanoseconds', formatDurationNs(850), '850 ns'],
  ['microseconds', formatDurationNs(12_300), '12.3 µs'],
  ['milliseconds', formatDurationNs(1_500_000), '1.50 ms'],
  ['seconds', formatDurationNs(12_300_000_000n), '12.3 s'],
  ['minutes', formatDurationNs(185_000_000_000n), '3 min 05 s'],
  ['hours', formatDurationNs(7_620_000_000_000n), '2 h 07 min'],
  ['just under a minute', formatDurationNs(59_990_000_000n), '1 min 00 s'],
  ['a time', formatTimeNs(1_299_215_167_890_000_000n), '2011-03-04 05:06:07.890'],
  ['a hash with leading zeros', formatHash(0x0f0c461c), '0x0f0c461c'],
  ['a hash with the top bit set', formatHash(0xd718262a | 0), '0xd718262a'],
];

describe('a format writes', () => {
  for (const [what, got, want] of cases) it(what, () => expect(got.replace(/\u00a0/g, ' ')).to.equal(want));
});
