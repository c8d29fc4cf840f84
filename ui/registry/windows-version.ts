// The emulated versions of Windows, oldest first, as the scenario document names them.

export const windowsVersions = ['ws2003sp2', 'ws2008', 'ws2008r2'] as const;

export type WindowsVersion = (typeof windowsVersions)[number];
