// A session at the prompt, as plain data: where in netsh one is, a question that waits for an answer, echo requests or samples of counters
// that the host still owes, the lines entered. A line in gives the session after it, changes for the host and lines of text; equal lines on equal
// states give equal sessions, so that a recorded session replays exactly.

import { applyChanges } from './apply.ts';
import { fails, note, says, type Change, type Outcome, type PingRequest, type Question } from './change.ts';
import { longestLine, readInvocation, splitLine, splitWords, type Part } from './command-line.ts';
import { commandName, runCommand } from './commands.ts';
import { netshPrompt, runInNetsh, runNetsh, type NetshPlace } from './netsh/netsh.ts';
import { brokenPingLines, replyLine, statisticsLines, type PingReply } from './ping.ts';
import type { ConsoleState, CounterRequest, CounterSample } from './state.ts';
import { brokenLines, endLines, sampleLine } from './typeperf.ts';

export interface EnteredLine {
  readonly atPs: number;
  readonly line: string;
}

/** A ping under way. */
export interface PingRun {
  readonly request: PingRequest;
  readonly replies: readonly PingReply[];
}

export interface Session {
  readonly place: NetshPlace;
  /** Start of a line that ended in a caret. */
  readonly open: string | null;
  readonly question: Question | null;
  readonly ping: PingRun | null;
  /** What typeperf waits for. */
  readonly sampling: CounterRequest | null;
  /** What of the line is still to run after the question, the ping or typeperf. */
  readonly rest: readonly Part[];
  readonly entered: readonly EnteredLine[];
  readonly closed: boolean;
}

/** What Ctrl+C is among the lines entered: the character that the key sends. */
export const interruptLine = '\u0003';

export const newSession: Session = {
  place: null,
  open: null,
  question: null,
  ping: null,
  sampling: null,
  rest: [],
  entered: [],
  closed: false,
};

/** For the host: no line is taken. */
export const isWaiting = ({ ping, sampling }: Session): boolean => ping !== null || sampling !== null;

export interface Step {
  readonly session: Session;
  /** The state with all changes applied that it holds itself. */
  readonly state: ConsoleState;
  readonly changes: readonly Change[];
  readonly lines: readonly string[];
}

/** What is written before the cursor. Empty while ping or typeperf runs. */
export function promptText(session: Session, { directory }: ConsoleState): string {
  const { place, open, question, closed } = session;
  if (closed || isWaiting(session)) return '';
  if (question) return question.prompt;
  if (open !== null) return 'More? ';
  return place === null ? `${directory}>` : netshPrompt(place);
}

function runPart(state: ConsoleState, text: string): Outcome & { readonly place: NetshPlace } {
  const { name, words } = readInvocation(text);
  return commandName(name) === 'netsh' ? runNetsh(state, words) : { ...runCommand(state, name, words), place: null };
}

/** Carries a step on with an outcome; stops at what has to be waited for. */
function carryOn({ session, state, changes, lines }: Step, outcome: Outcome, place: NetshPlace): Step {
  const ping = outcome.changes.find((change) => change.kind === 'ping');
  const sampling = outcome.changes.find((change) => change.kind === 'sample-counters');
  return {
    session: {
      ...session,
      place,
      question: outcome.question ?? null,
      ping: ping ? { request: ping.request, replies: [] } : null,
      sampling: sampling?.request ?? null,
      closed: outcome.changes.some(({ kind }) => kind === 'close'),
    },
    state: applyChanges(state, outcome.changes),
    changes: [...changes, ...outcome.changes],
    lines: [...lines, ...outcome.lines],
  };
}

const mayRun = ({ joint }: Part, failed: boolean) => joint === 'always' || (joint === 'if-done') === !failed;

function runParts(step: Step, parts: readonly Part[], failedBefore: boolean): Step {
  let at = step;
  let failed = failedBefore;
  for (const [index, part] of parts.entries()) {
    if (!mayRun(part, failed)) continue;
    const outcome = runPart(at.state, part.text);
    at = carryOn(at, outcome, outcome.place);
    failed = outcome.failed;
    const { question, closed, place } = at.session;
    if (closed) break;
    // Lines typed into netsh are not cmd's: the rest of cmd's line runs when netsh is left.
    if (question || isWaiting(at.session) || place !== null) return { ...at, session: { ...at.session, rest: parts.slice(index + 1) } };
  }
  return { ...at, session: { ...at.session, rest: [] } };
}

function answer(step: Step, question: Question, line: string): Step {
  const typed = line.trim().toLowerCase();
  const yes = typed !== '' && 'yes'.startsWith(typed);
  const no = typed !== '' && 'no'.startsWith(typed);
  if (!yes && !no) return step;
  const outcome = yes ? question.yes : question.no;
  const after = carryOn(step, outcome, null);
  return after.session.question ? after : runParts(after, step.session.rest, outcome.failed);
}

function runCmdLine(step: Step, line: string): Step {
  const split = splitLine(line);
  switch (split.kind) {
    case 'open':
      return { ...step, session: { ...step.session, open: split.text } };
    case 'fault':
      return carryOn(step, fails(split.line), null);
    case 'not-emulated':
      return carryOn(step, fails(note(`“${split.operator}” is not emulated: output cannot be piped or redirected.`)), null);
    case 'parts':
      return runParts(step, split.parts, false);
  }
}

function runNetshLine(step: Step, place: readonly string[], line: string): Step {
  const outcome = runInNetsh(step.state, place, splitWords(line));
  const after = carryOn(step, outcome, outcome.place);
  return outcome.place === null ? runParts(after, step.session.rest, false) : after;
}

/** One line entered. Ctrl+C may be one, so that recorded lines replay what was broken off too. */
export function enterLine(session: Session, state: ConsoleState, typed: string): Step {
  const line = /^[^\r\n]*/.exec(typed)![0];
  const recorded: Session = { ...session, entered: [...session.entered, { atPs: state.timePs, line }] };
  const step: Step = { session: recorded, state, changes: [], lines: [] };
  if (line === interruptLine) return breakLine(session, state);
  if (session.closed || isWaiting(session)) return step;
  const whole = session.open === null ? line : session.open + line;
  if (whole.length > longestLine) {
    const outcome = fails('The input line is too long.');
    return carryOn({ ...step, session: { ...recorded, open: null } }, outcome, session.place);
  }
  if (session.question) return answer(step, session.question, line);
  if (session.place !== null) return runNetshLine(step, session.place, line);
  return runCmdLine({ ...step, session: { ...recorded, open: null } }, whole);
}

/** What became of the next echo request that the session waits for; after the last, the rest of the line runs. */
export function addPingReply(session: Session, state: ConsoleState, reply: PingReply): Step {
  const step: Step = { session, state, changes: [], lines: [] };
  if (!session.ping) return step;
  const { request } = session.ping;
  const replies = [...session.ping.replies, reply];
  if (replies.length < request.count) return { ...step, session: { ...session, ping: { request, replies } }, lines: [replyLine(reply)] };
  const outcome = says(replyLine(reply), ...statisticsLines(request, replies, request.count));
  return runParts(carryOn(step, outcome, null), session.rest, !replies.some(({ kind }) => kind === 'reply'));
}

/** The next sample of the counters that the session waits for. @param isLast  as many as asked for are there */
export function addSample(session: Session, state: ConsoleState, sample: CounterSample, isLast: boolean): Step {
  const step: Step = { session, state, changes: [], lines: [] };
  if (!session.sampling) return step;
  const line = sampleLine(sample);
  if (!isLast) return { ...step, lines: [line] };
  return runParts(carryOn(step, says(line, ...endLines), null), session.rest, false);
}

/** Ctrl+C: ends ping, typeperf, a question, netsh and a line that is still open, and drops what of the line was still to run. */
export function breakLine(session: Session, state: ConsoleState): Step {
  if (session.closed) return { session, state, changes: [], lines: [] };
  const { ping, sampling } = session;
  const lines = ping ? brokenPingLines(ping.request, ping.replies) : sampling ? brokenLines : [];
  const entered = [...session.entered, { atPs: state.timePs, line: interruptLine }];
  return { session: { ...newSession, entered }, state, changes: isWaiting(session) ? [{ kind: 'stop' }] : [], lines };
}

/** The lines to be offered again with the arrow keys, latest last. */
export const historyOf = ({ entered }: Session): readonly string[] => {
  const lines = entered.map(({ line }) => line).filter((line) => line.trim() !== '' && line !== interruptLine);
  return lines.filter((line, index) => line !== lines[index - 1]);
};
