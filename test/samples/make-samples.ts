// Writes public/samples: `npx tsx test/samples/make-samples.ts`. The same bytes every time, before gzip.

import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { scenes } from './scenes.ts';

const folder = new URL('../../public/samples/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const { file, make } of scenes) {
  const bytes = make();
  const stored = file.endsWith('.gz') ? gzipSync(bytes, { level: 9 }) : bytes;
  writeFileSync(new URL(file, folder), stored);
  console.log(`${file}: ${bytes.length} bytes, ${stored.length} stored`);
}
writeFileSync(
  new URL('index.json', folder),
  `${JSON.stringify(
    scenes.map(({ file, title, shows }) => ({ file, title, shows })),
    null,
    2,
  )}\n`,
);
