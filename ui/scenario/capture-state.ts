// The state of the capture page as text for the URL fragment: what was set, never what was captured.
// Form: "#capture?q=8&max=8&key=symmetric&server=192.0.2.10&by=bytes&pin.q=4". Only what differs from the defaults is
// written. Names: see rss-parameters.ts for the settings; besides them
//   server  addresses, comma between, or "all"; absent: found automatically
//   if      number of the capture's interface, or "every"; absent: the busiest
//   by      "bytes" or "packets"
//   pin     "defaults", or pin.<setting>=...: the settings of the pinned baseline
// A parameter that cannot be read keeps its default, alone, and is reported.

import * as v from 'valibot';
import { addressText, parseAddress } from '../features/addresses.ts';
import type { RssSettings } from '../features/rss.ts';
import { encodeRss, isRssParameter, readRss } from './rss-parameters.ts';

export { type SettingDifference, settingsDiff } from './rss-parameters.ts';

export const pages = ['capture', 'lab', 'learn', 'hash'] as const;
export type Page = (typeof pages)[number];

/** Whose receive side is looked at. */
export type ServerChoice = (
  | { kind: 'auto' }
  /** One or more addresses, as text, of the same host. */
  | { kind: 'addresses'; addresses: string[] }
  /** Every frame counts as received, as on a mirror port or a router. */
  | { kind: 'all' }
) & {
  /** Interface of the capture whose frames are placed; absent: the busiest. Every adapter has queues of its own. */
  iface?: InterfaceChoice;
};

/** Number of an interface, from 0 over all sections, or all of them as if they were one adapter. */
export type InterfaceChoice = number | 'every';

/** What a load is measured in. */
export type Measure = 'packets' | 'bytes';

export interface CaptureState {
  page: Page;
  settings: RssSettings;
  server: ServerChoice;
  measure: Measure;
  /** Settings to compare with, or null. */
  baseline: RssSettings | null;
}

export interface StateProblem {
  /** The parameter as written in the fragment. */
  parameter: string;
  /** Plain sentence: what is wrong, and what is used instead. */
  message: string;
}

const PIN = 'pin';
const MAX_ADDRESSES = 64;

const pageSchema = v.picklist(pages, (issue) => `There is no page ${issue.received}; the pages are ${pages.join(', ')}.`);
const interfaceSchema = v.union(
  [v.literal('every'), v.pipe(v.string(), v.regex(/^[0-9]{1,5}$/), v.transform(Number))],
  (issue) => `if=${String(issue.input)} is neither the number of an interface nor every.`,
);
const measureSchema = v.picklist(['packets', 'bytes'], (issue) => `by=${String(issue.input)} is neither packets nor bytes.`);
const addressSchema = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseAddress(dataset.value);
    if ('address' in parsed) return addressText(parsed.address);
    addIssue({ message: parsed.fault });
    return NEVER;
  }),
);
const serverSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split(',')),
  v.maxLength(MAX_ADDRESSES, `At most ${MAX_ADDRESSES} addresses can be chosen.`),
  v.array(addressSchema),
);

/** Percent-encodes what a fragment or this format cannot hold, and leaves ":" and "," readable. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2C', ',');

/** @returns the fragment with its "#" */
export function encodeState({ page, settings, server, measure, baseline }: CaptureState): string {
  const parameters = encodeRss(settings);
  if (server.kind === 'all') parameters.push(['server', 'all']);
  if (server.kind === 'addresses') parameters.push(['server', server.addresses.join(',')]);
  if (server.iface !== undefined) parameters.push(['if', String(server.iface)]);
  if (measure !== 'packets') parameters.push(['by', measure]);
  if (baseline) {
    const pinned = encodeRss(baseline);
    if (!pinned.length) parameters.push([PIN, 'defaults']);
    for (const [name, value] of pinned) parameters.push([`${PIN}.${name}`, value]);
  }
  const query = parameters.map(([name, value]) => `${name}=${encode(value)}`).join('&');
  return `#${page}${query ? `?${query}` : ''}`;
}

/** Name and value of each parameter; percent signs that mean nothing are kept as they are. */
function splitQuery(query: string): [string, string][] {
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      if (error instanceof URIError) return text;
      throw error;
    }
  };
  return query
    .split('&')
    .filter(Boolean)
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
    });
}

/** Reads what encodeState wrote, or what a person typed. @param fragment with or without "#" */
export function decodeState(fragment: string): { state: CaptureState; problems: StateProblem[] } {
  const problems: StateProblem[] = [];
  const report = (parameter: string, message: string) => problems.push({ parameter, message });
  const text = fragment.replace(/^#/, '');
  const mark = text.indexOf('?');
  const [pageText, query] = mark < 0 ? [text, ''] : [text.slice(0, mark), text.slice(mark + 1)];

  let page: Page = 'capture';
  if (pageText !== '') {
    const parsed = v.safeParse(pageSchema, pageText);
    if (parsed.success) page = parsed.output;
    else report('page', `${parsed.issues[0].message} The capture page is shown.`);
  }

  const current = new Map<string, string>();
  const pinned = new Map<string, string>();
  let isPinned = false;
  let server: ServerChoice = { kind: 'auto' };
  let iface: InterfaceChoice | undefined;
  let measure: Measure = 'packets';
  const seen = new Set<string>();
  for (const [name, value] of splitQuery(query)) {
    if (seen.has(name)) {
      report(name, `${name} is given more than once; the first one counts.`);
      continue;
    }
    seen.add(name);
    if (isRssParameter(name)) current.set(name, value);
    else if (name.startsWith(`${PIN}.`) && isRssParameter(name.slice(PIN.length + 1))) {
      isPinned = true;
      pinned.set(name.slice(PIN.length + 1), value);
    } else if (name === PIN) {
      if (value === 'defaults') isPinned = true;
      else report(name, `pin=${value} is not known; nothing is pinned by it. Use pin=defaults or pin.q=4 and the like.`);
    } else if (name === 'server') {
      if (value === 'all') server = { kind: 'all' };
      else {
        const parsed = v.safeParse(serverSchema, value);
        if (parsed.success) server = { kind: 'addresses', addresses: parsed.output };
        else report(name, `${parsed.issues[0].message} The server is found automatically.`);
      }
    } else if (name === 'if') {
      const parsed = v.safeParse(interfaceSchema, value);
      if (parsed.success) iface = parsed.output;
      else report(name, `${parsed.issues[0].message} The busiest interface is taken.`);
    } else if (name === 'by') {
      const parsed = v.safeParse(measureSchema, value);
      if (parsed.success) measure = parsed.output;
      else report(name, `${parsed.issues[0].message} Packets are shown.`);
    } else report(name, `${name} is not a parameter of this page; it is ignored.`);
  }

  const settings = readRss(current, report);
  const baseline = isPinned ? readRss(pinned, (name, message) => report(`${PIN}.${name}`, message)) : null;
  if (iface !== undefined) server = { ...server, iface };
  return { state: { page, settings, server, measure, baseline }, problems };
}
