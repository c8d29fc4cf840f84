import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { parseRegistryPath, printRegistryPath, registryRoots, shortRegistryPath } from '../../registry/paths.ts';
import { type RegForm } from '../../registry/reg-file.ts';
import { registryFind, type Registry } from '../../registry/registry.ts';
import type { RegistryValue } from '../../registry/values.ts';
import type { DocumentEdit } from '../../scenario/windows-edits.ts';
import { keyEdits, registryEdits, registryOf } from '../../windows/registry-view.ts';
import { downloadBytes } from '../copy-text.ts';
import { define, emit } from '../element.ts';
import { hostIcons } from '../host-manager/icons.ts';
import { rowStyles } from '../host-manager/styles.ts';
import type { HostView } from '../host-manager/view.ts';
import '../lab-tree/lab-tree.ts';
import { base } from '../theme.ts';
import { deleteValueEdits, exportKey } from './import-changes.ts';
import { importFile, type ImportReport, reportTemplate } from './import-file.ts';
import { keyTree, knownOfKey, nameText, sameName, valuesOf } from './key-tree.ts';
import './known-list.ts';
import type { ValueDraft } from './registry-form.ts';
import './registry-values.ts';
import { registryStyles } from './styles.ts';

const OPENING_KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters';

/**
 * The registry of a host as Registry Editor shows it. Known values are settings of the document; a change of either changes the other.
 *
 * @tagname nic-host-registry
 * @fires {CustomEvent<{line: string}>} host-run - A command is to be shown in the console.
 */
export class NicHostRegistry extends LitElement {
  static override styles = [base, rowStyles, registryStyles];

  @property({ attribute: false }) view: HostView | null = null;

  @state() private key = OPENING_KEY;
  @state() private chosen: string | null = null;
  @state() private draft: ValueDraft | null = null;
  @state() private refused: readonly string[] = [];
  @state() private newKey: string | null = null;
  @state() private isDeleting = false;
  @state() private report: ImportReport | null = null;
  @state() private isOver = false;
  @query('input[type=file]') private picker!: HTMLInputElement;

  private registry: Registry | null = null;

  /** Shows a value at its key; one that is not there yet is offered to be made. */
  show(path: string, name: string): void {
    this.open(path);
    this.chosen = name;
    const { view } = this;
    const known = view && knownOfKey(view.host, path).find((one) => sameName(one.name, name));
    const value = view && valuesOf(registryOf(view.host), path).find((one) => sameName(one.name, name));
    if (known && !value) this.edit({ name: known.name, type: known.type, value: null });
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('view') || !this.view) return;
    this.registry = registryOf(this.view.host);
    const found = this.key === '' ? null : registryFind(this.registry, this.key);
    if (found && 'fault' in found) this.open(this.parentOf(this.key));
  }

  override render() {
    const { view, registry } = this;
    if (!view || !registry) return nothing;
    return html`<div
      class=${this.isOver ? 'over' : ''}
      @dragover=${this.dragged}
      @dragleave=${() => (this.isOver = false)}
      @drop=${this.dropped}
    >
      <nic-known-list
        .host=${view.host}
        @registry-goto=${({ detail }: CustomEvent<{ path: string; name: string }>) => this.show(detail.path, detail.name)}
      ></nic-known-list>
      <div class="buttons">
        <button type="button" @click=${() => this.picker.click()}>Import .reg file</button>
        <button type="button" ?disabled=${this.key === ''} @click=${() => this.export(registry, 'version 5')}>Export this key</button>
        <button type="button" ?disabled=${this.key === ''} @click=${() => this.export(registry, 'regedit4')}>Export as REGEDIT4</button>
        <button type="button" ?disabled=${this.key === ''} @click=${() => emit(this, 'host-run', { line: this.query })}>
          Show in the console
        </button>
        <input type="file" hidden tabindex="-1" aria-hidden="true" accept=".reg" @change=${this.picked} />
      </div>
      ${this.report ? reportTemplate(this.report, () => (this.report = null)) : nothing}
      <div class="panes">
        <div class="keys">
          <nic-lab-tree
            label="Keys"
            .root=${keyTree(registry, 'Computer')}
            .selected=${this.key}
            .icons=${hostIcons}
            @nic-lab-node=${(event: CustomEvent<{ path: string }>) => {
              event.stopPropagation();
              this.open(event.detail.path);
            }}
          ></nic-lab-tree>
        </div>
        <div class="values">
          ${this.keyHead(registry)}
          ${
            this.key === ''
              ? nothing
              : html`<nic-registry-values
                  .host=${view.host}
                  .registry=${registry}
                  .key=${this.key}
                  .chosen=${this.chosen}
                  .draft=${this.draft}
                  .refused=${this.refused}
                  @registry-choose=${this.asked}
                  @registry-edit=${this.asked}
                  @registry-delete=${this.asked}
                  @registry-save=${this.asked}
                  @registry-cancel=${this.asked}
                ></nic-registry-values>`
          }
        </div>
      </div>
    </div>`;
  }

  private keyHead(registry: Registry) {
    const { key } = this;
    const isRoot = key === '' || Object.hasOwn(registryRoots, key);
    return html`<p class="path mono">${key === '' ? 'Computer' : key}</p>
      <div class="buttons">
        <button type="button" ?disabled=${key === ''} @click=${() => this.edit({ name: '', type: 'REG_DWORD', value: null })}>
          New value
        </button>
        <button type="button" ?disabled=${key === ''} @click=${() => (this.newKey = '')}>New key</button>
        <button type="button" ?disabled=${isRoot} @click=${() => (this.isDeleting = true)}>Delete key</button>
      </div>
      ${
        this.newKey === null
          ? nothing
          : html`<form class="inline" aria-label="New key" @submit=${this.makeKey}>
              <label
                >Name of the new key
                <input
                  type="text"
                  autocomplete="off"
                  .value=${this.newKey}
                  @input=${(event: Event) => (this.newKey = (event.target as HTMLInputElement).value)}
              /></label>
              <button type="submit">Make key</button>
              <button type="button" @click=${this.calm}>Cancel</button>
            </form>`
      }
      ${
        this.isDeleting
          ? html`<p class="inline">
              Delete ${shortRegistryPath(key)} and all below it?
              <button type="button" @click=${() => this.deleteKey(registry)}>Delete</button>
              <button type="button" @click=${this.calm}>Keep</button>
            </p>`
          : nothing
      }
      ${this.draft ? nothing : this.refused.map((fault) => html`<p class="fault" role="alert">${fault}</p>`)}`;
  }

  private get query(): string {
    const path = shortRegistryPath(this.key);
    return `reg query ${/\s/.test(path) ? `"${path}"` : path}`;
  }

  private parentOf(path: string): string {
    return path.split('\\').slice(0, -1).join('\\');
  }

  private open(path: string): void {
    this.calm();
    this.key = path;
    this.chosen = null;
  }

  private readonly calm = (): void => {
    this.draft = null;
    this.newKey = null;
    this.isDeleting = false;
    this.refused = [];
  };

  /** What the list of values asks for. */
  private readonly asked = (event: CustomEvent<unknown>): void => {
    event.stopPropagation();
    switch (event.type) {
      case 'registry-choose':
        this.calm();
        this.chosen = (event.detail as { name: string }).name;
        break;
      case 'registry-edit':
        this.edit((event.detail as { draft: ValueDraft }).draft);
        break;
      case 'registry-delete':
        this.deleteValue((event.detail as { name: string }).name);
        break;
      case 'registry-save': {
        const { name, value } = event.detail as { name: string; value: RegistryValue };
        this.save(name, value);
        break;
      }
      default:
        this.calm();
    }
  };

  private edit(draft: ValueDraft): void {
    this.calm();
    this.draft = draft;
    this.chosen = draft.value || draft.name ? draft.name : null;
    void this.focusForm();
  }

  private async focusForm(): Promise<void> {
    await this.updateComplete;
    const values = this.renderRoot.querySelector('nic-registry-values');
    await values?.updateComplete;
    values?.focus();
  }

  private save(name: string, value: RegistryValue): void {
    const { host, index } = this.view!;
    const exists = valuesOf(this.registry!, this.key).some((one) => sameName(one.name, name));
    if (!this.draft?.value && exists) {
      this.refused = [`${nameText(name)} exists in this key already; modify it, or choose another name.`];
      return;
    }
    this.ask(registryEdits(host, index, this.key, name, value), () => (this.chosen = name));
  }

  private deleteValue(name: string): void {
    const { wanted, index } = this.view!;
    const edits = deleteValueEdits(wanted, index, this.key, name);
    if (edits.length) this.ask(edits, () => (this.chosen = null));
    else this.refused = [`${nameText(name)} belongs to the driver of the adapter, which keeps it; give it another value instead.`];
  }

  private readonly makeKey = (event: Event): void => {
    event.preventDefault();
    const { host, index } = this.view!;
    const path = parseRegistryPath(`${this.key}\\${this.newKey ?? ''}`);
    if ('fault' in path || !this.newKey || this.newKey.includes('\\')) {
      this.refused = ['fault' in path ? path.fault : 'A key has a name, without a backslash.'];
      return;
    }
    const edits = keyEdits(host, index, printRegistryPath(path));
    if (!edits.length) this.refused = [`The key ${this.newKey} exists already.`];
    else this.ask(edits, () => (this.key = printRegistryPath(path)));
  };

  private deleteKey(registry: Registry): void {
    const { host, index } = this.view!;
    const path = this.key;
    const edits = registryEdits(host, index, path, null, null);
    this.calm();
    if (edits.length) this.ask(edits, () => undefined);
    else if (!('fault' in registryFind(registry, path)))
      this.refused = ['Windows keeps this key: it holds settings of Windows or of an adapter.'];
  }

  /** Asks for edits; what was refused stands beside the form. */
  private ask(edits: readonly DocumentEdit[], done: () => void): void {
    const refused = this.view!.propose(edits);
    if (!refused.length) {
      this.calm();
      done();
    }
    this.refused = refused;
  }

  private export(registry: Registry, form: RegForm): void {
    const file = exportKey(registry, this.key, form);
    if ('fault' in file) this.refused = [file.fault];
    else downloadBytes(new Uint8Array(file.bytes), `${this.key.split('\\').at(-1)}.reg`, 'application/octet-stream');
  }

  private readonly picked = (): void => {
    const file = this.picker.files?.[0];
    this.picker.value = '';
    if (file) void this.import(file);
  };

  private readonly dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    this.isOver = true;
  };

  private readonly dropped = (event: DragEvent): void => {
    this.isOver = false;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void this.import(file);
  };

  /** Takes a file in; what it says and what of it is refused is listed. */
  async import(file: File): Promise<void> {
    if (this.view) this.report = await importFile(file, this.view);
  }
}

define('nic-host-registry', NicHostRegistry);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-registry': NicHostRegistry;
  }
}
