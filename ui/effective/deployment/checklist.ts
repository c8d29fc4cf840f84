// The live state of a deployment: each step of a plan done, not done, impossible or not known, from the settings in force, the settings
// wanted and what a run has shown.

import type { Evidence } from '../../features/rss.ts';
import { features, featureState } from '../features.ts';
import { type Gate, type Scope, SCOPES } from '../gates.ts';
import type { Restart } from '../os/version.ts';
import { versionOf } from '../os/versions.ts';
import { pendingChanges } from '../pending.ts';
import { isFixed } from '../setting-kinds.ts';
import { applyChanges, type Change, differences, type SettingPath } from '../setting-paths.ts';
import type { WindowsSettings } from '../settings.ts';
import { restartTexts, type Situation, smallestRestart } from '../standing.ts';
import { assumed } from '../sources.ts';
import { chimneyPlan } from './chimney.ts';
import type { CounterSet } from './counters.ts';
import { netdmaPlan } from './netdma.ts';
import { type DeploymentObservations, nothingObserved } from './observations.ts';
import { type Place, placeOf } from './places.ts';
import {
  type Check,
  done,
  type Finding,
  notDone,
  type Plan,
  type PlanContext,
  type PlanStep,
  type Stage,
  STAGES,
  unknown,
} from './plan.ts';
import { rssPlan } from './rss.ts';
import { vmChimneyPlan } from './vm-chimney.ts';
import { vmqPlan } from './vmq.ts';

export const deploymentPlans = {
  'rss': rssPlan,
  'vmq': vmqPlan,
  'chimney': chimneyPlan,
  'vm-chimney': vmChimneyPlan,
  'netdma': netdmaPlan,
} satisfies Readonly<Record<string, Plan>>;

export type DeploymentFeature = keyof typeof deploymentPlans;

export const deploymentFeatures = Object.keys(deploymentPlans) as readonly DeploymentFeature[];

export type StepState = 'done' | 'not-done' | 'cannot' | 'unknown';

export interface ChecklistStep {
  readonly id: string;
  readonly stage: Stage;
  readonly title: string;
  readonly text: string;
  readonly optional: boolean;
  readonly state: StepState;
  /** Why it is not done, or not known; of a step that is done: what a change that is made will undo. */
  readonly reason: string | null;
  /** The settings are made and wait for this. */
  readonly restart: Restart | null;
  /** What is still to be set. */
  readonly changes: readonly Change[];
  /** Where and how it is set, whether it is set already or not. */
  readonly places: readonly Place[];
  readonly checks: readonly Check[];
  readonly counters: CounterSet | null;
  /** Settings that the step is about. */
  readonly paths: readonly SettingPath[];
  readonly evidence: Evidence;
}

export interface ChecklistStage {
  readonly stage: Stage;
  readonly steps: readonly ChecklistStep[];
  /** Steps that are done, of those that are not optional. */
  readonly done: number;
  readonly of: number;
}

export interface Checklist {
  readonly feature: DeploymentFeature;
  /** Whether the feature is on, as gates have it. */
  readonly on: boolean;
  /** Why the feature cannot be deployed here; null when it can. */
  readonly blocked: string | null;
  readonly stages: readonly ChecklistStage[];
}

export interface DeploymentQuestion extends Situation {
  readonly observations?: DeploymentObservations;
  /** Narrower steps are left out: up to "adapter" asks nothing about a virtual machine. */
  readonly upTo?: Scope;
  readonly adapterKey?: string | null;
}

interface Outcome {
  readonly state: StepState;
  readonly reason: string | null;
  readonly restart: Restart | null;
}

const plain = (finding: Finding): Outcome => ({
  state: finding.state,
  reason: finding.state === 'done' ? null : finding.reason,
  restart: null,
});
const cannot = (reason: string): Outcome => ({ state: 'cannot', reason, restart: null });

const isAsked = (scope: Scope, upTo: Scope): boolean => SCOPES.indexOf(scope) <= SCOPES.indexOf(upTo);
const gateOf = (feature: DeploymentFeature, id: string): Gate => features[feature].gates.find((gate) => gate.id === id)!;
const failureOf = (gate: Gate, settings: WindowsSettings) => (gate.applies?.(settings) === false ? null : gate.fails(settings));
const firstFailure = (gates: readonly Gate[], settings: WindowsSettings) => {
  const failures = gates.flatMap((gate) => failureOf(gate, settings) ?? []);
  return failures.find(({ change }) => isFixed(change.path)) ?? failures[0] ?? null;
};

/** Why the version, or the hardware that a step builds on, makes it impossible. */
function obstacle(feature: DeploymentFeature, { needs = [] }: PlanStep, wanted: WindowsSettings): string | null {
  const version = versionOf(wanted);
  if (version.comparisonOnly) return `${version.label} is shown for comparison only.`;
  const failure = firstFailure(
    ['version', ...needs].map((id) => gateOf(feature, id)),
    wanted,
  );
  return failure && isFixed(failure.change.path) ? failure.sentence : null;
}

/** Whether something holds in force, or will after a restart, or not at all. */
function outcomeOf(situation: Situation, current: WindowsSettings, find: (settings: WindowsSettings) => Finding): Outcome {
  const now = find(current);
  const later = find(situation.wanted);
  if (now.state === 'done')
    return later.state === 'done'
      ? plain(now)
      : { state: 'done', reason: `A change that is made undoes it: ${later.reason}`, restart: null };
  if (later.state !== 'done') return plain(later);
  const restart = smallestRestart(situation, (settings) => find(settings).state === 'done');
  return { state: 'not-done', reason: `It is set, and waits for a restart of ${restartTexts[restart ?? 'computer']}.`, restart };
}

function gatesFinding(gates: readonly Gate[], settings: WindowsSettings): Finding {
  const failure = firstFailure(gates, settings);
  return failure ? notDone(failure.sentence) : done;
}

function counterFinding({ paths, still }: CounterSet, { counters }: DeploymentObservations): Finding {
  const watched = paths.filter((path) => counters?.has(path));
  if (!watched.length) return unknown('The counters were not watched yet.');
  const moved = watched.filter((path) => counters!.get(path));
  if (still) return moved.length ? notDone(`It has moved: ${moved.join(', ')}.`) : done;
  return moved.length ? done : notDone('None of the counters has moved so far.');
}

/** Changes that the failing gates of a step name, one after the other. */
function gateChanges(gates: readonly Gate[], settings: WindowsSettings): Change[] {
  const changes: Change[] = [];
  let current = settings;
  for (const gate of gates) {
    const failure = failureOf(gate, current);
    if (!failure) continue;
    changes.push(failure.change);
    current = applyChanges(current, [failure.change]);
  }
  return changes;
}

function checklistStep(feature: DeploymentFeature, step: PlanStep, question: DeploymentQuestion, current: WindowsSettings): ChecklistStep {
  const { wanted, observations = nothingObserved, adapterKey = null, upTo = features[feature].scope } = question;
  const gates = (step.gates ?? []).map((id) => gateOf(feature, id)).filter(({ scope }) => isAsked(scope, upTo));
  const counters = step.counters?.(wanted) ?? null;
  const isThere = versionOf(wanted).features[feature].has;
  const find = (settings: WindowsSettings): Finding => {
    if (gates.length) return gatesFinding(gates, settings);
    return step.finds?.(settings, observations) ?? counterFinding(counters!, observations);
  };
  const failing = firstFailure(gates, wanted);
  const why = obstacle(feature, step, wanted) ?? (failing && isFixed(failing.change.path) ? failing.sentence : null);
  const outcome = why === null ? outcomeOf(question, current, find) : cannot(why);
  const targets = step.does?.(wanted) ?? gateChanges(gates, wanted);
  const context: PlanContext = { adapterKey };
  const { evidence } = gates[0] ?? {};
  return {
    id: step.id,
    stage: step.stage,
    title: step.title,
    text: step.text,
    optional: step.optional ?? false,
    ...outcome,
    changes: outcome.state === 'not-done' ? differences(wanted, applyChanges(wanted, targets)) : [],
    places: why === null ? targets.map((change) => placeOf(change, wanted.host.os, context)) : [],
    checks: isThere ? (step.checks?.(current, context) ?? []) : [],
    counters: isThere ? counters : null,
    paths: [...targets.map(({ path }) => path), ...(step.about?.(wanted) ?? [])],
    evidence: step.evidence ?? (typeof evidence === 'function' ? evidence(current) : evidence) ?? assumed('No source is named.'),
  };
}

/** Whether the settings have the step at all, and it is about nothing narrower than is asked. */
function isPart(feature: DeploymentFeature, { applies, gates = [], scope }: PlanStep, wanted: WindowsSettings, upTo: Scope): boolean {
  if (applies?.(wanted) === false || (scope && !isAsked(scope, upTo))) return false;
  if (!gates.length) return true;
  return gates.map((id) => gateOf(feature, id)).some((gate) => isAsked(gate.scope, upTo) && gate.applies?.(wanted) !== false);
}

/** Looking at something that cannot be is no use. */
function afterBlock(step: ChecklistStep, blocked: string | null): ChecklistStep {
  const isLater = step.stage === 'verify' || step.stage === 'monitor';
  return blocked !== null && isLater && step.state !== 'done' ? { ...step, ...cannot(blocked), changes: [] } : step;
}

export function deploymentChecklist(feature: DeploymentFeature, question: DeploymentQuestion): Checklist {
  const { inForce, wanted, upTo = features[feature].scope } = question;
  const current = pendingChanges(inForce, wanted).inForce;
  const plan: Plan = deploymentPlans[feature];
  const all = plan.steps
    .filter((step) => isPart(feature, step, wanted, upTo))
    .map((step) => checklistStep(feature, step, question, current));
  const blocked = all.find(({ stage, state, optional }) => stage === 'requirements' && state === 'cannot' && !optional)?.reason ?? null;
  const stages = STAGES.map((stage): ChecklistStage => {
    const steps = all.filter((step) => step.stage === stage).map((step) => afterBlock(step, blocked));
    const counted = steps.filter(({ optional }) => !optional);
    return { stage, steps, done: counted.filter(({ state }) => state === 'done').length, of: counted.length };
  });
  return { feature, on: featureState(feature, current, upTo).on, blocked, stages };
}
