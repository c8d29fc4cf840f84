// MAC and IP addresses of all adapters: those given, and the derived ones of adapters that leave them out.
// MAC: 00:00:5e:00:53:00 to ff, for documentation (RFC 7042). IPv4: 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737), then
// 198.18.0.0/15 (RFC 2544), one network for each segment. IPv6: 2001:db8:0:N::/64 (RFC 3849).
// Where an adapter of the same segment has an address of that family, its network is used instead.
// Leaves out: link-local addresses.

import { addressText, parseAddress } from '../features/addresses.ts';
import { addressInNetwork, parsePrefixed, type PrefixedAddress, prefixedText } from './prefixes.ts';
import type { Scenario } from './schema.ts';
import { nicAt, type NicPlace, nicPath, type Topology } from './topology.ts';

/** So many adapters have room in the documentation range of MAC addresses and in one /24. */
export const MAX_NICS = 254;

export interface NicAddresses {
  mac: string;
  ip: PrefixedAddress[];
}

export interface Addressing {
  /** By host and adapter. */
  nics: NicAddresses[][];
  faults: { path: string; message: string }[];
}

const DOCUMENTATION_IPV4 = ['192.0.2.0', '198.51.100.0', '203.0.113.0'];

const parsed = (text: string): PrefixedAddress => {
  const result = parseAddress(text.split('/')[0]!);
  if ('fault' in result) throw new Error(result.fault);
  return { ...result.address, family: text.includes(':') ? 'ipv6' : 'ipv4', prefixLength: Number(text.split('/')[1]) };
};

/** The network of a segment whose adapters give none. */
function defaultNetwork(family: 'ipv4' | 'ipv6', segment: number): PrefixedAddress {
  if (family === 'ipv6') return parsed(`2001:db8:0:${segment.toString(16)}::/64`);
  const beyond = segment - DOCUMENTATION_IPV4.length;
  return parsed(`${DOCUMENTATION_IPV4[segment] ?? `198.${18 + (beyond >> 8)}.${beyond & 0xff}.0`}/24`);
}

const canonicalMac = (text: string): string => {
  const result = parseAddress(text);
  return 'address' in result ? addressText(result.address) : text;
};

function deriveMacs(scenario: Scenario, places: NicPlace[], taken: Set<string>): Map<NicPlace, string> {
  const macs = new Map<NicPlace, string>();
  let next = 1;
  const candidate = () => `00:00:5e:00:53:${(next & 0xff).toString(16).padStart(2, '0')}`;
  for (const place of places) {
    const given = nicAt(scenario, place)?.mac;
    if (given !== undefined) {
      macs.set(place, canonicalMac(given));
      continue;
    }
    while (taken.has(candidate()) && next <= MAX_NICS) next++;
    macs.set(place, candidate());
    next++;
  }
  return macs;
}

/** Fills one segment's missing addresses in. */
function deriveSegment(
  scenario: Scenario,
  places: NicPlace[],
  segment: number,
  given: Map<NicPlace, PrefixedAddress[]>,
): Addressing['faults'] {
  const faults: Addressing['faults'] = [];
  const missing = places.filter((place) => nicAt(scenario, place)?.addresses === undefined);
  for (const family of ['ipv4', 'ipv6'] as const) {
    const present = places.flatMap((place) => given.get(place)!).filter((address) => address.family === family);
    const network = present[0] ?? defaultNetwork(family, segment);
    const taken = new Set(present.map((address) => addressText(address)));
    let host = 1n;
    for (const place of missing) {
      if (family === 'ipv6' && nicAt(scenario, place)?.mtu < 1280) continue; // RFC 8200: IPv6 needs 1280
      let address = addressInNetwork(network, host++);
      while (address && taken.has(addressText(address))) address = addressInNetwork(network, host++);
      if (address) given.get(place)!.push(address);
      else {
        const message = `No ${family === 'ipv4' ? 'IPv4' : 'IPv6'} address is free in the network of ${prefixedText(network)}; give this adapter its addresses.`;
        faults.push({ path: `${nicPath(place)}.addresses`, message });
        break;
      }
    }
  }
  return faults;
}

/** Adapters in the order of the document; every derived address is a function of the document alone. */
export function assignAddresses(scenario: Scenario, { segments }: Topology): Addressing {
  const faults: Addressing['faults'] = [];
  const places = scenario.hosts.flatMap((host, index) => (host?.nics ?? []).map((_, nic): NicPlace => ({ host: index, nic })));
  const givenMacs = places.flatMap((place) => nicAt(scenario, place)?.mac ?? []).map(canonicalMac);
  const macs = deriveMacs(scenario, places, new Set(givenMacs));
  const at = new Map(places.map((place) => [`${place.host}.${place.nic}`, place]));
  const ip = new Map<NicPlace, PrefixedAddress[]>();
  for (const place of places) {
    const texts = nicAt(scenario, place)?.addresses ?? [];
    ip.set(
      place,
      texts.flatMap((text) => {
        const result = typeof text === 'string' ? parsePrefixed(text) : null;
        return result && 'address' in result ? [result.address] : [];
      }),
    );
  }
  for (const [segment, members] of segments.entries()) {
    const own = members.map(({ host, nic }) => at.get(`${host}.${nic}`)!);
    faults.push(...deriveSegment(scenario, own, segment, ip));
  }
  const nics = scenario.hosts.map((host): NicAddresses[] => (host?.nics ?? []).map(() => ({ mac: '', ip: [] })));
  for (const place of places) nics[place.host]![place.nic] = { mac: macs.get(place)!, ip: ip.get(place)! };
  return { nics, faults };
}
