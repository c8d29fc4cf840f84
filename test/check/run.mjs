// `npm run check`: types, lint, format, import rule, generated files, allocation in the core, words. `npm test` runs the same checks.

import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findAllocation } from './allocation.mjs';
import { findBrokenImports } from './imports.mjs';
import { findWords } from './words.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns what the program said, when it failed; else nothing */
const program = (...args) =>
  new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('close', (code) => resolve(code === 0 ? [] : [output.trim() || `exit ${code}`]));
  });

const tsc = 'node_modules/typescript/bin/tsc';

/** Each returns its complaints. */
const checks = {
  'types: ui, test, configs': () => program(tsc, '--project', '.'),
  'types: core-as': () => program(tsc, '--project', 'core-as', '--noEmit'),
  'lint': () => program('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'),
  'format': () => program('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  'imports follow the layers': findBrokenImports,
  'generated files are fresh': () => program('--import', 'tsx', 'ui/abi/generate.ts', '--check'),
  'the core does not allocate': findAllocation,
  'no words that stand for unfinished work': findWords,
};

export async function runChecks() {
  const result = { passed: 0, failed: [], skipped: [] };
  const run = async ([name, check]) => {
    const complaints = await check();
    if (complaints.length === 0) result.passed += 1;
    else result.failed.push({ name, message: complaints.join('\n') });
  };
  const [types, core, ...rest] = Object.entries(checks);
  await Promise.all([run(types), run(core).then(() => run(rest[0]))]); // two processors are the least to expect
  for (const entry of rest.slice(1)) await run(entry);
  return result;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed } = await runChecks();
  for (const { name, message } of failed) console.error(`\n${name}:\n${message}`);
  console.log(`${passed} of ${passed + failed.length} checks are clean`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
