import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import { base } from '../theme.ts';
import { copySelection, copyText, selectedText } from './copying.ts';
import { EndFollower } from './end-follower.ts';
import { exampleButtons, keyDetails } from './help.ts';
import './history-list.ts';
import { wishOf, type Wish } from './keys.ts';
import { LineEditor, type Complete } from './line-editor.ts';
import { LineQueue } from './line-queue.ts';
import { readPaste } from './paste.ts';
import { emptyScreen, isCmdPrompt, screenText, type Screen } from '../../console/screen.ts';
import { screenView } from './screen-view.ts';
import { stripView } from './strip.ts';
import { consoleStyles } from './styles.ts';

/**
 * A command prompt of an emulated host: shows its screen and takes lines. It runs nothing itself, and sends one line at a time. A line counts
 * as answered once `screen`, `prompt` or `busy` has been set anew and there is a prompt; until then further lines wait here.
 *
 * @tagname nic-console-window
 * @slot action - Buttons that go with the note.
 * @csspart screen - The part that scrolls.
 * @fires {CustomEvent<{line: string}>} console-line - A line was entered.
 * @fires {CustomEvent<{line: string}>} console-break - Ctrl+C; `line` is what stood in the input, which is empty now.
 * @fires console-clear - An empty screen is wanted; nothing else changes.
 * @fires console-elevate - A prompt with the rights of an administrator is wanted.
 * @fires console-open - A new prompt is wanted in place of the closed one.
 */
export class NicConsoleWindow extends LitElement {
  static override styles = [base, consoleStyles];

  /** Name of the host. Another host empties the line and drops the lines that wait. */
  @property() computer = '';
  /** "Administrator: Command Prompt" */
  @property() heading = 'Command Prompt';
  @property({ attribute: false }) screen: Screen = emptyScreen;
  /** What stands before the cursor; empty while a line runs. */
  @property() prompt = '';
  /** A command goes on in emulated time. */
  @property({ type: Boolean }) busy = false;
  /** Lines entered before, latest last. */
  @property({ attribute: false }) history: readonly string[] = [];
  /** What the reader should know now, one sentence. */
  @property() note = '';
  @property({ type: Boolean }) elevated = false;
  /** `exit` was entered. */
  @property({ type: Boolean }) closed = false;
  /** Lines to try. */
  @property({ attribute: false }) examples: readonly string[] = [];
  @property({ attribute: false }) complete: Complete | null = null;

  @state() private listed = false;
  /** What came of the button that copies. */
  @state() private copySaid = '';
  @query('#line') private input!: HTMLInputElement;
  @query('.screen') private scroller!: HTMLElement | null;

  /** Before the update: it may take away what has the focus. */
  private hadFocus = false;
  private readonly editor = new LineEditor(this, () => this.input);
  private readonly end = new EndFollower(this, () => this.scroller);
  private readonly queue = new LineQueue(
    this,
    () => this.prompt !== '' && !this.busy && !this.closed,
    (line) => {
      this.end.follow();
      emit(this, 'console-line', { line });
    },
  );

  override focus(): void {
    this.input?.focus();
  }

  /** Types a line, to be looked at and entered. */
  typeLine(line: string): void {
    this.listed = false;
    this.editor.write(line);
    this.focus();
  }

  /** Types a line and enters it; while a command runs it waits. */
  enterLine(line: string): void {
    this.typeLine(line);
    this.obey('enter');
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.hadFocus = (this.renderRoot as ShadowRoot | undefined)?.activeElement != null;
    if (changed.has('screen') || changed.has('prompt') || changed.has('busy')) this.queue.answered();
    if (this.closed && this.queue.waiting.length > 0) this.queue.drop();
    if (!changed.has('computer') || !this.hasUpdated) return;
    this.queue.reset();
    this.end.follow();
    this.listed = false;
    this.editor.write('');
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('closed') || !this.hadFocus) return;
    if (this.closed) this.renderRoot.querySelector<HTMLElement>('.closed button')?.focus();
    else this.focus();
  }

  override render() {
    const { computer, heading, closed } = this;
    return html`<section class="window" aria-label="${heading} of ${computer}">
        <header>
          <h3>${heading} <span>${computer}</span></h3>
          ${
            this.elevated || closed
              ? nothing
              : html`<button type="button" @click=${() => emit(this, 'console-elevate', null)}>Run as administrator</button>`
          }
          <button type="button" @click=${this.copyAll}>Copy all</button>
          <button type="button" @click=${() => emit(this, 'console-clear', null)}>Clear</button>
        </header>
        ${this.screenPart()}
        ${
          this.listed
            ? html`<nic-console-history
                .lines=${this.history}
                @console-pick=${(event: CustomEvent<{ line: string }>) => this.typeLine(event.detail.line)}
                @console-pick-close=${this.closeList}
              ></nic-console-history>`
            : nothing
        }
        ${stripView({
          note: this.note,
          hint: this.hint,
          hasHistory: this.history.length > 0,
          isClosed: closed,
          obey: (wish) => void this.obey(wish),
          interrupt: this.interrupt,
        })}
      </section>
      ${closed ? nothing : exampleButtons(this.examples, (line) => this.typeLine(line))} ${keyDetails()}`;
  }

  private get hint(): string {
    return this.queue.text || this.copySaid || this.editor.said || (this.busy ? 'A command is under way. Ctrl+C stops it.' : '');
  }

  private screenPart() {
    const { computer, screen } = this;
    return html`<div
      class="screen"
      part="screen"
      role="group"
      aria-label="Screen of ${computer}"
      tabindex="0"
      @scroll=${this.end.scrolled}
      @click=${this.clicked}
      @keydown=${this.keyedOnScreen}
      @copy=${(event: ClipboardEvent) => copySelection(event, this.renderRoot)}
    >
      ${
        screen.cutLines > 0
          ? html`<p class="cut">Earlier output, ${formatPlural(screen.cutLines, 'line')}, was cut: the screen is full.</p>`
          : nothing
      }
      <pre role="log" aria-label="Output of ${computer}" aria-live="polite" aria-relevant="additions">${screenView(screen)}</pre>
      ${
        this.closed
          ? html`<p class="closed">
              This prompt was closed.
              <button type="button" @click=${() => emit(this, 'console-open', null)}>Open a new prompt</button>
            </p>`
          : nothing
      }
      ${this.entry()}
    </div>`;
  }

  private entry() {
    const { prompt } = this;
    const isApart = isCmdPrompt(prompt) && this.screen.blocks.length > 0;
    const waits = html`<span class="sr-only">A command runs; a line that is entered now waits for it.</span>`;
    return html`<div class="entry ${isApart ? 'apart' : ''}" ?hidden=${this.closed}>
      <label for="line">${prompt === '' ? waits : prompt}</label>
      <input
        id="line"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck="false"
        enterkeyhint="send"
        aria-describedby="tab-help"
        @keydown=${this.keyed}
        @input=${() => this.editor.changed()}
        @paste=${this.pasted}
      />
      <span id="tab-help" hidden>Tab completes the line; in an empty line it moves on. Escape empties the line.</span>
    </div>`;
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    const wish = wishOf(event);
    if (wish === null || !this.obey(wish)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** @returns whether anything was done; else the key is the browser's */
  private obey(wish: Wish): boolean {
    this.copySaid = '';
    switch (wish) {
      case 'enter':
        this.queue.add([this.editor.takeLine()]);
        return true;
      case 'complete':
      case 'complete-back':
        if (this.editor.line === '' || !this.complete || !this.queue.isReady) return false;
        void this.editor.complete(this.complete, wish === 'complete' ? 1 : -1);
        return true;
      case 'earlier':
      case 'later':
        this.editor.earlierOrLater(this.history, wish === 'earlier' ? -1 : 1);
        return true;
      case 'list':
        this.listed = this.history.length > 0;
        return true;
      case 'clear-line':
        if (this.editor.line === '') return false;
        this.editor.write('');
        return true;
      case 'break':
        if (this.editor.hasSelection || selectedText(this.renderRoot) !== '') return false;
        this.interrupt();
        return true;
      case 'clear-screen':
        emit(this, 'console-clear', null);
        return true;
      case 'page-up':
      case 'page-down':
        this.end.page(wish === 'page-up' ? -1 : 1);
        return true;
    }
  }

  private readonly interrupt = (): void => {
    this.queue.drop();
    this.end.follow();
    emit(this, 'console-break', { line: this.editor.takeLine() });
  };

  private pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    const [before, after] = this.editor.aroundSelection;
    const { lines, rest } = readPaste(before, text, after);
    if (this.queue.add(lines)) this.editor.write(rest);
  }

  private async copyAll(): Promise<void> {
    this.copySaid = await copyText(screenText(this.screen));
  }

  private closeList(): void {
    if (!this.listed) return;
    this.listed = false;
    this.focus();
  }

  /** A click on the screen is a click into the line, unless it ends a selection. */
  private clicked(event: Event): void {
    const target = event.composedPath()[0];
    if (target instanceof HTMLButtonElement || selectedText(this.renderRoot) !== '') return;
    this.input.focus({ preventScroll: true });
  }

  /** What is typed while the screen has the focus goes into the line. */
  private keyedOnScreen(event: KeyboardEvent): void {
    if (event.composedPath()[0] !== this.scroller || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand ? event.key.toLowerCase() === 'v' : event.key.length === 1 && event.key !== ' ') this.focus();
  }
}

define('nic-console-window', NicConsoleWindow);

declare global {
  interface HTMLElementTagNameMap {
    'nic-console-window': NicConsoleWindow;
  }
}
