// The capture walk: every file format and fault, against expectations by hand and against the reference reader; the same
// result however the file is sliced.

import { CaptureStatus, Fault, Format } from '../../ui/abi/abi.gen.ts';
import { describe, expect, it } from '#test';
import { Random } from '../build/random.ts';
import { coreModules } from '../core-under-test.ts';
import { readCaptureFile } from '../oracle/capture.ts';
import { captureDifferences, conservation } from './capture-compare.ts';
import { faultyFiles, goodFiles, richPcapng, someFrames } from './capture-files.ts';
import { pcap } from '../build/capture.ts';
import { walkFile, type Walk } from './walk.ts';

const faultName = (value: number): string => Object.keys(Fault).find((name) => Fault[name as keyof typeof Fault] === value) ?? `${value}`;
/** A walk as text, without addresses, which depend on the slices. */
const textOf = (walk: Walk): string =>
  JSON.stringify(walk, (key, value: unknown) =>
    key === 'ptr' ? 0 : typeof value === 'bigint' ? `${value}n` : value instanceof Uint8Array ? Array.from(value) : value,
  );

describe('reference reader', () => {
  for (const { name, file, fault, frame, offset } of faultyFiles)
    it(`finds the fault: ${name}`, () => {
      const found = readCaptureFile(file).fault;
      expect(found && { kind: faultName(found.kind), frame: found.frame, offset: found.offset }).to.deep.equal({
        kind: faultName(fault),
        frame,
        offset,
      });
    });
});

for (const { name, module } of await coreModules()) {
  describe(`capture walk, ${name} core`, () => {
    for (const [title, file] of Object.entries(goodFiles))
      it(`reads ${title}`, async () => {
        expect(readCaptureFile(file).fault, 'the reference reader finds no fault').to.equal(null);
        expect(await captureDifferences(module, file)).to.deep.equal([]);
        const walk = await walkFile(module, file);
        expect(walk.status).to.equal(CaptureStatus.Done);
        expect(conservation(walk)).to.deep.equal([]);
        expect(Number(walk.capture.frames)).to.equal(readCaptureFile(file).frames.length);
      });

    for (const { name: title, file, fault, frame, offset } of faultyFiles)
      it(`stops at the fault: ${title}`, async () => {
        const { status, capture, rows } = await walkFile(module, file, { mode: 'rows' });
        expect({
          status,
          fault: faultName(capture.fault),
          frame: Number(capture.faultFrame),
          offset: Number(capture.faultOffset),
          rows: rows.length,
          frames: Number(capture.frames),
        }).to.deep.equal({ status: CaptureStatus.Fault, fault: faultName(fault), frame, offset, rows: frame - 1, frames: frame - 1 });
        expect(await captureDifferences(module, file)).to.deep.equal([]);
        expect(conservation(await walkFile(module, file))).to.deep.equal([]);
      });

    it('says what kind of file it is', async () => {
      const said = async (file: Uint8Array): Promise<number[]> => {
        const { capture } = await walkFile(module, file);
        return [capture.format, capture.bigEndian, capture.nanoseconds];
      };
      expect(await said(pcap(someFrames(1)))).to.deep.equal([Format.Pcap, 0, 0]);
      expect(await said(pcap(someFrames(1), { littleEndian: false, nanoseconds: true }))).to.deep.equal([Format.Pcap, 1, 1]);
      expect((await said(goodFiles['pcapng, big-endian']!)).slice(0, 2)).to.deep.equal([Format.PcapNg, 1]);
    });

    it('keeps the result when the file comes in slices', async () => {
      const files = {
        'rich': richPcapng(),
        'pcap': pcap(someFrames(30), { snapLength: 200 }),
        'cut': pcap(someFrames(9)).subarray(0, -5),
        'long block': goodFiles['pcapng, a long unknown block']!,
      };
      for (const [title, file] of Object.entries(files))
        for (const mode of ['rows', 'flows'] as const) {
          const whole = textOf(await walkFile(module, file, { mode }));
          const random = new Random(0x511ce);
          const slices = { 'bytes': () => 1, 'random': () => random.between(1, 97), 'up to a kilobyte': () => random.between(1, 1024) };
          for (const [how, slice] of Object.entries(slices)) {
            if (file.length > 100_000 && how !== 'up to a kilobyte') continue;
            expect(textOf(await walkFile(module, file, { mode, slice })) === whole, `${title}, ${mode}, ${how}`).to.equal(true);
          }
        }
    });

    it('finds the same fault when the file comes in slices', async () => {
      const random = new Random(0xfa17);
      for (const { name: title, file } of faultyFiles) {
        const whole = textOf(await walkFile(module, file, { mode: 'rows' }));
        const most = file.length > 100_000 ? 5000 : 40;
        expect(textOf(await walkFile(module, file, { mode: 'rows', slice: () => random.between(1, most) })) === whole, title).to.equal(
          true,
        );
      }
    });

    it('does not depend on the seed of the flow table', async () => {
      const file = pcap(someFrames(60));
      const first = textOf(await walkFile(module, file, { seed: 1 }));
      for (const seed of [0, 2, 0xffffffff])
        expect(textOf(await walkFile(module, file, { seed })) === first, `seed ${seed}`).to.equal(true);
    });

    it('asks for input until the last bytes are there', async () => {
      const file = pcap(someFrames(3));
      for (const length of [0, 3, 24, 30, 41, file.length - 1, file.length]) {
        const { status, capture } = await walkFile(module, file.subarray(0, length), { open: true });
        expect([status, capture.fault], `${length} bytes`).to.deep.equal([CaptureStatus.NeedInput, Fault.None]);
      }
    });
  });
}
