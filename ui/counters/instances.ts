// Names of the instances of performance objects, as a host's processors and adapters give them, and what _Total stands for.
// Source: public outputs of typeperf and Get-Counter. They are of newer Windows; assumed: the forms "0,0" and "0,_Total" of Processor
// Information, "0, NAME" of processor and adapter, and "Hv LP 0" of the hypervisor are those of Windows Server 2008 R2 too.

import type { InstanceKind } from './objects.ts';

export interface InstanceHost {
  /** Logical processors, all in group 0. */
  processors: number;
  /** Descriptions of the adapters, in the order of their numbers. */
  adapters: readonly string[];
  virtualAdapters?: readonly string[];
  virtualSwitches?: readonly string[];
}

export const TOTAL = '_Total';

const REPLACED: Readonly<Record<string, string>> = { '(': '[', ')': ']', '#': '_', '/': '_', '\\': '_' };

/** An adapter's name as Network Interface has it: Intel[R] PRO_1000 MT for Intel(R) PRO/1000 MT, and _2 for #2. */
export const adapterInstance = (name: string): string => name.replace(/[()#/\\]/g, (character) => REPLACED[character]!);

/** As the objects per processor have it: parentheses stay. Assumed: what would be misread in a path is changed in the same way. */
const plainInstance = (name: string): string => name.replace(/[#\\]/g, '_');

const each = (count: number, name: (index: number) => string): string[] => Array.from({ length: count }, (_, index) => name(index));

/** All instances of one kind; of none the empty name alone. A name may be there twice: #1 tells the second from the first. */
export function instanceNames(kind: InstanceKind, host: InstanceHost): string[] {
  switch (kind) {
    case 'none':
      return [''];
    case 'adapter':
      return host.adapters.map(adapterInstance);
    case 'processor':
      return [...each(host.processors, String), TOTAL];
    case 'group processor':
      return [...each(host.processors, (number) => `0,${number}`), `0,${TOTAL}`, TOTAL];
    case 'processor and adapter':
      return each(host.processors, String).flatMap((number) => host.adapters.map((adapter) => `${number}, ${plainInstance(adapter)}`));
    case 'virtual adapter':
      return (host.virtualAdapters ?? []).map(plainInstance);
    case 'virtual switch':
      return (host.virtualSwitches ?? []).map(plainInstance);
    case 'hypervisor processor':
      return [...each(host.processors, (number) => `Hv LP ${number}`), TOTAL];
  }
}

/** Whether an instance stands for all others of its object, and has to be summed up from them. */
export const isTotal = (instance: string): boolean => instance === TOTAL || instance.endsWith(`,${TOTAL}`);
