// What would change the hottest processor's share, best first; says so when nothing would.
// Windows programs the key and the table itself, so advice about them names who can set them.

import { HashFlag, HashReason, HashType } from '../abi/abi.gen.ts';
import { balancedTable } from './balance.ts';
import { type Finding, heaviestUnit, notHashedKinds, unitKind } from './explain.ts';
import { measureEvenness } from './loads.ts';
import { percent } from './wording.ts';

/** A gain below this is not worth a sentence: one percent of the received load. */
const WORTHWHILE = 0.01;

const UDP_FLAGS = HashFlag.UdpIPv4 | HashFlag.UdpIPv6;

/** Hottest share under the table made for this traffic. */
function balancedShare({ loads, effective, measure }: Finding): number {
  const sums = { ...loads.entries, notHashed: loads.notHashed };
  const table = balancedTable(sums, measure, effective.queueProcessor.length, effective.defaultQueue);
  return measureEvenness(sums, { ...effective, table }, measure).share;
}

function adviseTable(finding: Finding): string[] {
  const share = balancedShare(finding);
  if (finding.causes.share - share < WORTHWHILE) return [];
  return [
    `A table made for this traffic brings the hottest processor to ${percent(share)}: TCP/IP may rebalance so by itself; ethtool and DPDK can set it.`,
  ];
}

function adviseKey({ causes }: Finding): string[] {
  if (causes.share - causes.random.median < WORTHWHILE) return [];
  return [
    `Another key: half of all random keys give ${percent(causes.random.median)} or less. Windows chooses the key itself; ethtool and DPDK can set it.`,
  ];
}

function adviseHashTypes(finding: Finding): string[] {
  const { settings, placement, causes } = finding;
  const unit = heaviestUnit(finding);
  if (unit < 0) return [];
  const flow = causes.units.first[unit]!;
  const flows = causes.units.flows[unit]!;
  const hashType = placement.hashType[flow]!;
  switch (unitKind(finding, flow)) {
    case 'tunnel':
      if (placement.hashReason[flow] === HashReason.UdpAddresses && flows > 1)
        return [
          'Turn the UDP hash types on (later Windows, ethtool, DPDK): this tunnel varies its source port, which would spread it.',
          'End the tunnel at several addresses.',
        ];
      return [
        'Nothing in RSS splits this tunnel: end it at several addresses, or use an adapter that hashes the inner packet (later hardware).',
      ];
    case 'fragments':
      return [
        'Avoid fragments: send datagrams that fit the path MTU, so that TCP, or UDP with its own hash types, can be spread by ports.',
      ];
    case 'udp':
      return settings.hashFlags & UDP_FLAGS || flows < 2 || (hashType !== HashType.IPv4 && hashType !== HashType.IPv6)
        ? ['Use more addresses: UDP of one address pair shares one hash.']
        : [
            'Turn the UDP hash types on (later Windows, ethtool, DPDK): ports would part these flows.',
            'Use more addresses: UDP of one address pair shares one hash.',
          ];
    case 'cut':
      return ['Capture with a larger snap length: the ports of these frames were cut off, so they are hashed by addresses here.'];
    case 'other':
      if (placement.hashReason[flow] === HashReason.PortTypeOff) return ['Turn the TCP hash types on: ports would part these connections.'];
      return ['Use more addresses: protocols without a port hash are spread by address pair.'];
  }
}

function adviseNotHashed(finding: Finding): string[] {
  return notHashedKinds(finding)
    .slice(0, 2)
    .map(({ kind, reason, share }) => {
      switch (reason) {
        case HashReason.FamilyOff:
          return `Turn on the hash types of this family: ${kind} are ${percent(share)} of the traffic.`;
        case HashReason.Malformed:
          return 'Find the sender of the malformed packets, or the capture tool that cut them.';
        case HashReason.UnknownLink:
          return 'Capture on an Ethernet or raw IP interface: frames of an unknown link type cannot be hashed here.';
        default:
          return `Nothing in RSS spreads ${kind}: it has no IP header to hash. Another adapter or VLAN filter can keep it off this host.`;
      }
    });
}

function adviseStructure({ effective, settings }: Finding): string[] {
  const queues = effective.queueProcessor.length;
  const size = effective.table.length;
  const advice: string[] = [];
  if (settings.table) advice.push('Return to the round-robin table.');
  if (size % queues && size < 128)
    advice.push(`A table of 128 entries: the fullest queue would hold ${percent(Math.ceil(128 / queues) / 128)} of the entries.`);
  const power = 2 ** Math.floor(Math.log2(queues));
  if (size % queues && power < queues) advice.push(`${power} queues divide the table evenly, at ${percent(1 / power)} each.`);
  return advice;
}

/** @returns plain sentences; empty only when the load is balanced */
export function adviceFor(finding: Finding): string[] {
  const { causes } = finding;
  const advice: string[] = [];
  switch (finding.cause) {
    case 'balanced':
      return [];
    case 'elephant':
      advice.push(
        'Spread this transfer over several connections: RSS keeps the packets of one flow in order on one processor.',
        ...adviseTable(finding),
      );
      break;
    case 'few-flows':
      advice.push(
        ...adviseTable(finding),
        ...adviseKey(finding),
        'More connections: evenness grows with the number of flows, not with the number of queues.',
      );
      break;
    case 'not-hashed':
      advice.push(...adviseNotHashed(finding), ...adviseTable(finding));
      break;
    case 'address-only':
      advice.push(...adviseHashTypes(finding), ...adviseTable(finding));
      break;
    case 'table':
      advice.push(...adviseStructure(finding), ...adviseTable(finding));
      break;
    case 'unlucky':
      advice.push(...adviseKey(finding), ...adviseTable(finding));
      break;
    case 'idle':
    case 'single-queue':
      throw new Error(`${finding.cause} has advice of its own.`);
  }
  if (causes.floorShare > causes.fairShare + WORTHWHILE && causes.share - causes.floorShare < WORTHWHILE)
    advice.push(`No table or queue count goes below ${percent(causes.floorShare)}: that much of the traffic cannot be split.`);
  return advice.length ? advice : ['Nothing in RSS changes this much: the rest is chance.'];
}
