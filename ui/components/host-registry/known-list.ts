import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KnownValue } from '../../registry/known-values.ts';
import { shortRegistryPath } from '../../registry/paths.ts';
import type { Host } from '../../scenario/schema.ts';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import '../hint/hint.ts';
import { base } from '../theme.ts';
import { placesOfKnown, searchKnown } from './key-tree.ts';
import { allowedSentence, defaultSentence, netshSentence } from './known-words.ts';

/**
 * A search among the registry values that govern the features: what each means, takes and is without being set, and a way to its key.
 *
 * @tagname nic-known-list
 * @fires {CustomEvent<{path: string, name: string}>} registry-goto - A value is to be shown at its key.
 */
export class NicKnownList extends LitElement {
  static override styles = [
    base,
    css`
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s2);
      }
      input {
        flex: 1 1 12rem;
        min-inline-size: 0;
      }
      ul {
        max-block-size: 18rem;
        overflow: auto;
        margin-block-start: var(--nic-s1);
        border: 1px solid var(--nic-line);
        border-radius: var(--nic-radius);
      }
      li {
        padding: var(--nic-s1) var(--nic-s2);
        line-height: 1.35;
      }
      li + li {
        border-block-start: 1px solid var(--nic-line);
      }
      li.absent b {
        color: var(--nic-quiet);
      }
      .quiet-text {
        font-size: var(--nic-size-small);
        overflow-wrap: anywhere;
      }
      li button {
        min-block-size: 1.5rem;
        padding-inline: 0.25rem;
        font-size: var(--nic-size-small);
      }
    `,
  ];

  @property({ attribute: false }) host: Host | null = null;
  @state() private text = '';

  override render() {
    const { host } = this;
    if (!host) return nothing;
    const found = this.text.trim() === '' ? [] : searchKnown(this.text, host.os);
    return html`<label
        >Search known values
        <input
          type="search"
          autocomplete="off"
          placeholder="RSS, chimney, VMQ, …"
          .value=${this.text}
          @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
        />
      </label>
      <span class="sr-only" aria-live="polite">${this.text.trim() === '' ? '' : formatPlural(found.length, 'known value')}</span>
      ${
        this.text.trim() === ''
          ? nothing
          : found.length
            ? html`<ul aria-label="Known values" tabindex="0">
                ${found.map((known) => this.entry(host, known))}
              </ul>`
            : html`<p class="quiet-text">No known value has these words. Values that no feature reads can be kept all the same.</p>`
      }`;
  }

  private entry(host: Host, known: KnownValue) {
    const isThere = known.versions[host.os] !== undefined;
    const places = placesOfKnown(host, known);
    return html`<li class=${isThere ? '' : 'absent'}>
      <b class="mono">${known.name}</b> ${known.label ? `“${known.label}”` : ''}
      <nic-hint label=${known.name} help=${known.meaning} .evidence=${known.evidence}></nic-hint>
      <p>${known.meaning}</p>
      <p class="quiet-text">${allowedSentence(known)} ${netshSentence(known, host.os) || defaultSentence(known, host.os)}</p>
      <p class="quiet-text">
        ${places.map(
          ({ path, adapter }) =>
            html`<button type="button" class="quiet" title=${path} @click=${() => emit(this, 'registry-goto', { path, name: known.name })}>
              ${adapter === null ? `Go to ${shortRegistryPath(path).split('\\').slice(-2).join('\\')}` : `Go to the key of ${adapter}`}
            </button>`,
        )}
      </p>
    </li>`;
  }
}

define('nic-known-list', NicKnownList);

declare global {
  interface HTMLElementTagNameMap {
    'nic-known-list': NicKnownList;
  }
}
