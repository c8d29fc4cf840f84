// netsh interface tcp: show chimneystats, show netdmastats. When the modes show anything: "Monitoring TCP Chimney and Virtual Machine
// Chimney" and KB 942861. Their columns are not documented publicly; these are the emulator's own.

import { fails, says } from '../change.ts';
import type { Adapter, NetDmaStatistics } from '../state.ts';
import { parseParameters } from './parameters.ts';
import { refused } from './refused.ts';
import type { NetshCommand } from './tree.ts';

const chimneyText = ({ chimney }: Adapter) => (chimney.capacity === 0 ? 'none' : chimney.enabled ? 'enabled' : 'disabled');

const rowText = (index: string, chimney: string, capacity: string, offloaded: string, name: string) =>
  `${index.padStart(5)}  ${chimney.padEnd(8)}  ${capacity.padStart(8)}  ${offloaded.padStart(9)}  ${name}`;

const tableLines = (adapters: readonly Adapter[]) => [
  rowText('Idx', 'Chimney', 'Capacity', 'Offloaded', 'Name'),
  rowText('---', '--------', '--------', '---------', '---------------------------'),
  ...adapters.map((adapter) =>
    rowText(
      String(adapter.interfaceIndex),
      chimneyText(adapter),
      String(adapter.chimney.capacity),
      String(adapter.chimney.offloaded),
      adapter.name,
    ),
  ),
  '',
];

const detailLines = (adapter: Adapter) => [
  `Interface ${adapter.interfaceIndex}: ${adapter.name}`,
  '',
  `${'Chimney of the adapter'.padEnd(34)}: ${chimneyText(adapter)}`,
  `${'Capacity (connections)'.padEnd(34)}: ${adapter.chimney.capacity}`,
  `${'Offloaded'.padEnd(34)}: ${adapter.chimney.offloaded}`,
  `${'Offloading'.padEnd(34)}: ${adapter.chimney.offloading}`,
  `${'Uploading'.padEnd(34)}: ${adapter.chimney.uploading}`,
  '',
];

const chimneyStatistics: NetshCommand = {
  name: 'show chimneystats',
  help: 'Shows TCP Chimney statistics for chimney-capable interfaces.',
  elevated: false,
  parameters: [{ tag: 'interface', required: false }],
  usage: ['Usage: show chimneystats [[interface=]<index>]'],
  run({ globals, adapters }, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    if (globals.chimney === 'disabled') return says('Your System Administrator has disabled TCP Chimney.', '');
    const index = parsed.given['interface'];
    if (index === undefined) return says(...tableLines(adapters));
    const adapter = adapters.find((candidate) => String(candidate.interfaceIndex) === index);
    return adapter ? says(...detailLines(adapter)) : fails('The filename, directory name, or volume label syntax is incorrect.', '');
  },
};

const row = (title: string, value: string | number) => `${title.padEnd(34)}: ${value}`;

const engineLines = (netDma: NetDmaStatistics | null) =>
  netDma
    ? [
        row('DMA channels', netDma.channels),
        row('DMA transfers', netDma.descriptors),
        row('Bytes copied by the engine', netDma.engineBytes),
        row('Bytes copied by processors', netDma.processorBytes),
      ]
    : [row('DMA channels', 0)];

const netdmaStatistics: NetshCommand = {
  name: 'show netdmastats',
  help: 'Shows NetDMA statistics.',
  elevated: false,
  parameters: [],
  usage: ['Usage: show netdmastats'],
  run({ globals, netDma }, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    return says(row('NetDMA State', globals.netdma), row('Direct Cache Access', globals.dca), ...engineLines(netDma), '');
  },
};

export const tcpStatisticsCommands = { chimneyStatistics, netdmaStatistics } as const;
