// Which settings are values of the registry, and which values. Their defaults, ranges, places and restarts are those of
// ui/registry/known-values.ts; what a version of Windows adds to them stands in os/.

import type { Evidence } from '../features/rss.ts';
import { keywordGroups } from '../registry/keyword-groups.ts';
import { type KnownDefault, type KnownValue, knownValues } from '../registry/known-values.ts';
import type { WindowsVersion } from '../registry/windows-version.ts';
import type { OsId } from './os/versions.ts';
import type { SettingPath } from './setting-paths.ts';
import type { AdapterSettings, HostSettings } from './settings.ts';

export type RegistryName = keyof HostSettings['registry'];
export type PropertyName = keyof AdapterSettings['properties'];
export type RegistryPath = `host.registry.${RegistryName}` | `adapter.properties.${PropertyName}`;

const newest: WindowsVersion = 'ws2008r2';

/** A version that is there for comparison only is taken to keep its values as the newest emulated one. */
const versionOfValues = (os: OsId): WindowsVersion => (os === 'later' ? newest : os);

const namesOf = (path: SettingPath): { adapter: boolean; names: readonly string[] } | null => {
  const [, adapter, name] = /^(?:host\.registry|(adapter\.properties))\.(.+)$/.exec(path) ?? [];
  if (name === undefined) return null;
  return adapter ? { adapter: true, names: keywordGroups[name as PropertyName] } : { adapter: false, names: [name] };
};

/** All values of a setting, of any version; none for a setting that is no value of the registry. */
export function knownValuesOf(path: SettingPath): readonly KnownValue[] {
  const wanted = namesOf(path);
  if (!wanted) return [];
  return knownValues.filter(({ place, name }) => (place === 'adapter') === wanted.adapter && wanted.names.includes(name));
}

/**
 * What holds in a version while the value is absent; null where it does not have the value.
 * Standardized keywords came with NDIS 6.0. Assumed: what has one in Server 2008, drivers of Server 2003 have under a name of their vendor.
 */
function standardOf({ place, versions }: KnownValue, os: OsId): KnownDefault | null {
  const own = versions[versionOfValues(os)];
  return own ?? (os === 'ws2003sp2' && place === 'adapter' ? (versions.ws2008 ?? null) : null);
}

/** The values that a version has and goes by. Where netsh stands for a value, netsh is the switch. */
export const valuesInVersion = (os: OsId, path: SettingPath): readonly KnownValue[] =>
  knownValuesOf(path).filter((known) => standardOf(known, os) && !known.netsh?.[versionOfValues(os)]);

/** What holds while the value is absent. A property of several keywords has that of the first: they are alike. */
export function registryDefault(os: OsId, path: RegistryPath): { readonly value: number; readonly evidence: Evidence } | null {
  const [known] = valuesInVersion(os, path);
  const standard = known ? standardOf(known, os)! : null;
  return standard?.value === null || standard === null ? null : { value: standard.value, evidence: standard.evidence };
}

/** The same in the newest version, where this one does not have the value: then nothing reads it. */
export const defaultOrNewest = (os: OsId, path: RegistryPath): number =>
  (registryDefault(os, path) ?? registryDefault(newest, path) ?? { value: 0 }).value;
