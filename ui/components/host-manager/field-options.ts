// Settings that are chosen from a list of their own: what may be left out has “as installed” among its values, with what that comes to.

import { versions } from '../../effective/os/versions.ts';
import { valuesInVersion } from '../../effective/registry-values.ts';
import type { ChoiceField, VariantField } from '../../scenario/fields.ts';
import { settingOf } from '../../scenario/windows-edits.ts';
import { newEntry } from '../lab-form/field-text.ts';
import type { Setting } from './setting.ts';
import type { HostView } from './view.ts';

export interface Option {
  /** undefined: the property is left out. */
  readonly value: unknown;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isOffered: boolean;
}

const option = (value: unknown, label: string, current: unknown, isOffered = true): Option => ({
  value,
  label,
  isChosen: JSON.stringify(value) === JSON.stringify(current),
  isOffered,
});

const asInstalled = ({ installed }: Setting, current: unknown): Option =>
  option(undefined, `As installed${installed ? ` (${installed})` : ''}`, current);

/** What the version does not have is shown, and cannot be chosen. */
function choices({ host }: HostView, setting: Setting, { choices: labels }: ChoiceField, current: unknown): Option[] {
  const { chimneyModes, label: version } = versions[host.os];
  const isOffered = (name: string) => !setting.path.endsWith('netsh.chimney') || (chimneyModes as readonly string[]).includes(name);
  const own = Object.entries(labels).map(([name, label]) =>
    option(name, isOffered(name) ? label : `${label} (not in ${version})`, current, isOffered(name)),
  );
  return [asInstalled(setting, current), ...own];
}

const cases = (field: VariantField, current: unknown): Option[] =>
  Object.entries(field.cases).map(([name, group]) => ({
    value: { [field.tag]: name, ...(newEntry(group) as object) },
    label: group.label,
    isChosen: (current as Readonly<Record<string, unknown>> | undefined)?.[field.tag] === name,
    isOffered: true,
  }));

/** A value of the registry that is one of a few numbers, each with what it means. */
function numbers({ host }: HostView, setting: Setting, current: unknown): Option[] | null {
  const found = settingOf(setting.path);
  const allowed = found?.setting.startsWith('host.registry.') ? valuesInVersion(host.os, found.setting)[0]?.allowed : undefined;
  if (allowed?.kind !== 'choice') return null;
  return [
    asInstalled(setting, current),
    ...Object.entries(allowed.texts).map(([number, text]) => option(Number(number), `${number} – ${text}`, current)),
  ];
}

/** null: the field has a control of its own. */
export function optionsOf(view: HostView, setting: Setting, current: unknown): Option[] | null {
  const { field, path } = setting;
  if (field.kind === 'choice' && field.derived !== undefined) return choices(view, setting, field, current);
  if (field.kind === 'toggle' && field.derived !== undefined)
    return [asInstalled(setting, current), option(true, 'On', current), option(false, 'Off', current)];
  if (field.kind === 'variant') return cases(field, current);
  if (field.kind === 'number') return numbers(view, setting, current);
  if (/\.virtualMachines\[\d+\]\.network$/.test(path)) return view.host.virtualNetworks.map(({ name }) => option(name, name, current));
  return null;
}
