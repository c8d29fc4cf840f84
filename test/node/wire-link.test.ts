// The link between a world and a socket, with a world of a few lines, a clock that the test turns, and real sockets.

import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { after, afterEach, before, describe, expect, it } from '#test';
import { FrameBatch, FrameDecoder } from '../../ui/cli/stream-frames.ts';
import { WireLink, type WireWorld } from '../../ui/cli/wire-link.ts';
import { filler, fromHex, toHex } from '../build/bytes.ts';

const US = 1_000_000n;

/** Gives each frame back, its bytes in reverse, `delayPs` after it came. */
class Mirror implements WireWorld {
  now = 0n;
  readonly arrived: bigint[] = [];
  private waiting: { at: bigint; frame: Uint8Array }[] = [];
  private sent: { at: bigint; frame: Uint8Array }[] = [];
  /** A frame of this length leaves each `every` ps by itself. */
  flood: { bytes: number; every: bigint } | null = null;
  private flooded = 0n;

  constructor(private readonly delayPs: bigint) {}

  get next(): bigint | null {
    const [oldest] = this.waiting; // all wait equally long
    const flood = this.flood ? this.flooded + this.flood.every : null;
    return oldest && (flood === null || oldest.at < flood) ? oldest.at : flood;
  }
  run(until: bigint, maxEvents = Infinity): 'time' | 'events' {
    for (let events = 0; this.next !== null && this.next <= until; events++) {
      if (events === maxEvents) return 'events';
      this.now = this.next;
      if (this.flood && this.flooded + this.flood.every === this.now) {
        this.flooded = this.now;
        this.sent.push({ at: this.now, frame: filler(this.flood.bytes) });
      } else {
        const { frame } = this.waiting.shift()!;
        this.sent.push({ at: this.now, frame: frame.toReversed() });
      }
    }
    this.now = until;
    return 'time';
  }
  inject(nic: number, frame: Uint8Array, at: bigint): boolean {
    expect(nic).to.equal(3);
    expect(at >= this.now && at >= (this.arrived.at(-1) ?? 0n), 'arrives in order, not before now').to.equal(true);
    if (frame.length === 999) return false;
    this.arrived.push(at);
    this.waiting.push({ at: at + this.delayPs, frame: frame.slice() });
    return true;
  }
  takeTapped: WireWorld['takeTapped'] = (take) => {
    for (const { at, frame } of this.sent.splice(0))
      for (const [nic, outbound] of [
        [3, false],
        [2, true],
        [3, true],
      ] as const)
        take({
          timePs: at,
          nic,
          outbound,
          frame: nic === 3 && outbound ? frame : filler(5),
          wireBytes: frame.length,
          queue: null,
          hash: null,
          hashType: 0,
        });
  };
}

describe('wire link', () => {
  let server: Server;
  const opened: WireLink[] = [];
  before(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    for (const link of opened.splice(0)) link.stop();
  });
  after(() => void server.close());

  /** Both ends of a connection. */
  async function pair(): Promise<[Socket, Socket]> {
    const far = createConnection({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
    const [near] = (await once(server, 'connection')) as [Socket];
    return [near, far];
  }

  interface Started {
    link: WireLink;
    far: Socket;
    gone: Promise<string | null>;
    frames: string[];
    clock: { ns: bigint };
    slips: () => number;
  }
  async function start(world: Mirror, clock?: { ns: bigint }): Promise<Started> {
    let slipped = 0;
    const hand = clock ?? { ns: 0n };
    const link = new WireLink({
      world,
      nic: 3,
      bitsPerSecond: 1e9,
      clock: clock ? () => hand.ns : () => process.hrtime.bigint(),
      onSlip: () => slipped++,
    });
    opened.push(link);
    const [near, far] = await pair();
    const frames: string[] = [];
    const decoder = new FrameDecoder((frame) => frames.push(toHex(frame)));
    far.on('data', (chunk: Buffer) => decoder.push(chunk));
    return { link, far, gone: link.attach(near), frames, clock: hand, slips: () => slipped };
  }

  const streamOf = (...frames: Uint8Array[]): Uint8Array => {
    const batch = new FrameBatch();
    for (const frame of frames) batch.add(frame);
    return batch.take()!;
  };
  async function until(what: () => boolean): Promise<void> {
    for (let tries = 0; !what(); tries++) {
      if (tries > 1000) throw new Error(`does not come: ${what.toString()}`);
      await pause(5);
    }
  }

  it('answers at once what is due at once, without a timer', async () => {
    const { far, frames, link } = await start(new Mirror(0n), { ns: 0n });
    far.write(streamOf(fromHex('0102')));
    await until(() => frames.length === 1);
    expect(frames).to.deep.equal(['0201']);
    expect(link.counts).to.deep.equal({ in: 1, out: 1, tooLong: 0, noRoom: 0, unheard: 0 });
  });

  it('waits for virtual time as long as the clock says', async () => {
    const clock = { ns: 5_000_000n };
    const world = new Mirror(200n * US);
    const { far, frames } = await start(world, clock);
    clock.ns += 1000n;
    far.write(streamOf(fromHex('0102')));
    await until(() => world.arrived.length === 1);
    expect(world.arrived).to.deep.equal([US]); // a microsecond after the link was attached
    clock.ns += 199_999n;
    await pause(30);
    expect(frames).to.deep.equal([]);
    clock.ns += 1n;
    await until(() => frames.length === 1);
  });

  it('follows the real clock over milliseconds', async () => {
    const { far, frames, slips } = await start(new Mirror(40_000n * US));
    const sent = performance.now();
    far.write(streamOf(fromHex('0102')));
    await until(() => frames.length === 1);
    expect(performance.now() - sent).to.be.at.least(40);
    expect(slips()).to.equal(0);
  });

  it('waits for less than a millisecond where less is to be waited for', async () => {
    const { far, frames } = await start(new Mirror(300n * US));
    const rounds = 20;
    let best = Infinity;
    for (let tries = 0; tries < 10; tries++) {
      const started = performance.now();
      for (let round = 1; round <= rounds; round++) {
        const wanted = frames.length + 1;
        far.write(streamOf(fromHex('0102')));
        while (frames.length < wanted) await once(far, 'data');
      }
      best = Math.min(best, performance.now() - started);
    }
    // Node's timers take a millisecond or more each, however fast the machine.
    expect(best)
      .to.be.at.least(rounds * 0.3)
      .and.below(rounds * 0.9);
  });

  it('counts what the adapter refuses', async () => {
    const { far, frames, link } = await start(new Mirror(0n));
    // 9216 bytes of IP are the most that an adapter can be set to.
    far.write(streamOf(filler(9231), filler(999), filler(9230), fromHex('0102')));
    await until(() => frames.length === 2);
    expect(link.counts).to.deep.equal({ in: 2, out: 2, tooLong: 1, noRoom: 1, unheard: 0 });
  });

  it('ends with null when the other side leaves, in the middle of a frame too', async () => {
    const clean = await start(new Mirror(0n));
    clean.far.end(streamOf(fromHex('0102')));
    expect(await clean.gone).to.equal(null);
    expect(clean.link.isAttached).to.equal(false);
    const torn = await start(new Mirror(0n));
    torn.far.end(fromHex('000000050102'));
    expect(await torn.gone).to.equal(null);
    const reset = await start(new Mirror(0n));
    reset.far.resetAndDestroy();
    expect(await reset.gone).to.equal(null);
  });

  it('ends with the length when the stream is none of frames', async () => {
    const { far, gone, link } = await start(new Mirror(0n));
    far.write('GET / HTTP/1.1\r\n');
    expect(await gone).to.match(/1195725856 bytes/);
    expect(link.counts.in).to.equal(0);
  });

  it('slips by what is more than 100 ms, and says so once', async () => {
    const clock = { ns: 0n };
    const world = new Mirror(0n);
    world.flood = { bytes: 60, every: 10_000n * US };
    const { link, slips, frames } = await start(world, clock);
    clock.ns = 10_000_000_000n;
    // Due since 10 ms: the present is 110 ms.
    await until(() => frames.length === 11);
    expect(world.now).to.equal(110_000n * US);
    expect(link.slippedPs).to.equal(9_890_000n * US);
    clock.ns += 5_000_000_000n;
    await until(() => frames.length === 22);
    expect(slips()).to.equal(1);
  });

  it('stands still while the other side does not read, and goes on when it does', async () => {
    const world = new Mirror(0n);
    world.flood = { bytes: 1514, every: 12n * US }; // 1 Gb/s
    const { link, far } = await start(world);
    far.pause();
    let stood = -1n;
    let looks = 0;
    await until(() => {
      looks = world.now === stood ? looks + 1 : 0;
      stood = world.now;
      return looks === 20 && link.counts.out > 2770; // a tenth of a second; four megabytes
    });
    const { out } = link.counts;
    // It reads all the same, so that two that wait for each other do not wait for ever: what there is no room for is dropped.
    const flood = Array.from({ length: 4000 }, () => filler(1500));
    far.write(streamOf(...flood));
    const noRoom = 4000 - Math.ceil((4 << 20) / 1500);
    await until(() => link.counts.noRoom >= noRoom);
    expect([world.now, world.arrived.length, link.counts.out]).to.deep.equal([stood, 0, out]);
    far.resume();
    await until(() => link.counts.out > out && world.arrived.length === 4000 - noRoom);
    expect(link.counts.noRoom).to.equal(noRoom);
  });

  it('reads no faster than the cable carries, and loses nothing', async () => {
    const world = new Mirror(0n);
    const { link, far, clock } = await start(world, { ns: 0n });
    far.write(streamOf(...Array.from({ length: 10_000 }, () => filler(1500))));
    let read = 0;
    await until(() => link.counts.in === 1); // the others wait for the clock
    await pause(50);
    expect(far.writableLength, 'the rest waits where it is').to.be.above(4 << 20);
    const wireNs = 12_192n; // 1500 and 24 bytes at 1 Gb/s
    while (link.counts.in < 10_000) {
      clock.ns += 100n * wireNs;
      if (link.counts.in < 10_000) await pause(1);
      read++;
      if (read > 2000) throw new Error(`${link.counts.in} of 10000 frames`);
    }
    expect(link.counts).to.deep.include({ in: 10_000, noRoom: 0 });
    const gaps = world.arrived.slice(1).map((at, index) => at - world.arrived[index]!);
    expect(gaps.every((gap) => gap >= wireNs * 1000n)).to.equal(true);
  });

  it('goes on without a peer, and with another', async () => {
    const world = new Mirror(0n);
    world.flood = { bytes: 60, every: 1000n * US };
    const { link, far, gone } = await start(world);
    far.destroy();
    await gone;
    await until(() => link.counts.unheard > 0);
    const [near, other] = await pair();
    const came = once(other, 'data');
    void link.attach(near);
    await came;
  });

  it('does nothing any more once stopped', async () => {
    const world = new Mirror(0n);
    world.flood = { bytes: 60, every: 1000n * US };
    const { link, gone } = await start(world);
    link.stop();
    expect(await gone).to.equal(null);
    const { now } = world;
    await pause(20);
    expect(world.now).to.equal(now);
  });
});
