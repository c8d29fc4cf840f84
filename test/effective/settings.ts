// Builders for tests: settings of a version with some values changed, and checkers that print the row that fails.

import { expect } from '#test';
import { defaultSettings } from '../../ui/effective/defaults.ts';
import type { FeatureId } from '../../ui/effective/feature-list.ts';
import { featureState } from '../../ui/effective/features.ts';
import type { FeatureState, Scope } from '../../ui/effective/gates.ts';
import type { OsId } from '../../ui/effective/os/versions.ts';
import { applyChanges, type Change, changeTo, type SettingPath, type SettingValue } from '../../ui/effective/setting-paths.ts';
import type { WindowsSettings } from '../../ui/effective/settings.ts';

/** `{ 'host.netsh.rss': 'disabled' }` */
export type Values = { readonly [P in SettingPath]?: SettingValue<P> };

export const changesOf = (values: Values): Change[] =>
  (Object.keys(values) as SettingPath[]).map((path) => changeTo(path, values[path] as never));

export const changed = (settings: WindowsSettings, values: Values): WindowsSettings => applyChanges(settings, changesOf(values));

/** A fresh installation with some values changed. */
export const settingsOf = (os: OsId, values: Values = {}): WindowsSettings => changed(defaultSettings(os), values);

const hyperVHost: Values = { 'host.roles.hyperV': true, 'adapter.binding': 'virtual-switch' };
const chimneyOn: Values = {
  'host.netsh.chimney': 'enabled',
  'adapter.properties.chimneyIPv4': true,
  'adapter.properties.chimneyIPv6': true,
};

/** What has to be changed after an installation until a feature is on, down to one virtual machine and one connection. */
const readyValues: Readonly<Record<FeatureId, Values>> = {
  'rss': {},
  'vmq': {
    ...hyperVHost,
    'host.registry.TenGigVmqEnabled': 1,
    'adapter.properties.rssOrVmqPreference': 1,
    'virtualMachine.optimizations': true,
  },
  'chimney': chimneyOn,
  'vm-chimney': { ...hyperVHost, 'virtualMachine.optimizations': true },
  'netdma': { 'host.netsh.chimney': 'disabled', 'host.registry.EnableTCPChimney': 0 },
  'dca': { 'host.netsh.dca': 'enabled' },
  'checksum': {},
  'lso-v1': {},
  'lso-v2': {},
  'moderation': {},
};

export const readySettings = (feature: FeatureId, os: OsId = 'ws2008r2', values: Values = {}): WindowsSettings =>
  settingsOf(os, { ...readyValues[feature], ...values });

/** "chimney: off at nlb" */
export const stateText = ({ feature, on, failed }: FeatureState): string => `${feature}: ${on ? 'on' : `off at ${failed!.id}`}`;

export function expectState(feature: FeatureId, settings: WindowsSettings, expected: string, row: string, upTo?: Scope): FeatureState {
  const state = featureState(feature, settings, upTo);
  expect(stateText(state), row).to.equal(`${feature}: ${expected}`);
  return state;
}
