// `#test` in Node: node:test under Mocha's names. The browser's flavour is harness.browser.ts.

import { readFile } from 'node:fs/promises';
import * as runner from 'node:test';
import { expect as chaiExpect } from '@esm-bundle/chai/esm/chai.js';
import type * as browser from './harness.browser.ts';

type Declare = typeof browser.it;

const declareWith = (test: typeof runner.it): Declare => {
  const plain =
    (declare: (name: string, body: () => void | Promise<void>) => unknown): ((name: string, body: () => void | Promise<void>) => void) =>
    (name, body) =>
      void declare(name, () => body());
  return Object.assign(plain(test), { skip: plain(test.skip), only: plain(test.only) });
};

export const describe = declareWith(runner.describe as typeof runner.it);
export const it = declareWith(runner.it);
export const before: typeof browser.before = (body) => runner.before(() => body());
export const after: typeof browser.after = (body) => runner.after(() => body());
export const beforeEach: typeof browser.beforeEach = (body) => runner.beforeEach(() => body());
export const afterEach: typeof browser.afterEach = (body) => runner.afterEach(() => body());
export const expect: typeof browser.expect = chaiExpect;

export const environment: typeof browser.environment = 'node';

export const readProjectFile: typeof browser.readProjectFile = async (path) =>
  new Uint8Array(await readFile(new URL(`../${path}`, import.meta.url)));
