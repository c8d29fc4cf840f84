// What one processor or connection was charged, and the names of connections: asked for when they are shown, as plain data. A question
// may come from before the present world was loaded; then there may be no such processor or connection, and nothing was charged.

import { limits, ProcessorLayout, WorldLayout } from '../abi/abi.gen.ts';
import { chargedCosts } from '../features/costs.ts';
import type { LabConnectionName, LabLedger } from '../scenario/lab-frame.ts';
import { readU64 } from './lab-fields.ts';
import type { World } from './world.ts';
import type { WorldReader } from './world-read.ts';

type Readable = Pick<World, 'now' | 'look' | 'reading'>;
type Charges = Omit<LabLedger, 'timePs'>;

const costs = new Map(chargedCosts.map((cost) => [cost.id, cost]));
const nothing: Charges = { rows: [], classesPs: new Array<number>(limits.CostClasses).fill(0) };

function checkIndex(index: number): void {
  if (!Number.isInteger(index) || index < 0) throw new RangeError(`${index} is no number of a processor or connection.`);
}

/** @param processor  index within the world */
function processorCharges(world: Readable, processor: number): Charges {
  checkIndex(processor);
  const { core } = world.reading;
  const view = new DataView(core.memory.buffer);
  if (processor >= view.getUint32(core.worldAt() + WorldLayout.processors, true)) return nothing;
  const charged = world.look().processorCosts(processor);
  const rows = charged.map(({ id, units, ps }) => {
    const { label, unit, class: className } = costs.get(id)!;
    return { id, label, unit, units, ps, className: className! };
  });
  // Fields of the classes follow each other in the order of CostClass.
  const classes = core.processorAt(processor) + ProcessorLayout.classInterrupt;
  return { rows, classesPs: Array.from({ length: limits.CostClasses }, (_, at) => readU64(view, classes + 8 * at)) };
}

function connectionAt(reader: WorldReader, id: number) {
  checkIndex(id);
  return id < reader.sockets() ? reader.connection(id) : null;
}

/** A connection is charged by class alone: costs are told apart by processor. */
function connectionCharges(world: Readable, id: number): Charges {
  const connection = connectionAt(world.look(), id);
  return connection ? { rows: [], classesPs: connection.chargedPs } : nothing;
}

export function readLedger(world: Readable, of: { processor: number } | { connection: number }): LabLedger {
  const charges = 'processor' in of ? processorCharges(world, of.processor) : connectionCharges(world, of.connection);
  return { timePs: Number(world.now), ...charges };
}

/** Names of those that there are. */
export function readConnectionNames(world: Readable, ids: readonly number[]): LabConnectionName[] {
  const reader = world.look();
  return ids.flatMap((id) => {
    const connection = connectionAt(reader, id);
    if (!connection) return [];
    const { local, remote, transport } = connection;
    return [{ id, local, remote, transport }];
  });
}
