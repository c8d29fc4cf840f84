// The columns of the connection table: what each shows, in which unit, and what it is sorted by.

import { OffloadState, TcpState } from '../../abi/abi.gen.ts';
import { offloadReasonText } from '../../scenario/chimney-reasons.ts';
import type { LabColumn, LabConnectionName, LabFrame, LabLayout } from '../../scenario/lab-frame.ts';
import { formatBitRate, formatBytes, formatCount } from '../format.ts';
import type { LabMoment } from '../lab-view/moment.ts';
import { formatPs } from '../lab-view/time-text.ts';

export interface ConnectionColumn {
  id: string;
  label: string;
  isNumber: boolean;
  /** What rows are sorted by; numbers sort downwards at first. */
  value(row: ConnectionRow): number;
  text(row: ConnectionRow): string;
}

/** A row of the frame with what was worked out for it. */
export interface ConnectionRow {
  moment: LabMoment;
  row: number;
  id: number;
  name: LabConnectionName | undefined;
  /** Bits per virtual second that the other side acknowledged or that arrived; null where there is nothing to compare. */
  bitsPerSecond: number | null;
}

const stateNames = new Map<number, string>(
  Object.entries(TcpState).map(([name, value]) => [value, name.replace(/(?<=[a-z])(?=[A-Z0-9])/g, ' ')]),
);

const at = ({ moment, row }: ConnectionRow, column: LabColumn<'connection'>) => moment.frame.get('connection', row, column);

const plain = (id: LabColumn<'connection'>, label: string, format: (value: number) => string): ConnectionColumn => ({
  id,
  label,
  isNumber: true,
  value: (row) => at(row, id),
  text: (row) => format(at(row, id)),
});

const indexed = (id: LabColumn<'connection'>, label: string, nameOf: (row: ConnectionRow, index: number) => string): ConnectionColumn => ({
  ...plain(id, label, String),
  text: (row) => (at(row, id) < 0 ? '–' : nameOf(row, at(row, id))),
});

const processor = ({ moment }: ConnectionRow, index: number) => String(moment.layout.processors[index]?.number ?? '–');

/** UDP has no state. */
export const stateText = (row: ConnectionRow): string => stateNames.get(at(row, 'state')) ?? 'Open';

export const connectionColumns: readonly ConnectionColumn[] = [
  {
    id: 'host',
    label: 'Host',
    isNumber: false,
    value: (row) => at(row, 'host'),
    text: (row) => row.moment.layout.hosts[at(row, 'host')]?.name ?? '–',
  },
  { id: 'state', label: 'State', isNumber: false, value: (row) => at(row, 'state'), text: stateText },
  {
    id: 'throughput',
    label: 'Throughput',
    isNumber: true,
    value: (row) => row.bitsPerSecond ?? 0,
    text: ({ bitsPerSecond }) => (bitsPerSecond === null ? '–' : formatBitRate(bitsPerSecond)),
  },
  plain('congestionWindow', 'Congestion window', formatBytes),
  plain('inFlight', 'In flight', formatBytes),
  plain('sendWindow', 'Send window', formatBytes),
  plain('receiveWindow', 'Receive window', formatBytes),
  {
    ...plain('smoothedRttPs', 'Smoothed RTT', formatPs),
    text: (row) => (at(row, 'smoothedRttPs') > 0 ? formatPs(at(row, 'smoothedRttPs')) : '–'),
  },
  plain('retransmitted', 'Retransmitted', (value) => formatCount(value)),
  plain('exchanges', 'Exchanges', formatCount),
  indexed('processor', 'Thread on', processor),
  indexed('dpcProcessor', 'DPC on', processor),
  indexed('queue', 'Queue', (_, index) => String(index)),
];

const offloadNames = new Map<number, string>(Object.entries(OffloadState).map(([name, value]) => [value, name]));

/** Who has a connection, OffloadState; −1 where there is no adapter that could: at ideal hosts, in virtual machines, and of UDP. */
export const offloadOf = (row: ConnectionRow): number =>
  row.moment.layout.hosts[at(row, 'host')]?.kind === 'modelled' ? at(row, 'offload') : -1;

/** Why a connection is in the host, ChimneyReason; −1 where that is no question. */
export const offloadReasonAt = (row: ConnectionRow): number => (offloadOf(row) === OffloadState.InHost ? at(row, 'offloadReason') : -1);

function offloadText(row: ConnectionRow): string {
  const name = offloadNames.get(offloadOf(row)) ?? '–';
  const reason = offloadReasonAt(row);
  return reason > 0 ? `${name}, not offloaded: ${offloadReasonText(reason).title}` : name;
}

/** Only where an adapter takes connections. */
const offloadColumn: ConnectionColumn = {
  id: 'offload',
  label: 'Offload',
  isNumber: false,
  value: (row) => offloadOf(row) * 256 + Math.max(0, offloadReasonAt(row)),
  text: offloadText,
};

/** The columns of a world. */
export const columnsOf = ({ offloads }: LabLayout): readonly ConnectionColumn[] =>
  offloads.length ? [...connectionColumns.slice(0, 2), offloadColumn, ...connectionColumns.slice(2)] : connectionColumns;

/** Why connections are in the host: how many for each reason, and what each would need; the most frequent first. */
export function reasonLines(rows: readonly ConnectionRow[]): { reason: number; count: number; title: string; needed: string }[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const reason = offloadReasonAt(row);
    if (reason > 0) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count, ...offloadReasonText(reason) }))
    .sort((one, other) => other.count - one.count || one.reason - other.reason);
}

const PS_PER_SECOND = 1e12;

/** The rows of a moment that hold a connection. The frame lists the busiest, so a connection may be in another row than before. */
export function connectionRows(moment: LabMoment, names: ReadonlyMap<number, LabConnectionName>): ConnectionRow[] {
  const { frame, before, layout } = moment;
  const elapsed = before ? frame.get('head', 0, 'timePs') - before.get('head', 0, 'timePs') : 0;
  const earlier = new Map<number, number>();
  if (before && elapsed > 0)
    for (const row of usedRows(before, layout)) earlier.set(before.get('connection', row, 'id'), carried(before, row));
  return usedRows(frame, layout).map((row) => {
    const id = frame.get('connection', row, 'id');
    const was = earlier.get(id);
    const bitsPerSecond = was === undefined ? null : ((carried(frame, row) - was) * 8 * PS_PER_SECOND) / elapsed;
    return { moment, row, id, name: names.get(id), bitsPerSecond };
  });
}

/** Rows that hold a connection; the others have the number −1. */
const usedRows = (frame: LabFrame, { connectionRows }: LabLayout): number[] =>
  Array.from({ length: connectionRows }, (_, row) => row).filter((row) => frame.get('connection', row, 'id') >= 0);

const carried = (frame: LabFrame, row: number): number =>
  frame.get('connection', row, 'ackedBytes') + frame.get('connection', row, 'receivedBytes');

export interface ConnectionOrder {
  column: string;
  descending: boolean;
}

/** Equal rows stay in the order of their numbers, so that nothing jumps. */
export function sortRows(rows: ConnectionRow[], { column, descending }: ConnectionOrder): ConnectionRow[] {
  const { value } = [...connectionColumns, offloadColumn].find(({ id }) => id === column)!;
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * (value(a) - value(b)) || a.id - b.id);
}

/** Rows in the order that they were shown in; null when it is not the same connections. */
export function rowsInOrder(rows: ConnectionRow[], ids: readonly number[]): ConnectionRow[] | null {
  if (rows.length !== ids.length) return null;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ordered = ids.map((id) => byId.get(id));
  return ordered.every((row) => row !== undefined) ? ordered : null;
}
