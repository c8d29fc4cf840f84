// From a part of the topology to its place in the document.

import type { TopologyItem } from '../components/lab-topology/lab-topology.ts';
import type { LabLayout } from '../scenario/lab-frame.ts';

/** Rows count over the world in the order of the document, so an adapter's place is what remains within its host. */
function nicPath({ nics }: LabLayout, nic: number): string {
  const { host } = nics[nic]!;
  return `hosts[${host}].nics[${nic - nics.findIndex((first) => first.host === host)}]`;
}

/** Virtual machines of all hosts stand behind the hosts, in the order of the document. */
function hostPath({ hosts }: LabLayout, host: number): string {
  const { parent } = hosts[host]!;
  if (parent === undefined) return `hosts[${host}]`;
  return `hosts[${parent}].virtualMachines[${host - hosts.findIndex((first) => first.parent === parent)}]`;
}

/** The node of the tree that a part belongs to. */
export function pathOfItem(layout: LabLayout, { kind, index }: TopologyItem): string {
  switch (kind) {
    case 'host':
      return hostPath(layout, index);
    case 'virtualSwitch': {
      const { host } = layout.virtualSwitches[index]!;
      return `hosts[${host}].virtualNetworks[${index - layout.virtualSwitches.findIndex((first) => first.host === host)}]`;
    }
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
