import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { restartTexts } from '../../effective/standing.ts';
import type { Field } from '../../scenario/fields.ts';
import { writeField } from '../../scenario/write-scenario.ts';
import { define, emit } from '../element.ts';
import '../hint/hint.ts';
import '../lab-form/lab-field.ts';
import { base } from '../theme.ts';
import { optionsOf, type Option } from './field-options.ts';
import { inWords, settingAtPath, type Missing, type Setting } from './setting.ts';
import { rowStyles } from './styles.ts';
import { editsOf } from './together.ts';
import { faultTexts, tryEdits, valueOf, type HostView } from './view.ts';
import { restartDetail, restartLabel } from './restart.ts';

/** Fields that are whole with one action; the others are typed, and count when the field is left or Enter is pressed. */
const isImmediate = (field: Field): boolean =>
  field.kind === 'toggle' ||
  field.kind === 'choice' ||
  ((field.kind === 'number' || field.kind === 'quantity') && !!field.choices) ||
  (field.kind === 'list' && field.item.kind === 'choice');

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * One setting of a host: its control, its value as installed, what it waits for, why the version does not have it. A change that does not
 * fit the rest of the document is refused here, with the reason, and never leaves.
 *
 * @tagname nic-host-field
 * @fires {CustomEvent<{what: 'adapter', nic: number} | {what: 'computer'}>} host-restart - Something is to be restarted.
 * @fires {CustomEvent<{path: string}>} host-goto - Another setting is wanted.
 */
export class NicHostField extends LitElement {
  static override styles = [
    base,
    rowStyles,
    css`
      :host {
        scroll-margin: 5rem;
      }
      :host([marked]) {
        margin-inline: calc(-1 * var(--nic-s2));
        padding-inline: var(--nic-s2);
        border-radius: var(--nic-radius);
        background: var(--nic-accent-soft);
        outline: 2px solid var(--nic-accent);
      }
      .row {
        padding-block: 0.2rem;
      }
      .missing {
        color: var(--nic-quiet);
      }
    `,
  ];

  @property({ attribute: false }) view: HostView | null = null;
  @property() path = '';
  /** It is the one that was asked for. */
  @property({ type: Boolean, reflect: true }) marked = false;

  /** That a change starts the run again is said elsewhere already. */
  @property({ type: Boolean }) fixedSaid = false;

  @state() private draft: { value: unknown } | null = null;
  @state() private faults: readonly string[] = [];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('path')) this.forget();
    else if (changed.has('view') && this.draft && this.view) this.faults = this.faultsOf(this.draft.value);
  }

  override render() {
    const setting = this.view && settingAtPath(this.view, this.path);
    if (!this.view || !setting) return nothing;
    if (setting.missing) return this.absent(setting, setting.missing);
    return html`${this.control(setting, valueOf(this.view, this.path))} ${this.foot(setting)}`;
  }

  override focus(): void {
    const inner = this.renderRoot.querySelector('nic-lab-field');
    const control = (inner?.shadowRoot ?? this.renderRoot).querySelector<HTMLElement>('input, select, textarea, button');
    control?.focus();
  }

  private absent({ field, path }: Setting, { sentence, evidence, instead }: Missing) {
    const value = this.view ? valueOf(this.view, path) : undefined;
    return html`<div class="row missing" aria-disabled="true">
        <span class="name">${field.label} <nic-hint label=${field.label} help=${field.help} .evidence=${evidence}></nic-hint></span>
        <span>${value === undefined ? '—' : inWords(path, value)}</span>
      </div>
      <p class="remark">
        ${sentence}
        ${instead ? html`<button type="button" class="link" @click=${() => emit(this, 'host-goto', { path: instead })}>Show it</button>` : nothing}
      </p>`;
  }

  private control(setting: Setting, value: unknown) {
    const { field } = setting;
    const options = optionsOf(this.view!, setting, value);
    if (options) return this.select(setting, options);
    const written = value === undefined ? undefined : writeField(field, value);
    return html`<nic-lab-field
      .field=${field}
      .value=${this.draft ? this.draft.value : written}
      .faults=${this.faults}
      @nic-lab-value=${(event: CustomEvent<{ value: unknown }>) => {
        event.stopPropagation();
        this.typed(field, event.detail.value);
      }}
      @focusout=${this.commit}
      @keydown=${this.keyed}
    ></nic-lab-field>`;
  }

  /** What was refused stays chosen beside the reason. */
  private select({ field }: Setting, options: readonly Option[]) {
    const { draft } = this;
    return html`<div class="row">
        <span class="name">
          <label for="select">${field.label}</label>
          <nic-hint label=${field.label} help=${field.help} .evidence=${'evidence' in field ? field.evidence : null}></nic-hint>
        </span>
        <select
          id="select"
          aria-describedby=${this.faults.length ? 'fault' : nothing}
          @change=${(event: Event) => this.ask(options[(event.target as HTMLSelectElement).selectedIndex]!.value)}
        >
          ${options.map(
            ({ value, label, isChosen, isOffered }) =>
              html`<option .selected=${draft ? same(draft.value, value) : isChosen} ?disabled=${!isOffered && !isChosen}>${label}</option>`,
          )}
        </select>
      </div>
      ${this.faults.length ? html`<div id="fault">${this.faults.map((fault) => html`<p class="fault">${fault}</p>`)}</div>` : nothing}`;
  }

  private foot(setting: Setting) {
    const { path, installed, waits } = setting;
    const isListed = optionsOf(this.view!, setting, undefined) !== null;
    const standing = installed && !isListed ? `${/\.(mac|addresses)$/.test(path) ? 'In effect' : 'As installed'}: ${installed}` : '';
    const isSaid = setting.isFixed && !this.fixedSaid;
    const badge = isSaid ? html`<span class="badge">from time 0: the run starts again</span>` : nothing;
    return html`${standing || isSaid ? html`<p class="remark">${standing} ${badge}</p>` : nothing}
    ${
      waits
        ? html`<p class="waits">
            <span>Waits for a restart of ${restartTexts[waits.restart]}; in force: ${inWords(waits.path, waits.inForce)}.</span>
            <button type="button" @click=${() => emit(this, 'host-restart', restartDetail(waits))}>
              ${restartLabel(this.view!, waits)}
            </button>
          </p>`
        : nothing
    }`;
  }

  private typed(field: Field, value: unknown): void {
    if (isImmediate(field)) return this.ask(value);
    this.draft = { value };
    this.faults = this.faultsOf(value);
  }

  private faultsOf(value: unknown): string[] {
    const { wanted } = this.view!;
    const edits = editsOf(wanted, this.path, value);
    return faultTexts(tryEdits(wanted, edits).result, edits);
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    const isArea = event.composedPath()[0] instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && !isArea) this.commit();
    else if (event.key === 'Escape' && this.draft) {
      event.stopPropagation();
      this.forget();
    }
  };

  private readonly commit = (): void => {
    if (this.draft) this.ask(this.draft.value);
  };

  private ask(value: unknown): void {
    const { view } = this;
    if (!view) return;
    const faults = view.propose(editsOf(view.wanted, this.path, value));
    if (faults.length) {
      this.draft = { value };
      this.faults = faults;
    } else this.forget();
    this.requestUpdate();
  }

  private forget(): void {
    this.draft = null;
    this.faults = [];
  }
}

define('nic-host-field', NicHostField);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-field': NicHostField;
  }
}
