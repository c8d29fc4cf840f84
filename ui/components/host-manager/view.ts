// One host as the elements of this folder look at it: what is wanted, what is in force, what waits for a restart, and the one door through
// which changes leave.

import { assignAddresses, type Addressing } from '../../scenario/addresses.ts';
import { fieldAt, parsePath } from '../../scenario/document-path.ts';
import { readAbsent } from '../../scenario/read-field.ts';
import type { Host, Scenario } from '../../scenario/schema.ts';
import { buildTopology } from '../../scenario/topology.ts';
import { validateScenario, type ScenarioResult } from '../../scenario/validate.ts';
import type { DocumentEdit } from '../../scenario/windows-edits.ts';
import { waiting, type Waiting } from '../../scenario/windows-force.ts';
import { valueAt, withValue } from '../lab-form/edit.ts';

/** Asks for changes. @returns why they are refused; none: they are asked for, or change nothing */
export type Propose = (edits: readonly DocumentEdit[]) => readonly string[];

export interface HostView {
  readonly wanted: Scenario;
  readonly inForce: Scenario;
  readonly index: number;
  /** As it is wanted. */
  readonly host: Host;
  readonly hostInForce: Host;
  readonly waiting: readonly Waiting[];
  readonly addressing: Addressing;
  readonly propose: Propose;
}

export function viewOf(wanted: Scenario, inForce: Scenario, index: number, propose: Propose): HostView | null {
  const host = wanted.hosts[index];
  const hostInForce = inForce.hosts[index];
  if (!host || !hostInForce) return null;
  return {
    wanted,
    inForce,
    index,
    host,
    hostInForce,
    waiting: waiting(inForce, wanted).filter(({ place }) => place.host === index),
    addressing: assignAddresses(wanted, buildTopology(wanted)),
    propose,
  };
}

export const valueOf = ({ wanted }: HostView, path: string): unknown => valueAt(wanted, parsePath(path)!);

/** A property that is taken away and has a default gets it: what is left out of a full document is derived, never a default. */
function settled(document: unknown, { path, value }: DocumentEdit): DocumentEdit {
  const field = value === undefined ? fieldAt(document, path) : null;
  return { path, value: field ? readAbsent(field, path, () => undefined) : value };
}

/** The edits with their defaults filled in, and the document after them or what is wrong with it. */
export function tryEdits(wanted: Scenario, edits: readonly DocumentEdit[]): { edits: DocumentEdit[]; result: ScenarioResult } {
  let document: unknown = wanted;
  const done: DocumentEdit[] = [];
  for (const edit of edits) {
    const next = settled(document, edit);
    done.push(next);
    document = withValue(document, parsePath(next.path)!, next.value);
  }
  return { edits: done, result: validateScenario(document) };
}

/** What is wrong with a document after edits, in words; where another place than theirs is at fault it is named. */
export function faultTexts(result: ScenarioResult, edits: readonly DocumentEdit[]): string[] {
  if (!('faults' in result)) return [];
  const isOwn = (path: string) => edits.some((edit) => path.startsWith(edit.path));
  return [...new Set(result.faults.map(({ path, message }) => (isOwn(path) ? message : `${message} (${path})`)))];
}

/** Whether a document is another one after edits. */
export const changesAnything = (wanted: Scenario, after: Scenario): boolean => JSON.stringify(wanted) !== JSON.stringify(after);
