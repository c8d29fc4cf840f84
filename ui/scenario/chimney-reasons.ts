// Why a connection is in the host, and why one came back, in words: for views and the command. What gates say is theirs (ui/effective);
// reasons that only the emulated path has are worded here. Leaves out the values of settings: the panel of gates has those.

import { ChimneyReason, type UploadReason } from '../abi/abi.gen.ts';
import { chimneyGates } from '../effective/chimney.ts';
import { reasonOfGate } from './chimney-settings.ts';

export interface OffloadReasonText {
  /** A few words. */
  title: string;
  /** What would have to hold, as a sentence. */
  needed: string;
}

const ofThePath: Readonly<Record<number, OffloadReasonText>> = {
  [ChimneyReason.None]: { title: 'next to be offloaded', needed: 'Nothing stands against it: it moves with its next segment.' },
  [ChimneyReason.Paused]: { title: 'offload is paused', needed: 'The adapter has to resume taking connections.' },
  [ChimneyReason.OtherAdapter]: {
    title: 'brought back by a change of another adapter',
    needed: 'Only a new connection is offloaded again; the update KB 2477730 keeps this from happening.',
  },
  [ChimneyReason.Uploaded]: {
    title: 'the adapter gave it back',
    needed: 'Only a new connection is offloaded again; the reasons of uploads tell why the adapter wanted to be rid of it.',
  },
  [ChimneyReason.Migrating]: {
    title: 'its virtual machine is about to leave the host',
    needed: 'The virtual machine has to be where it goes to.',
  },
  [ChimneyReason.Ecn]: { title: 'uses ECN', needed: 'The two ends must not agree on explicit congestion notification.' },
  [ChimneyReason.Ideal]: { title: 'ideal host', needed: 'Only hosts that are modelled have something to offload.' },
};

/** Names stay as they are: "Network Load Balancing", "Hyper-V". */
const lowerFirst = (text: string): string => text.replace(/^[A-Z][a-z]+(?=$|:| [a-z])/, (word) => word.toLowerCase());

const byReason = new Map<number, OffloadReasonText>([
  ...chimneyGates.map(({ id, title, requires }): [number, OffloadReasonText] => [
    reasonOfGate(id),
    { title: lowerFirst(title), needed: requires },
  ]),
  ...Object.entries(ofThePath).map(([reason, text]): [number, OffloadReasonText] => [Number(reason), text]),
]);

/** @param reason  ChimneyReason */
export const offloadReasonText = (reason: number): OffloadReasonText =>
  byReason.get(reason) ?? { title: `reason ${reason}`, needed: 'This reason has no explanation.' };

export const offloadReasonOf = (name: string): OffloadReasonText =>
  offloadReasonText((ChimneyReason as Readonly<Record<string, number>>)[name] ?? -1);

const uploadTexts: Readonly<Record<keyof typeof UploadReason, string>> = {
  None: 'no reason given',
  HardwareFailure: 'the hardware failed',
  InvalidState: 'the path had become invalid',
  ReceivedUrgentData: 'urgent data came',
  TimeoutExpiration: 'all retransmissions were used up',
  UploadRequested: 'the host asked for it',
  HighDropRate: 'too much was sent again',
  HighFragmentation: 'too many fragments came',
  HighOutOfOrderPackets: 'too much came out of order',
  LowActivity: 'hardly anything was sent or received',
  NoBufferPreposting: 'no receive buffers were posted',
  SmallIo: 'requests were small',
  Migration: 'the virtual machine moves to another host',
  Finished: 'the connection was over',
  GateClosed: 'a condition for offload no longer held',
  Paused: 'offload was paused',
  OtherAdapter: 'another adapter was changed',
  Firewall: 'a rule of Windows Firewall',
};

/** @param name  of UploadReason */
export const uploadReasonText = (name: string): string => (uploadTexts as Readonly<Record<string, string>>)[name] ?? name;
