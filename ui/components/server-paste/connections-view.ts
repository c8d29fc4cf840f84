// Connections that netstat listed: no settings, but which of them the adapter has taken over is worth knowing.

import { html, nothing } from 'lit';
import type { Connection } from '../../readers/types.ts';
import { formatCount, formatPlural } from '../format.ts';
import { placeOf, type ReviewState } from './settings-view.ts';

const ROWS_MOST = 60;

const isInHost = ({ offload }: Connection) => offload === 'InHost';

const listView = (shown: readonly Connection[], joined: ReviewState['joined']) =>
  html`<ul>
    ${shown
      .slice(0, ROWS_MOST)
      .map(
        ({ local, foreign, state, offload, line }) =>
          html`<li>${offload}: ${local} – ${foreign}, ${state} <span class="where">${placeOf(joined, line.number)}</span></li>`,
      )}
    ${shown.length > ROWS_MOST ? html`<li>… and ${formatCount(shown.length - ROWS_MOST)} more</li>` : nothing}
  </ul>`;

export function connectionsView({ reading, joined }: ReviewState) {
  const { connections } = reading;
  if (!connections.length) return nothing;
  const shown = connections.filter((connection) => !isInHost(connection));
  return html`<section aria-labelledby="connections">
    <h3 id="connections">${formatPlural(connections.length, 'connection')}</h3>
    <p class="quiet-text">
      ${
        shown.length
          ? 'For information: these are offloaded to an adapter, or on the way there or back.'
          : 'For information: all of them are in the host, none is offloaded.'
      }
    </p>
    ${shown.length ? listView(shown, joined) : nothing}
  </section>`;
}
