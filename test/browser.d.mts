export const unpackedDirectory: string;
export const browserFlags: string[];
export function browserVersion(path: string): string | null;
export function findBrowser(): string | null;
