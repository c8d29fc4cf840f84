// Virtual time as text. Picoseconds are whole numbers below 2^53.

import { formatDurationNs, formatSi } from '../format.ts';

const NBSP = '\u00a0';
const SECOND = 1_000_000_000_000;

/** 1234567 -> "1.23 µs" */
export const formatPs = (ps: number): string => (ps > 0 && ps < 1000 ? formatSi(ps, 'ps') : formatDurationNs(ps / 1000));

/** Every digit, in groups that stay where they are: "0.012 345 678 901 s". */
export function formatExactPs(ps: number): string {
  const rest = String(ps % SECOND).padStart(12, '0');
  return `${Math.floor(ps / SECOND)}.${rest.match(/.{3}/g)!.join(NBSP)}${NBSP}s`;
}
