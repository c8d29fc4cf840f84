// Whether every way to one hash ends at the same value. A difference is a fault of the product and is said as one.

import { formatHash } from '../format.ts';
import type { HashExplanation } from '../../analysis/types.ts';

const names = { bits: 'the bit loop', tables: 'the prepared tables', simd: 'the SIMD batch' } as const;

/** A sentence for each value that differs from the core's hash. Precondition: the frame is hashed. */
export function hashDisagreements(given: HashExplanation, stepped: number | null, published: number | null): string[] {
  const others: [string, number][] = Object.entries(names).map(([name, label]) => [label, given.check[name as keyof typeof names]]);
  if (stepped !== null) others.push(['the steps shown here', stepped]);
  const differs = (name: string, value: number): string =>
    `The core’s hash is ${formatHash(given.hash)}, but ${name} gives ${formatHash(value)}. Trust neither, and report this with the input.`;
  const faults = others.filter(([, value]) => value >>> 0 !== given.hash >>> 0).map(([name, value]) => differs(name, value));
  if (published !== null && published >>> 0 !== given.hash >>> 0)
    faults.push(`The core’s hash is ${formatHash(given.hash)}, but Microsoft publishes ${formatHash(published)} for this tuple and key.`);
  return faults;
}
