import { LitElement, css, html } from 'lit';
import { state } from 'lit/decorators.js';
import { define } from '../components/element.ts';
import { base } from '../components/theme.ts';

const KEY = 'nicscope-theme';
const themes = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const;
type Theme = (typeof themes)[number]['id'];

/** Applies the theme that was chosen on an earlier visit. */
export function restoreTheme(): Theme {
  const stored = themes.find(({ id }) => id === localStorage.getItem(KEY))?.id ?? 'system';
  applyTheme(stored);
  return stored;
}

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/**
 * Light, dark, or as the system has it; remembered.
 *
 * @tagname nic-theme-switch
 */
export class NicThemeSwitch extends LitElement {
  static override styles = [
    base,
    css`
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--nic-s2);
        color: var(--nic-quiet);
      }
      @media (max-width: 30rem) {
        .word {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  @state() private theme: Theme = restoreTheme();

  override render() {
    return html`<label>
      <span class="word">Theme</span>
      <select @change=${this.changed}>
        ${themes.map(({ id, label }) => html`<option value=${id} ?selected=${id === this.theme}>${label}</option>`)}
      </select>
    </label>`;
  }

  private changed(event: Event): void {
    this.theme = (event.target as HTMLSelectElement).value as Theme;
    localStorage.setItem(KEY, this.theme);
    applyTheme(this.theme);
  }
}

define('nic-theme-switch', NicThemeSwitch);
