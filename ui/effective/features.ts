// All features, and the state of each under given settings.

import { checksum } from './checksum.ts';
import { chimney } from './chimney.ts';
import { dca } from './dca.ts';
import { type FeatureId, featureIds } from './feature-list.ts';
import { evaluateFeature, type Feature, type FeatureState, type Scope } from './gates.ts';
import { lsoV1, lsoV2 } from './lso.ts';
import { moderation } from './moderation.ts';
import { netdma } from './netdma.ts';
import { rss } from './rss.ts';
import type { WindowsSettings } from './settings.ts';
import { vmChimney } from './vm-chimney.ts';
import { vmq } from './vmq.ts';

export const features: Readonly<Record<FeatureId, Feature>> = {
  rss,
  vmq,
  chimney,
  'vm-chimney': vmChimney,
  netdma,
  dca,
  checksum,
  'lso-v1': lsoV1,
  'lso-v2': lsoV2,
  moderation,
};

export const featureState = (id: FeatureId, settings: WindowsSettings, upTo?: Scope): FeatureState =>
  evaluateFeature(features[id], settings, upTo);

export type EffectiveState = Readonly<Record<FeatureId, FeatureState>>;

/** The state of every feature, each for what it is usually asked for (Feature.scope). */
export const effectiveState = (settings: WindowsSettings): EffectiveState =>
  Object.fromEntries(featureIds.map((id) => [id, featureState(id, settings)])) as unknown as EffectiveState;
