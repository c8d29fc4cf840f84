// The tree of a host, as Server Manager, Device Manager and Hyper-V Manager have it together, and which node shows a property.

import type { Host } from '../../scenario/schema.ts';
import type { TreeNode } from '../lab-tree/nodes.ts';
import type { HostView } from './view.ts';

const node = (path: string, label: string, icon: string, children: TreeNode[] = []): TreeNode => ({
  steps: [],
  path,
  label,
  icon,
  isList: false,
  isOpen: children.length > 0,
  children,
});
const listOf = (path: string, label: string, icon: string, children: TreeNode[]): TreeNode => ({
  ...node(path, label, icon, children),
  isList: true,
});

const hyperV = ({ windows, virtualMachines }: Host): TreeNode =>
  windows.roles.hyperV
    ? node('hyperV', 'Hyper-V', 'hyperV', [
        node('networks', 'Virtual networks', 'network'),
        listOf(
          'machines',
          'Virtual machines',
          'machine',
          virtualMachines.map(({ name }, index) => node(`machines[${index}]`, name, 'machine')),
        ),
      ])
    : node('hyperV', 'Hyper-V', 'hyperV');

/** Of a node and everything below it: how many settings wait. */
function withMarks(tree: TreeNode, waiting: ReadonlyMap<string, number>): TreeNode {
  const children = tree.children.map((child) => withMarks(child, waiting));
  const count = waiting.get(tree.path) ?? 0;
  return { ...tree, children, ...(count ? { mark: `${count} ${count === 1 ? 'waits' : 'wait'}` } : {}) };
}

export function hostTree(view: HostView): TreeNode {
  const { host, waiting } = view;
  const tree = node('computer', host.name, 'computer', [
    node('system', 'System', 'system'),
    node('firmware', 'Firmware', 'firmware'),
    node('globals', 'Network globals', 'settings'),
    node('tcp', 'TCP parameters', 'settings'),
    node('chimney', 'Chimney filters', 'settings'),
    node('processors', 'Processors', 'processor'),
    listOf(
      'nics',
      'Network adapters',
      'adapter',
      host.nics.map(({ name }, index) => node(`nics[${index}]`, name, 'adapter')),
    ),
    node('roles', 'Roles and features', 'roles'),
    node('software', 'Software and policies', 'software'),
    hyperV(host),
    node('registry', 'Registry', 'registry'),
  ]);
  const counts = new Map<string, number>();
  for (const { path } of waiting) {
    const { node: owner } = placeOf(path);
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return withMarks(tree, counts);
}

export interface Place {
  readonly node: string;
  /** Of an adapter's sheet. */
  readonly tab: string | null;
}

/** Which tab of an adapter's sheet shows a property. */
function nicTab(name: string): string {
  if (/^(name|mac|addresses|speed|mtu)\b/.test(name)) return 'general';
  if (name === 'driver') return 'driver';
  if (name.startsWith('team')) return 'team';
  if (/^rss\.(tableEntries|table|key|hashTypes|skipSiblings|rebalancing)/.test(name)) return 'rss';
  if (/^(capabilities|queues|interrupts|dmaDelay|moderation\.|costs)/.test(name)) return 'hardware';
  return 'advanced';
}

const places: readonly (readonly [start: string, node: string])[] = [
  ['chipset', 'firmware'],
  ['processors', 'processors'],
  ['tcp', 'tcp'],
  ['windows.netsh', 'globals'],
  ['windows.registry.other', 'registry'],
  ['windows.registry', 'globals'],
  ['windows.automaticChimney', 'chimney'],
  ['windows.chimney', 'chimney'],
  ['windows.roles', 'roles'],
  ['windows.software', 'software'],
  ['virtualNetworks', 'networks'],
];

/** Where a property of the document is shown. @param path  "hosts[0].nics[1].rss.enabled", or without its host */
export function placeOf(path: string): Place {
  const own = path.replace(/^hosts\[\d+\]\.?/, '');
  const [, nic, name] = /^nics\[(\d+)\]\.?(.*)$/.exec(own) ?? [];
  if (nic !== undefined) return { node: `nics[${nic}]`, tab: nicTab(name!) };
  const [, machine] = /^virtualMachines\[(\d+)\]/.exec(own) ?? [];
  if (machine !== undefined) return { node: `machines[${machine}]`, tab: null };
  return { node: places.find(([start]) => own.startsWith(start))?.[1] ?? 'system', tab: null };
}
