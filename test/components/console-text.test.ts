// The parts of a prompt that are plain functions: its screen, what a paste becomes, recall, completion round and round.

import { describe, expect, it } from '#test';
import { cycleLine, cycleMove, cycleStart, cycleText } from '../../ui/components/console-window/cycle.ts';
import { wishOf } from '../../ui/components/console-window/keys.ts';
import { readPaste } from '../../ui/components/console-window/paste.ts';
import { noRecall, recallStep } from '../../ui/components/console-window/recall.ts';
import {
  emptyScreen,
  mostLines,
  screenClear,
  screenEnter,
  screenExtend,
  screenStart,
  screenText,
  type NewBlock,
  type Screen,
} from '../../ui/console/screen.ts';

const block = (change: Partial<NewBlock> = {}): NewBlock => ({ prompt: 'C:\\>', typed: 'ver', lines: [], timePs: 0, ...change });
const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `line ${from + index}`);
const linesOf = (screen: Screen) => screenText(screen).split('\n').slice(0, -1);

describe('The screen of a prompt', () => {
  it('has an empty line before the prompt of cmd, and none before that of netsh or a question', () => {
    let screen = screenStart(['Microsoft Windows'], 0);
    screen = screenEnter(screen, block({ typed: 'netsh' }));
    screen = screenEnter(screen, block({ prompt: 'netsh>', typed: 'bye', lines: ['', 'blank '] }));
    screen = screenEnter(screen, block({ prompt: 'Delete (Yes/No)? ', typed: 'y', lines: ['Done.'] }));
    expect(screenText(screen)).to.equal('Microsoft Windows\n\nC:\\>netsh\nnetsh>bye\n\nblank \nDelete (Yes/No)? y\nDone.\n');
  });

  it('adds output to the last line that was typed', () => {
    const screen = screenExtend(screenEnter(emptyScreen, block({ lines: ['a'] })), ['b', '']);
    expect(linesOf(screen)).to.deep.equal(['', 'C:\\>ver', 'a', 'b', '']);
  });

  it('keeps the latest lines, and counts those it cut', () => {
    let screen = screenStart(numbered(10), 0);
    screen = screenEnter(screen, block({ lines: numbered(mostLines - 5, 10) }));
    // 10 lines, an empty one, the typed one, and mostLines - 5: seven too many.
    expect(screen.cutLines).to.equal(7);
    expect(linesOf(screen).slice(0, 5)).to.deep.equal(['line 7', 'line 8', 'line 9', '', 'C:\\>ver']);
    expect(linesOf(screen).length).to.equal(mostLines);
  });

  it('cuts within one long output, and its typed line with it', () => {
    const screen = screenEnter(emptyScreen, block({ lines: numbered(mostLines + 100) }));
    expect(screen.cutLines).to.equal(102);
    expect(screen.blocks[0]).to.include({ prompt: '', typed: null });
    expect(linesOf(screen)[0]).to.equal('line 100');
  });

  it('never has more lines than it keeps, however output comes', () => {
    let screen = emptyScreen;
    let added = 0;
    for (let step = 0; step < 400; step++) {
      const lines = numbered((step * 37) % 101);
      screen = step % 3 === 0 ? screenExtend(screen, lines) : screenEnter(screen, block({ lines, prompt: step % 2 ? 'C:\\>' : 'netsh>' }));
      added += lines.length + (step % 3 === 0 ? 0 : step % 2 ? 2 : 1);
      expect(linesOf(screen).length, `step ${step}`).to.equal(Math.min(added, mostLines));
      expect(screen.cutLines).to.equal(Math.max(0, added - mostLines));
    }
    expect(new Set(screen.blocks.map(({ id }) => id)).size).to.equal(screen.blocks.length);
  });

  it('is empty after it was cleared, and another object', () => {
    const screen = screenClear(emptyScreen);
    expect(screenText(screen)).to.equal('');
    expect(screen).not.to.equal(emptyScreen);
  });
});

describe('A paste', () => {
  const rows: readonly (readonly [name: string, given: [before: string, text: string, after: string], lines: string[], rest: string])[] = [
    ['of one line', ['net', 'stat', ' -t'], [], 'netstat -t'],
    ['of lines with Windows line ends', ['', 'ver\r\nhostname\r\n', ''], ['ver', 'hostname'], ''],
    ['whose last line has no end leaves it in the input', ['', 'ver\nhost', 'name'], ['ver'], 'hostname'],
    ['goes on where the cursor is', ['v', 'er\nx', ''], ['ver'], 'x'],
    ['keeps empty lines', ['', '\n\nver\n', ''], ['', '', 'ver'], ''],
    ['of control characters drops them', ['', 'v\u0000e\u0007r\tx\n', ''], ['ver x'], ''],
    ['of old line ends', ['', 'a\rb\r', ''], ['a', 'b'], ''],
  ];
  for (const [name, given, lines, rest] of rows) it(name, () => expect(readPaste(...given)).to.deep.equal({ lines, rest }));
});

describe('Recall', () => {
  it('goes up to the first line and down again to the one being typed', () => {
    const history = ['a', 'b'];
    const seen: (string | null)[] = [];
    let recall = noRecall;
    let line = 'draft';
    for (const step of [-1, -1, -1, 1, 1, 1] as const) {
      const next = recallStep(history, recall, line, step);
      seen.push(next?.line ?? null);
      if (next) ({ recall, line } = next);
    }
    expect(seen).to.deep.equal(['b', 'a', null, 'b', 'draft', null]);
  });
  it('of no history does nothing', () => expect(recallStep([], noRecall, 'x', -1)).to.equal(null));
});

describe('Completion round and round', () => {
  const completion = { from: 6, to: 8, candidates: ['show', 'set'] };
  const start = cycleStart('netsh s tail', { ...completion, to: 7 }, 1)!;
  it('replaces what stands before the cursor and keeps what stands behind', () => {
    expect(cycleLine(start)).to.deep.equal({ line: 'netsh show tail', cursor: 10 });
    expect(cycleText(start)).to.equal('show, 1 of 2');
  });
  it('comes back to the first', () => expect(cycleLine(cycleMove(cycleMove(start, 1), 1))).to.deep.equal(cycleLine(start)));
  it('begins with the last when it goes backwards', () => expect(cycleStart('netsh s', completion, -1)!.at).to.equal(1));
  it('without candidates is none', () => expect(cycleStart('x', { from: 0, to: 1, candidates: [] }, 1)).to.equal(null));
});

describe('Keys', () => {
  const key = (name: string, change = {}) =>
    wishOf({ key: name, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false, ...change });
  it('of the prompt', () => {
    expect(key('Tab', { shiftKey: true })).to.equal('complete-back');
    expect(key('C', { ctrlKey: true })).to.equal('break');
  });
  it('of the browser stay with it', () => {
    expect(key('c', { metaKey: true })).to.equal(null);
    expect(key('c', { ctrlKey: true, shiftKey: true })).to.equal(null);
    expect(key('Tab', { ctrlKey: true })).to.equal(null);
    expect(key('ArrowUp', { altKey: true })).to.equal(null);
    expect(key('F3')).to.equal(null);
    expect(key('constructor')).to.equal(null);
  });
  it('of an input method are not entered', () => expect(key('Enter', { isComposing: true })).to.equal(null));
});
