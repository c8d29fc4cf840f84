/** Targets of asconfig.json that are shipped. */
export const shippedTargets: readonly string[];
/** Compiles one target of asconfig.json unless its output is newer than every input. @returns whether it had to */
export function buildTarget(target: string, options?: { force?: boolean }): Promise<boolean>;
