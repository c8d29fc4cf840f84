// The performance counters of a host: the objects of its version, and their instances by its processors, adapters and virtual networks.

import { instanceNames, type InstanceHost } from '../counters/instances.ts';
import { objectsOf } from '../counters/objects.ts';
import type { CounterCatalog } from '../counters/path.ts';
import { logicalCount } from '../scenario/host-settings.ts';
import type { Host } from '../scenario/schema.ts';
import { adapterDescription } from './registry-view.ts';

export const computerName = ({ name }: Host): string => name.toUpperCase();

/** @param machines  those that are on the host now; left out: those that it has in the document */
export const instanceHost = (host: Host, machines = host.virtualMachines.map(({ name }) => name)): InstanceHost => ({
  processors: logicalCount(host.processors),
  adapters: host.nics.map(adapterDescription),
  virtualAdapters: machines.map((name) => `${name}_Network Adapter`),
  virtualSwitches: host.virtualNetworks.map(({ name }) => name),
});

export function counterCatalog(host: Host, machines?: string[]): CounterCatalog {
  const instances = instanceHost(host, machines);
  return { computer: computerName(host), objects: objectsOf(host.os), instances: ({ instances: kind }) => instanceNames(kind, instances) };
}
