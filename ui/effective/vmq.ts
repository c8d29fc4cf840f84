// Virtual Machine Queue: a receive queue of the physical adapter for each virtual adapter that asks for one.
// Order: as a deployment goes - the computer with Hyper-V, the adapter, its properties, the registry of the host, the preference,
// then the virtual machine.

import type { Note } from '../features/rss.ts';
import { failure, type Feature, type Gate } from './gates.ts';
import { versionOf } from './os/versions.ts';
import type { WindowsSettings } from './settings.ts';
import { driverGate, hasSetting, hyperVGates, teamGate, versionGate } from './common-gates.ts';
import { assumed, INTEL_TEAMING, USING_VMQ, VMQ_CAPABILITIES, VMQ_FILTER, VMQ_KEYWORDS, VMQ_SHARED_MEMORY } from './sources.ts';
import { bindingGate, virtualMachineGates } from './virtual-machine-gates.ts';

const TEN_GIGABIT = 10e9;

/** The registry value that counts for the speed of the adapter, and whether it lets VMQ be used. */
export function vmqRegistry({ host, adapter }: WindowsSettings): { name: 'TenGigVmqEnabled' | 'BelowTenGigVmqEnabled'; allows: boolean } {
  const isFast = adapter.linkBps >= TEN_GIGABIT;
  const name = isFast ? 'TenGigVmqEnabled' : 'BelowTenGigVmqEnabled';
  const { tenGig, below } = versionOf({ host }).vmqDefault;
  const value = host.registry[name];
  return { name, allows: value === 1 || (value === 0 && (isFast ? tenGig : below)) };
}

const adapterGates: readonly Gate[] = [
  {
    id: 'capability',
    scope: 'adapter',
    title: 'VMQ in hardware',
    requires: 'The adapter has queues for virtual machines.',
    evidence: USING_VMQ,
    fails: ({ adapter }) =>
      adapter.capabilities.vmqQueues > 0
        ? null
        : failure('The adapter has no queues for virtual machines.', 'adapter.capabilities.vmqQueues', 8),
  },
  {
    id: 'msi-x',
    scope: 'adapter',
    title: 'MSI-X',
    requires: 'The adapter has MSI-X.',
    evidence: VMQ_CAPABILITIES,
    fails: ({ adapter }) =>
      adapter.capabilities.msiX ? null : failure('The adapter has no MSI-X, which VMQ needs.', 'adapter.capabilities.msiX', true),
  },
  driverGate('vmq'),
  bindingGate,
  teamGate('vmq', INTEL_TEAMING),
  {
    id: 'property',
    scope: 'adapter',
    title: 'VMQ of the adapter',
    requires: 'Virtual machine queues are enabled in the properties of the adapter.',
    evidence: VMQ_KEYWORDS,
    fails: ({ adapter }) =>
      adapter.properties.vmq ? null : failure('Virtual machine queues are disabled on the adapter.', 'adapter.properties.vmq', true),
  },
  {
    id: 'registry',
    scope: 'adapter',
    title: 'VMQ of the host',
    requires: 'The host allows VMQ on adapters of this speed.',
    evidence: ({ adapter }) =>
      adapter.linkBps > TEN_GIGABIT ? assumed('An adapter faster than 10 Gb/s is taken to count as one of 10 Gb/s.') : VMQ_KEYWORDS,
    fails: (settings) => {
      const { name, allows } = vmqRegistry(settings);
      const value = settings.host.registry[name];
      return allows
        ? null
        : failure(
            `${name} is ${value}${value === 0 ? ', the default of the system, which is disabled here' : ': explicitly disabled'}.`,
            `host.registry.${name}`,
            1,
          );
    },
  },
  {
    id: 'preference',
    scope: 'adapter',
    title: 'RSS or VMQ',
    requires: 'The adapter offers virtual machine queues rather than RSS.',
    evidence: VMQ_KEYWORDS,
    fails: ({ adapter }) =>
      adapter.properties.rssOrVmqPreference === 1
        ? null
        : failure('The adapter is set to offer RSS, and then offers no queues.', 'adapter.properties.rssOrVmqPreference', 1),
  },
];

const queueGates: readonly Gate[] = [
  {
    id: 'vlan',
    scope: 'virtual machine',
    title: 'VLAN filter',
    requires: 'The virtual adapter has no VLAN, or the physical one filters by VLAN.',
    evidence: VMQ_FILTER,
    fails: ({ adapter: { capabilities, properties }, virtualMachine: { vlan } }) => {
      if (vlan === 0) return null;
      const sentence = `Frames of VLAN ${vlan} must not be indicated on a queue that filters by MAC address only.`;
      if (!capabilities.vmqVlanFilter) return failure(`${sentence} The adapter cannot filter by VLAN.`, 'virtualMachine.vlan', 0);
      if (!properties.vmqVlanFiltering)
        return failure(`${sentence} VMQ VLAN Filtering is disabled.`, 'adapter.properties.vmqVlanFiltering', true);
      return null;
    },
  },
  {
    id: 'queue-left',
    scope: 'virtual machine',
    title: 'A queue that is free',
    requires: 'The adapter has a queue left.',
    evidence: USING_VMQ,
    fails: ({ adapter: { capabilities }, virtualMachine: { queuesTaken } }) =>
      queuesTaken < capabilities.vmqQueues
        ? null
        : failure(
            `All ${capabilities.vmqQueues} queues are taken; the virtual adapter uses the default queue.`,
            'virtualMachine.queuesTaken',
            capabilities.vmqQueues - 1,
          ),
  },
];

function notes({ host, adapter: { capabilities, properties, offloadedConnections } }: WindowsSettings): Note[] {
  const found: Note[] = [];
  const canSplit = capabilities.vmqLookaheadSplit && capabilities.vmqVlanFilter && properties.vmqVlanFiltering;
  if (hasSetting(host.os, 'adapter.properties.vmqLookaheadSplit') && !(canSplit && properties.vmqLookaheadSplit))
    found.push({
      path: 'adapter.properties.vmqLookaheadSplit',
      message:
        'Without lookahead split and VLAN filter, buffers lie in the memory of the host and frames are copied to the virtual machine.',
      evidence: VMQ_SHARED_MEMORY,
    });
  if (offloadedConnections > 0)
    found.push({
      path: 'adapter.offloadedConnections',
      message: 'Offloaded connections of virtual machines do not pass the queues: the adapter keeps both.',
      evidence: assumed('Whether one virtual adapter can have a queue and offloaded connections is not documented.'),
    });
  return found;
}

export const vmq: Feature = {
  id: 'vmq',
  scope: 'virtual machine',
  gates: [versionGate('vmq'), ...hyperVGates, ...adapterGates, ...virtualMachineGates(USING_VMQ), ...queueGates],
  notes,
};
