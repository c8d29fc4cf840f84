#!/usr/bin/env node
// Starts the built command. `npm ci` builds it.

import { existsSync } from 'node:fs';

const command = new URL('../dist/cli/nicscope.js', import.meta.url);
if (existsSync(command)) await import(command.href);
else {
  console.error('nicscope is not built here. Run `npm ci`, or `npm run build:core && npm run build:cli`.');
  process.exitCode = 1;
}
