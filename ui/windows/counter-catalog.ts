// The performance counters of a host: the objects of its version, and their instances by its processors, adapters and virtual networks.

import { instanceNames, type InstanceHost } from '../counters/instances.ts';
import { objectsOf } from '../counters/objects.ts';
import type { CounterCatalog } from '../counters/path.ts';
import { logicalCount } from '../scenario/host-settings.ts';
import type { Host } from '../scenario/schema.ts';
import { adapterDescription } from './registry-view.ts';

export const computerName = ({ name }: Host): string => name.toUpperCase();

export const instanceHost = (host: Host): InstanceHost => ({
  processors: logicalCount(host.processors),
  adapters: host.nics.map(adapterDescription),
  virtualAdapters: host.virtualMachines.map(({ name }) => `${name}_Network Adapter`),
  virtualSwitches: host.virtualNetworks.map(({ name }) => name),
});

export function counterCatalog(host: Host): CounterCatalog {
  const instances = instanceHost(host);
  return { computer: computerName(host), objects: objectsOf(host.os), instances: ({ instances: kind }) => instanceNames(kind, instances) };
}
