// Deployment of Virtual Machine Queue. Source: the guide's chapter on VMQ, the INF keywords for VMQ, System Center VMM 2008 R2.

import { featureState } from '../features.ts';
import { changeTo } from '../setting-paths.ts';
import { assumed, COUNTERS, VMQ_KEYWORDS, VMQ_SHARED_MEMORY } from '../sources.ts';
import { vmqRegistry } from '../vmq.ts';
import { valueChecks, vmqRegistryCheck } from './checks.ts';
import { hypervisorProcessors, lostPackets, receiveSpread, virtualAdapters } from './counters.ts';
import { done, notDone, type Plan, unknown } from './plan.ts';
import {
  bindingToSwitchStep, driverStep, hyperVSteps, optimizationsStep, teamStep, versionStep, virtualMachineSteps,
} from './shared-steps.ts'; // prettier-ignore

const newerNames = assumed('The counters and how to use them are read in lists of newer Windows versions.');

export const vmqPlan: Plan = {
  feature: 'vmq',
  steps: [
    versionStep('vmq'),
    ...hyperVSteps,
    {
      id: 'adapter',
      stage: 'requirements',
      title: 'An adapter with queues for virtual machines',
      text: 'The adapter has queues for virtual machines and MSI-X.',
      gates: ['capability', 'msi-x'],
    },
    driverStep,
    bindingToSwitchStep,
    teamStep,
    ...virtualMachineSteps,
    {
      id: 'queue',
      stage: 'requirements',
      title: 'A queue that is free',
      text: 'Queues are few: give them to the virtual machines that receive most. The others use the default queue.',
      gates: ['queue-left'],
      needs: ['capability'],
    },
    {
      id: 'property',
      stage: 'enable',
      title: 'VMQ of the adapter',
      text: 'Enable Virtual Machine Queues on the page Advanced of the adapter.',
      gates: ['property'],
      needs: ['capability'],
      does: () => [{ path: 'adapter.properties.vmq', value: true }],
    },
    {
      id: 'registry',
      stage: 'enable',
      title: 'VMQ of the management operating system',
      text: 'One registry value is for all adapters of 10 Gb/s, one for all slower ones. By default both leave VMQ off.',
      gates: ['registry'],
      does: (settings) => [changeTo(`host.registry.${vmqRegistry(settings).name}`, 1)],
    },
    {
      id: 'preference',
      stage: 'enable',
      title: 'VMQ rather than RSS',
      text: 'An adapter offers one of the two. The keyword is hidden; the adapter has to start again to read it.',
      gates: ['preference'],
      does: () => [{ path: 'adapter.properties.rssOrVmqPreference', value: 1 }],
    },
    optimizationsStep,
    {
      id: 'vlan',
      stage: 'enable',
      title: 'Filter by VLAN',
      text: 'A virtual adapter with a VLAN gets a queue only where the adapter filters by VLAN too.',
      applies: ({ virtualMachine }) => virtualMachine.vlan > 0,
      gates: ['vlan'],
      does: ({ adapter }) => [
        adapter.capabilities.vmqVlanFilter ? changeTo('adapter.properties.vmqVlanFiltering', true) : changeTo('virtualMachine.vlan', 0),
      ],
    },
    {
      id: 'split',
      stage: 'enable',
      title: 'Lookahead split',
      text: 'With lookahead split and VLAN filter the adapter writes into the memory of the virtual machine, without a copy.',
      optional: true,
      applies: ({ adapter: { capabilities } }) => capabilities.vmqLookaheadSplit && capabilities.vmqVlanFilter,
      does: () => [changeTo('adapter.properties.vmqLookaheadSplit', true), changeTo('adapter.properties.vmqVlanFiltering', true)],
      finds: ({ adapter: { properties } }) =>
        properties.vmqLookaheadSplit && properties.vmqVlanFiltering ? done : notDone('One of the two is disabled on the adapter.'),
      evidence: VMQ_SHARED_MEMORY,
    },
    {
      id: 'show',
      stage: 'verify',
      title: 'Registry and keyword',
      text: 'The value of the host and the keyword of the adapter are 1. This version has no cmdlet that shows queues.',
      finds: (settings) =>
        vmqRegistry(settings).allows && settings.adapter.properties.vmq ? done : notDone('One of the two values leaves VMQ off.'),
      checks: (settings, context) => [
        ...vmqRegistryCheck(settings),
        ...valueChecks('adapter.properties.vmq', 1, settings.host.os, context),
      ],
      evidence: VMQ_KEYWORDS,
    },
    {
      id: 'without-rss',
      stage: 'verify',
      title: 'RSS is off on this adapter',
      text: 'That is as it should be: an adapter that offers queues offers no RSS.',
      finds: (settings) => (featureState('rss', settings).on ? notDone('RSS is still on: the adapter does not offer queues.') : done),
      evidence: VMQ_KEYWORDS,
    },
    {
      id: 'queues',
      stage: 'verify',
      title: 'Queues carry frames',
      text: 'Frames of the virtual machine come by a queue of its own. No counter of this version shows queues; processors show it.',
      scope: 'virtual machine',
      finds: (_settings, { queuesInUse }) => {
        if (queuesInUse === undefined) return unknown('Let a virtual machine receive something.');
        return queuesInUse > 0 ? done : notDone('Everything came by the default queue so far.');
      },
      counters: ({ host }) => receiveSpread(host.os),
      evidence: COUNTERS,
    },
    {
      id: 'machines',
      stage: 'monitor',
      title: 'Traffic of virtual machines',
      text: 'Which virtual machines receive most, and so should have the queues.',
      scope: 'virtual machine',
      counters: () => virtualAdapters,
      evidence: newerNames,
    },
    {
      id: 'load',
      stage: 'monitor',
      title: 'Load of the real processors',
      text: 'Receive work lies on several processors, and the management operating system copies less.',
      counters: () => hypervisorProcessors,
      evidence: newerNames,
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
