// ARP over Ethernet for IPv4: RFC 826. Leaves out: probes and announcements (RFC 5227).

import { NicRecord, PACKET_FLAG_GROUP, PACKET_KIND_BYTES, Packet } from '../abi.gen';
import { Put, Wire } from '../bytes';
import { packetTakeStored } from './packet';
import { ethernetWrite } from './write';

export const TYPE_ARP: u16 = 0x0608; // 0x0806 in network order
const FRAME_BYTES: u32 = 60;
const BROADCAST: u64 = 0xffffffffffff;
const REQUEST: u32 = 1;
const REPLY: u32 = 2;
/** Hardware type Ethernet, protocol type IPv4, address lengths 6 and 4. */
const ETHERNET_IPV4: u32 = 0x00010800;
const LENGTHS: u32 = 0x0604;

export class Mac {
  @inline static get(at: u32): u64 {
    return (<u64>load<u32>(at)) | ((<u64>load<u16>(at, 4)) << 32);
  }
  @inline static put(at: u32, mac: u64): void {
    store<u32>(at, <u32>mac);
    store<u16>(at, <u16>(mac >> 32), 4);
  }
}

/** A packet of bytes that is to be sent to `destination`, with its Ethernet header; 0 when there is no room. */
export function frameBegin(nic: NicRecord, destination: u64, type: u16, bytes: u32): u32 {
  const at = packetTakeStored(max(bytes, FRAME_BYTES));
  if (at == 0) return 0;
  const packet = changetype<Packet>(at);
  packet.kind = PACKET_KIND_BYTES;
  packet.slices = 1;
  packet.destinationMac = destination;
  packet.sourceMac = nic.mac;
  if (destination & 1) packet.flags = packet.flags | PACKET_FLAG_GROUP;
  memory.fill(packet.frame, 0, max(bytes, FRAME_BYTES));
  ethernetWrite(packet.frame, destination, nic.mac, type);
  return at;
}

function arpWrite(nic: NicRecord, to: u64, operation: u32, own: u32, target: u32, targetMac: u64): u32 {
  const at = frameBegin(nic, to, TYPE_ARP, 42);
  if (at == 0) return 0;
  const arp = changetype<Packet>(at).frame + 14;
  Put.u32(arp, ETHERNET_IPV4);
  Put.u16(arp + 4, LENGTHS);
  Put.u16(arp + 6, operation);
  Mac.put(arp + 8, nic.mac);
  store<u32>(arp, load<u32>(own), 14);
  Mac.put(arp + 18, targetMac);
  store<u32>(arp, load<u32>(target), 24);
  return at;
}

/** Asks who has `target`: everybody, or the station that had it last. @returns a packet, or 0 */
export function arpAsk(nic: NicRecord, own: u32, target: u32, known: u64): u32 {
  return arpWrite(nic, known == 0 ? BROADCAST : known, REQUEST, own, target, 0);
}

/** What an ARP packet says; addresses of its fields, good while the frame is. */
export class Arp {
  /** Whether the `bytes` bytes at `arp` are one that this host understands. */
  @inline static holds(arp: u32, bytes: u32): bool {
    if (bytes < 28 || Wire.u32(arp) != ETHERNET_IPV4 || Wire.u16(arp + 4) != LENGTHS) return false;
    const operation = Wire.u16(arp + 6);
    return operation == REQUEST || operation == REPLY;
  }
  @inline static asks(arp: u32): bool {
    return Wire.u16(arp + 6) == REQUEST;
  }
  @inline static senderMac(arp: u32): u64 {
    return Mac.get(arp + 8);
  }
}

/** The answer to a request. @returns a packet, or 0 */
export function arpAnswer(nic: NicRecord, arp: u32): u32 {
  const sender = Mac.get(arp + 8);
  return arpWrite(nic, sender, REPLY, arp + 24, arp + 14, sender);
}
