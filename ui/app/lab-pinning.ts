// The pinned scenario of the Lab: A, whose world runs in step with that of the document, B.

import { changeText, documentChanges } from '../analysis/document-changes.ts';
import type { LabComparison } from '../analysis/compare-runs.ts';
import type { LabApi } from '../engine/lab-api.ts';

type Captures = Readonly<Record<string, Blob>>;

export class LabPinning {
  /** null: none is pinned. */
  document: unknown = null;
  comparison: LabComparison | null = null;
  fault = '';

  get isPinned(): boolean {
    return this.document !== null;
  }

  /** What B changes, in words; what only a reader sees is left out. */
  changes(current: unknown): string[] {
    if (!this.isPinned) return [];
    const changes = documentChanges(this.document, current).filter(({ path }) => !/^(\$schema|about|try)\b/.test(path));
    return changes.map((change) => changeText(change, current));
  }

  /** @param document  null: forget the pinned one */
  async pin(api: LabApi, document: unknown, captures: Captures): Promise<void> {
    const answer = await api.pin(document, captures);
    this.fault = answer ? answer.faults.map(({ path, message }) => `${path} ${message}`.trim()).join(' ') : '';
    if (answer) return;
    this.document = document;
    this.comparison = null;
  }

  /** With the worker that had it, the pinned world is gone. */
  forget(): void {
    this.document = null;
    this.comparison = null;
    this.fault = '';
  }

  /** Asks for the figures of now; those of before stay while A catches up. */
  async refresh(api: LabApi): Promise<void> {
    if (this.isPinned) this.comparison = (await api.comparison()) ?? this.comparison;
  }
}
