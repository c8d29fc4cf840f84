// The receive copy of a host that has a copy engine: who makes it, and what it costs. Data goes to the engine where it comes in order, a
// receive request is posted, and the request is at least as large as the threshold. Pieces end at pages of source and destination, at
// the end of a request, and at the provider's largest transfer; pieces too small for a descriptor are copied by the processor.
// Assumed, as Windows' own choice is not documented: threshold and least piece, that the size of the request counts, frames at the start
// of a page, requests at the start of a page, pages locked as they are reached.

import {
  COST_COPY_COLD,
  COST_COPY_WARM,
  DMA_DECLINE_BELOW_THRESHOLD,
  DMA_DECLINE_HALTED,
  DMA_DECLINE_NONE,
  DMA_DECLINE_NOT_POSTED,
  DMA_DECLINE_OFF,
  DMA_DECLINE_OFFLOADED,
  DMA_DECLINE_OUT_OF_ORDER,
  DMA_DECLINE_RING_FULL,
  DMA_DECLINE_SMALL_FRAGMENT,
  DMA_FLAG_CACHE_ACCESS,
  DMA_FLAG_DESTINATION_PAGE_BREAK,
  DMA_FLAG_SOURCE_PAGE_BREAK,
  DMA_FLAG_STATUS_UPDATE,
  DmaChannel,
  DmaDescriptor,
  DmaEngine,
  DmaReceiver,
  HostRecord,
  NO_PROCESSOR,
  OFFLOAD_STATE_IN_HOST,
  PROCESSOR_NODE,
  SOCKET_FLAG_MOVING,
  Socket,
  TcpStack,
} from '../abi.gen';
import { receiveRequest } from '../app/app';
import { chargeCostAt, processorAt } from '../sim/processor';
import { The } from '../world/state';
import { batchAppend } from './batch';
import { cover } from './coverage';
import { channelFor, decline, Engine, receiverOf } from './engine';

const PAGE: u32 = 4096;
/** NetDMA 2.0 has the flags of page breaks. */
const VERSION_2: u32 = 0x20000;
/** A descriptor, and the context change that may have to go ahead of it. */
const ROOM: u32 = 2;

/** The adapter has the connection, and places its data itself. */
function isOffloaded(socket: Socket): bool {
  return socket.offload != OFFLOAD_STATE_IN_HOST;
}

/** @param at  stream offset of the next byte of the posted requests  @returns DmaDecline */
function refusal(engine: DmaEngine, socket: Socket, index: u32, at: u64, taken: u32): u32 {
  if (!engine.on || !The.nic(socket.nic).netDma) return DMA_DECLINE_OFF;
  if (isOffloaded(socket)) return DMA_DECLINE_OFFLOADED;
  const accepted = changetype<TcpStack>(The.host(socket.host).stack).acceptedOffset;
  if (accepted >= The.connection(index).rcvNxtOffset) return DMA_DECLINE_OUT_OF_ORDER;
  if (taken == 0 || accepted != at) return DMA_DECLINE_NOT_POSTED;
  return receiveRequest(socket) < engine.threshold ? DMA_DECLINE_BELOW_THRESHOLD : DMA_DECLINE_NONE;
}

/** The channel for the next piece of a socket. */
function channelOf(engine: DmaEngine, host: HostRecord, processor: u32, index: u32, receiver: DmaReceiver): DmaChannel {
  if (receiver.pending != 0) return changetype<DmaChannel>(receiver.channel);
  return channelFor(engine, host, processor, index);
}

/** Enters a descriptor among what is pending of a socket, and the page that it goes to. */
function awaitPiece(receiver: DmaReceiver, socket: Socket, channel: DmaChannel, descriptor: DmaDescriptor, page: u64): void {
  if (receiver.pending == 0) {
    receiver.from = descriptor.offset;
    receiver.channel = changetype<u32>(channel);
    socket.flags = socket.flags | SOCKET_FLAG_MOVING;
  } else changetype<DmaDescriptor>(receiver.newest).nextOffset = descriptor.offset;
  receiver.newest = changetype<u32>(descriptor);
  receiver.pending = receiver.pending + 1;
  if (receiver.page == page + 1) return;
  receiver.page = page + 1;
  receiver.pages = receiver.pages + 1;
}

class Piece {
  /** Bytes up to the end of a page. */
  @inline static toPage(position: u32): u32 {
    return PAGE - (position & (PAGE - 1));
  }
  @inline static startsPage(position: u32): bool {
    return (position & (PAGE - 1)) == 0;
  }
}

function flagsOf(engine: DmaEngine, source: u32, position: u32, isLast: bool): u32 {
  let flags: u32 = isLast ? DMA_FLAG_STATUS_UPDATE : 0;
  if (engine.cacheAccess) flags |= DMA_FLAG_CACHE_ACCESS;
  if (engine.version < VERSION_2) return flags;
  if (Piece.startsPage(source)) flags |= DMA_FLAG_SOURCE_PAGE_BREAK;
  if (Piece.startsPage(position)) flags |= DMA_FLAG_DESTINATION_PAGE_BREAK;
  return flags;
}

/**
 * Cuts `bytes` bytes into pieces and gives them to the engine.
 * @param at  stream offset of the first  @param source  its place in the buffer of the adapter
 * @returns bytes that the engine has taken
 */
function submit(engine: DmaEngine, processor: u32, index: u32, at: u64, bytes: u32, source: u32): u32 {
  const socket = The.socket(index);
  const receiver = receiverOf(index, socket);
  const request = receiveRequest(socket);
  const channel = channelOf(engine, The.host(socket.host), processor, index, receiver);
  let position = socket.filled % request;
  let moved: u32 = 0;
  for (let left = bytes; left != 0;) {
    const piece = min(min(min(left, request - position), min(Piece.toPage(source), Piece.toPage(position))), engine.maximumTransfer);
    let reason = DMA_DECLINE_NONE;
    if (piece < engine.leastFragment) reason = DMA_DECLINE_SMALL_FRAGMENT;
    else if (channel.halted) reason = DMA_DECLINE_HALTED;
    else if (Engine.room(channel) < ROOM) reason = DMA_DECLINE_RING_FULL;
    if (reason == DMA_DECLINE_NONE) {
      const flags = flagsOf(engine, source, position, piece == left);
      const descriptor = batchAppend(channel, processor, index, socket, at, piece, flags);
      awaitPiece(receiver, socket, channel, descriptor, at - (position & (PAGE - 1)));
      moved += piece;
    } else {
      decline(engine, index, reason, piece);
      cover(receiver, at, piece);
    }
    at += piece;
    source += piece;
    position = (position + piece) % request;
    left -= piece;
  }
  return moved;
}

/** With Direct Cache Access what came in lies in the cache, unless more waits in the ring than that holds. */
function isWarm(engine: DmaEngine, socket: Socket): bool {
  if (!engine.cacheAccess) return false;
  const nic = The.nic(socket.nic);
  return The.queue(nic.firstQueue + socket.queue).depth * nic.mtu <= engine.cacheShare;
}

/**
 * TCP has taken `bytes` bytes of a segment, and `taken` bytes of the stream go to posted receive requests: charges a processor for copying
 * them, or the engine gets them. Precondition: the host has an engine; `filled` of the socket does not count them yet.
 * @param source  where the bytes begin in the frame
 */
export function dmaReceive(index: u32, processor: u32, bytes: u32, taken: u32, source: u32): void {
  const socket = The.socket(index);
  const engine = Engine.of(The.host(socket.host));
  const receiver = receiverOf(index, socket);
  const at = socket.read + socket.filled;
  const eligible = min(bytes, taken);
  const reason = refusal(engine, socket, index, at, taken);
  let moved: u32 = 0;
  if (reason == DMA_DECLINE_NONE) {
    moved = submit(engine, processor, index, at, eligible, source);
    cover(receiver, at + eligible, taken - eligible);
    if (bytes != eligible) decline(engine, index, DMA_DECLINE_NOT_POSTED, bytes - eligible);
  } else {
    cover(receiver, at, taken);
    decline(engine, index, reason, bytes);
  }
  const copied = bytes - moved;
  if (copied == 0) return;
  const warm = isWarm(engine, socket);
  const to = socket.processor == NO_PROCESSOR ? processor : <u32>socket.processor;
  chargeCostAt(processor, warm ? COST_COPY_WARM : COST_COPY_COLD, copied, load<u16>(processorAt(to), PROCESSOR_NODE));
  if (warm) engine.warmBytes = engine.warmBytes + copied;
  else engine.coldBytes = engine.coldBytes + copied;
}
