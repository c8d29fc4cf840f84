// Gets what the tests need and the machine lacks. A browser is a must; tshark, a C compiler, DPDK and the
// kernel's own TCP, by iproute2, ping and curl, are peers to compare with.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browserVersion, findBrowser, unpackedDirectory } from './browser.mjs';

const cache = fileURLToPath(new URL('../.cache/', import.meta.url));
const npmBrowser = '@sparticuz/chromium@147.0.0'; // the newest that runs on Node 20

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

let listsUpdated = false;

/** @returns whether apt-get installed all of `packages` */
function aptInstall(packages, { timeoutMs }) {
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
      timeout: timeoutMs,
    }).status === 0;
  if (!listsUpdated) listsUpdated = apt('update');
  return apt('install', '-y', ...packages);
}

/** Chromium as an npm package, for Linux on x64 without root: into .cache/, about 75 MB. */
async function npmInstallBrowser() {
  const folder = join(cache, 'chromium-npm');
  mkdirSync(folder, { recursive: true });
  mkdirSync(unpackedDirectory, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', npmBrowser], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (installed.status !== 0) return null;
  // The package unpacks into the temporary folder, with the libraries it needs only where it believes to be in a cloud function.
  const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
  const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)});
    console.log(JSON.stringify([await chromium.executablePath(), process.env.LD_LIBRARY_PATH ?? '']));`;
  const [path, libraries] = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: unpackedDirectory, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    }),
  );
  if (browserVersion(path) === null) process.env.LD_LIBRARY_PATH = libraries;
  return browserVersion(path) === null ? null : path;
}

/**
 * Finds a browser, or gets one, and sets CHROMIUM for the test processes.
 * @returns its path; throws an Error that says what to do when there is no way
 */
export async function ensureBrowser() {
  let path = findBrowser();
  if (!path && isRootOnDebian()) {
    console.log("No browser found: installing Debian's chromium ...");
    if (aptInstall(['chromium'], { timeoutMs: 420_000 })) path = findBrowser();
  }
  if (!path && process.platform === 'linux' && process.arch === 'x64') {
    console.log(`No browser found: installing ${npmBrowser} into .cache/ ...`);
    path = await npmInstallBrowser();
  }
  if (!path)
    throw new Error(
      [
        'The tests need a browser of the Chromium family (Chrome, Chromium or Edge), and none was found or could be installed.',
        '  Debian, Ubuntu:  sudo apt-get install chromium',
        '  macOS:           brew install --cask chromium',
        '  Windows:         winget install Google.Chrome',
        'If it is in an unusual place: CHROMIUM=/path/to/browser npm test',
      ].join('\n'),
    );
  process.env.CHROMIUM = path;
  return path;
}

const peers = [
  { program: 'tshark', file: '/usr/bin/tshark', packages: ['tshark'] },
  { program: 'gcc', file: '/usr/bin/gcc', packages: ['gcc', 'libc6-dev'] },
  { program: 'iproute2', file: '/bin/ip', packages: ['iproute2'] },
  { program: 'ping', file: '/bin/ping', packages: ['iputils-ping'] },
  { program: 'curl', file: '/usr/bin/curl', packages: ['curl'] },
  { program: 'DPDK', file: '/usr/include/dpdk/rte_thash.h', packages: ['libdpdk-dev', 'pkg-config'] },
];

/** Installs the peers where that needs no question asked; tests of a peer that is missing are skipped by name. */
export function ensurePeers() {
  const missing = peers.filter(({ file }) => !existsSync(file));
  if (missing.length === 0 || !isRootOnDebian()) return;
  console.log(`Installing programs to compare with: ${missing.map(({ program }) => program).join(', ')} ...`);
  for (const { program, packages } of missing)
    if (!aptInstall(packages, { timeoutMs: 240_000 })) console.log(`${program} could not be installed; its tests are skipped.`);
}
