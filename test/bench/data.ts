// The inputs of every contender, from seeds, so that each host makes the same bytes for itself.
// Leaves out: valid checksums; nothing that is measured reads them.

/** Marsaglia's xorshift32. @returns the next number, 0..2^32-1 */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
}

/** Tuples of uniformly random bits, `stride` bytes apart. */
export function randomTuples(count: number, bytes: number, stride: number, seed: number): Uint8Array {
  const next = randomStream(seed);
  const records = new Uint8Array(count * stride);
  for (let tuple = 0; tuple < count; tuple++) for (let byte = 0; byte < bytes; byte++) records[tuple * stride + byte] = next() >>> 24;
  return records;
}

/** The order-dependent fold by which results are compared; the C peers have the same. */
export function fold(words: Uint32Array): string {
  let sum = 0;
  for (const word of words) sum = (Math.imul(sum, 31) + word) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

const Ethertype = { IPv4: 0x0800, IPv6: 0x86dd, Arp: 0x0806, Vlan: 0x8100 } as const;
const Protocol = { Tcp: 6, Udp: 17 } as const;

function put16(to: Uint8Array, at: number, value: number): void {
  to[at] = value >>> 8;
  to[at + 1] = value;
}

function putRandom(to: Uint8Array, at: number, bytes: number, next: () => number): void {
  for (let byte = 0; byte < bytes; byte++) to[at + byte] = next() >>> 24;
}

interface FrameShape {
  l3: 'ipv4' | 'ipv6' | 'arp';
  proto: number;
  vlan: boolean;
  fragment: boolean;
}

/**
 * Writes the headers of a frame with random addresses and ports.
 * @param wire  bytes of the whole frame without the frame check sequence
 */
function putHeaders(to: Uint8Array, at: number, wire: number, shape: FrameShape, next: () => number): void {
  putRandom(to, at, 12, next);
  to[at] = 0x02;
  to[at + 6] = 0x02;
  let l3 = at + 14;
  if (shape.vlan) {
    put16(to, at + 12, Ethertype.Vlan);
    put16(to, at + 14, 5);
    l3 += 4;
  }
  const l3Bytes = wire - (l3 - at);
  if (shape.l3 === 'arp') {
    put16(to, l3 - 2, Ethertype.Arp);
    to.set([0, 1, 8, 0, 6, 4, 0, 1], l3);
    putRandom(to, l3 + 8, 20, next);
    return;
  }
  let l4: number;
  if (shape.l3 === 'ipv4') {
    put16(to, l3 - 2, Ethertype.IPv4);
    l4 = l3 + 20;
    to[l3] = 0x45;
    put16(to, l3 + 2, l3Bytes);
    put16(to, l3 + 6, shape.fragment ? 0x2000 : 0x4000);
    to[l3 + 8] = 128;
    to[l3 + 9] = shape.proto;
    putRandom(to, l3 + 12, 8, next);
  } else {
    put16(to, l3 - 2, Ethertype.IPv6);
    l4 = l3 + 40;
    to[l3] = 0x60;
    put16(to, l3 + 4, l3Bytes - 40);
    to[l3 + 6] = shape.proto;
    to[l3 + 7] = 128;
    putRandom(to, l3 + 8, 32, next);
  }
  putRandom(to, l4, 4, next);
  if (shape.proto === Protocol.Tcp) {
    if (at + wire - l4 >= 14) {
      to[l4 + 12] = 0x50;
      to[l4 + 13] = 0x10;
    }
  } else put16(to, l4 + 4, at + wire - l4);
}

export const SLOT_BYTES = 64;

/** The frames of the replay measurement: share of each kind in percent. */
export const replayMix: readonly (FrameShape & { name: string; percent: number; wire: number; cap: number })[] = [
  { name: 'TCP/IPv4', percent: 55, l3: 'ipv4', proto: Protocol.Tcp, vlan: false, fragment: false, wire: 60, cap: 60 },
  { name: 'UDP/IPv4', percent: 15, l3: 'ipv4', proto: Protocol.Udp, vlan: false, fragment: false, wire: 60, cap: 60 },
  { name: 'TCP/IPv6', percent: 15, l3: 'ipv6', proto: Protocol.Tcp, vlan: false, fragment: false, wire: 74, cap: 64 },
  { name: 'VLAN TCP/IPv4', percent: 8, l3: 'ipv4', proto: Protocol.Tcp, vlan: true, fragment: false, wire: 64, cap: 64 },
  { name: 'TCP/IPv4 fragment', percent: 4, l3: 'ipv4', proto: Protocol.Tcp, vlan: false, fragment: true, wire: 60, cap: 60 },
  { name: 'ARP', percent: 3, l3: 'arp', proto: 0, vlan: false, fragment: false, wire: 60, cap: 60 },
];

export interface ReplayFrames {
  count: number;
  /** Frames, SLOT_BYTES apart. */
  frames: Uint8Array;
  /** [captured, wire] of each frame. */
  lengths: Uint16Array;
  /** Sum of the wire lengths. */
  wireBytes: number;
}

/** Frames of `replayMix` in random order. */
export function replayFrames(count: number, seed: number): ReplayFrames {
  const next = randomStream(seed);
  const frames = new Uint8Array(count * SLOT_BYTES);
  const lengths = new Uint16Array(count * 2);
  const kinds = replayMix.flatMap((kind) => Array.from({ length: kind.percent }, () => kind));
  let wireBytes = 0;
  // An IPv6 frame is longer than its slot; its tail falls into the next one, which is written afterwards.
  for (let frame = 0; frame < count; frame++) {
    const kind = kinds[(next() >>> 8) % kinds.length]!;
    const at = frame * SLOT_BYTES;
    frames.fill(0, at, at + SLOT_BYTES);
    putHeaders(frames, at, kind.wire, kind, next);
    lengths[frame * 2] = kind.cap;
    lengths[frame * 2 + 1] = kind.wire;
    wireBytes += kind.wire;
  }
  return { count, frames, lengths, wireBytes };
}

/** Frame sizes without the frame check sequence: [smallest, largest, weight]. */
export const captureMixes = {
  /** The simple Internet mix of router tests: 40, 576 and 1500 bytes of IP at 7:4:1. */
  imix: [
    [60, 60, 7],
    [590, 590, 4],
    [1514, 1514, 1],
  ],
  /** Two humps as in Benson, Akella and Maltz, "Network Traffic Characteristics of Data Centers in the Wild", 2010; weights assumed. */
  datacenter: [
    [60, 200, 45],
    [201, 1399, 10],
    [1400, 1514, 45],
  ],
} as const satisfies Record<string, readonly (readonly [number, number, number])[]>;
export type CaptureMixName = keyof typeof captureMixes;

export interface Capture {
  /** The file in pieces of `chunkBytes`, the last one shorter. */
  chunks: Uint8Array[];
  bytes: number;
  frames: number;
  /** Distinct flows, both directions counted apart. */
  flows: number;
  wireBytes: number;
}

const TEMPLATE_BYTES = 80;
const PATTERN_BYTES = 65536;

/**
 * A pcap file (nanoseconds, little-endian) of about `bytes` bytes over `conversations` conversations; packets come in
 * short trains, and a few conversations carry most of them.
 */
export function makeCapture(mix: CaptureMixName, bytes: number, chunkBytes: number, conversations: number, seed: number): Capture {
  const next = randomStream(seed);
  const uniform = (): number => next() / 0x1_0000_0000;
  const file = new Uint8Array(bytes);
  const view = new DataView(file.buffer);
  const pattern = new Uint8Array(PATTERN_BYTES);
  putRandom(pattern, 0, PATTERN_BYTES, next);

  const shapes: [number, FrameShape][] = [
    [0.78, { l3: 'ipv4', proto: Protocol.Tcp, vlan: false, fragment: false }],
    [0.88, { l3: 'ipv4', proto: Protocol.Udp, vlan: false, fragment: false }],
    [0.97, { l3: 'ipv6', proto: Protocol.Tcp, vlan: false, fragment: false }],
    [0.99, { l3: 'ipv4', proto: Protocol.Udp, vlan: false, fragment: true }],
    [1, { l3: 'arp', proto: 0, vlan: false, fragment: false }],
  ];
  const templates = new Uint8Array(conversations * 2 * TEMPLATE_BYTES);
  const ofConversation: FrameShape[] = [];
  for (let conversation = 0; conversation < conversations; conversation++) {
    const pick = uniform();
    const shape = shapes.find(([below]) => pick < below)![1];
    ofConversation.push(shape);
    const there = conversation * 2 * TEMPLATE_BYTES;
    const back = there + TEMPLATE_BYTES;
    putHeaders(templates, there, TEMPLATE_BYTES, shape, next);
    templates.copyWithin(back, there, back);
    swap(templates, back, back + 6, 6);
    if (shape.l3 === 'ipv4') swap(templates, back + 26, back + 30, 4);
    if (shape.l3 === 'ipv6') swap(templates, back + 22, back + 38, 16);
    const ports = shape.l3 === 'ipv4' ? 34 : 54;
    if (shape.l3 !== 'arp') swap(templates, back + ports, back + ports + 2, 2);
  }

  const sizes = captureMixes[mix].flatMap(([low, high, weight]) => Array.from({ length: weight }, () => [low, high] as const));
  [0xa1b23c4d, 0x00040002, 0, 0, 262144, 1].forEach((word, index) => view.setUint32(index * 4, word, true));
  let at = 24;
  let frames = 0;
  let wireBytes = 0;
  let seconds = 1_300_000_000;
  let nanoseconds = 0;
  let train = 0;
  let template = 0;
  const seen = new Set<number>();
  for (;;) {
    if (train-- === 0) {
      template = Math.floor(conversations * uniform() ** 3) * 2 + (next() >>> 31);
      train = Math.floor(4 * uniform());
    }
    const shape = ofConversation[template >>> 1]!;
    const [low, high] = sizes[(next() >>> 8) % sizes.length]!;
    const wire = shape.l3 === 'arp' ? 60 : Math.max(low + Math.floor((high - low + 1) * uniform()), shape.l3 === 'ipv6' ? 74 : 60);
    if (at + 16 + wire > bytes) break;
    nanoseconds += 20_000 + (next() >>> 15);
    if (nanoseconds >= 1e9) {
      nanoseconds -= 1e9;
      seconds++;
    }
    view.setUint32(at, seconds, true);
    view.setUint32(at + 4, nanoseconds, true);
    view.setUint32(at + 8, wire, true);
    view.setUint32(at + 12, wire, true);
    at += 16;
    const headers = Math.min(wire, TEMPLATE_BYTES);
    const from = template * TEMPLATE_BYTES;
    file.set(templates.subarray(from, from + headers), at);
    if (shape.l3 === 'ipv4') put16(file, at + 16, wire - 14);
    if (shape.proto === Protocol.Udp) put16(file, at + 38, wire - 34);
    if (shape.l3 === 'ipv6') put16(file, at + 18, wire - 54);
    if (wire > headers) {
      const start = next() % (PATTERN_BYTES - 2048);
      file.set(pattern.subarray(start, start + wire - headers), at + headers);
    }
    at += wire;
    frames++;
    wireBytes += wire;
    seen.add(template);
  }
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < at; start += chunkBytes) chunks.push(file.subarray(start, Math.min(at, start + chunkBytes)));
  return { chunks, bytes: at, frames, flows: seen.size, wireBytes };
}

function swap(bytes: Uint8Array, a: number, b: number, length: number): void {
  const kept = bytes.slice(a, a + length);
  bytes.copyWithin(a, b, b + length);
  bytes.set(kept, b);
}
