// `#test` in Node: node:test under Mocha's names. The browser's flavour is harness.browser.ts.

import { readFile } from 'node:fs/promises';
import * as runner from 'node:test';
import { expect as chaiExpect } from '@esm-bundle/chai/esm/chai.js';
import type * as browser from './harness.browser.ts';

// Not wrapped: node:test names a test's file after the caller.
export const describe = runner.describe as unknown as typeof browser.describe;
export const it = runner.it as unknown as typeof browser.it;
export const before = runner.before as unknown as typeof browser.before;
export const after = runner.after as unknown as typeof browser.after;
export const beforeEach = runner.beforeEach as unknown as typeof browser.beforeEach;
export const afterEach = runner.afterEach as unknown as typeof browser.afterEach;
export const expect: typeof browser.expect = chaiExpect;

export const environment: typeof browser.environment = 'node';

export const readProjectFile: typeof browser.readProjectFile = async (path) =>
  new Uint8Array(await readFile(new URL(`../${path}`, import.meta.url)));
