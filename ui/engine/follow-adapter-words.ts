// The steps of a followed frame at the adapter that receives it, as sentences with their numbers and reasons.

import { FollowFilter, FollowInterrupt, FollowStep, HashType, limits, Moderation, PacketFlag, VmqState } from '../abi/abi.gen.ts';
import type { FrameHeaders } from '../scenario/frame-path.ts';
import type { Words, WordTable } from './follow-words.ts';
import { countText, timeText, wide, type StepContext } from './follow-places.ts';
import { chimneyWhy } from './follow-chimney-words.ts';

const HASHING = { source: 'windows-driver-docs: RSS hashing functions; RSS hashing types' };
const FILTERS = { source: 'windows-driver-docs: VMQ receive filters' };
const THROTTLING = { source: 'windows-driver-docs: Interrupt moderation; the rule of the adaptive mode is assumed' };
const VECTORS = { source: 'windows-driver-docs: RSS with message-signaled interrupts' };

const hashNames: Readonly<Record<number, string>> = {
  [HashType.IPv4]: '2 tuple fields, IPv4',
  [HashType.TcpIPv4]: '4 tuple fields, TCP/IPv4',
  [HashType.IPv6]: '2 tuple fields, IPv6',
  [HashType.TcpIPv6]: '4 tuple fields, TCP/IPv6',
  [HashType.IPv6Ex]: '2 tuple fields, IPv6 with extension headers',
  [HashType.TcpIPv6Ex]: '4 tuple fields, TCP/IPv6 with extension headers',
  [HashType.UdpIPv4]: '4 tuple fields, UDP/IPv4',
  [HashType.UdpIPv6]: '4 tuple fields, UDP/IPv6',
  [HashType.UdpIPv6Ex]: '4 tuple fields, UDP/IPv6 with extension headers',
};

const atAdapter = ({ entry, places }: StepContext): Pick<Words, 'place' | 'kind'> => ({ place: places.nic(entry.place), kind: 'adapter' });

export const onProcessor = (
  { entry, places }: StepContext,
  kind: 'interrupt' | 'dpc' | 'thread',
  processor = entry.processor,
): Pick<Words, 'place' | 'kind'> => {
  const found = places.processor(processor);
  const level = { interrupt: 'interrupt', dpc: 'DPC', thread: 'thread' }[kind];
  return found
    ? { place: `${found.host}, processor ${found.number}: ${level}`, kind }
    : { place: 'Ideal host, no processor', kind: 'stack' };
};

/** Bytes of the least frame without its check sequence (IEEE 802.3), and of that. */
const LEAST_FRAME = 60;
const CHECK_SEQUENCE = 4;

function filtered(context: StepContext, headers: FrameHeaders | null): Words {
  const to = headers?.ethernet.destination ?? 'The destination';
  const decision = {
    [FollowFilter.Own]: `MAC filter: ${to} is the adapter’s own address, so the frame is taken.`,
    [FollowFilter.Group]: `MAC filter: ${to} is a group address, so the frame is taken.`,
    [FollowFilter.Switch]: `MAC filter: a virtual switch is bound to the adapter, so it takes frames for all stations, ${to} among them.`,
    [FollowFilter.Replayed]: 'MAC filter: a frame of a replayed capture is taken whatever its address.',
  }[context.entry.a]!;
  return { ...atAdapter(context), decision };
}

/** The processor of the ring that the frame went to, as it was then. */
function processorOfQueue({ entry, entries, at, places }: StepContext, queue: number): string {
  const ring = entries.slice(at).find(({ step }) => step === FollowStep.Ring);
  return places.processorText(ring ? ring.processor : places.queueProcessor(entry.place, queue));
}

function hashed(context: StepContext): Words {
  const { entry } = context;
  const [entryNumber, size] = [entry.d & 0xffff, entry.d >>> 16];
  const to = `queue ${entry.a} → ${processorOfQueue(context, entry.a)}`;
  if (entry.b === HashType.None)
    return {
      ...atAdapter(context),
      decision: `No hash: the frame goes to the default queue, ${to}.`,
      reason: 'No hash type that is enabled fits this frame: it is no IP packet, or its headers cannot be read.',
      evidence: HASHING,
    };
  const hash = `0x${entry.c.toString(16).padStart(8, '0')}`;
  const fields = hashNames[entry.b]!;
  return {
    ...atAdapter(context),
    isHash: true,
    decision: `Hash ${hash} of ${fields}; last ${Math.log2(size)} bits = ${entryNumber}; entry ${entryNumber} of ${size} → ${to}.`,
    reason: fields.startsWith('4')
      ? 'TCP with readable ports has a hash type of its own, so addresses and ports are hashed. The indirection table has the queue of each entry.'
      : 'Only the addresses are hashed: Windows of this era has no hash type for the ports of this packet.',
    evidence: HASHING,
  };
}

function oneQueue(context: StepContext): Words {
  const { entry, places } = context;
  const isBound = places.resolvedNic(entry.place).isBound;
  const why = isBound ? places.whyOff('vmq', entry.place) : places.whyOff('rss', entry.place);
  const feature = isBound ? 'VMQ' : 'RSS';
  return {
    ...atAdapter(context),
    decision: `One receive queue for all frames: queue 0 → ${processorOfQueue(context, 0)}.`,
    ...(why ? { reason: `${feature} is off: ${why.reason}`, evidence: why.evidence } : {}),
  };
}

function byFilter(context: StepContext, headers: FrameHeaders | null): Words {
  const { entry, places } = context;
  const mac = headers?.ethernet.destination ?? 'its address';
  const vlan = entry.d ? ` and VLAN ${entry.d}` : ' without a VLAN';
  const to = `queue ${entry.a} → ${processorOfQueue(context, entry.a)}`;
  if (entry.a !== 0)
    return {
      ...atAdapter(context),
      decision: `VMQ filter: ${mac}${vlan} is the filter of ${to}.`,
      reason:
        'A queue of a virtual machine takes the frames that its receive filters let through: the address equal, the VLAN equal or absent.',
      evidence: FILTERS,
    };
  const decision = `VMQ filter: the frame goes to the default queue, ${to}.`;
  if (entry.b !== 0) {
    const state = Object.entries(VmqState).find(([, value]) => value === entry.c)?.[0] ?? entry.c;
    return {
      ...atAdapter(context),
      decision,
      reason: `A filter leads to queue ${entry.b}, which is not running: its state is ${state}.`,
      evidence: FILTERS,
    };
  }
  const machine = places.nicWithMac(mac);
  const isMachine = machine !== null && places.resolvedNic(machine).isVirtual;
  const why = isMachine ? places.whyOff('vmq', entry.place, machine) : null;
  if (why)
    return { ...atAdapter(context), decision, reason: `${places.nic(machine!)} has no queue: ${why.reason}`, evidence: why.evidence };
  const reason = isMachine
    ? `No filter for ${mac}${vlan} is set: ${places.nic(machine)} has no queue yet, or all are taken.`
    : `No filter fits ${mac}${vlan}: it is not the address of a virtual machine with a queue.`;
  return { ...atAdapter(context), decision, reason, evidence: FILTERS };
}

function interrupt(context: StepContext): Words {
  const { entry, places } = context;
  const wait = timeText(wide(entry.c, entry.d));
  const { moderation } = places.nicRecord(entry.place);
  const mode = moderation === Moderation.Adaptive ? 'adaptive' : moderation === Moderation.Fixed ? 'fixed' : 'off';
  const [decision, reason] = {
    [FollowInterrupt.AtOnce]: [
      `Vector ${entry.a} interrupts at once.`,
      `Interrupt moderation is ${mode}: no interval is running since the last interrupt of this vector.`,
    ],
    [FollowInterrupt.Moderated]: [
      `Vector ${entry.a} waits ${wait} before it interrupts.`,
      `Interrupt moderation is ${mode}: the interval since its last interrupt is not over.`,
    ],
    [FollowInterrupt.Armed]: [
      `Vector ${entry.a} waits already, ${wait} more.`,
      `Interrupt moderation is ${mode}: an earlier frame has asked for the interrupt, which will stand for both.`,
    ],
    [FollowInterrupt.Masked]: [
      `No interrupt: vector ${entry.a} is masked, as its service routine or DPC is under way.`,
      'The DPC that runs or waits finds the frame in the ring; a vector is unmasked when its DPCs have ended.',
    ],
  }[entry.b] as [string, string];
  return { ...atAdapter(context), decision, reason, evidence: entry.b === FollowInterrupt.Masked ? VECTORS : THROTTLING };
}

function ring(context: StepContext): Words {
  const { entry } = context;
  const frames = entry.b === 1 ? 'nothing else waits' : `${countText(entry.b - 1, 'frame')} before it`;
  if (entry.processor === limits.NoProcessor)
    return { ...atAdapter(context), decision: 'The host is an ideal one: the frame is handled at once, and nothing is charged.' };
  return {
    ...atAdapter(context),
    decision: `Receive ring of queue ${entry.a}: ${frames}; ${entry.d} of ${countText(entry.c, 'descriptor')} in use.`,
  };
}

export const adapterWords: WordTable = {
  [FollowStep.Arrived]: (context) => {
    const { entry, places } = context;
    const corrupt = entry.b & PacketFlag.Corrupt ? ' Its check sequence is wrong.' : '';
    const delay = timeText(places.resolvedNic(entry.place).dmaDelay);
    return {
      ...atAdapter(context),
      decision: `The last bit arrives: ${countText(entry.a, 'byte')}, ${Math.max(LEAST_FRAME, entry.a) + CHECK_SEQUENCE} with padding and check sequence.${corrupt} The frame is in memory ${delay} later.`,
    };
  },
  [FollowStep.Filtered]: filtered,
  [FollowStep.ChimneyKept]: (context) => ({
    ...atAdapter(context),
    decision: 'TCP Chimney: the adapter does not hold the connection of this frame, so the host gets it.',
    ...chimneyWhy(context),
  }),
  [FollowStep.ChimneyTook]: (context) => ({
    ...atAdapter(context),
    decision: `TCP Chimney: the adapter holds the connection and keeps the frame; ${countText(context.entry.b, 'packet')} before it in the queue of its engine, which holds ${context.entry.c}.`,
    reason: 'The connection is offloaded: its segments do not go to the host.',
    evidence: { source: 'windows-driver-docs: NDIS TCP chimney offload' },
  }),
  [FollowStep.EngineServed]: (context) => ({
    ...atAdapter(context),
    decision: context.entry.a
      ? 'The TCP engine of the adapter handles the segment; no processor of the host is charged.'
      : 'The connection has left the adapter meanwhile: the frame goes up to the host.',
  }),
  [FollowStep.VmqChosen]: byFilter,
  [FollowStep.RssChosen]: hashed,
  [FollowStep.OneQueue]: oneQueue,
  [FollowStep.Ring]: ring,
  [FollowStep.Interrupt]: interrupt,
  [FollowStep.Raised]: (context) => ({
    ...atAdapter(context),
    decision: `Interrupt of vector ${context.entry.a} to ${context.places.processorText(context.entry.processor)}; it stands for ${countText(context.entry.b, 'frame')}.`,
  }),
  [FollowStep.Isr]: (context) => ({
    ...onProcessor(context, 'interrupt'),
    decision: 'The interrupt service routine runs, masks the vector and queues a DPC.',
    sharedBy: 'all frames of this interrupt',
  }),
  [FollowStep.DpcQueued]: (context) => ({
    ...onProcessor(context, context.entry.b ? 'dpc' : 'interrupt'),
    decision: context.entry.b
      ? `A DPC for queue ${context.entry.a} is queued here, from ${context.places.processorText(context.entry.c)}.`
      : `A DPC for queue ${context.entry.a} is queued on the same processor.`,
  }),
  [FollowStep.Dpc]: (context) => ({
    ...onProcessor(context, 'dpc'),
    decision: `The DPC of queue ${context.entry.a} runs; ${countText(context.entry.b, 'frame')} in the ring${context.entry.c ? '; another processor had queued it' : ''}.`,
    sharedBy: 'all frames of this DPC',
  }),
  [FollowStep.Sorted]: (context) => ({
    ...onProcessor(context, 'dpc'),
    decision: `The adapter has one hardware queue: the DPC hands the frame to queue ${context.entry.a} of ${context.places.processorText(context.entry.b)}.`,
    evidence: { source: 'windows-driver-docs: RSS with a single hardware receive queue' },
  }),
  [FollowStep.Indicated]: (context) => ({
    ...onProcessor(context, 'dpc'),
    decision: `NDIS indication: frame ${context.entry.a} of this batch, after ${timeText(wide(context.entry.c, context.entry.d))} in the ring; ${context.entry.b} left behind it.`,
  }),
};
