// Whether every byte of a stream has come to the application's buffers exactly once, however it was cut and whoever copied it. A piece
// from offset a to b adds mark(b) - mark(a); pieces that lie end to end add up to mark(end) - mark(0), and any that is missing, twice, or
// somewhere else leaves another sum but for one chance in 2^64. The mark is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).

import { DmaEngine, DmaReceiver, Socket } from '../abi.gen';

function mark(offset: u64): u64 {
  let mix = offset + 0x9e3779b97f4a7c15;
  mix = (mix ^ (mix >> 30)) * 0xbf58476d1ce4e5b9;
  mix = (mix ^ (mix >> 27)) * 0x94d049bb133111eb;
  return mix ^ (mix >> 31);
}

/** A piece lies in a buffer of the application. */
export function cover(receiver: DmaReceiver, offset: u64, bytes: u32): void {
  if (bytes != 0) receiver.coverage = receiver.coverage + (mark(offset + bytes) - mark(offset));
}

/** Nothing is pending: what the application has read and what it can read has to be whole. */
export function verify(engine: DmaEngine, receiver: DmaReceiver, socket: Socket): void {
  if (receiver.coverage == mark(socket.read + socket.filled) - mark(0)) engine.verified = engine.verified + 1;
  else engine.misplaced = engine.misplaced + 1;
}
