// Deployment of NetDMA. Source: the guide's chapter on NetDMA, KB 951037; that I/OAT needs RSS, the Intel user guide.

import { featureState } from '../features.ts';
import { versionOf } from '../os/versions.ts';
import type { WindowsSettings } from '../settings.ts';
import { COUNTERS, USING_NETDMA } from '../sources.ts';
import { netdmaStatistics, switchCheck, switchFinding } from './checks.ts';
import { receiveCopies } from './counters.ts';
import { done, notDone, type Plan, unknown } from './plan.ts';
import { versionStep } from './shared-steps.ts';

const switchOn = (name: 'rss' | 'netdma') => (settings: WindowsSettings) => {
  const { path, on } = versionOf(settings).switches[name];
  return [{ path, value: on }];
};

export const netdmaPlan: Plan = {
  feature: 'netdma',
  steps: [
    versionStep('netdma'),
    {
      id: 'platform',
      stage: 'requirements',
      title: 'Not an Itanium',
      text: 'Editions for Itanium do not support NetDMA.',
      gates: ['platform'],
    },
    {
      id: 'chipset',
      stage: 'requirements',
      title: 'A chipset with a copy engine',
      text: 'Processor and chipset have I/O Acceleration Technology.',
      gates: ['chipset'],
    },
    {
      id: 'firmware',
      stage: 'requirements',
      title: 'Copy engine in the BIOS',
      text: 'Switch I/OAT on in the set-up of the BIOS.',
      gates: ['firmware'],
      needs: ['chipset'],
    },
    {
      id: 'choice',
      stage: 'requirements',
      title: 'NetDMA or chimney',
      text: 'The two cannot be used together: data of an offloaded connection is placed by the adapter.',
      optional: true,
      finds: (settings) =>
        featureState('chimney', settings, 'adapter').on
          ? notDone('TCP Chimney Offload is on too. Connections that it takes are lost to NetDMA.')
          : done,
      does: (settings) => {
        const { path, off } = versionOf(settings).switches.chimney;
        return [{ path, value: off }];
      },
      evidence: USING_NETDMA,
    },
    {
      id: 'os-switch',
      stage: 'enable',
      title: 'NetDMA of the operating system',
      text: 'Windows Server 2008 R2 has it in netsh; older versions have a registry value only.',
      gates: ['os-switch'],
      does: switchOn('netdma'),
    },
    {
      id: 'rss-switch',
      stage: 'enable',
      title: 'RSS of the operating system',
      text: 'The copy engine needs RSS.',
      gates: ['rss-switch'],
      does: switchOn('rss'),
    },
    {
      id: 'rss-property',
      stage: 'enable',
      title: 'RSS of the adapter',
      text: 'The copy engine needs RSS.',
      gates: ['rss-property'],
      does: () => [{ path: 'adapter.properties.rss', value: true }],
    },
    {
      id: 'show',
      stage: 'verify',
      title: 'State of the operating system',
      text: 'NetDMA is shown as enabled.',
      finds: switchFinding('netdma'),
      checks: (settings) => switchCheck('netdma', settings),
      evidence: USING_NETDMA,
    },
    {
      id: 'copies',
      stage: 'verify',
      title: 'The copy engine copies',
      text: 'Received data is moved by the copy engine.',
      finds: (_settings, { copyEngineBytes }) => {
        if (copyEngineBytes === undefined) return unknown('Let an application of the host receive something.');
        return copyEngineBytes > 0 ? done : notDone('The copy engine has moved nothing so far.');
      },
      checks: ({ host }) => (host.os === 'ws2008r2' ? [netdmaStatistics] : []),
      evidence: USING_NETDMA,
    },
    {
      id: 'load',
      stage: 'monitor',
      title: 'Processor time of receiving',
      text: 'Compare with a run without NetDMA.',
      counters: ({ host }) => receiveCopies(host.os),
      evidence: COUNTERS,
    },
  ],
};
