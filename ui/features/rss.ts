// Receive Side Scaling as an administrator sets it: the settings, their ranges and sources, and what is in effect.
// Source: windows-driver-docs "RSS configuration", "Setting the number of RSS processors", "RSS hashing types".
// Leaves out: per-version defaults and gates, which belong to the Windows profiles.

import { HashFlag, limits } from '../abi/abi.gen.ts';

/** The key that Microsoft publishes for verifying a Toeplitz implementation; 40 bytes, hex. */
export const VERIFICATION_KEY = '6d5a56da255b0ec24167253d43a38fb0d0ca2bcbae7b30b477cb2da38030f20c6a42b73bbeac01fa';

/**
 * A key with a period of two bytes: both directions of a connection hash alike.
 * Source: Woo and Park, "Scalable TCP Session Monitoring with Symmetric Receive-side Scaling", 2012.
 */
export const SYMMETRIC_KEY = '6d5a'.repeat(20);

export interface RssSettings {
  /** Logical processors of the host, 1..64. */
  processors: number;
  /** Hardware threads of a core, 1 or 2; siblings have adjacent numbers. */
  threadsPerCore: number;
  /** Use one logical processor of each core only, as Windows does. */
  skipSiblings: boolean;
  /** First processor that RSS may use (RssBaseCpu). */
  baseProcessor: number;
  /** Most processors that RSS may use (MaxNumRssCpus). */
  maxProcessors: number;
  /** Receive queues of the adapter, 1..64. */
  queues: number;
  /** Entries of the indirection table, 2..128, a power of two. */
  tableEntries: number;
  /** Queue of each entry, or null for round robin. */
  table: readonly number[] | null;
  /** Secret key, hex, 40 to 64 bytes. */
  key: string;
  /** HashFlag bits. */
  hashFlags: number;
}

export const WINDOWS_HASH_FLAGS = HashFlag.IPv4 | HashFlag.TcpIPv4 | HashFlag.IPv6 | HashFlag.TcpIPv6;

export const rssDefaults: Readonly<RssSettings> = {
  processors: 8,
  threadsPerCore: 1,
  skipSiblings: true,
  baseProcessor: 0,
  maxProcessors: 4,
  queues: 4,
  tableEntries: 128,
  table: null,
  key: VERIFICATION_KEY,
  hashFlags: WINDOWS_HASH_FLAGS,
};

/** How a value is known: read in a source, or assumed because no source says. */
export type Evidence = { source: string } | { assumed: string };

export interface NumberField {
  kind: 'number';
  label: string;
  unit: string;
  min: number;
  max: number;
  /** When given, only these values. */
  choices?: readonly number[];
  help: string;
  evidence: Evidence;
}

const numberField = (field: Omit<NumberField, 'kind'>): NumberField => ({ kind: 'number', ...field });

/** Form widgets, URL state, command options and validation all read this declaration. */
export const rssNumberFields = {
  processors: numberField({
    label: 'Logical processors',
    unit: 'processors',
    min: 1,
    max: 64,
    help: 'Logical processors of the host. RSS in this Windows era uses processor group 0 only, so at most 64.',
    evidence: { source: 'windows-driver-docs: Standardized INF keywords for RSS (*RssBaseProcGroup)' },
  }),
  threadsPerCore: numberField({
    label: 'Threads per core',
    unit: 'threads',
    min: 1,
    max: 2,
    choices: [1, 2],
    help: 'With 2, processors 0 and 1 share a core, 2 and 3 the next, and so on.',
    evidence: { assumed: 'Sibling numbers are adjacent; firmware may number them otherwise.' },
  }),
  baseProcessor: numberField({
    label: 'Base processor',
    unit: '',
    min: 0,
    max: 63,
    help: 'First processor that RSS may use: RssBaseCpu, or *RssBaseProcNumber per adapter in 2008 R2.',
    evidence: { source: 'windows-driver-docs: Reserving processors for applications' },
  }),
  maxProcessors: numberField({
    label: 'Maximum RSS processors',
    unit: 'processors',
    min: 1,
    max: 64,
    help: 'Most processors that RSS may use: MaxNumRssCpus (default 4), or *MaxRssProcessors per adapter in 2008 R2.',
    evidence: { source: 'windows-driver-docs: Setting the number of RSS processors' },
  }),
  queues: numberField({
    label: 'Receive queues',
    unit: 'queues',
    min: 1,
    max: limits.MaxQueues,
    help: 'Hardware receive queues of the adapter. With fewer queues than RSS processors, as many processors are used as there are queues.',
    evidence: { source: 'windows-driver-docs: RSS configuration' },
  }),
  tableEntries: numberField({
    label: 'Indirection table',
    unit: 'entries',
    min: 2,
    max: limits.MaxTable,
    choices: [2, 4, 8, 16, 32, 64, 128],
    help: 'The low bits of the hash pick an entry, the entry names a queue.',
    evidence: { source: 'windows-driver-docs-ddi: NDIS_RECEIVE_SCALE_PARAMETERS' },
  }),
} as const;

export type RssNumberName = keyof typeof rssNumberFields;

export interface HashTypeField {
  flag: number;
  /** Name in commands and in URLs. */
  id: string;
  label: string;
  /** First Windows generation that programs it: this era, or later. */
  era: 'this' | 'later';
}

export const rssHashTypeFields: readonly HashTypeField[] = [
  { flag: HashFlag.IPv4, id: 'ipv4', label: 'IPv4', era: 'this' },
  { flag: HashFlag.TcpIPv4, id: 'tcp-ipv4', label: 'TCP/IPv4', era: 'this' },
  { flag: HashFlag.IPv6, id: 'ipv6', label: 'IPv6', era: 'this' },
  { flag: HashFlag.TcpIPv6, id: 'tcp-ipv6', label: 'TCP/IPv6', era: 'this' },
  { flag: HashFlag.IPv6Ex, id: 'ipv6-ex', label: 'IPv6-Ex', era: 'this' },
  { flag: HashFlag.TcpIPv6Ex, id: 'tcp-ipv6-ex', label: 'TCP/IPv6-Ex', era: 'this' },
  { flag: HashFlag.UdpIPv4, id: 'udp-ipv4', label: 'UDP/IPv4', era: 'later' },
  { flag: HashFlag.UdpIPv6, id: 'udp-ipv6', label: 'UDP/IPv6', era: 'later' },
  { flag: HashFlag.UdpIPv6Ex, id: 'udp-ipv6-ex', label: 'UDP/IPv6-Ex', era: 'later' },
];

/** Names of the HashType enum values, in order, as commands print them. */
export const hashTypeIds = [
  'none',
  'ipv4',
  'tcp-ipv4',
  'ipv6',
  'tcp-ipv6',
  'ipv6-ex',
  'tcp-ipv6-ex',
  'udp-ipv4',
  'udp-ipv6',
  'udp-ipv6-ex',
] as const;

export interface Fault {
  /** Which setting, as a property path. */
  path: string;
  /** What is wrong and what would be right. */
  message: string;
}

/** Reads a key in hex: 40 to 64 bytes; blanks, colons and commas between bytes are allowed (as ethtool prints them). */
export function parseKey(text: string): { key: string } | { fault: string } {
  const hex = text.replace(/[\s:,-]|0x/gi, '').toLowerCase();
  const stranger = /[^0-9a-f]/.exec(hex);
  if (stranger) return { fault: `“${stranger[0]}” is not a hexadecimal digit.` };
  if (hex.length % 2) return { fault: `${hex.length} hexadecimal digits are not whole bytes: one digit is missing or too many.` };
  const bytes = hex.length / 2;
  if (bytes < 40 || bytes > limits.MaxKeyBytes)
    return { fault: `The key has ${bytes} bytes; RSS takes 40 (52 for some newer adapters, at most ${limits.MaxKeyBytes} here).` };
  return { key: hex };
}

/** Every fault of the settings, each with its path; empty when they are usable. */
export function rssFaults(settings: RssSettings): Fault[] {
  const faults: Fault[] = [];
  for (const [path, field] of Object.entries(rssNumberFields)) {
    const value = settings[path as RssNumberName];
    const range = field.choices ? field.choices.join(', ') : `${field.min} to ${field.max}`;
    const fits = Number.isInteger(value) && (field.choices ? field.choices.includes(value) : value >= field.min && value <= field.max);
    if (!fits) faults.push({ path, message: `${field.label}: ${value} is not one of ${range}.` });
  }
  if (!faults.length && settings.baseProcessor >= settings.processors)
    faults.push({
      path: 'baseProcessor',
      message: `Base processor ${settings.baseProcessor} does not exist: the last of ${settings.processors} processors is ${settings.processors - 1}.`,
    });
  const key = parseKey(settings.key);
  if ('fault' in key) faults.push({ path: 'key', message: key.fault });
  const known = rssHashTypeFields.reduce((bits, { flag }) => bits | flag, 0);
  if (settings.hashFlags & ~known)
    faults.push({ path: 'hashFlags', message: `Unknown hash type bits 0x${(settings.hashFlags & ~known).toString(16)}.` });
  if (settings.table) {
    if (settings.table.length !== settings.tableEntries)
      faults.push({ path: 'table', message: `The table has ${settings.table.length} entries, its size says ${settings.tableEntries}.` });
    if (!faults.length) {
      const { length } = rssProcessors(settings).processors;
      const bad = settings.table.findIndex((queue) => !Number.isInteger(queue) || queue < 0 || queue >= length);
      if (bad >= 0)
        faults.push({
          path: `table[${bad}]`,
          message: `Entry ${bad} names queue ${settings.table[bad]}; queues in use are 0 to ${length - 1}.`,
        });
    }
  }
  return faults;
}

/** A setting that has less effect than it says, with the reason. */
export interface Note {
  path: string;
  message: string;
  evidence: Evidence;
}

/**
 * The processors that RSS uses, in the order of their queues, and why there are not more.
 * @param isNear  of the preferred NUMA node: these come first
 */
export function rssProcessors(
  settings: RssSettings,
  isNear: (processor: number) => boolean = () => true,
): { processors: number[]; notes: Note[] } {
  const notes: Note[] = [];
  const step = settings.skipSiblings ? settings.threadsPerCore : 1;
  const first = Math.ceil(settings.baseProcessor / step) * step;
  if (first !== settings.baseProcessor)
    notes.push({
      path: 'baseProcessor',
      message: `Processor ${settings.baseProcessor} is the second thread of its core; RSS starts at processor ${first}.`,
      evidence: { assumed: 'The sources say that second threads are not used, not how an odd base is rounded.' },
    });
  const eligible: number[] = [];
  for (let processor = first; processor < settings.processors; processor += step) eligible.push(processor);
  if (!eligible.length) {
    eligible.push(first - step);
    notes.push({
      path: 'baseProcessor',
      message: `No core starts at or above processor ${settings.baseProcessor}; processor ${first - step} takes all frames.`,
      evidence: { assumed: 'What Windows does with a base above the last core is not documented.' },
    });
  }
  if (settings.maxProcessors > eligible.length)
    notes.push({
      path: 'maxProcessors',
      message: `Only ${eligible.length} ${step > 1 ? 'cores' : 'processors'} are left from processor ${first} on; a maximum of ${settings.maxProcessors} has no further effect.`,
      evidence: { source: 'windows-driver-docs: Setting the number of RSS processors' },
    });
  const nearFirst = [...eligible.filter(isNear), ...eligible.filter((processor) => !isNear(processor))];
  const allowed = nearFirst.slice(0, settings.maxProcessors);
  if (settings.queues < allowed.length)
    notes.push({
      path: 'queues',
      message: `The adapter has ${settings.queues} queues, so ${settings.queues} of ${allowed.length} RSS processors are used.`,
      evidence: { source: 'windows-driver-docs: RSS configuration' },
    });
  if (settings.queues > allowed.length)
    notes.push({
      path: 'queues',
      message: `${settings.queues - allowed.length} of ${settings.queues} queues stay unused: ${allowed.length} RSS processors are available (maximum ${settings.maxProcessors}).`,
      evidence: { source: 'windows-driver-docs: Setting the number of RSS processors' },
    });
  return { processors: allowed.slice(0, settings.queues), notes };
}

export interface RssEffective {
  /** Logical processor of each queue in use. */
  queueProcessor: number[];
  /** Queue of each table entry. */
  table: number[];
  /** Queue of frames that cannot be hashed. */
  defaultQueue: number;
  notes: Note[];
}

/** What the settings come to. Precondition: rssFaults(settings) is empty. */
export function rssEffective(settings: RssSettings, isNear?: (processor: number) => boolean): RssEffective {
  const { processors, notes } = rssProcessors(settings, isNear);
  const table = settings.table
    ? [...settings.table]
    : Array.from({ length: settings.tableEntries }, (_, entry) => entry % processors.length);
  return { queueProcessor: processors, table, defaultQueue: 0, notes };
}

/** What the model takes for granted because no source says; shown with the mark “assumed”. */
export const rssAssumptions: readonly { path: string; assumed: string }[] = [
  { path: 'key', assumed: 'Windows does not document the key that it programs; Microsoft’s verification key stands in for it.' },
  {
    path: 'table',
    assumed: 'How TCP/IP first fills the table is not documented; round robin over the RSS processors is the usual reading.',
  },
  { path: 'defaultQueue', assumed: 'Frames that cannot be hashed go to the first RSS processor; Windows lets the system choose.' },
];
