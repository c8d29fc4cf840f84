// netstat -s and -e. Layouts: outputs of netstat.

import type { FamilyStatistics, IcmpStatistics, InOut, InterfaceStatistics, IpStatistics, OsVersion, Statistics } from '../state.ts';
import type { NetstatProtocol } from './options.ts';

type Family = 'IPv4' | 'IPv6';

const ipRows: readonly (readonly [keyof IpStatistics, string])[] = [
  ['inReceives', 'Packets Received'],
  ['inHeaderErrors', 'Received Header Errors'],
  ['inAddressErrors', 'Received Address Errors'],
  ['forwarded', 'Datagrams Forwarded'],
  ['inUnknownProtocols', 'Unknown Protocols Received'],
  ['inDiscards', 'Received Packets Discarded'],
  ['inDelivers', 'Received Packets Delivered'],
  ['outRequests', 'Output Requests'],
  ['routingDiscards', 'Routing Discards'],
  ['outDiscards', 'Discarded Output Packets'],
  ['outNoRoutes', 'Output Packet No Route'],
  ['reassemblyRequired', 'Reassembly Required'],
  ['reassembled', 'Reassembly Successful'],
  ['reassemblyFailures', 'Reassembly Failures'],
  ['fragmented', 'Datagrams Successfully Fragmented'],
  ['fragmentFailures', 'Datagrams Failing Fragmentation'],
  ['fragmentsCreated', 'Fragments Created'],
];

const ipLines = ({ ip }: FamilyStatistics, family: Family) => [
  '',
  `${family} Statistics`,
  '',
  ...ipRows.map(([name, label]) => `  ${label.padEnd(34)} = ${ip[name]}`),
];

const icmpRows: readonly (readonly [keyof IcmpStatistics, string])[] = [
  ['messages', 'Messages'],
  ['errors', 'Errors'],
  ['destinationUnreachable', 'Destination Unreachable'],
  ['echos', 'Echos'],
  ['echoReplies', 'Echo Replies'],
];

/** Messages that no emulated host sends are left out of the table: rows of it are counts, never made up. */
function icmpLines({ icmp }: FamilyStatistics, family: Family, os: OsVersion): readonly string[] {
  const rows = os === 'ws2003sp2' ? icmpRows : [...icmpRows.slice(0, 3), icmpRows[4]!, icmpRows[3]!];
  return [
    '',
    `ICMPv${family.slice(-1)} Statistics`,
    '',
    `${' '.repeat(28)}Received    Sent`,
    ...rows.map(
      ([name, label]) => `  ${label.padEnd(24)}  ${String(icmp[name].received).padEnd(10)}  ${String(icmp[name].sent).padEnd(10)}`,
    ),
  ];
}

const tcpLines = ({ tcp }: FamilyStatistics, family: Family) => [
  '',
  `TCP Statistics for ${family}`,
  '',
  `  Active Opens                        = ${tcp.activeOpens}`,
  `  Passive Opens                       = ${tcp.passiveOpens}`,
  `  Failed Connection Attempts          = ${tcp.attemptFails}`,
  `  Reset Connections                   = ${tcp.establishedResets}`,
  `  Current Connections                 = ${tcp.currentlyEstablished}`,
  `  Segments Received                   = ${tcp.segmentsIn}`,
  `  Segments Sent                       = ${tcp.segmentsOut}`,
  `  Segments Retransmitted              = ${tcp.segmentsRetransmitted}`,
];

const udpLines = ({ udp }: FamilyStatistics, family: Family) => [
  '',
  `UDP Statistics for ${family}`,
  '',
  `  Datagrams Received    = ${udp.datagramsIn}`,
  `  No Ports              = ${udp.noPorts}`,
  `  Receive Errors        = ${udp.inErrors}`,
  `  Datagrams Sent        = ${udp.datagramsOut}`,
];

export function protocolLines({ ipv4, ipv6 }: Statistics, protocol: NetstatProtocol | null, os: OsVersion): readonly string[] {
  const blocks: readonly (readonly [NetstatProtocol, () => readonly string[]])[] = [
    ['ip', () => ipLines(ipv4, 'IPv4')],
    ['ipv6', () => (ipv6 ? ipLines(ipv6, 'IPv6') : [])],
    ['icmp', () => icmpLines(ipv4, 'IPv4', os)],
    ['icmpv6', () => (ipv6 ? icmpLines(ipv6, 'IPv6', os) : [])],
    ['tcp', () => tcpLines(ipv4, 'IPv4')],
    ['tcpv6', () => (ipv6 ? tcpLines(ipv6, 'IPv6') : [])],
    ['udp', () => udpLines(ipv4, 'IPv4')],
    ['udpv6', () => (ipv6 ? udpLines(ipv6, 'IPv6') : [])],
  ];
  return blocks.filter(([name]) => protocol === null || name === protocol).flatMap(([, lines]) => lines());
}

const pairText = (label: string, { received, sent }: InOut) =>
  `${label.padEnd(20)}${String(received).padStart(15)}${String(sent).padStart(16)}`;

export const interfaceLines = (counts: InterfaceStatistics): readonly string[] => [
  'Interface Statistics',
  '',
  '                           Received            Sent',
  '',
  pairText('Bytes', counts.bytes),
  pairText('Unicast packets', counts.unicastPackets),
  pairText('Non-unicast packets', counts.otherPackets),
  pairText('Discards', counts.discards),
  pairText('Errors', counts.errors),
  `${'Unknown protocols'.padEnd(20)}${String(counts.unknownProtocols).padStart(15)}`,
];
