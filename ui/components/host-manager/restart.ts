// What has to be restarted for a setting that waits. The running world restarts adapters and computers; a virtual machine starts again
// with its computer.

import type { Waiting } from '../../scenario/windows-force.ts';
import type { HostView } from './view.ts';

export type RestartDetail = { readonly what: 'adapter'; readonly nic: number } | { readonly what: 'computer' };

export const restartDetail = ({ restart, place }: Pick<Waiting, 'restart' | 'place'>): RestartDetail =>
  restart === 'adapter' ? { what: 'adapter', nic: place.nic } : { what: 'computer' };

export function restartLabel({ host }: HostView, { restart, place }: Pick<Waiting, 'restart' | 'place'>): string {
  if (restart === 'adapter') return `Restart ${host.nics[place.nic]?.name ?? 'the adapter'}`;
  return restart === 'virtual-machine' ? 'Restart the computer with it' : 'Restart the computer';
}

/** The restarts that bring everything into force, each once; a computer restarts its adapters too. */
export function restartsNeeded(waiting: readonly Waiting[]): Pick<Waiting, 'restart' | 'place'>[] {
  const whole = waiting.find(({ restart }) => restart !== 'adapter');
  if (whole) return [{ ...whole, restart: 'computer' }];
  return [...new Map(waiting.map((one) => [one.place.nic, one])).values()];
}
