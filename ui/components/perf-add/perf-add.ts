import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { CounterInfo, ObjectInfo, WindowsVersion } from '../../counters/objects.ts';
import { printCounterPath, type CounterCatalog, type CounterPath } from '../../counters/path.ts';
import type { CounterSeries } from '../../counters/series.ts';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import '../hint/hint.ts';
import { base } from '../theme.ts';
import {
  catalogOf,
  chosenPaths,
  extendList,
  firstChoice,
  foundInstances,
  typedPaths,
  type Choice,
  type InstancesByObject,
} from './choice.ts';
import { addStyles } from './styles.ts';

/**
 * The dialog that adds counters: objects of the Windows version, their counters with explanation and evidence, their instances; or a typed
 * path with wildcards. What is chosen is gathered in a list and added at once.
 *
 * @tagname nic-perf-add
 * @csspart dialog - The dialog.
 * @fires {CustomEvent<{paths: CounterPath[]}>} nic-counters-add - Counters are to be added; without wildcards, and none that is shown.
 */
export class NicPerfAdd extends LitElement {
  static override styles = [base, addStyles];

  @property() version: WindowsVersion = 'ws2008r2';
  @property() computer = '';
  @property({ attribute: false }) instances: InstancesByObject = {};
  /** What is shown already. */
  @property({ attribute: false }) series: readonly CounterSeries[] = [];

  @state() private choice: Choice | null = null;
  @state() private list: readonly CounterPath[] = [];
  @state() private typed = '';
  /** What is wrong with the choice or the typed path. */
  @state() private fault: { of: 'choice' | 'path'; text: string } | null = null;
  @state() private note = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  private catalog: CounterCatalog = catalogOf('', 'ws2008r2', {});

  /** Opens the dialog with an empty list; Escape closes it and the focus returns. */
  show(): void {
    this.list = [];
    this.typed = '';
    this.fault = null;
    this.note = '';
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('#objects')?.focus();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!['version', 'computer', 'instances'].some((name) => changed.has(name)) && this.choice) return;
    this.catalog = catalogOf(this.computer, this.version, this.instances);
    const { objects } = this.catalog;
    const there = objects.some(({ name }) => name === this.choice?.object);
    if (!there && objects[0]) this.choice = firstChoice(objects[0], this.catalog);
  }

  private get object(): ObjectInfo | undefined {
    return this.catalog.objects.find(({ name }) => name === this.choice?.object);
  }

  override render() {
    return html`<dialog part="dialog" aria-labelledby="heading">
      <header>
        <h2 id="heading">Add counters of ${this.computer}</h2>
        <button type="button" @click=${() => this.dialog.close()}>Cancel</button>
      </header>
      <div class="content">
        <div class="choose">${this.objectPart()} ${this.counterPart()} ${this.instancePart()}</div>
        <div>
          <button type="button" @click=${this.addChoice}>Add the chosen to the list</button>
          ${this.fault?.of === 'choice' ? html`<span class="fault" role="alert">${this.fault.text}</span>` : nothing}
        </div>
        ${this.pathPart()} ${this.listPart()}
      </div>
      <footer>
        <span role="status">${this.note}</span>
        <button type="button" class="primary" ?disabled=${this.list.length === 0} @click=${this.confirm}>
          ${this.list.length === 0 ? 'Add' : `Add ${formatPlural(this.list.length, 'counter')}`}
        </button>
      </footer>
    </dialog>`;
  }

  private objectPart() {
    const { object } = this;
    const evidence = object?.versions[this.version];
    return html`<div class="part">
      <label for="objects">Object</label>
      <select id="objects" size="10" @change=${(event: Event) => this.chooseObject((event.target as HTMLSelectElement).value)}>
        ${this.catalog.objects.map(({ name }) => html`<option value=${name} .selected=${live(name === object?.name)}>${name}</option>`)}
      </select>
      ${
        object && evidence
          ? html`<p class="quiet-text">
              How it is known that this version of Windows has it:
              <nic-hint label="${object.name} in this version of Windows" .evidence=${evidence}></nic-hint>
            </p>`
          : nothing
      }
    </div>`;
  }

  private counterPart() {
    const { object, choice } = this;
    if (!object || !choice) return nothing;
    const { length } = object.counters;
    return html`<div class="part" role="group" aria-labelledby="counters">
      <h3 id="counters">Counters</h3>
      <ul class="list">
        <li class="all">
          <label>
            <input
              type="checkbox"
              .checked=${live(choice.counters.size === length)}
              .indeterminate=${live(choice.counters.size > 0 && choice.counters.size < length)}
              @change=${this.toggleAllCounters}
            />
            &lt;All counters&gt;
          </label>
        </li>
        ${object.counters.map((counter) => this.counterItem(counter, choice))}
      </ul>
    </div>`;
  }

  private counterItem({ name, unit, explanation, evidence }: CounterInfo, choice: Choice) {
    return html`<li>
      <label>
        <input type="checkbox" .checked=${live(choice.counters.has(name))} @change=${() => this.toggle('counters', name)} />
        ${name} <span class="unit">${unit}</span>
      </label>
      <nic-hint label=${name} help=${`${explanation}${unit ? ` Unit: ${unit}.` : ''}`} .evidence=${evidence}></nic-hint>
    </li>`;
  }

  private instancePart() {
    const { object, choice } = this;
    if (!object || !choice) return nothing;
    const found = foundInstances(object, this.catalog, choice.search);
    const isAny = foundInstances(object, this.catalog, '').length > 0;
    return html`<div class="part" role="group" aria-labelledby="instances">
      <h3 id="instances">Instances</h3>
      ${
        isAny
          ? html`<input
              type="search"
              aria-label="Search instances"
              placeholder="Search"
              .value=${live(choice.search)}
              @input=${(event: Event) => this.change({ search: (event.target as HTMLInputElement).value })}
            />`
          : nothing
      }
      ${
        isAny
          ? html`<ul class="list">
              <li class="all">
                <label>
                  <input type="checkbox" .checked=${live(choice.all)} @change=${() => this.change({ all: !choice.all })} />
                  ${choice.search.trim() === '' ? '<All instances>' : `<All ${found.length} found>`}
                </label>
              </li>
              ${found.map(
                (name) =>
                  html`<li>
                    <label>
                      <input
                        type="checkbox"
                        ?disabled=${choice.all}
                        .checked=${live(choice.all || choice.instances.has(name))}
                        @change=${() => this.toggle('instances', name)}
                      />
                      ${name}
                    </label>
                  </li>`,
              )}
            </ul>`
          : html`<p class="quiet-text">
              ${object.instances === 'none' ? 'This object has no instances.' : 'There is no instance of this object on the computer now.'}
            </p>`
      }
    </div>`;
  }

  private pathPart() {
    const fault = this.fault?.of === 'path' ? this.fault.text : '';
    return html`<form class="part" @submit=${this.addTyped}>
      <label for="path">Or a path; * stands for any text in instances and counters</label>
      <div class="path">
        <input
          id="path"
          class="mono"
          autocomplete="off"
          spellcheck="false"
          placeholder="\\Processor(*)\\% DPC Time"
          .value=${live(this.typed)}
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby=${fault ? 'path-fault' : nothing}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
        />
        <button type="submit">Add to the list</button>
      </div>
      ${fault ? html`<p class="fault" id="path-fault" role="alert">${fault}</p>` : nothing}
    </form>`;
  }

  private listPart() {
    return html`<div class="part">
      <h3 id="list">To be added: ${formatPlural(this.list.length, 'counter')}</h3>
      ${
        this.list.length === 0
          ? nothing
          : html`<ul class="list short" tabindex="0" aria-labelledby="list">
              ${this.list.map((path) => {
                const text = printCounterPath(path);
                return html`<li>
                  <span class="mono">${text}</span>
                  <button type="button" class="quiet" aria-label="Take ${text} from the list" @click=${() => this.take(path)}>×</button>
                </li>`;
              })}
            </ul>`
      }
    </div>`;
  }

  private change(change: Partial<Choice>): void {
    if (this.choice) this.choice = { ...this.choice, ...change };
    if (this.fault?.of === 'choice') this.fault = null;
  }

  private chooseObject(name: string): void {
    const object = this.catalog.objects.find((each) => each.name === name);
    if (object) this.change(firstChoice(object, this.catalog));
  }

  private toggle(set: 'counters' | 'instances', name: string): void {
    const chosen = new Set(this.choice?.[set]);
    if (!chosen.delete(name)) chosen.add(name);
    this.change({ [set]: chosen });
  }

  private toggleAllCounters(): void {
    const names = this.object?.counters.map(({ name }) => name) ?? [];
    this.change({ counters: new Set(this.choice?.counters.size === names.length ? [] : names) });
  }

  private addChoice(): void {
    if (this.choice) this.extend('choice', chosenPaths(this.choice, this.catalog));
  }

  private addTyped(event: Event): void {
    event.preventDefault();
    if (this.extend('path', typedPaths(this.typed, this.catalog))) this.typed = '';
  }

  /** @returns whether the list took them */
  private extend(of: 'choice' | 'path', more: { paths: CounterPath[] } | { fault: string }): boolean {
    const longer = 'fault' in more ? more : extendList(this.list, more.paths, this.series);
    if ('fault' in longer) {
      this.fault = { of, text: longer.fault };
      return false;
    }
    this.fault = null;
    this.note = longer.left > 0 ? `${formatPlural(longer.left, 'counter')} left out: shown or in the list already.` : '';
    this.list = longer.list;
    return true;
  }

  private take(path: CounterPath): void {
    this.list = this.list.filter((other) => other !== path);
  }

  private confirm(): void {
    emit(this, 'nic-counters-add', { paths: [...this.list] });
    this.dialog.close();
  }
}

define('nic-perf-add', NicPerfAdd);

declare global {
  interface HTMLElementTagNameMap {
    'nic-perf-add': NicPerfAdd;
  }
}
