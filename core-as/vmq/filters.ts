// Receive filters of an adapter: destination MAC address equal, and the VLAN equal or absent. A hash index over the addresses finds them;
// it is made anew whenever filters change. Sources: windows-driver-docs, "VMQ receive filters", "Setting a VMQ filter".

import {
  NicRecord,
  PACKET_FLAG_GROUP,
  PACKET_KIND_BYTES,
  Packet,
  VMQ_ADAPTER_SIZE,
  VMQ_FILTERS,
  VMQ_FILTER_FLAG_VLAN,
  VMQ_FILTER_SIZE,
  VMQ_STATE_RUNNING,
  VmqAdapter,
  VmqFilter,
} from '../abi.gen';
import { hasTag, tagTake } from '../net/vlan';
import { The } from '../world/state';

const SLOTS: u32 = VMQ_FILTERS << 1;
export const ADAPTER_BYTES: u32 = VMQ_ADAPTER_SIZE + VMQ_FILTERS * VMQ_FILTER_SIZE + (SLOTS << 1);

class Slot {
  @inline static of(mac: u64): u32 {
    return ((<u32>(mac ^ (mac >> 24)) * 0x9e3779b1) >> 16) & (SLOTS - 1);
  }
  @inline static at(adapter: VmqAdapter, slot: u32): u32 {
    return changetype<u32>(adapter) + VMQ_ADAPTER_SIZE + VMQ_FILTERS * VMQ_FILTER_SIZE + (slot << 1);
  }
}

export function filterOf(adapter: VmqAdapter, number: u32): VmqFilter {
  return changetype<VmqFilter>(changetype<u32>(adapter) + VMQ_ADAPTER_SIZE + number * VMQ_FILTER_SIZE);
}

/** Makes the index anew. */
export function filtersIndex(adapter: VmqAdapter): void {
  memory.fill(Slot.at(adapter, 0), 0, SLOTS << 1);
  for (let number: u32 = 0; number < VMQ_FILTERS; number++) {
    const filter = filterOf(adapter, number);
    if (filter.id == 0) continue;
    let slot = Slot.of(filter.mac);
    while (load<u16>(Slot.at(adapter, slot)) != 0) slot = (slot + 1) & (SLOTS - 1);
    store<u16>(Slot.at(adapter, slot), <u16>(number + 1));
  }
}

/** Queue of the first filter that a frame passes; 0, the default queue, when it passes none. */
export function filtersMatch(adapter: VmqAdapter, mac: u64, vlan: u32): u32 {
  let slot = Slot.of(mac);
  let number = <u32>load<u16>(Slot.at(adapter, slot));
  while (number != 0) {
    const filter = filterOf(adapter, number - 1);
    // A filter without a VLAN has the flag for frames that are untagged or of VLAN 0: none is set without either.
    const wanted = filter.flags & VMQ_FILTER_FLAG_VLAN ? filter.vlan : 0;
    if (filter.mac == mac && vlan == wanted) return filter.queue;
    slot = (slot + 1) & (SLOTS - 1);
    number = <u32>load<u16>(Slot.at(adapter, slot));
  }
  return 0;
}

/** Queue of a frame at an adapter that is bound to a virtual switch; takes the tag out of bytes from outside. */
export function vmqClassify(nic: NicRecord, packet: Packet): u32 {
  if (packet.kind == PACKET_KIND_BYTES && hasTag(packet)) tagTake(packet);
  if (nic.vmq == 0 || packet.flags & PACKET_FLAG_GROUP) return 0;
  const queue = filtersMatch(changetype<VmqAdapter>(nic.vmq), packet.destinationMac, packet.vlan);
  // Queues that are not running yet, or not any more, take no frames.
  return queue != 0 && The.queue(nic.firstQueue + queue).vmqState == VMQ_STATE_RUNNING ? queue : 0;
}
