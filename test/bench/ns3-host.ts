// ns-3 as a host of contenders: a run of the peer is one process, so its budget is a simulated time.

import type { Host } from './host.ts';
import type { Ns3Peer } from './ns3.ts';
import { worldTopic } from './world.ts';

const FLOWS = [1, 16, 64] as const;
/** 1 to 2 s on one core. */
const SIMULATED_SECONDS = 0.1;

export function ns3Host(peer: Ns3Peer): Host {
  return {
    name: 'ns-3',
    detail: peer.detail,
    open: async () =>
      FLOWS.map((flows) => ({ name: 'ns-3', topic: worldTopic('ideal', flows), agrees: `ns-3, ${flows}`, items: 1, frames: undefined })),
    check: async (index) => `${peer.run(FLOWS[index]!, 0.01).packets} packets`,
    run: async (index) => {
      const { seconds, packets } = peer.run(FLOWS[index]!, SIMULATED_SECONDS);
      return (seconds * 1e9) / packets;
    },
    close: async () => undefined,
    end: async () => undefined,
  };
}
