// Lines on which a command was typed: with the prompt of cmd, PowerShell, netsh or a Unix shell, or the bare command.

import type { Kind } from './types.ts';

export interface Command {
  /** Without the prompt; may be empty. */
  text: string;
  kind: Kind | null;
  /** Adapter that the command names. */
  device: string | null;
}

const commandWords = /^(sudo\s+)?(netsh|netstat|ethtool|lscpu|systeminfo|wmic|reg|Get-NetAdapter\w+)(\.exe)?(\s|$)/i;

/** @returns what was typed behind a prompt; null when the line has none */
function typed(text: string): string | null {
  const windows = /^(?:PS )?[A-Za-z]:\\[^<>|?*"]{0,250}> ?(.*)$/.exec(text) ?? /^PS>\s?(.*)$/.exec(text);
  if (windows) return windows[1]!;
  const netsh = /^netsh((?: [a-z0-9]+){0,4})>(.*)$/.exec(text);
  if (netsh) return `netsh${netsh[1]!} ${netsh[2]!}`;
  const unix = /^\[?[\w.-]{1,64}@[\w.-]{1,64}[: ][^$#\]]{0,200}\]?[$#] ?(.*)$/.exec(text);
  if (unix) return unix[1]!;
  const [, bare] = /^[$#>] +(\S.*)$/.exec(text) ?? [];
  if (bare !== undefined && (text.startsWith('$') || commandWords.test(bare))) return bare;
  return commandWords.test(text) && !/^\S+\s*:/.test(text) && text.length < 200 ? text : null;
}

const ethtoolKinds: readonly (readonly [RegExp, Kind])[] = [
  [/^(-x|--show-rxfh(-indir)?)$/, 'ethtool-rss'],
  [/^(-l|--show-channels)$/, 'ethtool-channels'],
  [/^(-k|--show-features|--show-offload)$/, 'ethtool-features'],
  [/^(-c|--show-coalesce)$/, 'ethtool-coalesce'],
  [/^(-g|--show-ring)$/, 'ethtool-rings'],
];

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^netsh\b.*\btcp\b.*\bsh(ow?)? gl/i, 'netsh'],
  [/^netsh\b.*\btcp\b.*\bsh(ow?)? he/i, 'netsh-heuristics'],
  [/^netsh\b.*\btcp\b.*\bsh(ow?)? chimney/i, 'netsh-chimney'],
  [/^netsh\b.*\bip(v4)?\b.*\bsh(ow?)? of/i, 'netsh-offload'],
  [/^netsh\b.*\bip(v4)?\b.*\bsh(ow?)? gl/i, 'netsh-ip'],
  [/^netstat\b.*\s[-/][a-z]*t/i, 'netstat'],
  [/^Get-NetAdapterRss\b/i, 'adapter-rss'],
  [/^Get-NetAdapterAdvancedProperty\b/i, 'adapter-property'],
  [/^Get-NetAdapterVmq\b/i, 'adapter-vmq'],
  [/^lscpu\b/, 'lscpu'],
  [/^systeminfo\b/i, 'systeminfo'],
  [/^wmic\b.*\bcpu\b/i, 'wmic-cpu'],
];

function understand(text: string): Command {
  const command = text.trim().replace(/^sudo\s+/, '');
  const words = command.split(/\s+/, 12);
  if (/^(\S*\/)?ethtool$/.test(words[0] ?? '')) {
    const [, kind] = ethtoolKinds.find(([form]) => words.some((word) => form.test(word))) ?? [];
    const device = words.slice(1).find((word) => !word.startsWith('-') && /^[\w.:@-]{1,20}$/.test(word));
    return { text: command, kind: kind ?? null, device: device ?? null };
  }
  const [, kind] = kinds.find(([form]) => form.test(command.replace(/^(\w+)\.exe\b/i, '$1'))) ?? [];
  return { text: command, kind: kind ?? null, device: null };
}

/** The command on a line; null when the line is none. */
export function commandOf(text: string): Command | null {
  const found = typed(text.trimEnd());
  return found === null ? null : understand(found);
}
