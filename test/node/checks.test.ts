// The project's own checks, on text that they must refuse.

import { describe, expect, it } from '#test';
import { complaintsOfText } from '../check/allocation.mjs';

describe('allocation check', () => {
  const rows: [string, string, RegExp | null][] = [
    ['the arena may grow memory', ' (func $core-as/memory/arenaTake (param $0 i32)\n  memory.grow\n )', null],
    ['another function may not', ' (func $core-as/capture/walk/captureStep\n  memory.grow\n )', /captureStep grows memory/],
    ['twice is too often', ' (func $core-as/memory/arenaTake\n  memory.grow\n  memory.grow\n )', /2 times/],
    ['a new object', ' (func $core-as/flow/table/add\n  call $~lib/rt/stub/__new\n )', /add calls .*__new/],
    ['an allocator that is linked in', ' (func $~lib/rt/stub/__alloc (param $0 i32)\n )', /__alloc is linked in/],
  ];
  for (const [name, text, refused] of rows)
    it(name, () => {
      const complaints = complaintsOfText(text).join('; ');
      if (refused) expect(complaints).to.match(refused);
      else expect(complaints).to.equal('');
    });
});
