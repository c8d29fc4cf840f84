// Receive-side scaling of one adapter: hash type, hash, entry of the indirection table, queue. The same tables as the capture's, kept per
// adapter because each has a key and hash types of its own.

import {
  FRAME_EX,
  FRAME_L3,
  FRAME_SIZE,
  FRAME_TUPLE,
  HASH_TYPE_NONE,
  L3_IPV4,
  L3_IPV6,
  LINK_ETHERNET,
  MAX_TABLE,
  NicRecord,
  PACKET_KIND_BYTES,
  PACKET_KIND_TCP,
  Packet,
  RSS_CONFIG_TABLE_ENTRIES,
  TRAIT_PORTS,
} from '../abi.gen';
import { PROTO_TCP, PROTO_UDP } from '../frame/ports';
import { frameParse } from '../frame/parse';
import { arenaTake, BYTE_TABLES, HASH_CHOICES, MAX_INPUT, RSS_CONFIG } from '../memory';
import { HashTypes, MOVED, PORTED } from '../rss/hash-type';
import { RSS_TABLE } from '../rss/config';
import { Segment } from '../net/packet';
import { vmqClassify } from '../vmq/filters';
import { The } from '../world/state';

//     indirection table, 128 bytes | frames of each entry, 128 u32 | choices, 32 KiB | byte tables, 36 KiB
const COUNTS: u32 = MAX_TABLE;
const CHOICES: u32 = COUNTS + MAX_TABLE * 4;
const CHOICES_BYTES: u32 = 256 * 8 * 4 * 4;
const BYTES: u32 = CHOICES + CHOICES_BYTES;
const TABLES: u32 = BYTES + MAX_INPUT * 1024;

const INPUT = <u32>memory.data(64, 16);
const PARSED = <u32>memory.data(FRAME_SIZE, 16);

/** Room for the tables of an adapter, before the run. */
export function nicRssReserve(index: u32): void {
  The.nic(index).rssTables = arenaTake(TABLES);
}

/** Takes over what rssConfigure() has prepared from the RssConfig record. */
export function nicRssAdopt(index: u32): void {
  const nic = The.nic(index);
  const tables = nic.rssTables;
  memory.copy(tables, RSS_TABLE, MAX_TABLE);
  memory.fill(tables + COUNTS, 0, MAX_TABLE * 4);
  memory.copy(tables + CHOICES, HASH_CHOICES, CHOICES_BYTES);
  memory.copy(tables + BYTES, BYTE_TABLES, MAX_INPUT * 1024);
  nic.tableMask = <u32>load<u16>(RSS_CONFIG, RSS_CONFIG_TABLE_ENTRIES) - 1;
}

/** Addresses of the adapter's indirection table and of the frames counted by entry. */
export function nicTableAt(index: u32): u32 {
  return The.nic(index).rssTables;
}
export function entryCounts(nic: NicRecord): u32 {
  return nic.rssTables + COUNTS;
}

function hashOf(tables: u32, input: u32, bytes: u32): u32 {
  let result: u32 = 0;
  let table = tables + BYTES;
  for (let i: u32 = 0; i < bytes; i += 4) {
    const word = load<u32>(input + i);
    result ^= load<u32>(table + ((word & 0xff) << 2));
    result ^= load<u32>(table + 1024 + (((word >> 8) & 0xff) << 2));
    result ^= load<u32>(table + 2048 + (((word >> 16) & 0xff) << 2));
    result ^= load<u32>(table + 3072 + ((word >> 24) << 2));
    table += 4096;
  }
  return result;
}

/** @param choice  of hashTypesPrepare()  @param ports  source, then destination, as on the wire  @returns hash */
function place(tables: u32, choice: u32, family4: bool, addresses: u32, ports: u32): u32 {
  if (family4) {
    store<u64>(INPUT, load<u64>(addresses));
    store<u32>(INPUT, ports, 8);
    return hashOf(tables, INPUT, choice & PORTED ? 12 : 8);
  }
  v128.store(INPUT, v128.load(addresses));
  v128.store(INPUT, v128.load(addresses, 16), 16);
  store<u32>(INPUT, ports, 32);
  return hashOf(tables, INPUT, choice & PORTED ? 36 : 32);
}

function choiceOf(tables: u32, family: u32, protocol: u32): u32 {
  const l3 = family == 4 ? L3_IPV4 : L3_IPV6;
  const slot: u32 = protocol == PROTO_TCP ? 0 : 1;
  return load<u32>(tables + CHOICES + (((TRAIT_PORTS << 5) | (l3 << 2) | slot) << 2));
}

/** Hash of a packet that is there by description. */
function described(tables: u32, packet: Packet): u32 {
  const s = Segment.of(packet);
  const choice = choiceOf(tables, s.family, packet.kind == PACKET_KIND_TCP ? PROTO_TCP : PROTO_UDP);
  const ports = (<u32>bswap<u16>(<u16>s.sourcePort)) | ((<u32>bswap<u16>(<u16>s.destinationPort)) << 16);
  let addresses = s.sourceAt; // destination follows source: IPv6 as it is
  if (s.family == 4) {
    store<u32>(INPUT, load<u32>(addresses), 48);
    store<u32>(INPUT, load<u32>(addresses, 16), 52);
    addresses = INPUT + 48;
  }
  packet.hashType = choice & 0xff;
  return place(tables, choice, s.family == 4, addresses, ports);
}

/** Hash of a frame that is there as bytes. */
function parsed(tables: u32, packet: Packet): u32 {
  memory.fill(PARSED, 0, FRAME_SIZE);
  frameParse(packet.frame, packet.captured, packet.bytes, LINK_ETHERNET, PARSED, 0, 0);
  const choice = HashTypes.in(tables + CHOICES, PARSED);
  packet.hashType = choice & 0xff;
  if (packet.hashType == HASH_TYPE_NONE) return 0;
  const tuple = PARSED + FRAME_TUPLE;
  if (<u32>load<u8>(PARSED, FRAME_L3) == L3_IPV4) return place(tables, choice, true, tuple, load<u32>(tuple, 8));
  return place(tables, choice, false, choice & MOVED ? PARSED + FRAME_EX : tuple, load<u32>(tuple, 32));
}

/** Finds the queue of a frame, notes hash and type in the packet, and counts its table entry. */
export function nicClassify(nic: NicRecord, packet: Packet): u32 {
  packet.hash = 0;
  packet.hashType = HASH_TYPE_NONE;
  if (!nic.rss) return nic.externalPort == 0 ? 0 : vmqClassify(nic, packet);
  const tables = nic.rssTables;
  const hash = packet.kind == PACKET_KIND_BYTES ? parsed(tables, packet) : described(tables, packet);
  if (packet.hashType == HASH_TYPE_NONE) return nic.defaultQueue;
  packet.hash = hash;
  const entry = hash & nic.tableMask;
  const count = tables + COUNTS + (entry << 2);
  store<u32>(count, load<u32>(count) + 1);
  return <u32>load<u8>(tables + entry);
}
