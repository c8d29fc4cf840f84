// Registry paths: root names and their abbreviations, case, the link of the current control set.
// Source: Windows documentation "reg add" (abbreviations of roots), Win32 "Registry Element Size Limits".
// Leaves out: that HKCR and HKCU are views of other roots; here they are roots of their own, which no feature reads.

/** Full names of the roots, and what reg.exe calls them. */
export const registryRoots = {
  HKEY_LOCAL_MACHINE: 'HKLM',
  HKEY_CURRENT_USER: 'HKCU',
  HKEY_CLASSES_ROOT: 'HKCR',
  HKEY_USERS: 'HKU',
  HKEY_CURRENT_CONFIG: 'HKCC',
} as const;

export const registryLimits = {
  keyNameChars: 255,
  valueNameChars: 16_383,
  levels: 512,
  /** Bytes of one value: the limit of the standard format, and of this emulator. */
  dataBytes: 1 << 20,
} as const;

/**
 * HKLM\SYSTEM\CurrentControlSet is a link to ControlSetNNN, with NNN from HKLM\SYSTEM\Select.
 * Assumed: NNN is 001, as on a machine that was never started with its last known good configuration.
 */
const CURRENT_CONTROL_SET = 'CurrentControlSet';
const LINKED_CONTROL_SET = 'controlset001';

export interface RegistryPath {
  /** Full root name, then the keys below it as they were written; the link is resolved. */
  parts: readonly string[];
}

/** What names are compared by: case does not count. */
export const foldName = (name: string): string => name.toLowerCase();

/** Sort order of subkeys: by upper case, as the registry keeps them. */
export function compareNames(a: string, b: string): number {
  const left = a.toUpperCase();
  const right = b.toUpperCase();
  return left < right ? -1 : left > right ? 1 : 0;
}

function rootOf(text: string): string | null {
  const wanted = text.toUpperCase().replace(/:$/, '');
  for (const [full, short] of Object.entries(registryRoots)) if (wanted === short || (wanted === full && !text.endsWith(':'))) return full;
  return null;
}

/**
 * Reads `HKLM\SYSTEM\...`, `HKEY_LOCAL_MACHINE\SYSTEM\...` or PowerShell's `HKLM:\SYSTEM\...`. A backslash at the end is allowed.
 * @returns the path, or what is wrong with it
 */
export function parseRegistryPath(text: string): RegistryPath | { fault: string } {
  const [first = '', ...keys] = text.replace(/\\$/, '').split('\\');
  const root = rootOf(first);
  if (root === null)
    return { fault: `“${shorten(text)}” does not begin with a root key: ${Object.keys(registryRoots).join(', ')} or its abbreviation.` };
  if (keys.length >= registryLimits.levels)
    return { fault: `The path has ${keys.length} levels; at most ${registryLimits.levels - 1} are allowed.` };
  for (const key of keys) {
    if (key === '') return { fault: `“${shorten(text)}” has an empty key name: two backslashes stand side by side.` };
    if (key.length > registryLimits.keyNameChars)
      return { fault: `The key name “${shorten(key)}” has ${key.length} characters; at most ${registryLimits.keyNameChars} are allowed.` };
    if (key.includes('\0')) return { fault: `The key name “${shorten(key)}” has a zero character.` };
  }
  if (root === 'HKEY_LOCAL_MACHINE' && foldName(keys[0] ?? '') === 'system' && foldName(keys[1] ?? '') === LINKED_CONTROL_SET)
    keys[1] = CURRENT_CONTROL_SET;
  return { parts: [root, ...keys] };
}

export const printRegistryPath = ({ parts }: RegistryPath): string => parts.join('\\');

/** With the abbreviation of the root, as people write paths. @param path  with its full name */
export function shortRegistryPath(path: string): string {
  const [root = '', ...keys] = path.split('\\');
  return [registryRoots[root as keyof typeof registryRoots] ?? root, ...keys].join('\\');
}

/** At most 60 characters of it, for a message. */
export function shorten(text: string): string {
  const printable = text.replace(/[\0-\x1f\x7f]/g, '·');
  return printable.length > 60 ? `${printable.slice(0, 59)}…` : printable;
}
