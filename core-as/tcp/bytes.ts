// A segment as the bytes of an IPv4 or IPv6 packet, checksums included: RFC 791, RFC 8200, RFC 9293 section 3.1.
// Fragmentation, IP options and IPv6 extension headers are not written.

import { TCP_OPTION_MSS, TCP_OPTION_SACK_PERMITTED, TCP_OPTION_TIMESTAMPS, TCP_OPTION_WINDOW_SCALE, TcpSegment } from '../abi.gen';
import { Block } from '../block';
import { Put } from '../bytes';
import { sumAdd, sumFold, sumPseudo } from './checksum';
import { tcpPayload } from './payload';
import { Range } from './reassembly';

const TCP: u32 = 6;
const NOP: u32 = 1;
const DONT_FRAGMENT: u32 = 0x4000;

/** MSS, window scale, SACK permitted, timestamps, SACK; each padded to four bytes. The order is assumed. @returns the end */
function optionsWrite(s: TcpSegment, at: u32): u32 {
  if (s.options & TCP_OPTION_MSS) {
    Put.u32(at, 0x02040000 | s.maximumSegment);
    at += 4;
  }
  if (s.options & TCP_OPTION_WINDOW_SCALE) {
    Put.u32(at, (NOP << 24) | 0x030300 | s.windowScale);
    at += 4;
  }
  if (s.options & TCP_OPTION_SACK_PERMITTED) {
    Put.u32(at, 0x01010402);
    at += 4;
  }
  if (s.options & TCP_OPTION_TIMESTAMPS) {
    Put.u32(at, 0x0101080a);
    Put.u32(at + 4, s.timestamp);
    Put.u32(at + 8, s.timestampEcho);
    at += 12;
  }
  if (s.sackBlocks) {
    Put.u32(at, 0x01010500 | (2 + (s.sackBlocks << 3)));
    at += 4;
    for (let i: u32 = 0; i < s.sackBlocks; i++, at += 8) {
      Put.u32(at, Range.left(s.sackAt, i));
      Put.u32(at + 4, Range.right(s.sackAt, i));
    }
  }
  return at;
}

/** @returns bytes of the IP header */
export function ipWrite(s: TcpSegment, at: u32, payload: u32, protocol: u32): u32 {
  const traffic = (s.trafficClass & 0xfc) | (s.ecn & 3);
  if (s.family == 4) {
    Put.u16(at, 0x4500 | traffic);
    Put.u16(at + 2, 20 + payload);
    Put.u16(at + 4, s.ipId);
    Put.u16(at + 6, DONT_FRAGMENT); // path MTU discovery, RFC 1191
    Put.u32(at + 8, (s.hopLimit << 24) | (protocol << 16));
    store<u32>(at + 12, load<u32>(s.sourceAt));
    store<u32>(at + 16, load<u32>(s.destinationAt));
    store<u16>(at + 10, <u16>~sumFold(sumAdd(0, at, 20)));
    return 20;
  }
  Put.u32(at, (6 << 28) | (traffic << 20) | (s.flowLabel & 0xfffff));
  Put.u32(at + 4, (payload << 16) | (protocol << 8) | s.hopLimit);
  Block.copy16(at + 8, s.sourceAt);
  Block.copy16(at + 24, s.destinationAt);
  return 40;
}

/** Bytes that tcpWrite will write, from the IP header on. */
export function tcpWriteBytes(s: TcpSegment): u32 {
  const bits = s.options;
  let options: u32 =
    (bits & TCP_OPTION_MSS ? 4 : 0) + (bits & TCP_OPTION_WINDOW_SCALE ? 4 : 0) + (bits & TCP_OPTION_SACK_PERMITTED ? 4 : 0);
  options += (bits & TCP_OPTION_TIMESTAMPS ? 12 : 0) + (s.sackBlocks ? 4 + (s.sackBlocks << 3) : 0);
  return (s.family == 4 ? 20 : 40) + 20 + options + s.length;
}

/**
 * Writes the packet to `out`. A large send is cut with tcpSlice() first; the IP length must fit in 16 bits.
 * @returns bytes written, from the IP header on
 */
export function tcpWrite(s: TcpSegment, out: u32): u32 {
  const total = tcpWriteBytes(s);
  const tcp = out + (s.family == 4 ? 20 : 40);
  const length = total - (tcp - out);
  ipWrite(s, out, length, TCP);
  Put.u16(tcp, s.sourcePort);
  Put.u16(tcp + 2, s.destinationPort);
  Put.u32(tcp + 4, s.seq);
  Put.u32(tcp + 8, s.ack);
  const data = optionsWrite(s, tcp + 20);
  Put.u16(tcp + 12, ((data - tcp) << 10) | s.flags);
  Put.u16(tcp + 14, s.window);
  store<u16>(tcp + 16, 0);
  Put.u16(tcp + 18, s.urgent);
  if (s.payload) memory.copy(data, s.payload, s.length);
  else tcpPayload(s.flow, s.offset, s.length, data);
  const source = out + (s.family == 4 ? 12 : 8);
  store<u16>(tcp + 16, <u16>~sumFold(sumAdd(sumPseudo(s.family, source, TCP, length), tcp, length)));
  return total;
}
