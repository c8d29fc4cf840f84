// A session at the prompt, as plain data: where in netsh one is, a question that waits for an answer, an echo request whose outcome the
// host still owes, the lines entered. A line in gives the session after it, changes for the host and lines of text; equal lines on equal
// states give equal sessions, so that a recorded session replays exactly.

import { applyChanges } from './apply.ts';
import { fails, note, says, type Change, type Outcome, type PingRequest, type Question } from './change.ts';
import { longestLine, readInvocation, splitLine, splitWords, type Part } from './command-line.ts';
import { commandName, runCommand } from './commands.ts';
import { netshPrompt, runInNetsh, runNetsh, type NetshPlace } from './netsh/netsh.ts';
import { pingLines, type PingReply } from './ping.ts';
import type { ConsoleState } from './state.ts';

export interface EnteredLine {
  readonly atPs: number;
  readonly line: string;
}

export interface Session {
  readonly place: NetshPlace;
  /** Start of a line that ended in a caret. */
  readonly open: string | null;
  readonly question: Question | null;
  readonly ping: PingRequest | null;
  /** What of the line is still to run after the question or the ping. */
  readonly rest: readonly Part[];
  readonly entered: readonly EnteredLine[];
  readonly closed: boolean;
}

export const newSession: Session = { place: null, open: null, question: null, ping: null, rest: [], entered: [], closed: false };

export interface Step {
  readonly session: Session;
  /** The state with all changes applied that it holds itself. */
  readonly state: ConsoleState;
  readonly changes: readonly Change[];
  readonly lines: readonly string[];
}

/** What is written before the cursor. Empty while a ping runs. */
export function promptText({ place, open, question, ping, closed }: Session, { directory }: ConsoleState): string {
  if (closed || ping) return '';
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
  return {
    session: {
      ...session,
      place,
      question: outcome.question ?? null,
      ping: ping?.kind === 'ping' ? ping.request : null,
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
    const { question, ping, closed, place } = at.session;
    if (closed) break;
    // Lines typed into netsh are not cmd's: the rest of cmd's line runs when netsh is left.
    if (question || ping || place !== null) return { ...at, session: { ...at.session, rest: parts.slice(index + 1) } };
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

/** One line entered. */
export function enterLine(session: Session, state: ConsoleState, typed: string): Step {
  const line = /^[^\r\n]*/.exec(typed)![0];
  const recorded: Session = { ...session, entered: [...session.entered, { atPs: state.timePs, line }] };
  const step: Step = { session: recorded, state, changes: [], lines: [] };
  if (session.closed || session.ping) return step;
  const whole = session.open === null ? line : session.open + line;
  if (whole.length > longestLine) {
    const outcome = fails('The input line is too long.');
    return carryOn({ ...step, session: { ...recorded, open: null } }, outcome, session.place);
  }
  if (session.question) return answer(step, session.question, line);
  if (session.place !== null) return runNetshLine(step, session.place, line);
  return runCmdLine({ ...step, session: { ...recorded, open: null } }, whole);
}

/** What became of the echo requests that the session waits for. */
export function finishPing(session: Session, state: ConsoleState, replies: readonly PingReply[]): Step {
  const step: Step = { session, state, changes: [], lines: [] };
  if (!session.ping) return step;
  const outcome = says(...pingLines(state.os, session.ping, replies));
  return runParts(carryOn(step, outcome, null), session.rest, !replies.some(({ kind }) => kind === 'reply'));
}

/** The lines to be offered again with the arrow keys, latest last. */
export const historyOf = ({ entered }: Session): readonly string[] => {
  const lines = entered.map(({ line }) => line).filter((line) => line.trim() !== '');
  return lines.filter((line, index) => line !== lines[index - 1]);
};
