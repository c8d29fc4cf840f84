// The words of the topology: what an item is called, the number beside it, and all that is known about it.

import { formatBitRate, formatBytes, formatCount, formatPacketRate, formatPercent, formatPlural, formatSi } from '../format.ts';
import { loadClasses } from '../lab-view/classes.ts';
import { describeMachine } from '../lab-machines/machine-text.ts';
import { describeOffload, takenConnections } from '../lab-offload/offload-text.ts';
import { pathUse, perSecond, processorLoad, type LabMoment } from '../lab-view/moment.ts';
import { formatPs } from '../lab-view/time-text.ts';
import { machineBits, machineLoad, machineOf } from '../lab-view/traffic.ts';
import type { LabColumn, LabLayout } from '../../scenario/lab-frame.ts';
import { hostField } from '../../scenario/schema-host.ts';
import type { Item } from './place.ts';
import { describeVirtualSwitch, guestText, ownerText } from './virtual-text.ts';

type Named = Pick<Item, 'kind' | 'index'>;

const NONE = '–';
const systems: Readonly<Record<string, string>> = hostField.fields.os.choices;
const shares = new Float64Array(loadClasses.length);

export const nicName = ({ hosts, nics }: LabLayout, nic: number): string => `${hosts[nics[nic]!.host]!.name}.${nics[nic]!.name}`;

/** "server, processor 3" */
export function processorName({ hosts, processors }: LabLayout, processor: number): string {
  const { host, number } = processors[processor]!;
  return `${hosts[host]!.name}, processor ${number}`;
}

export const pathRows = ({ paths }: LabLayout, link: number): number[] => paths.flatMap((path, row) => (path.link === link ? [row] : []));

const portRows = ({ ports }: LabLayout, index: number): number[] => ports.flatMap((port, row) => (port.switch === index ? [row] : []));

export function itemName(layout: LabLayout, { kind, index }: Named): string {
  switch (kind) {
    case 'host':
      return layout.hosts[index]!.name;
    case 'switch':
      return layout.switches[index]!.name;
    case 'nic':
      return nicName(layout, index);
    case 'queue': {
      const { nic, queue } = layout.queues[index]!;
      return `${nicName(layout, nic)}, queue ${queue}`;
    }
    case 'processor':
      return processorName(layout, index);
    case 'cable': {
      const path = layout.paths[pathRows(layout, index)[0]!]!;
      return `Cable ${path.from} to ${path.to}`;
    }
    case 'virtualSwitch': {
      const { host, name } = layout.virtualSwitches[index]!;
      return `${layout.hosts[host]!.name}, virtual network ${name}`;
    }
    case 'offload':
      return `${nicName(layout, layout.offloads[index]!.nic)}, TCP in the adapter`;
  }
}

/** The short label that stands beside the bar; empty where the name itself is shown. */
export function itemLabel(layout: LabLayout, { kind, index }: Named): string {
  if (kind === 'queue') return `Q${layout.queues[index]!.queue}`;
  if (kind === 'processor') return `P${layout.processors[index]!.number}`;
  if (kind === 'nic') return layout.nics[index]!.name;
  if (kind === 'virtualSwitch') return layout.virtualSwitches[index]!.name;
  if (kind === 'offload') return 'TCP';
  return '';
}

const bits = (moment: LabMoment, row: number, column: LabColumn<'nic'>): number | null => {
  const bytes = perSecond(moment, 'nic', row, column);
  return bytes === null ? null : bytes * 8;
};

/** Of the adapter of a virtual machine with what the physical one moves for it. */
function nicBits(moment: LabMoment, index: number): { arrived: number; sent: number } | null {
  const machine = moment.layout.machines.findIndex(({ nic }) => nic === index);
  if (machine >= 0) return machineBits(moment, machine);
  const [arrived, sent] = [bits(moment, index, 'arrivedBytes'), bits(moment, index, 'sentBytes')];
  return arrived === null || sent === null ? null : { arrived, sent };
}

const orNone = (value: number | null, format: (value: number) => string): string => (value === null ? NONE : format(value));
const sumOf = (rows: readonly number[], of: (row: number) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

/** The one number that is always shown. */
export function itemValue(moment: LabMoment, { kind, index }: Named): string {
  const { layout, frame } = moment;
  switch (kind) {
    case 'host': {
      const machine = machineOf(layout, index);
      const load = machine < 0 ? null : machineLoad(moment, machine);
      if (machine < 0) return '';
      return load ? formatPercent(load.own + load.host) : NONE;
    }
    case 'switch':
      return formatPlural(
        sumOf(portRows(layout, index), (row) => frame.get('port', row, 'drops')),
        'drop',
      );
    case 'nic': {
      const both = nicBits(moment, index);
      if (!both) return NONE;
      const { arrived, sent } = both;
      return sent > arrived ? `↑ ${formatBitRate(sent)}` : `↓ ${formatBitRate(arrived)}`;
    }
    case 'queue':
      return formatCount(frame.get('queue', index, 'depth'));
    case 'processor':
      return orNone(processorLoad(moment, index, shares), formatPercent);
    case 'cable': {
      const uses = pathRows(layout, index).map((row) => pathUse(moment, row));
      return uses.some((use) => !use) ? NONE : `${Math.round(100 * Math.max(...uses.map((use) => use!.share)))} %`;
    }
    case 'virtualSwitch':
      return orNone(perSecond(moment, 'virtualSwitch', index, 'bytesOut'), (bytes) => formatBitRate(bytes * 8));
    case 'offload':
      return `${formatCount(takenConnections(moment, index))} conn.`;
  }
}

function describeProcessor(moment: LabMoment, index: number): string {
  const { socket, core, thread, node, clockHz } = moment.layout.processors[index]!;
  const load = processorLoad(moment, index, shares);
  const spent = loadClasses.flatMap(({ label }, at) => (shares[at]! > 0.0005 ? [`${label} ${formatPercent(shares[at]!)}`] : []));
  const place = `Socket ${socket}, core ${core}, thread ${thread}, NUMA node ${node}, ${formatSi(clockHz, 'Hz')}`;
  if (load === null) return `${place}.`;
  return `${formatPercent(load)} busy${spent.length ? `: ${spent.join(', ')}` : ''}.${guestText(moment, index, load)} ${place}.`;
}

function describeQueue(moment: LabMoment, index: number): string {
  const { layout, frame } = moment;
  const at = (column: LabColumn<'queue'>) => frame.get('queue', index, column);
  const processor = at('processor');
  const rate = (column: LabColumn<'queue'>) => perSecond(moment, 'queue', index, column);
  return [
    ...ownerText(moment, index),
    `${formatCount(at('depth'))} of ${formatPlural(layout.queues[index]!.capacity, 'descriptor')} in use, at most ${formatCount(at('peak'))}`,
    `${formatPlural(at('frames'), 'frame')} (${orNone(rate('frames'), formatPacketRate)})`,
    `${formatCount(at('drops'))} dropped`,
    `${orNone(rate('interrupts'), (value) => formatSi(value, 'interrupts/s'))}`,
    `${orNone(rate('dpcs'), (value) => formatSi(value, 'DPCs/s'))}`,
    `${formatCount(at('transmitDepth'))} waiting to be sent`,
    processor < 0 ? 'no processor' : `handled by ${processorName(layout, processor)}`,
  ].join('; ');
}

function describeNic(moment: LabMoment, index: number): string {
  const { layout, frame } = moment;
  const { bitsPerSecond, mtu, mac, addresses } = layout.nics[index]!;
  const at = (column: LabColumn<'nic'>) => frame.get('nic', index, column);
  const lost = (['crc', 'filtered', 'noBuffer', 'tooLong'] as const).map((column) => at(column));
  const words = ['checksum', 'not for it', 'no buffer', 'too long'];
  const dropped = lost.flatMap((count, place) => (count > 0 ? [`${formatCount(count)} ${words[place]!}`] : []));
  return [
    `in ${orNone(bits(moment, index, 'arrivedBytes'), formatBitRate)}, ${orNone(perSecond(moment, 'nic', index, 'arrivedFrames'), formatPacketRate)}`,
    `out ${orNone(bits(moment, index, 'sentBytes'), formatBitRate)}, ${orNone(perSecond(moment, 'nic', index, 'sentFrames'), formatPacketRate)}`,
    `dropped: ${dropped.join(', ') || 'none'}`,
    `${formatBitRate(bitsPerSecond)}, MTU ${formatCount(mtu)} bytes, ${mac}, ${addresses.join(', ')}`,
  ].join('; ');
}

function describeCable(moment: LabMoment, link: number): string {
  const { layout, frame } = moment;
  return pathRows(layout, link)
    .map((row) => {
      const path = layout.paths[row]!;
      const at = (column: LabColumn<'path'>) => frame.get('path', row, column);
      const use = pathUse(moment, row);
      const rate = use ? `${formatBitRate(use.bitsPerSecond)}, ${formatPercent(use.share)} of ${formatBitRate(path.bitsPerSecond)}` : NONE;
      const met = (['lost', 'duplicated', 'reordered', 'corrupted'] as const).filter((column) => at(column) > 0);
      const harm = met.map((column) => `${formatCount(at(column))} ${column}`).join(', ');
      return `To ${path.to}: ${rate}; ${formatPlural(at('frames'), 'frame')}${harm ? `, ${harm}` : ''}; delay ${formatPs(path.delayPs)}`;
    })
    .join('. ');
}

function describeSwitch({ layout, frame }: LabMoment, index: number): string {
  const rows = portRows(layout, index);
  const sum = (column: LabColumn<'port'>) => sumOf(rows, (row) => frame.get('port', row, column));
  const fullest = Math.max(0, ...rows.map((row) => frame.get('port', row, 'peakBytes')));
  return [
    formatPlural(rows.filter((row) => layout.ports[row]!.link !== null).length, 'cable'),
    `${formatPlural(sum('sentFrames'), 'frame')} passed on`,
    `${formatPlural(sum('drops'), 'frame')} dropped`,
    `${formatBytes(sum('queuedBytes'))} wait, at most ${formatBytes(fullest)} at one port`,
  ].join('; ');
}

function describeHost(moment: LabMoment, index: number): string {
  const { layout } = moment;
  const { kind, os, parent } = layout.hosts[index]!;
  if (parent !== undefined) return `${describeMachine(moment, machineOf(layout, index))} ${systems[os] ?? os}.`;
  const count = layout.processors.filter(({ host }) => host === index).length;
  return kind === 'ideal' ? 'ideal host: a TCP peer that costs nothing' : `${systems[os] ?? os}; ${formatPlural(count, 'processor')}`;
}

/** Everything about an item, in one sentence or a few. */
export function describeItem(moment: LabMoment, { kind, index }: Named): string {
  switch (kind) {
    case 'host':
      return describeHost(moment, index);
    case 'switch':
      return describeSwitch(moment, index);
    case 'nic':
      return describeNic(moment, index);
    case 'queue':
      return describeQueue(moment, index);
    case 'processor':
      return describeProcessor(moment, index);
    case 'cable':
      return describeCable(moment, index);
    case 'virtualSwitch':
      return describeVirtualSwitch(moment, index);
    case 'offload':
      return describeOffload(moment, index);
  }
}
