// Random frames by grammar: every shape that the parser knows, mostly valid, then sometimes damaged.

import { HashFlag, Link } from '../../ui/abi/abi.gen.ts';
import {
  arp,
  authentication,
  destinationOptions,
  esp,
  ethernet,
  ethernet802,
  frame,
  fragment,
  gre,
  hopByHop,
  icmp,
  icmpv6,
  ipv4,
  ipv6,
  llc,
  loopLink,
  noNextHeader,
  nullLink,
  routing,
  sctp,
  sll,
  sll2,
  snap,
  tcp,
  udp,
  vlan,
  vxlan,
  type Layer,
} from '../build/frame.ts';
import type { Random } from '../build/random.ts';

export interface FuzzFrame {
  bytes: Uint8Array;
  wire: number;
  link: number;
}

const ipv4Text = (random: Random): string => Array.from(random.bytes(4)).join('.');
const ipv6Text = (random: Random): string => Array.from({ length: 8 }, () => random.below(65536).toString(16)).join(':');
const port = (random: Random): number => random.below(65536);

function transport(random: Random, six: boolean): (Layer | Uint8Array)[] {
  const payload = random.bytes(random.oneIn(20) ? random.below(1400) : random.below(40));
  const ports = { sport: port(random), dport: port(random) };
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      return [tcp({ ...ports, flags: random.pick(['S', 'SA', 'A', 'PA', 'F', 'R']), options: random.bytes(random.below(5) * 4) }), payload];
    case 3:
    case 4:
      return [udp(ports), payload];
    case 5:
      return [sctp(ports)];
    case 6:
      return [six ? icmpv6({ type: random.below(256) }) : icmp({ type: random.below(256) }), payload];
    case 7:
      return [esp(), payload];
    case 8:
      return random.oneIn(2) ? [gre(), ipv4(), tcp(ports)] : [udp({ ...ports, dport: 4789 }), vxlan({ vni: 5 }), ethernet(), ipv4(), tcp()];
    default:
      return six ? [noNextHeader(), payload] : [authentication(), tcp(ports)];
  }
}

function extensions(random: Random): Layer[] {
  const list: Layer[] = [];
  while (random.oneIn(2) && list.length < 8) {
    const one = [
      () => hopByHop({ options: random.oneIn(3) ? new Uint8Array(random.below(40)) : undefined }),
      () => destinationOptions({ options: random.oneIn(3) ? random.bytes(random.below(40)) : undefined }),
      () => destinationOptions({ home: ipv6Text(random), homeLength: random.oneIn(8) ? random.below(20) : undefined }),
      () =>
        routing({
          type: random.pick([0, 2, 2, 3, 4, 253]),
          addresses: Array.from({ length: random.pick([0, 1, 1, 2]) }, () => ipv6Text(random)),
        }),
      () => routing({ type: 2, addresses: [ipv6Text(random)] }),
      () => authentication({ icv: random.pick([0, 12, 20, 32]) }),
      () => fragment({ offset: random.oneIn(2) ? 0 : random.below(8191) * 8, moreFragments: random.oneIn(2) }),
    ];
    list.push(random.pick(one)());
  }
  return list;
}

function network(random: Random): (Layer | Uint8Array)[] {
  if (random.oneIn(2)) {
    const header = {
      src: ipv6Text(random),
      dst: ipv6Text(random),
      payloadLength: random.oneIn(25) ? random.pick([0, 1, 4, 8, 40, 9000, 65535]) : undefined,
      version: random.oneIn(60) ? random.below(16) : undefined,
    };
    return [ipv6(header), ...extensions(random), ...transport(random, true)];
  }
  const header = {
    src: ipv4Text(random),
    dst: ipv4Text(random),
    options: random.oneIn(5) ? random.bytes(random.below(11) * 4) : undefined,
    dontFragment: random.oneIn(3),
    moreFragments: random.oneIn(8),
    offset: random.oneIn(8) ? random.below(8192) * 8 : 0,
    totalLength: random.oneIn(25) ? random.pick([0, 1, 19, 20, 22, 24, 40, 9000, 65535]) : undefined,
    headerWords: random.oneIn(60) ? random.below(16) : undefined,
    version: random.oneIn(60) ? random.below(16) : undefined,
  };
  return [ipv4(header), ...transport(random, false)];
}

const sixOf = (layers: readonly (Layer | Uint8Array)[]): boolean => (layers[0] as Layer).ethertype === 0x86dd;

/** A frame of a random shape, not yet damaged. */
export function randomFrame(random: Random): { layers: (Layer | Uint8Array)[]; link: number } {
  const ip = network(random);
  const tags = Array.from({ length: random.pick([0, 0, 0, 0, 1, 2, 3]) }, () =>
    vlan({ id: random.below(4096), tpid: random.pick([0x8100, 0x88a8, 0x9100]) }),
  );
  switch (random.below(16)) {
    case 0:
      return { layers: ip, link: Link.Raw };
    case 1:
      return {
        layers: [nullLink({ family: sixOf(ip) ? random.pick([24, 28, 30, 10]) : 2, littleEndian: random.oneIn(2) }), ...ip],
        link: Link.Null,
      };
    case 2:
      return { layers: [loopLink({ family: sixOf(ip) ? random.pick([24, 28, 30, 10]) : 2 }), ...ip], link: Link.Loop };
    case 3:
      return { layers: [sll({ packet: random.below(5) }), ...tags, ...ip], link: Link.LinuxSll };
    case 4:
      return { layers: [sll2({ packet: random.below(5) }), ...tags, ...ip], link: Link.LinuxSll2 };
    case 5:
      return { layers: [ethernet802(), snap({ oui: random.oneIn(6) ? random.below(0x1000000) : 0 }), ...ip], link: Link.Ethernet };
    case 6:
      return {
        layers: [ethernet802(), llc({ dsap: random.below(256), ssap: random.below(256) }), random.bytes(random.below(60))],
        link: Link.Ethernet,
      };
    case 7:
      return { layers: [ethernet({ pad: 60 }), ...tags, arp()], link: Link.Ethernet };
    case 8:
      return { layers: [ethernet({ type: random.between(0x600, 0xffff) }), random.bytes(random.below(60))], link: Link.Ethernet };
    case 9:
      return { layers: [random.bytes(random.below(80))], link: random.below(7) };
    default:
      return { layers: [ethernet({ pad: random.oneIn(2) ? 60 : 0 }), ...tags, ...ip], link: Link.Ethernet };
  }
}

/** A random frame, in two of three cases damaged: bytes changed, cut, or extended. */
export function fuzzFrame(random: Random): FuzzFrame {
  const { layers, link } = randomFrame(random);
  let bytes: Uint8Array = frame(...layers);
  let wire = bytes.length;
  if (!random.oneIn(3)) {
    for (let hits = random.below(4); hits > 0 && bytes.length; hits--) {
      const at = random.below(Math.min(bytes.length, random.oneIn(2) ? 64 : 160));
      bytes[at] = random.oneIn(2) ? random.below(256) : bytes[at]! ^ (1 << random.below(8));
    }
    if (random.oneIn(2)) bytes = bytes.subarray(0, random.below(Math.min(bytes.length, 160) + 1));
    if (random.oneIn(3)) wire = bytes.length;
    if (random.oneIn(10)) wire += random.below(2000);
  }
  return { bytes, wire: Math.max(wire, bytes.length), link };
}

const allFlags = Object.values(HashFlag);
/** The four types of this Windows era, all nine, or any subset. */
export const fuzzFlags = (random: Random): number =>
  random.pick([
    HashFlag.IPv4 | HashFlag.TcpIPv4 | HashFlag.IPv6 | HashFlag.TcpIPv6,
    allFlags.reduce((bits, flag) => bits | flag, 0),
    allFlags.reduce((bits, flag) => bits | (random.oneIn(2) ? flag : 0), 0),
  ]);
