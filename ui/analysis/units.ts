// What RSS cannot split. Received flows whose hash input is the same bytes (all UDP of one address pair, all fragments of one
// address pair, one connection seen with two VLAN tags) get the same hash under every key: together they are one unit.
// Two units may still share a table entry, or even a hash, under the key in force; another key would part them.
//
// Two floors follow, and they differ:
//   floor of any table under these hash types = the largest unit (or all frames without a hash, which share one queue)
//   the largest flow                           = what would remain if the hash covered ports as well
// Leaves out: the addresses inside a Home Address option or a Routing header (IPv6-Ex types); the columns do not hold
// them, so there the hash under the key in force stands in for the input.

import { HashType } from '../abi/abi.gen.ts';
import { IDENTITY_BYTES } from './flow-text.ts';
import { Direction, type FlowColumns, type FlowPlacement, type Measure } from './types.ts';

export interface Units {
  /** Load of each unit that is hashed. */
  loads: Float64Array;
  /** Flows in each. */
  flows: Uint32Array;
  /** Heaviest flow of each, as a flow index. */
  first: Uint32Array;
  /** Unit of each flow, or NO_UNIT for flows that are not received or not hashed. */
  unitOf: Uint32Array;
}

export const NO_UNIT = 0xffffffff;

/** 32-bit words of the identity that each hash type covers; ports are one word. */
const WORDS: Readonly<Record<number, number>> = {
  [HashType.IPv4]: 2,
  [HashType.TcpIPv4]: 3,
  [HashType.UdpIPv4]: 3,
  [HashType.IPv6]: 8,
  [HashType.TcpIPv6]: 9,
  [HashType.UdpIPv6]: 9,
};

const WORDS_PER_IDENTITY = IDENTITY_BYTES / 4;

/** A view of the identities as words; copied only when it is not aligned. */
export function identityWords({ identity, count }: FlowColumns): Uint32Array {
  const aligned = identity.byteOffset % 4 === 0 ? identity : identity.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, count * WORDS_PER_IDENTITY);
}

/** Mixes one word into a running hash (murmur3's round). */
export function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let h = hash ^ Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}

/** Spreads a hash over the low bits (murmur3's finaliser). */
export function finish(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Smallest power of two that leaves an open-addressing table at most half full. */
export function slotsFor(items: number): number {
  let slots = 16;
  while (slots < items * 2) slots *= 2;
  return slots;
}

export function findUnits(flows: FlowColumns, mask: Uint8Array, placement: FlowPlacement, measure: Measure): Units {
  const words = identityWords(flows);
  const slots = new Uint32Array(slotsFor(flows.count)).fill(NO_UNIT);
  const unitOf = new Uint32Array(flows.count).fill(NO_UNIT);
  const loads = new Float64Array(flows.count);
  const members = new Uint32Array(flows.count);
  const first = new Uint32Array(flows.count);
  const weights = flows[measure];
  let units = 0;

  const sameInput = (a: number, b: number): boolean => {
    const type = placement.hashType[a]!;
    if (type !== placement.hashType[b]) return false;
    const length = WORDS[type];
    if (length === undefined) return placement.hash[a] === placement.hash[b];
    for (let word = 0; word < length; word++)
      if (words[a * WORDS_PER_IDENTITY + word] !== words[b * WORDS_PER_IDENTITY + word]) return false;
    return true;
  };

  for (let flow = 0; flow < flows.count; flow++) {
    const type = placement.hashType[flow]!;
    if (mask[flow] !== Direction.Ingress || type === HashType.None) continue;
    const length = WORDS[type];
    let hash = type;
    if (length === undefined) hash = mix(hash, placement.hash[flow]!);
    else for (let word = 0; word < length; word++) hash = mix(hash, words[flow * WORDS_PER_IDENTITY + word]!);
    let slot = finish(hash) & (slots.length - 1);
    while (slots[slot] !== NO_UNIT && !sameInput(first[slots[slot]!]!, flow)) slot = (slot + 1) & (slots.length - 1);
    if (slots[slot] === NO_UNIT) {
      first[units] = flow;
      slots[slot] = units++;
    }
    const unit = slots[slot]!;
    unitOf[flow] = unit;
    loads[unit]! += weights[flow]!;
    members[unit]!++;
    if (weights[flow]! > weights[first[unit]!]!) first[unit] = flow;
  }
  return { loads: loads.slice(0, units), flows: members.slice(0, units), first: first.slice(0, units), unitOf };
}

/** True for hash types that leave the ports out. */
export function isAddressOnly(hashType: number): boolean {
  return hashType === HashType.IPv4 || hashType === HashType.IPv6 || hashType === HashType.IPv6Ex;
}
