// Pasted text as lines: each line end enters a line, what follows the last one stays in the input, as in a console window.

/** Lines that one prompt lets wait. */
export const mostWaiting = 1000;

export interface Pasted {
  /** To be run one after the other. */
  readonly lines: readonly string[];
  readonly rest: string;
}

const isControl = (char: string) => char < ' ' || char === '\u007f';

/** A tab would complete; other control characters mean nothing in a line. */
const cleaned = (text: string) => [...text.replaceAll('\t', ' ')].filter((char) => !isControl(char)).join('');

/** @param before the input up to what the paste replaces; after: the input behind it */
export function readPaste(before: string, text: string, after: string): Pasted {
  const pieces = text.split(/\r\n|\r|\n/).map(cleaned);
  pieces[0] = before + pieces[0]!;
  const rest = pieces.pop()! + after;
  return { lines: pieces, rest };
}
