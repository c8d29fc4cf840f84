// Gives every address that occurs in the flows a small number, without making a string or an object per flow.
// Open addressing over typed arrays; memory is bounded by two addresses a flow.

import { FlowLayout, L3 } from '../abi/abi.gen.ts';
import { type Address, type AddressFamily, addressText } from './addresses.ts';
import { IDENTITY_BYTES } from './flow-text.ts';
import type { FlowColumns } from './types.ts';
import { finish, identityWords, mix, slotsFor } from './units.ts';

const EMPTY = 0xffffffff;
/** Words of a stored address: four of address, shorter ones padded with zeros. */
const WORDS = 4;

const FAMILIES: readonly AddressFamily[] = ['ipv4', 'ipv6', 'mac'];
const IPV4 = 0;
const IPV6 = 1;
const MAC = 2;

/** A growing set of addresses, numbered in the order in which they came. */
export class AddressTable {
  size = 0;
  #words = new Uint32Array(1024 * WORDS);
  #family = new Uint8Array(1024);
  #slots = new Uint32Array(slotsFor(1024)).fill(EMPTY);

  /** Number of an address, given as four words as they lie in memory; added when new. */
  intern(family: number, a: number, b: number, c: number, d: number): number {
    const slot = this.#find(family, a, b, c, d);
    if (this.#slots[slot] !== EMPTY) return this.#slots[slot]!;
    if (this.size * 2 >= this.#slots.length) {
      this.#grow();
      return this.intern(family, a, b, c, d);
    }
    const id = this.size++;
    this.#slots[slot] = id;
    this.#family[id] = family;
    const words = this.#words;
    const at = id * WORDS;
    words[at] = a;
    words[at + 1] = b;
    words[at + 2] = c;
    words[at + 3] = d;
    return id;
  }

  /** Number of an address, or -1 when it does not occur. */
  indexOf({ family, bytes }: Address): number {
    const padded = new Uint8Array(WORDS * 4);
    padded.set(bytes);
    const [a, b, c, d] = new Uint32Array(padded.buffer) as unknown as [number, number, number, number];
    const id = this.#slots[this.#find(FAMILIES.indexOf(family), a, b, c, d)]!;
    return id === EMPTY ? -1 : id;
  }

  address(id: number): Address {
    const family = FAMILIES[this.#family[id]!]!;
    const length = family === 'ipv4' ? 4 : family === 'ipv6' ? 16 : 6;
    return { family, bytes: new Uint8Array(this.#words.buffer, id * WORDS * 4, length) };
  }

  text(id: number): string {
    return addressText(this.address(id));
  }

  isMac(id: number): boolean {
    return this.#family[id] === MAC;
  }

  /** Multicast, broadcast or unspecified: an address that no host receives at alone. */
  isGroup(id: number): boolean {
    const at = id * WORDS;
    const words = this.#words;
    if (!(words[at]! | words[at + 1]! | words[at + 2]! | words[at + 3]!)) return true;
    const firstByte = words[at]! & 0xff;
    const family = this.#family[id]!;
    return family === IPV4 ? firstByte >= 224 : family === IPV6 ? firstByte === 0xff : (firstByte & 1) === 1;
  }

  #find(family: number, a: number, b: number, c: number, d: number): number {
    const last = this.#slots.length - 1;
    let slot = finish(mix(mix(mix(mix(family, a), b), c), d)) & last;
    for (;;) {
      const id = this.#slots[slot]!;
      if (id === EMPTY) return slot;
      const at = id * WORDS;
      const words = this.#words;
      if (this.#family[id] === family && words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return slot;
      slot = (slot + 1) & last;
    }
  }

  #grow(): void {
    const words = this.#words;
    const family = this.#family;
    this.#words = new Uint32Array(words.length * 2);
    this.#words.set(words);
    this.#family = new Uint8Array(family.length * 2);
    this.#family.set(family);
    this.#slots = new Uint32Array(this.#slots.length * 2).fill(EMPTY);
    for (let id = 0; id < this.size; id++) {
      const at = id * WORDS;
      this.#slots[this.#find(this.#family[id]!, words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!)] = id;
    }
  }
}

/** Numbers of the addresses of every flow. Frames that are not IP are known by their MACs. */
export interface FlowEnds {
  table: AddressTable;
  source: Uint32Array;
  destination: Uint32Array;
  /** MACs as recorded; the number of the zero MAC where the link has none. */
  sourceMac: Uint32Array;
  destinationMac: Uint32Array;
  zeroMac: number;
}

export function numberAddresses(flows: FlowColumns): FlowEnds {
  const { count, identity, macs } = flows;
  const words = identityWords(flows);
  const table = new AddressTable();
  const column = () => new Uint32Array(count);
  const ends: FlowEnds = {
    table,
    source: column(),
    destination: column(),
    sourceMac: column(),
    destinationMac: column(),
    zeroMac: table.intern(MAC, 0, 0, 0, 0),
  };
  // Most frames of a capture have the MACs of the frame before, so the last two are remembered.
  const lastMac = new Uint32Array(2);
  const lastLow = new Uint32Array(2);
  const lastHigh = new Uint32Array(2).fill(EMPTY);
  const macId = (bytes: Uint8Array, at: number, end: 0 | 1) => {
    const low = (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
    const high = bytes[at + 4]! | (bytes[at + 5]! << 8);
    if (low === lastLow[end] && high === lastHigh[end]) return lastMac[end]!;
    lastLow[end] = low;
    lastHigh[end] = high;
    return (lastMac[end] = table.intern(MAC, low, high, 0, 0));
  };
  for (let flow = 0; flow < count; flow++) {
    const at = (flow * IDENTITY_BYTES) / 4;
    const l3 = identity[flow * IDENTITY_BYTES + FlowLayout.l3];
    ends.destinationMac[flow] = macId(macs, flow * 12, 0);
    ends.sourceMac[flow] = macId(macs, flow * 12 + 6, 1);
    if (l3 === L3.IPv4) {
      ends.source[flow] = table.intern(IPV4, words[at]!, 0, 0, 0);
      ends.destination[flow] = table.intern(IPV4, words[at + 1]!, 0, 0, 0);
    } else if (l3 === L3.IPv6) {
      ends.source[flow] = table.intern(IPV6, words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!);
      ends.destination[flow] = table.intern(IPV6, words[at + 4]!, words[at + 5]!, words[at + 6]!, words[at + 7]!);
    } else {
      ends.destination[flow] = macId(identity, flow * IDENTITY_BYTES, 0);
      ends.source[flow] = macId(identity, flow * IDENTITY_BYTES + 6, 1);
    }
  }
  return ends;
}

/** A set of pairs of numbers, each counted once. */
export class PairSet {
  #first = new Uint32Array(slotsFor(1024)).fill(EMPTY);
  #second = new Uint32Array(slotsFor(1024));
  #size = 0;

  /** True when the pair is new. @param a, b below 2^32 - 1 */
  add(a: number, b: number): boolean {
    const slot = this.#find(a, b);
    if (this.#first[slot] !== EMPTY) return false;
    this.#first[slot] = a;
    this.#second[slot] = b;
    if (++this.#size * 2 > this.#first.length) this.#grow();
    return true;
  }

  #find(a: number, b: number): number {
    const first = this.#first;
    const second = this.#second;
    const last = first.length - 1;
    let slot = finish(mix(mix(0, a), b)) & last;
    while (first[slot] !== EMPTY && (first[slot] !== a || second[slot] !== b)) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const first = this.#first;
    const second = this.#second;
    this.#first = new Uint32Array(first.length * 2).fill(EMPTY);
    this.#second = new Uint32Array(second.length * 2);
    for (let slot = 0; slot < first.length; slot++) {
      const a = first[slot]!;
      if (a === EMPTY) continue;
      const at = this.#find(a, second[slot]!);
      this.#first[at] = a;
      this.#second[at] = second[slot]!;
    }
  }
}
