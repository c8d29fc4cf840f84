// A world that plays nothing but numbers: counters grow by rules that can be worked out by hand, so that views have something to show and
// tests know what. Time moves by steps, or in real time when played.

import { TcpState } from '../../ui/abi/abi.gen.ts';
import { chargedCosts } from '../../ui/features/costs.ts';
import { labColumns, LabFrame, type LabLayout, type LabLedger } from '../../ui/scenario/lab-frame.ts';
import { noFramePath } from '../../ui/scenario/frame-path.ts';
import { resolveScenario, type ResolvedScenario } from '../../ui/scenario/resolve.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import type { Lab } from '../../ui/engine/lab-client.ts';
import { labLayout } from '../../ui/engine/lab-layout.ts';
import type { CounterWatch } from '../../ui/engine/lab-api.ts';
import { fakeCompletion, fakeConsole, fakeSamples, fakeSettings, fakeSnapshot } from './fake-windows.ts';

const SECOND = 1e12;
const SLICE_MS = 16;

/** Part of the time that a processor is busy; of that, one share a class, in the order of CostClass. */
export const busyPart = (processor: number): number => [0.92, 0.1, 0.55, 0.05, 0.31, 0, 0.2, 0.02][processor % 8]!;
export const classParts = [0.08, 0.07, 0.14, 0.07, 0.34, 0.2, 0, 0.1];
/** Part of its rate that the first direction of a cable carries; the way back carries a fiftieth. */
export const usePart = (link: number): number => [0.94, 0.5, 0.2, 0.75][link % 4]!;

/** A smooth swing around 1 whose sum stays simple: the growth of a counter up to `ps` at one unit a ps. */
const swung = (ps: number, phase: number): number => {
  const period = SECOND / 50;
  const turn = (2 * Math.PI * ps) / period;
  return ps + (0.35 * period * (Math.sin(turn + phase) - Math.sin(phase))) / (2 * Math.PI);
};

const wire = 1538;

/** As the engine lays a world out, with the queues that the adapters are set to. */
export const fakeLayout = (scenario: ResolvedScenario, sockets: number): LabLayout =>
  labLayout(scenario, { queues: scenario.hosts.flatMap(({ nics }) => nics.map(({ queues }) => queues)), appTraffic: [] }, sockets);

/** Fills a frame for a time of the run. */
export function fakeFrame(
  layout: LabLayout,
  ps: number,
  head: { playing?: boolean; ended?: boolean; connections?: number } = {},
): LabFrame {
  const frame = new LabFrame(layout);
  const seconds = ps / SECOND;
  const connections = head.connections ?? Math.min(16, layout.connectionRows);
  const set = <P extends keyof typeof labColumns>(
    part: P,
    row: number,
    values: Partial<Record<(typeof labColumns)[P][number], number>>,
  ) => {
    for (const [column, value] of Object.entries(values)) frame.set(part, row, column as never, value as number);
  };
  set('head', 0, {
    timePs: ps,
    events: Math.floor(seconds * 4e6),
    playing: head.playing ? 1 : 0,
    connections,
    packetsInFlight: 42,
    packetsPerSecond: head.playing ? 1_234_567 : 0,
    ended: head.ended ? 1 : 0,
  });
  layout.processors.forEach((_, row) => {
    const busy = Math.min(ps, busyPart(row) * swung(ps, row));
    set('processor', row, { idlePs: ps - busy, threadPs: busy * 0.3, dpcPs: busy * 0.62, interruptPs: busy * 0.08 });
    labColumns.processor.slice(4, 12).forEach((column, at) => frame.set('processor', row, column, busy * classParts[at]!));
  });
  layout.queues.forEach(({ nic, capacity }, row) => {
    const depth = Math.round(capacity * 0.5 * (1 + Math.sin(seconds * 300 + row)) * (row % 3 === 0 ? 1 : 0.4));
    const frames = Math.floor(seconds * 200_000);
    const modelled = layout.hosts[layout.nics[nic]!.host]!.kind === 'modelled';
    set('queue', row, {
      processor: modelled ? row % Math.max(1, layout.processors.length) : -1,
      depth,
      peak: Math.round(capacity * 0.9),
      frames,
      bytes: frames * 1514,
      drops: row % 3 === 0 ? Math.floor(seconds * 900) : 0,
      interrupts: Math.floor(seconds * 12_000),
      dpcs: Math.floor(seconds * 12_000),
    });
  });
  layout.paths.forEach(({ link, bitsPerSecond }, row) => {
    const isBack = layout.paths.findIndex((path) => path.link === link) !== row;
    const bytes = (bitsPerSecond / 8) * seconds * usePart(link) * (isBack ? 0.02 : 1);
    set('path', row, {
      frames: Math.floor(bytes / wire),
      bytes,
      arrived: Math.floor(bytes / wire),
      lost: link % 4 === 1 ? Math.floor(seconds * 50) : 0,
    });
  });
  layout.nics.forEach(({ link, bitsPerSecond, host }, row) => {
    const bytes = link === null ? 0 : (bitsPerSecond / 8) * seconds * usePart(link);
    const [arrived, sent] = layout.hosts[host]!.kind === 'modelled' ? [bytes, bytes / 50] : [bytes / 50, bytes];
    set('nic', row, {
      arrivedBytes: arrived,
      arrivedFrames: Math.floor(arrived / 1514),
      sentBytes: sent,
      sentFrames: Math.floor(sent / 1514),
    });
  });
  layout.ports.forEach(({ link }, row) =>
    set(
      'port',
      row,
      link === null
        ? {}
        : { sentFrames: Math.floor(seconds * 80_000), drops: row ? 0 : Math.floor(seconds * 300), queuedBytes: 15_140, peakBytes: 262_144 },
    ),
  );
  for (let row = 0; row < layout.connectionRows; row += 1) {
    frame.set('connection', row, 'id', row < connections ? row : -1);
    if (row >= connections) continue;
    set('connection', row, {
      host: row % layout.hosts.length,
      server: row % 2,
      state: row === 3 ? TcpState.TimeWait : TcpState.Established,
      processor: layout.processors.length ? row % layout.processors.length : -1,
      dpcProcessor: layout.processors.length ? (row + 1) % layout.processors.length : -1,
      queue: row % 4,
      congestionWindow: 14_600 * (row + 1),
      slowStartThreshold: 65_536,
      sendWindow: 65_536,
      receiveWindow: 262_144,
      inFlight: 7300 * (row + 1),
      smoothedRttPs: 120_000_000 + row * 1_000_000,
      retransmitted: row === 1 ? Math.floor(seconds * 100) : 0,
      ackedBytes: Math.floor(seconds * 1e8 * (row + 1)),
    });
  }
  return frame;
}

/** Whether only the timeline is another. */
const sameWorld = (one: Scenario, other: Scenario): boolean =>
  JSON.stringify({ ...one, timeline: [] }) === JSON.stringify({ ...other, timeline: [] });

export interface FakeLab extends Lab {
  /** What was called, with its arguments as JSON. */
  calls: string[];
  /** Makes the next call fail. */
  breakDown(message: string): void;
  /** Breaks while nobody waits for an answer. */
  crash(message: string): void;
}

export function fakeLab(): FakeLab {
  let layout: LabLayout | null = null;
  let scenario: Scenario | null = null;
  let port: MessagePort | null = null;
  let settled = '';
  let settings = 0;
  let watched: CounterWatch | null = null;
  let ps = 0;
  let rate = 1;
  let timer: ReturnType<typeof setInterval> | null = null;
  let failure = '';
  const calls: string[] = [];
  let crash: (error: Error) => void = () => undefined;
  const broken = new Promise<Error>((resolve) => (crash = resolve));
  const note = (name: string, ...values: unknown[]) => {
    calls.push([name, ...values.map((value) => JSON.stringify(value))].join(' '));
    if (failure) throw new Error(failure);
  };
  const post = () => {
    if (!layout || !port) return;
    const { values } = fakeFrame(layout, ps, { playing: timer !== null });
    port.postMessage({ frame: values.buffer }, [values.buffer]);
  };
  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const move = (to: number) => {
    ps = Math.max(0, Math.round(to));
    post();
  };
  return {
    calls,
    breakDown: (message) => void (failure = message),
    crash: (message) => crash(new Error(message)),
    broken,
    dispose: stop,
    async load(document, _captures, goOn = false) {
      note('load', ...(goOn ? ['going on'] : []));
      const result = validateScenario(document);
      if ('faults' in result) return result;
      const isSame = !!scenario && sameWorld(scenario, result.scenario);
      scenario = result.scenario;
      const resolved = resolveScenario(scenario);
      if (layout && goOn && isSame) return { layout, notes: resolved.notes, kept: true };
      stop();
      ps = 0;
      layout = fakeLayout(resolved, 64);
      return { layout, notes: resolved.notes, kept: false };
    },
    async settings(known) {
      const now = fakeSettings(scenario!, ps);
      const text = JSON.stringify(now, (key, value: unknown) => (key === 'timeline' ? undefined : value));
      if (text !== settled) settings += 1;
      settled = text;
      return known === settings ? null : { version: settings, timePs: ps, ...now };
    },
    async console(host) {
      note('console', host);
      return fakeConsole(scenario!, host, ps);
    },
    async complete(host, line, cursor) {
      return fakeCompletion(scenario!, host, ps, line, cursor);
    },
    async watch(request) {
      note('watch', request);
      watched = request;
    },
    async samples(host, afterPs) {
      note('samples', host, afterPs);
      return watched?.host === host ? fakeSamples(scenario!.hosts[host]!, watched.intervalPs, afterPs, ps) : [];
    },
    async play() {
      note('play');
      timer ??= setInterval(() => move(ps + (SLICE_MS / 1000) * SECOND * Math.min(rate, 1)), SLICE_MS);
      post();
    },
    async pause() {
      note('pause');
      stop();
      post();
    },
    async setSpeed(speed) {
      note('setSpeed', speed.rate);
      rate = speed.rate;
    },
    async stepEvent() {
      note('stepEvent');
      move(ps + 1_234_567);
    },
    async stepTime(by) {
      note('stepTime', by);
      move(ps + by);
    },
    async seek(to) {
      note('seek', to);
      move(to);
    },
    async ledger(of): Promise<LabLedger> {
      note('ledger', of);
      const rows = chargedCosts.slice(0, 24).map(({ id, label, unit, class: className }, index) => ({
        id,
        label,
        unit,
        units: (index + 1) * 1000,
        ps: (ps / 200) * (24 - index) * 0.6,
        className: className!,
      }));
      return { timePs: ps, rows: 'connection' in of ? [] : rows, classesPs: classParts.map((part) => part * ps * 0.9) };
    },
    async connectionNames(ids) {
      note('connectionNames');
      return ids.map((id) => ({ id, local: `192.0.2.1:5001`, remote: `192.0.2.${id + 2}:${49_152 + id}`, transport: 'tcp' as const }));
    },
    async follow(request) {
      note('follow', request);
    },
    async framePath() {
      return noFramePath;
    },
    async counters(host) {
      note('counters', host);
      return fakeSnapshot(scenario!.hosts[host]!, ps);
    },
    async pin() {
      note('pin');
      return null;
    },
    async comparison() {
      return null;
    },
    async report() {
      note('report');
      return '{}';
    },
    async attach(to) {
      note('attach');
      port = to;
      post();
    },
  };
}
