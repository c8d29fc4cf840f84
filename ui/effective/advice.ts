// Notes on features that are on: recommended updates that are not installed.

import type { Note } from '../features/rss.ts';
import type { FeatureId } from './feature-list.ts';
import { versionOf } from './os/versions.ts';
import type { WindowsSettings } from './settings.ts';

export function missingUpdates(settings: WindowsSettings, feature: FeatureId): Note[] {
  return versionOf(settings)
    .updates.filter(({ id, features, sets }) => !sets && features.includes(feature) && !settings.host.updates.includes(id))
    .map(({ message, evidence }) => ({ path: 'host.updates', message, evidence }));
}
