// The copy engine of a host (NetDMA): where its records lie. DmaEngine, then the channels, then their rings; and for each socket of the
// world what the engine has to do with it. Hosts without the hardware have none of it.
// Source: DDI netdma.h; WDK "NetDMA drivers".

import {
  DMA_CHANNEL_SIZE,
  DMA_DESCRIPTOR_SIZE,
  DMA_ENGINE_DECLINED_BYTES,
  DMA_ENGINE_DECLINES,
  DMA_ENGINE_FIRST_CHANNEL,
  DMA_ENGINE_SIZE,
  DMA_RECEIVER_SIZE,
  DmaChannel,
  DmaDescriptor,
  DmaEngine,
  DmaReceiver,
  HostRecord,
  Socket,
  TRACE_KIND_DMA_DECLINE,
} from '../abi.gen';
import { Followed } from '../follow/record';
import { followDeclined } from '../follow/stack';
import { arenaTake } from '../memory';
import { The } from '../world/state';
import { trace } from '../world/trace';

/** Address of the DmaReceiver records. */
const RECEIVERS = <u32>memory.data(16, 16);

export class Engine {
  @inline static of(host: HostRecord): DmaEngine {
    return changetype<DmaEngine>(host.engine);
  }
  @inline static channel(engine: DmaEngine, number: u32): DmaChannel {
    return changetype<DmaChannel>(changetype<u32>(engine) + DMA_ENGINE_SIZE + number * DMA_CHANNEL_SIZE);
  }
  @inline static ofChannel(channel: DmaChannel): DmaEngine {
    return changetype<DmaEngine>(channel.engine);
  }
  @inline static slot(channel: DmaChannel, index: u32): DmaDescriptor {
    return changetype<DmaDescriptor>(channel.ring + (index & (channel.slots - 1)) * DMA_DESCRIPTOR_SIZE);
  }
  /** Descriptors that a ring still takes. */
  @inline static room(channel: DmaChannel): u32 {
    return channel.slots - (channel.posted - channel.done);
  }
  /** As trace records name a channel. */
  @inline static traced(channel: DmaChannel): u32 {
    return (Engine.ofChannel(channel).host << 8) | channel.number;
  }
  @inline static receiver(socket: u32): DmaReceiver {
    return changetype<DmaReceiver>(load<u32>(RECEIVERS) + socket * DMA_RECEIVER_SIZE);
  }
}

/** The record of a socket's engine work, cleared when it is a new use of the socket. */
export function receiverOf(index: u32, socket: Socket): DmaReceiver {
  const receiver = Engine.receiver(index);
  if (receiver.life != socket.life) {
    memory.fill(changetype<u32>(receiver), 0, DMA_RECEIVER_SIZE);
    receiver.life = socket.life;
    receiver.from = u64.MAX_VALUE;
  }
  return receiver;
}

/** Counts and traces that a processor copies `bytes` bytes of a socket. @param reason  DmaDecline */
export function decline(engine: DmaEngine, socket: u32, reason: u32, bytes: u32): void {
  const copies = changetype<u32>(engine) + DMA_ENGINE_DECLINES + (reason << 3);
  const sum = changetype<u32>(engine) + DMA_ENGINE_DECLINED_BYTES + (reason << 3);
  store<u64>(copies, load<u64>(copies) + 1);
  store<u64>(sum, load<u64>(sum) + bytes);
  if (Followed.isUnderWay()) followDeclined(socket, reason);
  if (engine.on) trace(TRACE_KIND_DMA_DECLINE, socket, reason, bytes);
}

/**
 * The channel that copies of a socket go to when a processor handles it. A processor with several channels deals its sockets among them
 * (assumed: how Windows chooses is not documented).
 */
export function channelFor(engine: DmaEngine, host: HostRecord, processor: u32, socket: u32): DmaChannel {
  const first = <u32>load<u8>(changetype<u32>(engine) + DMA_ENGINE_FIRST_CHANNEL + (processor - host.firstProcessor));
  const count = (engine.channels - first + engine.stride - 1) / engine.stride;
  return Engine.channel(engine, first + (socket % count) * engine.stride);
}

/**
 * Room for the engine of a host, before the run.
 * @param slots  descriptors of each channel's ring, a power of two
 */
export function dmaReserve(hostIndex: u32, channels: u32, slots: u32): u32 {
  if (load<u32>(RECEIVERS) == 0) store<u32>(RECEIVERS, arenaTake(The.world().sockets * DMA_RECEIVER_SIZE));
  const at = arenaTake(DMA_ENGINE_SIZE + channels * (DMA_CHANNEL_SIZE + slots * DMA_DESCRIPTOR_SIZE));
  const engine = changetype<DmaEngine>(at);
  engine.host = hostIndex;
  engine.channels = channels;
  The.host(hostIndex).engine = at;
  const rings = at + DMA_ENGINE_SIZE + channels * DMA_CHANNEL_SIZE;
  for (let number: u32 = 0; number < channels; number++) {
    const channel = Engine.channel(engine, number);
    channel.engine = at;
    channel.number = number;
    channel.slots = slots;
    channel.ring = rings + number * slots * DMA_DESCRIPTOR_SIZE;
    channel.contextLost = 1;
  }
  return at;
}

/** Address of a DmaChannel record. */
export function dmaChannelAt(hostIndex: u32, number: u32): u32 {
  return changetype<u32>(Engine.channel(Engine.of(The.host(hostIndex)), number));
}
