// The Toeplitz hash four ways (bits, tables, SIMD over structure of arrays, SIMD over records) against the published vectors
// and, on seeded random input and keys, against the reference with big integers.

import { describe, expect, it } from '#test';
import { address, be16, concat, ethernet, frame, ipv4, ipv6, tcp, toHex, udp } from '../build/frame.ts';
import { Random } from '../build/random.ts';
import { coreModules } from '../core-under-test.ts';
import { toeplitz } from '../oracle/toeplitz.ts';
import { CoreFixture, defaultRules, rulesWith, verificationKey } from './fixture.ts';
import { vectors } from './vectors.ts';
import { HashType, Link } from '../../ui/abi/abi.gen.ts';

const hex = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, '0')}`;

/** Structure of arrays: byte b of packet p at b * stride + p. Spare packets up to a multiple of 16 are noise. */
function hashSoa({ core }: CoreFixture, inputs: readonly Uint8Array[], bytes: number): number[] {
  const count = Math.ceil(inputs.length / 16) * 16;
  const stride = count + 32;
  const soa = (core.scratchAt() + 15) & ~15;
  const out = soa + 40000;
  const memory = new Uint8Array(core.memory.buffer);
  memory.fill(0xee, soa, soa + stride * bytes);
  inputs.forEach((input, packet) => {
    for (let byte = 0; byte < bytes; byte++) memory[soa + byte * stride + packet] = input[byte] ?? 0;
  });
  core.toeplitzSoa(soa, stride, bytes, count, out);
  return Array.from(new Uint32Array(core.memory.buffer, out, inputs.length));
}

/** Records of `stride` bytes, noise between the inputs. */
function hashRecords({ core }: CoreFixture, inputs: readonly Uint8Array[], bytes: number, stride: number): number[] {
  const records = (core.scratchAt() + 15) & ~15;
  const out = records + 48000;
  const memory = new Uint8Array(core.memory.buffer);
  memory.fill(0xee, records, records + stride * inputs.length);
  inputs.forEach((input, packet) => {
    memory.fill(0, records + packet * stride, records + packet * stride + bytes);
    memory.set(input, records + packet * stride);
  });
  core.toeplitzRecords(records, stride, bytes, inputs.length, out);
  return Array.from(new Uint32Array(core.memory.buffer, out, inputs.length));
}

const hashBits = (fixture: CoreFixture, input: Uint8Array): number => fixture.core.toeplitzBits(fixture.put(input), input.length) >>> 0;
const hashTables = (fixture: CoreFixture, input: Uint8Array): number => fixture.core.toeplitzTables(fixture.put(input), input.length) >>> 0;

interface Case {
  name: string;
  input: Uint8Array;
  hash: number;
  /** SIMD batches hash 12 or 36 bytes; absent ports are zeros, which do not change the hash. */
  batch: number;
}

const published: Case[] = vectors.flatMap(({ src, sport, dst, dport, addresses, withPorts }) => {
  const pair = concat(address(src), address(dst));
  const batch = pair.length + 4;
  return [
    { name: `${src} -> ${dst}`, input: pair, hash: addresses, batch },
    { name: `${src} port ${sport} -> ${dst} port ${dport}`, input: concat(pair, be16(sport, dport)), hash: withPorts, batch },
  ];
});

const ofBatch = (cases: readonly Case[], bytes: number): Case[] => cases.filter(({ batch }) => batch === bytes);

describe('reference Toeplitz', () => {
  it('gives the 16 published hashes', () => {
    for (const { name, input, hash } of published) expect(hex(toeplitz(verificationKey, input)), name).to.equal(hex(hash));
    expect(published).to.have.length(16);
  });
});

for (const { name, module } of await coreModules()) {
  describe(`Toeplitz, ${name} core`, () => {
    const ready = CoreFixture.create(module);

    it('bits and tables give the published hashes', async () => {
      const fixture = await ready;
      fixture.configure(defaultRules);
      for (const { name: title, input, hash } of published) {
        expect(hex(hashBits(fixture, input)), `bits, ${title}`).to.equal(hex(hash));
        expect(hex(hashTables(fixture, input)), `tables, ${title}`).to.equal(hex(hash));
      }
    });

    for (const bytes of [12, 36])
      it(`SIMD batches of ${bytes} bytes give the published hashes`, async () => {
        const fixture = await ready;
        fixture.configure(defaultRules);
        const cases = ofBatch(published, bytes);
        const inputs = cases.map(({ input }) => input);
        const expected = cases.map(({ name: title, hash }) => `${title}: ${hex(hash)}`);
        const found = (hashes: number[]): string[] => hashes.map((hash, index) => `${cases[index]!.name}: ${hex(hash)}`);
        expect(found(hashSoa(fixture, inputs, bytes))).to.deep.equal(expected);
        for (const stride of [bytes === 12 ? 16 : 48, 128])
          expect(found(hashRecords(fixture, inputs, bytes, stride))).to.deep.equal(expected);
      });

    it('a frame gets the published hash', async () => {
      const fixture = await ready;
      fixture.configure(defaultRules);
      for (const { src, sport, dst, dport, addresses, withPorts } of vectors) {
        const v6 = src.includes(':');
        const ip = v6 ? ipv6({ src, dst }) : ipv4({ src, dst });
        const tcpFrame = fixture.parse(frame(ethernet(), ip, tcp({ sport, dport })), { link: Link.Ethernet, wire: 60 });
        const udpFrame = fixture.parse(frame(ethernet(), ip, udp({ sport, dport })), { link: Link.Ethernet, wire: 60 });
        expect([tcpFrame.hashType, hex(tcpFrame.hash), tcpFrame.entry], src).to.deep.equal([
          v6 ? HashType.TcpIPv6 : HashType.TcpIPv4,
          hex(withPorts),
          withPorts & 127,
        ]);
        expect([udpFrame.hashType, hex(udpFrame.hash), udpFrame.entry], src).to.deep.equal([
          v6 ? HashType.IPv6 : HashType.IPv4,
          hex(addresses),
          addresses & 127,
        ]);
      }
    });

    it('all implementations agree with the reference on random keys and tuples', async () => {
      const fixture = await ready;
      const random = new Random(0x70e9);
      const keyLengths = [40, 41, 44, 52, 63, 64];
      for (const keyBytes of keyLengths) {
        const key = random.bytes(keyBytes);
        fixture.configure(rulesWith({ key }));
        const text = `key ${toHex(key)}`;
        for (const bytes of [12, 36]) {
          const inputs = Array.from({ length: 37 }, () => random.bytes(bytes));
          const expected = inputs.map((input) => toeplitz(key, input));
          expect(
            inputs.map((input) => hashBits(fixture, input)),
            `bits, ${text}`,
          ).to.deep.equal(expected);
          expect(
            inputs.map((input) => hashTables(fixture, input)),
            `tables, ${text}`,
          ).to.deep.equal(expected);
          expect(hashSoa(fixture, inputs, bytes), `SIMD arrays, ${text}`).to.deep.equal(expected);
          expect(hashRecords(fixture, inputs, bytes, 128), `SIMD records, ${text}`).to.deep.equal(expected);
        }
      }
    });

    it('every input length up to the key less 4 bytes, bit by bit', async () => {
      const fixture = await ready;
      const random = new Random(0x1e47);
      const key = random.bytes(64);
      fixture.configure(rulesWith({ key }));
      for (let bytes = 0; bytes <= 60; bytes++) {
        const input = random.bytes(bytes);
        expect(hex(hashBits(fixture, input)), `${bytes} bytes`).to.equal(hex(toeplitz(key, input)));
        if (bytes <= 36) expect(hex(hashTables(fixture, input)), `${bytes} bytes`).to.equal(hex(toeplitz(key, input)));
      }
    });

    it('a single input bit gives the 32 bits of the key at its place', async () => {
      const fixture = await ready;
      fixture.configure(defaultRules);
      const keyBits = Array.from(verificationKey, (byte) => byte.toString(2).padStart(8, '0')).join('');
      const inputs = Array.from({ length: 288 }, (_, bit) =>
        Uint8Array.from({ length: 36 }, (_unused, byte) => (byte === bit >>> 3 ? 0x80 >>> (bit & 7) : 0)),
      );
      const expected = inputs.map((_, bit) => parseInt(keyBits.slice(bit, bit + 32), 2));
      expect(inputs.map((input) => hashTables(fixture, input))).to.deep.equal(expected);
      expect(hashSoa(fixture, inputs, 36)).to.deep.equal(expected);
      expect(hashRecords(fixture, inputs, 36, 128)).to.deep.equal(expected);
    });
  });
}
