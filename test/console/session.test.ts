// The session: how a line is taken apart, what joins commands, that a recorded session replays exactly.

import { describe, expect, it } from '#test';
import { readInvocation, splitLine, splitWords } from '../../ui/console/command-line.ts';
import {
  addPingReply,
  addSample,
  breakLine,
  enterLine,
  historyOf,
  interruptLine,
  newSession,
  promptText,
  type Session,
} from '../../ui/console/session.ts';
import type { ConsoleState } from '../../ui/console/state.ts';
import { registryFind } from '../../ui/registry/registry.ts';
import { hostFixture, sampleFixture } from './host-fixture.ts';

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
      const reply = { kind: 'reply', from: step.session.ping.request.address, bytes: 32, timeMs: 1, timeToLive: 128 } as const;
      step = addPingReply(step.session, step.state, reply);
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
    expect(registryFind(second.state.registry, 'HKEY_LOCAL_MACHINE\\SOFTWARE\\A')).to.have.property('fault');
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
    expect(addPingReply(ignored.session, state, { kind: 'timed-out' }).lines.at(-1)).to.equal('Microsoft Windows [Version 6.1.7601]');
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
    const step = enterLine(newSession, hostFixture('ws2008r2'), 'reg add HKLM\\SOFTWARE /v a\0b /f');
    expect(step.changes).to.deep.equal([]);
    expect(step.lines).to.deep.equal(['ERROR: Access is denied.']);
    const names = enterLine(newSession, hostFixture('ws2008r2'), `reg add HKLM\\SOFTWARE\\${'x'.repeat(256)} /f`);
    expect(names.changes).to.deep.equal([]);
    expect(names.lines[0]).to.equal('ERROR: Invalid key name.');
  });
  it('registry values', () =>
    expect(changesOf('reg add HKLM\\SOFTWARE\\A /v n /t REG_DWORD /d 0x10 /f')).to.deep.equal([
      {
        kind: 'change-registry',
        change: { kind: 'set', path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\A', name: 'n', value: { type: 'REG_DWORD', data: 16 } },
      },
    ]));
});

describe('Waiting for the host', () => {
  const state = hostFixture('ws2008r2');
  const reply = (timeMs: number) => ({ kind: 'reply', from: '192.168.1.50', bytes: 32, timeMs, timeToLive: 128 }) as const;
  const counter = '"\\Processor(0)\\Interrupts/sec"';

  it('ping prints its heading at once, a line for each reply, and the statistics after the last', () => {
    const first = enterLine(newSession, state, 'ping -n 2 client1 && hostname');
    expect(first.lines).to.deep.equal(['', 'Pinging client1 [192.168.1.50] with 32 bytes of data:']);
    const second = addPingReply(first.session, state, { kind: 'timed-out' });
    expect(second.lines).to.deep.equal(['Request timed out.']);
    expect(promptText(second.session, state)).to.equal('');
    const third = addPingReply(second.session, state, reply(7));
    expect(third.lines[0]).to.equal('Reply from 192.168.1.50: bytes=32 time=7ms TTL=128');
    expect(third.lines).to.include('    Packets: Sent = 2, Received = 1, Lost = 1 (50% loss),');
    expect(third.lines.at(-1)).to.equal('SERVER1');
    expect(third.session.ping).to.equal(null);
  });

  it('typeperf prints its header at once and a line for each sample', () => {
    const first = enterLine(newSession, state, `typeperf ${counter} -si 5 -sc 2 && hostname`);
    expect(first.lines).to.deep.equal(['', '"(PDH-CSV 4.0)","\\\\SERVER1\\Processor(0)\\Interrupts/sec"']);
    const request = {
      paths: [{ computer: 'SERVER1', object: 'Processor', instance: '0', index: 0, counter: 'Interrupts/sec' }],
      intervalSeconds: 5,
      count: 2,
    };
    expect(first.changes).to.deep.equal([{ kind: 'sample-counters', request }]);
    expect(first.session.sampling).to.deep.equal(request);
    expect(promptText(first.session, state)).to.equal('');
    expect(enterLine(first.session, state, 'ver').lines).to.deep.equal([]);
    const second = addSample(first.session, state, { localMs: Date.UTC(2009, 8, 25, 19, 30, 5), values: [null] }, false);
    expect(second.lines).to.deep.equal(['"09/25/2009 19:30:05.000"," "']);
    const last = addSample(second.session, state, { localMs: Date.UTC(2009, 8, 25, 19, 30, 10), values: [1000] }, true);
    expect(last.lines).to.deep.equal(['"09/25/2009 19:30:10.000","1000.000000"', '', 'The command completed successfully.', 'SERVER1']);
    expect(last.session.sampling).to.equal(null);
  });

  it('typeperf expands wildcards, and says what it does not know', () => {
    const step = enterLine(newSession, state, 'typeperf "\\Processor(*)\\DPC Rate" \\Nonsense\\x');
    expect(step.lines[0]).to.match(/^nicscope: There is no object “Nonsense”/);
    expect(step.session.sampling!.paths.map(({ instance }) => instance)).to.deep.equal(['0', '1', '2', '3', '_Total']);
    expect(step.session.sampling!.count).to.equal(null);
    const none = enterLine(newSession, state, 'typeperf nonsense || ver');
    expect(none.lines.slice(0, 3)).to.deep.equal(['', 'Error:', 'No valid counters.']);
    expect(none.lines.at(-1)).to.equal('Microsoft Windows [Version 6.1.7601]');
    expect(none.changes).to.deep.equal([]);
  });

  it('Ctrl+C ends both, and drops the rest of the line', () => {
    const pinging = addPingReply(enterLine(newSession, state, 'ping client1 & hostname').session, state, reply(2)).session;
    const broken = breakLine(pinging, state);
    expect(broken.lines).to.include('    Packets: Sent = 1, Received = 1, Lost = 0 (0% loss),');
    expect(broken.lines.slice(-2)).to.deep.equal(['Control-C', '^C']);
    expect(broken.changes).to.deep.equal([{ kind: 'stop' }]);
    expect(promptText(broken.session, state)).to.equal('C:\\Users\\Administrator>');
    expect(addPingReply(broken.session, state, reply(2)).lines, 'a reply that comes too late').to.deep.equal([]);
    const atOnce = breakLine(enterLine(newSession, state, 'ping client1').session, state);
    expect(atOnce.lines).to.include('    Packets: Sent = 1, Received = 0, Lost = 1 (100% loss),');
    const sampling = enterLine(newSession, state, `typeperf ${counter} & hostname`).session;
    const stopped = breakLine(addSample(sampling, state, sampleFixture(0, 1), false).session, state);
    expect(stopped.lines).to.deep.equal(['^C', '', 'Exiting, please wait...', 'The command completed successfully.']);
    expect(stopped.changes).to.deep.equal([{ kind: 'stop' }]);
    expect(addSample(stopped.session, state, sampleFixture(1, 1), false).lines, 'a sample that comes too late').to.deep.equal([]);
  });

  it('Ctrl+C leaves netsh, a question and an open line', () => {
    for (const line of ['netsh', 'reg delete HKLM\\SYSTEM & hostname', 'host^']) {
      const broken = breakLine(enterLine(newSession, state, line).session, state);
      expect({ ...broken.session, entered: [] }, line).to.deep.equal(newSession);
      expect([broken.lines, broken.changes], line).to.deep.equal([[], []]);
    }
  });

  it('replays Ctrl+C from the lines, and offers it in no history', () => {
    const { session, out } = enterAll(['netsh', interruptLine, 'hostname', interruptLine], state);
    expect(session.entered.map(({ line }) => line)).to.deep.equal(['netsh', interruptLine, 'hostname', interruptLine]);
    expect(out).to.deep.equal(['SERVER1']);
    expect(historyOf(session)).to.deep.equal(['netsh', 'hostname']);
  });
});
