// TCP of one host: the settings' defaults, and the ring of segments that wait to be turned into frames.
// Windows' constants of the time are marked with their source, or assumed.

import { TCP_CONGESTION_COMPOUND, TCP_SEGMENT_SIZE, TCP_STACK_SIZE, TcpStack } from '../abi.gen';
import { blockClear } from '../block';
import { arenaTake } from '../memory';

const MILLISECOND: u64 = 1_000_000_000;
const SECOND: u64 = 1_000_000_000_000;

/** Address of a stack with the settings of Windows Server 2008 and a ring of `slots`, a power of two. */
export function tcpStackReserve(slots: u32): u32 {
  const stack = changetype<TcpStack>(arenaTake(TCP_STACK_SIZE));
  stack.ring = arenaTake(slots * TCP_SEGMENT_SIZE);
  stack.ringMask = slots - 1;
  stack.initialRto = 3 * SECOND; // RFC 1122 section 4.2.3.1, and TcpInitialRtt of Windows
  stack.minRto = 300 * MILLISECOND; // assumed
  stack.maxRto = 60 * SECOND; // RFC 6298 (2.5) allows no less
  stack.granularity = MILLISECOND; // assumed
  stack.delayedAck = 200 * MILLISECOND; // TcpDelAckTicks 2 of 100 ms
  stack.timeWait = 120 * SECOND; // assumed for TcpTimedWaitDelay
  stack.finWait2 = 120 * SECOND; // assumed for TcpFinWait2Delay
  stack.keepAliveTime = 7200 * SECOND; // RFC 1122 section 4.2.3.6, KeepAliveTime
  stack.keepAliveInterval = SECOND; // KeepAliveInterval
  stack.keepAliveProbes = 10; // assumed
  stack.tick = MILLISECOND; // within RFC 7323 section 5.4
  stack.challengeInterval = 5 * SECOND; // RFC 5961 section 7
  stack.challengeLimit = 10; // RFC 5961 section 7
  stack.mtu = 1500;
  stack.receiveWindow = 65536; // assumed
  stack.receiveLimit = 16777216 - 1; // autotuninglevel=normal; the bound is assumed
  stack.ackFrequency = 2; // RFC 5681 section 4.2, TcpAckFrequency
  stack.dupAckThreshold = 3; // RFC 5681 section 3.2
  stack.synRetries = 2; // TcpMaxConnectRetransmissions
  stack.dataRetries = 5; // TcpMaxDataRetransmissions
  stack.congestion = TCP_CONGESTION_COMPOUND;
  stack.windowScaling = 1;
  stack.sack = 1;
  stack.nagle = 1;
  stack.hopLimit = 128;
  return changetype<u32>(stack);
}

export function tcpRingCount(stack: TcpStack): u32 {
  return stack.ringHead - stack.ringTail;
}

/** Address of the `index`th waiting segment, oldest first. */
export function tcpRingAt(stack: TcpStack, index: u32): u32 {
  return stack.ring + ((stack.ringTail + index) & stack.ringMask) * TCP_SEGMENT_SIZE;
}

/** Gives the `count` oldest slots back. */
export function tcpRingRelease(stack: TcpStack, count: u32): void {
  stack.ringTail = stack.ringTail + count;
}

/** A zeroed slot at the head of the ring; 0 when the ring is full. */
export function ringClaim(stack: TcpStack): u32 {
  if (stack.ringHead - stack.ringTail > stack.ringMask) {
    stack.ringFull = stack.ringFull + 1;
    return 0;
  }
  const at = stack.ring + (stack.ringHead & stack.ringMask) * TCP_SEGMENT_SIZE;
  blockClear(at, TCP_SEGMENT_SIZE);
  stack.ringHead = stack.ringHead + 1;
  return at;
}
