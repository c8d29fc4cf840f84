// Transcripts: text files that say what is entered and what must come out.
//
//   %% comment, with the source of what is expected
//   @ os ws2008r2            a new session on the fixture of this version
//   @ not elevated           the same, in a prompt without elevation
//   @ heuristics override    the note about scaling heuristics is due
//   > netstat -to            entered
//   = netsh interface>       what the prompt must be now
//   @ ping 0.4 12 -          the outcome of a ping: milliseconds of each reply, - for none
// All other lines are the output of the line above them, exactly. A blank at the end of a line is written "·", a tab "⇥".

import { enterLine, finishPing, newSession, promptText, type Session } from '../../ui/console/session.ts';
import type { ConsoleState, OsVersion } from '../../ui/console/state.ts';
import type { PingReply } from '../../ui/console/ping.ts';
import { hostFixture } from './host-fixture.ts';

export const visible = (line: string): string => line.replace(/ +$/, (blanks) => '·'.repeat(blanks.length)).replaceAll('\t', '⇥');

interface Run {
  state: ConsoleState;
  session: Session;
}

function obey(run: Run, directive: string): readonly string[] {
  const [word, ...rest] = directive.split(' ');
  if (word === 'os') {
    run.state = hostFixture(rest[0] as OsVersion);
    run.session = newSession;
  } else if (directive === 'not elevated') run.state = { ...run.state, elevated: false };
  else if (directive === 'heuristics override') run.state = { ...run.state, heuristics: { windowScaling: 'enabled', overriding: true } };
  else if (word === 'ping') {
    const replies = rest.map((text): PingReply =>
      text === '-'
        ? { kind: 'timed-out' }
        : { kind: 'reply', from: run.session.ping!.address, bytes: 32, timeMs: Number(text), timeToLive: 128 },
    );
    const step = finishPing(run.session, run.state, replies);
    run.session = step.session;
    return step.lines;
  } else throw new Error(`Unknown directive: ${directive}`);
  return [];
}

/** The transcript again, with what really came out in place of what is expected. */
export function replayTranscript(text: string): string {
  const run: Run = { state: hostFixture('ws2008r2'), session: newSession };
  const out: string[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    if (line.startsWith('%%')) out.push(line);
    else if (line.startsWith('@ ')) out.push(line, ...obey(run, line.slice(2)).map(visible));
    else if (line.startsWith('= ')) out.push(`= ${visible(promptText(run.session, run.state))}`);
    else if (line.startsWith('> ')) {
      const step = enterLine(run.session, run.state, line.slice(2));
      run.session = step.session;
      run.state = step.state;
      out.push(line, ...step.lines.map(visible));
    }
  }
  return `${out.join('\n')}\n`;
}
