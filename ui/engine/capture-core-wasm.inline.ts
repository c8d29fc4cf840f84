// `#capture-core-wasm` in the widget, which is one file: the baseline core without worlds as gzip in base64, put there by
// vite.widget.config.ts.

import coreGzip from 'virtual:core-gzip';

export async function loadCaptureCoreModule(): Promise<WebAssembly.Module> {
  const gzip = Uint8Array.from(atob(coreGzip), (character) => character.charCodeAt(0));
  const plain = new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(plain).arrayBuffer());
}
