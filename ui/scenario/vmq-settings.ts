// Whether a virtual machine asks for a queue of the adapter: the gates of ui/effective, put to what the document says.

import { defaultSettings } from '../effective/defaults.ts';
import { featureState } from '../effective/features.ts';
import type { WindowsSettings } from '../effective/settings.ts';
import type { VirtualMachine, VirtualNetwork } from './guests.ts';
import type { Host, Nic } from './schema.ts';

/** As far as VMQ asks. */
function settingsOf(
  { os, windows }: Host,
  nic: Nic,
  bitsPerSecond: number,
  network: VirtualNetwork,
  machine: VirtualMachine,
): WindowsSettings {
  const usual = defaultSettings(os);
  const { capabilities, vmq } = nic;
  const { TenGigVmqEnabled, BelowTenGigVmqEnabled } = windows.registry;
  return {
    ...usual,
    host: {
      ...usual.host,
      edition: windows.edition,
      platform: windows.platform,
      roles: windows.roles,
      registry: {
        ...usual.host.registry,
        TenGigVmqEnabled: (TenGigVmqEnabled ?? 0) as 0 | 1 | 2,
        BelowTenGigVmqEnabled: (BelowTenGigVmqEnabled ?? 0) as 0 | 1 | 2,
      },
    },
    adapter: {
      ...usual.adapter,
      linkBps: bitsPerSecond,
      driverNdis: nic.driver ?? usual.adapter.driverNdis,
      capabilities: {
        ...usual.adapter.capabilities,
        msiX: nic.interrupts === 'msix',
        vmqQueues: capabilities.vmqQueues,
        vmqVlanFilter: capabilities.vmqVlanFilter,
        vmqLookaheadSplit: capabilities.vmqLookaheadSplit,
      },
      properties: {
        ...usual.adapter.properties,
        vmq: vmq.enabled,
        vmqVlanFiltering: vmq.vlanFiltering,
        vmqLookaheadSplit: vmq.lookaheadSplit,
        rssOrVmqPreference: vmq.preference === 'vmq' ? 1 : 0,
      },
      team: nic.team,
      binding: 'virtual-switch',
    },
    virtualMachine: {
      ...usual.virtualMachine,
      guest: machine.guest,
      integrationServices: machine.integrationServices,
      adapter: machine.adapter,
      network: network.kind,
      optimizations: machine.optimizations,
      vlan: machine.vlan,
      queuesTaken: 0,
    },
  };
}

/** All gates but whether a queue is left: that shows when the machine asks. */
export const asksForQueue = (...of: Parameters<typeof settingsOf>): boolean => featureState('vmq', settingsOf(...of), 'virtual machine').on;

/** What the receive filters of an adapter can do. Memory of a virtual machine is used only where the VLAN is tested too. */
export function filtersInForce({ capabilities, vmq }: Nic): { vlanFilter: boolean; split: boolean } {
  const vlanFilter = capabilities.vmqVlanFilter && vmq.vlanFiltering;
  return { vlanFilter, split: vlanFilter && capabilities.vmqLookaheadSplit && vmq.lookaheadSplit };
}
