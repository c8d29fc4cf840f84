// Writes pcapng files block by block: sections in either byte order, interfaces with their own time resolution, and
// every packet block type. Source: draft-ietf-opsawg-pcapng. Lengths can be overridden to make files that lie.

import { concat } from './bytes.ts';
import { Ordered, type CapturedFrame } from './pcap.ts';

const encoder = new TextEncoder();
const padded = (bytes: Uint8Array): Uint8Array => concat(bytes, new Uint8Array((4 - (bytes.length % 4)) % 4));

export interface BlockLies {
  /** Leading and trailing Block Total Length in place of the true one. */
  length?: number;
  trailer?: number;
}

export interface InterfaceOptions {
  linkType?: number;
  snapLength?: number;
  name?: string;
  /** if_tsresol: exponent of 10, or of 2 with `power: 2`. Absent: microseconds. */
  resolution?: { power: 2 | 10; exponent: number };
  /** if_tsoffset, seconds. */
  offset?: bigint;
  /** if_fcslen etc.: any further options. */
  options?: readonly Option[];
}

export interface Option {
  code: number;
  value: Uint8Array;
}

export interface PacketOptions {
  /** Bits 0-1 of epb_flags. */
  direction?: 'in' | 'out';
  queue?: number;
  hash?: { algorithm: number; value: Uint8Array };
  drops?: bigint;
  comment?: string;
}

/** One section: a byte order and its interfaces, which packet timestamps need. */
export class Section {
  readonly order: Ordered;
  private readonly interfaces: InterfaceOptions[] = [];

  constructor(options: { littleEndian?: boolean } = {}) {
    this.order = new Ordered(options.littleEndian ?? true);
  }

  block(type: number, body: Uint8Array, lies: BlockLies = {}): Uint8Array {
    const whole = padded(body);
    const length = lies.length ?? whole.length + 12;
    return concat(this.order.u32(type, length), whole, this.order.u32(lies.trailer ?? length));
  }

  options(list: readonly Option[]): Uint8Array {
    if (!list.length) return new Uint8Array(0);
    return concat(...list.map(({ code, value }) => concat(this.order.u16(code, value.length), padded(value))), this.order.u16(0, 0));
  }

  header(lies: BlockLies & { magic?: number; version?: [number, number]; sectionLength?: bigint; options?: readonly Option[] } = {}): Uint8Array {
    const [major, minor] = lies.version ?? [1, 0];
    const body = concat(
      this.order.u32(lies.magic ?? 0x1a2b3c4d), this.order.u16(major, minor),
      this.order.u64(lies.sectionLength ?? 0xffffffffffffffffn), this.options(lies.options ?? []),
    );
    return this.block(0x0a0d0d0a, body, lies);
  }

  interface(options: InterfaceOptions = {}, lies: BlockLies = {}): Uint8Array {
    this.interfaces.push(options);
    const list: Option[] = [];
    if (options.name !== undefined) list.push({ code: 2, value: encoder.encode(options.name) });
    if (options.resolution) list.push({ code: 9, value: Uint8Array.of(options.resolution.exponent | (options.resolution.power === 2 ? 0x80 : 0)) });
    if (options.offset !== undefined) list.push({ code: 14, value: this.order.u64(BigInt.asUintN(64, options.offset)) });
    list.push(...(options.options ?? []));
    return this.block(1, concat(this.order.u16(options.linkType ?? 1, 0), this.order.u32(options.snapLength ?? 0), this.options(list)), lies);
  }

  /** Ticks of an interface for nanoseconds since 1970, rounded down. */
  private ticks(index: number, ts: bigint): bigint {
    const { resolution = { power: 10, exponent: 6 }, offset = 0n } = this.interfaces[index] ?? {};
    const perSecond = BigInt(resolution.power) ** BigInt(resolution.exponent);
    return ((ts - offset * 1_000_000_000n) * perSecond) / 1_000_000_000n;
  }

  private timestamp(index: number, ts: bigint): Uint8Array {
    const ticks = this.ticks(index, ts);
    return this.order.u32(Number(ticks >> 32n), Number(ticks & 0xffffffffn));
  }

  /** Enhanced packet block. */
  packet(frame: CapturedFrame, options: PacketOptions & { interface?: number } = {}, lies: BlockLies = {}): Uint8Array {
    const list: Option[] = [];
    const { order } = this;
    if (options.comment !== undefined) list.push({ code: 1, value: encoder.encode(options.comment) });
    if (options.direction) list.push({ code: 2, value: order.u32(options.direction === 'in' ? 1 : 2) });
    if (options.hash) list.push({ code: 3, value: concat(Uint8Array.of(options.hash.algorithm), options.hash.value) });
    if (options.drops !== undefined) list.push({ code: 4, value: order.u64(options.drops) });
    if (options.queue !== undefined) list.push({ code: 6, value: order.u32(options.queue) });
    const index = options.interface ?? 0;
    const data = this.cut(index, frame.data);
    const lengths = order.u32(frame.captured ?? data.length, frame.wire ?? frame.data.length);
    const body = concat(order.u32(index), this.timestamp(index, frame.ts ?? 0n), lengths, padded(data), this.options(list));
    return this.block(6, body, lies);
  }

  /** Simple packet block: interface 0, no timestamp. */
  simplePacket(frame: Omit<CapturedFrame, 'ts' | 'captured'>, lies: BlockLies = {}): Uint8Array {
    return this.block(3, concat(this.order.u32(frame.wire ?? frame.data.length), this.cut(0, frame.data)), lies);
  }

  /** The obsolete packet block (type 2). */
  oldPacket(frame: CapturedFrame, options: { interface?: number; drops?: number } = {}, lies: BlockLies = {}): Uint8Array {
    const index = options.interface ?? 0;
    const data = this.cut(index, frame.data);
    const body = concat(
      this.order.u16(index, options.drops ?? 0xffff), this.timestamp(index, frame.ts ?? 0n),
      this.order.u32(frame.captured ?? data.length, frame.wire ?? frame.data.length), padded(data),
    );
    return this.block(2, body, lies);
  }

  nameResolution(): Uint8Array {
    const record = concat(Uint8Array.of(192, 0, 2, 1), encoder.encode('host.example\0'));
    return this.block(4, concat(this.order.u16(1, record.length), padded(record), this.order.u16(0, 0)));
  }

  interfaceStatistics(index = 0): Uint8Array {
    return this.block(5, concat(this.order.u32(index), this.timestamp(index, 0n)));
  }

  /** Decryption secrets block holding TLS key log text. */
  decryptionSecrets(): Uint8Array {
    const secret = encoder.encode('# no secrets\n');
    return this.block(10, concat(this.order.u32(0x544c534b, secret.length), padded(secret)));
  }

  /** Custom block that may be copied; the enterprise number is the one for documentation (RFC 5612). */
  custom(bytes = 5): Uint8Array {
    return this.block(0xbad, concat(this.order.u32(32473), new Uint8Array(bytes).fill(0x5a)));
  }

  unknown(type = 0x0ffffff0, bytes = 8): Uint8Array {
    return this.block(type, new Uint8Array(bytes).fill(0x77));
  }

  private cut(index: number, data: Uint8Array): Uint8Array {
    const snap = this.interfaces[index]?.snapLength ?? 0;
    return snap ? data.subarray(0, snap) : data;
  }
}
