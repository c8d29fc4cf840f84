// LISTEN, SYN-SENT and the step to ESTABLISHED: RFC 9293 sections 3.10.7.2 and 3.10.7.3; options of SYN segments.

import {
  TCP_CONST_SACK_ENABLED,
  TCP_CONST_TIMESTAMP_ENABLED,
  TCP_CONST_WINDOW_SCALING_ENABLED,
  TCP_EVENT_CONNECTED,
  TCP_EVENT_REFUSED,
  TCP_FLAG_ACK,
  TCP_FLAG_CWR,
  TCP_FLAG_ECE,
  TCP_FLAG_RST,
  TCP_FLAG_SYN,
  TCP_HOST_ACK_NOW,
  TCP_HOST_ECN,
  TCP_HOST_FIN_QUEUED,
  TCP_HOST_PASSIVE,
  TCP_HOST_TIMING,
  TCP_OPTION_MSS,
  TCP_OPTION_SACK_PERMITTED,
  TCP_OPTION_TIMESTAMPS,
  TCP_OPTION_WINDOW_SCALE,
  TCP_STATE_ESTABLISHED,
  TCP_STATE_FIN_WAIT1,
  TCP_STATE_LISTEN,
  TCP_STATE_SYN_RECEIVED,
  TCP_STATE_SYN_SENT,
  TcpConnection,
  TcpSegment,
} from '../abi.gen';
import { Block } from '../block';
import { congestionBegin } from './congestion';
import { connectionEnd, Host, keepAliveRestart, MAX_WINDOW_SCALE, sendMssSettle, Stack } from './connection';
import { initialSequence } from './isn';
import { retransmitStart, retransmitStop, rttOnAck, rttStart } from './rto';
import { segmentSend, strayReset } from './segment';
import { Seq } from './seq';
import { windowScaleFor } from './window';

/** RFC 9293 section 3.7.1: MSS when the peer announces none. */
function defaultMss(family: u32): u32 {
  return family == 4 ? 536 : 1220;
}

/** What this end offers in its SYN. */
function offerOptions(c: TcpConnection): void {
  const stack = Stack.of(c);
  c.constFlags =
    (stack.sack ? TCP_CONST_SACK_ENABLED : 0) |
    (stack.timestamps ? TCP_CONST_TIMESTAMP_ENABLED : 0) |
    (stack.windowScaling ? TCP_CONST_WINDOW_SCALING_ENABLED : 0);
  c.rcvWindScale = stack.windowScaling ? windowScaleFor(max(stack.receiveLimit, stack.receiveWindow)) : 0;
  c.rcvWnd = min(c.initialRcvWnd, 65535);
}

/** An option holds when both SYNs had it: RFC 7323 sections 2.2 and 3.2, RFC 2018 section 2. */
function agreeOptions(c: TcpConnection, s: TcpSegment, now: u64): void {
  c.remoteMss = s.options & TCP_OPTION_MSS ? s.maximumSegment : defaultMss(c.family);
  let agreed: u32 = 0;
  if (s.options & TCP_OPTION_SACK_PERMITTED) agreed |= TCP_CONST_SACK_ENABLED;
  if (s.options & TCP_OPTION_TIMESTAMPS) agreed |= TCP_CONST_TIMESTAMP_ENABLED;
  if (s.options & TCP_OPTION_WINDOW_SCALE) agreed |= TCP_CONST_WINDOW_SCALING_ENABLED;
  c.constFlags = c.constFlags & agreed;
  if (c.constFlags & TCP_CONST_WINDOW_SCALING_ENABLED) c.sndWindScale = min(s.windowScale, MAX_WINDOW_SCALE);
  else c.rcvWindScale = 0;
  if (c.constFlags & TCP_CONST_TIMESTAMP_ENABLED) {
    c.tsRecent = s.timestamp;
    c.tsRecentAge = now;
  }
  sendMssSettle(c);
}

function takeSequence(c: TcpConnection, s: TcpSegment): void {
  c.irs = s.seq;
  c.rcvNxt = s.seq + 1;
  c.lastAckSent = c.rcvNxt;
  // RFC 7323 section 2.2: the window of a SYN is not scaled.
  c.sndWnd = s.window;
  c.maxSndWnd = s.window;
  c.sendWl1 = s.seq;
}

function startSequence(c: TcpConnection, iss: u32): void {
  c.iss = iss;
  c.sndUna = iss;
  c.sndNxt = iss;
  c.sndMax = iss;
  c.sendDataTail = iss + 1;
}

/** <SEQ=ISS><CTL=SYN>, or <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>; ECN-setup of RFC 3168 section 6.1.1. */
export function synSend(c: TcpConnection, now: u64): void {
  const setup =
    c.state == TCP_STATE_SYN_SENT ? (Stack.of(c).ecn ? TCP_FLAG_ECE | TCP_FLAG_CWR : 0) : Host.has(c, TCP_HOST_ECN) ? TCP_FLAG_ECE : 0;
  const flags = c.state == TCP_STATE_SYN_SENT ? TCP_FLAG_SYN : TCP_FLAG_SYN | TCP_FLAG_ACK;
  if (!segmentSend(c, c.iss, 0, flags | setup, now)) return;
  if (c.sndMax == c.iss) rttStart(c, c.iss + 1, now);
  else Host.clear(c, TCP_HOST_TIMING);
  c.sndNxt = c.iss + 1;
  c.sndMax = c.iss + 1;
  if (c.timer == 0) retransmitStart(c, now);
}

export function synSentBegin(c: TcpConnection, now: u64): void {
  const stack = Stack.of(c);
  offerOptions(c);
  startSequence(c, initialSequence(c, stack, now));
  c.state = TCP_STATE_SYN_SENT;
  stack.activeOpens = stack.activeOpens + 1;
  if (c.family == 6) stack.activeOpens6 = stack.activeOpens6 + 1;
  synSend(c, now);
}

/** A SYN in LISTEN, or anything else there. @param least  the sequence number must lie beyond it, when `reopened` */
export function listenInput(c: TcpConnection, s: TcpSegment, now: u64, reopened: bool, least: u32): void {
  if (s.flags & TCP_FLAG_RST) return;
  const stack = Stack.of(c);
  if (s.flags & TCP_FLAG_ACK) {
    strayReset(stack, s);
    return;
  }
  if (!(s.flags & TCP_FLAG_SYN)) return;
  Block.copy16(c.localAddressAt, s.destinationAt);
  Block.copy16(c.remoteAddressAt, s.sourceAt);
  c.localPort = s.destinationPort;
  c.remotePort = s.sourcePort;
  c.family = s.family;
  offerOptions(c);
  agreeOptions(c, s, now);
  takeSequence(c, s);
  const iss = initialSequence(c, stack, now);
  // RFC 1122 section 4.2.2.13: larger than any sequence number of the incarnation before.
  startSequence(c, reopened && Seq.le(iss, least) ? least + 1 : iss);
  const setup = TCP_FLAG_ECE | TCP_FLAG_CWR;
  if (stack.ecn && (s.flags & setup) == setup) Host.set(c, TCP_HOST_ECN);
  Host.set(c, TCP_HOST_PASSIVE);
  c.state = TCP_STATE_SYN_RECEIVED;
  stack.passiveOpens = stack.passiveOpens + 1;
  if (c.family == 6) stack.passiveOpens6 = stack.passiveOpens6 + 1;
  synSend(c, now);
}

/** RFC 9293 section 3.10.7.3. */
export function synSentInput(c: TcpConnection, s: TcpSegment, now: u64): void {
  const stack = Stack.of(c);
  const hasAck = (s.flags & TCP_FLAG_ACK) != 0;
  // First: ACK at or below ISS, or beyond SND.NXT.
  if (hasAck && (Seq.le(s.ack, c.iss) || Seq.gt(s.ack, c.sndMax))) {
    strayReset(stack, s);
    return;
  }
  // Second: RST counts only with a good ACK.
  if (s.flags & TCP_FLAG_RST) {
    if (!hasAck) return;
    stack.attemptFails = stack.attemptFails + 1;
    if (c.family == 6) stack.attemptFails6 = stack.attemptFails6 + 1;
    connectionEnd(c, TCP_EVENT_REFUSED);
    return;
  }
  if (!(s.flags & TCP_FLAG_SYN)) return;
  // Fourth: SYN.
  agreeOptions(c, s, now);
  takeSequence(c, s);
  const setup = s.flags & (TCP_FLAG_ECE | TCP_FLAG_CWR);
  if (hasAck) {
    if (stack.ecn && setup == TCP_FLAG_ECE) Host.set(c, TCP_HOST_ECN);
    rttOnAck(c, s, now);
    c.sndUna = s.ack;
    establish(c, now);
    Host.set(c, TCP_HOST_ACK_NOW);
    return;
  }
  // Simultaneous open.
  if (stack.ecn && setup == (TCP_FLAG_ECE | TCP_FLAG_CWR)) Host.set(c, TCP_HOST_ECN);
  c.state = TCP_STATE_SYN_RECEIVED;
  synSend(c, now);
}

/** Our SYN is acknowledged. A close during the handshake goes on to FIN-WAIT-1. */
export function establish(c: TcpConnection, now: u64): void {
  retransmitStop(c);
  congestionBegin(c);
  c.retransmitCount = 0;
  c.events = c.events | TCP_EVENT_CONNECTED;
  c.state = Host.has(c, TCP_HOST_FIN_QUEUED) ? TCP_STATE_FIN_WAIT1 : TCP_STATE_ESTABLISHED;
  c.tuneAt = now;
  keepAliveRestart(c, now);
}

/** RFC 9293 section 3.10.7.4, RST in SYN-RECEIVED: a passive open goes back to LISTEN, an active one is refused. */
export function synReceivedReset(c: TcpConnection): void {
  const stack = Stack.of(c);
  const passive = Host.has(c, TCP_HOST_PASSIVE);
  stack.attemptFails = stack.attemptFails + 1;
  if (c.family == 6) stack.attemptFails6 = stack.attemptFails6 + 1;
  connectionEnd(c, passive ? 0 : TCP_EVENT_REFUSED);
  if (passive) c.state = TCP_STATE_LISTEN;
}
