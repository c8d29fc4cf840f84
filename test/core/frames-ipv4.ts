// IPv4 frames and what RFC 791 and the RSS hashing types say about them.

import {
  authentication,
  esp,
  ethernet,
  filler,
  fromHex,
  gre,
  icmp,
  ipv4,
  ipv6,
  sctp,
  synOptions,
  tcp,
  udp,
  vxlan,
} from '../build/frame.ts';
import { addresses4, notHashed, row, tcp4, type Row } from './frame-row.ts';

const router = fromHex('94040000');
const ports53 = { ports: [40000, 53] as [number, number] };

export const ipv4Rows: Row[] = [
  row('TCP', [ethernet(), ipv4(), tcp()], { ...tcp4, l3Offset: 14, ethertype: 0x0800, tcpFlags: 0x10 }),
  row('TCP SYN with options', [ethernet(), ipv4(), tcp({ flags: 'S', options: synOptions() })], { ...tcp4, tcpFlags: 2 }),
  row('TCP padded to 60 bytes', [ethernet({ pad: 60 }), ipv4(), tcp()], tcp4),
  row('UDP', [ethernet(), ipv4(), udp(), filler(20)], { ...addresses4(17, 'UdpAddresses', 'Ports'), ...ports53 }),
  row('ICMP', [ethernet(), ipv4(), icmp()], addresses4(1, 'NotTcp')),
  row('SCTP: ports are known but not hashed', [ethernet(), ipv4(), sctp()], { ...addresses4(132, 'NotTcp', 'Ports'), ports: [5000, 2905] }),
  row('GRE: the inner header does not count', [ethernet(), ipv4(), gre(), ipv4({ src: '203.0.113.9' }), tcp()], addresses4(47, 'NotTcp')),
  row('IPv4 in IPv4', [ethernet(), ipv4(), ipv4({ src: '203.0.113.9' }), tcp()], addresses4(4, 'NotTcp')),
  row('IPv6 in IPv4', [ethernet(), ipv4(), ipv6(), tcp()], addresses4(41, 'NotTcp')),
  row('VXLAN is UDP', [ethernet(), ipv4(), udp({ dport: 4789 }), vxlan({ vni: 7 }), ethernet(), ipv4(), tcp()], {
    ...addresses4(17, 'UdpAddresses', 'Ports'),
    ports: [40000, 4789],
  }),
  row('ESP ends the walk', [ethernet(), ipv4(), esp(), filler(24)], addresses4(50, 'NotTcp')),
  row('AH ends the walk in IPv4', [ethernet(), ipv4(), authentication(), tcp()], addresses4(51, 'NotTcp')),
  row('options of 4 bytes are skipped', [ethernet(), ipv4({ options: router }), tcp()], { ...tcp4, traits: ['Ports', 'Options'] }),
  row('options of 40 bytes are skipped', [ethernet(), ipv4({ options: new Uint8Array(40).fill(1) }), tcp()], {
    ...tcp4,
    traits: ['Ports', 'Options'],
  }),

  row(
    'first fragment, TCP header present',
    [ethernet(), ipv4({ moreFragments: true }), tcp(), filler(12)],
    addresses4(6, 'Fragment', 'Fragment'),
  ),
  row(
    'middle fragment',
    [ethernet(), ipv4({ moreFragments: true, offset: 1480, protocol: 6 }), filler(64)],
    addresses4(6, 'Fragment', 'Fragment'),
  ),
  row('last fragment', [ethernet(), ipv4({ offset: 2960, protocol: 17 }), filler(64)], addresses4(17, 'Fragment', 'Fragment')),
  row(
    'fragment with options',
    [ethernet(), ipv4({ offset: 8, protocol: 17, options: router }), filler(64)],
    addresses4(17, 'Fragment', 'Fragment', 'Options'),
  ),
  row('do not fragment is no fragment', [ethernet(), ipv4({ dontFragment: true }), tcp()], tcp4),
  row('the reserved flag is no fragment', [ethernet(), ipv4(), tcp()], tcp4, { patch: [20, 0x80] }),
  row('highest fragment offset', [ethernet(), ipv4({ offset: 65528, protocol: 6 }), filler(24)], addresses4(6, 'Fragment', 'Fragment')),

  row('total length 0: segmentation offload', [ethernet(), ipv4({ totalLength: 0 }), tcp(), filler(40000)], {
    ...tcp4,
    traits: ['Ports', 'Super'],
  }),
  row('total length above the frame', [ethernet(), ipv4({ totalLength: 9000 }), tcp()], { ...tcp4, traits: ['Ports', 'Super'] }),
  row('total length one above the frame', [ethernet(), ipv4({ totalLength: 41 }), tcp()], { ...tcp4, traits: ['Ports', 'Super'] }),
  row('total length above the captured bytes only', [ethernet(), ipv4(), tcp(), filler(1000)], tcp4, { cut: 96 }),
  row('total length ends before the ports', [ethernet({ pad: 60 }), ipv4({ totalLength: 22 }), tcp()], {
    ...addresses4(6, 'PortsCut'),
    open: ['Truncated', 'Malformed'],
  }),
  row('total length one byte short of the ports', [ethernet({ pad: 60 }), ipv4({ totalLength: 23 }), tcp()], {
    ...addresses4(6, 'PortsCut'),
    open: ['Truncated', 'Malformed'],
  }),
  row('total length ends right after the ports', [ethernet({ pad: 60 }), ipv4({ totalLength: 24 }), tcp()], { ...tcp4, tcpFlags: 0 }),
  row('header alone', [ethernet({ pad: 60 }), ipv4({ protocol: 6 })], { ...addresses4(6, 'PortsCut'), open: ['Truncated', 'Malformed'] }),
  row('total length below the header', [ethernet(), ipv4({ totalLength: 19 }), tcp()], notHashed('IPv4', 'Malformed', 'Malformed')),
  row(
    'total length below a header with options',
    [ethernet(), ipv4({ totalLength: 20, options: router }), tcp()],
    notHashed('IPv4', 'Malformed', 'Malformed'),
  ),
  row('header length 4 words', [ethernet(), ipv4({ headerWords: 4 }), tcp()], notHashed('IPv4', 'Malformed', 'Malformed')),
  row('header length 0', [ethernet(), ipv4({ headerWords: 0 }), tcp()], notHashed('IPv4', 'Malformed', 'Malformed')),
  row('header length above the total length', [ethernet(), ipv4({ headerWords: 15 }), tcp()], notHashed('IPv4', 'Malformed', 'Malformed')),
  row('header length above the frame, total length 0', [ethernet(), ipv4({ headerWords: 15, totalLength: 0 }), tcp()], {
    ...notHashed('IPv4', 'Malformed', 'Malformed'),
    open: ['Super'],
  }),
  row('version 6 under EtherType 0x0800', [ethernet(), ipv4({ version: 6 }), tcp()], notHashed('IPv4', 'Malformed', 'Malformed')),
  row('version 0 under EtherType 0x0800', [ethernet(), ipv4({ version: 0 }), tcp()], notHashed('IPv4', 'Malformed', 'Malformed')),
  row(
    '19 bytes on the wire after EtherType 0x0800',
    [ethernet({ type: 0x0800 }), ipv4(), tcp()],
    notHashed('IPv4', 'Malformed', 'Malformed'),
    { cut: 33, wire: 33 },
  ),

  row('snap length before the IP header', [ethernet(), ipv4(), tcp()], notHashed('IPv4', 'Malformed', 'Malformed', 'Truncated'), {
    cut: 14,
  }),
  row('snap length inside the IP header', [ethernet(), ipv4(), tcp()], notHashed('IPv4', 'Malformed', 'Malformed', 'Truncated'), {
    cut: 33,
  }),
  row(
    'snap length inside the options',
    [ethernet(), ipv4({ options: router }), tcp()],
    notHashed('IPv4', 'Malformed', 'Malformed', 'Truncated'),
    { cut: 36 },
  ),
  row('snap length right after the IP header', [ethernet(), ipv4(), tcp()], addresses4(6, 'PortsCut', 'Truncated'), { cut: 34 }),
  row('snap length one byte short of the ports', [ethernet(), ipv4(), tcp()], addresses4(6, 'PortsCut', 'Truncated'), { cut: 37 }),
  row('snap length right after the ports', [ethernet(), ipv4(), tcp()], { ...tcp4, tcpFlags: 0 }, { cut: 38 }),
  row('snap length before the TCP flags', [ethernet(), ipv4(), tcp()], { ...tcp4, tcpFlags: 0 }, { cut: 47 }),
  row('snap length right after the TCP flags', [ethernet(), ipv4(), tcp()], { ...tcp4, tcpFlags: 0x10 }, { cut: 48 }),
  row('UDP ports cut: still for the era', [ethernet(), ipv4(), udp()], addresses4(17, 'UdpAddresses', 'Truncated'), { cut: 36 }),
  row('SCTP ports cut: not hashed anyway', [ethernet(), ipv4(), sctp()], addresses4(132, 'NotTcp', 'Truncated'), { cut: 36 }),
  row('ICMP cut: nothing is missed', [ethernet(), ipv4(), icmp()], { ...addresses4(1, 'NotTcp'), open: ['Truncated'] }, { cut: 35 }),
  row(
    'fragment cut: nothing is missed',
    [ethernet(), ipv4({ moreFragments: true }), tcp()],
    { ...addresses4(6, 'Fragment', 'Fragment'), open: ['Truncated'] },
    { cut: 36 },
  ),
];
