// The session: how a line is taken apart, what joins commands, that a recorded session replays exactly.

import { describe, expect, it } from '#test';
import { readInvocation, splitLine, splitWords } from '../../ui/console/command-line.ts';
import { enterLine, finishPing, historyOf, newSession, promptText, type Session } from '../../ui/console/session.ts';
import type { ConsoleState } from '../../ui/console/state.ts';
import { hostFixture } from './host-fixture.ts';

describe('Words of a program', () => {
  // First rows: the examples of "Parsing C command-line arguments" (Microsoft C runtime).
  const rows: readonly (readonly [text: string, words: readonly string[]])[] = [
    ['"abc" d e', ['abc', 'd', 'e']],
    [String.raw`a\\b d"e f"g h`, [String.raw`a\\b`, 'de fg', 'h']],
    [String.raw`a\\\"b c d`, [String.raw`a\"b`, 'c', 'd']],
    [String.raw`a\\\\"b c" d e`, [String.raw`a\\b c`, 'd', 'e']],
    ['', []],
    ['  a\t b  ', ['a', 'b']],
    ['""', ['']],
    ['"open end', ['open end']],
    [String.raw`HKLM\A\ /v x`, ['HKLM\\A\\', '/v', 'x']],
  ];
  for (const [text, words] of rows) it(text || '(nothing)', () => expect(splitWords(text)).to.deep.equal(words));
});

describe('Lines of cmd', () => {
  const partsOf = (line: string) => {
    const split = splitLine(line);
    return split.kind === 'parts' ? split.parts.map(({ joint, text }) => `${joint}: ${text}`) : [split.kind];
  };
  const rows: readonly (readonly [line: string, parts: readonly string[]])[] = [
    ['a && b || c & d', ['always: a', 'if-done: b', 'if-failed: c', 'always: d']],
    ['a "&&" b', ['always: a "&&" b']],
    ['a ^& b', ['always: a & b']],
    ['a "^" b', ['always: a "^" b']],
    ['a^', ['open']],
    ['a &&', ['fault']],
    ['&& a', ['fault']],
    ['a | b', ['not-emulated']],
    ['', []],
  ];
  for (const [line, parts] of rows) it(line || '(nothing)', () => expect(partsOf(line)).to.deep.equal(parts));

  it('ends the name of a command before a slash', () =>
    expect(readInvocation('ipconfig/all')).to.deep.equal({ name: 'ipconfig', words: ['/all'] }));
});

/** Enters the lines one after another; pings are answered with one reply each. */
function enterAll(lines: readonly string[], start: ConsoleState) {
  let state = start;
  let session: Session = newSession;
  const out: string[] = [];
  for (const line of lines) {
    let step = enterLine(session, state, line);
    out.push(...step.lines);
    if (step.session.ping) {
      const reply = { kind: 'reply', from: step.session.ping.address, bytes: 32, timeMs: 1, timeToLive: 128 } as const;
      step = finishPing(step.session, step.state, [reply]);
      out.push(...step.lines);
    }
    ({ session, state } = step);
  }
  return { session, state, out };
}

describe('A session', () => {
  const lines = [
    'netsh int tcp set global rss=disabled && netsh int tcp show global',
    'netsh',
    'interface tcp',
    'set global netdma=disabled',
    'bye',
    'ping -n 1 client1 && ver',
    'reg add HKLM\\SOFTWARE\\A /v b /d c',
    'reg delete HKLM\\SOFTWARE\\A',
    'y',
    'netstat -ano',
  ];

  it('lets a command see what the one before it changed', () => {
    const { out, state } = enterAll(lines.slice(0, 1), hostFixture('ws2008r2'));
    expect(out).to.include('Receive-Side Scaling State          : disabled');
    expect(state.globals.rss).to.equal('disabled');
  });

  it('replays exactly from the lines it recorded', () => {
    const first = enterAll(lines, hostFixture('ws2008r2'));
    expect(first.session.entered.map(({ line }) => line)).to.deep.equal(lines);
    const second = enterAll(
      first.session.entered.map(({ line }) => line),
      hostFixture('ws2008r2'),
    );
    expect(second.out).to.deep.equal(first.out);
    expect(second.session).to.deep.equal(first.session);
    expect(second.state.registry.find('HKEY_LOCAL_MACHINE\\SOFTWARE\\A')).to.equal(null);
  });

  it('records when a line was entered', () =>
    expect(enterLine(newSession, hostFixture('ws2008', { timePs: 5e12 }), 'ver').session.entered).to.deep.equal([
      { atPs: 5e12, line: 'ver' },
    ]));

  it('takes no line while a ping runs, and goes on after it', () => {
    const state = hostFixture('ws2008r2');
    const waiting = enterLine(newSession, state, 'ping -n 1 client1 && hostname || ver').session;
    expect(promptText(waiting, state)).to.equal('');
    const ignored = enterLine(waiting, state, 'ver');
    expect(ignored.lines).to.deep.equal([]);
    expect(finishPing(ignored.session, state, [{ kind: 'timed-out' }]).lines.at(-1)).to.equal('Microsoft Windows [Version 6.1.7601]');
  });

  it('runs the rest of a line when netsh is left', () => {
    const state = hostFixture('ws2008r2');
    const inside = enterLine(newSession, state, 'netsh && hostname');
    expect(inside.lines).to.deep.equal([]);
    expect(enterLine(inside.session, state, 'exit').lines).to.deep.equal(['SERVER1']);
  });

  it('closes', () => {
    const state = hostFixture('ws2008r2');
    const closed = enterLine(newSession, state, 'exit & ver');
    expect(closed.lines).to.deep.equal([]);
    expect(closed.changes).to.deep.equal([{ kind: 'close' }]);
    expect(enterLine(closed.session, state, 'ver').lines).to.deep.equal([]);
  });

  it('refuses lines that are longer than cmd takes', () =>
    expect(enterLine(newSession, hostFixture('ws2008'), 'a'.repeat(8192)).lines).to.deep.equal(['The input line is too long.']));

  it('offers lines again, without blank ones and repetitions', () => {
    const { session } = enterAll(['ver', 'ver', '', 'hostname', 'ver'], hostFixture('ws2008'));
    expect(historyOf(session)).to.deep.equal(['ver', 'hostname', 'ver']);
  });
});

describe('Changes for the host', () => {
  const changesOf = (line: string, state = hostFixture('ws2008r2')) => enterLine(newSession, state, line).changes;
  it('restarts of the computer', () => {
    expect(changesOf('shutdown /r /t 0')).to.deep.equal([{ kind: 'restart-computer', afterSeconds: 0 }]);
    expect(changesOf('shutdown -r')).to.deep.equal([{ kind: 'restart-computer', afterSeconds: 30 }]);
    expect(changesOf('shutdown /a')).to.deep.equal([{ kind: 'abort-restart' }]);
    expect(changesOf('shutdown /s')).to.deep.equal([]);
    expect(changesOf('shutdown /r', hostFixture('ws2008r2', { elevated: false }))).to.deep.equal([]);
  });
  it('restarts of adapters', () =>
    expect(changesOf('devcon restart =net')).to.deep.equal([
      { kind: 'restart-adapter', interfaceIndex: 11 },
      { kind: 'restart-adapter', interfaceIndex: 13 },
    ]));
  it('echo requests', () =>
    expect(changesOf('ping -n 2 -l 1472 -f 192.168.1.50')).to.deep.equal([
      {
        kind: 'ping',
        request: {
          target: '192.168.1.50',
          address: '192.168.1.50',
          count: 2,
          bytes: 1472,
          timeToLive: 128,
          timeoutMs: 4000,
          dontFragment: true,
        },
      },
    ]));
  it('nothing that the registry refuses', () => {
    const step = enterLine(newSession, hostFixture('ws2008r2'), `reg add HKLM\\SOFTWARE /v ${'x'.repeat(101)} /f`);
    expect(step.changes).to.deep.equal([]);
    expect(step.lines).to.deep.equal(['ERROR: Access is denied.']);
  });
  it('registry values', () =>
    expect(changesOf('reg add HKLM\\SOFTWARE\\A /v n /t REG_DWORD /d 0x10 /f')).to.deep.equal([
      { kind: 'registry-set', path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\A', name: 'n', value: { type: 'REG_DWORD', data: 16 } },
    ]));
});
