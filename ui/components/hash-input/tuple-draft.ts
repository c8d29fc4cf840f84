// A tuple as it stands in the form: text, which may be half typed; and the checks that make it a tuple.

import { parseAddress } from '../../analysis/addresses.ts';
import type { TupleInput } from '../../analysis/types.ts';

export interface TupleDraft {
  source: string;
  sourcePort: string;
  destination: string;
  destinationPort: string;
  protocol: TupleInput['protocol'];
}

export type TupleFaults = Partial<Record<keyof TupleDraft, string>>;

export const hasPorts = (protocol: TupleInput['protocol']): boolean => protocol !== 'other';

export const draftOf = (tuple: TupleInput): TupleDraft => ({
  ...tuple,
  sourcePort: String(tuple.sourcePort),
  destinationPort: String(tuple.destinationPort),
});

function portFault(text: string): string | undefined {
  const port = text.trim();
  if (!port) return 'A port is missing.';
  if (!/^\d+$/.test(port)) return `“${port}” is not a port: a number from 0 to 65535.`;
  if (Number(port) > 65535) return `${port} is more than 65535, the last port.`;
  return undefined;
}

/** The family of an IP address, or what is wrong with it. */
function readFamily(text: string): { family: 'ipv4' | 'ipv6' } | { fault: string } {
  const read = parseAddress(text);
  if ('fault' in read) return read;
  const { family } = read.address;
  return family === 'mac' ? { fault: 'This is a MAC address; RSS hashes IP addresses.' } : { family };
}

const familyNames = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;

/** The tuple, or a message for each field that is wrong. */
export function readTuple(draft: TupleDraft): { tuple: TupleInput } | { faults: TupleFaults } {
  const faults: TupleFaults = {};
  const source = readFamily(draft.source);
  const destination = readFamily(draft.destination);
  if ('fault' in source) faults.source = source.fault;
  if ('fault' in destination) faults.destination = destination.fault;
  if (!('fault' in source) && !('fault' in destination) && source.family !== destination.family)
    faults.destination = `The source is ${familyNames[source.family]}, this is ${familyNames[destination.family]}: both ends of a packet are of one family.`;
  const ports = hasPorts(draft.protocol);
  if (ports) {
    const [from, to] = [portFault(draft.sourcePort), portFault(draft.destinationPort)];
    if (from) faults.sourcePort = from;
    if (to) faults.destinationPort = to;
  }
  if (Object.keys(faults).length) return { faults };
  const bare = (text: string): string => text.trim().replace(/^\[(.*)\]$/, '$1');
  return {
    tuple: {
      source: bare(draft.source),
      destination: bare(draft.destination),
      protocol: draft.protocol,
      sourcePort: ports ? Number(draft.sourcePort) : 0,
      destinationPort: ports ? Number(draft.destinationPort) : 0,
    },
  };
}
