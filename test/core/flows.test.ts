// Flows, time cells and loads: counters by hand, conservation, the caps and what happens past them, masks, the heat strip.

import { CaptureMode, CaptureStatus, HashType, limits, type CaptureRecord } from '../../ui/abi/abi.gen.ts';
import { describe, expect, it } from '#test';
import { arp, ethernet, ethernet802, filler, frame, ipv4, ipv6, llc, snap, tcp, udp, vlan } from '../build/frame.ts';
import { pcap, Section, type CapturedFrame } from '../build/capture.ts';
import { concat } from '../build/bytes.ts';
import { coreModules } from '../core-under-test.ts';
import { conservation } from './capture-compare.ts';
import { someFrames } from './capture-files.ts';
import { CoreFixture, rulesWith } from './fixture.ts';
import { placeFlows, walkFile } from './walk.ts';

const second = 1_000_000_000n;
const start = 1_700_000_000n * second;
const tcpFrame = (sport: number, payload = 0): Uint8Array => frame(ethernet(), ipv4(), tcp({ sport }), filler(payload));
const at = (ts: bigint, data: Uint8Array, captured = data.length): CapturedFrame => ({
  ts,
  data: data.subarray(0, captured),
  wire: data.length,
});

/** Frames of which every counter of the Capture record is known. */
const countedFrames: CapturedFrame[] = [
  at(start, tcpFrame(1)), // plain
  at(start + 5n * second, tcpFrame(2, 1460)), // 1514 bytes: just what Ethernet carries
  at(start + 3n * second, tcpFrame(2, 1461)), // 1515 bytes: super; 2 s back in time
  at(start + 3n * second, frame(ethernet(), vlan({ id: 3 }), ipv4(), tcp(), filler(1460))), // 1518 bytes with a tag: not super
  at(start + 2n * second, frame(ethernet(), vlan({ id: 3 }), vlan({ id: 4 }), ipv4(), tcp())), // tagged; 1 s back
  at(start + 6n * second, tcpFrame(3), 36), // ports cut
  at(start + 6n * second, frame(ethernet(), ipv4(), udp()), 36), // ports cut
  at(start + 6n * second, tcpFrame(3), 30), // IP header cut
  at(start + 6n * second, tcpFrame(3), 40), // snapped, ports are there
  at(start + 6n * second, frame(ethernet(), ipv4({ headerWords: 3 }), tcp())), // malformed
  at(start + 6n * second, frame(ethernet({ pad: 56 }), ipv4(), tcp())), // tag stripped
  at(start + 7n * second, frame(ethernet({ pad: 60 }), arp())),
  at(start + 7n * second, frame(ethernet802(), llc({ dsap: 0x42, ssap: 0x42 }), filler(40))),
  at(start + 7n * second, frame(ethernet802(), snap(), ipv6(), tcp())),
];

const counted: Partial<CaptureRecord> = {
  frames: 14n,
  backwards: 2,
  maxBackwardsNs: 2n * second,
  snapped: 4,
  portsCut: 2,
  headersCut: 1,
  malformed: 1,
  superFrames: 1,
  largestWire: 1518,
  tagged: 2,
  strippedTags: 1,
  firstTs: start,
  lastTs: start + 7n * second,
  unknownLinkCount: 0,
  overflowFrames: 0n,
  overflowBytes: 0n,
  recordedDirections: 0,
  recordedQueues: 0,
  recordedHashes: 0,
};

for (const { name, module } of await coreModules()) {
  describe(`flows, ${name} core`, () => {
    it('counts what is worth saying about a file', async () => {
      const walk = await walkFile(module, pcap(countedFrames));
      const found = Object.fromEntries(Object.keys(counted).map((key) => [key, walk.capture[key as keyof CaptureRecord]]));
      expect(found).to.deep.equal(counted);
      expect(conservation(walk)).to.deep.equal([]);
    });

    it('counts what packet options record', async () => {
      const section = new Section();
      const hash = { algorithm: 5, value: Uint8Array.of(1, 2, 3, 4) };
      const options = [{ direction: 'in' as const, queue: 1 }, { direction: 'out' as const, hash }, { queue: 2, hash, drops: 9n }, {}];
      const file = concat(
        section.header(),
        section.interface(),
        section.custom(),
        section.unknown(),
        ...options.map((option, index) => section.packet(someFrames(4)[index]!, option)),
      );
      const { capture } = await walkFile(module, file);
      expect([
        capture.recordedDirections,
        capture.recordedQueues,
        capture.recordedHashes,
        capture.recordedDrops,
        capture.skippedBlocks,
      ]).to.deep.equal([2, 2, 2, 9n, 2]);
    });

    it('counts and names link types that it does not know', async () => {
      const section = new Section();
      const types = [105, 127, 189, 195, 201, 215, 220, 230, 240, 105];
      const parts = types.map((linkType, index) => [
        section.interface({ linkType }),
        section.packet({ data: filler(40) }, { interface: index }),
      ]);
      const { unknownLinks, capture } = await walkFile(module, concat(section.header(), ...parts.flat()));
      expect(unknownLinks).to.have.length(limits.MaxUnknownLinks);
      expect(unknownLinks.slice(0, 3)).to.deep.equal([
        { code: 105, frames: 2 },
        { code: 127, frames: 1 },
        { code: 189, frames: 1 },
      ]);
      expect(Number(capture.frames)).to.equal(10);
    });

    it('keeps directions, tags, interfaces and fragments of one address pair apart', async () => {
      const frames = [
        tcpFrame(1),
        frame(ethernet(), ipv4({ src: '198.51.100.2', dst: '192.0.2.1' }), tcp({ sport: 80, dport: 1 })),
        frame(ethernet(), vlan({ id: 3 }), ipv4(), tcp({ sport: 1 })),
        frame(ethernet(), vlan({ id: 4 }), ipv4(), tcp({ sport: 1 })),
        frame(ethernet(), ipv4(), udp({ sport: 1, dport: 80 })),
        frame(ethernet(), ipv4({ moreFragments: true }), tcp({ sport: 1 })),
        frame(ethernet(), ipv4({ offset: 8, protocol: 6 }), filler(30)),
        tcpFrame(1, 100),
      ];
      const { flows } = await walkFile(module, pcap(frames.map((data) => ({ data }))));
      expect(flows.map((flow) => flow.packets)).to.deep.equal([2, 1, 1, 1, 1, 2]);
    });

    it('spreads a flow over time bins, and widens them as the capture goes on', async () => {
      for (const step of [1n, 1000n, second, 86_400n * second]) {
        const frames = Array.from({ length: 1200 }, (_, index) => ({
          data: tcpFrame(1 + (index % 3), index % 50),
          ts: start + BigInt(index) * step,
        }));
        const { capture, cells, flows, ...rest } = await walkFile(module, pcap(frames, { nanoseconds: true }));
        expect(conservation({ capture, cells, flows, ...rest }), `step ${step}`).to.deep.equal([]);
        const width = capture.binWidthNs;
        expect(capture.bins, `step ${step}`).to.be.within(1, limits.TimeBins);
        expect(width & (width - 1n), 'a power of two').to.equal(0n);
        const perBin = new Map<number, number>();
        for (const cell of cells) perBin.set(cell.bin, (perBin.get(cell.bin) ?? 0) + cell.packets);
        const first = frames[0]!.ts;
        const expected = new Map<number, number>();
        for (const { ts } of frames) {
          const bin = Number((ts - first) / width);
          expected.set(bin, (expected.get(bin) ?? 0) + 1);
        }
        const aligned = new Map<number, number>();
        const origin = (first / width) * width;
        for (const { ts } of frames) {
          const bin = Number((ts - origin) / width);
          aligned.set(bin, (aligned.get(bin) ?? 0) + 1);
        }
        const text = (bins: Map<number, number>): string => JSON.stringify([...bins].sort(([a], [b]) => a - b));
        expect([text(expected), text(aligned)], `step ${step}: bins start at the first frame or at a multiple of their width`).to.include(
          text(perBin),
        );
      }
    });

    it('places masked flows only, and the heat strip adds up to the loads', async () => {
      const fixture = await CoreFixture.create(module);
      fixture.configure(rulesWith({ table: Array.from({ length: 64 }, (_, entry) => (entry * 5) % 7), defaultQueue: 6 }));
      const file = pcap([...someFrames(300), ...countedFrames]);
      const { core } = fixture;
      core.captureBegin(CaptureMode.Flows, 3);
      new Uint8Array(core.memory.buffer).set(file, core.captureInput());
      core.captureFeed(file.length);
      expect(core.captureStep(1)).to.equal(CaptureStatus.Done);
      const walk = await walkFile(module, file);
      for (const mask of [() => true, (flow: number) => flow % 3 === 0, () => false]) {
        const placed = placeFlows(core, walk, mask);
        const masked = walk.flows.map((flow, index) => ({ flow, place: placed.flows[index]! })).filter((_, index) => mask(index));
        const load = (of: typeof masked): [number, number] => [
          of.reduce((sum, { flow }) => sum + flow.packets, 0),
          of.reduce((sum, { flow }) => sum + Number(flow.bytes), 0),
        ];
        const isHashed = ({ place }: (typeof masked)[number]): boolean => place.type !== HashType.None;
        for (let queue = 0; queue < 7; queue++) {
          expect(placed.queues[queue], `queue ${queue}`).to.deep.equal(load(masked.filter(({ place }) => place.queue === queue)));
          const heat = placed.heat[queue]!.reduce(([packets, bytes], [more, moreBytes]) => [packets + more, bytes + moreBytes], [0, 0]);
          expect(heat, `heat of queue ${queue}`).to.deep.equal(placed.queues[queue]);
        }
        for (let entry = 0; entry < 64; entry++)
          expect(placed.entries[entry], `entry ${entry}`).to.deep.equal(
            load(masked.filter((one) => isHashed(one) && one.place.entry === entry)),
          );
        expect(placed.notHashed).to.deep.equal(load(masked.filter((one) => !isHashed(one))));
        for (const { place } of masked.filter((one) => !isHashed(one))) expect(place.queue).to.equal(6);
      }
    });

    it('takes a record of 262,144 bytes byte by byte without walking it again and again', async () => {
      const file = pcap([{ data: filler(262144) }, ...someFrames(2)]);
      const { capture } = await walkFile(module, file, { slice: () => 1 });
      expect(Number(capture.frames)).to.equal(3);
    });
  });
}
