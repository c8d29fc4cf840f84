// Two hosts of each version that differ in whatever scripts can set, and all scripts between them as one text.

import { hostSettingsList } from '../../ui/scripts/differences.ts';
import { writeScripts } from '../../ui/scripts/scripts.ts';

export const goldenVersions = ['ws2003sp2', 'ws2008', 'ws2008r2'] as const;
export type GoldenVersion = (typeof goldenVersions)[number];

const from = (os: GoldenVersion) => ({
  name: 'files7',
  os,
  windows: {
    registry: { EnableTCPA: 0, RssBaseCpu: 1 },
    chimneyPorts: [{ localPort: 80 }, { remotePort: 3260 }],
  },
  nics: [{ name: 'lan', speed: '10 Gb/s', capabilities: { vmqQueues: 16 } }],
});

const to = (os: GoldenVersion) => ({
  ...from(os),
  tcp: { autoTuning: 'restricted', ecn: true },
  windows: {
    updates: ['SP1'],
    netsh: { rss: 'disabled', chimney: 'enabled', netdma: 'enabled', dca: 'enabled', taskOffload: 'disabled', windowScaling: 'disabled' },
    registry: { EnableRSS: 0, DisableTaskOffload: 1, MaxNumRssCpus: 8, TenGigVmqEnabled: 1 },
    chimneyPorts: [{ localPort: 80 }, { state: 'disabled', localPort: 445 }],
    chimneyApplications: [{ application: 'C:\\Program Files\\backup.exe' }],
    roles: { hyperV: true },
  },
  nics: [
    {
      ...from(os).nics[0]!,
      mtu: 9000,
      checksumOffload: false,
      moderation: { mode: 'off' },
      rss: { maxProcessors: 8, numaNode: 1 },
      connectionOffload: { ipv4: true },
      vmq: { vlanFiltering: false, lookaheadSplit: false, preference: 'vmq' },
    },
  ],
});

export const goldenPath = (os: GoldenVersion): string => `test/scripts/golden/${os}.txt`;

export function goldenText(os: GoldenVersion): string {
  const adapters = [{ name: 'Ethernet 3', device: 'eth0', subkey: '0007' }];
  return writeScripts(hostSettingsList(from(os)), hostSettingsList(to(os)), adapters)
    .map(({ tool, apply, undo }) => `==== ${tool}\n${apply}\n==== ${tool}, undo\n${undo}`)
    .join('\n')
    .replaceAll('\r\n', '\n');
}
