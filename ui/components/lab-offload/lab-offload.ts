import { LitElement, css, html, nothing } from 'lit';
import { property, queryAll, state } from 'lit/decorators.js';
import type { LabLayout } from '../../scenario/lab-frame.ts';
import { define } from '../element.ts';
import { formatCount } from '../format.ts';
import { nicName } from '../lab-topology/item-text.ts';
import { barStyles } from '../lab-view/bar-styles.ts';
import type { LabMoment } from '../lab-view/moment.ts';
import { setText } from '../lab-view/set-text.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { gateSentence, offloadFigures, uploadRows } from './offload-text.ts';

const FIGURES = 6;

/**
 * Adapters that take TCP connections: connections of their capacity, packets of the engine's limit, drops, and connections that came back,
 * by reason. Numbers are written past Lit; the list of reasons is not, as it changes seldom.
 *
 * @tagname nic-lab-offload
 * @csspart table - The tables.
 */
export class NicLabOffload extends LitElement {
  static override styles = [
    base,
    tableStyles,
    barStyles,
    css`
      .gate {
        padding-block-end: var(--nic-s2);
      }
      .gate.closed {
        color: var(--nic-warn);
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--nic-s1) var(--nic-s4);
        max-inline-size: 60rem;
      }
      dt {
        color: var(--nic-quiet);
      }
      dd {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--nic-s3);
      }
      .text {
        flex: 1 1 9rem;
      }
      .fill {
        background: var(--nic-bar);
      }
      .uploads {
        inline-size: auto;
      }
      .uploads td,
      .uploads th {
        white-space: normal;
      }
      @media (max-width: 40rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dd {
          padding-block-end: var(--nic-s2);
        }
      }
    `,
  ];

  @property({ attribute: false }) layout: LabLayout | null = null;
  /** Reasons of each adapter as they are shown; another text renders anew. */
  @state() private reasons = '[]';
  @queryAll('section') private sections!: NodeListOf<HTMLElement>;

  private moment: LabMoment | null = null;

  show(moment: LabMoment): void {
    this.moment = moment;
    this.write();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('layout')) this.reasons = '[]';
  }

  override render() {
    const { layout } = this;
    if (!layout?.offloads.length) return html`<p class="quiet-text">No adapter that can take TCP connections.</p>`;
    const reasons = JSON.parse(this.reasons) as ReturnType<typeof uploadRows>[];
    return layout.offloads.map(({ nic }, row) => {
      const name = nicName(layout, nic);
      const rows = reasons[row] ?? [];
      return html`<section aria-label="Offload of ${name}">
        <h3>${name}</h3>
        <p class="gate"></p>
        <dl>
          ${Array.from(
            { length: FIGURES },
            () =>
              html`<dt></dt>
                <dd>
                  <span class="track" aria-hidden="true" hidden><i class="fill"></i></span><span class="text"></span>
                </dd>`,
          )}
        </dl>
        ${
          rows.length
            ? html`<table class="uploads" part="table">
                <caption class="sr-only">
                  Connections that came back to the host, by reason
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Came back because</th>
                    <th scope="col" class="number">Connections</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows.map(
                    ({ text, count }) =>
                      html`<tr>
                        <th scope="row">${text}</th>
                        <td class="number">${formatCount(count)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
            : nothing
        }
      </section>`;
    });
  }

  override updated(): void {
    this.write();
  }

  private write(): void {
    const { layout, moment } = this;
    if (!layout || moment?.layout !== layout) return;
    this.reasons = JSON.stringify(layout.offloads.map((_, row) => uploadRows(moment, row)));
    this.sections.forEach((section, row) => {
      const { isOpen, text } = gateSentence(moment, row);
      const gate = section.querySelector('.gate')!;
      setText(gate, text);
      gate.classList.toggle('closed', !isOpen);
      const terms = section.querySelectorAll('dt');
      const values = section.querySelectorAll('dd');
      offloadFigures(moment, row).forEach(({ label, text: value, part, isBad }, place) => {
        setText(terms[place], label);
        const track = values[place]!.querySelector<HTMLElement>('.track')!;
        track.hidden = part === null;
        track.querySelector<HTMLElement>('.fill')!.style.inlineSize = `${100 * Math.min(1, part ?? 0)}%`;
        const words = values[place]!.querySelector('.text')!;
        setText(words, value);
        words.classList.toggle('bad', isBad === true);
      });
    });
  }
}

define('nic-lab-offload', NicLabOffload);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-offload': NicLabOffload;
  }
}
