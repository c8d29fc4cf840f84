// The connection record. What of it can be handed to a NIC and what stays with the host is said in ui/abi/schema.ts.
// A record with its identity filled in is started by tcpListen() or tcpOpen() (user.ts) and is CLOSED again at its end.

import {
  TCP_CACHED_KEEP_ALIVE_ENABLED,
  TCP_CACHED_NAGLING_ENABLED,
  TCP_CONNECTION_SIZE,
  TCP_CONST_TIMESTAMP_ENABLED,
  TCP_HOST_OUTPUT_PENDING,
  TCP_STATE_CLOSED,
  TCP_TIMER_NONE,
  TcpConnection,
  TcpStack,
} from '../abi.gen';
import { arenaTake } from '../memory';

/** A timer that does not run. */
export const NEVER: u64 = u64.MAX_VALUE;
/** Largest shift, RFC 7323 section 2.3. */
export const MAX_WINDOW_SCALE: u32 = 14;
/** Bytes of the identity: addresses, ports, family. It survives connectionClear. */
const IDENTITY: u32 = 37;
/** NOP, NOP, timestamps: RFC 7323 appendix A. */
export const TIMESTAMP_BYTES: u32 = 12;
/** Least payload of a segment, whatever the peer's MSS option says; the value is assumed. */
const LEAST_MSS: u32 = 64;

/** Address of `count` records, all CLOSED. */
export function tcpConnectionsReserve(count: u32): u32 {
  return arenaTake(count * TCP_CONNECTION_SIZE);
}

export class Host {
  @inline static has(c: TcpConnection, bits: u32): bool {
    return (c.hostFlags & bits) != 0;
  }
  @inline static set(c: TcpConnection, bits: u32): void {
    c.hostFlags = c.hostFlags | bits;
  }
  @inline static clear(c: TcpConnection, bits: u32): void {
    c.hostFlags = c.hostFlags & ~bits;
  }
}

export class Stack {
  @inline static of(c: TcpConnection): TcpStack {
    return changetype<TcpStack>(c.stack);
  }
}

/** Bytes of the IP and TCP headers without options. */
export function headerBytes(family: u32): u32 {
  return family == 4 ? 40 : 60;
}

/** Puts all but the identity to its start. */
export function connectionClear(c: TcpConnection, stack: TcpStack): void {
  memory.fill(changetype<u32>(c) + IDENTITY, 0, TCP_CONNECTION_SIZE - IDENTITY);
  c.stack = changetype<u32>(stack);
  c.cachedFlags = (stack.nagle ? TCP_CACHED_NAGLING_ENABLED : 0) | 0;
  c.kaProbeCount = stack.keepAliveProbes;
  c.kaTimeout = stack.keepAliveTime;
  c.kaInterval = stack.keepAliveInterval;
  c.initialRcvWnd = stack.receiveWindow;
  c.pathMtu = stack.mtu;
  c.largeSend = stack.largeSend;
  c.ttlOrHopLimit = stack.hopLimit;
  c.state = TCP_STATE_CLOSED;
  c.baseRtt = NEVER;
  timersStop(c);
}

export function timersStop(c: TcpConnection): void {
  c.retransmitAt = NEVER;
  c.keepAliveAt = NEVER;
  c.delayedAckAt = NEVER;
  c.deadline = NEVER;
  c.timer = TCP_TIMER_NONE;
}

/** Ends the connection for `event`; the record keeps what a user may still want to read. */
export function connectionEnd(c: TcpConnection, event: u32): void {
  c.state = TCP_STATE_CLOSED;
  c.events = c.events | event;
  c.hostFlags = 0;
  timersStop(c);
}

/** Earliest of the timers; at once when output waits for room in the ring. */
export function deadlineSettle(c: TcpConnection): void {
  c.deadline = Host.has(c, TCP_HOST_OUTPUT_PENDING) ? 0 : min(min(c.retransmitAt, c.delayedAckAt), c.keepAliveAt);
}

/** Payload of a full segment: option space comes out of it (RFC 9293 section 3.7.1, RFC 6691). */
export function sendMssSettle(c: TcpConnection): void {
  const path = max(c.pathMtu, headerBytes(c.family) + LEAST_MSS + TIMESTAMP_BYTES) - headerBytes(c.family);
  const options = c.constFlags & TCP_CONST_TIMESTAMP_ENABLED ? TIMESTAMP_BYTES : 0;
  c.sendMss = max(min(c.remoteMss, path), LEAST_MSS + options) - options;
}

/** Starts the wait for silence, where keep-alive is on. */
export function keepAliveRestart(c: TcpConnection, now: u64): void {
  c.keepAliveProbeCount = 0;
  c.keepAliveAt = c.cachedFlags & TCP_CACHED_KEEP_ALIVE_ENABLED ? now + c.kaTimeout : NEVER;
}
