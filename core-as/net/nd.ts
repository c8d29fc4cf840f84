// Neighbor Discovery for IPv6: solicitations and advertisements, RFC 4861 sections 4.3, 4.4 and 7.2.
// Leaves out: routers, redirects, duplicate address detection.

import { NicRecord, Packet } from '../abi.gen';
import { Put } from '../bytes';
import { sumAdd, sumFold, sumPseudo } from '../tcp/checksum';
import { frameBegin, Mac } from './arp';
import { TYPE_IPV6 } from './packet';

export const PROTO_ICMPV6: u32 = 58;
export const SOLICITATION: u32 = 135;
export const ADVERTISEMENT: u32 = 136;
const SOURCE_LINK_LAYER: u32 = 1;
const TARGET_LINK_LAYER: u32 = 2;
/** Ethernet 14, IPv6 40, message 24, option 8. */
const BYTES: u32 = 86;
const SOLICITED_OVERRIDE: u32 = 0x60000000;

/** Version, payload length, next header ICMPv6, hop limit 255 (RFC 4861 section 7.1). */
function header(ip: u32, payload: u32): void {
  Put.u32(ip, 6 << 28);
  Put.u32(ip + 4, (payload << 16) | (PROTO_ICMPV6 << 8) | 255);
}

/** Writes the checksum of an ICMPv6 message. */
export function icmp6Sum(ip: u32, message: u32, bytes: u32): void {
  store<u16>(message, 0, 2);
  store<u16>(message, <u16>~sumFold(sumAdd(sumPseudo(6, ip + 8, PROTO_ICMPV6, bytes), message, bytes)), 2);
}

function ndWrite(at: u32, nic: NicRecord, kind: u32, flags: u32, source: u32, target: u32, option: u32): void {
  const ip = changetype<Packet>(at).frame + 14;
  header(ip, 32);
  memory.copy(ip + 8, source, 16);
  const message = ip + 40;
  Put.u32(message, kind << 24);
  Put.u32(message + 4, flags);
  memory.copy(message + 8, target, 16);
  Put.u16(message + 24, (option << 8) | 1);
  Mac.put(message + 26, nic.mac);
}

/** Asks for `target`: its solicited-node group (RFC 4291 section 2.7.1), or the station that had it last. @returns a packet, or 0 */
export function ndAsk(nic: NicRecord, own: u32, target: u32, known: u64): u32 {
  const low = load<u32>(target, 12) & 0xffffff00; // network order: the last three bytes
  const group: u64 = 0x000000ff3333 | ((<u64>load<u8>(target, 13)) << 24) | ((<u64>load<u16>(target, 14)) << 32);
  const at = frameBegin(nic, known == 0 ? group : known, TYPE_IPV6, BYTES);
  if (at == 0) return 0;
  const ip = changetype<Packet>(at).frame + 14;
  ndWrite(at, nic, SOLICITATION, 0, own, target, SOURCE_LINK_LAYER);
  if (known != 0) memory.copy(ip + 24, target, 16);
  else {
    // ff02::1:ff followed by the last three bytes
    Put.u32(ip + 24, 0xff020000);
    Put.u32(ip + 28, 0);
    Put.u32(ip + 32, 1);
    store<u32>(ip, low | 0xff, 36);
  }
  icmp6Sum(ip, ip + 40, 32);
  return at;
}

/** The answer to a solicitation for `target` from `asker`. @returns a packet, or 0 */
export function ndAnswer(nic: NicRecord, target: u32, asker: u32, mac: u64): u32 {
  const at = frameBegin(nic, mac, TYPE_IPV6, BYTES);
  if (at == 0) return 0;
  const ip = changetype<Packet>(at).frame + 14;
  ndWrite(at, nic, ADVERTISEMENT, SOLICITED_OVERRIDE, target, target, TARGET_LINK_LAYER);
  memory.copy(ip + 24, asker, 16);
  icmp6Sum(ip, ip + 40, 32);
  return at;
}

/** Link-layer address of an option of a message; 0 when it has none. @param kind  1 source, 2 target */
export function ndOption(message: u32, bytes: u32, kind: u32): u64 {
  let at = message + 24;
  const end = message + bytes;
  while (at + 8 <= end) {
    const length = (<u32>load<u8>(at, 1)) << 3;
    if (length == 0 || at + length > end) return 0;
    if (<u32>load<u8>(at) == kind) return Mac.get(at + 2);
    at += length;
  }
  return 0;
}
