// IPv6 frames and what RFC 8200, RFC 6275 and the RSS hashing types say about them.

import { HashFlag } from '../../ui/abi/abi.gen.ts';
import {
  authentication,
  be8,
  destinationOptions,
  esp,
  ethernet,
  filler,
  fragment,
  hopByHop,
  icmpv6,
  ipv4,
  ipv6,
  noNextHeader,
  routing,
  sctp,
  tcp,
  udp,
} from '../build/frame.ts';
import { addresses6, notHashed, row, tcp6, type Expected, type Row } from './frame-row.ts';

const ext: Expected = { ...tcp6, traits: ['Ports', 'Extensions'] };
const home = '2001:db8:c0::5';
const mobile = '2001:db8:d0::6';
const withHome: Expected = { ...tcp6, traits: ['Ports', 'Extensions', 'HomeAddress'] };
const withRouting2: Expected = { ...tcp6, traits: ['Ports', 'Extensions', 'Routing2'] };
const plainFlags = HashFlag.IPv6 | HashFlag.TcpIPv6;
const exFlags = HashFlag.IPv6Ex | HashFlag.TcpIPv6Ex;

export const ipv6Rows: Row[] = [
  row('TCP', [ethernet(), ipv6(), tcp()], { ...tcp6, l3Offset: 14, ethertype: 0x86dd, tcpFlags: 0x10 }),
  row('UDP', [ethernet(), ipv6(), udp()], { ...addresses6(17, 'UdpAddresses', 'Ports'), ports: [40000, 53] }),
  row('ICMPv6', [ethernet(), ipv6(), icmpv6()], addresses6(58, 'NotTcp')),
  row('SCTP', [ethernet(), ipv6(), sctp()], { ...addresses6(132, 'NotTcp', 'Ports'), ports: [5000, 2905] }),
  row('IPv4 in IPv6', [ethernet(), ipv6(), ipv4(), tcp()], addresses6(4, 'NotTcp')),
  row('unknown next header 253', [ethernet(), ipv6({ nextHeader: 253 }), filler(16)], addresses6(253, 'NotTcp')),
  row('mobility header ends the walk', [ethernet(), ipv6({ nextHeader: 135 }), filler(16)], addresses6(135, 'NotTcp')),
  row('no next header', [ethernet(), ipv6(), noNextHeader()], { ...addresses6(59, 'NotTcp'), open: ['Super'] }),
  row('no next header, bytes follow', [ethernet(), ipv6(), noNextHeader(), filler(24)], addresses6(59, 'NotTcp')),
  row('ESP ends the walk', [ethernet(), ipv6(), esp(), filler(24)], addresses6(50, 'NotTcp')),

  row('hop-by-hop options, TCP', [ethernet(), ipv6(), hopByHop(), tcp()], ext),
  row('hop-by-hop options of 264 bytes', [ethernet(), ipv6(), hopByHop({ options: new Uint8Array(262) }), tcp()], ext),
  row('destination options without a home address', [ethernet(), ipv6(), destinationOptions(), tcp()], ext),
  row(
    'hop-by-hop, destination options, routing, destination options',
    [ethernet(), ipv6(), hopByHop(), destinationOptions(), routing({ type: 0, addresses: [mobile] }), destinationOptions(), tcp()],
    ext,
  ),
  row('hop-by-hop options that are not first are skipped all the same', [ethernet(), ipv6(), destinationOptions(), hopByHop(), tcp()], ext),
  row('20 destination option headers', [ethernet(), ipv6(), ...Array.from({ length: 20 }, () => destinationOptions()), tcp()], ext),
  row(
    'hop-by-hop, ICMPv6 (multicast listener report)',
    [ethernet(), ipv6(), hopByHop(), icmpv6({ type: 143 })],
    addresses6(58, 'NotTcp', 'Extensions'),
  ),
  row('AH is skipped in IPv6', [ethernet(), ipv6(), authentication(), tcp()], ext),
  row('AH with an integrity value of 20 bytes', [ethernet(), ipv6(), authentication({ icv: 20 }), tcp()], ext),
  row('AH, then ESP', [ethernet(), ipv6(), authentication(), esp(), filler(16)], addresses6(50, 'NotTcp', 'Extensions')),
  row('routing type 0', [ethernet(), ipv6(), routing({ type: 0, addresses: [mobile] }), tcp()], ext),
  row('routing type 3 (RPL)', [ethernet(), ipv6(), routing({ type: 3, body: be8(3, 1, 0, 0, 0, 0) }), tcp()], ext),
  row('routing type 4 (segment routing)', [ethernet(), ipv6(), routing({ type: 4, addresses: [mobile, home] }), tcp()], ext),

  row('home address, plain types', [ethernet(), ipv6(), destinationOptions({ home }), tcp()], withHome),
  row(
    'home address, _EX types',
    [ethernet(), ipv6(), destinationOptions({ home }), tcp()],
    { ...withHome, type: 'TcpIPv6Ex', hashed: { src: home } },
    { flags: exFlags },
  ),
  row(
    'home address, plain and _EX types',
    [ethernet(), ipv6(), destinationOptions({ home }), tcp()],
    { ...withHome, type: 'TcpIPv6Ex', hashed: { src: home } },
    { flags: exFlags | plainFlags },
  ),
  row('home address with a length of 8 does not count', [ethernet(), ipv6(), destinationOptions({ home, homeLength: 8 }), tcp()], ext, {
    flags: exFlags | plainFlags,
  }),
  row(
    'home address after Pad1 and PadN',
    [ethernet(), ipv6(), destinationOptions({ options: be8(0, 1, 2, 0, 0, 0, 1, 3, 0, 0, 0, 0), home }), tcp()],
    { ...withHome, type: 'TcpIPv6Ex', hashed: { src: home } },
    { flags: exFlags },
  ),
  row(
    'home address type inside another option does not count',
    [ethernet(), ipv6(), destinationOptions({ options: be8(0x1e, 20, 0xc9, 16, ...new Uint8Array(18)) }), tcp()],
    { ...ext, type: 'TcpIPv6Ex' },
    { flags: exFlags },
  ),
  row(
    'home address in hop-by-hop options does not count',
    [ethernet(), ipv6(), hopByHop({ options: be8(1, 2, 0, 0, 0xc9, 16, ...new Uint8Array(16)) }), tcp()],
    { ...ext, type: 'TcpIPv6Ex' },
    { flags: exFlags },
  ),
  row(
    'option that overruns its header ends the options',
    [ethernet(), ipv6(), destinationOptions({ options: be8(0x1e, 200, 0, 0, 0, 0) }), tcp()],
    ext,
  ),
  row('routing type 2, plain types', [ethernet(), ipv6(), routing({ type: 2, addresses: [mobile] }), tcp()], withRouting2),
  row(
    'routing type 2, _EX types',
    [ethernet(), ipv6(), routing({ type: 2, addresses: [mobile] }), tcp()],
    { ...withRouting2, type: 'TcpIPv6Ex', hashed: { dst: mobile } },
    { flags: exFlags },
  ),
  row(
    'routing type 2 with two addresses does not count',
    [ethernet(), ipv6(), routing({ type: 2, addresses: [mobile, home] }), tcp()],
    ext,
    { flags: exFlags | plainFlags },
  ),
  row(
    'home address and routing type 2',
    [ethernet(), ipv6(), routing({ type: 2, addresses: [mobile] }), destinationOptions({ home }), tcp()],
    { ...tcp6, traits: ['Ports', 'Extensions', 'HomeAddress', 'Routing2'], type: 'TcpIPv6Ex', hashed: { src: home, dst: mobile } },
    { flags: exFlags },
  ),
  row(
    'home address, UDP: extended addresses',
    [ethernet(), ipv6(), destinationOptions({ home }), udp()],
    { ...addresses6(17, 'UdpAddresses', 'Ports', 'Extensions', 'HomeAddress'), ports: [40000, 53], type: 'IPv6Ex', hashed: { src: home } },
    { flags: exFlags | plainFlags },
  ),
  row(
    'home address, TCP_IPV6 and IPV6_EX: ports before extended addresses',
    [ethernet(), ipv6(), destinationOptions({ home }), tcp()],
    withHome,
    { flags: HashFlag.TcpIPv6 | HashFlag.IPv6Ex },
  ),
  row('no extension header, only _EX types', [ethernet(), ipv6(), tcp()], { ...tcp6, type: 'TcpIPv6Ex' }, { flags: exFlags }),
  row('no extension header, plain and _EX types', [ethernet(), ipv6(), tcp()], tcp6, { flags: exFlags | plainFlags }),

  row(
    'first fragment',
    [ethernet(), ipv6(), fragment({ moreFragments: true }), tcp(), filler(12)],
    addresses6(6, 'Fragment', 'Fragment', 'Extensions'),
  ),
  row(
    'middle fragment',
    [ethernet(), ipv6(), fragment({ offset: 1448, moreFragments: true, nextHeader: 6 }), filler(64)],
    addresses6(6, 'Fragment', 'Fragment', 'Extensions'),
  ),
  row(
    'last fragment',
    [ethernet(), ipv6(), fragment({ offset: 2896, nextHeader: 17 }), filler(64)],
    addresses6(17, 'Fragment', 'Fragment', 'Extensions'),
  ),
  row('atomic fragment (RFC 6946)', [ethernet(), ipv6(), fragment(), tcp()], addresses6(6, 'Fragment', 'Fragment', 'Extensions')),
  row(
    'first fragment that names an extension header: alike to the later ones',
    [ethernet(), ipv6(), fragment({ moreFragments: true }), destinationOptions(), tcp()],
    addresses6(60, 'Fragment', 'Fragment', 'Extensions'),
  ),
  row(
    'later fragment that names an extension header: its bytes are payload',
    [ethernet(), ipv6(), fragment({ offset: 8, nextHeader: 60 }), filler(64)],
    addresses6(60, 'Fragment', 'Fragment', 'Extensions'),
  ),

  row('payload length 0: segmentation offload', [ethernet(), ipv6({ payloadLength: 0 }), tcp(), filler(40000)], {
    ...tcp6,
    traits: ['Ports', 'Super'],
  }),
  row('payload length above the frame', [ethernet(), ipv6({ payloadLength: 9000 }), tcp()], { ...tcp6, traits: ['Ports', 'Super'] }),
  row('payload length ends before the ports', [ethernet({ pad: 60 }), ipv6({ payloadLength: 3 }), tcp()], {
    ...addresses6(6, 'PortsCut'),
    open: ['Truncated', 'Malformed'],
  }),
  row('payload length ends inside an extension header', [ethernet(), ipv6({ payloadLength: 7 }), hopByHop(), tcp()], {
    ...addresses6(0, 'NotTcp', 'Extensions'),
    open: ['Truncated', 'Malformed', 'Extensions'],
  }),
  row('extension header longer than the packet', [ethernet(), ipv6(), hopByHop({ lengthField: 255 }), tcp()], {
    ...addresses6(0, 'NotTcp', 'Extensions'),
    open: ['Truncated', 'Malformed', 'Extensions'],
  }),
  row('version 4 under EtherType 0x86dd', [ethernet(), ipv6({ version: 4 }), tcp()], notHashed('IPv6', 'Malformed', 'Malformed')),
  row('39 bytes on the wire after EtherType 0x86dd', [ethernet(), ipv6(), tcp()], notHashed('IPv6', 'Malformed', 'Malformed'), {
    cut: 53,
    wire: 53,
  }),
  row('snap length inside the IP header', [ethernet(), ipv6(), tcp()], notHashed('IPv6', 'Malformed', 'Malformed', 'Truncated'), {
    cut: 53,
  }),
  row('snap length right after the IP header', [ethernet(), ipv6(), tcp()], addresses6(6, 'PortsCut', 'Truncated'), { cut: 54 }),
  row('snap length one byte short of the ports', [ethernet(), ipv6(), tcp()], addresses6(6, 'PortsCut', 'Truncated'), { cut: 57 }),
  row('snap length right after the ports', [ethernet(), ipv6(), tcp()], tcp6, { cut: 58 }),
  row(
    'snap length inside an extension header',
    [ethernet(), ipv6(), hopByHop(), tcp()],
    { ...addresses6(0, 'PortsCut', 'Truncated', 'Extensions'), open: ['Extensions'] },
    { cut: 60 },
  ),
];
