// A server that was read, put into a scenario: the one change of the document that the page makes of it.

import type { Adapter } from '../../readers/adapters.ts';
import { nicNameOf, withSettings } from '../../readers/apply.ts';
import type { Setting } from '../../readers/types.ts';
import { valueAt, withEntry, withValue } from '../lab-form/edit.ts';

export interface ServerChange {
  /** Index in the document's hosts, or a new one at their end. */
  host: number | 'new';
  settings: readonly Setting[];
  /** In the order of the host's adapters, for the names of those that are added. */
  adapters: readonly Adapter[];
}

const nameOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined);

export const listAt = (document: unknown, name: string): unknown[] => {
  const list = valueAt(document, [name]);
  return Array.isArray(list) ? list : [];
};

/** "server", "server-2" …: unique among hosts and switches. */
function newHostName(document: unknown): string {
  const taken = new Set([...listAt(document, 'hosts'), ...listAt(document, 'switches')].map(nameOf));
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'server' : `server-${count}`;
    if (!taken.has(name)) return name;
  }
}

/** A copy of the document with the change made; a new host has an adapter at least, and no cable yet. */
export function withServer(document: unknown, { host, settings, adapters }: ServerChange): unknown {
  if (host !== 'new') {
    const before = valueAt(document, ['hosts', host]);
    if (typeof before !== 'object' || before === null) throw new Error(`There is no host ${host} in the scenario.`);
    return withValue(document, ['hosts', host], withSettings(before, settings, adapters));
  }
  const made = withSettings<{ name: string; nics?: { name: string }[] }>({ name: newHostName(document) }, settings, adapters);
  if (!made.nics?.length) made.nics = [{ name: nicNameOf(adapters[0]?.name ?? null, 0, new Set()) }];
  return withEntry(document, ['hosts'], made);
}
