// A scenario document from a file or standard input, changed as the command line asks, and checked.

import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { parseScenario, validateScenario, type ScenarioResult } from '../scenario/validate.ts';
import type { Scenario } from '../scenario/schema.ts';
import { counted } from '../analysis/wording.ts';
import { InputFault, UsageError } from './arguments.ts';
import { changeDocument, type DocumentChange } from './document-change.ts';
import type { ScenarioSource } from './scenario-options.ts';

async function readText(file: string): Promise<string> {
  if (file === '-') return readStream(process.stdin);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`${file}: no such file.`);
    if (code === 'EISDIR') throw new UsageError(`${file} is a folder; name a scenario in it.`);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new InputFault(`${file} is not text: a scenario is JSON in UTF-8.`);
    throw new UsageError(`${file}: cannot be read (${message}).`);
  }
}

function readDocument(text: string, changes: readonly DocumentChange[]): ScenarioResult {
  const asItIs = parseScenario(text);
  const isJson = 'scenario' in asItIs || asItIs.faults.some(({ path }) => path !== '');
  if (!changes.length || !isJson) return asItIs;
  const document: unknown = JSON.parse(text);
  for (const change of changes) changeDocument(document, change);
  return validateScenario(document);
}

/**
 * @throws UsageError  where the file cannot be read or a change not be made
 * @throws InputFault  with every fault of the document, a line each
 */
export async function loadScenario({ file, changes }: ScenarioSource): Promise<Scenario> {
  const result = readDocument(await readText(file), changes);
  if ('scenario' in result) return result.scenario;
  const name = file === '-' ? 'standard input' : file;
  const lines = result.faults.map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`);
  throw new InputFault(`${name}: ${counted(lines.length, 'fault')}\n${lines.join('\n')}`);
}
