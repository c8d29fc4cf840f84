// IPv4 and IPv6 with extension headers. Every length can be overridden to make frames that lie.
// Sources: RFC 791, RFC 8200, RFC 6275 (home address option, routing type 2), RFC 4302 (AH), RFC 4303 (ESP).

import { be16, be32, be8, checksum, concat, ipv4Address, ipv6Address } from './bytes.ts';
import type { Layer, Surroundings } from './layer.ts';

const inside = ({ next }: Surroundings, given: number | undefined, none: number): number => given ?? next?.protocol ?? none;

export interface IPv4Options {
  src?: string;
  dst?: string;
  protocol?: number;
  /** Bytes of options, a multiple of 4. */
  options?: Uint8Array;
  id?: number;
  ttl?: number;
  dontFragment?: boolean;
  moreFragments?: boolean;
  /** Of the fragment, in bytes; a multiple of 8. */
  offset?: number;
  version?: number;
  /** Header length in 32-bit words. */
  headerWords?: number;
  totalLength?: number;
}

export const ipv4 = (options: IPv4Options = {}): Layer => {
  const src = ipv4Address(options.src ?? '192.0.2.1');
  const dst = ipv4Address(options.dst ?? '198.51.100.2');
  return {
    ethertype: 0x0800,
    protocol: 4,
    addresses: { src, dst },
    build: (inner, around) => {
      const extra = options.options ?? new Uint8Array(0);
      const length = 20 + extra.length;
      const flags = (options.dontFragment ? 0x4000 : 0) | (options.moreFragments ? 0x2000 : 0) | ((options.offset ?? 0) >>> 3);
      const header = concat(
        be8(((options.version ?? 4) << 4) | (options.headerWords ?? length / 4), 0),
        be16((options.totalLength ?? length + inner.length) & 0xffff, options.id ?? 0, flags),
        be8(options.ttl ?? 64, inside(around, options.protocol, 0xfd)), be16(0), src, dst, extra,
      );
      header.set(be16(checksum(header)), 10);
      return concat(header, inner);
    },
  };
};

export interface IPv6Options {
  src?: string;
  dst?: string;
  nextHeader?: number;
  version?: number;
  payloadLength?: number;
  hopLimit?: number;
  flowLabel?: number;
}

export const ipv6 = (options: IPv6Options = {}): Layer => {
  const src = ipv6Address(options.src ?? '2001:db8::1');
  const dst = ipv6Address(options.dst ?? '2001:db8:0:1::2');
  return {
    ethertype: 0x86dd,
    protocol: 41,
    addresses: { src, dst },
    build: (inner, around) =>
      concat(
        be32((options.version ?? 6) * 2 ** 28 + (options.flowLabel ?? 0)),
        be16((options.payloadLength ?? inner.length) & 0xffff),
        be8(inside(around, options.nextHeader, 59), options.hopLimit ?? 64), src, dst, inner,
      ),
  };
};

interface ExtensionOptions {
  nextHeader?: number;
  /** Hdr Ext Len field: 8-byte units after the first 8 bytes. */
  lengthField?: number;
}

/** Next header, length, body; the body is padded with PadN or zeros to a multiple of 8 bytes by the caller. */
const extension = (protocol: number, body: Uint8Array, options: ExtensionOptions, replaces?: Layer['replaces']): Layer => ({
  protocol,
  replaces,
  build: (inner, around) =>
    concat(be8(inside(around, options.nextHeader, 59), options.lengthField ?? (body.length + 2) / 8 - 1), body, inner),
});

/** Pads option bytes so that with the two bytes before them they fill 8-byte units (RFC 8200 section 4.2). */
const padOptions = (bytes: Uint8Array): Uint8Array => {
  const missing = (8 - ((bytes.length + 2) % 8)) % 8;
  if (missing === 0) return bytes;
  return concat(bytes, missing === 1 ? be8(0) : concat(be8(1, missing - 2), new Uint8Array(missing - 2)));
};

export const hopByHop = (options: ExtensionOptions & { options?: Uint8Array } = {}): Layer =>
  extension(0, padOptions(options.options ?? be8(1, 4, 0, 0, 0, 0)), options);

/** Destination options; `home` adds the Home Address option, aligned to 8n + 6 (RFC 6275 section 6.3). */
export const destinationOptions = (
  options: ExtensionOptions & { options?: Uint8Array; home?: string; homeLength?: number } = {},
): Layer => {
  if (options.home === undefined) return extension(60, padOptions(options.options ?? be8(1, 4, 0, 0, 0, 0)), options);
  const home = ipv6Address(options.home);
  const before = options.options ?? be8(1, 2, 0, 0);
  return extension(60, padOptions(concat(before, be8(0xc9, options.homeLength ?? 16), home)), options, { src: home });
};

/** Routing header: type, segments left, 4 reserved bytes, addresses. */
export const routing = (options: ExtensionOptions & { type: number; segmentsLeft?: number; addresses?: string[]; body?: Uint8Array }): Layer => {
  const addresses = (options.addresses ?? []).map(ipv6Address);
  const left = options.segmentsLeft ?? addresses.length;
  const body = options.body ?? concat(be8(options.type, left, 0, 0, 0, 0), ...addresses);
  return extension(43, body, options, left && addresses.length ? { dst: addresses.at(-1)! } : undefined);
};

/** Fragment header; with offset 0 and no more fragments it is an atomic fragment (RFC 6946). */
export const fragment = (options: { nextHeader?: number; offset?: number; moreFragments?: boolean; id?: number } = {}): Layer => ({
  protocol: 44,
  build: (inner, around) =>
    concat(
      be8(inside(around, options.nextHeader, 59), 0),
      be16((options.offset ?? 0) | (options.moreFragments ? 1 : 0)), be32(options.id ?? 1), inner,
    ),
});

/** Authentication header with an integrity value of `icv` bytes; its length counts 4-byte units minus 2. */
export const authentication = (options: { nextHeader?: number; icv?: number; lengthField?: number } = {}): Layer => ({
  protocol: 51,
  build: (inner, around) => {
    const icv = options.icv ?? 12;
    return concat(
      be8(inside(around, options.nextHeader, 59), options.lengthField ?? (12 + icv) / 4 - 2), be16(0),
      be32(0x100, 1), new Uint8Array(icv).fill(0xa5), inner,
    );
  },
});

/** Encapsulating security payload: what follows is opaque. */
export const esp = (options: { spi?: number } = {}): Layer => ({
  protocol: 50,
  build: (inner) => concat(be32(options.spi ?? 0x200, 1), inner),
});

export const noNextHeader = (): Layer => ({ protocol: 59, build: (inner) => inner });
