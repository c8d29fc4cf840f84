// What the rows of a frame are: the scenario once more, flat, with indices that count over the whole world as the core's records do.

import type { LabLayout } from '../scenario/lab-frame.ts';
import type { ResolvedHost, ResolvedNic, ResolvedScenario } from '../scenario/resolve.ts';
import type { LinkEnd } from '../scenario/topology.ts';
import { DMA_RING_SLOTS } from './dma-image.ts';
import type { WorldIndex } from './world-image.ts';
import { appLabel } from './world-read.ts';

/** More rows than a table shows at a time; a connection beyond them shows up as soon as it is busier than one of these. */
const CONNECTION_ROWS = 200;

/** Ideal hosts have no processors: nothing there costs. Virtual machines use those of their host. */
const processorsOf = (host: ResolvedHost, index: number): LabLayout['processors'] =>
  host.kind !== 'modelled' ? [] : host.processors.map((place, number) => ({ host: index, number, ...place, clockHz: host.clockHz }));

/** As canTake() of chimney-image.ts says it of the document. */
function mayTake({ hosts, timeline }: ResolvedScenario, host: number, nic: number, { capabilities }: ResolvedNic): boolean {
  if (hosts[host]!.kind !== 'modelled') return false;
  const path = `hosts[${host}].nics[${nic}].capabilities.chimneyIPv`;
  const comes = timeline.some((event) => event.do === 'set' && event.path.startsWith(path));
  return capabilities.chimneyIPv4 || capabilities.chimneyIPv6 || comes;
}

/** @param sockets  that the world has room for */
export function labLayout(scenario: ResolvedScenario, index: Pick<WorldIndex, 'queues' | 'appTraffic'>, sockets: number): LabLayout {
  const { hosts, links, switches } = scenario;
  const nics = hosts.flatMap((host, at) => host.nics.map((nic): { host: number; nic: ResolvedNic } => ({ host: at, nic })));
  const nameOf = (end: LinkEnd): string =>
    end.kind === 'switch' ? switches[end.switch]!.name : `${hosts[end.host]!.name}.${hosts[end.host]!.nics[end.nic]!.name}`;
  const linkOfPort = (device: number, port: number): number | null => {
    const link = links.findIndex(({ ends }) => ends.some((end) => end.kind === 'switch' && end.switch === device && end.port === port));
    return link < 0 ? null : link;
  };
  const firstNic = (host: number): number => nics.findIndex((nic) => nic.host === host);
  const engines = hosts.flatMap(({ copyEngine }, host) => (copyEngine ? [{ host, affinity: copyEngine.affinity }] : []));
  return {
    hosts: hosts.map(({ name, kind, os, guest }) => ({ name, kind, os, ...(guest ? { parent: guest.parent } : {}) })),
    processors: hosts.flatMap(processorsOf),
    nics: nics.map(({ host, nic }) => ({
      host,
      name: nic.name,
      mac: nic.mac,
      addresses: nic.addresses.map(({ text, prefixLength }) => `${text}/${prefixLength}`),
      bitsPerSecond: nic.link === null ? nic.speed : links[nic.link]!.bitsPerSecond,
      mtu: nic.mtu,
      link: nic.link,
    })),
    // All that a change of settings may bring into use.
    queues: nics.flatMap(({ nic }, at) =>
      Array.from({ length: index.queues[at]! }, (_, queue) => ({ nic: at, queue, capacity: nic.receiveDescriptors })),
    ),
    switches: switches.map(({ name }) => ({ name })),
    virtualSwitches: scenario.virtualSwitches.map(({ host, name, kind, external }) => ({
      host,
      name,
      kind,
      nic: external === null ? null : firstNic(host) + external,
    })),
    machines: hosts.flatMap(({ guest }, at) => (guest ? [{ host: at, nic: firstNic(at), vlan: guest.vlan, network: guest.switch }] : [])),
    copyEngines: engines.map(({ host }) => ({ host })),
    channels: engines.flatMap(({ affinity }, engine) => affinity.map((_, channel) => ({ engine, channel, slots: DMA_RING_SLOTS }))),
    offloads: nics.flatMap(({ host, nic }, at) => (mayTake(scenario, host, at - firstNic(host), nic) ? [{ nic: at }] : [])),
    ports: switches.flatMap(({ ports }, device) =>
      Array.from({ length: ports }, (_, port) => ({ switch: device, port, link: linkOfPort(device, port) })),
    ),
    paths: links.flatMap(({ ends, bitsPerSecond, directions }, link) =>
      directions.map(({ delayPs }, direction) => ({
        link,
        from: nameOf(ends[direction]!),
        to: nameOf(ends[1 - direction]!),
        bitsPerSecond,
        delayPs,
      })),
    ),
    apps: index.appTraffic.map((entry) => ({ label: appLabel(scenario, entry) })),
    connectionRows: Math.min(CONNECTION_ROWS, sockets),
  };
}
