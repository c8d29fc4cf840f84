// Settings that were read, put into a host of a scenario document. Adapters that the host lacks are added under names of their own.

import { parsePath } from '../scenario/document-path.ts';
import { NAME } from '../scenario/schema-nic.ts';
import type { Adapter } from './adapters.ts';
import { hostFieldAt } from './host-fields.ts';
import type { Setting } from './types.ts';

type Step = string | number;
type Holder = Record<Step, unknown>;

const MAX_NAME = 31;

/** "SLOT 4 Port 2" -> "SLOT-4-Port-2"; "nic3" where nothing is left that the document takes. */
export function nicNameOf(name: string | null, index: number, taken: ReadonlySet<string>): string {
  const made = (name ?? '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[^A-Za-z]+|-+$/g, '')
    .slice(0, MAX_NAME);
  const first = new RegExp(`^${NAME}$`).test(made) ? made : `nic${index}`;
  for (let count = 1; ; count++) {
    const tried = count === 1 ? first : `${first.slice(0, MAX_NAME - 4)}-${count}`;
    if (!taken.has(tried)) return tried;
  }
}

function setAt(holder: Holder, steps: readonly Step[], value: unknown): void {
  const [step, ...rest] = steps as [Step, ...Step[]];
  if (!rest.length) {
    if (value === null) delete holder[step];
    else holder[step] = structuredClone(value);
    return;
  }
  if (typeof holder[step] !== 'object' || holder[step] === null) holder[step] = {};
  setAt(holder[step] as Holder, rest, value);
}

/**
 * @param host as the document has it; it stays as it is
 * @param adapters names for adapters that the host lacks
 */
export function withSettings<Host extends object>(host: Host, settings: readonly Setting[], adapters: readonly Adapter[] = []): Host {
  const changed = structuredClone(host) as Host & { nics?: { name?: string }[] };
  const nics = (changed.nics ??= []);
  for (const { path, value } of settings) {
    const steps = parsePath(path);
    if (!steps || !hostFieldAt(path)) throw new Error(`${path} is no place in a host.`);
    const index = steps[0] === 'nics' && typeof steps[1] === 'number' ? steps[1] : -1;
    while (nics.length <= index) {
      const taken = new Set(nics.map(({ name }) => name ?? ''));
      nics.push({ name: nicNameOf(adapters[nics.length]?.name ?? null, nics.length, taken) });
    }
    setAt(changed, steps, value);
  }
  return changed;
}
