// Traffic for the sample captures: TCP conversations with handshake, requests, answers and acknowledgements as a server's
// adapter sees them, in both directions. Seeded, so that the same bytes come out every time.

import { ethernet, filler, frame, ipv4, ipv6, synOptions, tcp, vlan, type Layer } from '../build/frame.ts';
import type { CapturedFrame } from '../build/capture.ts';
import type { Random } from '../build/random.ts';

/** 22 October 2009, 08:00 UTC: the day on which Windows Server 2008 R2 came out. */
export const dayOne = 1_256_198_400_000_000_000n;
export const MICROSECOND = 1000n;
export const MILLISECOND = 1_000_000n;
export const SECOND = 1_000_000_000n;

export interface Host {
  ip: string;
  mac: string;
}

export const host = (ip: string, number: number): Host => ({
  ip,
  mac: `02:00:5e:00:${(number >>> 8).toString(16).padStart(2, '0')}:${(number & 255).toString(16).padStart(2, '0')}`,
});

/** IP header for one direction. */
export const network = (from: Host, to: Host, id = 0): Layer =>
  from.ip.includes(':') ? ipv6({ src: from.ip, dst: to.ip }) : ipv4({ src: from.ip, dst: to.ip, dontFragment: true, id });

export class Tape {
  private readonly frames: Required<Pick<CapturedFrame, 'ts' | 'data'>>[] = [];
  private readonly tags: readonly number[];

  constructor(options: { tags?: readonly number[]; frames?: Required<Pick<CapturedFrame, 'ts' | 'data'>>[] } = {}) {
    this.tags = options.tags ?? [];
    this.frames = options.frames ?? [];
  }

  /** The same tape, with these VLAN tags on what is put. */
  tagged(...tags: number[]): Tape {
    return new Tape({ tags, frames: this.frames });
  }

  put(ts: bigint, from: Host, to: Host, ...layers: (Layer | Uint8Array)[]): void {
    const tags = this.tags.map((id) => vlan({ id }));
    this.frames.push({ ts, data: frame(ethernet({ src: from.mac, dst: to.mac, pad: 60 }), ...tags, ...layers) });
  }

  /** In order of time. */
  sorted(): Required<Pick<CapturedFrame, 'ts' | 'data'>>[] {
    return this.frames
      .map((one, index) => ({ one, index }))
      .sort((a, b) => (a.one.ts === b.one.ts ? a.index - b.index : a.one.ts < b.one.ts ? -1 : 1))
      .map(({ one }) => one);
  }
}

export interface Exchange {
  /** Bytes that the client sends, then bytes that the server answers. */
  ask: number;
  answer: number;
  /** Pause before the client asks, nanoseconds. */
  pause: bigint;
}

export interface Conversation {
  client: Host;
  server: Host;
  sport: number;
  dport: number;
  start: bigint;
  /** Round trip, nanoseconds. */
  roundTrip: bigint;
  exchanges: readonly Exchange[];
  /** Payload bytes of a full segment, by default what fits an MTU of 1500; above that these are super frames of segmentation offload. */
  segment?: number;
  /** Time between segments of one burst, nanoseconds. */
  gap?: bigint;
  /** Leave out the end, as in a capture that stops while connections go on. */
  open?: boolean;
}

/** One TCP connection. Each side acknowledges every second full segment, and the last one of a burst. */
export function converse(tape: Tape, random: Random, conversation: Conversation): void {
  const { client, server, roundTrip, exchanges, gap = 12n * MICROSECOND } = conversation;
  const segment = conversation.segment ?? (client.ip.includes(':') ? 1440 : 1460);
  const sides = {
    client: { me: client, peer: server, sport: conversation.sport, dport: conversation.dport, seq: random.next(), id: random.below(65536) },
    server: { me: server, peer: client, sport: conversation.dport, dport: conversation.sport, seq: random.next(), id: random.below(65536) },
  };
  let now = conversation.start;
  const send = (from: keyof typeof sides, flags: string, bytes = 0): void => {
    const side = sides[from];
    const other = sides[from === 'client' ? 'server' : 'client'];
    const options = flags.includes('S') ? synOptions() : undefined;
    side.id = (side.id + 1) & 0xffff;
    tape.put(
      now,
      side.me,
      side.peer,
      network(side.me, side.peer, side.id),
      tcp({ sport: side.sport, dport: side.dport, flags, seq: side.seq, ack: flags === 'S' ? 0 : other.seq, window: 8192, options }),
      filler(bytes),
    );
    side.seq = (side.seq + bytes + (/[SF]/.test(flags) ? 1 : 0)) >>> 0;
  };
  const burst = (from: keyof typeof sides, bytes: number): void => {
    const to = from === 'client' ? 'server' : 'client';
    let unacknowledged = 0;
    for (let left = bytes; left > 0; left -= segment) {
      send(from, left <= segment ? 'PA' : 'A', Math.min(left, segment));
      now += gap + BigInt(random.below(3000));
      if (++unacknowledged === 2 || left <= segment) {
        send(to, 'A');
        unacknowledged = 0;
        now += 2n * MICROSECOND;
      }
    }
  };
  send('client', 'S');
  now += 40n * MICROSECOND;
  send('server', 'SA');
  now += roundTrip;
  send('client', 'A');
  for (const { ask, answer, pause } of exchanges) {
    now += pause;
    burst('client', ask);
    now += 150n * MICROSECOND + BigInt(random.below(200_000));
    burst('server', answer);
  }
  if (conversation.open) return;
  now += roundTrip;
  send('client', 'FA');
  now += 30n * MICROSECOND;
  send('server', 'FA');
  now += roundTrip;
  send('client', 'A');
}
