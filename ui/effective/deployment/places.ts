// Where and how a setting is set, as a person at the server does it: a command line where there is one, else a page of properties or a
// dialog. Registry values are those of ui/registry/known-values.ts.
// Leaves out: settings that are lists; their commands depend on the entry.

import type { Evidence } from '../../features/rss.ts';
import { adapterKey, knownKeys, type KnownValue } from '../../registry/known-values.ts';
import { shortRegistryPath } from '../../registry/paths.ts';
import { valueText } from '../explain.ts';
import type { OsId } from '../os/versions.ts';
import { valuesInVersion } from '../registry-values.ts';
import { settingList } from '../setting-list.ts';
import { type Change, isWithin, type SettingPath } from '../setting-paths.ts';
import { KB951037, SCVMM } from '../sources.ts';
import type { PlanContext, Prompt } from './plan.ts';

export interface Place {
  readonly path: SettingPath;
  /** Where it is, and the value that it gets, in words. */
  readonly text: string;
  /** The commands that set it; none when it is set elsewhere. */
  readonly lines: readonly string[];
  readonly prompt: Prompt;
  readonly evidence: Evidence | null;
}

/** The values behind a setting that a prompt can name. Drivers of Windows Server 2003 have properties under names of their vendors. */
export const valuesAtPrompt = (os: OsId, path: SettingPath): readonly KnownValue[] =>
  valuesInVersion(os, path).filter(({ place }) => place !== 'adapter' || os !== 'ws2003sp2');

/** The key of a value as commands take it; null for a keyword of an adapter whose key is not known. */
export function commandKey({ place }: KnownValue, context: PlanContext): string | null {
  if (place !== 'adapter') return shortRegistryPath(knownKeys[place]);
  return context.adapterKey === null ? null : shortRegistryPath(adapterKey(context.adapterKey));
}

function registryLine(known: KnownValue, value: unknown, context: PlanContext): string[] {
  const key = commandKey(known, context);
  if (key === null) return [];
  if (value === null) return [`reg delete ${key} /v ${known.name} /f`];
  return [`reg add ${key} /v ${known.name} /t ${known.type} /d ${Number(value)} /f`];
}

function netshLine(path: SettingPath, value: unknown): string {
  const tag = path.split('.').at(-1)!;
  return tag === 'taskOffload'
    ? `netsh interface ip set global taskoffload=${String(value)}`
    : `netsh interface tcp set global ${tag}=${String(value)}`;
}

export function placeOf({ path, value }: Change, os: OsId, context: PlanContext): Place {
  const { label, where } = settingList[path];
  const place = { path, text: `${label} (${where}): ${valueText({ path, value })}`, lines: [], prompt: 'host', evidence: null } as const;
  const known = valuesAtPrompt(os, path);
  if (known.length) return { ...place, lines: known.flatMap((one) => registryLine(one, value, context)), evidence: known[0]!.evidence };
  if (isWithin(path, 'host.netsh')) return { ...place, lines: [netshLine(path, value)], evidence: KB951037 };
  if (path === 'virtualMachine.chimney') return { ...place, lines: [netshLine(path, value)], prompt: 'guest', evidence: KB951037 };
  if (path === 'virtualMachine.optimizations')
    return { ...place, text: `${place.text}. The check box is “Enable virtual network optimizations”.`, evidence: SCVMM };
  return place;
}
