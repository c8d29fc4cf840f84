// What the page and the command are shown of a host's console and counters: plain data that crosses a worker.

import { historyOf, isWaiting, promptText } from '../console/session.ts';
import type { Screen } from '../console/screen.ts';
import type { ConsoleState } from '../console/state.ts';
import type { CounterPath } from '../counters/path.ts';
import { newPrompt, type Prompt } from './prompt.ts';

export type { Completion } from '../console/complete.ts';
export type { CounterSnapshot } from '../counters/sample.ts';

export interface ConsoleView {
  timePs: number;
  screen: Screen;
  /** What is written before the cursor; empty while a command runs. */
  prompt: string;
  /** A command runs: no line is taken but Ctrl+C. */
  busy: boolean;
  /** Lines entered, latest last. */
  history: readonly string[];
  /** `exit` has ended it; the next line opens another. */
  closed: boolean;
  elevated: boolean;
}

/** Counters of a host that are sampled at every multiple of an interval of virtual time. */
export interface CounterWatch {
  host: number;
  /** Without wildcards; all counters where it is left out. */
  paths?: readonly CounterPath[];
  intervalPs: number;
}

/** @param prompt  undefined: nobody has entered anything yet */
export function consoleView(prompt: Prompt | undefined, state: ConsoleState): ConsoleView {
  const { session, screen } = prompt ?? newPrompt(state);
  return {
    timePs: state.timePs,
    screen,
    prompt: promptText(session, state),
    busy: isWaiting(session),
    history: historyOf(session),
    closed: session.closed,
    elevated: state.elevated,
  };
}
