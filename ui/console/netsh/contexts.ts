// Which contexts and commands the netsh of each version has. Contexts that Windows has and the emulator has not are named, so that
// abbreviations are as ambiguous as they are in Windows.

import { hasSetting } from '../../effective/common-gates.ts';
import type { OsVersion } from '../state.ts';
import { ipCommands } from './ip-offload.ts';
import { tcpChimneyTableCommands } from './tcp-chimney-tables.ts';
import { tcpGlobalCommands } from './tcp-global.ts';
import { tcpHeuristicsCommands } from './tcp-heuristics.ts';
import { tcpStatisticsCommands } from './tcp-statistics.ts';
import type { NetshContext } from './tree.ts';

const rootElsewhere: Readonly<Record<OsVersion, readonly string[]>> = {
  ws2003sp2: ['bridge', 'diag', 'firewall', 'ras', 'routing', 'rpc', 'winsock'],
  ws2008: ['advfirewall', 'bridge', 'dhcpclient', 'firewall', 'http', 'ipsec', 'lan', 'nap', 'netio', 'ras', 'rpc', 'winhttp', 'winsock'],
  ws2008r2: [
    'advfirewall',
    'branchcache',
    'bridge',
    'dhcpclient',
    'dnsclient',
    'firewall',
    'http',
    'ipsec',
    'lan',
    'nap',
    'namespace',
    'netio',
    'ras',
    'rpc',
    'trace',
    'wfp',
    'winhttp',
    'winsock',
  ],
};

const interfaceElsewhere: Readonly<Record<OsVersion, readonly string[]>> = {
  ws2003sp2: ['ipv6', 'portproxy'],
  ws2008: ['6to4', 'ipv6', 'isatap', 'portproxy', 'teredo'],
  ws2008r2: ['6to4', 'httpstunnel', 'ipv6', 'isatap', 'portproxy', 'teredo'],
};

function contexts(os: OsVersion): NetshContext {
  const ip: NetshContext = { name: 'ip', contexts: [], commands: ipCommands(os), elsewhere: [] };
  const { chimneyStatistics, netdmaStatistics } = tcpStatisticsCommands;
  const tcp: NetshContext = {
    name: 'tcp',
    contexts: [],
    commands: [
      ...tcpGlobalCommands(os),
      ...tcpHeuristicsCommands,
      ...tcpChimneyTableCommands,
      chimneyStatistics,
      ...(hasSetting(os, 'host.netsh.netdma') ? [netdmaStatistics] : []),
    ].sort((a, b) => (a.name < b.name ? -1 : 1)),
    elsewhere: [],
  };
  return {
    name: '',
    contexts: [
      {
        name: 'interface',
        contexts: os === 'ws2003sp2' ? [ip] : [ip, { ...ip, name: 'ipv4' }, tcp],
        commands: [],
        elsewhere: interfaceElsewhere[os],
      },
    ],
    commands: [],
    elsewhere: rootElsewhere[os],
  };
}

export const netshContexts: Readonly<Record<OsVersion, NetshContext>> = {
  ws2003sp2: contexts('ws2003sp2'),
  ws2008: contexts('ws2008'),
  ws2008r2: contexts('ws2008r2'),
};
