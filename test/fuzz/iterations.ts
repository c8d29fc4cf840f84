// How long a fuzz test runs: FUZZ_ITERATIONS in Node's environment, else the few thousand of a normal test run.

export function fuzzIterations(normal: number): number {
  const given = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.FUZZ_ITERATIONS;
  if (given === undefined || given === '') return normal;
  if (!/^\d+$/.test(given)) throw new Error(`FUZZ_ITERATIONS is not a number: ${given}`);
  return Number(given);
}
