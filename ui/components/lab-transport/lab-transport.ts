import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { parseQuantity } from '../../scenario/quantities.ts';
import { define, emit } from '../element.ts';
import { formatPlural, formatSi } from '../format.ts';
import type { LabMoment } from '../lab-view/moment.ts';
import { setText } from '../lab-view/set-text.ts';
import { formatExactPs, formatPs } from '../lab-view/time-text.ts';
import { base } from '../theme.ts';
import { speedStopOf, speedStops, speedText } from './speed.ts';
import { transportStyles } from './styles.ts';

const steps: readonly [ps: number, label: string][] = [
  [1e6, '1 µs'],
  [1e7, '10 µs'],
  [1e8, '100 µs'],
  [1e9, '1 ms'],
  [1e10, '10 ms'],
  [1e11, '100 ms'],
];

/** Positions of the scrub bar. */
const SCRUB_STEPS = 1000;

/**
 * Play, pause, step, speed and time of a running world. The time and what depends on it are written past Lit.
 *
 * @tagname nic-lab-transport
 * @csspart time - The current virtual time.
 * @fires nic-lab-play - Play is wanted.
 * @fires nic-lab-pause - Pause is wanted.
 * @fires nic-lab-step-event - One event is wanted.
 * @fires {CustomEvent<{ps: number}>} nic-lab-step-time - A step of virtual time is wanted.
 * @fires {CustomEvent<{rate: number}>} nic-lab-speed - Another speed, in virtual seconds for a real one.
 * @fires {CustomEvent<{ps: number}>} nic-lab-seek - Another time is wanted.
 */
export class NicLabTransport extends LitElement {
  static override styles = [base, transportStyles];

  @property({ type: Boolean }) playing = false;
  /** Nothing happens any more: the run has ended by itself. */
  @property({ type: Boolean }) ended = false;
  @property({ type: Boolean }) disabled = false;
  @property({ type: Number }) rate = 1;

  @state() private stepPs = 1e9;
  @state() private timeFault = '';
  @query('.time') private time!: HTMLElement | null;
  @query('.counts') private counts!: HTMLElement | null;
  @query('input.scrub') private scrub!: HTMLInputElement | null;
  @query('.played') private played!: HTMLElement | null;
  @query('input.exact') private exact!: HTMLInputElement | null;

  /** The latest time that was played up to: the end of the scrub bar. */
  private playedPs = 0;
  private scrubbing = false;

  show({ frame }: LabMoment, playedPs: number): void {
    const head = (column: 'timePs' | 'events' | 'packetsPerSecond' | 'packetsInFlight') => frame.get('head', 0, column);
    const timePs = head('timePs');
    this.playedPs = playedPs;
    setText(this.time, formatExactPs(timePs));
    setText(
      this.counts,
      `${formatPlural(head('events'), 'event')} · ${formatPlural(head('packetsInFlight'), 'packet')} in flight · ${formatSi(head('packetsPerSecond'), 'packets/s')} emulated`,
    );
    setText(this.played, formatPs(playedPs));
    if (!this.scrub || this.scrubbing) return;
    this.scrub.value = String(playedPs > 0 ? Math.round((SCRUB_STEPS * timePs) / playedPs) : 0);
    this.scrub.ariaValueText = formatPs(timePs);
  }

  override render() {
    const { playing, disabled } = this;
    const stop = speedStopOf(this.rate);
    return html`<div class="row">
        <button
          type="button"
          class="primary play"
          ?disabled=${disabled}
          title="Space"
          @click=${() => emit(this, playing ? 'nic-lab-pause' : 'nic-lab-play', null)}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path fill="currentColor" d=${playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2 1l9 5-9 5z'} />
          </svg>
          ${playing ? 'Pause' : 'Play'}
        </button>
        <span class="group" role="group" aria-label="Step">
          <button type="button" ?disabled=${disabled} @click=${() => emit(this, 'nic-lab-step-event', null)}>One event</button>
          <span class="segments">
            <button type="button" ?disabled=${disabled} @click=${() => emit(this, 'nic-lab-step-time', { ps: this.stepPs })}>Step</button>
            <select
              aria-label="Length of a step"
              @change=${(event: Event) => (this.stepPs = Number((event.target as HTMLSelectElement).value))}
            >
              ${steps.map(([ps, label]) => html`<option value=${ps} ?selected=${ps === this.stepPs}>${label}</option>`)}
            </select>
          </span>
        </span>
        <label class="speed"
          >Speed
          <input
            type="range"
            min="0"
            max=${speedStops.length - 1}
            step="1"
            .value=${String(stop)}
            aria-valuetext=${speedText(this.rate)}
            @input=${(event: Event) => emit(this, 'nic-lab-speed', { rate: speedStops[(event.target as HTMLInputElement).valueAsNumber] })}
          />
          <span class="speed-text">${speedText(this.rate)}</span></label
        >
        <span class="counts"></span>
      </div>
      <div class="row">
        <span class="time" part="time" role="timer" aria-label="Virtual time"></span>
        <input
          type="range"
          class="scrub"
          aria-label="Time, within what was played"
          min="0"
          max=${SCRUB_STEPS}
          step="1"
          value="0"
          ?disabled=${disabled}
          @input=${this.scrubbed}
          @change=${() => (this.scrubbing = false)}
        />
        <span class="played" title="Played up to"></span>
        ${this.ended ? html`<span class="ended">The run has ended</span>` : nothing}
        <form
          @submit=${(event: Event) => {
            event.preventDefault();
            this.goTo();
          }}
        >
          <input
            class="exact"
            type="text"
            size="9"
            placeholder="12.5 ms"
            aria-label="Time to go to"
            aria-invalid=${this.timeFault ? 'true' : 'false'}
            aria-describedby=${this.timeFault ? 'fault' : nothing}
            ?disabled=${disabled}
          />
          <button type="submit" ?disabled=${disabled}>Go to</button>
        </form>
      </div>
      ${this.timeFault ? html`<p class="fault" id="fault" role="alert">${this.timeFault}</p>` : nothing}`;
  }

  override firstUpdated(): void {
    setText(this.time, formatExactPs(0));
    setText(this.played, formatPs(0));
  }

  private scrubbed(): void {
    this.scrubbing = true;
    emit(this, 'nic-lab-seek', { ps: Math.round((this.scrub!.valueAsNumber / SCRUB_STEPS) * this.playedPs) });
  }

  private goTo(): void {
    const parsed = parseQuantity('duration', this.exact!.value.trim());
    this.timeFault = 'fault' in parsed ? `Time: ${parsed.fault}` : '';
    if ('value' in parsed) emit(this, 'nic-lab-seek', { ps: parsed.value });
  }
}

define('nic-lab-transport', NicLabTransport);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-transport': NicLabTransport;
  }
}
