// Gzip files of stored blocks (RFC 1951 3.2.4): what every prefix decodes to is known without a decompressor.

import { describe, expect, it } from '#test';
import { openSource } from '../../ui/engine/source.ts';

const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

/** A stored block: not final, type 0, length and its complement, the bytes. */
function storedBlock(bytes: Uint8Array): number[] {
  const { length } = bytes;
  return [0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255, ...bytes];
}

const pattern = (length: number, seed: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + seed) & 255);
const first = pattern(40_000, 1);
const second = pattern(40_000, 2);
const file = Uint8Array.from([...HEADER, ...storedBlock(first), ...storedBlock(second)]);
const secondAt = HEADER.length + 5 + first.length;
const both = Uint8Array.from([...first, ...second]);

/** Everything that can be read, and whether it ended in an error. */
async function readAll(source: Blob | ReadableStream<Uint8Array>) {
  const { read, close, bytesRead } = await openSource(source);
  const bytes: number[] = [];
  let failed = false;
  try {
    for (let chunk = await read(); chunk; chunk = await read()) bytes.push(...chunk);
  } catch {
    failed = true;
  }
  await close();
  return { bytes: Uint8Array.from(bytes), failed, bytesRead: bytesRead() };
}

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

describe('Source', () => {
  it('plain bytes come as they are, one byte as well', async () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x1f), pattern(100_000, 3)]) {
      const got = await readAll(new Blob([bytes]));
      expect(got.failed).to.equal(false);
      expect(same(got.bytes, bytes)).to.equal(true);
      expect(got.bytesRead).to.equal(bytes.length);
    }
  });

  for (const cut of [HEADER.length + 6, 30_000, secondAt, secondAt + 5, secondAt + 20_000, file.length]) {
    it(`gzip cut at byte ${cut} gives all that was stored before`, async () => {
      const got = await readAll(new Blob([file.slice(0, cut)]));
      const whole = cut <= secondAt ? cut - HEADER.length - 5 : first.length + Math.max(0, cut - secondAt - 5);
      expect(got.failed).to.equal(true);
      expect(same(got.bytes, both.slice(0, whole)), `${got.bytes.length} bytes, ${whole} expected`).to.equal(true);
    });
  }

  it('gzip damaged in its second block gives the whole first block', async () => {
    const damaged = file.slice();
    damaged[secondAt + 1]! ^= 1; // length and complement disagree
    const got = await readAll(new Blob([damaged]));
    expect(got.failed).to.equal(true);
    expect(same(got.bytes, first), `${got.bytes.length} bytes, ${first.length} expected`).to.equal(true);
  });

  it('a damaged stream, which cannot be read again, loses less than a piece', async () => {
    const damaged = file.slice();
    damaged[secondAt + 1]! ^= 1;
    const got = await readAll(new Blob([damaged]).stream());
    expect(got.failed).to.equal(true);
    expect(got.bytes.length).to.be.within(first.length - 16384, first.length);
    expect(same(got.bytes, first.slice(0, got.bytes.length))).to.equal(true);
  });
});
