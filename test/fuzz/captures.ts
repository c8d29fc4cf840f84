// Random capture files: sound pcap and pcapng files of random frames, then sometimes damaged.

import { Link } from '../../ui/abi/abi.gen.ts';
import { be32, concat } from '../build/frame.ts';
import { LinkType, pcap, Section, type CapturedFrame } from '../build/capture.ts';
import type { Random } from '../build/random.ts';
import { fuzzFrame } from './grammar.ts';

const linkTypes: Record<number, number> = {
  [Link.Other]: LinkType.Ieee80211,
  [Link.Ethernet]: LinkType.Ethernet,
  [Link.Raw]: LinkType.Raw,
  [Link.Null]: LinkType.Null,
  [Link.Loop]: LinkType.Loop,
  [Link.LinuxSll]: LinkType.LinuxSll,
  [Link.LinuxSll2]: LinkType.LinuxSll2,
};

interface TimedFrame extends CapturedFrame {
  ts: bigint;
  linkType: number;
}

/** Frames drawn from few shapes, so that flows have more than one. */
function frames(random: Random, count: number): TimedFrame[] {
  const shapes = Array.from({ length: random.between(1, 12) }, () => fuzzFrame(random));
  let ts = 1_700_000_000_000_000_000n + BigInt(random.next());
  return Array.from({ length: count }, () => {
    ts += BigInt(random.oneIn(8) ? random.below(2_000_000_000) : random.below(3_000_000)) - (random.oneIn(15) ? 5_000_000n : 0n);
    const { bytes, wire, link } = random.pick(shapes);
    return { data: bytes, wire, ts, linkType: linkTypes[link]! };
  });
}

function randomPcap(random: Random): Uint8Array {
  const all = frames(random, random.below(40));
  const linkType = all[0]?.linkType ?? LinkType.Ethernet;
  return pcap(
    all.filter((frame) => frame.linkType === linkType),
    {
      littleEndian: random.oneIn(2),
      nanoseconds: random.oneIn(2),
      linkType,
      snapLength: random.oneIn(4) ? random.between(1, 100) : 262144,
    },
  );
}

function randomSection(random: Random): Uint8Array {
  const section = new Section({ littleEndian: random.oneIn(2) });
  const parts = [section.header()];
  const known = new Map<number, number>();
  for (const frame of frames(random, random.below(25))) {
    if (random.oneIn(6))
      parts.push(
        random.pick([
          () => section.nameResolution(),
          () => section.custom(random.below(20)),
          () => section.unknown(0x70, random.below(9) * 4),
        ])(),
      );
    let index = known.get(frame.linkType);
    if (index === undefined) {
      index = known.size;
      known.set(frame.linkType, index);
      const resolution = random.oneIn(2) ? undefined : { power: random.pick([2, 10] as const), exponent: random.below(10) };
      parts.push(
        section.interface({
          linkType: frame.linkType,
          resolution,
          snapLength: random.oneIn(4) ? random.between(1, 200) : 0,
          offset: random.oneIn(5) ? BigInt(random.below(100)) : undefined,
        }),
      );
    }
    const options = {
      interface: index,
      direction: random.oneIn(4) ? random.pick(['in', 'out'] as const) : undefined,
      queue: random.oneIn(6) ? random.below(64) : undefined,
      hash: random.oneIn(6) ? { algorithm: random.below(7), value: be32(random.next()) } : undefined,
      drops: random.oneIn(9) ? BigInt(random.below(99)) : undefined,
      comment: random.oneIn(9) ? 'x'.repeat(random.below(9)) : undefined,
    };
    parts.push(random.oneIn(8) ? section.oldPacket(frame, { interface: index }) : section.packet(frame, options));
  }
  return concat(...parts);
}

/** A random file; in every other case some bytes are changed, cut or added. */
export function randomCapture(random: Random): Uint8Array<ArrayBuffer> {
  let file = random.oneIn(2) ? randomPcap(random) : concat(...Array.from({ length: random.between(1, 3) }, () => randomSection(random)));
  if (random.oneIn(2)) {
    for (let hits = random.below(4); hits > 0 && file.length; hits--)
      file[random.below(random.oneIn(3) ? Math.min(file.length, 80) : file.length)] = random.oneIn(2)
        ? random.below(256)
        : random.pick([0, 0xff, 0x80, 1]);
    if (random.oneIn(3)) file = file.subarray(0, random.below(file.length + 1));
    if (random.oneIn(8)) file = concat(file, random.bytes(random.below(40)));
  }
  return concat(file);
}
