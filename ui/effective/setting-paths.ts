// Settings by name: "host.netsh.rss". A change is one name and one value; it makes new settings and leaves the old ones alone.

import type { WindowsSettings } from './settings.ts';

type Leaf = string | number | boolean | null | readonly unknown[];

type PathOf<T> = {
  [K in keyof T & string]: T[K] extends Leaf ? K : `${K}.${PathOf<T[K]>}`;
}[keyof T & string];

type ValueAt<T, P extends string> = P extends `${infer K}.${infer Rest}`
  ? K extends keyof T
    ? ValueAt<T[K], Rest>
    : never
  : P extends keyof T
    ? T[P]
    : never;

export type SettingPath = PathOf<WindowsSettings>;
export type SettingValue<P extends SettingPath = SettingPath> = P extends SettingPath ? ValueAt<WindowsSettings, P> : never;

/** One setting and the value that it gets. Made by changeTo, which checks that they belong together. */
export interface Change {
  readonly path: SettingPath;
  readonly value: SettingValue;
}

export const changeTo = <P extends SettingPath>(path: P, value: SettingValue<P>): Change => ({ path, value: value });

type Node = Readonly<Record<string, unknown>>;

export function settingAt<P extends SettingPath>(settings: WindowsSettings, path: P): SettingValue<P> {
  let value: unknown = settings;
  for (const key of path.split('.')) value = (value as Node)[key];
  return value as SettingValue<P>;
}

function replaceAt(node: Node, [key, ...rest]: readonly string[], value: unknown): Node {
  return { ...node, [key!]: rest.length ? replaceAt(node[key!] as Node, rest, value) : value };
}

export function applyChanges(settings: WindowsSettings, changes: readonly Change[]): WindowsSettings {
  return changes.reduce((all, { path, value }) => replaceAt(all as unknown as Node, path.split('.'), value) as never, settings);
}

const sameValue = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) ? JSON.stringify(one) === JSON.stringify(other) : one === other;

/** The changes that lead from one to the other, in the order of the settings. */
export function differences(from: WindowsSettings, to: WindowsSettings): Change[] {
  const found: Change[] = [];
  const walk = (one: unknown, other: unknown, path: string) => {
    if (typeof one === 'object' && one !== null && !Array.isArray(one))
      for (const key of Object.keys(one)) walk((one as Node)[key], (other as Node)[key], path ? `${path}.${key}` : key);
    else if (!sameValue(one, other)) found.push({ path: path as SettingPath, value: other as SettingValue });
  };
  walk(from, to, '');
  return found;
}

/** Whether a setting is the named one or lies in the named group: "host.netsh" holds "host.netsh.rss". */
export const isWithin = (path: string, group: string): boolean => path === group || path.startsWith(`${group}.`);
