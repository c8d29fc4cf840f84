// Capture files for the walk tests: sound ones of every kind, and one or more for every fault.

import { Fault } from '../../ui/abi/abi.gen.ts';
import { be32, concat, ethernet, filler, frame, ipv4, ipv6, nullLink, sll, sll2, tcp, udp, vlan } from '../build/frame.ts';
import { LinkType, pcap, pcapHeader, pcapRecord, Section, type CapturedFrame } from '../build/capture.ts';

const start = 1_700_000_000_000_000_000n;
const tcpFrame = (sport: number, payload = 0): Uint8Array => frame(ethernet(), ipv4(), tcp({ sport }), filler(payload));

/** Frames of different sizes and kinds, 1.5 ms apart. */
export const someFrames = (count: number): CapturedFrame[] =>
  Array.from({ length: count }, (_, index) => ({
    ts: start + BigInt(index) * 1_500_001n,
    data:
      index % 5 === 4
        ? frame(ethernet(), vlan({ id: index % 7 }), ipv6(), udp({ sport: 1000 + (index % 3) }), filler(index % 90))
        : tcpFrame(40000 + (index % 11), (index * 37) % 1460),
  }));

const sections = (...builds: ((section: Section) => Uint8Array[])[]): Uint8Array =>
  concat(...builds.flatMap((build, index) => build(new Section({ littleEndian: index % 2 === 0 }))));

const hop = (index: number): CapturedFrame => someFrames(index + 1)[index]!;

/** pcapng: two sections of different byte order, several interfaces, every block type. */
export const richPcapng = (): Uint8Array =>
  sections(
    (s) => [
      s.header({ options: [{ code: 4, value: new TextEncoder().encode('nicscope tests') }] }),
      s.interface({ name: 'eth0', snapLength: 96 }),
      s.interface({ resolution: { power: 10, exponent: 9 }, linkType: LinkType.Raw }),
      s.interface({ resolution: { power: 2, exponent: 20 }, offset: 3600n, linkType: LinkType.LinuxSll }),
      s.packet(hop(0)),
      s.packet({ data: frame(ipv6(), tcp()), ts: start + 123n }, { interface: 1, direction: 'in', queue: 3, comment: 'a comment' }),
      s.nameResolution(),
      s.custom(),
      s.packet({ data: frame(sll({ packet: 4 }), ipv4(), udp()), ts: start + 1_000_000_000n }, { interface: 2, drops: 5n }),
      s.packet(hop(5), { direction: 'out', hash: { algorithm: 5, value: be32(0x51ccc178) } }),
      s.packet(hop(6), { hash: { algorithm: 2, value: be32(0x12345678) }, drops: 7n }),
      s.simplePacket({ data: tcpFrame(999, 200) }),
      s.oldPacket(hop(8), { drops: 2 }),
      s.interfaceStatistics(),
      s.decryptionSecrets(),
      s.unknown(),
      s.unknown(0x80000001, 0),
    ],
    (s) => [
      s.header(),
      s.interface({ linkType: LinkType.LinuxSll2, resolution: { power: 10, exponent: 3 } }),
      s.interface({ linkType: LinkType.Ieee80211 }),
      s.packet({ data: frame(sll2(), ipv6(), tcp()), ts: start }, {}),
      s.packet({ data: filler(50), ts: start }, { interface: 1 }),
      s.interface({ linkType: LinkType.Null }),
      s.packet({ data: frame(nullLink({ family: 2 }), ipv4(), tcp()), ts: start + 9_000_000n }, { interface: 2 }),
    ],
    (s) => [s.header(), s.interface({ linkType: LinkType.Ethernet }), s.packet(hop(3))],
  );

const resolutions: [2 | 10, number][] = [
  [10, 0],
  [10, 3],
  [10, 6],
  [10, 9],
  [2, 0],
  [2, 10],
  [2, 20],
  [2, 30],
  [2, 32],
];

export const goodFiles: Record<string, Uint8Array> = {
  'pcap, microseconds, little-endian': pcap(someFrames(40)),
  'pcap, microseconds, big-endian': pcap(someFrames(40), { littleEndian: false }),
  'pcap, nanoseconds, little-endian': pcap(someFrames(40), { nanoseconds: true }),
  'pcap, nanoseconds, big-endian': pcap(someFrames(40), { nanoseconds: true, littleEndian: false }),
  'pcap without frames': pcap([]),
  'pcap with a snap length of 60': pcap(someFrames(20), { snapLength: 60 }),
  'pcap, raw IP': pcap([{ data: frame(ipv4(), tcp()) }, { data: frame(ipv6(), tcp()) }], { linkType: LinkType.Raw }),
  'pcap, raw IP of BSD (12) ': pcap([{ data: frame(ipv4(), tcp()) }], { linkType: LinkType.RawBsd }),
  'pcap, raw IP of OpenBSD (14)': pcap([{ data: frame(ipv4(), tcp()) }], { linkType: LinkType.RawOpenBsd }),
  'pcap, LINKTYPE_IPV4': pcap([{ data: frame(ipv4(), tcp()) }], { linkType: LinkType.IPv4 }),
  'pcap, LINKTYPE_IPV6': pcap([{ data: frame(ipv6(), tcp()) }], { linkType: LinkType.IPv6 }),
  'pcap, BSD null': pcap([{ data: frame(nullLink({ family: 30, littleEndian: true }), ipv6(), tcp()) }], { linkType: LinkType.Null }),
  'pcap, BSD loop': pcap([{ data: frame(nullLink({ family: 2 }), ipv4(), tcp()) }], { linkType: LinkType.Loop }),
  'pcap, Linux cooked v1': pcap([{ data: frame(sll(), ipv4(), tcp()) }, { data: frame(sll({ packet: 4 }), ipv4(), tcp()) }], {
    linkType: LinkType.LinuxSll,
  }),
  'pcap, Linux cooked v2': pcap([{ data: frame(sll2(), ipv4(), tcp()) }], { linkType: LinkType.LinuxSll2 }),
  'pcap, link type 105 (802.11)': pcap([{ data: filler(60) }], { linkType: LinkType.Ieee80211 }),
  'pcap, frame check sequence length in the upper bits of the link type': pcap(someFrames(2), { linkType: 0x24000001 }),
  'pcap, a frame of no bytes': pcap([{ data: new Uint8Array(0), wire: 60 }, ...someFrames(2)]),
  'pcap, the longest record': pcap([{ data: filler(262144) }, ...someFrames(1)]),
  'pcap, a super frame of 65,549 bytes': pcap([{ data: frame(ethernet(), ipv4({ totalLength: 0 }), tcp(), filler(65495)) }]),
  'pcap, captured more than was on the wire': pcap([{ data: tcpFrame(1, 100), wire: 60 }, ...someFrames(1)]),
  'pcapng, every block': richPcapng(),
  'pcapng, big-endian': new Section({ littleEndian: false }).header(),
  'pcapng, two sections without frames': sections(
    (s) => [s.header()],
    (s) => [s.header(), s.interface()],
  ),
  'pcapng, time resolutions': sections((s) => [
    s.header(),
    ...resolutions.map(([power, exponent]) => s.interface({ resolution: { power, exponent } })),
    ...resolutions.map((_, index) => s.packet({ data: tcpFrame(index + 1), ts: start + 123_456_789n }, { interface: index })),
  ]),
  'pcapng, picoseconds and attoseconds': sections((s) => [
    s.header(),
    s.interface({ resolution: { power: 10, exponent: 12 } }),
    s.interface({ resolution: { power: 10, exponent: 18 } }),
    s.interface({ resolution: { power: 2, exponent: 60 } }),
    ...[12_345_678_123_456_789n, 17_123_456_789n, 15_987_654_321n].map((ts, index) =>
      s.packet({ data: tcpFrame(index + 1), ts }, { interface: index }),
    ),
  ]),
  'pcapng, time offsets': sections((s) => [
    s.header(),
    ...[0n, 1n, -1n, 1_600_000_000n].map((offset) => s.interface({ offset, resolution: { power: 10, exponent: 9 } })),
    ...[0, 1, 2, 3].map((index) => s.packet({ data: tcpFrame(index + 1), ts: start }, { interface: index })),
  ]),
  'pcapng, an interface that nobody uses': sections((s) => [
    s.header(),
    s.interface({ linkType: 250 }),
    s.interface(),
    s.packet(hop(0), { interface: 1 }),
  ]),
  'pcapng, a long unknown block': sections((s) => [s.header(), s.interface(), s.unknown(0x99, 2_000_000), s.packet(hop(0))]),
  'pcapng, 256 interfaces': sections((s) => [
    s.header(),
    ...Array.from({ length: 256 }, () => s.interface()),
    s.packet(hop(0), { interface: 255 }),
  ]),
  'pcapng, options that overrun their block': sections((s) => [
    s.header(),
    s.interface({ options: [{ code: 9, value: new Uint8Array(0) }] }),
    s.packet(hop(0)),
    s.block(6, concat(s.order.u32(0, 0, 0, 4, 4), filler(4), s.order.u16(2, 400))),
    s.packet(hop(1)),
  ]),
};

export interface Faulty {
  name: string;
  file: Uint8Array;
  fault: number;
  /** Frame at fault, from 1. */
  frame: number;
  offset: number;
}

const two = pcap(someFrames(2));
const faulty = (name: string, file: Uint8Array, fault: keyof typeof Fault, frameNumber: number, offset: number): Faulty => ({
  name,
  file,
  fault: Fault[fault],
  frame: frameNumber,
  offset,
});

/** A section header, an interface and one frame, then `more`; `at` is where that begins. */
function after(more: (section: Section) => Uint8Array): { file: Uint8Array; at: number } {
  const s = new Section();
  const before = concat(s.header(), s.interface(), s.packet(hop(0)));
  return { file: concat(before, more(s)), at: before.length };
}
const faultyBlock = (name: string, fault: keyof typeof Fault, more: (section: Section) => Uint8Array): Faulty => {
  const { file, at } = after(more);
  return faulty(name, file, fault, 2, at);
};

export const faultyFiles: Faulty[] = [
  faulty('no bytes', new Uint8Array(0), 'Empty', 1, 0),
  faulty('text', new TextEncoder().encode('<html><body>Not found</body></html>'), 'NoCapture', 1, 0),
  faulty('a pcap magic of Kuznetzov', concat(pcapHeader({ magic: 0xa1b2cd34 }), filler(40)), 'NoCapture', 1, 0),
  faulty('three bytes of a magic', two.subarray(0, 3), 'NoCapture', 1, 0),
  faulty('pcap header cut', two.subarray(0, 23), 'TruncatedHeader', 1, 0),
  faulty('pcap version 1.2', pcap(someFrames(1), { version: [1, 2] }), 'PcapVersion', 1, 0),
  faulty('pcap record header cut', concat(two, pcapRecord(hop(0)).subarray(0, 15)), 'TruncatedRecord', 3, two.length),
  faulty(
    'pcap record data cut by one byte',
    concat(two, pcapRecord(hop(0)).subarray(0, 16 + hop(0).data.length - 1)),
    'TruncatedRecord',
    3,
    two.length,
  ),
  faulty(
    'pcap record above 262,144 bytes',
    concat(two, pcapRecord({ data: filler(20), captured: 262145 }), filler(300000)),
    'RecordTooLong',
    3,
    two.length,
  ),
  faulty('pcap record of 4 GB', concat(two, pcapRecord({ data: filler(20), captured: 0xffffffff })), 'RecordTooLong', 3, two.length),
  faulty('pcapng section header cut', new Section().header().subarray(0, 20), 'TruncatedRecord', 1, 0),
  faulty('pcapng section header without a byte-order magic', new Section().header({ magic: 0x01020304 }), 'ByteOrderMagic', 1, 0),
  faulty(
    'pcapng later section without a byte-order magic',
    after((s) => s.header({ magic: 0 })).file,
    'ByteOrderMagic',
    2,
    after((s) => s.header()).at,
  ),
  faultyBlock('block cut', 'TruncatedRecord', (s) => s.packet(hop(1)).subarray(0, 40)),
  faultyBlock('block header cut', 'TruncatedRecord', (s) => s.packet(hop(1)).subarray(0, 7)),
  faultyBlock('block trailer cut', 'TruncatedRecord', (s) => s.packet(hop(1)).subarray(0, -1)),
  faultyBlock('block length 8', 'BlockLength', (s) => concat(s.block(6, filler(40), { length: 8 }))),
  faultyBlock('block length 0', 'BlockLength', (s) => s.block(0x77, filler(40), { length: 0 })),
  faultyBlock('block length not a multiple of 4', 'BlockLength', (s) => s.block(6, filler(40), { length: 50 })),
  faultyBlock('enhanced packet too short for its fields', 'BlockLength', (s) => s.block(6, filler(16))),
  faultyBlock('interface description too short for its fields', 'BlockLength', (s) => s.block(1, filler(4))),
  faultyBlock('block trailer differs', 'BlockTrailer', (s) => s.block(0x77, filler(40), { trailer: 48 })),
  faultyBlock('packet of an interface that is not described', 'NoInterface', (s) => s.packet(hop(1), { interface: 1 })),
  faultyBlock('obsolete packet of an interface that is not described', 'NoInterface', (s) => s.oldPacket(hop(1), { interface: 9 })),
  faultyBlock('packet after a section header, before its interface', 'NoInterface', (s) => s.packet(hop(1), { interface: 0xffffffff })),
  faultyBlock('captured length beyond the block', 'CapturedTooLong', (s) => s.packet({ data: filler(40), captured: 400 })),
  faultyBlock('captured length of 4 GB in a block', 'RecordTooLong', (s) => s.packet({ data: filler(40), captured: 0xffffffff })),
  faultyBlock('packet block above 524,288 bytes', 'RecordTooLong', (s) => s.block(6, filler(524_288))),
  faultyBlock('interface description of 2 GB', 'RecordTooLong', (s) => s.block(1, filler(20), { length: 0x80000000 })),
  faultyBlock('unknown block of 2 GB', 'TruncatedRecord', (s) => s.block(0x77, filler(20), { length: 0x80000000 })),
  faultyBlock('obsolete packet beyond its block', 'CapturedTooLong', (s) => s.oldPacket({ data: filler(40), captured: 41 + 4 })),
  faultyBlock('simple packet beyond its block', 'CapturedTooLong', (s) => s.block(3, concat(s.order.u32(100), filler(40)))),
  (() => {
    const s = new Section();
    const before = concat(s.header());
    return faulty(
      'simple packet without an interface',
      concat(before, s.simplePacket({ data: filler(20) })),
      'NoInterface',
      1,
      before.length,
    );
  })(),
  (() => {
    const s = new Section();
    const before = concat(s.header(), ...Array.from({ length: 256 }, () => s.interface()));
    return faulty('257 interfaces', concat(before, s.interface()), 'TooManyInterfaces', 1, before.length);
  })(),
];
