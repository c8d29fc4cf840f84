// What a stack sends into a virtual switch: the stack of a virtual machine, through its VMBus channel, or that of the host itself. It waits
// until a DPC of the host has switched it. That DPC runs where the first virtual processor of the sender runs, and for the host's own
// frames on the processor of the default queue: assumed.
// Sends are not bounded: what a virtual machine has under way is bounded by its transport, as on any host.

import {
  COST_GUEST_TX,
  COST_LEGACY_PKT,
  COST_VMBUS_PKT,
  COST_VMBUS_SIGNAL,
  LEVEL_DPC,
  NONE,
  NicRecord,
  PACKET_FLAG_FOLLOWED,
  Packet,
  TRACE_KIND_SENT,
  VIRTUAL_PORT_KIND_GUEST,
  VirtualPort,
  WORK_KIND_SWITCH,
} from '../abi.gen';
import { followPortSend, followSwitchTaken } from '../follow/machine';
import { Followed, followMark } from '../follow/record';
import { outputFlush } from '../host/output';
import { Offset } from '../net/offset';
import { Frame, List, packetFree } from '../net/packet';
import { packetSegment } from '../net/segment';
import { ledgerOwners } from '../sim/ledger';
import { chargeCost, processorWork, processorWorkFirst } from '../sim/processor';
import { queueNow } from '../sim/queue';
import { The } from '../world/state';
import { tapFrame } from '../world/tap';
import { trace } from '../world/trace';
import { adapterOwner, switchRoute } from './forward';

/** What a virtual machine is charged for a send, beside what any host is; a signal to the host where none is under way. */
export function portChargeSend(processor: u32, nic: NicRecord): void {
  const port = The.virtualPort(nic.virtualPort - 1);
  if (port.kind != VIRTUAL_PORT_KIND_GUEST) return;
  chargeCost(processor, COST_GUEST_TX, 1);
  if (port.signalled) return;
  port.signalled = 1;
  port.sendSignals = port.sendSignals + 1;
  chargeCost(processor, COST_VMBUS_SIGNAL, 1);
}

/** Packets that a stack has handed over and that have not left: those of its port, and those of the adapter behind the switch. */
export function portBacklog(nic: NicRecord): u32 {
  if (nic.virtualPort == 0) return nic.transmitWaiting;
  const port = The.virtualPort(nic.virtualPort - 1);
  const external = The.virtualSwitch(port.vswitch).external;
  return port.waiting + (external == NONE ? 0 : The.nic(The.virtualPort(external).nic).transmitWaiting);
}

function tapSent(index: u32, packet: Packet): void {
  if (packet.slices <= 1) {
    tapFrame(index, packet, queueNow(), true);
    return;
  }
  for (let number: u32 = 0; number < packet.slices; number++) {
    const frame = packetSegment(packet, number);
    if (frame == 0) return;
    tapFrame(index, changetype<Packet>(frame), queueNow(), true);
    packetFree(changetype<Packet>(frame));
  }
}

function countSent(index: u32, nic: NicRecord, packet: Packet): void {
  const queue = The.queue(nic.firstQueue);
  queue.txPosted = queue.txPosted + 1;
  nic.sentFrames = nic.sentFrames + 1;
  nic.sentBytes = nic.sentBytes + Frame.counted(packet.bytes);
  if (packet.slices > 1) nic.sentLarge = nic.sentLarge + 1;
  trace(TRACE_KIND_SENT, index, packet.bytes, 0);
  if (nic.tapped) tapSent(index, packet);
}

/** A stack hands a frame to its port. */
export function portSend(index: u32, packet: Packet): void {
  const port = The.virtualPort(index);
  const nic = The.nic(port.nic);
  packet.nic = port.nic;
  if (nic.isVirtual) countSent(port.nic, nic, packet);
  List.append(Offset.sentFirst(port), Offset.sentNewest(port), packet);
  port.waiting = port.waiting + 1;
  if (Followed.isOn()) followPortSend(index, port, packet);
  portWake(index, port);
}

/** Has a DPC of the host switch what waits. */
export function portWake(index: u32, port: VirtualPort): void {
  if (port.sendQueued || port.waiting == 0) return;
  port.sendQueued = 1;
  port.sendTaken = 0;
  processorWork(port.processor, LEVEL_DPC, WORK_KIND_SWITCH, index, 0);
}

/** The DPC: takes a few frames, and finds their ways. */
export function switchStart(processor: u32, index: u32): void {
  const port = The.virtualPort(index);
  if (processor != port.processor) return; // the virtual machine has moved to another host since
  const nic = The.nic(port.nic);
  const fromGuest = port.kind == VIRTUAL_PORT_KIND_GUEST;
  const most = The.host(The.virtualSwitch(port.vswitch).host).indication;
  for (let taken: u32 = 0; taken < most && port.waiting != 0; taken++) {
    const packet = List.take(Offset.sentFirst(port));
    port.waiting = port.waiting - 1;
    port.sendTaken = port.sendTaken + 1;
    const followed = packet.flags & PACKET_FLAG_FOLLOWED;
    if (followed) followMark(processor);
    if (nic.isVirtual) {
      const queue = The.queue(nic.firstQueue);
      queue.txDone = queue.txDone + 1;
      queue.txReclaimed = queue.txDone;
    }
    ledgerOwners(adapterOwner(The.virtualSwitch(port.vswitch)), port.owner);
    if (fromGuest) {
      chargeCost(processor, COST_VMBUS_PKT, 1);
      if (port.legacy) chargeCost(processor, COST_LEGACY_PKT, 1);
    }
    packet.vlan = fromGuest ? port.vlan : 0;
    packet.queue = port.queue;
    if (followed) followSwitchTaken(index, processor);
    switchRoute(processor, port.vswitch, index, packet);
  }
}

export function switchEnd(processor: u32, index: u32): void {
  outputFlush(processor);
  const port = The.virtualPort(index);
  if (port.waiting == 0) {
    port.sendQueued = 0;
    port.signalled = 0;
    return;
  }
  const isFirst = processor == port.processor && port.sendTaken < The.host(The.virtualSwitch(port.vswitch).host).dpcBudget;
  if (isFirst) processorWorkFirst(processor, LEVEL_DPC, WORK_KIND_SWITCH, index, 0);
  else {
    port.sendTaken = 0;
    processorWork(port.processor, LEVEL_DPC, WORK_KIND_SWITCH, index, 0);
  }
}
