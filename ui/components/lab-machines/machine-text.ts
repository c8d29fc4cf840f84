// The words about virtual machines and virtual networks: cells of their tables, and everything about one machine in a few sentences.

import type { LabColumn } from '../../scenario/lab-frame.ts';
import { formatBitRate, formatBytes, formatCount, formatPacketRate, formatPercent, formatPlural, formatSi } from '../format.ts';
import { perSecond, type LabMoment } from '../lab-view/moment.ts';
import { machineBits, machineHost, machineLoad, machineProcessors } from '../lab-view/traffic.ts';

const NONE = '–';
const orNone = (value: number | null, format: (value: number) => string): string => (value === null ? NONE : format(value));
const at = ({ frame }: LabMoment, row: number, column: LabColumn<'machine'>) => frame.get('machine', row, column);

const bits = (moment: LabMoment, row: number, way: 'arrived' | 'sent'): string => {
  const both = machineBits(moment, row);
  return both ? formatBitRate(both[way]) : NONE;
};

/** "P3", or "P3, P5"; with the host where there are several or it has moved. */
export function processorsText(moment: LabMoment, row: number): string {
  const { layout } = moment;
  const names = machineProcessors(moment, row).map((processor) => `P${layout.processors[processor]!.number}`);
  const hosts = new Set(layout.machines.map(({ host }) => layout.hosts[host]!.parent));
  const host = machineHost(moment, row);
  const isElsewhere = host !== layout.hosts[layout.machines[row]!.host]!.parent;
  return `${isElsewhere || hosts.size > 1 ? `${layout.hosts[host]!.name} ` : ''}${names.join(', ')}`;
}

/** How frames come to it. */
export function wayText(moment: LabMoment, row: number): string {
  const { layout } = moment;
  const queue = at(moment, row, 'queue');
  const network = layout.virtualSwitches[at(moment, row, 'switch')];
  if (!network || network.nic === null) return 'virtual network alone';
  const frames = queue > 0 ? `queue ${queue}` : 'default queue';
  return at(moment, row, 'offloaded') ? `${frames}, chimney` : frames;
}

export const machineHeadings = ['Runs on', 'Load', 'Own work', 'Host’s work for it', 'In', 'Out', 'Frames come by', 'Dropped'] as const;

export function machineCells(moment: LabMoment, row: number): string[] {
  const load = machineLoad(moment, row);
  return [
    processorsText(moment, row),
    '',
    orNone(load && load.own, formatPercent),
    orNone(load && load.host, formatPercent),
    bits(moment, row, 'arrived'),
    bits(moment, row, 'sent'),
    wayText(moment, row),
    formatCount(at(moment, row, 'droppedIn') + at(moment, row, 'droppedOut')),
  ];
}

/** Everything about a virtual machine but its name. */
export function describeMachine(moment: LabMoment, row: number): string {
  const { layout } = moment;
  const load = machineLoad(moment, row);
  const count = (column: LabColumn<'machine'>, noun: string) => formatPlural(at(moment, row, column), noun);
  const { nic, vlan } = layout.machines[row]!;
  const nicRate = (column: LabColumn<'nic'>, format: (value: number) => string) => orNone(perSecond(moment, 'nic', nic, column), format);
  const work = load
    ? `${formatPercent(load.own)} of a processor in itself, ${formatPercent(load.host)} of the host’s for it`
    : 'load not known yet';
  const moved = at(moment, row, 'migrations');
  return [
    `${work}; on ${layout.hosts[machineHost(moment, row)]!.name}, ${formatPlural(machineProcessors(moment, row).length, 'virtual processor')} (${processorsText(moment, row)})${at(moment, row, 'running') ? '' : '; not connected at present'}.`,
    `In ${bits(moment, row, 'arrived')}, ${nicRate('arrivedFrames', formatPacketRate)}; out ${bits(moment, row, 'sent')}, ${nicRate('sentFrames', formatPacketRate)}.`,
    `Frames come by ${wayText(moment, row).replace(/^(?=default|virtual)/, 'the ')}: ${count('queueFrames', 'frame')} by a queue of its own, ${count('defaultFrames', 'frame')} by the default queue;`,
    `${formatBytes(at(moment, row, 'copiedBytes'))} copied by the host, ${formatBytes(at(moment, row, 'directBytes'))} put there by the adapter.`,
    ...(at(moment, row, 'offloaded') || at(moment, row, 'offloadInBytes') || at(moment, row, 'offloadOutBytes')
      ? [
          `In the adapter: ${count('offloaded', 'connection')}, ${formatBytes(at(moment, row, 'offloadInBytes'))} in, ${formatBytes(at(moment, row, 'offloadOutBytes'))} out.`,
        ]
      : []),
    `Dropped: ${formatCount(at(moment, row, 'droppedIn'))} on the way in, ${formatCount(at(moment, row, 'droppedOut'))} on the way out;`,
    `${count('signals', 'signal')}${at(moment, row, 'lateReturns') ? `, ${count('lateReturns', 'late return')}` : ''}${moved ? `, moved ${formatPlural(moved, 'time')}` : ''}.`,
    `${layout.nics[nic]!.mac}${vlan ? `, VLAN ${vlan}` : ''}, ${layout.nics[nic]!.addresses.join(', ')}.`,
  ].join(' ');
}

export const networkHeadings = ['Kind', 'Adapter', 'Frames in', 'Frames out', 'Data out', 'To every port', 'Dropped'] as const;

export function networkCells(moment: LabMoment, row: number): string[] {
  const { layout, frame } = moment;
  const { kind, nic } = layout.virtualSwitches[row]!;
  const rate = (column: LabColumn<'virtualSwitch'>) => perSecond(moment, 'virtualSwitch', row, column);
  const total = (column: LabColumn<'virtualSwitch'>) => frame.get('virtualSwitch', row, column);
  return [
    kind,
    nic === null ? NONE : layout.nics[nic]!.name,
    orNone(rate('framesIn'), (value) => formatSi(value, 'frames/s')),
    orNone(rate('framesOut'), (value) => formatSi(value, 'frames/s')),
    orNone(rate('bytesOut'), (bytes) => formatBitRate(bytes * 8)),
    formatCount(total('flooded') + total('groupIn')),
    formatCount(total('droppedIn') + total('droppedOut')),
  ];
}
