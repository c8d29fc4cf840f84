// Which processors RSS uses, from the settings of the version: global values of the registry, and those of each adapter from 2008 R2 on.

import { type Note, rssDefaults, rssProcessors, type RssSettings } from '../features/rss.ts';
import { versionOf } from './os/versions.ts';
import { hasSetting } from './shared-gates.ts';
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

function baseAndMaximum(settings: WindowsSettings): { base: number; max: number; notes: Note[] } {
  const { registry, os } = settings.host;
  const { properties } = settings.adapter;
  const version = versionOf(settings).rss;
  const notes: Note[] = [];
  const globalBase = registry.RssBaseCpu ?? version.baseProcessor;
  const globalMax = registry.MaxNumRssCpus ?? version.maxProcessors;
  if (globalMax > 16)
    notes.push({
      path: 'host.registry.MaxNumRssCpus',
      message: `MaxNumRssCpus is ${globalMax}; it should not be set above 16.`,
      evidence: RSS_NUMBER,
    });
  if (!hasSetting(os, 'adapter.properties.maxRssProcessors')) return { base: globalBase, max: globalMax, notes };
  if (registry.MaxNumRssCpus !== null || registry.RssBaseCpu !== null)
    notes.push({
      path: 'adapter.properties.maxRssProcessors',
      message: 'Both the registry and the adapter name RSS processors: the larger base and the smaller number are used.',
      evidence: assumed('How this version combines the two is not documented.'),
    });
  return {
    base: Math.max(registry.RssBaseCpu ?? 0, properties.rssBaseProcNumber),
    max: Math.min(registry.MaxNumRssCpus ?? Infinity, properties.maxRssProcessors),
    notes,
  };
}

/** Precondition: the settings are in range (settingsFaults). */
export function rssInForce(settings: WindowsSettings): RssInForce {
  const { count, threadsPerCore, limited } = logicalProcessors(settings);
  const { base, max, notes } = baseAndMaximum(settings);
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
  const { processors, notes: remarks } = rssProcessors(inForce);
  const paths: Readonly<Record<string, string>> = hasSetting(settings.host.os, 'adapter.properties.maxRssProcessors')
    ? { baseProcessor: 'adapter.properties.rssBaseProcNumber', maxProcessors: 'adapter.properties.maxRssProcessors' }
    : { baseProcessor: 'host.registry.RssBaseCpu', maxProcessors: 'host.registry.MaxNumRssCpus' };
  notes.push(...remarks.map((note) => ({ ...note, path: paths[note.path] ?? 'adapter.capabilities.rssQueues' })));
  return { settings: inForce, processors, notes };
}
