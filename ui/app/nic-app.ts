import { LitElement, css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { define } from '../components/element.ts';
import { base } from '../components/theme.ts';
import type { CaptureEngineApi } from '../engine/api.ts';
import '../components/message/message.ts';
import './capture-page.ts';
import { applyUpdate, onUpdateReady } from './pwa.ts';
import { rssDefaults, type RssSettings } from '../features/rss.ts';
import { fragmentOf, fragmentParams, pageOf, pages, type PageId } from './route.ts';
import './theme-switch.ts';

/** The worker of the Lab page; each call starts one. */
const startLabEngine = () => import('../engine/lab-client.ts').then(({ createLab }) => createLab());

/**
 * The site: header, pages by URL fragment, notice of a new version. Owns the one engine that its pages share.
 *
 * @tagname nic-app
 */
export class NicApp extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr;
        min-block-size: 100dvh;
        background: var(--nic-bg);
      }
      header,
      main,
      .notice {
        padding-inline: max(var(--nic-s4), (100% - 100rem) / 2);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--nic-s5);
        min-block-size: 3rem;
        background: var(--nic-surface);
        border-block-end: 1px solid var(--nic-line);
      }
      .name {
        display: inline-flex;
        align-items: center;
        gap: var(--nic-s2);
        font-size: 1rem;
        font-weight: 600;
        letter-spacing: -0.01em;
        color: inherit;
        text-decoration: none;
      }
      .name svg {
        inline-size: 1.25rem;
        block-size: 1.25rem;
      }
      nav {
        display: flex;
        align-self: stretch;
        gap: var(--nic-s1);
      }
      nav a {
        display: inline-flex;
        align-items: center;
        min-block-size: 3rem;
        padding-inline: var(--nic-s2);
        border-block: 2px solid transparent;
        color: var(--nic-quiet);
        text-decoration: none;
      }
      nav a:hover {
        color: var(--nic-text);
      }
      nav a[aria-current] {
        border-block-end-color: var(--nic-accent);
        color: var(--nic-text);
        font-weight: 600;
      }
      nic-theme-switch {
        margin-inline-start: auto;
      }
      .notice {
        padding-block-start: var(--nic-s3);
      }
      main {
        padding-block: var(--nic-s4) var(--nic-s6);
        min-inline-size: 0;
      }
      .skip {
        position: absolute;
        inset-block-start: -4rem;
        padding: var(--nic-s2) var(--nic-s3);
        background: var(--nic-surface);
        z-index: 5;
      }
      .skip:focus {
        inset-block-start: 0;
      }
      @media (max-width: 30rem) {
        header {
          gap: 0 var(--nic-s2);
        }
        nav {
          gap: 0;
        }
        main {
          padding-inline: var(--nic-s2);
        }
        header {
          padding-inline: var(--nic-s3);
        }
      }
      @media (max-width: 24rem) {
        .name span {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  @state() private fragment = location.hash;
  @state() private settings: RssSettings = rssDefaults;
  @state() private updateReady = false;
  @state() private hashLoaded = false;
  @state() private labLoaded = false;
  @state() private running: CaptureEngineApi | null = null;
  @state() private failure = '';
  /** Where each visited page was left; it stays, so that its state does. */
  private readonly left = new Map<PageId, string>();
  private starting: Promise<CaptureEngineApi> | null = null;

  /** The one engine; after a failure the next use tries again. */
  private readonly engine = (): Promise<CaptureEngineApi> => {
    this.starting ??= import('../engine/client.ts').then(({ createEngine }) => createEngine());
    this.starting.then(
      (engine) => (this.running = engine),
      () => (this.starting = null),
    );
    return this.starting;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.navigated);
    void onUpdateReady(() => (this.updateReady = true));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.navigated);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('fragment')) return;
    const page = pageOf(this.fragment);
    this.left.set(page, this.fragment);
    document.title = `${pages.find(({ id }) => id === page)!.label} · nicscope`;
    if (page === 'hash') void this.startHash();
    if (page === 'lab') void this.startLab();
  }

  private async startHash(): Promise<void> {
    try {
      await Promise.all([import('./hash-page.ts').then(() => (this.hashLoaded = true)), this.engine()]);
    } catch (error) {
      this.failure = `The Hash page could not start. ${(error as Error).message}`;
    }
  }

  private async startLab(): Promise<void> {
    try {
      await import('./lab-page.ts');
      this.labLoaded = true;
    } catch (error) {
      this.failure = `The Lab page could not start. ${(error as Error).message}`;
    }
  }

  override render() {
    const page = pageOf(this.fragment);
    return html`<header>
        <button class="skip" type="button" @click=${() => this.renderRoot.querySelector('main')?.focus()}>Skip to content</button>
        <a class="name" href="#capture">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path fill="var(--nic-accent)" d="M2 3h3v14H2zM7 9h3v8H7zM12 6h3v11h-3z" />
            <path fill="var(--nic-hot)" d="M17 1h2v16h-2z" />
          </svg>
          <span>nicscope</span>
        </a>
        <nav aria-label="Pages">
          ${pages.map(
            ({ id, label }) =>
              html`<a href=${this.left.get(id) || fragmentOf(id, new URLSearchParams())} aria-current=${id === page ? 'page' : nothing}
                >${label}</a
              >`,
          )}
        </nav>
        <nic-theme-switch></nic-theme-switch>
      </header>
      <div>
        ${
          this.updateReady
            ? html`<div class="notice">
                <nic-message closable @nic-close=${() => (this.updateReady = false)}
                  >A new version is ready.
                  <button slot="action" type="button" @click=${() => applyUpdate()}>Reload</button>
                </nic-message>
              </div>`
            : nothing
        }
        ${
          this.failure
            ? html`<div class="notice">
                <nic-message severity="error" closable @nic-close=${() => (this.failure = '')}>${this.failure}</nic-message>
              </div>`
            : nothing
        }
        <main
          tabindex="-1"
          @nic-settings-change=${(event: CustomEvent<{ settings: RssSettings }>) => (this.settings = event.detail.settings)}
          @nic-tuple-change=${this.tupleChanged}
        >
          ${this.capture(page)} ${this.hash(page)} ${this.lab(page)}
        </main>
      </div>`;
  }

  private capture(page: PageId) {
    const fragment = this.left.get('capture');
    if (fragment === undefined) return nothing;
    return html`<nic-capture-page
      ?hidden=${page !== 'capture'}
      .engine=${this.engine}
      .settings=${this.settings}
      .fragment=${fragment}
    ></nic-capture-page>`;
  }

  private hash(page: PageId) {
    const fragment = this.left.get('hash');
    if (fragment === undefined || !this.hashLoaded) return nothing;
    return html`<nic-hash-page
      ?hidden=${page !== 'hash'}
      .engine=${this.running}
      .settings=${this.settings}
      .params=${this.paramsOf(fragment)}
    ></nic-hash-page>`;
  }

  private lab(page: PageId) {
    const fragment = this.left.get('lab');
    if (fragment === undefined || !this.labLoaded) return nothing;
    return html`<nic-lab-page
      ?hidden=${page !== 'lab'}
      .active=${page === 'lab'}
      .engine=${startLabEngine}
      .fragment=${fragment}
    ></nic-lab-page>`;
  }

  private lastParams = { fragment: '', params: new URLSearchParams() };

  /** The same object for the same fragment, so that the page sees a change only when there is one. */
  private paramsOf(fragment: string): URLSearchParams {
    if (fragment !== this.lastParams.fragment) this.lastParams = { fragment, params: fragmentParams(fragment) };
    return this.lastParams.params;
  }

  private tupleChanged(event: CustomEvent<{ params: [string, string][] }>): void {
    if (pageOf(location.hash) === 'hash') history.replaceState(null, '', fragmentOf('hash', new URLSearchParams(event.detail.params)));
  }

  /** Pages rewrite their address as they are used; it is kept when another page is shown. */
  private readonly navigated = (event: HashChangeEvent): void => {
    const before = new URL(event.oldURL).hash;
    this.left.set(pageOf(before), before);
    this.fragment = location.hash;
  };
}

define('nic-app', NicApp);
