// Puts segments of a connection into the ring: header fields from the record, options, ECN, and what the sending of an ACK settles.

import {
  TCP_CONST_SACK_ENABLED,
  TCP_CONST_TIMESTAMP_ENABLED,
  TCP_CONST_WINDOW_SCALING_ENABLED,
  TCP_FLAG_ACK,
  TCP_FLAG_CWR,
  TCP_FLAG_ECE,
  TCP_FLAG_RST,
  TCP_FLAG_SYN,
  TCP_HOST_ACK_NOW,
  TCP_HOST_ECN,
  TCP_HOST_ECN_ECHO,
  TCP_HOST_ECN_REDUCED,
  TCP_HOST_OUTPUT_PENDING,
  TCP_OPTION_MSS,
  TCP_OPTION_SACK_PERMITTED,
  TCP_OPTION_TIMESTAMPS,
  TCP_OPTION_WINDOW_SCALE,
  TCP_STATE_SYN_SENT,
  TcpConnection,
  TcpSegment,
  TcpStack,
} from '../abi.gen';
import { Block } from '../block';
import { headerBytes, Host, NEVER, Stack } from './connection';
import { Seq } from './seq';
import { ringClaim } from './stack';
import { timestampNow } from './timestamps';
import { windowOffer } from './window';

/** ECT(0), RFC 3168 section 5. */
const ECT0: u32 = 2;

/** SACK blocks that go out now: at most 4, 3 beside timestamps (RFC 2018 section 3). */
export function sackBlocksDue(c: TcpConnection): u32 {
  if (!(c.constFlags & TCP_CONST_SACK_ENABLED)) return 0;
  return min(c.rangeCount, c.constFlags & TCP_CONST_TIMESTAMP_ENABLED ? 3 : 4);
}

/** Bytes that the SACK option takes, with two NOPs before it. */
export function sackBytesDue(c: TcpConnection): u32 {
  const blocks = sackBlocksDue(c);
  return blocks ? 4 + (blocks << 3) : 0;
}

function segmentOptions(c: TcpConnection, s: TcpSegment, flags: u32, now: u64): void {
  const stack = Stack.of(c);
  let options: u32 = 0;
  if (flags & TCP_FLAG_SYN) {
    options = TCP_OPTION_MSS;
    s.maximumSegment = stack.mtu - headerBytes(c.family);
    if (c.constFlags & TCP_CONST_WINDOW_SCALING_ENABLED) options |= TCP_OPTION_WINDOW_SCALE;
    s.windowScale = c.rcvWindScale;
    if (c.constFlags & TCP_CONST_SACK_ENABLED) options |= TCP_OPTION_SACK_PERMITTED;
  } else {
    const blocks = sackBlocksDue(c);
    s.sackBlocks = blocks;
    if (blocks != 0) memory.copy(s.sackAt, c.rangesAt, blocks << 3);
  }
  // RFC 7323 section 3.2: in every segment but RST.
  if (c.constFlags & TCP_CONST_TIMESTAMP_ENABLED && !(flags & TCP_FLAG_RST)) {
    options |= TCP_OPTION_TIMESTAMPS;
    s.timestamp = timestampNow(c, now);
    s.timestampEcho = flags & TCP_FLAG_ACK ? c.tsRecent : 0;
  }
  s.options = options;
}

/** RFC 3168 section 6.1: ECE and CWR, and ECT(0) on new data only (6.1.5). @returns the flags */
function segmentEcn(c: TcpConnection, s: TcpSegment, flags: u32): u32 {
  if (flags & (TCP_FLAG_SYN | TCP_FLAG_RST) || !Host.has(c, TCP_HOST_ECN)) return flags;
  if (Host.has(c, TCP_HOST_ECN_ECHO)) flags |= TCP_FLAG_ECE;
  if (s.length == 0 || Seq.lt(s.seq, c.sndMax)) return flags;
  s.ecn = ECT0;
  if (Host.has(c, TCP_HOST_ECN_REDUCED)) {
    flags |= TCP_FLAG_CWR;
    Host.clear(c, TCP_HOST_ECN_REDUCED);
  }
  return flags;
}

/** An ACK goes out with everything but SYN and RST: what was owed is paid. */
function ackPaid(c: TcpConnection): void {
  Host.clear(c, TCP_HOST_ACK_NOW);
  c.delayedAckAt = NEVER;
  c.ackCount = 0;
  c.lastAckSent = c.rcvNxt;
}

/**
 * Puts one segment in the ring.
 * @param length  payload bytes from `seq` on; more than a full segment makes a large send
 * @returns false when the ring was full; the connection then asks to be called again
 */
export function segmentSend(c: TcpConnection, seq: u32, length: u32, flags: u32, now: u64): bool {
  const stack = Stack.of(c);
  const at = ringClaim(stack);
  if (!at) {
    Host.set(c, TCP_HOST_OUTPUT_PENDING);
    return false;
  }
  const s = changetype<TcpSegment>(at);
  Block.copy16(s.sourceAt, c.localAddressAt);
  Block.copy16(s.destinationAt, c.remoteAddressAt);
  s.sourcePort = c.localPort;
  s.destinationPort = c.remotePort;
  s.family = c.family;
  s.connection = changetype<u32>(c);
  s.flow = c.flow;
  s.seq = seq;
  s.length = length;
  s.offset = c.sndUnaOffset + <u64>(seq - c.sndUna);
  if (flags & TCP_FLAG_ACK) s.ack = c.rcvNxt;
  segmentOptions(c, s, flags, now);
  s.window = windowOffer(c, (flags & TCP_FLAG_SYN) != 0);
  s.flags = segmentEcn(c, s, flags);
  const full = c.sendMss - sackBytesDue(c);
  if (length > full) s.mss = full;
  s.ipId = stack.ipId;
  stack.ipId = stack.ipId + (length > full ? (length + full - 1) / full : 1);
  s.hopLimit = c.ttlOrHopLimit;
  s.trafficClass = c.tosOrTrafficClass;
  s.flowLabel = c.flowLabel;
  if (flags & TCP_FLAG_RST) stack.resetsOut = stack.resetsOut + 1;
  if (flags & TCP_FLAG_ACK && c.state != TCP_STATE_SYN_SENT) ackPaid(c);
  // RFC 4022: tcpOutSegs leaves out segments with only retransmitted bytes.
  const extent = length + (flags & TCP_FLAG_SYN ? 1 : 0);
  const again = extent != 0 && Seq.lt(seq, c.sndMax);
  if (again) stack.segmentsRetransmitted = stack.segmentsRetransmitted + 1;
  else stack.segmentsOut = stack.segmentsOut + 1;
  if (c.family != 6) return true;
  if (again) stack.segmentsRetransmitted6 = stack.segmentsRetransmitted6 + 1;
  else stack.segmentsOut6 = stack.segmentsOut6 + 1;
  return true;
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK> */
export function ackSend(c: TcpConnection, now: u64): bool {
  return segmentSend(c, c.sndMax, 0, TCP_FLAG_ACK, now);
}

/** RFC 5961 sections 3.2, 4.2, 5.2: an ACK in answer to what may be forged, at most so many in a time (section 7). */
export function challengeAck(c: TcpConnection, now: u64): void {
  const stack = Stack.of(c);
  if (now - stack.challengeAt >= stack.challengeInterval) {
    stack.challengeAt = now;
    stack.challengeCount = 0;
  }
  if (stack.challengeCount >= stack.challengeLimit) return;
  stack.challengeCount = stack.challengeCount + 1;
  if (ackSend(c, now)) stack.challengeAcks = stack.challengeAcks + 1;
}

/**
 * Answer to a segment that belongs to no connection, RFC 9293 section 3.10.7.1.
 * With ACK: <SEQ=SEG.ACK><CTL=RST>; else <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>; nothing to a RST.
 */
export function strayReset(stack: TcpStack, got: TcpSegment): void {
  if (got.flags & TCP_FLAG_RST) return;
  const at = ringClaim(stack);
  if (!at) return;
  const s = changetype<TcpSegment>(at);
  Block.copy16(s.sourceAt, got.destinationAt);
  Block.copy16(s.destinationAt, got.sourceAt);
  s.sourcePort = got.destinationPort;
  s.destinationPort = got.sourcePort;
  s.family = got.family;
  if (got.flags & TCP_FLAG_ACK) {
    s.seq = got.ack;
    s.flags = TCP_FLAG_RST;
  } else {
    s.ack = segmentEnd(got);
    s.flags = TCP_FLAG_RST | TCP_FLAG_ACK;
  }
  s.hopLimit = stack.hopLimit;
  s.ipId = stack.ipId;
  stack.ipId = stack.ipId + 1;
  stack.resetsOut = stack.resetsOut + 1;
  stack.segmentsOut = stack.segmentsOut + 1;
  if (s.family == 6) stack.segmentsOut6 = stack.segmentsOut6 + 1;
}

/** SEG.SEQ + SEG.LEN; SYN and FIN count. */
export function segmentEnd(s: TcpSegment): u32 {
  return s.seq + s.length + (s.flags & TCP_FLAG_SYN ? 1 : 0) + (s.flags & 1);
}
