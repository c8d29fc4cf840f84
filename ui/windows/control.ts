// What goes on beside the packets of a run: the timeline, settings that are wanted and settings that are in force, adapters that are being
// restarted. Plain data that is replaced, never changed, so that a snapshot of a run keeps it by reference.

import type { Change } from '../console/change.ts';
import { screenExtend } from '../console/screen.ts';
import { mtuFault } from '../scenario/check-network.ts';
import { guestOf } from '../scenario/guests.ts';
import type { Scenario, TimelineEvent } from '../scenario/schema.ts';
import { withChange, withMove, withProperty } from '../scenario/timeline.ts';
import { findHost, findNic } from '../scenario/topology.ts';
import type { DocumentEdit } from '../scenario/windows-edits.ts';
import { inForceAfter, type Restarted } from '../scenario/windows-force.ts';
import { changeEdits } from './carry-out.ts';
import { consoleState, nicOfInterface } from './console-state.ts';
import { consoleHosts, guestEdits, guestsOn, NO_PLACE } from './guest-console.ts';
import type { WorldView } from './host-view.ts';
import { newPrompt, promptDue, promptEnter, type Progress, type Prompt, type PromptHost } from './prompt.ts';

/** An adapter that is being restarted: its cable is dead. */
export interface Outage {
  readonly host: number;
  readonly nic: number;
  readonly untilPs: number;
}

/** An adapter that is halted for a restart, or has started again. */
export interface AdapterChange {
  readonly host: number;
  readonly nic: number;
  readonly change: 'halts' | 'starts';
}

export interface Control {
  /** Timeline events that have been carried out. */
  readonly applied: number;
  readonly wanted: Scenario;
  readonly inForce: Scenario;
  readonly outages: readonly Outage[];
  /** Computers that were told to restart. */
  readonly shutdowns: readonly { readonly host: number; readonly atPs: number }[];
  /** Command prompts that have been used, by host. */
  readonly prompts: ReadonlyMap<number, Prompt>;
  /** Echo requests sent so far. */
  readonly echoes: number;
  /** Computers that start anew now, by host: the world carries it out. */
  readonly resets: readonly number[];
  /** Adapters that are halted or start now, in this order: the world carries it out. */
  readonly adapters: readonly AdapterChange[];
  /** Events that are no changes of settings, and that the world carries out now. */
  readonly acts: readonly TimelineEvent[];
}

const SECOND = 1e12;
const ADAPTER_OUTAGE_PS = 2 * SECOND;
const COMPUTER_OUTAGE_PS = 60 * SECOND;

export const beginControl = (scenario: Scenario): Control => ({
  applied: 0,
  wanted: scenario,
  inForce: scenario,
  outages: [],
  shutdowns: [],
  prompts: new Map(),
  echoes: 0,
  resets: [],
  adapters: [],
  acts: [],
});

/** When the control has to be advanced next; null: never. */
export function nextControlPs({ applied, outages, shutdowns, prompts }: Control, timeline: readonly TimelineEvent[]): number | null {
  const times = [
    ...timeline.slice(applied, applied + 1).map(({ at }) => at),
    ...outages.map(({ untilPs }) => untilPs),
    ...shutdowns.map(({ atPs }) => atPs),
    ...[...prompts.values()].flatMap(({ run }) => (run ? [run.nextPs] : [])),
  ];
  return times.length ? Math.min(...times) : null;
}

function found<T>(lookup: { found: T } | { missing: string }): T {
  if ('found' in lookup) return lookup.found;
  throw new Error(`A validated timeline names “${lookup.missing}”, which does not exist.`);
}

/** The adapter whose properties a path of the document is about, which Device Manager restarts when they are changed. */
function adapterOf(path: string): Restarted {
  const [, host, nic] = /^hosts\[(\d+)\]\.nics\[(\d+)\]\./.exec(path) ?? [];
  return nic === undefined ? null : { what: 'adapter', host: Number(host), nic: Number(nic) };
}

/** Restarts an adapter or a computer: what waited for it comes into force. A computer forgets its command prompt. */
export function restart(control: Control, what: NonNullable<Restarted>, nowPs: number, outagePs?: number): Control {
  const { wanted, inForce, outages, shutdowns, resets } = control;
  const isComputer = what.what === 'computer';
  const nics = what.what === 'adapter' ? [what.nic] : wanted.hosts[what.host]!.nics.map((_, nic) => nic);
  const lastsPs = outagePs ?? (isComputer ? COMPUTER_OUTAGE_PS : ADAPTER_OUTAGE_PS);
  const dead = lastsPs > 0 ? nics.map((nic) => ({ host: what.host, nic, untilPs: nowPs + lastsPs })) : [];
  const halted = nics.map((nic): AdapterChange => ({ host: what.host, nic, change: 'halts' }));
  const started = dead.length ? [] : halted.map((one): AdapterChange => ({ ...one, change: 'starts' }));
  const prompts = new Map(control.prompts);
  if (isComputer) for (const host of [what.host, ...guestsOn(wanted, what.host)]) prompts.delete(host);
  return {
    ...control,
    inForce: inForceAfter(inForce, wanted, what),
    outages: [...outages, ...dead],
    shutdowns: isComputer ? shutdowns.filter(({ host }) => host !== what.host) : shutdowns,
    prompts,
    resets: isComputer ? [...resets, what.host] : resets,
    adapters: [...control.adapters, ...halted, ...started],
  };
}

/** What cannot change during a run stays as it is, as if the driver did not take it. */
function withEdits(control: Control, asked: readonly DocumentEdit[]): Control {
  const edits = asked.filter(({ path, value }) => mtuFault(control.inForce, path, value) === null);
  if (!edits.length) return control;
  const wanted = edits.reduce((next, { path, value }) => withProperty(next, path, value), control.wanted);
  return { ...control, wanted, inForce: inForceAfter(control.inForce, wanted) };
}

/** What a command changes, beside its own prompt. */
function obey(control: Control, host: number, change: Change, nowPs: number): Control {
  const own = consoleHosts(control.wanted)[host]!;
  if (guestOf(own)) return withEdits(control, guestEdits(own, change) ?? []);
  switch (change.kind) {
    case 'restart-adapter': {
      const nic = nicOfInterface(change.interfaceIndex);
      return control.wanted.hosts[host]!.nics[nic] ? restart(control, { what: 'adapter', host, nic }, nowPs) : control;
    }
    case 'restart-computer': {
      const others = control.shutdowns.filter((one) => one.host !== host);
      return { ...control, shutdowns: [...others, { host, atPs: nowPs + change.afterSeconds * SECOND }] };
    }
    case 'abort-restart':
      return { ...control, shutdowns: control.shutdowns.filter((one) => one.host !== host) };
    default:
      return withEdits(control, changeEdits(own, host, change));
  }
}

/** Lets the prompt of a host do something, and carries out what comes of it. */
function withPrompt(control: Control, host: number, world: WorldView, act: (prompt: Prompt, host: PromptHost) => Progress): Control {
  const view = world.host(host);
  const own = consoleHosts(control.wanted)[host]!;
  const state = consoleState(own, consoleHosts(control.inForce)[host]!, view);
  let { echoes } = control;
  const promptHost: PromptHost = {
    state,
    counters: view.counters,
    send: (request) => {
      echoes++;
      world.sendEcho(host, request, echoes);
      return echoes;
    },
    answer: (sequence) => world.echoAnswer(host, sequence),
  };
  const { prompt, changes } = act(control.prompts.get(host) ?? newPrompt(state), promptHost);
  const refused = guestOf(own) !== null && changes.some((change) => guestEdits(own, change) === null);
  const shown = refused ? { ...prompt, screen: screenExtend(prompt.screen, [NO_PLACE]) } : prompt;
  const after: Control = { ...control, echoes, prompts: new Map(control.prompts).set(host, shown) };
  return changes.reduce((next, change) => obey(next, host, change, view.timePs), after);
}

function carryOut(control: Control, event: TimelineEvent, nowPs: number, world: WorldView): Control {
  const { wanted, inForce } = control;
  switch (event.do) {
    case 'set': {
      const next = withChange(wanted, event);
      return { ...control, wanted: next, inForce: inForceAfter(inForce, next, adapterOf(event.path), event.path) };
    }
    case 'restart': {
      const host = found(findHost(wanted, event.host));
      const what: Restarted =
        event.adapter === undefined
          ? { what: 'computer', host }
          : { what: 'adapter', ...found(findNic(wanted, `${event.host}.${event.adapter}`)) };
      return restart(control, what, nowPs, event.outage);
    }
    case 'migrate':
      return { ...control, wanted: withMove(wanted, event), inForce: withMove(inForce, event), acts: [...control.acts, event] };
    case 'offload':
    case 'upload':
      return { ...control, acts: [...control.acts, event] };
    case 'command':
      return withPrompt(control, found(findHost({ ...wanted, hosts: consoleHosts(wanted) }, event.host)), world, (prompt, host) =>
        promptEnter(prompt, host, event.line),
      );
  }
}

/** Outages that are over end; an adapter starts with the last of its own. */
function withEndedOutages(control: Control, nowPs: number): Control {
  const outages = control.outages.filter(({ untilPs }) => untilPs > nowPs);
  if (outages.length === control.outages.length) return control;
  const isDead = ({ host, nic }: Outage) => outages.some((other) => other.host === host && other.nic === nic);
  const started = control.outages
    .filter((outage) => outage.untilPs <= nowPs && !isDead(outage))
    .map(({ host, nic }): AdapterChange => ({ host, nic, change: 'starts' }));
  return { ...control, outages, adapters: [...control.adapters, ...started] };
}

/** Carries out everything that is due. */
export function advanceControl(control: Control, timeline: readonly TimelineEvent[], nowPs: number, world: WorldView): Control {
  let next = withEndedOutages(control, nowPs);
  for (const { host, atPs } of next.shutdowns) if (atPs <= nowPs) next = restart(next, { what: 'computer', host }, nowPs);
  for (const [host, { run }] of next.prompts) if (run && run.nextPs <= nowPs) next = withPrompt(next, host, world, promptDue);
  for (let event = timeline[next.applied]; event && event.at <= nowPs; event = timeline[next.applied])
    next = carryOut({ ...next, applied: next.applied + 1 }, event, nowPs, world);
  return next;
}
