// Key paths of reg.exe: long and short names of the roots, and what may follow.

const roots: readonly (readonly [short: string, long: string])[] = [
  ['HKLM', 'HKEY_LOCAL_MACHINE'],
  ['HKCU', 'HKEY_CURRENT_USER'],
  ['HKCR', 'HKEY_CLASSES_ROOT'],
  ['HKU', 'HKEY_USERS'],
  ['HKCC', 'HKEY_CURRENT_CONFIG'],
];

export const rootNames: readonly string[] = roots.flat();

/** With the long name of the root; null when it is no path of a key. */
export function readKeyPath(text: string): string | null {
  const [first = '', ...rest] = text.replace(/\\$/, '').split('\\');
  const root = roots.find((names) => names.includes(first.toUpperCase()));
  if (!root || rest.includes('')) return null;
  return [root[1], ...rest].join('\\');
}
