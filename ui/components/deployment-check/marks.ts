// States of steps, as an icon and a word.

import type { StepState } from '../../effective/deployment/checklist.ts';
import type { Mark } from '../effective-panel/marks.ts';

export const stepMarks: Readonly<Record<StepState, Mark>> = {
  'done': { shape: 'check', tone: 'good', word: 'done' },
  'not-done': { shape: 'cross', tone: 'bad', word: 'not done' },
  'cannot': { shape: 'bar', tone: 'quiet', word: 'cannot' },
  'unknown': { shape: 'question', tone: 'quiet', word: 'unknown' },
};

/** A step that is set and waits, which is more than not done. */
export const waitingMark: Mark = { shape: 'clock', tone: 'warn', word: 'waits' };
