// Every byte of every TCP stream of a world, as its frames say. What a stack sends at a sequence number is always the same, and where no
// application has made the bytes up, that of the flow's formula; what arrives at a sequence number was sent there; and no connection has
// received, or seen acknowledged, a byte that did not cross an adapter. Frames are read here by hand, not by the code under test.

import { readSocket } from '../../ui/abi/abi.gen.ts';
import type { TappedFrame, World } from '../../ui/engine/world.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { payload } from '../oracle/payload.ts';

const SENT = 1;
const ARRIVED = 2;
/** Flow numbers from here on stand for texts. */
const MARKED = 0x80000000;
/** Longer streams than any of a test: what lies beyond is no part of this connection. */
const MOST = 1 << 24;

class Stream {
  readonly start: number;
  /** Frames of it may be seen only where they arrive. */
  readonly isHalfSeen: boolean;
  bytes = new Uint8Array(4096);
  state = new Uint8Array(4096);
  /** From the start on, without a hole. */
  sent = 0;
  arrived = 0;
  verified = 0;

  constructor(start: number, isHalfSeen: boolean) {
    this.start = start;
    this.isHalfSeen = isHalfSeen;
  }

  reserve(length: number): void {
    if (length <= this.bytes.length) return;
    const size = 2 ** Math.ceil(Math.log2(length));
    const [bytes, state] = [new Uint8Array(size), new Uint8Array(size)];
    bytes.set(this.bytes);
    state.set(this.state);
    [this.bytes, this.state] = [bytes, state];
  }

  advance(): void {
    while (this.sent < this.state.length && this.state[this.sent]! & SENT) this.sent++;
    while (this.arrived < this.state.length && this.state[this.arrived]! & ARRIVED) this.arrived++;
  }
}

interface Segment {
  key: string;
  seq: number;
  isSyn: boolean;
  part: Uint8Array;
}

function ipv6Text(bytes: Uint8Array): string {
  const words = Array.from({ length: 8 }, (_, at) => ((bytes[2 * at]! << 8) | bytes[2 * at + 1]!).toString(16));
  return words.join(':');
}

/** The TCP segment of a frame; null for all else. */
function segmentOf(frame: Uint8Array): Segment | null {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  const at = view.getUint16(12) === 0x8100 ? 18 : 14;
  const type = view.getUint16(at - 2);
  const isSix = type === 0x86dd;
  if ((!isSix && type !== 0x0800) || frame[at + (isSix ? 6 : 9)] !== 6) return null;
  const tcp = at + (isSix ? 40 : (frame[at]! & 15) * 4);
  const end = at + (isSix ? 40 + view.getUint16(at + 4) : view.getUint16(at + 2));
  if (end > frame.length) return null; // of a replayed capture, cut
  const side = (address: number, port: number) =>
    isSix
      ? `[${ipv6Text(frame.subarray(address, address + 16))}]:${view.getUint16(port)}`
      : `${frame.subarray(address, address + 4).join('.')}:${view.getUint16(port)}`;
  const [source, destination] = isSix ? [at + 8, at + 24] : [at + 12, at + 16];
  return {
    key: `${side(source, tcp)} ${side(destination, tcp + 2)}`,
    seq: view.getUint32(tcp + 4),
    isSyn: (frame[tcp + 13]! & 2) !== 0,
    part: frame.subarray(tcp + (frame[tcp + 12]! >> 4) * 4, end),
  };
}

/** An IPv6 address with all its words; others as they are. */
function whole(address: string): string {
  if (!address.includes(':')) return address;
  const [head, tail] = address.split('::') as [string, string | undefined];
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].join(':');
}

const addressOf = (end: string): string => whole(end.replace(/:\d+$/, '').replace(/[[\]]/g, ''));

/** An address and a port of a report as segmentOf has them. */
const plain = (end: string): string => end.replace(/^\[(.*)\]/, (_, address: string) => `[${whole(address)}]`);

export class Streams {
  readonly wrong: string[] = [];
  /** Bytes that arrived and were compared. */
  compared = 0;
  private readonly streams = new Map<string, Stream>();
  private readonly made = new Map<number, Uint8Array>();
  /** Addresses of hosts behind a virtual switch, and of virtual machines: what goes between the two crosses the adapter of one of them. */
  private readonly behindSwitch = new Set<string>();
  private readonly guests = new Set<string>();

  constructor(world: World) {
    for (const { kind, nics } of world.resolved.hosts)
      for (const { addresses, isBound } of nics)
        for (const { text } of addresses) {
          if (isBound) this.behindSwitch.add(whole(text));
          if (kind === 'guest') this.guests.add(whole(text));
        }
    for (const nic of world.nicNames().keys()) world.tap(nic, true);
  }

  /** Of one side of such a connection no frame may be seen. */
  private isHalfSeen(local: string, remote: string): boolean {
    const [a, b] = [addressOf(local), addressOf(remote)];
    return (this.behindSwitch.has(a) && this.guests.has(b)) || (this.behindSwitch.has(b) && this.guests.has(a));
  }

  /** Looks at all frames that were tapped so far. */
  take(world: World): void {
    world.takeTapped((frame) => this.look(frame));
  }

  private look({ frame, outbound }: TappedFrame): void {
    const segment = segmentOf(frame);
    if (!segment) return;
    const { key, seq, isSyn, part } = segment;
    let stream = this.streams.get(key);
    if (isSyn && (outbound || !stream) && stream?.start !== seq) {
      const [source, destination] = key.split(' ') as [string, string];
      this.streams.set(key, (stream = new Stream(seq, this.isHalfSeen(source, destination))));
    }
    const from = stream ? (seq - stream.start - 1) >>> 0 : MOST;
    if (!stream || part.length === 0 || from + part.length > MOST) return;
    stream.reserve(from + part.length);
    const { bytes, state } = stream;
    for (let offset = 0; offset < part.length; offset++) {
      const place = from + offset;
      const byte = part[offset]!;
      const was = state[place]!;
      if (was && bytes[place] !== byte) return this.say(`${key}: ${byte} at ${place}, where ${bytes[place]} was sent before`);
      if (!was && !outbound && !stream.isHalfSeen) return this.say(`${key}: the byte at ${place} arrived and was never sent`);
      bytes[place] = byte;
      state[place] = was | (outbound ? SENT : ARRIVED);
    }
    if (!outbound) this.compared += part.length;
  }

  private say(what: string): void {
    if (this.wrong.length < 20) this.wrong.push(what);
  }

  private flowBytes(flow: number, length: number): Uint8Array {
    let bytes = this.made.get(flow);
    if (!bytes || bytes.length < length) this.made.set(flow, (bytes = payload(flow, 2 ** Math.ceil(Math.log2(length + 1)))));
    return bytes;
  }

  /** What does not hold of the connections of a report. Take before it everything that was tapped. */
  complaints(world: World, report: WorldReport): string[] {
    const found = this.wrong.splice(0);
    const { core } = world.reading;
    for (const { id, app, transport, local, remote, receivedBytes, ackedBytes } of report.connections) {
      if (transport !== 'tcp' || this.isHalfSeen(local, remote)) continue;
      const ours = this.streams.get(`${plain(local)} ${plain(remote)}`);
      const theirs = this.streams.get(`${plain(remote)} ${plain(local)}`);
      ours?.advance();
      theirs?.advance();
      if (receivedBytes > (theirs?.arrived ?? 0))
        found.push(`${local} from ${remote}: ${receivedBytes} received, ${theirs?.arrived} arrived`);
      if (ackedBytes > (ours?.sent ?? 0)) found.push(`${local} to ${remote}: ${ackedBytes} acknowledged, ${ours?.sent} sent`);
      const { flow } = readSocket(core.memory.buffer, core.socketAt(id));
      const kind = app === null ? undefined : world.resolved.traffic[app]?.app;
      if (!ours || flow >= MARKED || kind === undefined || kind === 'http') continue;
      const expected = this.flowBytes(flow, ours.sent);
      while (ours.verified < ours.sent && expected[ours.verified] === ours.bytes[ours.verified]) ours.verified++;
      if (ours.verified < ours.sent) found.push(`${local} to ${remote}: the byte at ${ours.verified} is not that of flow ${flow}`);
    }
    return found;
  }
}
