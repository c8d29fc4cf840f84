// What is measured: a contender does the same work at every call and can show its result.
// Runs in Node and in a page; nothing here knows which.

import { instantiateCore, type CoreExports } from '../../ui/engine/core.ts';
import { RssConfigLayout } from '../../ui/abi/abi.gen.ts';
import { parseKey, rssDefaults, rssEffective, type RssSettings } from '../../ui/features/rss.ts';

export type SuiteName = 'toeplitz' | 'replay' | 'walk' | 'rehash' | 'queue' | 'world' | 'features';

/** Sizes of the inputs; the same for all hosts of a run. */
export interface Sizes {
  tuples: number;
  replayFrames: number;
  captureBytes: number;
  conversations: number;
  rehashConversations: number;
}

export interface Contender {
  name: string;
  /** Contenders of one topic are compared in speed. */
  topic: string;
  /** Contenders of the same `agrees` must give the same result when checked. */
  agrees: string;
  /** Items that one call handles; 0 for one that is only checked. */
  items: number;
  /** Frames that one call handles, where items are bytes. */
  frames?: number;
  call(): void | Promise<void>;
  /** Makes one call from a fresh start and says what came out. */
  check(): string | Promise<string>;
}

export type BuildName = 'release' | 'relaxed' | 'bare';
export const BUILD_FILES: readonly (readonly [BuildName, string])[] = [
  ['release', 'core.wasm'],
  ['relaxed', 'core-relaxed.wasm'],
  ['bare', 'core-bare.wasm'],
];

export interface CoreBuild {
  /** `bare` is the release build with features compiled out: bare-core.ts. */
  name: BuildName;
  module: WebAssembly.Module;
}

/** Slices are long against the clock of a page (0.1 ms) and short against the time slice of the scheduler. */
const SLICE_MS = 4;

/** Calls for `budgetMs`, at least once. @returns ns an item: the median over slices, so that one taken off the processor does not count */
export async function sample(contender: Contender, budgetMs: number): Promise<number> {
  const slices: number[] = [];
  const start = performance.now();
  for (let now = start; now - start < budgetMs || slices.length === 0;) {
    const first = now;
    let items = 0;
    do {
      const pending = contender.call();
      if (pending) await pending;
      items += contender.items;
      now = performance.now();
    } while (now - first < SLICE_MS);
    slices.push(((now - first) * 1e6) / items);
  }
  return slices.sort((a, b) => a - b)[slices.length >> 1]!;
}

export const benchSettings: RssSettings = rssDefaults;

/** The RssConfig record of the settings; the C peers read the same bytes. */
export function rssRecord(settings: RssSettings): Uint8Array {
  const record = new Uint8Array(RssConfigLayout.size);
  const view = new DataView(record.buffer);
  const parsed = parseKey(settings.key);
  if ('fault' in parsed) throw new Error(parsed.fault);
  const key = Uint8Array.from(parsed.key.match(/../g)!, (digits) => parseInt(digits, 16));
  const effective = rssEffective(settings);
  record.set(key, RssConfigLayout.key);
  record.set(effective.table, RssConfigLayout.table);
  record.set(effective.queueProcessor, RssConfigLayout.queueProcessor);
  view.setUint32(RssConfigLayout.keyBytes, key.length, true);
  view.setUint32(RssConfigLayout.hashFlags, settings.hashFlags, true);
  view.setUint16(RssConfigLayout.tableEntries, effective.table.length, true);
  view.setUint16(RssConfigLayout.queues, effective.queueProcessor.length, true);
  view.setUint32(RssConfigLayout.defaultQueue, effective.defaultQueue, true);
  return record;
}

export function configure(core: CoreExports, settings: RssSettings): void {
  new Uint8Array(core.memory.buffer).set(rssRecord(settings), core.rssConfigAt());
  core.rssConfigure();
}

/** A fresh instance with the bench's settings. */
export async function freshCore(build: CoreBuild): Promise<CoreExports> {
  const core = await instantiateCore(build.module);
  configure(core, benchSettings);
  return core;
}
