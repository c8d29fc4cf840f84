// Draws what moves in the topology: cables with their use, the fill of queues, the load of processors by class, of virtual machines, and of
// adapters that run connections. Text is not drawn here.

import { loadClasses } from '../lab-view/classes.ts';
import { engineShare, isDroppingPackets } from '../lab-offload/offload-text.ts';
import { pathUse, processorLoad, type LabMoment } from '../lab-view/moment.ts';
import { machineLoad, machineOf } from '../lab-view/traffic.ts';
import type { Inks } from '../lab-view/inks.ts';
import { loadRgb } from '../load-scale.ts';
import { bend, type Box, type Cable, type Item, type Placement } from './place.ts';

/** Where the bar of a row begins, and what it leaves for the number. */
const ROW_LABEL = 26;
const ROW_NUMBER = 52;
const BAR_HEIGHT = 8;
/** Part of a virtual machine's row that its name takes; as the styles of the element have it. */
const GUEST_NAME = 0.34;

const shares = new Float64Array(loadClasses.length);
const rgb = (load: number, dark: boolean) => `rgb(${loadRgb(load, dark).join(' ')})`;

/** The box of an item's bar: a cell is all bar. */
function barOf({ x, y, width, height, form }: Item): Box {
  if (form === 'cell') return { x, y, width, height };
  const name = form === 'guest' ? width * GUEST_NAME : ROW_LABEL;
  return { x: x + name, y: y + (height - BAR_HEIGHT) / 2, width: Math.max(0, width - name - ROW_NUMBER), height: BAR_HEIGHT };
}

function drawCable(context: CanvasRenderingContext2D, cable: Cable, moment: LabMoment, inks: Inks): void {
  const [one, other] = bend(cable);
  cable.paths.forEach((row, direction) => {
    const use = pathUse(moment, row)?.share ?? 0;
    const offset = direction ? 1.75 : -1.75;
    context.beginPath();
    context.moveTo(cable.from.x, cable.from.y + offset);
    context.bezierCurveTo(one.x, one.y + offset, other.x, other.y + offset, cable.to.x, cable.to.y + offset);
    context.lineWidth = use > 0 ? 1.5 + 4 * Math.min(1, use) : 1;
    context.strokeStyle = use > 0 ? rgb(0.25 + 0.75 * use, inks.dark) : inks.edge;
    context.stroke();
  });
}

function drawCard(context: CanvasRenderingContext2D, { x, y, width, height }: Box, inks: Inks): void {
  context.beginPath();
  context.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, 5);
  context.fillStyle = inks.surface;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = inks.edge;
  context.stroke();
}

function drawQueue(context: CanvasRenderingContext2D, item: Item, moment: LabMoment, inks: Inks): void {
  const bar = barOf(item);
  const fill = Math.min(1, moment.frame.get('queue', item.index, 'depth') / moment.layout.queues[item.index]!.capacity);
  const peak = Math.min(1, moment.frame.get('queue', item.index, 'peak') / moment.layout.queues[item.index]!.capacity);
  const isDropping =
    moment.before !== null && moment.frame.get('queue', item.index, 'drops') > moment.before.get('queue', item.index, 'drops');
  context.fillStyle = inks.sunken;
  context.fillRect(bar.x, bar.y, bar.width, bar.height);
  context.fillStyle = isDropping ? inks.bad : inks.bar;
  context.fillRect(bar.x, bar.y, bar.width * fill, bar.height);
  if (peak > 0) {
    context.fillStyle = inks.quiet;
    context.fillRect(bar.x + Math.max(0, bar.width * peak - 1), bar.y, 1, bar.height);
  }
}

function drawProcessor(context: CanvasRenderingContext2D, item: Item, moment: LabMoment, inks: Inks): void {
  const bar = barOf(item);
  const load = processorLoad(moment, item.index, shares);
  context.fillStyle = inks.sunken;
  context.fillRect(bar.x, bar.y, bar.width, bar.height);
  if (load === null) return;
  if (item.form === 'cell') {
    context.fillStyle = rgb(load, inks.dark);
    context.fillRect(bar.x, bar.y, bar.width, bar.height);
    return;
  }
  let x = bar.x;
  loadClasses.forEach(({ colours }, index) => {
    const width = bar.width * shares[index]!;
    context.fillStyle = colours[inks.dark ? 1 : 0];
    context.fillRect(x, bar.y, width, bar.height);
    x += width;
  });
}

function drawParts(context: CanvasRenderingContext2D, item: Item, parts: readonly [share: number, colour: string][], inks: Inks): void {
  const bar = barOf(item);
  context.fillStyle = inks.sunken;
  context.fillRect(bar.x, bar.y, bar.width, bar.height);
  let from = 0;
  for (const [share, colour] of parts) {
    const to = Math.min(1, from + Math.max(0, share));
    context.fillStyle = colour;
    context.fillRect(bar.x + bar.width * from, bar.y, bar.width * (to - from), bar.height);
    from = to;
  }
}

/** Its own work, then the host's on its behalf; a full bar is one processor. */
function drawGuest(context: CanvasRenderingContext2D, item: Item, moment: LabMoment, inks: Inks): void {
  const load = machineLoad(moment, machineOf(moment.layout, item.index)) ?? { own: 0, host: 0 };
  drawParts(context, item, [[load.own, inks.quiet], [load.host, inks.bar]], inks); // prettier-ignore
}

/** Packets of the engine's limit. */
function drawOffload(context: CanvasRenderingContext2D, item: Item, moment: LabMoment, inks: Inks): void {
  const colour = isDroppingPackets(moment, item.index) ? inks.bad : inks.accent;
  drawParts(context, item, [[engineShare(moment, item.index) ?? 0, colour]], inks);
}

/** @param scale  device pixels of a length of 1 */
export function drawTopology(canvas: HTMLCanvasElement, placement: Placement, moment: LabMoment, inks: Inks, scale: number): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, placement.width, placement.height);
  for (const cable of placement.cables) drawCable(context, cable, moment, inks);
  for (const card of placement.cards) drawCard(context, card, inks);
  for (const item of placement.items) {
    if (item.kind === 'queue') drawQueue(context, item, moment, inks);
    else if (item.kind === 'processor') drawProcessor(context, item, moment, inks);
    else if (item.kind === 'offload') drawOffload(context, item, moment, inks);
    else if (item.form === 'guest') drawGuest(context, item, moment, inks);
  }
}
