// A UDP datagram as bytes: RFC 768, RFC 791, RFC 8200. Addresses, ports, length and IP fields are those of a TcpSegment record.

import { TcpSegment } from '../abi.gen';
import { Put } from '../bytes';
import { ipWrite } from '../tcp/bytes';
import { sumAdd, sumFold, sumPseudo } from '../tcp/checksum';

export const PROTO_UDP: u32 = 17;
export const UDP_HEADER: u32 = 8;

/** Bytes from the IP header on. */
export function udpWriteBytes(s: TcpSegment): u32 {
  return (s.family == 4 ? 20 : 40) + UDP_HEADER + s.length;
}

/** @returns bytes written, from the IP header on; its payload is at `payload` */
export function udpWrite(s: TcpSegment, out: u32): u32 {
  const length = UDP_HEADER + s.length;
  const udp = out + ipWrite(s, out, length, PROTO_UDP);
  Put.u16(udp, s.sourcePort);
  Put.u16(udp + 2, s.destinationPort);
  Put.u16(udp + 4, length);
  store<u16>(udp + 6, 0);
  memory.copy(udp + UDP_HEADER, s.payload, s.length);
  const source = out + (s.family == 4 ? 12 : 8);
  const sum = ~sumFold(sumAdd(sumPseudo(s.family, source, PROTO_UDP, length), udp, length)) & 0xffff;
  store<u16>(udp + 6, <u16>(sum == 0 ? 0xffff : sum)); // 0 would mean that there is none
  return udp - out + length;
}
