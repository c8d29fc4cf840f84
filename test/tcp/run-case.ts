// Plays one case of a script against a connection of the core and says which line did not hold, and what came instead.

import { TcpEvent, TcpFlag, TcpHost, TcpOption, TcpSegmentLayout, TcpState, TcpTimer } from '../../ui/abi/abi.gen.ts';
import type { TcpSegmentRecord } from '../../ui/abi/abi.gen.ts';
import type { CoreExports } from '../../ui/engine/core.ts';
import { ipv4Address } from '../build/bytes.ts';
import { flagText, picoseconds, type Case, type Line, type Options, type Segment } from './grammar.ts';
import { connectionOf, identify, NEVER, pokeConnection, pokeSegment, pokeStack, sackOf, segmentOf, stackOf, swap32 } from './stage.ts';

const LOCAL = '192.0.2.1';
const REMOTE = '198.51.100.2';
const LOCAL_PORT = 8080;
const REMOTE_PORT = 40000;
const CLOCK = 4_000_000n; // ps of the ISN clock

const ownSequence = new Set(['sndUna', 'sndNxt', 'sndMax', 'sendDataTail', 'recover', 'highRxt', 'ecnRecover', 'iss']);
const peerSequence = new Set(['rcvNxt', 'lastAckSent', 'rcvFin']);
const names: Record<string, Record<string, number>> = { state: TcpState, events: TcpEvent, hostFlags: TcpHost, timer: TcpTimer };

const seconds = (ps: bigint): string =>
  `${ps / 10n ** 12n}.${
    String(ps % 10n ** 12n)
      .padStart(12, '0')
      .replace(/0+$/, '') || '0'
  }`;

interface Sent {
  time: bigint;
  segment: TcpSegmentRecord;
  sack: [number, number][];
  iss: number;
  peer: number;
}

export class CaseRun {
  private readonly core: CoreExports;
  private readonly script: Case;
  private readonly stack: number;
  private readonly connection: number;
  private readonly slot: number;
  private start = 0n;
  private now = 0n;
  private peerIss = 1_000_000;
  private readonly sent: Sent[] = [];

  constructor(core: CoreExports, script: Case) {
    this.core = core;
    this.script = script;
    this.stack = core.tcpStackReserve(64);
    this.connection = core.tcpConnectionsReserve(1);
    this.slot = core.scratchAt();
    identify(core, this.connection, LOCAL, LOCAL_PORT, REMOTE, REMOTE_PORT);
    pokeStack(core, this.stack, 'secret0', 0x0123456789abcdefn);
    pokeStack(core, this.stack, 'secret1', 0xfedcba9876543210n);
    pokeStack(core, this.stack, 'congestion', 0n);
    this.start = 10n ** 12n;
    for (const [key, value] of script.settings) this.set(key, value);
    this.now = this.start;
  }

  /** `iss` and `irs` place the sequence numbers; all else are fields of the stack. Times are in seconds with the suffix s. */
  private set(key: string, value: string): void {
    if (key === 'irs') this.peerIss = Number(value) >>> 0;
    else if (key === 'iss') this.start = this.timeOfIss(Number(value) >>> 0);
    else pokeStack(this.core, this.stack, key, value.endsWith('s') ? picoseconds(value.slice(0, -1)) : BigInt(value));
  }

  /** The initial sequence number follows the clock, so there is a time that gives the wanted one. */
  private timeOfIss(wanted: number): bigint {
    this.core.tcpOpen(this.connection, this.stack, 0n);
    const base = connectionOf(this.core, this.connection).iss;
    this.core.tcpRingRelease(this.stack, this.core.tcpRingCount(this.stack));
    identify(this.core, this.connection, LOCAL, LOCAL_PORT, REMOTE, REMOTE_PORT);
    for (const counter of ['activeOpens', 'segmentsOut', 'ipId']) pokeStack(this.core, this.stack, counter, 0n);
    return (BigInt((wanted - base) >>> 0) + (1n << 32n)) * CLOCK;
  }

  private collect(): void {
    const { core, stack } = this;
    const count = core.tcpRingCount(stack);
    for (let index = 0; index < count; index++) {
      const segment = segmentOf(core, core.tcpRingAt(stack, index));
      this.sent.push({ time: this.now, segment, sack: sackOf(segment), iss: this.iss(), peer: this.peerIss });
    }
    core.tcpRingRelease(stack, count);
  }

  private iss(): number {
    return connectionOf(this.core, this.connection).iss;
  }

  /** Runs the timers up to `time`. */
  private advance(time: bigint): void {
    for (let rounds = 0; ; rounds++) {
      const { deadline } = connectionOf(this.core, this.connection);
      if (deadline === NEVER || deadline > time) break;
      if (rounds > 1000) throw new Error('the deadline does not move');
      if (deadline > this.now) this.now = deadline;
      this.core.tcpTimer(this.connection, this.now);
      this.collect();
    }
    this.now = time;
  }

  private describe({ time, segment, sack, iss, peer }: Sent): string {
    const seq = (segment.seq - iss) >>> 0;
    const parts = [`${flagText(segment.flags)} ${seq}:${seq + segment.length}(${segment.length})`];
    if (segment.flags & TcpFlag.Ack) parts.push(`ack ${(segment.ack - peer) >>> 0}`);
    parts.push(`win ${segment.window}`);
    if (segment.ecn) parts.push(`ecn ${segment.ecn}`);
    const options: string[] = [];
    if (segment.options & TcpOption.Mss) options.push(`mss ${segment.maximumSegment}`);
    if (segment.options & TcpOption.SackPermitted) options.push('sackOK');
    if (segment.options & TcpOption.Timestamps) options.push(`TS val ${segment.timestamp} ecr ${segment.timestampEcho}`);
    if (segment.options & TcpOption.WindowScale) options.push(`wscale ${segment.windowScale}`);
    if (sack.length) options.push(`sack ${sack.map(([left, right]) => `${(left - peer) >>> 0}:${(right - peer) >>> 0}`).join(' ')}`);
    if (options.length) parts.push(`<${options.join(',')}>`);
    return `${seconds(time - this.start)} > ${parts.join(' ')}`;
  }

  private differences(got: Sent, want: Segment, time: bigint): string[] {
    const wrong: string[] = [];
    const check = (what: string, value: unknown, wanted: unknown): void => {
      if (value !== wanted) wrong.push(`${what} ${String(value)} instead of ${String(wanted)}`);
    };
    const { segment, iss, peer } = got;
    check('time', seconds(got.time - this.start), seconds(time - this.start));
    check('flags', flagText(segment.flags), flagText(want.flags));
    check('seq', (segment.seq - iss) >>> 0, want.seq);
    check('length', segment.length, want.length);
    if (want.ack !== undefined) check('ack', (segment.ack - peer) >>> 0, want.ack);
    if (want.window !== undefined) check('win', segment.window, want.window);
    if (want.ecn !== undefined) check('ecn', segment.ecn, want.ecn);
    if (segment.length) check('stream offset', Number(segment.offset), (segment.seq - iss - 1) >>> 0);
    if (want.options) wrong.push(...this.optionDifferences(got, want.options));
    return wrong;
  }

  private optionDifferences({ segment, sack, peer }: Sent, want: Options): string[] {
    const has = (bit: number): boolean => (segment.options & bit) !== 0;
    const relative = sack.map(([left, right]) => `${(left - peer) >>> 0}:${(right - peer) >>> 0}`).join(' ');
    const pairs: [string, unknown, unknown][] = [
      ['mss', has(TcpOption.Mss) ? segment.maximumSegment : undefined, want.mss],
      ['wscale', has(TcpOption.WindowScale) ? segment.windowScale : undefined, want.windowScale],
      ['sackOK', has(TcpOption.SackPermitted), want.sackPermitted ?? false],
      ['TS', has(TcpOption.Timestamps), want.timestamps !== undefined],
      ['sack', relative, (want.sack ?? []).map((block) => block.join(':')).join(' ')],
    ];
    if (want.timestamps?.value !== undefined) pairs.push(['TSval', segment.timestamp, want.timestamps.value]);
    if (want.timestamps?.echo !== undefined) pairs.push(['TSecr', segment.timestampEcho, want.timestamps.echo]);
    return pairs
      .filter(([, value, wanted]) => value !== wanted)
      .map(([what, value, wanted]) => `${what} ${String(value)} instead of ${String(wanted)}`);
  }

  private inject(segment: Segment): void {
    const { core, slot } = this;
    const bytes = new Uint8Array(core.memory.buffer, slot, TcpSegmentLayout.size).fill(0);
    const put = (field: string, value: number): void => pokeSegment(core, slot, field, BigInt(value >>> 0));
    bytes.set(ipv4Address(REMOTE), TcpSegmentLayout.source);
    bytes.set(ipv4Address(LOCAL), TcpSegmentLayout.destination);
    put('sourcePort', REMOTE_PORT);
    put('destinationPort', LOCAL_PORT);
    put('family', 4);
    put('flags', segment.flags);
    put('seq', segment.seq + this.peerIss);
    put('ack', segment.ack === undefined ? 0 : segment.ack + this.iss());
    put('window', segment.window ?? 65535);
    put('length', segment.length);
    put('urgent', segment.urgent ?? 0);
    put('ecn', segment.ecn ?? 0);
    const { mss, windowScale, sackPermitted, timestamps, sack } = segment.options ?? {};
    const bits =
      (mss === undefined ? 0 : TcpOption.Mss) |
      (windowScale === undefined ? 0 : TcpOption.WindowScale) |
      (sackPermitted ? TcpOption.SackPermitted : 0) |
      (timestamps ? TcpOption.Timestamps : 0);
    put('options', bits);
    put('maximumSegment', mss ?? 0);
    put('windowScale', windowScale ?? 0);
    put('timestamp', timestamps?.value ?? 0);
    put('timestampEcho', timestamps?.echo ?? 0);
    put('sackBlocks', sack?.length ?? 0);
    (sack ?? []).forEach(([left, right], index) => {
      bytes.set(swap32((left + this.iss()) >>> 0), TcpSegmentLayout.sack + index * 8);
      bytes.set(swap32((right + this.iss()) >>> 0), TcpSegmentLayout.sack + index * 8 + 4);
    });
    // A connection that was never opened is none: its segments are strays.
    if (connectionOf(core, this.connection).stack === 0) core.tcpStray(this.stack, slot);
    else core.tcpInput(this.connection, slot, this.now);
  }

  /** NAME=VALUE, NAME>=VALUE or NAME<=VALUE; `stack.` before a field of the stack; names of enums, joined by |, for flags and states. */
  private expectation(text: string): string | undefined {
    const match = /^(stack\.)?(\w+)(>=|<=|=)(.+)$/.exec(text);
    if (!match) throw new Error(`an expectation reads NAME=VALUE: ${text}`);
    const [, onStack, field, relation, value] = match;
    const record = (onStack ? stackOf(this.core, this.stack) : connectionOf(this.core, this.connection)) as unknown as Record<
      string,
      unknown
    >;
    const raw = record[field!];
    if (typeof raw !== 'number' && typeof raw !== 'bigint') throw new Error(`no such number: ${field}`);
    const group = onStack ? undefined : names[field!];
    if (group) {
      const wanted = value!.split('|').reduce((sum, name) => {
        if (name === '0') return sum;
        if (!(name in group)) throw new Error(`${field} has no ${name}`);
        return sum | group[name]!;
      }, 0);
      const said = Object.entries(group).filter(([, bit]) => (field === 'state' || field === 'timer' ? raw === bit : Number(raw) & bit));
      return Number(raw) === wanted ? undefined : `${field} is ${said.map(([name]) => name).join('|') || '0'}`;
    }
    let got = BigInt(raw);
    if (!onStack && ownSequence.has(field!)) got = BigInt((Number(raw) - this.iss()) >>> 0);
    if (!onStack && peerSequence.has(field!)) got = BigInt((Number(raw) - this.peerIss) >>> 0);
    if (value === 'never') return got === NEVER ? undefined : `${field} is ${got}`;
    const wanted = value!.endsWith('s') ? picoseconds(value!.slice(0, -1)) : BigInt(value!);
    const holds = relation === '=' ? got === wanted : relation === '>=' ? got >= wanted : got <= wanted;
    return holds ? undefined : `${field} is ${value!.endsWith('s') ? `${seconds(got)}s` : got}`;
  }

  private command(name: string, words: string[]): void {
    const { core, connection, stack, now } = this;
    const bytes = Number(words[0]);
    if (name === 'listen') core.tcpListen(connection, stack);
    else if (name === 'connect') core.tcpOpen(connection, stack, now);
    else if (name === 'write') {
      if (!core.tcpSend(connection, bytes, now)) throw new Error('the connection takes no data');
    } else if (name === 'write-refused') {
      if (core.tcpSend(connection, bytes, now)) throw new Error('the connection takes data');
    } else if (name === 'read') {
      const got = core.tcpReceive(connection, bytes, now);
      if (got !== bytes) throw new Error(`read ${got} bytes`);
    } else if (name === 'shutdown') core.tcpShutdown(connection, now);
    else if (name === 'close') core.tcpClose(connection, now);
    else if (name === 'abort') core.tcpAbort(connection, now);
    else if (name === 'nagle') core.tcpNagle(connection, words[0] === 'on' ? 1 : 0);
    else if (name === 'keep-alive') core.tcpKeepAlive(connection, words[0] === 'on' ? 1 : 0, now);
    else if (name === 'path-mtu') core.tcpPathMtu(connection, bytes, now);
    else if (name === 'set-connection') {
      const [field, value] = words[0]!.split('=');
      pokeConnection(core, connection, field!, BigInt(value!));
    } else if (name === 'set') for (const pair of words) this.set(pair.split('=')[0]!, pair.split('=')[1]!);
    else if (name === 'peer-iss') this.peerIss = Number(words[0]) >>> 0;
    else if (name === 'clear-events') pokeConnection(core, connection, 'events', 0n);
    else if (name === 'expect') {
      const wrong = words.map((word) => this.expectation(word)).filter((text) => text !== undefined);
      if (wrong.length) throw new Error(wrong.join('; '));
    } else if (name !== 'quiet') throw new Error(`unknown command ${name}`);
  }

  private play(line: Line): void {
    const time = line.relative ? this.now + line.time : this.start + line.time;
    if (time < this.now) throw new Error('time runs backwards');
    this.advance(time);
    const next = this.sent[0];
    if (line.event.kind === 'out') {
      this.sent.shift();
      if (!next) throw new Error('nothing was sent');
      const wrong = this.differences(next, line.event.segment, time);
      if (wrong.length) throw new Error(`${wrong.join('; ')}\n  got  ${this.describe(next)}`);
      return;
    }
    if (next) throw new Error(`before this line was sent\n  ${this.sent.map((sent) => this.describe(sent)).join('\n  ')}`);
    if (line.event.kind === 'command') this.command(line.event.name, line.event.words);
    else this.inject(line.event.segment);
    this.collect();
  }

  /** @returns what went wrong and where; nothing when the case holds */
  run(file: string): string | undefined {
    for (const line of this.script.lines) {
      try {
        this.play(line);
      } catch (error) {
        return `${file}:${line.number} (${this.script.name})\n  line ${line.text}\n  ${(error as Error).message}\n  ${this.summary()}`;
      }
    }
    if (this.sent.length)
      return `${file} (${this.script.name}): after the last line was sent\n  ${this.sent.map((sent) => this.describe(sent)).join('\n  ')}`;
    return undefined;
  }

  private summary(): string {
    const c = connectionOf(this.core, this.connection);
    const state = Object.entries(TcpState).find(([, value]) => value === c.state)?.[0];
    return `${state} una ${(c.sndUna - c.iss) >>> 0} nxt ${(c.sndNxt - c.iss) >>> 0} max ${(c.sndMax - c.iss) >>> 0} wnd ${c.sndWnd} cwnd ${c.cWnd} ssthresh ${c.ssThresh} rcvNxt ${(c.rcvNxt - this.peerIss) >>> 0} rcvWnd ${c.rcvWnd}`;
  }
}
