// Random and mutated lines, fixed seed: no line throws, loops, writes without bound, or leaves a session that cannot go on.

import { describe, expect, it } from '#test';
import { complete } from '../../ui/console/complete.ts';
import { commandNames } from '../../ui/console/commands.ts';
import {
  addPingReply,
  addSample,
  breakLine,
  enterLine,
  isWaiting,
  newSession,
  promptText,
  type Session,
  type Step,
} from '../../ui/console/session.ts';
import type { ConsoleState, OsVersion } from '../../ui/console/state.ts';
import { Random } from '../build/random.ts';
import { fuzzIterations } from '../fuzz/iterations.ts';
import { hostFixture, sampleFixture } from './host-fixture.ts';

const words = [
  ...commandNames,
  ...'interface tcp ip ipv4 show set add delete reset dump global heuristics chimneyport chimneyports chimneystats offload'.split(' '),
  ...'rss=enabled chimney = dca= state=enabled localport=* remoteport=70000 taskoffload=disabled default automatic'.split(' '),
  ...'.. bye exit ? /? help -ano -t -s -e -p tcp -n -l 99999 -sc 5 -si 0 /v /ve /va /t /d /f /s REG_DWORD REG_MULTI_SZ'.split(' '),
  ...'HKLM HKLM\\SYSTEM HKLM\\\\ HKXX\\y "HKLM\\SOFTWARE\\a\\0b" __proto__ constructor toString client1 192.168.1.50 ::1 yes no \u0003'.split(
    ' ',
  ),
  ...'&& || & | > ^ ^^ " "" \\" % ( ) = , ; query print -4 /r /a =net @PCI* * Get-NetAdapterRss Set-NetTCPSetting'.split(' '),
];

function randomLine(random: Random): string {
  if (random.oneIn(12)) return String.fromCharCode(...Array.from({ length: random.below(60) }, () => random.between(1, 0xff)));
  const line = Array.from({ length: random.between(1, 9) }, () => random.pick(words)).join(random.oneIn(10) ? '' : ' ');
  if (!random.oneIn(3) || line === '') return line;
  const at = random.below(line.length);
  const cut = random.below(4);
  return line.slice(0, at) + (random.oneIn(2) ? String.fromCharCode(random.between(32, 126)) : '') + line.slice(at + cut);
}

/** The host answers what it is asked, a few times; then somebody presses Ctrl+C. */
function answer(first: Step): Step {
  let step = first;
  for (let turn = 0; isWaiting(step.session) && turn < 20; turn++) {
    const { sampling } = step.session;
    step = sampling
      ? addSample(step.session, step.state, sampleFixture(turn, sampling.paths.length), turn + 1 === sampling.count)
      : addPingReply(step.session, step.state, { kind: 'timed-out' });
    expect(step.lines.length).to.be.greaterThan(0);
  }
  return isWaiting(step.session) ? breakLine(step.session, step.state) : step;
}

/** Lines of one step at most: the longest help times the commands that fit into a line. */
const mostLines = 8191 * 60;

function check(session: Session, state: ConsoleState, line: string): { session: Session; state: ConsoleState } {
  complete(session, state, line, Math.floor(line.length / 2));
  let step = enterLine(session, state, line);
  expect(step.lines.length, line).to.be.lessThan(mostLines);
  for (const text of step.lines) expect(text, line).not.to.match(/[\r\n]|undefined|NaN|\[object/);
  expect(step.session.entered.length).to.equal(session.entered.length + 1);
  step = answer(step);
  expect(isWaiting(step.session), line).to.equal(false);
  expect(promptText(step.session, step.state)).to.be.a('string');
  return step.session.closed || step.session.entered.length > 200 ? { session: newSession, state: hostFixture(state.os) } : step;
}

describe('Random lines at the prompt', () => {
  for (const os of ['ws2003sp2', 'ws2008', 'ws2008r2'] satisfies OsVersion[])
    it(os, () => {
      const random = new Random(0x5eed);
      let at: { session: Session; state: ConsoleState } = { session: newSession, state: hostFixture(os) };
      for (let count = 0; count < fuzzIterations(4000); count++) at = check(at.session, at.state, randomLine(random));
    });
});
