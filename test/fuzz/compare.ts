// One frame through the core and through the reference: what differs?

import { HashType, L3, limits, Trait } from '../../ui/abi/abi.gen.ts';
import { be16, concat, toHex } from '../build/frame.ts';
import type { CoreFixture, ParsedFrame } from '../core/fixture.ts';
import { classify, type Placement, type RssRules } from '../oracle/classify.ts';
import { parse, type Parsed } from '../oracle/parse.ts';
import type { FuzzFrame } from './grammar.ts';

type Comparison = [field: string, expected: unknown, found: unknown];

const has = (frame: ParsedFrame, trait: number): boolean => (frame.traits & trait) !== 0;

function comparePlacement({ ip }: Parsed, expected: Placement, found: ParsedFrame): Comparison[] {
  return [
    ['hash type', expected.type, found.hashType],
    // Where an extension header did not fit, why there are no ports is a matter of taste.
    ...(ip?.walkEnded ? [] : ([['reason', expected.reason, found.hashReason]] as Comparison[])),
    ['hash', expected.hash, found.hash],
    ['queue', expected.queue, found.queue],
    ...(expected.type === HashType.None ? [] : ([['entry', expected.entry, found.entry]] as Comparison[])),
  ];
}

function compareParsed(expected: Parsed, found: ParsedFrame): Comparison[] {
  const { ip } = expected;
  const rows: Comparison[] = [
    ['l3', expected.l3, found.l3],
    ['vlan', expected.vlans[0] ?? limits.NoVlan, found.vlan],
    ['tagged', expected.vlans.length > 0, has(found, Trait.VlanTagged)],
    ['stacked', expected.vlans.length > 1, has(found, Trait.VlanStacked)],
    ['key traits', found.traits & 0xff, found.keyTraits],
  ];
  if (expected.l3Offset !== null) rows.push(['l3 offset', expected.l3Offset, found.l3Offset]);
  if (expected.broken === 'malformed') rows.push(['malformed', true, has(found, Trait.Malformed)]);
  if (expected.broken === 'cut')
    rows.push(['truncated', true, has(found, Trait.Truncated)], ['malformed', true, has(found, Trait.Malformed)]);
  if (!ip) return [...rows, ['ports', false, has(found, Trait.Ports)]];
  const ports = ip.ports ?? { src: 0, dst: 0 };
  const tuple = new Uint8Array(36);
  tuple.set(concat(ip.src, ip.dst, be16(ports.src, ports.dst)));
  rows.push(
    ['tuple', toHex(tuple), toHex(found.tuple)],
    ['protocol', ip.protocol, found.proto],
    ['ports', ip.ports !== null, has(found, Trait.Ports)],
    ['fragment', ip.fragment, has(found, Trait.Fragment)],
    ['options', ip.options, has(found, Trait.Options)],
    ['extensions', ip.extensions, (ip.walkEnded && ip.extensions) || has(found, Trait.Extensions)],
    ['home address', ip.home !== null, has(found, Trait.HomeAddress)],
    ['routing type 2', ip.routing2 !== null, has(found, Trait.Routing2)],
    ['TCP flags', ip.tcpFlags ?? 0, found.tcpFlags],
    ['snap', expected.snap, has(found, Trait.Snap)],
  );
  if (ip.home || ip.routing2) rows.push(['extended addresses', toHex(concat(ip.home ?? ip.src, ip.routing2 ?? ip.dst)), toHex(found.ex)]);
  if (expected.l3 === L3.IPv4) rows.push(['super', ip.super, has(found, Trait.Super)]);
  return rows;
}

/** @returns the fields in which a record of the core differs from the reference, in words */
export function frameDifferences(found: ParsedFrame, { bytes, wire, link }: FuzzFrame, rules: RssRules): string[] {
  const parsed = parse(bytes, wire, link);
  return [...compareParsed(parsed, found), ...comparePlacement(parsed, classify(parsed, rules), found)]
    .filter(([, expected, got]) => expected !== got)
    .map(([field, expected, got]) => `${field}: expected ${String(expected)}, found ${String(got)}`);
}

/** @returns the fields that differ, with the frame, or null */
export function disagreement(fixture: CoreFixture, frame: FuzzFrame, rules: RssRules): string | null {
  const { bytes, wire, link } = frame;
  const text = `link ${link}, captured ${bytes.length} of ${wire}, flags 0x${rules.hashFlags.toString(16)}, frame ${toHex(bytes)}`;
  try {
    const differing = frameDifferences(fixture.parse(bytes, { link, wire }), frame, rules);
    return differing.length ? [text, ...differing].join('\n  ') : null;
  } catch (error) {
    return `${text}\n  ${String(error)}`;
  }
}
