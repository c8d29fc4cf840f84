// RSS settings as name=value pairs, for URLs. Only what differs from the defaults is written.
//   p, threads, base, max, q, entries   the number fields of features/rss.ts
//   siblings   "use" or "skip"
//   table      queues of the entries, "." between, "x" for runs: "0x4.1.2x3"; or "round-robin"
//   key        hex, "verification" or "symmetric"
//   types      ids of the hash types, "," between, or "none"

import * as v from 'valibot';
import {
  parseKey,
  rssDefaults,
  rssFaults,
  rssHashTypeFields,
  rssNumberFields,
  type RssNumberName,
  type RssSettings,
  SYMMETRIC_KEY,
  VERIFICATION_KEY,
} from '../features/rss.ts';

const NUMBER_PARAMETERS: Readonly<Record<string, RssNumberName>> = {
  p: 'processors',
  threads: 'threadsPerCore',
  base: 'baseProcessor',
  max: 'maxProcessors',
  q: 'queues',
  entries: 'tableEntries',
};

const NAMED_KEYS: Readonly<Record<string, string>> = { verification: VERIFICATION_KEY, symmetric: SYMMETRIC_KEY };

type Reader = (text: string) => { value: Partial<RssSettings> } | { fault: string };

interface Parameter {
  setting: keyof RssSettings;
  write(settings: RssSettings): string;
  read: Reader;
}

/** Turns a schema of one value into a reader. */
function reader<Output extends Partial<RssSettings>>(schema: v.GenericSchema<string, Output>): Reader {
  return (text) => {
    const parsed = v.safeParse(schema, text);
    return parsed.success ? { value: parsed.output } : { fault: parsed.issues[0].message };
  };
}

function numberParameter(name: string, setting: RssNumberName): Parameter {
  const field = rssNumberFields[setting];
  const choices: readonly number[] | undefined = 'choices' in field ? field.choices : undefined;
  const range = choices ? choices.join(', ') : `${field.min} to ${field.max}`;
  const fits = (value: number) => (choices ? choices.includes(value) : value >= field.min && value <= field.max);
  return {
    setting,
    write: (settings) => String(settings[setting]),
    read: reader(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,5}$/, (issue) => `${name}=${issue.input} is not a whole number.`),
        v.transform(Number),
        v.check(fits, (issue) => `${name}=${issue.input} is not one of ${range}.`),
        v.transform((value): Partial<RssSettings> => ({ [setting]: value })),
      ),
    ),
  };
}

/** [0,0,0,1] -> "0x3.1" */
function writeTable(table: readonly number[]): string {
  const runs: string[] = [];
  for (let at = 0; at < table.length;) {
    let end = at + 1;
    while (end < table.length && table[end] === table[at]) end++;
    runs.push(end - at > 1 ? `${table[at]}x${end - at}` : `${table[at]}`);
    at = end;
  }
  return runs.join('.');
}

const tableSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,2}(x\d{1,3})?(\.\d{1,2}(x\d{1,3})?)*$/, 'table is not a list of queues such as 0.1.2x3.'),
  v.transform((text): number[] =>
    text.split('.').flatMap((run) => {
      const [queue, times] = run.split('x');
      return new Array<number>(Number(times ?? 1)).fill(Number(queue));
    }),
  ),
  v.maxLength(rssNumberFields.tableEntries.max, (issue) => `table has ${issue.received} entries; ${issue.requirement} are the most.`),
  v.transform((table): Partial<RssSettings> => ({ table })),
);

const typesById = new Map(rssHashTypeFields.map(({ id, flag }) => [id, flag]));

const typesSchema = v.pipe(
  v.string(),
  v.transform((text) => (text === 'none' ? [] : text.split(','))),
  v.array(
    v.pipe(
      v.string(),
      v.check(
        (id) => typesById.has(id),
        (issue) => `types names “${issue.input}”; the hash types are ${[...typesById.keys()].join(', ')}.`,
      ),
    ),
  ),
  v.transform((ids): Partial<RssSettings> => ({ hashFlags: ids.reduce((flags, id) => flags | typesById.get(id)!, 0) })),
);

const PARAMETERS: Readonly<Record<string, Parameter>> = {
  ...Object.fromEntries(Object.entries(NUMBER_PARAMETERS).map(([name, setting]) => [name, numberParameter(name, setting)])),
  siblings: {
    setting: 'skipSiblings',
    write: ({ skipSiblings }) => (skipSiblings ? 'skip' : 'use'),
    read: reader(
      v.pipe(
        v.string(),
        v.picklist(['use', 'skip'], 'siblings is neither use nor skip.'),
        v.transform((text): Partial<RssSettings> => ({ skipSiblings: text === 'skip' })),
      ),
    ),
  },
  table: {
    setting: 'table',
    write: ({ table }) => (table ? writeTable(table) : 'round-robin'),
    read: (text) => (text === 'round-robin' ? { value: { table: null } } : reader(tableSchema)(text)),
  },
  key: {
    setting: 'key',
    write: ({ key }) => Object.entries(NAMED_KEYS).find(([, hex]) => hex === key)?.[0] ?? key,
    read: (text) => {
      const parsed = parseKey(NAMED_KEYS[text] ?? text);
      return 'key' in parsed ? { value: { key: parsed.key } } : { fault: `key: ${parsed.fault}` };
    },
  },
  types: {
    setting: 'hashFlags',
    write: ({ hashFlags }) =>
      rssHashTypeFields
        .filter(({ flag }) => hashFlags & flag)
        .map(({ id }) => id)
        .join(',') || 'none',
    read: reader(typesSchema),
  },
};

export function isRssParameter(name: string): boolean {
  return Object.hasOwn(PARAMETERS, name);
}

/** What differs from the defaults, in a fixed order. Precondition: rssFaults(settings) is empty. */
export function encodeRss(settings: RssSettings): [name: string, value: string][] {
  return Object.entries(PARAMETERS)
    .map(([name, { write }]): [string, string, string] => [name, write(settings), write(rssDefaults)])
    .filter(([, value, standard]) => value !== standard)
    .map(([name, value]) => [name, value]);
}

/**
 * Settings from parameters over the defaults. The result has no faults: a parameter that is bad, or that contradicts the
 * others, goes back to its default and is reported.
 */
export function readRss(parameters: ReadonlyMap<string, string>, report: (parameter: string, message: string) => void): RssSettings {
  let settings: RssSettings = { ...rssDefaults };
  for (const [name, text] of parameters) {
    const read = PARAMETERS[name]!.read(text);
    if ('value' in read) settings = { ...settings, ...read.value };
    else report(name, `${read.fault} The default is used.`);
  }
  for (;;) {
    const fault = rssFaults(settings)[0];
    if (!fault) return settings;
    const setting = fault.path.replace(/\[.*$/, '') as keyof RssSettings;
    const name = Object.keys(PARAMETERS).find((key) => PARAMETERS[key]!.setting === setting);
    if (!name || settings[setting] === rssDefaults[setting]) throw new Error(`The default of ${setting} is at fault: ${fault.message}`);
    report(name, `${fault.message} The default is used.`);
    settings = { ...settings, [setting]: rssDefaults[setting] };
  }
}

export interface SettingDifference {
  setting: keyof RssSettings;
  label: string;
  /** As people read them, such as "4" or "round robin". */
  from: string;
  to: string;
}

const LABELS: Readonly<Record<Exclude<keyof RssSettings, RssNumberName>, string>> = {
  skipSiblings: 'Second threads of a core',
  table: 'Table',
  key: 'Key',
  hashFlags: 'Hash types',
};

function settingText(setting: keyof RssSettings, settings: RssSettings): string {
  switch (setting) {
    case 'skipSiblings':
      return settings.skipSiblings ? 'skipped' : 'used';
    case 'table':
      return settings.table ? 'set by hand' : 'round robin';
    case 'key':
      return settings.key === VERIFICATION_KEY
        ? 'verification key'
        : settings.key === SYMMETRIC_KEY
          ? 'symmetric key'
          : `${settings.key.slice(0, 8)}…`;
    case 'hashFlags':
      return (
        rssHashTypeFields
          .filter(({ flag }) => settings.hashFlags & flag)
          .map(({ label }) => label)
          .join(', ') || 'none'
      );
    default:
      return String(settings[setting]);
  }
}

/** What to change to get from `a` (the pinned baseline) to `b`. */
export function settingsDiff(a: RssSettings, b: RssSettings): SettingDifference[] {
  return Object.values(PARAMETERS)
    .filter(({ write }) => write(a) !== write(b))
    .map(({ setting }) => ({
      setting,
      label: setting in rssNumberFields ? rssNumberFields[setting as RssNumberName].label : LABELS[setting as keyof typeof LABELS],
      from: settingText(setting, a),
      to: settingText(setting, b),
    }));
}
