// The page's side: puts a Session on the window; main.ts calls it through the browser's debugging protocol.

import { BUILD_FILES, type CoreBuild } from './contender.ts';
import type { Capture } from './data.ts';
import { Session } from './session.ts';
import { memorySource, type Source } from './walk.ts';

/** The capture as a Blob, which is what a dropped file is. */
function blobSource(capture: Capture): Source {
  const blob = new Blob(capture.chunks as BlobPart[]);
  return {
    name: 'Blob stream',
    read: async (take) => {
      const reader = blob.stream().getReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) take(piece.value);
    },
    stream: () => blob,
  };
}

async function startSession(): Promise<{ session: Session; builds: string[] }> {
  const builds: CoreBuild[] = [];
  for (const [name, file] of BUILD_FILES) {
    const answer = await fetch(file).catch(() => null);
    const bytes = await answer?.arrayBuffer();
    if (bytes && WebAssembly.validate(bytes)) builds.push({ name, module: await WebAssembly.compile(bytes) });
  }
  return {
    session: new Session(builds, (capture) => [memorySource(capture), blobSource(capture)]),
    builds: builds.map(({ name }) => name),
  };
}

export type PageBench = { startSession: typeof startSession };
(window as unknown as { bench: PageBench }).bench = { startSession };
