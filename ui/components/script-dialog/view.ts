// What the script dialog shows of two configurations: where they differ, and what a script does not do.

import { html, nothing } from 'lit';
import type { Difference } from '../../scripts/differences.ts';
import type { LeftSetting } from '../../scripts/script.ts';
import { formatPlural } from '../format.ts';
import { settingTitle, settingWords, valueWords } from '../setting-words.ts';

/** Lists up to this length stand open. */
const OPEN_MOST = 8;

export type AdapterNames = (index: number) => string | null | undefined;

function table(rows: readonly Difference[], adapterName: AdapterNames, from: string, to: string) {
  const placeOf = ({ path }: Difference) => settingWords(path, adapterName).place;
  const places = [...new Set(rows.map(placeOf))];
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Differences">
    <table class="settings">
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th class="value" scope="col">${from}</th>
          <th class="value" scope="col">${to}</th>
        </tr>
      </thead>
      ${places.map(
        (place) =>
          html`<tbody>
            <tr>
              <th class="place" scope="rowgroup" colspan="3">${place}</th>
            </tr>
            ${rows
              .filter((row) => placeOf(row) === place)
              .map(
                ({ path, from: before, to: after }) =>
                  html`<tr>
                    <th scope="row">${settingWords(path, adapterName).name}</th>
                    <td>${valueWords(path, before)}</td>
                    <td>${valueWords(path, after)}</td>
                  </tr>`,
              )}
          </tbody>`,
      )}
    </table>
  </div>`;
}

export function differencesView(found: readonly Difference[], adapterName: AdapterNames, from: string, to: string) {
  const wanted = found.filter((each) => each.to !== undefined);
  const unknown = found.filter((each) => each.to === undefined);
  const oneSided = wanted.filter((each) => each.from === undefined).length;
  return html`<section aria-labelledby="differences">
    <h3 id="differences">${found.length ? formatPlural(wanted.length, 'difference') : 'No difference: there is nothing to script.'}</h3>
    ${wanted.length ? table(wanted, adapterName, from, to) : nothing}
    ${
      oneSided
        ? html`<p class="caution">
            ${formatPlural(oneSided, 'value')} of “${from}” ${oneSided === 1 ? 'is' : 'are'} not known: the undo scripts cannot set what
            nobody has noted.
          </p>`
        : nothing
    }
    ${
      unknown.length
        ? html`<details class="left">
            <summary>${formatPlural(unknown.length, 'setting')} that “${to}” does not name</summary>
            <p class="quiet-text">They stay as they are: no script changes them.</p>
            <ul>
              ${unknown.map(({ path, from: before }) => html`<li>${settingTitle(path, adapterName)}: ${valueWords(path, before)}</li>`)}
            </ul>
          </details>`
        : nothing
    }
  </section>`;
}

/** What a script leaves as it is, by reason. A long list is for those who ask. */
export function leftView(left: readonly LeftSetting[], adapterName: AdapterNames) {
  if (!left.length) return nothing;
  const byReason = new Map<string, string[]>();
  for (const { path, reason } of left) byReason.set(reason, [...(byReason.get(reason) ?? []), settingTitle(path, adapterName)]);
  return html`<details class="left" ?open=${left.length <= OPEN_MOST}>
    <summary>${formatPlural(left.length, 'difference')} that this script does not change</summary>
    <dl>
      ${[...byReason].map(
        ([reason, names]) =>
          html`<dt>${reason.charAt(0).toUpperCase()}${reason.slice(1)}</dt>
            ${names.map((name) => html`<dd>${name}</dd>`)}`,
      )}
    </dl>
  </details>`;
}
