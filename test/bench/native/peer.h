// What the C peers share: the conversation with the bench over stdin and stdout, the clock, reading an input file.
// A peer fills `contenders`, then calls peer_serve(). Requests: "list", "check INDEX", "run INDEX MILLISECONDS".

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct contender {
  const char *name;
  const char *topic;
  const char *agrees;
  uint32_t items;
  void (*call)(void);
  // Makes one call from a fresh start and writes what came out.
  void (*check)(char *text, size_t room);
};

static inline uint64_t peer_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

// The bench's order-dependent fold of results.
static inline void peer_fold(const uint32_t *words, uint32_t count, char *text, size_t room) {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < count; i++) sum = sum * 31 + words[i];
  snprintf(text, room, "%08x", sum);
}

// Reads a whole file to a 64-byte boundary.
static inline uint8_t *peer_read(const char *path, size_t *bytes) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    exit(1);
  }
  fseek(file, 0, SEEK_END);
  *bytes = (size_t)ftell(file);
  rewind(file);
  uint8_t *data = aligned_alloc(64, (*bytes + 127) & ~(size_t)63);
  if (!data || fread(data, 1, *bytes, file) != *bytes) {
    perror(path);
    exit(1);
  }
  fclose(file);
  return data;
}

static int peer_by_size(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

// ns an item: the median over slices of 4 ms, as the bench's other hosts do.
static inline double peer_sample(const struct contender *contender, unsigned milliseconds) {
  enum { MOST = 4096 };
  static double slices[MOST];
  unsigned count = 0;
  const uint64_t start = peer_now();
  for (uint64_t now = start; count < MOST && (count == 0 || now - start < milliseconds * 1000000ull);) {
    const uint64_t first = now;
    uint64_t items = 0;
    do {
      contender->call();
      items += contender->items;
      now = peer_now();
    } while (now - first < 4000000);
    slices[count++] = (double)(now - first) / (double)items;
  }
  qsort(slices, count, sizeof *slices, peer_by_size);
  return slices[count / 2];
}

static inline int peer_serve(const struct contender *contenders, unsigned count) {
  char line[256];
  while (fgets(line, sizeof line, stdin)) {
    unsigned index, milliseconds;
    if (!strcmp(line, "list\n")) {
      printf("[");
      for (unsigned i = 0; i < count; i++)
        printf("%s{\"name\":\"%s\",\"topic\":\"%s\",\"agrees\":\"%s\",\"items\":%u}", i ? "," : "", contenders[i].name, contenders[i].topic,
               contenders[i].agrees, contenders[i].items);
      printf("]\n");
    } else if (sscanf(line, "check %u", &index) == 1 && index < count) {
      char text[4096];
      contenders[index].check(text, sizeof text);
      printf("\"%s\"\n", text);
    } else if (sscanf(line, "run %u %u", &index, &milliseconds) == 2 && index < count) {
      printf("%.4f\n", peer_sample(&contenders[index], milliseconds));
    } else {
      fprintf(stderr, "not understood: %s", line);
      return 2;
    }
    fflush(stdout);
  }
  return 0;
}
