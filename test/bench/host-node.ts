// A Node process that holds one Session; main.ts talks to it over the IPC channel.

import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { limits } from '../../ui/abi/abi.gen.ts';
import { BUILD_FILES, type CoreBuild, type Sizes, type SuiteName } from './contender.ts';
import type { Capture, CaptureMixName } from './data.ts';
import { Session } from './session.ts';
import { memorySource, type Source } from './walk.ts';

export type NodeRequest =
  | { op: 'start'; coreDir: string; cacheDir: string }
  | { op: 'open'; suite: SuiteName; sizes: Sizes }
  | { op: 'check'; index: number }
  | { op: 'run'; index: number; budgetMs: number }
  | { op: 'close' };

let session: Session | undefined;

async function start(coreDir: string, cacheDir: string): Promise<string[]> {
  const builds: CoreBuild[] = [];
  for (const [name, file] of BUILD_FILES) {
    const bytes = await readFile(join(name === 'bare' ? cacheDir : coreDir, file)).catch(() => null);
    if (bytes && WebAssembly.validate(bytes)) builds.push({ name, module: await WebAssembly.compile(bytes) });
  }
  session = new Session(builds, (capture, mix) => [memorySource(capture), fileSource(capture, mix, cacheDir)]);
  return builds.map(({ name }) => name);
}

/** The capture as a file that the system has in its cache, read as a stream. */
function fileSource(capture: Capture, mix: CaptureMixName, cacheDir: string): Source {
  const path = join(cacheDir, `${mix}.pcap`);
  const written = writeFile(path, capture.chunks);
  return {
    name: 'file stream',
    read: async (take) => {
      await written;
      for await (const piece of createReadStream(path, { highWaterMark: limits.ChunkBytes })) take(piece as Uint8Array);
    },
    stream: () => Readable.toWeb(createReadStream(path, { highWaterMark: limits.ChunkBytes })) as unknown as ReadableStream<Uint8Array>,
  };
}

async function answer(request: NodeRequest): Promise<unknown> {
  if (request.op === 'start') return start(request.coreDir, request.cacheDir);
  if (!session) throw new Error(`${request.op} before start`);
  switch (request.op) {
    case 'open':
      return session.open(request.suite, request.sizes);
    case 'check':
      return session.check(request.index);
    case 'run':
      return session.run(request.index, request.budgetMs);
    case 'close':
      return session.close();
  }
}

process.on('message', (request: NodeRequest) => {
  answer(request).then(
    (value) => process.send!({ value }),
    (error: unknown) => process.send!({ error: error instanceof Error ? error.message : String(error) }),
  );
});
