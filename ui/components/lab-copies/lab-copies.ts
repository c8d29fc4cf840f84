import { LitElement, css, html, nothing } from 'lit';
import { property, queryAll } from 'lit/decorators.js';
import type { LabLayout } from '../../scenario/lab-frame.ts';
import { define } from '../element.ts';
import { barStyles } from '../lab-view/bar-styles.ts';
import type { LabMoment } from '../lab-view/moment.ts';
import { setText } from '../lab-view/set-text.ts';
import { copiers, copyingHosts, type Copier } from '../lab-view/traffic.ts';
import { styleMap } from '../style-map.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { channelBusy, channelCells, channelHeadings, copierCells, copiesSentence, copyShares, declinedSentence } from './copies-text.ts';

const colourOf = ([light, dark]: readonly [string, string]) => `light-dark(${light}, ${dark})`;

/** What a host can have at all; a virtual machine may come to any. */
function ways({ copyEngines, machines, offloads, nics }: LabLayout, host: number): Copier[] {
  const can: Record<Copier, boolean> = {
    cold: true,
    warm: true,
    switch: machines.length > 0,
    engine: copyEngines.some((engine) => engine.host === host),
    queue: machines.length > 0,
    chimney: offloads.some(({ nic }) => nics[nic]!.host === host),
  };
  return copiers.map(({ id }) => id).filter((id) => can[id]);
}

/**
 * Who copied what comes and goes: for each modelled host a bar stacked by who put bytes into memory, with numbers; below, the channels of
 * copy engines. Numbers are written past Lit.
 *
 * @tagname nic-lab-copies
 * @csspart table - The tables.
 */
export class NicLabCopies extends LitElement {
  static override styles = [
    base,
    tableStyles,
    barStyles,
    css`
      section + section {
        padding-block-start: var(--nic-s3);
      }
      section > .track {
        inline-size: 100%;
        block-size: 1.125rem;
        margin-block: var(--nic-s1);
      }
      .sum {
        min-block-size: 1.45em;
      }
      .swatch {
        display: inline-block;
        inline-size: 0.625rem;
        block-size: 0.625rem;
        margin-inline-end: var(--nic-s2);
        border-radius: 1px;
      }
      .about {
        color: var(--nic-quiet);
      }
      .busy {
        background: var(--nic-bar);
      }
      .declined {
        padding-block-start: var(--nic-s1);
        max-inline-size: 60rem;
      }
    `,
  ];

  @property({ attribute: false }) layout: LabLayout | null = null;
  @queryAll('section') private sections!: NodeListOf<HTMLElement>;

  private moment: LabMoment | null = null;

  show(moment: LabMoment): void {
    this.moment = moment;
    this.write();
  }

  override render() {
    const { layout } = this;
    const hosts = layout ? copyingHosts(layout) : [];
    if (!layout || !hosts.length) return html`<p class="quiet-text">No modelled host, and so nobody who copies.</p>`;
    return hosts.map((host) => this.host(layout, host));
  }

  private host(layout: LabLayout, host: number) {
    const { name } = layout.hosts[host]!;
    const shown = copiers.filter(({ id }) => ways(layout, host).includes(id));
    const engine = layout.copyEngines.findIndex((one) => one.host === host);
    return html`<section aria-label="Copies of ${name}">
      <h3>${name}</h3>
      <p class="sum"></p>
      <span class="track" aria-hidden="true"
        >${shown.map(({ colours }) => html`<i class="part" style=${styleMap({ background: colourOf(colours) })}></i>`)}</span
      >
      <div class="scroll" tabindex="0" role="region" aria-label="Who copied on ${name}">
        <table class="copiers" part="table">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col" class="number">Now</th>
              <th scope="col" class="number">Share</th>
              <th scope="col" class="number">In all</th>
              <th scope="col">What that is</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              ({ label, about, colours }) =>
                html`<tr>
                  <th scope="row"><span class="swatch" style=${styleMap({ background: colourOf(colours) })}></span>${label}</th>
                  <td class="number"></td>
                  <td class="number"></td>
                  <td class="number"></td>
                  <td class="about">${about}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${engine < 0 ? nothing : this.engine(layout, engine, name)}
    </section>`;
  }

  private engine(layout: LabLayout, engine: number, name: string) {
    const channels = layout.channels.flatMap((channel, row) => (channel.engine === engine ? [{ ...channel, row }] : []));
    return html`<h3>DMA engine of ${name}</h3>
      <p class="declined"></p>
      <div class="scroll" tabindex="0" role="region" aria-label="Channels of the DMA engine of ${name}">
        <table class="channels" part="table">
          <thead>
            <tr>
              <th scope="col">Channel</th>
              ${channelHeadings.map((heading, place) => html`<th scope="col" class=${place > 1 ? 'number' : ''}>${heading}</th>`)}
              <th scope="col"><span class="sr-only">Busy share as a bar</span></th>
            </tr>
          </thead>
          <tbody>
            ${channels.map(
              ({ channel, row }) =>
                html`<tr data-row=${row}>
                  <th scope="row">Channel ${channel}</th>
                  ${channelHeadings.map((_, place) => html`<td class=${place > 1 ? 'number' : ''}></td>`)}
                  <td>
                    <span class="track" aria-hidden="true"><i class="busy"></i></span>
                  </td>
                </tr>`,
            )}
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
    copyingHosts(layout).forEach((host, place) => {
      const section = this.sections[place];
      if (section) this.writeHost(section, moment, host);
    });
  }

  private writeHost(section: HTMLElement, moment: LabMoment, host: number): void {
    const { layout } = moment;
    setText(section.querySelector('.sum'), copiesSentence(moment, host));
    const { parts, sum } = copyShares(moment, host);
    const bars = section.querySelectorAll<HTMLElement>('.part');
    const lines = section.querySelectorAll<HTMLTableRowElement>('.copiers tbody tr');
    ways(layout, host).forEach((id, line) => {
      bars[line]!.style.inlineSize = sum > 0 ? `${(100 * parts[id]) / sum}%` : '0';
      copierCells(moment, host, id).forEach((text, place) => setText(lines[line]!.cells[place + 1], text));
    });
    const engine = layout.copyEngines.findIndex((one) => one.host === host);
    if (engine < 0) return;
    setText(section.querySelector('.declined'), declinedSentence(moment, engine));
    for (const line of section.querySelectorAll<HTMLTableRowElement>('.channels tbody tr')) {
      const row = Number(line.dataset['row']);
      channelCells(moment, row).forEach((text, place) => setText(line.cells[place + 1], text));
      line.querySelector<HTMLElement>('.busy')!.style.inlineSize = `${100 * (channelBusy(moment, row) ?? 0)}%`;
    }
  }
}

define('nic-lab-copies', NicLabCopies);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-copies': NicLabCopies;
  }
}
