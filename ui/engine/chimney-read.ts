// What a world tells of TCP Chimney, read from its memory.

import {
  ChimneyReason,
  OffloadState,
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

function family(core: CoreExports, nic: number, number: 4 | 6, stackAt: number): OffloadFamilyReport {
  const stack = readTcpStack(core.memory.buffer, stackAt);
  const { tcpInErrors, ...ip } = readOffloadFamily(core.memory.buffer, core.offloadFamilyAt(nic, number));
  return {
    tcp: {
      inSegments: Number(stack.segmentsIn),
      outSegments: Number(stack.segmentsOut),
      currentlyEstablished: established(core, nic, number),
      resetEstablished: Number(stack.establishedResets),
      retransmittedSegments: Number(stack.segmentsRetransmitted),
      inErrors: Number(tcpInErrors),
      outResets: Number(stack.resetsOut),
    },
    ip: Object.fromEntries(Object.entries(ip).map(([name, value]) => [name, Number(value)])) as OffloadFamilyReport['ip'],
  };
}

/** undefined where the adapter takes no connections. */
export function readChimney(core: CoreExports, nic: number): ChimneyReport | undefined {
  if (offloadsOf(core) === 0 || !takesConnections(core, nic)) return undefined;
  const record = readOffloadTarget(core.memory.buffer, core.offloadTargetAt(nic));
  return {
    reason: chimneyReasonName(record.reason),
    paused: record.paused === 1,
    capacity: record.capacity,
    offloading: record.offloading,
    offloaded: record.offloaded,
    uploading: record.uploading,
    offloads: Number(record.offloads),
    uploads: Number(record.uploads),
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
    copiedData: Number(record.copiedData),
    sentData: Number(record.sentData),
    sendRequests: Number(record.sendRequests),
    indications: Number(record.indications),
    ipv4: family(core, nic, 4, record.stack4),
    ipv6: family(core, nic, 6, record.stack6),
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
