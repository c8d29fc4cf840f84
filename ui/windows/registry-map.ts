// Which property of the document each registry value is. What is not here is kept as it is, in the document's list of other values.

import type { Host, Nic } from '../scenario/schema.ts';

/** A value of Tcpip, Ndis or VMSMP: the name of the property of windows.registry. */
export const systemValues = {
  tcpip: ['EnableRSS', 'EnableTCPChimney', 'EnableTCPA', 'DisableTaskOffload'],
  ndis: ['MaxNumRssCpus', 'RssBaseCpu'],
  vmsmp: ['TenGigVmqEnabled', 'BelowTenGigVmqEnabled'],
} as const;

export type SystemValueName = (typeof systemValues)[keyof typeof systemValues][number];

/** A keyword of an adapter: its number now, and the edits of the adapter that make it another; null where it cannot be. */
export interface KeywordMap {
  readonly read: (nic: Nic) => number | null;
  readonly write: (value: number, host: Host) => readonly { readonly path: string; readonly value: unknown }[] | null;
}

const bit = (on: boolean): number => (on ? 1 : 0);
const one = (path: string, value: unknown) => [{ path, value }];

const toggle = (path: string, read: (nic: Nic) => boolean): KeywordMap => ({
  read: (nic) => bit(read(nic)),
  write: (value) => one(path, value === 1),
});
const number = (path: string, read: (nic: Nic) => number): KeywordMap => ({ read, write: (value) => one(path, value) });

const ETHERNET_HEADER = 14;
const ANY_NODE = 65_535;

/** 3: transmit and receive. The document has one switch for both directions of all protocols. */
const checksum: KeywordMap = {
  read: (nic) => (nic.checksumOffload ? 3 : 0),
  write: (value) => (value === 3 || value === 0 ? one('checksumOffload', value === 3) : null),
};
const largeSendV2 = toggle('lsoV2', ({ lsoV2 }) => lsoV2);

/** Connection offload is as installed until somebody sets it. */
const connectionOffload = (family: 'ipv4' | 'ipv6'): KeywordMap => ({
  read: ({ connectionOffload: set }) => (set[family] === undefined ? null : bit(set[family])),
  write: (value) => one(`connectionOffload.${family}`, value === 1),
});

export const keywordMaps: Readonly<Record<string, KeywordMap>> = {
  '*RSS': toggle('rss.enabled', ({ rss }) => rss.enabled),
  '*RssBaseProcNumber': number('rss.baseProcessor', ({ rss }) => rss.baseProcessor),
  '*RssBaseProcGroup': number('rss.baseGroup', ({ rss }) => rss.baseGroup),
  '*MaxRssProcessors': number('rss.maxProcessors', ({ rss }) => rss.maxProcessors),
  '*NumaNodeId': {
    read: ({ rss }) => rss.numaNode ?? ANY_NODE,
    write: (value) => one('rss.numaNode', value === ANY_NODE ? undefined : value),
  },
  '*VMQ': toggle('vmq.enabled', ({ vmq }) => vmq.enabled),
  '*VMQLookaheadSplit': toggle('vmq.lookaheadSplit', ({ vmq }) => vmq.lookaheadSplit),
  '*VMQVlanFiltering': toggle('vmq.vlanFiltering', ({ vmq }) => vmq.vlanFiltering),
  '*RssOrVmqPreference': {
    read: ({ vmq }) => bit(vmq.preference === 'vmq'),
    write: (value) => one('vmq.preference', value === 1 ? 'vmq' : 'rss'),
  },
  '*TCPConnectionOffloadIPv4': connectionOffload('ipv4'),
  '*TCPConnectionOffloadIPv6': connectionOffload('ipv6'),
  '*LsoV1IPv4': toggle('lsoV1', ({ lsoV1 }) => lsoV1),
  '*LsoV2IPv4': largeSendV2,
  '*LsoV2IPv6': largeSendV2,
  '*TCPChecksumOffloadIPv4': checksum,
  '*TCPChecksumOffloadIPv6': checksum,
  '*UDPChecksumOffloadIPv4': checksum,
  '*UDPChecksumOffloadIPv6': checksum,
  '*IPChecksumOffloadIPv4': checksum,
  '*InterruptModeration': {
    read: ({ moderation }) => bit(moderation.mode !== 'off'),
    write: (value) => one('moderation', { mode: value === 1 ? 'adaptive' : 'off' }),
  },
  '*JumboPacket': {
    read: ({ mtu }) => mtu + ETHERNET_HEADER,
    write: (value) => one('mtu', value - ETHERNET_HEADER),
  },
  '*ReceiveBuffers': number('receiveDescriptors', ({ receiveDescriptors }) => receiveDescriptors),
  '*TransmitBuffers': number('transmitDescriptors', ({ transmitDescriptors }) => transmitDescriptors),
};
