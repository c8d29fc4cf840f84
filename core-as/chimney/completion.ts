// The completion DPC of an offloaded connection: what the adapter has done or asks for reaches the host. It charges the interrupts that the
// requests have cost, tells the application, and carries out what moves a connection back.

import {
  COST_INT,
  COST_VMBUS_SIGNAL,
  HostRecord,
  OFFLOAD_STATE_OFFLOADED,
  Offload,
  OffloadTarget,
  SOCKET_FLAG_PEERED,
  SOCKET_STATE_TCP,
  Socket,
  TCP_EVENT_ACKED,
  TCP_EVENT_CONNECTED,
  TCP_EVENT_FIN,
  TCP_EVENT_READABLE,
  TCP_STATE_CLOSED,
  WORK_KIND_OFFLOAD_DPC,
} from '../abi.gen';
import { appNotify } from '../app/app';
import { Followed } from '../follow/record';
import { followCompletion } from '../follow/stack';
import { ownersOf } from '../host/output';
import { guestStarts } from '../hyperv/guest';
import { chargeCost } from '../sim/processor';
import { interruptCount, offloadIndicationCount } from '../world/counters';
import { The } from '../world/state';
import { uploadBegin, uploadEnd } from './host';
import { completionProcessor, completionQueue } from './target';

/** Interrupts that the requests of a connection have cost: a part of one each. */
function interruptsCharge(index: u32, processor: u32, offload: Offload, target: OffloadTarget): void {
  const credit = target.credit + offload.requests * target.interruptPermille;
  const whole = credit / 1000;
  offload.requests = 0;
  target.credit = credit - whole * 1000;
  if (whole == 0) return;
  chargeCost(processor, COST_INT, whole);
  const nic = The.nic(offload.nic);
  const queue = The.queue(nic.firstQueue + completionQueue(index));
  nic.interrupts = nic.interrupts + whole;
  interruptCount(nic, processor, whole);
  queue.interrupts = queue.interrupts + whole;
}

/** A virtual machine hears of a completion over VMBus: one signal, charged to it (assumed). */
function signalCharge(processor: u32, host: HostRecord): void {
  const port = The.virtualPort(host.guest - 1);
  port.signals = port.signals + 1;
  chargeCost(processor, COST_VMBUS_SIGNAL, 1);
}

/** A completion DPC; of a virtual machine on its virtual processor 0. */
export function offloadDpcStart(processor: u32, index: u32, life: u32): void {
  const socket = The.socket(index);
  if (socket.life != life || socket.state != SOCKET_STATE_TCP) return;
  const offload = The.offload(index);
  const host = The.host(socket.host);
  if (host.guest != 0 && !guestStarts(processor, host, completionProcessor(index), WORK_KIND_OFFLOAD_DPC, index, life)) return;
  offload.dpcQueued = 0;
  ownersOf(index);
  if (host.guest != 0) signalCharge(processor, host);
  interruptsCharge(index, processor, offload, The.adapter(offload.nic));
  if (offload.returned) {
    uploadEnd(index, processor);
    return;
  }
  if (socket.offload != OFFLOAD_STATE_OFFLOADED) return;
  tell(index, processor, socket, offload);
  if (offload.wanted != 0 && The.socket(index).offload == OFFLOAD_STATE_OFFLOADED) uploadBegin(index, processor);
}

/** Tells the application what the adapter has indicated. The end of a connection is told when the host has it back. */
function tell(index: u32, processor: u32, socket: Socket, offload: Offload): void {
  const c = The.target(index);
  const told = c.events & (TCP_EVENT_FIN | TCP_EVENT_READABLE | TCP_EVENT_ACKED | TCP_EVENT_CONNECTED);
  if (told == 0 || c.state == TCP_STATE_CLOSED) return;
  c.events = c.events & ~told;
  const target = The.adapter(offload.nic);
  if (told & TCP_EVENT_READABLE) {
    target.indications = target.indications + 1;
    offloadIndicationCount(The.nic(offload.nic), processor);
  }
  if (told & TCP_EVENT_FIN) socket.flags = socket.flags | SOCKET_FLAG_PEERED;
  socket.dpc = processor;
  socket.taken = socket.taken + 1;
  if (Followed.isUnderWay()) followCompletion(index, processor);
  appNotify(index, processor, told);
}
