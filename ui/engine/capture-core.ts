// The exports that both builds of the core have, for captures, hashes and the placement of flows, and how a core is instantiated.
// Addresses are bytes in linear memory; memory may grow in captureStep and flowMaskAt, so take views afresh after every call.

import { ABI_HASH } from '../abi/abi.gen.ts';

export interface CaptureCore {
  memory: WebAssembly.Memory;
  abiHash(): number;
  /** 1 when this build uses relaxed SIMD. */
  isRelaxed(): number;

  // RSS. Write an RssConfig record at rssConfigAt(), then rssConfigure().
  rssConfigAt(): number;
  rssConfigure(): void;
  /** Scratch for callers: 64 KiB that no export but the ones given its address touches. */
  scratchAt(): number;
  /** Textbook bit loop, the oracle. `bytes` 0..keyBytes-4. @returns hash as i32 (use >>> 0) */
  toeplitzBits(input: number, bytes: number): number;
  /** Prepared byte tables. `bytes` 0..36. */
  toeplitzTables(input: number, bytes: number): number;
  /** SIMD batch over records (any stride, multiple of 16): transposes, then hashes. `count` any. */
  toeplitzRecords(records: number, stride: number, bytes: number, count: number, out: number): void;

  // Frames. The batch is limits.BatchFrames Frame records at batchAt().
  batchAt(): number;
  /** Recorded queue and hash of each frame of the batch: u32, u32; limits.NotRecorded where the capture has none. */
  batchRecordedAt(): number;
  /** Parses one frame into the Frame record `out`: reads `cap` bytes at `ptr`, `wire` bytes were on the wire. */
  frameParse(ptr: number, cap: number, wire: number, link: number, out: number): void;
  /** Chooses the hash type of `count` parsed frames of the batch, hashes them and dispatches: fills hash, hashType, hashReason, entry, queue. */
  batchClassify(count: number): void;

  // Capture walk. captureBegin once; then captureInput/captureFeed/captureStep in turn.
  /** @param mode CaptureMode  @param seed any number; hash seed of the flow table, results do not depend on it */
  captureBegin(mode: number, seed: number): void;
  /** Address where the next chunk goes; room for limits.ChunkBytes. */
  captureInput(): number;
  captureFeed(bytes: number): void;
  /** Walks what was fed. @param final 1 when the file has no more bytes. @returns CaptureStatus; after Rows call again, nothing to feed */
  captureStep(final: number): number;
  /** Address of the Capture record. */
  captureAt(): number;
  /** limits.MaxUnknownLinks UnknownLink records. */
  unknownLinksAt(): number;
  flowAt(index: number): number;
  cellAt(index: number): number;

  /**
   * Hashes all flows under the RssConfig in force, dispatches them, and fills the flow placement columns.
   * Columns are u32 hash at flowHashesAt(), u32 (type | reason << 8 | entry << 16 | queue << 24) at flowPlacesAt().
   */
  flowsPlace(): void;
  flowHashesAt(): number;
  flowPlacesAt(): number;
  /** One byte a flow, written by TypeScript: 1 when the flow counts as ingress. Sized for the flows of the walk. */
  flowMaskAt(): number;
  /** Sums masked flows: per entry and per queue f64 packets, bytes at loadsAt(): [entry 0..127][packets, bytes], then queues 0..63, then one pair for not hashed. Call after flowsPlace. */
  flowsLoad(): void;
  loadsAt(): number;
  /** Heat: f64 packets at heatAt() + (queue * TimeBins + bin) * 16, bytes at + 8; masked flows only. Call after flowsPlace. */
  flowsHeat(): void;
  heatAt(): number;
}

/** Instantiates a compiled core, this or the full one, and refuses one built from another schema. */
export async function instantiateCaptureCore(module: WebAssembly.Module): Promise<CaptureCore> {
  const { exports } = await WebAssembly.instantiate(module, {
    env: {
      abort: (_message: number, _file: number, line: number, column: number) => {
        throw new Error(`core aborted at ${line}:${column}`);
      },
    },
  });
  const core = exports as unknown as CaptureCore;
  if (core.abiHash() >>> 0 !== ABI_HASH)
    throw new Error(
      `The Wasm core was built from schema ${(core.abiHash() >>> 0).toString(16)}, this program from ${ABI_HASH.toString(16)}: build both again.`,
    );
  return core;
}
