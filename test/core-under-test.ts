// The builds of the core that every core test runs on: release, debug (all checks on), and relaxed SIMD where the host has it
// (Chromium does, Node 20 does not).

import { readProjectFile } from '#test';

export interface CoreUnderTest {
  name: 'release' | 'debug' | 'relaxed';
  module: WebAssembly.Module;
}

const files = { release: 'build/core.wasm', debug: 'build/core.debug.wasm', relaxed: 'build/core-relaxed.wasm' } as const;

/** Use with top-level await: `for (const { name, module } of await coreModules()) describe(...)`. */
export async function coreModules(): Promise<CoreUnderTest[]> {
  const found: CoreUnderTest[] = [];
  for (const name of ['release', 'debug', 'relaxed'] as const) {
    const bytes = await readProjectFile(files[name]);
    if (name === 'relaxed' && !WebAssembly.validate(bytes)) continue;
    found.push({ name, module: await WebAssembly.compile(bytes) });
  }
  return found;
}
