// Operations on the virtual machine queues of an adapter, as NDIS requests them. What the table of states does not have is refused, and so
// is what a miniport of NDIS 6.20 has to refuse. Sources: windows-driver-docs, "Allocating a VM queue", "Setting a VMQ filter", "Clearing
// a VMQ filter", "Freeing a VM queue"; the object identifiers are OID_RECEIVE_FILTER_ and the names below.
// The hardware stops writing to a queue's buffers at once (assumed); the state in between can be seen by operations alone.

import {
  DROP_REASON_QUEUE_PAUSED,
  FOLLOW_PLACE_NIC,
  NicRecord,
  QueueRecord,
  TRACE_KIND_DROPPED,
  TRACE_KIND_VMQ,
  TRACE_KIND_VMQ_REFUSED,
  VMQ_EVENT_ALLOCATE_QUEUE,
  VMQ_EVENT_ALLOCATION_COMPLETE,
  VMQ_EVENT_BUFFERS_RETURNED,
  VMQ_EVENT_CLEAR_FILTER,
  VMQ_EVENT_CLEAR_LAST_FILTER,
  VMQ_EVENT_DMA_STOPPED,
  VMQ_EVENT_FREE_QUEUE,
  VMQ_EVENT_SET_FILTER,
  VMQ_FILTERS,
  VMQ_FILTER_FLAG_UNTAGGED_OR_ZERO,
  VMQ_FILTER_FLAG_VLAN,
  VMQ_STATE_PAUSED,
  VMQ_STATE_UNDEFINED,
  VMQ_STATUS_INVALID_PARAMETER,
  VMQ_STATUS_INVALID_STATE,
  VMQ_STATUS_NOT_SUPPORTED,
  VMQ_STATUS_NO_FILTER,
  VMQ_STATUS_NO_QUEUE,
  VMQ_STATUS_SUCCESS,
  VmqAdapter,
} from '../abi.gen';
import { followDropped } from '../follow/record';
import { arenaTake } from '../memory';
import { Offset } from '../net/offset';
import { List, packetFree } from '../net/packet';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { ADAPTER_BYTES, filterOf, filtersIndex, filtersMatch } from './filters';
import { INVALID, vmqNext } from './states';

const LAST_VLAN: u32 = 4094;

export function adapterOf(nic: NicRecord): VmqAdapter {
  return changetype<VmqAdapter>(nic.vmq);
}

/** Gives an adapter its queues, before the run. @param queues  beside the default queue */
export function vmqReserve(index: u32, queues: u32): void {
  const nic = The.nic(index);
  nic.vmq = arenaTake(ADAPTER_BYTES);
  const adapter = adapterOf(nic);
  adapter.nic = index;
  adapter.queues = queues;
  for (let number: u32 = 1; number <= queues; number++) The.queue(nic.firstQueue + number).vmqNic = index;
}

function refuse(index: u32, event: u32, status: u32): u32 {
  const adapter = adapterOf(The.nic(index));
  adapter.refused = adapter.refused + 1;
  trace(TRACE_KIND_VMQ_REFUSED, index, event, status);
  return status;
}

/** Makes a step of the table. @returns VmqStatus */
function step(index: u32, number: u32, event: u32): u32 {
  const nic = The.nic(index);
  if (number == 0 || number > adapterOf(nic).queues) return refuse(index, event, VMQ_STATUS_INVALID_PARAMETER);
  const queue = The.queue(nic.firstQueue + number);
  const next = vmqNext(queue.vmqState, event);
  if (next == INVALID) return refuse(index, event, VMQ_STATUS_INVALID_STATE);
  if (next != queue.vmqState) trace(TRACE_KIND_VMQ, index, number, next);
  queue.vmqState = next;
  return VMQ_STATUS_SUCCESS;
}

/** A queue that is not in use; 0 when all are. */
export function vmqUnused(index: u32): u32 {
  const nic = The.nic(index);
  const queues = adapterOf(nic).queues;
  for (let number: u32 = 1; number <= queues; number++)
    if (The.queue(nic.firstQueue + number).vmqState == VMQ_STATE_UNDEFINED) return number;
  return 0;
}

/** ALLOCATE_QUEUE. NDIS gives the number; 0 stands for there being none left. */
export function vmqAllocate(index: u32, number: u32): u32 {
  if (number == 0) return refuse(index, VMQ_EVENT_ALLOCATE_QUEUE, VMQ_STATUS_NO_QUEUE);
  return step(index, number, VMQ_EVENT_ALLOCATE_QUEUE);
}

/** A query or a set of parameters, or an enumeration: allowed or not, nothing else. @param event  VmqEvent */
export function vmqQuery(index: u32, number: u32, event: u32): u32 {
  return step(index, number, event);
}

function testsSound(adapter: VmqAdapter, vlan: u32, flags: u32): u32 {
  const byVlan = (flags & VMQ_FILTER_FLAG_VLAN) != 0;
  const untagged = (flags & VMQ_FILTER_FLAG_UNTAGGED_OR_ZERO) != 0;
  // Neither: a miniport of NDIS 6.20 must fail it; later ones take the tag off.
  if (!byVlan && !untagged) return VMQ_STATUS_NOT_SUPPORTED;
  if (byVlan && untagged) return VMQ_STATUS_INVALID_PARAMETER;
  if (byVlan && !adapter.vlanFilter) return VMQ_STATUS_NOT_SUPPORTED;
  return byVlan && (vlan == 0 || vlan > LAST_VLAN) ? VMQ_STATUS_INVALID_PARAMETER : VMQ_STATUS_SUCCESS;
}

/** SET_FILTER. The id of the filter is the adapter's `lastFilter` then. @param flags  VmqFilterFlag */
export function vmqSetFilter(index: u32, number: u32, mac: u64, vlan: u32, flags: u32): u32 {
  const adapter = adapterOf(The.nic(index));
  const status = testsSound(adapter, vlan, flags);
  if (status != VMQ_STATUS_SUCCESS) return refuse(index, VMQ_EVENT_SET_FILTER, status);
  let free: u32 = 0;
  while (free < VMQ_FILTERS && filterOf(adapter, free).id != 0) free++;
  if (free == VMQ_FILTERS) return refuse(index, VMQ_EVENT_SET_FILTER, VMQ_STATUS_NO_FILTER);
  const stepped = step(index, number, VMQ_EVENT_SET_FILTER);
  if (stepped != VMQ_STATUS_SUCCESS) return stepped;
  const filter = filterOf(adapter, free);
  const queue = The.queue(The.nic(index).firstQueue + number);
  const id = adapter.lastFilter + 1;
  adapter.lastFilter = id;
  adapter.filters = adapter.filters + 1;
  queue.vmqFilters = queue.vmqFilters + 1;
  filter.mac = mac;
  filter.id = id;
  filter.vlan = vlan;
  filter.flags = flags;
  filter.queue = number;
  filtersIndex(adapter);
  return VMQ_STATUS_SUCCESS;
}

/** Frames that a queue holds when it pauses are discarded, not kept: WDK "NDIS virtual machine queue states". */
function discard(index: u32, queue: QueueRecord): void {
  while (queue.first != 0) {
    const packet = List.take(Offset.ringFirst(queue));
    queue.depth = queue.depth - 1;
    queue.held = queue.held - 1;
    queue.discards = queue.discards + 1;
    trace(TRACE_KIND_DROPPED, index, DROP_REASON_QUEUE_PAUSED, packet.bytes);
    followDropped(packet, index, DROP_REASON_QUEUE_PAUSED, FOLLOW_PLACE_NIC);
    packetFree(packet);
  }
}

/** CLEAR_FILTER. @param id  of the filter */
export function vmqClearFilter(index: u32, id: u32): u32 {
  const nic = The.nic(index);
  const adapter = adapterOf(nic);
  let found: u32 = 0;
  while (found < VMQ_FILTERS && (id == 0 || filterOf(adapter, found).id != id)) found++;
  if (found == VMQ_FILTERS) return refuse(index, VMQ_EVENT_CLEAR_FILTER, VMQ_STATUS_INVALID_PARAMETER);
  const filter = filterOf(adapter, found);
  const queue = The.queue(nic.firstQueue + filter.queue);
  const status = step(index, filter.queue, queue.vmqFilters == 1 ? VMQ_EVENT_CLEAR_LAST_FILTER : VMQ_EVENT_CLEAR_FILTER);
  if (status != VMQ_STATUS_SUCCESS) return status;
  filter.id = 0;
  adapter.filters = adapter.filters - 1;
  queue.vmqFilters = queue.vmqFilters - 1;
  filtersIndex(adapter);
  if (queue.vmqState == VMQ_STATE_PAUSED) discard(index, queue);
  return VMQ_STATUS_SUCCESS;
}

/** CLEAR_FILTER of all filters of a queue. */
export function vmqClearFilters(index: u32, number: u32): void {
  const adapter = adapterOf(The.nic(index));
  for (let filter: u32 = 0; filter < VMQ_FILTERS; filter++) {
    const record = filterOf(adapter, filter);
    if (record.id != 0 && record.queue == number) vmqClearFilter(index, record.id);
  }
}

/** QUEUE_ALLOCATION_COMPLETE: shared memory is there now. */
export function vmqAllocationComplete(index: u32, number: u32): u32 {
  return step(index, number, VMQ_EVENT_ALLOCATION_COMPLETE);
}

/** FREE_QUEUE: refused while it has filters. */
export function vmqFree(index: u32, number: u32): u32 {
  return step(index, number, VMQ_EVENT_FREE_QUEUE);
}

/** The status NDIS_STATUS_RECEIVE_QUEUE_STATE that the hardware writes no more; only after FREE_QUEUE. */
export function vmqDmaStopped(index: u32, number: u32): u32 {
  return step(index, number, VMQ_EVENT_DMA_STOPPED);
}

/** The last receive buffer is back, and shared memory is given back: refused while buffers are out. */
export function vmqBuffersReturned(index: u32, number: u32): u32 {
  const nic = The.nic(index);
  const queues = adapterOf(nic).queues;
  if (number != 0 && number <= queues && The.queue(nic.firstQueue + number).vmqHeld != 0)
    return refuse(index, VMQ_EVENT_BUFFERS_RETURNED, VMQ_STATUS_INVALID_STATE);
  return step(index, number, VMQ_EVENT_BUFFERS_RETURNED);
}

/** Queue that a frame goes to by its filters, whatever the state of the queue. */
export function vmqMatch(index: u32, mac: u64, vlan: u32): u32 {
  return filtersMatch(adapterOf(The.nic(index)), mac, vlan);
}

/** Address of the adapter's VmqAdapter record. */
export function vmqAt(index: u32): u32 {
  return The.nic(index).vmq;
}
