// Addresses of list heads inside records.

import {
  NEIGHBOR_FIRST,
  PORT_RECORD_FIRST,
  PORT_RECORD_NEWEST,
  PortRecord,
  QUEUE_RECORD_FIRST,
  QUEUE_RECORD_NEWEST,
  QUEUE_RECORD_TX_FIRST,
  QUEUE_RECORD_TX_NEWEST,
  Neighbor,
  OFFLOAD_HELD_FIRST,
  OFFLOAD_HELD_NEWEST,
  OFFLOAD_TARGET_FIRST,
  OFFLOAD_TARGET_NEWEST,
  OFFLOAD_TARGET_SEND_FIRST,
  OFFLOAD_TARGET_SEND_NEWEST,
  Offload,
  OffloadTarget,
  QueueRecord,
  SOCKET_FIRST,
  SOCKET_NEWEST,
  Socket,
  VIRTUAL_PORT_FIRST,
  VIRTUAL_PORT_NEWEST,
  VirtualPort,
} from '../abi.gen';
import { Base } from '../world/state';

export class Offset {
  @inline static sentFirst(port: VirtualPort): u32 {
    return changetype<u32>(port) + VIRTUAL_PORT_FIRST;
  }
  @inline static sentNewest(port: VirtualPort): u32 {
    return changetype<u32>(port) + VIRTUAL_PORT_NEWEST;
  }
  @inline static portFirst(port: PortRecord): u32 {
    return changetype<u32>(port) + PORT_RECORD_FIRST;
  }
  @inline static portNewest(port: PortRecord): u32 {
    return changetype<u32>(port) + PORT_RECORD_NEWEST;
  }
  @inline static ringFirst(queue: QueueRecord): u32 {
    return changetype<u32>(queue) + QUEUE_RECORD_FIRST;
  }
  @inline static ringNewest(queue: QueueRecord): u32 {
    return changetype<u32>(queue) + QUEUE_RECORD_NEWEST;
  }
  @inline static txFirst(queue: QueueRecord): u32 {
    return changetype<u32>(queue) + QUEUE_RECORD_TX_FIRST;
  }
  @inline static txNewest(queue: QueueRecord): u32 {
    return changetype<u32>(queue) + QUEUE_RECORD_TX_NEWEST;
  }
  @inline static neighborFirst(neighbor: Neighbor): u32 {
    return changetype<u32>(neighbor) + NEIGHBOR_FIRST;
  }
  @inline static datagramFirst(socket: Socket): u32 {
    return changetype<u32>(socket) + SOCKET_FIRST;
  }
  @inline static datagramNewest(socket: Socket): u32 {
    return changetype<u32>(socket) + SOCKET_NEWEST;
  }
  @inline static engineFirst(target: OffloadTarget): u32 {
    return changetype<u32>(target) + OFFLOAD_TARGET_FIRST;
  }
  @inline static engineNewest(target: OffloadTarget): u32 {
    return changetype<u32>(target) + OFFLOAD_TARGET_NEWEST;
  }
  @inline static engineSendFirst(target: OffloadTarget): u32 {
    return changetype<u32>(target) + OFFLOAD_TARGET_SEND_FIRST;
  }
  @inline static engineSendNewest(target: OffloadTarget): u32 {
    return changetype<u32>(target) + OFFLOAD_TARGET_SEND_NEWEST;
  }
  @inline static heldFirst(offload: Offload): u32 {
    return changetype<u32>(offload) + OFFLOAD_HELD_FIRST;
  }
  @inline static heldNewest(offload: Offload): u32 {
    return changetype<u32>(offload) + OFFLOAD_HELD_NEWEST;
  }
  /** Packets that a processor sends when its work item ends: oldest, then newest. */
  @inline static output(processor: u32): u32 {
    return Base.outputs + (processor << 3);
  }
}
