// What a deployment plan is made of: the steps of one feature, in the four stages of the guide "Deploying High-speed Networking Features".
// Steps are data over functions of the settings; what differs by version is a function of the version's own data.

import type { Evidence } from '../../features/rss.ts';
import type { FeatureId } from '../feature-list.ts';
import type { Scope } from '../gates.ts';
import type { Change, SettingPath } from '../setting-paths.ts';
import type { WindowsSettings } from '../settings.ts';
import type { CounterSet } from './counters.ts';
import type { DeploymentObservations } from './observations.ts';

export const STAGES = ['requirements', 'enable', 'verify', 'monitor'] as const;
export type Stage = (typeof STAGES)[number];

export const stageLabels: Readonly<Record<Stage, string>> = {
  requirements: 'Requirements',
  enable: 'Enable',
  verify: 'Verify',
  monitor: 'Monitor',
};

/** Which prompt a command belongs to. */
export type Prompt = 'host' | 'guest';

/** A command, and what its output shows while the feature works. */
export interface Check {
  readonly line: string;
  readonly prompt: Prompt;
  /** A line of the output, or a sentence about it. */
  readonly shows: string;
  /** Whether it is the line as it is printed. */
  readonly isLine: boolean;
  readonly evidence: Evidence;
}

/** Whether a step is done, and if not, why. Nobody has looked yet: unknown. */
export type Finding = { readonly state: 'done' } | { readonly state: 'not-done' | 'unknown'; readonly reason: string };

export const done: Finding = { state: 'done' };
export const notDone = (reason: string): Finding => ({ state: 'not-done', reason });
export const unknown = (reason: string): Finding => ({ state: 'unknown', reason });

export interface PlanStep {
  /** Unique within the plan. */
  readonly id: string;
  readonly stage: Stage;
  /** What to do, as a heading. */
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly text: string;
  /** Advice of the guide: the feature is on without it. */
  readonly optional?: boolean;
  /** What a step without gates is about; it is left out where nobody asks about that. */
  readonly scope?: Scope;
  readonly applies?: (settings: WindowsSettings) => boolean;
  /** Gates of the feature that the step passes. A step with gates is done when they all let the feature through. */
  readonly gates?: readonly string[];
  /** Gates without which the step cannot be done, besides those of the version. */
  readonly needs?: readonly string[];
  /** Settings with which the step is done, in full. */
  readonly does?: (settings: WindowsSettings) => readonly Change[];
  /** Settings to look at when there is nothing to change. */
  readonly about?: (settings: WindowsSettings) => readonly SettingPath[];
  /** State of a step without gates. */
  readonly finds?: (settings: WindowsSettings, observations: DeploymentObservations) => Finding;
  readonly checks?: (settings: WindowsSettings, context: PlanContext) => readonly Check[];
  readonly counters?: (settings: WindowsSettings) => CounterSet;
  /** How the step is known; that of its first gate when it has gates. */
  readonly evidence?: Evidence;
}

/** What a plan needs besides settings to name commands in full. */
export interface PlanContext {
  /** Number of the adapter under the class key of network adapters, such as "0007"; null when it is not known. */
  readonly adapterKey: string | null;
}

export interface Plan {
  readonly feature: FeatureId;
  readonly steps: readonly PlanStep[];
}
