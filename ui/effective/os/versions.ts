// The versions of Windows, oldest first. A new one is a file beside this one and a line in the list.

import type { FeatureId } from '../feature-list.ts';
import { later } from './later.ts';
import type { WindowsVersion } from './version.ts';
import { ws2003sp2 } from './ws2003sp2.ts';
import { ws2008 } from './ws2008.ts';
import { ws2008r2 } from './ws2008r2.ts';

export const versions = { ws2003sp2, ws2008, ws2008r2, later };

export type OsId = keyof typeof versions;

export const osIds = Object.keys(versions) as readonly OsId[];

export const versionOf = (settings: { readonly host: { readonly os: OsId } }): WindowsVersion => versions[settings.host.os];

/** The newest emulated version that has the feature. */
export function versionWith(feature: FeatureId): OsId {
  const found = osIds.findLast((id) => !versions[id].comparisonOnly && versions[id].features[feature].has);
  if (!found) throw new Error(`No version of Windows has ${feature}.`);
  return found;
}
