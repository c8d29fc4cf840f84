// The capture walk, from the bytes of a file to the flow table, against what merely moves the same bytes into the core.

import { readCapture, CaptureMode, CaptureStatus, limits } from '../../ui/abi/abi.gen.ts';
import { CaptureEngine } from '../../ui/engine/capture-engine.ts';
import type { CoreExports } from '../../ui/engine/core.ts';
import { freshCore, type Contender, type CoreBuild, type Sizes } from './contender.ts';
import { captureMixes, makeCapture, type Capture, type CaptureMixName } from './data.ts';

const CAPTURE_SEED = 1500;
const FLOW_TABLE_SEED = 7;

/** Where pieces of a file come from; each call starts at the first byte. */
export interface Source {
  name: string;
  read(take: (piece: Uint8Array) => void): void | Promise<void>;
  /** The same bytes as the engine takes them. */
  stream?(): Blob | ReadableStream<Uint8Array>;
}

/** Pieces that are in memory already. */
export function memorySource(capture: Capture): Source {
  return { name: 'memory', read: (take) => capture.chunks.forEach(take) };
}

/** Hands `piece` to the core in parts that fit its input. */
function copyIn(core: CoreExports, piece: Uint8Array, then: (bytes: number) => void): void {
  for (let start = 0; start < piece.length; start += limits.ChunkBytes) {
    const part = piece.subarray(start, start + limits.ChunkBytes);
    const at = core.captureInput();
    new Uint8Array(core.memory.buffer, at, part.length).set(part);
    then(part.length);
  }
}

function step(core: CoreExports, final: 0 | 1): void {
  const status = core.captureStep(final);
  if (status === CaptureStatus.Fault || status === CaptureStatus.Rows || (final && status !== CaptureStatus.Done))
    throw new Error(`captureStep(${final}) answered ${status}, fault ${readCapture(core.memory.buffer, core.captureAt()).fault}`);
}

/** Reads a whole capture. The core walks one capture an instance, so each walk starts with a new one, as the product does. */
export async function walk(build: CoreBuild, source: Source): Promise<CoreExports> {
  const core = await freshCore(build);
  core.captureBegin(CaptureMode.Flows, FLOW_TABLE_SEED);
  await source.read((piece) =>
    copyIn(core, piece, (bytes) => {
      core.captureFeed(bytes);
      step(core, 0);
    }),
  );
  step(core, 1);
  return core;
}

/** The same without the walk. */
async function moveOnly(build: CoreBuild, source: Source): Promise<number> {
  const core = await freshCore(build);
  core.captureBegin(CaptureMode.Flows, FLOW_TABLE_SEED);
  let moved = 0;
  await source.read((piece) => copyIn(core, piece, (bytes) => void (moved += bytes)));
  return moved;
}

export async function walkContenders(
  builds: readonly CoreBuild[],
  { captureBytes, conversations }: Sizes,
  sourcesOf: (capture: Capture, mix: CaptureMixName) => Source[],
): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const mix of Object.keys(captureMixes) as CaptureMixName[]) {
    const capture = makeCapture(mix, captureBytes, limits.ChunkBytes, conversations, CAPTURE_SEED);
    for (const source of sourcesOf(capture, mix))
      for (const build of builds) {
        const common = { topic: `${mix} from ${source.name}`, items: capture.bytes, frames: capture.frames };
        if (build.name === 'release')
          contenders.push({
            name: 'move only',
            agrees: `${mix} moved`,
            ...common,
            call: async () => void (await moveOnly(build, source)),
            check: async () => `${await moveOnly(build, source)} bytes`,
          });
        contenders.push({
          name: `${build.name} walk`,
          agrees: `${mix} walked`,
          ...common,
          call: async () => void (await walk(build, source)),
          check: async () => {
            const core = await walk(build, source);
            const found = readCapture(core.memory.buffer, core.captureAt());
            return `${found.frames} frames ${found.wireBytes} B ${found.flows} flows`;
          },
        });
        const { stream } = source;
        if (!stream) continue;
        const open = () => new CaptureEngine(() => Promise.resolve(build.module)).open(stream(), 'bench');
        contenders.push({
          name: `${build.name} engine open()`,
          agrees: `${mix} walked`,
          ...common,
          call: async () => void (await open()),
          check: async () => {
            const { frames, wireBytes, flows } = await open();
            return `${frames} frames ${wireBytes} B ${flows} flows`;
          },
        });
      }
    contenders.push({
      name: 'generator',
      topic: mix,
      agrees: `${mix} walked`,
      items: 0,
      call: () => {},
      check: () => `${capture.frames} frames ${capture.wireBytes} B ${capture.flows} flows`,
    });
  }
  return contenders;
}
