import { LitElement, css, html, nothing } from 'lit';
import { property, queryAll } from 'lit/decorators.js';
import type { LabLayout } from '../../scenario/lab-frame.ts';
import { define } from '../element.ts';
import { formatBitRate, formatCount, formatPacketRate, formatSi } from '../format.ts';
import { nicName, processorName } from '../lab-topology/item-text.ts';
import { perSecond, type LabMoment } from '../lab-view/moment.ts';
import { setText } from '../lab-view/set-text.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';

const orNone = (value: number | null, format: (value: number) => string) => (value === null ? '–' : format(value));

/** Texts of the cells of a row, after its name. */
function cellsOf(moment: LabMoment, row: number): string[] {
  const { frame, layout } = moment;
  const at = (column: 'depth' | 'peak' | 'drops' | 'transmitDepth' | 'processor') => frame.get('queue', row, column);
  const rate = (column: 'frames' | 'bytes' | 'interrupts' | 'dpcs') => perSecond(moment, 'queue', row, column);
  return [
    at('processor') < 0 ? '–' : processorName(layout, at('processor')),
    `${formatCount(at('depth'))} of ${formatCount(layout.queues[row]!.capacity)}`,
    formatCount(at('peak')),
    formatCount(at('drops')),
    orNone(rate('frames'), formatPacketRate),
    orNone(rate('bytes'), (bytes) => formatBitRate(bytes * 8)),
    orNone(rate('interrupts'), (value) => formatSi(value, '/s')),
    orNone(rate('dpcs'), (value) => formatSi(value, '/s')),
    formatCount(at('transmitDepth')),
  ];
}

const headings = [
  'Processor',
  'Descriptors in use',
  'Peak',
  'Dropped frames',
  'Received',
  'Data',
  'Interrupts',
  'DPCs',
  'Waiting to be sent',
];

/**
 * The receive queues of modelled hosts: how full, how much was dropped, and how fast they move.
 *
 * @tagname nic-lab-queues
 * @csspart table - The table.
 */
export class NicLabQueues extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      .track {
        display: inline-block;
        inline-size: 5rem;
        block-size: 0.5rem;
        background: var(--nic-sunken);
      }
      .track i {
        display: block;
        block-size: 100%;
        background: var(--nic-bar);
      }
      .track + .text {
        display: inline-block;
        min-inline-size: 5.75rem;
      }
      .dropping {
        color: var(--nic-bad);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) layout: LabLayout | null = null;
  @queryAll('tbody tr') private lines!: NodeListOf<HTMLTableRowElement>;

  private moment: LabMoment | null = null;

  show(moment: LabMoment): void {
    this.moment = moment;
    this.write();
  }

  private rows(layout: LabLayout): number[] {
    return layout.queues.flatMap(({ nic }, row) => (layout.hosts[layout.nics[nic]!.host]!.kind === 'modelled' ? [row] : []));
  }

  override render() {
    const { layout } = this;
    const rows = layout ? this.rows(layout) : [];
    if (!layout || !rows.length) return html`<p class="quiet-text">No modelled host, and so no queue to look at.</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Queues">
      <table part="table">
        <thead>
          <tr>
            <th scope="col">Queue</th>
            ${headings.map((heading, place) => html`<th scope="col" class=${place ? 'number' : ''}>${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
            const { nic, queue } = layout.queues[row]!;
            return html`<tr>
              <th scope="row">${nicName(layout, nic)}, queue ${queue}</th>
              ${headings.map(
                (_, place) =>
                  html`<td class=${place ? 'number' : ''}>
                    ${place === 1 ? html`<span class="track" aria-hidden="true"><i></i></span>` : nothing}<span class="text"></span>
                  </td>`,
              )}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  override updated(): void {
    this.write();
  }

  private write(): void {
    const { layout, moment } = this;
    if (!layout || moment?.layout !== layout) return;
    this.rows(layout).forEach((row, line) => {
      const tr = this.lines[line];
      if (!tr) return;
      const cells = tr.querySelectorAll('.text');
      cellsOf(moment, row).forEach((text, place) => setText(cells[place], text));
      const fill = moment.frame.get('queue', row, 'depth') / layout.queues[row]!.capacity;
      tr.querySelector<HTMLElement>('.track i')!.style.inlineSize = `${100 * Math.min(1, fill)}%`;
      const isDropping = (perSecond(moment, 'queue', row, 'drops') ?? 0) > 0;
      cells[3]!.classList.toggle('dropping', isDropping);
    });
  }
}

define('nic-lab-queues', NicLabQueues);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-queues': NicLabQueues;
  }
}
