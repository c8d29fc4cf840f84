// Settings drawn at random: an installation, or one with a feature ready, with between one and all settings anew.

import { featureIds } from '../../ui/effective/feature-list.ts';
import { osIds } from '../../ui/effective/os/versions.ts';
import { settingList } from '../../ui/effective/setting-list.ts';
import { applyChanges, type Change, type SettingPath, type SettingValue } from '../../ui/effective/setting-paths.ts';
import { SWITCH_STATES, type WindowsSettings } from '../../ui/effective/settings.ts';
import type { Random } from '../build/random.ts';
import { readySettings, settingsOf } from './settings.ts';

/** Lists and texts, which the list of settings leaves free. */
const freeValues: Partial<Record<SettingPath, (random: Random) => unknown>> = {
  'host.chimneyPorts': (random) =>
    Array.from({ length: random.below(3) }, () => ({
      state: random.pick(SWITCH_STATES),
      localPort: random.oneIn(2) ? null : random.between(1, 3),
      remotePort: random.oneIn(2) ? null : random.between(1, 3),
    })),
  'host.chimneyApplications': (random) =>
    Array.from({ length: random.below(3) }, () => ({ state: random.pick(SWITCH_STATES), application: random.pick(['a.exe', 'b.exe']) })),
  'host.updates': (random) => (random.oneIn(2) ? [] : ['SP1']),
  'connection.application': (random) => random.pick(['A.EXE', 'c.exe']),
};

function randomValue(random: Random, path: SettingPath): unknown {
  const { choices, min, max, optional } = settingList[path];
  if (choices) return random.pick(choices);
  if (min === undefined || max === undefined) return freeValues[path]!(random);
  if (optional && random.oneIn(3)) return null;
  // Small numbers, so that ports and capacities meet each other; now and then the whole range.
  return random.between(min, random.oneIn(4) ? Math.min(max, 2 ** 31) : Math.min(max, min + 3));
}

/** An installation with between one and all settings drawn anew. */
export function randomSettings(random: Random): WindowsSettings {
  const share = random.between(1, 12);
  const paths = (Object.keys(settingList) as SettingPath[]).filter(() => random.oneIn(share));
  const changes = paths.map((path): Change => ({ path, value: randomValue(random, path) as SettingValue }));
  const start = random.oneIn(2) ? settingsOf(random.pick(osIds)) : readySettings(random.pick(featureIds));
  return applyChanges(start, changes);
}
