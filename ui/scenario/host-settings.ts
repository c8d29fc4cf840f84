// Processors of a host by number, and the RSS settings of an adapter as features/rss.ts wants them.

import { rssHashTypeFields, type RssSettings } from '../features/rss.ts';
import type { Host, Nic } from './schema.ts';

export interface LogicalProcessor {
  socket: number;
  /** Number of the core within the host. */
  core: number;
  /** Thread within the core. */
  thread: number;
  /** NUMA node. */
  node: number;
}

type Processors = Host['processors'];

export const logicalCount = ({ sockets, coresPerSocket, threadsPerCore }: Processors): number => sockets * coresPerSocket * threadsPerCore;

/** Numbered by socket, then core, then thread. Precondition: the cores can be dealt to the nodes evenly. */
export function numberProcessors(processors: Processors): LogicalProcessor[] {
  const { sockets, coresPerSocket, threadsPerCore, numaNodes } = processors;
  const coresPerNode = (sockets * coresPerSocket) / numaNodes;
  return Array.from({ length: logicalCount(processors) }, (_, index) => {
    const core = Math.floor(index / threadsPerCore);
    return {
      socket: Math.floor(core / coresPerSocket),
      core,
      thread: index % threadsPerCore,
      node: Math.floor(core / coresPerNode),
    };
  });
}

/**
 * RSS of one adapter. Whether it is enabled stands apart. With a single receive queue the frames are sorted in software, so the number of
 * processors is not bound by it (WDK "RSS with a single hardware receive queue").
 */
export function rssSettingsOf({ processors }: Host, { queues, rss }: Nic): RssSettings {
  return {
    processors: logicalCount(processors),
    threadsPerCore: processors.threadsPerCore,
    skipSiblings: rss.skipSiblings,
    baseProcessor: rss.baseProcessor,
    maxProcessors: rss.maxProcessors,
    queues: queues === 1 ? rss.maxProcessors : queues,
    tableEntries: rss.tableEntries,
    table: rss.table ?? null,
    key: rss.key,
    hashFlags: rssHashTypeFields.reduce((flags, { id, flag }) => (rss.hashTypes.includes(id) ? flags | flag : flags), 0),
  };
}

/** Whether a processor of the host is of the adapter's preferred NUMA node. Windows Server 2008 R2 looks at that; before, any is. */
export function isNearProcessor({ os, processors }: Host, { rss }: Nic): (processor: number) => boolean {
  const { numaNode } = rss;
  if (numaNode === undefined || numaNode >= processors.numaNodes || os !== 'ws2008r2') return () => true;
  const nodes = numberProcessors(processors).map(({ node }) => node);
  return (processor) => nodes[processor] === numaNode;
}
