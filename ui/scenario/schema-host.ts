// A host as the scenario document declares it.

import { type Cost, costs, processorClasses, type ProcessorClassId } from '../features/costs.ts';
import { rssNumberFields } from '../features/rss.ts';
import { assumed, choice, group, list, number, quantity, source } from './fields.ts';
import { virtualMachinesField, virtualNetworksField } from './schema-hyperv.ts';
import { nameField, nicField } from './schema-nic.ts';
import { tcpField } from './schema-tcp.ts';
import { chipsetField, windowsField } from './schema-windows.ts';

export const MAX_LOGICAL_PROCESSORS = rssNumberFields.processors.max;

const countField = (label: string, unit: string, max: number, initial: number, help: string) =>
  number({ label, unit, min: 1, max, help, default: initial, evidence: assumed('A usual server of the time.') });

const processorLabels = Object.fromEntries(Object.entries(processorClasses).map(([id, { label }]) => [id, label])) as Readonly<
  Record<ProcessorClassId, string>
>;

/** An override may leave the plausible range, to ask what would be if; not without bound, so that slips are caught. */
const costField = ({ label, unit, low, typical, high, tag, source: where, least = 0 }: Cost) =>
  number({
    label,
    unit,
    min: least,
    max: 100 * high,
    fraction: true,
    help: `Plausible are ${low} to ${high} ${unit}.`,
    derived: `${typical} ${unit}, or what the processor class has`,
    evidence: tag === 'S' || tag === 'S2' ? source(where) : assumed(where),
  });

const costsField = group({
  label: 'Costs',
  help: 'Costs that differ from those of the model, by their id.',
  fields: Object.fromEntries(costs.map((cost) => [cost.id, costField(cost)])),
});

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
      choices: processorLabels,
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
    costs: costsField,
    tcp: tcpField,
    windows: windowsField,
    chipset: chipsetField,
    virtualNetworks: virtualNetworksField,
    virtualMachines: virtualMachinesField,
    nics: list({ label: 'Network adapters', help: 'One to eight adapters.', item: nicField, min: 1, max: 8 }),
  },
});
