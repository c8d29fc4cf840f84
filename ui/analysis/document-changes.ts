// What one scenario document has that another has not, property by property, as a person would read it.

export interface DocumentChange {
  /** Of the property in the second document, such as hosts[0].nics[0].rss.enabled; of what was taken away, in the first. */
  path: string;
  /** JSON; undefined where there is none. */
  from: unknown;
  to: unknown;
}

type Entries = readonly (readonly [step: string, value: unknown])[];

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (value: unknown): Entries => {
  if (Array.isArray(value)) return value.map((entry, index) => [`[${index}]`, entry]);
  return isGroup(value) ? Object.entries(value) : [];
};

const join = (path: string, step: string): string => (step.startsWith('[') || path === '' ? `${path}${step}` : `${path}.${step}`);

/** Changes beyond which nobody reads on. */
const MOST = 200;

/** @param from  a document as JSON.parse gave it */
export function documentChanges(from: unknown, to: unknown): DocumentChange[] {
  const found: DocumentChange[] = [];
  const walk = (one: unknown, other: unknown, path: string): void => {
    if (found.length >= MOST || one === other) return;
    // A list that is not there is an empty one.
    const areLists = (Array.isArray(one) || one === undefined) && (Array.isArray(other) || other === undefined);
    const isSameKind = (isGroup(one) && isGroup(other)) || (areLists && path !== '');
    if (!isSameKind) {
      if (JSON.stringify(one) !== JSON.stringify(other)) found.push({ path, from: one, to: other });
      return;
    }
    const [ofOne, ofOther] = [new Map(entriesOf(one)), new Map(entriesOf(other))];
    for (const step of new Set([...ofOne.keys(), ...ofOther.keys()])) walk(ofOne.get(step), ofOther.get(step), join(path, step));
  };
  walk(from, to, '');
  return found;
}

const LONGEST = 60;
const valueText = (value: unknown): string => {
  if (value === undefined) return 'as it is by default';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
};

/** "20 ms, server: netsh int tcp set global rss=disabled" */
function eventText(event: Record<string, unknown>): string {
  const { at = 0, host, machine, adapter, ...rest } = event;
  const place = [host ?? machine, adapter].filter((name) => name !== undefined).join('.');
  const what =
    rest['do'] === 'command' ? rest['line'] : rest['do'] === 'set' ? `${String(rest['path'])} = ${valueText(rest['value'])}` : rest['do'];
  return `${typeof at === 'number' ? `${at / 1e9} ms` : String(at)}${place ? `, ${place}` : ''}: ${String(what)}`;
}

/** "hosts[0].nics[0].rss.enabled: true → false", with the names of hosts in place of their numbers; events of the timeline in words. */
export function changeText({ path, from, to }: DocumentChange, scenario: unknown): string {
  if (/^timeline\[\d+\]$/.test(path) && isGroup(to ?? from)) {
    const text = eventText((to ?? from) as Record<string, unknown>);
    return to === undefined ? `without ${text}` : text;
  }
  const hosts = (scenario as { hosts?: { name?: unknown }[] } | null)?.hosts ?? [];
  const named = path.replace(/^hosts\[(\d+)\]/, (whole, index: string) => {
    const name = hosts[Number(index)]?.name;
    return typeof name === 'string' ? name : whole;
  });
  return `${named}: ${valueText(from)} → ${valueText(to)}`;
}
