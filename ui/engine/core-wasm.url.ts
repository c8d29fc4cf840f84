// `#core-wasm` for the site's Lab: the full core, in the build that this browser runs best.

import { fetchCore } from './fetch-core.ts';
import { hasRelaxedSimd } from './relaxed-simd.ts';

export const loadCoreModule = (): Promise<WebAssembly.Module> =>
  fetchCore(
    hasRelaxedSimd() ? new URL('../../build/core-relaxed.wasm', import.meta.url) : new URL('../../build/core.wasm', import.meta.url),
  );
