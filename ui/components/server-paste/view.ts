// What a reading looks like beside its table: texts that were recognised, adapters, conflicts, lines left, and what no text says.

import { html, nothing } from 'lit';
import { MAX_ADAPTERS } from '../../readers/adapters.ts';
import type { PastedReading, Part } from '../../readers/read.ts';
import type { Setting } from '../../readers/types.ts';
import { formatCount, formatPlural } from '../format.ts';
import '../hint/hint.ts';
import { settingEvidence, settingTitle, settingWords, valueWords } from '../setting-words.ts';
import { type Places, withPlace } from './adapter-places.ts';
import { isAsNow, type ReviewRow, settledValue } from './review.ts';
import { cut, placeOf, type ReviewState, whereView } from './settings-view.ts';
import type { JoinedSources } from './sources.ts';

/** Texts, values and lines left that are listed; a paste can have thousands. */
const PARTS_MOST = 30;
const VALUES_MOST = 12;
const RUNS_MOST = 60;
const FAULTS_MOST = 5;

const partLines = (part: Part) => [...(part.command ? [part.command.line] : []), ...part.lines];

function partNote(part: Part, joined: JoinedSources): string {
  if (part.isForeign) return 'not read: not in English, or a message';
  const found = [
    part.findings.length ? formatPlural(part.findings.length, 'setting') : '',
    part.connections.length ? formatPlural(part.connections.length, 'connection') : '',
  ].filter(Boolean);
  const because = part.because ? `, recognised by ${placeOf(joined, part.because.number)}` : '';
  return `${found.join(', ') || 'no setting'}${because}`;
}

export function partsView({ reading, joined }: ReviewState) {
  const parts = reading.parts.filter((part) => part.kind || part.left.length);
  if (!parts.length) return nothing;
  return html`<section class="parts" aria-labelledby="parts">
    <h3 id="parts">Texts</h3>
    <ul>
      ${parts.slice(0, PARTS_MOST).map((part) => {
        const lines = partLines(part);
        return html`<li>
          <strong>${part.kind ? part.title : 'Not recognised'}</strong>, ${placeOf(joined, lines[0]!.number, lines.at(-1)!.number)}
          <span class="quiet-text">${part.kind ? partNote(part, joined) : ''}</span>
        </li>`;
      })}
      ${parts.length > PARTS_MOST ? html`<li>… and ${formatCount(parts.length - PARTS_MOST)} more</li>` : nothing}
    </ul>
  </section>`;
}

function conflictView(row: ReviewRow, state: ReviewState) {
  const { path, values } = row;
  const chosen = state.chosen.get(path);
  const option = (id: string | undefined, label: unknown, foot: unknown) =>
    html`<label
        ><input type="radio" name="conflict-${path}" .checked=${chosen === id} @change=${() => state.choose(path, id)} /> ${label}</label
      >${foot}`;
  const asNow = row.now === undefined ? 'None: leave it out' : `None: it stays ${valueWords(path, row.now)}`;
  return html`<fieldset class="conflict">
    <legend>${settingTitle(path, state.adapterName)}</legend>
    ${values
      .slice(0, VALUES_MOST)
      .map(({ value, id, findings }) => html`<div>${option(id, valueWords(path, value), whereView(findings, state.joined))}</div>`)}
    ${values.length > VALUES_MOST ? html`<p>… and ${formatCount(values.length - VALUES_MOST)} more values</p>` : nothing}
    <div>${option(undefined, asNow, nothing)}</div>
  </fieldset>`;
}

export function conflictsView(state: ReviewState) {
  const disputed = state.review.rows.filter(({ values }) => values.length > 1);
  if (!disputed.length) return nothing;
  return html`<section aria-labelledby="conflicts">
    <h3 id="conflicts">${formatPlural(disputed.length, 'conflict')} to settle</h3>
    <p class="quiet-text">The texts give several values for one setting. None is taken over until you choose.</p>
    ${disputed.map((row) => conflictView(row, state))}
  </section>`;
}

/** What taking all of it over would break. */
export function faultsView(faults: readonly string[]) {
  if (!faults.length) return nothing;
  return html`<section aria-labelledby="faults">
    <h3 id="faults">What would not fit together</h3>
    <p class="quiet-text">Settle a conflict, leave a setting out, or put it right in the settings of the host afterwards.</p>
    <ul>
      ${faults.slice(0, FAULTS_MOST).map((fault) => html`<li class="fault">${fault}</li>`)}
      ${faults.length > FAULTS_MOST ? html`<li>… and ${formatCount(faults.length - FAULTS_MOST)} more</li>` : nothing}
    </ul>
  </section>`;
}

export function leftView({ reading, joined, review, left: runs }: ReviewState) {
  const count = reading.left.length;
  if (!count && !review.homeless.length) return nothing;
  return html`<section class="left" aria-labelledby="left">
    <h3 id="left">${count === 1 ? '1 line was left' : `${formatCount(count)} lines were left`}</h3>
    ${
      review.homeless.length
        ? html`<p class="caution">
            ${formatPlural(review.homeless.length, 'setting')} of adapters for which the host has no room: a host has eight at most.
          </p>`
        : nothing
    }
    <details>
      <summary>Which, and why</summary>
      <ul>
        ${runs.slice(0, RUNS_MOST).map(
          ({ reason, first, last, text }) =>
            html`<li>
              ${placeOf(joined, first, last)}: ${reason} <span class="where"><code>${cut(text)}</code>${last > first ? ' …' : ''}</span>
            </li>`,
        )}
        ${runs.length > RUNS_MOST ? html`<li>… and ${formatCount(runs.length - RUNS_MOST)} more</li>` : nothing}
      </ul>
    </details>
  </section>`;
}

/** @param isOpen only then the list is made: it is long */
export function unsaidView({ review, adapterName }: ReviewState, isNew: boolean, isOpen: boolean, toggled: (isOpen: boolean) => void) {
  const { unsaid } = review;
  if (!unsaid.length || !review.rows.length) return nothing;
  const item = ({ path, value }: Setting) => {
    const about = settingEvidence(path);
    return html`<li>
      ${settingWords(path, adapterName).name}: <strong>${valueWords(path, value)}</strong>
      ${about ? html`<nic-hint label=${about.label} help=${about.help} .evidence=${about.evidence}></nic-hint>` : nothing}
    </li>`;
  };
  const placeOf = ({ path }: Setting) => settingWords(path, adapterName).place;
  const list = () =>
    [...new Set(unsaid.map(placeOf))].map(
      (place) =>
        html`<h4>${place}</h4>
          <ul>
            ${unsaid.filter((each) => placeOf(each) === place).map(item)}
          </ul>`,
    );
  return html`<section class="unsaid" aria-labelledby="unsaid">
    <h3 id="unsaid">${formatPlural(unsaid.length, 'setting')} not in the texts</h3>
    <p class="quiet-text">
      ${
        isNew
          ? 'Nothing is guessed: these stand at the defaults of the emulation, which the real server need not share.'
          : 'Nothing is guessed: these stay as the host has them; an adapter that is added has the defaults of the emulation.'
      }
    </p>
    <details @toggle=${(event: Event) => toggled((event.target as HTMLDetailsElement).open)}>
      <summary>Which, and their values</summary>
      ${isOpen ? list() : nothing}
    </details>
  </section>`;
}

/** Which adapter of the host each adapter of the texts is. */
export function placesView({ reading, places, adapterName }: ReviewState, nicCount: number, move: (places: Places) => void) {
  if (!places.length) return nothing;
  const options = Array.from({ length: Math.min(MAX_ADAPTERS, nicCount + places.length) }, (_, at) => at);
  const label = (at: number) => (at < nicCount ? adapterName(at) : `a new adapter (${at + 1})`);
  return html`<section aria-labelledby="places">
    <h3 id="places">Adapters</h3>
    <div class="places">
      ${places.map(
        (place, index) =>
          html`<label
            >${reading.adapters[index]?.name ?? 'The adapter of the texts'} is
            <select @change=${(event: Event) => move(withPlace(places, index, Number((event.target as HTMLSelectElement).value)))}>
              ${place === null ? html`<option selected disabled>left out</option>` : nothing}
              ${options.map((at) => html`<option value=${at} .selected=${at === place}>${label(at)}</option>`)}
            </select></label
          >`,
      )}
    </div>
  </section>`;
}

export function statusText({ parts, findings, connections, left }: PastedReading): string {
  const kinds = parts.filter(({ kind }) => kind).length;
  if (!kinds) return 'None of this is the output of a command that is read here.';
  const offloads = connections.length ? `, ${formatPlural(connections.length, 'connection')}` : '';
  return `${formatPlural(findings.length, 'value')}${offloads} read in ${formatPlural(kinds, 'text')}; ${formatPlural(left.length, 'line')} left.`;
}

/** Settings that would be taken over. */
export const takenOver = ({ review, chosen, excluded }: ReviewState): Setting[] =>
  review.rows.flatMap((row) => {
    const read = excluded.has(row.path) ? null : settledValue(row, chosen.get(row.path));
    return read ? [{ path: row.path, value: read.value }] : [];
  });

/** What taking them over comes to. */
export function changeText({ review, chosen }: ReviewState, taken: readonly Setting[], isNew: boolean): string {
  const paths = new Set(taken.map(({ path }) => path));
  const settled = (row: ReviewRow) => settledValue(row, chosen.get(row.path));
  const open = review.rows.filter((row) => !settled(row)).length;
  const changing = review.rows.filter((row) => {
    const read = paths.has(row.path) && settled(row);
    return read && !isAsNow(row, read);
  }).length;
  const words = [
    isNew ? 'The new host has no cable yet.' : `${formatPlural(changing, 'setting differs', 'settings differ')} from the host now.`,
    open ? `${formatPlural(open, 'conflict is', 'conflicts are')} not settled.` : '',
  ];
  return words.filter(Boolean).join(' ');
}
