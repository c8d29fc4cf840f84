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
const INLINE_SIZE = 300;
/**
 * What most frames never need stays a call of its own, so that it takes no registers from the functions that every frame passes: what
 * follows one frame, features that are off, and what happens once to a connection or a world. Names of functions, with wildcards.
 */
const SELDOM = [
  'follow/*',
  'chimney/cached/*',
  'chimney/completion/*',
  'chimney/eligible/*',
  'chimney/engine/engine*',
  'chimney/host/*',
  'chimney/requests/offloaded*',
  'chimney/requests/receive*',
  'chimney/requests/requestsPost',
  'chimney/requests/sendCharge',
  'chimney/target/*',
  'dma/*',
  'hyperv/channel/channelEnd',
  'hyperv/channel/channelStart',
  'hyperv/forward/switchIndicate',
  'hyperv/guest/*',
  'hyperv/port/port*Send',
  'hyperv/port/switch*',
  'vmq/control/*',
  'app/app/landedRequests',
  'app/client/appSt*',
  'app/client/openStart',
  'app/client/pauseOver',
  'host/reset/*',
  'host/udp/*',
  'link/switch/*',
  'net/arp/*',
  'net/echo/*',
  'net/icmp/*',
  'net/nd/*',
  'net/neighbor/neighborDue',
  'net/packet/packetStrip',
  'nic/rebalance/*',
  'tcp/handshake/*',
  'tcp/timers/*',
].map((name) => `core-as/${name}`);
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

/** Marks the functions that are not to be inlined. */
function markSeldom(module, binaryen) {
  for (const name of SELDOM) {
    binaryen.setPassArgument('no-inline', name);
    module.runPasses(['no-inline']);
  }
}

/** The same while asc compiles, before it optimises. A name that fits nothing is an error; the capture core has none of them. */
class SeldomTransform {
  afterCompile(module) {
    const names = Array.from({ length: module.getNumFunctions() }, (_, at) => module.getFunctionByIndex(at)).map(
      (ref) => this.binaryen.getFunctionInfo(ref).name,
    );
    const fits = SELDOM.filter((seldom) => names.some((name) => new RegExp(`^${seldom.replaceAll('*', '.*')}$`).test(name)));
    if (fits.length > 0 && fits.length < SELDOM.length)
      throw new Error(`SELDOM names no function: ${SELDOM.filter((name) => !fits.includes(name)).join(', ')}`);
    markSeldom(module, this.binaryen);
  }
}

/**
 * Optimises again with a higher limit of inlining than asc has: engines that do not inline Wasm themselves save a call for every small
 * function of the packet path. The text stays as asc wrote it: with the calls that are inlined here.
 */
async function inlineMore(files, { outFile }) {
  const { default: binaryen } = await import('binaryen');
  const name = [...files.keys()].find((name) => resolve(root, name) === resolve(root, outFile));
  const module = binaryen.readBinary(files.get(name));
  try {
    module.setFeatures(module.getFeatures() | FEATURES.reduce((bits, name) => bits | binaryen.Features[name], 0));
    markSeldom(module, binaryen);
    binaryen.setDebugInfo(false);
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
 * @param readFile  (name, folder) -> text or null; for sources that are not those on disk
 * @returns what it wrote, by name; throws an Error with the compiler's messages when the source is wrong
 */
export async function compileTarget(target, readFile) {
  const { default: asc } = await import('assemblyscript/asc');
  const files = new Map();
  const isShipped = !targets[target].debug;
  const { error, stderr } = await asc.main(
    // Names of functions are kept until they have said what not to inline.
    [targets[target].entry, '--config', 'asconfig.json', '--target', target, '--baseDir', root, '--debug'],
    {
      ...(readFile && { readFile }),
      writeFile: (name, contents) => void files.set(name, contents),
      transforms: isShipped ? [SeldomTransform] : [],
    },
  );
  if (error) throw new Error(`asc, target ${target}: ${error.message}\n${stderr.toString()}`);
  if (isShipped) await inlineMore(files, targets[target]);
  return files;
}

/**
 * Brings one target up to date.
 * @returns whether it had to
 */
export async function buildTarget(target, { force = false } = {}) {
  const started = Date.now();
  if (!force && oldestOf(outputs(target)) > newestOf(inputs())) return false;
  const files = await compileTarget(target);
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
