// Gates that several features have: the version, its switches, the driver, the team, the Hyper-V role.

import { type FeatureId, featureLabels } from './feature-list.ts';
import { failure, type Gate } from './gates.ts';
import { type OsId, versionOf, versions, versionWith } from './os/versions.ts';
import type { WindowsVersion } from './os/version.ts';
import { type SettingPath, isWithin, settingAt } from './setting-paths.ts';
import { type ChimneyMode, NDIS_VERSIONS, type WindowsSettings } from './settings.ts';
import { knownValuesOf, registryDefault, type RegistryPath, valuesInVersion } from './registry-values.ts';
import { KB2643970, OVERVIEW } from './sources.ts';

/** Whether the version has a setting and reads it. */
export function hasSetting(os: OsId, path: SettingPath): boolean {
  if (versions[os].missing.some(({ settings }) => isWithin(path, settings))) return false;
  return knownValuesOf(path).length === 0 || valuesInVersion(os, path).length > 0;
}

export const withSetting =
  (path: SettingPath) =>
  ({ host }: WindowsSettings): boolean =>
    hasSetting(host.os, path);

export function versionGate(feature: FeatureId): Gate {
  return {
    id: 'version',
    scope: 'computer',
    title: 'Version of Windows',
    requires: `This version of Windows has ${featureLabels[feature]}.`,
    evidence: (settings) => versionOf(settings).features[feature].evidence,
    fails: (settings) =>
      versionOf(settings).features[feature].has
        ? null
        : failure(`${versionOf(settings).label} does not have ${featureLabels[feature]}.`, 'host.os', versionWith(feature)),
  };
}

type SwitchName = keyof WindowsVersion['switches'];

/** How the operating system's switch of a feature stands. */
export function switchMode(settings: WindowsSettings, name: SwitchName): ChimneyMode {
  const { path, off } = versionOf(settings).switches[name];
  const value = settingAt(settings, path) ?? registryDefault(settings.host.os, path as RegistryPath)?.value;
  if (value === 'automatic') return 'automatic';
  return value === off ? 'disabled' : 'enabled';
}

export function switchGate(name: SwitchName): Gate {
  return {
    id: 'os-switch',
    scope: 'computer',
    title: 'Switch of the operating system',
    requires: `${featureLabels[name]} is enabled in the operating system.`,
    evidence: (settings) => versionOf(settings).switches[name].evidence,
    fails: (settings) => {
      const { path, on } = versionOf(settings).switches[name];
      return switchMode(settings, name) === 'disabled'
        ? { sentence: `${featureLabels[name]} is disabled in the operating system.`, change: { path, value: on } }
        : null;
    },
  };
}

export function driverGate(name: keyof WindowsVersion['drivers']): Gate {
  return {
    id: 'driver',
    scope: 'adapter',
    title: 'Driver',
    requires: `The driver of the adapter is new enough for ${featureLabels[name]}.`,
    evidence: (settings) => versionOf(settings).drivers[name].evidence,
    fails: (settings) => {
      const { ndis } = versionOf(settings).drivers[name];
      const { driverNdis } = settings.adapter;
      return NDIS_VERSIONS.indexOf(driverNdis) < NDIS_VERSIONS.indexOf(ndis)
        ? failure(`The driver is of NDIS ${driverNdis}; ${featureLabels[name]} needs NDIS ${ndis}.`, 'adapter.driverNdis', ndis)
        : null;
    },
  };
}

export function teamGate(name: 'rss' | 'chimney' | 'vmq', evidence: Gate['evidence'] = KB2643970): Gate {
  return {
    id: 'team',
    scope: 'adapter',
    title: 'Team',
    requires: `The adapter is in no team, or the team as a whole supports ${featureLabels[name]} and has it enabled.`,
    evidence,
    fails: ({ adapter: { team } }) =>
      team.member && !team[name]
        ? failure(`The adapter is in a team that does not pass ${featureLabels[name]} on for all members.`, `adapter.team.${name}`, true)
        : null,
  };
}

/** The features of virtual machines need the role, and the role needs a platform and an edition. */
export const hyperVGates: readonly Gate[] = [
  {
    id: 'platform',
    scope: 'computer',
    title: 'Platform',
    requires: 'The platform can have the Hyper-V role.',
    evidence: (settings) => versionOf(settings).hyperV.platformEvidence,
    fails: (settings) => {
      const { platforms } = versionOf(settings).hyperV;
      return platforms.includes(settings.host.platform)
        ? null
        : failure(`Windows for ${settings.host.platform} does not have the Hyper-V role.`, 'host.platform', platforms[0]!);
    },
  },
  {
    id: 'edition',
    scope: 'computer',
    title: 'Edition',
    requires: 'The edition of Windows can have the Hyper-V role.',
    evidence: (settings) => versionOf(settings).hyperV.editionEvidence,
    fails: (settings) => {
      const { editions } = versionOf(settings).hyperV;
      return editions.includes(settings.host.edition)
        ? null
        : failure(`The ${settings.host.edition} edition does not have the Hyper-V role.`, 'host.edition', editions[0]!);
    },
  },
  {
    id: 'hyper-v',
    scope: 'computer',
    title: 'Hyper-V role',
    requires: 'The computer has the Hyper-V role.',
    evidence: OVERVIEW,
    fails: ({ host }) => (host.roles.hyperV ? null : failure('The Hyper-V role is not installed.', 'host.roles.hyperV', true)),
  },
];
