// Gates of one TCP connection on its way to the adapter. The same for connections of the host and of a guest, but for whose switch counts.
// Leaves out: what moves a connection back once it is offloaded (upload reasons); that is the business of the emulated adapter.

import { automaticEvidence } from './defaults.ts';
import { failure, type Failure, type Gate } from './gates.ts';
import type { Change } from './setting-paths.ts';
import type { ChimneyMode, TcpState, WindowsSettings } from './settings.ts';
import {
  assumed, CHIMNEY_COMPATIBILITY, CONNECTION_CAPABILITIES, CONNECTION_OFFLOAD_KEYWORDS, DELEGATED_STATE, KB951037,
} from './sources.ts'; // prettier-ignore

/** Whose TCP/IP owns the connection: that of the host, or that of a guest. */
export interface ConnectionOwner {
  readonly mode: (settings: WindowsSettings) => ChimneyMode;
  /** Leaves the automatic mode for the one without thresholds. */
  readonly enable: (settings: WindowsSettings) => Change;
  readonly hasIpsecPolicy: (settings: WindowsSettings) => boolean;
  readonly firewallUploads: (settings: WindowsSettings) => boolean;
}

const NEVER_OFFLOADED: readonly TcpState[] = ['closed', 'listen', 'syn-sent', 'syn-received', 'time-wait'];

const thresholdGate = (
  id: string,
  title: string,
  requires: string,
  owner: ConnectionOwner,
  misses: (settings: WindowsSettings) => string | null,
  scope: Gate['scope'] = 'connection',
): Gate => ({
  id,
  scope,
  title,
  requires,
  evidence: automaticEvidence,
  applies: (settings) => owner.mode(settings) === 'automatic',
  fails: (settings): Failure | null => {
    const sentence = misses(settings);
    return sentence === null ? null : { sentence, change: owner.enable(settings) };
  },
});

/** The automatic mode asks for a fast adapter, before it asks about any connection. */
export const automaticLinkGate = (owner: ConnectionOwner): Gate =>
  thresholdGate(
    'automatic-link',
    'Automatic mode: link',
    'The link is fast enough for the automatic mode.',
    owner,
    ({ adapter, assumptions: { chimneyAutomatic } }) =>
      adapter.linkBps >= chimneyAutomatic.linkBps
        ? null
        : `The automatic mode offloads from ${chimneyAutomatic.linkBps / 1e9} Gb/s on; the link has ${adapter.linkBps / 1e9} Gb/s.`,
    'adapter',
  );

const isIPv4 = ({ connection }: WindowsSettings) => connection.family === 'ipv4';
const familyName = (settings: WindowsSettings) => (isIPv4(settings) ? 'IPv4' : 'IPv6');

/** @param filters  gates of the tables of chimney, where they apply */
export const connectionGates = (owner: ConnectionOwner, filters: readonly Gate[] = []): readonly Gate[] => [
  {
    id: 'path',
    scope: 'connection',
    title: 'Way of the packets',
    requires: 'The packets of the connection go through the adapter.',
    evidence: KB951037,
    fails: ({ connection: { path } }) => {
      if (path === 'network') return null;
      const sentence =
        path === 'netft'
          ? 'The connection goes through the NetFT driver of the cluster; such connections are not offloaded.'
          : 'The connection is a loopback: it reaches no adapter.';
      return failure(sentence, 'connection.path', 'network');
    },
  },
  {
    id: 'family-capability',
    scope: 'connection',
    title: 'Address family in hardware',
    requires: 'The adapter offloads connections of this address family.',
    evidence: CONNECTION_CAPABILITIES,
    fails: (settings) =>
      settings.adapter.capabilities[`chimney${familyName(settings)}`]
        ? null
        : failure(
            `The adapter cannot offload ${familyName(settings)} connections.`,
            `adapter.capabilities.chimney${familyName(settings)}`,
            true,
          ),
  },
  {
    id: 'family-property',
    scope: 'connection',
    title: 'Address family on the adapter',
    requires: 'Offload of this address family is enabled on the adapter.',
    evidence: CONNECTION_OFFLOAD_KEYWORDS,
    fails: (settings) =>
      settings.adapter.properties[`chimney${familyName(settings)}`]
        ? null
        : failure(
            `Offload of ${familyName(settings)} connections is disabled on the adapter.`,
            `adapter.properties.chimney${familyName(settings)}`,
            true,
          ),
  },
  {
    id: 'opened-before',
    scope: 'connection',
    title: 'Age of the connection',
    requires: 'The connection was opened after chimney was turned on.',
    evidence: assumed('Connections that exist already are taken not to be offloaded when chimney is turned on.'),
    fails: ({ connection }) =>
      connection.openedBefore
        ? failure('The connection is older than the mode of chimney; it stays in the host.', 'connection.openedBefore', false)
        : null,
  },
  {
    id: 'state',
    scope: 'connection',
    title: 'State of the connection',
    requires: 'The connection is set up and not yet over.',
    evidence: DELEGATED_STATE,
    fails: ({ connection: { state } }) =>
      NEVER_OFFLOADED.includes(state)
        ? failure(`A connection in ${state.toUpperCase().replaceAll('-', '_')} is not offloaded.`, 'connection.state', 'established')
        : null,
  },
  {
    id: 'ipsec',
    scope: 'connection',
    title: 'IPsec',
    requires: 'No IPsec policy covers the connection.',
    evidence: CHIMNEY_COMPATIBILITY,
    fails: (settings) =>
      owner.hasIpsecPolicy(settings) && settings.connection.ipsec
        ? failure('An IPsec policy covers the connection.', 'connection.ipsec', false)
        : null,
  },
  {
    id: 'firewall-upload',
    scope: 'connection',
    title: 'Windows Firewall',
    requires: 'No rule of Windows Firewall has made Windows take the connection back.',
    evidence: CHIMNEY_COMPATIBILITY,
    applies: owner.firewallUploads,
    fails: ({ connection }) =>
      connection.uploadedByFirewall
        ? failure(
            'A rule of Windows Firewall uploaded the connection; it is never offloaded again.',
            'connection.uploadedByFirewall',
            false,
          )
        : null,
  },
  ...filters,
  thresholdGate(
    'automatic-round-trip',
    'Automatic mode: round trip',
    'The round trip is short enough for the automatic mode.',
    owner,
    ({ connection: { roundTripMs }, assumptions: { chimneyAutomatic } }) =>
      roundTripMs < chimneyAutomatic.roundTripMs
        ? null
        : `The automatic mode offloads below ${chimneyAutomatic.roundTripMs} ms; the mean round trip is ${roundTripMs} ms.`,
  ),
  thresholdGate(
    'automatic-bytes',
    'Automatic mode: amount of data',
    'The connection has moved enough data for the automatic mode.',
    owner,
    ({ connection: { bytesMoved }, assumptions: { chimneyAutomatic } }) =>
      bytesMoved >= chimneyAutomatic.bytes
        ? null
        : `The automatic mode offloads from ${chimneyAutomatic.bytes} bytes on; the connection has moved ${bytesMoved}.`,
  ),
  {
    id: 'room',
    scope: 'connection',
    title: 'Room in the adapter',
    requires: 'The adapter has room for one more connection.',
    evidence: CONNECTION_CAPABILITIES,
    fails: ({ adapter: { capabilities, offloadedConnections } }) =>
      offloadedConnections < capabilities.chimneyConnections
        ? null
        : failure(
            `The adapter holds ${offloadedConnections} connections and has room for ${capabilities.chimneyConnections}.`,
            'adapter.capabilities.chimneyConnections',
            offloadedConnections + 1,
          ),
  },
];
