// Which hash a packet gets, and why. Works on the identity that Frame and Flow records share.
// Source: windows-driver-docs "RSS hashing types". UDP types are later Windows and off unless asked for.

import {
  FRAME_KEY_TRAITS, FRAME_L3, FRAME_LINK, FRAME_PROTO, HASH_FLAG_IPV4, HASH_FLAG_IPV6, HASH_FLAG_IPV6_EX, HASH_FLAG_TCP_IPV4, HASH_FLAG_TCP_IPV6,
  HASH_FLAG_TCP_IPV6_EX, HASH_FLAG_UDP_IPV4, HASH_FLAG_UDP_IPV6, HASH_FLAG_UDP_IPV6_EX, HASH_REASON_FAMILY_OFF, HASH_REASON_FRAGMENT,
  HASH_REASON_MALFORMED, HASH_REASON_NOT_IP, HASH_REASON_NOT_TCP, HASH_REASON_PORTS, HASH_REASON_PORTS_CUT, HASH_REASON_PORT_TYPE_OFF,
  HASH_REASON_UDP_ADDRESSES, HASH_REASON_UNKNOWN_LINK, HASH_TYPE_IPV4, HASH_TYPE_IPV6, HASH_TYPE_IPV6_EX, HASH_TYPE_NONE, HASH_TYPE_TCP_IPV4,
  HASH_TYPE_TCP_IPV6, HASH_TYPE_TCP_IPV6_EX, HASH_TYPE_UDP_IPV4, HASH_TYPE_UDP_IPV6, HASH_TYPE_UDP_IPV6_EX, L3_IPV4, L3_IPV6, LINK_OTHER,
  TRAIT_FRAGMENT, TRAIT_HOME_ADDRESS, TRAIT_MALFORMED, TRAIT_PORTS, TRAIT_ROUTING2, TRAIT_TRUNCATED,
} from '../abi.gen';
import { PROTO_SCTP, PROTO_TCP, PROTO_UDP } from '../frame/ports';

const EX_TRAITS: u32 = TRAIT_HOME_ADDRESS | TRAIT_ROUTING2;

class Choice {
  @inline static of(type: u32, reason: u32): u32 {
    return type | (reason << 8);
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

/** @returns HashType | HashReason << 8 */
export function hashTypeChoose(record: u32, flags: u32): u32 {
  const l3 = <u32>load<u8>(record, FRAME_L3);
  const traits = <u32>load<u16>(record, FRAME_KEY_TRAITS);
  const proto = <u32>load<u8>(record, FRAME_PROTO);
  if (traits & TRAIT_MALFORMED) return Choice.of(HASH_TYPE_NONE, HASH_REASON_MALFORMED);
  if (l3 == L3_IPV4) {
    const reason = portsReason(traits, proto, (flags & HASH_FLAG_TCP_IPV4) != 0, (flags & HASH_FLAG_UDP_IPV4) != 0);
    if (reason == HASH_REASON_PORTS) return proto == PROTO_TCP ? HASH_TYPE_TCP_IPV4 : HASH_TYPE_UDP_IPV4;
    return flags & HASH_FLAG_IPV4 ? Choice.of(HASH_TYPE_IPV4, reason) : Choice.of(HASH_TYPE_NONE, HASH_REASON_FAMILY_OFF);
  }
  if (l3 == L3_IPV6) {
    const tcpOn = (flags & (HASH_FLAG_TCP_IPV6 | HASH_FLAG_TCP_IPV6_EX)) != 0;
    const udpOn = (flags & (HASH_FLAG_UDP_IPV6 | HASH_FLAG_UDP_IPV6_EX)) != 0;
    const reason = portsReason(traits, proto, tcpOn, udpOn);
    const moved = (traits & EX_TRAITS) != 0;
    // With both kinds enabled the _EX one applies where a mobility header is present; alone it stands for the plain one too.
    if (reason == HASH_REASON_PORTS) {
      if (proto == PROTO_TCP) return Ex.chosen(flags, HASH_FLAG_TCP_IPV6, HASH_FLAG_TCP_IPV6_EX, moved) ? HASH_TYPE_TCP_IPV6_EX : HASH_TYPE_TCP_IPV6;
      return Ex.chosen(flags, HASH_FLAG_UDP_IPV6, HASH_FLAG_UDP_IPV6_EX, moved) ? HASH_TYPE_UDP_IPV6_EX : HASH_TYPE_UDP_IPV6;
    }
    if (!(flags & (HASH_FLAG_IPV6 | HASH_FLAG_IPV6_EX))) return Choice.of(HASH_TYPE_NONE, HASH_REASON_FAMILY_OFF);
    return Choice.of(Ex.chosen(flags, HASH_FLAG_IPV6, HASH_FLAG_IPV6_EX, moved) ? HASH_TYPE_IPV6_EX : HASH_TYPE_IPV6, reason);
  }
  if (<u32>load<u8>(record, FRAME_LINK) == LINK_OTHER) return Choice.of(HASH_TYPE_NONE, HASH_REASON_UNKNOWN_LINK);
  return Choice.of(HASH_TYPE_NONE, HASH_REASON_NOT_IP);
}

class Ex {
  @inline static chosen(flags: u32, plain: u32, ex: u32, moved: bool): bool {
    return (flags & ex) != 0 && (moved || !(flags & plain));
  }
}
