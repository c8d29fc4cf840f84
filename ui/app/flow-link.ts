// From a flow to the Hash page: its tuple as parameters of the address.

import type { FlowRow } from '../analysis/types.ts';
import { fragmentOf } from './route.ts';

interface Endpoint {
  address: string;
  port: string | null;
}

/** Reads "192.0.2.1:443", "[2001:db8::1]:443" or an address alone; null for anything that is no IP address, as a MAC. */
export function readEndpoint(text: string): Endpoint | null {
  const match = /^(?:(\d+\.\d+\.\d+\.\d+)|\[([0-9a-f:.]+)\])(?::(\d+))?$/i.exec(text) ?? /^()([0-9a-f:.]*::?[0-9a-f:.]*)$/i.exec(text);
  if (!match || /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(text)) return null;
  return { address: match[1] || match[2]!, port: match[3] ?? null };
}

export function flowLink(row: FlowRow): string | null {
  const source = readEndpoint(row.source);
  const destination = readEndpoint(row.destination);
  if (!source || !destination) return null;
  const proto = source.port !== null ? (/^(TCP|UDP)\b/.exec(row.protocol)?.[1]?.toLowerCase() ?? 'other') : 'other';
  const params = new URLSearchParams({ src: source.address, dst: destination.address, proto });
  if (source.port !== null && destination.port !== null) {
    params.set('sport', source.port);
    params.set('dport', destination.port);
  }
  return fragmentOf('hash', params);
}
