// A world from a scenario file: checked, with the captures that it replays, and with the remarks there are on it.

import { dirname, resolve } from 'node:path';
import { loadCoreModule } from '#core-wasm';
import { counted } from '../analysis/wording.ts';
import { readReplay, type ReplayCapture } from '../engine/replay.ts';
import { ScenarioTooLarge, World } from '../engine/world.ts';
import type { Scenario } from '../scenario/schema.ts';
import { findNic, nicPath } from '../scenario/topology.ts';
import { InputFault, UsageError } from './arguments.ts';
import { openFile } from './open-file.ts';
import { loadScenario } from './scenario-file.ts';
import type { ScenarioSource } from './scenario-options.ts';

const note = (about: string, message: string) => process.stderr.write(`note: ${about}: ${message}\n`);

async function readCapture(module: WebAssembly.Module, file: string): Promise<ReplayCapture> {
  try {
    return await readReplay(module, await openFile(file));
  } catch (error) {
    if (error instanceof UsageError) throw new InputFault(error.message);
    throw error;
  }
}

/** The captures of all replays, by the names that the document has for them. */
async function readCaptures(module: WebAssembly.Module, { traffic }: Scenario, file: string): Promise<Map<string, ReplayCapture>> {
  const captures = new Map<string, ReplayCapture>();
  for (const entry of traffic) {
    if (entry.app !== 'replay' || captures.has(entry.capture)) continue;
    const capture = await readCapture(module, resolve(file === '-' ? '.' : dirname(file), entry.capture));
    captures.set(entry.capture, capture);
    if (capture.leftOut) note(entry.capture, `${counted(capture.leftOut, 'frame')} left out: no Ethernet, or more than is kept.`);
    if (capture.stopped !== null) note(entry.capture, `read up to ${counted(capture.frames.length, 'frame')}: ${capture.stopped}`);
  }
  return captures;
}

export interface LoadedWorld {
  scenario: Scenario;
  world: World;
}

/**
 * Prints notes on standard error.
 * @param outside  HOST.ADAPTER that will lead out: that it has no cable needs no remark
 * @throws UsageError, InputFault
 */
export async function loadWorld(source: ScenarioSource, outside: string | null = null): Promise<LoadedWorld> {
  const scenario = await loadScenario(source);
  const module = await loadCoreModule();
  const captures = await readCaptures(module, scenario, source.file);
  let world: World;
  try {
    world = await World.create(module, scenario, captures);
  } catch (error) {
    if (error instanceof ScenarioTooLarge) throw new InputFault(error.message);
    throw error;
  }
  const place = outside === null ? null : findNic(scenario, outside);
  const wired = place && 'found' in place ? nicPath(place.found) : null;
  for (const { path, message } of world.resolved.notes) if (path !== wired) note(path, message);
  return { scenario, world };
}
