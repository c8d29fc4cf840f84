// Which hash types are enabled decides too: the same frames under other NDIS_HASH_* flags.

import { HashFlag } from '../../ui/abi/abi.gen.ts';
import { destinationOptions, ethernet, fragment, icmp, ipv4, ipv6, routing, tcp, udp } from '../build/frame.ts';
import { addresses4, addresses6, notHashed, row, tcp4, tcp6, type Expected, type Row } from './frame-row.ts';

const dns: [number, number] = [40000, 53];
const off = (frame: Expected): Expected => ({ ...frame, type: 'None', reason: 'FamilyOff' });
const home = '2001:db8:c0::5';
const mobile = '2001:db8:d0::6';
const { IPv4, TcpIPv4, IPv6, TcpIPv6, IPv6Ex, TcpIPv6Ex, UdpIPv4, UdpIPv6, UdpIPv6Ex } = HashFlag;
const udp4: Expected = { ...addresses4(17, 'UdpAddresses', 'Ports'), ports: dns };
const udp6: Expected = { ...addresses6(17, 'UdpAddresses', 'Ports'), ports: dns };
const udpHome: Expected = { ...addresses6(17, 'UdpAddresses', 'Ports', 'Extensions', 'HomeAddress'), ports: dns };

export const flagRows: Row[] = [
  row('no types at all, TCP/IPv4', [ethernet(), ipv4(), tcp()], off(tcp4), { flags: 0 }),
  row('no types at all, TCP/IPv6', [ethernet(), ipv6(), tcp()], off(tcp6), { flags: 0 }),
  row('IPV4 alone, TCP', [ethernet(), ipv4(), tcp()], { ...tcp4, type: 'IPv4', reason: 'PortTypeOff' }, { flags: IPv4 }),
  row('IPV4 alone, TCP with its ports cut: not hashed anyway', [ethernet(), ipv4(), tcp()], addresses4(6, 'PortTypeOff', 'Truncated'), {
    flags: IPv4,
    cut: 36,
  }),
  row('IPV4 alone, UDP', [ethernet(), ipv4(), udp()], udp4, { flags: IPv4 }),
  row('IPV4 alone, TCP/IPv6', [ethernet(), ipv6(), tcp()], off(tcp6), { flags: IPv4 }),
  row('TCP_IPV4 alone, TCP', [ethernet(), ipv4(), tcp()], tcp4, { flags: TcpIPv4 }),
  row('TCP_IPV4 alone, UDP: no hash', [ethernet(), ipv4(), udp()], off(udp4), { flags: TcpIPv4 }),
  row('TCP_IPV4 alone, ICMP: no hash', [ethernet(), ipv4(), icmp()], off(addresses4(1, 'NotTcp')), { flags: TcpIPv4 }),
  row(
    'TCP_IPV4 alone, first fragment: no hash',
    [ethernet(), ipv4({ moreFragments: true }), tcp()],
    off(addresses4(6, 'Fragment', 'Fragment')),
    { flags: TcpIPv4 },
  ),
  row('TCP_IPV4 alone, ports cut: no hash', [ethernet(), ipv4(), tcp()], off(addresses4(6, 'PortsCut', 'Truncated')), {
    flags: TcpIPv4,
    cut: 36,
  }),
  row('IPV6 alone, TCP', [ethernet(), ipv6(), tcp()], { ...tcp6, type: 'IPv6', reason: 'PortTypeOff' }, { flags: IPv6 }),
  row('TCP_IPV6 alone, UDP: no hash', [ethernet(), ipv6(), udp()], off(udp6), { flags: TcpIPv6 }),
  row(
    'TCP_IPV6 alone, atomic fragment: no hash',
    [ethernet(), ipv6(), fragment(), tcp()],
    off(addresses6(6, 'Fragment', 'Fragment', 'Extensions')),
    { flags: TcpIPv6 },
  ),
  row('TCP_IPV6_EX alone, UDP: no hash', [ethernet(), ipv6(), udp()], off(udp6), { flags: TcpIPv6Ex }),
  row('IPV6_EX alone, UDP', [ethernet(), ipv6(), udp()], { ...udp6, type: 'IPv6Ex' }, { flags: IPv6Ex }),
  row(
    'IPV6_EX alone, TCP with routing type 2',
    [ethernet(), ipv6(), routing({ type: 2, addresses: [mobile] }), tcp()],
    { ...tcp6, traits: ['Ports', 'Extensions', 'Routing2'], type: 'IPv6Ex', reason: 'PortTypeOff', hashed: { dst: mobile } },
    { flags: IPv6Ex },
  ),
  row(
    'IPV6_EX and IPV6, fragment behind routing type 2',
    [ethernet(), ipv6(), routing({ type: 2, addresses: [mobile] }), fragment({ moreFragments: true }), tcp()],
    { ...addresses6(6, 'Fragment', 'Fragment', 'Extensions', 'Routing2'), type: 'IPv6Ex', hashed: { dst: mobile } },
    { flags: IPv6Ex | IPv6 },
  ),
  row(
    'IPV6 alone, home address: plain addresses',
    [ethernet(), ipv6(), destinationOptions({ home }), tcp()],
    { ...tcp6, traits: ['Ports', 'Extensions', 'HomeAddress'], type: 'IPv6', reason: 'PortTypeOff' },
    { flags: IPv6 },
  ),

  row('UDP_IPV4, UDP', [ethernet(), ipv4(), udp()], { ...udp4, type: 'UdpIPv4', reason: 'Ports' }, { flags: IPv4 | TcpIPv4 | UdpIPv4 }),
  row('UDP_IPV4 alone, TCP: no hash', [ethernet(), ipv4(), tcp()], off(tcp4), { flags: UdpIPv4 }),
  row('UDP_IPV4, fragment', [ethernet(), ipv4({ moreFragments: true }), udp()], addresses4(17, 'Fragment', 'Fragment'), {
    flags: IPv4 | UdpIPv4,
  }),
  row('UDP_IPV4, ports cut', [ethernet(), ipv4(), udp()], addresses4(17, 'PortsCut', 'Truncated'), { flags: IPv4 | UdpIPv4, cut: 36 }),
  row('UDP_IPV6, UDP', [ethernet(), ipv6(), udp()], { ...udp6, type: 'UdpIPv6', reason: 'Ports' }, { flags: IPv6 | UdpIPv6 }),
  row(
    'UDP_IPV6_EX, home address',
    [ethernet(), ipv6(), destinationOptions({ home }), udp()],
    { ...udpHome, type: 'UdpIPv6Ex', reason: 'Ports', hashed: { src: home } },
    { flags: UdpIPv6 | UdpIPv6Ex },
  ),
  row(
    'UDP_IPV6 and UDP_IPV6_EX, no extension header',
    [ethernet(), ipv6(), udp()],
    { ...udp6, type: 'UdpIPv6', reason: 'Ports' },
    { flags: UdpIPv6 | UdpIPv6Ex },
  ),
  row('all types, ARP-sized junk', [ethernet({ type: 0x0806 }), new Uint8Array(46)], notHashed('Arp', 'NotIp'), { flags: 0x1ff00 }),
];
