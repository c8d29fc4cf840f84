// Frames against the generated readers, over memory full of random bytes: every column, every row.

import { describe, expect, it } from '#test';
import {
  Cost,
  CostTotalLayout,
  limits,
  NicRecordLayout,
  QueueRecordLayout,
  readCostTotal,
  readEventQueue,
  readNicRecord,
  readPathRecord,
  readPortRecord,
  readProcessor,
  readQueueRecord,
  readSocket,
  readTcpConnection,
  readWorld,
  SocketFlag,
  SocketLayout,
  SocketState,
  TcpConnectionLayout,
  WorldLayout,
} from '../../ui/abi/abi.gen.ts';
import { LabFill } from '../../ui/engine/lab-fill.ts';
import { labLayout } from '../../ui/engine/lab-layout.ts';
import type { CoreExports } from '../../ui/engine/core.ts';
import { worldIndex } from '../../ui/engine/world-image.ts';
import { labFrameLength, LabFrame, type LabColumn, type LabLayout, type LabPart } from '../../ui/scenario/lab-frame.ts';
import { resolveScenario } from '../../ui/scenario/resolve.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { Random } from '../build/random.ts';
import { fakeCore } from './lab-fakes.ts';

const state = { isPlaying: true, hasEnded: false, packetsPerSecond: 12345 };

function scenarioOf(document: unknown): Scenario {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.scenario;
}

const document = {
  nicscope: 1,
  hosts: [
    {
      name: 'server',
      processors: { coresPerSocket: 4, sockets: 2 },
      nics: [
        { name: 'lan', queues: 4 },
        { name: 'wan', queues: 2 },
      ],
    },
    { name: 'client', kind: 'ideal', nics: [{ name: 'lan', queues: 1 }] },
    { name: 'other', processors: { coresPerSocket: 2 }, nics: [{ name: 'lan', queues: 3 }] },
  ],
  switches: [{ name: 'sw', ports: 4 }],
  links: [{ ends: ['server.lan', 'sw'] }, { ends: ['client.lan', 'sw'] }, { ends: ['server.wan', 'other.lan'] }],
};
const scenario = scenarioOf(document);
const resolved = resolveScenario(scenario);
const index = worldIndex(scenario, resolved);
const layoutOf = (sockets: number) => labLayout(resolved, index, sockets);
/** Queues in use of each adapter; records there are for 4, 2, 1 and 3. */
const inUse = [3, 2, 1, 3];

/** Random bytes in all records, and what has to make sense. */
function randomMemory(core: CoreExports, seed: number, sockets: number): void {
  const random = new Random(seed);
  const bytes = new Uint8Array(core.memory.buffer);
  for (let at = 1024; at < 262144; at++) bytes[at] = random.next();
  // Counters stay below 2^53.
  const words = new DataView(core.memory.buffer);
  for (let at = 1024; at < 262144; at += 8) words.setUint16(at + 6, random.below(16), true);
  const view = new DataView(core.memory.buffer);
  view.setUint32(core.worldAt() + WorldLayout.sockets, sockets, true);
  view.setUint32(core.worldAt() + WorldLayout.virtualPorts, FIRST_MACHINE, true);
  view.setUint32(core.worldAt() + WorldLayout.offloads, 0, true);
  for (const [nic, queues] of inUse.entries()) view.setUint32(core.nicAt(nic) + NicRecordLayout.queues, queues, true);
  for (let queue = 0; queue < 10; queue++)
    if (random.oneIn(3)) view.setUint32(core.nicQueueAt(queue) + QueueRecordLayout.processor, limits.NoProcessor, true);
  for (let socket = 0; socket < sockets; socket++) {
    view.setUint8(core.socketAt(socket) + SocketLayout.state, random.below(3));
    if (random.oneIn(3)) view.setUint16(core.socketAt(socket) + SocketLayout.app, 0xffff, true);
    if (random.oneIn(3)) view.setUint16(core.socketAt(socket) + SocketLayout.dpc, limits.NoProcessor, true);
  }
}

/** Ports of virtual networks that are not a virtual machine’s. */
const FIRST_MACHINE = 2;

type Row<P extends LabPart> = Record<LabColumn<P>, number>;

const orNone = (processor: number) => (processor === limits.NoProcessor ? -1 : processor);

function processorRow(core: CoreExports, index: number): Row<'processor'> {
  const p = readProcessor(core.memory.buffer, core.processorAt(index));
  const units = (cost: number) => Number(readCostTotal(core.memory.buffer, core.costTotalsAt(index) + cost * CostTotalLayout.size).units);
  return {
    idlePs: Number(p.idle),
    threadPs: Number(p.thread),
    dpcPs: Number(p.dpc),
    interruptPs: Number(p.interrupt),
    classInterruptPs: Number(p.classInterrupt),
    classDpcPs: Number(p.classDpc),
    classDriverPs: Number(p.classDriver),
    classNdisPs: Number(p.classNdis),
    classTcpIpPs: Number(p.classTcpIp),
    classCopyPs: Number(p.classCopy),
    classSwitchPs: Number(p.classSwitch),
    classApplicationPs: Number(p.classApplication),
    guestPs: Number(p.guest),
    coldBytes: units(Cost.CopyCold),
    warmBytes: units(Cost.CopyWarm),
    switchBytes: units(Cost.VswCopy),
  };
}

function queueRow(core: CoreExports, row: number): Row<'queue'> {
  const q = readQueueRecord(core.memory.buffer, core.nicQueueAt(row));
  return {
    processor: row === 3 ? -1 : orNone(q.processor), // the fourth of the first adapter is not in use
    depth: q.depth,
    peak: q.peak,
    frames: Number(q.frames),
    bytes: Number(q.bytes),
    drops: Number(q.drops),
    interrupts: Number(q.interrupts),
    dpcs: Number(q.dpcs),
    transmitDepth: (q.txPosted - q.txDone) >>> 0,
    discards: Number(q.discards),
    vmqState: q.vmqState,
    machine: q.vmqPort === 0 ? -1 : q.vmqPort - 1 - FIRST_MACHINE,
    filters: q.vmqFilters,
    held: q.vmqHeld,
  };
}

function nicRow(core: CoreExports, index: number): Row<'nic'> {
  const n = readNicRecord(core.memory.buffer, core.nicAt(index));
  return {
    sentFrames: Number(n.sentFrames),
    sentBytes: Number(n.sentBytes),
    arrivedFrames: Number(n.arrived),
    arrivedBytes: Number(n.arrivedBytes),
    receivedFrames: Number(n.received),
    interrupts: Number(n.interrupts),
    crc: Number(n.crcErrors),
    filtered: Number(n.filtered),
    noBuffer: Number(n.noBuffer),
    tooLong: Number(n.tooLong),
    tableChanges: Number(n.tableChanges),
  };
}

function portRow(core: CoreExports, index: number): Row<'port'> {
  const p = readPortRecord(core.memory.buffer, core.portAt(index));
  return { sentFrames: Number(p.sentFrames), drops: Number(p.drops), queuedBytes: p.bytes, peakBytes: p.peakBytes };
}

function pathRow(core: CoreExports, index: number): Row<'path'> {
  const p = readPathRecord(core.memory.buffer, core.pathAt(index));
  return {
    frames: Number(p.framesIn),
    bytes: Number(p.bytesIn),
    lost: Number(p.lost),
    duplicated: Number(p.duplicated),
    reordered: Number(p.reordered),
    corrupted: Number(p.corrupted),
    arrived: Number(p.framesOut),
  };
}

function connectionRow(core: CoreExports, id: number): Row<'connection'> {
  const s = readSocket(core.memory.buffer, core.socketAt(id));
  const c = readTcpConnection(core.memory.buffer, core.connectionAt(id));
  const isTcp = s.state === SocketState.Tcp;
  const ofTcp = (value: number) => (isTcp ? value : 0);
  const isServer = (s.flags & SocketFlag.Server) !== 0;
  return {
    id,
    host: s.host,
    app: s.app === 0xffff ? -1 : s.app,
    server: isServer ? 1 : 0,
    state: ofTcp(c.state),
    processor: orNone(s.processor),
    dpcProcessor: orNone(s.dpc),
    queue: s.queue,
    congestionWindow: ofTcp(c.cWnd + c.dWnd),
    slowStartThreshold: ofTcp(c.ssThresh),
    sendWindow: ofTcp(c.sndWnd),
    receiveWindow: ofTcp(c.rcvWnd),
    inFlight: ofTcp((c.sndMax - c.sndUna) >>> 0),
    smoothedRttPs: ofTcp(Number(c.sRtt)),
    retransmitted: s.retransmitted,
    sentBytes: Number(s.handed),
    ackedBytes: Number(isTcp ? c.sndUnaOffset : s.handed),
    receivedBytes: Number(isTcp ? c.rcvNxtOffset : s.read),
    exchanges: Number(isServer ? s.requests : s.done),
    offload: -1, // no adapter takes connections here
    offloadReason: -1,
  };
}

function expectRow<P extends LabPart>(frame: LabFrame, part: P, row: number, expected: Row<P>): void {
  const got = Object.fromEntries(
    (Object.keys(expected) as LabColumn<P>[]).map((column) => [column, frame.get(part, row, column)]),
  ) as Row<P>;
  expect(got, `${part} ${row}`).to.deep.equal(expected);
}

function frameOf(fill: LabFill, layout: LabLayout): LabFrame {
  const values = new Float64Array(labFrameLength(layout)).fill(NaN);
  fill.fill(values, state);
  return new LabFrame(layout, values);
}

describe('Lab frame', () => {
  for (const seed of [1, 2, 3])
    it(`every column of processors, queues, adapters, ports and paths, memory ${seed}`, () => {
      const core = fakeCore(16);
      randomMemory(core, seed, 16);
      const layout = layoutOf(16);
      const frame = frameOf(new LabFill(core, layout, index), layout);
      expect([...frame.values].filter(Number.isNaN).length, 'numbers that were not written').to.equal(0);
      expect([layout.processors.length, layout.queues.length, layout.ports.length, layout.paths.length]).to.deep.equal([10, 10, 4, 6]);
      for (let row = 0; row < 10; row++) expectRow(frame, 'processor', row, processorRow(core, row));
      for (let row = 0; row < 10; row++) expectRow(frame, 'queue', row, queueRow(core, row));
      for (let row = 0; row < 4; row++) expectRow(frame, 'nic', row, nicRow(core, row));
      for (let row = 0; row < 4; row++) expectRow(frame, 'port', row, portRow(core, row));
      for (let row = 0; row < 6; row++) expectRow(frame, 'path', row, pathRow(core, row));
    });

  it('the head, with one fault for each limit that was reached', () => {
    const core = fakeCore(16);
    const layout = layoutOf(16);
    const view = new DataView(core.memory.buffer);
    const fill = new LabFill(core, layout, index);
    expect(frameOf(fill, layout).get('head', 0, 'faults')).to.equal(0);
    view.setUint32(core.worldAt() + WorldLayout.packetsMissed, 70_000, true);
    view.setUint32(core.worldAt() + WorldLayout.socketsMissed, 1, true);
    view.setUint32(core.worldAt() + WorldLayout.packetsUsed, 9, true);
    view.setUint32(core.worldAt() + WorldLayout.socketsUsed, 4, true);
    view.setBigUint64(core.worldAt() + WorldLayout.events, 123_456_789_012n, true);
    view.setBigUint64(core.queueAt(), 2n ** 53n - 1n, true);
    const world = readWorld(core.memory.buffer, core.worldAt());
    expectRow(frameOf(fill, layout), 'head', 0, {
      timePs: Number(readEventQueue(core.memory.buffer, core.queueAt()).now),
      events: Number(world.events),
      playing: 1,
      connections: 4,
      faults: 2,
      packetsInFlight: 9,
      packetsPerSecond: 12345,
      ended: 0,
    });
  });

  it('memory that grew meanwhile is read where it is now', () => {
    const core = fakeCore(16);
    const layout = layoutOf(16);
    const fill = new LabFill(core, layout, index);
    frameOf(fill, layout);
    core.memory.grow(1);
    new DataView(core.memory.buffer).setUint32(core.worldAt() + WorldLayout.packetsUsed, 77, true);
    expect(frameOf(fill, layout).get('head', 0, 'packetsInFlight')).to.equal(77);
  });

  it('fewer connections than rows: the rest is −1', () => {
    const core = fakeCore(16);
    const layout = layoutOf(16);
    new DataView(core.memory.buffer).setUint8(core.socketAt(5) + SocketLayout.state, SocketState.Tcp);
    const frame = frameOf(new LabFill(core, layout, index), layout);
    expect(layout.connectionRows).to.equal(16);
    expectRow(frame, 'connection', 0, connectionRow(core, 5));
    for (let row = 1; row < 16; row++) expect(frame.get('connection', row, 'id'), `row ${row}`).to.equal(-1);
  });
});

describe('Lab frame, connections', () => {
  const SOCKETS = 3000;

  /** Moves bytes on some sockets, opens and closes some. */
  function change(core: CoreExports, random: Random): void {
    const view = new DataView(core.memory.buffer);
    for (let socket = 0; socket < SOCKETS; socket++) {
      const [s, c] = [core.socketAt(socket), core.connectionAt(socket)];
      if (random.oneIn(50)) {
        view.setUint8(s + SocketLayout.state, random.below(3));
        for (const field of [SocketLayout.handed, SocketLayout.read]) view.setBigUint64(s + field, 0n, true);
        for (const field of [TcpConnectionLayout.sndUnaOffset, TcpConnectionLayout.rcvNxtOffset]) view.setBigUint64(c + field, 0n, true);
      }
      if (!random.oneIn(3)) continue;
      // Few different amounts, so that there are ties.
      const more = BigInt(random.below(8)) * 10_000_000_000n;
      const isTcp = view.getUint8(s + SocketLayout.state) === SocketState.Tcp;
      const at = isTcp
        ? c + (random.oneIn(2) ? TcpConnectionLayout.sndUnaOffset : TcpConnectionLayout.rcvNxtOffset)
        : s + (random.oneIn(2) ? SocketLayout.handed : SocketLayout.read);
      view.setBigUint64(at, view.getBigUint64(at, true) + more, true);
    }
  }

  function totals(core: CoreExports): (number | null)[] {
    return Array.from({ length: SOCKETS }, (_, socket) => {
      const s = readSocket(core.memory.buffer, core.socketAt(socket));
      if (s.state === SocketState.Free) return null;
      const c = readTcpConnection(core.memory.buffer, core.connectionAt(socket));
      return Number(s.state === SocketState.Tcp ? c.sndUnaOffset + c.rcvNxtOffset : s.handed + s.read);
    });
  }

  it('the busiest since the frame before, busiest first, as sorting all of them gives', () => {
    const core = fakeCore(SOCKETS, 64);
    const random = new Random(7);
    const layout = layoutOf(SOCKETS);
    expect(layout.connectionRows).to.equal(200);
    const fill = new LabFill(core, layout, index);
    const view = new DataView(core.memory.buffer);
    for (let socket = 0; socket < SOCKETS; socket++) view.setUint8(core.socketAt(socket) + SocketLayout.state, random.below(3));
    let before: (number | null)[] = new Array<null>(SOCKETS).fill(null);
    for (let turn = 0; turn < 20; turn++) {
      change(core, random);
      const now = totals(core);
      const grown = (socket: number) => {
        const [total, old] = [now[socket]!, before[socket] ?? 0];
        return total < old ? total : total - old;
      };
      const expected = Array.from({ length: SOCKETS }, (_, socket) => socket)
        .filter((socket) => now[socket] !== null)
        .sort((a, b) => grown(b) - grown(a) || now[b]! - now[a]! || a - b)
        .slice(0, 200);
      const frame = frameOf(fill, layout);
      const ids = Array.from({ length: 200 }, (_, row) => frame.get('connection', row, 'id'));
      expect(ids, `turn ${turn}`).to.deep.equal(expected);
      for (const row of [0, 1, 77, 199]) expectRow(frame, 'connection', row, connectionRow(core, ids[row]!));
      before = now;
    }
  });

  it('after a jump to an earlier time, those that have moved most in all', () => {
    const core = fakeCore(16);
    const view = new DataView(core.memory.buffer);
    const layout = layoutOf(16);
    const fill = new LabFill(core, layout, index);
    const move = (socket: number, bytes: bigint) => {
      view.setUint8(core.socketAt(socket) + SocketLayout.state, SocketState.Tcp);
      view.setBigUint64(core.connectionAt(socket) + TcpConnectionLayout.sndUnaOffset, bytes, true);
    };
    const top = () => frameOf(fill, layout).get('connection', 0, 'id');
    view.setBigUint64(core.queueAt(), 1000n, true);
    move(1, 5000n);
    move(2, 900n);
    expect(top()).to.equal(1);
    move(2, 950n);
    expect(top()).to.equal(2);
    view.setBigUint64(core.queueAt(), 500n, true);
    move(2, 940n);
    expect(top()).to.equal(1);
  });
});
