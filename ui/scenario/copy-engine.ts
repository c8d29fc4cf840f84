// The copy engine of a host's chipset as the settings in force have it: whether NetDMA and Direct Cache Access are in effect, from which
// size on a receive request is worth a descriptor, and which processor each channel belongs to. null where the chipset has none.

import { featureState } from '../effective/features.ts';
import { rssProcessors } from '../features/rss.ts';
import { costInForce } from '../features/costs.ts';
import { netDmaVersionNumber, netDmaVersions } from '../features/netdma.ts';
import type { EffectiveNic } from './effective-nic.ts';
import { isNearProcessor, logicalCount } from './host-settings.ts';
import type { Host } from './schema.ts';
import { windowsSettings } from './windows-settings.ts';

export interface CopyEngine {
  /** NetDMA is in force for an adapter of the host. */
  on: boolean;
  /** Direct Cache Access is. */
  cacheAccess: boolean;
  /** Major version of NetDMA in the high 16 bits, minor in the low ones. */
  version: number;
  /** Least receive request, bytes. */
  leastCopy: number;
  maximumTransfer: number;
  /** Processor of each channel. */
  affinity: number[];
}

/** Costs of a host that differ from those of the model. */
const overridesOf = ({ costs }: Pick<Host, 'costs'>): Record<string, number> =>
  Object.fromEntries(Object.entries(costs).filter((entry): entry is [string, number] => entry[1] !== undefined));

/**
 * The processors that channels are dealt to: those that receive with RSS, else all, in the order of their numbers. That they are dealt
 * round robin is assumed; providers say so themselves (DDI "NET_DMA_CHANNEL_CPU_AFFINITY").
 */
function channelProcessors(host: Host, nics: readonly EffectiveNic[]): number[] {
  const receiving = nics.flatMap(({ rss, rssEnabled }, at) =>
    rssEnabled ? rssProcessors(rss, isNearProcessor(host, host.nics[at]!)).processors : [],
  );
  const all = Array.from({ length: logicalCount(host.processors) }, (_, number) => number);
  return receiving.length ? [...new Set(receiving)].sort((a, b) => a - b) : all;
}

export function copyEngineOf(host: Host, nics: readonly EffectiveNic[]): CopyEngine | null {
  const { chipset, os, processors } = host;
  if (host.kind === 'ideal' || !chipset.copyEngine) return null;
  const version = netDmaVersions[os];
  const dealt = channelProcessors(host, nics);
  return {
    on: nics.some(({ netDma }) => netDma),
    cacheAccess: featureState('dca', windowsSettings(host, host.nics[0]!)).on,
    version: netDmaVersionNumber(version),
    leastCopy: chipset.leastCopy ?? costInForce(version.leastCopy, processors.class, overridesOf(host)),
    maximumTransfer: chipset.maximumTransfer,
    affinity: Array.from({ length: chipset.channels }, (_, channel) => dealt[channel % dealt.length]!),
  };
}
