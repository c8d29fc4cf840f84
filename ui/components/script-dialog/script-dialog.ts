import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type Difference, differences } from '../../scripts/differences.ts';
import { adapterPath, type Script } from '../../scripts/script.ts';
import { writeScripts } from '../../scripts/scripts.ts';
import { copyText, downloadBytes } from '../copy-text.ts';
import { dialogStyles } from '../dialog-styles.ts';
import { define } from '../element.ts';
import '../lab-tabs/lab-tabs.ts';
import { base } from '../theme.ts';
import {
  cautions,
  type Configuration,
  fileBytes,
  fileName,
  type NamePart,
  nameParts,
  scriptWarnings,
  usableNames,
} from './script-files.ts';
import { scriptStyles } from './styles.ts';
import { differencesView, leftView } from './view.ts';

type Names = Partial<Record<NamePart, string>>;

/**
 * A dialog that writes scripts from one configuration of a host to another, and back.
 *
 * @tagname nic-script-dialog
 * @csspart dialog - The dialog.
 */
export class NicScriptDialog extends LitElement {
  static override styles = [base, dialogStyles, scriptStyles];

  /** What can be chosen, such as the host as opened and now, other hosts, and a server that was read. */
  @property({ attribute: false }) configurations: readonly Configuration[] = [];
  /** Ids of the configurations that scripts lead from and to. */
  @property() from = '';
  @property() to = '';

  @state() private tool = 'netsh';
  @state() private names: readonly Names[] = [];
  @state() private said = '';
  @state() private fault = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  private found: readonly Difference[] = [];
  private scripts: readonly Script[] = [];

  /** Opens the dialog. @param from, to ids to begin with; else the first two configurations */
  show(from?: string, to?: string): void {
    this.from = from ?? this.from;
    this.to = to ?? this.to;
    this.said = '';
    this.fault = '';
    this.dialog.showModal();
  }

  /** For the page: whether the dialog is over it. */
  get isOpen(): boolean {
    return this.dialog?.open ?? false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('configurations') || changed.has('from') || changed.has('to')) {
      const [from, to] = this.chosen;
      this.found = from && to ? differences(from.settings, to.settings) : [];
      this.names = this.namesOf(from, to);
    }
    const [from, to] = this.chosen;
    this.scripts = from && to ? writeScripts(from.settings, to.settings, usableNames(this.names)) : [];
    if (this.scripts.length && !this.scripts.some(({ tool }) => tool === this.tool)) this.tool = this.scripts[0]!.tool;
  }

  override render() {
    const [from, to] = this.chosen;
    return html`<dialog
      part="dialog"
      aria-labelledby="heading"
      @click=${(event: MouseEvent) => event.target === this.dialog && this.dialog.close()}
    >
      <header>
        <h2 id="heading">Scripts for a real server</h2>
        <button type="button" @click=${() => this.dialog.close()}>Close</button>
      </header>
      ${from && to ? this.both(from, to) : html`<section><p>There are no two configurations to compare yet.</p></section>`}
      <p class="sr-only" role="status">${this.said}</p>
    </dialog>`;
  }

  private get chosen(): [Configuration | undefined, Configuration | undefined] {
    const by = (id: string) => this.configurations.find((each) => each.id === id);
    const from = by(this.from) ?? this.configurations.find(({ id }) => id !== this.to);
    return [from, by(this.to) ?? this.configurations.find(({ id }) => id !== from?.id)];
  }

  private readonly adapterName = (index: number) => this.names[index]?.name;

  /** Adapters in which the configurations differ, with the names that either of them has. */
  private namesOf(from: Configuration | undefined, to: Configuration | undefined): Names[] {
    const indexes = this.found.map(({ path }) => adapterPath(path)?.index ?? -1);
    return Array.from({ length: Math.max(-1, ...indexes) + 1 }, (_, index) => {
      const known = [from?.adapters[index], to?.adapters[index]];
      const first = (part: NamePart) => known.map((names) => names?.[part]).find(Boolean) ?? '';
      return { name: first('name'), device: first('device'), subkey: first('subkey') };
    });
  }

  private both(from: Configuration, to: Configuration) {
    const script = this.scripts.find(({ tool }) => tool === this.tool);
    return html`<section>
        <div class="choice">
          ${this.select('From', from, (id) => (this.from = id))} ${this.select('to', to, (id) => (this.to = id))}
          <button
            type="button"
            @click=${() => {
              this.from = to.id;
              this.to = from.id;
            }}
          >
            Swap
          </button>
        </div>
        ${from === to ? html`<p class="caution">These are the same configuration.</p>` : nothing}
      </section>
      ${differencesView(this.found, this.adapterName, from.label, to.label)} ${this.adapterNames()}
      ${this.found.length && script ? this.scriptView(script, to) : nothing}`;
  }

  private select(label: string, chosen: Configuration, choose: (id: string) => void) {
    return html`<label
      >${label}
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${this.configurations.map(({ id, label: text }) => html`<option value=${id} .selected=${id === chosen.id}>${text}</option>`)}
      </select></label
    >`;
  }

  private adapterNames() {
    if (!this.names.length) return nothing;
    return html`<section aria-labelledby="adapters">
      <h3 id="adapters">What the real server calls its adapters</h3>
      ${this.names.map(
        (names, index) =>
          html`<fieldset class="adapter">
            <legend>Adapter ${index + 1}</legend>
            ${nameParts.map((each) => this.nameInput(names, index, each))}
          </fieldset>`,
      )}
    </section>`;
  }

  private nameInput(names: Names, index: number, { part, label, form, wanted }: (typeof nameParts)[number]) {
    const value = names[part] ?? '';
    const isFaulty = value !== '' && !form.test(value);
    return html`<label
      >${label}
      <input
        type="text"
        spellcheck="false"
        autocomplete="off"
        .value=${value}
        aria-invalid=${isFaulty ? 'true' : 'false'}
        @input=${(event: Event) => {
          const written = (event.target as HTMLInputElement).value;
          this.names = this.names.map((each, at) => (at === index ? { ...each, [part]: written } : each));
        }}
      />
      ${isFaulty ? html`<span class="fault">It takes ${wanted}.</span>` : nothing}</label
    >`;
  }

  private scriptView(script: Script, to: Configuration) {
    return html`<section aria-label="Scripts">
      <nic-lab-tabs
        label="Tool"
        .tabs=${this.scripts.map(({ tool, title }) => ({ id: tool, label: title }))}
        selected=${this.tool}
        @nic-lab-tab=${(event: CustomEvent<{ id: string }>) => {
          event.stopPropagation();
          this.tool = event.detail.id;
        }}
      ></nic-lab-tabs>
      <div class="panel" role="tabpanel" aria-label=${script.title}>
        <div class="title">
          <h3>${script.title}</h3>
          <span class="badge">${script.era}</span>
        </div>
        <p class="quiet-text">${cautions[script.tool]} Read a script before you run it.</p>
        ${scriptWarnings(script).map((warning) => html`<p class="caution">${warning}</p>`)}
        ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing} ${this.text(script, to, false)}
        ${this.text(script, to, true)} ${leftView(script.left, this.adapterName)}
      </div>
    </section>`;
  }

  private text(script: Script, to: Configuration, isUndo: boolean) {
    const name = fileName(to, script.tool, isUndo);
    const text = isUndo ? script.undo : script.apply;
    const copied = `Copied: ${name}`;
    return html`<div>
      <div class="title">
        <h4>${isUndo ? 'Undo' : 'Apply'}</h4>
        <button type="button" aria-label="Copy: ${name}" @click=${() => this.copy(text, copied)}>
          ${this.said === copied ? 'Copied' : 'Copy'}
        </button>
        <button type="button" @click=${() => this.download(script, name, text)}>Download ${name}</button>
      </div>
      <pre tabindex="0" role="group" aria-label=${name}>${text}</pre>
    </div>`;
  }

  private async copy(text: string, said: string): Promise<void> {
    const isCopied = await copyText(text);
    this.said = isCopied ? said : '';
    this.fault = isCopied ? '' : 'The browser did not let the page write to the clipboard: select the text and copy it.';
  }

  private download({ tool }: Script, name: string, text: string): void {
    const file = fileBytes(tool, text);
    this.fault = 'fault' in file ? `${name}: ${file.fault}` : '';
    if ('fault' in file) return;
    downloadBytes(new Uint8Array(file.bytes), name, tool === 'reg' ? 'application/octet-stream' : 'text/plain');
    this.said = `Downloaded: ${name}`;
  }
}

define('nic-script-dialog', NicScriptDialog);

declare global {
  interface HTMLElementTagNameMap {
    'nic-script-dialog': NicScriptDialog;
  }
}
