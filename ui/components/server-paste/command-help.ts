import { LitElement, css, html } from 'lit';
import { state } from 'lit/decorators.js';
import { copyText } from '../copy-text.ts';
import { define } from '../element.ts';
import { base } from '../theme.ts';
import { commandGroups, type ServerCommand } from './commands.ts';
import { pasteStyles } from './styles.ts';

/**
 * The commands whose output can be read, by system, each with a copy button.
 *
 * @tagname nic-command-help
 */
export class NicCommandHelp extends LitElement {
  static override styles = [
    base,
    pasteStyles,
    css`
      p {
        color: var(--nic-quiet);
      }
    `,
  ];

  @state() private copied = '';

  override render() {
    return html`<div class="commands">
      ${commandGroups.map(
        ({ system, note, commands }) =>
          html`<h3>${system}</h3>
            <p>${note}</p>
            <ul>
              ${commands.map((command) => this.command(command))}
            </ul>`,
      )}
      <p class="sr-only" role="status">${this.copied ? `Copied: ${this.copied}` : ''}</p>
    </div>`;
  }

  private command({ text, tells }: ServerCommand) {
    return html`<li>
      <span><code>${text}</code><span class="where">${tells}</span></span>
      <button type="button" aria-label="Copy: ${text}" @click=${() => this.copy(text)}>${this.copied === text ? 'Copied' : 'Copy'}</button>
    </li>`;
  }

  private async copy(text: string): Promise<void> {
    this.copied = (await copyText(text)) ? text : '';
  }
}

define('nic-command-help', NicCommandHelp);

declare global {
  interface HTMLElementTagNameMap {
    'nic-command-help': NicCommandHelp;
  }
}
