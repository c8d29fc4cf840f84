// One tuple or one frame, taken through the core: how it is read, hashed and dispatched, for the Hash page.

import { HashType, L3, Link, readFrame, Trait, type FrameRecord } from '../abi/abi.gen.ts';
import { addressText, parseAddress, type Address } from '../analysis/addresses.ts';
import { etherTypeName, ipProtocolName } from '../analysis/flow-text.ts';
import { hashReasonText } from '../analysis/hash-reason.ts';
import type { HashExplanation, HashSubject, TupleInput } from '../analysis/types.ts';
import type { RssSettings } from '../features/rss.ts';
import type { CaptureCore } from './capture-core.ts';
import { configureRss, keyBytes } from './rss-config.ts';

const PROTOCOLS = { tcp: 6, udp: 17, other: 253 } as const; // 253: for experimentation, RFC 3692
const LINKS = { ethernet: Link.Ethernet, raw: Link.Raw } as const;

/** The shortest IP packet that carries this tuple. */
function packetOf(tuple: TupleInput): Uint8Array {
  const read = (text: string, which: string): Address => {
    const parsed = parseAddress(text);
    if ('fault' in parsed) throw new Error(`${which}: ${parsed.fault}`);
    if (parsed.address.family === 'mac') throw new Error(`${which}: ${text} is a MAC address; RSS hashes IP addresses.`);
    return parsed.address;
  };
  const source = read(tuple.source, 'Source');
  const destination = read(tuple.destination, 'Destination');
  if (source.family !== destination.family) throw new Error('Source and destination have to be of one family, both IPv4 or both IPv6.');
  for (const [which, port] of [
    ['Source port', tuple.sourcePort],
    ['Destination port', tuple.destinationPort],
  ] as const)
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${which}: ${port} is not a whole number from 0 to 65535.`);
  const proto = PROTOCOLS[tuple.protocol];
  const isV4 = source.family === 'ipv4';
  const header = isV4 ? 20 : 40;
  const packet = new Uint8Array(header + 20);
  const view = new DataView(packet.buffer);
  if (isV4) {
    packet.set([0x45, 0, 0, packet.length, 0, 0, 0, 0, 64, proto]);
    packet.set(source.bytes, 12);
    packet.set(destination.bytes, 16);
  } else {
    packet.set([0x60, 0, 0, 0, 0, 20, proto, 64]);
    packet.set(source.bytes, 8);
    packet.set(destination.bytes, 24);
  }
  view.setUint16(header, tuple.sourcePort);
  view.setUint16(header + 2, tuple.destinationPort);
  return packet;
}

function layersOf(frame: FrameRecord, traits: number): string[] {
  const layers: string[] = [];
  if (frame.link === Link.Ethernet) layers.push('Ethernet');
  if (traits & Trait.VlanTagged) layers.push(`${traits & Trait.VlanStacked ? 'stacked VLAN tags, outer' : '802.1Q'} VLAN ${frame.vlan}`);
  if (traits & Trait.Snap) layers.push('LLC/SNAP');
  if (frame.l3 === L3.IPv4) layers.push(traits & Trait.Options ? 'IPv4 with options' : 'IPv4');
  else if (frame.l3 === L3.IPv6) layers.push(traits & Trait.Extensions ? 'IPv6 with extension headers' : 'IPv6');
  else if (frame.l3 === L3.Llc) layers.push('802.3 LLC');
  else if (frame.ethertype) layers.push(etherTypeName(frame.ethertype));
  if (frame.l3 === L3.IPv4 || frame.l3 === L3.IPv6)
    layers.push(traits & Trait.Fragment ? `fragment of ${ipProtocolName(frame.proto)}` : ipProtocolName(frame.proto));
  return layers;
}

function remarksOf(traits: number): string[] {
  const remarks: string[] = [];
  if (traits & Trait.Super)
    remarks.push('The IP length does not fit the frame: this is a large send or a cut paste; the bytes given are used.');
  if (traits & Trait.HomeAddress) remarks.push('A home address option is present: the _EX hash types take the source from it.');
  if (traits & Trait.Routing2) remarks.push('A routing header of type 2 is present: the _EX hash types take the destination from it.');
  return remarks;
}

const EX_TYPES: readonly number[] = [HashType.IPv6Ex, HashType.TcpIPv6Ex, HashType.UdpIPv6Ex];
const PORT_TYPES: readonly number[] = [
  HashType.TcpIPv4,
  HashType.TcpIPv6,
  HashType.TcpIPv6Ex,
  HashType.UdpIPv4,
  HashType.UdpIPv6,
  HashType.UdpIPv6Ex,
];

/** @throws Error with a message for people when the subject cannot be read */
export function explainHash(core: CaptureCore, subject: HashSubject, settings: RssSettings): HashExplanation {
  const effective = configureRss(core, settings);
  const bytes = 'tuple' in subject ? packetOf(subject.tuple) : subject.frame;
  if (!bytes.length) throw new Error('The frame is empty.');
  const scratch = core.scratchAt();
  const half = 32768;
  if (bytes.length > half) throw new Error(`The frame has ${bytes.length} bytes; at most ${half} are read here.`);
  new Uint8Array(core.memory.buffer, scratch, bytes.length).set(bytes);
  core.frameParse(scratch, bytes.length, bytes.length, 'tuple' in subject ? Link.Raw : LINKS[subject.link], core.batchAt());
  core.batchClassify(1);
  const frame = readFrame(core.memory.buffer, core.batchAt());
  const { traits, hashType } = frame;

  const isV4 = frame.l3 === L3.IPv4;
  const isV6 = frame.l3 === L3.IPv6;
  const size = isV4 ? 4 : isV6 ? 16 : 6;
  const family = isV4 ? 'ipv4' : isV6 ? 'ipv6' : 'mac';
  const text = (at: Uint8Array, offset: number) => addressText({ family, bytes: at.slice(offset, offset + size) });
  const hasPorts = (traits & Trait.Ports) !== 0;
  const port = (offset: number) => new DataView(frame.tuple.buffer, frame.tuple.byteOffset).getUint16(offset);
  const addresses = EX_TYPES.includes(hashType) && traits & (Trait.HomeAddress | Trait.Routing2) ? frame.ex : frame.tuple;
  const [source, destination] = isV4 || isV6 ? [text(frame.tuple, 0), text(frame.tuple, size)] : [text(frame.macs, 6), text(frame.macs, 0)];

  const input = new Uint8Array(hashType === HashType.None ? 0 : size * 2 + (PORT_TYPES.includes(hashType) ? 4 : 0));
  input.set(addresses.subarray(0, Math.min(size * 2, input.length)));
  const fields = input.length
    ? [
        {
          name: addresses === frame.tuple || !(traits & Trait.HomeAddress) ? 'source address' : 'home address',
          bytes: size,
          text: text(addresses, 0),
        },
        {
          name: addresses === frame.tuple || !(traits & Trait.Routing2) ? 'destination address' : 'routing header address',
          bytes: size,
          text: text(addresses, size),
        },
      ]
    : [];
  if (input.length > size * 2) {
    input.set(frame.tuple.subarray(size * 2, size * 2 + 4), size * 2);
    fields.push(
      { name: 'source port', bytes: 2, text: String(port(size * 2)) },
      { name: 'destination port', bytes: 2, text: String(port(size * 2 + 2)) },
    );
  }
  const protocol = isV4 || isV6 ? ipProtocolName(frame.proto) : '';
  const withPort = (address: string, offset: number) => (hasPorts ? `${isV6 ? `[${address}]` : address}:${port(offset)}` : address);
  return {
    layers: layersOf(frame, traits),
    source: withPort(source, size * 2),
    destination: withPort(destination, size * 2 + 2),
    protocol,
    hashType,
    hashReason: frame.hashReason,
    because: hashReasonText(hashType, frame.hashReason, protocol),
    input,
    fields,
    key: keyBytes(settings.key),
    hash: frame.hash,
    entry: frame.entry,
    queue: frame.queue,
    processor: effective.queueProcessor[frame.queue]!,
    check: checkOf(core, input),
    remarks: remarksOf(traits),
  };
}

/** The same input through the three implementations; the SIMD one hashes 16 copies at once. */
function checkOf(core: CaptureCore, input: Uint8Array): HashExplanation['check'] {
  const scratch = core.scratchAt();
  const stride = 48;
  const memory = new Uint8Array(core.memory.buffer);
  for (let copy = 0; copy < 16; copy++)
    memory.fill(0, scratch + copy * stride, scratch + (copy + 1) * stride).set(input, scratch + copy * stride);
  const out = scratch + 16 * stride;
  core.toeplitzRecords(scratch, stride, input.length <= 12 ? 12 : 36, 16, out);
  return {
    bits: core.toeplitzBits(scratch, input.length) >>> 0,
    tables: core.toeplitzTables(scratch, input.length) >>> 0,
    simd: new DataView(core.memory.buffer).getUint32(out, true),
  };
}
