// What has to fit together within hosts and between their adapters: names, processors, RSS, addresses.

import { rssFaults, rssNumberFields } from '../features/rss.ts';
import { addressText } from '../features/addresses.ts';
import { type Addressing, MAX_NICS } from './addresses.ts';
import { effectiveRss } from './effective-nic.ts';
import { logicalCount, rssSettingsOf } from './host-settings.ts';
import { checkVirtual } from './check-virtual.ts';
import { checkWindows } from './check-windows.ts';
import type { Host, Scenario } from './schema.ts';
import { MAX_LOGICAL_PROCESSORS } from './schema-host.ts';
import { nicName, nicPath, type Topology } from './topology.ts';

export type Say = (path: string, message: string) => void;

/** Every name after its first use is a fault. `entries` may have holes where the document is faulty. */
function checkNames(entries: readonly [path: string, name: unknown][], say: Say): void {
  const first = new Map<string, string>();
  for (const [path, name] of entries) {
    if (typeof name !== 'string') continue;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, path);
    else say(`${path}.name`, `The name “${name}” is taken by ${earlier}; choose another.`);
  }
}

export function checkAllNames({ hosts, switches }: Scenario, say: Say): void {
  const named = (list: string, entries: readonly ({ name: string } | undefined)[]) =>
    entries.map((entry, index): [string, unknown] => [`${list}[${index}]`, entry?.name]);
  const machines = hosts.flatMap((host, index) => named(`hosts[${index}].virtualMachines`, host?.virtualMachines ?? []));
  checkNames([...named('hosts', hosts), ...named('switches', switches), ...machines], say);
  for (const [index, host] of hosts.entries()) {
    checkNames(named(`hosts[${index}].nics`, host?.nics ?? []), say);
    checkNames(named(`hosts[${index}].virtualNetworks`, host?.virtualNetworks ?? []), say);
  }
}

function checkProcessors({ processors }: Host, path: string, say: Say): boolean {
  const { sockets, coresPerSocket, numaNodes } = processors;
  const count = logicalCount(processors);
  if (count > MAX_LOGICAL_PROCESSORS) {
    say(path, `${count} logical processors are too many: sockets x cores x threads may give ${MAX_LOGICAL_PROCESSORS} at most.`);
    return false;
  }
  const isEven = (sockets * coresPerSocket) % numaNodes === 0 && (numaNodes % sockets === 0 || sockets % numaNodes === 0);
  if (!isEven)
    say(
      `${path}.numaNodes`,
      `${sockets * coresPerSocket} cores in ${sockets} sockets cannot be dealt to ${numaNodes} NUMA nodes evenly; ${sockets} would do.`,
    );
  return isEven;
}

/** Where a setting of RSS stands in the document. */
function rssPath(setting: string, host: string, nic: string): string {
  if (setting === 'processors' || setting === 'threadsPerCore') return `${host}.processors`;
  return setting === 'queues' ? `${nic}.queues` : `${nic}.rss.${setting}`;
}

/** One host by itself. Precondition: its properties are read without fault. */
export function checkHost(host: Host, path: string, say: Say): void {
  if (host.tcp.minRto > host.tcp.maxRto) say(`${path}.tcp.minRto`, 'The minimum RTO is above the maximum RTO.');
  const hasProcessors = checkProcessors(host, `${path}.processors`, say);
  checkWindows(host, path, say);
  checkVirtual(host, path, say);
  for (const [index, nic] of host.nics.entries()) {
    const nicAt = `${path}.nics[${index}]`;
    const { moderation } = nic;
    if (moderation.mode === 'adaptive' && moderation.lowest > moderation.highest)
      say(`${nicAt}.moderation.lowest`, `The lowest rate ${moderation.lowest} is above the highest, ${moderation.highest}.`);
    const doubled = nic.rss.hashTypes.findIndex((id, at) => nic.rss.hashTypes.indexOf(id) < at);
    if (doubled >= 0) say(`${nicAt}.rss.hashTypes[${doubled}]`, `${nic.rss.hashTypes[doubled]} is in the list already.`);
    const ipv6 = nic.mtu < 1280 ? (nic.addresses ?? []).findIndex((address) => address.includes(':')) : -1;
    if (ipv6 >= 0) say(`${nicAt}.mtu`, `IPv6 needs an MTU of at least 1280 (RFC 8200); this adapter has ${nic.mtu}.`);
    if (host.kind === 'ideal' || !hasProcessors) continue; // an ideal host has no processors to spread over
    const own = rssFaults(rssSettingsOf(host, nic));
    for (const fault of own) say(rssPath(fault.path, path, nicAt), fault.message);
    // The registry has a say too.
    const inForce = own.length ? [] : rssFaults(effectiveRss(host, nic));
    for (const fault of inForce)
      say(fault.path === 'baseProcessor' ? `${path}.windows.registry.RssBaseCpu` : rssPath(fault.path, path, nicAt), fault.message);
  }
}

/** Addresses that two adapters have. The same IP address may be used in segments that do not see each other. */
export function checkAddresses(scenario: Scenario, { segments }: Topology, addressing: Addressing, say: Say): void {
  const count = segments.reduce((sum, members) => sum + members.length, 0);
  if (count > MAX_NICS) say('hosts', `${count} network adapters are too many; ${MAX_NICS} are the most in one document.`);
  else for (const { path, message } of addressing.faults) say(path, message);
  const macs = new Map<string, string>();
  for (const [host, nics] of addressing.nics.entries())
    for (const [nic, { mac }] of nics.entries()) {
      if (scenario.hosts[host]!.nics[nic]?.mac === undefined) continue; // derived ones never collide
      const name = nicName(scenario, { host, nic });
      const earlier = macs.get(mac);
      if (earlier) say(`${nicPath({ host, nic })}.mac`, `${mac} is the MAC address of ${earlier} already.`);
      else macs.set(mac, name);
    }
  for (const members of segments) {
    const owners = new Map<string, string>();
    for (const place of members) {
      if (scenario.hosts[place.host]!.nics[place.nic]?.addresses === undefined) continue;
      for (const [index, address] of addressing.nics[place.host]![place.nic]!.ip.entries()) {
        const text = addressText(address);
        const earlier = owners.get(text);
        const path = `${nicPath(place)}.addresses[${index}]`;
        if (earlier) say(path, `${text} is an address of ${earlier} already, on the same cables.`);
        else owners.set(text, nicName(scenario, place));
      }
    }
  }
}

/** A number of a logical processor that the host does not have. */
export function checkAffinity(host: Host | undefined, list: readonly number[] | undefined, path: string, say: Say): void {
  if (!host?.processors || host.kind === 'ideal') return;
  const count = logicalCount(host.processors);
  if (!(count >= 1 && count <= rssNumberFields.processors.max)) return;
  for (const [index, processor] of (list ?? []).entries())
    if (processor >= count)
      say(`${path}[${index}]`, `${host.name} has no processor ${processor}: the last of ${count} processors is ${count - 1}.`);
}
