// What the core counts for performance counters and network statistics, against sums of what it counts elsewhere and against frames that
// were tapped. Both families, every way of interrupting, several adapters.

import { describe, expect, it } from '#test';
import {
  type ActivityRecordRecord,
  readNicCounters,
  readNicRecord,
  readQueueRecord,
  TraceKind,
  TraceRecordLayout,
  WorldLayout,
} from '../../ui/abi/abi.gen.ts';
import { activityOf, type ActivityPlace } from '../../ui/engine/world-activity.ts';
import { placeOf } from '../../ui/engine/world-counters.ts';
import { familyStatistics, nicStatistics } from '../../ui/engine/world-statistics.ts';
import { World } from '../../ui/engine/world.ts';
import { worldModules } from '../core-under-test.ts';
import { sum } from './world-checks.ts';
import { randomScenarios } from './world-scenarios.ts';
import { MS, pair, SECOND, worldOf } from './world-stage.ts';

type Activity = { [K in keyof ActivityRecordRecord]: number };

function activityPlace(world: World, host: number): ActivityPlace {
  const { core, index } = world.reading;
  const { processors, clockHz, kind } = world.resolved.hosts[host]!;
  const place = placeOf({ core, index, resolved: world.resolved, host });
  return { ...place, firstProcessor: index.firstProcessor[host]!, processors: kind === 'ideal' ? 0 : processors.length, clockHz };
}

/** Of all processors together, for one adapter of a host. */
function together(world: World, host: number, nic: number): Activity {
  const place = activityPlace(world, host);
  const all = Array.from({ length: place.processors }, (_, number) => activityOf(place, place.firstProcessor + number, nic));
  const names = Object.keys(all[0]!) as (keyof Activity)[];
  return Object.fromEntries(names.map((name) => [name, sum(all.map((one) => one[name]))])) as Activity;
}

function checkActivity(world: World): void {
  const report = world.report();
  const { core, index } = world.reading;
  const { buffer } = core.memory;
  for (const [at, nic] of report.nics.entries()) {
    if (report.hosts[nic.host]!.kind === 'ideal') continue;
    const what = `${report.hosts[nic.host]!.name}.${nic.name}`;
    const activity = together(world, nic.host, at - index.firstNic[nic.host]!);
    const queues = Array.from({ length: index.queues[at]! }, (_, queue) =>
      readQueueRecord(buffer, core.nicQueueAt(index.firstQueue[at]! + queue)),
    );
    expect(activity.interrupts, `${what} interrupts`).to.equal(nic.interrupts);
    expect(activity.receivedPackets, `${what} received`).to.equal(nic.indicatedFrames);
    expect(activity.returnedPackets, `${what} returned`).to.equal(nic.indicatedFrames);
    expect(activity.returnCalls, `${what} return calls`).to.equal(activity.indications);
    expect(activity.indications, `${what} indications`).to.be.at.most(activity.receivedPackets);
    expect(activity.tableChanges, `${what} table changes`).to.equal(nic.tableChanges);
    const dpcs = sum(queues.map(({ dpcs }) => Number(dpcs)));
    expect(activity.dpcs, `${what} DPCs`).to.equal(dpcs);
    expect(activity.remoteDpcs, `${what} remote DPCs`).to.be.at.most(activity.dpcs);
    expect(activity.completedPackets, `${what} completed`).to.equal(sum(queues.map(({ txReclaimed }) => txReclaimed)));
    // What was handed down was posted, or waits for a neighbour that never answers.
    expect(activity.sentPackets, `${what} sent`).to.equal(sum(queues.map(({ txPosted }) => txPosted)));
    expect(activity.sendRequests, `${what} send requests`).to.be.at.most(activity.sentPackets);
  }
}

/** Both families together are what the report has. */
function checkFamilies(world: World): void {
  const report = world.report();
  const { core, index } = world.reading;
  for (const [host, { name, ip, udp, tcp }] of report.hosts.entries()) {
    const place = placeOf({ core, index, resolved: world.resolved, host });
    const [four, six] = [familyStatistics(place, 4), familyStatistics(place, 6)];
    const both = (read: (family: typeof four) => number) => read(four) + read(six);
    expect(
      both((family) => family.ip.inReceives),
      `${name} received`,
    ).to.equal(ip.received);
    expect(
      both((family) => family.ip.inDelivers),
      `${name} delivered`,
    ).to.equal(ip.delivered);
    expect(
      both((family) => family.ip.inHeaderErrors),
      `${name} header errors`,
    ).to.equal(ip.headerErrors);
    expect(
      both((family) => family.udp.datagramsIn),
      `${name} datagrams in`,
    ).to.equal(udp.in);
    expect(
      both((family) => family.udp.datagramsOut),
      `${name} datagrams out`,
    ).to.equal(udp.out);
    expect(
      both((family) => family.udp.noPorts),
      `${name} no ports`,
    ).to.equal(udp.noPorts);
    expect(
      both((family) => family.udp.inErrors),
      `${name} datagram errors`,
    ).to.equal(udp.discards);
    for (const count of ['activeOpens', 'passiveOpens', 'attemptFails', 'establishedResets', 'segmentsIn', 'segmentsOut'] as const) {
      expect(
        both((family) => family.tcp[count]),
        `${name} ${count}`,
      ).to.equal(tcp[count]);
      expect(six.tcp[count], `${name} ${count} of IPv4`).to.be.at.most(tcp[count]);
    }
    const established = report.connections.filter(
      (one) => one.host === host && one.transport === 'tcp' && (one.state === 'Established' || one.state === 'CloseWait'),
    );
    expect(
      both((family) => family.tcp.currentlyEstablished),
      `${name} established`,
    ).to.equal(established.length);
    const sixes = established.filter(({ local }) => local.startsWith('['));
    expect(six.tcp.currentlyEstablished, `${name} established of IPv6`).to.equal(sixes.length);
  }
}

function checkFrames(world: World): void {
  const report = world.report();
  for (const [at, nic] of report.nics.entries()) {
    const { unicastPackets, otherPackets, bytes } = nicStatistics(world.reading.core, at);
    expect(unicastPackets.received + otherPackets.received).to.equal(nic.receivedFrames);
    expect(unicastPackets.sent + otherPackets.sent).to.equal(nic.sentFrames);
    expect(bytes).to.deep.equal({ received: nic.receivedBytes, sent: nic.sentBytes });
  }
}

for (const { name, module } of await worldModules())
  describe(`what is counted, ${name} core`, () => {
    for (const { name: title, scenario } of randomScenarios())
      it(`adds up, ${title}`, async () => {
        const world = await World.create(module, scenario);
        for (const time of [1n, 3n, 5n]) {
          world.run(time * MS);
          checkFamilies(world);
          checkFrames(world);
        }
        world.run(2000n * SECOND);
        checkActivity(world);
        checkFamilies(world);
        checkFrames(world);
      });

    for (const family of ['ipv4', 'ipv6'] as const)
      it(`tells families, frames to groups and processors apart, ${family}`, async () => {
        const draft = pair({
          serverNic: { queues: 4, interrupts: 'msix' },
          server: { processors: { coresPerSocket: 4 } },
          traffic: [
            { app: 'bulk', from: 'client', to: 'server:5001', family, connections: 4, bytes: '300 KB' },
            { app: 'echo', from: 'client', to: 'server:7', family, transport: 'udp', count: 5 },
          ],
        });
        const world = await worldOf(module, draft);
        const seen = { groupOut: 0, groupIn: 0, groupBytes: 0, ip: 0, udp: 0, ipOut: 0 };
        const interrupts = new Map<number, number>();
        world.tap(0, true);
        world.tap(1, true);
        const { core, index } = world.reading;
        let traced = 0;
        const view = () => new DataView(core.memory.buffer);
        for (let time = 0n; time <= 100n * MS; time += MS / 50n) {
          while (world.run(time) === 'tap') take();
          take();
          const last = view().getUint32(core.worldAt() + WorldLayout.traced, true);
          for (; traced < last; traced++) {
            const at = core.traceAt(traced);
            if (view().getUint32(at + TraceRecordLayout.kind, true) !== TraceKind.Interrupt) continue;
            if (view().getUint32(at + TraceRecordLayout.a, true) !== 0) continue;
            const processor = view().getUint32(at + TraceRecordLayout.c, true);
            interrupts.set(processor, (interrupts.get(processor) ?? 0) + 1);
          }
        }
        function take(): void {
          world.takeTapped(({ nic, outbound, frame }) => {
            const isGroup = (frame[0]! & 1) === 1;
            if (isGroup && nic === 1 && outbound) seen.groupOut++;
            if (isGroup && nic === 0 && !outbound) {
              seen.groupIn++;
              seen.groupBytes += frame.length + 4;
            }
            const isIp = frame[12] === (family === 'ipv4' ? 0x08 : 0x86) && frame[13] === (family === 'ipv4' ? 0x00 : 0xdd);
            if (isIp && nic === 0 && !outbound) seen.ip++;
            if (isIp && nic === 0 && outbound) seen.ipOut++;
            if (isIp && nic === 0 && !outbound && frame[family === 'ipv4' ? 23 : 20] === 17) seen.udp++;
          });
        }
        const place = placeOf({ core, index, resolved: world.resolved, host: 0 });
        const own = familyStatistics(place, family === 'ipv4' ? 4 : 6);
        const other = familyStatistics(place, family === 'ipv4' ? 6 : 4);
        expect(own.ip.inReceives).to.equal(seen.ip);
        expect(own.ip.inDelivers).to.equal(seen.ip);
        expect(own.ip.outRequests).to.equal(seen.ipOut); // the server makes no large sends here
        expect(own.udp.datagramsOut).to.equal(5);
        expect(own.udp.datagramsIn).to.equal(seen.udp);
        expect(own.udp.datagramsIn).to.equal(5);
        expect(own.tcp.passiveOpens).to.equal(4);
        expect([other.ip.inReceives, other.ip.outRequests, other.tcp.segmentsIn, other.tcp.segmentsOut]).to.deep.equal([0, 0, 0, 0]);
        expect(nicStatistics(core, 1).otherPackets.sent).to.equal(seen.groupOut);
        expect(nicStatistics(core, 0).otherPackets.received).to.equal(seen.groupIn);
        expect(seen.groupIn).to.be.greaterThan(0);
        const record = readNicRecord(core.memory.buffer, core.nicAt(0));
        expect(Number(readNicCounters(core.memory.buffer, record.counters).groupBytesIn)).to.equal(seen.groupBytes);
        const activity = activityPlace(world, 0);
        for (let number = 0; number < 4; number++)
          expect(activityOf(activity, number, 0).interrupts, `interrupts of ${number}`).to.equal(interrupts.get(number) ?? 0);
        expect(interrupts.size).to.be.greaterThan(1);
      });

    it('counts a DPC again that has had its time and queues itself', async () => {
      const traffic = [{ app: 'bulk' as const, from: 'client', to: 'server:5001', connections: 8, bytes: '1 MB' }];
      const busy = { costs: { dpc_budget: 16, tcpip_rx: 40_000 } };
      const world = await worldOf(module, pair({ server: busy, client: { kind: 'ideal' }, serverNic: { queues: 1 }, traffic }));
      world.run(20n * MS);
      const { dpcs, interrupts } = together(world, 0, 0);
      expect(dpcs).to.be.greaterThan(interrupts + 10);
      world.run(2000n * SECOND);
      checkActivity(world);
    });

    it('leaves the report and the fingerprint as they are', async () => {
      const world = await worldOf(module, pair({ traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', bytes: '1 MB' }] }));
      world.run(5n * MS);
      const before = world.fingerprint();
      world.counters(0);
      world.promptView(0);
      expect(world.fingerprint()).to.equal(before);
      expect(JSON.stringify(world.report())).not.to.match(/outRequests|indications/);
    });
  });
