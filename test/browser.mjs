// Finds a browser of the Chromium family, and names the flags that tests start it with.

import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Where the npm-only browser is unpacked; see setup.mjs. */
export const unpackedDirectory = fileURLToPath(new URL('../.cache/chromium/', import.meta.url));

/** Flags for a headless run that stays quiet on the network, as root or in a container too. */
export const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const inPath = (names) => (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/** Browsers that Playwright and Puppeteer downloaded earlier, newest first. */
function downloaded(folder, pattern, executable) {
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).filter((name) => pattern.test(name));
  return versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true })).map((name) => join(folder, name, ...executable));
}

function candidates() {
  const home = homedir();
  if (platform() === 'darwin')
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  if (platform() === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) =>
        ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
          (name) => join(folder, name),
        ),
      );
  return [
    ...inPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser']),
    '/snap/bin/chromium',
    ...downloaded(join(home, '.cache/ms-playwright'), /^chromium-\d/, ['chrome-linux', 'chrome']),
    ...downloaded(join(home, '.cache/puppeteer/chrome'), /^linux-/, ['chrome-linux64', 'chrome']),
    join(unpackedDirectory, 'chromium'),
  ];
}

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** What the browser says of itself, or null when it does not start (a missing library, a stub of a package). */
export function browserVersion(path) {
  if (platform() === 'win32') return 'unknown version'; // chrome.exe --version opens a window instead
  try {
    return execFileSync(path, ['--version', '--no-sandbox'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
    }).trim();
  } catch {
    return null;
  }
}

/** @returns the path of a browser that starts, or null. `CHROMIUM` is taken as given. */
export function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM=${named} is not a program that can be run.`);
    return named;
  }
  return candidates().find((path) => isExecutable(path) && browserVersion(path) !== null) ?? null;
}
