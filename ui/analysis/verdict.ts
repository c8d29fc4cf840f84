// The verdict: which processor is hottest, by how much, and why, in one plain sentence; then what would change it.
// The cause is the largest part of the excess (causes.ts). Numbers that are not counterfactuals:
//   BALANCED 0.9   mean/max load at which nobody should act. 256 equal random flows a queue give 0.97 to 0.90 for 2 to 16
//                  queues (Monte Carlo, 128 entries), so 0.9 is what plenty of traffic looks like.
//   ELEPHANT 1/2   one flow is the cause when it is at least half of the hottest queue, so more than all others together,
//                  and above the fair share, so that no table could make the queues even.
//   90th percentile of random keys: a key is called unlucky only when nine of ten keys do better.

import { HashReason } from '../abi/abi.gen.ts';
import type { RssSettings } from '../features/rss.ts';
import { type Case, type Causes, findCauses } from './causes.ts';
import { adviceFor } from './advice.ts';
import { explain, type Finding, hottestTakes } from './explain.ts';
import { flowIdentity, flowTunnel } from './flow-text.ts';
import type { CauseKind, Verdict } from './types.ts';
import { percent } from './wording.ts';

const BALANCED = 0.9;
const ELEPHANT = 0.5;

export interface JudgeInput extends Case {
  settings: RssSettings;
}

function causeOf(input: JudgeInput, causes: Causes): CauseKind {
  if (causes.fairShare / causes.share >= BALANCED) return 'balanced';
  const { structure, traffic, key } = causes.excess;
  if (structure >= traffic && structure >= key) return 'table';
  if (key > traffic && causes.share > causes.random.p90) return 'unlucky';
  const { flowSizes, notHashed, addressOnly } = causes.traffic;
  if (notHashed > 0 && notHashed >= flowSizes && notHashed >= addressOnly) return 'not-hashed';
  if (addressOnly > 0 && addressOnly >= flowSizes) return 'address-only';
  const isElephant = causes.heaviestShare >= ELEPHANT * causes.share && causes.heaviestShare > causes.fairShare;
  if (!isElephant) return 'few-flows';
  // A tunnel, and fragments or cut frames of a host pair, look like one flow because their ports are out of sight: there may be
  // many inside, and what hurts is that RSS sees the addresses only.
  const reason = input.placement.hashReason[causes.heaviestFlow];
  const hidesOthers =
    reason === HashReason.Fragment || reason === HashReason.PortsCut || flowTunnel(flowIdentity(input.flows, causes.heaviestFlow));
  return hidesOthers ? 'address-only' : 'elephant';
}

/** No load, or nowhere to spread it: nothing to take apart. */
function plainVerdict(input: JudgeInput, cause: 'idle' | 'single-queue', sentence: string, advice: string[]): Verdict {
  const queues = input.effective.queueProcessor.length;
  const isIdle = cause === 'idle';
  return {
    cause,
    sentence,
    advice,
    hottestProcessor: input.effective.queueProcessor[0]!,
    hottestQueue: 0,
    share: isIdle ? 0 : 1,
    fairShare: 1 / queues,
    evenness: 1,
    structuralShare: isIdle ? 1 / queues : 1,
    floorShare: isIdle ? 0 : 1,
    excess: { structure: 0, traffic: 0, key: 0 },
  };
}

function judgeIdle(input: JudgeInput): Verdict {
  const { total } = input.loads;
  if (total.packets > 0)
    return plainVerdict(input, 'idle', 'The received packets carry no bytes, so no processor is loaded by this measure.', [
      'Look at packets instead of bytes.',
    ]);
  return plainVerdict(input, 'idle', 'No processor is loaded: this capture holds no packets received by the chosen host.', [
    'Choose another host, or count every frame as received.',
  ]);
}

function judgeSingle(input: JudgeInput): Verdict {
  const { settings, effective } = input;
  const processor = effective.queueProcessor[0]!;
  const step = settings.skipSiblings ? settings.threadsPerCore : 1;
  const limits: string[] = [];
  if (settings.queues === 1) limits.push('the adapter has one receive queue');
  if (settings.maxProcessors === 1) limits.push('RSS may use one processor only');
  if (processor + step >= settings.processors)
    limits.push(`no further ${step > 1 ? 'core' : 'processor'} is left from processor ${processor} on`);
  const why = limits.length ? limits.join(' and ') : 'a single queue is in use';
  const advice: string[] = [];
  if (settings.queues === 1) advice.push('Give the adapter more receive queues.');
  if (settings.maxProcessors === 1) advice.push('Let RSS use more processors (MaxNumRssCpus).');
  if (processor + step >= settings.processors && processor > 0) advice.push('Lower the base processor (RssBaseCpu).');
  if (!advice.length) advice.push('Nothing in RSS helps: the host has no other core to spread to.');
  return plainVerdict(input, 'single-queue', `Processor ${processor} takes all received ${input.measure} because ${why}.`, advice);
}

/** @param input loads, placement and effective settings must belong together */
export function judge(input: JudgeInput): Verdict {
  const { effective, loads, measure } = input;
  if (loads.total[measure] <= 0) return judgeIdle(input);
  if (effective.queueProcessor.length === 1) return judgeSingle(input);
  let hottestQueue = 0;
  for (const { queue, [measure]: load } of loads.queues) if (load > loads.queues[hottestQueue]![measure]) hottestQueue = queue;
  const causes = findCauses(input, hottestQueue);
  const cause = causeOf(input, causes);
  const finding: Finding = { ...input, causes, cause, hottestQueue };
  return {
    cause,
    sentence: `${hottestTakes(finding)} ${percent(causes.share)} of the received ${measure} ${explain(finding)}`,
    advice: adviceFor(finding),
    hottestProcessor: effective.queueProcessor[hottestQueue]!,
    hottestQueue,
    share: causes.share,
    fairShare: causes.fairShare,
    evenness: Math.min(1, causes.fairShare / causes.share),
    structuralShare: causes.structuralShare,
    floorShare: causes.floorShare,
    excess: causes.excess,
  };
}
