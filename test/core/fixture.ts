// A core under test with its RSS settings in place: parses single frames and gives back copies of their records.

import { FrameLayout, HashType, limits, readFrame, RssConfigLayout, Trait, type FrameRecord } from '../../ui/abi/abi.gen.ts';
import { instantiateCore, type CoreExports } from '../../ui/engine/core.ts';
import { VERIFICATION_KEY, WINDOWS_HASH_FLAGS } from '../../ui/features/rss.ts';
import { fromHex } from '../build/frame.ts';
import type { RssRules } from '../oracle/classify.ts';

export const verificationKey = fromHex(VERIFICATION_KEY);

export const defaultRules: RssRules = {
  key: verificationKey,
  hashFlags: WINDOWS_HASH_FLAGS,
  table: Array.from({ length: 128 }, (_, entry) => entry % 4),
  defaultQueue: 0,
};

export const rulesWith = (changes: Partial<RssRules>): RssRules => ({ ...defaultRules, ...changes });

export interface ParsedFrame extends Omit<FrameRecord, 'tuple' | 'macs' | 'ex'> {
  tuple: Uint8Array;
  macs: Uint8Array;
  ex: Uint8Array;
}

const roomBytes = 262144;

/** A copy of the record at `at`, with zeros in the fields that mean nothing in this record. */
export function copyFrame(memory: ArrayBufferLike, at: number): ParsedFrame {
  const record = readFrame(memory, at);
  const hasEx = (record.traits & (Trait.HomeAddress | Trait.Routing2)) !== 0;
  return {
    ...record,
    tuple: record.tuple.slice(),
    macs: record.macs.slice(),
    ex: hasEx ? record.ex.slice() : new Uint8Array(32),
    entry: record.hashType === HashType.None ? 0 : record.entry,
  };
}

export class CoreFixture {
  readonly core: CoreExports;
  private room = 0;

  private constructor(core: CoreExports) {
    this.core = core;
    this.configure(defaultRules);
  }

  static async create(module: WebAssembly.Module): Promise<CoreFixture> {
    return new CoreFixture(await instantiateCore(module));
  }

  configure({ key, hashFlags, table, defaultQueue }: RssRules): void {
    const at = this.core.rssConfigAt();
    const record = new Uint8Array(this.core.memory.buffer, at, RssConfigLayout.size).fill(0);
    const view = new DataView(this.core.memory.buffer, at);
    record.set(key, RssConfigLayout.key);
    record.set(table, RssConfigLayout.table);
    const queues = Math.max(...table) + 1;
    record.set(
      Array.from({ length: queues }, (_, queue) => queue),
      RssConfigLayout.queueProcessor,
    );
    view.setUint32(RssConfigLayout.keyBytes, key.length, true);
    view.setUint32(RssConfigLayout.hashFlags, hashFlags, true);
    view.setUint16(RssConfigLayout.tableEntries, table.length, true);
    view.setUint16(RssConfigLayout.queues, queues, true);
    view.setUint32(RssConfigLayout.defaultQueue, defaultQueue, true);
    this.core.rssConfigure();
  }

  /** Writes bytes into scratch memory and returns their address, a multiple of 16. */
  put(bytes: Uint8Array): number {
    const at = (this.core.scratchAt() + 15) & ~15;
    new Uint8Array(this.core.memory.buffer).set(bytes, at);
    return at;
  }

  /**
   * Parses and classifies one frame, as frame 0 of the batch. The frame is the last bytes of linear memory, so that the
   * first byte read past it traps.
   */
  parse(bytes: Uint8Array, options: { link: number; wire: number }): ParsedFrame {
    const end = this.endOfMemory();
    const at = end - bytes.length;
    new Uint8Array(this.core.memory.buffer).set(bytes, at);
    return this.parseAt(at, bytes.length, options, 0xaa);
  }

  /** The same with `after` behind the frame and in the record before, which must not make a difference. */
  parseBefore(after: number, bytes: Uint8Array, options: { link: number; wire: number }): ParsedFrame {
    const at = this.endOfMemory() - roomBytes / 2;
    const memory = new Uint8Array(this.core.memory.buffer);
    memory.fill(after, at + bytes.length, at + bytes.length + 64);
    memory.set(bytes, at);
    return this.parseAt(at, bytes.length, options, after);
  }

  private parseAt(at: number, captured: number, { link, wire }: { link: number; wire: number }, dirt: number): ParsedFrame {
    const batch = this.core.batchAt();
    new Uint8Array(this.core.memory.buffer).fill(dirt, batch, batch + FrameLayout.size);
    this.core.frameParse(at, captured, wire, link, batch);
    this.core.batchClassify(1);
    return { ...copyFrame(this.core.memory.buffer, batch), ts: 0n };
  }

  private endOfMemory(): number {
    if (!this.room) this.room = this.core.arenaTake(roomBytes);
    return this.core.memory.buffer.byteLength;
  }
}

export const recordBytes = FrameLayout.size;
export const batchFrames = limits.BatchFrames;
