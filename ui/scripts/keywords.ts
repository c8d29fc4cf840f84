// What the keywords of an adapter have to be for a value of one of its properties, after ui/scenario/registry-map.ts.

import { canonicalValue } from '../readers/host-fields.ts';
import type { SettingValue } from '../readers/types.ts';
import { readFault } from '../registry/keyword-text.ts';
import { keywordMaps, keywordsOf, knownKeyword } from '../scenario/registry-map.ts';

export type KeywordData = { readonly number: number } | 'absent';

const same = (one: SettingValue, other: SettingValue) => JSON.stringify(one) === JSON.stringify(other);

/** @returns null when there is no keyword, or none of its numbers means this value and no other */
export function keywordData(property: string, value: SettingValue): KeywordData | null {
  const [name] = keywordsOf(property);
  if (name === undefined) return null;
  const { toNumber, toValue } = keywordMaps[name]!;
  const number = toNumber(value);
  if (number === null) return value === null ? 'absent' : null;
  const meant = readFault(knownKeyword(name)!, number) === null ? toValue(number) : null;
  const path = `nics[0].${property}`;
  return meant && same(canonicalValue(path, (meant.value ?? null) as SettingValue), canonicalValue(path, value)) ? { number } : null;
}
