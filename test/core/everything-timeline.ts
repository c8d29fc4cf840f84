// What happens in a scenario of everything-documents.ts: every property that may change is changed, adapters and computers restart, offload
// pauses, connections are uploaded, virtual machines move, commands are entered. Quiet timelines hold nothing that a connection may die of.

import { costs } from '../../ui/features/costs.ts';
import { changesInRun } from '../../ui/scenario/check-network.ts';
import type { Field } from '../../ui/scenario/fields.ts';
import { parsePath } from '../../ui/scenario/document-path.ts';
import { scenarioField, type Scenario } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { Random } from '../build/random.ts';
import { everythingDraft, type EverythingDraft } from './everything-documents.ts';
import type { Draft } from './world-stage.ts';

export type Timeline = NonNullable<Draft['timeline']>;
type Event = Timeline[number];

/** Nothing happens after this, so that everything can come to its end. */
export const LAST_EVENT_US = 12_000;

export interface Change {
  path: string;
  field: Field;
}

/** Every property of a scenario that the timeline may change. */
export function changeable(scenario: Scenario): Change[] {
  const found: Change[] = [];
  const walk = (field: Field, value: unknown, path: string): void => {
    const own = (value ?? {}) as Record<string, unknown>;
    if (field.kind === 'list') {
      for (const [at, item] of ((value ?? []) as unknown[]).entries()) walk(field.item, item, `${path}[${at}]`);
      return;
    }
    if (field.kind !== 'group' && field.kind !== 'variant') {
      const steps = parsePath(path);
      if (steps && changesInRun(steps, field)) found.push({ path, field });
      return;
    }
    const fields = field.kind === 'group' ? field.fields : (field.cases[String(own[field.tag])]?.fields ?? {});
    for (const [name, inner] of Object.entries(fields)) walk(inner, own[name], path === '' ? name : `${path}.${name}`);
  };
  walk(scenarioField, scenario, '');
  return found;
}

/** Bounds of numbers that stay within what a quiet connection survives and a test has time for, by the end of the path. */
const bounds: readonly (readonly [end: RegExp, low: number, high: number])[] = [
  [/\.(loss|duplication|reordering)$/, 0, 0.01],
  [/\.bitErrors$/, 0, 1e-7],
  [/\.(delay|reorderingDelay|latency)$/, 0, 300_000_000],
  [/\.dmaDelay$/, 0, 10_000_000],
  [/\.(minRto)$/, 5_000_000_000, 400_000_000_000],
  [/\.initialRto$/, 100_000_000_000, 3_000_000_000_000],
  [/\.(rate|lowest|highest)$/, 1000, 100_000],
  [/^switches\[\d+\]\.queue$/, 20_000, 4_000_000],
  [/\.(maxProcessors|MaxNumRssCpus)$/, 1, 16],
  [/\.(baseProcessor|RssBaseCpu)$/, 0, 3],
  [/\.receiveWindow$/, 4000, 2_000_000],
  [/\.leastCopy$/, 0, 10_000],
  [/\.automaticChimney\.bytes$/, 0, 100_000],
  [/\.mtu$/, 1280, 9216],
  // Fewer than are in: they stay, which the checks of every scene would take for too many.
  [/\.chimneyConnections$/, 1024, 65_536],
];
/** What a connection may die of, and what makes a run long. */
const NOT_QUIET = /\.(mtu|dataRetransmissions|synRetransmissions|maxRto)$/;
const NEVER = /rebalance_interval|rebalancing$|\.maxRto$/;
/** Rates and rooms that have to be there at all. */
const ROOMS = /_(rate|queue|frames|budget|bandwidth)$|^indication$|^dpc_budget$/;

const share = (value: number): number => Math.round(value * 1e15) / 1e15;

function numberFor(random: Random, path: string, low: number, high: number): number {
  const found = bounds.find(([end]) => end.test(path));
  const least = Math.max(low, found?.[1] ?? low);
  const most = Math.min(high, found?.[2] ?? high);
  if (most <= 1 && most > 0 && least === 0) return random.oneIn(3) ? 0 : share(random.unit() * most);
  return Math.round(least + random.unit() ** 3 * (most - least));
}

function costFor(random: Random, id: string): number {
  const { typical } = costs.find((cost) => cost.id === id)!;
  const least = ROOMS.test(id) ? 0.3 : 0;
  return typical * (random.oneIn(5) ? least : least + random.unit() * 2);
}

function valueFor(random: Random, { path, field }: Change): string | number | boolean {
  const cost = /\.costs\.(\w+)$/.exec(path)?.[1];
  if (cost !== undefined) return costFor(random, cost);
  if (field.kind === 'toggle') return random.oneIn(2);
  if (field.kind === 'choice') return random.pick(Object.keys(field.choices));
  if (field.kind === 'number' || field.kind === 'quantity')
    return field.choices ? random.pick(field.choices) : numberFor(random, path, field.min, field.max);
  throw new Error(`${path} cannot change.`);
}

const FEATURES =
  /netsh|registry|roles|software|rss\.|vmq\.|capabilities|connectionOffload|team|interrupts|moderation|lso|checksum|optimizations|chimney|chipset|loss|delay/;

function setEvent(random: Random, all: readonly Change[], at: string, isQuiet: boolean): Event {
  const allowed = all.filter(({ path }) => !NEVER.test(path) && !(isQuiet && NOT_QUIET.test(path)));
  const isFeature = !random.oneIn(4);
  const change = random.pick(allowed.filter(({ path }) => FEATURES.test(path) === isFeature));
  return { do: 'set', at, path: change.path, value: valueFor(random, change) };
}

const REASONS = [
  'hardware-failure', 'invalid-state', 'received-urgent-data', 'timeout-expiration', 'upload-requested', 'high-drop-rate',
  'high-fragmentation', 'high-out-of-order-packets', 'low-activity', 'no-buffer-preposting', 'small-io', 'firewall',
] as const; // prettier-ignore

const TCPIP = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters';
const NDIS = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters';
const ADAPTERS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}';
const KEYWORDS = [
  '*RSS', '*MaxRssProcessors', '*RssBaseProcNumber', '*NumaNodeId', '*VMQ', '*RssOrVmqPreference', '*TCPConnectionOffloadIPv4', '*LsoV2IPv4',
  '*TCPChecksumOffloadIPv4', '*InterruptModeration', '*ReceiveBuffers', '*TransmitBuffers',
] as const; // prettier-ignore

function command(random: Random, isQuiet: boolean): string {
  const state = random.pick(['enabled', 'disabled']);
  const quiet = [
    `netsh int tcp set global rss=${state}`,
    `netsh int tcp set global chimney=${random.pick(['enabled', 'disabled', 'automatic', 'default'])}`,
    `netsh int tcp set global netdma=${state} dca=${state}`,
    `netsh int tcp set global autotuninglevel=${random.pick(['disabled', 'normal', 'restricted'])} ecncapability=${state}`,
    `netsh int tcp set global congestionprovider=${random.pick(['ctcp', 'none'])} timestamps=${state}`,
    `netsh int ip set global taskoffload=${state}`,
    `netsh int tcp add chimneyport state=${state} localport=${5000 + random.below(3)} remoteport=*`,
    'netsh int tcp show global',
    'netsh int tcp show chimneystats',
    'netsh int tcp reset',
    `reg add ${NDIS} /v MaxNumRssCpus /t REG_DWORD /d ${1 + random.below(8)} /f`,
    `reg add ${NDIS} /v RssBaseCpu /t REG_DWORD /d ${random.below(3)} /f`,
    `reg add ${TCPIP} /v EnableTCPA /t REG_DWORD /d ${random.below(2)} /f`,
    `reg delete ${TCPIP} /v EnableTCPA /f`,
    `reg add ${ADAPTERS}\\000${random.below(2)} /v ${random.pick(KEYWORDS)} /t REG_SZ /d ${random.pick([0, 1, 2, 16, 300])} /f`,
    `reg query ${TCPIP} /s`,
    'netstat -t',
    'netstat -ano',
    'netstat -s -p tcp',
    'ipconfig /all',
    'route print',
    `ping ${random.pick(['h0', 'h1', 'vm1', '192.0.2.1', '192.0.2.77', '2001:db8::2', 'nobody'])} -n ${1 + random.below(3)}`,
    'ping h1 -n 2 -l 1400',
    'typeperf "\\Network Interface(*)\\Bytes Received/sec" -sc 2',
    'typeperf "\\Processor(*)\\% DPC Time" "\\TCPv4\\Segments/sec" -si 1 -sc 3',
    'devcon restart =net',
    '\u0003',
    'shutdown /a',
  ];
  return random.pick(isQuiet ? quiet : [...quiet, 'shutdown /r /t 0']);
}

function randomEvent(random: Random, scenario: Scenario, all: readonly Change[], isQuiet: boolean): Event[] {
  const us = 300 + random.below(LAST_EVENT_US - 600);
  const at = `${us} us`;
  const { name: host, nics } = random.pick(scenario.hosts);
  const adapter = random.pick(nics).name;
  switch (random.below(12)) {
    case 0:
      return [{ do: 'restart', at, host, adapter, outage: `${random.below(1500)} us` }];
    case 1:
      return isQuiet ? [] : [{ do: 'restart', at, host, outage: `${random.below(1500)} us` }];
    case 2:
      return [
        { do: 'offload', at, host, adapter, action: 'pause' },
        { do: 'offload', at: `${us + random.below(1000)} us`, host, adapter, action: 'resume' },
      ];
    case 3:
      return [{ do: 'upload', at, host, adapter, reason: random.pick(REASONS) }];
    case 4:
    case 5:
      return [{ do: 'command', at, host, line: command(random, isQuiet) }];
    default:
      return [setEvent(random, all, at, isQuiet)];
  }
}

/** Each move to the other of two hosts. */
function moves(random: Random, { movable, hypervHosts }: EverythingDraft, scenario: Scenario): Event[] {
  const place = new Map(
    hypervHosts.flatMap((at) => scenario.hosts[at]!.virtualMachines.map(({ name }) => [name, scenario.hosts[at]!.name] as const)),
  );
  const names = hypervHosts.map((at) => scenario.hosts[at]!.name);
  const events: Event[] = [];
  for (let ms = 1; movable.length && ms < 9;) {
    const machine = random.pick(movable);
    const to = names.find((name) => name !== place.get(machine))!;
    const pause = 1 + random.below(2);
    events.push({ do: 'migrate', at: `${ms * 1000 + random.below(900)} us`, machine, to, pause: `${pause} ms` });
    place.set(machine, to);
    ms += pause + 1 + random.below(3);
  }
  return events;
}

/** What lets everything end: cables that lose nothing, and no clock that goes on. */
function calm({ hosts, links }: Scenario): Event[] {
  const at = `${LAST_EVENT_US} us`;
  return [
    ...links.flatMap((_, link) =>
      ['loss', 'bitErrors', 'back.loss', 'back.bitErrors'].map((name): Event => ({
        do: 'set',
        at,
        path: `links[${link}].${name}`,
        value: 0,
      })),
    ),
    ...hosts.flatMap(({ nics }, host) =>
      nics.map((_, nic): Event => ({ do: 'set', at, path: `hosts[${host}].nics[${nic}].rss.rebalancing`, value: false })),
    ),
  ];
}

/** Leaves out, one after the other, the events that a document does not allow. */
export function withoutFaults(document: { timeline?: readonly unknown[] }): Scenario {
  const left = { ...document, timeline: [...(document.timeline ?? [])] };
  for (;;) {
    const read = validateScenario(left);
    if ('scenario' in read) return read.scenario;
    const wrong = new Set(read.faults.map(({ path }) => Number(/^timeline\[(\d+)\]/.exec(path)?.[1] ?? NaN)));
    if (wrong.has(NaN)) throw new Error(`the document itself has faults: ${JSON.stringify(read.faults)}`);
    left.timeline = left.timeline.filter((_, at) => !wrong.has(at));
  }
}

export interface EverythingScene {
  number: number;
  scenario: Scenario;
  /** Nothing of the timeline ends a connection. */
  isQuiet: boolean;
}

/** @param events  how many things happen, about */
export function everythingScene(number: number, events = 30): EverythingScene {
  const random = new Random(number);
  const isQuiet = number % 3 !== 2;
  const made = everythingDraft(random, number);
  const document = JSON.parse(JSON.stringify({ nicscope: 1, title: `Everything ${number}`, ...made.draft })) as object;
  const scenario = withoutFaults(document);
  const all = changeable(scenario);
  const happens = Array.from({ length: events }, () => randomEvent(random, scenario, all, isQuiet)).flat();
  const timeline = [...happens, ...moves(random, made, scenario), ...calm(scenario)];
  return { number, isQuiet, scenario: withoutFaults({ ...document, timeline }) };
}
