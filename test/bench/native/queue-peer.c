// The core's event queue in C: the same algorithm over the same records, with addresses as offsets of 32 bits. Ported from
// core-as/sim/queue.ts; changes there belong here too.
// Usage: queue-peer WHILES   (u64 picoseconds, 65536 of them)

#include "peer.h"

typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;

enum { DIGIT_BITS = 6, DIGITS = 64, LEVELS = 11, WHILES = 65536, EVENTS_A_CALL = 65536, MOST = 100000 };

struct event {
  u64 time;
  u32 a, b, next;
  u16 kind;
};
struct slot {
  u32 first, last;
};
struct queue {
  u64 now, last, popped;
  u32 capacity, pending, peak, overflows, past, levels_used, free;
  u64 slots_used[LEVELS];
  struct slot slots[LEVELS * DIGITS];
  struct event pool[MOST + 1];  // 0 is none
};

static u64 whiles[WHILES];

static inline struct slot *slot_at(struct queue *q, u32 level, u32 digit) { return q->slots + (level << DIGIT_BITS | digit); }

static inline void slot_append(struct queue *q, u32 event, u64 time, u64 last) {
  const u32 level = (63 - (u32)__builtin_clzll((time ^ last) | 1)) / DIGIT_BITS;
  const u32 digit = (u32)(time >> (level * DIGIT_BITS)) & (DIGITS - 1);
  struct slot *slot = slot_at(q, level, digit);
  const u64 used = q->slots_used[level], bit = 1ull << digit;
  if (used & bit) q->pool[slot->last].next = event;
  else {
    slot->first = event;
    q->slots_used[level] = used | bit;
    q->levels_used |= 1u << level;
  }
  slot->last = event;
}

static inline void slot_clear(struct queue *q, u32 level, u64 used) {
  const u64 rest = used & (used - 1);
  q->slots_used[level] = rest;
  if (rest == 0) q->levels_used &= ~(1u << level);
}

static inline u32 event_take(struct queue *q) {
  const u32 free = q->free;
  if (free) {
    q->free = q->pool[free].next;
    return free;
  }
  if (q->peak == q->capacity) return 0;
  return ++q->peak;
}

static inline int queue_push(struct queue *q, u64 time, u32 kind, u32 a, u32 b) {
  if (time < q->now) return q->past++, 0;
  const u32 event = event_take(q);
  if (!event) return q->overflows++, 0;
  q->pool[event].time = time;
  q->pool[event].a = a;
  q->pool[event].b = b;
  q->pool[event].kind = (u16)kind;
  slot_append(q, event, time, q->last);
  q->pending++;
  return 1;
}

static void slot_spread(struct queue *q, const struct slot *slot, u64 last) {
  u32 event = slot->first;
  const u32 end = slot->last;
  for (;;) {
    const u32 next = q->pool[event].next;
    slot_append(q, event, q->pool[event].time, last);
    if (event == end) return;
    event = next;
  }
}

static u32 queue_idle(struct queue *q, u64 limit) {
  if (limit != UINT64_MAX && limit > q->now) q->now = limit;
  return 0;
}

static inline u32 queue_pop(struct queue *q, u64 limit) {
  for (;;) {
    if (!q->levels_used) return queue_idle(q, limit);
    const u32 level = (u32)__builtin_ctz(q->levels_used);
    const u64 used = q->slots_used[level];
    struct slot *slot = slot_at(q, level, (u32)__builtin_ctzll(used));
    const u32 event = slot->first;
    const int single = event == slot->last;
    const u64 time = q->pool[event].time;
    if (level && !single) {
      const u64 start = time >> (level * DIGIT_BITS) << (level * DIGIT_BITS);
      if (start > limit) return queue_idle(q, limit);
      slot_clear(q, level, used);
      slot_spread(q, slot, start);
      q->last = start;
      continue;
    }
    if (time > limit) return queue_idle(q, limit);
    if (single) slot_clear(q, level, used);
    else slot->first = q->pool[event].next;
    q->last = q->now = time;
    q->popped++;
    q->pending--;
    q->pool[event].next = q->free;
    q->free = event;
    return event;
  }
}

static u32 queue_hold(struct queue *q, u32 count) {
  u32 sum = 0;
  for (u32 i = 0; i < count; i++) {
    const u32 event = queue_pop(q, UINT64_MAX);
    if (!event) return sum;
    const u32 a = q->pool[event].a;
    sum = sum * 31 + a;
    queue_push(q, q->pool[event].time + whiles[(sum ^ i) & (WHILES - 1)], 0, a, q->pool[event].b);
  }
  return sum;
}

static void queue_fill(struct queue *q, u32 pending) {
  memset(q, 0, sizeof *q);
  q->capacity = pending;
  for (u32 event = 0; event < pending; event++) queue_push(q, whiles[event % WHILES] + event, 0, event, 0);
}

static struct queue spare;
static volatile u32 sink;

#define CONTENDER(pending)                                                    \
  static struct queue queue_##pending;                                        \
  static void call_##pending(void) { sink = queue_hold(&queue_##pending, EVENTS_A_CALL); } \
  static void check_##pending(char *text, size_t room) {                      \
    queue_fill(&spare, pending);                                              \
    snprintf(text, room, "%08x", queue_hold(&spare, EVENTS_A_CALL));          \
  }
CONTENDER(1000)
CONTENDER(10000)
CONTENDER(100000)

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: queue-peer WHILES\n");
    return 2;
  }
  size_t bytes;
  const uint8_t *given = peer_read(argv[1], &bytes);
  if (bytes != sizeof whiles) return 2;
  memcpy(whiles, given, bytes);
  queue_fill(&queue_1000, 1000);
  queue_fill(&queue_10000, 10000);
  queue_fill(&queue_100000, 100000);
  const struct contender contenders[] = {
      {"the same in C", "1000 pending", "1000 pending", EVENTS_A_CALL, call_1000, check_1000},
      {"the same in C", "10000 pending", "10000 pending", EVENTS_A_CALL, call_10000, check_10000},
      {"the same in C", "100000 pending", "100000 pending", EVENTS_A_CALL, call_100000, check_100000},
  };
  return peer_serve(contenders, sizeof contenders / sizeof *contenders);
}
