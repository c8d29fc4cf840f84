// The parser and the choice of the hash type against tables written by hand. The reference parser has to agree with the
// same tables, since the fuzz tests rely on it.

import { HashFlag, HashReason, HashType, L3, limits, Trait } from '../../ui/abi/abi.gen.ts';
import { describe, expect, it } from '#test';
import { address, be16, concat, toHex } from '../build/frame.ts';
import { coreModules } from '../core-under-test.ts';
import { classify } from '../oracle/classify.ts';
import { parse } from '../oracle/parse.ts';
import { toeplitz } from '../oracle/toeplitz.ts';
import { CoreFixture, defaultRules, rulesWith, verificationKey, type ParsedFrame } from './fixture.ts';
import { flagRows } from './frames-flags.ts';
import { ipv4Rows } from './frames-ipv4.ts';
import { ipv6Rows } from './frames-ipv6.ts';
import { linkRows } from './frames-link.ts';
import type { Row } from './frame-row.ts';

const tables = { 'Link layers': linkRows, 'IPv4': ipv4Rows, 'IPv6': ipv6Rows, 'Enabled hash types': flagRows };
const hasPorts: readonly string[] = ['TcpIPv4', 'TcpIPv6', 'TcpIPv6Ex', 'UdpIPv4', 'UdpIPv6', 'UdpIPv6Ex'];

const nameOf = (values: Record<string, number>, value: number): string =>
  Object.keys(values).find((name) => values[name] === value) ?? `${value}`;
const traitNames = (bits: number): string[] =>
  Object.keys(Trait)
    .filter((name) => bits & Trait[name as keyof typeof Trait])
    .sort();
const rulesOf = (row: Row) => rulesWith(row.flags === undefined ? {} : { hashFlags: row.flags });

/** The hash input of a row, from its text. */
function inputOf(row: Row): Uint8Array {
  if (row.type === 'None') return new Uint8Array(0);
  const src = row.hashed?.src ?? row.src;
  const dst = row.hashed?.dst ?? row.dst;
  if (!src || !dst) throw new Error('a hashed row needs addresses');
  return concat(address(src), address(dst), hasPorts.includes(row.type) && row.ports ? be16(...row.ports) : new Uint8Array(0));
}

function expectedOf(row: Row): Record<string, unknown> {
  const input = inputOf(row);
  const hash = input.length ? toeplitz(verificationKey, input) : 0;
  const open = row.open ?? [];
  return {
    l3: row.l3,
    proto: row.reason === 'Malformed' ? 'any' : (row.proto ?? 0),
    type: row.type,
    reason: row.reason,
    hash: hash.toString(16),
    ...(row.type === 'None' ? {} : { entry: hash % 128 }),
    queue: row.type === 'None' ? defaultRules.defaultQueue : defaultRules.table[hash % 128],
    tuple: row.src && row.dst ? toHex(concat(address(row.src), address(row.dst), be16(...(row.ports ?? [0, 0])))) : 'not IP',
    traits: (row.traits ?? []).filter((name) => !open.includes(name)).sort(),
    vlan: row.vlan ?? limits.NoVlan,
    ...(row.ethertype === undefined ? {} : { ethertype: row.ethertype }),
    ...(row.l3Offset === undefined ? {} : { l3Offset: row.l3Offset }),
    ...(row.tcpFlags === undefined ? {} : { tcpFlags: row.tcpFlags }),
  };
}

function foundOf(row: Row, found: ParsedFrame): Record<string, unknown> {
  const open: readonly string[] = row.open ?? [];
  const bytes = row.l3 === 'IPv4' ? 12 : 36;
  return {
    l3: nameOf(L3, found.l3),
    proto: row.reason === 'Malformed' ? 'any' : found.proto,
    type: nameOf(HashType, found.hashType),
    reason: nameOf(HashReason, found.hashReason),
    hash: found.hash.toString(16),
    ...(row.type === 'None' ? {} : { entry: found.entry }),
    queue: found.queue,
    tuple: row.src ? toHex(found.tuple.subarray(0, bytes)) : 'not IP',
    traits: traitNames(found.traits).filter((name) => !open.includes(name)),
    // A tag that was cut is neither read nor denied.
    vlan: open.includes('VlanTagged') ? (row.vlan ?? limits.NoVlan) : found.vlan,
    ...(row.ethertype === undefined ? {} : { ethertype: found.ethertype }),
    ...(row.l3Offset === undefined ? {} : { l3Offset: found.l3Offset }),
    ...(row.tcpFlags === undefined ? {} : { tcpFlags: found.tcpFlags }),
  };
}

/** The fields in which two records differ: expected, then found. */
function differences(expected: Record<string, unknown>, found: Record<string, unknown>): Record<string, [unknown, unknown]> {
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return Object.fromEntries(
    [...keys]
      .filter((key) => JSON.stringify(expected[key]) !== JSON.stringify(found[key]))
      .map((key) => [key, [expected[key], found[key]]]),
  );
}

for (const { name, module } of await coreModules()) {
  describe(`frames, ${name} core`, () => {
    const ready = CoreFixture.create(module);
    for (const [table, rows] of Object.entries(tables)) {
      describe(table, () => {
        for (const row of rows)
          it(row.name, async () => {
            const fixture = await ready;
            fixture.configure(rulesOf(row));
            const found = fixture.parse(row.bytes, row);
            const differing = differences(expectedOf(row), foundOf(row, found));
            expect(differing, `${toHex(row.bytes.subarray(0, 100))}: ${JSON.stringify(differing)}`).to.deep.equal({});
            expect(
              found.tuple.subarray(row.l3 === 'IPv4' ? 12 : 36).every((byte) => byte === 0),
              'unused bytes of the tuple are 0',
            ).to.equal(true);
            expect(found.keyTraits, 'key traits are the low byte').to.equal(found.traits & 0xff);
            for (const after of [0, 0xff])
              expect({ ...fixture.parseBefore(after, row.bytes, row), ptr: 0 }).to.deep.equal({ ...found, ptr: 0 });
          });
      });
    }
  });
}

describe('reference parser', () => {
  for (const [table, rows] of Object.entries(tables))
    it(`agrees with the table: ${table}`, () => {
      for (const row of rows) {
        const parsed = parse(row.bytes, row.wire, row.link);
        const placed = classify(parsed, rulesOf(row));
        const found = {
          l3: nameOf(L3, parsed.l3),
          proto: parsed.ip?.protocol ?? 0,
          type: nameOf(HashType, placed.type),
          reason: nameOf(HashReason, placed.reason),
          input: toHex(placed.input),
          ports: parsed.ip?.ports ? [parsed.ip.ports.src, parsed.ip.ports.dst] : null,
        };
        const expected = {
          l3: row.l3,
          proto: row.proto ?? 0,
          type: row.type,
          reason: row.reason,
          input: toHex(inputOf(row)),
          ports: row.ports ?? null,
        };
        expect(found, row.name).to.deep.equal(expected);
      }
    });

  it('covers every hash type and every reason', () => {
    const rows = Object.values(tables).flat();
    expect(new Set(rows.map((row) => row.type))).to.have.property('size', Object.keys(HashType).length);
    expect(new Set(rows.map((row) => row.reason))).to.have.property('size', Object.keys(HashReason).length);
    expect(Object.keys(HashFlag)).to.have.length(9);
  });
});
