// Changes while the world runs. At time 0 they are changes of the document; later they are events of its timeline, at the time of now, so
// that the same run can be had again. What only the start of a run can set is changed in the document, and the run starts again.

import { valueAt, withEntry, withValue } from '../components/lab-form/edit.ts';
import { parsePath } from '../scenario/document-path.ts';
import { printQuantity } from '../scenario/quantities.ts';
import { validateScenario } from '../scenario/validate.ts';
import type { DocumentEdit } from '../scenario/windows-edits.ts';

/** As a person writes it: an event of the timeline without its time. */
export type LiveEvent = Readonly<Record<string, unknown>> & { readonly do: string };

export interface LiveChange {
  readonly document: unknown;
  /** false: the change could only be made from the start. */
  readonly goesOn: boolean;
}

const stepsOf = (path: string) => parsePath(path) ?? [];

/** Adds events at a time; the times of a document may be written in any unit, so the list need not be in order. */
export function withEvents(document: unknown, events: readonly LiveEvent[], atPs: number): unknown {
  const at = printQuantity('duration', atPs);
  return events.reduce((changed, event) => withEntry(changed, ['timeline'], { at, ...event }), document);
}

const withEdits = (document: unknown, edits: readonly DocumentEdit[]): unknown =>
  edits.reduce((changed, { path, value }) => withValue(changed, stepsOf(path), value), document);

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** @param atPs  time of now */
export function liveChange(document: unknown, edits: readonly DocumentEdit[], atPs: number): LiveChange {
  const fromStart = { document: withEdits(document, edits), goesOn: false };
  if (atPs === 0 || !edits.every(({ value }) => isScalar(value))) return fromStart;
  const events = edits.map(({ path, value }) => ({ do: 'set', path, value }));
  const changed = withEvents(document, events, atPs);
  return 'faults' in validateScenario(changed) ? fromStart : { document: changed, goesOn: true };
}

/** How many events a document has; a timeline has room for so many. */
export const eventCount = (document: unknown): number => (valueAt(document, ['timeline']) as unknown[] | undefined)?.length ?? 0;
