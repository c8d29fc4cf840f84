// A world of two modelled hosts and an ideal one around a switch, and its consoles as text.

import { readProjectFile } from '#test';
import { screenText } from '../../ui/console/screen.ts';
import { World } from '../../ui/engine/world.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';

export const SECOND = 1_000_000_000_000;
export const MS = 1_000_000_000;

export const coreModule = await WebAssembly.compile(await readProjectFile('build/core.wasm'));

export type Command = [at: string, host: string, line: string];

/** server (four processors, four queues), client and, ideal, other; 2 ms from the server to the switch. */
export function threeHosts(commands: readonly Command[], changes: Partial<ScenarioDraft> = {}): ScenarioDraft {
  return {
    nicscope: 1,
    hosts: [
      { name: 'server', processors: { coresPerSocket: 4 }, nics: [{ name: 'lan', queues: 4, interrupts: 'msix' }] },
      { name: 'client', nics: [{ name: 'lan' }] },
      { name: 'other', kind: 'ideal', nics: [{ name: 'lan' }] },
    ],
    switches: [{ name: 'switch' }],
    links: [{ ends: ['server.lan', 'switch'], delay: '2 ms' }, { ends: ['client.lan', 'switch'] }, { ends: ['other.lan', 'switch'] }],
    timeline: commands.map(([at, host, line]) => ({ at, do: 'command', host, line })),
    ...changes,
  };
}

export async function worldOf(document: unknown): Promise<World> {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return World.create(coreModule, result.scenario);
}

export const runTo = (world: World, ps: number): void => void world.run(BigInt(Math.round(ps)));

export const screenOf = (world: World, host: number): string => screenText(world.promptView(host).screen);

/** The screens of hosts after a time. */
export async function screensOf(document: unknown, ps: number): Promise<string[]> {
  const world = await worldOf(document);
  runTo(world, ps);
  return world.resolved.hosts.map((_, host) => screenOf(world, host));
}
