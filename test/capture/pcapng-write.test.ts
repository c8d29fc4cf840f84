// The pcapng writer: against bytes written out by hand after the draft, against the tests' own builder, and read back by the core.

import { describe, expect, it } from '#test';
import { Trait } from '../../ui/abi/abi.gen.ts';
import { PcapngWriter, type CapturedPacket, type CaptureInterface } from '../../ui/capture/pcapng-write.ts';
import { concat, filler, fromHex, toHex } from '../build/bytes.ts';
import { Section } from '../build/capture.ts';
import { ethernet, frame, ipv4, tcp } from '../build/frame.ts';
import { Random } from '../build/random.ts';
import { walkFile } from '../core/walk.ts';
import { coreModules } from '../core-under-test.ts';

function write(interfaces: readonly CaptureInterface[], packets: readonly CapturedPacket[], epochNs?: bigint): Uint8Array {
  const chunks: Uint8Array[] = [];
  const writer = new PcapngWriter((bytes) => chunks.push(bytes), interfaces, { application: 'nicscope', epochNs });
  for (const packet of packets) writer.packet(packet);
  writer.flush();
  return concat(...chunks);
}

const lan: CaptureInterface = { name: 'server.lan', bitsPerSecond: 10_000_000_000 };

const packetOf = (changes: Partial<CapturedPacket> = {}): CapturedPacket => {
  const bytes = changes.frame ?? frame(ethernet(), ipv4(), tcp());
  return { iface: 0, timePs: 0n, outbound: false, frame: bytes, wireBytes: bytes.length, queue: null, hash: null, ...changes };
};

const sectionBytes = fromHex(`
  0a0d0d0a 2c000000 4d3c2b1a 0100 0000 ffffffffffffffff
  0400 0800 6e696373636f7065
  0000 0000
  2c000000`);
const interfaceBytes = fromHex(`
  01000000 3c000000 0100 0000 00000000
  0200 0a00 7365727665722e6c616e 0000
  0800 0800 00e40b5402000000
  0900 0100 09 000000
  0000 0000
  3c000000`);

describe('pcapng writer', () => {
  it('starts with a section and an interface for each adapter', () => {
    expect(toHex(write([lan], []))).to.equal(toHex(concat(sectionBytes, interfaceBytes)));
    const other = fromHex(`
      01000000 34000000 0100 0000 00000000
      0200 0300 612e62 00
      0800 0800 00ca9a3b00000000
      0900 0100 09 000000
      0000 0000
      34000000`);
    expect(toHex(write([lan, { name: 'a.b', bitsPerSecond: 1_000_000_000 }], []))).to.equal(
      toHex(concat(sectionBytes, interfaceBytes, other)),
    );
  });

  const packets: [string, Partial<CapturedPacket>, string][] = [
    [
      'received, with queue and hash, at 1 s and 999 ps',
      { frame: fromHex('0102030405'), timePs: 1_000_000_000_999n, queue: 3, hash: 0x51ccc178, wireBytes: 60 },
      `06000000 48000000 00000000 00000000 00ca9a3b 05000000 3c000000 0102030405 000000
       0200 0400 01000000 0300 0500 0551ccc178 000000 0600 0400 03000000 0000 0000 48000000`,
    ],
    [
      'sent, past 2^32 ns, four bytes',
      { frame: fromHex('aabbccdd'), timePs: 5_000_000_000_000n, outbound: true },
      '06000000 30000000 00000000 01000000 00f2052a 04000000 04000000 aabbccdd 0200 0400 02000000 0000 0000 30000000',
    ],
    [
      'received, hash 0 and queue 0 are values too',
      { frame: fromHex('00'), queue: 0, hash: 0 },
      `06000000 44000000 00000000 00000000 00000000 01000000 01000000 00 000000
       0200 0400 01000000 0300 0500 0500000000 000000 0600 0400 00000000 0000 0000 44000000`,
    ],
  ];
  for (const [name, packet, hex] of packets)
    it(`writes a packet: ${name}`, () => {
      expect(toHex(write([lan], [packetOf(packet)]).subarray(sectionBytes.length + interfaceBytes.length))).to.equal(toHex(fromHex(hex)));
    });

  it('puts virtual time 0 where it is told', () => {
    const epochNs = 1_256_169_600_000_000_000n;
    const at = (timePs: bigint) => {
      const file = write([lan], [packetOf({ timePs })], epochNs);
      const view = new DataView(file.buffer, sectionBytes.length + interfaceBytes.length + 12);
      return (BigInt(view.getUint32(0, true)) << 32n) | BigInt(view.getUint32(4, true));
    };
    expect([at(0n), at(1_999n), at(2_000n)]).to.deep.equal([epochNs, epochNs + 1n, epochNs + 2n]);
  });

  it('hands over nothing twice, and whole files at each flush', () => {
    const chunks: Uint8Array[] = [];
    const writer = new PcapngWriter((bytes) => chunks.push(bytes), [lan], { application: 'nicscope' });
    writer.flush();
    writer.packet(packetOf());
    writer.flush();
    writer.flush();
    expect(chunks).to.have.length(2);
    expect(toHex(concat(...chunks))).to.equal(toHex(write([lan], [packetOf()])));
  });

  it('refuses a frame that no piece of the file holds', () => {
    expect(() => write([lan], [packetOf({ frame: new Uint8Array(1 << 18) })])).to.throw(/longer than a piece/);
  });

  // Three hundred packets, of all lengths modulo 4 and in several chunks.
  const random = new Random(9);
  const interfaces = [lan, { name: 'client.lan', bitsPerSecond: 1_000_000_000 }];
  let timePs = 0n;
  const many = Array.from({ length: 300 }, () => {
    timePs += BigInt(random.below(2 ** 31)) * 1000n + BigInt(random.below(1000));
    return packetOf({
      iface: random.below(2),
      timePs,
      outbound: random.oneIn(2),
      frame: frame(ethernet(), ipv4(), tcp(), filler(random.below(random.oneIn(4) ? 9000 : 200))),
      queue: random.oneIn(3) ? null : random.below(64),
      hash: random.oneIn(3) ? null : random.next(),
    });
  });

  it('writes what the builder of the tests builds', () => {
    const section = new Section();
    const option = (code: number, value: Uint8Array) => ({ code, value });
    const parts = [section.header({ options: [option(4, new TextEncoder().encode('nicscope'))] })];
    for (const { name, bitsPerSecond } of interfaces) {
      const options = [
        option(2, new TextEncoder().encode(name)),
        option(8, section.order.u64(BigInt(bitsPerSecond))),
        option(9, Uint8Array.of(9)),
      ];
      parts.push(section.interface({ options, resolution: undefined }));
    }
    for (const { iface, timePs: at, outbound, frame: data, queue, hash } of many)
      parts.push(
        // The builder does not know the resolution, given as a plain option: it counts in microseconds.
        section.packet(
          { data, ts: (at / 1000n) * 1000n },
          {
            interface: iface,
            direction: outbound ? 'out' : 'in',
            queue: queue ?? undefined,
            hash: hash === null ? undefined : { algorithm: 5, value: Uint8Array.of(hash >>> 24, hash >>> 16, hash >>> 8, hash) },
          },
        ),
      );
    const ours = write(interfaces, many);
    const theirs = concat(...parts);
    expect(ours.length).to.equal(theirs.length);
    expect(ours.findIndex((byte, at) => byte !== theirs[at])).to.equal(-1);
  });
});

for (const { name, module } of await coreModules())
  describe(`pcapng writer, read back by the ${name} core`, () => {
    it('gives times, interfaces, directions, queues and hashes as they were', async () => {
      const random = new Random(10);
      const packets = Array.from({ length: 200 }, (_, index) =>
        packetOf({
          iface: index % 3,
          timePs: BigInt(index) * 1_234_567_891n,
          outbound: random.oneIn(2),
          frame: frame(ethernet(), ipv4(), tcp(), filler(random.below(4000))),
          queue: random.oneIn(3) ? null : random.below(64),
          hash: random.oneIn(3) ? null : random.next(),
        }),
      );
      const interfaces = ['a.lan', 'b.lan', 'c.lan'].map((adapter) => ({ name: adapter, bitsPerSecond: 1e9 }));
      const { rows, capture } = await walkFile(module, write(interfaces, packets, 77n), { mode: 'rows', slice: () => 1000 });
      expect(capture.interfaces).to.equal(3);
      expect(
        rows.map(({ ts, iface, traits, recordedQueue, recordedHash, bytes, wire }) => [
          ts,
          iface,
          (traits & Trait.Outbound) !== 0,
          (traits & Trait.Inbound) !== 0,
          recordedQueue,
          recordedHash,
          toHex(bytes),
          wire,
        ]),
      ).to.deep.equal(
        packets.map((packet) => [
          packet.timePs / 1000n + 77n,
          packet.iface,
          packet.outbound,
          !packet.outbound,
          packet.queue,
          packet.hash,
          toHex(packet.frame),
          packet.frame.length,
        ]),
      );
    });
  });
