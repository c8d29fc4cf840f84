// Rates over a whole run, for the text of a report.

import { formatBitRate, formatCount, formatPercent } from '../components/format.ts';

const PS_PER_SECOND = 1e12;

/** Of a run of so many ps. */
export class Rates {
  constructor(private readonly elapsedPs: number) {}

  perSecond(count: number): number {
    return this.elapsedPs > 0 ? (count / this.elapsedPs) * PS_PER_SECOND : 0;
  }
  /** "80,000 frames/s" */
  count(count: number, what = ''): string {
    return `${formatCount(this.perSecond(count))}${what && ' '}${what}/s`;
  }
  bits(bytes: number): string {
    return formatBitRate(this.perSecond(bytes * 8));
  }
  share(ps: number): string {
    return formatPercent(this.elapsedPs > 0 ? ps / this.elapsedPs : 0);
  }
}
