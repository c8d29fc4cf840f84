import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { restartTexts } from '../../effective/standing.ts';
import { allowedWords } from '../../registry/keyword-text.ts';
import { define, emit } from '../element.ts';
import '../hint/hint.ts';
import { base } from '../theme.ts';
import { hasKeywords, keywordChoices, keywordEdit, keywordsOfNic, vendorNames, type Keyword } from './keywords.ts';
import { restartDetail, restartLabel } from './restart.ts';
import { inWords, settingAtPath } from './setting.ts';
import { rowStyles } from './styles.ts';
import type { HostView } from './view.ts';

/**
 * The Advanced tab of an adapter: properties at the left, the value of the chosen one at the right. Arrow keys choose a property.
 *
 * @tagname nic-host-advanced
 * @fires {CustomEvent<{what: 'adapter', nic: number} | {what: 'computer'}>} host-restart - Something is to be restarted.
 * @fires {CustomEvent<{nic: number, name: string}>} host-registry - A value is to be shown in the registry.
 */
export class NicHostAdvanced extends LitElement {
  static override styles = [
    base,
    rowStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .tab {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--nic-s3);
        padding-block-start: var(--nic-s2);
      }
      [role='listbox'] {
        max-block-size: 16rem;
        overflow: auto;
        border: 1px solid var(--nic-edge);
        border-radius: var(--nic-radius);
        background: var(--nic-surface);
      }
      [role='option'] {
        display: flex;
        justify-content: space-between;
        gap: var(--nic-s2);
        padding: 0.1rem var(--nic-s2);
        cursor: default;
      }
      [role='option'] .set {
        color: var(--nic-quiet);
        white-space: nowrap;
      }
      [role='option'].waiting .set {
        color: var(--nic-warn);
      }
      [role='option']:hover {
        background: var(--nic-sunken);
      }
      [aria-selected='true'],
      [aria-selected='true']:hover {
        background: var(--nic-accent-soft);
        color: var(--nic-accent);
      }
      .value {
        display: grid;
        align-content: start;
        gap: var(--nic-s1);
        min-inline-size: 0;
      }
      .value > select,
      .value > input {
        inline-size: 100%;
        max-inline-size: 18rem;
      }
      .marked > select,
      .marked > input {
        outline: 2px solid var(--nic-accent);
      }
      @container (min-width: 34rem) {
        .tab {
          grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
        }
        [role='listbox'] {
          max-block-size: 26rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) view: HostView | null = null;
  @property({ type: Number }) nic = 0;
  /** A path of the document whose property was asked for. */
  @property() highlight = '';

  @state() private chosen = '';
  @state() private typed: string | null = null;
  @state() private faults: readonly string[] = [];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('nic')) this.choose('');
    if (!changed.has('highlight') || !this.view || !this.highlight) return;
    const wanted = keywordsOfNic(this.view, this.nic).find(({ path }) => path === this.highlight);
    if (wanted) this.choose(wanted.known.name);
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('highlight')) this.scrollToChosen();
  }

  override render() {
    const { view, nic } = this;
    if (!view) return nothing;
    const keywords = keywordsOfNic(view, nic);
    const current = keywords.find(({ known }) => known.name === this.chosen) ?? keywords[0];
    if (!current) return nothing;
    return html`${
        hasKeywords(view)
          ? nothing
          : html`<p class="remark">
              The driver of this version has names of its own for these.
              <nic-hint label="Names of the vendor" .evidence=${vendorNames}></nic-hint>
            </p>`
      }
      <div class="tab">
        <div
          role="listbox"
          tabindex="0"
          aria-label="Property"
          aria-activedescendant="option-${keywords.indexOf(current)}"
          @keydown=${(event: KeyboardEvent) => this.keyed(event, keywords, current)}
        >
          ${keywords.map((keyword, index) => this.option(view, keyword, keyword === current, index))}
        </div>
        ${this.value(view, current)}
      </div>
      ${this.apart(view)}`;
  }

  private option(view: HostView, keyword: Keyword, isChosen: boolean, index: number) {
    const waits = settingAtPath(view, keyword.path)?.waits;
    return html`<div
      role="option"
      id="option-${index}"
      class=${waits ? 'waiting' : ''}
      aria-selected=${isChosen ? 'true' : 'false'}
      @click=${() => this.choose(keyword.known.name)}
    >
      <span>${keyword.label}</span><span class="set">${keyword.shown ?? keyword.installed ?? 'as installed'}${waits ? ', waits' : ''}</span>
    </div>`;
  }

  private value(view: HostView, keyword: Keyword) {
    const { known, path, fault } = keyword;
    const setting = settingAtPath(view, path);
    const faults = this.faults.length ? this.faults : fault ? [fault] : [];
    return html`<div class="value ${path === this.highlight ? 'marked' : ''}">
      <span
        ><label for="value">Value of ${keyword.label}</label>
        <nic-hint label=${keyword.label} help=${known.meaning} .evidence=${known.evidence}></nic-hint
      ></span>
      ${setting?.missing ? html`<output id="value">${keyword.shown ?? '—'}</output>` : this.control(keyword)}
      ${faults.map((text) => html`<p class="fault" role="alert">${text}</p>`)}
      ${setting?.missing ? html`<p class="remark">${setting.missing.sentence}</p>` : nothing}
      <p class="remark">${known.meaning}</p>
      <p class="remark"><code class="mono">${hasKeywords(view) ? known.name : ''}</code> ${this.range(known)}</p>
      ${setting?.isFixed ? html`<p class="remark"><span class="badge">from time 0: the run starts again</span></p>` : nothing}
      ${
        setting?.waits
          ? html`<p class="waits">
              <span>Waits for a restart of ${restartTexts[setting.waits.restart]}; in force: ${inWords(path, setting.waits.inForce)}.</span>
              <button type="button" @click=${() => emit(this, 'host-restart', restartDetail(setting.waits!))}>
                ${restartLabel(view, setting.waits)}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  private range({ allowed }: Keyword['known']): string {
    return allowed.kind === 'range' ? `Takes ${allowedWords(allowed)}.` : '';
  }

  private control(keyword: Keyword) {
    const choices = keywordChoices(keyword);
    const { shown, installed } = keyword;
    if (!choices)
      return html`<input
        id="value"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        .value=${this.typed ?? shown ?? ''}
        @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
        @change=${() => this.typed !== null && this.ask(keyword, this.typed)}
      />`;
    const isListed = choices.some(({ text }) => text === shown);
    const texts = [
      ...(installed === null ? [] : [{ text: null, isOffered: true }]),
      ...(shown !== null && !isListed ? [{ text: shown, isOffered: true }] : []),
      ...choices,
    ];
    return html`<select
      id="value"
      @change=${(event: Event) => this.ask(keyword, texts[(event.target as HTMLSelectElement).selectedIndex]!.text)}
    >
      ${texts.map(
        ({ text, isOffered }) =>
          html`<option .selected=${text === shown} ?disabled=${!isOffered}>
            ${text ?? `As installed (${installed})`}${isOffered ? '' : ' (not on this adapter)'}
          </option>`,
      )}
    </select>`;
  }

  /** The keyword that no tab shows. */
  private apart({ host }: HostView) {
    if (host.os !== 'ws2008r2') return nothing;
    return html`<p class="remark">
      <code class="mono">*RssOrVmqPreference</code> is not among them: this tab never shows it. It can be set in the registry only, at the
      key of the adapter.
      <button type="button" class="link" @click=${() => emit(this, 'host-registry', { nic: this.nic, name: '*RssOrVmqPreference' })}>
        Show it in the registry
      </button>
    </p>`;
  }

  private choose(name: string): void {
    this.chosen = name;
    this.typed = null;
    this.faults = [];
  }

  /** @param text  null: as installed */
  private ask(keyword: Keyword, text: string | null): void {
    const read = text === null ? { edits: [{ path: keyword.path, value: undefined }] } : keywordEdit(keyword, text);
    this.faults = 'fault' in read ? [read.fault] : this.view!.propose(read.edits);
    if (!this.faults.length) this.typed = null;
    this.requestUpdate();
  }

  /** Within the list; the page stays where it is. */
  private scrollToChosen(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('[role=listbox]');
    const option = list?.querySelector<HTMLElement>('[aria-selected=true]');
    if (!list || !option) return;
    const [top, bottom] = [option.offsetTop - list.offsetTop, option.offsetTop - list.offsetTop + option.offsetHeight];
    if (top < list.scrollTop) list.scrollTop = top;
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
  }

  private keyed(event: KeyboardEvent, keywords: readonly Keyword[], current: Keyword): void {
    const at = keywords.indexOf(current);
    const last = keywords.length - 1;
    const steps: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: last };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.choose(keywords[Math.min(last, Math.max(0, next))]!.known.name);
    void this.updateComplete.then(() => this.scrollToChosen());
  }
}

define('nic-host-advanced', NicHostAdvanced);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-advanced': NicHostAdvanced;
  }
}
