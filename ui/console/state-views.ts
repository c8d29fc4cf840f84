// What the prompt asks a host about, rather than gets in full: its registry and its performance counters.

export type RegistryType = 'REG_SZ' | 'REG_EXPAND_SZ' | 'REG_MULTI_SZ' | 'REG_DWORD' | 'REG_QWORD' | 'REG_BINARY';

export type RegistryData =
  | { readonly type: 'REG_SZ' | 'REG_EXPAND_SZ'; readonly data: string }
  | { readonly type: 'REG_MULTI_SZ'; readonly data: readonly string[] }
  | { readonly type: 'REG_DWORD'; readonly data: number }
  | { readonly type: 'REG_QWORD'; readonly data: bigint }
  | { readonly type: 'REG_BINARY'; readonly data: readonly number[] };

export interface RegistryKey {
  /** Names of the keys below, as spelled when made. */
  readonly keys: readonly string[];
  /** The default value has the name ''. */
  readonly values: readonly { readonly name: string; readonly value: RegistryData }[];
}

/**
 * What the prompt needs of a registry. Paths start with the long name of the root ("HKEY_LOCAL_MACHINE\SYSTEM") and are compared without
 * case. `set` and `delete` give the registry after the change and leave this one as it is; null: it refuses the change.
 */
export interface Registry {
  /** Path as spelled in the registry, or null. */
  find(path: string): string | null;
  get(path: string, name: string): RegistryData | null;
  list(path: string): RegistryKey | null;
  /** Makes the keys on the way. `name` null: only the key. */
  set(path: string, name: string | null, value: RegistryData | null): Registry | null;
  /** `name` null: the key with all below it. */
  delete(path: string, name: string | null): Registry | null;
}

export interface CounterSample {
  /** "09/25/2009 19:30:01.123" */
  readonly time: string;
  /** In the order of the paths asked for; null where there is none yet. */
  readonly values: readonly (number | null)[];
}

export interface CounterRequest {
  /** Paths without the computer: "\Processor(_Total)\% Processor Time". */
  readonly paths: readonly string[];
  readonly intervalSeconds: number;
  /** null: until stopped. */
  readonly count: number | null;
}

export interface Counters {
  /** The counters that a path with `*` stands for; none when it is not a counter of this version. */
  expand(path: string): readonly string[];
  samples(request: CounterRequest): readonly CounterSample[];
}
