// The core's replay in C: the same algorithm over the same memory layout, so that what is compared is the compiler and the
// instruction set, not the idea. Ported from core-as/: frame/ (Ethernet only), rss/, replay. Changes there belong here too.
// Usage: replay-peer RSS-CONFIG FRAMES LENGTHS   (frames 64 bytes apart; lengths: u16 captured, u16 wire of each)

#include <tmmintrin.h>

#include "peer.h"

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef __m128i v128;

// Linear memory: addresses are offsets, as in Wasm; frames and descriptors come after the first MiB.
enum { ARENA = 1 << 20, MEMORY = 1 << 28 };
static u8 memory[MEMORY] __attribute__((aligned(65536)));

#define ACCESS(type)                                                                          \
  static inline type load_##type(u32 at) { type v; memcpy(&v, memory + at, sizeof v); return v; } \
  static inline void store_##type(u32 at, type v) { memcpy(memory + at, &v, sizeof v); }
ACCESS(u8)
ACCESS(u16)
ACCESS(u32)
ACCESS(u64)
static inline v128 load_v128(u32 at) { return _mm_loadu_si128((const v128 *)(memory + at)); }
static inline void store_v128(u32 at, v128 v) { _mm_storeu_si128((v128 *)(memory + at), v); }
static inline u32 wire_u16(u32 at) {
  const u32 v = load_u16(at);
  return (v & 0xff) << 8 | v >> 8;
}
static inline u32 max_u32(u32 a, u32 b) { return a > b ? a : b; }
static inline u32 min_u32(u32 a, u32 b) { return a < b ? a : b; }

// Records, as in ui/abi/schema.ts.
enum { BATCH_FRAMES = 64, FRAME_SIZE = 128, MAX_QUEUES = 64, MAX_TABLE = 128, MAX_INPUT = 36, DESCRIPTOR_SIZE = 8 };
enum {
  FRAME_PROTO = 36, FRAME_L3 = 37, FRAME_KEY_TRAITS = 38, FRAME_ETHERTYPE = 40, FRAME_VLAN = 42, FRAME_IFACE = 44, FRAME_LINK = 46,
  FRAME_WIRE = 56, FRAME_CAP = 60, FRAME_PTR = 64, FRAME_TRAITS = 68, FRAME_L3_OFFSET = 70, FRAME_MACS = 80, FRAME_TCP_FLAGS = 92, FRAME_EX = 93,
};
enum { CONFIG_TABLE = 64, CONFIG_KEY_BYTES = 256, CONFIG_HASH_FLAGS = 260, CONFIG_TABLE_ENTRIES = 264, CONFIG_DEFAULT_QUEUE = 268, CONFIG_SIZE = 272 };
enum { LINK_ETHERNET = 1, L3_ARP = 1, L3_LLC = 2, L3_OTHER = 3, L3_IPV4 = 4, L3_IPV6 = 6, NO_VLAN = 0xffff };
enum {
  PORTS = 0x1, FRAGMENT = 0x2, HOME_ADDRESS = 0x4, ROUTING2 = 0x8, INBOUND = 0x10, OUTBOUND = 0x20, TRUNCATED = 0x40, MALFORMED = 0x80,
  OPTIONS = 0x100, EXTENSIONS = 0x200, VLAN_TAGGED = 0x400, VLAN_STACKED = 0x800, SUPER = 0x1000, STRIPPED_TAG = 0x2000, GROUP = 0x4000, SNAP = 0x8000,
};
enum { TYPE_NONE, TYPE_IPV4, TYPE_TCP_IPV4, TYPE_IPV6, TYPE_TCP_IPV6, TYPE_IPV6_EX, TYPE_TCP_IPV6_EX, TYPE_UDP_IPV4, TYPE_UDP_IPV6, TYPE_UDP_IPV6_EX };
enum { REASON_PORTS, REASON_NOT_TCP, REASON_UDP_ADDRESSES, REASON_FRAGMENT, REASON_PORTS_CUT, REASON_PORT_TYPE_OFF, REASON_NOT_IP, REASON_FAMILY_OFF, REASON_MALFORMED };
enum {
  FLAG_IPV4 = 0x100, FLAG_TCP_IPV4 = 0x200, FLAG_IPV6 = 0x400, FLAG_IPV6_EX = 0x800, FLAG_TCP_IPV6 = 0x1000, FLAG_TCP_IPV6_EX = 0x2000,
  FLAG_UDP_IPV4 = 0x4000, FLAG_UDP_IPV6 = 0x8000, FLAG_UDP_IPV6_EX = 0x10000,
};
enum { TCP = 6, UDP = 17, SCTP = 132 };

// The fixed part of memory.
enum { PASS_SIZE = MAX_INPUT / 4 * 96, INPUT4_SIZE = 16, INPUT6_SIZE = 48 };
enum {
  RSS_CONFIG = 1024,
  BATCH = 16384,
  BYTE_TABLES = BATCH + BATCH_FRAMES * FRAME_SIZE + 65536,
  NIBBLE_TABLES = BYTE_TABLES + MAX_INPUT * 1024,
  PASS_TABLES = NIBBLE_TABLES + MAX_INPUT * 128,
  PASS_SUMS = PASS_TABLES + 3 * PASS_SIZE,
  SOA = PASS_SUMS + 96,
  ZIP = SOA + 48 * 16,
  INPUTS4 = ZIP + 256,
  INPUTS6 = INPUTS4 + BATCH_FRAMES * INPUT4_SIZE,
  LIST4 = INPUTS6 + BATCH_FRAMES * INPUT6_SIZE,
  LIST6 = LIST4 + BATCH_FRAMES,
  HASHES4 = LIST6 + BATCH_FRAMES,
  HASHES6 = HASHES4 + BATCH_FRAMES * 4,
  BATCH_HASHES = HASHES6 + BATCH_FRAMES * 4,
  BATCH_PLACES = BATCH_HASHES + BATCH_FRAMES * 4,
  REPLAY_COUNTERS = BATCH_PLACES + BATCH_FRAMES * 20,
  HASH_CHOICES = REPLAY_COUNTERS + MAX_QUEUES * 16 + (MAX_TABLE + MAX_QUEUES + 1) * 16,
  PROTOCOL_SLOTS = HASH_CHOICES + 256 * 8 * 4 * 4,
  FRAMES_PLAIN = PROTOCOL_SLOTS + 256,
  FRAMES_OTHER = FRAMES_PLAIN + BATCH_FRAMES * 2,
  FRAMES_TAGGED = FRAMES_OTHER + BATCH_FRAMES * 2,
  FRAMES6 = FRAMES_TAGGED + BATCH_FRAMES * 2,
  FRAMES_REST = FRAMES6 + BATCH_FRAMES * 2,
  ZEROES = FRAMES_REST + BATCH_FRAMES * 2 + 16,
  PORT_MASKS = ZEROES + 128,
};
enum { RSS_TABLE = RSS_CONFIG + CONFIG_TABLE };

static u32 hash_flags, table_mask, default_queue;

// --- rss: hash type ---

static u32 choice_of(u32 type, u32 reason) { return type | reason << 8; }

static u32 ports_reason(u32 traits, u32 proto, int tcp_on, int udp_on) {
  if (traits & FRAGMENT) return REASON_FRAGMENT;
  if (proto == TCP) {
    if (!tcp_on) return REASON_PORT_TYPE_OFF;
  } else if (proto == UDP) {
    if (!udp_on) return REASON_UDP_ADDRESSES;
  } else
    return traits & TRUNCATED && proto != SCTP ? REASON_PORTS_CUT : REASON_NOT_TCP;
  return traits & PORTS ? REASON_PORTS : REASON_PORTS_CUT;
}

static int ex_chosen(u32 flags, u32 plain, u32 ex, int moved) { return (flags & ex) != 0 && (moved || !(flags & plain)); }

// Row of frames whose link type is not understood, and columns: transports as far as hash types tell them apart.
enum { L3_UNKNOWN_LINK = 5, SLOT_TCP = 0, SLOT_UDP, SLOT_SCTP, SLOT_OTHER, SLOTS };
enum { LINK_OTHER = 0, REASON_UNKNOWN_LINK = 9 };

static u32 hash_type_choose(u32 l3, u32 transport, u32 traits, u32 flags) {
  if (l3 == L3_UNKNOWN_LINK) return choice_of(TYPE_NONE, REASON_UNKNOWN_LINK);
  if (traits & MALFORMED) return choice_of(TYPE_NONE, REASON_MALFORMED);
  if (l3 != L3_IPV4 && l3 != L3_IPV6) return choice_of(TYPE_NONE, REASON_NOT_IP);
  if (l3 == L3_IPV4) {
    const u32 reason = ports_reason(traits, transport, (flags & FLAG_TCP_IPV4) != 0, (flags & FLAG_UDP_IPV4) != 0);
    if (reason == REASON_PORTS) return transport == TCP ? TYPE_TCP_IPV4 : TYPE_UDP_IPV4;
    return flags & FLAG_IPV4 ? choice_of(TYPE_IPV4, reason) : choice_of(TYPE_NONE, REASON_FAMILY_OFF);
  }
  const u32 reason = ports_reason(traits, transport, (flags & (FLAG_TCP_IPV6 | FLAG_TCP_IPV6_EX)) != 0, (flags & (FLAG_UDP_IPV6 | FLAG_UDP_IPV6_EX)) != 0);
  const int moved = (traits & (HOME_ADDRESS | ROUTING2)) != 0;
  if (reason == REASON_PORTS) {
    if (transport == TCP) return ex_chosen(flags, FLAG_TCP_IPV6, FLAG_TCP_IPV6_EX, moved) ? TYPE_TCP_IPV6_EX : TYPE_TCP_IPV6;
    return ex_chosen(flags, FLAG_UDP_IPV6, FLAG_UDP_IPV6_EX, moved) ? TYPE_UDP_IPV6_EX : TYPE_UDP_IPV6;
  }
  if (!(flags & (FLAG_IPV6 | FLAG_IPV6_EX))) return choice_of(TYPE_NONE, REASON_FAMILY_OFF);
  return choice_of(ex_chosen(flags, FLAG_IPV6, FLAG_IPV6_EX, moved) ? TYPE_IPV6_EX : TYPE_IPV6, reason);
}

enum { FAMILY_IPV4 = 1 << 16, FAMILY_IPV6 = 1 << 17, PORTED = 1 << 18, MOVED = 1 << 19 };

static u32 choice_input(u32 choice, u32 traits) {
  const u32 type = choice & 0xff;
  const int ex_type = type == TYPE_IPV6_EX || type == TYPE_TCP_IPV6_EX || type == TYPE_UDP_IPV6_EX;
  return (choice >> 8 == REASON_PORTS ? PORTED : 0) | (ex_type && traits & (HOME_ADDRESS | ROUTING2) ? MOVED : 0);
}

static void hash_types_prepare(void) {
  static const u32 transports[SLOTS] = {TCP, UDP, SCTP, 0};
  store_v128(PORT_MASKS, _mm_set_epi32(0, 0, -1, -1));
  store_v128(PORT_MASKS + 16, _mm_set_epi32(0, -1, -1, -1));
  memset(memory + PROTOCOL_SLOTS, SLOT_OTHER << 2, 256);
  store_u8(PROTOCOL_SLOTS + TCP, SLOT_TCP << 2);
  store_u8(PROTOCOL_SLOTS + UDP, SLOT_UDP << 2);
  store_u8(PROTOCOL_SLOTS + SCTP, SLOT_SCTP << 2);
  for (u32 traits = 0; traits < 256; traits++)
    for (u32 l3 = 0; l3 < 8; l3++)
      for (u32 slot = 0; slot < SLOTS; slot++) {
        const u32 choice = hash_type_choose(l3, transports[slot], traits, hash_flags);
        const u32 joins = choice & 0xff ? (l3 == L3_IPV4 ? FAMILY_IPV4 : FAMILY_IPV6) : default_queue << 24;
        store_u32(HASH_CHOICES + ((traits << 5 | l3 << 2 | slot) << 2), choice | joins | choice_input(choice, traits));
      }
}

static inline u32 hash_type_of(u32 record) {
  const u32 word = load_u32(record + FRAME_PROTO);
  if ((word & 0x700) == 0 && load_u8(record + FRAME_LINK) == LINK_OTHER) return load_u32(HASH_CHOICES + (L3_UNKNOWN_LINK << 4));
  return load_u32(HASH_CHOICES + ((word >> 9 & 0x7f80) | (word >> 4 & 0x70) | load_u8(PROTOCOL_SLOTS + (word & 0xff))));
}

// --- rss: Toeplitz ---

static u32 key_window(u32 at) {
  const u32 byte = RSS_CONFIG + (at >> 3), shift = at & 7;
  const u32 high = __builtin_bswap32(load_u32(byte));
  return shift == 0 ? high : high << shift | (u32)load_u8(byte + 4) >> (8 - shift);
}

static u32 matrix_at(u32 block, u32 m, u32 half) {
  const u32 byte = m < 4 ? 0 : 3;
  return NIBBLE_TABLES + (block * 4 + byte) * 128 + half * 64 + (m - byte) * 16;
}

static v128 pass_matrix(u32 block, u32 m, u32 half, u32 pass) {
  const v128 middle = load_v128(matrix_at(block, m + 2, half));
  return pass == 0 ? middle : _mm_xor_si128(middle, load_v128(matrix_at(block, pass == 1 ? m : m + 4, half)));
}

static void toeplitz_prepare(void) {
  const u32 usable = min_u32(MAX_INPUT, load_u32(RSS_CONFIG + CONFIG_KEY_BYTES) - 4);
  for (u32 position = 0; position < usable; position++) {
    const u32 table = BYTE_TABLES + position * 1024;
    for (u32 value = 1; value < 256; value++)
      store_u32(table + value * 4, load_u32(table + (value & (value - 1)) * 4) ^ key_window(position * 8 + 7 - (u32)__builtin_ctz(value)));
  }
  for (u32 position = 0; position < MAX_INPUT; position++)
    for (u32 value = 0; value < 16; value++) {
      const u32 low = load_u32(BYTE_TABLES + position * 1024 + value * 4), high = load_u32(BYTE_TABLES + position * 1024 + value * 64);
      for (u32 byte = 0; byte < 4; byte++) {
        store_u8(NIBBLE_TABLES + position * 128 + value + byte * 16, low >> (24 - byte * 8));
        store_u8(NIBBLE_TABLES + position * 128 + value + 64 + byte * 16, high >> (24 - byte * 8));
      }
    }
  for (u32 pass = 0; pass < 3; pass++)
    for (u32 block = 0; block < MAX_INPUT / 4; block++)
      for (u32 half = 0; half < 2; half++) {
        const u32 to = PASS_TABLES + pass * PASS_SIZE + block * 96 + half * 16;
        const v128 shared = pass_matrix(block, 1, half, pass);
        store_v128(to, shared);
        store_v128(to + 32, _mm_xor_si128(pass_matrix(block, 0, half, pass), shared));
        store_v128(to + 64, _mm_xor_si128(pass_matrix(block, 2, half, pass), shared));
      }
}

static u32 toeplitz_tables(u32 input, u32 bytes) {
  u32 result = 0, table = BYTE_TABLES;
  for (u32 i = 0; i < bytes; i++, table += 1024) result ^= load_u32(table + ((u32)load_u8(input + i) << 2));
  return result;
}

static inline v128 low_nibbles(v128 bytes) { return _mm_and_si128(bytes, _mm_set1_epi8(15)); }
static inline v128 high_nibbles(v128 bytes) { return _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(15)); }
static inline v128 product(u32 table, v128 low, v128 high) {
  return _mm_xor_si128(_mm_shuffle_epi8(load_v128(table), low), _mm_shuffle_epi8(load_v128(table + 16), high));
}

static inline void pass_run(u32 column, u32 stride, u32 fold, u32 table, u32 size, u32 to) {
  v128 shared = _mm_setzero_si128(), first = shared, second = shared;
  for (const u32 end = table + size; table < end; table += 96, column += stride << 2) {
    v128 x = load_v128(column), y = load_v128(column + stride);
    if (fold) {
      x = _mm_xor_si128(x, load_v128(column + fold));
      y = _mm_xor_si128(y, load_v128(column + stride + fold));
    }
    const v128 x_low = low_nibbles(x), x_high = high_nibbles(x), y_low = low_nibbles(y), y_high = high_nibbles(y);
    shared = _mm_xor_si128(shared, product(table, _mm_xor_si128(x_low, y_low), _mm_xor_si128(x_high, y_high)));
    first = _mm_xor_si128(first, product(table + 32, x_low, x_high));
    second = _mm_xor_si128(second, product(table + 64, y_low, y_high));
  }
  store_v128(to, _mm_xor_si128(shared, first));
  store_v128(to + 16, _mm_xor_si128(shared, second));
}

static void toeplitz_soa(u32 soa, u32 stride, u32 bytes, u32 count, u32 out) {
  const u32 size = (bytes >> 2) * 96;
  for (u32 packet = 0; packet < count; packet += 16) {
    const u32 column = soa + packet, to = out + (packet << 2);
    pass_run(column, stride, stride << 1, PASS_TABLES, size, PASS_SUMS);
    pass_run(column, stride, 0, PASS_TABLES + PASS_SIZE, size, PASS_SUMS + 32);
    pass_run(column + (stride << 1), stride, 0, PASS_TABLES + 2 * PASS_SIZE, size, PASS_SUMS + 64);
    const v128 even = load_v128(PASS_SUMS), odd = load_v128(PASS_SUMS + 16);
    const v128 hash0 = _mm_xor_si128(even, load_v128(PASS_SUMS + 32)), hash1 = _mm_xor_si128(odd, load_v128(PASS_SUMS + 48));
    const v128 hash2 = _mm_xor_si128(even, load_v128(PASS_SUMS + 64)), hash3 = _mm_xor_si128(odd, load_v128(PASS_SUMS + 80));
    const v128 upper_a = _mm_unpacklo_epi8(hash1, hash0), upper_b = _mm_unpackhi_epi8(hash1, hash0);
    const v128 lower_a = _mm_unpacklo_epi8(hash3, hash2), lower_b = _mm_unpackhi_epi8(hash3, hash2);
    store_v128(to, _mm_unpacklo_epi16(lower_a, upper_a));
    store_v128(to + 16, _mm_unpackhi_epi16(lower_a, upper_a));
    store_v128(to + 32, _mm_unpacklo_epi16(lower_b, upper_b));
    store_v128(to + 48, _mm_unpackhi_epi16(lower_b, upper_b));
  }
}

static void zip_rows(u32 from, u32 stride, u32 to, u32 rows) {
  const u32 quarter = stride << 2;
  for (u32 row = 0; row < rows; row++, from += stride, to += 64) {
    const v128 a = load_v128(from), b = load_v128(from + quarter), c = load_v128(from + 2 * quarter), d = load_v128(from + 3 * quarter);
    const v128 ac_low = _mm_unpacklo_epi8(a, c), ac_high = _mm_unpackhi_epi8(a, c), bd_low = _mm_unpacklo_epi8(b, d), bd_high = _mm_unpackhi_epi8(b, d);
    store_v128(to, _mm_unpacklo_epi8(ac_low, bd_low));
    store_v128(to + 16, _mm_unpackhi_epi8(ac_low, bd_low));
    store_v128(to + 32, _mm_unpacklo_epi8(ac_high, bd_high));
    store_v128(to + 48, _mm_unpackhi_epi8(ac_high, bd_high));
  }
}

static void toeplitz_records(u32 records, u32 stride, u32 bytes, u32 count, u32 out) {
  const u32 whole = count & ~15u;
  for (u32 first = 0; first < whole; first += 16) {
    for (u32 block = 0; block < bytes; block += 16) {
      zip_rows(records + first * stride + block, stride, ZIP, 4);
      zip_rows(ZIP, 16, SOA + block * 16, min_u32(bytes - block, 16) >> 2);
    }
    toeplitz_soa(SOA, 16, bytes, 16, out + (first << 2));
  }
  for (u32 i = whole; i < count; i++) store_u32(out + (i << 2), toeplitz_tables(records + i * stride, bytes));
}

// --- rss: places ---

static void scatter(u32 list, u32 count, u32 list_hashes, u32 hashes, u32 places) {
  for (u32 i = 0; i < count; i++) {
    const u32 at = (u32)load_u8(list + i) << 2, hash = load_u32(list_hashes + (i << 2)), entry = hash & table_mask;
    store_u32(hashes + at, hash);
    store_u16(places + at + 2, entry | (u32)load_u8(RSS_TABLE + entry) << 8);
  }
}

static inline u32 padded(u32 count) { return (count & 15) >= 7 ? (count + 15) & ~15u : count; }

static void place_records(u32 records, u32 ex, u32 count, u32 hashes, u32 places) {
  u32 count4 = 0, count6 = 0;
  for (u32 i = 0; i < count; i++) {
    const u32 record = records + (i << 7), choice = hash_type_of(record);
    store_u32(places + (i << 2), choice);
    store_u32(hashes + (i << 2), 0);
    store_u8(LIST4 + count4, i);
    store_v128(INPUTS4 + count4 * INPUT4_SIZE, _mm_and_si128(load_v128(record), load_v128(PORT_MASKS + ((choice & PORTED) >> 14))));
    count4 += (choice & FAMILY_IPV4) >> 16;
    store_u8(LIST6 + count6, i);
    count6 += (choice & FAMILY_IPV6) >> 17;
  }
  for (u32 at = 0; at < count6; at++) {
    const u32 i = load_u8(LIST6 + at), record = records + (i << 7), choice = load_u32(places + (i << 2)), input = INPUTS6 + at * INPUT6_SIZE;
    const u32 addresses = record + (choice & MOVED ? ex : 0);
    store_v128(input, load_v128(addresses));
    store_v128(input + 16, load_v128(addresses + 16));
    store_u32(input + 32, choice & PORTED ? load_u32(record + 32) : 0);
  }
  toeplitz_records(INPUTS4, INPUT4_SIZE, 12, padded(count4), HASHES4);
  toeplitz_records(INPUTS6, INPUT6_SIZE, 36, padded(count6), HASHES6);
  scatter(LIST4, count4, HASHES4, hashes, places);
  scatter(LIST6, count6, HASHES6, hashes, places);
}

// --- frame: any shape ---

static inline u32 ports_read(u32 p, u32 end, u32 packet_end, u32 proto, u32 out, u32 at, u32 traits) {
  if (proto != TCP && proto != UDP && proto != SCTP) return traits;
  if (p + 4 > packet_end) return traits;
  if (p + 4 > end) return traits | TRUNCATED;
  store_u32(out + at, load_u32(p));
  if (proto == TCP && p + 14 <= end && p + 14 <= packet_end) store_u8(out + FRAME_TCP_FLAGS, load_u8(p + 13));
  return traits | PORTS;
}

static u32 ipv4_parse(u32 p, u32 end, u32 wire_end, u32 frame, u32 out, u32 traits) {
  store_u8(out + FRAME_L3, L3_IPV4);
  if (end - p < 20) return traits | MALFORMED | (wire_end - p >= 20 ? TRUNCATED : 0);
  const u32 first = load_u8(p), header_bytes = (first & 15) << 2, proto = load_u8(p + 9);
  store_u64(out, load_u64(p + 12));
  store_u8(out + FRAME_PROTO, proto);
  if (first >> 4 != 4 || header_bytes < 20) return traits | MALFORMED;
  const u32 total = wire_u16(p + 2);
  u32 packet_end = p + total;
  if (total == 0 || packet_end > wire_end) {
    traits |= SUPER;
    packet_end = wire_end;
  }
  if (p + header_bytes > packet_end) return traits | MALFORMED;
  if (p + header_bytes > end) return traits | MALFORMED | TRUNCATED;
  if (header_bytes > 20) traits |= OPTIONS;
  if (packet_end < wire_end && wire_end == end && wire_end - frame < 60 && wire_end - frame >= 56 && !(traits & VLAN_TAGGED)) traits |= STRIPPED_TAG;
  if (wire_u16(p + 6) & 0x3fff) return traits | FRAGMENT;
  return ports_read(p + header_bytes, end, packet_end, proto, out, 8, traits);
}

static u32 home_address_in(u32 header, u32 end) {
  for (u32 option = header + 2; option < end;) {
    if (load_u8(option) == 0) {
      option++;
      continue;
    }
    if (option + 2 > end) return 0;
    const u32 bytes = load_u8(option + 1);
    if (option + 2 + bytes > end) return 0;
    if (load_u8(option) == 201 && bytes == 16) return option + 2;
    option += 2 + bytes;
  }
  return 0;
}

static u32 ipv6_parse(u32 p, u32 end, u32 wire_end, u32 out, u32 traits) {
  enum { HOP_BY_HOP = 0, ROUTING = 43, FRAGMENT_HEADER = 44, AUTHENTICATION = 51, NO_NEXT_HEADER = 59, DESTINATION_OPTIONS = 60 };
  store_u8(out + FRAME_L3, L3_IPV6);
  if (end - p < 40) return traits | MALFORMED | (wire_end - p >= 40 ? TRUNCATED : 0);
  store_v128(out, load_v128(p + 8));
  store_v128(out + 16, load_v128(p + 24));
  u32 next = load_u8(p + 6);
  store_u8(out + FRAME_PROTO, next);
  if (load_u8(p) >> 4 != 6) return traits | MALFORMED;
  const u32 payload = wire_u16(p + 4);
  u32 packet_end = p + 40 + payload;
  if (packet_end > wire_end || (payload == 0 && next != NO_NEXT_HEADER)) {
    traits |= SUPER;
    packet_end = wire_end;
  }
  const u32 readable = min_u32(end, packet_end);
  u32 home = 0, routed = 0, at = p + 40;
  while (next == HOP_BY_HOP || next == ROUTING || next == DESTINATION_OPTIONS || next == AUTHENTICATION || next == FRAGMENT_HEADER) {
    if (at + 8 > readable) {
      if (at + 8 <= packet_end) traits |= TRUNCATED;
      break;
    }
    traits |= EXTENSIONS;
    const u32 after = load_u8(at);
    if (next == FRAGMENT_HEADER) {
      traits |= FRAGMENT;
      next = after;
      break;
    }
    const u32 units = load_u8(at + 1), bytes = next == AUTHENTICATION ? (units + 2) << 2 : (units + 1) << 3;
    if (at + bytes > readable) {
      if (at + bytes <= packet_end) traits |= TRUNCATED;
      break;
    }
    if (next == DESTINATION_OPTIONS && home == 0) home = home_address_in(at, at + bytes);
    if (next == ROUTING && units == 2 && load_u8(at + 2) == 2) routed = at + 8;
    next = after;
    at += bytes;
  }
  store_u8(out + FRAME_PROTO, next);
  if (home || routed) {
    traits |= (home ? HOME_ADDRESS : 0) | (routed ? ROUTING2 : 0);
    store_v128(out + FRAME_EX, load_v128(home ? home : p + 8));
    store_v128(out + FRAME_EX + 16, load_v128(routed ? routed : p + 24));
  }
  if (traits & (FRAGMENT | TRUNCATED)) return traits;
  return ports_read(at, end, packet_end, next, out, 32, traits);
}

static u32 other_parse(u32 type, u32 l3, u32 out, u32 traits) {
  store_u8(out + FRAME_L3, l3);
  store_u16(out + FRAME_ETHERTYPE, type);
  store_u64(out, load_u64(out + FRAME_MACS));
  store_u32(out + 8, load_u32(out + FRAME_MACS + 8));
  return traits;
}

static u32 header_cut(u32 end, u32 wire_end, u32 traits) { return traits | MALFORMED | (wire_end > end ? TRUNCATED : 0); }

static u32 ethernet_parse(u32 ptr, u32 end, u32 wire_end, u32 out, u32 traits) {
  if (end - ptr < 14) return header_cut(end, wire_end, traits);
  store_u64(out + FRAME_MACS, load_u64(ptr));
  store_u32(out + FRAME_MACS + 8, load_u32(ptr + 8));
  if (load_u8(ptr) & 1) traits |= GROUP;
  u32 type = wire_u16(ptr + 12), p = ptr + 14;
  while (type == 0x8100 || type == 0x88a8 || type == 0x9100) {
    if (p + 4 > end) return header_cut(end, wire_end, traits);
    if (traits & VLAN_TAGGED) traits |= VLAN_STACKED;
    else store_u16(out + FRAME_VLAN, wire_u16(p) & 0xfff);
    traits |= VLAN_TAGGED;
    type = wire_u16(p + 2);
    p += 4;
  }
  if (type < 0x600) {
    if (!(type >= 8 && p + 8 <= end && (load_u32(p) & 0xffffff) == 0x03aaaa && load_u32(p + 2) >> 8 == 0)) return other_parse(0, L3_LLC, out, traits);
    wire_end = min_u32(wire_end, p + type);
    end = min_u32(end, wire_end);
    traits |= SNAP;
    type = wire_u16(p + 6);
    p += 8;
  }
  store_u16(out + FRAME_ETHERTYPE, type);
  store_u16(out + FRAME_L3_OFFSET, p - ptr);
  if (type == 0x0800) return ipv4_parse(p, end, wire_end, ptr, out, traits);
  if (type == 0x86dd) return ipv6_parse(p, end, wire_end, out, traits);
  return other_parse(type, type == 0x0806 ? L3_ARP : L3_OTHER, out, traits);
}

static void frame_parse(u32 ptr, u32 cap, u32 wire, u32 out, u32 hints) {
  const v128 zero = _mm_setzero_si128();
  store_v128(out, zero);
  store_v128(out + 16, zero);
  store_v128(out + 32, zero);
  store_v128(out + FRAME_MACS, zero);
  store_u32(out + FRAME_TRAITS, 0);
  store_u16(out + FRAME_VLAN, NO_VLAN);
  store_u8(out + FRAME_LINK, LINK_ETHERNET);
  const u32 traits = ethernet_parse(ptr, ptr + cap, ptr + max_u32(wire, cap), out, hints);
  store_u16(out + FRAME_TRAITS, traits);
  store_u16(out + FRAME_KEY_TRAITS, traits & 0xff);
}

// --- frame: a batch, common shapes first ---

enum { RECORD_BITS = 0xff80, WHOLE = 60 };

static inline u32 shape_at(u32 ptr, u32 cap, u32 link) { return cap >= WHOLE && link == LINK_ETHERNET ? ptr : ZEROES; }
static inline u32 is_4(u32 word) { return (word & 0xffffff) == 0x450008; }
static inline u32 is_6(u32 word) { return (word & 0xf0ffff) == 0x60dd86; }

static inline u32 told_frame(u32 index, u32 plain, u32 ptr, u32 cap, u32 wire, u32 link) {
  const u32 record = BATCH + index * FRAME_SIZE;
  store_u32(record + FRAME_IFACE, link << 16);
  store_u64(record + FRAME_WIRE, wire | (u64)cap << 32);
  store_u64(record + FRAME_PTR, ptr);
  store_u16(FRAMES_PLAIN + (plain << 1), record);
  store_u16(FRAMES_OTHER + ((index - plain) << 1), record);
  return plain + is_4(load_u32(shape_at(ptr, cap, link) + 12));
}

static inline u32 fits_then_push(u32 fits, u32 record, u32 rest) {
  store_u16(rest, record);
  return rest + ((fits ^ 1) << 1);
}

static inline void common_write(u32 record, u32 p, u32 tag, u32 vlan, u32 proto, u32 l3, u32 ethertype, u32 tail, u32 flags) {
  const u32 traits = load_u16(record + FRAME_TRAITS) | PORTS | tag << 8 | (load_u8(p) & 1) << 14;
  store_u64(record + 32, tail | (u64)(proto | l3 << 8 | (traits & 0xff) << 16) << 32);
  store_u32(record + FRAME_ETHERTYPE, ethertype | vlan << 16);
  store_u32(record + FRAME_TRAITS, traits | (14 + tag) << 16);
  store_v128(record + FRAME_MACS, load_v128(p));
  store_u8(record + FRAME_TCP_FLAGS, flags);
}

static inline u32 parse4(u32 list, u32 end, u32 tag, u32 rest) {
  for (u32 at = list; at < end; at += 2) {
    const u32 record = load_u16(at), p = load_u32(record + FRAME_PTR), l3 = p + tag;
    const u32 total = wire_u16(l3 + 16), proto = load_u8(l3 + 23), tcp = proto == TCP;
    const u32 fits = (u32)(total - 34 <= max_u32(load_u32(record + FRAME_WIRE), load_u32(record + FRAME_CAP)) - 48 - tag) & (tcp | (proto == UDP)) &
                     (u32)((load_u16(l3 + 20) & 0xff3f) == 0);
    rest = fits_then_push(fits, record, rest);
    store_v128(record, _mm_and_si128(load_v128(l3 + 26), _mm_set_epi32(0, -1, -1, -1)));
    store_v128(record + 16, _mm_setzero_si128());
    common_write(record, p, tag, tag ? wire_u16(p + 14) & 0xfff : NO_VLAN, proto, L3_IPV4, 0x0800, 0, load_u8(l3 + 47) & -tcp);
  }
  return rest;
}

static u32 parse6(u32 end, u32 rest) {
  for (u32 at = FRAMES6; at < end; at += 2) {
    const u32 item = load_u16(at), record = item & RECORD_BITS, tag = item & 4;
    const u32 p = load_u32(record + FRAME_PTR), cap = load_u32(record + FRAME_CAP), l3 = p + tag;
    const u32 payload = wire_u16(l3 + 18), proto = load_u8(l3 + 20), tcp = proto == TCP;
    const u32 fits = (u32)(payload >= 14) & (u32)(payload + 40 <= max_u32(load_u32(record + FRAME_WIRE), cap) - 14 - tag) & (tcp | (proto == UDP)) &
                     (u32)(cap >= tag + 58);
    rest = fits_then_push(fits, record, rest);
    const u32 seen = tcp & (u32)(cap >= tag + 68);
    store_v128(record, load_v128(l3 + 22));
    store_v128(record + 16, load_v128(l3 + 38));
    common_write(record, p, tag, (wire_u16(p + 14) & 0xfff) | (((tag >> 2) - 1) & 0xffff), proto, L3_IPV6, 0x86dd, load_u32(l3 + 54), load_u8((seen ? l3 : ZEROES) + 67) & -seen);
  }
  return rest;
}

static void frames_parse(u32 count, u32 plain) {
  u32 tagged4 = FRAMES_TAGGED, list6 = FRAMES6, rest = FRAMES_REST;
  for (u32 at = FRAMES_OTHER, end = at + ((count - plain) << 1); at < end; at += 2) {
    const u32 record = load_u16(at), p = shape_at(load_u32(record + FRAME_PTR), load_u32(record + FRAME_CAP), load_u8(record + FRAME_LINK));
    const u32 tag = (u32)(load_u16(p + 12) == 0x0081) << 2, shape = load_u32(p + tag + 12), is4 = is_4(shape), is6 = is_6(shape);
    store_u16(tagged4, record);
    tagged4 += is4 << 1;
    store_u16(list6, record | tag);
    list6 += is6 << 1;
    store_u16(rest, record);
    rest += ((is4 | is6) ^ 1) << 1;
  }
  rest = parse4(FRAMES_PLAIN, FRAMES_PLAIN + (plain << 1), 0, rest);
  rest = parse4(FRAMES_TAGGED, tagged4, 4, rest);
  rest = parse6(list6, rest);
  for (u32 at = FRAMES_REST; at < rest; at += 2) {
    const u32 record = load_u16(at);
    frame_parse(load_u32(record + FRAME_PTR), load_u32(record + FRAME_CAP), load_u32(record + FRAME_WIRE), record, load_u16(record + FRAME_TRAITS) & (INBOUND | OUTBOUND));
  }
}

// --- replay ---

static void replay(u32 descriptors, u32 count) {
  while (count > 0) {
    const u32 batch = min_u32(count, BATCH_FRAMES);
    u32 plain = 0;
    for (u32 i = 0; i < batch; i++) {
      const u32 at = descriptors + i * DESCRIPTOR_SIZE;
      plain = told_frame(i, plain, load_u32(at), load_u16(at + 4), load_u16(at + 6), LINK_ETHERNET);
    }
    frames_parse(batch, plain);
    place_records(BATCH, FRAME_EX, batch, BATCH_HASHES, BATCH_PLACES);
    for (u32 i = 0; i < batch; i++) {
      const u32 counters = REPLAY_COUNTERS + ((u32)load_u8(BATCH_PLACES + i * 4 + 3) << 4);
      const v128 counted = _mm_set_epi64x(load_u16(descriptors + i * DESCRIPTOR_SIZE + 6), 1);
      store_v128(counters, _mm_add_epi64(load_v128(counters), counted));
    }
    descriptors += batch * DESCRIPTOR_SIZE;
    count -= batch;
  }
}

// Calls go round through all frames, as the core's contender does.
enum { FRAMES_A_CALL = 65536 };
static u32 frames, next_frame, descriptors_at;

static void call(void) {
  replay(descriptors_at + next_frame * DESCRIPTOR_SIZE, FRAMES_A_CALL);
  next_frame = (next_frame + FRAMES_A_CALL) % frames;
}

static void check(char *text, size_t room) {
  const u32 queues = load_u16(RSS_CONFIG + CONFIG_TABLE_ENTRIES + 2);
  memset(memory + REPLAY_COUNTERS, 0, MAX_QUEUES * 16);
  do call();
  while (next_frame != 0);
  for (u32 queue = 0; queue < queues; queue++) {
    const int wrote = snprintf(text, room, "%s%llu/%llu", queue ? " " : "", (unsigned long long)load_u64(REPLAY_COUNTERS + queue * 16),
                               (unsigned long long)load_u64(REPLAY_COUNTERS + queue * 16 + 8));
    text += wrote;
    room -= (size_t)wrote;
  }
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: replay-peer RSS-CONFIG FRAMES LENGTHS\n");
    return 2;
  }
  size_t config_bytes, frame_bytes, length_bytes;
  const u8 *config = peer_read(argv[1], &config_bytes);
  const u8 *data = peer_read(argv[2], &frame_bytes);
  const u8 *lengths = peer_read(argv[3], &length_bytes);
  frames = (u32)(frame_bytes / 64);
  descriptors_at = ARENA + (u32)frame_bytes;
  if (config_bytes != CONFIG_SIZE || frames % FRAMES_A_CALL || length_bytes != frames * 4 || ARENA + frame_bytes + frames * DESCRIPTOR_SIZE + 64 > MEMORY) {
    fprintf(stderr, "replay-peer: inputs do not fit each other\n");
    return 2;
  }
  memcpy(memory + RSS_CONFIG, config, CONFIG_SIZE);
  memcpy(memory + ARENA, data, frame_bytes);
  for (u32 frame = 0; frame < frames; frame++) {
    store_u32(descriptors_at + frame * DESCRIPTOR_SIZE, ARENA + frame * 64);
    memcpy(memory + descriptors_at + frame * DESCRIPTOR_SIZE + 4, lengths + frame * 4, 4);
  }
  hash_flags = load_u32(RSS_CONFIG + CONFIG_HASH_FLAGS);
  table_mask = load_u16(RSS_CONFIG + CONFIG_TABLE_ENTRIES) - 1u;
  default_queue = load_u32(RSS_CONFIG + CONFIG_DEFAULT_QUEUE);
  toeplitz_prepare();
  hash_types_prepare();
  const struct contender contenders[] = {{"the same in C", "mix of small frames", "counters", FRAMES_A_CALL, call, check}};
  return peer_serve(contenders, 1);
}
