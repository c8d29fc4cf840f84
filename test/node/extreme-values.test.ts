// Every number of a scenario document at its least and its most, alone: the document is refused, or its world runs on.
// What a world must not do is stand still in virtual time while events go by.

import { describe, expect, it, readProjectFile } from '#test';
import { World } from '../../ui/engine/world.ts';
import { parsePath } from '../../ui/scenario/document-path.ts';
import type { Field } from '../../ui/scenario/fields.ts';
import { scenarioField, type ScenarioDraft } from '../../ui/scenario/schema.ts';
import { setProperty } from '../../ui/scenario/timeline.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { writeScenario } from '../../ui/scenario/write-scenario.ts';

const MS = 1_000_000_000n;
const UNTIL = 4n * MS;
const MOST_EVENTS = 200_000;
/** However much goes on, so many events take longer than this. */
const LEAST = MS / 100n;

const document: ScenarioDraft = {
  nicscope: 1,
  hosts: [
    {
      name: 'server',
      windows: {
        roles: { hyperV: true },
        registry: { TenGigVmqEnabled: 1 },
        netsh: { chimney: 'enabled', netdma: 'enabled', dca: 'enabled' },
        chimneyPorts: [{ state: 'enabled', localPort: 99 }],
      },
      chipset: { copyEngine: true, cacheAccess: true },
      virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
      virtualMachines: [
        { name: 'vm1', network: 'ext', optimizations: true, chimney: 'enabled' },
        { name: 'vm2', network: 'ext', optimizations: true },
        { name: 'vm3', network: 'ext', adapter: 'legacy' },
      ],
      nics: [
        {
          name: 'lan',
          speed: '10 Gb/s',
          capabilities: { vmqQueues: 2, chimneyIPv4: true, chimneyConnections: 2 },
          vmq: { preference: 'vmq' },
          moderation: { mode: 'fixed' },
        },
        { name: 'two', speed: '10 Gb/s', queues: 4, rss: { rebalancing: true }, moderation: { mode: 'adaptive' } },
      ],
    },
    {
      name: 'client',
      kind: 'ideal',
      nics: [
        { name: 'lan', speed: '10 Gb/s' },
        { name: 'two', speed: '10 Gb/s' },
      ],
    },
  ],
  switches: [{ name: 'switch' }],
  links: [
    { ends: ['client.lan', 'switch'] },
    { ends: ['switch', 'server.lan'], back: { loss: 0.001 } },
    { ends: ['client.two', 'server.two'] },
  ],
  traffic: [
    { app: 'bulk', from: 'client.lan', to: 'vm1:5001' },
    { app: 'echo', from: 'client.lan', to: 'vm2:7' },
    { app: 'requests', from: 'client.lan', to: 'vm3:81' },
    { app: 'http', from: 'client.lan', to: 'server.lan:80' },
    { app: 'discard', transport: 'udp', from: 'client.two', to: 'server.two:9' },
    { app: 'chargen', from: 'client.two', to: 'server.two:19' },
  ],
};

interface NumberAt {
  path: string;
  values: number[];
}

const read = (value: unknown, name: string | number): unknown => (value as Record<string | number, unknown> | undefined)?.[name];

/** All numbers of a document, whether they are there or not. */
function numbersIn(field: Field, value: unknown, path = ''): NumberAt[] {
  switch (field.kind) {
    case 'list':
      return ((value ?? []) as unknown[]).flatMap((item, index) => numbersIn(field.item, item, `${path}[${index}]`));
    case 'group':
    case 'variant': {
      const fields = field.kind === 'group' ? field.fields : (field.cases[String(read(value, field.tag))]?.fields ?? {});
      return Object.entries(fields).flatMap(([name, inner]) => numbersIn(inner, read(value, name), path ? `${path}.${name}` : name));
    }
    case 'number':
    case 'quantity':
      return [{ path, values: [...new Set([field.min, field.max])] }];
    default:
      return [];
  }
}

const parsed = validateScenario(document);
if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
const numbers = numbersIn(scenarioField, parsed.scenario);
const module = await WebAssembly.compile(await readProjectFile('build/core.wasm'));

/** @returns what is wrong, or null */
async function tryValue(path: string, value: number): Promise<string | null> {
  const changed = structuredClone((parsed as { scenario: never }).scenario);
  setProperty(changed, parsePath(path)!, value);
  const result = validateScenario(JSON.parse(JSON.stringify(writeScenario(changed))));
  if ('faults' in result) return null;
  const world = await World.create(module, result.scenario);
  world.run(UNTIL, MOST_EVENTS);
  const before = world.now;
  if (world.run(UNTIL, MOST_EVENTS) === 'events' && world.now - before < LEAST)
    return `${path} = ${value}: it stands still at ${world.now} ps`;
  const { faults } = world.report();
  return faults.length ? `${path} = ${value}: ${faults.join(' ')}` : null;
}

describe('numbers of a document at their bounds', () => {
  for (const [what, isOf] of [
    ['costs', (path: string) => path.includes('.costs.')],
    ['hosts', (path: string) => path.startsWith('hosts') && !path.includes('.costs.')],
    ['everything else', (path: string) => !path.startsWith('hosts')],
  ] as const)
    it(`the world goes on: ${what}`, async () => {
      const found: string[] = [];
      for (const { path, values } of numbers.filter((one) => isOf(one.path)))
        for (const value of values) {
          const wrong = await tryValue(path, value).catch((error: unknown) => `${path} = ${value}: ${String(error)}`);
          if (wrong) found.push(wrong);
        }
      expect(found).to.deep.equal([]);
    });
});
