// What was changed and is not in force yet: which changes take effect at once, and which wait for a restart of the adapter, the virtual
// machine or the computer.

import type { Evidence } from '../features/rss.ts';
import { type FeatureId, featureIds } from './feature-list.ts';
import { featureState } from './features.ts';
import { commonRestarts } from './os/restarts.ts';
import type { Restart, RestartRule } from './os/version.ts';
import type { OsId } from './os/versions.ts';
import { knownValuesOf, valuesInVersion } from './registry-values.ts';
import { applyChanges, type Change, differences, isWithin, type SettingPath } from './setting-paths.ts';
import type { WindowsSettings } from './settings.ts';

/** What has to be restarted before a setting is in force: what its registry value needs, else what the longest name says. */
export function restartRule(os: OsId, path: SettingPath): RestartRule {
  const known = valuesInVersion(os, path)[0] ?? knownValuesOf(path)[0];
  if (known) return { settings: path, restart: known.force.after, evidence: known.force.evidence };
  const fitting = commonRestarts.filter(({ settings }) => isWithin(path, settings));
  return fitting.reduce((best, rule) => (rule.settings.length >= best.settings.length ? rule : best));
}

export interface PendingChange extends Change {
  readonly restart: Restart;
  readonly evidence: Evidence;
}

export interface Pending {
  /** The settings in force once everything that needs no restart is taken over. */
  readonly inForce: WindowsSettings;
  readonly immediate: readonly PendingChange[];
  readonly waiting: readonly PendingChange[];
  /** The smallest restarts that bring everything into force. */
  readonly restarts: readonly Restart[];
}

/** A computer restarts its adapters and virtual machines with it. */
const covers = (restart: Restart, needed: Restart): boolean => needed === 'none' || restart === needed || restart === 'computer';

/**
 * @param inForce the settings under which the computer runs
 * @param wanted  the settings as they were made since
 */
export function pendingChanges(inForce: WindowsSettings, wanted: WindowsSettings): Pending {
  const changes = differences(inForce, wanted).map((change): PendingChange => {
    const { restart, evidence } = restartRule(inForce.host.os, change.path);
    return { ...change, restart, evidence };
  });
  const immediate = changes.filter(({ restart }) => restart === 'none');
  const waiting = changes.filter(({ restart }) => restart !== 'none');
  const needed = new Set(waiting.map(({ restart }) => restart));
  return {
    inForce: applyChanges(inForce, immediate),
    immediate,
    waiting,
    restarts: needed.has('computer') ? ['computer'] : [...needed],
  };
}

/** The settings in force after a restart: what waited for it, or for less, is taken over. */
export function afterRestart(inForce: WindowsSettings, wanted: WindowsSettings, restart: Restart): WindowsSettings {
  const { immediate, waiting } = pendingChanges(inForce, wanted);
  return applyChanges(inForce, [...immediate, ...waiting.filter(({ restart: needed }) => covers(restart, needed))]);
}

export interface FeatureChange {
  readonly feature: FeatureId;
  readonly before: boolean;
  /** Now, with what needs no restart. */
  readonly now: boolean;
  /** Once everything is in force. */
  readonly afterwards: boolean;
}

/** The features that the wanted settings turn on or off, at once or later. */
export function pendingFeatures(inForce: WindowsSettings, wanted: WindowsSettings): FeatureChange[] {
  const { inForce: current } = pendingChanges(inForce, wanted);
  return featureIds
    .map((feature) => ({
      feature,
      before: featureState(feature, inForce).on,
      now: featureState(feature, current).on,
      afterwards: featureState(feature, wanted).on,
    }))
    .filter(({ before, now, afterwards }) => before !== now || now !== afterwards);
}
