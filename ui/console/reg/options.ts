// Options of reg query, add and delete. A refused line gives what reg.exe says and where it points to.

export type RegVerb = 'query' | 'add' | 'delete';

export interface RegOptions {
  readonly key: string;
  /** '' is the default value (/ve); null: no value named. */
  readonly name: string | null;
  readonly all: boolean;
  readonly below: boolean;
  readonly force: boolean;
  readonly type: string | null;
  readonly data: string | null;
  readonly separator: string | null;
}

/** Option -> takes a value. /s is a switch for query and a separator for add. */
const declared: Readonly<Record<RegVerb, Readonly<Record<string, boolean>>>> = {
  query: { '/v': true, '/ve': false, '/s': false },
  add: { '/v': true, '/ve': false, '/t': true, '/s': true, '/d': true, '/f': false },
  delete: { '/v': true, '/ve': false, '/va': false, '/f': false },
};

export const regOptionNames = (verb: RegVerb): readonly string[] => Object.keys(declared[verb]);

export const isRegVerb = (word: string): word is RegVerb => Object.hasOwn(declared, word);

/** null: invalid syntax. */
export function readRegOptions(verb: RegVerb, words: readonly string[]): RegOptions | null {
  const [key, ...rest] = words;
  if (key === undefined || key.startsWith('/')) return null;
  const seen = new Map<string, string>();
  for (let at = 0; at < rest.length; at++) {
    const option = rest[at]!.toLowerCase();
    const takesValue = Object.hasOwn(declared[verb], option) ? declared[verb][option]! : null;
    if (takesValue === null || seen.has(option)) return null;
    const value = takesValue ? rest[++at] : '';
    if (value === undefined) return null;
    seen.set(option, value);
  }
  const named = ['/v', '/ve', '/va'].filter((option) => seen.has(option));
  if (named.length > 1) return null;
  const get = (option: string) => seen.get(option) ?? null;
  return {
    key,
    name: seen.has('/ve') ? '' : get('/v'),
    all: seen.has('/va'),
    below: verb === 'query' && seen.has('/s'),
    force: seen.has('/f'),
    type: get('/t'),
    data: get('/d'),
    separator: verb === 'add' ? get('/s') : null,
  };
}
