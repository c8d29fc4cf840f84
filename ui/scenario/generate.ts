// Writes public/scenario.schema.json and public/scenarios/index.json: `tsx ui/scenario/generate.ts`; with --check it only compares.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { scenarioJsonSchemaText } from './json-schema.ts';
import { scenarioIndexText } from './scenario-index.ts';

const folder = fileURLToPath(new URL('../../public/', import.meta.url));

const documents = readdirSync(`${folder}scenarios`)
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .map((file) => ({ file, text: readFileSync(`${folder}scenarios/${file}`, 'utf8') }));

const outputs = { 'scenario.schema.json': scenarioJsonSchemaText(), 'scenarios/index.json': scenarioIndexText(documents) };

for (const [name, raw] of Object.entries(outputs)) {
  const file = folder + name;
  const text = await format(raw, { ...(await resolveConfig(file)), parser: 'json' });
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`public/${name} is not what its sources give; run: npx tsx ui/scenario/generate.ts`);
    process.exitCode = 1;
  }
}
