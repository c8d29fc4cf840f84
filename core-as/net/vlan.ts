// The tag of IEEE 802.1Q: type 0x8100, then priority, drop eligibility and VLAN. A packet record has the VLAN beside its frame; the tag is in
// the bytes only as they cross the wire. Priorities are left out: they are 0 when sent, and ignored when received.

import { PACKET_FLAG_TAGGED, Packet } from '../abi.gen';
import { Put, Wire } from '../bytes';

/** 0x8100 in network order, as a 16-bit load gives it. */
const TYPE_VLAN: u16 = 0x0081;
export const TAG_BYTES: u32 = 4;
const ADDRESSES: u32 = 12;
const VLAN_BITS: u32 = 0xfff;

/** Puts a tag into a frame at `frame`, with room behind it. @returns its bytes then */
export function tagInsert(frame: u32, bytes: u32, vlan: u32): u32 {
  memory.copy(frame + ADDRESSES + TAG_BYTES, frame + ADDRESSES, bytes - ADDRESSES);
  store<u16>(frame, TYPE_VLAN, ADDRESSES);
  Put.u16(frame + ADDRESSES + 2, vlan);
  return bytes + TAG_BYTES;
}

/** Whether a frame that is bytes has a tag. */
export function hasTag(packet: Packet): bool {
  return packet.captured >= ADDRESSES + TAG_BYTES + 2 && load<u16>(packet.frame, ADDRESSES) == TYPE_VLAN;
}

/** Takes the tag out of the bytes of a frame that came from outside; the packet record has it from then on. */
export function tagTake(packet: Packet): void {
  const frame = packet.frame;
  packet.vlan = Wire.u16(frame + ADDRESSES + 2) & VLAN_BITS;
  packet.flags = packet.flags | PACKET_FLAG_TAGGED;
  memory.copy(frame + ADDRESSES, frame + ADDRESSES + TAG_BYTES, packet.captured - ADDRESSES - TAG_BYTES);
  packet.captured = packet.captured - TAG_BYTES;
}

/** A frame goes onto the wire with a tag, or comes off it. */
export function tagOn(packet: Packet): void {
  packet.flags = packet.flags | PACKET_FLAG_TAGGED;
  packet.bytes = packet.bytes + TAG_BYTES;
}
export function tagOff(packet: Packet): void {
  packet.flags = packet.flags & ~PACKET_FLAG_TAGGED;
  packet.bytes = packet.bytes - TAG_BYTES;
}
