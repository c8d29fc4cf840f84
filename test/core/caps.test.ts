// Millions of flows and time cells: the stated caps hold, and what comes past them is counted.

import { CaptureMode, CaptureStatus, limits, readCapture, type CaptureRecord } from '../../ui/abi/abi.gen.ts';
import { describe, expect, it } from '#test';
import { frame, ipv4, tcp } from '../build/frame.ts';
import { LinkType, pcapHeader, pcapRecord } from '../build/capture.ts';
import { coreModules } from '../core-under-test.ts';
import { CoreFixture } from './fixture.ts';

/** A frame that fits in 16 + 24 bytes of file: raw IPv4 with ports, whose source address is a number. */
function numbered(count: number, write: (view: DataView, record: number, index: number) => void): Uint8Array {
  const template = pcapRecord({ data: frame(ipv4({ totalLength: 24 }), tcp()).subarray(0, 24), wire: 1000 });
  const bytes = new Uint8Array(template.length * count);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < count; index++) {
    bytes.set(template, index * template.length);
    write(view, index * template.length, index);
  }
  return bytes;
}
const rawHeader = pcapHeader({ linkType: LinkType.Raw });

/** Walks chunks as they come, and reads the totals alone. */
async function totals(module: WebAssembly.Module, chunks: Iterable<Uint8Array>): Promise<{ capture: CaptureRecord; status: number }> {
  const { core } = await CoreFixture.create(module);
  core.captureBegin(CaptureMode.Flows, 7);
  for (const chunk of chunks)
    for (let from = 0; from < chunk.length; from += limits.ChunkBytes) {
      const part = chunk.subarray(from, from + limits.ChunkBytes);
      const to = core.captureInput();
      new Uint8Array(core.memory.buffer).set(part, to);
      core.captureFeed(part.length);
      core.captureStep(0);
    }
  const status = core.captureStep(1);
  return { status, capture: readCapture(core.memory.buffer, core.captureAt()) };
}

for (const { name, module } of (await coreModules()).filter((build) => build.name !== 'debug')) {
  describe(`caps, ${name} core`, () => {
    it(`keeps ${limits.MaxFlows} flows and counts what comes past them`, async () => {
      const past = 5000;
      const chunk = 32768;
      function* chunks(): Generator<Uint8Array> {
        yield rawHeader;
        for (let from = 0; from < limits.MaxFlows + past; from += chunk)
          yield numbered(Math.min(chunk, limits.MaxFlows + past - from), (view, record, index) =>
            view.setUint32(record + 16 + 12, from + index),
          );
        // A known flow is still counted as itself.
        yield numbered(1, (view, record) => view.setUint32(record + 16 + 12, 0));
      }
      const { capture, status } = await totals(module, chunks());
      expect([status, capture.flows, Number(capture.frames), Number(capture.overflowFrames), Number(capture.overflowBytes)]).to.deep.equal([
        CaptureStatus.Done,
        limits.MaxFlows,
        limits.MaxFlows + past + 1,
        past,
        past * 1000,
      ]);
    });

    it(`stays within ${limits.MaxCells} time cells`, async () => {
      const flows = 16384;
      const rounds = 300;
      function* chunks(): Generator<Uint8Array> {
        yield rawHeader;
        for (let round = 0; round < rounds; round++)
          yield numbered(flows, (view, record, index) => {
            view.setUint32(record, 1000 + round, true);
            view.setUint32(record + 16 + 12, index);
          });
      }
      const { capture, status } = await totals(module, chunks());
      expect([status, Number(capture.frames), capture.flows, Number(capture.overflowFrames)]).to.deep.equal([
        CaptureStatus.Done,
        flows * rounds,
        flows,
        0,
      ]);
      expect(capture.cells).to.be.at.most(limits.MaxCells);
      expect(Number(capture.wireBytes)).to.equal(flows * rounds * 1000);
    });
  });
}
