// Where a feature stands between the settings in force and the settings wanted: on, off, or pending until a restart; every gate, those
// that were not asked too; and what would change it. One view for everything that shows features.

import type { Evidence, Note } from '../features/rss.ts';
import { explainFeature, type Step } from './explain.ts';
import type { FeatureId } from './feature-list.ts';
import { features, featureState } from './features.ts';
import { type Feature, type Gate, type Scope, SCOPES } from './gates.ts';
import type { Restart } from './os/version.ts';
import { afterRestart, pendingChanges } from './pending.ts';
import type { WindowsSettings } from './settings.ts';

/** The settings of a computer, as they are in force and as they were made since. */
export interface Situation {
  readonly inForce: WindowsSettings;
  readonly wanted: WindowsSettings;
}

export type StandingState = 'on' | 'off' | 'pending';

/** waits: it fails, and a change that passes it is made but not in force. */
export type GateState = 'passed' | 'failed' | 'waits' | 'not-reached' | 'not-applicable';

export interface GateView {
  readonly id: string;
  readonly scope: Scope;
  readonly title: string;
  readonly state: GateState;
  /** What is required, whether it is met or not. */
  readonly requires: string;
  /** Of a gate that fails: what is wrong. */
  readonly failure: string | null;
  /** Of a gate that passes now: what a change that is made will make of it. */
  readonly coming: string | null;
  readonly evidence: Evidence;
}

export interface Standing {
  readonly feature: FeatureId;
  readonly scope: Scope;
  readonly state: StandingState;
  readonly now: boolean;
  /** Once everything that is wanted is in force. */
  readonly afterwards: boolean;
  /** Why it is off, or what a restart makes of it; empty when it is on and stays on. */
  readonly sentence: string;
  /** The step that deals with the sentence; null when nothing has to be changed. */
  readonly step: Step | null;
  /** Everything that has to be changed, in order. */
  readonly steps: readonly Step[];
  /** The smallest restart that brings the pending state. */
  readonly restart: Restart | null;
  readonly gates: readonly GateView[];
  /** Gates about something narrower than the scope. */
  readonly notAsked: number;
  readonly notes: readonly Note[];
}

export const restartTexts: Readonly<Record<Restart, string>> = {
  'none': 'nothing',
  'adapter': 'the adapter',
  'virtual-machine': 'the virtual machine',
  'computer': 'the computer',
};

/** Which of several restarts is the smallest that makes something true; null when none does. */
export function smallestRestart({ inForce, wanted }: Situation, holds: (settings: WindowsSettings) => boolean): Restart | null {
  const sizes = ['adapter', 'virtual-machine', 'computer'] as const;
  return sizes.find((restart) => holds(afterRestart(inForce, wanted, restart))) ?? null;
}

const narrower = (one: Scope, other: Scope): Scope => (SCOPES.indexOf(one) < SCOPES.indexOf(other) ? one : other);

/** The scope that can be asked about: not a virtual machine or a connection that nobody named. */
export function askedScope(id: FeatureId, wanted: Scope | null, has: { virtualMachine: boolean; connection: boolean }): Scope {
  const feature: Feature = features[id];
  const scope = has.connection ? (wanted ?? feature.scope) : narrower(wanted ?? feature.scope, 'virtual machine');
  const isOfMachines = feature.gates.some((gate) => gate.scope === 'virtual machine');
  return isOfMachines && !has.virtualMachine ? narrower(scope, 'adapter') : scope;
}

function gateView({ id, scope, title, requires, evidence, applies, fails }: Gate, now: WindowsSettings, wanted: WindowsSettings): GateView {
  const view = { id, scope, title, requires, evidence: typeof evidence === 'function' ? evidence(now) : evidence };
  if (applies?.(now) === false) return { ...view, state: 'not-applicable', failure: null, coming: null };
  const failure = fails(now)?.sentence ?? null;
  const later = applies?.(wanted) === false ? null : (fails(wanted)?.sentence ?? null);
  if (failure === null) return { ...view, state: 'passed', failure, coming: later };
  return { ...view, state: later === null ? 'waits' : 'failed', failure, coming: null };
}

/** Behind the first gate that fails, none is reached. */
function gateViews(gates: readonly Gate[], now: WindowsSettings, wanted: WindowsSettings): GateView[] {
  const views = gates.map((gate) => gateView(gate, now, wanted));
  const failed = views.findIndex(({ state }) => state === 'failed');
  return views.map((view, index) =>
    failed < 0 || index <= failed || view.state === 'not-applicable'
      ? view
      : { ...view, state: 'not-reached', failure: null, coming: null },
  );
}

export function featureStanding(id: FeatureId, { inForce, wanted }: Situation, upTo: Scope = features[id].scope): Standing {
  const current = pendingChanges(inForce, wanted).inForce;
  const asked = features[id].gates.filter(({ scope }) => SCOPES.indexOf(scope) <= SCOPES.indexOf(upTo));
  const { on: now, notes } = featureState(id, current, upTo);
  const { steps, state: later } = explainFeature(id, wanted, upTo);
  const gates = gateViews(asked, current, wanted);
  const failed = gates.find(({ state }) => state === 'failed');
  const step = steps.find(({ gate }) => gate.id === failed?.id) ?? steps[0] ?? null;
  const restart =
    now === later.on ? null : smallestRestart({ inForce, wanted }, (settings) => featureState(id, settings, upTo).on === later.on);
  return {
    feature: id,
    scope: upTo,
    state: now !== later.on ? 'pending' : now ? 'on' : 'off',
    now,
    afterwards: later.on,
    sentence: sentenceOf(now, later.on, restart, failed?.failure ?? step?.gate.sentence ?? ''),
    step,
    steps,
    restart,
    gates,
    notAsked: features[id].gates.length - asked.length,
    notes,
  };
}

function sentenceOf(now: boolean, afterwards: boolean, restart: Restart | null, reason: string): string {
  if (now === afterwards) return now ? '' : reason;
  const condition = restart ? `once ${restartTexts[restart]} is restarted` : 'once everything is restarted';
  return afterwards ? `Off now, on ${condition}.` : `On now, off ${condition}: ${reason}`;
}
