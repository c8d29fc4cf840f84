// Flows by interface of the capture. Every adapter has receive queues of its own, so one interface is looked at at a time.

import { FlowLayout } from '../abi/abi.gen.ts';
import { IDENTITY_BYTES, MAC_PAIR_BYTES } from './flow-text.ts';
import type { FlowColumns } from './types.ts';

function interfaceOf({ identity }: FlowColumns, flow: number): number {
  const at = flow * IDENTITY_BYTES + FlowLayout.iface;
  return identity[at]! | (identity[at + 1]! << 8);
}

/** Interfaces that carried frames, the busiest first, the lower number first among equals. */
export function listInterfaces(flows: FlowColumns): { index: number; packets: number }[] {
  const packets = new Map<number, number>();
  for (let flow = 0; flow < flows.count; flow++) {
    const index = interfaceOf(flows, flow);
    packets.set(index, (packets.get(index) ?? 0) + flows.packets[flow]!);
  }
  return Array.from(packets, ([index, sum]) => ({ index, packets: sum })).sort((a, b) => b.packets - a.packets || a.index - b.index);
}

/** The flows of one interface, and the number that each has among all. */
export function flowsOfInterface(flows: FlowColumns, index: number): { flows: FlowColumns; numbers: Uint32Array } {
  const numbers = Uint32Array.from({ length: flows.count }, (_, flow) => flow).filter((flow) => interfaceOf(flows, flow) === index);
  const count = numbers.length;
  const part: FlowColumns = {
    count,
    identity: new Uint8Array(count * IDENTITY_BYTES),
    macs: new Uint8Array(count * MAC_PAIR_BYTES),
    packets: flows.packets.slice(0, count),
    bytes: flows.bytes.slice(0, count),
    traits: flows.traits.slice(0, count),
    synFlags: flows.synFlags.slice(0, count),
  };
  for (const [to, flow] of numbers.entries()) {
    part.identity.set(flows.identity.subarray(flow * IDENTITY_BYTES, (flow + 1) * IDENTITY_BYTES), to * IDENTITY_BYTES);
    part.macs.set(flows.macs.subarray(flow * MAC_PAIR_BYTES, (flow + 1) * MAC_PAIR_BYTES), to * MAC_PAIR_BYTES);
    part.packets[to] = flows.packets[flow]!;
    part.bytes[to] = flows.bytes[flow]!;
    part.traits[to] = flows.traits[flow]!;
    part.synFlags[to] = flows.synFlags[flow]!;
  }
  return { flows: part, numbers };
}
