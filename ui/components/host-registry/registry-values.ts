import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { KnownValue } from '../../registry/known-values.ts';
import type { Registry } from '../../registry/registry.ts';
import type { NamedValue } from '../../registry/values.ts';
import type { Host } from '../../scenario/schema.ts';
import { define, emit } from '../element.ts';
import '../hint/hint.ts';
import { rowStyles } from '../host-manager/styles.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { knownOfKey, nameText, sameName, valuesOf } from './key-tree.ts';
import { allowedSentence, defaultSentence, forceSentence, netshSentence, readingSentence } from './known-words.ts';
import './registry-form.ts';
import type { ValueDraft } from './registry-form.ts';
import { listText } from './value-text.ts';

/**
 * The values of a key: the list, what is known of the chosen one, and the form of the one that is edited.
 *
 * @tagname nic-registry-values
 * @fires {CustomEvent<{name: string}>} registry-choose - A value was chosen.
 * @fires {CustomEvent<{draft: ValueDraft}>} registry-edit - A value is to be made or modified.
 * @fires {CustomEvent<{name: string}>} registry-delete - A value is to be deleted.
 * @fires {CustomEvent<{name: string, value: RegistryValue}>} registry-save - A value is to be written.
 * @fires registry-cancel - The form is to be closed.
 */
export class NicRegistryValues extends LitElement {
  static override styles = [
    base,
    tableStyles,
    rowStyles,
    css`
      .data {
        max-inline-size: 20rem;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .about {
        margin-block-start: var(--nic-s2);
        padding-inline-start: var(--nic-s2);
        border-inline-start: 2px solid var(--nic-line);
      }
    `,
  ];

  @property({ attribute: false }) host: Host | null = null;
  @property({ attribute: false }) registry: Registry | null = null;
  @property() key = '';
  @property({ attribute: false }) chosen: string | null = null;
  /** null: no value is edited. */
  @property({ attribute: false }) draft: ValueDraft | null = null;
  /** Why what was written was refused. */
  @property({ attribute: false }) refused: readonly string[] = [];

  override focus(): void {
    this.renderRoot.querySelector('nic-registry-form')?.focus();
  }

  override render() {
    const { host, registry, key } = this;
    if (!host || !registry) return nothing;
    const values = valuesOf(registry, key);
    const known = knownOfKey(host, key);
    const knownOf = ({ name }: NamedValue) => known.find((one) => sameName(one.name, name));
    const absent = known.filter((one) => !one.netsh?.[host.os] && !values.some((value) => sameName(value.name, one.name)));
    const chosen = this.chosen === null ? undefined : values.find(({ name }) => sameName(name, this.chosen!));
    const aboutWhat = known.find(({ name }) => this.chosen !== null && sameName(name, this.chosen));
    return html`<div class="scroll" role="group" aria-label="Values" tabindex="0">
        <table>
          <thead>
            <tr>
              ${['Name', 'Type', 'Data'].map((label) => html`<th scope="col">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${values.map((value) => this.valueRow(value, value === chosen, knownOf(value)))}
          </tbody>
        </table>
      </div>
      ${values.length ? nothing : html`<p class="remark">The key has no values.</p>`}
      ${
        absent.length
          ? html`<p class="remark">
              Read here and not set:
              ${absent.map(
                ({ name, type }) =>
                  html`<button type="button" class="link mono" @click=${() => this.edit({ name, type, value: null })}>${name}</button> `,
              )}
            </p>`
          : nothing
      }
      ${
        chosen
          ? html`<div class="buttons">
              <button type="button" @click=${() => this.edit({ ...chosen, type: chosen.value.type })}>
                Modify ${nameText(chosen.name)}
              </button>
              <button type="button" @click=${() => emit(this, 'registry-delete', { name: chosen.name })}>
                Delete ${nameText(chosen.name)}
              </button>
            </div>`
          : nothing
      }
      ${aboutWhat ? this.about(host, registry, aboutWhat) : nothing}
      <nic-registry-form .draft=${this.draft} .refused=${this.refused}></nic-registry-form>`;
  }

  private valueRow(value: NamedValue, isChosen: boolean, known: KnownValue | undefined) {
    const { name, value: data } = value;
    return html`<tr class=${isChosen ? 'selected' : ''} @dblclick=${() => this.edit({ name, type: data.type, value: data })}>
      <th scope="row">
        <button
          type="button"
          class="row-button"
          aria-pressed=${isChosen ? 'true' : 'false'}
          @click=${() => emit(this, 'registry-choose', { name })}
        >
          ${nameText(name)}
        </button>
        ${known ? html`<span class="badge">known</span>` : nothing}
      </th>
      <td>${data.type}</td>
      <td class="data">${listText(data)}</td>
    </tr>`;
  }

  private about({ os }: Host, registry: Registry, known: KnownValue) {
    return html`<div class="about">
      <h3>
        ${known.name} ${known.label ? `“${known.label}”` : ''}
        <nic-hint label=${known.name} help=${known.meaning} .evidence=${known.evidence}></nic-hint>
      </h3>
      <p>${known.meaning}</p>
      <p class="remark">
        ${allowedSentence(known)} ${netshSentence(known, os) || this.effect(os, registry, known)}
        <nic-hint label="When it comes into force" .evidence=${known.netsh?.[os]?.evidence ?? known.force.evidence}></nic-hint>
      </p>
    </div>`;
  }

  private effect(os: Host['os'], registry: Registry, known: KnownValue): string {
    const reading = readingSentence(registry, os, known, this.key.split('\\').at(-1)!);
    return `${defaultSentence(known, os)} ${reading} ${forceSentence(known)}`;
  }

  private edit(draft: ValueDraft): void {
    emit(this, 'registry-edit', { draft });
  }
}

define('nic-registry-values', NicRegistryValues);

declare global {
  interface HTMLElementTagNameMap {
    'nic-registry-values': NicRegistryValues;
  }
}
