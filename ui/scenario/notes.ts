// Settings of a scenario that are allowed but have less effect than they say, each with the reason.

import type { Note } from '../features/rss.ts';
import { effectiveNotes } from './effective-nic.ts';
import { documentPath, virtualOf } from './guests.ts';
import { printQuantity } from './quantities.ts';
import type { Scenario } from './schema.ts';
import { type LinkEnd, nicAt, nicName, nicPath, type Topology } from './topology.ts';

const assumedHere = (assumed: string) => ({ assumed });

function linkNotes(scenario: Scenario, { ends, segments }: Topology): Note[] {
  const notes: Note[] = [];
  const speedOf = (end: LinkEnd) => (end.kind === 'nic' ? nicAt(scenario, end).speed : scenario.switches[end.switch]!.speed);
  for (const [index, pair] of ends.entries()) {
    const [one, other] = pair as [LinkEnd, LinkEnd];
    const slower = Math.min(speedOf(one), speedOf(other));
    const isHeldBack = [one, other].some((end) => end.kind === 'nic' && speedOf(end) > slower);
    if (isHeldBack)
      notes.push({
        path: `links[${index}]`,
        message: `The ends have different speeds: the link runs at ${printQuantity('rate', slower)}.`,
        evidence: { source: 'IEEE 802.3, clause 28: auto-negotiation takes the highest speed that both ends have' },
      });
  }
  for (const members of segments) {
    const smallest = Math.min(...members.map((place) => nicAt(scenario, place).mtu));
    for (const place of members)
      if (nicAt(scenario, place).mtu > smallest)
        notes.push({
          path: `${nicPath(place)}.mtu`,
          message: `Other adapters on the same cables take ${smallest} bytes only: longer packets to them are lost, if the peer’s MSS does not prevent them.`,
          evidence: assumedHere('An adapter drops frames above its own MTU.'),
        });
  }
  return notes;
}

/** @param topology of this scenario, which is valid */
export function scenarioNotes(scenario: Scenario, topology: Topology): Note[] {
  const notes = linkNotes(scenario, topology).map((note) => ({ ...note, path: documentPath(scenario, note.path) }));
  const replayed = scenario.traffic.flatMap((traffic) => (traffic.app === 'replay' ? traffic.onto : []));
  const cabled = new Set(topology.ends.flat().map((end) => (end?.kind === 'nic' ? nicPath(end) : '')));
  for (const [host, { kind, os, nics }] of scenario.hosts.entries())
    for (const [nic, settings] of nics.entries()) {
      if (virtualOf(settings)) continue;
      const path = nicPath({ host, nic });
      if (!cabled.has(path) && !replayed.includes(nicName(scenario, { host, nic })))
        notes.push({
          path,
          message: `${nicName(scenario, { host, nic })} has no cable: it sends and receives nothing unless it is connected to the outside.`,
          evidence: assumedHere('No link of the document names it.'),
        });
      if (kind === 'modelled' && os !== 'ws2008r2' && settings.rss.numaNode !== undefined)
        notes.push({
          path: `${path}.rss.numaNode`,
          message: 'A preferred NUMA node has no effect before Windows Server 2008 R2.',
          evidence: { source: 'windows-driver-docs: Standardized INF keywords for RSS (*NumaNodeId, NDIS 6.20)' },
        });
      notes.push(...effectiveNotes(scenario.hosts[host]!, settings, { host, nic, machine: null }, path));
    }
  return notes;
}
