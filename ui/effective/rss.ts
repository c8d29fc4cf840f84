// Receive Side Scaling of one adapter: what has to be so that its receive load is spread over processors.
// Order: the computer, the adapter and its driver, its properties, what stands above them.

import type { Note } from '../features/rss.ts';
import { missingUpdates } from './advice.ts';
import { checksumForRssGates } from './checksum.ts';
import { failure, type Feature, type Gate } from './gates.ts';
import { versionOf } from './os/versions.ts';
import { rssInForce } from './rss-processors.ts';
import type { WindowsSettings } from './settings.ts';
import { driverGate, hasSetting, switchGate, teamGate, versionGate, withSetting } from './common-gates.ts';
import { CONSTANT_STATE, INTEL, RSS_KEYWORDS, RSS_MSI, source, VMQ_KEYWORDS } from './sources.ts';

const blockedBy = (role: 'nlb' | 'nat', title: string, sentence: string): Gate => ({
  id: role,
  scope: 'computer',
  title,
  requires: `${title} does not stand against RSS.`,
  evidence: (settings) => versionOf(settings).rss[role].evidence,
  fails: (settings) =>
    settings.host.roles[role] && versionOf(settings).rss[role].blocks ? failure(sentence, `host.roles.${role}`, false) : null,
});

export const rssGates: readonly Gate[] = [
  versionGate('rss'),
  {
    id: 'processors',
    scope: 'computer',
    title: 'Processors',
    requires: 'The computer has more than one processor core.',
    evidence: INTEL,
    fails: ({ host }) =>
      host.processors.cores > 1 ? null : failure('There is one core only: nothing can be spread.', 'host.processors.cores', 2),
  },
  blockedBy('nlb', 'Network Load Balancing', 'RSS does not go together with Network Load Balancing in this version.'),
  blockedBy('nat', 'Address translation', 'RSS does not go together with NAT and Internet Connection Sharing in this version.'),
  switchGate('rss'),
  {
    id: 'capability',
    scope: 'adapter',
    title: 'RSS in hardware',
    requires: 'The adapter can do RSS.',
    evidence: INTEL,
    fails: ({ adapter }) => (adapter.capabilities.rss ? null : failure('The adapter cannot do RSS.', 'adapter.capabilities.rss', true)),
  },
  driverGate('rss'),
  {
    id: 'binding',
    scope: 'adapter',
    title: 'Binding',
    requires: 'The adapter is bound to TCP/IP.',
    evidence: VMQ_KEYWORDS,
    fails: ({ adapter }) =>
      adapter.binding === 'tcpip'
        ? null
        : failure('The adapter is bound to a virtual switch; RSS is for adapters bound to TCP/IP.', 'adapter.binding', 'tcpip'),
  },
  {
    id: 'preference',
    scope: 'adapter',
    title: 'RSS or VMQ',
    requires: 'The adapter offers RSS rather than virtual machine queues.',
    evidence: VMQ_KEYWORDS,
    applies: (settings) =>
      hasSetting(settings.host.os, 'adapter.properties.rssOrVmqPreference') && settings.adapter.capabilities.vmqQueues > 0,
    fails: ({ adapter }) =>
      adapter.properties.rssOrVmqPreference === 0
        ? null
        : failure(
            'The adapter is set to offer virtual machine queues, and then offers no RSS.',
            'adapter.properties.rssOrVmqPreference',
            0,
          ),
  },
  {
    id: 'property',
    scope: 'adapter',
    title: 'RSS of the adapter',
    requires: 'RSS is enabled in the properties of the adapter.',
    evidence: RSS_KEYWORDS,
    fails: ({ adapter }) => (adapter.properties.rss ? null : failure('RSS is disabled on the adapter.', 'adapter.properties.rss', true)),
  },
  ...checksumForRssGates,
  teamGate('rss', INTEL),
  {
    id: 'group',
    scope: 'adapter',
    title: 'Processor group',
    requires: 'The base processor is in processor group 0.',
    evidence: RSS_KEYWORDS,
    applies: withSetting('adapter.properties.rssBaseProcGroup'),
    fails: ({ adapter }) =>
      adapter.properties.rssBaseProcGroup === 0
        ? null
        : failure(
            `The base processor is in group ${adapter.properties.rssBaseProcGroup}; TCP/IP uses group 0 only and then has no processor for RSS.`,
            'adapter.properties.rssBaseProcGroup',
            0,
          ),
  },
];

function notes(settings: WindowsSettings): Note[] {
  const { processors, notes: remarks } = rssInForce(settings);
  const found = [...remarks];
  if (processors.length === 1)
    found.push({
      path: 'adapter.properties.rss',
      message: `RSS is on, but processor ${processors[0]} takes everything: it is the only one that the settings leave.`,
      evidence: INTEL,
    });
  if (!settings.adapter.capabilities.msiX)
    found.push({
      path: 'adapter.capabilities.msiX',
      message: 'Without MSI-X all queues share an interrupt, and one processor has to hand the work to the others.',
      evidence: RSS_MSI,
    });
  if (settings.connection.ipv4Options)
    found.push({
      path: 'connection.ipv4Options',
      message: 'The adapter has to skip IPv4 options to find the ports; if it cannot, it does not hash these packets.',
      evidence: source('windows-driver-docs: RSS hashing types'),
    });
  if (settings.adapter.offloadedConnections > 0)
    found.push({
      path: 'adapter.offloadedConnections',
      message:
        'Offloaded connections do not go through the indirection table of the host; the adapter gets a hash value with each of them.',
      evidence: CONSTANT_STATE,
    });
  return [...found, ...missingUpdates(settings, 'rss')];
}

export const rss: Feature = { id: 'rss', scope: 'adapter', gates: rssGates, notes };
