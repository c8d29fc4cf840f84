// A .reg file that a hand gives: read, taken into the document as far as it fits, and what there is to say of it.

import { html, nothing } from 'lit';
import { readRegFile } from '../../registry/reg-file.ts';
import { formatPlural } from '../format.ts';
import type { HostView } from '../host-manager/view.ts';
import { importChanges, type Imported } from './import-changes.ts';

/** What is said of the file, and of the document. */
export interface ImportReport {
  readonly name: string;
  readonly lines: readonly string[];
  /** null: nothing of the file could be read. */
  readonly imported: Imported | null;
}

export async function importFile(file: File, { wanted, index, propose }: HostView): Promise<ImportReport> {
  const read = readRegFile(new Uint8Array(await file.arrayBuffer()));
  if ('fault' in read) return { name: file.name, lines: [read.fault], imported: null };
  const imported = importChanges(wanted, index, read.changes);
  const more = read.notUnderstood - read.messages.length;
  const lines = [
    ...read.messages.map(({ line, message }) => `Line ${line}: ${message}`),
    ...(more > 0 ? [`${formatPlural(more, 'further line')} not understood.`] : []),
    ...propose(imported.edits),
  ];
  return { name: file.name, lines, imported };
}

export const reportTemplate = ({ name, lines, imported }: ImportReport, close: () => void) =>
  html`<div class="report" role="status">
    <h3>${name}</h3>
    <button type="button" class="quiet" @click=${close}>Close</button>
    ${imported ? html`<p>${formatPlural(imported.taken, 'change')} taken in, ${imported.refused.length} refused.</p>` : nothing}
    <ul>
      ${lines.map((line) => html`<li class="fault">${line}</li>`)}
      ${imported?.refused.map(({ what, why }) => html`<li><span class="fault">Refused:</span> ${what}. ${why}</li>`)}
    </ul>
  </div>`;
