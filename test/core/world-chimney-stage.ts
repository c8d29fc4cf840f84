// Worlds with adapters that take TCP connections, and what has to hold in them at every instant.

import {
  OffloadState,
  readNicRecord,
  readOffload,
  readSocket,
  readTcpConnection,
  SocketState,
  TcpState,
  UploadReason,
} from '../../ui/abi/abi.gen.ts';
import { connectionsIn } from '../../ui/engine/chimney-events.ts';
import { offloadStateName } from '../../ui/engine/chimney-read.ts';
import type { World } from '../../ui/engine/world.ts';
import type { ChimneyReport, ConnectionReport } from '../../ui/scenario/world-report.ts';
import { payload } from '../oracle/payload.ts';
import { readPacket } from '../oracle/packet.ts';
import { complaints, sum } from './world-checks.ts';
import { pair, worldOf, type Draft, type HostDraft, type NicDraft, type PairDraft, type TrafficDraft } from './world-stage.ts';

/** An adapter that takes connections of both families. */
export const taker = (more: Partial<NicDraft> = {}): Omit<NicDraft, 'name'> => ({
  speed: '10 Gb/s',
  ...more,
  capabilities: { chimneyIPv4: true, chimneyIPv6: true, ...more.capabilities },
});

export type Mode = 'disabled' | 'enabled' | 'automatic';
export const withMode = (chimney: Mode, more: Partial<HostDraft> = {}): Partial<HostDraft> => ({
  ...more,
  windows: { ...more.windows, netsh: { chimney, ...more.windows?.netsh } },
});

/** A server and a client whose adapters take connections; the client is an ideal one unless it says otherwise. */
export const chimneyPair = (mode: Mode, traffic: TrafficDraft[], more: PairDraft = {}): Draft =>
  pair({
    ...more,
    traffic,
    server: withMode(mode, more.server),
    serverNic: taker(more.serverNic),
    client: more.client ?? { kind: 'ideal' },
    clientNic: more.clientNic ?? { speed: '10 Gb/s' },
  });

export const chimneyWorld = (module: WebAssembly.Module, mode: Mode, traffic: TrafficDraft[], more?: PairDraft): Promise<World> =>
  worldOf(module, chimneyPair(mode, traffic, more));

export const chimneyOf = (world: World, nic = 0): ChimneyReport => world.report().nics[nic]!.chimney!;

export const serverSide = (world: World): ConnectionReport[] => world.report().connections.filter(({ role }) => role === 'server');

/** Runs until something holds. @returns whether it came to hold before `limit` */
export function runUntil(world: World, limit: bigint, holds: () => boolean, step = 10_000_000n): boolean {
  while (!holds()) {
    if (world.now >= limit) return false;
    world.run(world.now + step);
  }
  return true;
}

/** Has connections of an adapter taken back so that they may be offloaded again. */
export function takeBack(world: World, nic: number, which: (id: number) => boolean = () => true): void {
  const { core } = world.reading;
  for (const id of connectionsIn(core, nic)) if (which(id)) core.offloadUpload(id, UploadReason.GateClosed, 0);
}

/** What does not hold of connections and adapters, as sentences. */
export function chimneyComplaints(world: World): string[] {
  const { core, index } = world.reading;
  const { buffer } = core.memory;
  const report = world.report();
  const found = complaints(world);
  const inNic = index.nicHost.map(
    () =>
      new Map([
        ['Offloading', 0],
        ['Offloaded', 0],
        ['Uploading', 0],
      ]),
  );
  const ofGuests = new Map<number, number>();
  for (const { id, offload, transport } of report.connections) {
    if (transport !== 'tcp' || !offload) continue;
    const socket = readSocket(buffer, core.socketAt(id));
    if (offload.state !== offloadStateName(socket.offload)) found.push(`connection ${id}: ${offload.state} is not the state of its socket`);
    const counts = inNic[socket.nic]!;
    if (socket.offload !== OffloadState.InHost) {
      counts.set(offload.state, counts.get(offload.state)! + 1);
      const { nic, engine } = readOffload(buffer, core.offloadAt(id));
      if (nic !== socket.nic) found.push(`connection ${id}: of adapter ${socket.nic}, but counted with ${nic}`);
      if (engine !== nic) ofGuests.set(engine, (ofGuests.get(engine) ?? 0) + 1);
    }
    const host = readTcpConnection(buffer, core.connectionInHostAt(id));
    const isVoid = host.state === 0xdb && host.rcvNxt === 0xdbdbdbdb && host.sRtt === 0xdbdbdbdbdbdbdbdbn;
    if (isVoid !== (socket.offload !== OffloadState.InHost))
      found.push(`connection ${id}: ${offload.state}, but the host's variables say otherwise`);
    found.push(...positions(world, id));
  }
  for (const [nic, { chimney, name }] of report.nics.entries()) {
    if (!chimney) continue;
    const now = [chimney.offloading, chimney.offloaded, chimney.uploading];
    const counted = [...inNic[nic]!.values()];
    if (JSON.stringify(now) !== JSON.stringify(counted)) found.push(`${name}: ${now.join()} connections, but ${counted.join()} say so`);
    const guests = chimney.ofGuests ?? 0;
    if (guests !== (ofGuests.get(nic) ?? 0)) found.push(`${name}: ${guests} connections of guests, but ${ofGuests.get(nic)} say so`);
    // The places of a virtual adapter are those of the physical one.
    if (!readNicRecord(buffer, core.nicAt(nic)).isVirtual && sum(now) + guests > chimney.capacity)
      found.push(`${name}: ${sum(now) + guests} connections in ${chimney.capacity} places`);
    const gone = chimney.offloads - chimney.uploads - chimney.offloaded;
    if (gone < 0 || gone > chimney.lost) found.push(`${name}: ${chimney.offloads} offloads, ${chimney.uploads} uploads`);
    if (sum(Object.values(chimney.uploadReasons)) !== chimney.uploads) found.push(`${name}: reasons do not add up to ${chimney.uploads}`);
    if (chimney.engine.busyPs > report.timePs) found.push(`${name}: the engine was busy for longer than there was time`);
  }
  return found;
}

/** Where both streams stand in the record agrees with the sequence numbers, whoever has counted them. */
function positions(world: World, id: number): string[] {
  const { core } = world.reading;
  const { buffer } = core.memory;
  const socket = readSocket(buffer, core.socketAt(id));
  const c = readTcpConnection(buffer, core.connectionAt(id));
  if (socket.state !== SocketState.Tcp || c.state < TcpState.Established || c.state > TcpState.LastAck) return [];
  const { iss, irs } = readTcpConnection(buffer, core.connectionInHostAt(id));
  const hasFin = ([TcpState.CloseWait, TcpState.Closing, TcpState.LastAck] as number[]).includes(c.state);
  const received = BigInt.asUintN(32, BigInt(c.rcvNxt) - BigInt(irs) - 1n - (hasFin ? 1n : 0n));
  const finAcked = c.state === TcpState.FinWait2 ? 1n : 0n;
  const acked = BigInt.asUintN(32, BigInt(c.sndUna) - BigInt(iss) - 1n - finAcked);
  const wrong = [];
  if (received !== BigInt.asUintN(32, c.rcvNxtOffset)) wrong.push(`connection ${id}: received ${received}, counted ${c.rcvNxtOffset}`);
  if (acked !== BigInt.asUintN(32, c.sndUnaOffset)) wrong.push(`connection ${id}: acknowledged ${acked}, counted ${c.sndUnaOffset}`);
  return wrong;
}

/** A frame without its VLAN tag; as long as the least frame is, where the tag had made it so. */
function untagged(frame: Uint8Array): Uint8Array {
  if (frame[12] !== 0x81 || frame[13] !== 0) return frame;
  const rest = [...frame.subarray(0, 12), ...frame.subarray(16)];
  return Uint8Array.from([...rest, ...Array<number>(Math.max(0, 60 - rest.length)).fill(0)]);
}

/** Flow numbers from here on stand for texts. */
const MARKED = 0x80000000;
/** Most bytes of a stream that readers compare. */
const MOST_BYTES = 1_500_000;

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Reads the frames that tapped adapters send, and compares every byte of payload with the stream of its connection. */
export class StreamReader {
  readonly wrong: string[] = [];
  /** Bytes of each stream that were seen, by both ends. */
  readonly seen = new Map<string, number>();
  private readonly starts = new Map<string, number>();
  private readonly streams = new Map<number, Uint8Array>();
  private readonly flows = new Map<string, number>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
    for (const nic of world.nicNames().keys()) world.tap(nic, true);
  }

  private learn(): void {
    const { core } = this.world.reading;
    for (const { id, local, remote, transport } of this.world.report().connections)
      if (transport === 'tcp') this.flows.set(`${local} ${remote}`, readSocket(core.memory.buffer, core.socketAt(id)).flow);
  }

  /** Takes what was tapped. Call often: a connection has to be there when its first data is looked at. */
  take(): void {
    this.learn();
    this.world.takeTapped(({ outbound, frame }) => {
      if (!outbound) return;
      const { tcp, ip, payload: part } = readPacket(untagged(frame));
      if (!tcp || !ip) return;
      const end = (address: string, port: number) => (ip.version === 4 ? `${address}:${port}` : `[${address}]:${port}`);
      const key = `${end(ip.source, tcp.source)} ${end(ip.destination, tcp.destination)}`;
      if (tcp.flags.includes('S')) this.starts.set(key, tcp.seq);
      const flow = this.flows.get(key);
      const start = this.starts.get(key);
      if (part.length === 0 || flow === undefined || start === undefined) return;
      if (flow >= MARKED) return; // texts of applications, which have tests of their own
      const stream = this.streams.get(flow) ?? payload(flow, MOST_BYTES);
      this.streams.set(flow, stream);
      const at = (tcp.seq - start - 1) >>> 0;
      if (!same(part, stream.subarray(at, at + part.length))) this.wrong.push(`${key}: bytes from ${at} on are not those of the stream`);
      this.seen.set(key, Math.max(this.seen.get(key) ?? 0, at + part.length));
    });
  }
}
