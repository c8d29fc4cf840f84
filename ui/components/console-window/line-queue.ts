// Lines that were entered, one at a time: the next is sent when the one before it is answered. So a paste of several lines, and what is
// typed while a command runs, goes the way it would in a console window; a question takes the next line as its answer.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { formatCount, formatPlural } from '../format.ts';
import { mostWaiting } from './paste.ts';

export class LineQueue implements ReactiveController {
  waiting: readonly string[] = [];
  /** Why lines were refused. */
  refusal = '';
  /** A line is on its way, and nothing has answered it. */
  private sent = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly isPromptFree: () => boolean,
    private readonly send: (line: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostUpdated(): void {
    this.advance();
  }

  private advance(): void {
    const [next, ...rest] = this.waiting;
    if (next === undefined || !this.isReady) return;
    this.waiting = rest;
    this.sent = true;
    this.host.requestUpdate();
    this.send(next);
  }

  get isReady(): boolean {
    return !this.sent && this.isPromptFree();
  }

  /** The host showed something new. */
  answered(): void {
    if (this.isPromptFree()) this.sent = false;
  }

  add(lines: readonly string[]): boolean {
    const fits = this.waiting.length + lines.length <= mostWaiting;
    this.refusal = fits
      ? ''
      : `Nothing was entered: these are ${formatCount(lines.length)} lines, and at most ${formatCount(mostWaiting)} may wait.`;
    if (fits) this.waiting = [...this.waiting, ...lines];
    this.host.requestUpdate();
    this.advance();
    return fits;
  }

  drop(): void {
    this.waiting = [];
    this.refusal = '';
    this.host.requestUpdate();
  }

  /** As for another host, which owes no answer. */
  reset(): void {
    this.drop();
    this.sent = false;
  }

  get text(): string {
    const { length } = this.waiting;
    if (length === 0) return this.refusal;
    return length === 1
      ? '1 line waits until this command has finished. Ctrl+C drops it.'
      : `${formatPlural(length, 'line')} wait until this command has finished. Ctrl+C drops them.`;
  }
}
