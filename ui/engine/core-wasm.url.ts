// `#core-wasm` for the site: fetches the build of the core that this browser runs best.

import { hasRelaxedSimd } from './relaxed-simd.ts';

export async function loadCoreModule(): Promise<WebAssembly.Module> {
  const url = hasRelaxedSimd()
    ? new URL('../../build/core-relaxed.wasm', import.meta.url)
    : new URL('../../build/core.wasm', import.meta.url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The Wasm core could not be loaded: HTTP ${response.status} for ${url.pathname}`);
  // A static host may not know the type of .wasm; compileStreaming insists on it.
  return response.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
