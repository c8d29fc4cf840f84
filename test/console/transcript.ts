// Transcripts: text files that say what is entered and what must come out.
//
//   %% comment, with the source of what is expected
//   @ os ws2008r2            a new session on the fixture of this version
//   @ not elevated           the same, in a prompt without elevation
//   @ heuristics override    the note about scaling heuristics is due
//   > netstat -to            entered
//   = netsh interface>       what the prompt must be now
//   @ ping 0.4 12 -          the outcome of a ping: milliseconds of each reply, - for none; all that ping prints stands below this line
// The host takes samples for typeperf as soon as it is asked, a second apart.
// All other lines are the output of the line above them, exactly. A blank at the end of a line is written "·", a tab "⇥".

import { addPingReply, addSample, enterLine, newSession, promptText, type Session, type Step } from '../../ui/console/session.ts';
import type { ConsoleState, OsVersion } from '../../ui/console/state.ts';
import type { PingReply } from '../../ui/console/ping.ts';
import { hostFixture, sampleFixture } from './host-fixture.ts';

export const visible = (line: string): string => line.replace(/ +$/, (blanks) => '·'.repeat(blanks.length)).replaceAll('\t', '⇥');

interface Run {
  state: ConsoleState;
  session: Session;
  /** What ping has printed already. */
  heading: readonly string[];
}

function take(run: Run, { session, state, lines }: Step): readonly string[] {
  run.session = session;
  run.state = state;
  return lines;
}

/** Enters a line, and takes the samples that it asks for. */
function enter(run: Run, line: string): readonly string[] {
  const lines = [...take(run, enterLine(run.session, run.state, line))];
  for (let number = 0; run.session.sampling; number++) {
    const { paths, count } = run.session.sampling;
    lines.push(...take(run, addSample(run.session, run.state, sampleFixture(number, paths.length), number + 1 === (count ?? 3))));
  }
  if (!run.session.ping) return lines;
  run.heading = lines;
  return [];
}

function obey(run: Run, directive: string): readonly string[] {
  const [word, ...rest] = directive.split(' ');
  if (word === 'os') {
    run.state = hostFixture(rest[0] as OsVersion);
    run.session = newSession;
  } else if (directive === 'not elevated') run.state = { ...run.state, elevated: false };
  else if (directive === 'heuristics override') run.state = { ...run.state, heuristics: { windowScaling: 'enabled', overriding: true } };
  else if (word === 'ping') {
    const { address } = run.session.ping!.request;
    const lines = [...run.heading];
    for (const text of rest) {
      const reply: PingReply =
        text === '-' ? { kind: 'timed-out' } : { kind: 'reply', from: address, bytes: 32, timeMs: Number(text), timeToLive: 128 };
      lines.push(...take(run, addPingReply(run.session, run.state, reply)));
    }
    return lines;
  } else throw new Error(`Unknown directive: ${directive}`);
  return [];
}

/** The transcript again, with what really came out in place of what is expected. */
export function replayTranscript(text: string): string {
  const run: Run = { state: hostFixture('ws2008r2'), session: newSession, heading: [] };
  const out: string[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    if (line.startsWith('%%')) out.push(line);
    else if (line.startsWith('@ ')) out.push(line, ...obey(run, line.slice(2)).map(visible));
    else if (line.startsWith('= ')) out.push(`= ${visible(promptText(run.session, run.state))}`);
    else if (line.startsWith('> ')) out.push(line, ...enter(run, line.slice(2)).map(visible));
  }
  return `${out.join('\n')}\n`;
}
