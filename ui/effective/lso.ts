// Large send offload: the adapter cuts large sends into segments. V1 for IPv4, V2 for both families, from NDIS 6.0.
// Leaves out: IPsec task offload, which NDIS configures instead of LSO on an adapter that has both.

import { checksumCapabilityGate, checksumPropertyGate, taskOffloadGates } from './checksum.ts';
import { failure, type Feature, type Gate } from './gates.ts';
import { versionGate } from './common-gates.ts';
import { NDIS_VERSIONS } from './settings.ts';
import { assumed, COMBINING, LARGE_SENDS, OFFLOAD_KEYWORDS } from './sources.ts';

const checksumGates: readonly Gate[] = [
  { ...checksumCapabilityGate, evidence: COMBINING },
  {
    ...checksumPropertyGate,
    evidence: assumed('The adapter has to compute the checksum of each segment; no source says what Windows does when that is disabled.'),
  },
];

const driverOfV2: Gate = {
  id: 'driver',
  scope: 'adapter',
  title: 'Driver',
  requires: 'The driver of the adapter is of NDIS 6.0 or later.',
  evidence: LARGE_SENDS,
  fails: ({ adapter: { driverNdis } }) =>
    NDIS_VERSIONS.indexOf(driverNdis) < NDIS_VERSIONS.indexOf('6.0')
      ? failure(`The driver is of NDIS ${driverNdis}; large send offload V2 came with NDIS 6.0.`, 'adapter.driverNdis', '6.0')
      : null,
};

const lsoGates = (name: 'lsoV1' | 'lsoV2', version: string): readonly Gate[] => [
  {
    id: 'capability',
    scope: 'adapter',
    title: `Large sends ${version} in hardware`,
    requires: `The adapter can cut large sends, ${version}.`,
    evidence: LARGE_SENDS,
    fails: ({ adapter }) =>
      adapter.capabilities[name] ? null : failure(`The adapter cannot cut large sends, ${version}.`, `adapter.capabilities.${name}`, true),
  },
  {
    id: 'property',
    scope: 'adapter',
    title: `Large send offload ${version} of the adapter`,
    requires: `Large send offload ${version} is enabled in the properties of the adapter.`,
    evidence: OFFLOAD_KEYWORDS,
    fails: ({ adapter }) =>
      adapter.properties[name]
        ? null
        : failure(`Large send offload ${version} is disabled on the adapter.`, `adapter.properties.${name}`, true),
  },
];

export const lsoV1: Feature = {
  id: 'lso-v1',
  scope: 'adapter',
  gates: [versionGate('lso-v1'), ...taskOffloadGates, ...checksumGates, ...lsoGates('lsoV1', 'V1')],
};

export const lsoV2: Feature = {
  id: 'lso-v2',
  scope: 'adapter',
  gates: [versionGate('lso-v2'), ...taskOffloadGates, driverOfV2, ...checksumGates, ...lsoGates('lsoV2', 'V2')],
};
