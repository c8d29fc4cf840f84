// Virtual networks and virtual machines of a host with the Hyper-V role.

import type { VIRTUAL_ADAPTERS, VIRTUAL_NETWORKS } from '../effective/settings.ts';
import { GUEST_IDS, type GuestId } from '../effective/settings.ts';
import { assumed, choice, group, list, number, source, text, toggle } from './fields.ts';
import { addressesField, macField, nameField } from './schema-nic.ts';
import { tcpField } from './schema-tcp.ts';

const usingVmq = source('Microsoft, Using Virtual Machine Queue (gg162704)');
const guestLabels: Readonly<Record<GuestId, string>> = {
  ws2008r2: 'Windows Server 2008 R2',
  win7: 'Windows 7',
  ws2008: 'Windows Server 2008',
  vista: 'Windows Vista',
  older: 'An older version of Windows',
};

export const virtualNetworkField = group({
  label: 'Virtual network',
  help: 'A virtual switch.',
  fields: {
    name: nameField('Name', 'Name of the virtual network, unique within the host.'),
    kind: choice({
      label: 'Connection',
      help: 'External: to a network adapter. Internal: host and virtual machines. Private: virtual machines only.',
      choices: { external: 'External', internal: 'Internal', private: 'Private' } satisfies Record<
        (typeof VIRTUAL_NETWORKS)[number],
        string
      >,
      default: 'external',
      evidence: source('Hyper-V, Virtual Network Manager of Windows Server 2008 R2'),
    }),
    adapter: text({ label: 'Network adapter', help: 'Adapter of an external network, by its name.', maxLength: 31, derived: 'none' }),
    management: toggle({
      label: 'Shared with the management operating system',
      help: 'The management operating system uses the network too.',
      default: true,
      evidence: source('Hyper-V, Virtual Network Manager of Windows Server 2008 R2'),
    }),
  },
});

export const virtualMachineField = group({
  label: 'Virtual machine',
  help: 'A guest with one virtual network adapter.',
  fields: {
    name: nameField('Name', 'Name of the virtual machine, unique among hosts, switches and virtual machines.'),
    guest: choice({
      label: 'Guest operating system',
      help: 'What runs in the virtual machine.',
      choices: Object.fromEntries(GUEST_IDS.map((id) => [id, guestLabels[id]])) as Readonly<Record<GuestId, string>>,
      default: 'ws2008r2',
      evidence: usingVmq,
    }),
    integrationServices: toggle({ label: 'Integration services', help: 'Installed in the guest.', default: true, evidence: usingVmq }),
    processors: number({
      label: 'Virtual processors',
      unit: 'processors',
      min: 1,
      max: 4,
      help: 'Of the virtual machine.',
      default: 1,
      evidence: source('Hyper-V in Windows Server 2008 R2: up to four virtual processors'),
    }),
    affinity: list({
      label: 'Logical processors',
      help: 'Where its virtual processors run, in their order.',
      item: number({ label: 'Processor', unit: '', min: 0, max: 63, help: 'Logical processor.', evidence: assumed('Set here.') }),
      min: 1,
      max: 4,
      derived: 'dealt over the processors of the host in turn',
      evidence: assumed('The hypervisor’s scheduler is not documented; processors are dealt in turn, by virtual machine.'),
    }),
    network: text({ label: 'Virtual network', help: 'Which virtual network it is connected to, by name.', maxLength: 31 }),
    adapter: choice({
      label: 'Virtual network adapter',
      help: 'Synthetic: over VMBus, with integration services. Legacy: an emulated device.',
      choices: { synthetic: 'Synthetic', legacy: 'Legacy' } satisfies Record<(typeof VIRTUAL_ADAPTERS)[number], string>,
      default: 'synthetic',
      evidence: source('Hyper-V, settings of virtual machines'),
    }),
    mac: macField,
    addresses: addressesField,
    vlan: number({
      label: 'VLAN',
      unit: '',
      min: 0,
      max: 4094,
      help: 'Access VLAN of the virtual adapter; 0: untagged.',
      default: 0,
      evidence: source('IEEE 802.1Q'),
    }),
    optimizations: toggle({
      label: 'Virtual network optimizations',
      help: 'System Center VMM 2008 R2: asks for a virtual machine queue and for chimney.',
      default: false,
      evidence: source('System Center VMM 2008 R2: Enable virtual network optimizations'),
    }),
    chimney: choice({
      label: 'Chimney offload of the guest',
      help: 'netsh interface tcp set global chimney=, inside the guest.',
      choices: { disabled: 'Disabled', enabled: 'Enabled', automatic: 'Automatic' },
      derived: 'as the guest is installed',
      evidence: source('Microsoft, Using Virtual Machine Chimney (gg162677)'),
    }),
    tcp: tcpField,
  },
});

export const virtualNetworksField = list({
  label: 'Virtual networks',
  help: 'Virtual switches of the Hyper-V role.',
  item: virtualNetworkField,
  min: 0,
  max: 8,
});
export const virtualMachinesField = list({
  label: 'Virtual machines',
  help: 'Guests of the Hyper-V role.',
  item: virtualMachineField,
  min: 0,
  max: 64,
});
