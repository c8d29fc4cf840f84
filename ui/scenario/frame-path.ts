// The path of one frame that was followed, as plain data: what is asked for, and every step with time, place, decision, reason and costs.

import type { Evidence } from '../features/rss.ts';

/** The next frame that fits is followed. */
export interface FollowRequest {
  /** Index of the adapter over all hosts, in the order of the document; virtual machines follow. */
  nic: number;
  direction: 'arrives' | 'leaves';
  /** Number of a connection at that adapter's host; null: any frame. */
  connection: number | null;
  /** Only a frame with payload of TCP or UDP. */
  withData: boolean;
}

/** What a step happened in; the timeline groups by it. */
export type PathPlaceKind = 'cable' | 'adapter' | 'interrupt' | 'dpc' | 'thread' | 'switch' | 'stack' | 'application';

export interface PathCost {
  /** Id of ui/features/costs.ts. */
  id: string;
  label: string;
  unit: string;
  units: number;
  /** On a core of its own: what sharing a core adds is not in it. */
  ps: number;
  /** Who was charged, "server, processor 4". */
  charged: string;
}

export interface PathTuple {
  source: string;
  destination: string;
  protocol: 'tcp' | 'udp' | 'other';
  sourcePort: number;
  destinationPort: number;
}

export interface PathStep {
  timePs: number;
  /** "server.lan", "server, processor 4". */
  place: string;
  kind: PathPlaceKind;
  /** Name of the step in the core, FollowStep. */
  step: string;
  decision: string;
  reason?: string;
  evidence?: Evidence;
  costs: PathCost[];
  /** What the costs are of, where it is more than this frame: "all frames of this interrupt". */
  sharedBy?: string;
  /** Of its host. */
  processor?: number;
  /** Of the step that chose a queue by hash: what the Hash page shows. */
  tuple?: PathTuple;
  /** The frame went no further. */
  isDrop?: true;
}

export interface FrameHeaders {
  ethernet: { source: string; destination: string; type: string; vlan: number | null };
  ip?: { version: 4 | 6; source: string; destination: string; hopLimit: number; bytes: number; protocol: string };
  tcp?: { sourcePort: number; destinationPort: number; sequence: number; acknowledgment: number; flags: string; window: number };
  udp?: { sourcePort: number; destinationPort: number };
  /** Bytes of payload that TCP or UDP carries. */
  payload: number | null;
}

export interface FramePath {
  /** `ended`: the last step is the end of its way. */
  state: 'off' | 'waiting' | 'under-way' | 'dropped' | 'ended';
  request: FollowRequest | null;
  /** What it is that is waited for, in words: "the next frame that arrives at server.lan". */
  subject: string;
  steps: PathStep[];
  /** Steps and costs that found no room in the record. */
  missed: number;
  headers: FrameHeaders | null;
  /** Bytes of the frame without check sequence; 0 where none were kept. */
  bytes: number;
  /** The exact bytes in hexadecimal digits, where they were asked for. */
  hex: string | null;
}

export const noFramePath: FramePath = {
  state: 'off',
  request: null,
  subject: '',
  steps: [],
  missed: 0,
  headers: null,
  bytes: 0,
  hex: null,
};
