// Why the TCP engine of an adapter left a frame to the host.

import { ChimneyReason, OffloadState } from '../abi/abi.gen.ts';
import { chimneyReasonName } from './chimney-read.ts';
import type { StepContext, Why } from './follow-places.ts';

const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

const ownReasons: Readonly<Record<number, string>> = {
  [ChimneyReason.Room]: 'The adapter holds as many connections as it can.',
  [ChimneyReason.Paused]: 'The adapter has paused offload.',
  [ChimneyReason.OtherAdapter]: 'Its connection was uploaded for good when another adapter changed (KB 2477730 is missing).',
  [ChimneyReason.Uploaded]: 'Its connection came back at the adapter’s request and stays in the host.',
  [ChimneyReason.Ecn]: 'Its connection uses ECN, which the offload state has no place for.',
  [ChimneyReason.Ideal]: 'The host is an ideal one, which does not offload.',
  [ChimneyReason.State]: 'Its connection is not established.',
  [ChimneyReason.OpenedBefore]: 'Its connection was opened before the mode was set.',
  [ChimneyReason.AutomaticRoundTrip]: 'Automatic mode: its round trip is not known yet, or not short enough.',
  [ChimneyReason.AutomaticBytes]: 'Automatic mode: it has not carried enough bytes yet.',
  [ChimneyReason.Ports]: 'The first entry of the port table that fits disables offload for it.',
  [ChimneyReason.Application]: 'The application table disables offload for its program.',
};

const moving: Readonly<Record<number, string>> = {
  [OffloadState.Offloading]: 'Its connection is on its way to the adapter, which does not have it yet.',
  [OffloadState.Uploading]: 'Its connection is on its way back to the host.',
  [OffloadState.Offloaded]: 'Another adapter holds its connection, or the segment is one that goes up.',
};

const OFFLOAD = { source: 'windows-driver-docs: NDIS TCP chimney offload' };

export function chimneyWhy({ entry, places }: StepContext): Why {
  if (entry.a === 0) return { reason: 'It belongs to no TCP connection of the host that could be offloaded.', evidence: OFFLOAD };
  const { b: state, c: reason } = entry;
  const movingReason = moving[state];
  if (movingReason) return { reason: movingReason, evidence: OFFLOAD };
  if (reason === ChimneyReason.None)
    return {
      reason: 'Nothing stands against an offload; the connection is looked at when it makes progress.',
      evidence: { assumed: 'When Windows looks at a connection is not documented.' },
    };
  const own = ownReasons[reason];
  const gate = places.whyNotOffloaded(kebab(chimneyReasonName(reason)), entry.place);
  return { reason: own ?? gate?.reason ?? chimneyReasonName(reason), evidence: gate?.evidence ?? OFFLOAD };
}
