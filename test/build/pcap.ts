// Writes classic pcap files: micro- and nanosecond magic, both byte orders, any link type, snap length.
// Source: draft-ietf-opsawg-pcap. Lengths can be overridden to make files that lie.

import { concat } from './bytes.ts';

export const LinkType = { Null: 0, Ethernet: 1, Ieee80211: 105, Raw: 101, RawBsd: 12, RawOpenBsd: 14, Loop: 108, LinuxSll: 113, LinuxSll2: 276, IPv4: 228, IPv6: 229 } as const;

/** Integers in the byte order of a file. */
export class Ordered {
  readonly littleEndian: boolean;
  constructor(littleEndian: boolean) {
    this.littleEndian = littleEndian;
  }
  private put(width: number, values: readonly (number | bigint)[]): Uint8Array {
    const out = new Uint8Array(width * values.length);
    const view = new DataView(out.buffer);
    values.forEach((value, index) => {
      if (width === 8) view.setBigUint64(index * 8, BigInt(value), this.littleEndian);
      else if (width === 4) view.setUint32(index * 4, Number(value), this.littleEndian);
      else view.setUint16(index * 2, Number(value), this.littleEndian);
    });
    return out;
  }
  u16(...values: number[]): Uint8Array {
    return this.put(2, values);
  }
  u32(...values: number[]): Uint8Array {
    return this.put(4, values);
  }
  u64(...values: bigint[]): Uint8Array {
    return this.put(8, values);
  }
}

export interface CapturedFrame {
  /** Bytes on the wire, before the snap length cuts. */
  data: Uint8Array;
  /** Nanoseconds since 1970. */
  ts?: bigint;
  /** Length on the wire when it is not that of `data`. */
  wire?: number;
  /** Bytes captured, when not min(data, snap length). */
  captured?: number;
}

export interface PcapOptions {
  littleEndian?: boolean;
  nanoseconds?: boolean;
  linkType?: number;
  snapLength?: number;
  version?: [number, number];
  magic?: number;
}

export function pcapHeader(options: PcapOptions = {}): Uint8Array {
  const order = new Ordered(options.littleEndian ?? true);
  const [major, minor] = options.version ?? [2, 4];
  return concat(
    order.u32(options.magic ?? (options.nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4)),
    order.u16(major, minor), order.u32(0, 0, options.snapLength ?? 262144, options.linkType ?? LinkType.Ethernet),
  );
}

export function pcapRecord(frame: CapturedFrame, options: PcapOptions = {}): Uint8Array {
  const order = new Ordered(options.littleEndian ?? true);
  const ts = frame.ts ?? 0n;
  const part = options.nanoseconds ? ts % 1_000_000_000n : (ts % 1_000_000_000n) / 1000n;
  const data = frame.data.subarray(0, options.snapLength ?? 262144);
  return concat(
    order.u32(Number(ts / 1_000_000_000n), Number(part), frame.captured ?? data.length, frame.wire ?? frame.data.length), data,
  );
}

export const pcap = (frames: readonly CapturedFrame[], options: PcapOptions = {}): Uint8Array<ArrayBuffer> =>
  concat(pcapHeader(options), ...frames.map((frame) => pcapRecord(frame, options)));
