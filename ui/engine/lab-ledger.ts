// What one processor or connection was charged, and the names of connections: asked for when they are shown, as plain data.

import { limits, ProcessorLayout, WorldLayout } from '../abi/abi.gen.ts';
import { chargedCosts } from '../features/costs.ts';
import type { LabConnectionName, LabLedger } from '../scenario/lab-frame.ts';
import { readU64 } from './lab-fields.ts';
import type { World } from './world.ts';

type Readable = Pick<World, 'now' | 'look' | 'reading'>;

const costs = new Map(chargedCosts.map((cost) => [cost.id, cost]));

function checkIndex(index: number, count: number, what: string): void {
  if (!Number.isInteger(index) || index < 0 || index >= count) throw new RangeError(`There is no ${what} ${index}.`);
}

/** @param processor  index within the world */
function processorLedger(world: Readable, processor: number, timePs: number): LabLedger {
  const { core } = world.reading;
  const view = new DataView(core.memory.buffer);
  checkIndex(processor, view.getUint32(core.worldAt() + WorldLayout.processors, true), 'processor');
  const rows = world
    .look()
    .processorCosts(processor)
    .map(({ id, units, ps }) => {
      const { label, unit, class: className } = costs.get(id)!;
      return { id, label, unit, units, ps, className: className! };
    });
  // Fields of the classes follow each other in the order of CostClass.
  const classes = core.processorAt(processor) + ProcessorLayout.classInterrupt;
  return { timePs, rows, classesPs: Array.from({ length: limits.CostClasses }, (_, at) => readU64(view, classes + 8 * at)) };
}

/** A connection is charged by class alone: costs are told apart by processor. */
function connectionLedger(world: Readable, id: number, timePs: number): LabLedger {
  const reader = world.look();
  checkIndex(id, reader.sockets(), 'connection');
  return { timePs, rows: [], classesPs: reader.connection(id)?.chargedPs ?? new Array<number>(limits.CostClasses).fill(0) };
}

export function readLedger(world: Readable, of: { processor: number } | { connection: number }): LabLedger {
  const timePs = Number(world.now);
  return 'processor' in of ? processorLedger(world, of.processor, timePs) : connectionLedger(world, of.connection, timePs);
}

/** Names of those that still exist. */
export function readConnectionNames(world: Readable, ids: readonly number[]): LabConnectionName[] {
  const reader = world.look();
  const sockets = reader.sockets();
  return ids.flatMap((id) => {
    checkIndex(id, sockets, 'connection');
    const connection = reader.connection(id);
    if (!connection) return [];
    const { local, remote, transport } = connection;
    return [{ id, local, remote, transport }];
  });
}
