// What has to fit together in the virtual networks and virtual machines of a host.

import type { Say } from './check-hosts.ts';
import { logicalCount } from './host-settings.ts';
import type { Host } from './schema.ts';

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
