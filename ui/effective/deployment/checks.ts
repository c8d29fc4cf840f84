// Commands that show whether a part of a feature is in force, and the line of their output to look for.
// Labels are those of `netsh interface tcp show global` of each version. Leaves out: layouts that no source shows; those are described.

import { type OsId, versionOf } from '../os/versions.ts';
import { isWithin, type SettingPath, settingAt } from '../setting-paths.ts';
import type { WindowsSettings } from '../settings.ts';
import { switchMode } from '../common-gates.ts';
import { assumed, CHIMNEY_MONITORING, KB951037, source } from '../sources.ts';
import { vmqRegistry } from '../vmq.ts';
import { type Check, done, type Finding, notDone, type PlanContext, type Prompt } from './plan.ts';
import { commandKey, valuesAtPrompt } from './places.ts';

type SwitchName = 'rss' | 'chimney' | 'netdma';

/** As `show global` prints them. */
export const globalLabels: Readonly<Record<SwitchName, string>> = {
  rss: 'Receive-Side Scaling State',
  chimney: 'Chimney Offload State',
  netdma: 'NetDMA State',
};

const globalLine = (name: SwitchName, value: string): string => `${globalLabels[name].padEnd(36)}: ${value}`;
const unnamedAdapter: PlanContext = { adapterKey: null };

/** The values of the registry behind a setting, as `reg query` shows them; none where the key of the adapter is not known. */
export function valueChecks(path: SettingPath, value: number | null, os: OsId, context: PlanContext = unnamedAdapter): Check[] {
  return valuesAtPrompt(os, path).flatMap((known): Check[] => {
    const key = commandKey(known, context);
    if (key === null) return [];
    const data = known.type === 'REG_DWORD' ? `0x${(value ?? 0).toString(16)}` : String(value);
    return [
      {
        line: `reg query ${key} /v ${known.name}`,
        prompt: 'host',
        shows: value === null ? `No value ${known.name}: the default of the system counts.` : `${known.name}    ${known.type}    ${data}`,
        isLine: value !== null,
        evidence: known.evidence,
      },
    ];
  });
}

/** The command that shows the switch of the operating system, and how it shows it as on. */
export function switchCheck(name: SwitchName, settings: WindowsSettings): Check[] {
  const { path, on, evidence } = versionOf(settings).switches[name];
  const value = switchMode(settings, name) === 'disabled' ? on : settingAt(settings, path);
  if (isWithin(path, 'host.netsh'))
    return [{ line: 'netsh interface tcp show global', prompt: 'host', shows: globalLine(name, String(value)), isLine: true, evidence }];
  return valueChecks(path, value as number | null, settings.host.os);
}

export const switchFinding =
  (name: SwitchName) =>
  (settings: WindowsSettings): Finding =>
    switchMode(settings, name) === 'disabled' ? notDone('The output shows that it is disabled.') : done;

export const vmqRegistryCheck = (settings: WindowsSettings): Check[] =>
  valueChecks(`host.registry.${vmqRegistry(settings).name}`, 1, settings.host.os);

export const chimneyStatistics: Check = {
  line: 'netsh interface tcp show chimneystats',
  prompt: 'host',
  shows: 'A line for each adapter. While chimney is disabled: “Your System Administrator has disabled TCP Chimney.”',
  isLine: false,
  evidence: CHIMNEY_MONITORING,
};

export const offloadStates = (prompt: Prompt): Check => ({
  line: 'netstat -t',
  prompt,
  shows: 'The column Offload State has Offloaded for connections that the adapter has, InHost for the others.',
  isLine: false,
  evidence: KB951037,
});

export const guestGlobal: Check = {
  line: 'netsh interface tcp show global',
  prompt: 'guest',
  shows: globalLine('chimney', 'enabled'),
  isLine: true,
  evidence: CHIMNEY_MONITORING,
};

export const netdmaStatistics: Check = {
  line: 'netsh interface tcp show netdmastats',
  prompt: 'host',
  shows: 'Numbers of the copy engine.',
  isLine: false,
  evidence: assumed('The command exists; what it prints is not documented.'),
};

export const chimneyTables: readonly Check[] = ['chimneyports', 'chimneyapplications'].map((table) => ({
  line: `netsh interface tcp show ${table}`,
  prompt: 'host',
  shows: 'No row that says disabled. Blank when nothing was added.',
  isLine: false,
  evidence: source('Microsoft KB 2643970'),
}));
