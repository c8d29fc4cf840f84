// The line being typed: what the arrow keys recall into it and what Tab puts there. The input element holds the text itself, so that
// typing renders nothing.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Completion } from '../../console/complete.ts';
import { cycleLine, cycleMove, cycleStart, cycleText, type Cycle, type CycleStep } from './cycle.ts';
import { noRecall, recallStep, type Recall } from './recall.ts';

/** Asks for what may follow before the cursor. */
export type Complete = (line: string, cursor: number) => Promise<Completion>;

export class LineEditor implements ReactiveController {
  /** What the last Tab did; shown and read out. */
  said = '';
  private recall: Recall = noRecall;
  private cycle: Cycle | null = null;
  /** Grows with every change; an answer to an older line is dropped. */
  private revision = 0;
  private asking = false;
  /** Tabs pressed while the candidates were on their way. */
  private owed: CycleStep[] = [];

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly input: () => HTMLInputElement,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  get line(): string {
    return this.input().value;
  }

  get hasSelection(): boolean {
    const { selectionStart, selectionEnd } = this.input();
    return selectionStart !== selectionEnd;
  }

  /** The line before and behind what is selected. */
  get aroundSelection(): readonly [before: string, after: string] {
    const { value, selectionStart, selectionEnd } = this.input();
    return [value.slice(0, selectionStart ?? value.length), value.slice(selectionEnd ?? value.length)];
  }

  /** The reader changed the line. */
  changed(): void {
    this.revision += 1;
    this.recall = noRecall;
    this.endCycle();
  }

  write(line: string, cursor = line.length): void {
    const input = this.input();
    input.value = line;
    input.setSelectionRange(cursor, cursor);
    // A line that is longer than the input is shown where the cursor is.
    input.scrollLeft = cursor === line.length ? input.scrollWidth : input.scrollLeft;
    this.changed();
  }

  takeLine(): string {
    const { line } = this;
    this.write('');
    return line;
  }

  earlierOrLater(history: readonly string[], step: -1 | 1): void {
    const next = recallStep(history, this.recall, this.line, step);
    if (!next) return;
    this.write(next.line);
    this.recall = next.recall;
  }

  async complete(ask: Complete, step: CycleStep): Promise<void> {
    if (this.cycle) return this.show(cycleMove(this.cycle, step));
    this.owed.push(step);
    if (this.asking) return;
    this.asking = true;
    const { line, revision } = this;
    try {
      const completion = await ask(line, this.input().selectionStart ?? line.length);
      if (revision === this.revision) this.answer(line, completion);
    } catch (error) {
      this.say(`Completion failed: ${(error as Error).message}`);
    } finally {
      this.asking = false;
      this.owed = [];
    }
  }

  private answer(line: string, completion: Completion): void {
    const [first, ...more] = this.owed;
    const start = cycleStart(line, completion, first!);
    if (start) this.show(more.reduce(cycleMove, start));
    else this.say('Nothing completes this line.');
  }

  private show(cycle: Cycle): void {
    const { line, cursor } = cycleLine(cycle);
    this.write(line, cursor);
    this.cycle = cycle;
    this.say(cycleText(cycle));
  }

  private endCycle(): void {
    this.cycle = null;
    this.say('');
  }

  private say(text: string): void {
    if (text === this.said) return;
    this.said = text;
    this.host.requestUpdate();
  }
}
