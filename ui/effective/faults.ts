// Settings that cannot be: values out of range, platforms and modes that the version does not have.

import type { Fault } from '../features/rss.ts';
import { versionOf } from './os/versions.ts';
import { settingList } from './setting-list.ts';
import { type SettingPath, settingAt } from './setting-paths.ts';
import type { WindowsSettings } from './settings.ts';

function rangeFault(settings: WindowsSettings, path: SettingPath): Fault | null {
  const { label, choices, min, max, optional } = settingList[path];
  const value = settingAt(settings, path) as unknown;
  if (choices)
    return choices.includes(value as string) ? null : { path, message: `${label}: ${String(value)} is not one of ${choices.join(', ')}.` };
  if (min === undefined || max === undefined || (optional && value === null)) return null;
  return typeof value === 'number' && value >= min && value <= max
    ? null
    : { path, message: `${label}: ${String(value)} is not a number from ${min} to ${max}.` };
}

/** Every fault of the settings; empty when they are usable. */
export function settingsFaults(settings: WindowsSettings): Fault[] {
  const faults = (Object.keys(settingList) as SettingPath[]).flatMap((path) => rangeFault(settings, path) ?? []);
  if (faults.length) return faults;
  const { label, platforms, chimneyModes } = versionOf(settings);
  const { platform, netsh } = settings.host;
  if (!platforms.includes(platform)) faults.push({ path: 'host.platform', message: `${label} does not exist for ${platform}.` });
  if (!chimneyModes.includes(netsh.chimney))
    faults.push({ path: 'host.netsh.chimney', message: `${label} does not have the ${netsh.chimney} mode of chimney.` });
  return faults;
}
