import { LitElement, css, html, nothing } from 'lit';
import { property, queryAll } from 'lit/decorators.js';
import type { LabLayout } from '../../scenario/lab-frame.ts';
import { define } from '../element.ts';
import { formatBitRate, formatCount, formatPacketRate, formatSi } from '../format.ts';
import { nicName, processorName } from '../lab-topology/item-text.ts';
import { perSecond, type LabMoment } from '../lab-view/moment.ts';
import { setText } from '../lab-view/set-text.ts';
import { boundNics } from '../lab-view/traffic.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { defaultShare, vmqCells, vmqHeadings, vmqTexts } from './vmq-text.ts';

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

/** What VMQ makes of a queue stands behind its processor. */
const inserted = (plain: readonly string[], ofVmq: readonly string[]): string[] => [plain[0]!, ...ofVmq, ...plain.slice(1)];

/** Of a row, and of those that have virtual machines behind them what VMQ makes of it. */
const allCells = (moment: LabMoment, row: number, hasMachines: boolean): string[] =>
  hasMachines ? inserted(cellsOf(moment, row), vmqCells(moment, row)) : cellsOf(moment, row);

/**
 * The receive queues of modelled hosts: how full, how much was dropped, and how fast they move. Where an adapter serves virtual machines:
 * whose each queue is, its state and its filters, and which part of the frames took the default queue.
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
      .shares {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s2) var(--nic-s5);
        padding-block-end: var(--nic-s3);
      }
      .share {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 var(--nic-s3);
        max-inline-size: 46rem;
        align-items: center;
      }
      .share strong {
        font-size: 1.75rem;
        line-height: 1.1;
        font-weight: 600;
        white-space: nowrap;
      }
      @media (max-width: 40rem) {
        .share {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) layout: LabLayout | null = null;
  @queryAll('.share') private shares!: NodeListOf<HTMLElement>;
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
    const bound = boundNics(layout);
    const all = bound.length ? inserted(headings, vmqHeadings) : headings;
    const isText = (place: number) => place === 0 || vmqTexts.includes(all[place]!);
    return html`${
        bound.length
          ? html`<div class="shares">${bound.map(() => html`<p class="share"><strong></strong><span></span></p>`)}</div>`
          : nothing
      }
      <div class="scroll" tabindex="0" role="region" aria-label="Queues">
        <table part="table">
          <thead>
            <tr>
              <th scope="col">Queue</th>
              ${all.map((heading, place) => html`<th scope="col" class=${isText(place) ? '' : 'number'}>${heading}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => {
              const { nic, queue } = layout.queues[row]!;
              return html`<tr>
                <th scope="row">${nicName(layout, nic)}, queue ${queue}</th>
                ${all.map(
                  (_, place) =>
                    html`<td class=${isText(place) ? '' : 'number'}>
                      ${all[place] === 'Descriptors in use' ? html`<span class="track" aria-hidden="true"><i></i></span>` : nothing}<span
                        class=${all[place] === 'Dropped frames' ? 'text drops' : 'text'}
                      ></span>
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
    const bound = boundNics(layout);
    bound.forEach((nic, place) => {
      const { number, sentence } = defaultShare(moment, nic);
      const share = this.shares[place];
      setText(share?.querySelector('strong'), number);
      setText(share?.querySelector('span'), sentence);
    });
    this.rows(layout).forEach((row, line) => {
      const tr = this.lines[line];
      if (!tr) return;
      const cells = tr.querySelectorAll('.text');
      allCells(moment, row, bound.length > 0).forEach((text, place) => setText(cells[place], text));
      const fill = moment.frame.get('queue', row, 'depth') / layout.queues[row]!.capacity;
      tr.querySelector<HTMLElement>('.track i')!.style.inlineSize = `${100 * Math.min(1, fill)}%`;
      const isDropping = (perSecond(moment, 'queue', row, 'drops') ?? 0) > 0;
      tr.querySelector('.drops')!.classList.toggle('dropping', isDropping);
    });
  }
}

define('nic-lab-queues', NicLabQueues);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-queues': NicLabQueues;
  }
}
