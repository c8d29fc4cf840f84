// What commands ask of the host, as data, and what a command gives back. Nothing here does anything: apply.ts says what a change does to
// the state that the prompt sees, the host does the rest.

import type { RegistryChange } from '../registry/registry.ts';
import type { ChimneyApplication, ChimneyPort, ConsoleState, CounterRequest, GlobalName, GlobalSettings, Switch } from './state.ts';

export interface PingRequest {
  /** As typed. */
  readonly target: string;
  readonly address: string;
  readonly count: number;
  readonly bytes: number;
  readonly timeToLive: number;
  readonly timeoutMs: number;
  readonly dontFragment: boolean;
}

export type SetGlobal = {
  [Name in GlobalName]: { readonly kind: 'set-global'; readonly name: Name; readonly value: GlobalSettings[Name] };
}[GlobalName];

export type Change =
  | SetGlobal
  | { readonly kind: 'reset-tcp' }
  | { readonly kind: 'set-heuristics'; readonly windowScaling: Switch }
  | { readonly kind: 'set-task-offload'; readonly value: Switch }
  | { readonly kind: 'add-chimney-port'; readonly port: ChimneyPort }
  | { readonly kind: 'delete-chimney-port'; readonly port: Omit<ChimneyPort, 'state'> }
  | { readonly kind: 'add-chimney-application'; readonly application: ChimneyApplication }
  | { readonly kind: 'delete-chimney-application'; readonly application: string }
  | { readonly kind: 'change-registry'; readonly change: RegistryChange }
  | { readonly kind: 'restart-adapter'; readonly interfaceIndex: number }
  | { readonly kind: 'restart-computer'; readonly afterSeconds: number }
  | { readonly kind: 'abort-restart' }
  | { readonly kind: 'ping'; readonly request: PingRequest }
  | { readonly kind: 'sample-counters'; readonly request: CounterRequest }
  /** Ctrl+C: what the session waited for, echo requests or samples, is not wanted any more. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'clear-screen' }
  | { readonly kind: 'close' };

/** A question to be answered by the next line. */
export interface Question {
  readonly prompt: string;
  readonly yes: Outcome;
  readonly no: Outcome;
}

export interface Outcome {
  readonly changes: readonly Change[];
  /** Without line ends. The empty line that cmd puts before its next prompt is not among them. */
  readonly lines: readonly string[];
  /** For `&&`. */
  readonly failed: boolean;
  readonly question?: Question;
}

/** @param words the words after the command's own name, quotes removed */
export type Command = (state: ConsoleState, words: readonly string[]) => Outcome;

export const says = (...lines: string[]): Outcome => ({ changes: [], lines, failed: false });
export const fails = (...lines: string[]): Outcome => ({ changes: [], lines, failed: true });
export const does = (changes: readonly Change[], ...lines: string[]): Outcome => ({ changes, lines, failed: false });

/** A line that Windows would not print: what the emulator does not know or does not do. */
export const note = (text: string): string => `nicscope: ${text}`;
