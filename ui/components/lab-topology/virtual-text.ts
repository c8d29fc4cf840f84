// The words of the topology about what virtual machines bring: whose time a processor's is, whose a queue is, and virtual networks.

import type { LabColumn } from '../../scenario/lab-frame.ts';
import { formatBytes, formatCount, formatPercent, formatPlural, formatSi } from '../format.ts';
import { perSecond, type LabMoment } from '../lab-view/moment.ts';
import { guestShare, isBound, machineName, machinesOn } from '../lab-view/traffic.ts';

const framesPerSecond = (value: number | null): string => (value === null ? '–' : formatSi(value, 'frames/s'));

/** " In virtual machines (vm1, vm5) 31.0 %, in the host 12.0 %." where there are any. */
export function guestText(moment: LabMoment, index: number, load: number): string {
  const machines = machinesOn(moment, index);
  const share = guestShare(moment, index);
  if (!machines.length || share === null) return '';
  const names = machines.map((row) => machineName(moment.layout, row)).join(', ');
  return ` In virtual machines (${names}) ${formatPercent(share)}, in the host ${formatPercent(Math.max(0, load - share))}.`;
}

/** Whose a queue is, of an adapter that serves virtual machines. */
export function ownerText({ layout, frame }: LabMoment, index: number): string[] {
  const { nic, queue } = layout.queues[index]!;
  if (!isBound(layout, nic)) return [];
  if (queue === 0) return ['default queue: all that no filter takes'];
  const machine = frame.get('queue', index, 'machine');
  return [layout.machines[machine] ? `queue of ${machineName(layout, machine)}` : 'queue of no virtual machine'];
}

export function describeVirtualSwitch(moment: LabMoment, index: number): string {
  const { layout, frame } = moment;
  const { kind, nic } = layout.virtualSwitches[index]!;
  const at = (column: LabColumn<'virtualSwitch'>) => frame.get('virtualSwitch', index, column);
  const rate = (column: LabColumn<'virtualSwitch'>) => framesPerSecond(perSecond(moment, 'virtualSwitch', index, column));
  return [
    `${kind} network${nic === null ? '' : `, bound to ${layout.nics[nic]!.name}`}`,
    `in ${rate('framesIn')}, out ${rate('framesOut')}`,
    `${formatBytes(at('bytesOut'))} passed on`,
    `${formatPlural(at('flooded') + at('groupIn'), 'frame')} went to every port`,
    `dropped: ${formatCount(at('droppedIn'))} on the way in, ${formatCount(at('droppedOut'))} on the way out`,
  ].join('; ');
}
