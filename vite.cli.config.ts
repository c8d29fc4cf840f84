// The headless command: dist/cli/nicscope.js for Node, everything bundled, with the core beside it.

import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  plugins: [
    {
      name: 'core-beside',
      async writeBundle() {
        for (const name of ['core.wasm', 'core-relaxed.wasm']) await copyFile(`build/${name}`, `dist/cli/${name}`);
      },
    },
  ],
  ssr: { noExternal: true },
  build: {
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    ssr: 'ui/cli/main.ts',
    rolldownOptions: { output: { entryFileNames: 'nicscope.js' } },
  },
});
