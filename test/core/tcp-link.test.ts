// Two endpoints joined by a seeded link that loses, repeats and reorders packets. Every packet crosses as bytes, so writer and parser
// are in the loop. Both streams must arrive whole and in order, both sides must close, and at every step what was sent is what was
// acknowledged plus what is in flight.

import { describe, expect, it } from '#test';
import { TcpEvent, TcpParse, TcpState } from '../../ui/abi/abi.gen.ts';
import { instantiateCore, type CoreExports } from '../../ui/engine/core.ts';
import { Random } from '../build/random.ts';
import { coreModules } from '../core-under-test.ts';
import { connectionOf, identify, NEVER, pokeStack, segmentOf, stackOf } from '../tcp/stage.ts';

const MS = 10n ** 9n;

interface Packet {
  due: bigint;
  order: number;
  to: number;
  bytes: Uint8Array;
}

interface World {
  loss: number;
  repeat: number;
  /** Most extra delay of a packet, ms. */
  jitter: number;
  bytes: [number, number];
  settings: Record<string, bigint>;
  /** Most bytes that a user reads at once. */
  read: number;
}

class End {
  readonly core: CoreExports;
  readonly stack: number;
  readonly at: number;
  readonly total: number;
  /** Received stream by offset; a byte not yet received is undefined in `known`. */
  readonly buffer: Uint8Array;
  readonly known: Uint8Array;
  written = 0;
  read = 0;
  /** End of the stream bytes ever put on the wire; holes would show in the peer. */
  sentTo = 0;
  closed = false;
  constructor(core: CoreExports, side: number, world: World) {
    this.core = core;
    this.stack = core.tcpStackReserve(64);
    this.at = core.tcpConnectionsReserve(1);
    this.total = world.bytes[side]!;
    this.buffer = new Uint8Array(world.bytes[1 - side]!);
    this.known = new Uint8Array(this.buffer.length);
    const hosts = ['192.0.2.1', '198.51.100.2'] as const;
    identify(core, this.at, hosts[side]!, 1000 + side, hosts[1 - side]!, 1001 - side);
    pokeStack(core, this.stack, 'secret0', BigInt(side + 1));
    for (const [field, value] of Object.entries(world.settings)) pokeStack(core, this.stack, field, value);
  }
  get record(): ReturnType<typeof connectionOf> {
    return connectionOf(this.core, this.at);
  }
}

function play(core: CoreExports, seed: number, world: World, both: boolean): void {
  const random = new Random(seed);
  const ends = [new End(core, 0, world), new End(core, 1, world)] as const;
  const link: Packet[] = [];
  const segment = core.scratchAt();
  const slice = segment + 256;
  const room = segment + 1024;
  let now = MS;
  let order = 0;
  const chance = (rate: number): boolean => random.unit() <= rate;

  const carry = (side: number): void => {
    const end = ends[side]!;
    for (let index = 0; index < core.tcpRingCount(end.stack); index++) {
      const at = core.tcpRingAt(end.stack, index);
      const whole = segmentOf(core, at);
      if (whole.length > 0) end.sentTo = Math.max(end.sentTo, Number(whole.offset) + whole.length);
      for (let part = 0; part < core.tcpSlices(at); part++) {
        core.tcpSlice(at, part, slice);
        const bytes = core.tcpWrite(slice, room);
        const copies = chance(world.loss) ? 0 : chance(world.repeat) ? 2 : 1;
        for (let copy = 0; copy < copies; copy++)
          link.push({
            due: now + 10n * MS + BigInt(Math.floor(random.unit() * world.jitter * 1e9)),
            order: order++,
            to: 1 - side,
            bytes: new Uint8Array(core.memory.buffer.slice(room, room + bytes)),
          });
      }
    }
    core.tcpRingRelease(end.stack, core.tcpRingCount(end.stack));
    const c = end.record;
    if (c.state < TcpState.Established) return;
    // Conservation: bytes sent = acknowledged + in flight; FIN has a sequence number and is no byte.
    const fin = (n: number): number => (((n - c.sendDataTail) | 0) > 0 ? 1 : 0);
    const inFlight = ((c.sndMax - c.sndUna) >>> 0) - (fin(c.sndMax) - fin(c.sndUna));
    expect(Number(c.sndUnaOffset) + inFlight, `seed ${seed}: sent`).to.equal(end.sentTo);
  };

  const use = (side: number): void => {
    const end = ends[side]!;
    let c = end.record;
    if (c.bufferedData > 0 && chance(0.7)) end.read += core.tcpReceive(end.at, Math.min(c.bufferedData, 1 + random.below(world.read)), now);
    if (end.written < end.total && core.tcpUnacked(end.at) < 65536) {
      const bytes = Math.min(end.total - end.written, 1 + random.below(9000));
      if (core.tcpSend(end.at, bytes, now)) end.written += bytes;
    }
    c = end.record;
    if (c.state >= TcpState.Established && !end.closed && end.written === end.total) {
      end.closed = true;
      core.tcpShutdown(end.at, now);
    }
    carry(side);
  };

  const deliver = ({ to, bytes }: Packet): void => {
    const end = ends[to]!;
    new Uint8Array(core.memory.buffer).set(bytes, room);
    expect(core.tcpParse(room, bytes.length, segment)).to.equal(TcpParse.Segment);
    core.tcpInput(end.at, segment, now);
    const { acceptedLength, acceptedOffset, acceptedSkip } = stackOf(core, end.stack);
    if (acceptedLength === 0) return;
    const payload = segmentOf(core, segment).payload + acceptedSkip;
    end.buffer.set(new Uint8Array(core.memory.buffer, payload, acceptedLength), Number(acceptedOffset));
    end.known.fill(1, Number(acceptedOffset), Number(acceptedOffset) + acceptedLength);
  };

  core.tcpOpen(ends[0].at, ends[0].stack, now);
  if (both) core.tcpOpen(ends[1].at, ends[1].stack, now);
  else core.tcpListen(ends[1].at, ends[1].stack);
  const over = (end: End): boolean => end.record.state === TcpState.Closed || end.record.state === TcpState.TimeWait;
  for (let steps = 0; !ends.every(over); steps++) {
    if (steps > 60000)
      throw new Error(`seed ${seed}: no end after ${steps} steps, states ${ends.map((end) => end.record.state).join(', ')}`);
    for (const side of [0, 1]) {
      carry(side);
      use(side);
    }
    const nearest = link.reduce<Packet | undefined>(
      (best, packet) => (!best || packet.due < best.due || (packet.due === best.due && packet.order < best.order) ? packet : best),
      undefined,
    );
    const timers = ends.map((end) => end.record.deadline);
    const timer = timers[0]! < timers[1]! ? 0 : 1;
    if (nearest && nearest.due <= timers[timer]!) {
      if (nearest.due > now) now = nearest.due;
      link.splice(link.indexOf(nearest), 1);
      deliver(nearest);
      carry(nearest.to);
    } else {
      if (timers[timer] !== NEVER) now = timers[timer]! > now ? timers[timer]! : now;
      else now += MS;
      if (timers[timer] !== NEVER) core.tcpTimer(ends[timer].at, now);
      carry(timer);
    }
  }
  for (const side of [0, 1]) {
    const end = ends[side]!;
    const c = end.record;
    expect(c.events & (TcpEvent.Reset | TcpEvent.TimedOut | TcpEvent.Refused), `seed ${seed}: events of ${side}`).to.equal(0);
    expect(Number(c.rcvNxtOffset), `seed ${seed}: bytes in order at ${side}`).to.equal(end.buffer.length);
    expect(end.read + c.bufferedData).to.equal(end.buffer.length);
    expect(end.known.includes(0), `seed ${seed}: a byte counted that never came`).to.equal(false);
    core.tcpPayload(0, 0n, end.buffer.length, room);
    const wanted = new Uint8Array(core.memory.buffer, room, end.buffer.length);
    expect(
      end.buffer.every((byte, index) => byte === wanted[index]),
      `seed ${seed}: bytes at ${side}`,
    ).to.equal(true);
  }
}

const rough: World = {
  loss: 0.05,
  repeat: 0.05,
  jitter: 15,
  bytes: [50000, 30000],
  settings: { dataRetries: 40n, synRetries: 40n },
  read: 20000,
};
const worlds: Record<string, World> = {
  'a clean link': { ...rough, loss: 0, repeat: 0, jitter: 0 },
  'loss, repetition and reordering with SACK': rough,
  'the same without SACK': { ...rough, settings: { ...rough.settings, sack: 0n, congestion: 0n } },
  'the same with timestamps, ECN and large sends': {
    ...rough,
    settings: { ...rough.settings, timestamps: 1n, ecn: 1n, largeSend: 16384n },
  },
  'a small window and a slow reader': { ...rough, settings: { ...rough.settings, receiveWindow: 4000n }, read: 900, bytes: [20000, 10000] },
};

for (const { name, module } of await coreModules())
  describe(`two TCP endpoints, ${name} core`, () => {
    for (const [title, world] of Object.entries(worlds))
      for (const both of [false, true])
        it(`${title}${both ? ', opened from both sides' : ''}`, async () => {
          for (let seed = 1; seed <= 8; seed++) play(await instantiateCore(module), seed, world, both);
        });
  });
