// What stands on the screen of a prompt, as plain data: blocks of a typed line and its output, bounded like the buffer of a console window.
// The empty line before a prompt of cmd is drawn here, not stored: cmd writes it, netsh and the questions of commands do not.
// Leaves out: colours, cursor positions, wrapping. Lines stay as long as they are.

export interface Block {
  /** Stays the same while the block is on the screen. */
  readonly id: number;
  readonly prompt: string;
  /** null: no line was typed. A banner, or output whose beginning was cut. */
  readonly typed: string | null;
  /** Output, without line ends. */
  readonly lines: readonly string[];
  /** Emulated time at which the line was entered. */
  readonly timePs: number;
}

export type NewBlock = Omit<Block, 'id'>;

export interface Screen {
  readonly blocks: readonly Block[];
  /** Lines that were cut at the beginning since the screen was cleared. */
  readonly cutLines: number;
  readonly nextId: number;
}

/** Lines that a screen keeps. */
export const mostLines = 5000;

export const emptyScreen: Screen = { blocks: [], cutLines: 0, nextId: 1 };

/** "C:\Users\Administrator>" */
export const isCmdPrompt = (prompt: string): boolean => /^[a-z]:\\.*>$/i.test(prompt);

const headLines = ({ prompt, typed }: NewBlock): readonly string[] =>
  typed === null ? [] : [...(isCmdPrompt(prompt) ? [''] : []), prompt + typed];

const lineCount = (block: Block): number => headLines(block).length + block.lines.length;

/** Cuts the oldest lines, in the middle of a block where it has to be. */
function bounded(screen: Screen): Screen {
  let surplus = screen.blocks.reduce((sum, block) => sum + lineCount(block), 0) - mostLines;
  if (surplus <= 0) return screen;
  const cutLines = screen.cutLines + surplus;
  const blocks: Block[] = [];
  for (const block of screen.blocks) {
    const count = lineCount(block);
    if (surplus <= 0) blocks.push(block);
    else if (surplus < count)
      blocks.push({ ...block, prompt: '', typed: null, lines: [...headLines(block), ...block.lines].slice(surplus) });
    surplus -= count;
  }
  return { ...screen, blocks, cutLines };
}

/** Adds a typed line with as much of its output as there is. */
export const screenEnter = ({ blocks, cutLines, nextId }: Screen, block: NewBlock): Screen =>
  bounded({ blocks: [...blocks, { ...block, id: nextId }], cutLines, nextId: nextId + 1 });

/** What a new prompt starts with. */
export const screenStart = (lines: readonly string[], timePs: number): Screen =>
  screenEnter(emptyScreen, { prompt: '', typed: null, lines, timePs });

/** More output of the last line typed. */
export function screenExtend(screen: Screen, lines: readonly string[]): Screen {
  const last = screen.blocks.at(-1);
  if (lines.length === 0) return screen;
  if (!last) return screenEnter(screen, { prompt: '', typed: null, lines, timePs: 0 });
  return bounded({ ...screen, blocks: [...screen.blocks.slice(0, -1), { ...last, lines: [...last.lines, ...lines] }] });
}

/** As `cls` leaves it. Always another object, so that whoever waits for an answer sees one. */
export const screenClear = ({ nextId }: Screen): Screen => ({ blocks: [], cutLines: 0, nextId });

/** Text of a block as a console window shows it; every line has its end. */
export const blockText = (block: Block): string => [...headLines(block), ...block.lines].map((line) => `${line}\n`).join('');

export const screenText = ({ blocks }: Screen): string => blocks.map(blockText).join('');
