// A feature is on when every gate lets it through. Gates stand in order; the first that does not pass is the reason, and those behind it
// are not reached.

import type { Evidence, Note } from '../features/rss.ts';
import type { FeatureId } from './feature-list.ts';
import { type Change, changeTo, type SettingPath, type SettingValue } from './setting-paths.ts';
import type { WindowsSettings } from './settings.ts';

/** What a gate is about, from the whole computer to one connection. Gates of a feature stand in this order. */
export const SCOPES = ['computer', 'adapter', 'virtual machine', 'connection'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Failure {
  /** What is wrong, in words. */
  readonly sentence: string;
  /** The one change that lets the feature through this gate. */
  readonly change: Change;
}

export const failure = <P extends SettingPath>(sentence: string, path: P, value: SettingValue<P>): Failure => ({
  sentence,
  change: changeTo(path, value),
});

export interface Gate {
  /** Unique within a feature. */
  readonly id: string;
  readonly scope: Scope;
  readonly title: string;
  /** What has to be so, in words; shown while the gate is not the one that fails. */
  readonly requires: string;
  readonly evidence: Evidence | ((settings: WindowsSettings) => Evidence);
  /** A gate that only some versions or settings have. */
  readonly applies?: (settings: WindowsSettings) => boolean;
  readonly fails: (settings: WindowsSettings) => Failure | null;
}

export interface GateResult {
  readonly id: string;
  readonly scope: Scope;
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'not-reached';
  readonly sentence: string;
  readonly evidence: Evidence;
  /** Of the gate that fails: what would let the feature through. */
  readonly change: Change | null;
}

export interface Feature {
  readonly id: FeatureId;
  /** What its state is asked for, unless a question says otherwise. */
  readonly scope: Scope;
  readonly gates: readonly Gate[];
  /** Remarks on a feature that is on: what it does not do, and what is assumed. */
  readonly notes?: (settings: WindowsSettings) => readonly Note[];
}

export interface FeatureState {
  readonly feature: FeatureId;
  readonly scope: Scope;
  readonly on: boolean;
  readonly gates: readonly GateResult[];
  /** The first gate that does not pass. */
  readonly failed: GateResult | null;
  readonly notes: readonly Note[];
}

/** @param upTo  gates of narrower scope are left out: up to "adapter" asks nothing about virtual machines and connections */
export function evaluateFeature(feature: Feature, settings: WindowsSettings, upTo: Scope = feature.scope): FeatureState {
  const last = SCOPES.indexOf(upTo);
  const results: GateResult[] = [];
  let failed: GateResult | null = null;
  for (const { id, scope, title, requires, evidence, applies, fails } of feature.gates) {
    if (SCOPES.indexOf(scope) > last || applies?.(settings) === false) continue;
    const failing = failed ? null : fails(settings);
    const result: GateResult = {
      id,
      scope,
      title,
      state: failed ? 'not-reached' : failing ? 'failed' : 'passed',
      sentence: failing?.sentence ?? requires,
      evidence: typeof evidence === 'function' ? evidence(settings) : evidence,
      change: failing?.change ?? null,
    };
    if (failing) failed = result;
    results.push(result);
  }
  return {
    feature: feature.id,
    scope: upTo,
    on: failed === null,
    gates: results,
    failed,
    notes: failed ? [] : (feature.notes?.(settings) ?? []),
  };
}
