// `#test` in a browser: Mocha's globals, as Web Test Runner provides them. Node's flavour is harness.node.ts.

import { expect as chaiExpect } from '@esm-bundle/chai/esm/chai.js';

type Body = () => unknown;
interface Declare {
  (name: string, body: Body): void;
  skip(name: string, body: Body): void;
  only(name: string, body: Body): void;
}

export const describe: Declare = globalThis.describe;
export const it: Declare = globalThis.it;
export const before: (body: Body) => void = globalThis.before;
export const after: (body: Body) => void = globalThis.after;
export const beforeEach: (body: Body) => void = globalThis.beforeEach;
export const afterEach: (body: Body) => void = globalThis.afterEach;
export const expect: Chai.ExpectStatic = chaiExpect;

export const environment: 'browser' | 'node' = 'browser';

/** Reads a file of the repository: `readProjectFile('test/fixtures/vlan.pcap')`. */
export async function readProjectFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(`../${path}`, import.meta.url));
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
