// The list of TCP scripts is the folder's content: a script that nobody runs would prove nothing.

import { readdirSync } from 'node:fs';
import { describe, expect, it } from '#test';
import { scripts } from '../tcp/scripts.ts';

describe('list of TCP scripts', () => {
  it('names every file of the folder', () => {
    const files = readdirSync(new URL('../tcp/scripts', import.meta.url)).sort();
    expect(scripts.map((name) => `${name}.tcp`).sort()).to.deep.equal(files);
  });
});
