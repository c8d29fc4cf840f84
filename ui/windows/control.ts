// What goes on beside the packets of a run: the timeline, settings that are wanted and settings that are in force, adapters that are being
// restarted. Plain data that is replaced, never changed, so that a snapshot of a run keeps it by reference.

import type { Scenario, TimelineEvent } from '../scenario/schema.ts';
import { withChange } from '../scenario/timeline.ts';
import { findHost, findNic } from '../scenario/topology.ts';
import { inForceAfter, type Restarted } from '../scenario/windows-force.ts';

/** An adapter that is being restarted: its cable is dead. */
export interface Outage {
  readonly host: number;
  readonly nic: number;
  readonly untilPs: number;
}

export interface Control {
  /** Timeline events that have been carried out. */
  readonly applied: number;
  readonly wanted: Scenario;
  readonly inForce: Scenario;
  readonly outages: readonly Outage[];
}

const SECOND = 1e12;
const ADAPTER_OUTAGE_PS = 2 * SECOND;
const COMPUTER_OUTAGE_PS = 60 * SECOND;

export const beginControl = (scenario: Scenario): Control => ({ applied: 0, wanted: scenario, inForce: scenario, outages: [] });

/** When the control has to be advanced next; null: never. */
export function nextControlPs({ applied, outages }: Control, timeline: readonly TimelineEvent[]): number | null {
  const times = [...timeline.slice(applied, applied + 1).map(({ at }) => at), ...outages.map(({ untilPs }) => untilPs)];
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

/** Restarts an adapter or a computer: what waited for it comes into force. */
export function restart(control: Control, what: NonNullable<Restarted>, nowPs: number, outagePs?: number): Control {
  const { wanted, inForce, outages } = control;
  const nics = what.what === 'adapter' ? [what.nic] : wanted.hosts[what.host]!.nics.map((_, nic) => nic);
  const lastsPs = outagePs ?? (what.what === 'adapter' ? ADAPTER_OUTAGE_PS : COMPUTER_OUTAGE_PS);
  const dead = lastsPs > 0 ? nics.map((nic) => ({ host: what.host, nic, untilPs: nowPs + lastsPs })) : [];
  return { ...control, inForce: inForceAfter(inForce, wanted, what), outages: [...outages, ...dead] };
}

function carryOut(control: Control, event: TimelineEvent, nowPs: number): Control {
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
    case 'command':
      return control;
  }
}

/** Carries out everything that is due. */
export function advanceControl(control: Control, timeline: readonly TimelineEvent[], nowPs: number): Control {
  let next: Control = control.outages.some(({ untilPs }) => untilPs <= nowPs)
    ? { ...control, outages: control.outages.filter(({ untilPs }) => untilPs > nowPs) }
    : control;
  for (let event = timeline[next.applied]; event && event.at <= nowPs; event = timeline[next.applied])
    next = carryOut({ ...next, applied: next.applied + 1 }, event, nowPs);
  return next;
}
