// From a part of the topology to its place in the document.

import type { TopologyItem } from '../components/lab-topology/lab-topology.ts';
import type { LabLayout } from '../scenario/lab-frame.ts';

/** Rows count over the world in the order of the document, so an adapter's place is what remains within its host. */
function nicPath({ nics }: LabLayout, nic: number): string {
  const { host } = nics[nic]!;
  return `hosts[${host}].nics[${nic - nics.findIndex((first) => first.host === host)}]`;
}

/** The node of the tree that a part belongs to. */
export function pathOfItem(layout: LabLayout, { kind, index }: TopologyItem): string {
  switch (kind) {
    case 'host':
      return `hosts[${index}]`;
    case 'switch':
      return `switches[${index}]`;
    case 'nic':
      return nicPath(layout, index);
    case 'queue':
      return `${nicPath(layout, layout.queues[index]!.nic)}.rss`;
    case 'processor':
      return `hosts[${layout.processors[index]!.host}]`;
    case 'cable':
      return `links[${index}]`;
  }
}
