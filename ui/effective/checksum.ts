// Checksum offload: the adapter computes and checks IP, TCP and UDP checksums. RSS and large sends stand on it.
// Leaves out: the granular keywords for each protocol and direction.

import { failure, type Feature, type Gate } from './gates.ts';
import { versionGate, withSetting } from './common-gates.ts';
import { KB2643970, OFFLOAD_KEYWORDS, source } from './sources.ts';

/** Windows can keep all task offloads off, whatever the adapters can do. */
export const taskOffloadGates: readonly Gate[] = [
  {
    id: 'task-offload-netsh',
    scope: 'computer',
    title: 'Task offload',
    requires: 'Task offload is enabled for IP.',
    evidence: source('netsh interface ip set global taskoffload='),
    applies: withSetting('host.netsh.taskOffload'),
    fails: ({ host }) =>
      host.netsh.taskOffload === 'disabled'
        ? failure('All task offloads are disabled by netsh.', 'host.netsh.taskOffload', 'enabled')
        : null,
  },
  {
    id: 'task-offload-registry',
    scope: 'computer',
    title: 'DisableTaskOffload',
    requires: 'The registry does not disable task offloads.',
    evidence: OFFLOAD_KEYWORDS,
    fails: ({ host }) =>
      host.registry.DisableTaskOffload
        ? failure('DisableTaskOffload is 1: all task offloads are off.', 'host.registry.DisableTaskOffload', 0)
        : null,
  },
];

export const checksumCapabilityGate: Gate = {
  id: 'checksum-capability',
  scope: 'adapter',
  title: 'Checksums in hardware',
  requires: 'The adapter can compute checksums.',
  evidence: OFFLOAD_KEYWORDS,
  fails: ({ adapter }) =>
    adapter.capabilities.checksum ? null : failure('The adapter cannot compute checksums.', 'adapter.capabilities.checksum', true),
};

export const checksumPropertyGate: Gate = {
  id: 'checksum-property',
  scope: 'adapter',
  title: 'Checksum offload of the adapter',
  requires: 'Checksum offload is enabled in the properties of the adapter.',
  evidence: OFFLOAD_KEYWORDS,
  fails: ({ adapter }) =>
    adapter.properties.checksum ? null : failure('Checksum offload is disabled on the adapter.', 'adapter.properties.checksum', true),
};

/** For features that need the adapter's checksums, as KB 2643970 says of RSS. */
export const checksumForRssGates: readonly Gate[] = [
  { ...checksumCapabilityGate, evidence: KB2643970 },
  { ...checksumPropertyGate, evidence: KB2643970 },
];

export const checksum: Feature = {
  id: 'checksum',
  scope: 'adapter',
  gates: [versionGate('checksum'), ...taskOffloadGates, checksumCapabilityGate, checksumPropertyGate],
};
