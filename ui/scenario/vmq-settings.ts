// Whether a virtual machine asks for a queue of the adapter: the gates of ui/effective, put to what the document says.

import { featureState } from '../effective/features.ts';
import type { WindowsSettings } from '../effective/settings.ts';
import type { VirtualMachine, VirtualNetwork } from './guests.ts';
import type { Host, Nic } from './schema.ts';
import { windowsSettings } from './windows-settings.ts';

/** The link may run slower than the adapter could; whether a queue is left is asked when there is a run. */
function settingsOf(host: Host, nic: Nic, linkBps: number, network: VirtualNetwork, machine: VirtualMachine): WindowsSettings {
  const settings = windowsSettings(host, nic, machine, { queuesTaken: 0 });
  return {
    ...settings,
    adapter: { ...settings.adapter, linkBps, binding: 'virtual-switch' },
    virtualMachine: { ...settings.virtualMachine, network: network.kind },
  };
}

/** All gates but whether a queue is left: that shows when the machine asks. */
export const asksForQueue = (...of: Parameters<typeof settingsOf>): boolean => featureState('vmq', settingsOf(...of), 'virtual machine').on;

/** What the receive filters of an adapter can do. Memory of a virtual machine is used only where the VLAN is tested too. */
export function filtersInForce({ capabilities, vmq }: Nic): { vlanFilter: boolean; split: boolean } {
  const vlanFilter = capabilities.vmqVlanFilter && vmq.vlanFiltering;
  return { vlanFilter, split: vlanFilter && capabilities.vmqLookaheadSplit && vmq.lookaheadSplit };
}
