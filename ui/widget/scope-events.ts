// The events of <nic-scope>, with their details.

import type { CaptureReport, Evaluation, Verdict } from '../analysis/types.ts';

/** What the element was doing when something failed. */
export type Phase = 'start' | 'settings' | 'open' | 'evaluate';

export interface NicScopeEvents {
  /** The core runs. */
  'nic-ready': CustomEvent<{ relaxedSimd: boolean; abiHash: number }>;
  /** A capture was read, to its end or to a fault (report.fault). */
  'nic-report': CustomEvent<{ report: CaptureReport }>;
  /** A new answer: the verdict, and all numbers behind it. */
  'nic-verdict': CustomEvent<{ verdict: Verdict; evaluation: Evaluation; state: string }>;
  /** Something failed; the element shows the same message. */
  'nic-error': CustomEvent<{ phase: Phase; message: string }>;
}
