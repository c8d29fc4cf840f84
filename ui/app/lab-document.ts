// The document that is edited on the Lab page, with every version to go back to. A document may be faulty; the world that runs is the last
// one without faults.

import { valueAt, withEntry, withoutEntry, withValue } from '../components/lab-form/edit.ts';
import type { LabEdit } from '../components/lab-form/lab-form.ts';
import { parsePath } from '../scenario/document-path.ts';

/** Versions that are kept. */
const UNDO_MOST = 200;

const stepsOf = (path: string) => parsePath(path) ?? [];

export class LabDocument {
  private past: unknown[] = [];
  private future: unknown[] = [];
  /** Path of the last change: changes of one field, one after the other, are one version. */
  private lastPath: string | null = null;

  constructor(public current: unknown) {}

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** @param path  of the field that is being typed into, or null */
  replace(document: unknown, path: string | null = null): void {
    if (path === null || path !== this.lastPath) {
      this.past.push(this.current);
      if (this.past.length > UNDO_MOST) this.past.shift();
    }
    this.lastPath = path;
    this.future = [];
    this.current = document;
  }

  edit(edit: LabEdit): void {
    const { current } = this;
    switch (edit.kind) {
      case 'set':
        this.replace(withValue(current, stepsOf(edit.path), edit.value), edit.path);
        break;
      case 'add':
        this.replace(withEntry(current, stepsOf(edit.list), withFreeName(current, edit.list, edit.entry), edit.index));
        break;
      case 'remove':
        this.replace(withoutEntry(current, stepsOf(edit.list), edit.index));
        break;
    }
  }

  undo(): void {
    this.move(this.past, this.future);
  }

  redo(): void {
    this.move(this.future, this.past);
  }

  private move(from: unknown[], to: unknown[]): void {
    if (!from.length) return;
    to.push(this.current);
    this.current = from.pop();
    this.lastPath = null;
  }
}

/** An entry that has a name gets one that its list does not have yet: "client" -> "client2". */
function withFreeName(document: unknown, list: string, entry: unknown): unknown {
  const name = valueAt(entry, ['name']);
  if (typeof name !== 'string') return entry;
  const taken = new Set((valueAt(document, stepsOf(list)) as unknown[] | undefined)?.map((other) => valueAt(other, ['name'])));
  const stem = name.replace(/\d+$/, '') || 'new';
  let free = name || stem;
  for (let number = 1; taken.has(free); number += 1) free = `${stem}${number}`;
  return withValue(entry, ['name'], free);
}
