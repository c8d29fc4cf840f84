// Configurations that scripts for a real server lead from and to: each host as it was opened, and as it is wanted now.

import { valueAt } from '../components/lab-form/edit.ts';
import type { Configuration } from '../components/script-dialog/script-files.ts';
import type { Scenario } from '../scenario/schema.ts';
import { hostSettings, hostSettingsList } from '../scripts/differences.ts';
import { modelledHosts } from './lab-windows-place.ts';

export const openedId = (host: number): string => `opened-${host}`;
export const nowId = (host: number): string => `now-${host}`;

/** What a real server calls its adapters is not known. */
const unnamed = (nics: unknown): { name: null }[] => (Array.isArray(nics) ? nics.map(() => ({ name: null })) : []);

function openedHosts(document: unknown): Configuration[] {
  const hosts = valueAt(document, ['hosts']);
  if (!Array.isArray(hosts)) return [];
  return (hosts as unknown[]).flatMap((host, index) => {
    if (valueAt(host, ['kind']) === 'ideal') return [];
    const name = valueAt(host, ['name']);
    const label = `${typeof name === 'string' ? name : 'Host'} as opened`;
    return [{ id: openedId(index), label, settings: hostSettingsList(host), adapters: unnamed(valueAt(host, ['nics'])) }];
  });
}

/** @param opened  the document as it was opened */
export const configurationsOf = (wanted: Scenario, opened: unknown): Configuration[] => [
  ...modelledHosts(wanted).map(({ index, name }): Configuration => {
    const host = wanted.hosts[index]!;
    return { id: nowId(index), label: `${name} now`, settings: hostSettings(host), adapters: unnamed(host.nics) };
  }),
  ...openedHosts(opened),
];
