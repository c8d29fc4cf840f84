import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { rssHashTypeFields, type HashTypeField } from '../../features/rss.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';

/**
 * Which hash types are on. Types of later Windows versions are set apart and say so.
 *
 * @tagname nic-hash-types
 * @fires {CustomEvent<{hashFlags: number}>} nic-hash-types-change - A type was switched.
 */
export class NicHashTypes extends LitElement {
  static override styles = [
    base,
    css`
      .types {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
        gap: 0 var(--nic-s2);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--nic-s2);
        min-block-size: 1.5rem;
      }
      input {
        margin: 0;
      }
      .era {
        padding-block-start: var(--nic-s1);
        font-size: var(--nic-size-small);
        color: var(--nic-quiet);
      }
    `,
  ];

  @property({ type: Number }) hashFlags = 0;

  override render() {
    const of = (era: HashTypeField['era']) => rssHashTypeFields.filter((field) => field.era === era);
    return html`<fieldset>
      <legend>Hash types</legend>
      <div class="types">${of('this').map((field) => this.box(field))}</div>
      <p class="era" id="later">Later Windows only; this era hashes UDP by addresses</p>
      <div class="types" role="group" aria-labelledby="later">${of('later').map((field) => this.box(field))}</div>
    </fieldset>`;
  }

  private box({ flag, label }: HashTypeField) {
    return html`<label
      ><input
        type="checkbox"
        .checked=${(this.hashFlags & flag) !== 0}
        @change=${(event: Event) => {
          const on = (event.target as HTMLInputElement).checked;
          emit(this, 'nic-hash-types-change', { hashFlags: on ? this.hashFlags | flag : this.hashFlags & ~flag });
        }}
      />${label}</label
    >`;
  }
}

define('nic-hash-types', NicHashTypes);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-types': NicHashTypes;
  }
}
