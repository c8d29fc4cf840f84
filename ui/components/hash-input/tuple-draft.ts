// A tuple as it stands in the form: text, which may be half typed; and the checks that make it a tuple.

import type { TupleInput } from '../../engine/api.ts';
import { parseAddress } from '../../features/ip-address.ts';

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

/** The tuple, or a message for each field that is wrong. */
export function readTuple(draft: TupleDraft): { tuple: TupleInput } | { faults: TupleFaults } {
  const faults: TupleFaults = {};
  const source = parseAddress(draft.source);
  const destination = parseAddress(draft.destination);
  if ('fault' in source) faults.source = source.fault;
  if ('fault' in destination) faults.destination = destination.fault;
  if (!('fault' in source) && !('fault' in destination) && source.family !== destination.family)
    faults.destination = `The source is IPv${source.family}, this is IPv${destination.family}: both ends of a packet are of one family.`;
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
