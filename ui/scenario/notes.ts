// Settings of a scenario that are allowed but have less effect than they say, each with the reason.

import { type Note, rssProcessors } from '../features/rss.ts';
import { boundNetwork, documentPath, virtualOf } from './guests.ts';
import { rssSettingsOf } from './host-settings.ts';
import { printQuantity } from './quantities.ts';
import type { Host, Nic, Scenario } from './schema.ts';
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

/** Settings of RSS that the version of the operating system does not have. */
function versionNotes(os: Host['os'], nics: readonly Nic[], { rss }: Nic, path: string): Note[] {
  if (os === 'ws2008r2') return [];
  const notes: Note[] = [];
  if (rss.numaNode !== undefined)
    notes.push({
      path: `${path}.rss.numaNode`,
      message: 'A preferred NUMA node has no effect before Windows Server 2008 R2.',
      evidence: { source: 'windows-driver-docs: Standardized INF keywords for RSS (*NumaNodeId, NDIS 6.20)' },
    });
  const [first] = nics;
  if (first!.rss.baseProcessor !== rss.baseProcessor || first!.rss.maxProcessors !== rss.maxProcessors)
    notes.push({
      path: `${path}.rss`,
      message: 'Before Windows Server 2008 R2 base and maximum are the same for all adapters of a host; here each has its own.',
      evidence: { source: 'windows-driver-docs: Setting the number of RSS processors; Reserving processors for applications' },
    });
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
      const hasLargeSend = settings.lsoV1 || settings.lsoV2;
      if (hasLargeSend && !settings.checksumOffload)
        notes.push({
          path: `${path}.checksumOffload`,
          message: 'Large send offload has no effect without checksum offload: the adapter has to compute the checksum of each segment.',
          evidence: assumedHere('No source says what Windows does then.'),
        });
      if (kind === 'ideal' || !settings.rss.enabled || boundNetwork(scenario.hosts[host]!, settings)) continue;
      notes.push(...versionNotes(os, nics, settings, path));
      if (!settings.checksumOffload)
        notes.push({
          path: `${path}.checksumOffload`,
          message: 'RSS has no effect without checksum offload of the adapter.',
          evidence: { source: 'Microsoft KB 2643970: How to troubleshoot advanced network performance features such as RSS and NetDMA' },
        });
      const { notes: rss } = rssProcessors(rssSettingsOf(scenario.hosts[host]!, settings));
      for (const note of rss) notes.push({ ...note, path: note.path === 'queues' ? `${path}.queues` : `${path}.rss.${note.path}` });
    }
  return notes;
}
