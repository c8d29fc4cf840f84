// Link layers: Ethernet II and 802.3 with LLC/SNAP, VLAN tags, Linux cooked v1 and v2, BSD null and loop.
// Sources: IEEE 802.3 clause 3, 802.1Q clause 9, RFC 1042, tcpdump.org LINKTYPE_LINUX_SLL, _SLL2, _NULL, _LOOP.

import { be16, be32, be8, concat, mac } from './bytes.ts';
import type { Layer, Surroundings } from './layer.ts';

export const clientMac = '02:00:5e:00:53:01';
export const serverMac = '02:00:5e:00:53:02';

const inside = ({ next }: Surroundings, given: number | undefined): number => {
  const type = given ?? next?.ethertype;
  if (type === undefined) throw new Error('the layer inside has no EtherType: give one');
  return type;
};

export interface EthernetOptions {
  dst?: string;
  src?: string;
  type?: number;
  /** Least length in bytes; shorter frames are padded with zeros. 60 is what a wire carries, without the FCS. */
  pad?: number;
}

export const ethernet = (options: EthernetOptions = {}): Layer => ({
  build: (inner, around) => {
    const header = concat(mac(options.dst ?? serverMac), mac(options.src ?? clientMac), be16(inside(around, options.type)));
    const padding = Math.max(0, (options.pad ?? 0) - header.length - inner.length);
    return concat(header, inner, new Uint8Array(padding));
  },
});

/** IEEE 802.3: the type field holds the length. */
export const ethernet802 = (options: { dst?: string; src?: string; length?: number } = {}): Layer => ({
  build: (inner) => concat(mac(options.dst ?? serverMac), mac(options.src ?? clientMac), be16(options.length ?? inner.length), inner),
});

export const llc = (options: { dsap: number; ssap: number; control?: number }): Layer => ({
  build: (inner) => concat(be8(options.dsap, options.ssap, options.control ?? 3), inner),
});

/** LLC with the Subnetwork Access Protocol, RFC 1042. */
export const snap = (options: { oui?: number; type?: number } = {}): Layer => ({
  build: (inner, around) => concat(be8(0xaa, 0xaa, 3), be32(options.oui ?? 0).subarray(1), be16(inside(around, options.type)), inner),
});

export const vlan = (options: { id: number; priority?: number; tpid?: number; type?: number }): Layer => ({
  ethertype: options.tpid ?? 0x8100,
  build: (inner, around) => concat(be16(((options.priority ?? 0) << 13) | options.id, inside(around, options.type)), inner),
});

/** Linux cooked v1. `packet`: 0 to us, 1 broadcast, 2 multicast, 3 to another host, 4 from us. */
export const sll = (options: { packet?: number; arphrd?: number; src?: string; type?: number } = {}): Layer => ({
  build: (inner, around) =>
    concat(be16(options.packet ?? 0, options.arphrd ?? 1, 6), mac(options.src ?? clientMac), be16(0, inside(around, options.type)), inner),
});

/** Linux cooked v2. */
export const sll2 = (options: { packet?: number; arphrd?: number; src?: string; type?: number; ifindex?: number } = {}): Layer => ({
  build: (inner, around) =>
    concat(
      be16(inside(around, options.type), 0), be32(options.ifindex ?? 2), be16(options.arphrd ?? 1),
      be8(options.packet ?? 0, 6), mac(options.src ?? clientMac), be16(0), inner,
    ),
});

/** BSD null: the address family in the byte order of the host that captured; `loop` is the same in network order. */
export const nullLink = (options: { family: number; littleEndian?: boolean }): Layer => ({
  build: (inner) => concat(options.littleEndian ? be32(options.family).toReversed() : be32(options.family), inner),
});
export const loopLink = (options: { family: number }): Layer => nullLink(options);
