// What the property sheets show, as data: for each node its tabs, for each tab its blocks, for each block the properties of the document.
// Blocks with a `part` are drawn by an element of their own.

import { hasSetting } from '../../effective/common-gates.ts';
import type { FeatureId } from '../../effective/feature-list.ts';
import type { SettingPath } from '../../effective/setting-paths.ts';
import { chipsetField } from '../../scenario/schema-windows.ts';
import { processorsField } from '../../scenario/schema-host.ts';
import { tcpField } from '../../scenario/schema-tcp.ts';
import type { HostView } from './view.ts';

export type Part =
  'updates' | 'ports' | 'applications' | 'processors' | 'nics' | 'advanced' | 'binding' | 'rss' | 'networks' | 'machines' | 'hyperV';

export interface Block {
  readonly title: string;
  readonly text?: string;
  /** Paths of the document. */
  readonly paths?: readonly string[];
  readonly part?: Part;
}

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly blocks: readonly Block[];
}

export interface Sheet {
  readonly title: string;
  readonly text: string;
  readonly tabs: readonly Tab[];
  /** Commands that show the same. */
  readonly commands: readonly string[];
  /** Features whose state belongs here, and of which adapter. */
  readonly features: readonly FeatureId[];
  readonly nic: number | null;
}

const sheet = (title: string, text: string, blocks: readonly Block[], more: Partial<Sheet> = {}): Sheet => ({
  title,
  text,
  tabs: [{ id: '', label: title, blocks }],
  commands: [],
  features: [],
  nic: null,
  ...more,
});

const of = (start: string, names: readonly string[]) => names.map((name) => `${start}.${name}`);
const REGISTRY_NAMES = [
  'EnableRSS',
  'EnableTCPChimney',
  'EnableTCPA',
  'DisableTaskOffload',
  'MaxNumRssCpus',
  'RssBaseCpu',
  'TenGigVmqEnabled',
  'BelowTenGigVmqEnabled',
] as const;
const GLOBALS = ['rss', 'chimney', 'netdma', 'dca', 'taskOffload', 'windowScaling'];
const TCP_GLOBALS = ['autoTuning', 'congestion', 'ecn', 'timestamps'];

/** Values that the version reads; of Server 2003 they are the switches themselves. */
const registryPaths = ({ host }: HostView, at: string): string[] =>
  REGISTRY_NAMES.filter((name) => hasSetting(host.os, `host.registry.${name}` satisfies SettingPath)).map(
    (name) => `${at}.windows.registry.${name}`,
  );

function globalsSheet(view: HostView, at: string): Sheet {
  const hasNetsh = hasSetting(view.host.os, 'host.netsh.rss');
  const netsh: Block = {
    title: hasNetsh ? 'netsh interface tcp set global' : 'netsh',
    paths: [...of(`${at}.windows.netsh`, GLOBALS), ...(hasNetsh ? of(`${at}.tcp`, TCP_GLOBALS) : [])],
  };
  const registry: Block = {
    title: hasNetsh ? 'Registry values for all adapters' : 'Registry switches',
    text: hasNetsh
      ? 'Beside netsh, this version reads these values. They are in the registry too.'
      : 'This version has its switches in the registry. They are read when the computer starts.',
    paths: registryPaths(view, at),
  };
  return sheet('Network globals', 'Switches of the operating system, for all adapters.', hasNetsh ? [netsh, registry] : [registry, netsh], {
    commands: hasNetsh
      ? ['netsh interface tcp show global', 'netsh interface tcp show heuristics']
      : ['reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters'],
  });
}

function tcpSheet({ host }: HostView, at: string): Sheet {
  const hasGlobals = hasSetting(host.os, 'host.netsh.rss');
  const text = hasGlobals
    ? 'TCP of this computer. The first four stand in netsh too.'
    : 'TCP of this computer. Netsh of this version has none of these; what they do is emulated all the same.';
  const rest = Object.keys(tcpField.fields).filter((name) => !TCP_GLOBALS.includes(name));
  return sheet(
    'TCP parameters',
    text,
    [
      { title: 'Global parameters', paths: of(`${at}.tcp`, TCP_GLOBALS) },
      { title: 'Windows, timers and retries', paths: of(`${at}.tcp`, rest) },
    ],
    { commands: hasGlobals ? ['netsh interface tcp show global'] : ['netstat -s -p tcp'] },
  );
}

function nicSheet({ host }: HostView, at: string, nic: number): Sheet {
  const own = `${at}.nics[${nic}]`;
  const capabilities = ['rss', 'checksum', 'lsoV1', 'lsoV2', 'moderation', 'chimneyIPv4', 'chimneyIPv6', 'chimneyConnections'];
  const queues = ['vmqQueues', 'vmqVlanFilter', 'vmqLookaheadSplit'];
  const { moderation } = host.nics[nic]!;
  const rates = Object.keys(moderation).filter((name) => name !== 'mode');
  return {
    title: host.nics[nic]!.name,
    text: '',
    commands: ['ipconfig /all'],
    features: ['rss', 'vmq', 'chimney', 'netdma', 'checksum', 'lso-v1', 'lso-v2', 'moderation'],
    nic,
    tabs: [
      {
        id: 'general',
        label: 'General',
        blocks: [
          { title: 'Connection', part: 'binding' },
          { title: 'Properties', paths: of(own, ['name', 'mac', 'speed', 'mtu', 'addresses']) },
        ],
      },
      { id: 'advanced', label: 'Advanced', blocks: [{ title: 'Property and value', part: 'advanced' }] },
      {
        id: 'driver',
        label: 'Driver',
        blocks: [{ title: 'Driver', text: 'A newer driver interface brings what older ones cannot report.', paths: [`${own}.driver`] }],
      },
      {
        id: 'hardware',
        label: 'Hardware',
        blocks: [
          { title: 'Capabilities', paths: of(`${own}.capabilities`, capabilities) },
          { title: 'Virtual machine queues', paths: of(`${own}.capabilities`, queues) },
          {
            title: 'Queues, descriptors, interrupts',
            paths: [
              ...of(own, ['queues', 'receiveDescriptors', 'transmitDescriptors', 'interrupts', 'dmaDelay', 'moderation']),
              ...of(`${own}.moderation`, rates),
            ],
          },
        ],
      },
      {
        id: 'team',
        label: 'Teaming',
        blocks: [
          {
            title: 'Team',
            text: 'Software of the vendor: a team passes on only what all of its members can do.',
            paths: of(`${own}.team`, ['member', 'rss', 'chimney', 'vmq']),
          },
        ],
      },
      {
        id: 'rss',
        label: 'RSS details',
        blocks: [
          { title: 'In force', part: 'rss' },
          { title: 'Table, key, hash types', paths: of(`${own}.rss`, ['tableEntries', 'hashTypes', 'key', 'skipSiblings', 'rebalancing']) },
        ],
      },
    ],
  };
}

function machineSheet({ host }: HostView, at: string, machine: number): Sheet {
  const own = `${at}.virtualMachines[${machine}]`;
  const { name, network } = host.virtualMachines[machine]!;
  const adapter = host.virtualNetworks.find((one) => one.name === network)?.adapter;
  const nic = host.nics.findIndex((one) => one.name === adapter);
  return sheet(
    name,
    'Settings of the virtual machine. What the virtual network adapter is comes into force when the virtual machine starts.',
    [
      { title: 'Guest', paths: of(own, ['name', 'guest', 'integrationServices', 'processors', 'affinity', 'chimney']) },
      { title: 'Network adapter', paths: of(own, ['network', 'adapter', 'vlan', 'mac', 'addresses']) },
      {
        title: 'System Center Virtual Machine Manager 2008 R2',
        text: '“Enable virtual network optimizations” asks for a virtual machine queue and for Virtual Machine Chimney.',
        paths: [`${own}.optimizations`],
      },
      { title: 'TCP of the guest', paths: of(`${own}.tcp`, Object.keys(tcpField.fields)) },
    ],
    { features: nic < 0 ? [] : ['vmq', 'vm-chimney'], nic: nic < 0 ? null : nic },
  );
}

/** The sheet of a node; null where the host has no such node. */
export function sheetOf(view: HostView, node: string): Sheet | null {
  const { host, index } = view;
  const at = `hosts[${index}]`;
  const [, list, entry] = /^(nics|machines)\[(\d+)\]$/.exec(node) ?? [];
  const place = Number(entry);
  if (list === 'nics') return host.nics[place] ? nicSheet(view, at, place) : null;
  if (list === 'machines') return host.virtualMachines[place] ? machineSheet(view, at, place) : null;
  switch (node) {
    case 'computer':
    case 'system':
      return sheet(node === 'computer' ? host.name : 'System', 'Version, edition and updates of Windows, and what the computer has.', [
        { title: 'Computer', paths: [`${at}.name`, `${at}.memory`] },
        { title: 'Windows', paths: [`${at}.os`, ...of(`${at}.windows`, ['edition', 'platform', 'elevated'])] },
        { title: 'Updates', part: 'updates' },
      ]);
    case 'firmware':
      return sheet('Firmware', chipsetField.help, [
        {
          title: 'Copy engine (I/OAT)',
          paths: of(`${at}.chipset`, ['copyEngine', 'copyEngineEnabled', 'channels', 'leastCopy', 'maximumTransfer']),
        },
        { title: 'Direct Cache Access', paths: of(`${at}.chipset`, ['cacheAccess', 'cacheAccessEnabled']) },
      ]);
    case 'globals':
      return globalsSheet(view, at);
    case 'tcp':
      return tcpSheet(view, at);
    case 'chimney':
      return sheet(
        'Chimney filters',
        'Which connections TCP Chimney may, or may not, take; and when the automatic mode takes one.',
        [
          { title: 'Ports', part: 'ports' },
          { title: 'Applications', part: 'applications' },
          { title: 'Automatic mode', paths: of(`${at}.windows.automaticChimney`, ['linkSpeed', 'roundTrip', 'bytes']) },
        ],
        {
          commands: hasSetting(host.os, 'host.chimneyPorts')
            ? [
                'netsh interface tcp show chimneyports',
                'netsh interface tcp show chimneyapplications',
                'netsh interface tcp show chimneystats',
              ]
            : [],
        },
      );
    case 'processors':
      return sheet('Processors', processorsField.help, [
        { title: 'Hardware', paths: of(`${at}.processors`, Object.keys(processorsField.fields)) },
        { title: 'Logical processors', part: 'processors' },
      ]);
    case 'nics':
      return sheet(
        'Network adapters',
        'Adapters of this computer and what is in force on each of them.',
        [{ title: 'Adapters', part: 'nics' }],
        {
          commands: ['ipconfig /all'],
        },
      );
    case 'roles':
      return sheet('Roles and features', 'What is installed that reaches into the network.', [
        { title: 'Roles', paths: of(`${at}.windows.roles`, ['hyperV', 'nat']) },
        { title: 'Features', paths: of(`${at}.windows.roles`, ['nlb', 'failoverCluster']) },
      ]);
    case 'software':
      return sheet('Software and policies', 'Programs and policies that reach into the network.', [
        { title: 'Software', paths: of(`${at}.windows.software`, ['windowsFirewall', 'otherFirewall', 'networkMonitor']) },
        { title: 'Policies', paths: [`${at}.windows.software.ipsecPolicy`] },
      ]);
    case 'hyperV':
      return sheet('Hyper-V', 'Virtual networks and virtual machines of this computer.', [{ title: 'Role', part: 'hyperV' }]);
    case 'networks':
    case 'machines':
      if (!host.windows.roles.hyperV) return sheetOf(view, 'hyperV');
      return node === 'networks'
        ? sheet('Virtual networks', 'Virtual switches, as Virtual Network Manager lists them.', [
            { title: 'Virtual networks', part: 'networks' },
          ])
        : sheet('Virtual machines', 'Guests of this computer.', [{ title: 'Virtual machines', part: 'machines' }]);
    default:
      return null;
  }
}
