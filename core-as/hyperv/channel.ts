// The virtual machine's side of its VMBus channel: a work item that takes what the host has put into the ring. There is one channel, whose
// interrupts come to virtual processor 0 (assumed of Windows Server 2008 R2).

import {
  COST_DPC,
  COST_GUEST_RX,
  COST_INT,
  COST_LEGACY_PKT,
  LEVEL_THREAD,
  TRACE_KIND_DPC,
  WORK_KIND_CHANNEL,
  PACKET_FLAG_FOLLOWED,
} from '../abi.gen';
import { followGuestTaken, followGuestTaking } from '../follow/machine';
import { outputFlush } from '../host/output';
import { packetReceive } from '../host/receive';
import { Offset } from '../net/offset';
import { List } from '../net/packet';
import { ledgerOwners } from '../sim/ledger';
import { chargeCost, processorGuest, processorWork, processorWorkFirst } from '../sim/processor';
import { queueNow } from '../sim/queue';
import { leaseReturn } from '../vmq/lease';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { channelOf } from './forward';
import { guestHold, guestRuns } from './guest';

export function channelStart(processor: u32, index: u32): void {
  const port = The.virtualPort(index);
  const host = The.host(port.host);
  if (!guestRuns(processor, host)) return; // paused, or moved to another host; channelEnd sees to it
  processorGuest(processor);
  const nic = The.nic(port.nic);
  const queue = channelOf(port);
  ledgerOwners(nic.owner, 0);
  if (queue.dpcTaken == 0) {
    queue.dpcs = queue.dpcs + 1;
    chargeCost(processor, COST_INT, 1);
    chargeCost(processor, COST_DPC, 1);
  }
  const now = queueNow();
  let taken: u32 = 0;
  while (taken < host.indication && queue.first != 0) {
    const packet = List.take(Offset.ringFirst(queue));
    queue.depth = queue.depth - 1;
    queue.waitSum = queue.waitSum + (now - packet.at);
    nic.indicated = nic.indicated + 1;
    taken++;
    const followed = packet.flags & PACKET_FLAG_FOLLOWED;
    if (followed) followGuestTaking(processor, taken);
    leaseReturn(packet, port);
    ledgerOwners(nic.owner, 0);
    chargeCost(processor, COST_GUEST_RX, 1);
    if (port.legacy) chargeCost(processor, COST_LEGACY_PKT, 1);
    if (followed) followGuestTaken(index, processor, taken, packet);
    packetReceive(port.nic, processor, packet);
  }
  queue.dpcTaken = queue.dpcTaken + max(taken, 1);
  trace(TRACE_KIND_DPC, port.nic, 0, taken);
}

export function channelEnd(processor: u32, index: u32): void {
  outputFlush(processor);
  const port = The.virtualPort(index);
  const host = The.host(port.host);
  const queue = channelOf(port);
  if (queue.first == 0) {
    queue.dpcQueued = 0;
    return;
  }
  if (host.paused) {
    queue.dpcTaken = 0;
    guestHold(port, WORK_KIND_CHANNEL, index, 0);
    return;
  }
  const isFirst = processor == queue.processor && queue.dpcTaken < host.dpcBudget;
  if (isFirst) processorWorkFirst(processor, LEVEL_THREAD, WORK_KIND_CHANNEL, index, 0);
  else {
    queue.dpcTaken = 0;
    processorWork(queue.processor, LEVEL_THREAD, WORK_KIND_CHANNEL, index, 0);
  }
}
