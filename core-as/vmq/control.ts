// Who has a queue: virtual adapters that ask for one get one in the order of their requests while some are left; the others use the default
// queue until one is freed, and then the one that has waited longest gets it. Microsoft, "Using Virtual Machine Queue", says that queues are
// limited and go to those that ask; what happens to those that wait is assumed. An operation is work of the host, one at a time, on the
// processor of the default queue.

import {
  COST_VMQ_CONTROL,
  LEVEL_THREAD,
  NONE,
  QUEUE_RECORD_SIZE,
  QueueRecord,
  VMQ_FILTER_FLAG_UNTAGGED_OR_ZERO,
  VMQ_FILTER_FLAG_VLAN,
  VMQ_STATUS_SUCCESS,
  VirtualPort,
  VirtualSwitch,
  WORK_KIND_VMQ_CONTROL,
} from '../abi.gen';
import { ledgerOwners } from '../sim/ledger';
import { chargeCost, processorWork } from '../sim/processor';
import { Base, The } from '../world/state';
import {
  adapterOf,
  vmqAllocate,
  vmqAllocationComplete,
  vmqBuffersReturned,
  vmqClearFilters,
  vmqDmaStopped,
  vmqFree,
  vmqSetFilter,
  vmqUnused,
} from './queues';

/** Adapter that a port is connected to now; NONE without one. */
function adapterOfPort(port: VirtualPort): u32 {
  const external = The.virtualSwitch(port.vswitch).external;
  return external == NONE ? NONE : The.virtualPort(external).nic;
}

function wants(port: VirtualPort): bool {
  return port.wantsQueue != 0 && port.connected != 0;
}

/** Gives requests their turns: those of one moment in the order of the ports. */
function ticketsGive(): void {
  const world = The.world();
  for (let index: u32 = 0; index < world.virtualPorts; index++) {
    const port = The.virtualPort(index);
    if (!wants(port)) port.ticket = 0;
    else if (port.ticket == 0) {
      world.tickets = world.tickets + 1;
      port.ticket = world.tickets;
    }
  }
}

/** The next port with something to do at an adapter: one that gives its queue back, else the first that waits for one. NONE: nothing to do. */
function nextPort(nic: u32): u32 {
  const count = The.world().virtualPorts;
  let first: u32 = NONE;
  if (adapterOf(The.nic(nic)).halted) return NONE;
  for (let index: u32 = 0; index < count; index++) {
    const port = The.virtualPort(index);
    if (adapterOfPort(port) != nic) continue;
    if (port.queue != 0) {
      if (!wants(port)) return index;
    } else if (port.ticket != 0 && (first == NONE || port.ticket < The.virtualPort(first).ticket)) first = index;
  }
  return first != NONE && vmqUnused(nic) != 0 ? first : NONE;
}

/** Allocates a queue and has the frames of the port come there. The filter asks for the VLAN where there is one. */
function acquire(nic: u32, index: u32): void {
  const port = The.virtualPort(index);
  const number = vmqUnused(nic);
  if (vmqAllocate(nic, number) != VMQ_STATUS_SUCCESS) return;
  const mac = The.nic(port.nic).mac;
  const flags = port.vlan == 0 ? VMQ_FILTER_FLAG_UNTAGGED_OR_ZERO : VMQ_FILTER_FLAG_VLAN;
  if (vmqSetFilter(nic, number, mac, port.vlan, flags) != VMQ_STATUS_SUCCESS) {
    // It stays on the default queue, and does not ask again until its settings change.
    port.ticket = 0;
    port.wantsQueue = 0;
    vmqFree(nic, number);
    vmqDmaStopped(nic, number);
    vmqBuffersReturned(nic, number);
    return;
  }
  vmqAllocationComplete(nic, number);
  The.queue(The.nic(nic).firstQueue + number).vmqPort = index + 1;
  port.queue = number;
}

/** Clears the filters and frees the queue; it is there again when the virtual machine has returned the last buffer. */
function release(nic: u32, index: u32): void {
  const port = The.virtualPort(index);
  const number = port.queue;
  const queue = The.queue(The.nic(nic).firstQueue + number);
  port.queue = 0;
  vmqClearFilters(nic, number);
  vmqFree(nic, number);
  vmqDmaStopped(nic, number);
  queue.vmqPort = 0;
  if (queue.vmqHeld == 0) vmqBuffersReturned(nic, number);
}

function operate(nic: u32): void {
  const index = nextPort(nic);
  if (index == NONE) return;
  if (The.virtualPort(index).queue != 0) release(nic, index);
  else acquire(nic, index);
}

function controlQueue(nic: u32): void {
  const record = The.nic(nic);
  const adapter = adapterOf(record);
  if (adapter.controlQueued || nextPort(nic) == NONE) return;
  adapter.controlQueued = 1;
  processorWork(The.queue(record.firstQueue).processor, LEVEL_THREAD, WORK_KIND_VMQ_CONTROL, nic, 0);
}

/** Requests of a switch's ports may have changed: queues are given and taken, as work of the host. */
export function vmqSettle(sw: VirtualSwitch): void {
  ticketsGive();
  if (sw.external == NONE) return;
  const nic = The.virtualPort(sw.external).nic;
  if (The.nic(nic).vmq != 0) controlQueue(nic);
}

export function vmqSettleAll(): void {
  const count = The.world().virtualSwitches;
  for (let index: u32 = 0; index < count; index++) vmqSettle(The.virtualSwitch(index));
}

/** Before the run: what is asked for at its start is there, as if the virtual machines had been running. */
export function vmqBegin(): void {
  ticketsGive();
  const nics = The.world().nics;
  for (let nic: u32 = 0; nic < nics; nic++) {
    if (The.nic(nic).vmq == 0) continue;
    while (nextPort(nic) != NONE) operate(nic);
  }
}

export function vmqControlStart(processor: u32, nic: u32): void {
  ledgerOwners(The.nic(nic).owner, 0);
  chargeCost(processor, COST_VMQ_CONTROL, 1);
}

export function vmqControlEnd(nic: u32): void {
  adapterOf(The.nic(nic)).controlQueued = 0;
  operate(nic);
  controlQueue(nic);
}

/** A port leaves the switch: its queue is given back at once. */
export function vmqLeave(index: u32): void {
  const port = The.virtualPort(index);
  if (port.queue == 0) return;
  const nic = adapterOfPort(port);
  release(nic, index);
  controlQueue(nic);
}

/** An adapter is restarted: its queues are gone at once. When it is back, they are allocated anew, in the order of the requests. */
export function vmqHalt(nic: u32, on: bool): void {
  const record = The.nic(nic);
  if (record.vmq == 0) return;
  adapterOf(record).halted = on ? 1 : 0;
  const count = The.world().virtualPorts;
  if (on)
    for (let index: u32 = 0; index < count; index++) {
      const port = The.virtualPort(index);
      if (port.queue != 0 && adapterOfPort(port) == nic) release(nic, index);
    }
  controlQueue(nic);
}

/** The last buffer of a queue that is being freed has come back. */
export function vmqReturned(queue: QueueRecord): void {
  const nic = queue.vmqNic;
  const number = (changetype<u32>(queue) - Base.queues) / QUEUE_RECORD_SIZE - The.nic(nic).firstQueue;
  vmqBuffersReturned(nic, number);
  controlQueue(nic);
}
