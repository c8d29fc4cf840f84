// Two configurations of a host as lists of settings, and where they differ. Null is “as derived”; what a list does not name is not known.

import { rssHashTypeFields, type RssSettings } from '../features/rss.ts';
import type { Field } from '../scenario/fields.ts';
import { readField } from '../scenario/read-field.ts';
import type { Host } from '../scenario/schema.ts';
import { hostField } from '../scenario/schema-host.ts';
import { canonicalValue, writtenValue } from '../readers/host-fields.ts';
import type { Setting, SettingValue } from '../readers/types.ts';

export interface Difference {
  path: string;
  /** Undefined: not known. */
  from: SettingValue | undefined;
  to: SettingValue | undefined;
}

/** Lists that are one setting: their entries have no names, and are added and removed. */
const tables = new Set(['windows.chimneyPorts', 'windows.chimneyApplications', 'windows.registry.other']);

function flatten(field: Field, value: unknown, path: string): Setting[] {
  if (field.kind === 'group')
    return Object.entries(field.fields).flatMap(([name, child]) =>
      flatten(child, (value as Record<string, unknown> | undefined)?.[name], path ? `${path}.${name}` : name),
    );
  if (field.kind === 'list' && field.item.kind === 'group' && !tables.has(path))
    return (value as unknown[]).flatMap((entry, index) => flatten(field.item, entry, `${path}[${index}]`));
  return [{ path, value: value === undefined ? null : writtenValue(field, value) }];
}

/** Every setting of a host. @param host as validateScenario gives it */
export const hostSettings = (host: Host): Setting[] => flatten(hostField, host, '');

/**
 * The same for a host as the document has it, which may be unfinished: what is missing or faulty stands at its default.
 * @param host what JSON.parse gave
 */
export function hostSettingsList(host: unknown): Setting[] {
  const isObject = typeof host === 'object' && host !== null && !Array.isArray(host);
  return hostSettings(readField(hostField, isObject ? host : {}, '', () => undefined) as Host);
}

/** Settings of RSS alone, as those of the first adapter. Threads and processors stand for one socket. */
export function rssSettingList(settings: RssSettings): Setting[] {
  const { processors, threadsPerCore, queues, table, hashFlags, skipSiblings, baseProcessor, maxProcessors, tableEntries, key } = settings;
  const hashTypes = rssHashTypeFields.filter(({ flag }) => hashFlags & flag).map(({ id }) => id);
  const ofRss = { skipSiblings, baseProcessor, maxProcessors, tableEntries, table, key, hashTypes };
  return [
    { path: 'processors.sockets', value: 1 },
    { path: 'processors.coresPerSocket', value: processors / threadsPerCore },
    { path: 'processors.threadsPerCore', value: threadsPerCore },
    { path: 'nics[0].queues', value: queues },
    ...Object.entries(ofRss).map(([name, value]) => ({ path: `nics[0].rss.${name}`, value })),
  ];
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Where two configurations differ, in the order of the second, then what only the first one names. */
export function differences(from: readonly Setting[], to: readonly Setting[]): Difference[] {
  const values = (settings: readonly Setting[]) => new Map(settings.map(({ path, value }) => [path, canonicalValue(path, value)]));
  const before = values(from);
  const after = values(to);
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((path) => ({ path, from: before.get(path), to: after.get(path) }))
    .filter((difference) => !same(difference.from, difference.to));
}
