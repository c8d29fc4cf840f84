import { LitElement, css, html, nothing } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import type { LabLayout } from '../../scenario/lab-frame.ts';
import { define } from '../element.ts';
import { barStyles } from '../lab-view/bar-styles.ts';
import type { LabMoment } from '../lab-view/moment.ts';
import { setText } from '../lab-view/set-text.ts';
import { machineLoad, machineName } from '../lab-view/traffic.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { describeMachine, machineCells, machineHeadings, networkCells, networkHeadings } from './machine-text.ts';

const HINT = 'Point at a virtual machine, or focus its name, for exact numbers.';
const isNumber = (place: number) => place >= 2 && place !== 6;

/**
 * Virtual machines: the load that each makes, in itself and at its host, what goes in and out, how frames come to it, and what is dropped.
 * Below, the virtual networks. Numbers are written past Lit.
 *
 * @tagname nic-lab-machines
 * @csspart table - The tables.
 * @csspart readout - Everything about the virtual machine under the pointer or the focus.
 */
export class NicLabMachines extends LitElement {
  static override styles = [
    base,
    tableStyles,
    barStyles,
    css`
      .own {
        background: var(--nic-quiet);
      }
      .host {
        background: var(--nic-bar);
      }
    `,
  ];

  @property({ attribute: false }) layout: LabLayout | null = null;
  @state() private chosen: number | null = null;
  @queryAll('.machines tbody tr') private machines!: NodeListOf<HTMLTableRowElement>;
  @queryAll('.networks tbody tr') private networks!: NodeListOf<HTMLTableRowElement>;
  @query('output') private readout!: HTMLElement | null;

  private pointed: number | null = null;
  private moment: LabMoment | null = null;

  show(moment: LabMoment): void {
    this.moment = moment;
    this.write();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('layout')) return;
    this.chosen = null;
    this.pointed = null;
  }

  override render() {
    const { layout } = this;
    if (!layout?.machines.length) return html`<p class="quiet-text">No virtual machine.</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Virtual machines">
        <table class="machines" part="table" @pointerleave=${() => this.point(null)}>
          <thead>
            <tr>
              <th scope="col">Virtual machine</th>
              ${machineHeadings.map((heading, place) => html`<th scope="col" class=${isNumber(place) ? 'number' : ''}>${heading}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${layout.machines.map(
              (_, row) =>
                html`<tr class=${this.chosen === row ? 'selected' : ''} @pointerenter=${() => this.point(row)}>
                  <th scope="row">
                    <button
                      type="button"
                      class="row-button"
                      aria-pressed=${this.chosen === row ? 'true' : 'false'}
                      aria-describedby="readout"
                      @focus=${() => this.point(row)}
                      @blur=${() => this.point(null)}
                      @click=${() => (this.chosen = this.chosen === row ? null : row)}
                    >
                      ${machineName(layout, row)}
                    </button>
                  </th>
                  ${machineHeadings.map(
                    (_heading, place) =>
                      html`<td class=${isNumber(place) ? 'number' : ''}>
                        ${place === 1 ? html`<span class="track" aria-hidden="true"><i class="own"></i><i class="host"></i></span>` : nothing}
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="legend">
        <span><i class="own"></i>its own work</span><span><i class="host"></i>work of the host on its behalf</span
        ><span>a full bar is one processor</span>
      </p>
      <output id="readout" part="readout" aria-live="off"></output>
      <h3>Virtual networks</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Virtual networks">
        <table class="networks" part="table">
          <thead>
            <tr>
              <th scope="col">Network</th>
              ${networkHeadings.map((heading, place) => html`<th scope="col" class=${place > 1 ? 'number' : ''}>${heading}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${layout.virtualSwitches.map(
              ({ host, name }) =>
                html`<tr>
                  <th scope="row">${layout.hosts[host]!.name}, ${name}</th>
                  ${networkHeadings.map((_, place) => html`<td class=${place > 1 ? 'number' : ''}></td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  override updated(): void {
    this.write();
  }

  private point(row: number | null): void {
    this.pointed = row;
    this.describe();
  }

  private describe(): void {
    const { moment, layout } = this;
    const row = this.pointed ?? this.chosen;
    setText(
      this.readout,
      row !== null && moment && moment.layout === layout ? `${machineName(layout, row)}: ${describeMachine(moment, row)}` : HINT,
    );
  }

  private write(): void {
    const { layout, moment } = this;
    this.describe();
    if (!layout || moment?.layout !== layout) return;
    this.machines.forEach((tr, row) => {
      const texts = machineCells(moment, row);
      texts.forEach((text, place) => place !== 1 && setText(tr.cells[place + 1], text));
      const load = machineLoad(moment, row) ?? { own: 0, host: 0 };
      const own = Math.min(1, load.own);
      tr.querySelector<HTMLElement>('.own')!.style.inlineSize = `${100 * own}%`;
      tr.querySelector<HTMLElement>('.host')!.style.inlineSize = `${100 * Math.min(1 - own, load.host)}%`;
      tr.cells[machineHeadings.length]!.classList.toggle('bad', texts.at(-1) !== '0');
    });
    this.networks.forEach((tr, row) => networkCells(moment, row).forEach((text, place) => setText(tr.cells[place + 1], text)));
  }
}

define('nic-lab-machines', NicLabMachines);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-machines': NicLabMachines;
  }
}
