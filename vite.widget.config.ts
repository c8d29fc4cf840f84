// The embeddable element: one ES module, dist/widget/nic-scope.js, with the worker and the core inside.

import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/** `virtual:core-gzip`: the baseline capture core. Gzip before base64 costs no bytes on the wire; base64 alone would cost half as much again. */
const coreGzip = (): Plugin => ({
  name: 'core-gzip',
  resolveId: (id) => (id === 'virtual:core-gzip' ? '\0core-gzip' : undefined),
  async load(id) {
    if (id !== '\0core-gzip') return;
    const wasm = await readFile(new URL('./build/capture-core.wasm', import.meta.url));
    return `export default ${JSON.stringify(gzipSync(wasm, { level: 9 }).toString('base64'))};`;
  },
});

/**
 * What Lit's `node` builds take where there is no DOM. Its own stand-in copies every property of `window`, which throws in a
 * sandboxed frame, and sets globals; nothing is ever rendered there, so two names are enough.
 */
const noDom = (): Plugin => ({
  name: 'no-dom',
  enforce: 'pre',
  resolveId: (id) => (id === '@lit-labs/ssr-dom-shim' ? '\0no-dom' : undefined),
  load: (id) => (id === '\0no-dom' ? 'export class HTMLElement {}; export const customElements = { get() {}, define() {} };' : undefined),
});

export default defineConfig({
  plugins: [coreGzip(), noDom()],
  publicDir: false,
  // `node` instead of `browser` picks Lit's builds that may be imported where there is no DOM; they work in a browser as well.
  resolve: { conditions: ['inline-core', 'node', ...defaultClientConditions.filter((name) => name !== 'browser')] },
  build: {
    target: 'es2022',
    outDir: 'dist/widget',
    emptyOutDir: true,
    lib: { entry: 'ui/widget/index.ts', formats: ['es'], fileName: () => 'nic-scope.js' },
    rolldownOptions: { output: { minify: true, codeSplitting: false } },
  },
  worker: { format: 'iife', plugins: () => [coreGzip()], rolldownOptions: { output: { minify: true } } },
});
