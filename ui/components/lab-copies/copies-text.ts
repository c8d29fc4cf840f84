// The words about who copied: a host's ways of bytes into memory, channels of its copy engine, and why the engine left copies alone.

import { DmaState } from '../../abi/abi.gen.ts';
import type { LabColumn } from '../../scenario/lab-frame.ts';
import { formatByteRate, formatBytes, formatCount, formatPercent } from '../format.ts';
import { elapsedPs, growth, type LabMoment } from '../lab-view/moment.ts';
import { copiers, copiesInAll, copiesPerSecond, type Copier } from '../lab-view/traffic.ts';

const NONE = '–';

/** Of the moment where something moved, else of the run as a whole. */
export function copyShares(moment: LabMoment, host: number): { parts: Record<Copier, number>; sum: number; isRecent: boolean } {
  const sumOf = (parts: Record<Copier, number>) => copiers.reduce((total, { id }) => total + parts[id], 0);
  const recent = copiesPerSecond(moment, host);
  if (recent && sumOf(recent) > 0) return { parts: recent, sum: sumOf(recent), isRecent: true };
  const parts = copiesInAll(moment, host);
  return { parts, sum: sumOf(parts), isRecent: false };
}

/** Now, its share, and since the start of the run. */
export function copierCells(moment: LabMoment, host: number, id: Copier): string[] {
  const { parts, sum, isRecent } = copyShares(moment, host);
  return [
    isRecent ? formatByteRate(parts[id]) : NONE,
    sum > 0 ? formatPercent(parts[id] / sum) : NONE,
    formatBytes(copiesInAll(moment, host)[id]),
  ];
}

/** What did not load a processor, in one sentence. */
export function copiesSentence(moment: LabMoment, host: number): string {
  const { parts, sum, isRecent } = copyShares(moment, host);
  if (!sum) return 'Nothing has been copied yet.';
  const spared = (parts.engine + parts.queue + parts.chimney) / sum;
  return `${formatPercent(1 - spared)} of the bytes ${isRecent ? 'that are moved now' : 'of this run'} are copied by processors, ${formatPercent(spared)} without them.`;
}

const stateNames = new Map<number, string>(Object.entries(DmaState).map(([name, value]) => [value, name]));

export const channelHeadings = ['Processor', 'State', 'Busy', 'Descriptors waiting', 'Most', 'Moved', 'In all'] as const;

export function channelBusy(moment: LabMoment, row: number): number | null {
  const elapsed = elapsedPs(moment);
  return elapsed > 0 ? Math.min(1, growth(moment, 'channel', row, 'busyPs') / elapsed) : null;
}

export function channelCells(moment: LabMoment, row: number): string[] {
  const { frame, layout } = moment;
  const at = (column: LabColumn<'channel'>) => frame.get('channel', row, column);
  const busy = channelBusy(moment, row);
  const elapsed = elapsedPs(moment);
  return [
    `P${layout.processors[at('processor')]?.number ?? NONE}`,
    stateNames.get(at('state')) ?? NONE,
    busy === null ? NONE : formatPercent(busy),
    `${formatCount(at('queued'))} of ${formatCount(layout.channels[row]!.slots)}`,
    formatCount(at('peak')),
    elapsed > 0 ? formatByteRate((growth(moment, 'channel', row, 'bytes') * 1e12) / elapsed) : NONE,
    formatBytes(at('bytes')),
  ];
}

/** Why the engine did not make a copy. */
const declines: readonly { column: LabColumn<'copyEngine'>; text: string }[] = [
  { column: 'offBytes', text: 'NetDMA was off' },
  { column: 'belowThresholdBytes', text: 'the request was below the least copy' },
  { column: 'smallFragmentBytes', text: 'the piece was too small, between the ends of pages' },
  { column: 'notPostedBytes', text: 'no receive buffer was posted' },
  { column: 'outOfOrderBytes', text: 'the segment came out of order' },
  { column: 'offloadedBytes', text: 'the connection is in the adapter' },
  { column: 'ringFullBytes', text: 'the ring of the channel was full' },
  { column: 'haltedBytes', text: 'the channel was halted' },
  { column: 'abortedBytes', text: 'the channel was aborted' },
];

export function declinedSentence({ frame }: LabMoment, engine: number): string {
  const told = declines
    .map(({ column, text }) => ({ text, bytes: frame.get('copyEngine', engine, column) }))
    .filter(({ bytes }) => bytes > 0)
    .sort((one, other) => other.bytes - one.bytes);
  const state = frame.get('copyEngine', engine, 'on') ? 'NetDMA is on.' : 'NetDMA is off: processors make all copies.';
  if (!told.length) return state;
  return `${state} Received data that processors copied all the same: ${told.map(({ text, bytes }) => `${formatBytes(bytes)} because ${text}`).join('; ')}.`;
}
