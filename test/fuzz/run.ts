// Long local runs of the frame fuzzer: `npx tsx test/fuzz/run.ts [iterations] [seed] [core.wasm]`. Prints the seed, so that a
// run can be repeated, and exits with 1 at the first disagreements.

import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { CoreFixture } from '../core/fixture.ts';
import { fuzzFrames } from './frames.ts';

async function main(): Promise<void> {
  const [iterations = '1000000', seedText, file = 'build/core.wasm'] = process.argv.slice(2);
  const seed = Number(seedText ?? crypto.getRandomValues(new Uint32Array(1))[0]);
  console.log(`${iterations} frames, seed ${seed}, ${file}`);
  const module = await WebAssembly.compile(await readFile(file));
  const slice = 100_000;
  for (let done = 0; done < Number(iterations); done += slice) {
    const part = Math.min(slice, Number(iterations) - done);
    const found = fuzzFrames(await CoreFixture.create(module), { seed: seed + done / slice, iterations: part, limit: 10 });
    if (found.length) {
      console.log(found.join('\n'));
      process.exitCode = 1;
      return;
    }
    console.log(`${done + part} frames agree`);
  }
}

await main();
