// Puts an RSS setting into force in the core.

import { RssConfigLayout } from '../abi/abi.gen.ts';
import { rssEffective, rssFaults, type RssEffective, type RssSettings } from '../features/rss.ts';
import type { CaptureCore } from './capture-core.ts';

export function keyBytes(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

/** @param isNear  processors of the preferred NUMA node  @throws Error naming every fault when the settings are not usable */
export function configureRss(core: CaptureCore, settings: RssSettings, isNear?: (processor: number) => boolean): RssEffective {
  const faults = rssFaults(settings);
  if (faults.length) throw new Error(faults.map(({ message }) => message).join(' '));
  const effective = rssEffective(settings, isNear);
  const at = core.rssConfigAt();
  const bytes = new Uint8Array(core.memory.buffer, at, RssConfigLayout.size).fill(0);
  const view = new DataView(core.memory.buffer, at);
  const key = keyBytes(settings.key);
  bytes.set(key, RssConfigLayout.key);
  bytes.set(effective.table, RssConfigLayout.table);
  bytes.set(effective.queueProcessor, RssConfigLayout.queueProcessor);
  view.setUint32(RssConfigLayout.keyBytes, key.length, true);
  view.setUint32(RssConfigLayout.hashFlags, settings.hashFlags, true);
  view.setUint16(RssConfigLayout.tableEntries, settings.tableEntries, true);
  view.setUint16(RssConfigLayout.queues, effective.queueProcessor.length, true);
  view.setUint32(RssConfigLayout.defaultQueue, effective.defaultQueue, true);
  core.rssConfigure();
  return effective;
}
