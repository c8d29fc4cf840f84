// Deployment of Virtual Machine Chimney. Source: the guide's chapters on Virtual Machine Chimney and on monitoring chimney.
// The commands of the guest are run inside the guest: those of the host show connections of the host only.

import { changeTo } from '../setting-paths.ts';
import { guests } from '../guests.ts';
import type { ChimneyMode, WindowsSettings } from '../settings.ts';
import { assumed, CHIMNEY_MONITORING, COUNTERS } from '../sources.ts';
import { guestGlobal, offloadStates } from './checks.ts';
import { chimneyAdapterStep, chimneyPropertyStep, found } from './chimney.ts';
import { lostPackets, offloadedData } from './counters.ts';
import { done, notDone, type Plan } from './plan.ts';
import {
  baselineStep,
  bindingToSwitchStep,
  driverStep,
  hyperVSteps,
  optimizationsStep,
  teamStep,
  versionStep,
  virtualMachineSteps,
} from './shared-steps.ts';

/** The automatic mode stays where the guest has it and the link is fast enough for it. */
function guestMode({ virtualMachine, adapter, assumptions }: WindowsSettings): ChimneyMode {
  const hasAutomatic = guests[virtualMachine.guest].chimneyModes.includes('automatic');
  const isFast = adapter.linkBps >= assumptions.chimneyAutomatic.linkBps;
  return virtualMachine.chimney === 'automatic' && hasAutomatic && isFast ? 'automatic' : 'enabled';
}

export const vmChimneyPlan: Plan = {
  feature: 'vm-chimney',
  steps: [
    versionStep('vm-chimney'),
    ...hyperVSteps,
    chimneyAdapterStep,
    driverStep,
    bindingToSwitchStep,
    teamStep,
    ...virtualMachineSteps,
    baselineStep('Run the application with chimney off in host and guest; note the load of each processor and the throughput.'),
    chimneyPropertyStep,
    optimizationsStep,
    {
      id: 'guest-switch',
      stage: 'enable',
      title: 'Chimney of the guest',
      text: 'Set the mode inside the guest. Guests and host share the room of the adapter; whoever comes first has it.',
      gates: ['guest-switch', 'guest-mode', 'automatic-link'],
      needs: ['guest'],
      does: (settings) => [changeTo('virtualMachine.chimney', guestMode(settings))],
    },
    {
      id: 'show',
      stage: 'verify',
      title: 'State of the guest',
      text: 'Inside the guest the switch is shown as enabled or automatic.',
      scope: 'virtual machine',
      finds: ({ virtualMachine }) => (virtualMachine.chimney === 'disabled' ? notDone('The output shows that it is disabled.') : done),
      checks: () => [guestGlobal],
      evidence: CHIMNEY_MONITORING,
    },
    {
      id: 'offloaded',
      stage: 'verify',
      title: 'Connections are offloaded',
      text: 'A connection of the guest is in the adapter of the host.',
      scope: 'virtual machine',
      finds: (_settings, observations) => found(observations.guestOffloadedConnections, 'from the guest'),
      checks: () => [offloadStates('guest')],
      evidence: CHIMNEY_MONITORING,
    },
    {
      id: 'data',
      stage: 'monitor',
      title: 'Data of offloaded connections',
      text: 'What goes through connections that the adapter has taken.',
      counters: () => offloadedData,
      evidence: assumed('That these counters of the host take in connections of guests is not stated.'),
    },
    {
      id: 'trouble',
      stage: 'monitor',
      title: 'Lost packets',
      text: 'Nothing is lost for want of buffers or by errors.',
      optional: true,
      counters: ({ host }) => lostPackets(host.os),
      evidence: COUNTERS,
    },
  ],
};
