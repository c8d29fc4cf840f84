// Scripts as files: names, encodings, line ends; and names of adapters that may stand in a script.
// Registry Editor writes UTF-16 with its mark; Windows PowerShell takes a text without a mark for ANSI; batch files end lines with CR LF.

import { adapterAt, type AdapterName, type Script, type ToolId } from '../../scripts/script.ts';
import { encodeRegFile } from '../../registry/reg-encoding.ts';
import type { Setting } from '../../readers/types.ts';

export interface Configuration {
  id: string;
  label: string;
  /** From hostSettingsList(), rssSettingList() or a reading. */
  settings: readonly Setting[];
  /** In the order of the adapters; what is not known is left out. */
  adapters: readonly { name: string | null; device?: string; subkey?: string }[];
}

const extensions: Readonly<Record<ToolId, string>> = { netsh: 'bat', reg: 'reg', powershell: 'ps1', ethtool: 'sh' };

/** What the configuration is of: the name of its host, else its label, as part of a file name. */
function hostName({ label, settings }: Configuration): string {
  const name = settings.find(({ path }) => path === 'name')?.value;
  const text = (typeof name === 'string' && name ? name : label).replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
  return text.slice(0, 40) || 'host';
}

export const fileName = (to: Configuration, tool: ToolId, isUndo: boolean): string =>
  `nicscope-${hostName(to)}${isUndo ? '-undo' : ''}.${extensions[tool]}`;

const windowsLines = (text: string) => text.replace(/\r?\n/g, '\r\n');

/** @returns the file, or why it cannot be written */
export function fileBytes(tool: ToolId, text: string): { bytes: Uint8Array } | { fault: string } {
  if (tool === 'reg') return encodeRegFile(windowsLines(text), 'utf-16le');
  if (tool === 'powershell') return encodeRegFile(windowsLines(text), 'utf-8 with mark');
  return encodeRegFile(tool === 'netsh' ? windowsLines(text) : text, 'utf-8');
}

export type NamePart = keyof AdapterName;

export const nameParts: readonly { part: NamePart; label: string; form: RegExp; wanted: string }[] = [
  {
    part: 'name',
    label: 'Name in Windows',
    form: /^[^"“”„%\p{Cc}]{1,256}$/u,
    wanted: 'a connection name such as Ethernet 3, without quotes and %',
  },
  { part: 'device', label: 'Device in Linux', form: /^[A-Za-z][\w.:@-]{0,14}$/, wanted: 'a device name such as eth0' },
  { part: 'subkey', label: 'Registry subkey', form: /^\d{4}$/, wanted: 'four digits such as 0007' },
];

/** The names as they were written, and where they cannot stand in a script a placeholder. */
export function usableNames(written: readonly Partial<Record<NamePart, string>>[]): AdapterName[] {
  return written.map((names, index) => {
    const usable = { ...adapterAt([], index) };
    for (const { part, form } of nameParts) if (form.test(names[part] ?? '')) usable[part] = names[part]!;
    return usable;
  });
}

/** What has to be known before a script is run. */
export const cautions: Readonly<Record<ToolId, string>> = {
  netsh: 'Takes effect at once for new connections, and stays.',
  reg: 'Takes effect when the adapters, or the computer, are started again.',
  powershell: 'Windows Server 2008 and 2008 R2 do not have these cmdlets.',
  ethtool: 'Lasts until the computer is started again.',
};

const isPlain = (text: string) => /^[\n\r\t\x20-\x7e]*$/.test(text);

/** What else there is to say about a script. */
export function scriptWarnings({ tool, apply, undo }: Script): string[] {
  const commands = `${apply}\n${undo}`
    .split(/\r?\n/)
    .filter((line) => !/^(rem |#|;)/.test(line))
    .join('\n');
  return [
    ...(/<(name of adapter|device|subkey) ?\d*>/.test(commands)
      ? ['Names of adapters are missing: fill them in above, or in the script.']
      : []),
    ...(tool === 'netsh' && !isPlain(commands)
      ? ['The console reads a batch file in its own code page: names with letters beyond ASCII have to be typed there.']
      : []),
  ];
}
