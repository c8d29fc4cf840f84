// Paths of frames for tests of their element: one to an application, one dropped, one that is waited for.

import { noFramePath, type FollowRequest, type FramePath, type PathCost, type PathStep } from '../../ui/scenario/frame-path.ts';

const request: FollowRequest = { nic: 0, direction: 'arrives', connection: null, withData: true };

const cost = (id: string, units: number, ps: number): PathCost => ({
  id,
  label: `what ${id} is`,
  unit: 'packet',
  units,
  ps,
  charged: 'server, processor 4',
});

const tuple = { source: '192.0.2.2', destination: '192.0.2.1', protocol: 'tcp', sourcePort: 49152, destinationPort: 5001 } as const;

const steps: PathStep[] = [
  { timePs: 5e9, place: 'server.lan', kind: 'adapter', step: 'Arrived', decision: 'The last bit arrives: 1,514 bytes.', costs: [] },
  {
    timePs: 5e9 + 1e6,
    place: 'server.lan',
    kind: 'adapter',
    step: 'RssChosen',
    decision: 'Hash 0x51ccc178 of 4 tuple fields, TCP/IPv4; last 7 bits = 120; entry 120 of 128 → queue 2 → processor 4.',
    reason: 'TCP with readable ports has a hash type of its own.',
    evidence: { source: 'windows-driver-docs: RSS hashing functions' },
    costs: [],
    tuple,
  },
  {
    timePs: 5e9 + 20e6,
    place: 'server, processor 4: interrupt',
    kind: 'interrupt',
    step: 'Isr',
    decision: 'The interrupt service routine runs.',
    costs: [cost('int', 1, 853_000)],
    sharedBy: 'all frames of this interrupt',
    processor: 4,
  },
  {
    timePs: 5e9 + 22e6,
    place: 'server, processor 4: DPC',
    kind: 'dpc',
    step: 'Indicated',
    decision: 'NDIS indication: frame 3 of this batch.',
    costs: [cost('drv_rx', 1, 188_000), cost('nbl_return', 1, 113_000)],
    processor: 4,
  },
  {
    timePs: 5e9 + 22e6,
    place: 'server, processor 4: DPC',
    kind: 'dpc',
    step: 'Copied',
    decision: 'Copy: the processor copies 1,460 bytes.',
    reason: 'NetDMA is off: The chipset has no copy engine.',
    evidence: { assumed: 'Only for this test.' },
    costs: [cost('copy_cold', 1460, 409_000)],
    processor: 4,
  },
  {
    timePs: 5e9 + 90e6,
    place: 'Application on server',
    kind: 'application',
    step: 'Read',
    decision: 'The application reads 65,536 bytes, this frame’s among them.',
    costs: [],
    processor: 4,
  },
];

export const endedPath: FramePath = {
  ...noFramePath,
  state: 'ended',
  request,
  subject: 'the next frame with data that arrives at server.lan',
  steps,
  bytes: 1514,
  headers: {
    ethernet: { source: '00:00:5e:00:53:02', destination: '00:00:5e:00:53:01', type: 'IPv4', vlan: null },
    ip: { version: 4, source: '192.0.2.2', destination: '192.0.2.1', hopLimit: 128, bytes: 1500, protocol: 'TCP' },
    tcp: { sourcePort: 49152, destinationPort: 5001, sequence: 1000, acknowledgment: 2000, flags: 'ACK', window: 255 },
    payload: 1460,
  },
};

export const droppedPath: FramePath = {
  ...endedPath,
  state: 'dropped',
  steps: [
    ...steps.slice(0, 2),
    {
      timePs: 5e9 + 1e6,
      place: 'server.lan',
      kind: 'adapter',
      step: 'Dropped',
      decision: 'Dropped: no receive buffer is left, every descriptor of the ring is in use.',
      costs: [],
      isDrop: true,
    },
  ],
};

export const waitingPath: FramePath = { ...noFramePath, state: 'waiting', request, subject: endedPath.subject };
