// What reading a pasted text is about: lines, what they say of the host, and what reads one kind of text.

export interface Line {
  /** From 1, in the whole pasted text. */
  number: number;
  text: string;
}

/** An entry of a table, or the case of a variant. */
export type SettingEntry = Readonly<Record<string, string | number>>;

export type SettingValue = boolean | number | string | readonly (number | string)[] | SettingEntry | readonly SettingEntry[] | null;

/** A value for a place in a host of the scenario document, in the document's notation; null is “what is derived when it is absent”. */
export interface Setting {
  /** Relative to the host, such as "processors.sockets" or "nics[0].rss.table". */
  path: string;
  value: SettingValue;
}

export interface Finding extends Setting {
  /** Where it was read; the first line when there are several. */
  line: Line;
  /** How the value follows from the text, where it is not there word by word. */
  note?: string;
}

/** A line that gave no setting. */
export interface LeftLine {
  line: Line;
  reason: string;
}

/** A row of netstat -t. */
export interface Connection {
  protocol: string;
  local: string;
  foreign: string;
  state: string;
  /** Process, with -o. */
  pid: number | null;
  offload: 'InHost' | 'Offloading' | 'Offloaded' | 'Uploading';
  line: Line;
}

export type Kind =
  | 'netsh'
  | 'netsh-offload'
  | 'netsh-ip'
  | 'netsh-heuristics'
  | 'netsh-chimney'
  | 'netstat'
  | 'reg'
  | 'adapter-rss'
  | 'adapter-property'
  | 'adapter-vmq'
  | 'ethtool-rss'
  | 'ethtool-channels'
  | 'ethtool-features'
  | 'ethtool-coalesce'
  | 'ethtool-rings'
  | 'lscpu'
  | 'systeminfo'
  | 'wmic-cpu';

/** Certain: a heading of nothing else. Likely: a line that this kind of text has among others. */
export type Sureness = 'certain' | 'likely';
