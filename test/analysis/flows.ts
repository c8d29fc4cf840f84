// Builders: flows as columns from short texts, and their placement by the reference hash of test/oracle.

import { FlowLayout, L3, limits, Link, Trait } from '../../ui/abi/abi.gen.ts';
import type { FlowColumns, FlowPlacement } from '../../ui/analysis/types.ts';
import { rssEffective, type RssSettings } from '../../ui/features/rss.ts';
import { classify } from '../oracle/classify.ts';
import type { IpParsed } from '../oracle/parse.ts';

const PROTOCOLS = { tcp: 6, udp: 17, icmp: 1, gre: 47, esp: 50, sctp: 132 } as const;

export interface FlowSpec {
  /** "192.0.2.1:443", "[2001:db8::1]:443", the same without port, or with `arp` a MAC. */
  from: string;
  to: string;
  proto?: keyof typeof PROTOCOLS | 'arp';
  packets?: number;
  bytes?: number;
  fragment?: boolean;
  vlan?: number;
  /** MACs; zero when absent. */
  macs?: { from: string; to: string };
  syn?: 'syn' | 'syn+ack';
  /** Further Trait bits. */
  traits?: number;
}

interface Endpoint {
  bytes: number[];
  port: number | null;
}

const macBytes = (text: string) => text.split(':').map((hex) => parseInt(hex, 16));

function ipv6Bytes(text: string): number[] {
  const [head, tail] = text.split('::').map((side) => (side ? side.split(':') : []));
  const zeros = tail ? new Array<string>(8 - head!.length - tail.length).fill('0') : [];
  return [...head!, ...zeros, ...(tail ?? [])].flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
}

function endpoint(text: string): Endpoint {
  const v6 = /^\[(.*)\](?::(\d+))?$/.exec(text);
  if (v6) return { bytes: ipv6Bytes(v6[1]!), port: v6[2] ? Number(v6[2]) : null };
  const [address, port] = text.split(':');
  return { bytes: address!.split('.').map(Number), port: port ? Number(port) : null };
}

export function flowColumns(specs: readonly FlowSpec[]): FlowColumns {
  const flows: FlowColumns = {
    count: specs.length,
    identity: new Uint8Array(specs.length * FlowLayout.ex),
    macs: new Uint8Array(specs.length * 12),
    packets: Uint32Array.from(specs, ({ packets }) => packets ?? 1),
    bytes: Float64Array.from(specs, ({ bytes, packets }) => bytes ?? (packets ?? 1) * 100),
    traits: new Uint16Array(specs.length),
    synFlags: Uint8Array.from(specs, ({ syn }) => (syn === 'syn' ? 1 : syn === 'syn+ack' ? 2 : 0)),
  };
  const view = new DataView(flows.identity.buffer);
  for (const [index, spec] of specs.entries()) {
    const at = index * FlowLayout.ex;
    let traits = (spec.traits ?? 0) | (spec.fragment ? Trait.Fragment : 0) | (spec.vlan === undefined ? 0 : Trait.VlanTagged);
    let macs = spec.macs;
    if (spec.proto === 'arp') {
      flows.identity.set([...macBytes(spec.to), ...macBytes(spec.from)], at);
      flows.identity[at + FlowLayout.l3] = L3.Arp;
      view.setUint16(at + FlowLayout.ethertype, 0x0806, true);
      macs = { from: spec.from, to: spec.to };
    } else {
      const from = endpoint(spec.from);
      const to = endpoint(spec.to);
      const size = from.bytes.length;
      flows.identity.set([...from.bytes, ...to.bytes], at);
      if (from.port !== null && to.port !== null) {
        traits |= Trait.Ports;
        view.setUint16(at + size * 2, from.port);
        view.setUint16(at + size * 2 + 2, to.port);
      }
      flows.identity[at + FlowLayout.proto] = PROTOCOLS[spec.proto ?? 'tcp'];
      flows.identity[at + FlowLayout.l3] = size === 4 ? L3.IPv4 : L3.IPv6;
      view.setUint16(at + FlowLayout.ethertype, size === 4 ? 0x0800 : 0x86dd, true);
    }
    if (macs) flows.macs.set([...macBytes(macs.to), ...macBytes(macs.from)], index * 12);
    if (macs?.to.startsWith('ff') || macs?.to.startsWith('01')) traits |= Trait.Group;
    view.setUint16(at + FlowLayout.keyTraits, traits & 0xff, true);
    view.setUint16(at + FlowLayout.vlan, spec.vlan ?? limits.NoVlan, true);
    flows.identity[at + FlowLayout.link] = Link.Ethernet;
    flows.traits[index] = traits;
  }
  return flows;
}

/** Places flows with the reference implementation. */
export function place(specs: readonly FlowSpec[], settings: RssSettings): FlowPlacement {
  const effective = rssEffective(settings);
  const key = Uint8Array.from(settings.key.match(/../g)!, (hex) => parseInt(hex, 16));
  const rules = { key, hashFlags: settings.hashFlags, table: effective.table, defaultQueue: effective.defaultQueue };
  const placed = specs.map((spec) => {
    let ip: IpParsed | null = null;
    if (spec.proto !== 'arp') {
      const from = endpoint(spec.from);
      const to = endpoint(spec.to);
      const ports = from.port !== null && to.port !== null && !spec.fragment ? { src: from.port, dst: to.port } : null;
      ip = {
        src: Uint8Array.from(from.bytes),
        dst: Uint8Array.from(to.bytes),
        protocol: PROTOCOLS[spec.proto ?? 'tcp'],
        ports,
        tcpFlags: null,
        fragment: spec.fragment ?? false,
        options: false,
        extensions: false,
        super: false,
        walkEnded: null,
        home: null,
        routing2: null,
      };
    }
    return classify({ l3: 0, l3Offset: null, vlans: [], ethertype: 0, snap: false, ip, broken: null, knownLink: true }, rules);
  });
  return {
    hash: Uint32Array.from(placed, ({ hash }) => hash),
    hashType: Uint8Array.from(placed, ({ type }) => type),
    hashReason: Uint8Array.from(placed, ({ reason }) => reason),
    entry: Uint8Array.from(placed, ({ entry }) => entry ?? 0),
    queue: Uint8Array.from(placed, ({ queue }) => queue),
  };
}

/** Small deterministic generator for tests: Park and Miller's, 1988. @returns 0 <= x < 1 */
export function testRandom(seed: number): () => number {
  let state = seed % 2147483647 || 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
