// What the settings of a host let an adapter do: the features in force, by the gates of ui/effective. An ideal host has no Windows; its
// adapters do what they say.

import { type FeatureId, featureIds, featureLabels } from '../effective/feature-list.ts';
import { featureState } from '../effective/features.ts';
import { rssInForce } from '../effective/rss-processors.ts';
import type { SettingPath } from '../effective/setting-paths.ts';
import type { Note, RssSettings } from '../features/rss.ts';
import { virtualOf } from './guests.ts';
import { rssSettingsOf } from './host-settings.ts';
import type { Host, Nic } from './schema.ts';
import { documentPath, type SettingPlace } from './windows-edits.ts';
import { windowsSettings } from './windows-settings.ts';

export interface EffectiveNic {
  rssEnabled: boolean;
  rss: RssSettings;
  checksumOffload: boolean;
  lsoV1: boolean;
  lsoV2: boolean;
  moderation: Nic['moderation'];
  /** Whether receive copies of this adapter may go to the copy engine. */
  netDma: boolean;
}

function idealNic(host: Host, nic: Nic): EffectiveNic {
  const { checksumOffload, lsoV1, lsoV2, moderation } = nic;
  const cuts = checksumOffload;
  return {
    rssEnabled: false,
    rss: rssSettingsOf(host, nic),
    checksumOffload,
    lsoV1: cuts && lsoV1,
    lsoV2: cuts && lsoV2,
    moderation,
    netDma: false,
  };
}

export function effectiveNic(host: Host, nic: Nic): EffectiveNic {
  if (host.kind === 'ideal') return idealNic(host, nic);
  const settings = windowsSettings(host, nic);
  const isOn = (feature: Parameters<typeof featureState>[0]) => featureState(feature, settings).on;
  return {
    rssEnabled: virtualOf(nic) === null && isOn('rss'),
    rss: effectiveRss(host, nic),
    checksumOffload: isOn('checksum'),
    lsoV1: isOn('lso-v1'),
    lsoV2: isOn('lso-v2'),
    moderation: isOn('moderation') ? nic.moderation : { mode: 'off' },
    netDma: isOn('netdma'),
  };
}

/** Base and number of RSS processors as the version combines registry and adapter. */
export function effectiveRss(host: Host, nic: Nic): RssSettings {
  const own = rssSettingsOf(host, nic);
  if (host.kind === 'ideal') return own;
  const { baseProcessor, maxProcessors, processors } = rssInForce(windowsSettings(host, nic)).settings;
  return { ...own, processors, baseProcessor, maxProcessors, queues: nic.queues === 1 ? maxProcessors : nic.queues };
}

/** The features that an adapter is set up for: what is off on purpose needs no remark. */
function wanted(host: Host, nic: Nic): FeatureId[] {
  const { capabilities, rss, checksumOffload, lsoV1, lsoV2, moderation } = nic;
  const asked: Partial<Record<FeatureId, boolean>> = {
    'rss': rss.enabled,
    'checksum': checksumOffload,
    'lso-v1': lsoV1,
    'lso-v2': lsoV2,
    'moderation': moderation.mode !== 'off',
    'chimney': capabilities.chimneyIPv4 || capabilities.chimneyIPv6,
    'netdma': host.chipset.copyEngine,
    'dca': host.chipset.cacheAccess,
  };
  return featureIds.filter((id) => asked[id]);
}

const where = (path: string, place: SettingPlace, otherwise: string) => documentPath(path as SettingPath, place) ?? otherwise;

/** Settings that have less effect than they say: why a feature that the adapter is set up for is off, and remarks on those that are on. */
export function effectiveNotes(host: Host, nic: Nic, place: SettingPlace, at: string): Note[] {
  if (host.kind === 'ideal') return [];
  const settings = windowsSettings(host, nic);
  return wanted(host, nic).flatMap((id): Note[] => {
    const { failed, notes } = featureState(id, settings);
    if (failed)
      return [
        {
          path: where(failed.change!.path, place, at),
          message: `${featureLabels[id]} is off: ${failed.sentence}`,
          evidence: failed.evidence,
        },
      ];
    // Updates are advice for a deployment, not settings without effect.
    return notes.filter(({ path }) => path !== 'host.updates').map((note) => ({ ...note, path: where(note.path, place, at) }));
  });
}
