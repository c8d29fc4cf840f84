// A cable between a TAP device and a Unix stream socket that carries Ethernet frames as QEMU does: the length of each frame as 32
// bits, big-endian, then the frame without its FCS. Each direction can lose, double, corrupt, delay and reorder frames by chance
// from a seed. Only IP frames are corrupted: ARP has no checksum of its own, and on a cable the FCS would have caught the fault.
// A full queue stops reading from the side that fills it; nothing is dropped but by chance, or where the TAP refuses it.
// Usage: tap-bridge --tap NAME --listen PATH | --connect PATH [--seed N] [--to-wire LIST] [--to-tap LIST]
//   LIST: loss=P,duplication=P,corruption=P,reordering=P,delay=US,hold=US   (hold: how much later a reordered frame comes)
// Prints `ready` on stderr when the TAP is there and the socket listens or is connected. Ends on SIGTERM or SIGINT, or when the socket
// closes, with what it counted on stdout, one line of JSON.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <inttypes.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

typedef uint8_t u8;
typedef uint32_t u32;
typedef uint64_t u64;

enum {
  HEADER_BYTES = 14,
  PREFIX_BYTES = 4,
  FRAME_BYTES = 65536 + HEADER_BYTES,
  BUFFER_BYTES = 4 * (PREFIX_BYTES + FRAME_BYTES),
  LANE_FRAMES = 4096,
  READS_A_TURN = 64,  // frames from the TAP before the others get their turn
};

struct frame {
  u64 due;  // ns
  u32 length;
  u8 bytes[];
};

/** First in, first out: all frames of a lane wait equally long. */
struct lane {
  struct frame *frames[LANE_FRAMES];
  u32 first, count;
};

struct roughness {
  double loss, duplication, corruption, reordering;
  u64 delay, hold;  // ns
};

struct path {
  const char *name;
  struct roughness rough;
  u64 random;
  struct lane straight, held;
  u64 frames, bytes, lost, duplicated, corrupted, reordered, delivered, refused, deepest;
};

struct buffer {
  u8 bytes[BUFFER_BYTES];
  u32 used;
};

static struct path to_wire = {.name = "toWire"}, to_tap = {.name = "toTap"};
static struct buffer from_socket, for_socket;
static volatile sig_atomic_t stopped;

static void stop(int signal) {
  (void)signal;
  stopped = 1;
}

static void fail(const char *what) {
  fprintf(stderr, "tap-bridge: %s: %s\n", what, strerror(errno));
  exit(1);
}

static void refuse(const char *what, const char *text) {
  fprintf(stderr, "tap-bridge: %s: %s\n", what, text);
  exit(2);
}

static u64 now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (u64)time.tv_sec * 1000000000 + (u64)time.tv_nsec;
}

/** splitmix64 (Steele, Lea and Flood, 2014). */
static u64 random_next(u64 *state) {
  u64 z = *state += 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

static bool chance(u64 *state, double share) { return (double)(random_next(state) >> 11) * 0x1p-53 < share; }

// Paths

static void lane_push(struct lane *lane, struct frame *frame) {
  lane->frames[(lane->first + lane->count++) % LANE_FRAMES] = frame;
}

static struct frame *lane_first(const struct lane *lane) { return lane->count ? lane->frames[lane->first] : NULL; }

static u32 path_depth(const struct path *path) { return path->straight.count + path->held.count; }

/** Room for a frame and its double. */
static bool path_has_room(const struct path *path) {
  return path->straight.count + 2 <= LANE_FRAMES && path->held.count + 2 <= LANE_FRAMES;
}

static struct lane *path_next_lane(struct path *path) {
  const struct frame *straight = lane_first(&path->straight), *held = lane_first(&path->held);
  return held && (!straight || held->due < straight->due) ? &path->held : &path->straight;
}

static struct frame *path_first(struct path *path) { return lane_first(path_next_lane(path)); }

static struct frame *path_first_due(struct path *path, u64 now) {
  struct frame *frame = path_first(path);
  return frame && frame->due <= now ? frame : NULL;
}

static void path_drop_first(struct path *path) {
  struct lane *lane = path_next_lane(path);
  free(lane_first(lane));
  lane->first = (lane->first + 1) % LANE_FRAMES;
  lane->count--;
}

static bool is_ip(const struct frame *frame) {
  const u32 type = (u32)frame->bytes[12] << 8 | frame->bytes[13];
  return frame->length > HEADER_BYTES && (type == 0x0800 || type == 0x86dd);
}

static void path_enter(struct path *path, const u8 *bytes, u32 length, u64 now) {
  const struct roughness *rough = &path->rough;
  path->frames++;
  path->bytes += length;
  if (chance(&path->random, rough->loss)) {
    path->lost++;
    return;
  }
  const bool twice = chance(&path->random, rough->duplication);
  path->duplicated += twice;
  for (u32 copy = 0; copy <= (u32)twice; copy++) {
    struct frame *frame = malloc(sizeof *frame + length);
    if (!frame) fail("memory");
    frame->length = length;
    memcpy(frame->bytes, bytes, length);
    if (chance(&path->random, rough->corruption) && is_ip(frame)) {
      const u64 bit = random_next(&path->random) % ((length - HEADER_BYTES) * 8);
      frame->bytes[HEADER_BYTES + bit / 8] ^= (u8)(1 << bit % 8);
      path->corrupted++;
    }
    const bool late = chance(&path->random, rough->reordering);
    path->reordered += late;
    frame->due = now + rough->delay + (late ? rough->hold : 0);
    lane_push(late ? &path->held : &path->straight, frame);
  }
  if (path_depth(path) > path->deepest) path->deepest = path_depth(path);
}

static void path_print(const struct path *path) {
  printf("\"%s\":{\"frames\":%" PRIu64 ",\"bytes\":%" PRIu64 ",\"lost\":%" PRIu64 ",\"duplicated\":%" PRIu64 ",\"corrupted\":%" PRIu64,
         path->name, path->frames, path->bytes, path->lost, path->duplicated, path->corrupted);
  printf(",\"reordered\":%" PRIu64 ",\"delivered\":%" PRIu64 ",\"refused\":%" PRIu64 ",\"waiting\":%u,\"deepest\":%" PRIu64 "}",
         path->reordered, path->delivered, path->refused, path_depth(path), path->deepest);
}

// TAP and socket, neither of which blocks

static bool is_for_later(void) { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || errno == ENOBUFS; }

static void tap_read(int tap) {
  u8 bytes[FRAME_BYTES];
  for (u32 reads = 0; reads < READS_A_TURN && path_has_room(&to_wire); reads++) {
    const ssize_t length = read(tap, bytes, sizeof bytes);
    if (length < 0 && is_for_later()) return;
    if (length < 0) fail("read from the TAP");
    path_enter(&to_wire, bytes, (u32)length, now_ns());
  }
}

/** @returns whether a frame that is due has to wait for the TAP */
static bool tap_write(int tap) {
  for (;;) {
    const struct frame *frame = path_first_due(&to_tap, now_ns());
    if (!frame) return false;
    const ssize_t length = write(tap, frame->bytes, frame->length);
    if (length < 0 && is_for_later()) return true;
    // EIO: the device is down. EINVAL: no Ethernet frame.
    if (length < 0 && errno != EIO && errno != EINVAL) fail("write to the TAP");
    if (length < 0) to_tap.refused++;
    else to_tap.delivered++;
    path_drop_first(&to_tap);
  }
}

static void buffer_drop(struct buffer *buffer, u32 bytes) {
  memmove(buffer->bytes, buffer->bytes + bytes, buffer->used - bytes);
  buffer->used -= bytes;
}

/** @returns whether the socket is still open */
static bool socket_read(int socket) {
  const ssize_t length = read(socket, from_socket.bytes + from_socket.used, BUFFER_BYTES - from_socket.used);
  if (length < 0) return is_for_later();
  from_socket.used += (u32)length;
  return length > 0;
}

/** Moves whole frames from the socket's bytes to the path, as far as it has room. @returns whether one had to stay */
static bool socket_unpack(void) {
  u32 at = 0;
  bool stays = false;
  while (from_socket.used - at >= PREFIX_BYTES) {
    u32 length;
    memcpy(&length, from_socket.bytes + at, PREFIX_BYTES);
    length = ntohl(length);
    if (length < HEADER_BYTES || length > FRAME_BYTES) refuse("stream", "a length that no frame has");
    if (from_socket.used - at < PREFIX_BYTES + length) break;
    stays = !path_has_room(&to_tap);
    if (stays) break;
    path_enter(&to_tap, from_socket.bytes + at + PREFIX_BYTES, length, now_ns());
    at += PREFIX_BYTES + length;
  }
  if (at > 0) buffer_drop(&from_socket, at);
  return stays;
}

/** @returns whether the socket is still open */
static bool socket_write(int socket) {
  const u64 now = now_ns();
  for (;;) {
    const struct frame *frame;
    while ((frame = path_first_due(&to_wire, now)) && for_socket.used + PREFIX_BYTES + frame->length <= BUFFER_BYTES) {
      const u32 prefix = htonl(frame->length);
      memcpy(for_socket.bytes + for_socket.used, &prefix, PREFIX_BYTES);
      memcpy(for_socket.bytes + for_socket.used + PREFIX_BYTES, frame->bytes, frame->length);
      for_socket.used += PREFIX_BYTES + frame->length;
      to_wire.delivered++;
      path_drop_first(&to_wire);
    }
    if (for_socket.used == 0) return true;
    const ssize_t length = write(socket, for_socket.bytes, for_socket.used);
    if (length < 0) return is_for_later();
    buffer_drop(&for_socket, (u32)length);
    if (for_socket.used > 0) return true;
  }
}

/** When something has to be done even though nothing comes, ns; UINT64_MAX for never. */
static u64 next_due(bool tap_is_full) {
  const struct frame *wire = for_socket.used == 0 ? path_first(&to_wire) : NULL, *tap = tap_is_full ? NULL : path_first(&to_tap);
  const u64 first = wire ? wire->due : UINT64_MAX, second = tap ? tap->due : UINT64_MAX;
  return first < second ? first : second;
}

static void wait_for(struct pollfd *fds, nfds_t count, u64 until, const sigset_t *unblocked) {
  struct timespec timeout, *limit = NULL;
  if (until != UINT64_MAX) {
    const u64 now = now_ns(), left = until > now ? until - now : 0;
    timeout = (struct timespec){.tv_sec = (time_t)(left / 1000000000), .tv_nsec = (long)(left % 1000000000)};
    limit = &timeout;
  }
  for (nfds_t index = 0; index < count; index++) fds[index].revents = 0;
  if (ppoll(fds, count, limit, unblocked) < 0 && errno != EINTR) fail("poll");
}

static void carry(int tap, int socket, const sigset_t *unblocked) {
  bool tap_is_full = false;
  while (!stopped) {
    struct pollfd fds[] = {{.fd = tap}, {.fd = socket}};
    if (path_has_room(&to_wire)) fds[0].events |= POLLIN;
    if (tap_is_full) fds[0].events |= POLLOUT;
    if (path_has_room(&to_tap) && from_socket.used < BUFFER_BYTES) fds[1].events |= POLLIN;
    const bool reads = fds[1].events;
    if (for_socket.used > 0) fds[1].events |= POLLOUT;
    if (!fds[1].events) fds[1].fd = -1;  // a closed socket would wake us all the time
    wait_for(fds, 2, next_due(tap_is_full), unblocked);
    if (fds[0].revents & POLLERR) refuse("TAP", "it was deleted");
    if (fds[0].revents & POLLIN) tap_read(tap);
    if (reads && fds[1].revents & (POLLIN | POLLHUP | POLLERR) && !socket_read(socket)) return;
    bool stays;
    do {
      stays = socket_unpack();
      tap_is_full = tap_write(tap);
    } while (stays && path_has_room(&to_tap));
    if (!socket_write(socket)) return;
  }
}

// Set-up

static int tap_open(const char *name) {
  const int tap = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (tap < 0) fail("/dev/net/tun");
  struct ifreq request = {.ifr_flags = IFF_TAP | IFF_NO_PI};
  if (strlen(name) >= IFNAMSIZ) refuse("--tap", "too long");
  strcpy(request.ifr_name, name);
  if (ioctl(tap, TUNSETIFF, &request) < 0) fail(name);
  return tap;
}

/** @returns the connected socket, or -1 when told to stop before */
static int socket_open(const char *path, bool listens, const sigset_t *unblocked) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address.sun_path) refuse("path", "too long");
  strcpy(address.sun_path, path);
  const int opened = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (opened < 0) fail("socket");
  int connected = opened;
  if (listens) {
    if (bind(opened, (struct sockaddr *)&address, sizeof address) < 0 || listen(opened, 1) < 0) fail(path);
    fprintf(stderr, "ready\n");
    struct pollfd fd = {.fd = opened, .events = POLLIN};
    while (!stopped && !fd.revents) wait_for(&fd, 1, UINT64_MAX, unblocked);
    if (stopped) return -1;
    connected = accept4(opened, NULL, NULL, SOCK_CLOEXEC);
    if (connected < 0) fail("accept");
    close(opened);
  } else {
    if (connect(opened, (struct sockaddr *)&address, sizeof address) < 0) fail(path);
    fprintf(stderr, "ready\n");
  }
  if (fcntl(connected, F_SETFL, O_NONBLOCK) < 0) fail("fcntl");
  return connected;
}

static double number(const char *option, const char *text, double most) {
  char *end;
  const double value = strtod(text, &end);
  if (end == text || *end || !(value >= 0 && value <= most)) refuse(option, text);
  return value;
}

static void read_roughness(struct roughness *rough, const char *option, char *list) {
  enum { LOSS, DUPLICATION, CORRUPTION, REORDERING, DELAY, HOLD };
  char *const names[] = {"loss", "duplication", "corruption", "reordering", "delay", "hold", NULL};
  while (*list) {
    char *value;
    const int name = getsubopt(&list, names, &value);
    if (name < 0 || !value) refuse(option, value ? value : "a name without a value");
    switch (name) {
      case LOSS: rough->loss = number(option, value, 1); break;
      case DUPLICATION: rough->duplication = number(option, value, 1); break;
      case CORRUPTION: rough->corruption = number(option, value, 1); break;
      case REORDERING: rough->reordering = number(option, value, 1); break;
      case DELAY: rough->delay = (u64)(number(option, value, 1e7) * 1000); break;
      case HOLD: rough->hold = (u64)(number(option, value, 1e7) * 1000); break;
    }
  }
}

int main(int argc, char **argv) {
  static const struct option options[] = {{"tap", required_argument, NULL, 't'},     {"listen", required_argument, NULL, 'l'},
                                          {"connect", required_argument, NULL, 'c'}, {"seed", required_argument, NULL, 's'},
                                          {"to-wire", required_argument, NULL, 'w'}, {"to-tap", required_argument, NULL, 'p'},
                                          {NULL, 0, NULL, 0}};
  const char *name = NULL, *path = NULL;
  bool listens = false;
  u64 seed = 1;
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 't') name = optarg;
    else if (option == 'l' || option == 'c') path = optarg, listens = option == 'l';
    else if (option == 's') seed = (u64)number("--seed", optarg, UINT32_MAX);
    else if (option == 'w') read_roughness(&to_wire.rough, "--to-wire", optarg);
    else if (option == 'p') read_roughness(&to_tap.rough, "--to-tap", optarg);
    else return 2;
  }
  if (!name || !path || optind < argc) refuse("usage", "--tap NAME --listen PATH | --connect PATH [--seed N] [--to-wire LIST] ...");
  to_wire.random = seed * 2;
  to_tap.random = seed * 2 + 1;

  const struct sigaction action = {.sa_handler = stop};
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGINT, &action, NULL);
  signal(SIGPIPE, SIG_IGN);
  // Delivered only while waiting: no signal is lost between looking at `stopped` and going to sleep.
  sigset_t ours, unblocked;
  sigemptyset(&ours);
  sigaddset(&ours, SIGTERM);
  sigaddset(&ours, SIGINT);
  sigprocmask(SIG_BLOCK, &ours, &unblocked);

  const int tap = tap_open(name);
  const int socket = socket_open(path, listens, &unblocked);
  if (socket >= 0) carry(tap, socket, &unblocked);
  printf("{");
  path_print(&to_wire);
  printf(",");
  path_print(&to_tap);
  printf("}\n");
  return 0;
}
