import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CounterSeries } from '../../counters/series.ts';
import { define } from '../element.ts';
import { valueText } from '../perf-monitor/value-text.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { reportTables, type ReportTable } from './groups.ts';

/**
 * The last value of each counter as text: a table for each computer and object, counters down and instances across.
 *
 * @tagname nic-perf-report
 */
export class NicPerfReport extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      section + section {
        margin-block-start: var(--nic-s3);
      }
      table {
        inline-size: auto;
      }
      thead th {
        min-inline-size: 4.5rem;
      }
      tbody th {
        position: sticky;
        inset-inline-start: 0;
        background: var(--nic-surface);
      }
      td.none {
        background: none;
      }
    `,
  ];

  @property({ attribute: false }) series: readonly CounterSeries[] = [];
  @property({ attribute: false }) last: ReadonlyMap<string, number | null> = new Map();
  @property({ attribute: false }) selected: string | null = null;

  override render() {
    return reportTables(this.series).map((table) => this.table(table));
  }

  private table({ computer, object, isImported, instances, counters }: ReportTable) {
    const where = `${computer === null ? '' : `\\\\${computer}`}${isImported ? ' (imported)' : ''}`;
    return html`<section>
      <h3>${object} <span class="quiet-text">${where}</span></h3>
      <div class="scroll" tabindex="0" role="region" aria-label="${object} ${where}">
        <table>
          <thead>
            <tr>
              <th scope="col">Counter</th>
              ${instances.map((instance) => html`<th scope="col" class="number">${instance === '' ? 'Value' : instance}</th>`)}
              <th scope="col">Unit</th>
            </tr>
          </thead>
          <tbody>
            ${counters.map(
              ({ name, unit, cells }) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  ${cells.map((cell) =>
                    cell
                      ? html`<td class="number ${cell.id === this.selected ? 'selected' : ''}">
                          ${valueText(this.last.get(cell.id) ?? null)}
                        </td>`
                      : html`<td>${nothing}</td>`,
                  )}
                  <td class="quiet-text">${unit}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}

define('nic-perf-report', NicPerfReport);

declare global {
  interface HTMLElementTagNameMap {
    'nic-perf-report': NicPerfReport;
  }
}
