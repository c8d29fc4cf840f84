// What is counted for performance counters and network statistics alone (RFC 2011, 2863, 4113, 4293; NDIS' activity by processor): records
// beside those of the report, in the order processor within adapter. Counted by batch where work comes in batches.

import {
  ACTIVITY_RECORD_SIZE,
  ActivityRecord,
  ECHO_RECORD_SIZE,
  ECHOES,
  FAMILY_COUNTERS_SIZE,
  FamilyCounters,
  HostRecord,
  NIC_COUNTERS_SIZE,
  NO_PROCESSOR,
  NicCounters,
  NicRecord,
} from '../abi.gen';
import { arenaTake } from '../memory';
import { The } from './state';

/** Room for all of it, once the records of hosts and adapters are filled in. */
export function countersReserve(): void {
  const hosts = The.world().hosts;
  for (let index: u32 = 0; index < hosts; index++) {
    const host = The.host(index);
    host.counters = arenaTake(2 * FAMILY_COUNTERS_SIZE);
    host.echoes = arenaTake(ECHOES * ECHO_RECORD_SIZE);
    // A virtual machine may move to another host, and runs on the processors of that.
    const isGuest = host.guest != 0;
    const rows = (isGuest ? The.world().processors : host.processors) * ACTIVITY_RECORD_SIZE;
    const before = isGuest ? 0 : host.firstProcessor * ACTIVITY_RECORD_SIZE;
    for (let number: u32 = 0; number < host.nics; number++) {
      const nic = The.nic(host.firstNic + number);
      nic.counters = arenaTake(NIC_COUNTERS_SIZE);
      changetype<NicCounters>(nic.counters).activity = arenaTake(rows) - before;
    }
    host.activity = arenaTake(rows) - before;
  }
}

export class Counters {
  /** Of a family of a host: 4 or 6. */
  @inline static of(host: HostRecord, family: u32): FamilyCounters {
    return changetype<FamilyCounters>(host.counters + (family == 6 ? FAMILY_COUNTERS_SIZE : 0));
  }
  @inline static nic(nic: NicRecord): NicCounters {
    return changetype<NicCounters>(nic.counters);
  }
}

export class Activity {
  /** Of a processor for an adapter; it must have processors. */
  @inline static of(nic: NicRecord, processor: u32): ActivityRecord {
    return changetype<ActivityRecord>(Counters.nic(nic).activity + processor * ACTIVITY_RECORD_SIZE);
  }
  /** Of a processor for no adapter. */
  @inline static ownOf(host: HostRecord, processor: u32): ActivityRecord {
    return changetype<ActivityRecord>(host.activity + processor * ACTIVITY_RECORD_SIZE);
  }
}

/** A DPC was queued. @param from  processor that queued it */
export function dpcCount(nic: NicRecord, processor: u32, from: u32): void {
  const activity = Activity.of(nic, processor);
  activity.dpcs = activity.dpcs + 1;
  if (from == processor) return;
  const other = Activity.of(nic, from);
  other.remoteDpcs = other.remoteDpcs + 1;
}

/** A DPC that serves no adapter was queued. */
export function ownDpcCount(host: HostRecord, processor: u32): void {
  const activity = Activity.ownOf(host, processor);
  activity.dpcs = activity.dpcs + 1;
}

/** Packets were indicated in one call. What was indicated is given back in one call too (assumed). */
export function indicationCount(nic: NicRecord, processor: u32, packets: u32): void {
  const activity = Activity.of(nic, processor);
  activity.indications = activity.indications + 1;
  activity.receivedPackets = activity.receivedPackets + packets;
  activity.returnCalls = activity.returnCalls + 1;
  activity.returnedPackets = activity.returnedPackets + packets;
}

/** Packets were handed down in one call. @param processor  limits.NoProcessor on an ideal host, where nobody counts */
export function sendCount(nic: NicRecord, processor: u32, packets: u32): void {
  if (processor == NO_PROCESSOR) return;
  const activity = Activity.of(nic, processor);
  activity.sendRequests = activity.sendRequests + 1;
  activity.sentPackets = activity.sentPackets + packets;
}

/** Packets were reported as sent in one call. */
export function completeCount(nic: NicRecord, processor: u32, packets: u32): void {
  const activity = Activity.of(nic, processor);
  activity.sendCompletes = activity.sendCompletes + 1;
  activity.completedPackets = activity.completedPackets + packets;
}

/** The adapter has delivered payload of an offloaded connection. */
export function offloadReceiveCount(nic: NicRecord, processor: u32, bytes: u32): void {
  const activity = Activity.of(nic, processor);
  activity.offloadReceiveBytes = activity.offloadReceiveBytes + bytes;
}

/** It has indicated payload that it delivered, in one call. */
export function offloadIndicationCount(nic: NicRecord, processor: u32): void {
  const activity = Activity.of(nic, processor);
  activity.offloadIndications = activity.offloadIndications + 1;
}

/** It was given payload of an offloaded connection, in one call. */
export function offloadSendCount(nic: NicRecord, processor: u32, bytes: u32): void {
  const activity = Activity.of(nic, processor);
  activity.offloadSendBytes = activity.offloadSendBytes + bytes;
  activity.offloadSendRequests = activity.offloadSendRequests + 1;
}

/** Requests of offloaded connections have cost interrupts, which are served with their completions. */
export function interruptCount(nic: NicRecord, processor: u32, interrupts: u32): void {
  const activity = Activity.of(nic, processor);
  activity.interrupts = activity.interrupts + interrupts;
}

export function outRequestCount(host: HostRecord, family: u32): void {
  const counters = Counters.of(host, family);
  counters.outRequests = counters.outRequests + 1;
}

/** IP datagrams that a host could not send, as their neighbour did not answer. */
export function outDiscardCount(host: HostRecord, family: u32): void {
  const counters = Counters.of(host, family);
  counters.outDiscards = counters.outDiscards + 1;
}
