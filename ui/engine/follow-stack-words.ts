// The steps of a followed frame in a virtual switch, a stack and an application, as sentences.

import { DmaDecline, FollowRoute, FollowStep, limits, OffloadState, VirtualPortKind } from '../abi/abi.gen.ts';
import { onProcessor } from './follow-adapter-words.ts';
import { countText, timeText, wide, type StepContext } from './follow-places.ts';
import type { Words, WordTable } from './follow-words.ts';
import { ipProtocolName } from '../analysis/flow-text.ts';
import { tcpFlagsText } from './frame-headers.ts';

const bytesText = (count: number): string => countText(count, 'byte');
const NETDMA = { source: 'windows-driver-docs: NetDMA; threshold and least piece are assumed' };

const declines: Readonly<Record<number, string>> = {
  [DmaDecline.Offloaded]: 'the adapter places the data of the connection itself',
  [DmaDecline.OutOfOrder]: 'the data is out of order and waits in the stack until the hole is filled',
  [DmaDecline.NotPosted]: 'no receive request is posted, so it waits in the stack',
  [DmaDecline.BelowThreshold]: 'the receive request is smaller than the threshold of NetDMA',
  [DmaDecline.SmallFragment]: 'the piece is too small for a descriptor',
  [DmaDecline.RingFull]: 'the ring of the channel is full',
  [DmaDecline.Halted]: 'the channel is halted',
  [DmaDecline.Aborted]: 'the channel was aborted',
};

/** Work of a virtual machine runs at thread level of a processor of its host. */
const inStack = (context: StepContext, name: string, isGuest: boolean): Pick<Words, 'place' | 'kind'> =>
  context.entry.processor === limits.NoProcessor
    ? { place: `${name}, ideal host`, kind: 'stack' }
    : onProcessor(context, isGuest ? 'thread' : 'dpc');

const ofSocket = (context: StepContext): Pick<Words, 'place' | 'kind'> => {
  const host = context.places.hostOfSocket(context.entry.place);
  return inStack(context, host.name, host.guest !== null);
};

function routed(context: StepContext): Words {
  const { entry, places } = context;
  const vlan = entry.c ? ` in VLAN ${entry.c}` : '';
  const how = {
    [FollowRoute.Table]: 'the destination address is in its table',
    [FollowRoute.Unknown]: 'the destination address is unknown, and unknown stations are behind the adapter',
    [FollowRoute.Group]: 'it is a group frame, which goes to all ports; this is the first of them, the others get copies',
  }[entry.b]!;
  return {
    place: places.switchOf(entry.place),
    kind: 'switch',
    decision: `The virtual switch routes the frame${vlan} from ${places.port(entry.place)} to ${places.port(entry.a)}: ${how}.`,
  };
}

function tcp(context: StepContext): Words {
  const { entry, places } = context;
  const ahead = (entry.a - entry.b) | 0;
  const flags = tcpFlagsText(entry.d);
  const order =
    entry.step === FollowStep.Accepted
      ? 'a new connection is accepted'
      : entry.c === 0
        ? 'it carries no data'
        : ahead === 0
          ? 'in order: it begins at the byte that is expected'
          : ahead > 0
            ? `out of order: ${bytesText(ahead)} before it are missing`
            : `it begins ${bytesText(-ahead)} before what is expected: a repetition, at least in part`;
  return {
    ...ofSocket(context),
    decision: `TCP, ${places.connection(entry.place)}: sequence ${entry.a}, ${bytesText(entry.c)}, ${flags}; ${order}.`,
  };
}

function taken(context: StepContext): Words {
  const { entry } = context;
  const before = context.entries[context.at - 1];
  const carried = before?.c ?? 0;
  const data = entry.a
    ? `TCP takes ${bytesText(entry.a)}`
    : carried
      ? 'TCP takes nothing of it: a duplicate, or outside of the window'
      : 'No data to take';
  const acked = entry.d ? `; its ACK covers ${bytesText(entry.d)} anew` : '';
  return { ...ofSocket(context), decision: `${data}${acked}. Expected next: ${entry.b}; receive window ${bytesText(entry.c)}.` };
}

function copied(context: StepContext): Words {
  const { entry, places } = context;
  const into = entry.c
    ? `${bytesText(entry.c)} go into posted receive requests`
    : 'no receive request takes them, so they wait in the stack';
  if (entry.processor === limits.NoProcessor)
    return { ...ofSocket(context), decision: `${bytesText(entry.a)} are handed over; an ideal host copies for nothing.` };
  const byProcessor = entry.a - entry.b;
  const who = [
    ...(entry.b ? [`the copy engine moves ${bytesText(entry.b)}`] : []),
    ...(byProcessor ? [`the processor copies ${bytesText(byProcessor)}`] : []),
  ].join(', ');
  const decline = byProcessor ? declines[entry.d] : undefined;
  const off =
    byProcessor && (entry.d === DmaDecline.Off || entry.d === DmaDecline.None)
      ? places.whyOff('netdma', places.nicOfSocket(entry.place))
      : null;
  const why = decline
    ? { reason: `The processor copies because ${decline}.`, evidence: NETDMA }
    : off
      ? { reason: `NetDMA is off: ${off.reason}`, evidence: off.evidence }
      : entry.b
        ? { reason: 'The data is in order, a receive request is posted, and the request is large enough.', evidence: NETDMA }
        : {};
  return { ...ofSocket(context), decision: `Copy: ${who}; ${into}.`, ...why };
}

function answered(context: StepContext): Words {
  const { a: sent, b: held } = context.entry;
  const decision = sent
    ? `TCP puts out ${countText(sent, 'segment')} in answer; they leave when this work is over.`
    : held
      ? 'TCP holds its ACK back: it goes with the next segment, or after the delayed-ACK time.'
      : 'TCP has nothing to answer.';
  return { ...ofSocket(context), decision };
}

export const stackWords: WordTable = {
  [FollowStep.Routed]: routed,
  [FollowStep.QueueRouted]: (context) => {
    const { entry, places } = context;
    const copy = entry.b
      ? 'the adapter has put it into the memory of the virtual machine, so nothing is copied'
      : `the processor copies ${bytesText(entry.c)} into the memory of the virtual machine`;
    return {
      place: places.switchOf(entry.place),
      kind: 'switch',
      decision: `Queue ${entry.a} belongs to ${places.port(entry.place)}: no routing; ${copy}.`,
      evidence: { source: 'windows-driver-docs: Shared memory in receive buffers' },
    };
  },
  [FollowStep.GuestCopied]: ({ entry, places }) => ({
    place: places.switchOf(entry.place),
    kind: 'switch',
    decision: `The processor copies ${bytesText(entry.a)} into the memory of ${places.port(entry.place)}.`,
    reason: 'Only a queue of its own has its receive buffers in the memory of the virtual machine.',
    evidence: { source: 'windows-driver-docs: Shared memory in receive buffers' },
  }),
  [FollowStep.Channel]: ({ entry, places }) => ({
    place: places.switchOf(entry.place),
    kind: 'switch',
    decision: `VMBus ring of ${places.port(entry.place)}: ${entry.a} of ${countText(entry.b, 'frame')} in it; ${
      entry.c
        ? `the virtual machine is signalled on ${places.processorText(entry.processor)}`
        : 'the virtual machine is at work already, so no signal'
    }.`,
  }),
  [FollowStep.GuestTaken]: (context) => ({
    ...onProcessor(context, 'thread'),
    decision: `${context.places.port(context.entry.place)} takes the frame from VMBus, number ${context.entry.a} of its batch, after ${timeText(wide(context.entry.c, context.entry.d))}.`,
  }),
  [FollowStep.ToHost]: (context) => ({
    ...onProcessor(context, 'dpc'),
    decision: `The virtual switch gives the frame to ${context.places.port(context.entry.place)}, within the same DPC.`,
  }),
  [FollowStep.HostAsked]: ({ entry, places }) => {
    const isGuest = places.portRecord(entry.place).kind === VirtualPortKind.Guest;
    return {
      place: places.switchOf(entry.place),
      kind: 'switch',
      decision: `${places.port(entry.place)} hands the frame ${isGuest ? 'over VMBus ' : ''}to the switch; a DPC on ${places.processorText(entry.processor)} will switch it; ${countText(entry.a, 'frame')} waiting.`,
    };
  },
  [FollowStep.SwitchTaken]: (context) => ({
    ...onProcessor(context, 'dpc'),
    decision: 'A DPC of the host takes the frame and switches it.',
  }),
  [FollowStep.Ip]: (context) => {
    const { entry, places } = context;
    const host = places.host(entry.place);
    return {
      ...inStack(context, host.name, host.guest !== null),
      decision: entry.a
        ? `IPv${entry.a} of ${host.name}: the packet carries ${ipProtocolName(entry.b)}.`
        : `${host.name} looks at the frame: it is not IP.`,
    };
  },
  [FollowStep.Tcp]: tcp,
  [FollowStep.Accepted]: tcp,
  [FollowStep.TcpTaken]: taken,
  [FollowStep.Copied]: copied,
  [FollowStep.Answered]: answered,
  [FollowStep.NoSocket]: (context) => ({
    ...inStack(context, context.places.host(context.entry.place).name, false),
    decision: 'No connection and no listener fits the segment: TCP answers with RST, unless it is one itself.',
    evidence: { source: 'RFC 9293 section 3.10.7.1' },
  }),
  [FollowStep.Handed]: (context) => ({
    ...ofSocket(context),
    decision:
      context.entry.a === OffloadState.Offloaded
        ? 'The connection is in the adapter: the host hands the segment to it (MiniportTcpOffloadForward).'
        : 'The connection is moving between host and adapter: the host holds the segment until that is over.',
  }),
  [FollowStep.Placed]: ({ entry, places }, headers) => ({
    place: places.nic(places.nicOfSocket(entry.place)),
    kind: 'adapter',
    decision: `TCP in the adapter, ${places.connection(entry.place)}: sequence ${entry.c}, takes ${entry.a || !headers?.payload ? bytesText(entry.a) : 'nothing: a duplicate, or outside of the window'}${
      entry.a
        ? `, ${entry.b ? `${bytesText(entry.b)} straight into posted receive requests, no copy` : 'which wait for a receive request'}`
        : ''
    }${entry.d ? `; its ACK covers ${bytesText(entry.d)} anew` : ''}.`,
  }),
  [FollowStep.Completion]: (context) => ({
    ...onProcessor(context, 'dpc'),
    decision: 'A completion DPC tells the host that a receive request is complete.',
    reason: 'Completions run on the processor that the indirection table has for the hash of the connection.',
    evidence: { source: 'windows-driver-docs-ddi: TCP_OFFLOAD_STATE_CONST (HashValue)' },
  }),
  [FollowStep.Datagram]: (context) => ({
    ...ofSocket(context),
    decision: `UDP: ${bytesText(context.entry.a)} for the socket${context.entry.b ? `; ${countText(context.entry.b, 'datagram')} waiting for its thread` : ''}.`,
  }),
  [FollowStep.Woken]: (context) => {
    const { entry, places } = context;
    const host = places.hostOfSocket(entry.place).name;
    return {
      ...ofSocket(context),
      decision: `The thread of the application on ${host} is woken on ${places.processorText(entry.a)}${entry.b ? ', which had no thread to run' : ''}.`,
      reason: entry.c ? 'The thread is bound to this processor.' : 'The thread is bound to no processor and runs where it is woken.',
      evidence: { assumed: 'Windows chooses by its scheduler; here a thread that is bound to none runs where it is woken.' },
    };
  },
  [FollowStep.Read]: ({ entry, places }) => ({
    place: `Application on ${places.hostOfSocket(entry.place).name}`,
    kind: 'application',
    decision: `The application reads ${bytesText(entry.a)}, this frame’s among them, ${
      entry.processor === limits.NoProcessor ? 'on an ideal host' : `on ${places.processorText(entry.processor)}`
    }.`,
    sharedBy: `the whole run of the thread, which reads ${bytesText(entry.a)}`,
  }),
};
