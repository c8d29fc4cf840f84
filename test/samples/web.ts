// What several sample captures share: web clients, and a pcapng file of one interface.

import { concat } from '../build/frame.ts';
import { Section, type CapturedFrame } from '../build/capture.ts';
import type { Random } from '../build/random.ts';
import { converse, host, MILLISECOND, type Host, type Tape } from './traffic.ts';

export const server = host('192.0.2.10', 0x5310);

export function pcapng(frames: readonly CapturedFrame[], options: { snapLength?: number; name?: string } = {}): Uint8Array<ArrayBuffer> {
  const section = new Section();
  return concat(
    section.header({ options: [{ code: 4, value: new TextEncoder().encode('nicscope sample') }] }),
    section.interface({ name: options.name ?? 'eth0', snapLength: options.snapLength ?? 0, resolution: { power: 10, exponent: 9 } }),
    ...frames.map((one) => section.packet(one)),
  );
}

/** A client of a web page or of an API: some small requests, answers of a few segments. */
export function webClient(
  tape: Tape,
  random: Random,
  client: Host,
  options: { start: bigint; exchanges: number; sport?: number; dport?: number; pauseMs?: number; to?: Host },
): void {
  converse(tape, random, {
    client,
    server: options.to ?? server,
    sport: options.sport ?? random.between(49152, 65535),
    dport: options.dport ?? 443,
    start: options.start,
    roundTrip: (BigInt(random.between(2, 40)) * MILLISECOND) / 10n,
    exchanges: Array.from({ length: options.exchanges }, () => ({
      ask: random.between(180, 900),
      answer: random.between(300, 9000),
      pause: BigInt(Math.round(random.exponential((options.pauseMs ?? 120) * 1e6))),
    })),
  });
}
