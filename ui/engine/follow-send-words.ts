// The steps of a followed frame on its way out and over cables, and its end, as sentences.

import { DropReason, FollowPlace, FollowStep, limits } from '../abi/abi.gen.ts';
import { onProcessor } from './follow-adapter-words.ts';
import { countText, timeText, wide, type StepContext, type Why } from './follow-places.ts';
import type { Words, WordTable } from './follow-words.ts';
import { tcpFlagsText } from './frame-headers.ts';

const bytesText = (count: number): string => countText(count, 'byte');
const LARGE_SENDS = { source: 'windows-driver-docs: Offloading the segmentation of large TCP packets' };

const sender = (context: StepContext): Pick<Words, 'place' | 'kind'> =>
  context.entry.processor === limits.NoProcessor ? { place: 'TCP/IP of the sender', kind: 'stack' } : onProcessor(context, 'thread');

function segment(context: StepContext): Words {
  const { entry, places, entries, at } = context;
  // The work item may be a DPC: an ACK that opened the window. Only a request just before it says that it was a thread.
  const isThread = entries[at - 1] !== undefined && entries.slice(0, at).some(({ step }) => step === FollowStep.Request);
  const processor = places.processor(entry.processor);
  const place: Pick<Words, 'place' | 'kind'> = isThread
    ? sender(context)
    : processor
      ? { place: `${processor.host}, processor ${processor.number}: TCP/IP`, kind: 'stack' }
      : { place: 'TCP/IP of the sender', kind: 'stack' };
  const next = entries.slice(at).find(({ step }) => step === FollowStep.Waits || step === FollowStep.Posted);
  if (entry.place === 0 && entry.b === 0 && entry.d === 0)
    return { ...place, decision: 'The stack sends a frame that belongs to no connection.' };
  const flags = entry.d ? `, ${tcpFlagsText(entry.d)}` : '';
  const what = entry.d ? `TCP segment: sequence ${entry.a}, ` : 'Datagram: ';
  if (entry.c > 1)
    return {
      ...place,
      decision: `Large send: ${what.replace('TCP segment: ', '')}${bytesText(entry.b)}${flags}; the adapter will cut it into ${countText(entry.c, 'frame')}.`,
      reason: 'Large send offload is in force, so TCP hands down more than a segment at a time.',
      evidence: LARGE_SENDS,
    };
  const why = entry.d && entry.b && next ? largeSendWhy(context, next.place) : null;
  return { ...place, decision: `${what}${bytesText(entry.b)}${flags}.`, ...(why ?? {}) };
}

/** Why a segment with data is not a large send. */
function largeSendWhy({ places }: StepContext, nic: number): Why | null {
  const v2 = places.whyOff('lso-v2', nic);
  const v1 = places.whyOff('lso-v1', nic);
  return v1 && v2 ? { reason: `Large send offload is off: ${v2.reason}`, evidence: v2.evidence } : null;
}

const dropTexts: Readonly<Record<number, string>> = {
  [DropReason.PathLoss]: 'The frame is lost on the cable.',
  [DropReason.Corrupt]: 'Dropped: the check sequence is wrong, a bit was flipped on the way.',
  [DropReason.NoBuffer]: 'Dropped: no receive buffer is left, every descriptor of the ring is in use.',
  [DropReason.Filtered]: 'Dropped: the frame is not for this station.',
  [DropReason.PortFull]: 'Dropped: the output queue of the switch port is full.',
  [DropReason.BadChecksum]: 'Dropped: a checksum in its headers is wrong.',
  [DropReason.NoListener]: 'Dropped: nobody wants it.',
  [DropReason.NoCable]: 'Dropped: the adapter has no cable.',
  [DropReason.NoMemory]: 'Dropped: a pool of the emulator is full, which is a fault of the run.',
  [DropReason.NotForUs]: 'Dropped: the IP destination is no address of this host.',
  [DropReason.Malformed]: 'Dropped: its headers contradict its length.',
  [DropReason.TooLong]: 'Dropped: it is longer than the MTU of the adapter allows.',
  [DropReason.Unresolved]: 'Dropped: the neighbour did not answer, so there is no address to send it to.',
  [DropReason.OtherVlan]: 'Dropped: the port is in another VLAN.',
  [DropReason.UnknownStation]: 'Dropped: no port of the virtual switch leads to the destination.',
  [DropReason.QueuePaused]: 'Discarded: the queue of the virtual machine was paused with its last filter.',
  [DropReason.ChannelFull]: 'Dropped: the VMBus ring of the virtual machine is full.',
  [DropReason.NotConnected]: 'Dropped: the virtual machine is paused, or on another host.',
};

function dropped(context: StepContext): Words {
  const { entry, places } = context;
  const place =
    entry.b === FollowPlace.Path
      ? places.path(entry.place)
      : entry.b === FollowPlace.Port
        ? places.switchPort(entry.place)
        : places.nic(entry.place);
  const isAdapter = entry.b === FollowPlace.Nic || entry.b === FollowPlace.Host;
  const why: Partial<Why> =
    entry.a === DropReason.NoBuffer && entry.b === FollowPlace.Host
      ? {
          reason: 'As many datagrams as it holds wait for the thread of the server.',
          evidence: { assumed: 'Windows counts the bytes of a socket’s buffer; here datagrams are counted.' },
        }
      : entry.a === DropReason.NoBuffer
        ? {
            reason:
              'The frame counts under “Packets Received Discarded”. A DPC gives descriptors back when it takes frames: more descriptors, or a faster or less busy processor, would help.',
            evidence: { source: 'Performance counters of NT 6.1: Network Interface, Packets Received Discarded' },
          }
        : {};
  const decision =
    entry.a === DropReason.NoBuffer && entry.b === FollowPlace.Host ? 'Dropped: the socket’s buffer is full.' : dropTexts[entry.a]!;
  return { place, kind: isAdapter ? 'adapter' : 'cable', decision, isDrop: true, ...why };
}

export const sendWords: WordTable = {
  [FollowStep.Request]: (context) => ({
    ...sender(context),
    decision: `The application on ${context.places.hostOfSocket(context.entry.place).name} sends ${bytesText(context.entry.a)}, from byte ${wide(context.entry.b, context.entry.c).toLocaleString('en-US')} of the stream.`,
  }),
  [FollowStep.Segment]: segment,
  [FollowStep.Window]: ({ entry, entries, at, places }) => {
    const before = entries.slice(0, at).findLast(({ step }) => step === FollowStep.Segment);
    const found = before ? segment({ entry: before, entries, at: entries.indexOf(before), places }) : null;
    return {
      place: found?.place ?? 'TCP/IP of the sender',
      kind: found?.kind ?? 'stack',
      decision: `The windows allow it: congestion window ${bytesText(entry.a)}, send window ${bytesText(entry.b)}, in flight with it ${bytesText(entry.c)}; segments of at most ${bytesText(entry.d)}.`,
    };
  },
  [FollowStep.Waits]: ({ entries, at, places }) => {
    const before = entries.slice(0, at).findLast(({ step }) => step === FollowStep.Segment);
    const found = before ? segment({ entry: before, entries, at: entries.indexOf(before), places }) : null;
    return {
      place: found?.place ?? 'TCP/IP of the sender',
      kind: found?.kind ?? 'stack',
      decision: 'The packet goes down when the work under way has had its time on the processor.',
    };
  },
  [FollowStep.Neighbor]: ({ entry, places }) => ({
    place: places.nic(entry.place),
    kind: 'adapter',
    decision: entry.a
      ? 'The neighbour’s address is not known: the packet waits for its answer.'
      : 'The neighbour’s address is known and goes into the Ethernet header.',
  }),
  [FollowStep.Posted]: ({ entry, places }) => ({
    place: places.nic(entry.place),
    kind: 'adapter',
    decision: entry.d
      ? `A frame of the adapter’s own TCP: no descriptor; ${countText(entry.b, 'packet')} ahead of it.`
      : `Transmit queue ${entry.a}: ${countText(entry.b, 'packet')} ahead of it in all queues. Doorbell: ${entry.c ? 'the adapter is sending, its turn comes' : 'the adapter is idle and fetches descriptor and data'}.`,
  }),
  [FollowStep.Cut]: ({ entry, places }) => ({
    place: entry.c ? places.switchOf(entry.place) : places.nic(entry.place),
    kind: entry.c ? 'switch' : 'adapter',
    decision: `The large send is cut into ${countText(entry.a, 'frame')}; the first has ${bytesText(entry.b)} of payload, and is followed from here on.`,
    evidence: entry.c ? { assumed: 'A virtual switch cuts large sends between virtual machines.' } : LARGE_SENDS,
  }),
  [FollowStep.Wire]: ({ entry, places }) => ({
    place: places.nic(entry.place),
    kind: 'adapter',
    decision: `The frame goes out: ${bytesText(entry.a)}, ${timeText(wide(entry.b, entry.c))} on the wire with preamble, check sequence and gap.`,
  }),
  [FollowStep.Cable]: ({ entry, places }) => ({
    place: places.path(entry.place),
    kind: 'cable',
    decision: `${timeText(wide(entry.b, entry.c))} on the way to the other end.${entry.a ? ' A bit is flipped on it.' : ''}`,
  }),
  [FollowStep.SwitchPort]: ({ entry, places }) => ({
    place: places.switchPort(entry.place),
    kind: 'cable',
    decision: `The switch knows the station: output queue of this port, ${entry.a.toLocaleString('en-US')} of ${bytesText(entry.b)} in it.`,
  }),
  [FollowStep.Flooded]: ({ entry, places }) => ({
    place: places.switchPort(entry.place),
    kind: 'cable',
    decision:
      'The switch sends copies to all other ports: a group address, or a station that it does not know. The copies are not followed.',
    evidence: { source: 'IEEE 802.1D clause 7' },
  }),
  [FollowStep.Dropped]: dropped,
};
