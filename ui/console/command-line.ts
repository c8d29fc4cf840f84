// A line as cmd and then a program take it apart. cmd: quotes switch its operators off, a caret takes the meaning from the next
// character outside quotes, `&&`, `||` and `&` join commands. A program: blanks divide, quotes are removed, a backslash before a quote
// keeps it (Microsoft C runtime, "Parsing C command-line arguments").
// Leaves out: pipes and redirection, parentheses, variables, %...%.

export type Joint = 'always' | 'if-done' | 'if-failed';

export interface Part {
  /** What must have become of the command before. */
  readonly joint: Joint;
  readonly text: string;
}

export type Split =
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  /** A caret at the end: the next line goes on. */
  | { readonly kind: 'open'; readonly text: string }
  | { readonly kind: 'fault'; readonly line: string }
  | { readonly kind: 'not-emulated'; readonly operator: string };

/** What cmd of these versions takes at most. */
export const longestLine = 8191;

export function splitLine(line: string): Split {
  const parts: Part[] = [];
  let text = '';
  let joint: Joint = 'always';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (char === '"') quoted = !quoted;
    if (quoted || char === '"') {
      text += char;
    } else if (char === '^') {
      if (at === line.length - 1) return { kind: 'open', text: line.slice(0, -1) };
      text += line[++at]!;
    } else if (char === '&' || (char === '|' && line[at + 1] === '|')) {
      const twice = line[at + 1] === char;
      if (text.trim() === '') return { kind: 'fault', line: `${twice ? char + char : char} was unexpected at this time.` };
      parts.push({ joint, text: text.trim() });
      joint = !twice ? 'always' : char === '&' ? 'if-done' : 'if-failed';
      text = '';
      if (twice) at++;
    } else if (char === '|' || char === '<' || char === '>') {
      return { kind: 'not-emulated', operator: char };
    } else text += char;
  }
  if (text.trim() !== '') parts.push({ joint, text: text.trim() });
  else if (joint !== 'always') return { kind: 'fault', line: 'The syntax of the command is incorrect.' };
  return { kind: 'parts', parts };
}

/** Words as a program gets them. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  let backslashes = 0;
  const flush = (count: number) => {
    if (count > 0) word = (word ?? '') + '\\'.repeat(count);
    backslashes = 0;
  };
  for (const char of text) {
    if (char === '\\') {
      backslashes++;
    } else if (char === '"') {
      const kept = backslashes % 2 === 1;
      flush(Math.floor(backslashes / 2));
      if (kept) word = `${word ?? ''}"`;
      else {
        quoted = !quoted;
        word ??= '';
      }
    } else {
      flush(backslashes);
      if (!quoted && (char === ' ' || char === '\t')) {
        if (word !== null) words.push(word);
        word = null;
      } else word = (word ?? '') + char;
    }
  }
  flush(backslashes);
  if (word !== null) words.push(word);
  return words;
}

export interface Invocation {
  readonly name: string;
  readonly words: readonly string[];
}

/** The name of the command ends where cmd ends it: `ipconfig/all` is two words. */
export function readInvocation(text: string): Invocation {
  if (text.startsWith('"')) {
    const [name = '', ...words] = splitWords(text);
    return { name, words };
  }
  const name = /^[^\s/,;=]+/.exec(text)?.[0] ?? text;
  return { name, words: splitWords(text.slice(name.length).replace(/^[\s,;=]+/, '')) };
}
