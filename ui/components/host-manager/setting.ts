// What there is to say of one setting of a host: whether the version has it, what it is as installed, what it waits for, and whether it can
// change while a world runs.

import type { Evidence } from '../../features/rss.ts';
import { defaultSettings } from '../../effective/defaults.ts';
import { guests } from '../../effective/guests.ts';
import { versions } from '../../effective/os/versions.ts';
import { knownValuesOf, registryDefault, type RegistryPath } from '../../effective/registry-values.ts';
import { isWithin, settingAt, type SettingPath } from '../../effective/setting-paths.ts';
import { hasSetting } from '../../effective/common-gates.ts';
import { changesInRun } from '../../scenario/check-network.ts';
import { fieldAt, parsePath } from '../../scenario/document-path.ts';
import type { Field } from '../../scenario/fields.ts';
import { prefixedText } from '../../scenario/prefixes.ts';
import { documentPath, settingOf } from '../../scenario/windows-edits.ts';
import type { Waiting } from '../../scenario/windows-force.ts';
import { settingTitle, valueWords } from '../setting-words.ts';
import type { SettingValue } from '../../readers/types.ts';
import type { HostView } from './view.ts';

/** A setting that the version does not have, or does not read. */
export interface Missing {
  readonly sentence: string;
  readonly evidence: Evidence | null;
  /** Where the version has the switch instead. */
  readonly instead: string | null;
}

export interface Setting {
  readonly path: string;
  readonly field: Field;
  readonly missing: Missing | null;
  /** What stands for it while it is left out, in words; null: the declaration says it. */
  readonly installed: string | null;
  readonly waits: Waiting | null;
  /** A change of it starts the run again. */
  readonly isFixed: boolean;
}

export const hostPath = ({ index }: HostView, path: string): string => `hosts[${index}].${path}`;
export const nicPathOf = ({ index }: HostView, nic: number): string => `hosts[${index}].nics[${nic}]`;

/** "hosts[0].nics[1].mtu" -> "nics[1].mtu" */
export const withinHost = (path: string): string => path.replace(/^hosts\[\d+\]\.?/, '');

export const titleOf = (view: HostView, path: string): string => settingTitle(withinHost(path), (nic) => view.host.nics[nic]?.name);

const switchesOf: Readonly<Record<'rss' | 'chimney' | 'netdma', readonly string[]>> = {
  rss: ['host.netsh.rss', 'host.registry.EnableRSS'],
  chimney: ['host.netsh.chimney', 'host.registry.EnableTCPChimney'],
  netdma: ['host.netsh.netdma', 'host.registry.EnableTCPA'],
};

function missingOf(view: HostView, path: string): Missing | null {
  const found = settingOf(path);
  const version = versions[view.host.os];
  if (!found || hasSetting(view.host.os, found.setting)) return null;
  const { setting, place } = found;
  const lacking = version.missing.find(({ settings }) => isWithin(setting, settings));
  const name = (Object.keys(switchesOf) as (keyof typeof switchesOf)[]).find((one) => switchesOf[one].includes(setting));
  const instead = name && version.switches[name].path !== setting ? documentPath(version.switches[name].path, place) : null;
  const verb =
    setting.startsWith('host.registry.') || setting.startsWith('adapter.properties.') ? 'does not read this' : 'does not have this';
  const where = instead ? ` The switch is “${titleOf(view, instead)}”.` : '';
  return {
    sentence: `${version.label} ${verb}.${where}`,
    evidence: lacking?.evidence ?? knownValuesOf(setting)[0]?.evidence ?? null,
    instead,
  };
}

/** Value of a setting on a fresh installation, as the document would write it. */
function installedValue({ host }: HostView, setting: SettingPath, machine: number | null): SettingValue | undefined {
  if (setting === 'virtualMachine.chimney') return guests[host.virtualMachines[machine!]!.guest].initialChimney;
  const value = settingAt(defaultSettings(host.os, host.windows.updates), setting);
  if (value !== null) return value as SettingValue;
  return setting.startsWith('host.registry.') ? (registryDefault(host.os, setting as RegistryPath)?.value ?? undefined) : undefined;
}

function addressWords({ addressing, index }: HostView, path: string): string | null {
  const [, nic, name] = /^nics\[(\d+)\]\.(mac|addresses)$/.exec(withinHost(path)) ?? [];
  const own = nic === undefined ? undefined : addressing.nics[index]?.[Number(nic)];
  if (!own) return null;
  return name === 'mac' ? own.mac : own.ip.map(prefixedText).join(', ');
}

function installedWords(view: HostView, path: string, field: Field): string | null {
  if (!('derived' in field) || field.derived === undefined) return null;
  const addresses = addressWords(view, path);
  if (addresses) return addresses;
  const found = settingOf(path);
  const value = found ? installedValue(view, found.setting, found.place.machine) : undefined;
  return value === undefined ? null : valueWords(withinHost(path), value);
}

const covers = ({ path: own }: Waiting, path: string): boolean => path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`);

/** @returns null where the document has no such property */
export function settingAtPath(view: HostView, path: string): Setting | null {
  const field = fieldAt(view.wanted, path);
  if (!field) return null;
  return {
    path,
    field,
    missing: missingOf(view, path),
    installed: installedWords(view, path, field),
    waits: view.waiting.find((one) => covers(one, path)) ?? null,
    isFixed: !changesInRun(parsePath(path)!, field),
  };
}

/** A value of the wanted or the running host in words. */
export const inWords = (path: string, value: unknown): string =>
  value === undefined ? 'as installed' : valueWords(withinHost(path), value as SettingValue);
