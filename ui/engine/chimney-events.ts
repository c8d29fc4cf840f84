// Events that are no changes of settings: an adapter pauses or resumes offload, wants its connections taken back, or is restarted.

import { readOffload, readSocket, readWorld, SocketState, UploadReason } from '../abi/abi.gen.ts';
import type { ResolvedScenario } from '../scenario/resolve.ts';
import type { TimelineEvent } from '../scenario/schema.ts';
import { takesConnections } from './chimney-image.ts';
import type { CoreExports } from './core.ts';
import type { WorldIndex } from './world-image.ts';

const reasons: Readonly<Record<Extract<TimelineEvent, { do: 'upload' }>['reason'], UploadReason>> = {
  'hardware-failure': UploadReason.HardwareFailure,
  'invalid-state': UploadReason.InvalidState,
  'received-urgent-data': UploadReason.ReceivedUrgentData,
  'timeout-expiration': UploadReason.TimeoutExpiration,
  'upload-requested': UploadReason.UploadRequested,
  'high-drop-rate': UploadReason.HighDropRate,
  'high-fragmentation': UploadReason.HighFragmentation,
  'high-out-of-order-packets': UploadReason.HighOutOfOrderPackets,
  'low-activity': UploadReason.LowActivity,
  'no-buffer-preposting': UploadReason.NoBufferPreposting,
  'small-io': UploadReason.SmallIo,
  'firewall': UploadReason.Firewall,
};

/** Adapter of the world that an event names. */
function adapterOf({ hosts }: ResolvedScenario, hostName: string, adapter: string, index: WorldIndex): number {
  const host = hosts.findIndex(({ name }) => name === hostName);
  const nic = hosts[host]?.nics.findIndex(({ name }) => name === adapter) ?? -1;
  if (nic < 0) throw new Error(`A validated timeline names ${hostName}.${adapter}, which does not exist.`);
  return index.firstNic[host]! + nic;
}

/** Sockets whose connections an adapter of the world holds, or will hold; of a virtual adapter, those that are its. */
export function connectionsIn(core: CoreExports, nic: number): number[] {
  const { buffer } = core.memory;
  const { offloads } = readWorld(buffer, core.worldAt());
  return Array.from({ length: offloads }, (_, id) => id).filter((id) => {
    const { state, offload } = readSocket(buffer, core.socketAt(id));
    if (state !== SocketState.Tcp || offload === 0) return false;
    const held = readOffload(buffer, core.offloadAt(id));
    return held.nic === nic || held.engine === nic;
  });
}

/**
 * A restart of an adapter of the world. One that is halted has its connections taken back first, as after OFFLOAD_PAUSE, and its queues for
 * virtual machines are freed; when it has started it takes connections again, and queues are allocated anew.
 */
export function restartAdapter(core: CoreExports, nic: number, change: 'halts' | 'starts'): void {
  const isHalted = Number(change === 'halts');
  if (readWorld(core.memory.buffer, core.worldAt()).offloads > 0 && takesConnections(core, nic)) core.offloadPause(nic, isHalted);
  core.vmqHalt(nic, isHalted);
}

/** Does what an event of the timeline says; changes of settings are in force already. */
export function carryOut(core: CoreExports, event: TimelineEvent, resolved: ResolvedScenario, index: WorldIndex): void {
  if (event.do !== 'offload' && event.do !== 'upload') return;
  const nic = adapterOf(resolved, event.host, event.adapter, index);
  if (readWorld(core.memory.buffer, core.worldAt()).offloads === 0 || !takesConnections(core, nic)) return;
  if (event.do === 'offload') {
    core.offloadPause(nic, Number(event.action === 'pause'));
    return;
  }
  const reason = reasons[event.reason];
  for (const id of connectionsIn(core, nic)) core.offloadUpload(id, reason, Number(reason !== UploadReason.Firewall));
}
