// Frames of tapped adapters, written to pcapng files while the run goes on. Several adapters may share a file.

import { closeSync, openSync, writeSync } from 'node:fs';
import { PcapngWriter, type CaptureInterface } from '../capture/pcapng-write.ts';
import { listed } from '../analysis/wording.ts';
import type { ResolvedScenario } from '../scenario/resolve.ts';
import { InputFault, UsageError } from './arguments.ts';
import type { PcapTarget } from './scenario-options.ts';
import type { World } from '../engine/world.ts';

interface Capture {
  descriptor: number;
  writer: PcapngWriter;
}

/** @throws UsageError */
export function findNicIndex(world: Pick<World, 'nicIndex' | 'nicNames'>, option: string, name: string): number {
  const index = world.nicIndex(name);
  if (index === null) throw new UsageError(`--${option}: there is no adapter ${name}; there are ${listed(world.nicNames())}.`);
  return index;
}

/** Rate of an adapter: that of its cable, if it has one. */
function interfaceOf({ hosts, links }: ResolvedScenario, name: string, index: number): CaptureInterface {
  const { link, speed } = hosts.flatMap(({ nics }) => nics)[index]!;
  return { name, bitsPerSecond: link === null ? speed : links[link]!.bitsPerSecond };
}

function writeAll(descriptor: number, file: string, bytes: Uint8Array): void {
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  } catch (error) {
    throw new InputFault(`${file} cannot be written: ${(error as Error).message}.`);
  }
}

export class PcapFiles {
  private readonly captures: Capture[] = [];
  /** File and interface within it, by adapter. */
  private readonly places = new Map<number, { writer: PcapngWriter; iface: number }>();

  /**
   * Taps the adapters and creates their files.
   * @throws UsageError  where there is no such adapter  @throws InputFault  where a file cannot be written
   */
  constructor(
    private readonly world: World,
    targets: readonly PcapTarget[],
  ) {
    const indices = targets.map(({ nic }) => findNicIndex(world, 'pcap', nic));
    for (const file of new Set(targets.map((target) => target.file))) {
      const nics = targets.flatMap((target, at) => (target.file === file ? [{ name: target.nic, index: indices[at]! }] : []));
      this.open(file, nics);
    }
  }

  private open(file: string, nics: readonly { name: string; index: number }[]): void {
    let descriptor: number;
    try {
      descriptor = openSync(file, 'w');
    } catch (error) {
      this.close();
      throw new InputFault(`${file} cannot be written: ${(error as Error).message}.`);
    }
    const writer = new PcapngWriter(
      (bytes) => writeAll(descriptor, file, bytes),
      nics.map(({ name, index }) => interfaceOf(this.world.resolved, name, index)),
      { application: 'nicscope' },
    );
    this.captures.push({ descriptor, writer });
    for (const [iface, { index }] of nics.entries()) {
      this.places.set(index, { writer, iface });
      this.world.tap(index, true);
    }
  }

  /** Writes what has been tapped since. */
  take(): void {
    if (!this.places.size) return;
    this.world.takeTapped((tapped) => {
      const { writer, iface } = this.places.get(tapped.nic)!;
      writer.packet({ ...tapped, iface });
    });
  }

  /** Brings all files up to date, as whole files. */
  flush(): void {
    for (const { writer } of this.captures) writer.flush();
  }

  close(): void {
    for (const { descriptor } of this.captures.splice(0)) closeSync(descriptor);
  }
}
