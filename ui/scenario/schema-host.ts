// A host as the scenario document declares it.
// Leaves out: roles, registry and virtual machines.

import { rssNumberFields } from '../features/rss.ts';
import { assumed, choice, group, list, map, number, quantity, source } from './fields.ts';
import { nameField, nicField } from './schema-nic.ts';
import { tcpField } from './schema-tcp.ts';

export const MAX_LOGICAL_PROCESSORS = rssNumberFields.processors.max;

const countField = (label: string, unit: string, max: number, initial: number, help: string) =>
  number({ label, unit, min: 1, max, help, default: initial, evidence: assumed('A usual server of the time.') });

export const processorsField = group({
  label: 'Processors',
  help: 'Logical processors are numbered by socket, then core, then thread; siblings have adjacent numbers. At most 64.',
  fields: {
    sockets: countField('Sockets', 'sockets', 8, 1, 'Processor packages.'),
    coresPerSocket: countField('Cores per socket', 'cores', 64, 4, 'Cores of each package.'),
    threadsPerCore: { ...rssNumberFields.threadsPerCore, default: 1 },
    numaNodes: countField(
      'NUMA nodes',
      'nodes',
      8,
      1,
      'Cores are dealt to the nodes evenly, in order; a node is part of a socket or whole sockets.',
    ),
    clock: quantity({
      label: 'Clock',
      help: 'Frequency of every core.',
      dimension: 'frequency',
      min: 500_000_000,
      max: 5_000_000_000,
      default: '2.66 GHz',
      evidence: assumed('A usual server of the time.'),
    }),
    class: choice({
      label: 'Class',
      help: 'Processor generation: how many cycles the same work takes.',
      choices: {
        netburst: 'NetBurst (2001 to 2006)',
        core2: 'Core 2 (2006 to 2009)',
        k10: 'K10 (2007 to 2010)',
        nehalem: 'Nehalem, Westmere (2009 to 2011)',
        sandybridge: 'Sandy Bridge (2012)',
      },
      default: 'nehalem',
      evidence: assumed('Cost factors per class are fitted to published totals.'),
    }),
  },
});

export const hostField = group({
  label: 'Host',
  help: 'A computer with processors and network adapters.',
  fields: {
    name: nameField('Name', 'Name of the host, unique among hosts and switches.'),
    kind: choice({
      label: 'Kind',
      help: 'Modelled: every cycle is charged to a processor. Ideal: a full TCP peer that costs nothing.',
      choices: { modelled: 'Modelled', ideal: 'Ideal' },
      default: 'modelled',
    }),
    os: choice({
      label: 'Operating system',
      help: 'Windows version of a modelled host.',
      choices: {
        ws2003sp2: 'Windows Server 2003 SP2 (Scalable Networking Pack)',
        ws2008: 'Windows Server 2008',
        ws2008r2: 'Windows Server 2008 R2',
      },
      default: 'ws2008r2',
      evidence: source('Deploying High-speed Networking Features (Microsoft, 2009): which versions have which features'),
    }),
    processors: processorsField,
    memory: quantity({
      label: 'Memory',
      help: 'Installed memory.',
      dimension: 'size',
      min: 512 * 1024 * 1024,
      max: 2 ** 41,
      default: '16 GiB',
      evidence: assumed('A usual server of the time.'),
    }),
    costs: map({
      label: 'Costs',
      help: 'Costs of single operations that differ from the model’s, by their id, each in the unit of that cost.',
      item: number({
        label: 'Cost',
        unit: '',
        min: 0,
        max: 1_000_000_000,
        fraction: true,
        help: 'In the unit of the cost that it replaces.',
        evidence: assumed('Set in this scenario.'),
      }),
      keyPattern: '^[a-z][A-Za-z0-9_]{0,30}$',
      keyForm: 'an id of a cost, such as tcpip_rx',
      max: 200,
    }),
    tcp: tcpField,
    nics: list({ label: 'Network adapters', help: 'One to eight adapters.', item: nicField, min: 1, max: 8 }),
  },
});
