// Virtual Machine Chimney: connections of a virtual machine in the physical adapter behind its virtual network. The virtual adapter's record
// has the settings of the virtual machine, the stacks that run its connections, and its counts; the physical adapter has the room, which host
// and virtual machines share in the order in which they come, and the engine. Frames of such a connection pass by the virtual switch, the
// host and VMBus. Source: Microsoft, Using Virtual Machine Chimney (gg162677).
// A peer on the same virtual network is not reached over the adapter: such connections stay with their stack (assumed; no source says so).
// Before a virtual machine is paused for its migration, its connections come back: assumed.

import {
  EVENT_KIND_LEAVE,
  NEIGHBOR_STATE_FREE,
  NEIGHBOR_STATE_INCOMPLETE,
  NONE,
  NicRecord,
  OFFLOAD_STATE_IN_HOST,
  OffloadTarget,
  PACKET_KIND_BYTES,
  Packet,
  SOCKET_STATE_TCP,
  Socket,
  TcpStack,
  UPLOAD_REASON_MIGRATION,
  VIRTUAL_PORT_KIND_GUEST,
  VirtualPort,
} from '../abi.gen';
import { tableFind } from '../hyperv/table';
import { hasTag, tagOn, tagTake } from '../net/vlan';
import { queueNow, queuePush } from '../sim/queue';
import { tcpRingCount } from '../tcp/stack';
import { Base, The } from '../world/state';
import { offloadSettle } from './eligible';
import { engineKick } from './engine';
import { uploadAsk } from './host';

function portOf(nic: NicRecord): VirtualPort {
  return The.virtualPort(nic.virtualPort - 1);
}

/** The physical adapter that would hold connections of an adapter; NONE where its virtual network ends at the host. */
export function physicalOf(nicIndex: u32): u32 {
  const nic = The.nic(nicIndex);
  if (!nic.isVirtual) return nicIndex;
  const external = The.virtualSwitch(portOf(nic).vswitch).external;
  return external == NONE ? NONE : <u32>The.virtualPort(external).nic;
}

/** VLAN of the tag that frames of an adapter have on the cable; 0: none. */
export function vlanOf(nicIndex: u32): u32 {
  const nic = The.nic(nicIndex);
  return nic.isVirtual ? portOf(nic).vlan : 0;
}

/** Whether a virtual machine is about to be paused. */
export function isLeaving(nicIndex: u32): bool {
  const nic = The.nic(nicIndex);
  return nic.isVirtual != 0 && portOf(nic).leaving != 0;
}

/** The adapter of the stack that a frame from the cable is for, by destination and VLAN; NONE where the switch has to decide. */
export function ownerOf(nicIndex: u32, nic: NicRecord, packet: Packet): u32 {
  if (nic.externalPort == 0) return nicIndex;
  if (packet.kind == PACKET_KIND_BYTES && hasTag(packet)) tagTake(packet);
  const to = tableFind(The.virtualSwitch(The.virtualPort(nic.externalPort - 1).vswitch), packet.destinationMac);
  if (to == NONE || to == nic.externalPort - 1) return NONE;
  const port = The.virtualPort(to);
  const vlan = port.kind == VIRTUAL_PORT_KIND_GUEST ? port.vlan : 0;
  return packet.vlan == vlan ? <u32>port.nic : NONE;
}

/** Whether the peer of a socket is on the same virtual network. */
export function isBehindSwitch(socket: Socket): bool {
  const nic = The.nic(socket.nic);
  if (nic.virtualPort == 0 || socket.neighbor == 0) return false;
  const neighbor = The.neighbor(socket.neighbor - 1);
  if (neighbor.state == NEIGHBOR_STATE_FREE || neighbor.state == NEIGHBOR_STATE_INCOMPLETE) return false;
  const sw = The.virtualSwitch(portOf(nic).vswitch);
  const port = tableFind(sw, neighbor.mac);
  return port != NONE && port != sw.external;
}

/** A segment for a virtual machine goes up after all. @param forwarded  it came over the virtual switch, and goes there again as if from the cable */
export function packetReturn(nicIndex: u32, packet: Packet, forwarded: bool): void {
  const vlan = vlanOf(packet.nic);
  packet.nic = nicIndex;
  if (!forwarded || vlan == 0) return;
  packet.vlan = vlan;
  tagOn(packet);
}

function waitsIn(stack: u32): bool {
  return stack != 0 && tcpRingCount(changetype<TcpStack>(stack)) != 0;
}

function hasSegments(target: OffloadTarget): bool {
  return waitsIn(target.stack4) || waitsIn(target.stack6);
}

/** Has the engine that serves an adapter's rings go on. */
export function enginesKick(nicIndex: u32): void {
  const target = The.adapter(nicIndex);
  if (target.physical == 0) {
    engineKick(nicIndex);
    return;
  }
  readyAppend(nicIndex, target);
  engineKick(target.physical - 1);
}

function readyAppend(nicIndex: u32, target: OffloadTarget): void {
  if (target.isReady || !hasSegments(target)) return;
  const engine = The.adapter(target.physical - 1);
  target.isReady = 1;
  target.nextReady = 0;
  if (engine.readyFirst == 0) engine.readyFirst = nicIndex + 1;
  else The.adapter(engine.readyNewest - 1).nextReady = nicIndex + 1;
  engine.readyNewest = nicIndex + 1;
}

/** The virtual adapter whose turn it is. Precondition: there is one. */
export function readyTake(engine: OffloadTarget): u32 {
  const nicIndex = <u32>engine.readyFirst - 1;
  const target = The.adapter(nicIndex);
  engine.readyFirst = target.nextReady;
  target.isReady = 0;
  return nicIndex;
}

/** The ring of a virtual adapter that goes next: its two families take turns. */
export function stackTake(target: OffloadTarget): TcpStack {
  const six = target.familyTurn ? waitsIn(target.stack6) : !waitsIn(target.stack4);
  target.familyTurn = six ? 0 : 1;
  return changetype<TcpStack>(six ? target.stack6 : target.stack4);
}

/** A segment of a virtual adapter has left. */
export function readyAgain(nicIndex: u32): void {
  const target = The.adapter(nicIndex);
  readyAppend(nicIndex, target);
  if (!target.isReady) guestLeft(nicIndex);
}

/** Something of a virtual machine is with the adapter. */
function isAway(nicIndex: u32): bool {
  return The.nic(nicIndex).offloaded != 0 || hasSegments(The.adapter(nicIndex));
}

/** Has all connections of a virtual machine come back. @returns whether there is anything to wait for: an event Leave follows then */
export function guestCall(nicIndex: u32): bool {
  if (Base.offloads == 0) return false;
  const count = The.world().offloads;
  for (let index: u32 = 0; index < count; index++) {
    const socket = The.socket(index);
    if (socket.state != SOCKET_STATE_TCP || socket.offload == OFFLOAD_STATE_IN_HOST) continue;
    if (The.offload(index).nic == nicIndex) uploadAsk(index, UPLOAD_REASON_MIGRATION);
  }
  return isAway(nicIndex);
}

/** A connection of an adapter is back. The virtual machine may be paused when it was the last one that it waits for. */
export function guestLeft(nicIndex: u32): void {
  if (isLeaving(nicIndex) && !isAway(nicIndex)) queuePush(queueNow(), EVENT_KIND_LEAVE, The.nic(nicIndex).virtualPort - 1, 0);
}

/** Whether a virtual machine that is leaving may be paused. */
export function guestMayLeave(port: VirtualPort): bool {
  return port.leaving != 0 && !isAway(port.nic);
}

/** A virtual machine has come to a switch: who talks to it there must do so over the switch. */
export function guestArrived(port: VirtualPort): void {
  if (Base.offloads == 0) return;
  const physical = physicalOf(port.nic);
  if (physical != NONE) offloadSettle(physical);
}
