// Toeplitz by DPDK's header-only functions, over the bench's tuples.
// rte_softrss takes 32-bit words of the tuple in host order and the key as it is; rte_softrss_be takes the same words and
// the key converted by rte_convert_rss_key. Words are converted when the peer starts, outside the measured time.
// Usage: toeplitz-peer KEY TUPLES12 TUPLES36   (KEY: at least 40 bytes; tuples: 16 and 48 bytes apart)

#include <rte_byteorder.h>
#include <rte_thash.h>

#include "peer.h"

#define KEY_BYTES 40

static uint8_t key[KEY_BYTES], converted[KEY_BYTES];

struct batch {
  uint32_t count, words, stride;
  uint32_t *tuples;
  uint32_t *out;
};
static struct batch v4, v6;

static struct batch load(const char *path, uint32_t bytes, uint32_t stride) {
  size_t size;
  uint8_t *data = peer_read(path, &size);
  struct batch batch = {.count = (uint32_t)(size / stride), .words = bytes / 4, .stride = stride / 4, .tuples = (uint32_t *)data};
  for (size_t word = 0; word < size / 4; word++) batch.tuples[word] = rte_be_to_cpu_32(batch.tuples[word]);
  batch.out = calloc(batch.count, sizeof *batch.out);
  return batch;
}

// `words` is a constant at each call, so that the compiler may unroll as it would in a driver.
static inline __attribute__((always_inline)) void run_be(struct batch *batch, uint32_t words) {
  for (uint32_t i = 0; i < batch->count; i++) batch->out[i] = rte_softrss_be(batch->tuples + i * batch->stride, words, converted);
}
static inline __attribute__((always_inline)) void run_plain(struct batch *batch, uint32_t words) {
  for (uint32_t i = 0; i < batch->count; i++) batch->out[i] = rte_softrss(batch->tuples + i * batch->stride, words, key);
}

static void be_v4(void) { run_be(&v4, 3); }
static void be_v6(void) { run_be(&v6, 9); }
static void plain_v4(void) { run_plain(&v4, 3); }
static void plain_v6(void) { run_plain(&v6, 9); }

#define CHECK(name, call, batch)                    \
  static void name(char *text, size_t room) {       \
    memset(batch.out, 0, batch.count * 4);          \
    call();                                         \
    peer_fold(batch.out, batch.count, text, room);  \
  }
CHECK(check_be_v4, be_v4, v4)
CHECK(check_be_v6, be_v6, v6)
CHECK(check_plain_v4, plain_v4, v4)
CHECK(check_plain_v6, plain_v6, v6)

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: toeplitz-peer KEY TUPLES12 TUPLES36\n");
    return 2;
  }
  size_t size;
  const uint8_t *given = peer_read(argv[1], &size);
  if (size < KEY_BYTES) return 2;
  memcpy(key, given, KEY_BYTES);
  rte_convert_rss_key((const uint32_t *)key, (uint32_t *)converted, KEY_BYTES);
  v4 = load(argv[2], 12, 16);
  v6 = load(argv[3], 36, 48);
  const struct contender contenders[] = {
      {"rte_softrss_be", "TCP/IPv4", "TCP/IPv4", v4.count, be_v4, check_be_v4},
      {"rte_softrss", "TCP/IPv4", "TCP/IPv4", v4.count, plain_v4, check_plain_v4},
      {"rte_softrss_be", "TCP/IPv6", "TCP/IPv6", v6.count, be_v6, check_be_v6},
      {"rte_softrss", "TCP/IPv6", "TCP/IPv6", v6.count, plain_v6, check_plain_v6},
  };
  return peer_serve(contenders, sizeof contenders / sizeof *contenders);
}
