// A capture as the traffic of a world: its frames arrive at their own times, scaled, or back to back, and load the receive path where
// RSS puts them. Expected queues come from replaying the same capture through the independent classifier.

import { describe, expect, it, readProjectFile } from '#test';
import { readReplay, ReplayFeed, type ReplayCapture } from '../../ui/engine/replay.ts';
import { CaptureMissing, World } from '../../ui/engine/world.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { coreModules } from '../core-under-test.ts';
import { MS } from './world-stage.ts';

const SAMPLE = 'public/samples/sixteen-clients.pcap.gz';
const [release] = await coreModules();
const sample = await readReplay(release!.module, new Blob([new Uint8Array(await readProjectFile(SAMPLE))]));

const scenarioOf = (replay: Record<string, unknown>) => {
  const result = validateScenario({
    nicscope: 1,
    hosts: [{ name: 'server', processors: { coresPerSocket: 4 }, nics: [{ name: 'lan', speed: '10 Gb/s' }] }],
    traffic: [{ app: 'replay', capture: 'it.pcap', onto: 'server.lan', onlyReceived: false, ...replay }],
  });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.scenario;
};

const worldOf = (replay: Record<string, unknown>, capture: ReplayCapture = sample): Promise<World> =>
  World.create(release!.module, scenarioOf(replay), new Map([['it.pcap', capture]]));

const span = sample.frames.at(-1)!.time;

describe('a capture as traffic', () => {
  it('loads the host with every frame, and nobody answers', async () => {
    const world = await worldOf({});
    world.run(BigInt(span) * 1000n + 100n * MS);
    const { nics, hosts, faults, packetsInFlight } = world.report();
    expect(faults).to.deep.equal([]);
    expect(nics[0]!.arrivedFrames + nics[0]!.dropped.noBuffer).to.equal(sample.frames.length);
    expect(nics[0]!.indicatedFrames).to.equal(nics[0]!.receivedFrames);
    expect(nics[0]!.sentFrames).to.equal(0);
    expect(packetsInFlight).to.equal(0);
    expect(hosts[0]!.processors.filter(({ dpcPs }) => dpcPs > 0).length).to.be.greaterThan(1);
  });

  it('keeps the recorded times, as far as the link can carry the frames', async () => {
    const world = await worldOf({ start: '1 ms' });
    world.tap(0, true);
    const times: bigint[] = [];
    const take = () => world.takeTapped(({ timePs }) => times.push(timePs));
    while (world.run(BigInt(span) * 1000n + 100n * MS) === 'tap') take();
    take();
    let free = MS;
    for (const [index, { time, wire }] of sample.frames.entries()) {
      const wireTime = BigInt((Math.max(wire, 60) + 24) * 800); // a byte at 10 Gb/s takes 800 ps
      const own = MS + BigInt(time) * 1000n;
      free = own > free + wireTime ? own : free + wireTime;
      if (times[index] !== free) throw new Error(`frame ${index} came at ${times[index]} instead of ${free}`);
    }
    expect(times.length).to.equal(sample.frames.length);
  });

  it('takes half the time at twice the pace, and the time on the wire at that of the link', async () => {
    const bytes = sample.frames.reduce((sum, { wire }) => sum + Math.max(wire, 60) + 24, 0);
    for (const [replay, ends] of [
      [{ pace: 'scaled', factor: 2 }, BigInt(span) * 500n],
      [{ pace: 'link' }, BigInt(bytes) * 800n],
      [{ pace: 'link', repeats: 3 }, BigInt(bytes) * 2400n],
    ] as const) {
      const world = await worldOf(replay);
      const frames = sample.frames.length * ('repeats' in replay ? replay.repeats : 1);
      const arrived = () => world.report().nics[0]!.arrivedFrames;
      world.run(ends + 1_000_000n - 1n); // a DMA delay of 1 us after the last bit
      expect(arrived(), JSON.stringify(replay)).to.be.below(frames);
      world.run(ends + 1_000_000n + 20_000n);
      expect(arrived(), JSON.stringify(replay)).to.equal(frames);
    }
  });

  it('gives the same however the run is sliced, and after going back', async () => {
    const whole = await worldOf({});
    whole.run(20n * MS);
    const sliced = await worldOf({});
    const middle = (() => {
      for (let at = 0n; at < 7n * MS; at += 12_345_677n) sliced.run(at);
      return sliced.snapshot();
    })();
    sliced.run(20n * MS);
    expect(sliced.fingerprint()).to.equal(whole.fingerprint());
    sliced.restore(middle);
    sliced.run(20n * MS);
    expect(sliced.fingerprint()).to.equal(whole.fingerprint());
  });

  it('leaves out what was sent where only received frames are wanted', async () => {
    const capture = { ...sample, frames: sample.frames.map((frame, index) => ({ ...frame, sent: index % 3 === 0 })) };
    const [replay] = (await worldOf({ onlyReceived: true }, capture)).resolved.traffic;
    if (replay?.app !== 'replay') throw new Error('not a replay');
    const feed = new ReplayFeed(replay, capture, 0, 1e10);
    let frames = 0;
    while (feed.due !== null) frames += feed.take().length;
    expect(frames).to.equal(capture.frames.filter(({ sent }) => !sent).length);
  });

  it('names a capture that was not given', async () => {
    let said: unknown;
    try {
      await World.create(release!.module, scenarioOf({}));
    } catch (error) {
      said = error;
    }
    expect(said).to.be.instanceOf(CaptureMissing);
    expect((said as Error).message).to.contain('it.pcap');
  });
});
