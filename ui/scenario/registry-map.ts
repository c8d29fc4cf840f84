// Which property of the document each registry value is: one table for the registry of the emulated host, for the readers of real servers,
// and for the scripts. What is not here is kept as it is, in the document's list of other values.

import { findKnownValue, type KnownPlace, knownValues } from '../registry/known-values.ts';
import { type WindowsVersion, windowsVersions } from '../registry/windows-version.ts';
import type { Nic } from './schema.ts';

/** Values of the system: the properties of windows.registry. */
export const systemValueNames = [
  'EnableRSS',
  'EnableTCPChimney',
  'EnableTCPA',
  'DisableTaskOffload',
  'MaxNumRssCpus',
  'RssBaseCpu',
  'TenGigVmqEnabled',
  'BelowTenGigVmqEnabled',
] as const;

export type SystemValueName = (typeof systemValueNames)[number];
export type SystemPlace = Exclude<KnownPlace, 'adapter'>;

const systemPlaces: readonly SystemPlace[] = ['tcpip', 'ndis', 'vmsmp'];

/** The name as the table has it; registry names have no case. */
export const systemValueName = (name: string): SystemValueName | undefined =>
  systemValueNames.find((known) => known.toLowerCase() === name.toLowerCase());

/** Where a version reads the value; where the newest does when this one does not. */
export const systemPlace = (version: WindowsVersion, name: SystemValueName): SystemPlace =>
  [version, ...windowsVersions.toReversed()]
    .map((one) => systemPlaces.find((place) => findKnownValue(one, place, name)))
    .find((place) => place !== undefined)!;

/** A keyword of an adapter, and the property of the adapter that it is. */
export interface KeywordMap {
  readonly property: string;
  /** Value of the property, undefined or null when it is left out -> number of the keyword; null: the keyword is absent, or cannot say it. */
  readonly toNumber: (value: unknown) => number | null;
  /** Number of the keyword -> value of the property, undefined where it is left out; null: the property cannot say it. */
  readonly toValue: (number: number) => { readonly value: unknown } | null;
}

const bit = (on: boolean): number => (on ? 1 : 0);

const toggle = (property: string): KeywordMap => ({
  property,
  toNumber: (value) => (typeof value === 'boolean' ? bit(value) : null),
  toValue: (number) => (number === 0 || number === 1 ? { value: number === 1 } : null),
});
const number = (property: string): KeywordMap => ({
  property,
  toNumber: (value) => (typeof value === 'number' ? value : null),
  toValue: (value) => ({ value }),
});

const ETHERNET_HEADER = 14;
const ANY_NODE = 65_535;

/** 3: transmit and receive. The document has one switch for both directions of all protocols. */
const checksum: KeywordMap = {
  property: 'checksumOffload',
  toNumber: (value) => (typeof value === 'boolean' ? 3 * bit(value) : null),
  toValue: (number) => (number === 3 || number === 0 ? { value: number === 3 } : null),
};
const largeSendV2 = toggle('lsoV2');

const modeOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'mode' in value ? value.mode : undefined);

export const keywordMaps: Readonly<Record<string, KeywordMap>> = {
  '*RSS': toggle('rss.enabled'),
  '*RssBaseProcNumber': number('rss.baseProcessor'),
  '*RssBaseProcGroup': number('rss.baseGroup'),
  '*MaxRssProcessors': number('rss.maxProcessors'),
  '*NumaNodeId': {
    property: 'rss.numaNode',
    toNumber: (value) => (typeof value === 'number' ? value : ANY_NODE),
    toValue: (number) => ({ value: number === ANY_NODE ? undefined : number }),
  },
  '*VMQ': toggle('vmq.enabled'),
  '*VMQLookaheadSplit': toggle('vmq.lookaheadSplit'),
  '*VMQVlanFiltering': toggle('vmq.vlanFiltering'),
  '*RssOrVmqPreference': {
    property: 'vmq.preference',
    toNumber: (value) => bit(value === 'vmq'),
    toValue: (number) => (number === 0 || number === 1 ? { value: number === 1 ? 'vmq' : 'rss' } : null),
  },
  '*TCPConnectionOffloadIPv4': toggle('connectionOffload.ipv4'),
  '*TCPConnectionOffloadIPv6': toggle('connectionOffload.ipv6'),
  '*LsoV1IPv4': toggle('lsoV1'),
  '*LsoV2IPv4': largeSendV2,
  '*LsoV2IPv6': largeSendV2,
  '*TCPChecksumOffloadIPv4': checksum,
  '*TCPChecksumOffloadIPv6': checksum,
  '*UDPChecksumOffloadIPv4': checksum,
  '*UDPChecksumOffloadIPv6': checksum,
  '*IPChecksumOffloadIPv4': checksum,
  '*InterruptModeration': {
    property: 'moderation',
    toNumber: (value) => bit(modeOf(value) !== 'off'),
    toValue: (number) => (number === 0 || number === 1 ? { value: { mode: number === 1 ? 'adaptive' : 'off' } } : null),
  },
  '*JumboPacket': {
    property: 'mtu',
    toNumber: (value) => (typeof value === 'number' ? value + ETHERNET_HEADER : null),
    toValue: (number) => ({ value: number - ETHERNET_HEADER }),
  },
  '*ReceiveBuffers': number('receiveDescriptors'),
  '*TransmitBuffers': number('transmitDescriptors'),
};

/** The keyword as the table has it; registry names have no case. */
export const keywordName = (name: string): string | undefined =>
  Object.keys(keywordMaps).find((known) => known.toLowerCase() === name.toLowerCase());

/** The keywords that a property of an adapter is; none for one that the registry does not have. */
export const keywordsOf = (property: string): readonly string[] =>
  Object.keys(keywordMaps).filter((name) => keywordMaps[name]!.property === property);

/** The number that a keyword has on an adapter; null where it is absent. */
export function keywordNumber(name: string, nic: Nic): number | null {
  const { property, toNumber } = keywordMaps[name]!;
  return toNumber(property.split('.').reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], nic));
}

/** What is known about a keyword, of any version. */
export const knownKeyword = (name: string) => knownValues.find((known) => known.place === 'adapter' && known.name === name);
