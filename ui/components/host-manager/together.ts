// What has to change together with one property: names are used elsewhere in the document, and the kind of a virtual network decides whether
// it has an adapter.

import type { Host, Scenario } from '../../scenario/schema.ts';
import type { DocumentEdit } from '../../scenario/windows-edits.ts';
import { networkOn } from '../../scenario/windows-settings.ts';

type Rename = (text: string) => string;

/** Every place outside the host that names it, or one of its adapters. */
function placesOf({ links, traffic, timeline }: Scenario): { path: string; text: string }[] {
  const place = (path: string, text: unknown) => (typeof text === 'string' ? [{ path, text }] : []);
  return [
    ...links.flatMap(({ ends }, link) => ends.flatMap((end, side) => place(`links[${link}].ends[${side}]`, end))),
    ...traffic.flatMap((entry, index) =>
      (['from', 'to', 'onto'] as const).flatMap((name) => place(`traffic[${index}].${name}`, (entry as Record<string, unknown>)[name])),
    ),
  ].concat(timeline.flatMap((event, index) => ('host' in event ? place(`timeline[${index}].host`, event.host) : [])));
}

const renamed = (scenario: Scenario, rename: Rename): DocumentEdit[] =>
  placesOf(scenario).flatMap(({ path, text }) => (rename(text) === text ? [] : [{ path, value: rename(text) }]));

function hostRename(scenario: Scenario, from: string, to: string): DocumentEdit[] {
  return renamed(scenario, (text) => text.replace(/^[^.:]+/, (name) => (name === from ? to : name)));
}

function nicRename(scenario: Scenario, index: number, from: string, to: string): DocumentEdit[] {
  const host = scenario.hosts[index]!;
  const start = `${host.name}.${from}`;
  const isNamed = (text: string) => text === start || text.startsWith(`${start}:`);
  const restarts = scenario.timeline.flatMap((event, at) =>
    event.do === 'restart' && event.host === host.name && event.adapter === from ? [{ path: `timeline[${at}].adapter`, value: to }] : [],
  );
  const networks = host.virtualNetworks.flatMap(({ adapter }, at) =>
    adapter === from ? [{ path: `hosts[${index}].virtualNetworks[${at}].adapter`, value: to }] : [],
  );
  return [
    ...renamed(scenario, (text) => (isNamed(text) ? `${host.name}.${to}${text.slice(start.length)}` : text)),
    ...networks,
    ...restarts,
  ];
}

const networkRename = ({ virtualMachines }: Host, index: number, from: string, to: string): DocumentEdit[] =>
  virtualMachines.flatMap(({ network }, at) =>
    network === from ? [{ path: `hosts[${index}].virtualMachines[${at}].network`, value: to }] : [],
  );

/** An external network needs an adapter: the first that no other has; the others have none. */
function kindEdits(host: Host, at: string, kind: unknown): DocumentEdit[] {
  const free = host.nics.find((nic) => !networkOn(host, nic));
  return [{ path: `${at}.adapter`, value: kind === 'external' ? free?.name : undefined }];
}

/** All edits that one change of a property comes to. */
export function editsOf(scenario: Scenario, path: string, value: unknown): DocumentEdit[] {
  const own: DocumentEdit = { path, value };
  const [, host, list, entry, name] = /^hosts\[(\d+)\](?:\.(nics|virtualNetworks)\[(\d+)\])?\.(name|kind)$/.exec(path) ?? [];
  if (name === undefined || typeof value !== 'string') return [own];
  const index = Number(host);
  const owner = scenario.hosts[index]!;
  if (name === 'kind') {
    const isOther = list === 'virtualNetworks' && owner.virtualNetworks[Number(entry)]!.kind !== value;
    return isOther ? [own, ...kindEdits(owner, `hosts[${index}].virtualNetworks[${entry}]`, value)] : [own];
  }
  if (list === 'nics') return [own, ...nicRename(scenario, index, owner.nics[Number(entry)]!.name, value)];
  if (list === 'virtualNetworks') return [own, ...networkRename(owner, index, owner.virtualNetworks[Number(entry)]!.name, value)];
  return [own, ...hostRename(scenario, owner.name, value)];
}
