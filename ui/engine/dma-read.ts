// The copy engine of a host in the report of a world.

import { DmaDecline, DmaState, readDmaChannel, readDmaEngine, readHostRecord } from '../abi/abi.gen.ts';
import type { CopyChannelReport, CopyEngineReport } from '../scenario/world-report.ts';
import type { CoreExports } from './core.ts';

type Decline = keyof CopyEngineReport['declined'];
const stateNames = Object.fromEntries(Object.entries(DmaState).map(([name, value]) => [value, name]));
const declineNames = Object.entries(DmaDecline).filter(([name]) => name !== 'None');
const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const u64At = (bytes: Uint8Array, index: number): number =>
  Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(8 * index, true));

function channel(core: CoreExports, host: number, number: number, firstProcessor: number): CopyChannelReport {
  const record = readDmaChannel(core.memory.buffer, core.dmaChannelAt(host, number));
  const underWay = record.moving ? BigInt.asUintN(64, core.queueNow()) - record.startedAt : 0n;
  return {
    channel: number,
    processor: record.processor - firstProcessor,
    state: stateNames[record.state]!,
    descriptors: Number(record.descriptors),
    bytes: Number(record.bytes),
    busyPs: Number(record.busy + underWay),
    queued: (record.posted - record.done) >>> 0,
    peak: record.peak,
    batches: Number(record.batches),
    sourcePageBreaks: Number(record.sourcePageBreaks),
    destinationPageBreaks: Number(record.destinationPageBreaks),
    contextChanges: Number(record.contextChanges),
    suspensions: record.suspensions,
    aborts: record.aborts,
    resets: record.resets,
    abortedDescriptors: Number(record.abortedDescriptors),
  };
}

/** undefined where the host has no engine. */
export function readCopyEngine(core: CoreExports, host: number, firstProcessor: number): CopyEngineReport | undefined {
  const { buffer } = core.memory;
  const at = readHostRecord(buffer, core.hostAt(host)).engine;
  if (at === 0) return undefined;
  const record = readDmaEngine(buffer, at);
  const declined = declineNames.map(([name, reason]) => [
    lowerFirst(name),
    { copies: u64At(record.declines, reason), bytes: u64At(record.declinedBytes, reason) },
  ]);
  return {
    version: `${record.version >>> 16}.${record.version & 0xffff}`,
    netDma: record.on === 1,
    cacheAccess: record.cacheAccess === 1,
    coldBytes: Number(record.coldBytes),
    warmBytes: Number(record.warmBytes),
    engineBytes: Number(record.movedBytes),
    pinnedPages: Number(record.pinnedPages),
    polledDescriptors: Number(record.polled),
    verified: Number(record.verified),
    declined: Object.fromEntries(declined) as Record<Decline, { copies: number; bytes: number }>,
    channels: Array.from({ length: record.channels }, (_, number) => channel(core, host, number, firstProcessor)),
  };
}

/** Times that a stream was not whole after the engine had moved a part of it; a fault of the run. */
export function misplacedStreams(core: CoreExports, hosts: number): number {
  const { buffer } = core.memory;
  const engines = Array.from({ length: hosts }, (_, host) => readHostRecord(buffer, core.hostAt(host)).engine);
  return engines.reduce((sum, at) => sum + (at ? readDmaEngine(buffer, at).misplaced : 0), 0);
}
