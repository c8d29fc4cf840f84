// A station outside of the emulation, at the end of the cable of an emulated host: it puts frames on the cable and reads what comes back.
// Its TCP is as simple as a cable that loses nothing allows: it acknowledges all that comes in order.

import type { World } from '../../ui/engine/world.ts';
import { concat, ethernet, frame, icmpv6, ipv4, ipv6, tcp, type Layer } from '../build/frame.ts';
import { arp } from '../build/transport.ts';
import { be8, ipv6Address, mac } from '../build/bytes.ts';
import { readPacket, type ReadPacket } from '../oracle/packet.ts';
import { SECOND, US, worldOf, type Draft, type HostDraft, type NicDraft, type TrafficDraft } from './world-stage.ts';

export const SERVER_MAC = '00:00:5e:00:53:01';
export const OUR_MAC = '02:00:5e:00:53:99';
export const SERVER = '192.0.2.1';
export const US4 = '192.0.2.99';
export const SERVER6 = '2001:db8::1';
export const US6 = '2001:db8::99';

export type Family = 4 | 6;

const services: TrafficDraft[] = [
  { app: 'echo', to: 'server:7' },
  { app: 'echo', to: 'server:7', transport: 'udp' },
  { app: 'discard', to: 'server:9' },
  { app: 'discard', to: 'server:9', transport: 'udp' },
  { app: 'chargen', to: 'server:19' },
  { app: 'chargen', to: 'server:19', transport: 'udp' },
  { app: 'http', to: 'server:80' },
];

export interface OutsideDraft {
  host?: Partial<HostDraft>;
  nic?: Partial<NicDraft>;
  /** In place of one of each. */
  traffic?: TrafficDraft[];
}

/** One host with all services, whose cable leads outside. */
export const outsideDraft = ({ host, nic, traffic }: OutsideDraft = {}): Draft => ({
  hosts: [{ ...host, name: 'server', nics: [{ addresses: [`${SERVER}/24`, `${SERVER6}/64`], ...nic, name: 'lan' }] }],
  traffic: traffic ?? services,
});

/** Ethernet from us to the server, and IP. */
export const to4 = (protocol?: number): [Layer, Layer] => [
  ethernet({ dst: SERVER_MAC, src: OUR_MAC, pad: 60 }),
  ipv4({ src: US4, dst: SERVER, protocol }),
];
export const to6 = (): [Layer, Layer] => [ethernet({ dst: SERVER_MAC, src: OUR_MAC, pad: 60 }), ipv6({ src: US6, dst: SERVER6 })];
export const toServer = (family: Family): [Layer, Layer] => (family === 4 ? to4() : to6());

export const arpRequest = (target = SERVER, sender = US4): Uint8Array =>
  frame(
    ethernet({ dst: 'ff:ff:ff:ff:ff:ff', src: OUR_MAC, pad: 60 }),
    arp({ op: 1, srcMac: OUR_MAC, src: sender, dstMac: '00:00:00:00:00:00', dst: target }),
  );

/** RFC 4861 section 4.3: to the solicited-node group of the target, with our address as an option. */
export function solicitation(target = SERVER6, { hopLimit = 255, option = be8(1, 1, ...mac(OUR_MAC)), source = US6 } = {}): Uint8Array {
  const low = ipv6Address(target).slice(13);
  const group = `ff02::1:ff${low[0]!.toString(16).padStart(2, '0')}:${low[1]!.toString(16)}${low[2]!.toString(16).padStart(2, '0')}`;
  return frame(
    ethernet({ dst: ['33', '33', 'ff', ...[...low].map((byte) => byte.toString(16).padStart(2, '0'))].join(':'), src: OUR_MAC }),
    ipv6({ src: source, dst: group, hopLimit }),
    icmpv6({ type: 135, rest: 0 }),
    concat(ipv6Address(target), option),
  );
}

export class Outside {
  readonly world: World;
  /** Frames that the server sent and nobody has looked at. */
  private readonly came: ReadPacket[] = [];
  private nextPort = 40_000;

  private constructor(world: World) {
    this.world = world;
  }

  static async open(module: WebAssembly.Module, draft: OutsideDraft = {}): Promise<Outside> {
    const world = await worldOf(module, outsideDraft(draft));
    world.outside(0);
    return new Outside(world);
  }

  /** The same, and the server knows where our addresses are. */
  static async known(module: WebAssembly.Module, draft: OutsideDraft = {}): Promise<Outside> {
    const outside = await Outside.open(module, draft);
    outside.ask(arpRequest());
    outside.ask(solicitation());
    return outside;
  }

  put(bytes: Uint8Array): void {
    if (!this.world.inject(0, bytes, this.world.now)) throw new Error('the frame was not taken');
  }

  /** Runs until `time` or until the server sends something. @returns what it sent */
  listen(time: bigint): ReadPacket[] {
    for (;;) {
      const { next } = this.world;
      const isOver = next === null || next > time;
      this.world.run(isOver ? time : next);
      this.world.takeTapped(({ outbound, frame }) => {
        if (outbound) this.came.push(readPacket(frame));
      });
      if (this.came.length || isOver) return this.came.splice(0);
    }
  }

  /** Puts frames on the cable. @returns all that comes back within 1 ms */
  ask(...frames: Uint8Array[]): ReadPacket[] {
    for (const bytes of frames) this.put(bytes);
    const end = this.world.now + 1000n * US;
    const answers: ReadPacket[] = [];
    while (this.world.now < end) answers.push(...this.listen(end));
    return answers;
  }

  connect(port: number, options: Partial<ClientOptions> = {}): TcpClient {
    const { family = 4 } = options;
    const client = new TcpClient(this, port, this.nextPort++, {
      window: 65_535,
      mss: family === 4 ? 1460 : 1440,
      reads: Infinity,
      ...options,
      family,
    });
    const refused = client.open();
    if (refused) throw new Error(refused);
    return client;
  }

  /** Opens connections until the server refuses one, `most` at most. */
  connectMany(port: number, most: number): TcpClient[] {
    const clients: TcpClient[] = [];
    while (clients.length < most) {
      const client = new TcpClient(this, port, this.nextPort++, { family: 4, window: 65_535, mss: 1460, reads: Infinity });
      if (client.open()) break;
      clients.push(client);
    }
    return clients;
  }

  /** Lets clients and the server talk until the server has said nothing for a second. */
  talkAll(clients: readonly TcpClient[]): void {
    const byPort = new Map(clients.map((client) => [client.port, client]));
    for (let quiet = this.world.now + SECOND; this.world.now < quiet;)
      for (const packet of this.listen(quiet)) {
        byPort.get(packet.tcp?.destination ?? 0)?.take(packet);
        quiet = this.world.now + SECOND;
      }
  }
}

interface ClientOptions {
  family: Family;
  window: number;
  mss: number;
  /** Bytes that are read, and so acknowledged, at most. */
  reads: number;
}

const before = (a: number, b: number): boolean => ((a - b) | 0) < 0;

export class TcpClient {
  readonly port: number;
  private readonly outside: Outside;
  private readonly server: number;
  private readonly options: ClientOptions;
  seq = 1_000_000;
  ack = 0;
  /** Acknowledged by the server. */
  acked = this.seq;
  /** What it said last about its window. */
  window = 0;
  received: Uint8Array = new Uint8Array(0);
  readonly segments: ReadPacket[] = [];
  /** R: reset, F: closed by the server, in order. */
  ended: '' | 'F' | 'R' = '';
  reads: number;

  constructor(outside: Outside, server: number, port: number, options: ClientOptions) {
    this.outside = outside;
    this.server = server;
    this.port = port;
    this.options = options;
    this.reads = options.reads;
  }

  /** A segment of ours. */
  segment(
    flags: string,
    bytes: Uint8Array = new Uint8Array(0),
    { seq = this.seq, options = new Uint8Array(0) }: { seq?: number; options?: Uint8Array } = {},
  ): Uint8Array {
    const { window, family } = this.options;
    const ack = flags.includes('A') ? this.ack : 0;
    return frame(...toServer(family), tcp({ sport: this.port, dport: this.server, flags, seq, ack, window, options }), bytes);
  }

  /** @returns what the server answered in place of SYN+ACK */
  open(): string | null {
    const { mss } = this.options;
    this.outside.put(this.segment('S', undefined, { options: be8(2, 4, mss >> 8, mss & 255) }));
    this.seq++;
    const answer = this.next((packet) => packet.tcp!.flags.includes('S') || packet.tcp!.flags.includes('R'));
    if (answer.tcp!.flags !== 'SA') return `the answer to SYN is ${answer.tcp!.flags}`;
    this.ack = (answer.tcp!.seq + 1) >>> 0;
    this.acked = answer.tcp!.ack;
    this.window = answer.tcp!.window;
    this.segments.length = 0;
    this.outside.put(this.segment('A'));
    return null;
  }

  private next(isIt: (packet: ReadPacket) => boolean): ReadPacket {
    const end = this.outside.world.now + 10n * SECOND;
    while (this.outside.world.now < end)
      for (const packet of this.outside.listen(end)) {
        if (packet.tcp?.destination !== this.port) continue;
        this.segments.push(packet);
        if (isIt(packet)) return packet;
      }
    throw new Error('no answer');
  }

  /** Sends bytes, a segment at a time of at most `mss`, without waiting for anything. */
  send(bytes: Uint8Array, mss = this.options.mss): void {
    for (let at = 0; at < bytes.length; at += mss) {
      const part = bytes.subarray(at, at + mss);
      this.outside.put(this.segment(at + mss >= bytes.length ? 'PA' : 'A', part));
      this.seq = (this.seq + part.length) >>> 0;
    }
  }

  /** Sends bytes as the server's window lets us, and takes what comes meanwhile. */
  sendAll(bytes: Uint8Array): void {
    const { mss } = this.options;
    for (let at = 0; at < bytes.length;) {
      const room = Math.max(0, this.window - ((this.seq - this.acked) >>> 0));
      const part = bytes.subarray(at, at + Math.min(mss, room));
      if (part.length) this.send(part);
      else {
        const before = this.segments.length;
        this.talk(() => this.segments.length > before);
        if (this.segments.length === before) throw new Error(`the server takes no more after ${at} bytes`);
      }
      at += part.length;
    }
  }

  text(text: string, mss?: number): void {
    this.send(new TextEncoder().encode(text), mss);
  }

  finish(): void {
    this.outside.put(this.segment('FA'));
    this.seq = (this.seq + 1) >>> 0;
  }

  /** Takes a packet of the server: keeps what is in order and acknowledges it. */
  take(packet: ReadPacket): void {
    const { tcp: got, payload } = packet;
    if (got?.destination !== this.port) return;
    this.segments.push(packet);
    if (got.flags.includes('R')) this.ended = 'R';
    if (got.flags.includes('A') && before(this.acked, got.ack)) this.acked = got.ack;
    this.window = got.window;
    const isFin = got.flags.includes('F');
    if (!payload.length && !isFin) return;
    const fits = got.seq === this.ack && this.received.length + payload.length <= this.reads;
    if (fits) {
      this.received = concat(this.received, payload);
      this.ack = (this.ack + payload.length) >>> 0;
      if (isFin) {
        this.ack = (this.ack + 1) >>> 0;
        this.ended = 'F';
      }
    }
    this.outside.put(this.segment('A'));
  }

  /** Lets the two talk until `isDone` or the server has said nothing for a second. */
  talk(isDone: () => boolean = () => false): this {
    let quiet = this.outside.world.now + SECOND;
    while (!isDone() && this.outside.world.now < quiet) {
      const packets = this.outside.listen(quiet);
      for (const packet of packets) this.take(packet);
      if (packets.length) quiet = this.outside.world.now + SECOND;
    }
    return this;
  }

  get receivedText(): string {
    return new TextDecoder().decode(this.received);
  }
}
