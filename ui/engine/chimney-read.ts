// What a world tells of TCP Chimney, read from its memory.

import {
  ChimneyReason,
  OffloadState,
  readNicRecord,
  readOffload,
  readOffloadFamily,
  readOffloadTarget,
  readSocket,
  readTcpConnection,
  readTcpStack,
  readWorld,
  SocketState,
  TcpState,
  UploadReason,
} from '../abi/abi.gen.ts';
import type { GuestChimneyReport } from '../scenario/virtual-report.ts';
import type { ChimneyReport, OffloadFamilyReport, OffloadReport } from '../scenario/world-report.ts';
import { takesConnections } from './chimney-image.ts';
import type { CoreExports } from './core.ts';

const named = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [value, name]));
const stateNames = named(OffloadState);
const reasonNames = named(ChimneyReason);

export const offloadStateName = (state: number): string => stateNames[state] ?? `state ${state}`;
export const chimneyReasonName = (reason: number): string => reasonNames[reason] ?? `reason ${reason}`;

const offloadsOf = (core: CoreExports): number => readWorld(core.memory.buffer, core.worldAt()).offloads;

/** Counts that are not 0, by name. */
function tally(bytes: Uint8Array): Record<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Object.fromEntries(
    Object.entries(UploadReason).flatMap(([name, reason]) => {
      const count = Number(view.getBigUint64(reason * 8, true));
      return count ? [[name, count]] : [];
    }),
  );
}

/** Connections of an adapter and family that are set up. */
function established(core: CoreExports, nic: number, family: number): number {
  const { buffer } = core.memory;
  let count = 0;
  for (let id = 0; id < offloadsOf(core); id++) {
    const { state, offload } = readSocket(buffer, core.socketAt(id));
    if (state !== SocketState.Tcp || offload !== OffloadState.Offloaded || readOffload(buffer, core.offloadAt(id)).nic !== nic) continue;
    const c = readTcpConnection(buffer, core.connectionAt(id));
    if (c.family === family && (c.state === TcpState.Established || c.state === TcpState.CloseWait)) count++;
  }
  return count;
}

/** Whether an adapter of the world may hold connections. */
export const holdsConnections = (core: CoreExports, nic: number): boolean => offloadsOf(core) > 0 && takesConnections(core, nic);

/** Connections in an adapter of the world, and on their way there and back. */
export function heldConnections(core: CoreExports, nic: number): { offloaded: number; offloading: number; uploading: number } {
  if (!holdsConnections(core, nic)) return { offloaded: 0, offloading: 0, uploading: 0 };
  const { offloaded, offloading, uploading } = readOffloadTarget(core.memory.buffer, core.offloadTargetAt(nic));
  return { offloaded, offloading, uploading };
}

/** What an adapter counts of one family, but for connections that are set up now; null where it takes none. */
export function readOffloadCounts(
  core: CoreExports,
  nic: number,
  number: 4 | 6,
): { tcp: Omit<OffloadFamilyReport['tcp'], 'currentlyEstablished'>; ip: OffloadFamilyReport['ip'] } | null {
  if (!holdsConnections(core, nic)) return null;
  const { stack4, stack6 } = readOffloadTarget(core.memory.buffer, core.offloadTargetAt(nic));
  const stack = readTcpStack(core.memory.buffer, number === 4 ? stack4 : stack6);
  const { tcpInErrors, ...ip } = readOffloadFamily(core.memory.buffer, core.offloadFamilyAt(nic, number));
  return {
    tcp: {
      inSegments: Number(stack.segmentsIn),
      outSegments: Number(stack.segmentsOut),
      resetEstablished: Number(stack.establishedResets),
      retransmittedSegments: Number(stack.segmentsRetransmitted),
      inErrors: Number(tcpInErrors),
      outResets: Number(stack.resetsOut),
    },
    ip: Object.fromEntries(Object.entries(ip).map(([name, value]) => [name, Number(value)])) as OffloadFamilyReport['ip'],
  };
}

function family(core: CoreExports, nic: number, number: 4 | 6): OffloadFamilyReport {
  const { tcp, ip } = readOffloadCounts(core, nic, number)!;
  const { inSegments, outSegments, ...rest } = tcp;
  return { tcp: { inSegments, outSegments, currentlyEstablished: established(core, nic, number), ...rest }, ip };
}

/** undefined where the adapter takes no connections. */
export function readChimney(core: CoreExports, nic: number): ChimneyReport | undefined {
  if (!holdsConnections(core, nic)) return undefined;
  const record = readOffloadTarget(core.memory.buffer, core.offloadTargetAt(nic));
  const { offloaded: places, externalPort } = readNicRecord(core.memory.buffer, core.nicAt(nic));
  return {
    reason: chimneyReasonName(record.reason),
    paused: record.paused === 1,
    capacity: record.capacity,
    offloading: record.offloading,
    offloaded: record.offloaded,
    uploading: record.uploading,
    ...(externalPort && { ofGuests: places - record.offloading - record.offloaded - record.uploading }),
    offloads: Number(record.offloads),
    uploads: Number(record.uploads),
    lost: Number(record.lost),
    uploadReasons: tally(record.uploadReasons),
    requestReasons: tally(record.requestReasons),
    updates: Number(record.updates),
    queries: Number(record.queries),
    invalidates: Number(record.invalidates),
    engine: {
      served: Number(record.served),
      busyPs: Number(record.busy),
      drops: Number(record.drops),
      depth: record.depth,
      peak: record.peak,
      takenFrames: Number(record.taken),
      takenBytes: Number(record.takenBytes),
      passedUp: Number(record.passedUp),
      forwarded: Number(record.forwarded),
      sentFrames: Number(record.sent),
      sentBytes: Number(record.sentBytes),
    },
    receivedData: Number(record.receivedData),
    sentData: Number(record.sentData),
    sendRequests: Number(record.sendRequests),
    indications: Number(record.indications),
    ipv4: family(core, nic, 4),
    ipv6: family(core, nic, 6),
  };
}

/** Connections of a virtual machine in the physical adapter; undefined where none behind its virtual network takes any. */
export function readGuestChimney(core: CoreExports, nic: number): GuestChimneyReport | undefined {
  const chimney = readChimney(core, nic);
  if (!chimney) return undefined;
  const { reason, offloading, offloaded, uploading, offloads, uploads, receivedData, sentData, ipv4, ipv6 } = chimney;
  return {
    reason,
    offloading,
    offloaded,
    uploading,
    offloads,
    uploads,
    receivedData,
    sentData,
    receivedPackets: ipv4.ip.inReceives + ipv6.ip.inReceives,
    sentPackets: ipv4.ip.outRequests + ipv6.ip.outRequests,
  };
}

/** undefined in a world whose adapters take no connections. */
export function readOffloadOf(core: CoreExports, id: number): OffloadReport | undefined {
  if (offloadsOf(core) === 0) return undefined;
  const record = readOffload(core.memory.buffer, core.offloadAt(id));
  return {
    state: offloadStateName(readSocket(core.memory.buffer, core.socketAt(id)).offload),
    reason: chimneyReasonName(record.reason),
    offloads: record.offloads,
    uploads: record.uploads,
    packets: record.packets,
    forwarded: record.forwarded,
    held: record.held,
  };
}
