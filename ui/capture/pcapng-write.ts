// Writes pcapng: one little-endian section, an interface a network adapter, an enhanced packet block a frame, with direction, receive
// queue and RSS hash. Source: IETF draft "PCAP Next Generation" (draft-ietf-opsawg-pcapng).
// Leaves out: comments, drop counts, statistics, names of addresses, checksum and reception bits of the packet flags.

export interface CaptureInterface {
  name: string;
  bitsPerSecond: number;
}

export interface CapturedPacket {
  /** Number of the interface, from 0. */
  iface: number;
  timePs: bigint;
  outbound: boolean;
  /** Bytes from the Ethernet header on, without check sequence. Copied. */
  frame: Uint8Array;
  wireBytes: number;
  queue: number | null;
  hash: number | null;
}

export interface CaptureOptions {
  /** Named in the file as what wrote it. */
  application: string;
  /** Nanoseconds from 1970 to virtual time 0. */
  epochNs?: bigint;
}

const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
const ENHANCED_PACKET = 6;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const LENGTH_UNKNOWN = 0xffff_ffff_ffff_ffffn;
const LINKTYPE_ETHERNET = 1;

const OPTION_END = 0;
const SHB_USERAPPL = 4;
const IF_NAME = 2;
const IF_SPEED = 8;
const IF_TSRESOL = 9;
const EPB_FLAGS = 2;
const EPB_HASH = 3;
const EPB_QUEUE = 6;

const NANOSECONDS = 9; // 10^-9 s
const INBOUND = 1;
const OUTBOUND = 2;
const HASH_TOEPLITZ = 5;

/** Bytes handed over at a time. */
const CHUNK_BYTES = 1 << 18;

const padded = (bytes: number) => (bytes + 3) & ~3;
/** Bytes that an option with a value of so many takes. */
const optionBytes = (value: number) => 4 + padded(value);

/** Bytes around frame and options: type, length, interface, time, two lengths, length again. */
const PACKET_BYTES = 32;
const MAX_PACKET_OPTIONS = optionBytes(4) + optionBytes(5) + optionBytes(4) + optionBytes(0);

export class PcapngWriter {
  private chunk = new Uint8Array(CHUNK_BYTES);
  private view = new DataView(this.chunk.buffer);
  private at = 0;
  private readonly epochNs: bigint;

  /** @param write takes bytes of the file, in order; they are its own from then on */
  constructor(
    private readonly write: (bytes: Uint8Array) => void,
    interfaces: readonly CaptureInterface[],
    { application, epochNs = 0n }: CaptureOptions,
  ) {
    this.epochNs = epochNs;
    this.writeSection(application);
    for (const { name, bitsPerSecond } of interfaces) this.writeInterface(name, bitsPerSecond);
  }

  /** Adds a frame. Times are rounded down to nanoseconds. */
  packet({ iface, timePs, outbound, frame, wireBytes, queue, hash }: CapturedPacket): void {
    this.room(PACKET_BYTES + padded(frame.length) + MAX_PACKET_OPTIONS);
    const start = this.begin(ENHANCED_PACKET);
    const ns = this.epochNs + timePs / 1000n;
    this.u32(iface);
    this.u32(Number(ns >> 32n));
    this.u32(Number(ns & 0xffff_ffffn));
    this.u32(frame.length);
    this.u32(wireBytes);
    this.bytes(frame);
    this.option(EPB_FLAGS, 4);
    this.u32(outbound ? OUTBOUND : INBOUND);
    if (hash !== null) {
      // The draft gives no byte order for the hash; network order is what the reader of captures takes.
      this.option(EPB_HASH, 5);
      this.view.setUint8(this.at, HASH_TOEPLITZ);
      this.view.setUint32(this.at + 1, hash);
      this.at += padded(5);
    }
    if (queue !== null) {
      this.option(EPB_QUEUE, 4);
      this.u32(queue);
    }
    this.option(OPTION_END, 0);
    this.end(start);
  }

  /** Hands over what has been written so far. The file is whole then. */
  flush(): void {
    if (this.at === 0) return;
    this.write(this.chunk.subarray(0, this.at));
    this.chunk = new Uint8Array(CHUNK_BYTES);
    this.view = new DataView(this.chunk.buffer);
    this.at = 0;
  }

  private writeSection(application: string): void {
    const name = new TextEncoder().encode(application);
    this.room(28 + optionBytes(name.length) + optionBytes(0));
    const start = this.begin(SECTION_HEADER);
    this.u32(BYTE_ORDER_MAGIC);
    this.u16(1); // version 1.0
    this.u16(0);
    this.u64(LENGTH_UNKNOWN);
    this.option(SHB_USERAPPL, name.length);
    this.bytes(name);
    this.option(OPTION_END, 0);
    this.end(start);
  }

  private writeInterface(adapter: string, bitsPerSecond: number): void {
    const name = new TextEncoder().encode(adapter);
    this.room(20 + optionBytes(name.length) + optionBytes(8) + optionBytes(1) + optionBytes(0));
    const start = this.begin(INTERFACE_DESCRIPTION);
    this.u16(LINKTYPE_ETHERNET);
    this.u16(0);
    this.u32(0); // snap length: none
    this.option(IF_NAME, name.length);
    this.bytes(name);
    this.option(IF_SPEED, 8);
    this.u64(BigInt(bitsPerSecond));
    this.option(IF_TSRESOL, 1);
    this.bytes(Uint8Array.of(NANOSECONDS));
    this.option(OPTION_END, 0);
    this.end(start);
  }

  /** Makes room for a block; padding relies on its bytes being zero. */
  private room(bytes: number): void {
    if (bytes > CHUNK_BYTES) throw new Error(`A block of ${bytes} bytes is longer than a piece of the file, ${CHUNK_BYTES} bytes.`);
    if (this.at + bytes > CHUNK_BYTES) this.flush();
  }

  /** @returns where the block starts */
  private begin(type: number): number {
    const start = this.at;
    this.u32(type);
    this.at += 4;
    return start;
  }

  private end(start: number): void {
    const length = this.at + 4 - start;
    this.view.setUint32(start + 4, length, true);
    this.u32(length);
  }

  private option(code: number, bytes: number): void {
    this.u16(code);
    this.u16(bytes);
  }

  private u16(value: number): void {
    this.view.setUint16(this.at, value, true);
    this.at += 2;
  }

  private u32(value: number): void {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }

  private u64(value: bigint): void {
    this.view.setBigUint64(this.at, value, true);
    this.at += 8;
  }

  /** Bytes, padded to a multiple of four. */
  private bytes(value: Uint8Array): void {
    this.chunk.set(value, this.at);
    this.at += padded(value.length);
  }
}
