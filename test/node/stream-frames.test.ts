// Frames on a stream: cut out however the bytes come, refused when out of step.

import { describe, expect, it } from '#test';
import { FrameBatch, FrameDecoder, FrameLengthError, MAX_FRAME_BYTES } from '../../ui/cli/stream-frames.ts';
import { concat, filler, fromHex, toHex } from '../build/bytes.ts';
import { Random } from '../build/random.ts';
import { fuzzIterations } from '../fuzz/iterations.ts';

function decode(chunks: readonly Uint8Array[]): string[] {
  const frames: string[] = [];
  const decoder = new FrameDecoder((frame) => frames.push(toHex(frame)));
  for (const chunk of chunks) decoder.push(chunk);
  return frames;
}

describe('frame decoder', () => {
  const cases: [string, string[], string[]][] = [
    ['nothing', [], []],
    ['a frame of one byte', ['00000001 aa'], ['aa']],
    ['two in one piece', ['00000002 aabb 00000001 cc'], ['aabb', 'cc']],
    ['a cut in the length', ['0000', '0002 aa', 'bb'], ['aabb']],
    ['a cut between length and frame', ['00000002', 'aabb'], ['aabb']],
    ['a cut between frames, and an empty piece', ['00000001 aa', '', '00000001 bb'], ['aa', 'bb']],
    ['an end in the length', ['00000001 aa 00'], ['aa']],
    ['an end in the frame', ['00000003 aabb'], []],
    ['a length of 256', [`00000100 ${'5a'.repeat(256)}`], ['5a'.repeat(256)]],
  ];
  for (const [name, chunks, expected] of cases)
    it(`takes ${name}`, () => {
      expect(decode(chunks.map(fromHex))).to.deep.equal(expected);
    });

  it('takes the longest frame and refuses one byte more', () => {
    const longest = filler(MAX_FRAME_BYTES);
    expect(decode([fromHex('0000ffff'), longest])).to.deep.equal([toHex(longest)]);
    for (const prefix of ['00010000', '80000000', 'ffffffff', '00000000', '47455420' /* GET */])
      expect(() => decode([fromHex(`00000001 aa ${prefix}`)]), prefix).to.throw(FrameLengthError, String(parseInt(prefix, 16)));
  });

  it('gives the same frames whatever the cuts', () => {
    const random = new Random(11);
    for (let round = 0; round < fuzzIterations(300); round++) {
      const frames = Array.from({ length: random.between(1, 8) }, () => random.bytes(random.between(1, random.oneIn(5) ? 9000 : 80)));
      const batch = new FrameBatch();
      for (const frame of frames) batch.add(frame);
      const stream = batch.take()!;
      const chunks: Uint8Array[] = [];
      for (let at = 0; at < stream.length;) {
        const bytes = random.below(random.oneIn(3) ? 4000 : 7);
        chunks.push(stream.subarray(at, at + bytes));
        at += bytes;
      }
      expect(decode(chunks), `round ${round}`).to.deep.equal(frames.map(toHex));
    }
  });

  it('takes any bytes: frames, or the fault', () => {
    const random = new Random(12);
    for (let round = 0; round < fuzzIterations(300); round++) {
      const stream = concat(...Array.from({ length: 5 }, () => concat(fromHex('0000'), random.bytes(2), random.bytes(random.below(300)))));
      // Cut out by hand.
      const expected: string[] = [];
      let at = 0;
      let fault = false;
      const length = () => new DataView(stream.buffer).getUint32(at);
      while (at + 4 <= stream.length && !(fault = length() === 0 || length() > MAX_FRAME_BYTES) && at + 4 + length() <= stream.length) {
        expected.push(toHex(stream.subarray(at + 4, at + 4 + length())));
        at += 4 + length();
      }
      const frames: string[] = [];
      const decoder = new FrameDecoder((frame) => frames.push(toHex(frame)));
      const push = () => {
        for (let from = 0; from < stream.length; from += 13) decoder.push(stream.subarray(from, from + 13));
      };
      if (fault) expect(push, `round ${round}`).to.throw(FrameLengthError);
      else push();
      expect(frames, `round ${round}`).to.deep.equal(expected);
    }
  });
});

describe('frame batch', () => {
  it('puts the length before each frame, and starts anew once taken', () => {
    const batch = new FrameBatch();
    expect(batch.take()).to.equal(null);
    batch.add(fromHex('aabb'));
    batch.add(fromHex('cc'));
    const taken = batch.take()!;
    batch.add(fromHex('dd'));
    expect(toHex(taken)).to.equal('00000002aabb00000001cc');
    expect(toHex(batch.take()!)).to.equal('00000001dd');
  });

  it('grows', () => {
    const batch = new FrameBatch();
    const frames = [filler(20_000), filler(9), filler(65_535)];
    for (const frame of frames) batch.add(frame);
    expect(decode([batch.take()!])).to.deep.equal(frames.map(toHex));
  });
});
