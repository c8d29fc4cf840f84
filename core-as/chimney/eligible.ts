// When a connection is offloaded: the gates of ui/effective/chimney.ts in their order. Those of host and adapter are computed outside and
// come as one reason; those of the connection are looked at here, when it is set up and whenever it makes progress.
// The first entry of a table that fits decides, an enabled one lifts no threshold: assumed. A connection that the adapter wanted to be rid of
// stays in the host: assumed.

import {
  CHIMNEY_FILTER_DISABLED,
  CHIMNEY_FILTER_NONE,
  CHIMNEY_MODE_AUTOMATIC,
  CHIMNEY_REASON_APPLICATION,
  CHIMNEY_REASON_AUTOMATIC_BYTES,
  CHIMNEY_REASON_AUTOMATIC_ROUND_TRIP,
  CHIMNEY_REASON_ECN,
  CHIMNEY_REASON_CAPABILITY,
  CHIMNEY_REASON_IPSEC,
  CHIMNEY_REASON_MIGRATING,
  CHIMNEY_REASON_NONE,
  CHIMNEY_REASON_OPENED_BEFORE,
  CHIMNEY_REASON_PATH,
  CHIMNEY_REASON_PAUSED,
  CHIMNEY_REASON_PORTS,
  CHIMNEY_REASON_ROOM,
  CHIMNEY_REASON_STATE,
  NONE,
  OFFLOAD_STATE_IN_HOST,
  OffloadTarget,
  SOCKET_FLAG_MOVING,
  SOCKET_FLAG_SERVER,
  SOCKET_STATE_TCP,
  Socket,
  TCP_HOST_ECN,
  TCP_STATE_ESTABLISHED,
  TCP_STATE_TIME_WAIT,
  TcpConnection,
  UPLOAD_REASON_GATE_CLOSED,
  UPLOAD_REASON_OTHER_ADAPTER,
  UPLOAD_REASON_PAUSED,
} from '../abi.gen';
import { appOf } from '../app/app';
import { tcpStackReserve } from '../tcp/stack';
import { Host } from '../tcp/connection';
import { The } from '../world/state';
import { isBehindSwitch, isLeaving, physicalOf } from './guest';
import { offloadInitiate, uploadAsk } from './host';
import { targetRaise } from './requests';

/** Segments that TCP of an adapter may have waiting for its engine, of each family. */
const RING_SLOTS: u32 = 256;
const PORT_ENTRY: u32 = 8;

/** What the first entry of the port table says that fits. */
function portsFilter(target: OffloadTarget, c: TcpConnection): u32 {
  for (let entry: u32 = 0; entry < target.portCount; entry++) {
    const at = target.portsAt + entry * PORT_ENTRY;
    const local = <u32>load<u16>(at);
    const remote = <u32>load<u16>(at, 2);
    if ((local == 0 || local == c.localPort) && (remote == 0 || remote == c.remotePort)) return <u32>load<u8>(at, 4);
  }
  return CHIMNEY_FILTER_NONE;
}

/** Gates that can close while a connection is offloaded. @param target  of the adapter of its stack */
function standing(socket: Socket, family: u32, target: OffloadTarget): u32 {
  if (target.reason != 0) return target.reason;
  const physical = physicalOf(socket.nic);
  if (physical == NONE || !The.nic(physical).chimney) return CHIMNEY_REASON_CAPABILITY;
  if (isBehindSwitch(socket)) return CHIMNEY_REASON_PATH;
  const byFamily = family == 4 ? target.reason4 : target.reason6;
  if (byFamily != 0) return byFamily;
  if (target.ipsec) return CHIMNEY_REASON_IPSEC;
  return The.adapter(physical).paused ? CHIMNEY_REASON_PAUSED : CHIMNEY_REASON_NONE;
}

/** @returns ChimneyReason that keeps a connection of the host there */
function reasonOf(index: u32, socket: Socket, c: TcpConnection, target: OffloadTarget): u32 {
  const stands = standing(socket, c.family, target);
  if (stands != 0) return stands;
  if (isLeaving(socket.nic)) return CHIMNEY_REASON_MIGRATING;
  if (socket.openedAt < target.since && !target.retroactive) return CHIMNEY_REASON_OPENED_BEFORE;
  if (c.state < TCP_STATE_ESTABLISHED || c.state >= TCP_STATE_TIME_WAIT) return CHIMNEY_REASON_STATE;
  const bar = The.offload(index).bar;
  if (bar != 0) return bar;
  if (Host.has(c, TCP_HOST_ECN)) return CHIMNEY_REASON_ECN;
  if (target.portCount != 0 && portsFilter(target, c) == CHIMNEY_FILTER_DISABLED) return CHIMNEY_REASON_PORTS;
  const app = appOf(socket);
  if ((socket.flags & SOCKET_FLAG_SERVER ? app.serverFilter : app.clientFilter) == CHIMNEY_FILTER_DISABLED)
    return CHIMNEY_REASON_APPLICATION;
  if (target.mode == CHIMNEY_MODE_AUTOMATIC) {
    if (c.sRtt == 0 || c.sRtt >= target.roundTrip) return CHIMNEY_REASON_AUTOMATIC_ROUND_TRIP;
    if (c.sndUnaOffset + c.rcvNxtOffset < target.bytes) return CHIMNEY_REASON_AUTOMATIC_BYTES;
  }
  const physical = physicalOf(socket.nic);
  return The.nic(physical).offloaded < The.adapter(physical).capacity ? CHIMNEY_REASON_NONE : CHIMNEY_REASON_ROOM;
}

/** Offloads a connection of the host where nothing stands against it, from a work item that starts. */
export function offloadConsider(index: u32, processor: u32): void {
  const socket = The.socket(index);
  const reason = reasonOf(index, socket, The.connection(index), The.adapter(socket.nic));
  The.offload(index).reason = reason;
  // What a copy engine moves belongs to the host; the connection is looked at again when it makes progress.
  if (reason == 0 && !(socket.flags & SOCKET_FLAG_MOVING)) offloadInitiate(index, processor);
}

/** Connections of an adapter, or in it, whose gates have closed come back. After a change of settings. */
export function offloadSettle(nicIndex: u32): void {
  const count = The.world().offloads;
  for (let index: u32 = 0; index < count; index++) {
    if (!isIn(index, nicIndex)) continue;
    const offload = The.offload(index);
    const reason = standing(The.socket(index), The.connection(index).family, The.adapter(offload.nic));
    if (reason == 0) continue;
    offload.reason = reason;
    uploadAsk(index, reason == CHIMNEY_REASON_PAUSED ? UPLOAD_REASON_PAUSED : UPLOAD_REASON_GATE_CLOSED);
  }
}

/** Whether a connection is in an adapter, or on its way there or back. */
function isIn(index: u32, nicIndex: u32): bool {
  const socket = The.socket(index);
  if (socket.state != SOCKET_STATE_TCP || socket.offload == OFFLOAD_STATE_IN_HOST) return false;
  const offload = The.offload(index);
  return offload.nic == nicIndex || offload.engine == nicIndex;
}

/** NDIS_STATUS_OFFLOAD_PAUSE and RESUME of an adapter. */
export function offloadPause(nicIndex: u32, on: bool): void {
  The.adapter(nicIndex).paused = on ? 1 : 0;
  offloadSettle(nicIndex);
}

/** An adapter has changed: without KB 2477730, connections in other adapters of its host come back for good. */
export function offloadAdapterChanged(nicIndex: u32): void {
  const host = The.nic(nicIndex).host;
  const count = The.world().offloads;
  for (let index: u32 = 0; index < count; index++) {
    const socket = The.socket(index);
    if (socket.state != SOCKET_STATE_TCP || socket.host != host || socket.offload == OFFLOAD_STATE_IN_HOST) continue;
    if (The.offload(index).nic != nicIndex) uploadAsk(index, UPLOAD_REASON_OTHER_ADAPTER);
  }
}

/**
 * Has a connection uploaded, for a reason that comes from without.
 * @param reason  UploadReason; those of an adapter are its requests, which the host may have the choice to follow
 * @returns whether the connection will come back
 */
export function offloadUpload(index: u32, reason: u32, isRequest: bool): bool {
  const socket = The.socket(index);
  if (socket.state != SOCKET_STATE_TCP || socket.offload == OFFLOAD_STATE_IN_HOST) return false;
  if (isRequest) return targetRaise(index, reason);
  uploadAsk(index, reason);
  return true;
}

/** Room for TCP of an adapter that takes connections; before the run. */
export function offloadReserve(nicIndex: u32): void {
  const target = The.adapter(nicIndex);
  target.stack4 = tcpStackReserve(RING_SLOTS);
  target.stack6 = tcpStackReserve(RING_SLOTS);
  The.nic(nicIndex).chimney = 1;
}

/** Connections of an adapter that takes none are looked at too, so that there is a reason: of a virtual machine. */
export function offloadWatch(nicIndex: u32): void {
  The.nic(nicIndex).chimney = 1;
}
