// Random scenes with two Hyper-V hosts, while optimizations and VMQ of the adapters are switched on and off and virtual machines move: what
// holds holds at every instant, every connection ends in order, and every byte that a stack receives is one that the other has sent. The
// payload is looked at in the frames at the virtual adapters: what arrives of a stream, at a sequence number, is what was sent there.

import { describe, expect, it } from '#test';
import type { World } from '../../ui/engine/world.ts';
import { Random } from '../build/random.ts';
import { worldModules } from '../core-under-test.ts';
import { machineDrafts, machineName, randomEnds, randomMigrations, withVmq } from './hyperv-stage.ts';
import { complaints, leftovers } from './world-checks.ts';
import { type Draft, MS, SECOND, type TrafficDraft, worldOf } from './world-stage.ts';

const SCENES = 10;
type Timeline = NonNullable<Draft['timeline']>;

function host(random: Random, name: string, machines: number, firstName: number, vlan: number, mtu: number): Draft['hosts'][number] {
  return {
    name,
    processors: {
      coresPerSocket: random.pick([1, 2, 4]),
      threadsPerCore: random.pick([1, 2]),
      class: random.pick(['core2', 'nehalem'] as const),
    },
    windows: { roles: { hyperV: true }, registry: { TenGigVmqEnabled: random.pick([1, 1, 2]), BelowTenGigVmqEnabled: 1 } },
    costs: random.oneIn(3) ? { channel_frames: 64, guest_rx: 8000 } : {},
    virtualNetworks: [{ name: 'ext', adapter: 'lan', management: random.oneIn(2) }],
    virtualMachines: machineDrafts(
      Array.from({ length: machines }, () => ({
        vlan,
        processors: 1 + random.below(3),
        optimizations: random.oneIn(2),
        adapter: random.pick(['synthetic', 'synthetic', 'legacy'] as const),
      })),
      firstName,
    ),
    nics: [
      {
        name: 'lan',
        speed: random.pick(['1 Gb/s', '10 Gb/s'] as const),
        mtu, // of both: a virtual machine keeps its own when it moves
        receiveDescriptors: random.pick([16, 64, 512]),
        interrupts: random.pick(['msix', 'msix', 'line'] as const),
        lsoV1: random.oneIn(2),
        lsoV2: random.oneIn(2),
        moderation: random.pick([{ mode: 'off' }, { mode: 'adaptive' }, { mode: 'fixed', rate: 3000 }] as const),
        ...withVmq(random.below(4)),
      },
    ],
  };
}

function randomTraffic(random: Random, names: string[], port: number): TrafficDraft {
  const common = randomEnds(random, names, port);
  return random.pick<TrafficDraft>([
    { app: 'bulk', ...common, bytes: 20_000 + random.below(400_000) },
    {
      app: 'requests',
      ...common,
      count: 1 + random.below(30),
      request: 1 + random.below(4000),
      response: 1 + random.below(9000),
      pause: '300 us',
    },
    { app: 'http', ...common, count: 1 + random.below(5), response: random.below(60_000) + 1 },
    { app: 'echo', transport: 'udp', ...common, count: 1 + random.below(20), message: 1 + random.below(1200) },
  ]);
}

/** Switches thrown in a random order, and machines that move one after the other. */
function randomTimeline(random: Random, hosts: Draft['hosts']): Timeline {
  const timeline: Timeline = [];
  for (let at = 0; at < 40; at++) {
    const number = random.below(2);
    const { virtualMachines } = hosts[number]!;
    const value = random.oneIn(2);
    const path = random.pick([
      `hosts[${number}].virtualMachines[${random.below(virtualMachines!.length)}].optimizations`,
      `hosts[${number}].virtualMachines[${random.below(virtualMachines!.length)}].optimizations`,
      `hosts[${number}].nics[0].vmq.enabled`,
      `hosts[${number}].nics[0].vmq.lookaheadSplit`,
      `hosts[${number}].nics[0].vmq.vlanFiltering`,
    ]);
    timeline.push({ do: 'set', at: `${500 + random.below(19_000)} us`, path, value });
  }
  return [...timeline, ...randomMigrations(random, hosts, 3)];
}

function randomDraft(number: number): Draft {
  const random = new Random(number);
  const vlan = random.pick([0, 0, 7]);
  const [first, second] = [1 + random.below(3), 1 + random.below(2)];
  const mtu = random.pick([1500, 9000]);
  const hosts = [host(random, 'one', first, 0, vlan, mtu), host(random, 'two', second, first, vlan, mtu)];
  const names = Array.from({ length: first + second }, (_, at) => machineName(at));
  const client: Draft['hosts'][number] = { name: 'client', kind: 'ideal', nics: [{ name: 'lan', speed: '10 Gb/s', mtu: 1500 }] };
  const others = vlan === 0 ? [client] : [];
  if (vlan === 0) names.push('client');
  const loss = random.oneIn(3) ? 0.003 : 0;
  return {
    seed: number,
    hosts: [...hosts, ...others],
    switches: [{ name: 'switch', speed: '10 Gb/s' }],
    links: [...hosts, ...others].map(({ name }) => ({ ends: [`${name}.lan`, 'switch'], loss })),
    traffic: Array.from({ length: 3 + random.below(4) }, (_, at) => randomTraffic(random, names, 5000 + at)),
    timeline: randomTimeline(random, hosts),
  };
}

/** Payload bytes of the TCP streams that left adapters, by direction and sequence number; what arrives is compared with them. */
class Streams {
  private readonly sent = new Map<string, Map<number, number>>();
  compared = 0;

  take(world: World): void {
    world.takeTapped(({ frame, outbound }) => {
      const at = frame[12] === 0x81 ? 18 : 14;
      const six = frame[at]! >> 4 === 6;
      if (frame[at - 2] === 0x08 && frame[at - 1] === 0x06) return;
      const head = six ? 40 : 20;
      if (frame[at + (six ? 6 : 9)] !== 6) return;
      const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
      const total = six ? 40 + view.getUint16(at + 4) : view.getUint16(at + 2);
      const tcp = at + head;
      const addresses = frame.subarray(at + (six ? 8 : 12), at + (six ? 40 : 20)).join('.');
      const key = `${addresses} ${view.getUint32(tcp)}`;
      const seq = view.getUint32(tcp + 4);
      const payload = frame.subarray(tcp + (frame[tcp + 12]! >> 4) * 4, at + total);
      let stream = this.sent.get(key);
      if (!stream) this.sent.set(key, (stream = new Map()));
      for (const [offset, byte] of payload.entries()) {
        if (offset % 97) continue; // a sample
        const place = (seq + offset) >>> 0;
        if (outbound) {
          stream.set(place, byte);
          continue;
        }
        const was = stream.get(place);
        if (was === undefined) continue; // sent as part of another segment, of which other bytes were kept
        if (was !== byte) throw new Error(`${key}: ${byte} at ${place}, where ${was} was sent`);
        this.compared++;
      }
    });
  }
}

for (const { name, module } of await worldModules())
  describe(`random Hyper-V hosts, ${name} core`, () => {
    let compared = 0;
    for (let number = 0; number < SCENES; number++)
      it(`scene ${number}`, async () => {
        const world = await worldOf(module, randomDraft(number));
        const streams = new Streams();
        world.nicNames().forEach((nic, at) => world.tap(at, nic.endsWith('.net') || nic.startsWith('client')));
        for (let at = 1n; at <= 60n; at++) {
          while (world.run((at * MS) / 2n) === 'tap') streams.take(world);
          streams.take(world);
          expect(complaints(world).filter((one) => !one.includes('switch, frames out that never came in'))).to.deep.equal([]);
        }
        world.nicNames().forEach((_, at) => world.tap(at, false));
        streams.take(world);
        world.run(1500n * SECOND);
        expect(complaints(world).filter((one) => !one.includes('switch, frames out that never came in'))).to.deep.equal([]);
        expect(leftovers(world)).to.deep.equal([]);
        const report = world.report();
        for (const { label, failed } of report.apps) expect(failed, label).to.equal(0);
        expect(report.virtual!.machines.reduce((sum, { migrations }) => sum + migrations, 0)).to.equal(6);
        expect(report.virtual!.machines.some(({ paused }) => paused)).to.equal(false);
        expect(report.virtual!.adapters.flatMap(({ queues }) => queues.map(({ held }) => held)).every((held) => held === 0)).to.equal(true);
        compared += streams.compared;
      });

    it('payload was looked at', () => expect(compared).to.be.above(10_000));
  });
