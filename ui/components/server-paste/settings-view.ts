// The table of what was read, each with where it was read and how it follows; and what the whole view shares.

import { html, nothing } from 'lit';
import type { PastedReading } from '../../readers/read.ts';
import type { Finding } from '../../readers/types.ts';
import { formatCount, formatPlural } from '../format.ts';
import { settingTitle, settingWords, valueWords } from '../setting-words.ts';
import type { Places } from './adapter-places.ts';
import { isAsNow, type LeftRun, type ReadValue, type Review, type ReviewRow, settledValue } from './review.ts';
import type { JoinedSources } from './sources.ts';

/** Lines that say the same, and characters of a line, that are shown. */
const LINES_MOST = 3;
const TEXT_MOST = 160;

export type AdapterNames = (index: number) => string | null | undefined;

export interface ReviewState {
  reading: PastedReading;
  joined: JoinedSources;
  /** Where the adapters of the texts are in the host. */
  places: Places;
  review: Review;
  /** Lines without a setting, runs of the same reason together. */
  left: readonly LeftRun[];
  adapterName: AdapterNames;
  /** Paths that are not taken over. */
  excluded: ReadonlySet<string>;
  /** Conflicts that are settled: path -> id of the value. */
  chosen: ReadonlyMap<string, string>;
  choose(path: string, id: string | undefined): void;
  include(path: string, isIncluded: boolean): void;
}

export const cut = (text: string) => (text.length > TEXT_MOST ? `${text.slice(0, TEXT_MOST - 1)}…` : text);

export function placeOf(joined: JoinedSources, first: number, last = first): string {
  const { source, line } = joined.locate(first);
  const lines = first === last ? `line ${formatCount(line)}` : `lines ${formatCount(line)} to ${formatCount(line + last - first)}`;
  return source.name === null ? lines : `${source.name}, ${lines}`;
}

/** "line 4: Receive-Side Scaling State : enabled", for each of the lines that say the same. */
export function whereView(findings: readonly Finding[], joined: JoinedSources) {
  const lines = [...new Map(findings.map(({ line }) => [line.number, line])).values()];
  const notes = [...new Set(findings.map(({ note }) => note).filter((note) => note !== undefined))];
  return html`${lines
    .slice(0, LINES_MOST)
    .map(({ number, text }) => html`<span class="where">${placeOf(joined, number)}: <code>${cut(text.trim())}</code></span>`)}
  ${lines.length > LINES_MOST ? html`<span class="where">… and ${formatPlural(lines.length - LINES_MOST, 'more line', 'more lines')}</span>` : nothing}
  ${notes.slice(0, LINES_MOST).map((note) => html`<span class="follows">How it follows: ${note}</span>`)}`;
}

function nowView({ path, now, standard }: ReviewRow) {
  if (now !== undefined) return valueWords(path, now);
  return html`<span class="quiet-text">${valueWords(path, standard)} (default)</span>`;
}

function rowView(row: ReviewRow, read: ReadValue, state: ReviewState) {
  const { path } = row;
  const isSame = isAsNow(row, read);
  const text = valueWords(path, read.value);
  return html`<tr class=${isSame ? 'same' : ''}>
    <td class="choose">
      <input
        type="checkbox"
        aria-label="Take over: ${settingTitle(path, state.adapterName)}"
        .checked=${!state.excluded.has(path)}
        @change=${(event: Event) => state.include(path, (event.target as HTMLInputElement).checked)}
      />
    </td>
    <th scope="row">${settingWords(path, state.adapterName).name}${whereView(read.findings, state.joined)}</th>
    <td class="now">${nowView(row)}</td>
    <td class="read">${isSame ? html`${text} <span class="quiet-text">(no change)</span>` : html`<strong>${text}</strong>`}</td>
  </tr>`;
}

export function settingsView(state: ReviewState, hostName: string | null) {
  const rows = state.review.rows.flatMap((row) => {
    const read = settledValue(row, state.chosen.get(row.path));
    return read ? [{ row, read, place: settingWords(row.path, state.adapterName).place }] : [];
  });
  if (!rows.length) return nothing;
  const places = [...new Set(rows.map(({ place }) => place))];
  return html`<section aria-labelledby="settings">
    <h3 id="settings">${formatPlural(rows.length, 'setting')} read</h3>
    <table class="settings">
      <thead>
        <tr>
          <th class="choose" scope="col"><span class="sr-only">Take over</span></th>
          <th scope="col">Setting, and where it was read</th>
          <th class="now" scope="col">${hostName === null ? 'By default' : `${hostName} now`}</th>
          <th class="read" scope="col">Read</th>
        </tr>
      </thead>
      ${places.map(
        (place) =>
          html`<tbody>
            <tr>
              <th class="place" scope="rowgroup" colspan="4">${place}</th>
            </tr>
            ${rows.filter((each) => each.place === place).map(({ row, read }) => rowView(row, read, state))}
          </tbody>`,
      )}
    </table>
  </section>`;
}
