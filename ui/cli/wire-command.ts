// `nicscope wire`: an emulation in real time, with one adapter cabled to a socket. Connects once, or listens and takes one peer at a time.

import { once } from 'node:events';
import { createConnection, createServer, type Server } from 'node:net';
import { counted } from '../analysis/wording.ts';
import { formatCount, formatDurationNs } from '../components/format.ts';
import type { World } from '../engine/world.ts';
import { InputFault } from './arguments.ts';
import { endpointText, type Endpoint } from './endpoint.ts';
import { findNicIndex } from './pcap-files.ts';
import { plainText } from './plain-text.ts';
import type { WireInvocation } from './scenario-options.ts';
import { stopSignal } from './stop-signal.ts';
import { WireLink } from './wire-link.ts';
import { loadWorld } from './world-load.ts';
import { droppedText } from './world-text.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

const connectionFault = (endpoint: Endpoint, error: unknown) => new InputFault(`${endpointText(endpoint)}: ${(error as Error).message}.`);

/** Waits for an event of a socket or server. @returns false when it was stopped before  @throws InputFault */
async function happens(emitter: NodeJS.EventEmitter, event: string, endpoint: Endpoint, signal: AbortSignal): Promise<boolean> {
  try {
    await once(emitter, event, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw connectionFault(endpoint, error);
  }
}

async function connect(endpoint: Endpoint, link: WireLink, signal: AbortSignal): Promise<void> {
  const socket = createConnection(endpoint);
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop);
  if (!(await happens(socket, 'connect', endpoint, signal))) return;
  say('attached');
  const fault = await link.attach(socket);
  if (fault !== null && !signal.aborted) throw new InputFault(fault);
}

/** What the system made of the address that was asked for. */
function boundEndpoint(server: Server, asked: Endpoint): Endpoint {
  const address = server.address();
  return address === null || typeof address === 'string' ? asked : { host: address.address, port: address.port };
}

async function listen(endpoint: Endpoint, link: WireLink, signal: AbortSignal): Promise<void> {
  const server = createServer((socket) => {
    if (link.isAttached) {
      socket.destroy();
      return;
    }
    say('attached');
    void link.attach(socket).then((fault) => {
      if (!signal.aborted) say(fault === null ? 'detached' : `detached: ${fault}`);
    });
  });
  server.listen(endpoint);
  if (!(await happens(server, 'listening', endpoint, signal))) return;
  say(`listening on ${endpointText(boundEndpoint(server, endpoint))}`);
  if (!signal.aborted) await once(signal, 'abort');
  server.close();
}

function summary(world: World, nic: number, { counts, slippedPs }: WireLink): string {
  const { dropped } = world.report().nics[nic]!;
  const parts = [
    `${formatDurationNs(world.now / 1000n)} of virtual time`,
    `${counted(counts.in, 'frame')} in`,
    `${counted(counts.out, 'frame')} out`,
  ];
  const drops = droppedText({ ...dropped, tooLong: dropped.tooLong + counts.tooLong, noMemory: dropped.noMemory + counts.noRoom });
  if (drops) parts.push(`dropped ${drops}`);
  if (counts.unheard) parts.push(`${formatCount(counts.unheard)} sent to nobody`);
  if (slippedPs) parts.push(`${formatDurationNs(slippedPs / 1000n)} behind the clock`);
  return plainText(parts.join(', '));
}

/** @throws InputFault */
export async function runWire(invocation: WireInvocation): Promise<void> {
  const { endpoint, listens } = invocation;
  const { world } = await loadWorld(invocation, invocation.nic);
  const nic = findNicIndex(world, 'nic', invocation.nic);
  world.outside(nic);
  const link = new WireLink({
    world,
    nic,
    bitsPerSecond: world.resolved.hosts.flatMap(({ nics }) => nics)[nic]!.speed,
    clock: () => process.hrtime.bigint(),
    onSlip: () =>
      say('More than 100 ms behind: virtual time lags the clock from here on (this host is too slow, or the other side does not read).'),
  });
  const stop = stopSignal();
  try {
    await (listens ? listen : connect)(endpoint, link, stop.signal);
  } finally {
    link.stop();
    stop.release();
  }
  say(summary(world, nic, link));
  const { faults } = world.report();
  if (faults.length) throw new InputFault(['the emulator reached limits; what came after does not count:', ...faults].join('\n  '));
}
