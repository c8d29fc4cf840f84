// Link layers: Ethernet and its tags, 802.3, Linux cooked, BSD null and loop, raw IP, and links that are not understood.

import {
  arp,
  ethernet,
  ethernet802,
  filler,
  ipv4,
  ipv6,
  llc,
  loopLink,
  nullLink,
  sll,
  sll2,
  snap,
  tcp,
  udp,
  vlan,
} from '../build/frame.ts';
import { addresses4, notHashed, row, tcp4, tcp6, type Expected, type Row } from './frame-row.ts';

const tagged = (id: number, ...stacked: 'VlanStacked'[]): Expected => ({ ...tcp4, traits: ['Ports', 'VlanTagged', ...stacked], vlan: id });
const stp = filler(35);

export const linkRows: Row[] = [
  row('no bytes', [], notHashed('None', 'Malformed', 'Malformed', 'Truncated'), { wire: 60 }),
  row('13 bytes', [ethernet(), ipv4(), tcp()], notHashed('None', 'Malformed', 'Malformed', 'Truncated'), { cut: 13 }),
  row('13 bytes on the wire', [ethernet(), ipv4(), tcp()], notHashed('None', 'Malformed', 'Malformed'), { cut: 13, wire: 13 }),
  row('ARP', [ethernet({ pad: 60, dst: 'ff:ff:ff:ff:ff:ff' }), arp()], { ...notHashed('Arp', 'NotIp', 'Group'), ethertype: 0x0806 }),
  row('LLDP', [ethernet({ type: 0x88cc, dst: '01:80:c2:00:00:0e' }), filler(50)], {
    ...notHashed('Other', 'NotIp', 'Group'),
    ethertype: 0x88cc,
  }),
  row('EtherType 0x0600 is the lowest', [ethernet({ type: 0x600 }), filler(50)], { ...notHashed('Other', 'NotIp'), ethertype: 0x600 }),
  row('MPLS is not looked into', [ethernet({ type: 0x8847 }), filler(4), ipv4(), tcp()], {
    ...notHashed('Other', 'NotIp'),
    ethertype: 0x8847,
  }),
  row('PPPoE is not looked into', [ethernet({ type: 0x8864 }), filler(8), ipv4(), tcp()], {
    ...notHashed('Other', 'NotIp'),
    ethertype: 0x8864,
  }),
  row('IPv4 to a multicast MAC', [ethernet({ dst: '01:00:5e:01:02:03' }), ipv4(), udp()], {
    ...addresses4(17, 'UdpAddresses', 'Ports', 'Group'),
    ports: [40000, 53],
  }),
  row('tag stripped: 56 bytes and padded', [ethernet({ pad: 56 }), ipv4(), tcp()], { ...tcp4, traits: ['Ports', 'StrippedTag'] }),

  row('802.1Q', [ethernet(), vlan({ id: 5 }), ipv4(), tcp()], { ...tagged(5), l3Offset: 18, ethertype: 0x0800 }),
  row('802.1Q with priority and DEI', [ethernet(), vlan({ id: 4095, priority: 7 }), ipv4(), tcp()], tagged(4095), {
    patch: [14, 0xff, 0xff],
  }),
  row('priority tag, VLAN 0', [ethernet(), vlan({ id: 0, priority: 3 }), ipv4(), tcp()], tagged(0)),
  row('802.1ad around 802.1Q', [ethernet(), vlan({ id: 100, tpid: 0x88a8 }), vlan({ id: 6 }), ipv4(), tcp()], {
    ...tagged(100, 'VlanStacked'),
    l3Offset: 22,
  }),
  row(
    'TPID 0x9100 around 802.1Q',
    [ethernet(), vlan({ id: 101, tpid: 0x9100 }), vlan({ id: 6 }), ipv4(), tcp()],
    tagged(101, 'VlanStacked'),
  ),
  row('three tags', [ethernet(), vlan({ id: 1, tpid: 0x88a8 }), vlan({ id: 2 }), vlan({ id: 3 }), ipv4(), tcp()], {
    ...tagged(1, 'VlanStacked'),
    l3Offset: 26,
  }),
  row('802.1Q around IPv6', [ethernet(), vlan({ id: 7 }), ipv6(), tcp()], { ...tcp6, traits: ['Ports', 'VlanTagged'], vlan: 7 }),
  row('802.1Q around ARP', [ethernet(), vlan({ id: 7 }), arp()], {
    ...notHashed('Arp', 'NotIp', 'VlanTagged'),
    vlan: 7,
    ethertype: 0x0806,
  }),
  row(
    'snap length inside a tag',
    [ethernet(), vlan({ id: 7 }), ipv4(), tcp()],
    { ...notHashed('None', 'Malformed', 'Malformed', 'Truncated'), open: ['VlanTagged'] },
    { cut: 17 },
  ),
  row('802.1Q around 802.3 with SNAP', [ethernet(), vlan({ id: 8, type: 48 }), snap(), ipv4(), tcp()], {
    ...tcp4,
    traits: ['Ports', 'VlanTagged', 'Snap'],
    vlan: 8,
    l3Offset: 26,
  }),

  row('802.3 with SNAP around IPv4', [ethernet802(), snap(), ipv4(), tcp()], {
    ...tcp4,
    traits: ['Ports', 'Snap'],
    l3Offset: 22,
    ethertype: 0x0800,
  }),
  row('802.3 with SNAP around IPv6', [ethernet802(), snap(), ipv6(), tcp()], { ...tcp6, traits: ['Ports', 'Snap'] }),
  row(
    '802.3 length ends inside the IP header',
    [ethernet802({ length: 27 }), snap(), ipv4(), tcp()],
    notHashed('IPv4', 'Malformed', 'Malformed', 'Snap'),
  ),
  row('802.3 length ends before the ports', [ethernet802({ length: 31 }), snap(), ipv4(), tcp()], {
    ...addresses4(6, 'PortsCut', 'Snap'),
    open: ['Truncated', 'Malformed', 'Super'],
  }),
  row('802.3 length that cannot hold LLC and SNAP', [ethernet802({ length: 7 }), snap(), ipv4(), tcp()], {
    ...notHashed('Llc', 'NotIp'),
    open: ['Snap'],
  }),
  row('802.3 length above the frame', [ethernet802({ length: 1400 }), snap(), ipv4(), tcp()], { ...tcp4, traits: ['Ports', 'Snap'] }),
  row('SNAP of a vendor (CDP)', [ethernet802(), snap({ oui: 0x00000c, type: 0x2000 }), filler(40)], {
    ...notHashed('Llc', 'NotIp'),
    open: ['Snap'],
  }),
  row('LLC spanning tree', [ethernet802({ dst: '01:80:c2:00:00:00' }), llc({ dsap: 0x42, ssap: 0x42 }), stp], {
    ...notHashed('Llc', 'NotIp', 'Group'),
    ethertype: 0,
  }),
  row(
    'LLC cut before its control byte',
    [ethernet802(), llc({ dsap: 0xaa, ssap: 0xaa }), stp],
    { ...notHashed('Llc', 'NotIp'), open: ['Truncated', 'Snap'] },
    { cut: 16 },
  ),
  row(
    'SNAP cut inside its protocol',
    [ethernet802(), snap(), ipv4(), tcp()],
    { ...notHashed('Llc', 'NotIp'), open: ['Truncated', 'Snap'] },
    { cut: 21 },
  ),
  row(
    'length field 0x05ff is still LLC',
    [ethernet802({ length: 0x5ff }), llc({ dsap: 0x42, ssap: 0x42 }), stp],
    notHashed('Llc', 'NotIp'),
  ),
  row('Novell raw 802.3', [ethernet802(), filler(0), llc({ dsap: 0xff, ssap: 0xff, control: 0 }), stp], notHashed('Llc', 'NotIp')),

  row('raw IPv4', [ipv4(), tcp()], { ...tcp4, l3Offset: 0 }, { link: 'Raw' }),
  row('raw IPv6', [ipv6(), tcp()], { ...tcp6, l3Offset: 0 }, { link: 'Raw' }),
  row('raw, version 5', [ipv4({ version: 5 }), tcp()], notHashed('None', 'NotIp'), { link: 'Raw' }),
  row('raw, no bytes', [], notHashed('None', 'Malformed', 'Malformed', 'Truncated'), { link: 'Raw', wire: 40 }),
  row('null, family 2, big-endian', [nullLink({ family: 2 }), ipv4(), tcp()], { ...tcp4, l3Offset: 4 }, { link: 'Null' }),
  row('null, family 2, little-endian', [nullLink({ family: 2, littleEndian: true }), ipv4(), tcp()], tcp4, { link: 'Null' }),
  row('null, family 24 (NetBSD, OpenBSD)', [nullLink({ family: 24, littleEndian: true }), ipv6(), tcp()], tcp6, { link: 'Null' }),
  row('null, family 23 (Windows)', [nullLink({ family: 23, littleEndian: true }), ipv6(), tcp()], tcp6, { link: 'Null' }),
  row('null, family 10 (Linux)', [nullLink({ family: 10, littleEndian: true }), ipv6(), tcp()], tcp6, { link: 'Null' }),
  row('null, family 28 (FreeBSD)', [nullLink({ family: 28, littleEndian: true }), ipv6(), tcp()], tcp6, { link: 'Null' }),
  row('null, family 30 (macOS)', [nullLink({ family: 30, littleEndian: true }), ipv6(), tcp()], tcp6, { link: 'Null' }),
  row('null, family 30, big-endian', [nullLink({ family: 30 }), ipv6(), tcp()], tcp6, { link: 'Null' }),
  row('null, family 7 (OSI)', [nullLink({ family: 7, littleEndian: true }), filler(40)], notHashed('None', 'NotIp'), { link: 'Null' }),
  row(
    'null, family 2 around version 6',
    [nullLink({ family: 2, littleEndian: true }), ipv6(), tcp()],
    notHashed('IPv4', 'Malformed', 'Malformed'),
    { link: 'Null' },
  ),
  row('null, 3 bytes', [nullLink({ family: 2 })], notHashed('None', 'Malformed', 'Malformed', 'Truncated'), { link: 'Null', cut: 3 }),
  row('loop, family 2', [loopLink({ family: 2 }), ipv4(), tcp()], tcp4, { link: 'Loop' }),
  row('loop, family 24', [loopLink({ family: 24 }), ipv6(), tcp()], tcp6, { link: 'Loop' }),

  row('Linux cooked v1, received', [sll(), ipv4(), tcp()], { ...tcp4, traits: ['Ports', 'Inbound'], l3Offset: 16 }, { link: 'LinuxSll' }),
  row('Linux cooked v1, sent', [sll({ packet: 4 }), ipv4(), tcp()], { ...tcp4, traits: ['Ports', 'Outbound'] }, { link: 'LinuxSll' }),
  row(
    'Linux cooked v1 around a tag',
    [sll({ packet: 4 }), vlan({ id: 9 }), ipv6(), tcp()],
    { ...tcp6, traits: ['Ports', 'Outbound', 'VlanTagged'], vlan: 9 },
    { link: 'LinuxSll' },
  ),
  row('Linux cooked v1 around ARP', [sll(), arp()], notHashed('Arp', 'NotIp', 'Inbound'), { link: 'LinuxSll' }),
  row(
    'Linux cooked v1, 15 bytes',
    [sll(), ipv4(), tcp()],
    { ...notHashed('None', 'Malformed', 'Malformed', 'Truncated'), open: ['Inbound'] },
    { link: 'LinuxSll', cut: 15 },
  ),
  row('Linux cooked v2, received', [sll2(), ipv4(), tcp()], { ...tcp4, traits: ['Ports', 'Inbound'], l3Offset: 20 }, { link: 'LinuxSll2' }),
  row(
    'Linux cooked v2, sent, IPv6',
    [sll2({ packet: 4 }), ipv6(), tcp()],
    { ...tcp6, traits: ['Ports', 'Outbound'] },
    { link: 'LinuxSll2' },
  ),
  row('a link type that is not understood', [filler(64)], { ...notHashed('None', 'UnknownLink'), ethertype: 0 }, { link: 'Other' }),
];
