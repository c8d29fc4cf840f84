// One core with a stack and a connection on it: fields of records by name, segments in and out as objects.

import {
  TcpConnectionLayout,
  TcpSegmentLayout,
  TcpStackLayout,
  TcpState,
  readTcpConnection,
  readTcpSegment,
  readTcpStack,
} from '../../ui/abi/abi.gen.ts';
import type { TcpConnectionRecord, TcpSegmentRecord, TcpStackRecord } from '../../ui/abi/abi.gen.ts';
import type { CoreExports } from '../../ui/engine/core.ts';
import { be32, ipv4Address } from '../build/bytes.ts';
import { records } from '../../ui/abi/schema.ts';

export const NEVER = 2n ** 64n - 1n;

const widths = new Map(
  records.flatMap(({ name, fields }) => fields.map((field) => [`${name}.${field.name}`, field.type] as [string, typeof field.type])),
);

/** Writes a number field of a record. */
export function poke(core: CoreExports, record: string, layout: Record<string, number>, at: number, field: string, value: bigint): void {
  const width = widths.get(`${record}.${field}`);
  const view = new DataView(core.memory.buffer, at + (layout[field] ?? 0));
  if (width === 'u8') view.setUint8(0, Number(value));
  else if (width === 'u16') view.setUint16(0, Number(value), true);
  else if (width === 'u32') view.setUint32(0, Number(value), true);
  else if (width === 'u64') view.setBigUint64(0, value, true);
  else throw new Error(`${record} has no number ${field}`);
}

export const pokeStack = (core: CoreExports, stack: number, field: string, value: bigint): void =>
  poke(core, 'TcpStack', TcpStackLayout, stack, field, value);
export const pokeConnection = (core: CoreExports, at: number, field: string, value: bigint): void =>
  poke(core, 'TcpConnection', TcpConnectionLayout, at, field, value);
export const pokeSegment = (core: CoreExports, at: number, field: string, value: bigint): void =>
  poke(core, 'TcpSegment', TcpSegmentLayout, at, field, value);

export const connectionOf = (core: CoreExports, at: number): TcpConnectionRecord => readTcpConnection(core.memory.buffer, at);
export const stackOf = (core: CoreExports, at: number): TcpStackRecord => readTcpStack(core.memory.buffer, at);
export const segmentOf = (core: CoreExports, at: number): TcpSegmentRecord => readTcpSegment(core.memory.buffer, at);

/** Fills in who talks to whom. */
export function identify(core: CoreExports, at: number, local: string, localPort: number, remote: string, remotePort: number): void {
  const bytes = new Uint8Array(core.memory.buffer);
  bytes.fill(0, at, at + TcpConnectionLayout.size);
  bytes.set(ipv4Address(local), at + TcpConnectionLayout.localAddress);
  bytes.set(ipv4Address(remote), at + TcpConnectionLayout.remoteAddress);
  pokeConnection(core, at, 'localPort', BigInt(localPort));
  pokeConnection(core, at, 'remotePort', BigInt(remotePort));
  pokeConnection(core, at, 'family', 4n);
  pokeConnection(core, at, 'state', BigInt(TcpState.Closed));
  pokeConnection(core, at, 'deadline', NEVER);
}

/** SACK blocks of a segment, absolute sequence numbers. */
export function sackOf(segment: TcpSegmentRecord): [number, number][] {
  const view = new DataView(segment.sack.buffer, segment.sack.byteOffset);
  return Array.from({ length: segment.sackBlocks }, (_, index) => [view.getUint32(index * 8, true), view.getUint32(index * 8 + 4, true)]);
}

export const swap32 = (value: number): Uint8Array => be32(value).toReversed();
