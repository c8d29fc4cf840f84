// The builds of the core that every core test runs on: release, debug (all checks on), and relaxed SIMD where the host has it
// (Chromium does, Node 20 does not). The capture core is made of the same files, so one test of its own is enough for it.

import { readProjectFile } from '#test';

export interface CoreUnderTest {
  name: 'release' | 'debug' | 'relaxed';
  module: WebAssembly.Module;
}

const files = { release: 'build/core.wasm', debug: 'build/core.debug.wasm', relaxed: 'build/core-relaxed.wasm' } as const;
const captureFiles = { release: 'build/capture-core.wasm', relaxed: 'build/capture-core-relaxed.wasm' } as const;

async function compileAll(builds: Partial<Record<CoreUnderTest['name'], string>>): Promise<CoreUnderTest[]> {
  const found: CoreUnderTest[] = [];
  for (const [name, file] of Object.entries(builds) as [CoreUnderTest['name'], string][]) {
    const bytes = await readProjectFile(file);
    if (name === 'relaxed' && !WebAssembly.validate(bytes)) continue;
    found.push({ name, module: await WebAssembly.compile(bytes) });
  }
  return found;
}

/** Use with top-level await: `for (const { name, module } of await coreModules()) describe(...)`. */
export const coreModules = (): Promise<CoreUnderTest[]> => compileAll(files);

/**
 * Builds for tests of emulated worlds, which take long: in a browser the one that it would load, in Node release and debug. A world does the
 * same in all of them, which world-invariants holds against one list of fingerprints.
 */
export async function worldModules(): Promise<CoreUnderTest[]> {
  const all = await coreModules();
  const loaded = all.filter(({ name }) => name === 'relaxed');
  return loaded.length ? loaded : all;
}

/** The same parts without emulated worlds, as the Capture page and the widget load them. */
export const captureCoreModules = (): Promise<CoreUnderTest[]> => compileAll(captureFiles);
