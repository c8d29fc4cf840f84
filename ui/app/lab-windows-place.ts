// Which host, adapter and virtual machine the Windows side of the Lab page is about, and what follows from that for its elements.

import type { AdapterSituation, EffectiveNames } from '../components/effective-panel/effective-panel.ts';
import type { Restart } from '../effective/os/version.ts';
import type { SettingPath } from '../effective/setting-paths.ts';
import type { Situation } from '../effective/standing.ts';
import type { LabSettings } from '../scenario/lab-frame.ts';
import type { Host, Scenario } from '../scenario/schema.ts';
import { documentPath, type SettingPlace } from '../scenario/windows-edits.ts';
import { waiting } from '../scenario/windows-force.ts';
import { windowsSettings, type Observed } from '../scenario/windows-settings.ts';
import type { LiveEvent } from './lab-live.ts';

export interface NamedHost {
  readonly index: number;
  readonly name: string;
}

export const modelledHosts = ({ hosts }: Scenario): NamedHost[] =>
  hosts.flatMap(({ kind, name }, index) => (kind === 'modelled' ? [{ index, name }] : []));

/** The place that a node of the scenario is about, such as "hosts[1].nics[0].rss"; where it says nothing, or is no such host, as before. */
export function placeOfNode(wanted: Scenario, node: string, before: SettingPlace): SettingPlace {
  const [, hostText, nicText, machineText] = /^hosts\[(\d+)\](?:\.nics\[(\d+)\]|\.virtualMachines\[(\d+)\])?/.exec(node) ?? [];
  const host = Number(hostText);
  if (wanted.hosts[host]?.kind !== 'modelled') return before;
  const { nic, machine } = host === before.host ? before : { nic: 0, machine: null };
  return {
    host,
    nic: nicText === undefined ? nic : Number(nicText),
    machine: machineText === undefined ? machine : Number(machineText),
  };
}

/** The place, or the nearest that there is; null: no host is modelled. */
export function placeWithin(wanted: Scenario, place: SettingPlace): SettingPlace | null {
  const hosts = modelledHosts(wanted);
  const isThere = hosts.some(({ index }) => index === place.host);
  const host = isThere ? place.host : hosts[0]?.index;
  if (host === undefined) return null;
  const { nics, virtualMachines } = wanted.hosts[host]!;
  if (!isThere) return { host, nic: 0, machine: null };
  const { nic, machine } = place;
  return { host, nic: nic < nics.length ? nic : 0, machine: machine !== null && machine < virtualMachines.length ? machine : null };
}

export function namesAt({ nics, virtualMachines, name }: Host, { nic, machine }: SettingPlace): EffectiveNames {
  const adapter = nics[nic]!.name;
  return machine === null ? { host: name, adapter } : { host: name, adapter, virtualMachine: virtualMachines[machine]!.name };
}

function settingsAt({ hosts }: Scenario, { host: index, nic, machine }: SettingPlace, observed: Observed) {
  const host = hosts[index]!;
  return windowsSettings(host, host.nics[nic]!, machine === null ? null : host.virtualMachines[machine]!, observed);
}

/** Settings wanted and in force. A connection that is chosen goes into what is observed. */
export const situationAt = ({ wanted, inForce }: LabSettings, place: SettingPlace, observed: Observed = {}): Situation => ({
  wanted: settingsAt(wanted, place, observed),
  inForce: settingsAt(inForce, place, observed),
});

export const adaptersAt = (settings: LabSettings, place: SettingPlace, observed: Observed = {}): AdapterSituation[] =>
  settings.wanted.hosts[place.host]!.nics.map(({ name }, nic) => {
    const { wanted, inForce } = situationAt(settings, { ...place, nic }, observed);
    return { name, settings: wanted, inForce };
  });

/** Settings that several properties make up together, or a choice among them: where to look. */
const openedAt: Readonly<Partial<Record<SettingPath, (place: SettingPlace) => string>>> = {
  'adapter.binding': () => 'virtualNetworks',
  'virtualMachine.network': ({ machine }) => `virtualMachines[${machine ?? 0}].network`,
  'host.processors.cores': () => 'processors.coresPerSocket',
};

/** Path of the document where a setting is set; empty for what nobody can set. */
export function pathToOpen(setting: SettingPath, place: SettingPlace): string {
  const within = openedAt[setting]?.(place);
  return within === undefined ? (documentPath(setting, place) ?? '') : `hosts[${place.host}].${within}`;
}

/** How many settings of a host wait for a restart. */
export const waitingCount = ({ inForce, wanted }: LabSettings, host: number): number =>
  waiting(inForce, wanted).filter(({ place }) => place.host === host).length;

/** A restart as an event of the timeline; null: the emulator cannot restart that by itself. */
export function restartEvent(host: Host, nic: number, what: Restart): LiveEvent | null {
  if (what === 'adapter') return { do: 'restart', host: host.name, adapter: host.nics[nic]!.name };
  return what === 'computer' ? { do: 'restart', host: host.name } : null;
}
