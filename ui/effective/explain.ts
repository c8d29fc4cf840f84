// Why is a feature off? The first gate that does not pass, the one change that would pass it, and what stands behind it then.

import { type FeatureId, featureLabels } from './feature-list.ts';
import { featureState, features } from './features.ts';
import type { FeatureState, GateResult, Scope } from './gates.ts';
import { guests } from './guests.ts';
import { versions } from './os/versions.ts';
import { settingList } from './setting-list.ts';
import { applyChanges, type Change, settingAt } from './setting-paths.ts';
import type { WindowsSettings } from './settings.ts';

/** A gate that does not pass, and the change that lets the feature through. */
export interface Step {
  readonly gate: GateResult;
  readonly change: Change;
  /** The change in words. */
  readonly advice: string;
}

export interface Explanation {
  readonly state: FeatureState;
  /** One sentence: on, or off and why. */
  readonly sentence: string;
  /** What to change, in order, until the feature is on; empty when it is on. */
  readonly steps: readonly Step[];
  /** Gates that still fail once the first is passed. */
  readonly behind: number;
}

const valueLabels: Readonly<Record<string, string>> = {
  'true': 'yes',
  'false': 'no',
  'null': 'absent',
  'tcpip': 'TCP/IP',
  'virtual-switch': 'a virtual switch',
  'no-offload': 'one without support for offload',
  'supports-offload': 'one with support for offload',
};

/** A value as the table of settings would show it. */
export function valueText({ path, value }: Change): string {
  if (path === 'host.os') return versions[value as keyof typeof versions].label;
  if (path === 'virtualMachine.guest') return guests[value as keyof typeof guests].label;
  if (Array.isArray(value)) return value.length ? `${value.length} entries` : 'empty';
  return valueLabels[String(value)] ?? String(value);
}

export function changeText(settings: WindowsSettings, change: Change): string {
  const { label, where } = settingList[change.path];
  const now = { path: change.path, value: settingAt(settings, change.path) };
  return `Change “${label}” (${where}) from ${valueText(now)} to ${valueText(change)}.`;
}

/** @throws when a change does not lead past its gate: an error of the gate */
export function explainFeature(id: FeatureId, settings: WindowsSettings, upTo?: Scope): Explanation {
  const state = featureState(id, settings, upTo);
  const steps: Step[] = [];
  let current = settings;
  for (let { failed } = state; failed; failed = featureState(id, current, upTo).failed) {
    if (steps.length === features[id].gates.length) throw new Error(`${id}: changes lead in a circle at ${failed.id}`);
    const change = failed.change!;
    steps.push({ gate: failed, change, advice: changeText(current, change) });
    current = applyChanges(current, [change]);
  }
  const behind = Math.max(0, steps.length - 1);
  const [first] = steps;
  const sentence = first
    ? `${featureLabels[id]} is off: ${first.gate.sentence} ${first.advice}${behindText(behind)}`
    : `${featureLabels[id]} is on.`;
  return { state, sentence, steps, behind };
}

function behindText(behind: number): string {
  if (behind === 0) return ' Nothing else stands in the way.';
  return behind === 1 ? ' One more condition is not met then.' : ` ${behind} more conditions are not met then.`;
}
