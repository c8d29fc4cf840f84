// What is worth saying about the capture file itself: what was cut, missing or out of order, and what that does to the
// analysis. Zero counts are not mentioned.

import { type CaptureRecord, Trait, type UnknownLinkRecord } from '../abi/abi.gen.ts';
import { macText } from './addresses.ts';
import { listInterfaces } from './interfaces.ts';
import { linkName } from './link-names.ts';
import type { CaptureRemark, FlowColumns } from './types.ts';
import { counted, durationText, grouped, listed, percent } from './wording.ts';

type Severity = CaptureRemark['severity'];

/** A pair of MACs, one direction of which came with VLAN tags only, the other without. */
interface TagAsymmetry {
  tagged: string;
  untagged: string;
}

const MAC_BYTES = 6;

/** MACs are 48 bits: exact in a double. */
function macNumber(macs: Uint8Array, at: number): number {
  let value = 0;
  for (let byte = 0; byte < MAC_BYTES; byte++) value = value * 256 + macs[at + byte]!;
  return value;
}

/** The first pair of hosts that has its tags in one direction only, with the number of such pairs. */
export function findTagAsymmetry(flows: FlowColumns): { pairs: number; first: TagAsymmetry | null } {
  /** For source -> destination: bit 0 seen with tag, bit 1 seen without. */
  const seen = new Map<string, { bits: number; at: number }>();
  const either = flows.traits.some((traits) => traits & Trait.VlanTagged) && flows.traits.some((traits) => !(traits & Trait.VlanTagged));
  if (!either) return { pairs: 0, first: null };
  for (let flow = 0; flow < flows.count; flow++) {
    if (flows.traits[flow]! & Trait.Group) continue;
    const at = flow * MAC_BYTES * 2;
    const to = macNumber(flows.macs, at);
    const from = macNumber(flows.macs, at + MAC_BYTES);
    if (to === 0 || from === 0) continue;
    const key = `${from}>${to}`;
    const pair = seen.get(key) ?? { bits: 0, at };
    pair.bits |= flows.traits[flow]! & Trait.VlanTagged ? 1 : 2;
    seen.set(key, pair);
  }
  let pairs = 0;
  let first: TagAsymmetry | null = null;
  for (const [key, { bits, at }] of seen) {
    const [from, to] = key.split('>');
    if (bits !== 1 || seen.get(`${to}>${from}`)?.bits !== 2) continue;
    pairs++;
    first ??= { tagged: macText(flows.macs, at + MAC_BYTES), untagged: macText(flows.macs, at) };
  }
  return { pairs, first };
}

const was = (count: number | bigint) => (Number(count) === 1 ? 'was' : 'were');
const has = (count: number | bigint) => (Number(count) === 1 ? 'has' : 'have');

/**
 * @param unknownLinks the link types not understood, as far as they are listed
 * @returns remarks, errors first, then warnings
 */
export function captureRemarks(capture: CaptureRecord, unknownLinks: readonly UnknownLinkRecord[], flows: FlowColumns): CaptureRemark[] {
  const remarks: CaptureRemark[] = [];
  const say = (severity: Severity, id: string, text: string) => remarks.push({ severity, id, text });
  const frames = (count: number | bigint) => counted(count, 'frame');
  const shareOf = (count: number | bigint) => percent(Number(count) / Math.max(1, Number(capture.frames)));

  const foreign = unknownLinks.filter(({ frames: count }) => count > 0);
  if (foreign.length) {
    const count = foreign.reduce((sum, { frames: of }) => sum + of, 0);
    const names = listed(foreign.map(({ code, frames: of }) => `${linkName(code)}: ${frames(of)}`));
    const more =
      capture.unknownLinkCount > foreign.length ? ` and ${counted(capture.unknownLinkCount - foreign.length, 'further link type')}` : '';
    say(
      count === Number(capture.frames) ? 'error' : 'warning',
      'unknown-link',
      `This emulation does not read ${names}${more}. Such frames are counted but not hashed.`,
    );
  }
  const { length: adapters } = listInterfaces(flows);
  if (adapters > 1)
    say(
      'info',
      'interfaces',
      `The frames come from ${counted(adapters, 'interface')}. Each adapter has queues of its own, so one interface is looked at at a time, the busiest first.`,
    );
  if (capture.overflowFrames > 0n)
    say(
      'warning',
      'flow-cap',
      `The flow table is full at ${counted(capture.flows, 'flow')}: ${frames(capture.overflowFrames)} of further flows (${shareOf(capture.overflowFrames)}, ${counted(capture.overflowBytes, 'byte')}) ${was(capture.overflowFrames)} counted but not spread over the queues.`,
    );
  if (capture.headersCut)
    say(
      'warning',
      'headers-cut',
      `${frames(capture.headersCut)} (${shareOf(capture.headersCut)}) ${was(capture.headersCut)} cut within the IP header and cannot be hashed here, though the adapter could. Capture with a larger snap length.`,
    );
  if (capture.portsCut)
    say(
      'warning',
      'ports-cut',
      `${frames(capture.portsCut)} (${shareOf(capture.portsCut)}) ${was(capture.portsCut)} cut before the ports and ${capture.portsCut === 1 ? 'is' : 'are'} hashed by addresses here, though the adapter saw the ports. Capture with a larger snap length.`,
    );
  if (capture.snapped)
    say(
      'info',
      'snapped',
      `${frames(capture.snapped)} (${shareOf(capture.snapped)}) ${was(capture.snapped)} captured shorter than on the wire. Loads count the bytes on the wire.`,
    );
  if (capture.superFrames)
    say(
      'warning',
      'super-frames',
      `${frames(capture.superFrames)} (${shareOf(capture.superFrames)}) ${capture.superFrames === 1 ? 'is' : 'are'} larger than a 1,500-byte MTU allows, up to ${counted(capture.largestWire, 'byte')}: jumbo frames, or segmentation offload, where the adapter saw several frames for each. Packet counts may be too low; compare bytes.`,
    );
  if (capture.backwards)
    say(
      'warning',
      'backwards',
      `${frames(capture.backwards)} ${capture.backwards === 1 ? 'is' : 'are'} older than the one before, by up to ${durationText(capture.maxBackwardsNs)}: the heat strip puts each where its own time says.`,
    );
  if (capture.strippedTags)
    say(
      'warning',
      'stripped-tags',
      `${frames(capture.strippedTags)} ${has(capture.strippedTags)} ${capture.strippedTags === 1 ? 'its' : 'their'} padding but ${capture.strippedTags === 1 ? 'is' : 'are'} 4 bytes short of the Ethernet minimum: a VLAN tag was taken off before the capture. Hashes do not depend on it.`,
    );
  const asymmetry = findTagAsymmetry(flows);
  if (asymmetry.first) {
    const more =
      asymmetry.pairs > 1 ? ` So it is for ${grouped(asymmetry.pairs - 1)} further ${asymmetry.pairs === 2 ? 'pair' : 'pairs'}.` : '';
    say(
      'warning',
      'tag-asymmetry',
      `Frames from ${asymmetry.first.tagged} carry VLAN tags, the answers from ${asymmetry.first.untagged} do not: the capturing host probably strips or inserts tags in one direction.${more}`,
    );
  }
  if (capture.malformed)
    say(
      'warning',
      'malformed',
      `${frames(capture.malformed)} (${shareOf(capture.malformed)}) ${has(capture.malformed)} lengths that contradict each other.`,
    );
  if (capture.recordedDrops > 0n)
    say('warning', 'recorded-drops', `The capturing program lost ${counted(capture.recordedDrops, 'frame')}: true loads are higher.`);
  if (capture.recordedQueues)
    say(
      'info',
      'recorded-queues',
      `${frames(capture.recordedQueues)} ${has(capture.recordedQueues)} the receive queue recorded; this page shows the emulated one.`,
    );
  if (capture.recordedHashes)
    say(
      'info',
      'recorded-hashes',
      `${frames(capture.recordedHashes)} ${has(capture.recordedHashes)} a hash recorded; this page shows the emulated one.`,
    );
  const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
  return remarks.sort((a, b) => order[a.severity] - order[b.severity]);
}
