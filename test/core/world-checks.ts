// What holds in a world at every instant, as sums that have to come out. Each check returns what does not hold, as sentences.

import { readNicRecord, readPortRecord, readQueueRecord, readVirtualPort, type QueueRecordRecord } from '../../ui/abi/abi.gen.ts';
import type { World } from '../../ui/engine/world.ts';
import type { ConnectionReport, PathReport, WorldReport } from '../../ui/scenario/world-report.ts';

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

type Complain = (what: string, ...values: (number | string)[]) => void;

const equal = (complain: Complain, what: string, a: number, b: number): void => {
  if (a !== b) complain(`${what}: ${a} is not ${b}`);
};
const atMost = (complain: Complain, what: string, a: number, b: number): void => {
  if (!(a <= b)) complain(`${what}: ${a} is more than ${b}`);
};

/** Every picosecond of every processor is accounted for, twice. */
function processors({ hosts, timePs }: WorldReport, complain: Complain): void {
  for (const { name, processors } of hosts)
    for (const { number, idlePs, threadPs, dpcPs, interruptPs, classesPs } of processors) {
      equal(complain, `${name} processor ${number}, levels`, idlePs + threadPs + dpcPs + interruptPs, timePs);
      equal(complain, `${name} processor ${number}, classes`, idlePs + sum(classesPs), timePs);
    }
}

export const inFlight = ({ frames, duplicated, lost, arrived }: PathReport): number => frames + duplicated - lost - arrived;

/** What left an end is on the cable or at the other end. */
function cables(world: World, report: WorldReport, complain: Complain): void {
  const { core, index } = world.reading;
  for (const [number, { ends }] of world.resolved.links.entries())
    for (const side of [0, 1] as const) {
      const path = report.paths[2 * number + side]!;
      const what = `link ${number} direction ${side}`;
      atMost(complain, `${what}, frames in flight`, 0, inFlight(path));
      const from = ends[side];
      const to = ends[1 - side]!;
      if (from.kind === 'nic')
        equal(complain, `${what}, sent`, report.nics[index.firstNic[from.host]! + from.nic]!.sentFrames, path.frames);
      else {
        const port = readPortRecord(core.memory.buffer, core.portAt(index.firstPort[from.switch]! + from.port));
        equal(complain, `${what}, sent`, Number(port.sentFrames), path.frames);
      }
      if (to.kind === 'nic')
        equal(complain, `${what}, arrived`, report.nics[index.firstNic[to.host]! + to.nic]!.arrivedFrames, path.arrived);
    }
}

/** Every frame that came into a switch went to one port or, flooded, to all others; corrupted ones nowhere. */
function switches(world: World, report: WorldReport, complain: Complain): void {
  const { core, index } = world.reading;
  for (const [at, { name, framesIn, flooded, ports }] of report.switches.entries()) {
    const arriving = world.resolved.links.flatMap(({ ends }, link) =>
      ends.flatMap((end, side) => (end.kind === 'switch' && end.switch === at ? [report.paths[2 * link + 1 - side]!] : [])),
    );
    equal(complain, `${name}, frames in`, framesIn, sum(arriving.map(({ arrived }) => arrived)));
    const records = ports.map((_, port) => readPortRecord(core.memory.buffer, core.portAt(index.firstPort[at]! + port)));
    const handled = sum(records.map(({ sentFrames, drops, frames }) => Number(sentFrames) + Number(drops) + frames));
    const whole = framesIn + flooded * (arriving.length - 2);
    const corrupted = sum(arriving.map(({ corrupted, duplicated }) => (corrupted ? corrupted + duplicated : 0)));
    atMost(complain, `${name}, frames out`, handled, whole);
    atMost(complain, `${name}, frames out that never came in`, whole - handled, corrupted);
    for (const [port, { bytes, frames }] of records.entries()) {
      if ((bytes === 0) !== (frames === 0)) complain(`${name} port ${port}: ${frames} frames of ${bytes} bytes wait`);
      atMost(complain, `${name} port ${port}, queue`, bytes, world.resolved.switches[at]!.queue);
    }
  }
}

const queuesOf = (world: World, nic: number): QueueRecordRecord[] => {
  const { core, index } = world.reading;
  return Array.from({ length: index.queues[nic]! }, (_, queue) =>
    readQueueRecord(core.memory.buffer, core.nicQueueAt(index.firstQueue[nic]! + queue)),
  );
};

/** Every frame that came to an adapter was dropped for a reason, lies in a ring, or was indicated. */
function adapters(world: World, { nics, hosts }: WorldReport, complain: Complain): void {
  for (const [at, nic] of nics.entries()) {
    const what = `${hosts[nic.host]!.name}.${nic.name}`;
    const { crc, filtered, noBuffer, tooLong } = nic.dropped;
    const queues = queuesOf(world, at);
    // What the adapter's own TCP took went nowhere else, but for what it passed up after all.
    const { takenFrames, passedUp } = nic.chimney?.engine ?? { takenFrames: 0, passedUp: 0 };
    equal(
      complain,
      `${what}, arrived`,
      nic.arrivedFrames + passedUp,
      nic.receivedFrames + takenFrames + crc + filtered + noBuffer + tooLong,
    );
    // A virtual machine queue that pauses discards what it holds.
    const inRings = sum(queues.map(({ depth, discards }) => depth + Number(discards)));
    equal(complain, `${what}, in rings`, nic.receivedFrames - nic.indicatedFrames, inRings);
    equal(complain, `${what}, frames of queues`, sum(queues.map(({ frames }) => Number(frames))), nic.receivedFrames);
    equal(complain, `${what}, bytes of queues`, sum(queues.map(({ bytes }) => Number(bytes))), nic.receivedBytes);
    equal(complain, `${what}, drops of queues`, sum(queues.map(({ drops }) => Number(drops))), noBuffer);
    equal(complain, `${what}, interrupts of queues`, sum(queues.map(({ interrupts }) => Number(interrupts))), nic.interrupts);
    atMost(complain, `${what}, bytes a frame`, nic.receivedFrames * 64, nic.receivedBytes);
  }
}

/** Packet records are on cables, in rings, in transmit queues, in switches, or on their way between these; never lost. */
export function packetsElsewhere(world: World, report: WorldReport): number {
  const { core, index } = world.reading;
  const { buffer } = core.memory;
  const known: number[] = report.paths.map(inFlight);
  for (const at of report.nics.keys()) {
    const { sending, current, transmitWaiting, virtualPort, isVirtual } = readNicRecord(buffer, core.nicAt(at));
    if (virtualPort) known.push(readVirtualPort(buffer, core.virtualPortAt(virtualPort - 1)).waiting);
    if (isVirtual) known.push(sum(queuesOf(world, at).map(({ depth }) => depth)));
    else known.push(transmitWaiting - sending + (current ? 1 : 0), sum(queuesOf(world, at).map(({ depth }) => depth)));
  }
  for (const [at, { ports }] of report.switches.entries())
    for (const port of ports.keys()) known.push(readPortRecord(buffer, core.portAt(index.firstPort[at]! + port)).frames);
  return report.packetsInFlight - sum(known);
}

/** Every frame that came into a virtual switch went to a port or was dropped; queues and virtual machines agree about who has which. */
function virtualNetworks({ virtual, hosts }: WorldReport, complain: Complain): void {
  if (!virtual) return;
  const { switches, machines, adapters } = virtual;
  for (const { name, framesIn, replicated, framesOut, droppedIn, droppedOut, pending } of switches)
    equal(complain, `${name}, frames`, framesIn + replicated, framesOut + droppedIn + droppedOut + pending);
  const pending = sum(switches.map((one) => one.pending));
  for (const { name, receivedFrames, droppedIn, queueFrames, defaultFrames } of machines) {
    const left = queueFrames + defaultFrames - receivedFrames - droppedIn;
    atMost(complain, `${name}, frames`, 0, left);
    atMost(complain, `${name}, frames on their way`, left, pending);
  }
  for (const { name, processors } of hosts)
    for (const { number, guestPs, threadPs } of processors) atMost(complain, `${name} processor ${number}, guests`, guestPs ?? 0, threadPs);
  for (const { queues, defaultFrames, frames, filters } of adapters) {
    equal(complain, 'frames of queues', defaultFrames + sum(queues.map((queue) => queue.frames)), frames);
    equal(complain, 'filters of queues', filters, sum(queues.map((queue) => queue.filters)));
    for (const { queue, state, machine, filters: own, held } of queues) {
      if (state === 'Undefined' && (own || held)) complain(`queue ${queue}: free with ${own} filters and ${held} buffers out`);
      if ((state === 'Running') !== (machine !== null)) complain(`queue ${queue}: ${state}, of ${machine}`);
      if (machine !== null) equal(complain, `queue of ${machine}`, machines.find(({ name }) => name === machine)!.queue, queue);
    }
  }
}

const key = (local: string, remote: string): string => `${local} ${remote}`;

function connections({ connections }: WorldReport, complain: Complain): void {
  const byEnds = new Map<string, ConnectionReport>();
  for (const one of connections) if (one.transport === 'tcp') byEnds.set(key(one.local, one.remote), one);
  for (const one of byEnds.values()) {
    const what = `${one.role} ${one.local} to ${one.remote}`;
    atMost(complain, `${what}, acknowledged`, one.ackedBytes, one.sentBytes);
    atMost(complain, `${what}, read`, one.readBytes, one.receivedBytes);
    const peer = byEnds.get(key(one.remote, one.local));
    if (!peer) continue;
    atMost(complain, `${what}, acknowledged of what the peer has in order`, one.ackedBytes, peer.receivedBytes);
    atMost(complain, `${what}, received of what the peer has sent`, one.receivedBytes, peer.sentBytes);
  }
}

/** Everything that does not hold now. */
export function complaints(world: World): string[] {
  const report = world.report();
  const found: string[] = report.faults.map((fault) => `fault: ${fault}`);
  const complain: Complain = (what) => found.push(what);
  processors(report, complain);
  cables(world, report, complain);
  switches(world, report, complain);
  adapters(world, report, complain);
  connections(report, complain);
  virtualNetworks(report, complain);
  atMost(complain, 'packets in places, of those in use', 0, packetsElsewhere(world, report));
  return found.map((what) => `${Number(report.timePs) / 1e6} us: ${what}`);
}

/** Everything that is left over after all applications have ended and time has passed. */
export function leftovers(world: World): string[] {
  const report = world.report();
  const { connections, packetsInFlight, apps } = report;
  const left: string[] = [];
  if (packetsInFlight) left.push(`${packetsInFlight} packets`);
  for (const { role, local, remote, state, transport } of connections)
    // A server's record of a datagram's sender stands for its one socket, which stays.
    if (transport === 'tcp' || role === 'client') left.push(`${role} ${transport} ${local} to ${remote} in ${state}`);
  for (const { label, opened, finished, failed } of apps)
    if (opened !== finished + failed) left.push(`${label}: ${opened} opened, ${finished} finished, ${failed} failed`);
  return left;
}
