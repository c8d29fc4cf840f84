// Virtual Machine Chimney: connections of a guest in the physical adapter. The guest's own netsh sets the mode; host and guests share
// the room of the adapter, first come, first served.
// Leaves out: roles, policies and filters inside the guest, but for a policy that covers the connection.

import { chimneyCapabilityGate, chimneyDriverGate, chimneyPropertyGate, chimneyTeamGate } from './chimney-adapter.ts';
import { automaticLinkGate, connectionGates, type ConnectionOwner } from './chimney-connection.ts';
import { offloadNotes } from './chimney.ts';
import { failure, type Feature, type Gate } from './gates.ts';
import { guests } from './guests.ts';
import { changeTo } from './setting-paths.ts';
import { hyperVGates, versionGate } from './common-gates.ts';
import { CHIMNEY_MONITORING, USING_VM_CHIMNEY } from './sources.ts';
import { bindingGate, virtualMachineGates } from './virtual-machine-gates.ts';

export const guestConnections: ConnectionOwner = {
  mode: ({ virtualMachine }) => virtualMachine.chimney,
  enable: () => changeTo('virtualMachine.chimney', 'enabled'),
  hasIpsecPolicy: ({ connection }) => connection.ipsec,
  firewallUploads: ({ virtualMachine: { guest } }) => guests[guest].firewallUploads,
};

const guestGates: readonly Gate[] = [
  {
    id: 'guest-switch',
    scope: 'virtual machine',
    title: 'Switch of the guest',
    requires: 'TCP Chimney Offload is enabled in the guest.',
    evidence: USING_VM_CHIMNEY,
    fails: ({ virtualMachine }) =>
      virtualMachine.chimney === 'disabled'
        ? failure('TCP Chimney Offload is disabled in the guest.', 'virtualMachine.chimney', 'enabled')
        : null,
  },
  {
    id: 'guest-mode',
    scope: 'virtual machine',
    title: 'Mode of the guest',
    requires: 'The guest has the mode that chimney is set to.',
    evidence: CHIMNEY_MONITORING,
    fails: ({ virtualMachine: { guest, chimney } }) =>
      guests[guest].chimneyModes.includes(chimney)
        ? null
        : failure(`${guests[guest].label} does not have the ${chimney} mode.`, 'virtualMachine.chimney', 'enabled'),
  },
];

export const vmChimney: Feature = {
  id: 'vm-chimney',
  scope: 'virtual machine',
  gates: [
    versionGate('vm-chimney'),
    ...hyperVGates,
    chimneyCapabilityGate,
    chimneyDriverGate,
    bindingGate,
    chimneyPropertyGate,
    chimneyTeamGate,
    automaticLinkGate(guestConnections),
    ...virtualMachineGates(USING_VM_CHIMNEY),
    ...guestGates,
    ...connectionGates(guestConnections),
  ],
  notes: offloadNotes,
};
