// Changes of a document as plain data: nothing is changed in place, so that every version can be gone back to.

type Step = string | number;
type Container = Record<Step, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** What stands at a place; undefined where there is nothing. */
export function valueAt(document: unknown, steps: readonly Step[]): unknown {
  let value = document;
  for (const step of steps) {
    if (!isContainer(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

/** A copy with another value at a place; undefined takes the property away. Objects and lists on the way are made where they are missing. */
export function withValue(document: unknown, steps: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(document) ? [...(document as unknown[])] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const copy: Container = isContainer(document) && !Array.isArray(document) ? { ...document } : {};
  const next = withValue(copy[step], rest, value);
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy;
}

/** A copy whose list at a place has one entry more, before `index` or at the end. */
export function withEntry(document: unknown, list: readonly Step[], entry: unknown, index?: number): unknown {
  const entries = [...((valueAt(document, list) as unknown[] | undefined) ?? [])];
  entries.splice(index ?? entries.length, 0, entry);
  return withValue(document, list, entries);
}

export function withoutEntry(document: unknown, list: readonly Step[], index: number): unknown {
  const entries = [...((valueAt(document, list) as unknown[] | undefined) ?? [])];
  entries.splice(index, 1);
  return withValue(document, list, entries);
}

/** ["hosts", 0, "name"] -> "hosts[0].name", as faults write it. */
export function pathText(steps: readonly Step[]): string {
  return steps.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step), '');
}
