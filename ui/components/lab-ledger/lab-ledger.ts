import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { LabLayout, LabLedger } from '../../scenario/lab-frame.ts';
import { define, emit } from '../element.ts';
import { formatCount, formatPercent, formatPlural } from '../format.ts';
import { processorName } from '../lab-topology/item-text.ts';
import { classColour, loadClasses } from '../lab-view/classes.ts';
import { tableStyles } from '../table-styles.ts';
import { formatPs } from '../lab-view/time-text.ts';
import { styleMap } from '../style-map.ts';
import { base } from '../theme.ts';

/** Whose costs are shown. */
export type LedgerSubject = { processor: number } | { connection: number; label: string };

/** 3 of "cycles/packet" -> "3 packets": what was counted. */
export function countedText(units: number, unit: string): string {
  const of = unit.includes('/') ? unit.slice(unit.indexOf('/') + 1) : 'time';
  if (of === of.toUpperCase()) return `${formatCount(units)}\u00a0${of}`;
  return formatPlural(units, of, /(s|ch)$/.test(of) ? `${of}es` : `${of}s`);
}

/**
 * Where the time of a processor, or the time spent on a connection, went: every cost with its units of work and its share.
 *
 * @tagname nic-lab-ledger
 * @csspart table - The table.
 * @fires {CustomEvent<{subject: LedgerSubject}>} nic-lab-subject - Another subject was chosen.
 */
export class NicLabLedger extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      .of {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s3);
        padding-block-end: var(--nic-s2);
      }
      i {
        display: inline-block;
        inline-size: 0.625rem;
        block-size: 0.625rem;
        margin-inline-end: var(--nic-s2);
        border-radius: 1px;
      }
      tbody th {
        min-inline-size: 12rem;
        white-space: normal;
      }
      .track {
        display: inline-block;
        inline-size: 5rem;
        block-size: 0.5rem;
        margin-inline-end: var(--nic-s2);
        background: var(--nic-sunken);
      }
      .percent {
        display: inline-block;
        min-inline-size: 3.25rem;
      }
      .track span {
        display: block;
        block-size: 100%;
        background: var(--nic-bar);
      }
    `,
  ];

  @property({ attribute: false }) layout: LabLayout | null = null;
  @property({ attribute: false }) subject: LedgerSubject | null = null;
  @property({ attribute: false }) ledger: LabLedger | null = null;

  override render() {
    const { layout, subject, ledger } = this;
    if (!layout) return nothing;
    return html`<div class="of">
        <label
          >Costs of
          <select @change=${this.chosen}>
            ${
              subject && 'connection' in subject
                ? html`<option value="" .selected=${true}>${subject.label}</option>`
                : subject
                  ? nothing
                  : html`<option value="" .selected=${true}>choose …</option>`
            }
            ${layout.processors.map(({ host }, row) =>
              layout.hosts[host]!.kind === 'modelled'
                ? html`<option value=${row} .selected=${!!subject && 'processor' in subject && subject.processor === row}>
                    ${processorName(layout, row)}
                  </option>`
                : nothing,
            )}
          </select></label
        >
        <span class="quiet-text">Or choose a processor in the topology, or a connection in its table.</span>
      </div>
      ${ledger ? this.table(ledger) : html`<p class="quiet-text">${subject ? 'Nothing charged yet.' : 'Every cost that was charged, with its units of work and time.'}</p>`}`;
  }

  private table(ledger: LabLedger) {
    const rows = ledger.rows.filter(({ ps }) => ps > 0).sort((a, b) => b.ps - a.ps);
    const total = rows.reduce((sum, { ps }) => sum + ps, 0);
    if (!rows.length) return this.classTable(ledger);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Cost ledger">
      <table part="table">
        <thead>
          <tr>
            <th scope="col">Cost</th>
            <th scope="col">Class</th>
            <th scope="col" class="number">Units of work</th>
            <th scope="col" class="number">Time</th>
            <th scope="col" class="number">Each</th>
            <th scope="col" class="number">Share of the charged time</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ id, label, unit, units, ps, className }) => {
            const entry = loadClasses.find(({ name }) => name === className);
            return html`<tr>
              <th scope="row" title=${id}>${label}</th>
              <td>${entry ? html`<i style=${styleMap({ background: classColour(entry) })}></i>${entry.label}` : className}</td>
              <td class="number">${countedText(units, unit)}</td>
              <td class="number">${formatPs(ps)}</td>
              <td class="number">${units > 0 ? formatPs(Math.round(ps / units)) : '–'}</td>
              ${this.share(ps / total)}
            </tr>`;
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">In all, of ${formatPs(ledger.timePs)}</th>
            <td></td>
            <td></td>
            <td class="number">${formatPs(total)}</td>
            <td></td>
            <td class="number">${ledger.timePs > 0 ? `${formatPercent(total / ledger.timePs)} of the time` : '–'}</td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  /** Of a connection only the classes are told apart. */
  private classTable({ classesPs, timePs }: LabLedger) {
    const total = classesPs.reduce((sum, ps) => sum + ps, 0);
    if (!total) return html`<p class="quiet-text">Nothing was charged up to ${formatPs(timePs)}.</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Cost ledger">
      <table part="table">
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col" class="number">Time</th>
            <th scope="col" class="number">Share of the charged time</th>
          </tr>
        </thead>
        <tbody>
          ${loadClasses.map(
            (entry, index) =>
              html`<tr>
                <th scope="row"><i style=${styleMap({ background: classColour(entry) })}></i>${entry.label}</th>
                <td class="number">${formatPs(Math.round(classesPs[index]!))}</td>
                ${this.share(classesPs[index]! / total)}
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">In all, up to ${formatPs(timePs)}</th>
            <td class="number">${formatPs(Math.round(total))}</td>
            <td></td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  private share(part: number) {
    return html`<td class="number share">
      <span class="track" aria-hidden="true"><span style=${styleMap({ width: `${100 * part}%` })}></span></span
      ><span class="percent">${formatPercent(part)}</span>
    </td>`;
  }

  private chosen(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (value !== '') emit(this, 'nic-lab-subject', { subject: { processor: Number(value) } satisfies LedgerSubject });
  }
}

define('nic-lab-ledger', NicLabLedger);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-ledger': NicLabLedger;
  }
}
