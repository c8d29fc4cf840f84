// The bytes of an IPv4 or IPv6 packet back into a segment. No length is trusted; checksums decide (RFC 9293 section 3.1, MUST-3).
// IPv6 hop-by-hop, routing and destination headers are skipped by length. Fragments are not reassembled.

import {
  TCP_OPTION_MSS,
  TCP_OPTION_SACK_PERMITTED,
  TCP_OPTION_TIMESTAMPS,
  TCP_OPTION_WINDOW_SCALE,
  TCP_PARSE_BAD_CHECKSUM,
  TCP_PARSE_FRAGMENT,
  TCP_PARSE_MALFORMED,
  TCP_PARSE_NOT_TCP,
  TCP_PARSE_SEGMENT,
  TCP_SEGMENT_SIZE,
  TcpSegment,
} from '../abi.gen';
import { blockClear } from '../block';
import { Wire } from '../bytes';
import { sumAdd, sumFold, sumPseudo } from './checksum';
import { Range } from './reassembly';

const TCP: u32 = 6;
const MOST_BLOCKS: u32 = 4;

/** RFC 9293 section 3.1: unknown options are skipped by their length; a length below 2 or beyond the header ends the list (MUST-7). */
function optionsParse(s: TcpSegment, at: u32, end: u32): void {
  while (at < end) {
    const kind = <u32>load<u8>(at);
    if (kind == 0) return;
    if (kind == 1) {
      at++;
      continue;
    }
    if (at + 2 > end) return;
    const length = <u32>load<u8>(at, 1);
    if (length < 2 || at + length > end) return;
    optionTake(s, at, kind, length);
    at += length;
  }
}

/** An option counts with its own length only. */
function optionTake(s: TcpSegment, at: u32, kind: u32, length: u32): void {
  if (kind == 2 && length == 4) {
    s.options = s.options | TCP_OPTION_MSS;
    s.maximumSegment = Wire.u16(at + 2);
  } else if (kind == 3 && length == 3) {
    s.options = s.options | TCP_OPTION_WINDOW_SCALE;
    s.windowScale = <u32>load<u8>(at, 2);
  } else if (kind == 4 && length == 2) s.options = s.options | TCP_OPTION_SACK_PERMITTED;
  else if (kind == 5 && (length - 2) % 8 == 0) {
    s.sackBlocks = min((length - 2) >> 3, MOST_BLOCKS);
    for (let i: u32 = 0; i < s.sackBlocks; i++) Range.put(s.sackAt, i, Wire.u32(at + 2 + (i << 3)), Wire.u32(at + 6 + (i << 3)));
  } else if (kind == 8 && length == 10) {
    s.options = s.options | TCP_OPTION_TIMESTAMPS;
    s.timestamp = Wire.u32(at + 2);
    s.timestampEcho = Wire.u32(at + 6);
  }
}

function tcpHeader(s: TcpSegment, tcp: u32, length: u32, source: u32): u32 {
  if (length < 20) return TCP_PARSE_MALFORMED;
  const header = ((<u32>load<u8>(tcp, 12)) >> 4) << 2;
  if (header < 20 || header > length) return TCP_PARSE_MALFORMED;
  if (sumFold(sumAdd(sumPseudo(s.family, source, TCP, length), tcp, length)) != 0xffff) return TCP_PARSE_BAD_CHECKSUM;
  s.sourcePort = Wire.u16(tcp);
  s.destinationPort = Wire.u16(tcp + 2);
  s.seq = Wire.u32(tcp + 4);
  s.ack = Wire.u32(tcp + 8);
  s.flags = <u32>load<u8>(tcp, 13);
  s.window = Wire.u16(tcp + 14);
  s.urgent = Wire.u16(tcp + 18);
  s.length = length - header;
  s.payload = tcp + header;
  optionsParse(s, tcp + 20, tcp + header);
  return TCP_PARSE_SEGMENT;
}

function ipv4Parse(s: TcpSegment, ip: u32, bytes: u32): u32 {
  if (bytes < 20) return TCP_PARSE_MALFORMED;
  const header = ((<u32>load<u8>(ip)) & 15) << 2;
  const total = Wire.u16(ip + 2);
  if (header < 20 || total < header || total > bytes) return TCP_PARSE_MALFORMED;
  if (sumFold(sumAdd(0, ip, header)) != 0xffff) return TCP_PARSE_BAD_CHECKSUM;
  if (<u32>load<u8>(ip, 9) != TCP) return TCP_PARSE_NOT_TCP;
  if (Wire.u16(ip + 6) & 0x3fff) return TCP_PARSE_FRAGMENT;
  s.family = 4;
  store<u32>(s.sourceAt, load<u32>(ip, 12));
  store<u32>(s.destinationAt, load<u32>(ip, 16));
  s.ecn = (<u32>load<u8>(ip, 1)) & 3;
  s.trafficClass = (<u32>load<u8>(ip, 1)) & 0xfc;
  s.hopLimit = <u32>load<u8>(ip, 8);
  s.ipId = Wire.u16(ip + 4);
  return tcpHeader(s, ip + header, total - header, ip + 12);
}

function ipv6Parse(s: TcpSegment, ip: u32, bytes: u32): u32 {
  if (bytes < 40) return TCP_PARSE_MALFORMED;
  const end = ip + 40 + Wire.u16(ip + 4);
  if (end > ip + bytes) return TCP_PARSE_MALFORMED;
  let next = <u32>load<u8>(ip, 6);
  let at = ip + 40;
  while (next == 0 || next == 43 || next == 60) {
    if (at + 8 > end) return TCP_PARSE_MALFORMED;
    next = <u32>load<u8>(at);
    at += (<u32>load<u8>(at, 1) + 1) << 3;
    if (at > end) return TCP_PARSE_MALFORMED;
  }
  if (next == 44) return TCP_PARSE_FRAGMENT;
  if (next != TCP) return TCP_PARSE_NOT_TCP;
  const first = Wire.u32(ip);
  s.family = 6;
  memory.copy(s.sourceAt, ip + 8, 32); // destination follows source, here and there
  s.ecn = (first >> 20) & 3;
  s.trafficClass = (first >> 20) & 0xfc;
  s.flowLabel = first & 0xfffff;
  s.hopLimit = <u32>load<u8>(ip, 7);
  return tcpHeader(s, at, end - at, ip + 8);
}

/**
 * Reads the packet of `bytes` bytes at `ip` into the record `s`; its payload stays where it is.
 * @returns TcpParse; the record is good only with TcpParse.Segment
 */
export function tcpParse(ip: u32, bytes: u32, s: TcpSegment): u32 {
  blockClear(changetype<u32>(s), TCP_SEGMENT_SIZE);
  if (bytes == 0) return TCP_PARSE_MALFORMED;
  const version = (<u32>load<u8>(ip)) >> 4;
  if (version == 4) return ipv4Parse(s, ip, bytes);
  if (version == 6) return ipv6Parse(s, ip, bytes);
  return TCP_PARSE_NOT_TCP;
}
