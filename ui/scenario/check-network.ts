// What has to fit together between hosts: cables, traffic, timeline.

import type { Addressing } from './addresses.ts';
import { checkAffinity, checkHost, type Say } from './check-hosts.ts';
import { checkMigration, type Migration } from './check-virtual.ts';
import { fieldAt, parsePath } from './document-path.ts';
import type { Field } from './fields.ts';
import { guestOf, virtualOf } from './guests.ts';
import { nearestHint } from './nearest.ts';
import { networkText, type PrefixedAddress } from './prefixes.ts';
import { readField } from './read-field.ts';
import type { Scenario, TimelineEvent, Traffic } from './schema.ts';
import { setProperty } from './timeline.ts';
import { findHost, findNic, findParty, type Lookup, type NicPlace, type Party, splitService, type Topology } from './topology.ts';

const complain = ({ missing, known, of }: Extract<Lookup<unknown>, { missing: string }>) =>
  `There is no ${of} “${missing}”.${nearestHint(missing, known)}`;

export function checkLinks(scenario: Scenario, { loops }: Topology, say: Say): void {
  const plugged = new Map<string, string>();
  const portsUsed = scenario.switches.map(() => 0);
  for (const [index, link] of scenario.links.entries())
    for (const [side, end] of (link?.ends ?? []).entries()) {
      if (typeof end !== 'string') continue;
      const path = `links[${index}].ends[${side}]`;
      if (end.includes('.')) {
        const nic = findNic(scenario, end);
        const earlier = plugged.get(end);
        if ('missing' in nic) say(path, complain(nic));
        else if (earlier) say(path, `${end} has a cable already: ${earlier}. An adapter takes one.`);
        else plugged.set(end, `links[${index}]`);
        continue;
      }
      const found = scenario.switches.findIndex((candidate) => candidate?.name === end);
      if (found >= 0) {
        const { ports } = scenario.switches[found]!;
        if (++portsUsed[found]! === ports + 1) say(path, `Switch ${end} has no free port: all ${ports} are taken.`);
        continue;
      }
      const names = scenario.switches.flatMap((candidate) => candidate?.name ?? []);
      const host = scenario.hosts.find((candidate) => candidate?.name === end);
      const nic = host?.nics[0]?.name;
      if (host) say(path, `${end} is a host; a cable goes to one of its adapters${nic ? `, such as ${end}.${nic}` : ''}.`);
      else say(path, `There is no switch “${end}”.${nearestHint(end, names)}`);
    }
  for (const index of loops) {
    if (scenario.links[index]!.ends.some((end) => end?.includes('.'))) continue; // an adapter with two cables: said above
    say(`links[${index}]`, 'This cable closes a loop between switches; frames would circle for ever. Remove one cable of the loop.');
  }
}

export interface Route {
  from: NicPlace;
  to: NicPlace;
  fromAddress: PrefixedAddress;
  toAddress: PrefixedAddress;
}

/** The first adapters of two hosts that are on one segment and in one network. */
export function findRoute(
  { segmentOf }: Topology,
  { nics }: Addressing,
  from: Party,
  to: Party,
  family: 'ipv4' | 'ipv6',
): Route | 'no cable' | 'no network' {
  let isCabled = false;
  const isMeant = (party: Party, nic: number) => party.nic === null || party.nic === nic;
  for (const [fromNic, segment] of segmentOf[from.host]!.entries())
    for (const [toNic, other] of segmentOf[to.host]!.entries()) {
      if (segment !== other || !isMeant(from, fromNic) || !isMeant(to, toNic)) continue;
      isCabled = true;
      for (const fromAddress of nics[from.host]![fromNic]!.ip)
        for (const toAddress of nics[to.host]![toNic]!.ip)
          if (fromAddress.family === family && networkText(fromAddress) === networkText(toAddress))
            return { from: { host: from.host, nic: fromNic }, to: { host: to.host, nic: toNic }, fromAddress, toAddress };
    }
  return isCabled ? 'no network' : 'no cable';
}

type Connections = Exclude<Traffic, { app: 'replay' }>;

function checkConnections(
  scenario: Scenario,
  traffic: Connections,
  path: string,
  say: Say,
  topology: Topology,
  addressing: Addressing,
): void {
  const look = (name: unknown, property: string): Party | null => {
    if (typeof name !== 'string') return null;
    const party = findParty(scenario, name);
    if ('found' in party) return party.found;
    say(`${path}.${property}`, complain(party));
    return null;
  };
  const to = look(typeof traffic.to === 'string' ? splitService(traffic.to).party : undefined, 'to');
  const from = look(traffic.from, 'from');
  if (to !== null) checkAffinity(scenario.hosts[to.host], traffic.serverProcessors, `${path}.serverProcessors`, say);
  if (from !== null) checkAffinity(scenario.hosts[from.host], traffic.clientProcessors, `${path}.clientProcessors`, say);
  if (from === null || to === null) return;
  if (from.host === to.host) {
    say(`${path}.to`, `From and to are the same host; traffic of a host with itself never reaches an adapter.`);
    return;
  }
  const route = findRoute(topology, addressing, from, to, traffic.family);
  const family = traffic.family === 'ipv6' ? 'IPv6' : 'IPv4';
  const pair = `${traffic.from} and ${splitService(traffic.to).party}`;
  if (route === 'no cable') {
    const hasMachine = [from, to].some(({ host }) => guestOf(scenario.hosts[host]));
    const where = hasMachine ? 'not on the same cables, virtual networks and VLAN' : 'not on the same cables';
    say(path, `${pair} are ${where}; link them directly or through switches.`);
  }
  if (route === 'no network') say(path, `${pair} have no ${family} addresses in a common network; there are no routers here.`);
}

export function checkTraffic(scenario: Scenario, topology: Topology, addressing: Addressing, say: Say): void {
  const services = new Map<string, { app: string; path: string }>();
  for (const [index, traffic] of scenario.traffic.entries()) {
    if (!traffic) continue;
    const path = `traffic[${index}]`;
    if (traffic.app === 'replay') {
      const nic = typeof traffic.onto === 'string' ? findNic(scenario, traffic.onto) : null;
      if (nic && 'missing' in nic) say(`${path}.onto`, complain(nic));
      if (nic && 'found' in nic && virtualOf(scenario.hosts[nic.found.host]?.nics[nic.found.nic]))
        say(`${path}.onto`, `${traffic.onto} is a virtual adapter; frames of a capture come in at a physical one.`);
      continue;
    }
    checkConnections(scenario, traffic, path, say, topology, addressing);
    if (typeof traffic.to !== 'string') continue;
    const { party, port } = splitService(traffic.to);
    const key = `${'transport' in traffic ? traffic.transport : 'tcp'} ${party.split('.')[0]}:${port}`;
    const earlier = services.get(key);
    if (!earlier) services.set(key, { app: traffic.app, path });
    else if (earlier.app !== traffic.app)
      say(`${path}.to`, `${traffic.to} serves “${earlier.app}” already (${earlier.path}); “${traffic.app}” needs another port.`);
  }
}

/** What cannot change while a run goes on: it decides what memory is laid out for. */
const FIXED = new Set([
  'name',
  'kind',
  'os',
  'mac',
  'processors',
  'memory',
  'ports',
  'queues',
  'receiveDescriptors',
  'transmitDescriptors',
  'copyEngine',
  'channels',
  // What virtual networks and virtual machines are.
  'virtualNetworks',
  'guest',
  'network',
  'adapter',
  'affinity',
  'vlan',
  'vmqQueues',
]);
const CHANGEABLE = ['number', 'quantity', 'toggle', 'choice'];

const fixedStep = (steps: readonly (string | number)[]) => steps.find((step) => FIXED.has(String(step)));

/** Whether a change of a property can stand in the timeline; otherwise the run starts again with it. */
export const changesInRun = (steps: readonly (string | number)[], field: Field): boolean =>
  steps[0] !== 'traffic' && fixedStep(steps) === undefined && CHANGEABLE.includes(field.kind);

/** Least MTU of IPv6 (RFC 8200): with less an adapter has no IPv6 address. Addresses are given out at the start. */
const IPV6_MTU = 1280;

/** Why an MTU cannot become this one during a run; null: it can, or the path is another. */
export function mtuFault(scenario: Scenario, path: string, value: unknown): string | null {
  const [, host, nic] = /^hosts\[(\d+)\]\.nics\[(\d+)\]\.mtu$/.exec(path) ?? [];
  const own = nic === undefined ? undefined : scenario.hosts[Number(host)]?.nics[Number(nic)]?.mtu;
  if (own === undefined || typeof value !== 'number' || own >= IPV6_MTU === value >= IPV6_MTU) return null;
  return `An MTU of ${value} is on the other side of ${IPV6_MTU}, which IPv6 needs, than the ${own} that the run starts with: addresses cannot change then.`;
}

/** Where a command is entered, or what is restarted. */
function checkPlace(scenario: Scenario, event: Exclude<TimelineEvent, { do: 'set' | 'migrate' }>, path: string, say: Say): void {
  if (typeof event.host !== 'string') return;
  const isMachine = scenario.hosts.some((host) => host?.virtualMachines?.some((machine) => machine?.name === event.host));
  if (event.do === 'command' && isMachine) return;
  const host = findHost(scenario, event.host);
  if ('missing' in host) return say(`${path}.host`, complain(host));
  if (event.do === 'command' || typeof event.adapter !== 'string') return;
  const adapter = findNic(scenario, `${event.host}.${event.adapter}`);
  if ('missing' in adapter) say(`${path}.adapter`, complain(adapter));
}

/** @param isSound the host of this index was read without fault, so that changes of it can be tried */
export function checkTimeline(scenario: Scenario, isSound: (host: number) => boolean, say: Say): void {
  const inOrder = [...scenario.timeline.entries()].filter(([, event]) => event).sort(([, a], [, b]) => a.at - b.at);
  const migrations = new Map<string, Migration>();
  const changed = inOrder.some(([, event]) => event.do === 'set') ? structuredClone(scenario) : scenario;
  for (const [index, event] of inOrder) {
    const path = `timeline[${index}]`;
    if (event.do === 'migrate') {
      checkMigration(changed, event, path, migrations, say);
      continue;
    }
    if (event.do !== 'set') {
      checkPlace(scenario, event, path, say);
      continue;
    }
    if (typeof event.path !== 'string') continue;
    const steps = parsePath(event.path);
    const field = steps && fieldAt(scenario, event.path);
    if (!steps || !field) {
      say(`${path}.path`, `${event.path} leads to no property of this document.`);
      continue;
    }
    const fixed = fixedStep(steps);
    if (!changesInRun(steps, field)) {
      say(`${path}.path`, `${event.path} cannot change during a run${fixed === undefined ? '' : ` (${fixed} is fixed at its start)`}.`);
      continue;
    }
    if (event.value === undefined) continue;
    let isFit = true;
    const value = readField(field, event.value, `${path}.value`, (where, message) => {
      isFit = false;
      say(where, message);
    });
    if (!isFit) continue;
    const mtu = mtuFault(scenario, event.path, value);
    if (mtu !== null) {
      say(`${path}.value`, mtu);
      continue;
    }
    setProperty(changed, steps, value);
    const [root, host] = steps;
    if (root !== 'hosts' || typeof host !== 'number' || !isSound(host)) continue;
    checkHost(changed.hosts[host]!, `hosts[${host}]`, (where, message) =>
      say(`${path}.value`, `With this change, at ${where}: ${message}`),
    );
  }
}
