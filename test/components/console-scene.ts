// A prompt on the stage, joined to the console of a fixed host the way a page joins it: lines in, screen and prompt out.
// The outcome of a ping comes when the test says so.

import { html } from 'lit';
import { complete } from '../../ui/console/complete.ts';
import {
  addPingReply,
  breakLine,
  enterLine,
  historyOf,
  isWaiting,
  newSession,
  promptText,
  type Session,
  type Step,
} from '../../ui/console/session.ts';
import type { ConsoleState, OsVersion } from '../../ui/console/state.ts';
import { bannerLines } from '../../ui/console/versions.ts';
import { exampleLines, windowTitle } from '../../ui/console/window-texts.ts';
import '../../ui/components/console-window/console-window.ts';
import type { NicConsoleWindow } from '../../ui/components/console-window/console-window.ts';
import { screenClear, screenEnter, screenExtend, screenStart } from '../../ui/console/screen.ts';
import { hostFixture } from '../console/host-fixture.ts';
import { staged } from './fakes.ts';

export interface Scene {
  readonly element: NicConsoleWindow;
  readonly input: HTMLInputElement;
  /** Lines that the host was given, in order. */
  readonly entered: string[];
  /** Ends the ping that is under way. */
  finish(): void;
  session(): Session;
}

export function joinConsole(element: NicConsoleWindow, start: ConsoleState): Omit<Scene, 'input'> {
  const entered: string[] = [];
  let state = start;
  let session = newSession;

  function show(step: Step): void {
    ({ session, state } = step);
    if (step.changes.some(({ kind }) => kind === 'clear-screen')) element.screen = screenClear(element.screen);
    else element.screen = screenExtend(element.screen, step.lines);
    element.prompt = promptText(session, state);
    element.busy = isWaiting(session);
    element.closed = session.closed;
    element.history = historyOf(session);
  }
  function echo(typed: string): void {
    element.screen = screenEnter(element.screen, { prompt: element.prompt, typed, lines: [], timePs: state.timePs });
  }

  element.computer = state.computerName;
  element.heading = windowTitle(state.os, state.elevated);
  element.elevated = state.elevated;
  element.screen = screenStart(bannerLines(state.os), 0);
  element.prompt = promptText(session, state);
  element.examples = exampleLines(state.os);
  element.complete = (line, cursor) => Promise.resolve(complete(session, state, line, cursor));
  element.addEventListener('console-line', (event) => {
    const { line } = (event as CustomEvent<{ line: string }>).detail;
    entered.push(line);
    echo(line);
    element.prompt = '';
    // As from a worker: later.
    setTimeout(() => show(enterLine(session, state, line)));
  });
  element.addEventListener('console-break', (event) => {
    if (!isWaiting(session)) echo(`${(event as CustomEvent<{ line: string }>).detail.line}^C`);
    show(breakLine(session, state));
  });
  element.addEventListener('console-clear', () => (element.screen = screenClear(element.screen)));
  const reply = { kind: 'reply', from: '192.168.1.20', bytes: 32, timeMs: 1, timeToLive: 128 } as const;
  return {
    element,
    entered,
    session: () => session,
    finish: () => {
      while (session.ping) show(addPingReply(session, state, reply));
    },
  };
}

export async function consoleScene(os: OsVersion = 'ws2008r2', change: Partial<ConsoleState> = {}): Promise<Scene> {
  const element = await staged<NicConsoleWindow>(html`<nic-console-window></nic-console-window>`);
  const scene = joinConsole(element, hostFixture(os, change));
  await element.updateComplete;
  return { ...scene, input: element.shadowRoot!.querySelector('input')! };
}
