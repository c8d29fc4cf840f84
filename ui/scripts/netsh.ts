// netsh, Windows Server 2008 and 2008 R2: switches of TCP, the system-wide switch of RSS, and the MTU of an interface.
// Sources: KB951037 (rss); netsh interface tcp set global and netsh interface ipv4 set subinterface, their help.

import { rssDefaults } from '../features/rss.ts';
import type { SettingValue } from '../readers/types.ts';
import { lineOf } from './rss-lines.ts';
import { adapterAt, adapterPath, type Change, type Commands, type Tool, type Values } from './script.ts';

const SET = 'netsh interface tcp set global';

const onOff = (value: SettingValue) => (value === true ? 'enabled' : value === false ? 'disabled' : null);

/** Argument of “set global” for a value; null when there is no word for it. */
const globals: Readonly<Record<string, { tag: string; word: (value: SettingValue) => string | null }>> = {
  'tcp.autoTuning': { tag: 'autotuninglevel', word: (value) => (typeof value === 'string' ? value : null) },
  'tcp.congestion': { tag: 'congestionprovider', word: (value) => (value === 'ctcp' ? 'ctcp' : value === 'newreno' ? 'none' : null) },
  'tcp.ecn': { tag: 'ecncapability', word: onOff },
  'tcp.timestamps': { tag: 'timestamps', word: onOff },
};

/** The switch of all adapters, when they agree; null when they do not. */
function commonSwitch(values: Values): boolean | null {
  const switches = [...values].filter(([path]) => /^nics\[\d+\]\.rss\.enabled$/.test(path)).map(([, value]) => value);
  const [first] = switches;
  return typeof first === 'boolean' && switches.every((value) => value === first) ? first : null;
}

function commands({ from, to, differences, adapters }: Change): Commands {
  const done = new Set<string>();
  const lines: string[] = [];
  const rss = differences.filter(({ path }) => adapterPath(path)?.property === 'rss.enabled');
  const isOn = commonSwitch(to);
  if (rss.length && isOn !== null && (commonSwitch(from) !== null || rss.every((one) => one.from === undefined))) {
    const enable = lineOf('windows-2008', rssDefaults, `${SET} rss=`);
    lines.push(isOn ? enable : enable.replace('rss=enabled', 'rss=disabled'));
    for (const { path } of rss) done.add(path);
  }
  for (const { path, to: value } of differences) {
    const adapter = adapterPath(path);
    const word = Object.hasOwn(globals, path) && value !== undefined ? globals[path]!.word(value) : null;
    if (word !== null) lines.push(`${SET} ${globals[path]!.tag}=${word}`);
    else if (adapter?.property === 'mtu' && typeof value === 'number')
      lines.push(`netsh interface ipv4 set subinterface "${adapterAt(adapters, adapter.index).name}" mtu=${value} store=persistent`);
    else continue;
    done.add(path);
  }
  return { lines, done };
}

function whyNot(path: string): string {
  const property = adapterPath(path)?.property;
  if (property === 'rss.enabled') return 'netsh has one switch for all adapters, and they are not all alike.';
  if (property?.startsWith('rss.')) return 'the registry has this, or TCP/IP programs it: see the registry file.';
  if (property) return 'set in the properties of the adapter: see the registry file.';
  return 'netsh of Windows Server 2008 and 2008 R2 has no switch for it.';
}

export const netshTool: Tool = {
  id: 'netsh',
  title: 'netsh',
  era: 'Windows Server 2008 and 2008 R2',
  language: 'bat',
  comment: 'rem',
  lineEnd: '\n',
  head: [
    'Run as administrator. Sources: KB951037; help of netsh interface tcp set global.',
    'rss is the switch of the system, for all adapters.',
  ],
  commands,
  whyNot,
};
