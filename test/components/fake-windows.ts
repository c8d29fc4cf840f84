// What the stand-in of the Lab's worker says about Windows: settings by the timeline, a prompt that really runs the lines entered there, and
// counters that grow by rules that can be worked out by hand.

import { complete } from '../../ui/console/complete.ts';
import type { Completion } from '../../ui/console/complete.ts';
import { screenClear, screenEnter, screenExtend, screenStart, type Screen } from '../../ui/console/screen.ts';
import {
  addPingReply,
  enterLine,
  historyOf,
  interruptLine,
  isWaiting,
  newSession,
  promptText,
  type Session,
  type Step,
} from '../../ui/console/session.ts';
import type { ConsoleState } from '../../ui/console/state.ts';
import { bannerLines } from '../../ui/console/versions.ts';
import type { CounterSnapshot } from '../../ui/counters/sample.ts';
import type { Host, Scenario } from '../../ui/scenario/schema.ts';
import { withChange } from '../../ui/scenario/timeline.ts';
import { inForceAfter } from '../../ui/scenario/windows-force.ts';
import { counterCatalog } from '../../ui/windows/counter-catalog.ts';
import { hostFixture } from '../console/host-fixture.ts';
import type { ConsoleView } from '../../ui/engine/lab-api.ts';

const SECOND = 1e12;

/** Everything of the timeline that has happened by a time. */
const happened = ({ timeline }: Scenario, ps: number) => [...timeline].sort((one, other) => one.at - other.at).filter(({ at }) => at <= ps);

export function fakeSettings(scenario: Scenario, ps: number): { wanted: Scenario; inForce: Scenario } {
  let wanted = scenario;
  let inForce = scenario;
  for (const event of happened(scenario, ps)) {
    if (event.do === 'set') {
      wanted = withChange(wanted, event);
      const [, host, nic] = /^hosts\[(\d+)\]\.nics\[(\d+)\]/.exec(event.path) ?? [];
      const restarted = nic === undefined ? null : ({ what: 'adapter', host: Number(host), nic: Number(nic) } as const);
      inForce = inForceAfter(inForce, wanted, restarted, event.path);
    } else if (event.do === 'restart') {
      const host = wanted.hosts.findIndex(({ name }) => name === event.host);
      const nic = wanted.hosts[host]!.nics.findIndex(({ name }) => name === event.adapter);
      inForce = inForceAfter(inForce, wanted, nic < 0 ? { what: 'computer', host } : { what: 'adapter', host, nic });
    }
  }
  return { wanted, inForce };
}

interface Prompt {
  session: Session;
  state: ConsoleState;
  screen: Screen;
}

function stepped({ screen }: Prompt, { session, state, changes, lines }: Step): Prompt {
  const isCleared = changes.some(({ kind }) => kind === 'clear-screen');
  return { session, state, screen: isCleared ? screenClear(screen) : screenExtend(screen, lines) };
}

function promptAt(scenario: Scenario, index: number, ps: number): Prompt {
  const { wanted } = fakeSettings(scenario, ps);
  const { name, os, windows } = wanted.hosts[index]!;
  const start = hostFixture(os, { computerName: name.toUpperCase(), elevated: windows.elevated });
  let prompt: Prompt = { session: newSession, state: start, screen: screenStart(bannerLines(os), 0) };
  for (const event of happened(scenario, ps)) {
    if (event.do !== 'command' || event.host !== name) continue;
    const { session, state, screen } = prompt.session.closed ? { ...prompt, session: newSession } : prompt;
    const typed = event.line === interruptLine ? '^C' : event.line;
    const head = isWaiting(session)
      ? screen
      : screenEnter(screen, { prompt: promptText(session, state), typed, lines: [], timePs: event.at });
    prompt = stepped({ session, state, screen: head }, enterLine(session, state, event.line));
    // One answer a second of the run.
    for (let due = event.at + SECOND; due <= ps && prompt.session.ping; due += SECOND) {
      const reply = { kind: 'reply', from: '192.168.1.20', bytes: 32, timeMs: 1, timeToLive: 128 } as const;
      prompt = stepped(prompt, addPingReply(prompt.session, prompt.state, reply));
    }
  }
  return prompt;
}

export function fakeConsole(scenario: Scenario, host: number, ps: number): ConsoleView {
  const { session, state, screen } = promptAt(scenario, host, ps);
  const { closed } = session;
  return structuredClone({
    timePs: ps,
    screen,
    prompt: promptText(session, state),
    busy: isWaiting(session),
    history: historyOf(session),
    closed,
    elevated: state.elevated,
  });
}

export function fakeCompletion(scenario: Scenario, host: number, ps: number, line: string, cursor: number): Completion {
  const { session, state } = promptAt(scenario, host, ps);
  return complete(session, state, line, cursor);
}

/** Percentages: the first processor is busiest. Rates: a thousand times the place of the counter, each second. Gauges: nothing. */
export function fakeSnapshot(host: Host, timePs: number): CounterSnapshot {
  const { objects, instances } = counterCatalog(host);
  const valueOf = (kind: string, instance: number, counter: number): number => {
    if (kind === 'percent') return (timePs * 0.8) / (instance + 1);
    return kind === 'gauge' ? 0 : (1000 * (counter + 1) * timePs) / SECOND;
  };
  const numbers = new Map(
    objects.map((object) => [
      object.name,
      new Map(
        instances(object).map((instance, place) => [
          instance,
          new Map(object.counters.map(({ name, kind }, counter) => [name, valueOf(kind, place, counter)])),
        ]),
      ),
    ]),
  );
  return { timePs, numbers };
}

/** At every whole interval of the run. */
export function fakeSamples(host: Host, intervalPs: number, afterPs: number, ps: number): CounterSnapshot[] {
  const first = Math.floor(afterPs / intervalPs) + 1;
  const last = Math.floor(ps / intervalPs);
  return Array.from({ length: Math.max(0, last - Math.max(first, 0) + 1) }, (_, index) =>
    fakeSnapshot(host, (Math.max(first, 0) + index) * intervalPs),
  );
}
