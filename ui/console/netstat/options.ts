// Options of netstat: letters with "-" or "/", joined or apart. Anything else prints the help, as netstat does.

import type { OsVersion } from '../state.ts';

const protocols = ['tcp', 'tcpv6', 'udp', 'udpv6', 'ip', 'ipv6', 'icmp', 'icmpv6'] as const;
export type NetstatProtocol = (typeof protocols)[number];

export interface NetstatOptions {
  readonly letters: ReadonlySet<string>;
  readonly protocol: NetstatProtocol | null;
  readonly intervalSeconds: number | null;
}

export const netstatLetters = (os: OsVersion): string => (os === 'ws2003sp2' ? 'abenorstv' : 'abefnorstv');

/** null: netstat prints its help. */
export function readNetstatOptions(words: readonly string[], os: OsVersion): NetstatOptions | null {
  const letters = new Set<string>();
  let protocol: NetstatProtocol | null = null;
  let intervalSeconds: number | null = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!.toLowerCase();
    if (/^\d{1,6}$/.test(word) && Number(word) > 0) {
      intervalSeconds = Number(word);
      continue;
    }
    if (!/^[-/]./.test(word)) return null;
    if (word.slice(1) === 'p') {
      const named = protocols.find((candidate) => candidate === words[at + 1]?.toLowerCase());
      if (!named) return null;
      protocol = named;
      at++;
      continue;
    }
    for (const letter of word.slice(1)) {
      if (!netstatLetters(os).includes(letter)) return null;
      letters.add(letter);
    }
  }
  return { letters, protocol, intervalSeconds };
}

const head = ['', 'Displays protocol statistics and current TCP/IP network connections.', ''];

const rows = [
  '  -a            Displays all connections and listening ports.',
  '  -b            Displays the executable involved in creating each connection or',
  '                listening port. In some cases well-known executables host',
  '                multiple independent components, and in these cases the',
  '                sequence of components involved in creating the connection',
  '                or listening port is displayed. In this case the executable',
  '                name is in [] at the bottom, on top is the component it called,',
  '                and so forth until TCP/IP was reached. Note that this option',
  '                can be time-consuming and will fail unless you have sufficient',
  '                permissions.',
  '  -e            Displays Ethernet statistics. This may be combined with the -s',
  '                option.',
  '  -n            Displays addresses and port numbers in numerical form.',
  '  -o            Displays the owning process ID associated with each connection.',
  '  -p proto      Shows connections for the protocol specified by proto; proto',
  '                may be any of: TCP, UDP, TCPv6, or UDPv6.  If used with the -s',
  '                option to display per-protocol statistics, proto may be any of:',
  '                IP, IPv6, ICMP, ICMPv6, TCP, TCPv6, UDP, or UDPv6.',
  '  -r            Displays the routing table.',
  '  -s            Displays per-protocol statistics.  By default, statistics are',
  '                shown for IP, IPv6, ICMP, ICMPv6, TCP, TCPv6, UDP, and UDPv6;',
  '                the -p option may be used to specify a subset of the default.',
  '  -t            Displays the current connection offload state.',
  '  -v            When used in conjunction with -b, will display sequence of',
  '                components involved in creating the connection or listening',
  '                port for all executables.',
  '  interval      Redisplays selected statistics, pausing interval seconds',
  '                between each display.  Press CTRL+C to stop redisplaying',
  '                statistics.  If omitted, netstat will print the current',
  '                configuration information once.',
  '',
];

const domainNames = ['  -f            Displays Fully Qualified Domain Names (FQDN) for foreign', '                addresses.'];

/** Message table of Server 2003 SP2 (build 5.2.3790.3959); with -f, without -v from Server 2008 on. */
export function netstatHelp(os: OsVersion): readonly string[] {
  if (os === 'ws2003sp2') return [...head, 'NETSTAT [-a] [-b] [-e] [-n] [-o] [-p proto] [-r] [-s] [-t] [-v] [interval]', '', ...rows];
  const withNames = rows.flatMap((row) => (row.startsWith('  -n ') ? [...domainNames, row] : [row]));
  const start = withNames.findIndex((row) => row.startsWith('  -v '));
  return [
    ...head,
    'NETSTAT [-a] [-b] [-e] [-f] [-n] [-o] [-p proto] [-r] [-s] [-t] [interval]',
    '',
    ...withNames.slice(0, start),
    ...withNames.slice(start + 3),
  ];
}
