// netsh, Windows Server 2008 and 2008 R2: switches of the system, tables of TCP Chimney, and the MTU of an interface. Windows Server 2003 has
// no “netsh interface tcp”. Sources: KB 951037 (rss, chimney); help of netsh interface tcp, interface ip and interface ipv4.

import { versions } from '../effective/os/versions.ts';
import { hasSetting } from '../effective/common-gates.ts';
import type { SettingValue } from '../readers/types.ts';
import type { WindowsVersion } from '../registry/windows-version.ts';
import { chimneyTableLines, isChimneyTable } from './chimney-tables.ts';
import { adapterAt, adapterPath, type Change, type Commands, osOf, type Tool } from './script.ts';

const SET = 'netsh interface tcp set global';

type Word = (value: SettingValue, os: WindowsVersion) => string | null;

const onOff: Word = (value) => (value === true ? 'enabled' : value === false ? 'disabled' : null);
const state: Word = (value) => (value === 'enabled' || value === 'disabled' ? value : null);
/** “default” brings back what the version is installed with. */
const installedOr =
  (word: Word): Word =>
  (value, os) =>
    value === null ? 'default' : word(value, os);
const since =
  (path: 'host.netsh.netdma' | 'host.netsh.dca'): Word =>
  (value, os) =>
    hasSetting(os, path) ? installedOr(state)(value, os) : null;

/** Command and the word behind it, by setting; null when there is no word for a value. */
const commandsOf: Readonly<Record<string, { command: string; word: Word }>> = {
  'windows.netsh.rss': { command: `${SET} rss`, word: installedOr(state) },
  'windows.netsh.chimney': {
    command: `${SET} chimney`,
    word: installedOr((value, os) => versions[os].chimneyModes.find((mode) => mode === value) ?? null),
  },
  'windows.netsh.netdma': { command: `${SET} netdma`, word: since('host.netsh.netdma') },
  'windows.netsh.dca': { command: `${SET} dca`, word: since('host.netsh.dca') },
  'windows.netsh.taskOffload': { command: 'netsh interface ip set global taskoffload', word: state },
  'windows.netsh.windowScaling': { command: 'netsh interface tcp set heuristics wsh', word: state },
  'tcp.autoTuning': { command: `${SET} autotuninglevel`, word: (value) => (typeof value === 'string' ? value : null) },
  'tcp.congestion': {
    command: `${SET} congestionprovider`,
    word: (value) => (value === 'ctcp' ? 'ctcp' : value === 'newreno' ? 'none' : null),
  },
  'tcp.ecn': { command: `${SET} ecncapability`, word: onOff },
  'tcp.timestamps': { command: `${SET} timestamps`, word: onOff },
};

/** The lines for one setting; null when netsh of the version has no words for it. */
function linesFor(path: string, { from, adapters }: Change, value: SettingValue, os: WindowsVersion): string[] | null {
  if (os === 'ws2003sp2') return null;
  if (isChimneyTable(path)) return chimneyTableLines(path, from.get(path), value);
  if (Object.hasOwn(commandsOf, path)) {
    const { command, word } = commandsOf[path]!;
    const found = word(value, os);
    return found === null ? null : [`${command}=${found}`];
  }
  const adapter = adapterPath(path);
  if (adapter?.property !== 'mtu' || typeof value !== 'number') return null;
  return [`netsh interface ipv4 set subinterface "${adapterAt(adapters, adapter.index).name}" mtu=${value} store=persistent`];
}

function commands(change: Change): Commands {
  const done = new Set<string>();
  const lines: string[] = [];
  for (const { path, to: value } of change.differences) {
    const made = value === undefined ? null : linesFor(path, change, value, osOf(change));
    if (!made) continue;
    lines.push(...made);
    done.add(path);
  }
  return { lines, done };
}

function whyNot(path: string, os: WindowsVersion): string {
  const property = adapterPath(path)?.property;
  if (property?.startsWith('rss.') && property !== 'rss.enabled')
    return 'the registry has this, or TCP/IP programs it: see the registry file.';
  if (property) return 'set in the properties of the adapter: see the registry file.';
  if (path.startsWith('windows.registry.')) return 'a value of the registry: see the registry file.';
  if (os === 'ws2003sp2') return 'Windows Server 2003 has no “netsh interface tcp”; what it has are values of the registry.';
  if (path === 'windows.netsh.chimney') return `${versions[os].label} does not have this mode of chimney.`;
  if (path === 'windows.netsh.netdma') return `netsh of ${versions[os].label} has no switch for it; the registry has EnableTCPA.`;
  if (isChimneyTable(path)) return 'the table before is not known, or has an entry twice.';
  return `netsh of ${versions[os].label} has no switch for it.`;
}

export const netshTool: Tool = {
  id: 'netsh',
  title: 'netsh',
  era: 'Windows Server 2008 and 2008 R2',
  language: 'bat',
  comment: 'rem',
  lineEnd: '\n',
  head: [
    'Run as administrator. Sources: KB951037; help of netsh interface tcp and interface ip.',
    'rss, chimney, netdma and dca are switches of the system, for all adapters; default is what the version is installed with.',
  ],
  restarts: ['computer'],
  commands,
  whyNot,
};
