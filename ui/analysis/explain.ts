// The second half of the verdict's sentence: why the hottest processor is as hot as it is.

import { HashReason, HashType, L3 } from '../abi/abi.gen.ts';
import type { JudgeInput } from './verdict.ts';
import type { Causes } from './causes.ts';
import { addressText } from './addresses.ts';
import { flowIdentity, flowText, flowTunnel, protocolText } from './flow-text.ts';
import { Direction, type CauseKind } from './types.ts';
import { NO_UNIT } from './units.ts';
import { counted, listed, percent } from './wording.ts';

export interface Finding extends JudgeInput {
  causes: Causes;
  cause: CauseKind;
  hottestQueue: number;
}

/** Most processors that a sentence names; the rest is counted. */
const MOST_NAMED = 4;

/** Causes whose explanation is about all hot queues alike, not about what lies in one of them. */
const SHARED_CAUSES: readonly CauseKind[] = ['balanced', 'few-flows', 'table', 'unlucky'];

/** "Processor 3 takes", or "Processors 3 and 7 each take" where several carry the same load for the same reason. */
export function hottestTakes({ cause, effective, hottestQueue, loads, measure }: Finding): string {
  const hottest = loads.queues[hottestQueue]!;
  const alike = SHARED_CAUSES.includes(cause) ? loads.queues.filter((queue) => queue[measure] === hottest[measure]) : [hottest];
  const equals = alike.map(({ queue }) => String(effective.queueProcessor[queue]));
  if (equals.length === 1) return `Processor ${equals[0]} takes`;
  const named = equals.length > MOST_NAMED ? [...equals.slice(0, MOST_NAMED - 1), `${equals.length - MOST_NAMED + 1} more`] : equals;
  return `Processors ${listed(named)} each take`;
}

/** Load of received flows by what `kindOf` calls them, heaviest first; null leaves a flow out. */
export function weigh(
  { flows, mask, loads, measure }: JudgeInput,
  kindOf: (flow: number) => string | null,
): { kind: string; share: number }[] {
  const sums = new Map<string, number>();
  for (let flow = 0; flow < flows.count; flow++) {
    if (mask[flow] !== Direction.Ingress) continue;
    const kind = kindOf(flow);
    if (kind !== null) sums.set(kind, (sums.get(kind) ?? 0) + flows[measure][flow]!);
  }
  return Array.from(sums, ([kind, load]) => ({ kind, share: load / loads.total[measure] })).sort((a, b) => b.share - a.share);
}

/** What the frames without a hash are: "not IP (ARP)", "IPv6, whose hash types are off" ... */
export function notHashedKinds(input: JudgeInput): { kind: string; reason: number; share: number }[] {
  const names = new Map<string, number>();
  const kinds = weigh(input, (flow) => {
    if (input.placement.hashType[flow] !== HashType.None) return null;
    const reason = input.placement.hashReason[flow]!;
    const identity = flowIdentity(input.flows, flow);
    const kind =
      reason === HashReason.NotIp
        ? protocolText(identity)
        : reason === HashReason.FamilyOff
          ? `${identity.l3 === L3.IPv6 ? 'IPv6' : 'IPv4'} packets that no enabled hash type fits`
          : reason === HashReason.Malformed
            ? 'packets with contradicting lengths'
            : reason === HashReason.UnknownLink
              ? 'frames of an unknown link type'
              : protocolText(identity);
    names.set(kind, reason);
    return kind;
  });
  return kinds.map(({ kind, share }) => ({ kind, share, reason: names.get(kind)! }));
}

/** What one unit of flows with equal hash input is: UDP, fragments, a tunnel, or something else without ports. */
export function unitKind({ flows, placement }: JudgeInput, flow: number): 'tunnel' | 'fragments' | 'udp' | 'cut' | 'other' {
  if (flowTunnel(flowIdentity(flows, flow))) return 'tunnel';
  const reason = placement.hashReason[flow];
  if (reason === HashReason.Fragment) return 'fragments';
  if (reason === HashReason.PortsCut) return 'cut';
  return reason === HashReason.UdpAddresses ? 'udp' : 'other';
}

/** The heaviest unit of the hottest queue, or -1. */
export function heaviestUnit({ flows, placement, causes, hottestQueue }: Finding): number {
  let heaviest = -1;
  for (let flow = 0; flow < flows.count; flow++) {
    const unit = causes.units.unitOf[flow]!;
    if (unit === NO_UNIT || placement.queue[flow] !== hottestQueue) continue;
    if (heaviest < 0 || causes.units.loads[unit]! > causes.units.loads[heaviest]!) heaviest = unit;
  }
  return heaviest;
}

function explainAddressOnly(finding: Finding): string {
  const { flows, causes, loads, measure } = finding;
  const unit = heaviestUnit(finding);
  const flow = causes.units.first[unit]!;
  const identity = flowIdentity(flows, flow);
  const pair = `${addressText(identity.source)} → ${addressText(identity.destination)}`;
  const share = percent(causes.units.loads[unit]! / loads.total[measure]);
  const members = causes.units.flows[unit]!;
  const kind = unitKind(finding, flow);
  if (kind === 'tunnel')
    return `because the ${flowTunnel(identity)} tunnel ${pair} is ${share} of all received traffic, and RSS sees only its outer addresses.`;
  const [what, why] = {
    udp: [counted(members, 'UDP flow'), 'this Windows era hashes UDP by addresses only'],
    fragments: ['fragments', 'fragments are hashed by addresses only'],
    cut: ['frames whose ports were cut off', 'without their ports they are hashed by addresses only'],
    other: [counted(members, `${protocolText(identity)} flow`), 'this protocol is hashed by addresses only'],
  }[kind] as [string, string];
  const isOne = members === 1 && kind !== 'fragments' && kind !== 'cut';
  return `because ${what} of one address pair, ${pair}, ${isOne ? 'is' : 'are'} ${share} of all received traffic${isOne ? '' : ' and share one hash'}: ${why}.`;
}

function explainTable(finding: Finding): string {
  const { settings, effective, loads, hottestQueue, causes } = finding;
  const size = effective.table.length;
  const fullest = Math.max(...loads.queues.map(({ entries }) => entries));
  const hottest = loads.queues[hottestQueue]!.entries;
  const entries = `${hottest} of the ${size} table entries`;
  if (settings.table) return `because the table was set by hand and gives its queue ${entries}.`;
  const isFullest = hottest === fullest ? `its queue has ${entries}` : `the fullest queue has ${fullest} of the ${size} table entries`;
  const queues = effective.queueProcessor.length;
  if (size < queues) return `because a table of ${size} entries reaches only ${size} of the ${queues} queues.`;
  return `because ${size} entries do not divide evenly over ${queues} queues: ${isFullest}, where ${percent(causes.fairShare)} would be fair.`;
}

/** Starts with "because", "although" or "," and ends with a full stop. */
export function explain(finding: Finding): string {
  const { flows, effective, causes, loads, measure, hottestQueue } = finding;
  const queues = effective.queueProcessor.length;
  switch (finding.cause) {
    case 'balanced':
      return `where ${percent(causes.fairShare)} would be fair: the load is even over ${queues} processors.`;
    case 'elephant': {
      const identity = flowIdentity(flows, causes.heaviestFlow);
      const whole =
        causes.heaviestShare > 0.9995 ? 'is all received traffic' : `is ${percent(causes.heaviestShare)} of all received traffic`;
      return `because one flow, ${flowText(identity)}, ${whole}; no table can split it.`;
    }
    case 'few-flows': {
      const { flows: total } = loads.total;
      const like = Math.max(1, Math.round(causes.effectiveFlows));
      const uneven = total > like * 2 ? `, whose sizes make them spread like ${counted(like, 'equal flow')}` : '';
      return `because there ${total === 1 ? 'is' : 'are'} only ${counted(total, 'flow')} for ${queues} queues${uneven}; random keys give ${percent(causes.random.p10)} to ${percent(causes.random.p90)}.`;
    }
    case 'not-hashed': {
      const share = loads.notHashed[measure] / loads.total[measure];
      const kinds = notHashedKinds(finding)
        .slice(0, 2)
        .map(({ kind }) => kind);
      return hottestQueue === effective.defaultQueue
        ? `because frames that cannot be hashed (${listed(kinds)}) are ${percent(share)} of all received traffic and go to the default queue.`
        : `while frames that cannot be hashed (${listed(kinds)}) keep ${percent(share)} of all received traffic on the default queue.`;
    }
    case 'address-only':
      return explainAddressOnly(finding);
    case 'table':
      return explainTable(finding);
    case 'unlucky':
      return `because this key puts too many of ${counted(loads.total.flows, 'flow')} into its entries; nine of ten random keys would give ${percent(causes.random.p90)} or less.`;
    case 'idle':
    case 'single-queue':
      throw new Error(`${finding.cause} has a sentence of its own.`);
  }
}
