// A computer starts anew: its connections are gone, and nobody is told. Peers find out when they send: the adapter is dead for a while, and
// afterwards TCP answers with RST. Its clients do not start again (assumed: nobody logs on); its servers listen again. Virtual machines on it
// stop without being asked, and start again with it (assumed). One that is being migrated belongs to where it goes.
// Leaves out: what lies in rings and queues at that instant still goes its way. Counters go on from where they are.

import { HostRecord, SOCKET_STATE_FREE, SOCKET_STATE_TCP, TCP_EVENT_RESET, TCP_STATE_CLOSED, TRACE_KIND_STATE } from '../abi.gen';
import { appEnded } from '../app/app';
import { offloadLose } from '../chimney/host';
import { echoesForget } from '../net/echo';
import { neighborsForget } from '../net/neighbor';
import { Offset } from '../net/offset';
import { List, packetFree } from '../net/packet';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { socketFree } from './sockets';

function vanish(index: u32): void {
  const socket = The.socket(index);
  if (socket.state == SOCKET_STATE_TCP) {
    trace(TRACE_KIND_STATE, index, socket.lastState, TCP_STATE_CLOSED);
    The.connection(index).state = TCP_STATE_CLOSED;
    offloadLose(index);
  }
  while (socket.first != 0) packetFree(List.take(Offset.datagramFirst(socket)));
  appEnded(index, TCP_EVENT_RESET);
  socketFree(index);
}

/** Host of the document that a host is on: itself, or that of a virtual machine. */
function machineOn(hostIndex: u32, host: HostRecord): u32 {
  if (host.guest == 0) return hostIndex;
  const port = The.virtualPort(host.guest - 1);
  return The.virtualSwitch(host.paused ? port.nextSwitch : port.vswitch).host;
}

function forget(hostIndex: u32, host: HostRecord): void {
  const world = The.world();
  for (let index: u32 = 0; index < world.apps; index++) {
    const app = The.app(index);
    if (app.client == hostIndex) app.stopped = 1;
  }
  for (let index: u32 = 0; index < world.sockets; index++) {
    const socket = The.socket(index);
    if (socket.state != SOCKET_STATE_FREE && socket.host == hostIndex) vanish(index);
  }
  for (let number: u32 = 0; number < host.nics; number++) neighborsForget(host.firstNic + number);
  echoesForget(host);
}

/** Between two slices of a run. */
export function worldHostReset(hostIndex: u32): void {
  const hosts = The.world().hosts;
  for (let index: u32 = 0; index < hosts; index++) {
    const host = The.host(index);
    if (machineOn(index, host) == hostIndex) forget(index, host);
  }
}
