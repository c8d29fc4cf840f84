import { before, describe, it, expect, readProjectFile } from '#test';
import { costs } from '../../ui/features/costs.ts';
import type { Field } from '../../ui/scenario/fields.ts';
import { fieldAt } from '../../ui/scenario/document-path.ts';
import { scenarioJsonSchemaText } from '../../ui/scenario/json-schema.ts';
import { quantityDefault } from '../../ui/scenario/read-field.ts';
import { resolveScenario } from '../../ui/scenario/resolve.ts';
import { type ReadyScenario, scenarioIndexText } from '../../ui/scenario/scenario-index.ts';
import { scenarioField } from '../../ui/scenario/schema.ts';
import { parseScenario } from '../../ui/scenario/validate.ts';

const REFRESH = 'run: npx tsx ui/scenario/generate.ts';
const readText = async (path: string) => new TextDecoder().decode(await readProjectFile(path));

describe('ready scenarios', () => {
  let index: ReadyScenario[];
  const documents: { file: string; text: string }[] = [];
  before(async () => {
    index = JSON.parse(await readText('public/scenarios/index.json')) as ReadyScenario[];
    for (const { file } of index) documents.push({ file, text: await readText(`public/scenarios/${file}`) });
  });

  it('are valid, resolve, and say what they show and what to try', () => {
    expect(documents).to.have.length.of.at.least(6);
    for (const { file, text } of documents) {
      const result = parseScenario(text);
      if ('faults' in result) throw new Error(`${file}: ${JSON.stringify(result.faults)}`);
      expect(resolveScenario(result.scenario).traffic, file).to.not.have.length(0);
      expect(result.scenario.about.length, file).to.be.above(40);
      expect(result.scenario.try, file).to.not.have.length(0);
    }
  });

  it('have an index that says what they say', () => {
    expect(JSON.parse(scenarioIndexText(documents)), REFRESH).to.deep.equal(index);
  });

  it('are described by the published JSON Schema, which is up to date', async () => {
    expect(JSON.parse(await readText('public/scenario.schema.json')), REFRESH).to.deep.equal(JSON.parse(scenarioJsonSchemaText()));
  });
});

describe('declaration of the scenario document', () => {
  const every: [string, Field][] = [];
  const walk = (path: string, field: Field) => {
    every.push([path, field]);
    if (field.kind === 'list') walk(`${path}[]`, field.item);
    if (field.kind === 'group') for (const [name, child] of Object.entries(field.fields)) walk(`${path}.${name}`, child);
    if (field.kind === 'variant') for (const [name, child] of Object.entries(field.cases)) walk(`${path}(${name})`, child);
  };
  walk('', scenarioField);

  it('gives a form what it needs: label, help, and evidence for every number', () => {
    for (const [path, field] of every) {
      expect(field.label, path).to.not.equal('');
      expect(field.help, path).to.match(/[.]$/);
      if (['number', 'quantity', 'toggle'].includes(field.kind)) expect(field.evidence, path).to.be.an('object');
    }
  });

  it('has defaults within their ranges', () => {
    for (const [path, field] of every) {
      if (field.kind !== 'number' && field.kind !== 'quantity') continue;
      const value = field.kind === 'quantity' ? quantityDefault(field) : field.default;
      if (value !== undefined) expect(value, path).to.be.within(field.min, field.max);
    }
  });

  it('is found by the path of a property', () => {
    const document = { hosts: [{ nics: [{ moderation: { mode: 'fixed' } }] }] };
    const label = (path: string) => fieldAt(document, path)?.label;
    expect(label('hosts[0].nics[0].mtu')).to.equal('MTU');
    expect(label('hosts[0].nics[0].moderation.rate')).to.equal('Rate');
    expect(label('hosts[0].nics[0].moderation.lowest')).to.equal(undefined);
    expect(label('hosts[1].nics[0].mtu')).to.equal(undefined);
    expect(label('hosts[0].costs.dpc')).to.equal(costs.find(({ id }) => id === 'dpc')!.label);
    expect(label('constructor')).to.equal(undefined);
  });
});
