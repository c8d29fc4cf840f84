// ethtool, Linux: RSS (by features/rss-commands.ts), rings, moderation, offloads. Source: ethtool(8), -L, -X, -N, -G, -C, -K.

import { type RssEffective, rssEffective } from '../features/rss.ts';
import type { SettingValue } from '../readers/types.ts';
import { linesOf, rssOf } from './rss-lines.ts';
import { adapterAt, adapterPath, type Change, type Commands, type Tool } from './script.ts';

const onOff = (value: SettingValue) => (value === true ? 'on' : value === false ? 'off' : null);

/** -C for a value of “moderation”; the bounds of an adaptive rate are the driver's own. */
function coalesce(value: SettingValue): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { mode, rate } = value as Readonly<Record<string, string | number>>;
  if (mode === 'adaptive') return 'adaptive-rx on';
  if (mode === 'off') return 'adaptive-rx off rx-usecs 0';
  return mode === 'fixed' && typeof rate === 'number' ? `adaptive-rx off rx-usecs ${Math.max(1, Math.round(1e6 / rate))}` : null;
}

/** Arguments behind “ethtool” for a value, with DEV for the device; null when there are none. */
const options: Readonly<Record<string, (value: SettingValue) => string | null>> = {
  receiveDescriptors: (value) => (typeof value === 'number' ? `-G DEV rx ${value}` : null),
  transmitDescriptors: (value) => (typeof value === 'number' ? `-G DEV tx ${value}` : null),
  checksumOffload: (value) => onOff(value) && `-K DEV rx ${onOff(value)!} tx ${onOff(value)!}`,
  lsoV2: (value) => onOff(value) && `-K DEV tso ${onOff(value)!}`,
  moderation: (value) => {
    const words = coalesce(value);
    return words && `-C DEV ${words}`;
  },
};

/** The lines of features/rss-commands.ts that a setting of RSS shows in. */
const rssLines: Readonly<Record<string, RegExp>> = {
  'queues': /^ethtool (-L|-X eth0 (equal|weight))/,
  'rss.maxProcessors': /^ethtool (-L|-X eth0 (equal|weight))/,
  'rss.table': /^ethtool -X eth0 (equal|weight)/,
  'rss.key': /^ethtool -X eth0 hkey/,
  'rss.hashTypes': /^(ethtool -N|# \w+ would not be hashed)/,
};

/** “weight” gives each queue one run of entries: a table whose queues do not ascend cannot be said, unless it is round robin. */
function isSayable({ table, queueProcessor }: RssEffective): boolean {
  return (
    table.every((queue, entry) => queue === entry % queueProcessor.length) ||
    table.every((queue, entry) => queue >= (table[entry - 1] ?? 0))
  );
}

/** The lines for one setting of RSS at its value in `to`; null when ethtool has no words for it, or the same as for the value before. */
function linesFor(path: string, { from, to }: Change): string[] | null {
  const { index, property } = adapterPath(path)!;
  const settings = rssOf(to, index);
  const all = linesOf('ethtool', settings);
  if (!all) return null;
  // Along with the number of queues, the table is touched only when it is known, and can be said, before and after.
  const tablePath = `nics[${index}].rss.table`;
  const isSaid = isSayable(rssEffective(settings));
  const isTableOurs = from.has(tablePath) && to.has(tablePath) && isSaid && isSayable(rssEffective(rssOf(from, index)));
  if (property === 'rss.table' && !isSaid) return null;
  const own = (lines: readonly string[]) =>
    lines.filter((line) => rssLines[property]!.test(line) && (property === 'rss.table' || isTableOurs || !/ (equal|weight) /.test(line)));
  const lines = own(all);
  if (lines.some((line) => line.startsWith('#'))) return null;
  const value = from.get(path);
  if (value === undefined) return lines;
  const before = new Set(own(linesOf('ethtool', rssOf(new Map(to).set(path, value), index)) ?? []));
  const changed = lines.filter((line) => !before.has(line));
  return changed.length ? changed : null;
}

function commands(change: Change): Commands {
  const done = new Set<string>();
  const lines = new Set<string>();
  for (const { path, to: value } of change.differences) {
    const adapter = adapterPath(path);
    if (!adapter || value === undefined) continue;
    const { device } = adapterAt(change.adapters, adapter.index);
    const option = Object.hasOwn(options, adapter.property) ? options[adapter.property]!(value) : null;
    const made = option
      ? [`ethtool ${option.replace('DEV', device)}`]
      : Object.hasOwn(rssLines, adapter.property)
        ? linesFor(path, change)
        : null;
    if (!made) continue;
    for (const line of made) lines.add(line.replaceAll('eth0', device));
    done.add(path);
  }
  return { lines: [...lines], done };
}

function whyNot(path: string): string {
  const property = adapterPath(path)?.property;
  if (property === 'rss.enabled') return 'Linux has no switch for RSS; one queue comes to the same: ethtool -L with combined 1.';
  if (property === 'rss.baseProcessor' || property === 'rss.baseGroup' || property === 'rss.numaNode' || property === 'rss.skipSiblings')
    return 'processors are chosen by interrupt affinity, in /proc/irq.';
  if (property === 'rss.tableEntries') return 'the adapter decides how long its table is.';
  if (property === 'rss.rebalancing') return 'Linux does not rebalance; irqbalance and such do.';
  if (property === 'rss.table')
    return 'weight sets how many entries each queue has, not which: this table, or the one before, cannot be said.';
  if (property === 'rss.hashTypes') return 'ethtool has no words for these hash types, or the same ones for both.';
  if (property === 'queues' || property === 'rss.maxProcessors')
    return 'it does not change how many queues are in use, or contradicts other settings.';
  if (property === 'lsoV1') return 'Linux has one segmentation offload, the one of large send offload V2.';
  if (property === 'mtu') return 'set with ip link set, not with ethtool.';
  if (property === 'addresses') return 'set with ip address, not with ethtool.';
  if (property?.startsWith('vmq.') || property?.startsWith('connectionOffload.')) return 'Linux does not have it.';
  if (path.startsWith('windows.')) return 'a setting of Windows.';
  if (path.startsWith('tcp.')) return 'set with sysctl, under net.ipv4, not with ethtool.';
  return 'ethtool does not set it.';
}

export const ethtoolTool: Tool = {
  id: 'ethtool',
  title: 'ethtool',
  era: 'Linux',
  language: 'sh',
  comment: '#',
  lineEnd: '\n',
  head: ['Run as root. Source: ethtool(8). Not every driver takes every line.'],
  restarts: [],
  commands,
  whyNot,
};
