// Gates that VMQ and Virtual Machine Chimney share: the virtual network, the virtual adapter, the guest, the switch in VMM.

import { failure, type Gate } from './gates.ts';
import { guests } from './guests.ts';
import { withSetting } from './common-gates.ts';
import { assumed, SCVMM, USING_VMQ } from './sources.ts';

/** @param evidence of the chapter on the feature: it names external network and guests */
export const virtualMachineGates = (evidence: Gate['evidence']): readonly Gate[] => [
  {
    id: 'network',
    scope: 'virtual machine',
    title: 'Virtual network',
    requires: 'The virtual adapter is on an external virtual network.',
    evidence,
    fails: ({ virtualMachine: { network } }) =>
      network === 'external'
        ? null
        : failure(`The virtual network is ${network}: its packets never reach an adapter.`, 'virtualMachine.network', 'external'),
  },
  {
    id: 'synthetic',
    scope: 'virtual machine',
    title: 'Virtual adapter',
    requires: 'The virtual adapter is a synthetic one.',
    evidence: assumed('The queue belongs to the synthetic adapter over VMBus; that the emulated legacy adapter has none is not stated.'),
    fails: ({ virtualMachine }) =>
      virtualMachine.adapter === 'synthetic'
        ? null
        : failure('The virtual adapter is an emulated legacy adapter.', 'virtualMachine.adapter', 'synthetic'),
  },
  {
    id: 'guest',
    scope: 'virtual machine',
    title: 'Guest',
    requires: 'The guest operating system supports the feature.',
    evidence,
    fails: ({ virtualMachine: { guest } }) =>
      guests[guest].support === 'no'
        ? failure(`${guests[guest].label} is not a supported guest.`, 'virtualMachine.guest', 'ws2008r2')
        : null,
  },
  {
    id: 'integration-services',
    scope: 'virtual machine',
    title: 'Integration services',
    requires: 'A guest that needs integration services has them.',
    evidence,
    fails: ({ virtualMachine: { guest, integrationServices } }) =>
      guests[guest].support === 'with-integration-services' && !integrationServices
        ? failure(`${guests[guest].label} needs integration services for this.`, 'virtualMachine.integrationServices', true)
        : null,
  },
  {
    id: 'optimizations',
    scope: 'virtual machine',
    title: 'Virtual network optimizations',
    requires: 'Virtual network optimizations are enabled for the virtual adapter.',
    evidence: SCVMM,
    applies: withSetting('virtualMachine.optimizations'),
    fails: ({ virtualMachine }) =>
      virtualMachine.optimizations
        ? null
        : failure('Virtual network optimizations are not enabled for the virtual adapter.', 'virtualMachine.optimizations', true),
  },
];

export const bindingGate: Gate = {
  id: 'binding',
  scope: 'adapter',
  title: 'Binding',
  requires: 'The adapter is bound to a virtual switch.',
  evidence: USING_VMQ,
  fails: ({ adapter }) =>
    adapter.binding === 'virtual-switch'
      ? null
      : failure('The adapter is bound to TCP/IP and belongs to no virtual network.', 'adapter.binding', 'virtual-switch'),
};
