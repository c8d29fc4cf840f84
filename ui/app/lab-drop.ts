// Files and texts that are dropped or pasted while the Lab page is shown. Listens before the Capture page, which stays in the document and
// takes what is dropped as a capture.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { carriesFiles, fileOf } from '../components/capture-files.ts';

const isEditable = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

export class LabDrop implements ReactiveController {
  /** A file is over the page. */
  over = false;
  private depth = 0;

  /** @param isShown  whether the page is the one in view */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly isShown: () => boolean,
    private readonly takeFile: (file: File) => void,
    private readonly takeText: (text: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const [type, listener] of this.listeners) window.addEventListener(type, listener as EventListener, { capture: true });
  }

  hostDisconnected(): void {
    for (const [type, listener] of this.listeners) window.removeEventListener(type, listener as EventListener, { capture: true });
  }

  private readonly listeners = [
    ['dragenter', (event: DragEvent) => this.count(event, 1)],
    ['dragleave', (event: DragEvent) => this.count(event, -1)],
    ['dragover', (event: DragEvent) => this.claim(event) && event.preventDefault()],
    ['drop', (event: DragEvent) => this.dropped(event)],
    ['paste', (event: ClipboardEvent) => this.pasted(event)],
  ] as const;

  private claim(event: DragEvent): boolean {
    if (!this.isShown() || !carriesFiles(event.dataTransfer)) return false;
    event.stopImmediatePropagation();
    return true;
  }

  /** Enter and leave fire for every element that the pointer crosses. */
  private count(event: DragEvent, change: number): void {
    if (!this.claim(event)) return;
    event.preventDefault();
    this.depth = Math.max(0, this.depth + change);
    this.over = this.depth > 0;
    this.host.requestUpdate();
  }

  private dropped(event: DragEvent): void {
    if (!this.claim(event)) return;
    event.preventDefault();
    this.depth = 0;
    this.over = false;
    this.host.requestUpdate();
    const file = fileOf(event.dataTransfer);
    if (file) this.takeFile(file);
  }

  private pasted(event: ClipboardEvent): void {
    if (!this.isShown() || isEditable(event.composedPath()[0])) return;
    event.stopImmediatePropagation();
    const file = fileOf(event.clipboardData);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!file && !text.trim()) return;
    event.preventDefault();
    if (file) this.takeFile(file);
    else this.takeText(text);
  }
}
