// A world with everything that a plain path does not have: two virtual machines, an adapter that takes connections and has queues, a copy
// engine. Moments of it have numbers that can be worked out by hand.

import { ChimneyReason, OffloadState, VmqState } from '../../ui/abi/abi.gen.ts';
import type { LabMoment } from '../../ui/components/lab-view/moment.ts';
import type { LabFrame } from '../../ui/scenario/lab-frame.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { layoutOf, momentOf, MS } from './lab-scene.ts';

const offloadDraft: ScenarioDraft = {
  nicscope: 1,
  title: 'Offloads',
  hosts: [
    {
      name: 'server',
      processors: { coresPerSocket: 4 },
      chipset: { copyEngine: true },
      windows: { roles: { hyperV: true } },
      nics: [{ name: 'lan', speed: '10 Gb/s', queues: 3, capabilities: { vmqQueues: 2, chimneyIPv4: true, chimneyConnections: 16 } }],
      virtualNetworks: [{ name: 'External', kind: 'external', adapter: 'lan' }],
      virtualMachines: [
        { name: 'vm1', network: 'External', optimizations: true },
        { name: 'vm2', network: 'External', vlan: 7 },
      ],
    },
    { name: 'client', kind: 'ideal', nics: [{ name: 'lan', speed: '10 Gb/s' }] },
  ],
  links: [{ ends: ['client.lan', 'server.lan'] }],
};

export const offloadLayout = layoutOf(offloadDraft);

/** Counters `times` times those of one interval of 10 ms. */
function fill(frame: LabFrame, times: number): void {
  const set: LabFrame['set'] = (part, row, column, value) => frame.set(part, row, column, value);
  for (let row = 0; row < frame.rows.processor; row += 1) {
    set('processor', row, 'coldBytes', 1e6 * times);
    set('processor', row, 'warmBytes', 0);
    set('processor', row, 'switchBytes', row === 0 ? 4e6 * times : 0);
    set('processor', row, 'guestPs', row === 1 ? 2 * MS * times : 0);
  }
  for (const row of [0, 1]) {
    set('machine', row, 'running', 1);
    set('machine', row, 'queue', row === 0 ? 1 : 0);
    set('machine', row, 'ownPs', (row ? 1 : 3) * MS * times);
    set('machine', row, 'hostPs', 2 * MS * times);
    set('machine', row, 'directBytes', row ? 0 : 6e6 * times);
    set('machine', row, 'droppedIn', row ? 5 * times : 0);
    set('machine', row, 'processor0', row + 1);
    for (const place of [1, 2, 3] as const) set('machine', row, `processor${place}`, -1);
  }
  for (const [queue, frames] of [900, 2100, 0].entries()) {
    set('queue', queue, 'frames', frames * times);
    set('queue', queue, 'vmqState', queue === 1 ? VmqState.Running : VmqState.Undefined);
    set('queue', queue, 'machine', queue === 1 ? 0 : -1);
    set('queue', queue, 'filters', queue === 1 ? 1 : 0);
  }
  set('copyEngine', 0, 'on', 1);
  set('copyEngine', 0, 'movedBytes', 2e6 * times);
  set('copyEngine', 0, 'notPostedBytes', 5e5 * times);
  for (let row = 0; row < frame.rows.channel; row += 1) {
    set('channel', row, 'processor', row);
    set('channel', row, 'busyPs', row === 0 ? 5 * MS * times : 0);
    set('channel', row, 'queued', row === 0 ? 17 : 0);
  }
  set('offload', 0, 'capacity', 16);
  set('offload', 0, 'offloaded', 4);
  set('offload', 0, 'packetPs', 1e6);
  set('offload', 0, 'served', 7500 * times);
  set('offload', 0, 'drops', 3 * times);
  set('offload', 0, 'receivedBytes', 5e6 * times);
  set('offload', 0, 'copiedBytes', 1e6 * times);
  set('offload', 0, 'uploads', 2);
  set('offload', 0, 'uploadSmallIo', 2);
  for (let row = 0; row < frame.rows.connection; row += 1) {
    const isHost = frame.get('connection', row, 'id') >= 0;
    if (isHost) set('connection', row, 'host', 0);
    set('connection', row, 'offload', row < 2 ? OffloadState.Offloaded : OffloadState.InHost);
    set('connection', row, 'offloadReason', row === 2 ? ChimneyReason.Room : row === 3 ? ChimneyReason.AutomaticBytes : 0);
  }
}

/** From 10 to 20 ms. */
export function offloadMoment(layout = offloadLayout): LabMoment {
  const moment = momentOf(layout, 10 * MS, 20 * MS, 4);
  fill(moment.before!, 1);
  fill(moment.frame, 2);
  return moment;
}
