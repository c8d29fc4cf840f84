// Parameters of netsh commands: by tag ("rss=enabled", "rss = enabled") or by position, several in one command.

import { matchName } from './tree.ts';

export interface Parameter {
  readonly tag: string;
  readonly required: boolean;
  /** Absent: any text. */
  readonly values?: readonly string[];
}

export type Given = Readonly<Record<string, string>>;
export type Parsed = { readonly given: Given } | { readonly fault: readonly string[] };

export const syntaxFault = 'The syntax supplied for this command is not valid. Check help for the correct syntax.';

/** Joins what was typed with blanks around "=". */
function joinTags(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    if (joined.length > 0 && (open || word.startsWith('='))) joined[joined.length - 1] += word;
    else joined.push(word);
    open = word.endsWith('=');
  }
  return joined;
}

/** "tag=value" into its parts; a value that merely has "=" in it, such as a path, has no tag. */
function splitTag(word: string): { tag: string | null; value: string } {
  const found = /^([a-z]+)=(.*)$/is.exec(word);
  return found ? { tag: found[1]!, value: found[2]! } : { tag: null, value: word };
}

export function parseParameters(words: readonly string[], parameters: readonly Parameter[]): Parsed {
  const given: Record<string, string> = {};
  const tags = parameters.map(({ tag }) => tag);
  for (const word of joinTags(words)) {
    const { tag: typed, value } = splitTag(word);
    const tag = typed === null ? tags.find((candidate) => !(candidate in given)) : matchName(typed, tags);
    if (typed === null && tag === undefined) return { fault: [syntaxFault] };
    if (tag == null || tag in given) return { fault: [`'${typed}' is not a valid argument for this command.`, syntaxFault] };
    const parameter = parameters.find((candidate) => candidate.tag === tag)!;
    const meant = parameter.values ? matchName(value, parameter.values) : value;
    if (meant === null || meant === '')
      return { fault: [`'${value}' is not an acceptable value for '${tag}'.`, 'The parameter is incorrect.'] };
    given[tag] = meant;
  }
  if (parameters.some(({ tag, required }) => required && !(tag in given)))
    return {
      fault: ['One or more essential parameters were not entered.', 'Verify the required parameters, and reenter them.', syntaxFault],
    };
  return { given };
}
