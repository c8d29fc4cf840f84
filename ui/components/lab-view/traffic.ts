// What several views work out of a moment alike: the load that a virtual machine makes, how much goes through default queues, and who
// copied what. Rates are null where there is nothing to compare.

import type { LabColumn, LabLayout } from '../../scenario/lab-frame.ts';
import { elapsedPs, growth, perSecond, type LabMoment } from './moment.ts';

export const machineName = ({ hosts, machines }: LabLayout, row: number): string => hosts[machines[row]!.host]!.name;

export const machineOf = ({ machines }: LabLayout, host: number): number => machines.findIndex((machine) => machine.host === host);

/** Processors, as rows of the frame, that a virtual machine runs on. */
export const machineProcessors = ({ frame }: LabMoment, row: number): number[] =>
  ([0, 1, 2, 3] as const).map((place) => frame.get('machine', row, `processor${place}`)).filter((processor) => processor >= 0);

/** Host that a virtual machine is on: one that has moved is elsewhere than in the document. */
export function machineHost(moment: LabMoment, row: number): number {
  const { layout } = moment;
  const [first] = machineProcessors(moment, row);
  return first === undefined ? layout.hosts[layout.machines[row]!.host]!.parent! : layout.processors[first]!.host;
}

/** Processors' worth of time: 1 is one processor all the time. */
export interface MachineLoad {
  own: number;
  host: number;
}

export function machineLoad(moment: LabMoment, row: number): MachineLoad | null {
  const elapsed = elapsedPs(moment);
  if (elapsed <= 0) return null;
  const of = (column: 'ownPs' | 'hostPs') => Math.max(0, growth(moment, 'machine', row, column)) / elapsed;
  return { own: of('ownPs'), host: of('hostPs') };
}

/** Bits a second that come to a virtual machine and leave it: frames of its adapter, and payload that the physical one moves; null as above. */
export function machineBits(moment: LabMoment, row: number): { arrived: number; sent: number } | null {
  const sum = (frames: LabColumn<'nic'>, payload: LabColumn<'machine'>): number | null => {
    const own = perSecond(moment, 'nic', moment.layout.machines[row]!.nic, frames);
    return own === null ? null : 8 * (own + (perSecond(moment, 'machine', row, payload) ?? 0));
  };
  const [arrived, sent] = [sum('arrivedBytes', 'offloadInBytes'), sum('sentBytes', 'offloadOutBytes')];
  return arrived === null || sent === null ? null : { arrived, sent };
}

/** Part of a processor's time that is spent in virtual machines; null where there is nothing to compare. */
export function guestShare(moment: LabMoment, processor: number): number | null {
  const elapsed = elapsedPs(moment);
  return elapsed > 0 ? growth(moment, 'processor', processor, 'guestPs') / elapsed : null;
}

/** Virtual machines that run on a processor, as rows. */
export const machinesOn = (moment: LabMoment, processor: number): number[] =>
  moment.layout.machines.flatMap((_, row) => (machineProcessors(moment, row).includes(processor) ? [row] : []));

/** Adapters that a virtual network is bound to. */
export const boundNics = ({ virtualSwitches }: LabLayout): number[] => [...new Set(virtualSwitches.flatMap(({ nic }) => nic ?? []))];

export const isBound = ({ virtualSwitches }: LabLayout, nic: number): boolean => virtualSwitches.some((one) => one.nic === nic);

const queueRow = ({ queues }: LabLayout, nic: number, queue: number): number =>
  queues.findIndex((one) => one.nic === nic && one.queue === queue);

/** Frames that an adapter received by its default queue, and all: since the earlier frame, or of the whole run where that has none. */
export function defaultFrames(moment: LabMoment, nic: number): { byDefault: number; all: number; isRecent: boolean } {
  const rows = moment.layout.queues.flatMap((queue, row) => (queue.nic === nic ? [row] : []));
  const first = queueRow(moment.layout, nic, 0);
  const grown = (row: number) => Math.max(0, growth(moment, 'queue', row, 'frames'));
  const recent = rows.reduce((sum, row) => sum + grown(row), 0);
  if (recent > 0) return { byDefault: grown(first), all: recent, isRecent: true };
  const total = (row: number) => moment.frame.get('queue', row, 'frames');
  return { byDefault: total(first), all: rows.reduce((sum, row) => sum + total(row), 0), isRecent: false };
}

/** Ways of bytes into memory, in the order in which they are stacked. */
export const copiers = [
  {
    id: 'cold',
    label: 'Processor, cold',
    about: 'copied by a processor, the source not in its cache',
    colours: ['#b23a00', '#f0702f'],
  },
  {
    id: 'warm',
    label: 'Processor, warm',
    about: 'copied by a processor out of its cache; what programs send, too',
    colours: ['#e69f00', '#f2b632'],
  },
  {
    id: 'switch',
    label: 'Virtual switch',
    about: 'copied by a processor into the memory of a virtual machine',
    colours: ['#5c4a8a', '#8d7bc6'],
  },
  { id: 'engine', label: 'DMA engine', about: 'copied by the DMA engine of the chipset', colours: ['#0b64a8', '#3a86cf'] },
  {
    id: 'queue',
    label: 'Adapter, VMQ',
    about: 'put by the adapter into the memory of a virtual machine',
    colours: ['#35b58c', '#45cfa3'],
  },
  {
    id: 'chimney',
    label: 'Adapter, chimney',
    about: 'put by the adapter into a posted receive buffer',
    colours: ['#6cb8ea', '#9ad2f7'],
  },
] as const;

export type Copier = (typeof copiers)[number]['id'];

type Reads = (part: 'processor' | 'copyEngine' | 'machine' | 'offload', row: number, column: string) => number;

function copiesBy(moment: LabMoment, host: number, read: Reads): Record<Copier, number> {
  const { layout } = moment;
  const sum = <T>(list: readonly T[], is: (entry: T, row: number) => boolean, of: (row: number) => number) =>
    list.reduce((total, entry, row) => total + (is(entry, row) ? Math.max(0, of(row)) : 0), 0);
  const processors = (column: LabColumn<'processor'>) =>
    sum(layout.processors, (one) => one.host === host, (row) => read('processor', row, column)); // prettier-ignore
  const taken = (row: number) => read('offload', row, 'receivedBytes') - read('offload', row, 'copiedBytes');
  const takenFor = (row: number) => read('machine', row, 'offloadInBytes') - read('machine', row, 'offloadCopiedBytes');
  return {
    cold: processors('coldBytes'),
    warm: processors('warmBytes'),
    switch: processors('switchBytes'),
    engine: sum(layout.copyEngines, (one) => one.host === host, (row) => read('copyEngine', row, 'movedBytes')), // prettier-ignore
    queue: sum(layout.machines, (_, row) => machineHost(moment, row) === host, (row) => read('machine', row, 'directBytes')), // prettier-ignore
    chimney:
      sum(layout.offloads, ({ nic }) => layout.nics[nic]!.host === host, taken) +
      sum(layout.machines, (_, row) => machineHost(moment, row) === host, takenFor),
  };
}

/** Bytes since the start of the run. What was put into a virtual machine counts at the host that it is on. */
export const copiesInAll = (moment: LabMoment, host: number): Record<Copier, number> =>
  copiesBy(moment, host, (part, row, column) => moment.frame.get(part, row, column as never));

/** Bytes a second; null where there is nothing to compare. */
export const copiesPerSecond = (moment: LabMoment, host: number): Record<Copier, number> | null =>
  elapsedPs(moment) > 0 ? copiesBy(moment, host, (part, row, column) => perSecond(moment, part, row, column as never) ?? 0) : null;

/** Whether a host has anything beyond copies of its processors. */
export const hasOtherCopiers = ({ copyEngines, machines, offloads }: LabLayout): boolean =>
  copyEngines.length + machines.length + offloads.length > 0;

/** Hosts whose copies are told: those with processors. */
export const copyingHosts = ({ hosts }: LabLayout): number[] => hosts.flatMap(({ kind }, host) => (kind === 'modelled' ? [host] : []));
