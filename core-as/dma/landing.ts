// What the engine has moved is in the application's buffers: which of them the application may see, and what it costs to find out.
// Pieces of a connection are moved in the order of the stream: while one is pending, all later ones go to the same channel.

import {
  COST_DMA_COMPLETE,
  COST_DMA_COMPLETE_SINGLE,
  COST_DMA_PIN,
  DMA_FLAG_CONTEXT_CHANGE,
  DmaDescriptor,
  DmaEngine,
  SOCKET_FLAG_MOVING,
  Socket,
} from '../abi.gen';
import { receivesLanded } from '../app/app';
import { chargeCost } from '../sim/processor';
import { The } from '../world/state';
import { cover, verify } from './coverage';
import { Engine, receiverOf } from './engine';

/** A descriptor has been worked off. @param byEngine  false: a processor has copied it */
export function landed(engine: DmaEngine, descriptor: DmaDescriptor, byEngine: bool): void {
  const index = descriptor.socket;
  const socket = The.socket(index);
  // The connection may have ended meanwhile.
  if (descriptor.flags & DMA_FLAG_CONTEXT_CHANGE || socket.life != descriptor.life) return;
  const receiver = Engine.receiver(index);
  cover(receiver, descriptor.offset, descriptor.length);
  receiver.from = descriptor.nextOffset;
  receiver.pending = receiver.pending - 1;
  receiver.landed = receiver.landed + (byEngine ? 1 : 0);
  if (receiver.pending == 0) {
    socket.flags = socket.flags & ~SOCKET_FLAG_MOVING;
    verify(engine, receiver, socket);
  }
  receivesLanded(index);
}

/** Of the bytes in posted receive buffers that the engine moves, those in front of the first that is not there yet. */
export function landedBytes(index: u32, socket: Socket): u32 {
  return <u32>(Engine.receiver(index).from - socket.read);
}

/** Charges a thread that takes a completed request for polling descriptors and for pages that were locked. */
export function landingCharge(index: u32, socket: Socket, processor: u32): void {
  const engine = Engine.of(The.host(socket.host));
  const receiver = receiverOf(index, socket);
  const polled = receiver.landed;
  if (polled != 0) chargeCost(processor, polled == 1 ? COST_DMA_COMPLETE_SINGLE : COST_DMA_COMPLETE, polled);
  if (receiver.pages != 0) chargeCost(processor, COST_DMA_PIN, receiver.pages);
  engine.polled = engine.polled + polled;
  engine.pinnedPages = engine.pinnedPages + receiver.pages;
  receiver.landed = 0;
  receiver.pages = 0;
}

/** Bytes have come to buffers of the application without the engine: copied by the thread, or placed by the adapter. */
export function landingOther(index: u32, socket: Socket, offset: u64, bytes: u32): void {
  cover(receiverOf(index, socket), offset, bytes);
}
