// Runs after `npm ci`: builds the core and the command, so that `npx nicscope` works in a fresh clone.
// Without the development dependencies (`npm ci --omit=dev`) there is nothing to build with, which is not an error.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const installed = (name) => {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
};

if (['assemblyscript/asc', 'vite'].every(installed)) {
  const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  run('core-as/build.mjs');
  run('node_modules/vite/bin/vite.js', 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn');
} else console.log('nicscope: development dependencies are not installed, so the core and the command are not built.');
