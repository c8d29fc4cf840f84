// Virtual machines as hosts: where their work runs, and live migration. All work of a virtual machine is at the thread level of the logical
// processors that its virtual processors run on: to the host it is neither interrupt nor DPC (a simple model of the hypervisor's scheduler,
// which is not documented). Migration: WDK "NDIS VMQ live migration support". The machine is paused, whatever it does; the switch gives the
// receive buffers that it holds back to the adapter; later returns of them are absorbed. A work item under way at the pause ends as it would.
// Leaves out: the copying of memory before the pause.

import {
  EVENT_KIND_HELD,
  EVENT_KIND_RESUME,
  HostRecord,
  LEVEL_THREAD,
  NO_PROCESSOR,
  Packet,
  SOCKET_STATE_FREE,
  TRACE_KIND_MIGRATE,
  VirtualPort,
  WORK_KIND_CHANNEL,
  WORK_KIND_OFFLOAD_DPC,
  WORK_KIND_TIMER_DPC,
} from '../abi.gen';
import { guestArrived, guestCall, guestMayLeave } from '../chimney/guest';
import { completionProcessor } from '../chimney/target';
import { timerProcessor } from '../host/tcp';
import { arpAsk } from '../net/arp';
import { ndAsk } from '../net/nd';
import { ownAddress } from '../net/neighbor';
import { nicTransmit } from '../nic/transmit';
import { processorGuest, processorWork } from '../sim/processor';
import { queueNow, queuePush } from '../sim/queue';
import { vmqLeave, vmqSettle } from '../vmq/control';
import { leaseLeave } from '../vmq/lease';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { channelOf } from './forward';
import { portWake } from './port';
import { tableAssign, tableForget } from './table';

class List {
  @inline static get(list: u32, number: u32): u32 {
    return load<u16>(list + (number << 1));
  }
}

/** Number of the virtual processor that runs on a processor; `virtualCount` when none does. */
function virtualOn(host: HostRecord, processor: u32): u32 {
  let number: u32 = 0;
  while (number < host.virtualCount && List.get(host.virtualProcessorsAt, number) != processor) number++;
  return number;
}

/** Processor that a virtual processor runs on. */
export function guestProcessor(host: HostRecord, number: u32): u32 {
  return List.get(host.virtualProcessorsAt, number % host.virtualCount);
}

/** Whether a virtual machine runs, and on this processor. */
export function guestRuns(processor: u32, host: HostRecord): bool {
  return !host.paused && virtualOn(host, processor) < host.virtualCount;
}

/** A work item waits until a paused virtual machine goes on. */
export function guestHold(port: VirtualPort, kind: u32, a: u32, b: u32): void {
  queuePush(port.resumeAt, EVENT_KIND_HELD + kind, a, b);
}

/**
 * A work item of a virtual machine is about to start.
 * @param to  where it belongs, should this be the wrong processor by now
 * @returns false when it does not start here: it waits, or is queued elsewhere
 */
export function guestStarts(processor: u32, host: HostRecord, to: u32, kind: u32, a: u32, b: u32): bool {
  if (guestRuns(processor, host)) {
    processorGuest(processor);
    return true;
  }
  if (host.paused) guestHold(The.virtualPort(host.guest - 1), kind, a, b);
  else processorWork(to, LEVEL_THREAD, kind, a, b);
  return false;
}

/** A work item that a paused virtual machine has held. */
export function heldDue(kind: u32, a: u32, b: u32): void {
  if (kind == WORK_KIND_CHANNEL) {
    processorWork(channelOf(The.virtualPort(a)).processor, LEVEL_THREAD, kind, a, b);
    return;
  }
  const socket = The.socket(a);
  if (socket.life != b) return;
  let to = <u32>socket.processor;
  if (kind == WORK_KIND_TIMER_DPC) to = timerProcessor(socket, The.host(socket.host));
  else if (kind == WORK_KIND_OFFLOAD_DPC) to = completionProcessor(a);
  processorWork(to, LEVEL_THREAD, kind, a, b);
}

/** A virtual machine is to move: it is paused at once, or, where connections have to come back from the adapter first, after that. */
export function guestMigrate(index: u32, nextSwitch: u32, nextProcessor: u32, resumeAt: u64): void {
  const port = The.virtualPort(index);
  port.nextSwitch = nextSwitch;
  port.nextProcessor = nextProcessor;
  port.pauseFor = resumeAt - queueNow();
  if (!The.host(port.host).paused && guestCall(port.nic)) {
    port.leaving = 1;
    trace(TRACE_KIND_MIGRATE, index, port.vswitch, 2);
    return;
  }
  guestPause(index, port, resumeAt);
}

/** Its connections are back. */
export function guestLeaves(index: u32): void {
  const port = The.virtualPort(index);
  if (!guestMayLeave(port)) return;
  port.leaving = 0;
  guestPause(index, port, queueNow() + port.pauseFor);
}

/** Pauses a virtual machine and takes it from its switch; its HostRecord has the processors of its new place. */
function guestPause(index: u32, port: VirtualPort, resumeAt: u64): void {
  const host = The.host(port.host);
  const sw = The.virtualSwitch(port.vswitch);
  port.connected = 0;
  port.migrations = port.migrations + 1;
  port.resumeAt = resumeAt;
  host.paused = 1;
  tableForget(sw, The.nic(port.nic).mac);
  for (let at = channelOf(port).first; at != 0; at = changetype<Packet>(at).next) leaseLeave(changetype<Packet>(at));
  trace(TRACE_KIND_MIGRATE, index, port.vswitch, 0);
  queuePush(resumeAt, EVENT_KIND_RESUME, index, 0);
  vmqSettle(sw);
}

function moved(host: HostRecord, processor: u32): u32 {
  if (processor == NO_PROCESSOR) return processor;
  const number = virtualOn(host, processor);
  return List.get(host.nextVirtualProcessorsAt, number < host.virtualCount ? number : 0);
}

function socketsMove(hostIndex: u32, host: HostRecord): void {
  const count = The.world().sockets;
  for (let index: u32 = 0; index < count; index++) {
    const socket = The.socket(index);
    if (socket.state == SOCKET_STATE_FREE || socket.host != hostIndex) continue;
    socket.processor = moved(host, socket.processor);
    socket.dpc = moved(host, socket.dpc);
  }
}

/** Tells the switches on the way where the virtual machine is now: it asks for its own address (RFC 5227 section 3). */
function announce(port: VirtualPort): void {
  const nic = The.nic(port.nic);
  const own4 = ownAddress(nic, 4);
  const own6 = own4 == 0 ? ownAddress(nic, 6) : 0;
  let at: u32 = 0;
  if (own4 != 0) at = arpAsk(nic, own4, own4, 0);
  else if (own6 != 0) at = ndAsk(nic, own6, own6, 0);
  if (at != 0) nicTransmit(port.nic, changetype<Packet>(at));
}

/** A migrated virtual machine goes on at its new host. */
export function guestResume(index: u32): void {
  const port = The.virtualPort(index);
  const host = The.host(port.host);
  if (!host.paused || queueNow() != port.resumeAt) return;
  vmqLeave(index);
  socketsMove(port.host, host);
  store<u64>(host.virtualProcessorsAt, load<u64>(host.nextVirtualProcessorsAt));
  host.firstProcessor = guestProcessor(host, 0);
  channelOf(port).processor = host.firstProcessor;
  port.vswitch = port.nextSwitch;
  port.processor = port.nextProcessor;
  port.connected = 1;
  host.paused = 0;
  const sw = The.virtualSwitch(port.vswitch);
  tableAssign(sw, The.nic(port.nic).mac, index);
  trace(TRACE_KIND_MIGRATE, index, port.vswitch, 1);
  announce(port);
  portWake(index, port);
  vmqSettle(sw);
  guestArrived(port);
}
