// From two configurations to a script and its undo. A tool says, for one setting, the command that sets a value; what it has no word for is
// a comment with the reason. A setting is only changed if the undo can set it back: both values have to be expressible.

import type { Restart } from '../effective/os/version.ts';
import type { Setting, SettingValue } from '../readers/types.ts';
import { type WindowsVersion, windowsVersions } from '../registry/windows-version.ts';
import { type Difference, differences } from './differences.ts';
import { commonReason } from './reasons.ts';
import { restartRemarks } from './restarts.ts';

export type ToolId = 'netsh' | 'reg' | 'powershell' | 'ethtool';

/** What the tool calls an adapter. */
export interface AdapterName {
  /** As Windows shows it, such as "Ethernet 3". */
  name: string;
  /** As Linux has it, such as "eth0". */
  device: string;
  /** Its number under the class key of network adapters, such as "0007". */
  subkey: string;
}

export interface LeftSetting {
  path: string;
  reason: string;
}

export interface Script {
  tool: ToolId;
  title: string;
  era: string;
  language: 'bat' | 'reg' | 'powershell' | 'sh';
  apply: string;
  undo: string;
  /** What the script does not change, and why. */
  left: LeftSetting[];
}

export type Values = ReadonlyMap<string, SettingValue>;

export interface Change {
  from: Values;
  to: Values;
  differences: readonly Difference[];
  adapters: readonly AdapterName[];
}

/** Commands that bring `to` about, in order, and the paths that they deal with. */
export interface Commands {
  lines: string[];
  done: Set<string>;
}

export interface Tool {
  id: ToolId;
  title: string;
  era: string;
  language: Script['language'];
  comment: string;
  lineEnd: string;
  head: readonly string[];
  /** Restarts that the commands leave to whoever runs them: what waits for one is said in the script. */
  restarts: readonly Restart[];
  /** @param change whose differences all have a known value on both sides, or on the `to` side only */
  commands(change: Change): Commands;
  whyNot(path: string, os: WindowsVersion): string;
}

/** "nics[2].rss.key" -> { index: 2, property: "rss.key" }; null for a setting of the host. */
export function adapterPath(path: string): { index: number; property: string } | null {
  const [, index, property] = /^nics\[(\d+)\]\.(.+)$/.exec(path) ?? [];
  return property === undefined ? null : { index: Number(index), property };
}

/** Names of the adapter at `index`; placeholders to fill in where they are not known. */
export const adapterAt = (adapters: readonly AdapterName[], index: number): AdapterName =>
  adapters[index] ?? { name: `<name of adapter ${index}>`, device: `<device ${index}>`, subkey: `<subkey ${index}>` };

const valuesOf = (settings: readonly Setting[]): Values => new Map(settings.map(({ path, value }) => [path, value]));

const reversed = ({ from, to, differences: found, adapters }: Change): Change => ({
  from: to,
  to: from,
  differences: found.map(({ path, from: before, to: after }) => ({ path, from: after, to: before })),
  adapters,
});

/** The version that a change is about: a script changes none. */
export const osOf = ({ to, from }: Pick<Change, 'to' | 'from'>): WindowsVersion =>
  windowsVersions.find((version) => version === (to.get('os') ?? from.get('os'))) ?? 'ws2008r2';

function reasonOf(tool: Tool, { path, to }: Difference, forward: Commands, os: WindowsVersion): string {
  const common = commonReason(path);
  if (common) return common;
  if (to === undefined) return 'the second configuration does not say what it should be.';
  const why = tool.whyNot(path, os);
  return forward.done.has(path) ? `it could be set, but not back: ${why}` : why;
}

function render(tool: Tool, title: string, { lines, done }: Commands, os: WindowsVersion, left: readonly LeftSetting[]): string {
  const comment = (text: string) => `${tool.comment} ${text}`;
  const restarts = restartRemarks([...done], os, tool.restarts);
  const body = lines.length ? [...lines, ...(restarts.length ? ['', ...restarts.map(comment)] : [])] : [comment('Nothing to do.')];
  const notes = left.length
    ? ['', comment('Not changed by this script:'), ...left.map(({ path, reason }) => comment(`  ${path}: ${reason}`))]
    : [];
  const commented =
    tool.id === 'reg'
      ? [tool.head[0]!, '', comment(title), ...tool.head.slice(1).map(comment)]
      : [comment(title), ...tool.head.map(comment)];
  return [...commented, '', ...body, ...notes, ''].join(tool.lineEnd);
}

/** Restricts a change to what can be done and undone. */
function within(change: Change, paths: ReadonlySet<string>): Change {
  return { ...change, differences: change.differences.filter(({ path }) => paths.has(path)) };
}

/** @param adapters names, in the order of the host's adapters */
export function writeScript(tool: Tool, from: readonly Setting[], to: readonly Setting[], adapters: readonly AdapterName[] = []): Script {
  const change: Change = { from: valuesOf(from), to: valuesOf(to), differences: differences(from, to), adapters };
  const os = osOf(change);
  const known = new Set(change.differences.filter((one) => one.to !== undefined).map(({ path }) => path));
  const forward = tool.commands(within(change, known));
  const back = tool.commands(within(reversed(change), new Set([...known].filter((path) => change.from.has(path)))));
  const unknownBefore = [...forward.done].filter((path) => !change.from.has(path));
  const both = new Set([...forward.done].filter((path) => back.done.has(path)));
  const apply = tool.commands(within(change, new Set([...both, ...unknownBefore])));
  const undo = tool.commands(within(reversed(change), both));
  const left = change.differences
    .filter(({ path }) => !apply.done.has(path))
    .map((difference) => ({ path: difference.path, reason: reasonOf(tool, difference, forward, os) }));
  const notUndone = unknownBefore.map((path) => ({ path, reason: 'its value before is not known; note it before you run the script.' }));
  return {
    tool: tool.id,
    title: tool.title,
    era: tool.era,
    language: tool.language,
    apply: render(tool, `${tool.title}, ${tool.era}.`, apply, os, left),
    undo: render(tool, `${tool.title}: back to the configuration before.`, undo, os, [...left, ...notUndone]),
    left,
  };
}
