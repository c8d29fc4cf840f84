// Counter paths as PDH has them: \\COMPUTER\Object(Instance#n)\Counter, with * for any text in instance, number and counter.
// Source: Win32 "Specifying a Counter Path", PdhExpandWildCardPath. A path is read from both ends, so names of instances may have
// parentheses and slashes, and names of counters slashes. Leaves out: parents of instances; no object here has them, so "a/b" is a name.

import type { ObjectInfo } from './objects.ts';

export interface CounterPath {
  /** null: the local computer. */
  computer: string | null;
  object: string;
  /** null: the path names no instance. */
  instance: string | null;
  /** Which of several instances with this name, from 0; * for all of them. */
  index: number | '*';
  counter: string;
}

export const pathLimits = { chars: 2048, expanded: 20_000 } as const;

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** The parts of `(name#n)` without its parentheses. */
function parseInstance(text: string): Pick<CounterPath, 'instance' | 'index'> | { fault: string } {
  const hash = text.lastIndexOf('#');
  const name = hash < 0 ? text : text.slice(0, hash);
  const number = hash < 0 ? '0' : text.slice(hash + 1);
  if (name === '') return { fault: 'Between the parentheses the name of an instance is expected, or *.' };
  if (number === '*') return { instance: name, index: '*' };
  if (!/^\d{1,6}$/.test(number)) return { fault: `After # a number is expected, not “${shorten(number)}”.` };
  return { instance: name, index: Number(number) };
}

export function parseCounterPath(text: string): CounterPath | { fault: string } {
  if (text.length > pathLimits.chars) return { fault: `The path has ${text.length} characters; at most ${pathLimits.chars} are allowed.` };
  const fault = (why: string) => ({ fault: `“${shorten(text)}” is not a counter path: ${why}` });
  if (!text.startsWith('\\')) return fault('it begins with a backslash, as in \\Object(Instance)\\Counter.');
  let rest = text.slice(1);
  let computer: string | null = null;
  if (rest.startsWith('\\')) {
    const end = rest.indexOf('\\', 1);
    if (end < 0) return fault('after the computer an object and a counter are expected.');
    computer = rest.slice(1, end);
    if (computer === '') return fault('after the two backslashes the name of a computer is expected.');
    rest = rest.slice(end + 1);
  }
  const last = rest.lastIndexOf('\\');
  if (last < 0) return fault('a counter is missing, as in \\Object(Instance)\\Counter.');
  const counter = rest.slice(last + 1);
  if (counter === '') return fault('after the last backslash the name of a counter is expected, or *.');
  const left = rest.slice(0, last);
  const opening = left.indexOf('(');
  const object = opening < 0 ? left : left.slice(0, opening);
  if (object === '') return fault('the name of the object is missing.');
  if (object.includes('\\')) return fault('between object and counter stands one backslash.');
  if (object.includes('*')) return fault('* may stand for instances and counters, not for objects.');
  if (opening < 0)
    return left.endsWith(')')
      ? fault('a closing parenthesis has no opening one.')
      : { computer, object, instance: null, index: 0, counter };
  if (!left.endsWith(')')) return fault('the closing parenthesis of the instance is missing.');
  const instance = parseInstance(left.slice(opening + 1, -1));
  return 'fault' in instance ? fault(instance.fault) : { computer, object, ...instance, counter };
}

export function printCounterPath({ computer, object, instance, index, counter }: CounterPath): string {
  const number = index === 0 ? '' : `#${index}`;
  return `${computer === null ? '' : `\\\\${computer}`}\\${object}${instance === null ? '' : `(${instance}${number})`}\\${counter}`;
}

export const hasWildcard = ({ instance, index, counter }: CounterPath): boolean =>
  counter.includes('*') || index === '*' || (instance?.includes('*') ?? false);

/** Whether a name fits a pattern in which * is any text; case does not count. Takes at most pattern times name steps. */
export function matchesPattern(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = name.toLowerCase();
  let at = 0;
  let star = -1;
  let resume = 0;
  let next = 0;
  while (at < given.length) {
    if (wanted[next] === '*') {
      star = next++;
      resume = at;
    } else if (wanted[next] === given[at]) {
      next++;
      at++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++resume;
    } else return false;
  }
  while (wanted[next] === '*') next++;
  return next === wanted.length;
}

/** What there is on a host: the objects of its version, and the instances of each as they are named now. */
export interface CounterCatalog {
  computer: string;
  objects: readonly ObjectInfo[];
  instances: (object: ObjectInfo) => readonly string[];
}

interface Instance {
  name: string;
  index: number;
}

/** Numbers instances of the same name from 0. */
function numbered(names: readonly string[]): Instance[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const index = seen.get(name.toLowerCase()) ?? 0;
    seen.set(name.toLowerCase(), index + 1);
    return { name, index };
  });
}

/** With a wildcard in the name and no number, every instance that fits; else the one with the number. */
function pickInstances({ instance, index }: CounterPath, all: readonly Instance[]): Instance[] {
  const wild = instance!.includes('*');
  return all.filter((one) => matchesPattern(instance!, one.name) && (index === '*' || (wild && index === 0) || one.index === index));
}

/** The paths that a path with or without wildcards stands for, in the spelling of the catalog and with its computer. */
export function expandCounterPath(path: CounterPath, catalog: CounterCatalog): { paths: CounterPath[] } | { fault: string } {
  const { computer } = catalog;
  if (path.computer !== null && path.computer.toLowerCase() !== computer.toLowerCase())
    return { fault: `The computer ${shorten(path.computer)} is not ${computer}.` };
  const object = catalog.objects.find(({ name }) => name.toLowerCase() === path.object.toLowerCase());
  if (!object) return { fault: `There is no object “${shorten(path.object)}” on ${computer}.` };
  const counters = object.counters.filter(({ name }) => matchesPattern(path.counter, name));
  if (counters.length === 0) return { fault: `The object ${object.name} has no counter “${shorten(path.counter)}”.` };
  let instances: (Instance | null)[] = [null];
  if (object.instances === 'none') {
    if (path.instance !== null) return { fault: `The object ${object.name} has no instances; leave out “(${shorten(path.instance)})”.` };
  } else {
    if (path.instance === null) return { fault: `The object ${object.name} has instances: name one in parentheses, or write (*).` };
    instances = pickInstances(path, numbered(catalog.instances(object)));
    if (instances.length === 0)
      return { fault: `The object ${object.name} has no instance “${shorten(path.instance)}${path.index === 0 ? '' : `#${path.index}`}”.` };
  }
  const count = counters.length * instances.length;
  if (count > pathLimits.expanded) return { fault: `The path stands for ${count} counters; at most ${pathLimits.expanded} are allowed.` };
  const paths = instances.flatMap((instance) =>
    counters.map(({ name }) => ({
      computer,
      object: object.name,
      instance: instance?.name ?? null,
      index: instance?.index ?? 0,
      counter: name,
    })),
  );
  return { paths };
}
