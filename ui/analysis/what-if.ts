// "What would 8 queues, another key, another table do?": the same received load under other settings.
// Each variant changes as little as its label says. A variant that leaves every processor's load as it is, is dropped.

import { HashFlag, limits } from '../abi/abi.gen.ts';
import { type RssEffective, rssEffective, rssFaults, type RssSettings, rssProcessors, SYMMETRIC_KEY } from '../features/rss.ts';
import { balancedTable } from './balance.ts';
import { type EntrySums, type Evenness, measureEvenness } from './loads.ts';
import { randomKey, seededRandom } from './random.ts';
import { quantile } from './random-placement.ts';
import type { KeySpread, Measure, WhatIf } from './types.ts';
import { counted, percent } from './wording.ts';

/** Random keys that keySpread tries: enough that the 90th percentile is known to within a few keys. */
export const SPREAD_KEYS = 64;

/** Least gain of a variant that is offered as an improvement: half a percent, so that it shows in the numbers. */
const LEAST_GAIN = 0.005;

export interface Question {
  settings: RssSettings;
  measure: Measure;
  /** Load of each table entry under other settings: hashes every received flow again. */
  place(settings: RssSettings): EntrySums | Promise<EntrySums>;
}

/** How the hottest share spreads over random keys; the same seed tries the same keys. */
export async function keySpread({ settings, measure, place }: Question, seed = 1): Promise<KeySpread> {
  const effective = rssEffective(settings);
  const shareOf = async (key: string) => measureEvenness(await place({ ...settings, key }), effective, measure).share;
  const random = seededRandom(seed);
  const inUse = await shareOf(settings.key);
  const tried: { key: string; share: number }[] = [];
  while (tried.length < SPREAD_KEYS) {
    const key = randomKey(random, settings.key.length / 2);
    tried.push({ key, share: await shareOf(key) });
  }
  tried.sort((a, b) => a.share - b.share);
  const shares = tried.map(({ share }) => share);
  return {
    keys: tried.length,
    p10: quantile(shares, 0.1),
    median: quantile(shares, 0.5),
    p90: quantile(shares, 0.9),
    best: tried[0]!,
    better: shares.filter((share) => share < inUse).length / tried.length,
  };
}

interface Variant {
  id: string;
  /** Reads after "With": "8 queues", "the symmetric key". */
  label: string;
  settings: RssSettings;
  /** What to know before taking it, a clause. */
  caveat?: string;
  /** Not worth a line unless it does better: greedy tables and chosen keys are offered as improvements. */
  onlyIfBetter?: true;
}

/** Settings with `target` queues and as many RSS processors; a table set by hand would not use them, so it goes. */
function withQueues(settings: RssSettings, target: number): { settings: RssSettings; raised: boolean } {
  const raised = settings.maxProcessors < target;
  return { raised, settings: { ...settings, queues: target, maxProcessors: Math.max(target, settings.maxProcessors), table: null } };
}

const queuesLabel = (target: number, raised: boolean) =>
  `${counted(target, 'queue')}${raised ? ` and a maximum of ${counted(target, 'RSS processor')}` : ''}`;

function variantsOf({ settings, measure }: Question, effective: RssEffective, sums: EntrySums, best: string): Variant[] {
  const queues = effective.queueProcessor.length;
  const variants: Variant[] = [];
  /** Processors that RSS could use with these settings if queues and maximum did not limit it. */
  const most = (of: RssSettings) => rssProcessors({ ...of, queues: limits.MaxQueues, maxProcessors: limits.MaxQueues }).processors.length;

  const double = Math.min(queues * 2, most(settings));
  if (double > queues) {
    const { settings: changed, raised } = withQueues(settings, double);
    variants.push({ id: 'queues-double', label: queuesLabel(double, raised), settings: changed });
  }
  const half = Math.floor(queues / 2);
  if (half >= 1) variants.push({ id: 'queues-half', label: queuesLabel(half, false), settings: withQueues(settings, half).settings });

  if (settings.threadsPerCore === 2 && settings.skipSiblings) {
    const both = { ...settings, skipSiblings: false };
    const target = Math.min(queues * 2, most(both));
    const { settings: changed, raised } = withQueues(both, target);
    variants.push({
      id: 'siblings',
      label: `both threads of each core, ${queuesLabel(target, raised)}`,
      settings: changed,
      caveat: 'Windows does not use second threads for RSS, and two threads share one core',
    });
  }

  if (settings.tableEntries < limits.MaxTable)
    variants.push({
      id: 'table-larger',
      label: `a table of ${limits.MaxTable} entries`,
      settings: { ...settings, tableEntries: limits.MaxTable, table: null },
    });
  if (settings.table) variants.push({ id: 'table-round-robin', label: 'the round-robin table', settings: { ...settings, table: null } });
  variants.push({
    id: 'table-balanced',
    label: 'a table made for this traffic',
    settings: { ...settings, table: balancedTable(sums, measure, queues, effective.defaultQueue) },
    caveat: 'it fits this capture only',
    onlyIfBetter: true,
  });

  if (settings.key !== SYMMETRIC_KEY)
    variants.push({ id: 'key-symmetric', label: 'the symmetric key', settings: { ...settings, key: SYMMETRIC_KEY } });
  variants.push({
    id: 'key-best',
    label: `the best of ${SPREAD_KEYS} random keys`,
    settings: { ...settings, key: best },
    caveat: 'it fits this capture only',
    onlyIfBetter: true,
  });

  const usesEx = (settings.hashFlags & (HashFlag.IPv6Ex | HashFlag.TcpIPv6Ex)) !== 0;
  const udp = HashFlag.UdpIPv4 | HashFlag.UdpIPv6 | (usesEx ? HashFlag.UdpIPv6Ex : 0);
  variants.push({
    id: 'udp-types',
    label: 'the UDP hash types on',
    settings: { ...settings, hashFlags: settings.hashFlags | udp },
    caveat: 'later Windows has them, this era does not',
  });
  return variants;
}

function sentenceOf({ label, caveat }: Variant, before: Evenness, after: Evenness): string {
  const from = percent(before.share);
  const to = percent(after.share);
  const effect = from === to ? `would still take ${to}` : `would take ${to} instead of ${from}`;
  return `With ${label}, the hottest processor ${effect}${caveat ? ` (${caveat})` : ''}.`;
}

/** Load of every logical processor that a variant uses. */
function processorLoads({ queues }: Evenness, { queueProcessor }: RssEffective): Map<number, number> {
  return new Map(queueProcessor.map((processor, queue) => [processor, queues[queue]!]));
}

function sameLoads(a: Map<number, number>, b: Map<number, number>): boolean {
  return a.size === b.size && [...a].every(([processor, load]) => b.get(processor) === load);
}

/**
 * Variants that change something, the lowest hottest share first.
 * @param keys the spread under the same question; gives the best random key
 */
export async function whatIfVariants(question: Question, keys: KeySpread): Promise<WhatIf[]> {
  const { settings, measure, place } = question;
  const effective = rssEffective(settings);
  const sums = await place(settings);
  const before = measureEvenness(sums, effective, measure);
  if (before.share === 0) return [];
  const answers: WhatIf[] = [];
  for (const variant of variantsOf(question, effective, sums, keys.best.key)) {
    if (rssFaults(variant.settings).length) continue;
    const changed = rssEffective(variant.settings);
    const after = measureEvenness(await place(variant.settings), changed, measure);
    if (sameLoads(processorLoads(before, effective), processorLoads(after, changed))) continue;
    if (variant.onlyIfBetter && before.share - after.share < LEAST_GAIN) continue;
    answers.push({
      id: variant.id,
      label: variant.label[0]!.toUpperCase() + variant.label.slice(1),
      settings: variant.settings,
      share: after.share,
      fairShare: after.fairShare,
      evenness: after.evenness,
      sentence: sentenceOf(variant, before, after),
    });
  }
  return answers.sort((a, b) => a.share - b.share);
}
