/** Targets of asconfig.json that are shipped. */
export const shippedTargets: readonly string[];
/** Compiles one target of asconfig.json unless its output is newer than every input. @returns whether it had to */
export function buildTarget(target: string, options?: { force?: boolean }): Promise<boolean>;

/** What compiling one target writes, by name. `readFile` gives sources that are not those on disk. */
export function compileTarget(
  target: string,
  readFile?: (name: string, folder: string) => Promise<string | null>,
): Promise<Map<string, Uint8Array | string>>;
