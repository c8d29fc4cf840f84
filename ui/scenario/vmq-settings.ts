// What a virtual machine on an external network is asked about: for its queue of the adapter and its connections there, by the gates of
// ui/effective.

import { featureState } from '../effective/features.ts';
import type { WindowsSettings } from '../effective/settings.ts';
import type { VirtualMachine, VirtualNetwork } from './guests.ts';
import type { Host, Nic } from './schema.ts';
import { windowsSettings } from './windows-settings.ts';

/** The link may run slower than the adapter could; whether a queue is left is asked when there is a run. */
export function guestSettings(host: Host, nic: Nic, linkBps: number, network: VirtualNetwork, machine: VirtualMachine): WindowsSettings {
  const settings = windowsSettings(host, nic, machine, { queuesTaken: 0 });
  return {
    ...settings,
    adapter: { ...settings.adapter, linkBps, binding: 'virtual-switch' },
    virtualMachine: { ...settings.virtualMachine, network: network.kind },
  };
}

/** All gates but whether a queue is left: that shows when the machine asks. */
export const asksForQueue = (...of: Parameters<typeof guestSettings>): boolean =>
  featureState('vmq', guestSettings(...of), 'virtual machine').on;

/** What the receive filters of an adapter can do. Memory of a virtual machine is used only where the VLAN is tested too. */
export function filtersInForce({ capabilities, vmq }: Nic): { vlanFilter: boolean; split: boolean } {
  const vlanFilter = capabilities.vmqVlanFilter && vmq.vlanFiltering;
  return { vlanFilter, split: vlanFilter && capabilities.vmqLookaheadSplit && vmq.lookaheadSplit };
}
