// Segments as bytes: the writer against the frame builders, the parser on what they build, on wrong checksums and on options that lie;
// large sends cut into wire segments; initial sequence numbers.

import { describe, expect, it } from '#test';
import { TcpConnectionLayout, TcpFlag, TcpOption, TcpParse, TcpSegmentLayout, type TcpSegmentRecord } from '../../ui/abi/abi.gen.ts';
import { instantiateCore, type CoreExports } from '../../ui/engine/core.ts';
import { be32, be8, concat, destinationOptions, filler, fragment, frame, hopByHop, ipv4, ipv6, tcp, toHex, udp } from '../build/frame.ts';
import { Random } from '../build/random.ts';
import { coreModules } from '../core-under-test.ts';
import { connectionOf, identify, pokeSegment, pokeStack, sackOf, segmentOf } from '../tcp/stage.ts';

const rows: { name: string; options: Uint8Array; bits: number; blocks?: [number, number][] }[] = [
  { name: 'none', options: be8(), bits: 0 },
  {
    name: 'SYN',
    options: be8(2, 4, 5, 0xb4, 1, 3, 3, 8, 1, 1, 4, 2),
    bits: TcpOption.Mss | TcpOption.WindowScale | TcpOption.SackPermitted,
  },
  { name: 'timestamps', options: concat(be8(1, 1, 8, 10), be32(77, 88)), bits: TcpOption.Timestamps },
  {
    name: 'timestamps and 3 blocks',
    options: concat(be8(1, 1, 8, 10), be32(77, 88), be8(1, 1, 5, 26), be32(10, 20, 30, 40, 0xfffffff0, 5)),
    bits: TcpOption.Timestamps,
    blocks: [
      [10, 20],
      [30, 40],
      [0xfffffff0, 5],
    ],
  },
];

class Bytes {
  readonly core: CoreExports;
  readonly segment: number;
  readonly room: number;
  constructor(core: CoreExports) {
    this.core = core;
    this.segment = core.scratchAt();
    this.room = this.segment + 1024;
  }
  parse(packet: Uint8Array): number {
    new Uint8Array(this.core.memory.buffer).set(packet, this.room);
    return this.core.tcpParse(this.room, packet.length, this.segment);
  }
  record(): TcpSegmentRecord {
    return segmentOf(this.core, this.segment);
  }
  write(): Uint8Array {
    const out = this.room + 20000;
    const bytes = this.core.tcpWrite(this.segment, out);
    expect(this.core.tcpWriteBytes(this.segment)).to.equal(bytes);
    return new Uint8Array(this.core.memory.buffer.slice(out, out + bytes));
  }
}

for (const { name, module } of await coreModules())
  describe(`TCP bytes, ${name} core`, () => {
    const start = async (): Promise<Bytes> => new Bytes(await instantiateCore(module));

    for (const { name: title, options, bits, blocks } of rows)
      for (const length of [0, 1, 3, 1448])
        for (const layer of [ipv4({ dontFragment: true, id: 7, ttl: 128 }), ipv6({ hopLimit: 128, flowLabel: 0x12345 })])
          it(`${layer.ethertype === 0x800 ? 'IPv4' : 'IPv6'}, options ${title}, ${length} bytes: read, and written the same`, async () => {
            const bytes = await start();
            const packet = frame(layer, tcp({ flags: 'PA', seq: 0xfffffffe, ack: 9, window: 513, options }), filler(length));
            expect(bytes.parse(packet)).to.equal(TcpParse.Segment);
            const got = bytes.record();
            expect([got.seq, got.ack, got.flags, got.window, got.length]).to.deep.equal([
              0xfffffffe,
              9,
              TcpFlag.Psh | TcpFlag.Ack,
              513,
              length,
            ]);
            expect(got.options).to.equal(bits);
            expect(sackOf(got)).to.deep.equal(blocks ?? []);
            expect(toHex(bytes.write())).to.equal(toHex(packet));
          });

    it('skips unknown options by length, and is not held up by lengths 0, 1 or beyond the header', async () => {
      const bytes = await start();
      for (const [options, mss] of [
        [be8(99, 4, 1, 2, 2, 4, 5, 0xb4), true],
        [be8(99, 0, 1, 2, 2, 4, 5, 0xb4), false],
        [be8(99, 1, 1, 2, 2, 4, 5, 0xb4), false],
        [be8(99, 40, 1, 2, 2, 4, 5, 0xb4), false],
        [be8(0, 4, 1, 2, 2, 4, 5, 0xb4), false],
        [be8(1, 1, 1, 2), false],
      ] as const) {
        expect(bytes.parse(frame(ipv4(), tcp({ options })))).to.equal(TcpParse.Segment);
        expect(bytes.record().options, toHex(options)).to.equal(mss ? TcpOption.Mss : 0);
      }
    });

    it('refuses every packet with one bit changed, or takes it for no TCP', async () => {
      const bytes = await start();
      const packet = frame(ipv4(), tcp({ options: rows[1]!.options }), filler(5));
      for (let bit = 0; bit < packet.length * 8; bit++) {
        const changed = packet.slice();
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(bytes.parse(changed), `bit ${bit}`).not.to.equal(TcpParse.Segment);
      }
    });

    it('tells other protocols, fragments and cut packets apart', async () => {
      const bytes = await start();
      expect(bytes.parse(frame(ipv4(), udp(), filler(4)))).to.equal(TcpParse.NotTcp);
      expect(bytes.parse(frame(ipv4({ moreFragments: true }), tcp()))).to.equal(TcpParse.Fragment);
      expect(bytes.parse(frame(ipv6(), fragment({ moreFragments: true }), tcp()))).to.equal(TcpParse.Fragment);
      expect(bytes.parse(frame(ipv6(), hopByHop(), destinationOptions(), tcp()))).to.equal(TcpParse.Segment);
      const packet = frame(ipv6(), hopByHop(), tcp(), filler(9));
      for (let length = 0; length < packet.length; length++)
        expect(bytes.parse(packet.subarray(0, length)), `${length} bytes`).not.to.equal(TcpParse.Segment);
    });

    it('reads random bytes without a trap', async () => {
      const bytes = await start();
      const random = new Random(9);
      for (let round = 0; round < 3000; round++) {
        const packet = random.bytes(1 + random.below(80));
        packet[0] = random.oneIn(2) ? 0x45 : 0x60;
        bytes.parse(packet);
      }
    });

    it('writes the same stream whatever the pieces', async () => {
      const { core, room } = await start();
      core.tcpPayload(5, 3n, 100, room);
      const whole = toHex(new Uint8Array(core.memory.buffer, room, 100));
      for (let at = 0; at < 100; at += 7) core.tcpPayload(5, 3n + BigInt(at), Math.min(7, 100 - at), room + 200 + at);
      expect(toHex(new Uint8Array(core.memory.buffer, room + 200, 100))).to.equal(whole);
    });

    it('cuts a large send: sequence + MSS, ids + 1, PSH and FIN on the last, CWR on the first, ECE on all', async () => {
      const { core, segment } = await start();
      new Uint8Array(core.memory.buffer).fill(0, segment, segment + 2 * TcpSegmentLayout.size);
      const all = {
        seq: 0xfffffff0,
        length: 3000,
        mss: 1448,
        ipId: 65535,
        offset: 50,
        timestamp: 7,
        flags: TcpFlag.Cwr | TcpFlag.Ece | TcpFlag.Psh | TcpFlag.Fin | TcpFlag.Ack,
      };
      for (const [field, value] of Object.entries(all)) pokeSegment(core, segment, field, BigInt(value));
      expect(core.tcpSlices(segment)).to.equal(3);
      const parts = [0, 1, 2].map((index) => {
        core.tcpSlice(segment, index, segment + TcpSegmentLayout.size);
        const { seq, length, ipId, offset, flags, timestamp } = segmentOf(core, segment + TcpSegmentLayout.size);
        return [seq, length, ipId, Number(offset), flags, timestamp];
      });
      const { Ack, Ece, Cwr, Psh, Fin } = TcpFlag;
      expect(parts).to.deep.equal([
        [0xfffffff0, 1448, 65535, 50, Ack | Ece | Cwr, 7],
        [1432, 1448, 0, 1498, Ack | Ece, 7],
        [2880, 104, 1, 2946, Ack | Ece | Psh | Fin, 7],
      ]);
    });

    it('gives another initial sequence number to each tuple, and counts 4 us', async () => {
      const { core } = await start();
      const stack = core.tcpStackReserve(64);
      const at = core.tcpConnectionsReserve(1);
      pokeStack(core, stack, 'secret0', 42n);
      const isn = (port: number, now: bigint): number => {
        identify(core, at, '192.0.2.1', port, '198.51.100.2', 80);
        core.tcpOpen(at, stack, now);
        core.tcpRingRelease(stack, core.tcpRingCount(stack));
        return connectionOf(core, at).iss;
      };
      expect(new Set(Array.from({ length: 100 }, (_, port) => isn(1000 + port, 0n))).size).to.equal(100);
      expect((isn(1000, 4_000_000_000n) - isn(1000, 0n)) >>> 0).to.equal(1000);
      expect(TcpConnectionLayout.size).to.be.at.most(512);
    });
  });
