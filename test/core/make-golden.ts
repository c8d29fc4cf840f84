// Writes world-golden.json, the fingerprints of runs that tests compare in every browser and build: npx tsx test/core/make-golden.ts
// Only for a change of the core that is meant to change runs; look at what else changed before keeping it.

import { readFile, writeFile } from 'node:fs/promises';
import { goldenFingerprints } from './world-scenarios.ts';

const file = (path: string) => new URL(`../../${path}`, import.meta.url);
const module = await WebAssembly.compile(await readFile(file('build/core.wasm')));
await writeFile(file('test/core/world-golden.json'), `${JSON.stringify(await goldenFingerprints(module), null, 2)}\n`);
