// Which processors take the received frames of an adapter: by the settings that are in force.

import { rssProcessors, type Note } from '../../features/rss.ts';
import { effectiveNic } from '../../scenario/effective-nic.ts';
import { isNearProcessor } from '../../scenario/host-settings.ts';
import type { Host } from '../../scenario/schema.ts';

export interface RssQueues {
  readonly isOn: boolean;
  /** Processor of each queue in use. */
  readonly processors: readonly number[];
  readonly notes: readonly Note[];
  readonly table: readonly number[];
}

export function rssQueuesOf(host: Host, nic: number): RssQueues {
  const own = host.nics[nic]!;
  const { rssEnabled, rss } = effectiveNic(host, own);
  const { processors, notes } = rssProcessors(rss, isNearProcessor(host, own));
  const table = rss.table ?? Array.from({ length: rss.tableEntries }, (_, entry) => entry % processors.length);
  return { isOn: rssEnabled && host.kind !== 'ideal', processors, notes, table };
}
