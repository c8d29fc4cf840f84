// A recorded step of a followed frame as words: what the tables of sentences have in common.

import type { Evidence } from '../features/rss.ts';
import type { FrameHeaders, PathPlaceKind } from '../scenario/frame-path.ts';
import type { StepContext } from './follow-places.ts';

export interface Words {
  place: string;
  kind: PathPlaceKind;
  decision: string;
  reason?: string;
  evidence?: Evidence;
  /** What the costs are of, where it is more than this frame. */
  sharedBy?: string;
  isDrop?: true;
  /** The step chose a queue by hash. */
  isHash?: true;
}

/** By FollowStep. */
export type WordTable = Readonly<Record<number, (context: StepContext, headers: FrameHeaders | null) => Words>>;
