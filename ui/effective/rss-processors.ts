// Which processors RSS uses, from the settings of the version: values of the registry for all adapters, and from 2008 R2 on those of each
// adapter within them. Source: "Setting the number of RSS processors", which has its default for Server 2008 and later versions alike.

import { type Note, rssDefaults, rssProcessors, type RssSettings } from '../features/rss.ts';
import { type OsId, versionOf } from './os/versions.ts';
import { defaultOrNewest, valuesInVersion } from './registry-values.ts';
import type { SettingPath } from './setting-paths.ts';
import { hasSetting } from './common-gates.ts';
import type { WindowsSettings } from './settings.ts';
import { RSS_NUMBER, assumed } from './sources.ts';

export interface RssInForce {
  /** As the packet path takes them; key, table and hash types are those of rssDefaults. */
  readonly settings: RssSettings;
  /** Logical processor of each queue in use. */
  readonly processors: readonly number[];
  readonly notes: readonly Note[];
}

/** Logical processors that Windows uses here: hyper-threading counts, and so does the limit of platform and version. */
export function logicalProcessors({ host }: WindowsSettings): { count: number; threadsPerCore: 1 | 2; limited: boolean } {
  const threadsPerCore = host.firmware.hyperThreading ? host.processors.threadsPerCore : 1;
  const installed = host.processors.cores * threadsPerCore;
  const limit = versionOf({ host }).processorLimit[host.platform];
  return { count: Math.min(installed, limit), threadsPerCore, limited: installed > limit };
}

interface Selection {
  readonly base: number;
  readonly max: number;
  /** The settings that the two come from. */
  readonly paths: { readonly baseProcessor: SettingPath; readonly maxProcessors: SettingPath };
  readonly notes: readonly Note[];
}

const advisedProcessors = (os: OsId): number | null => {
  const [known] = valuesInVersion(os, 'host.registry.MaxNumRssCpus');
  return known?.allowed.kind === 'range' ? known.allowed.max : null;
};

/** The values of all adapters: those of the registry, or what holds without them. */
function ofTheComputer({ host: { os, registry } }: WindowsSettings): Selection {
  const base = registry.RssBaseCpu ?? defaultOrNewest(os, 'host.registry.RssBaseCpu');
  const max = registry.MaxNumRssCpus ?? defaultOrNewest(os, 'host.registry.MaxNumRssCpus');
  const advised = advisedProcessors(os);
  const isMany = advised !== null && max > advised;
  const notes = [
    {
      path: 'host.registry.MaxNumRssCpus',
      message: `MaxNumRssCpus is ${max}; it should not be set above ${advised}.`,
      evidence: RSS_NUMBER,
    },
  ];
  return {
    base,
    max,
    paths: { baseProcessor: 'host.registry.RssBaseCpu', maxProcessors: 'host.registry.MaxNumRssCpus' },
    notes: isMany ? notes : [],
  };
}

/** The values of the adapter, within those of all adapters that are set: the larger base and the smaller number hold. */
function ofTheAdapter(settings: WindowsSettings): Selection {
  const all = ofTheComputer(settings);
  const { rssBaseProcNumber, maxRssProcessors } = settings.adapter.properties;
  // Assumed: the default of the value for all adapters does not stand against a value of one adapter.
  const most = settings.host.registry.MaxNumRssCpus === null ? Infinity : all.max;
  const note = {
    path: 'adapter.properties.maxRssProcessors',
    message: `The adapter may have ${maxRssProcessors} RSS processors, but all adapters have at most ${all.max}: MaxNumRssCpus in the registry.`,
    evidence: assumed('How this version combines the two is not documented; the smaller number is taken.'),
  };
  return {
    base: Math.max(all.base, rssBaseProcNumber),
    max: Math.min(most, maxRssProcessors),
    paths: {
      baseProcessor: all.base > rssBaseProcNumber ? all.paths.baseProcessor : 'adapter.properties.rssBaseProcNumber',
      maxProcessors: most < maxRssProcessors ? all.paths.maxProcessors : 'adapter.properties.maxRssProcessors',
    },
    notes: most < maxRssProcessors ? [...all.notes, note] : all.notes,
  };
}

/** Precondition: the settings are in range (settingsFaults). */
export function rssInForce(settings: WindowsSettings): RssInForce {
  const { count, threadsPerCore, limited } = logicalProcessors(settings);
  const ofEach = hasSetting(settings.host.os, 'adapter.properties.maxRssProcessors');
  const { base, max, paths, notes: remarks } = ofEach ? ofTheAdapter(settings) : ofTheComputer(settings);
  const notes = [...remarks];
  const inForce: RssSettings = {
    ...rssDefaults,
    processors: count,
    threadsPerCore,
    baseProcessor: base,
    maxProcessors: max,
    queues: settings.adapter.capabilities.rssQueues,
  };
  if (limited)
    notes.push({
      path: 'host.processors.cores',
      message: `Only ${count} logical processors take part; the others lie beyond the limit of this version and platform.`,
      evidence: versionOf(settings).processorLimitEvidence,
    });
  const selected = rssProcessors(inForce);
  const pathOf = (path: string) => paths[path as keyof typeof paths] ?? 'adapter.capabilities.rssQueues';
  notes.push(...selected.notes.map((note) => ({ ...note, path: pathOf(note.path) })));
  return { settings: inForce, processors: selected.processors, notes };
}
