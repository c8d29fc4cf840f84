// What of the document is in force during a run, and what waits: for a restart of an adapter, of a virtual machine or of the computer.
// Device Manager restarts an adapter when its page of properties is closed, so a change made there is in force at once; the same change
// made in the registry waits.

import type { Evidence } from '../features/rss.ts';
import type { Restart } from '../effective/os/version.ts';
import { restartRule } from '../effective/pending.ts';
import type { SettingPath } from '../effective/setting-paths.ts';
import { parsePath } from './document-path.ts';
import type { Host, Scenario } from './schema.ts';
import { setProperty } from './timeline.ts';
import { documentPath, settingPaths, type SettingPlace } from './windows-edits.ts';

/** What was restarted, by index. */
export type Restarted = { what: 'adapter'; host: number; nic: number } | { what: 'computer'; host: number } | null;

/** A setting of the document that waits. */
export interface Waiting {
  readonly path: string;
  readonly setting: SettingPath;
  readonly place: SettingPlace;
  readonly restart: Exclude<Restart, 'none'>;
  readonly inForce: unknown;
  readonly wanted: unknown;
  readonly evidence: Evidence;
}

const valueAt = (scenario: Scenario, path: string): unknown =>
  parsePath(path)!.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], scenario);

/** Adapters and virtual machines that run already; what is new is in force as it comes. */
function placesOf({ nics, virtualMachines }: Host, host: number, running: Host | undefined): SettingPlace[] {
  return [
    ...nics.flatMap((_, nic) => (running?.nics[nic] ? [{ host, nic, machine: null }] : [])),
    ...virtualMachines.flatMap((_, machine) => (running?.virtualMachines[machine] ? [{ host, nic: 0, machine }] : [])),
  ];
}

/** Everything that differs and takes effect only after a restart, each once. */
export function waiting(inForce: Scenario, wanted: Scenario): Waiting[] {
  const found = new Map<string, Waiting>();
  for (const [index, host] of wanted.hosts.entries()) {
    if (host.kind === 'ideal' || inForce.hosts[index] === host) continue;
    for (const place of placesOf(host, index, inForce.hosts[index]))
      for (const setting of settingPaths) {
        const path = documentPath(setting, place);
        if (path === null || found.has(path)) continue;
        const [before, after] = [valueAt(inForce, path), valueAt(wanted, path)];
        if (JSON.stringify(before) === JSON.stringify(after)) continue;
        const { restart, evidence } = restartRule(host.os, setting);
        if (restart !== 'none') found.set(path, { path, setting, place, restart, inForce: before, wanted: after, evidence });
      }
  }
  return [...found.values()];
}

/** What Windows reads only when the computer starts, whoever changes it. */
const readAtStart = (setting: SettingPath): boolean =>
  ['host.registry.', 'host.roles.hyperV', 'host.updates', 'host.os', 'host.edition', 'host.platform'].some((start) =>
    setting.startsWith(start),
  );

function isCovered({ restart, place, path, setting }: Waiting, restarted: Restarted, direct: string | null): boolean {
  if (direct !== null && (path === direct || direct.startsWith(`${path}.`) || direct.startsWith(`${path}[`))) return !readAtStart(setting);
  if (!restarted || restarted.host !== place.host) return false;
  return restarted.what === 'computer' || (restart === 'adapter' && restarted.nic === place.nic);
}

/**
 * The settings in force after a change and what was restarted with it.
 * @param direct  path of a property that a hand has changed in the document itself: hardware and properties of adapters are in force at once
 */
export function inForceAfter(inForce: Scenario, wanted: Scenario, restarted: Restarted = null, direct: string | null = null): Scenario {
  const held = waiting(inForce, wanted).filter((one) => !isCovered(one, restarted, direct));
  if (!held.length) return wanted;
  const next = structuredClone(wanted);
  for (const { path, inForce: before } of held) setProperty(next, parsePath(path)!, before);
  return next;
}
