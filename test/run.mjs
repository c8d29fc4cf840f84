// `npm test`: gets a browser, builds, runs every suite, adds up. The very last line is `N passed, N failed`.
//   npm test -- [suite ...] [file ...] [--no-build]

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { browserVersion } from './browser.mjs';
import { runChecks } from './check/run.mjs';
import { checkSizes } from './check/size.mjs';
import { ensureBrowser, ensurePeers } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const results = join(root, '.cache', 'results');
const limitMs = 600_000; // a suite that takes longer hangs

const testFiles = readdirSync('test', { recursive: true })
  .map((name) => `test/${name.split(sep).join('/')}`)
  .filter((name) => /\.test\.(ts|mjs)$/.test(name))
  .sort();

const folderOf = (file) => file.split('/')[1];
const suiteOf = (file) => (['core', 'node', 'peers', 'e2e', 'bench'].includes(folderOf(file)) ? folderOf(file) : 'unit');
const suiteNames = ['check', 'size', 'unit', 'core', 'node', 'peers', 'e2e'];

function parse(args) {
  const options = { build: true, suites: new Set(), files: [] };
  for (const arg of args) {
    const file = relative(root, join(process.cwd(), arg)).split(sep).join('/');
    if (arg === '--no-build') options.build = false;
    else if (suiteNames.includes(arg)) options.suites.add(arg);
    else if (testFiles.includes(file)) options.files.push(file);
    else throw new Error(`${arg} is neither a suite (${suiteNames.join(', ')}), nor a test file, nor --no-build.`);
  }
  if (options.suites.size + options.files.length === 0) for (const name of suiteNames) options.suites.add(name);
  options.files.push(...testFiles.filter((name) => options.suites.has(suiteOf(name)) && !options.files.includes(name)));
  for (const file of options.files) options.suites.add(suiteOf(file));
  return options;
}

/** Runs a program of ours, ended with all its children when it hangs. @returns its exit code, or a string that says how it ended */
function run(args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const group = process.platform !== 'win32';
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      detached: group,
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const stop = () => (group ? process.kill(-child.pid, 'SIGKILL') : child.kill('SIGKILL'));
    const timer = setTimeout(stop, limitMs);
    const interrupted = () => {
      stop();
      process.exit(130);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ code: code ?? `ended by ${signal} after at most ${limitMs / 60_000} minutes`, output });
    });
  });
}

const total = { passed: 0, failed: [], skipped: [] };

function add(title, result, startedAt) {
  total.passed += result.passed;
  total.failed.push(...result.failed.map(({ name, message }) => ({ name: `[${title}] ${name}`, message })));
  total.skipped.push(...result.skipped.map((name) => `[${title}] ${name}`));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const skipped = result.skipped.length > 0 ? `, ${result.skipped.length} skipped` : '';
  console.log(`${title.padEnd(16)} ${result.passed} passed, ${result.failed.length} failed${skipped}  (${seconds} s)`);
}

/** Runs a test runner that leaves its result in a file. */
async function suite(title, makeArgs, env = {}) {
  const startedAt = Date.now();
  const output = join(results, `${title.replaceAll(/\W+/g, '-')}.json`);
  rmSync(output, { force: true });
  const { code } = await run(makeArgs(output), { env: { ...env, NICSCOPE_TEST_RESULT: output } });
  let result = { passed: 0, failed: [], skipped: [] };
  if (existsSync(output)) result = JSON.parse(readFileSync(output, 'utf8') || JSON.stringify(result));
  if (code !== 0 && result.failed.length === 0) result.failed.push({ name: 'runner', message: `exit ${code}` });
  if (code === 0 && result.passed + result.failed.length + result.skipped.length === 0)
    result.failed.push({ name: 'runner', message: 'ran no test' });
  add(title, result, startedAt);
}

const nodeSuite = (title, files, concurrency = 2) =>
  suite(title, (output) => [
    '--import',
    'tsx',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-timeout=240000',
    '--test-reporter=./test/reporter.mjs',
    `--test-reporter-destination=${output}`,
    ...files,
  ]);

const webSuite = (title, files) => suite(title, () => ['node_modules/@web/test-runner/dist/bin.js', '--files', ...files]);

async function build(suites) {
  const steps = [['core', ['core-as/build.mjs', '--debug']]];
  const vite = (config) => ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--config', config];
  if (['size', 'e2e'].some((name) => suites.has(name))) {
    steps.push(['site', vite('vite.config.ts')], ['widget', vite('vite.widget.config.ts')]);
    steps.push([
      'widget manifest',
      [
        'node_modules/@custom-elements-manifest/analyzer/cem.js',
        'analyze',
        '--litelement',
        '--globs',
        'ui/widget/**/*.ts',
        '--outdir',
        'dist/widget',
        '--quiet',
      ],
    ]);
  }
  if (['node', 'peers', 'e2e'].some((name) => suites.has(name))) steps.push(['command', vite('vite.cli.config.ts')]);
  const startedAt = Date.now();
  for (const [name, args] of steps) {
    const { code, output } = await run(args, { quiet: true });
    if (code !== 0) total.failed.push({ name: `[build] ${name}`, message: `exit ${code}\n${output}` });
  }
  console.log(
    `${'build'.padEnd(16)} ${total.failed.length === 0 ? 'done' : 'FAILED'}  (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`,
  );
}

function report() {
  for (const { name, message } of total.failed) console.log(`\nFAILED ${name}\n    ${message.trim().replaceAll('\n', '\n    ')}`);
  if (total.skipped.length > 0) console.log(`\nSkipped:\n  ${total.skipped.join('\n  ')}`);
  const ok = total.failed.length === 0 && total.passed > 0;
  process.exitCode = ok ? 0 : 1;
  console.log(`\n${total.passed} passed, ${total.failed.length} failed`);
}

async function main() {
  const options = parse(process.argv.slice(2));
  const has = (...names) => names.some((name) => options.suites.has(name));
  const filesOf = (...names) => options.files.filter((file) => names.includes(suiteOf(file)));
  mkdirSync(results, { recursive: true });

  if (has('unit', 'core', 'e2e')) {
    const browser = await ensureBrowser();
    console.log(`${'browser'.padEnd(16)} ${browserVersion(browser)} (${browser})`);
  }
  if (has('peers')) ensurePeers();
  if (options.build) await build(options.suites);

  const runner = (suiteName, start) => {
    const startedAt = Date.now();
    return start().then((result) => add(suiteName, result, startedAt));
  };
  if (has('check')) await runner('check', runChecks);
  if (has('size')) await runner('size', checkSizes);
  const web = filesOf('unit', 'core');
  if (web.length > 0) await webSuite('Chromium', web);
  if (filesOf('core').length > 0) await nodeSuite('core in Node', filesOf('core'));
  for (const name of ['node', 'peers']) if (filesOf(name).length > 0) await nodeSuite(name, filesOf(name));
  if (filesOf('e2e').length > 0) await nodeSuite('e2e', filesOf('e2e'), 1);
}

try {
  await main();
} catch (error) {
  total.failed.push({ name: '[set-up]', message: error.message });
}
report();
