// The completion DPC of an offloaded connection: what the adapter has done or asks for reaches the host. It charges the interrupts that the
// requests have cost, tells the application, and carries out what moves a connection back.

import {
  COST_INT,
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
} from '../abi.gen';
import { appNotify } from '../app/app';
import { Followed } from '../follow/record';
import { followCompletion } from '../follow/stack';
import { ownersOf } from '../host/output';
import { chargeCost } from '../sim/processor';
import { The } from '../world/state';
import { uploadBegin, uploadEnd } from './host';
import { completionQueue } from './target';

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
  queue.interrupts = queue.interrupts + whole;
}

/** A completion DPC. */
export function offloadDpcStart(processor: u32, index: u32, life: u32): void {
  const socket = The.socket(index);
  if (socket.life != life || socket.state != SOCKET_STATE_TCP) return;
  const offload = The.offload(index);
  offload.dpcQueued = 0;
  ownersOf(index);
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
  if (told & TCP_EVENT_READABLE) target.indications = target.indications + 1;
  if (told & TCP_EVENT_FIN) socket.flags = socket.flags | SOCKET_FLAG_PEERED;
  socket.dpc = processor;
  socket.taken = socket.taken + 1;
  if (Followed.isUnderWay()) followCompletion(index, processor);
  appNotify(index, processor, told);
}
