// NetDMA: a copy engine of the chipset moves received data into the buffers of applications. A matter of the computer, not of the adapter,
// but for RSS of the adapter and for connections that the adapter has taken.

import { chimney } from './chimney.ts';
import { evaluateFeature, failure, type Feature, type Gate } from './gates.ts';
import { versionOf } from './os/versions.ts';
import { switchGate, switchMode, versionGate } from './common-gates.ts';
import { assumed, INTEL, USING_NETDMA } from './sources.ts';

/** What the copy engine needs; Direct Cache Access needs it as well. */
export const netdmaComputerGates: readonly Gate[] = [
  {
    id: 'platform',
    scope: 'computer',
    title: 'Platform',
    requires: 'The computer is not an Itanium.',
    evidence: USING_NETDMA,
    fails: ({ host }) =>
      host.platform === 'itanium' ? failure('Editions for Itanium do not support NetDMA.', 'host.platform', 'x64') : null,
  },
  {
    id: 'chipset',
    scope: 'computer',
    title: 'Chipset',
    requires: 'The chipset has a copy engine (I/OAT).',
    evidence: USING_NETDMA,
    fails: ({ host }) => (host.chipset.ioat ? null : failure('The chipset has no copy engine.', 'host.chipset.ioat', true)),
  },
  {
    id: 'firmware',
    scope: 'computer',
    title: 'BIOS',
    requires: 'The BIOS has the copy engine enabled.',
    evidence: USING_NETDMA,
    fails: ({ host }) => (host.firmware.ioat ? null : failure('The copy engine is disabled in the BIOS.', 'host.firmware.ioat', true)),
  },
  switchGate('netdma'),
  {
    id: 'rss-switch',
    scope: 'computer',
    title: 'RSS of the operating system',
    requires: 'RSS is enabled in the operating system; I/OAT needs it.',
    evidence: INTEL,
    fails: (settings) => {
      const { path, on } = versionOf(settings).switches.rss;
      return switchMode(settings, 'rss') === 'disabled'
        ? { sentence: 'RSS is disabled in the operating system, and I/OAT needs it.', change: { path, value: on } }
        : null;
    },
  },
];

/** How an offloaded connection is taken out of the adapter: chimney off. */
const notOffloaded: Gate = {
  id: 'chimney',
  scope: 'connection',
  title: 'TCP Chimney Offload',
  requires: 'The connection is not offloaded to the adapter.',
  evidence: assumed('NetDMA and chimney cannot be used together; that this is meant for each connection is a reading.'),
  fails: (settings) => {
    if (!evaluateFeature(chimney, settings, 'connection').on) return null;
    const { path, off } = versionOf(settings).switches.chimney;
    return { sentence: 'The adapter has taken the connection and places its data itself.', change: { path, value: off } };
  },
};

export const netdma: Feature = {
  id: 'netdma',
  scope: 'adapter',
  gates: [
    versionGate('netdma'),
    ...netdmaComputerGates,
    {
      id: 'rss-property',
      scope: 'adapter',
      title: 'RSS of the adapter',
      requires: 'RSS is enabled in the properties of the adapter; I/OAT needs it.',
      evidence: INTEL,
      fails: ({ adapter }) =>
        adapter.properties.rss ? null : failure('RSS is disabled on the adapter, and I/OAT needs it.', 'adapter.properties.rss', true),
    },
    notOffloaded,
  ],
};
