// What has to fit together in the virtual networks and virtual machines of a host.

import type { Say } from './check-hosts.ts';
import { logicalCount } from './host-settings.ts';
import { nearestHint } from './nearest.ts';
import { printQuantity } from './quantities.ts';
import type { Host, Scenario, TimelineEvent } from './schema.ts';

const known = (names: readonly string[]) => (names.length ? `There are: ${names.join(', ')}.` : 'There are none.');

function checkNetworks({ nics, virtualNetworks }: Host, path: string, say: Say): void {
  const adapters = nics.map(({ name }) => name);
  const takenBy = new Map<string, string>();
  for (const [index, { name, kind, adapter }] of virtualNetworks.entries()) {
    const at = `${path}.virtualNetworks[${index}].adapter`;
    if (kind !== 'external') {
      if (adapter !== undefined) say(at, `An ${kind} virtual network has no network adapter; leave it out, or make the network external.`);
      continue;
    }
    if (adapter === undefined) say(at, `An external virtual network needs a network adapter. ${known(adapters)}`);
    else if (!adapters.includes(adapter)) say(at, `There is no network adapter “${adapter}”. ${known(adapters)}`);
    else if (takenBy.has(adapter)) say(at, `${adapter} is bound to the virtual network “${takenBy.get(adapter)}” already.`);
    else takenBy.set(adapter, name);
  }
}

function checkMachines(host: Host, path: string, say: Say): void {
  const networks = host.virtualNetworks.map(({ name }) => name);
  const count = logicalCount(host.processors);
  for (const [index, machine] of host.virtualMachines.entries()) {
    const at = `${path}.virtualMachines[${index}]`;
    if (!networks.includes(machine.network)) say(`${at}.network`, `There is no virtual network “${machine.network}”. ${known(networks)}`);
    const { affinity, processors } = machine;
    if (affinity && affinity.length !== processors)
      say(`${at}.affinity`, `${affinity.length} logical processors for ${processors} virtual ones: name one for each.`);
    for (const [place, processor] of (affinity ?? []).entries())
      if (processor >= count) say(`${at}.affinity[${place}]`, `${host.name} has no processor ${processor}: the last is ${count - 1}.`);
  }
}

/** Precondition: the properties of the host are read without fault. */
export function checkVirtual(host: Host, path: string, say: Say): void {
  const { virtualNetworks, virtualMachines } = host;
  if (!virtualNetworks.length && !virtualMachines.length) return;
  if (host.kind === 'ideal')
    say(`${path}.virtualMachines`, 'An ideal host has no processors, and so no virtual machines; make it a modelled one.');
  else if (!host.windows.roles.hyperV)
    say(`${path}.windows.roles.hyperV`, 'Virtual networks and virtual machines need the Hyper-V role: set it to true.');
  checkNetworks(host, path, say);
  checkMachines(host, path, say);
}

/** Where the migrations so far have brought a virtual machine, and when it goes on there. */
export interface Migration {
  host: string;
  until: number;
}

type Migrate = Extract<TimelineEvent, { do: 'migrate' }>;

/** @param migrations  so far, by virtual machine; this one is entered */
export function checkMigration({ hosts }: Scenario, event: Migrate, path: string, migrations: Map<string, Migration>, say: Say): void {
  const { machine: name, to, at, pause } = event;
  if (typeof name !== 'string' || typeof to !== 'string') return;
  const all = hosts.flatMap((host) => (host?.virtualMachines ?? []).map((machine) => ({ host: host.name, machine })));
  const found = all.find(({ machine }) => machine?.name === name);
  const target = hosts.find((host) => host?.name === to);
  const names = (list: (string | undefined)[]) => list.filter((one) => one !== undefined);
  if (!found)
    say(`${path}.machine`, `There is no virtual machine “${name}”.${nearestHint(name, names(all.map(({ machine }) => machine?.name)))}`);
  if (!target) say(`${path}.to`, `There is no host “${to}”.${nearestHint(to, names(hosts.map((host) => host?.name)))}`);
  if (!found || !target) return;
  const { network } = found.machine;
  const before = migrations.get(name);
  if (before && at < before.until)
    say(`${path}.at`, `${name} is on its way to ${before.host} until ${printQuantity('duration', before.until)}.`);
  if ((before?.host ?? found.host) === to) say(`${path}.to`, `${name} is on ${to} already.`);
  const networkOf = (host: string) => hosts.find((one) => one?.name === host)?.virtualNetworks?.find((one) => one?.name === network);
  if (target.kind === 'ideal' || !target.windows?.roles?.hyperV)
    say(`${path}.to`, `${to} has no Hyper-V role, and so no virtual machines.`);
  else if (!networkOf(to)) say(`${path}.to`, `${to} has no virtual network “${network}”, which ${name} is connected to.`);
  else if (networkOf(found.host)?.kind !== 'external' || networkOf(to)?.kind !== 'external')
    say(`${path}.to`, `The virtual network “${network}” has to be external on both hosts: others end at the host.`);
  migrations.set(name, { host: to, until: at + pause });
}
