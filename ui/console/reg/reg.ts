// reg.exe: query, add, delete.

import { fails, note, says, type Command } from '../change.ts';
import { reconstructedLines } from '../reconstructed.ts';
import { denied, refusedBy } from './answers.ts';
import { readKeyPath } from './key-path.ts';
import { isRegVerb, readRegOptions, type RegVerb } from './options.ts';
import { regQuery } from './query.ts';
import { regAdd, regDelete } from './write.ts';

const notEmulated = ['compare', 'copy', 'export', 'flags', 'import', 'load', 'restore', 'save', 'unload'];

const usages: Readonly<Record<RegVerb, readonly string[]>> = {
  query: ['REG QUERY KeyName [/v ValueName | /ve] [/s]'],
  add: ['REG ADD KeyName [/v ValueName | /ve] [/t Type] [/s Separator] [/d Data] [/f]'],
  delete: ['REG DELETE KeyName [/v ValueName | /ve | /va] [/f]'],
};

const helpWords = ['/?', '-?', '/h', '-h'];

export const reg: Command = (state, words) => {
  const [first, ...rest] = words;
  const { os } = state;
  if (first === undefined) return refusedBy(os, null, 'Invalid syntax.');
  const marks = reconstructedLines('reg', os);
  if (helpWords.includes(first.toLowerCase()))
    return says('', 'REG Operation [Parameter List]', '', '  Operation  [ QUERY | ADD | DELETE ]', '', ...marks);
  const verb = first.toLowerCase();
  if (notEmulated.includes(verb)) return fails(note(`“reg ${verb}” is not emulated.`));
  if (!isRegVerb(verb)) return refusedBy(os, null, 'Invalid syntax.');
  if (rest.some((word) => helpWords.slice(0, 2).includes(word))) return says('', ...usages[verb], '', ...marks);
  const options = readRegOptions(verb, rest);
  if (options === null) return refusedBy(os, verb, 'Invalid syntax.');
  if (readKeyPath(options.key) === null) return refusedBy(os, verb, 'Invalid key name.');
  if (verb === 'query') return regQuery(state, options);
  if (!state.elevated && /^(HKLM|HKEY_LOCAL_MACHINE|HKCR|HKEY_CLASSES_ROOT|HKCC|HKEY_CURRENT_CONFIG)(\\|$)/i.test(options.key))
    return denied(os);
  return verb === 'add' ? regAdd(state, options) : regDelete(state, options);
};
