// The Advanced tab of an adapter as data: the standardized keywords that the version shows, each with its value, and the edit that makes it
// another. Server 2003 has no standardized keywords; its drivers show the same properties under names of their vendor.

import type { Evidence } from '../../features/rss.ts';
import { registryDefault, type RegistryPath } from '../../effective/registry-values.ts';
import { keywordFromText, keywordsShown, keywordText } from '../../registry/keyword-text.ts';
import type { KnownValue } from '../../registry/known-values.ts';
import { fieldAt } from '../../scenario/document-path.ts';
import { keywordMaps, keywordNumber } from '../../scenario/registry-map.ts';
import type { DocumentEdit } from '../../scenario/windows-edits.ts';
import { settingOf } from '../../scenario/windows-edits.ts';
import { nicPathOf } from './setting.ts';
import type { HostView } from './view.ts';

export interface Keyword {
  readonly known: KnownValue;
  readonly label: string;
  /** Of the document. */
  readonly path: string;
  /** As the tab shows it; null: it is as installed. */
  readonly shown: string | null;
  /** The text of what is installed, where the property may be left out. */
  readonly installed: string | null;
  /** A value that stands but that the tab would not take. */
  readonly fault: string | null;
}

export const vendorNames: Evidence = {
  assumed:
    'Standardized keywords came with NDIS 6.0. Drivers of this version are taken to show the same properties, under names of their vendor.',
};

export const hasKeywords = ({ host }: HostView): boolean => keywordsShown(host.os).length > 0;

/** What the tab lists; of a version without standardized keywords what the next one has. */
const knownOf = ({ host }: HostView): readonly KnownValue[] => {
  const own = keywordsShown(host.os);
  return own.length ? own : keywordsShown('ws2008');
};

function installedText(view: HostView, path: string, known: KnownValue): string | null {
  const field = fieldAt(view.wanted, path);
  const found = settingOf(path);
  if (!field || !('derived' in field) || field.derived === undefined || !found) return null;
  const value = registryDefault(view.host.os, found.setting as RegistryPath)?.value;
  const text = value === undefined ? null : keywordText(known, String(value));
  return text && 'text' in text ? text.text : null;
}

function keywordOf(view: HostView, nic: number, known: KnownValue): Keyword {
  const path = `${nicPathOf(view, nic)}.${keywordMaps[known.name]!.property}`;
  const number = keywordNumber(known.name, view.host.nics[nic]!);
  const read = number === null ? null : keywordText(known, String(number));
  return {
    known,
    label: known.label!,
    path,
    shown: read === null ? null : 'text' in read ? read.text : String(number),
    installed: installedText(view, path, known),
    fault: read && 'fault' in read ? read.fault : null,
  };
}

export const keywordsOfNic = (view: HostView, nic: number): Keyword[] =>
  knownOf(view)
    .filter(({ name }) => Object.hasOwn(keywordMaps, name))
    .map((known) => keywordOf(view, nic, known));

/** The edit that a text of the tab comes to. */
export function keywordEdit({ known, path }: Keyword, text: string): { edits: DocumentEdit[] } | { fault: string } {
  const read = keywordFromText(known, text);
  if ('fault' in read) return read;
  const value = keywordMaps[known.name]!.toValue(Number(read.text));
  return value
    ? { edits: [{ path, value: value.value }] }
    : { fault: `The emulated adapter does not have “${text}”: it has one switch for all checksums and both directions.` };
}

/** The texts of a list, and whether the emulated adapter has them; null for a number. */
export function keywordChoices({ known }: Keyword): { text: string; isOffered: boolean }[] | null {
  const { allowed } = known;
  if (allowed.kind !== 'choice') return null;
  return Object.entries(allowed.texts).map(([number, text]) => ({
    text,
    isOffered: keywordMaps[known.name]!.toValue(Number(number)) !== null,
  }));
}
