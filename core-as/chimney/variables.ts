// What moves between the host's record of a connection and the adapter's: const, cached and delegated variables, as the fields of
// TcpConnection are sorted (DDI, TCP_OFFLOAD_STATE_CONST, _CACHED, _DELEGATED; path state among them). Whatever else TCP keeps of a
// connection is made anew by the one that takes over.
// Bookkeeping of the emulation follows the data: where in the made-up stream it stands. So do received segments with a hole before them,
// which the one that held them forwards.

import {
  TCP_CONNECTION_CACHED_FLAGS,
  TCP_CONNECTION_KA_TIMEOUT,
  TCP_CONNECTION_RANGES,
  TCP_CONNECTION_SIZE,
  TCP_CONNECTION_STACK,
  TCP_CONNECTION_STATE,
  TCP_CONNECTION_S_RTT,
  TCP_HOST_FIN_HELD,
  TCP_HOST_FIN_QUEUED,
  TCP_HOST_PASSIVE,
  TCP_HOST_RECEIVE_CLOSED,
  TCP_RANGES,
  TCP_STATE_CLOSED,
  TCP_STATE_CLOSING,
  TCP_STATE_FIN_WAIT1,
  TCP_STATE_FIN_WAIT2,
  TCP_STATE_LAST_ACK,
  TCP_STATE_TIME_WAIT,
  TCP_TIMER_FIN_WAIT2,
  TCP_TIMER_NONE,
  TCP_TIMER_PERSIST,
  TCP_TIMER_RETRANSMIT,
  TCP_TIMER_TIME_WAIT,
  TcpConnection,
} from '../abi.gen';
import { Host, NEVER, sendMssSettle, timersStop } from '../tcp/connection';

/** What void variables are filled with: whoever reads them sees that they are none. */
const VOID: u8 = 0xdb;

export function constCopy(to: u32, from: u32): void {
  memory.copy(to, from, TCP_CONNECTION_CACHED_FLAGS);
}

export function cachedCopy(to: u32, from: u32): void {
  memory.copy(to + TCP_CONNECTION_CACHED_FLAGS, from + TCP_CONNECTION_CACHED_FLAGS, TCP_CONNECTION_STATE - TCP_CONNECTION_CACHED_FLAGS);
  memory.copy(to + TCP_CONNECTION_KA_TIMEOUT, from + TCP_CONNECTION_KA_TIMEOUT, TCP_CONNECTION_S_RTT - TCP_CONNECTION_KA_TIMEOUT);
}

export function delegatedCopy(to: u32, from: u32): void {
  store<u8>(to, load<u8>(from, TCP_CONNECTION_STATE), TCP_CONNECTION_STATE);
  memory.copy(to + TCP_CONNECTION_S_RTT, from + TCP_CONNECTION_S_RTT, TCP_CONNECTION_STACK - TCP_CONNECTION_S_RTT);
}

/** Delegated variables that are with the other side. */
export function delegatedVoid(at: u32): void {
  store<u8>(at, VOID, TCP_CONNECTION_STATE);
  memory.fill(at + TCP_CONNECTION_S_RTT, VOID, TCP_CONNECTION_STACK - TCP_CONNECTION_S_RTT);
}

/** A moment as what remains until then: timers do not run during a move (TimeoutDelta). */
function remaining(at: u64, now: u64): u64 {
  if (at == NEVER) return NEVER;
  return at > now ? at - now : 0;
}
function moment(delta: u64, now: u64): u64 {
  return delta == NEVER ? NEVER : now + delta;
}

/** Stops the timers of a record whose state is about to move. */
export function timersHold(c: TcpConnection, now: u64): void {
  c.retransmitAt = remaining(c.retransmitAt, now);
  c.keepAliveAt = remaining(c.keepAliveAt, now);
  c.delayedAckAt = NEVER;
  c.deadline = NEVER;
}

/** Where the streams stand, what waits out of order, and what the user has asked for. */
function follow(to: TcpConnection, from: TcpConnection): void {
  to.flow = from.flow;
  to.sndUnaOffset = from.sndUnaOffset;
  to.rcvNxtOffset = from.rcvNxtOffset;
  to.rcvFin = from.rcvFin;
  to.rangeCount = from.rangeCount;
  memory.copy(changetype<u32>(to) + TCP_CONNECTION_RANGES, changetype<u32>(from) + TCP_CONNECTION_RANGES, TCP_RANGES << 3);
  const asked = TCP_HOST_RECEIVE_CLOSED | TCP_HOST_FIN_HELD;
  to.hostFlags = (to.hostFlags & TCP_HOST_PASSIVE) | (from.hostFlags & asked);
}

/** Which of the four timers runs follows from the rest. */
function timerOf(c: TcpConnection): u32 {
  if (c.retransmitAt == NEVER) return TCP_TIMER_NONE;
  if (c.state == TCP_STATE_TIME_WAIT) return TCP_TIMER_TIME_WAIT;
  if (c.sndWndProbeCount == 0 && c.sndUna != c.sndMax) return TCP_TIMER_RETRANSMIT;
  return c.state == TCP_STATE_FIN_WAIT2 ? TCP_TIMER_FIN_WAIT2 : TCP_TIMER_PERSIST;
}

function finIsQueued(state: u32): bool {
  const closes = state == TCP_STATE_FIN_WAIT1 || state == TCP_STATE_FIN_WAIT2 || state == TCP_STATE_CLOSING;
  return closes || state == TCP_STATE_LAST_ACK || state == TCP_STATE_TIME_WAIT;
}

/** Sets the record whose owner takes over going: timers, and what TCP keeps besides. Losses under repair are found again. */
export function takeOver(c: TcpConnection, now: u64): void {
  c.retransmitAt = moment(c.retransmitAt, now);
  c.keepAliveAt = moment(c.keepAliveAt, now);
  c.delayedAckAt = NEVER;
  c.ackCount = 0;
  c.lastAckSent = c.rcvNxt;
  if (finIsQueued(c.state)) Host.set(c, TCP_HOST_FIN_QUEUED);
  c.timer = timerOf(c);
  c.rtoShift = c.retransmitCount;
  c.sackedCount = 0; // RFC 2018 section 8 allows it
  c.recover = c.sndUna;
  c.ecnRecover = c.sndUna;
  c.highRxt = c.sndUna;
  c.roundEnd = c.sndMax;
  c.acked = 0;
  c.baseRtt = NEVER;
  c.sentAt = now;
  sendMssSettle(c);
  if (c.state == TCP_STATE_CLOSED) timersStop(c);
}

/** The state blocks of an initiate request: the host's variables become the adapter's, and void in the host. Its timers are held. */
export function stateInitiate(target: TcpConnection, host: TcpConnection, stack: u32): void {
  const to = changetype<u32>(target);
  const from = changetype<u32>(host);
  memory.fill(to, 0, TCP_CONNECTION_SIZE);
  constCopy(to, from);
  cachedCopy(to, from);
  delegatedCopy(to, from);
  target.stack = stack;
  target.delayedAckAt = NEVER;
  target.deadline = NEVER;
  follow(target, host);
  delegatedVoid(from);
  host.hostFlags = host.hostFlags & TCP_HOST_PASSIVE;
  host.deadline = NEVER;
}

/** What a terminate request gives back. Its timers are held. */
export function stateTerminate(host: TcpConnection, target: TcpConnection): void {
  delegatedCopy(changetype<u32>(host), changetype<u32>(target));
  follow(host, target);
  host.events = host.events | target.events;
  delegatedVoid(changetype<u32>(target));
}
