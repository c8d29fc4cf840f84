// Long local runs of worlds with every feature: `npx tsx test/fuzz/worlds.ts [first number] [core.wasm]`, FUZZ_ITERATIONS of them, else 1,000.
// Prints every number at which something does not hold, and exits with 1 when there are any.

import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { nothingSeen, tryNumber } from '../core/everything-run.ts';
import { fuzzIterations } from './iterations.ts';

async function main(): Promise<void> {
  const [firstText = '0', file = 'build/core.wasm'] = process.argv.slice(2);
  const first = Number(firstText);
  const module = await WebAssembly.compile(await readFile(file));
  const seen = nothingSeen();
  const scenes = fuzzIterations(1000);
  let wrong = 0;
  for (let number = first; number < first + scenes; number++) {
    const found = await tryNumber(module, number, seen);
    if (found.length) console.log(`scene ${number} (${++wrong} so far)\n  ${found.join('\n  ')}`);
    if ((number - first + 1) % 50 === 0) console.log(`${number - first + 1} scenes, ${wrong} with findings, ${JSON.stringify(seen)}`);
  }
  process.exitCode = wrong ? 1 : 0;
}

await main();
