// Size gates, gzip: what a first visit to the site loads until it can analyse a capture, and the widget's one file.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));

const gzipSize = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

/** Chunks that wait until the user goes to another page, or until the page is idle. */
const later = /^(hash-page|lab-page|lab-client|lab-worker|virtual_pwa-register|workbox-window)/;

/**
 * What index.html names, all that is imported from there (dynamically too, but for what comes later), workers, and the capture core: a
 * browser takes one of its two builds, so the larger counts.
 */
export function firstLoad(site) {
  const index = join(site, 'index.html');
  const html = readFileSync(index, 'utf8');
  const seen = new Set([index]);
  const cores = [];
  const add = (from, reference) => {
    if (/^(https?:|data:|#)/.test(reference)) return;
    const path = join(dirname(from), reference);
    if (seen.has(path) || later.test(basename(path))) return;
    if (!existsSync(path)) throw new Error(`${from} names ${reference}, which does not exist`);
    if (path.endsWith('.wasm')) return void cores.push(path);
    seen.add(path);
    if (!path.endsWith('.js')) return;
    const text = readFileSync(path, 'utf8');
    for (const [, name] of text.matchAll(/(?:\bimport|\bfrom)\s*\(?["'`](\.[^"'`]+\.js)["'`]/g)) add(path, name);
    // Vite writes new URL("worker-….js", import.meta.url) relative to the chunk, whatever the quotes.
    for (const [, name] of text.matchAll(/new URL\(\s*(?:\/\*.*?\*\/\s*)?["'`]([^"'`]+\.(?:js|wasm))["'`]/g)) add(path, name);
  };
  for (const [, name] of html.matchAll(/\b(?:src|href)="([^"]+)"/g)) add(index, name);
  const largest = cores.sort((a, b) => gzipSize(b) - gzipSize(a))[0];
  return largest ? [...seen, largest] : [...seen];
}

const gates = [
  { name: 'first load of the site', limit: 150_000, files: () => firstLoad(join(root, 'dist/site')), core: true },
  { name: 'widget', limit: 120_000, files: () => [join(root, 'dist/widget/nic-scope.js')], core: false },
];

export async function checkSizes() {
  const result = { passed: 0, failed: [], skipped: [] };
  for (const { name, limit, files, core } of gates) {
    try {
      const paths = files();
      const bytes = paths.map(gzipSize).reduce((sum, size) => sum + size, 0);
      console.log(`  ${name}: ${(bytes / 1000).toFixed(1)} kB gzip in ${paths.length} files, limit ${limit / 1000} kB`);
      const cores = paths.filter((path) => path.endsWith('.wasm'));
      if (core && cores.length === 0) throw new Error('no core found: the count is wrong');
      const other = cores.find((path) => !basename(path).startsWith('capture-core'));
      if (other) throw new Error(`${other.slice(root.length)} is not the capture core: the Capture page does without emulated worlds`);
      if (bytes >= limit)
        throw new Error(
          paths
            .map((path) => `${String(gzipSize(path)).padStart(8)} ${path.slice(root.length)}`)
            .concat(`${bytes} bytes, limit ${limit}`)
            .join('\n'),
        );
      result.passed += 1;
    } catch (error) {
      result.failed.push({ name, message: error.message });
    }
  }
  return result;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await checkSizes();
  for (const { name, message } of failed) console.error(`${name}: ${message}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
