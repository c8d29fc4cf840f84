// A store-and-forward switch: it learns where stations are, forwards, floods what it does not know, and queues at each output port up to a
// number of bytes. Source: IEEE 802.1D, clause 7. Leaves out: ageing of addresses, spanning tree, VLANs, pause frames.

import {
  DROP_REASON_CORRUPT,
  DROP_REASON_FILTERED,
  DROP_REASON_PORT_FULL,
  EVENT_KIND_PORT_SENT,
  FOLLOW_PLACE_PORT,
  NONE,
  PACKET_FLAG_CORRUPT,
  PACKET_FLAG_FOLLOWED,
  PACKET_FLAG_GROUP,
  Packet,
  PortRecord,
  SwitchRecord,
  TRACE_KIND_DROPPED,
} from '../abi.gen';
import { followDropped } from '../follow/record';
import { followFlooded, followSwitchPort } from '../follow/send';
import { Frame, List, packetCopy, packetFree } from '../net/packet';
import { Offset } from '../net/offset';
import { queueNow, queuePush } from '../sim/queue';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { dropNoMemory, pathSend } from './path';

/** A table entry: the station's address, and its port in the high 16 bits. */
const MAC_BITS: u64 = 0xffffffffffff;

function tableSlot(device: SwitchRecord, mac: u64, slots: u32): u32 {
  let slot = (<u32>(mac ^ (mac >> 24)) * 0x9e3779b1) & (slots - 1);
  while (true) {
    const at = device.table + (slot << 3);
    const entry = load<u64>(at);
    if (entry == 0 || (entry & MAC_BITS) == mac) return at;
    slot = (slot + 1) & (slots - 1);
  }
}

/** The table is never more than half full: stations beyond that are not learned, and what is for them is flooded. */
function learn(device: SwitchRecord, mac: u64, port: u32): void {
  const slots = The.world().macs;
  const at = tableSlot(device, mac, slots);
  if (load<u64>(at) == 0) {
    if (device.learned >= slots >> 1) return;
    device.learned = device.learned + 1;
  }
  store<u64>(at, mac | ((<u64>port) << 48));
}

function portStart(index: u32, port: PortRecord, packet: Packet): void {
  port.sending = 1;
  const begin = max(queueNow(), packet.at);
  queuePush(begin + ((Frame.onWire(packet.bytes) * port.psPerByte) >> 10), EVENT_KIND_PORT_SENT, index, 0);
}

function portSend(index: u32, packet: Packet): void {
  const port = The.port(index);
  const device = The.device(port.device);
  const bytes = Frame.counted(packet.bytes);
  if (port.path == NONE || port.bytes + bytes > device.queueBytes) {
    port.drops = port.drops + 1;
    trace(TRACE_KIND_DROPPED, index, DROP_REASON_PORT_FULL, packet.bytes);
    followDropped(packet, index, DROP_REASON_PORT_FULL, FOLLOW_PLACE_PORT);
    packetFree(packet);
    return;
  }
  port.bytes = port.bytes + bytes;
  port.peakBytes = max(port.peakBytes, port.bytes);
  port.frames = port.frames + 1;
  if (packet.flags & PACKET_FLAG_FOLLOWED) followSwitchPort(index, port);
  packet.at = queueNow() + device.latency;
  List.append(Offset.portFirst(port), Offset.portNewest(port), packet);
  if (!port.sending) portStart(index, port, packet);
}

/** The last bit of a port's frame has left. */
export function portSent(index: u32): void {
  const port = The.port(index);
  const packet = List.take(Offset.portFirst(port));
  port.sending = 0;
  port.bytes = port.bytes - Frame.counted(packet.bytes);
  port.frames = port.frames - 1;
  port.sentFrames = port.sentFrames + 1;
  pathSend(port.path, packet, queueNow());
  if (port.first != 0) portStart(index, port, changetype<Packet>(port.first));
}

/** To all cabled ports but the one that it came in at. */
function flood(device: SwitchRecord, from: u32, packet: Packet): void {
  device.flooded = device.flooded + 1;
  if (packet.flags & PACKET_FLAG_FOLLOWED) followFlooded(from);
  const end = device.firstPort + device.ports;
  for (let index = device.firstPort; index < end; index++) {
    if (index == from || The.port(index).path == NONE) continue;
    const copy = packetCopy(packet);
    if (copy == 0) dropNoMemory(index, packet.bytes);
    else portSend(index, changetype<Packet>(copy));
  }
  packetFree(packet);
}

/** A frame has come in whole at port `index`. */
export function switchArrive(index: u32, packet: Packet): void {
  const port = The.port(index);
  const device = The.device(port.device);
  device.framesIn = device.framesIn + 1;
  if (packet.flags & PACKET_FLAG_CORRUPT) {
    trace(TRACE_KIND_DROPPED, index, DROP_REASON_CORRUPT, packet.bytes);
    followDropped(packet, index, DROP_REASON_CORRUPT, FOLLOW_PLACE_PORT);
    packetFree(packet);
    return;
  }
  learn(device, packet.sourceMac, index);
  if (packet.flags & PACKET_FLAG_GROUP) {
    flood(device, index, packet);
    return;
  }
  const entry = load<u64>(tableSlot(device, packet.destinationMac, The.world().macs));
  if (entry == 0) {
    flood(device, index, packet);
    return;
  }
  const to = <u32>(entry >> 48);
  if (to != index) {
    portSend(to, packet);
    return;
  }
  trace(TRACE_KIND_DROPPED, index, DROP_REASON_FILTERED, packet.bytes);
  followDropped(packet, index, DROP_REASON_FILTERED, FOLLOW_PLACE_PORT);
  packetFree(packet);
}
