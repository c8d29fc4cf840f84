// The choices of the Capture page as its address, and back: the state of ui/scenario, and which sample is open.

import { decodeState, encodeState, type StateProblem } from '../scenario/capture-state.ts';
import type { CaptureChoices } from './capture-session.ts';

const SAMPLE = 'sample';

/** @returns the fragment with its "#" */
export function captureFragment({ settings, server, measure, pinned, sample }: CaptureChoices): string {
  const fragment = encodeState({ page: 'capture', settings, server, measure, baseline: pinned });
  if (!sample) return fragment;
  const [page, query] = fragment.split('?');
  return `${page}?${SAMPLE}=${encodeURIComponent(sample)}${query ? `&${query}` : ''}`;
}

/** Reads a fragment of the Capture page. */
export function readCaptureFragment(fragment: string): { choices: CaptureChoices; problems: StateProblem[] } {
  const [page = '', query = ''] = fragment.split(/\?(.*)/s);
  const parts = query.split('&');
  const sample = new URLSearchParams(parts.find((part) => part.startsWith(`${SAMPLE}=`))).get(SAMPLE);
  const { state, problems } = decodeState(`${page}?${parts.filter((part) => !part.startsWith(`${SAMPLE}=`)).join('&')}`);
  const { settings, server, measure, baseline } = state;
  return { choices: { settings, server, measure, pinned: baseline, sample }, problems };
}
