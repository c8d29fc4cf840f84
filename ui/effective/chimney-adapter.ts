// Gates of the adapter that TCP Chimney and Virtual Machine Chimney share.

import { failure, type Gate } from './gates.ts';
import { driverGate, teamGate } from './common-gates.ts';
import type { WindowsSettings } from './settings.ts';
import { CONNECTION_CAPABILITIES, CONNECTION_OFFLOAD_KEYWORDS, KB951037 } from './sources.ts';

export const chimneyCapabilityGate: Gate = {
  id: 'capability',
  scope: 'adapter',
  title: 'Chimney in hardware',
  requires: 'The adapter can take TCP connections.',
  evidence: CONNECTION_CAPABILITIES,
  fails: ({ adapter: { capabilities } }) =>
    capabilities.chimneyIPv4 || capabilities.chimneyIPv6
      ? null
      : failure('The adapter cannot take TCP connections.', 'adapter.capabilities.chimneyIPv4', true),
};

/** The connections that the adapter could take, and those that its properties let it take. */
const families = ({ adapter: { capabilities, properties } }: WindowsSettings) => ({
  ipv4: { can: capabilities.chimneyIPv4, may: properties.chimneyIPv4 },
  ipv6: { can: capabilities.chimneyIPv6, may: properties.chimneyIPv6 },
});

export const chimneyPropertyGate: Gate = {
  id: 'property',
  scope: 'adapter',
  title: 'Chimney of the adapter',
  requires: 'TCP connection offload is enabled in the properties of the adapter.',
  evidence: CONNECTION_OFFLOAD_KEYWORDS,
  fails: (settings) => {
    const { ipv4, ipv6 } = families(settings);
    if ((ipv4.can && ipv4.may) || (ipv6.can && ipv6.may)) return null;
    const sentence = 'TCP connection offload is disabled on the adapter.';
    return ipv4.can ? failure(sentence, 'adapter.properties.chimneyIPv4', true) : failure(sentence, 'adapter.properties.chimneyIPv6', true);
  },
};

export const chimneyDriverGate = driverGate('chimney');

export const chimneyTeamGate = teamGate('chimney', KB951037);
