// What VMQ makes of a queue, in words, and the share of an adapter's frames that took its default queue.

import { VmqState } from '../../abi/abi.gen.ts';
import { formatPercent, formatPlural } from '../format.ts';
import { nicName } from '../lab-topology/item-text.ts';
import { growth, type LabMoment } from '../lab-view/moment.ts';
import { defaultFrames, isBound, machineName } from '../lab-view/traffic.ts';

export const vmqHeadings: readonly string[] = ['Whose', 'State', 'Filters', 'Share of frames', 'Held buffers'];
/** Those of them that are no numbers. */
export const vmqTexts: readonly string[] = vmqHeadings.slice(0, 3);

const stateNames = new Map<number, string>(
  Object.entries(VmqState).map(([name, value]) => [value, name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace('Dma', 'DMA')]),
);

/** Part of its adapter's frames that a queue took. */
function shareText(moment: LabMoment, row: number): string {
  const { nic } = moment.layout.queues[row]!;
  const { all, isRecent } = defaultFrames(moment, nic);
  const own = isRecent ? Math.max(0, growth(moment, 'queue', row, 'frames')) : moment.frame.get('queue', row, 'frames');
  return all > 0 ? formatPercent(own / all) : '–';
}

function filtersText(moment: LabMoment, row: number, machine: number): string {
  const count = moment.frame.get('queue', row, 'filters');
  if (!count) return 'none';
  const { machines, nics } = moment.layout;
  const { nic, vlan } = machines[machine] ?? { nic: -1, vlan: 0 };
  const mac = nics[nic]?.mac;
  return mac && count === 1 ? `${mac}${vlan ? `, VLAN ${vlan}` : ', untagged'}` : formatPlural(count, 'filter');
}

/** Texts of the cells of a row, in the order of the headings; of adapters without virtual machines empty ones. */
export function vmqCells(moment: LabMoment, row: number): string[] {
  const { layout, frame } = moment;
  const { nic, queue } = layout.queues[row]!;
  if (!isBound(layout, nic)) return vmqHeadings.map(() => '–');
  if (queue === 0) return ['default queue', '–', 'all others', shareText(moment, row), '–'];
  const machine = frame.get('queue', row, 'machine');
  const state = stateNames.get(frame.get('queue', row, 'vmqState')) ?? '–';
  return [
    machine < 0 || machine >= layout.machines.length ? 'nobody' : machineName(layout, machine),
    state === 'Undefined' ? 'not in use' : state,
    filtersText(moment, row, machine),
    shareText(moment, row),
    String(frame.get('queue', row, 'held')),
  ];
}

/** The one number of an adapter with virtual machines, and what it means. */
export function defaultShare(moment: LabMoment, nic: number): { number: string; sentence: string } {
  const { layout } = moment;
  const { byDefault, all, isRecent } = defaultFrames(moment, nic);
  const machines = layout.machines.length;
  const queues = layout.queues.filter((one, row) => one.nic === nic && moment.frame.get('queue', row, 'machine') >= 0).length;
  const when = isRecent ? 'that arrive now' : 'that have arrived';
  const means =
    'For these one processor takes the interrupts, and the virtual switch routes and copies each of them; the others go straight to the virtual machine that has their queue.';
  const have = `${formatPlural(queues, 'queue')} ${queues === 1 ? 'is' : 'are'} in use for ${formatPlural(machines, 'virtual machine')}.`;
  return {
    number: all > 0 ? formatPercent(byDefault / all) : '–',
    sentence: `of the frames ${when} at ${nicName(layout, nic)} take the default queue. ${means} ${have}`,
  };
}
