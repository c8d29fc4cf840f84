// The words about the part of an adapter that runs TCP connections: how full, how busy, what it dropped, and why connections came back.

import { uploadColumns, type LabColumn } from '../../scenario/lab-frame.ts';
import { offloadReasonText, uploadReasonText } from '../../scenario/chimney-reasons.ts';
import { formatBytes, formatCount, formatPacketRate, formatPercent, formatPlural } from '../format.ts';
import { growth, perSecond, type LabMoment } from '../lab-view/moment.ts';

const PS_PER_SECOND = 1e12;

const at = ({ frame }: LabMoment, row: number, column: LabColumn<'offload'>) => frame.get('offload', row, column);

/** Connections that are in the adapter, or on their way to or from it. */
export const takenConnections = (moment: LabMoment, row: number): number =>
  at(moment, row, 'offloading') + at(moment, row, 'offloaded') + at(moment, row, 'uploading') + at(moment, row, 'ofGuests');

/** Part of the packets that its engine could handle; null where there is nothing to compare. */
export function engineShare(moment: LabMoment, row: number): number | null {
  const rate = perSecond(moment, 'offload', row, 'served');
  return rate === null ? null : (rate * at(moment, row, 'packetPs')) / PS_PER_SECOND;
}

export const isDroppingPackets = (moment: LabMoment, row: number): boolean => growth(moment, 'offload', row, 'drops') > 0;

/** What stands against offload at host and adapter, or that nothing does. */
export function gateSentence(moment: LabMoment, row: number): { isOpen: boolean; text: string } {
  const reason = at(moment, row, 'reason');
  if (at(moment, row, 'paused')) return { isOpen: false, text: 'Offload is paused: the adapter takes no connection until it resumes.' };
  if (reason === 0) return { isOpen: true, text: 'Host and adapter allow offload; each connection is looked at by itself.' };
  const { title, needed } = offloadReasonText(reason);
  return { isOpen: false, text: `Nothing is offloaded: ${title}. What is needed: ${needed}` };
}

export interface Figure {
  label: string;
  text: string;
  /** Filled part of its bar. */
  part: number | null;
  isBad?: boolean;
}

export function offloadFigures(moment: LabMoment, row: number): Figure[] {
  const rate = perSecond(moment, 'offload', row, 'served');
  const share = engineShare(moment, row);
  const limit = PS_PER_SECOND / Math.max(1, at(moment, row, 'packetPs'));
  const capacity = at(moment, row, 'capacity');
  const placed = Math.max(0, at(moment, row, 'receivedBytes') - at(moment, row, 'copiedBytes'));
  const moving = at(moment, row, 'offloading') + at(moment, row, 'uploading');
  const guests = at(moment, row, 'ofGuests');
  return [
    {
      label: 'Connections in the adapter',
      text: `${formatCount(at(moment, row, 'offloaded') + guests)} of ${formatCount(capacity)}${guests ? `, ${formatCount(guests)} of virtual machines` : ''}${moving ? `, ${formatCount(moving)} more on their way` : ''}`,
      part: capacity > 0 ? takenConnections(moment, row) / capacity : 0,
    },
    {
      label: 'Packets of its engine',
      text: rate === null || share === null ? '–' : `${formatPacketRate(rate)}, ${formatPercent(share)} of ${formatPacketRate(limit)}`,
      part: share ?? 0,
    },
    {
      label: 'Dropped by the engine',
      text: `${formatPlural(at(moment, row, 'drops'), 'packet')}; ${formatCount(at(moment, row, 'depth'))} wait, at most ${formatCount(at(moment, row, 'peak'))}`,
      part: null,
      isBad: isDroppingPackets(moment, row),
    },
    {
      label: 'Received data',
      text: `${formatBytes(placed)} put into posted buffers, ${formatBytes(at(moment, row, 'copiedBytes'))} copied by processors for want of one`,
      part: null,
    },
    { label: 'Sent data', text: formatBytes(at(moment, row, 'sentBytes')), part: null },
    {
      label: 'Moves',
      text: `${formatCount(at(moment, row, 'offloads'))} offloaded, ${formatCount(at(moment, row, 'uploads'))} came back`,
      part: null,
    },
  ];
}

/** Everything about the part of an adapter that runs connections. */
export const describeOffload = (moment: LabMoment, row: number): string =>
  `${offloadFigures(moment, row)
    .map(({ label, text }) => `${label}: ${text}`)
    .join('. ')}. ${gateSentence(moment, row).text}`;

/** Reasons for which connections came back, the most frequent first. */
export function uploadRows(moment: LabMoment, row: number): { text: string; count: number }[] {
  return uploadColumns
    .map((column) => ({ text: uploadReasonText(column.slice('upload'.length)), count: at(moment, row, column) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
