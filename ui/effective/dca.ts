// Direct Cache Access: the copy engine hints the cache of the processor that will read the data. Everything that NetDMA needs, and its own
// hardware and switch.

import { failure, type Feature } from './gates.ts';
import { netdmaComputerGates } from './netdma.ts';
import { versionGate } from './common-gates.ts';
import { assumed, NETDMA_PROVIDER, source } from './sources.ts';

export const dca: Feature = {
  id: 'dca',
  scope: 'computer',
  gates: [
    versionGate('dca'),
    ...netdmaComputerGates,
    {
      id: 'dca-chipset',
      scope: 'computer',
      title: 'Direct Cache Access in hardware',
      requires: 'The copy engine can hint processor caches.',
      evidence: NETDMA_PROVIDER,
      fails: ({ host }) => (host.chipset.dca ? null : failure('The copy engine cannot hint processor caches.', 'host.chipset.dca', true)),
    },
    {
      id: 'dca-firmware',
      scope: 'computer',
      title: 'Direct Cache Access in the BIOS',
      requires: 'The BIOS has Direct Cache Access enabled.',
      evidence: assumed('Boards of the time have the switch in the BIOS beside that of I/OAT.'),
      fails: ({ host }) => (host.firmware.dca ? null : failure('Direct Cache Access is disabled in the BIOS.', 'host.firmware.dca', true)),
    },
    {
      id: 'dca-switch',
      scope: 'computer',
      title: 'Switch of the operating system',
      requires: 'Direct Cache Access is enabled in the operating system.',
      evidence: source('netsh interface tcp set global dca=, Windows Server 2008 R2'),
      fails: ({ host }) =>
        host.netsh.dca === 'enabled'
          ? null
          : failure('Direct Cache Access is disabled in the operating system.', 'host.netsh.dca', 'enabled'),
    },
  ],
};
