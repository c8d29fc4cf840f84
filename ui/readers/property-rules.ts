// What each standardised keyword of an adapter means in the scenario document.
// Source: windows-driver-docs, "Standardized INF keywords": for RSS, for task offload, for connection offload, for editable values.

import { noPlace, type Reading } from './reading.ts';
import type { Line, SettingValue } from './types.ts';

export interface PropertyRow {
  name: string | null;
  keyword: string;
  displayName: string;
  /** As the driver words the value. */
  display: string;
  /** Registry value, where it is a number. */
  value: number | null;
  line: Line;
}

type Rule = (row: PropertyRow, reading: Reading) => void;

/** The number of a row: its registry value, else the number that its wording begins with. */
const numberOf = ({ value, display }: PropertyRow): number | null => {
  const [, digits] = /^(\d{1,9})\b/.exec(display) ?? [];
  return value ?? (digits === undefined ? null : Number(digits));
};

const number =
  (path: string): Rule =>
  (row, reading) => {
    const value = numberOf(row);
    if (value === null) reading.leave(row.line, `“${row.display}” is not a number.`);
    else reading.findOfAdapter(row.name, path, value, row.line);
  };

/** 1 or Enabled, 0 or Disabled; null for anything else. */
const switchOf = ({ value, display }: PropertyRow): boolean | null => {
  if (value !== null) return value === 1 ? true : value === 0 ? false : null;
  return display === 'Enabled' ? true : display === 'Disabled' ? false : null;
};

const toggle =
  (path: string): Rule =>
  (row, reading) => {
    const value = switchOf(row);
    if (value === null) reading.leave(row.line, `“${row.display}” is neither Enabled nor Disabled.`);
    else reading.findOfAdapter(row.name, path, value, row.line);
  };

const without =
  (what: string): Rule =>
  ({ line }, reading) =>
    reading.leave(line, noPlace(what));

const ETHERNET_HEADER = 14;

const jumboPacket: Rule = (row, reading) => {
  const bytes = numberOf(row);
  if (bytes !== null)
    reading.findOfAdapter(row.name, 'mtu', bytes - ETHERNET_HEADER, row.line, 'Frame without its Ethernet header of 14 bytes.');
  else if (/^disabled$/i.test(row.display)) reading.findOfAdapter(row.name, 'mtu', 1500, row.line, 'No jumbo frames.');
  else reading.leave(row.line, `“${row.display}” is not a number of bytes.`);
};

const speedDuplex: Rule = (row, reading) => {
  const [, gigabits] = /^(\d{1,3})(?:\.0)? ?Gbps\b/.exec(row.display) ?? [];
  if (gigabits) reading.findOfAdapter(row.name, 'speed', `${gigabits} Gb/s`, row.line);
  else reading.leave(row.line, `“${row.display}” does not say at which speed in Gbps the adapter runs.`);
};

const numaNode: Rule = (row, reading) => {
  const value = numberOf(row);
  if (value === 65535) reading.leave(row.line, '65535 is any node, which is so anyway.');
  else number('rss.numaNode')(row, reading);
};

/** Keywords that stand for themselves. */
export const ownRules: Readonly<Record<string, Rule>> = {
  '*RSS': toggle('rss.enabled'),
  '*NumRssQueues': number('queues'),
  '*MaxRssProcessors': number('rss.maxProcessors'),
  '*RssBaseProcNumber': number('rss.baseProcessor'),
  '*NumaNodeId': numaNode,
  '*ReceiveBuffers': number('receiveDescriptors'),
  '*TransmitBuffers': number('transmitDescriptors'),
  '*JumboPacket': jumboPacket,
  '*SpeedDuplex': speedDuplex,
  '*LsoV1IPv4': toggle('lsoV1'),
  '*TCPConnectionOffloadIPv4': without('TCP Chimney Offload'),
  '*TCPConnectionOffloadIPv6': without('TCP Chimney Offload'),
  '*VMQ': without('virtual machine queues'),
};

export interface SharedRule {
  keywords: readonly string[];
  read(name: string | null, rows: readonly PropertyRow[], reading: Reading): void;
}

/** One value of several rows when they agree; else all are left. */
function readTogether(
  rows: readonly PropertyRow[],
  reading: Reading,
  values: readonly (boolean | null)[],
  path: string,
  name: string | null,
  what: string,
): void {
  const [first] = values;
  if (typeof first === 'boolean' && values.every((value) => value === first)) {
    reading.findOfAdapter(name, path, first, rows[0]!.line, rows.length > 1 ? `From ${rows.length} properties that agree.` : undefined);
    for (const { line } of rows.slice(1)) reading.follow(line, rows[0]!.line);
  } else
    for (const { line } of rows)
      reading.leave(line, `${what} is one setting here, and these properties do not agree, or say something else than on and off.`);
}

/** 0 off, 1 transmit, 2 receive, 3 both. */
const checksumOf = ({ value, display }: PropertyRow): boolean | null => {
  if (value !== null) return value === 3 ? true : value === 0 ? false : null;
  return /^Rx & Tx Enabled$/.test(display) ? true : display === 'Disabled' ? false : null;
};

function readModeration(name: string | null, rows: readonly PropertyRow[], reading: Reading): void {
  const main = rows.find(({ keyword }) => keyword === '*InterruptModeration');
  const rate = rows.find(({ keyword }) => keyword === 'ITR');
  const isOn = main && switchOf(main);
  const find = (value: SettingValue, line: Line, note: string) => reading.findOfAdapter(name, 'moderation', value, line, note);
  const first = main ?? rate!;
  if (isOn === false || (rate && /^off$/i.test(rate.display) && isOn !== null))
    find({ mode: 'off' }, isOn === false ? first.line : rate!.line, 'Switched off.');
  else if (rate && /^adaptive$/i.test(rate.display) && isOn !== null)
    find({ mode: 'adaptive' }, rate.line, 'The bounds are not in the text.');
  for (const { line, display } of rows)
    if (!reading.marks.has(line.number))
      reading.leave(line, `“${display}” does not say how many interrupts there are: the rate is in the vendor's own words.`);
}

/** Keywords of which several make one setting. */
export const sharedRules: readonly SharedRule[] = [
  {
    keywords: [
      '*IPChecksumOffloadIPv4',
      '*TCPChecksumOffloadIPv4',
      '*TCPChecksumOffloadIPv6',
      '*UDPChecksumOffloadIPv4',
      '*UDPChecksumOffloadIPv6',
    ],
    read: (name, rows, reading) => readTogether(rows, reading, rows.map(checksumOf), 'checksumOffload', name, 'Checksum offload'),
  },
  {
    keywords: ['*LsoV2IPv4', '*LsoV2IPv6'],
    read: (name, rows, reading) => readTogether(rows, reading, rows.map(switchOf), 'lsoV2', name, 'Large send offload V2'),
  },
  { keywords: ['*InterruptModeration', 'ITR'], read: readModeration },
];
