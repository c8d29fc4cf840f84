// Writes the scripts that golden.test.ts compares with.

import { mkdir, writeFile } from 'node:fs/promises';
import { goldenPath, goldenText, goldenVersions } from './golden-hosts.ts';

await mkdir('test/scripts/golden', { recursive: true });
for (const os of goldenVersions) await writeFile(goldenPath(os), goldenText(os));
