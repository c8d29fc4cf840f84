// What was read, set against a host: rows of settings with their values now, conflicts to be settled, and what the texts do not say.

import { canonicalValue } from '../../readers/host-fields.ts';
import type { PastedReading } from '../../readers/read.ts';
import type { Finding, Setting, SettingValue } from '../../readers/types.ts';
import { hostSettingsList } from '../../scripts/differences.ts';
import { adapterOfPath, placedPath, type Places } from './adapter-places.ts';

/** One of the values that texts give for a place, with where they do. */
export interface ReadValue {
  value: SettingValue;
  /** The value as a text, to tell it from others. */
  id: string;
  findings: Finding[];
}

export interface ReviewRow {
  /** In the host. */
  path: string;
  /** Undefined: the host, or its adapter, is not there yet. */
  now: SettingValue | undefined;
  /** What would stand there if nothing were said. */
  standard: SettingValue | undefined;
  /** Several: a conflict. In the order of the texts. */
  values: ReadValue[];
}

export interface Review {
  rows: ReviewRow[];
  /** Settings of the host, and of the adapters that the texts speak of, that no text gives; values as they will stand. */
  unsaid: Setting[];
  /** Findings of adapters for which the host has no room. */
  homeless: Finding[];
}

const idOf = (path: string, value: SettingValue) => JSON.stringify(canonicalValue(path, value));

export const valuesOf = (settings: readonly Setting[]): Map<string, SettingValue> =>
  new Map(settings.map(({ path, value }) => [path, value]));

/** How a setting stands that a host leaves out. */
const defaults = (nics: number): Setting[] => hostSettingsList({ nics: Array.from({ length: nics }, () => ({})) });

/** What texts of a server never say, because it is no property of one: names, and choices of the emulation. */
const ofTheScenario = /^(name$|kind$|costs\.|virtual|nics\[\d+\]\.(name|addresses|mac)$)/;

function addValue(row: ReviewRow, finding: Finding): void {
  const id = idOf(row.path, finding.value);
  const known = row.values.find((each) => each.id === id);
  if (known) known.findings.push(finding);
  else row.values.push({ value: finding.value, id, findings: [finding] });
}

/** @param host as the document has it; null for a new one */
export function reviewReading(reading: PastedReading, host: unknown, places: Places): Review {
  const now = valuesOf(host === null ? [] : hostSettingsList(host));
  const taken = places.filter((place) => place !== null);
  const standard = defaults(Math.max(1, ...taken.map((place) => place + 1)));
  const standards = valuesOf(standard);
  const rows = new Map<string, ReviewRow>();
  const homeless: Finding[] = [];
  for (const finding of reading.findings) {
    const path = placedPath(finding.path, places);
    if (path === null) {
      homeless.push(finding);
      continue;
    }
    const row = rows.get(path) ?? { path, now: now.get(path), standard: standards.get(path), values: [] };
    rows.set(path, row);
    addValue(row, finding);
  }
  const unsaid = standard
    .filter(({ path }) => !rows.has(path) && !ofTheScenario.test(path))
    .filter(({ path }) => {
      const nic = adapterOfPath(path);
      return nic === null || taken.includes(nic) || (host === null && !taken.length);
    })
    .map(({ path, value }) => ({ path, value: now.has(path) ? now.get(path)! : value }));
  const order = (row: ReviewRow) => adapterOfPath(row.path) ?? -1;
  return { rows: [...rows.values()].sort((one, other) => order(one) - order(other)), unsaid, homeless };
}

/** What a row gives: its only value, or the one that was chosen; null while a conflict is not settled. */
export function settledValue({ values }: ReviewRow, chosen: string | undefined): ReadValue | null {
  return values.length === 1 ? values[0]! : (values.find(({ id }) => id === chosen) ?? null);
}

export const isAsNow = (row: ReviewRow, { id }: ReadValue): boolean => row.now !== undefined && idOf(row.path, row.now) === id;

/** Consecutive lines that were left for the same reason. */
export interface LeftRun {
  reason: string;
  first: number;
  last: number;
  text: string;
}

/** @param locate tells which source a line is of: runs do not cross from one to the next */
export function leftRuns({ left }: PastedReading, sourceOf: (line: number) => unknown): LeftRun[] {
  const runs: LeftRun[] = [];
  for (const { line, reason } of [...left].sort((one, other) => one.line.number - other.line.number)) {
    const run = runs.at(-1);
    if (run?.reason === reason && run.last === line.number) continue;
    if (run?.reason === reason && run.last + 1 === line.number && sourceOf(run.first) === sourceOf(line.number)) run.last = line.number;
    else runs.push({ reason, first: line.number, last: line.number, text: line.text.trim() });
  }
  return runs;
}
