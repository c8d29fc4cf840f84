// `#capture-core-wasm` for the site's Capture and Hash pages: the core without worlds, in the build that this browser runs best.

import { fetchCore } from './fetch-core.ts';
import { hasRelaxedSimd } from './relaxed-simd.ts';

export const loadCaptureCoreModule = (): Promise<WebAssembly.Module> =>
  fetchCore(
    hasRelaxedSimd()
      ? new URL('../../build/capture-core-relaxed.wasm', import.meta.url)
      : new URL('../../build/capture-core.wasm', import.meta.url),
  );
