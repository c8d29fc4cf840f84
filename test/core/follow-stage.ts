// Follows frames in worlds of tests: run until one has come to its end, and say its path in short.

import type { FollowRequest, FramePath, PathStep } from '../../ui/scenario/frame-path.ts';
import type { World } from '../../ui/engine/world.ts';
import { MS, US } from './world-stage.ts';

export const arriving = (nic: number, more: Partial<FollowRequest> = {}): FollowRequest => ({
  nic,
  direction: 'arrives',
  connection: null,
  withData: false,
  ...more,
});

export const leaving = (nic: number, more: Partial<FollowRequest> = {}): FollowRequest => ({ ...arriving(nic, more), direction: 'leaves' });

/** Asks, and runs until the frame's way is over or `limit` has passed. */
export function followed(world: World, request: FollowRequest, limit = 50n * MS): FramePath {
  world.follow(request);
  const end = world.now + limit;
  while (world.now < end) {
    world.run(world.now + 50n * US);
    const { state } = world.framePath();
    if (state === 'ended' || state === 'dropped') break;
  }
  return world.framePath();
}

export const stepNames = ({ steps }: FramePath): string[] => steps.map(({ step }) => step);

export function stepOf(path: FramePath, name: string): PathStep {
  const found = path.steps.find(({ step }) => step === name);
  if (!found) throw new Error(`There is no step ${name}: ${stepNames(path).join(', ')}.`);
  return found;
}

/** Ids and units of what was charged with a step. */
export const charged = ({ costs }: PathStep): Record<string, number> => Object.fromEntries(costs.map(({ id, units }) => [id, units]));

/** For looking at: a line a step. */
export const told = (path: FramePath): string =>
  path.steps
    .map(({ timePs, place, step, decision, reason, costs }) =>
      [
        `${((timePs - path.steps[0]!.timePs) / 1e6).toFixed(3)} µs  [${place}] ${step}: ${decision}`,
        ...(reason ? [`      why: ${reason}`] : []),
        ...(costs.length ? [`      ${costs.map(({ id, units, ps }) => `${id} ${units} (${(ps / 1000).toFixed(0)} ns)`).join(', ')}`] : []),
      ].join('\n'),
    )
    .join('\n');
