// What the Windows side asks the worker about one host: its command prompt and its performance counters.

import type { LabApi } from '../engine/lab-api.ts';
import type { LabSession } from './lab-session.ts';

/** Asks about a host of the run; null: no such host runs now, or nobody answers. */
export const askHost = <T>(session: LabSession, host: number, question: (api: LabApi) => Promise<T>): Promise<T | null> =>
  session.answer(async (api) => (session.settings?.wanted.hosts[host]?.kind === 'modelled' ? question(api) : null));
