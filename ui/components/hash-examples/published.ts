// Is there a published hash for this input? Compared by bytes, so it holds for typed tuples and for pasted frames.

import { parseAddress } from '../../analysis/addresses.ts';
import { VERIFICATION_KEY } from '../../features/rss.ts';
import { verificationVectors } from '../../features/verification-vectors.ts';

function addressBytes(text: string): number[] {
  const read = parseAddress(text);
  if ('fault' in read) throw new Error(read.fault);
  return [...read.address.bytes];
}

const word = (port: number): number[] => [port >> 8, port & 0xff];

/** Published hash by the input's bytes. */
const published = new Map(
  verificationVectors.flatMap((vector): [string, number][] => {
    const ends = [...addressBytes(vector.source), ...addressBytes(vector.destination)];
    const ports = [...word(vector.sourcePort), ...word(vector.destinationPort)];
    return [
      [String(ends), vector.addresses],
      [String([...ends, ...ports]), vector.tcp],
    ];
  }),
);

/** @returns the hash that Microsoft publishes for this input under this key, or null */
export function publishedHash(input: Uint8Array, key: string): number | null {
  return key === VERIFICATION_KEY ? (published.get(String(input)) ?? null) : null;
}
