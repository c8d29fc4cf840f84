// A known value in sentences: what it may hold, what holds without it, when it comes into force.

import { allowedWords } from '../../registry/keyword-text.ts';
import type { KnownValue } from '../../registry/known-values.ts';
import { readKnown } from '../../registry/read-known.ts';
import type { Registry } from '../../registry/registry.ts';
import type { WindowsVersion } from '../../registry/windows-version.ts';

export const allowedSentence = ({ allowed }: KnownValue): string => `It takes ${allowedWords(allowed)}.`;

export function defaultSentence({ versions }: KnownValue, version: WindowsVersion): string {
  const standard = versions[version];
  if (!standard) return 'This version does not read it.';
  const words = standard.words ? `${standard.value === null ? '' : ' – '}${standard.words}` : '';
  return `While it is absent: ${standard.value ?? ''}${words}.`;
}

export const forceSentence = ({ force }: KnownValue): string =>
  force.after === 'adapter' ? 'A change made here waits for a restart of the adapter.' : 'A change waits for a restart of the computer.';

/** Where netsh is the switch and the value is not gone by; empty otherwise. */
export function netshSentence({ netsh }: KnownValue, version: WindowsVersion): string {
  const tag = netsh?.[version]?.tag;
  return tag ? `In this version netsh interface tcp set global ${tag}= is the switch; the value has no effect here.` : '';
}

/** What a version makes of what stands in the registry, where it is not simply read. */
export function readingSentence(registry: Registry, version: WindowsVersion, known: KnownValue, adapter: string): string {
  const reading = readKnown(registry, version, known, adapter);
  if (reading.from === 'nowhere') return reading.why;
  if (reading.from === 'registry') return `Windows reads ${reading.value}.`;
  return reading.fault ? `It counts as absent: ${reading.fault}` : '';
}
