// Which hash a packet gets, and why, worked out once per setting for all kinds of packets, then looked up by the identity that
// Frame and Flow records share.
// Source: windows-driver-docs "RSS hashing types". UDP types are later Windows and off unless asked for.

import {
  FRAME_LINK,
  FRAME_PROTO,
  HASH_FLAG_IPV4,
  HASH_FLAG_IPV6,
  HASH_FLAG_IPV6_EX,
  HASH_FLAG_TCP_IPV4,
  HASH_FLAG_TCP_IPV6,
  HASH_FLAG_TCP_IPV6_EX,
  HASH_FLAG_UDP_IPV4,
  HASH_FLAG_UDP_IPV6,
  HASH_FLAG_UDP_IPV6_EX,
  HASH_REASON_FAMILY_OFF,
  HASH_REASON_FRAGMENT,
  HASH_REASON_MALFORMED,
  HASH_REASON_NOT_IP,
  HASH_REASON_NOT_TCP,
  HASH_REASON_PORTS,
  HASH_REASON_PORTS_CUT,
  HASH_REASON_PORT_TYPE_OFF,
  HASH_REASON_UDP_ADDRESSES,
  HASH_REASON_UNKNOWN_LINK,
  HASH_TYPE_IPV4,
  HASH_TYPE_IPV6,
  HASH_TYPE_IPV6_EX,
  HASH_TYPE_NONE,
  HASH_TYPE_TCP_IPV4,
  HASH_TYPE_TCP_IPV6,
  HASH_TYPE_TCP_IPV6_EX,
  HASH_TYPE_UDP_IPV4,
  HASH_TYPE_UDP_IPV6,
  HASH_TYPE_UDP_IPV6_EX,
  L3_IPV4,
  L3_IPV6,
  LINK_OTHER,
  TRAIT_FRAGMENT,
  TRAIT_HOME_ADDRESS,
  TRAIT_MALFORMED,
  TRAIT_PORTS,
  TRAIT_ROUTING2,
  TRAIT_TRUNCATED,
} from '../abi.gen';
import { PROTO_SCTP, PROTO_TCP, PROTO_UDP } from '../frame/ports';
import { HASH_CHOICES, PORT_MASKS, PROTOCOL_SLOTS } from '../memory';

const EX_TRAITS: u32 = TRAIT_HOME_ADDRESS | TRAIT_ROUTING2;

class Choice {
  @inline static of(type: u32, reason: u32): u32 {
    return type | (reason << 8);
  }

  /** What of a packet is hashed: PORTED, MOVED. */
  @inline static input(choice: u32, traits: u32): u32 {
    const type = choice & 0xff;
    const exType = type == HASH_TYPE_IPV6_EX || type == HASH_TYPE_TCP_IPV6_EX || type == HASH_TYPE_UDP_IPV6_EX;
    return (choice >> 8 == HASH_REASON_PORTS ? PORTED : 0) | (exType && (traits & EX_TRAITS) != 0 ? MOVED : 0);
  }
}

/**
 * Why a packet whose family is enabled gets addresses only; Ports when nothing stands against hashing the ports.
 * @param tcpOn  a TCP type of this family is enabled  @param udpOn  a UDP type is
 */
function portsReason(traits: u32, proto: u32, tcpOn: bool, udpOn: bool): u32 {
  if (traits & TRAIT_FRAGMENT) return HASH_REASON_FRAGMENT;
  if (proto == PROTO_TCP) {
    if (!tcpOn) return HASH_REASON_PORT_TYPE_OFF;
  } else if (proto == PROTO_UDP) {
    if (!udpOn) return HASH_REASON_UDP_ADDRESSES;
  } else {
    // A capture that ends inside the extension headers leaves open what follows them.
    const isOpen = (traits & TRAIT_TRUNCATED) != 0 && proto != PROTO_SCTP;
    return isOpen ? HASH_REASON_PORTS_CUT : HASH_REASON_NOT_TCP;
  }
  return traits & TRAIT_PORTS ? HASH_REASON_PORTS : HASH_REASON_PORTS_CUT;
}

/** Row of frames whose link type is not understood, beside the rows of the L3 values 0 to 7. */
const L3_UNKNOWN_LINK: u32 = 5;

/** Columns: transports as far as hash types tell them apart. */
const SLOT_TCP: u32 = 0;
const SLOT_UDP: u32 = 1;
const SLOT_SCTP: u32 = 2;
const SLOT_OTHER: u32 = 3;

/** @param l3  L3, or L3_UNKNOWN_LINK  @param transport  PROTO_TCP, PROTO_UDP, PROTO_SCTP or any other  @returns HashType | HashReason << 8 */
function hashTypeChoose(l3: u32, transport: u32, traits: u32, flags: u32): u32 {
  if (l3 == L3_UNKNOWN_LINK) return Choice.of(HASH_TYPE_NONE, HASH_REASON_UNKNOWN_LINK);
  if (traits & TRAIT_MALFORMED) return Choice.of(HASH_TYPE_NONE, HASH_REASON_MALFORMED);
  if (l3 != L3_IPV4 && l3 != L3_IPV6) return Choice.of(HASH_TYPE_NONE, HASH_REASON_NOT_IP);
  if (l3 == L3_IPV4) {
    const reason = portsReason(traits, transport, (flags & HASH_FLAG_TCP_IPV4) != 0, (flags & HASH_FLAG_UDP_IPV4) != 0);
    if (reason == HASH_REASON_PORTS) return transport == PROTO_TCP ? HASH_TYPE_TCP_IPV4 : HASH_TYPE_UDP_IPV4;
    return flags & HASH_FLAG_IPV4 ? Choice.of(HASH_TYPE_IPV4, reason) : Choice.of(HASH_TYPE_NONE, HASH_REASON_FAMILY_OFF);
  }
  const tcpOn = (flags & (HASH_FLAG_TCP_IPV6 | HASH_FLAG_TCP_IPV6_EX)) != 0;
  const udpOn = (flags & (HASH_FLAG_UDP_IPV6 | HASH_FLAG_UDP_IPV6_EX)) != 0;
  const reason = portsReason(traits, transport, tcpOn, udpOn);
  const moved = (traits & EX_TRAITS) != 0;
  // With both kinds enabled the _EX one applies where a mobility header is present; alone it stands for the plain one too.
  if (reason == HASH_REASON_PORTS) {
    if (transport == PROTO_TCP)
      return Ex.chosen(flags, HASH_FLAG_TCP_IPV6, HASH_FLAG_TCP_IPV6_EX, moved) ? HASH_TYPE_TCP_IPV6_EX : HASH_TYPE_TCP_IPV6;
    return Ex.chosen(flags, HASH_FLAG_UDP_IPV6, HASH_FLAG_UDP_IPV6_EX, moved) ? HASH_TYPE_UDP_IPV6_EX : HASH_TYPE_UDP_IPV6;
  }
  if (!(flags & (HASH_FLAG_IPV6 | HASH_FLAG_IPV6_EX))) return Choice.of(HASH_TYPE_NONE, HASH_REASON_FAMILY_OFF);
  return Choice.of(Ex.chosen(flags, HASH_FLAG_IPV6, HASH_FLAG_IPV6_EX, moved) ? HASH_TYPE_IPV6_EX : HASH_TYPE_IPV6, reason);
}

/** In a choice, where a place has its table entry: which list of inputs the packet joins. */
export const FAMILY_IPV4: u32 = 1 << 16;
export const FAMILY_IPV6: u32 = 1 << 17;
/** The ports are hashed. */
export const PORTED: u32 = 1 << 18;
/** The `ex` addresses are there and hashed. */
export const MOVED: u32 = 1 << 19;

/**
 * Works out the choice for every set of traits, network layer and transport: table [traits 0..255][l3 0..7][slot 0..3], u32: HashType |
 * HashReason << 8, then the family and the input of a hashed packet, or the default queue << 24 of one that is not.
 */
export function hashTypesPrepare(flags: u32, defaultQueue: u32): void {
  v128.store(PORT_MASKS, i32x4(-1, -1, 0, 0));
  v128.store(PORT_MASKS, i32x4(-1, -1, -1, 0), 16);
  memory.fill(PROTOCOL_SLOTS, <u8>(SLOT_OTHER << 2), 256);
  store<u8>(PROTOCOL_SLOTS + PROTO_TCP, SLOT_TCP << 2);
  store<u8>(PROTOCOL_SLOTS + PROTO_UDP, SLOT_UDP << 2);
  store<u8>(PROTOCOL_SLOTS + PROTO_SCTP, SLOT_SCTP << 2);
  for (let traits: u32 = 0; traits < 256; traits++) {
    for (let l3: u32 = 0; l3 < 8; l3++) {
      for (let slot = SLOT_TCP; slot <= SLOT_OTHER; slot++) {
        const transport = slot == SLOT_TCP ? PROTO_TCP : slot == SLOT_UDP ? PROTO_UDP : slot == SLOT_SCTP ? PROTO_SCTP : 0;
        const choice = hashTypeChoose(l3, transport, traits, flags);
        const isHashed = (choice & 0xff) != HASH_TYPE_NONE;
        const joins = isHashed ? (l3 == L3_IPV4 ? FAMILY_IPV4 : FAMILY_IPV6) : defaultQueue << 24;
        const input = Choice.input(choice, traits);
        store<u32>(HASH_CHOICES + (((traits << 5) | (l3 << 2) | slot) << 2), choice | joins | input);
      }
    }
  }
}

export class HashTypes {
  /** Choice for a Frame or Flow record, as hashTypesPrepare() made it. */
  @inline static of(record: u32): u32 {
    return load<u32>(HashTypes.offset(record), HASH_CHOICES);
  }

  /** The same from a copy of the choices at `choices`. */
  @inline static in(choices: u32, record: u32): u32 {
    return load<u32>(choices + HashTypes.offset(record));
  }

  /** Where the choice for a record lies among the choices. */
  @inline static offset(record: u32): u32 {
    const word = load<u32>(record, FRAME_PROTO); // proto, l3, traits: adjacent bytes
    // Bits 8 to 10 are the L3; L3_NONE is 0. Nested, for one rare branch instead of two conditions worked out.
    if ((word & 0x700) == 0) {
      if (<u32>load<u8>(record, FRAME_LINK) == LINK_OTHER) return L3_UNKNOWN_LINK << 4; // traits say nothing
    }
    return ((word >> 9) & 0x7f80) | ((word >> 4) & 0x70) | (<u32>load<u8>(word & 0xff, PROTOCOL_SLOTS));
  }
}

class Ex {
  @inline static chosen(flags: u32, plain: u32, ex: u32, moved: bool): bool {
    return (flags & ex) != 0 && (moved || !(flags & plain));
  }
}
