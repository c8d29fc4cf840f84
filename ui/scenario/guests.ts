// Virtual machines as hosts: a scenario with one more host for each virtual machine, after all those of the document, and with the adapters
// that a host has on its virtual networks. Whatever asks who reaches whom, with which address, asks this one; indices of hosts and adapters
// of the document are the same in both.
// The host itself uses an external network through the physical adapter, whose addresses are then those of its virtual adapter there
// (assumed: Windows makes an adapter of its own and moves the settings to it).

import type { OsId } from '../effective/os/versions.ts';
import type { GuestId } from '../effective/settings.ts';
import type { Host, Nic, Scenario } from './schema.ts';
import { nicField } from './schema-nic.ts';
import { readField } from './read-field.ts';

export type VirtualNetwork = Host['virtualNetworks'][number];
export type VirtualMachine = Host['virtualMachines'][number];

/** Where a virtual machine stands in the document. */
export interface GuestPlace {
  parent: number;
  machine: number;
}
/** The virtual network of a host that a virtual adapter is on. */
export interface VirtualPlace {
  host: number;
  network: number;
}

/** A host of a scenario that withGuests() has made. */
export interface ExpandedHost extends Host {
  guest?: GuestPlace;
}
export interface ExpandedNic extends Nic {
  virtual?: VirtualPlace;
  /** An emulated device, for consoles. */
  isLegacy?: boolean;
}
/** A virtual machine that an event of the timeline has moved. */
export interface PlacedMachine extends VirtualMachine {
  movedTo?: string;
}

export const guestOf = (host: ExpandedHost | undefined): GuestPlace | null => host?.guest ?? null;
export const virtualOf = (nic: ExpandedNic | undefined): VirtualPlace | null => nic?.virtual ?? null;
export const movedTo = (machine: PlacedMachine): string | null => machine.movedTo ?? null;

/** The one adapter of a virtual machine. */
export const GUEST_NIC = 'net';
/** What the synthetic adapter and the legacy one report; assumed, as nothing is sent at that speed. */
const SYNTHETIC_BPS = 10_000_000_000;

const guestVersions: Readonly<Record<GuestId, Host['os'] & OsId>> = {
  ws2008r2: 'ws2008r2',
  win7: 'ws2008r2',
  ws2008: 'ws2008',
  vista: 'ws2008',
  older: 'ws2003sp2',
};

/** The external network that an adapter is bound to. */
export const boundNetwork = ({ virtualNetworks }: Host, { name }: Nic): VirtualNetwork | undefined =>
  virtualNetworks.find(({ kind, adapter }) => kind === 'external' && adapter === name);

let plain: Nic | undefined;
function plainNic(): Nic {
  plain ??= readField(nicField, { name: GUEST_NIC }, '', (path, message) => {
    throw new Error(`${path}: ${message}`);
  }) as Nic;
  return plain;
}

/** A virtual adapter: it has what the adapter behind the network can do (assumed of the synthetic one). */
function virtualNic(name: string, place: VirtualPlace, behind: Nic | undefined, isLegacy: boolean): ExpandedNic {
  const own = plainNic();
  const { checksumOffload, lsoV1, lsoV2, mtu } = behind ?? own;
  return {
    ...own,
    name,
    speed: SYNTHETIC_BPS,
    mtu,
    queues: 1,
    checksumOffload: checksumOffload && !isLegacy,
    lsoV1: lsoV1 && !isLegacy,
    lsoV2: lsoV2 && !isLegacy,
    moderation: { mode: 'off' },
    rss: { ...own.rss, enabled: false },
    virtual: place,
  };
}

function guestHost(parent: Host, place: GuestPlace): ExpandedHost {
  const machine = parent.virtualMachines[place.machine]!;
  const network = parent.virtualNetworks.findIndex(({ name }) => name === machine.network);
  const behind = parent.nics.find(({ name }) => name === parent.virtualNetworks[network]?.adapter);
  const nic = virtualNic(GUEST_NIC, { host: place.parent, network }, behind, machine.adapter === 'legacy');
  return {
    ...parent,
    name: machine.name,
    os: guestVersions[machine.guest],
    processors: { ...parent.processors, sockets: 1, coresPerSocket: machine.processors, threadsPerCore: 1, numaNodes: 1 },
    tcp: machine.tcp,
    virtualNetworks: [],
    virtualMachines: [],
    nics: [{ ...nic, mac: machine.mac, addresses: machine.addresses }],
    guest: place,
  };
}

/** Adapters that the host has on its internal networks, and none of an address on an external network that it does not share. */
function withOwnNics(host: Host, index: number): Host {
  const isTaken = (nic: Nic) => boundNetwork(host, nic)?.management === false;
  const own = host.virtualNetworks.flatMap(({ kind, management, name }, network) =>
    kind === 'internal' && management ? [virtualNic(name, { host: index, network }, undefined, false)] : [],
  );
  return { ...host, nics: [...host.nics.map((nic) => (isTaken(nic) ? { ...nic, addresses: [] } : nic)), ...own] };
}

/** @param scenario  whose hosts are read without fault; one that this function has made comes back as it is */
export function withGuests(scenario: Scenario): Scenario {
  const { hosts } = scenario;
  const hasVirtual = hosts.some((host) => host?.virtualNetworks?.length || host?.virtualMachines?.length);
  if (!hasVirtual || hosts.some((host) => guestOf(host) ?? host?.nics.some(virtualOf))) return scenario;
  const guests = hosts.flatMap((host, parent) => host.virtualMachines.map((_, machine) => guestHost(host, { parent, machine })));
  return {
    ...scenario,
    hosts: [...hosts.map((host, index) => (host.virtualNetworks.length ? withOwnNics(host, index) : host)), ...guests],
  };
}

/** A path of a scenario that withGuests() has made, as one of the document. */
export function documentPath({ hosts }: Scenario, path: string): string {
  const found = /^hosts\[(\d+)\](?:\.nics\[(\d+)\])?(.*)$/.exec(path);
  if (!found) return path;
  const host = hosts[Number(found[1])];
  const guest = guestOf(host);
  if (guest) return `hosts[${guest.parent}].virtualMachines[${guest.machine}]${found[3]}`;
  const place = found[2] === undefined ? null : virtualOf(host?.nics[Number(found[2])]);
  return place ? `hosts[${place.host}].virtualNetworks[${place.network}]` : path;
}
