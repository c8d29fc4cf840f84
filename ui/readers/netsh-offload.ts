// `netsh interface ip show offload`: the task offloads that each interface has in use. Layout: outputs of a later Windows.
// Assumed: “large send” is large send offload V1, “giant send” V2, as their order and the versions that print them suggest.

import type { Reader, Reading } from './reading.ts';
import type { Line } from './types.ts';

interface Block {
  name: string;
  heading: Line;
  /** What is listed, without “supported.” */
  offloads: Map<string, Line>;
}

const heading = /^Interface \d{1,6}: (\S.{0,255})$/;
const listed = /^((?:ipv4|udp|tcp) [a-z ]{3,40}) supported\.$/;

const checksums = ['ipv4', 'udp', 'tcp'].flatMap((protocol) => [`${protocol} transmit checksum`, `${protocol} receive checksum`]);
const sends = [
  { text: 'tcp large send offload', property: 'lsoV1' },
  { text: 'tcp giant send offload', property: 'lsoV2' },
] as const;

const nothingListed =
  'No task offload is in use here: it is off for the system or the adapter, the adapter has none, or this is no adapter.';
const notInList = 'It is not in the list of this interface.';

function readChecksums({ name, heading: first, offloads }: Block, reading: Reading): void {
  const found = checksums.flatMap((text) => offloads.get(text) ?? []);
  if (found.length === 0) return reading.findOfAdapter(name, 'checksumOffload', false, first, notInList);
  if (found.length < checksums.length) {
    for (const line of found) reading.leave(line, 'Checksum offload is one setting here, and only some of the checksums are in this list.');
    return;
  }
  reading.findOfAdapter(name, 'checksumOffload', true, found[0]!, `From ${found.length} lines that agree.`);
  for (const line of found.slice(1)) reading.follow(line, found[0]!);
}

function readBlock(block: Block, reading: Reading): void {
  const { name, heading: first, offloads } = block;
  if (!offloads.size) return reading.leave(first, nothingListed);
  readChecksums(block, reading);
  for (const { text, property } of sends) {
    const line = offloads.get(text);
    if (line) reading.findOfAdapter(name, property, true, line);
    else reading.findOfAdapter(name, property, false, first, notInList);
  }
  reading.frame(first);
}

function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const [, name] = heading.exec(line.text.trim()) ?? [];
    const [, offload] = listed.exec(line.text.trim()) ?? [];
    if (name) blocks.push({ name, heading: line, offloads: new Map() });
    else if (offload && !blocks.at(-1)?.offloads.has(offload)) blocks.at(-1)?.offloads.set(offload, line);
  }
  return blocks;
}

export const netshOffloadReader: Reader = {
  title: 'netsh interface ip show offload',
  starts(lines, index) {
    const text = lines[index]!.text.trim();
    if (listed.test(text)) return 'certain';
    return heading.test(text) ? 'likely' : null;
  },
  read(lines, reading) {
    for (const block of blocksOf(lines)) readBlock(block, reading);
  },
};
