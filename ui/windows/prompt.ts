// The command prompt of a host during a run: its session, its screen, and the echo requests or samples that a command waits for.
// Emulated computers have a clock: it starts at an arbitrary time of the year in which Windows Server 2008 R2 came out.

import type { Change } from '../console/change.ts';
import type { PingReply } from '../console/ping.ts';
import {
  addPingReply,
  addSample,
  enterLine,
  interruptLine,
  isWaiting,
  newSession,
  promptText,
  type Session,
  type Step,
} from '../console/session.ts';
import { screenClear, screenEnter, screenExtend, screenStart, type Screen } from '../console/screen.ts';
import type { ConsoleState } from '../console/state.ts';
import { bannerLines } from '../console/versions.ts';
import { objectsOf } from '../counters/objects.ts';
import { sampleValues, type CounterSnapshot } from '../counters/sample.ts';
import type { EchoAnswer } from './host-view.ts';

/** Of the emulated computers at time 0, local: 22 October 2009, 09:00:00. */
export const CLOCK_START_MS = Date.UTC(2009, 9, 22, 9);
const MS = 1e9;
const SECOND = 1e12;

export const localMs = (timePs: number): number => CLOCK_START_MS + Math.floor(timePs / MS);

/** What a command waits for. */
export type Run =
  | { readonly kind: 'ping'; readonly sequence: number; readonly sentPs: number; readonly nextPs: number; readonly answered: boolean }
  | { readonly kind: 'sampling'; readonly before: CounterSnapshot; readonly taken: number; readonly nextPs: number };

export interface Prompt {
  readonly session: Session;
  readonly screen: Screen;
  readonly run: Run | null;
}

/** Prompt after a step, and what the host has to carry out. */
export interface Progress {
  readonly prompt: Prompt;
  readonly changes: readonly Change[];
}

/** Sends an echo request, and tells its number. */
export type SendEcho = (request: NonNullable<Session['ping']>['request']) => number;

/** What a prompt asks the world. */
export interface PromptHost {
  readonly state: ConsoleState;
  readonly counters: CounterSnapshot;
  readonly send: SendEcho;
  answer(sequence: number): EchoAnswer | null;
}

export const newPrompt = (state: ConsoleState): Prompt => ({
  session: newSession,
  screen: screenStart(bannerLines(state.os), state.timePs),
  run: null,
});

/** When an answer is looked for after a request, and then in steps until the request has timed out. */
const LOOKS_PS = [1, 2, 5, 10, 20, 50, 100, 200, 500].map((ms) => ms * MS);
const LOOK_STEP_PS = SECOND / 4;

function nextLookPs(sentPs: number, nowPs: number, timeoutPs: number): number {
  const first = LOOKS_PS.find((look) => sentPs + look > nowPs);
  return Math.min(first === undefined ? nowPs + LOOK_STEP_PS : sentPs + first, Math.max(sentPs + timeoutPs, nowPs + 1));
}

const timeoutPs = ({ ping }: Session): number => Math.max(ping!.request.timeoutMs, 500) * MS; // Windows waits half a second at least

function sendNext(session: Session, host: PromptHost): Run {
  const { timePs } = host.state;
  const sequence = host.send(session.ping!.request);
  return { kind: 'ping', sequence, sentPs: timePs, nextPs: nextLookPs(timePs, timePs, timeoutPs(session)), answered: false };
}

/** What has to be waited for after a step. */
function runAfter(session: Session, host: PromptHost): Run | null {
  if (session.ping) return sendNext(session, host);
  if (!session.sampling) return null;
  return { kind: 'sampling', before: host.counters, taken: 0, nextPs: host.state.timePs + session.sampling.intervalSeconds * SECOND };
}

function screenAfter(screen: Screen, { changes, lines }: Step): Screen {
  return changes.some(({ kind }) => kind === 'clear-screen') ? screenClear(screen) : screenExtend(screen, lines);
}

/** One line entered. */
export function promptEnter(prompt: Prompt, host: PromptHost, line: string): Progress {
  const { state } = host;
  const before = prompt.session.closed ? newPrompt(state) : prompt;
  const step = enterLine(before.session, state, line);
  const wasWaiting = isWaiting(before.session);
  const typed = line === interruptLine ? '^C' : line;
  const head = wasWaiting
    ? before.screen
    : screenEnter(before.screen, { prompt: promptText(before.session, state), typed, lines: [], timePs: state.timePs });
  const isStillWaiting = wasWaiting && isWaiting(step.session);
  const run = isStillWaiting ? before.run : runAfter(step.session, { ...host, state: step.state });
  return { prompt: { session: step.session, screen: screenAfter(head, step), run }, changes: step.changes };
}

function replyOf(answer: EchoAnswer, sentPs: number, { state }: PromptHost, target: string): PingReply {
  if (answer.kind === 'reply')
    return { kind: 'reply', from: target, bytes: answer.bytes, timeMs: (answer.atPs - sentPs) / MS, timeToLive: answer.timeToLive };
  if (answer.kind === 'unreachable') {
    // The host itself says so, from an address of the same family.
    const own = state.adapters.flatMap(({ addresses }) => addresses.map(({ address }) => address));
    return { kind: 'unreachable', from: own.find((address) => address.includes(':') === target.includes(':')) ?? target };
  }
  return { kind: answer.kind };
}

function pingDue(prompt: Prompt, run: Extract<Run, { kind: 'ping' }>, host: PromptHost): Progress {
  const { session } = prompt;
  const { timePs } = host.state;
  if (run.answered) return { prompt: { ...prompt, run: sendNext(session, host) }, changes: [] };
  const { address } = session.ping!.request;
  const answer = host.answer(run.sequence);
  const limit = timeoutPs(session);
  const reply: PingReply | null = answer
    ? replyOf(answer, run.sentPs, host, address)
    : timePs >= run.sentPs + limit
      ? { kind: 'timed-out' }
      : null;
  if (!reply) return { prompt: { ...prompt, run: { ...run, nextPs: nextLookPs(run.sentPs, timePs, limit) } }, changes: [] };
  const step = addPingReply(session, host.state, reply);
  const goesOn = step.session.ping?.request === session.ping!.request;
  const next: Run | null = goesOn
    ? { ...run, answered: true, nextPs: Math.max(run.sentPs + SECOND, timePs + 1) }
    : runAfter(step.session, { ...host, state: step.state });
  return { prompt: { session: step.session, screen: screenAfter(prompt.screen, step), run: next }, changes: step.changes };
}

function sampleDue(prompt: Prompt, run: Extract<Run, { kind: 'sampling' }>, host: PromptHost): Progress {
  const { session } = prompt;
  const request = session.sampling!;
  const { state, counters } = host;
  const taken = run.taken + 1;
  const isLast = request.count !== null && taken >= request.count;
  const values = sampleValues(objectsOf(state.os), request.paths, run.before, counters);
  const step = addSample(session, state, { localMs: localMs(state.timePs), values }, isLast);
  const next: Run | null = isLast
    ? runAfter(step.session, { ...host, state: step.state })
    : { kind: 'sampling', before: counters, taken, nextPs: run.nextPs + request.intervalSeconds * SECOND };
  return { prompt: { session: step.session, screen: screenAfter(prompt.screen, step), run: next }, changes: step.changes };
}

/** Time has come to what a prompt waits for. Precondition: it waits. */
export function promptDue(prompt: Prompt, host: PromptHost): Progress {
  const { run } = prompt;
  return run!.kind === 'ping'
    ? pingDue(prompt, run as Extract<Run, { kind: 'ping' }>, host)
    : sampleDue(prompt, run as Extract<Run, { kind: 'sampling' }>, host);
}
