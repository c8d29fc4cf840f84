// Compiles the core with asc: `node core-as/build.mjs [--debug] [--force]`. Targets are those of asconfig.json, each with the entry that it
// is compiled from: debug on request, all others always. A target whose output is newer than every input is left alone. Files appear
// whole or not at all.

import { existsSync, mkdirSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { targets } = JSON.parse(readFileSync(join(root, 'asconfig.json'), 'utf8'));

/** Size of functions that are inlined wherever they are called, in expressions. */
const INLINE_SIZE = 100;
const FEATURES = ['SIMD128', 'RelaxedSIMD', 'BulkMemory', 'BulkMemoryOpt', 'SignExt', 'NontrappingFPToInt', 'MutableGlobals'];

/** Targets that are shipped. */
export const shippedTargets = Object.keys(targets).filter((target) => !targets[target].debug);

const newestOf = (paths) => Math.max(...paths.map((path) => statSync(path).mtimeMs));
const oldestOf = (paths) => Math.min(...paths.map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)));

function inputs() {
  const sources = readdirSync(join(root, 'core-as'), { recursive: true }).filter((name) => name.endsWith('.ts'));
  const compiler = createRequire(import.meta.url).resolve('assemblyscript/package.json');
  return [...sources.map((name) => join(root, 'core-as', name)), join(root, 'asconfig.json'), fileURLToPath(import.meta.url), compiler];
}

/** Files that asc writes for `target`. */
function outputs(target) {
  const { outFile, textFile, sourceMap } = targets[target];
  return [outFile, textFile, sourceMap && `${outFile}.map`].filter(Boolean).map((name) => join(root, name));
}

/**
 * Optimises again with a higher limit of inlining than asc has: engines that do not inline Wasm themselves save a call for every small
 * function of the packet path. Measured: 3 % (Node) to 7 % (Chromium) of the time of a whole emulation, for 12 % more code.
 * The text stays as asc wrote it: with names, and with the calls that are inlined here.
 */
async function inlineMore(files, { outFile }) {
  const { default: binaryen } = await import('binaryen');
  const name = [...files.keys()].find((name) => resolve(root, name) === resolve(root, outFile));
  const module = binaryen.readBinary(files.get(name));
  try {
    module.setFeatures(module.getFeatures() | FEATURES.reduce((bits, name) => bits | binaryen.Features[name], 0));
    binaryen.setOptimizeLevel(3);
    binaryen.setShrinkLevel(0);
    binaryen.setFlexibleInlineMaxSize(INLINE_SIZE);
    binaryen.setAllowInliningFunctionsWithLoops(true);
    module.optimize();
    module.optimize();
    if (!module.validate()) throw new Error(`binaryen made ${outFile} invalid`);
    files.set(name, module.emitBinary());
  } finally {
    module.dispose();
  }
}

/**
 * Compiles one target.
 * @returns whether it had to; throws an Error with the compiler's messages when the source is wrong
 */
export async function buildTarget(target, { force = false } = {}) {
  const started = Date.now();
  if (!force && oldestOf(outputs(target)) > newestOf(inputs())) return false;
  const { default: asc } = await import('assemblyscript/asc');
  const files = new Map();
  const { error, stderr } = await asc.main([targets[target].entry, '--config', 'asconfig.json', '--target', target, '--baseDir', root], {
    writeFile: (name, contents) => void files.set(name, contents),
  });
  if (error) throw new Error(`asc, target ${target}: ${error.message}\n${stderr.toString()}`);
  if (!targets[target].debug) await inlineMore(files, targets[target]);
  for (const [name, contents] of files) {
    const path = resolve(root, name);
    const part = `${path}.${process.pid}.tmp`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(part, contents);
    utimesSync(part, started / 1000, started / 1000); // an edit made while asc ran must count as newer
    renameSync(part, path);
  }
  const missing = outputs(target).filter((path) => !existsSync(path));
  if (missing.length > 0) throw new Error(`asc, target ${target}: did not write ${missing.map((path) => relative(root, path)).join(', ')}`);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.includes('--debug') ? Object.keys(targets) : shippedTargets;
  try {
    for (const name of names)
      if (await buildTarget(name, { force: process.argv.includes('--force') }))
        console.log(`core: ${targets[name].outFile} ${statSync(join(root, targets[name].outFile)).size} bytes`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
