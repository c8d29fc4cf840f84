// A core without VMQ, TCP Chimney, VM Chimney, NetDMA and the following of frames: the same sources, but what says whether one of them is
// in use is a constant, so that the compiler drops what depends on it. What it runs, it must run exactly as the shipped core does.

import { readFile, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { compileTarget } from '../../core-as/build.mjs';

/** Fields of records that stay zero while the features are not in use. */
const ZERO: Record<string, readonly string[]> = {
  NicRecord: ['offloaded', 'chimney', 'offloadWaiting', 'externalPort', 'virtualPort', 'isVirtual', 'vmq'],
  Socket: ['offload'],
  HostRecord: ['guest', 'engine'],
};
const NO_FLAGS = ['PACKET_FLAG_FOLLOWED', 'PACKET_FLAG_OFFLOADED', 'SOCKET_FLAG_MOVING'];

function replaced(text: string, what: RegExp, by: string): string {
  if (!what.test(text)) throw new Error(`bare-core.ts: nothing fits ${what}`);
  return text.replace(what, by);
}

function withoutFields(text: string): string {
  let bare = text;
  for (const [record, fields] of Object.entries(ZERO)) {
    const start = bare.indexOf(`export class ${record} {`);
    const end = bare.indexOf('\n}', start);
    let body = bare.slice(start, end);
    for (const field of fields)
      body = replaced(body, new RegExp(`get ${field}\\(\\): (\\w+) \\{[^}]*\\}`), `get ${field}(): $1 { return <$1>0; }`);
    bare = bare.slice(0, start) + body + bare.slice(end);
  }
  for (const flag of NO_FLAGS) bare = replaced(bare, new RegExp(`export const ${flag}: u32 = \\d+;`), `export const ${flag}: u32 = 0;`);
  return bare;
}

const CHANGES: Record<string, (text: string) => string> = {
  'core-as/abi.gen.ts': withoutFields,
  'core-as/follow/record.ts': (text) =>
    replaced(text, /@inline static (is\w+)\(\): bool \{[^}]*\}/g, '@inline static $1(): bool { return false; }'),
  'core-as/world/state.ts': (text) =>
    replaced(text, /@inline static get offloads\(\): u32 \{[^}]*\}/, '@inline static get offloads(): u32 { return 0; }'),
};

/** Compiles it to `path`. */
export async function bareCore(path: string): Promise<void> {
  const files = await compileTarget('release', async (name: string, folder: string) => {
    const text = await readFile(isAbsolute(name) ? name : join(folder, name), 'utf8').catch(() => null);
    const change = Object.entries(CHANGES).find(([end]) => name.endsWith(end))?.[1];
    return text !== null && change ? change(text) : text;
  });
  const [, core] = [...files].find(([name]) => name.endsWith('.wasm'))!;
  await writeFile(path, core);
}
