// `--set PATH=VALUE`: one property of a scenario document gets another value before it is checked.

import { parsePath } from '../scenario/document-path.ts';
import { UsageError } from './arguments.ts';

type Step = string | number;

export interface DocumentChange {
  path: string;
  steps: Step[];
  value: unknown;
}

/** JSON where it is some, else the text as it stands. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/** @throws UsageError */
export function parseChange(text: string): DocumentChange {
  const [, path, value] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const steps = path === undefined ? null : parsePath(path);
  if (!steps || value === undefined) throw new UsageError(`--set: “${text}” is not PATH=VALUE, such as hosts[0].nics[0].mtu=9000.`);
  return { path: path!, steps, value: readValue(value) };
}

const stepText = (step: Step) => (typeof step === 'number' ? `entry ${step}` : `“${step}”`);

/**
 * Makes the change in place. Objects and lists on the way that are missing are made; a list grows by one entry at its end.
 * @throws UsageError where the path leads through something else
 */
export function changeDocument(document: unknown, { path, steps, value }: DocumentChange): void {
  let at: unknown = document;
  for (const [index, step] of steps.entries()) {
    const fits =
      typeof step === 'number' ? Array.isArray(at) && step <= at.length : typeof at === 'object' && at !== null && !Array.isArray(at);
    if (!fits) throw new UsageError(`--set ${path}: there is no ${stepText(step)} on this way in the document.`);
    const holder = at as Record<Step, unknown>;
    const next = steps[index + 1];
    const isThere = Object.hasOwn(holder, step) && (next === undefined || holder[step] !== null);
    if (next === undefined || !isThere) {
      const made = next === undefined ? value : typeof next === 'number' ? [] : {};
      // Not an assignment, which would set the prototype for __proto__.
      Object.defineProperty(holder, step, { value: made, writable: true, enumerable: true, configurable: true });
    }
    at = holder[step];
  }
}
