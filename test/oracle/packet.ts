// Reads what an Ethernet frame holds, slowly and plainly, from the RFCs, and adds up every checksum: to judge the bytes that the emulator
// sends. Throws where the frame contradicts itself. Knows what the emulator may send: ARP, IPv4 without fragments, IPv6 without extension
// headers, ICMP, ICMPv6, UDP, TCP. Nothing here is shared with the product.

const hex = (bytes: Uint8Array, separator: string): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(separator);
const u16 = (bytes: Uint8Array, at: number): number => bytes[at]! * 256 + bytes[at + 1]!;
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 65536 + u16(bytes, at + 2);

/** RFC 1071: the sum over a message with its checksum in place is all ones. */
function sumOf(...parts: Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) for (let at = 0; at < part.length; at += 2) sum += part[at]! * 256 + (part[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum % 65536) + Math.floor(sum / 65536);
  return sum;
}

export interface Segment {
  seq: number;
  ack: number;
  /** Letters of F, S, R, P, A, U, E, C, in that order. */
  flags: string;
  window: number;
  options: Uint8Array;
}

export interface ReadPacket {
  to: string;
  from: string;
  etherType: number;
  /** Zeros after the packet up to the least frame. */
  padding: number;
  arp?: { operation: number; senderMac: string; sender: string; targetMac: string; target: string };
  ip?: {
    version: 4 | 6;
    source: string;
    destination: string;
    protocol: number;
    hopLimit: number;
    id: number;
    dontFragment: boolean;
    ecn: number;
  };
  icmp?: { type: number; code: number; rest: number };
  udp?: { source: number; destination: number };
  tcp?: Segment & { source: number; destination: number };
  /** What the innermost header carries. */
  payload: Uint8Array;
}

const fail = (what: string): never => {
  throw new Error(`frame: ${what}`);
};

export function readPacket(frame: Uint8Array): ReadPacket {
  if (frame.length < 60) fail(`${frame.length} bytes are less than Ethernet's least frame`);
  const packet: ReadPacket = {
    to: hex(frame.subarray(0, 6), ':'),
    from: hex(frame.subarray(6, 12), ':'),
    etherType: u16(frame, 12),
    padding: 0,
    payload: frame.slice(14),
  };
  if (packet.etherType === 0x0806) readArp(packet);
  else if (packet.etherType === 0x0800) readIpv4(packet);
  else if (packet.etherType === 0x86dd) readIpv6(packet);
  else fail(`type ${packet.etherType}`);
  return packet;
}

/** What follows the packet proper is zeros, and only there because the frame would be too short. */
function trim(packet: ReadPacket, length: number): void {
  const rest = packet.payload.subarray(length);
  if (length > packet.payload.length) fail(`a packet of ${length} bytes in ${packet.payload.length}`);
  if (rest.some((byte) => byte !== 0)) fail('padding that is not zero');
  if (rest.length && packet.payload.length !== 46) fail(`${rest.length} bytes too many`);
  packet.padding = rest.length;
  packet.payload = packet.payload.slice(0, length);
}

const ipv4Text = (bytes: Uint8Array): string => [...bytes].join('.');

function readArp(packet: ReadPacket): void {
  trim(packet, 28);
  const { payload } = packet;
  if (u16(payload, 0) !== 1 || u16(payload, 2) !== 0x0800 || payload[4] !== 6 || payload[5] !== 4)
    fail('ARP that is not for IPv4 over Ethernet');
  packet.arp = {
    operation: u16(payload, 6),
    senderMac: hex(payload.subarray(8, 14), ':'),
    sender: ipv4Text(payload.subarray(14, 18)),
    targetMac: hex(payload.subarray(18, 24), ':'),
    target: ipv4Text(payload.subarray(24, 28)),
  };
}

function readIpv4(packet: ReadPacket): void {
  const header = packet.payload;
  if (header[0] !== 0x45) fail(`IPv4 begins with ${header[0]}`);
  trim(packet, u16(header, 2));
  const { payload } = packet;
  if (sumOf(payload.subarray(0, 20)) !== 0xffff) fail('IPv4 checksum');
  const fragment = u16(payload, 6);
  if (fragment & 0xbfff) fail('a fragment');
  packet.ip = {
    version: 4,
    source: ipv4Text(payload.subarray(12, 16)),
    destination: ipv4Text(payload.subarray(16, 20)),
    protocol: payload[9]!,
    hopLimit: payload[8]!,
    id: u16(payload, 4),
    dontFragment: fragment === 0x4000,
    ecn: payload[1]! & 3,
  };
  const length = payload.length - 20;
  const pseudo = Uint8Array.of(...payload.subarray(12, 20), 0, payload[9]!, length >> 8, length & 255);
  readTransport(packet, payload.slice(20), payload[9] === 1 ? new Uint8Array(0) : pseudo, 1);
}

function readIpv6(packet: ReadPacket): void {
  const header = packet.payload;
  if (header[0]! >> 4 !== 6) fail(`IPv6 begins with ${header[0]}`);
  trim(packet, 40 + u16(header, 4));
  const { payload } = packet;
  packet.ip = {
    version: 6,
    source: hex(payload.subarray(8, 24), ''),
    destination: hex(payload.subarray(24, 40), ''),
    protocol: payload[6]!,
    hopLimit: payload[7]!,
    id: 0,
    dontFragment: true,
    ecn: (payload[1]! >> 4) & 3,
  };
  const length = payload.length - 40;
  const pseudo = Uint8Array.of(...payload.subarray(8, 40), 0, 0, length >> 8, length & 255, 0, 0, 0, payload[6]!);
  readTransport(packet, payload.slice(40), pseudo, 58);
}

function readTransport(packet: ReadPacket, message: Uint8Array, pseudo: Uint8Array, icmp: number): void {
  const { protocol } = packet.ip!;
  if (protocol === icmp) {
    if (sumOf(pseudo, message) !== 0xffff) fail('ICMP checksum');
    packet.icmp = { type: message[0]!, code: message[1]!, rest: u32(message, 4) };
    packet.payload = message.slice(8);
  } else if (protocol === 17) {
    if (u16(message, 4) !== message.length) fail(`UDP length ${u16(message, 4)} of ${message.length}`);
    if (u16(message, 6) === 0) fail('UDP without checksum');
    if (sumOf(pseudo, message) !== 0xffff) fail('UDP checksum');
    packet.udp = { source: u16(message, 0), destination: u16(message, 2) };
    packet.payload = message.slice(8);
  } else if (protocol === 6) {
    if (sumOf(pseudo, message) !== 0xffff) fail('TCP checksum');
    const header = (message[12]! >> 4) * 4;
    if (header < 20 || header > message.length) fail(`TCP header of ${header}`);
    packet.tcp = {
      source: u16(message, 0),
      destination: u16(message, 2),
      seq: u32(message, 4),
      ack: u32(message, 8),
      flags: [...'FSRPAUEC'].filter((_, bit) => (message[13]! >> bit) & 1).join(''),
      window: u16(message, 14),
      options: message.slice(20, header),
    };
    packet.payload = message.slice(header);
  } else fail(`protocol ${protocol}`);
}

export interface TcpOption {
  kind: number;
  value: Uint8Array;
}

/** RFC 9293 section 3.1: kind and length, but for no-operation and the end of the list. */
export function readOptions(bytes: Uint8Array): TcpOption[] {
  const found: TcpOption[] = [];
  for (let at = 0; at < bytes.length;) {
    if (bytes[at] === 0) break;
    if (bytes[at] === 1) {
      at++;
      continue;
    }
    const length = bytes[at + 1]!;
    if (!(length >= 2) || at + length > bytes.length) fail('TCP option');
    found.push({ kind: bytes[at]!, value: bytes.slice(at + 2, at + length) });
    at += length;
  }
  return found;
}
