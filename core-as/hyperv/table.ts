// Where stations are, for a virtual switch. The addresses of its own ports are known from the start and never learned anew; what comes in
// through the external port is learned there. Source: Hyper-V gives each virtual adapter its address (the rest as IEEE 802.1D clause 7).

import { NONE, VIRTUAL_PORT_KIND_EXTERNAL, VirtualSwitch } from '../abi.gen';
import { The } from '../world/state';

const MAC_BITS: u64 = 0xffffffffffff;
/** Port of an address that was here and is not known any more. */
const NOWHERE: u32 = 0xffff;

function slotOf(sw: VirtualSwitch, mac: u64): u32 {
  const slots = The.world().macs;
  let slot = (<u32>(mac ^ (mac >> 24)) * 0x9e3779b1) & (slots - 1);
  while (true) {
    const at = sw.table + (slot << 3);
    const entry = load<u64>(at);
    if (entry == 0 || (entry & MAC_BITS) == mac) return at;
    slot = (slot + 1) & (slots - 1);
  }
}

class Entry {
  @inline static put(at: u32, mac: u64, port: u32): void {
    store<u64>(at, mac | ((<u64>port) << 48));
  }
  @inline static port(entry: u64): u32 {
    return <u32>(entry >> 48);
  }
}

/** Every port that is connected has its own address. */
export function switchesBegin(): void {
  const count = The.world().virtualPorts;
  for (let index: u32 = 0; index < count; index++) {
    const port = The.virtualPort(index);
    if (port.kind != VIRTUAL_PORT_KIND_EXTERNAL) tableAssign(The.virtualSwitch(port.vswitch), The.nic(port.nic).mac, index);
  }
}

/** The port of a station; NONE when it is not known. */
export function tableFind(sw: VirtualSwitch, mac: u64): u32 {
  const entry = load<u64>(slotOf(sw, mac));
  return entry == 0 || Entry.port(entry) == NOWHERE ? NONE : Entry.port(entry);
}

/** The table is never more than half full: stations beyond that stay unknown. */
function makeRoom(sw: VirtualSwitch, at: u32): bool {
  if (load<u64>(at) != 0) return true;
  if (sw.learned >= The.world().macs >> 1) return false;
  sw.learned = sw.learned + 1;
  return true;
}

/** A port has this address. */
export function tableAssign(sw: VirtualSwitch, mac: u64, port: u32): void {
  const at = slotOf(sw, mac);
  if (makeRoom(sw, at)) Entry.put(at, mac, port);
}

/** It has gone elsewhere. */
export function tableForget(sw: VirtualSwitch, mac: u64): void {
  const at = slotOf(sw, mac);
  if (load<u64>(at) != 0) Entry.put(at, mac, NOWHERE);
}

/** A frame of this station came in through the external port. */
export function tableLearn(sw: VirtualSwitch, mac: u64): void {
  const at = slotOf(sw, mac);
  const entry = load<u64>(at);
  if (entry != 0 && Entry.port(entry) != NOWHERE) return;
  if (makeRoom(sw, at)) Entry.put(at, mac, sw.external);
}
