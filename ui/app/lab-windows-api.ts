// What the Windows side asks the worker: the command prompt of a host and its performance counters.

import type { Completion } from '../console/complete.ts';
import type { Screen } from '../console/screen.ts';
import type { CounterSnapshot } from '../counters/sample.ts';
import type { LabApi } from '../scenario/lab-frame.ts';
import type { LabSession } from './lab-session.ts';

/** A command prompt as it stands. */
export interface ConsoleView {
  readonly screen: Screen;
  readonly prompt: string;
  readonly busy: boolean;
  readonly history: readonly string[];
  readonly closed: boolean;
  readonly elevated: boolean;
}

/** Whose counters are sampled, and how often in virtual time. */
export interface WatchRequest {
  readonly host: number;
  readonly intervalPs: number;
}

export interface WindowsApi {
  console(host: number): Promise<ConsoleView>;
  complete(host: number, line: string, cursor: number): Promise<Completion>;
  /** null: nothing is sampled any more. */
  watch(request: WatchRequest | null): Promise<void>;
  /** What was sampled after a time, in the order of time. */
  samples(host: number, afterPs: number): Promise<CounterSnapshot[]>;
}

export const isWindowsApi = (api: LabApi): api is LabApi & WindowsApi => 'console' in api;

/** Asks about a host of the run; null: no such host runs now, or nobody answers. */
export const askHost = <T>(session: LabSession, host: number, question: (api: WindowsApi) => Promise<T>): Promise<T | null> =>
  session.answer(async (api) => {
    const isThere = session.settings?.wanted.hosts[host]?.kind === 'modelled';
    return isThere && isWindowsApi(api) ? question(api) : null;
  });
