// `nicscope hash`: one row per frame, numbered from 1 as in Wireshark.

import { CaptureMode, FrameLayout, HashType, L3, limits, Link, readFrame } from '../abi/abi.gen.ts';
import { hashTypeIds, type RssSettings } from '../features/rss.ts';
import type { CoreExports } from '../engine/core.ts';
import { configureRss } from '../engine/rss-config.ts';
import { walkCapture, type WalkResult } from '../engine/walk.ts';
import { toJson, type Output } from './output.ts';

const invert = (values: Record<string, number>, names: Record<string, string>) =>
  new Map(Object.entries(values).map(([name, value]) => [value, names[name] ?? name.toLowerCase()]));

const LINK_NAMES = invert(Link, { LinuxSll: 'linux-sll', LinuxSll2: 'linux-sll2' });
const L3_NAMES = invert(L3, {});
const L4_NAMES: Readonly<Record<number, string>> = {
  1: 'icmp',
  2: 'igmp',
  4: 'ipip',
  6: 'tcp',
  17: 'udp',
  41: 'ipv6',
  47: 'gre',
  50: 'esp',
  51: 'ah',
  58: 'icmpv6',
  59: 'none',
  89: 'ospf',
  103: 'pim',
  112: 'vrrp',
  132: 'sctp',
  136: 'udplite',
};

export const COLUMNS = ['frame', 'link', 'l3', 'l4', 'hash_type', 'hash', 'entry', 'queue', 'processor'] as const;

const l4Name = (l3: number, proto: number) => (l3 === L3.IPv4 || l3 === L3.IPv6 ? (L4_NAMES[proto] ?? `proto-${proto}`) : '');

export interface HashRow {
  frame: number;
  link: string;
  l3: string;
  l4: string;
  hash_type: string;
  /** 0x%08x, or null when hash_type is none. */
  hash: string | null;
  entry: number | null;
  queue: number;
  processor: number;
  recorded_queue?: number;
  recorded_hash?: string;
}

const hex = (value: number) => `0x${value.toString(16).padStart(8, '0')}`;

/** Rows of the batch in the core. `first` is the number of its first frame. */
function* rowsOf(core: CoreExports, count: number, first: number, queueProcessor: readonly number[]): Generator<HashRow> {
  const { buffer } = core.memory;
  const recorded = new Uint32Array(buffer, core.batchRecordedAt(), count * 2);
  for (let i = 0; i < count; i++) {
    const { link, l3, proto, hashType, hash, entry, queue } = readFrame(buffer, core.batchAt() + i * FrameLayout.size);
    const isHashed = hashType !== HashType.None;
    const row: HashRow = {
      frame: first + i,
      link: LINK_NAMES.get(link)!,
      l3: L3_NAMES.get(l3)!,
      l4: l4Name(l3, proto),
      hash_type: hashTypeIds[hashType]!,
      hash: isHashed ? hex(hash) : null,
      entry: isHashed ? entry : null,
      queue,
      processor: queueProcessor[queue]!,
    };
    if (recorded[i * 2] !== limits.NotRecorded) row.recorded_queue = recorded[i * 2]!;
    if (recorded[i * 2 + 1] !== limits.NotRecorded) row.recorded_hash = hex(recorded[i * 2 + 1]!);
    yield row;
  }
}

const WRITE_AT = 65536;

/** Prints all rows. JSON is an object a line; it also has recorded_queue and recorded_hash where the capture carries them. */
export async function printHashRows(
  core: CoreExports,
  source: Blob | ReadableStream<Uint8Array>,
  settings: RssSettings,
  format: string,
  out: Output,
): Promise<WalkResult> {
  const { queueProcessor } = configureRss(core, settings);
  const stop = new AbortController();
  let frame = 1;
  if (format === 'csv') out.write(`${COLUMNS.join(',')}\n`);
  const walk = await walkCapture(core, source, {
    mode: CaptureMode.Rows,
    signal: stop.signal,
    onRows: async (count) => {
      core.batchClassify(count);
      for (const row of rowsOf(core, count, frame, queueProcessor))
        out.write(format === 'csv' ? `${COLUMNS.map((column) => row[column] ?? '').join(',')}\n` : `${toJson(row)}\n`);
      frame += count;
      await out.flush(WRITE_AT);
      if (out.isClosed) stop.abort(new DOMException('Nobody reads the output.', 'AbortError'));
    },
  });
  await out.flush();
  return walk;
}
