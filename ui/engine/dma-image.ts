// Writes the copy engine of a host into the memory of a world: its room before the run, its settings then and whenever they change.

import { writeDmaChannel, writeDmaEngine, readHostRecord } from '../abi/abi.gen.ts';
import { costInForce } from '../features/costs.ts';
import type { ResolvedHost } from '../scenario/resolve.ts';
import type { CoreExports } from './core.ts';

/** Descriptors of a channel's ring, a power of two; assumed. */
export const DMA_RING_SLOTS = 256;
const MOST_PROCESSORS = 64;

/** Room for the engine of a host that has one. */
export function reserveCopyEngine(core: CoreExports, { copyEngine }: ResolvedHost, at: number): void {
  if (copyEngine) core.dmaReserve(at, copyEngine.affinity.length, DMA_RING_SLOTS);
}

/** First channel of each processor. A processor that has none takes turns with those that have. */
function firstChannels(affinity: readonly number[]): { firstChannel: Uint8Array; stride: number } {
  const dealt = [...new Set(affinity)];
  const firstChannel = Uint8Array.from({ length: MOST_PROCESSORS }, (_, processor) => {
    const own = affinity.indexOf(processor);
    return own >= 0 ? own : processor % dealt.length;
  });
  return { firstChannel, stride: dealt.length };
}

/** @param firstProcessor  of the host, within the world */
export function writeCopyEngine(
  core: CoreExports,
  host: ResolvedHost,
  at: number,
  firstProcessor: number,
  overrides: Readonly<Record<string, number>>,
): void {
  const { copyEngine } = host;
  if (!copyEngine) return;
  const { buffer } = core.memory;
  const force = (id: string) => costInForce(id, host.processorClass, overrides);
  const { on, cacheAccess, version, leastCopy, maximumTransfer, affinity } = copyEngine;
  writeDmaEngine(buffer, readHostRecord(buffer, core.hostAt(at)).engine, {
    on: Number(on),
    cacheAccess: Number(cacheAccess),
    version,
    threshold: leastCopy,
    maximumTransfer,
    leastFragment: Math.round(force('dma_min_fragment')),
    cacheShare: Math.round(force('dca_share') * 1024),
    psPerByte: BigInt(Math.round((1000 * 1024) / Math.max(force('dma_bandwidth'), 0.001))),
    latency: BigInt(Math.round(force('dma_latency') * 1e6)),
    ...firstChannels(affinity),
  });
  for (const [number, processor] of affinity.entries())
    writeDmaChannel(buffer, core.dmaChannelAt(at, number), { processor: firstProcessor + processor, apic: processor });
}
