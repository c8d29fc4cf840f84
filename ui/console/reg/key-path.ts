// Key paths of reg.exe: those of the registry, but for the colon that PowerShell puts after a root.

import { parseRegistryPath, printRegistryPath, registryRoots } from '../../registry/paths.ts';

export const rootNames: readonly string[] = Object.entries(registryRoots).flatMap(([full, short]) => [short, full]);

/** With the long name of the root; null when it is no path of a key. */
export function readKeyPath(text: string): string | null {
  const path = parseRegistryPath(text);
  return 'fault' in path || text.split('\\', 1)[0]!.endsWith(':') ? null : printRegistryPath(path);
}
