// ping: asks the host to send echo requests, and turns what becomes of each into a line. Layout: outputs of ping.

import { does, fails, note, type Command, type PingRequest } from './change.ts';
import { parseAddress } from '../features/addresses.ts';
import { reconstructedLines } from './reconstructed.ts';
import type { ConsoleState, OsVersion } from './state.ts';
import { isVista } from './versions.ts';

export type PingReply =
  | { readonly kind: 'reply'; readonly from: string; readonly bytes: number; readonly timeMs: number; readonly timeToLive: number }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'unreachable'; readonly from: string }
  | { readonly kind: 'needs-fragmentation' }
  | { readonly kind: 'too-long' };

/** Option -> range of its value. */
const ranges = { n: [1, 4294967295], l: [0, 65500], i: [1, 255], w: [0, 4294967295] } as const;
type Ranged = keyof typeof ranges;
const isRanged = (letter: string): letter is Ranged => Object.hasOwn(ranges, letter);

/** A host sends that many at most at one command: the emulated time of a run is limited. */
const mostRequests = 1000;

const usage = (os: OsVersion) => [
  '',
  'Usage: ping [-n count] [-l size] [-f] [-i TTL] [-w timeout] target_name',
  '',
  note('-t, -a, -v, -r, -s, -j, -k, -R, -S, -4 and -6 are not emulated.'),
  ...reconstructedLines('ping', os),
];

function addressOf(target: string, { names, computerName, adapters }: ConsoleState): string | null {
  if (!('fault' in parseAddress(target)) && !/^[0-9a-f]{2}[:-]/i.test(target)) return target;
  const lower = target.toLowerCase();
  if (lower === 'localhost') return '127.0.0.1';
  if (lower === computerName.toLowerCase()) return adapters[0]?.addresses[0]?.address ?? null;
  return Object.entries(names).find(([, name]) => name.toLowerCase() === lower)?.[0] ?? null;
}

const headingLines = (os: OsVersion, { target, address, bytes }: PingRequest): readonly string[] => [
  '',
  `Pinging ${target === address ? address : `${target} [${address}]`} with ${bytes} bytes of data:`,
  ...(isVista(os) ? [] : ['']),
];

export const ping: Command = (state, words) => {
  const numbers: Record<Ranged, number> = { n: 4, l: 32, i: 128, w: 4000 };
  let dontFragment = false;
  let target: string | null = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const letter = /^[-/](.)$/.exec(word)?.[1]?.toLowerCase() ?? null;
    if (letter === null) {
      if (target !== null || /^[-/]/.test(word)) return fails(`Bad parameter ${word}.`);
      target = word;
    } else if (letter === 'f') dontFragment = true;
    else if (isRanged(letter)) {
      const text = words[++at];
      const [low, high] = ranges[letter];
      if (text === undefined) return fails(`Value must be supplied for option ${word}.`);
      if (!/^\d{1,10}$/.test(text) || Number(text) < low || Number(text) > high)
        return fails(`Bad value for option ${word}, valid range is from ${low} to ${high}.`);
      numbers[letter] = Number(text);
    } else return fails(...usage(state.os));
  }
  if (target === null) return words.length === 0 ? fails(...usage(state.os)) : fails('IP address must be specified.');
  if (numbers.n > mostRequests) return fails(note(`at most ${mostRequests} echo requests are emulated.`));
  const address = addressOf(target, state);
  if (address === null) return fails(`Ping request could not find host ${target}. Please check the name and try again.`);
  const request: PingRequest = {
    target,
    address,
    count: numbers.n,
    bytes: numbers.l,
    timeToLive: numbers.i,
    timeoutMs: numbers.w,
    dontFragment,
  };
  return does([{ kind: 'ping', request }], ...headingLines(state.os, request));
};

export function replyLine(reply: PingReply): string {
  switch (reply.kind) {
    case 'reply': {
      const time = reply.timeMs < 1 ? 'time<1ms' : `time=${Math.floor(reply.timeMs)}ms`;
      return reply.from.includes(':')
        ? `Reply from ${reply.from}: ${time} `
        : `Reply from ${reply.from}: bytes=${reply.bytes} ${time} TTL=${reply.timeToLive}`;
    }
    case 'timed-out':
      return 'Request timed out.';
    case 'unreachable':
      return `Reply from ${reply.from}: Destination host unreachable.`;
    case 'needs-fragmentation':
      return 'Packet needs to be fragmented but DF set.';
    case 'too-long':
      return note('the request is larger than the adapter carries, and emulated hosts send no fragments.');
  }
}

/** What ping prints at its end. @param sent  how many requests were sent */
export function statisticsLines({ address }: PingRequest, replies: readonly PingReply[], sent: number): readonly string[] {
  const answers = replies.filter(
    (reply) => reply.kind !== 'timed-out' && reply.kind !== 'needs-fragmentation' && reply.kind !== 'too-long',
  );
  const times = replies.flatMap((reply) => (reply.kind === 'reply' ? [Math.floor(reply.timeMs)] : []));
  const lost = sent - answers.length;
  const mean = Math.floor(times.reduce((sum, time) => sum + time, 0) / Math.max(times.length, 1));
  return [
    '',
    `Ping statistics for ${address}:`,
    `    Packets: Sent = ${sent}, Received = ${answers.length}, Lost = ${lost} (${Math.floor((lost * 100) / sent)}% loss),`,
    ...(times.length > 0
      ? [
          'Approximate round trip times in milli-seconds:',
          `    Minimum = ${Math.min(...times)}ms, Maximum = ${Math.max(...times)}ms, Average = ${mean}ms`,
        ]
      : []),
  ];
}

/** At Ctrl+C. Assumed: nothing is under way but the first request, as between two requests, where ping is most of the time. */
export const brokenPingLines = (request: PingRequest, replies: readonly PingReply[]): readonly string[] => [
  ...statisticsLines(request, replies, Math.max(replies.length, 1)),
  'Control-C',
  '^C',
];
