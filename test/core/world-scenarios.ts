// Scenarios for the invariants: the ready ones of the site, and small random ones. Of the random ones each number has its own interrupt
// mode, moderation and so on, in turn, so that few of them see every setting; the rest is drawn from its seed. All their applications end.

import { readProjectFile } from '#test';
import { World } from '../../ui/engine/world.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { parseScenario, validateScenario } from '../../ui/scenario/validate.ts';
import { Random } from '../build/random.ts';
import { MS, type Draft, type HostDraft, type LinkDraft, type NicDraft, type TrafficDraft } from './world-stage.ts';

export interface NamedScenario {
  name: string;
  scenario: Scenario;
}

/** Of these, all but replays of captures, which have a test of their own. */
export async function readyScenarios(): Promise<NamedScenario[]> {
  const text = async (file: string) => new TextDecoder().decode(await readProjectFile(`public/scenarios/${file}`));
  const index = JSON.parse(await text('index.json')) as { file: string }[];
  const all = await Promise.all(
    index.map(async ({ file }) => {
      const read = parseScenario(await text(file));
      if ('faults' in read) throw new Error(`${file}: ${JSON.stringify(read.faults)}`);
      return { name: file, scenario: read.scenario };
    }),
  );
  return all.filter(({ scenario }) => scenario.traffic.every(({ app }) => app !== 'replay'));
}

const RANDOM_SCENARIOS = 24;
/** More numbers, of scenarios that once left a packet behind when settings changed. */
const FOUND = [1074];

const turn = <T>(values: readonly T[], number: number): T => values[number % values.length]!;

function randomNic(number: number, random: Random, name: string, mayRebalance: boolean): NicDraft {
  const queues = turn([4, 1, 2, 8], number >> 1);
  return {
    name,
    speed: turn(['1 Gb/s', '10 Gb/s', '10 Gb/s', '40 Gb/s'], number),
    mtu: turn([1500, 9000], number >> 2),
    queues,
    receiveDescriptors: random.pick([8, 16, 64, 512]),
    transmitDescriptors: random.pick([8, 16, 512]),
    dmaDelay: random.pick(['0 us', '1 us', '3 us']),
    interrupts: turn(['msix', 'msi', 'line'] as const, number),
    moderation: turn(
      [
        { mode: 'off' },
        { mode: 'fixed', rate: random.pick([2000, 20_000]) },
        { mode: 'adaptive', lowest: 4000, highest: 40_000 },
        { mode: 'adaptive' },
      ] as const,
      number >> 1,
    ),
    checksumOffload: !random.oneIn(5),
    lsoV1: random.oneIn(2),
    lsoV2: !random.oneIn(3),
    rss: {
      enabled: !random.oneIn(4),
      maxProcessors: random.pick([1, 2, 4, 16]),
      baseProcessor: random.pick([0, 0, 1]),
      tableEntries: random.pick([8, 64, 128]),
      rebalancing: mayRebalance && random.oneIn(2),
      numaNode: random.oneIn(3) ? 1 : undefined,
    },
  };
}

function randomHost(number: number, random: Random, name: string, kind: 'modelled' | 'ideal', nics: string[]): HostDraft {
  return {
    name,
    kind,
    os: random.pick(['ws2008', 'ws2008r2'] as const),
    processors: {
      sockets: random.pick([1, 2]),
      coresPerSocket: random.pick([2, 4]),
      threadsPerCore: turn([1, 2], number),
      numaNodes: random.pick([1, 2]),
      class: random.pick(['core2', 'nehalem', 'netburst'] as const),
    },
    costs: { rebalance_interval: 2000 },
    tcp: {
      timestamps: turn([false, true], number >> 1),
      ecn: random.oneIn(3),
      sack: !random.oneIn(4),
      nagle: !random.oneIn(3),
      congestion: random.pick(['ctcp', 'newreno'] as const),
      autoTuning: random.pick(['normal', 'disabled', 'restricted'] as const),
      receiveWindow: random.pick(['16 KiB', '64 KiB', '1 MiB']),
      delayedAck: random.pick(['200 ms', '10 ms']),
      dataRetransmissions: 20,
      synRetransmissions: 10,
    },
    nics: nics.map((nic, at) => randomNic(number, random, nic, name === 'server' && at === 0)),
  };
}

function randomLink(number: number, random: Random, ends: [string, string]): LinkDraft {
  const isRough = number % 4 !== 3;
  const share = (parts: number) => (isRough && random.oneIn(2) ? parts : 0);
  return {
    ends,
    delay: random.pick(['0 us', '500 ns', '20 us', '1 ms']),
    loss: share(0.005),
    duplication: share(0.01),
    reordering: share(0.02),
    reorderingDelay: random.pick(['10 us', '200 us']),
    bitErrors: share(1e-7),
    back: random.oneIn(3) ? { loss: 0.01, bitErrors: 1e-7 } : {},
  };
}

function randomTraffic(random: Random, from: string, port: number): TrafficDraft {
  const common = {
    from,
    to: `server:${port}`,
    family: random.pick(['ipv4', 'ipv6'] as const),
    start: `${random.below(3000)} us`,
    connections: 1 + random.below(4),
    interval: random.pick(['0 us', '150 us']),
    bufferSize: random.pick([900, 4096, 65_536]),
    postedReceives: random.below(4),
    serverProcessors: random.oneIn(3) ? [0, 1] : undefined,
    clientProcessors: random.oneIn(4) ? [1] : undefined,
  };
  const transport = random.pick(['tcp', 'udp'] as const);
  const count = 1 + random.below(20);
  const pause = random.pick(['0 us', '80 us']);
  const bytes = 1 + random.below(150_000);
  return random.pick<TrafficDraft>([
    { app: 'bulk', ...common, bytes: bytes * 3 },
    { app: 'bulk', ...common, duration: '3 ms' },
    { app: 'requests', ...common, count, pause, request: 1 + random.below(3000), response: 1 + random.below(9000) },
    { app: 'echo', ...common, transport, count, pause, message: 1 + random.below(1200) },
    { app: 'discard', ...common, transport, bytes },
    { app: 'chargen', ...common, transport, bytes },
    { app: 'http', ...common, count, response: 1 + random.below(40_000) },
  ]);
}

/** One server, one to three clients, with or without a switch between them. */
function randomDraft(number: number): Draft {
  const random = new Random(number);
  const clients = 1 + (number % 3);
  const isSwitched = clients > 1 || random.oneIn(2);
  const serverNics = isSwitched && random.oneIn(2) ? ['lan', 'san'] : ['lan'];
  const names = Array.from({ length: clients }, (_, at) => `client${at}`);
  const hosts = [
    randomHost(number, random, 'server', 'modelled', serverNics),
    ...names.map((name) => randomHost(number + 1, random, name, random.oneIn(2) ? 'ideal' : 'modelled', ['lan'])),
  ];
  const links = isSwitched
    ? [...serverNics.map((nic) => `server.${nic}`), ...names.map((name) => `${name}.lan`)].map((end) =>
        randomLink(number, random, [end, 'switch']),
      )
    : [randomLink(number, random, ['client0.lan', 'server.lan'])];
  const lossAt = random.pick(['links[0].loss', 'links[0].delay']);
  return {
    seed: number,
    hosts,
    switches: isSwitched ? [{ name: 'switch', queue: random.pick(['10000 B', '64 KiB', '1 MiB']), speed: '40 Gb/s' }] : [],
    links,
    traffic: Array.from({ length: 1 + random.below(4) }, (_, at) => randomTraffic(random, random.pick(names), 5000 + at)),
    timeline: [
      { do: 'set', at: '1 ms', path: lossAt, value: lossAt.endsWith('loss') ? 0.02 : '30 us' },
      { do: 'set', at: '2 ms', path: 'hosts[0].nics[0].rss.maxProcessors', value: random.pick([1, 2, 4]) },
      { do: 'set', at: '2500 us', path: 'hosts[0].nics[0].dmaDelay', value: random.pick(['0 us', '4 us']) },
      { do: 'set', at: '1500 us', path: 'hosts[0].nics[0].interrupts', value: random.pick(['msix', 'msi', 'line']) },
      { do: 'set', at: '3 ms', path: 'hosts[0].nics[0].rss.enabled', value: random.oneIn(2) },
      { do: 'set', at: '3300 us', path: 'hosts[0].nics[0].interrupts', value: random.pick(['msix', 'msi', 'line']) },
      { do: 'set', at: '3500 us', path: 'hosts[0].nics[0].lsoV2', value: random.oneIn(2) },
      { do: 'set', at: '4 ms', path: 'links[0].loss', value: 0 },
      { do: 'set', at: '6 ms', path: 'hosts[0].nics[0].rss.rebalancing', value: false },
    ],
  };
}

export function randomScenario(number: number): NamedScenario {
  const read = validateScenario(JSON.parse(JSON.stringify({ nicscope: 1, ...randomDraft(number) })));
  if ('faults' in read) throw new Error(`random ${number}: ${JSON.stringify(read.faults)}`);
  return { name: `random ${number}`, scenario: read.scenario };
}

export const randomScenarios = (): NamedScenario[] => [...Array(RANDOM_SCENARIOS).keys(), ...FOUND].map(randomScenario);

/** What the golden file holds: fingerprints of all scenarios here after a few milliseconds, by name. */
export async function goldenFingerprints(module: WebAssembly.Module): Promise<Record<string, string>> {
  const fingerprints: Record<string, string> = {};
  for (const { name, scenario } of [...(await readyScenarios()), ...randomScenarios()]) {
    const world = await World.create(module, scenario);
    world.run(5n * MS);
    fingerprints[name] = world.fingerprint();
  }
  return fingerprints;
}
