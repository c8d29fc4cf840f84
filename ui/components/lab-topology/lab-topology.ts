import { LitElement, html, nothing } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { LabLayout } from '../../scenario/lab-frame.ts';
import { define, emit } from '../element.ts';
import { legendStyles } from '../lab-view/bar-styles.ts';
import { DrawnCanvas, drawnCanvas } from '../lab-view/canvas.ts';
import { classColour, loadClasses } from '../lab-view/classes.ts';
import type { LabMoment } from '../lab-view/moment.ts';
import { setText } from '../lab-view/set-text.ts';
import { styleMap } from '../style-map.ts';
import { base } from '../theme.ts';
import { drawTopology } from './draw.ts';
import { describeItem, itemLabel, itemName, itemValue } from './item-text.ts';
import { placeTopology, type Item, type Placement } from './place.ts';
import { topologyStyles } from './styles.ts';

const HINT = 'Point at a part, or focus it and use the arrow keys, for exact numbers.';

/** A part that has a place in the document. */
export interface TopologyItem {
  kind: Exclude<Item['kind'], 'offload'>;
  index: number;
}

/** What a part belongs to: the adapter of a virtual machine to that, what runs connections to its adapter. */
function placeOf({ hosts, nics, offloads }: LabLayout, { kind, index }: Item): TopologyItem {
  if (kind === 'offload') return { kind: 'nic', index: offloads[index]!.nic };
  const host = kind === 'nic' ? nics[index]!.host : -1;
  return hosts[host]?.parent === undefined ? { kind, index } : { kind: 'host', index: host };
}

/**
 * Hosts with their virtual machines, adapters, queues, processors, cables and switches of a running world. Bars and cables move with every moment that is shown,
 * numbers when asked to. One tab stop: arrow keys go from part to part, and the line below says all about the one that has the focus.
 *
 * @tagname nic-lab-topology
 * @csspart readout - The numbers of the part under the pointer or the focus.
 * @fires {CustomEvent<{item: TopologyItem}>} nic-lab-select - A part was chosen.
 */
export class NicLabTopology extends LitElement {
  static override styles = [base, drawnCanvas, legendStyles, topologyStyles];

  @property({ attribute: false }) layout: LabLayout | null = null;
  @property({ attribute: false }) selected: TopologyItem | null = null;

  @state() private width = 0;
  @state() private current = 0;
  @query('.scroll') private scroller!: HTMLElement | null;
  @query('output') private readout!: HTMLElement | null;
  @queryAll('.item') private buttons!: NodeListOf<HTMLButtonElement>;

  private placement: Placement | null = null;
  private moment: LabMoment | null = null;
  private hovered: number | null = null;
  private readonly drawn = new DrawnCanvas(this, (canvas, inks, scale) => {
    if (this.placement && this.moment?.layout === this.layout) drawTopology(canvas, this.placement, this.moment, inks, scale * this.rem);
  });
  /** In the next frame: what is rendered anew changes sizes that are observed, too. */
  private readonly resized = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry!.contentRect.width);
    requestAnimationFrame(() => (this.width = width));
  });
  /** Pixels of a length of 1 in the placement. */
  private rem = 1;

  /** Draws a moment; the numbers follow with `numbers`. */
  show(moment: LabMoment, numbers: boolean): void {
    this.moment = moment;
    this.drawn.redraw();
    if (numbers) this.writeNumbers();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!this.layout || !(changed.has('layout') || changed.has('width'))) return;
    this.rem = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    this.placement = placeTopology(this.layout, this.width / this.rem);
    if (changed.has('layout')) this.current = 0;
  }

  override render() {
    const { layout, placement } = this;
    if (!layout || !placement) return html`<div class="scroll"></div>`;
    const size = styleMap({ width: `${placement.width / 16}rem`, height: `${placement.height / 16}rem` });
    return html`<div class="scroll">
        <div
          class="stage"
          role="group"
          aria-label="Topology; arrow keys go from part to part"
          style=${size}
          @keydown=${this.keyed}
          @pointerleave=${() => this.hover(null)}
        >
          <canvas aria-hidden="true"></canvas>
          <span class="probe"></span>
          ${placement.items.map((item, index) => this.item(layout, item, index))}
        </div>
      </div>
      <output id="readout" part="readout" aria-live="off"></output>
      <div class="legend" aria-label="Colours of the bars" role="list">
        ${loadClasses.map(
          (entry) => html`<span role="listitem"><i style=${styleMap({ background: classColour(entry) })}></i>${entry.label}</span>`,
        )}
        ${
          layout.machines.length
            ? html`<span role="listitem"><i class="own"></i>Virtual machine’s own work</span>
                <span role="listitem"><i class="behalf"></i>Host’s work for it</span>`
            : nothing
        }
        ${
          layout.offloads.length
            ? html`<span role="listitem"><i class="engine"></i>TCP in the adapter: packets of its limit</span>`
            : nothing
        }
      </div>`;
  }

  private item(layout: LabLayout, item: Item, index: number) {
    const { kind, form, x, y, width, height } = item;
    const place = styleMap({ left: `${x / 16}rem`, top: `${y / 16}rem`, width: `${width / 16}rem`, height: `${height / 16}rem` });
    const label = itemLabel(layout, item);
    const isNamed = kind === 'host' || kind === 'switch';
    const isSelected = this.selected?.kind === kind && this.selected.index === item.index;
    return html`<button
      type="button"
      class=${classMap({ item: true, [kind]: true, cell: form === 'cell', guest: form === 'guest' })}
      style=${place}
      tabindex=${index === this.current ? 0 : -1}
      aria-pressed=${isSelected ? 'true' : 'false'}
      aria-describedby="readout"
      @focus=${() => this.focused(index)}
      @blur=${() => this.describe()}
      @pointerenter=${() => this.hover(index)}
      @click=${() => emit(this, 'nic-lab-select', { item: placeOf(layout, item) })}
    >
      ${isNamed ? html`<span>${itemName(layout, item)}</span>` : html`<span class="sr-only">${itemName(layout, item)}</span>`}
      ${label && form === 'row' ? html`<span class="label" aria-hidden="true">${label}</span>` : nothing}
      <span class="value"></span>
    </button>`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (this.scroller) this.resized.observe(this.scroller);
    if (changed.has('layout') || changed.has('width')) {
      this.drawn.redraw();
      this.writeNumbers();
      this.describe();
    }
  }

  private writeNumbers(): void {
    const { placement, moment } = this;
    if (!placement || moment?.layout !== this.layout || !moment) return;
    placement.items.forEach((item, index) => setText(this.buttons[index]?.querySelector('.value'), itemValue(moment, item)));
    this.describe();
  }

  private describe(): void {
    const index = this.hovered ?? (this.shadowRoot?.activeElement?.matches('.item') ? this.current : null);
    const item = index === null ? null : this.placement?.items[index];
    const isKnown = item && this.moment && this.layout;
    setText(this.readout, isKnown ? `${itemName(this.layout!, item)}: ${describeItem(this.moment!, item)}` : HINT);
  }

  private hover(index: number | null): void {
    this.hovered = index;
    this.describe();
  }

  private focused(index: number): void {
    this.current = index;
    this.describe();
  }

  private keyed(event: KeyboardEvent): void {
    const last = this.buttons.length - 1;
    const steps: Record<string, number> = {
      ArrowLeft: this.current - 1,
      ArrowUp: this.current - 1,
      ArrowRight: this.current + 1,
      ArrowDown: this.current + 1,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.buttons[Math.min(last, Math.max(0, next))]?.focus();
  }
}

define('nic-lab-topology', NicLabTopology);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-topology': NicLabTopology;
  }
}
