// `#core-wasm` in Node, from source and in the built command, which has the full core beside it and uses it for captures as well.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hasRelaxedSimd } from './relaxed-simd.ts';

export async function loadCoreModule(): Promise<WebAssembly.Module> {
  const name = hasRelaxedSimd() ? 'core-relaxed.wasm' : 'core.wasm';
  const beside = new URL(name, import.meta.url);
  const built = new URL(`../../build/${name}`, import.meta.url);
  return WebAssembly.compile(await readFile(existsSync(beside) ? beside : built));
}
