// The published JSON Schema against validation: another program's validator (ajv) accepts and refuses the same documents, as far
// as a JSON Schema can tell.

import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, it, expect, readProjectFile } from '#test';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { Random } from '../build/random.ts';
import { mutate, randomDocument } from '../scenario/documents.ts';

const schema = JSON.parse(new TextDecoder().decode(await readProjectFile('public/scenario.schema.json'))) as object;
const accepts = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const refusedInShape = (document: unknown) => {
  const result = validateScenario(document);
  return 'faults' in result && result.faults.some(({ shape }) => shape);
};

describe('list of ready scenarios', () => {
  it('names every document of its folder', async () => {
    const folder = new URL('../../public/scenarios/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
    const index = JSON.parse(new TextDecoder().decode(await readProjectFile('public/scenarios/index.json'))) as { file: string }[];
    expect(index.map(({ file }) => file)).to.have.members(files);
  });
});

describe('JSON Schema of the scenario document', () => {
  it('accepts every ready scenario', async () => {
    const index = JSON.parse(new TextDecoder().decode(await readProjectFile('public/scenarios/index.json'))) as { file: string }[];
    for (const { file } of index) {
      const document: unknown = JSON.parse(new TextDecoder().decode(await readProjectFile(`public/scenarios/${file}`)));
      expect(accepts(document), `${file}: ${JSON.stringify(accepts.errors)}`).to.equal(true);
    }
  });

  it('accepts random documents, and refuses mutated ones exactly where validation finds a fault of shape', () => {
    const random = new Random(23);
    let refused = 0;
    for (let count = 0; count < 1000; count++) {
      const document = randomDocument(random);
      expect(accepts(document), JSON.stringify(accepts.errors)).to.equal(true);
      const mutated = mutate(document, random);
      const isRefused = refusedInShape(mutated);
      if (isRefused) refused++;
      expect(!accepts(mutated), `${JSON.stringify(mutated)}\n${JSON.stringify(accepts.errors)}`).to.equal(isRefused);
    }
    expect(refused).to.be.within(100, 950);
  });
});
