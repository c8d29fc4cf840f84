// What kind of thing a setting is: hardware and the installed system, which no setting changes; what an administrator sets; facts that are
// only observed. The paths are those of settings.ts.

import { isWithin, type SettingPath } from './setting-paths.ts';

export type SettingKind = 'hardware' | 'installation' | 'setting' | 'fact';

/** Groups of settings; the longest name that fits decides, as with restarts. */
const kinds: Readonly<Record<string, SettingKind>> = {
  'host': 'setting',
  'host.os': 'installation',
  'host.edition': 'installation',
  'host.platform': 'installation',
  'host.processors': 'hardware',
  'host.chipset': 'hardware',
  'adapter': 'setting',
  'adapter.linkBps': 'hardware',
  'adapter.capabilities': 'hardware',
  'adapter.offloadedConnections': 'fact',
  'virtualMachine': 'setting',
  'virtualMachine.guest': 'installation',
  'virtualMachine.queuesTaken': 'fact',
  'connection': 'fact',
  'assumptions': 'setting',
};

export function settingKind(path: SettingPath): SettingKind {
  const fitting = Object.keys(kinds).filter((group) => isWithin(path, group));
  return kinds[fitting.reduce((best, group) => (group.length > best.length ? group : best))]!;
}

/** Whether it takes other hardware, or another installation, to change it. */
export const isFixed = (path: SettingPath): boolean => ['hardware', 'installation'].includes(settingKind(path));
