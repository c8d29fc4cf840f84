// The project's own checks, on text that they must refuse.

import { describe, expect, it } from '#test';
import { complaintsOfSource, complaintsOfText } from '../check/allocation.mjs';

describe('allocation check', () => {
  const sources: [string, string, RegExp | null][] = [
    ['loads and stores', 'export function f(at: u32): u32 { store<u32>(at, 1); return load<u32>(at); }', null],
    ['data laid out by the compiler', 'const table: usize = memory.data<u8>([1, 2, 3]);', null],
    ['the arena grows memory', 'function arenaTake(): void { memory.grow(1); }', null],
    ['another function grows memory', 'function captureStep(): void { memory.grow(1); }', /captureStep grows memory/],
    ['a table takes room', 'function flowsReserve(): void { arenaTake(16); }', null],
    ['a parser takes room', 'function frameParse(): void { arenaTake(16); }', /frameParse takes from the arena/],
    ['new', 'function f(): void { const table = new Table(); }', /:1: new/],
    ['an array', 'function f(): void { const a = [1, 2]; }', /array literal/],
    ['a string', "function f(): void { say('x'); }", /string/],
    ['a template', 'function f(n: u32): void { say(`${n}`); }', /string/],
    ['a map', 'let known: Map<u32, u32>;', /Map is managed/],
    ['a function object', 'function f(): void { each((n) => n); }', /function object/],
  ];
  const texts: [string, string, RegExp | null][] = [
    ['a plain function', ' (func $core-as/index/f (param $0 i32)\n  i32.load\n )', null],
    ['a new object', ' (func $core-as/flow/table/add\n  call $~lib/rt/stub/__new\n )', /add calls .*__new/],
    ['functions without names', ' (func $0 (param $0 i32)\n  call $1\n )', /has a name/],
    ['an allocator that is linked in', ' (func $~lib/rt/stub/__alloc (param $0 i32)\n )', /__alloc is linked in/],
  ];
  const expectRefused = (complaints: string[], refused: RegExp | null) =>
    refused ? expect(complaints.join('; ')).to.match(refused) : expect(complaints).to.deep.equal([]);
  for (const [name, text, refused] of sources)
    it(`source: ${name}`, () => expectRefused(complaintsOfSource('core-as/x.ts', text), refused));
  for (const [name, text, refused] of texts) it(`compiled: ${name}`, () => expectRefused(complaintsOfText(text), refused));
});
