// From a part of the topology to its place in the document.

import type { TopologyItem } from '../components/lab-topology/lab-topology.ts';
import type { LabLayout } from '../scenario/lab-frame.ts';

/** Rows count over the world in the order of the document, so a row's place in its host is what remains after the first of that host. */
const placeIn = (rows: readonly { host: number }[], row: number): number => row - rows.findIndex(({ host }) => host === rows[row]!.host);

const nicPath = ({ nics }: LabLayout, nic: number): string => `hosts[${nics[nic]!.host}].nics[${placeIn(nics, nic)}]`;

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
    case 'virtualSwitch':
      return `hosts[${layout.virtualSwitches[index]!.host}].virtualNetworks[${placeIn(layout.virtualSwitches, index)}]`;
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
