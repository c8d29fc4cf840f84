// The bars of an evaluation: one a logical processor, idle ones too, or one a queue.

import type { Evaluation, Load, Measure } from '../../analysis/types.ts';

export interface Bar {
  /** Names the bar in events: a processor or a queue number. */
  id: number;
  label: string;
  /** A second, quieter label: where the queue goes, or what feeds the processor. */
  detail: string;
  load: Load;
  notHashed: Load;
  /** Share of all ingress load, 0..1, and of it what came without a hash. */
  share: number;
  notHashedShare: number;
  /** Share under the pinned setting, or null. */
  baselineShare: number | null;
  hottest: boolean;
  /** Queue whose flows stand behind the bar; null where no queue is. */
  queue: number | null;
}

const NONE: Load = { packets: 0, bytes: 0, flows: 0 };
const shareOf = (load: Load, total: Load, measure: Measure) => (total[measure] ? load[measure] / total[measure] : 0);

function baselineShareOf(loads: readonly Load[] | undefined, baseline: Evaluation | null, index: number, measure: Measure): number | null {
  if (!baseline || !loads) return null;
  return shareOf(loads[index] ?? NONE, baseline.total, measure);
}

export function processorBars(evaluation: Evaluation, baseline: Evaluation | null): Bar[] {
  const { measure, total, queues, verdict } = evaluation;
  return evaluation.processors.map((load, processor) => {
    const queue = queues.find((candidate) => candidate.processor === processor);
    const notHashed = queue?.notHashed ?? NONE;
    return {
      id: processor,
      label: `Processor ${processor}`,
      detail: queue ? `queue ${queue.queue}` : '',
      load,
      notHashed,
      share: shareOf(load, total, measure),
      notHashedShare: shareOf(notHashed, total, measure),
      baselineShare: baselineShareOf(baseline?.processors, baseline, processor, measure),
      hottest: processor === verdict.hottestProcessor && load[measure] > 0,
      queue: queue ? queue.queue : null,
    };
  });
}

export function queueBars(evaluation: Evaluation, baseline: Evaluation | null): Bar[] {
  const { measure, total, queues, verdict } = evaluation;
  return queues.map((queue, index) => ({
    id: queue.queue,
    label: `Queue ${queue.queue}`,
    detail: `${queue.entries} ${queue.entries === 1 ? 'entry' : 'entries'}`,
    load: queue,
    notHashed: queue.notHashed,
    share: shareOf(queue, total, measure),
    notHashedShare: shareOf(queue.notHashed, total, measure),
    baselineShare: baselineShareOf(baseline?.queues, baseline, index, measure),
    hottest: queue.queue === verdict.hottestQueue && queue[measure] > 0,
    queue: queue.queue,
  }));
}
