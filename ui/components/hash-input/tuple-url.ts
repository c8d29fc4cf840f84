// A tuple in the fragment of the Hash page: #hash?src=192.0.2.1&dst=192.0.2.2&sport=1024&dport=80&proto=tcp
// IPv6 addresses stand without brackets. Frames are never put into the URL.

import type { TupleInput } from '../../analysis/types.ts';
import type { TupleDraft } from './tuple-draft.ts';

export const tupleParamNames = ['src', 'dst', 'sport', 'dport', 'proto'] as const;

/** The parameters of a tuple, in order. */
export function tupleParams(tuple: TupleInput): [name: string, value: string][] {
  const ports: [string, string][] =
    tuple.protocol === 'other'
      ? []
      : [
          ['sport', String(tuple.sourcePort)],
          ['dport', String(tuple.destinationPort)],
        ];
  return [['src', tuple.source], ['dst', tuple.destination], ...ports, ['proto', tuple.protocol]];
}

/** What the parameters say, as it would be typed: the form shows what is wrong. Null when they name no tuple. */
export function draftFromParams(params: URLSearchParams): TupleDraft | null {
  if (!tupleParamNames.some((name) => params.has(name))) return null;
  const protocol = params.get('proto') ?? 'tcp';
  return {
    source: params.get('src') ?? '',
    sourcePort: params.get('sport') ?? '',
    destination: params.get('dst') ?? '',
    destinationPort: params.get('dport') ?? '',
    protocol: protocol === 'udp' || protocol === 'tcp' ? protocol : 'other',
  };
}
