// A host for tests of counters.

import { instanceNames, type InstanceHost } from '../../ui/counters/instances.ts';
import { objectsOf, type WindowsVersion } from '../../ui/counters/objects.ts';
import type { CounterCatalog } from '../../ui/counters/path.ts';

export const host: InstanceHost = { processors: 4, adapters: ['Ten Gig', 'Ten Gig', 'Intel(R) PRO/1000 MT'] };

export const catalogOf = (version: WindowsVersion): CounterCatalog => ({
  computer: 'SRV1',
  objects: objectsOf(version),
  instances: (object) => instanceNames(object.instances, host),
});
