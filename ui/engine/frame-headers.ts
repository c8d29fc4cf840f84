// The headers of a frame, decoded from its bytes: Ethernet with one 802.1Q tag, IPv4, IPv6 without extension headers, TCP, UDP.

import { ipProtocolName, etherTypeName } from '../analysis/flow-text.ts';
import { ipv4Text, ipv6Text, macText } from '../features/addresses.ts';
import type { FrameHeaders, PathTuple } from '../scenario/frame-path.ts';

const ETHERNET = 14;
const TAG = 0x8100;
const [TCP, UDP] = [6, 17];
const flagNames = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'];

/** "SYN, ACK" */
export const tcpFlagsText = (flags: number): string => flagNames.filter((_, bit) => flags & (1 << bit)).join(', ') || 'no flags';

interface Network {
  ip: NonNullable<FrameHeaders['ip']>;
  protocol: number;
  /** Where the transport begins and the packet ends. */
  head: number;
  end: number;
}

function ipv4(frame: Uint8Array, view: DataView, at: number): Network | null {
  if (frame.length < at + 20 || frame[at]! >> 4 !== 4) return null;
  const [bytes, protocol] = [view.getUint16(at + 2), frame[at + 9]!];
  return {
    ip: {
      version: 4,
      source: ipv4Text(frame, at + 12),
      destination: ipv4Text(frame, at + 16),
      hopLimit: frame[at + 8]!,
      bytes,
      protocol: ipProtocolName(protocol),
    },
    protocol: view.getUint16(at + 6) & 0x1fff ? -1 : protocol, // a fragment but the first has no transport header
    head: at + (frame[at]! & 15) * 4,
    end: at + bytes,
  };
}

function ipv6(frame: Uint8Array, view: DataView, at: number): Network | null {
  if (frame.length < at + 40 || frame[at]! >> 4 !== 6) return null;
  const [bytes, protocol] = [view.getUint16(at + 4) + 40, frame[at + 6]!];
  return {
    ip: {
      version: 6,
      source: ipv6Text(frame, at + 8),
      destination: ipv6Text(frame, at + 24),
      hopLimit: frame[at + 7]!,
      bytes,
      protocol: ipProtocolName(protocol),
    },
    protocol,
    head: at + 40,
    end: at + bytes,
  };
}

function transport(frame: Uint8Array, view: DataView, { protocol, head, end }: Network): Pick<FrameHeaders, 'tcp' | 'udp' | 'payload'> {
  if (protocol === TCP && frame.length >= head + 20)
    return {
      tcp: {
        sourcePort: view.getUint16(head),
        destinationPort: view.getUint16(head + 2),
        sequence: view.getUint32(head + 4),
        acknowledgment: view.getUint32(head + 8),
        flags: tcpFlagsText(frame[head + 13]!),
        window: view.getUint16(head + 14),
      },
      payload: Math.max(0, end - head - (frame[head + 12]! >> 4) * 4),
    };
  if (protocol === UDP && frame.length >= head + 8)
    return { udp: { sourcePort: view.getUint16(head), destinationPort: view.getUint16(head + 2) }, payload: Math.max(0, end - head - 8) };
  return { payload: null };
}

/** @param frame  without check sequence; at least an Ethernet header */
export function frameHeaders(frame: Uint8Array): FrameHeaders | null {
  if (frame.length < ETHERNET) return null;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const isTagged = view.getUint16(12) === TAG && frame.length >= ETHERNET + 4;
  const type = view.getUint16(isTagged ? 16 : 12);
  const at = isTagged ? ETHERNET + 4 : ETHERNET;
  const ethernet = {
    destination: macText(frame, 0),
    source: macText(frame, 6),
    type: etherTypeName(type),
    vlan: isTagged ? view.getUint16(14) & 0xfff : null,
  };
  const network = type === 0x0800 ? ipv4(frame, view, at) : type === 0x86dd ? ipv6(frame, view, at) : null;
  return network ? { ethernet, ip: network.ip, ...transport(frame, view, network) } : { ethernet, payload: null };
}

/** What RSS may hash; null of a frame that is not IP. */
export function tupleOf(headers: FrameHeaders | null): PathTuple | null {
  if (!headers?.ip) return null;
  const { ip, tcp, udp } = headers;
  const ports = tcp ?? udp;
  return {
    source: ip.source,
    destination: ip.destination,
    protocol: tcp ? 'tcp' : udp ? 'udp' : 'other',
    sourcePort: ports?.sourcePort ?? 0,
    destinationPort: ports?.destinationPort ?? 0,
  };
}

export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
