// Where everything of the topology stands: a pure function of the layout of the world and of the width that there is.
// Lengths are pixels at a font size of 16 px.

import type { LabLayout } from '../../scenario/lab-frame.ts';
import { graphOf, layersOf, type Graph } from './layers.ts';
import { placeVirtual } from './place-virtual.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Something that can be focused and described. `index` counts over the whole world; of a cable it is the number of the link. */
export interface Item extends Box {
  kind: 'host' | 'switch' | 'nic' | 'queue' | 'processor' | 'cable' | 'virtualSwitch' | 'offload';
  index: number;
  /** A cell is too small for a text; a value is a number beside the name of its host; a guest is a virtual machine with its bar. */
  form: 'row' | 'cell' | 'value' | 'guest';
}

export interface Cable {
  link: number;
  from: Point;
  to: Point;
  /** Rows of the path part: from the first end to the second, and back. */
  paths: [number, number];
  /** Both ends are on the right of their cards. */
  isLoop: boolean;
}

export interface Placement {
  width: number;
  height: number;
  /** Hosts and switches. */
  cards: Box[];
  /** In the order in which the arrow keys go. */
  items: Item[];
  cables: Cable[];
}

const HEAD = 26;
const ROW = 18;
const PAD = 8;
const CELL = { width: 20, height: 14, gap: 2 };
/** More rows than this become cells. */
const ROWS_MOST = 8;
const CARD_GAP = 8;
const PART_GAP = 24;
/** Of a card with one line the name takes this part. */
const NAME_PART = 0.37;
/** How far the curve between two cards of one column reaches out. */
const LOOP = 40;
const columnWidth = { modelled: [140, 320], ideal: [128, 176], switch: [80, 110] } as const;
const columnGap = [40, 200] as const;
const label = { width: 46, height: 16 };

type Range = readonly [least: number, most: number];
const between = ([least, most]: Range, part: number) => least + (most - least) * Math.min(1, Math.max(0, part));

const indicesWhere = <T>(list: readonly T[], test: (entry: T) => boolean): number[] =>
  list.flatMap((entry, index) => (test(entry) ? [index] : []));

/** Rows, or cells where there are too many. @returns the height that they take */
function placeList(kind: 'queue' | 'processor', indices: number[], at: Point, width: number, into: Item[]): number {
  if (indices.length <= ROWS_MOST) {
    indices.forEach((index, row) => into.push({ kind, index, form: 'row', x: at.x, y: at.y + row * ROW, width, height: ROW }));
    return indices.length * ROW;
  }
  const columns = Math.max(1, Math.floor((width + CELL.gap) / (CELL.width + CELL.gap)));
  const cell = (index: number, place: number): Item => ({
    kind,
    index,
    form: 'cell',
    x: at.x + (place % columns) * (CELL.width + CELL.gap),
    y: at.y + Math.floor(place / columns) * (CELL.height + CELL.gap),
    width: CELL.width,
    height: CELL.height,
  });
  indices.forEach((index, place) => into.push(cell(index, place)));
  return Math.ceil(indices.length / columns) * (CELL.height + CELL.gap);
}

/** The items of a host's card, from its upper left corner, and its height. */
function placeHost(layout: LabLayout, host: number, width: number): { items: Item[]; height: number } {
  const items: Item[] = [];
  const inner = width - 2 * PAD;
  const nics = indicesWhere(layout.nics, (nic) => nic.host === host);
  const isIdeal = layout.hosts[host]!.kind !== 'modelled';
  const isOneLine = isIdeal && nics.length === 1;
  items.push({ kind: 'host', index: host, form: 'row', x: PAD, y: 0, width: isOneLine ? inner * NAME_PART : inner, height: HEAD });
  if (isOneLine) {
    items.push({
      kind: 'nic',
      index: nics[0]!,
      form: 'value',
      x: PAD + inner * NAME_PART,
      y: 0,
      width: inner * (1 - NAME_PART),
      height: HEAD,
    });
    return { items, height: HEAD };
  }
  let y = HEAD;
  for (const index of nics) {
    items.push({ kind: 'nic', index, form: 'row', x: PAD, y, width: inner, height: ROW });
    y += ROW;
    if (isIdeal) continue;
    for (const offload of indicesWhere(layout.offloads, (one) => one.nic === index)) {
      items.push({ kind: 'offload', index: offload, form: 'row', x: PAD, y, width: inner, height: ROW });
      y += ROW;
    }
    const queues = indicesWhere(layout.queues, (queue) => queue.nic === index);
    y += placeList('queue', queues, { x: PAD, y }, inner, items) + 4;
  }
  const processors = indicesWhere(layout.processors, (processor) => processor.host === host);
  if (processors.length && !isIdeal) y += placeList('processor', processors, { x: PAD, y: y + 2 }, inner, items) + 2;
  if (!isIdeal) y += placeVirtual(layout, host, { x: PAD, y: y + 4, width: inner, height: ROW }, items) + 4;
  return { items, height: y + PAD / 2 };
}

function placeSwitch(index: number, width: number, cables: number): { items: Item[]; height: number } {
  const height = Math.max(HEAD + ROW, 6 * cables);
  return {
    items: [{ kind: 'switch', index, form: 'row', x: PAD / 2, y: (height - HEAD - ROW) / 2, width: width - PAD, height: HEAD + ROW }],
    height,
  };
}

interface Card extends Box {
  node: number;
  column: number;
  items: Item[];
}

function widthOf(layout: LabLayout, nodes: readonly number[]): Range {
  const kinds = nodes.map((node) => layout.hosts[node]?.kind ?? 'switch');
  return columnWidth[kinds.includes('modelled') ? 'modelled' : kinds.includes('ideal') ? 'ideal' : 'switch'];
}

/** How far a column has to go down for its cables to be level, on the whole. */
function alignment(graph: Graph, before: readonly Card[], cards: readonly Card[]): number {
  const differences: number[] = [];
  for (const { from, to, fromNic, toNic } of graph.ends.values()) {
    const find = (list: readonly Card[]) => list.find(({ node }) => node === from || node === to);
    const [one, other] = [find(before), find(cards)];
    if (!one || !other) continue;
    const nicOf = (card: Card) => (card.node === from ? fromNic : toNic);
    differences.push(one.y + levelOf(one, nicOf(one)) - other.y - levelOf(other, nicOf(other)));
  }
  return differences.length ? differences.reduce((sum, one) => sum + one, 0) / differences.length : 0;
}

/** Columns of one connected part, side by side; each as level with the one before as it can be. */
function placePart(
  layout: LabLayout,
  graph: Graph,
  layers: number[][],
  width: number,
  top: number,
): { cards: Card[]; height: number; width: number } {
  const ranges = layers.map((nodes) => widthOf(layout, nodes));
  const sum = (end: 0 | 1) => ranges.reduce((total, range) => total + range[end], 0) + (layers.length - 1) * columnGap[end];
  const part = (width - sum(0)) / Math.max(1, sum(1) - sum(0));
  const gap = between(columnGap, part);
  let x = 0;
  const columns = layers.map((nodes, column) => {
    const inColumn = between(ranges[column]!, part);
    let y = 0;
    const cards = nodes.map((node): Card => {
      const isHost = node < layout.hosts.length;
      const { items, height } = isHost
        ? placeHost(layout, node, inColumn)
        : placeSwitch(node - layout.hosts.length, inColumn, graph.neighbours[node]!.length);
      const card = { node, column, items, x, y, width: inColumn, height };
      y += height + CARD_GAP;
      return card;
    });
    x += inColumn + gap;
    return { cards, height: y - CARD_GAP };
  });
  const height = Math.max(...columns.map((column) => column.height));
  columns.forEach((column, place) => {
    if (part < 0) return; // wider than what is seen at a time: everything begins at the top
    const ideal = place ? alignment(graph, columns[place - 1]!.cards, column.cards) : (height - column.height) / 2;
    const down = Math.min(height - column.height, Math.max(0, ideal));
    for (const card of column.cards) card.y += down;
  });
  for (const card of columns.flatMap(({ cards }) => cards)) card.y += top;
  return { cards: columns.flatMap(({ cards }) => cards), height, width: x - gap };
}

/** Height in its card at which an adapter's cable leaves; the middle where there is no adapter. */
function levelOf(card: Card, nic: number | null): number {
  const row = nic === null ? null : card.items.find((item) => item.kind === 'nic' && item.index === nic);
  return row ? row.y + row.height / 2 : card.height / 2;
}

/** Where a cable leaves a card: beside its adapter, or spread along the side of a switch. */
function anchorOf(card: Card, nic: number | null, isRight: boolean, place: number, count: number): Point {
  const y = nic === null ? ((place + 0.5) * card.height) / count : levelOf(card, nic);
  return { x: card.x + (isRight ? card.width : 0), y: card.y + y };
}

function placeCables(layout: LabLayout, graph: Graph, cards: Map<number, Card>): Cable[] {
  const used = new Map<string, number>();
  const sideOf = (card: Card, other: Card) => other.column >= card.column;
  const count = new Map<string, number>();
  const key = (card: Card, isRight: boolean) => `${card.node} ${isRight}`;
  for (const { from, to } of graph.ends.values())
    for (const [node, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const name = key(cards.get(node)!, sideOf(cards.get(node)!, cards.get(other)!));
      count.set(name, (count.get(name) ?? 0) + 1);
    }
  const anchor = (node: number, other: number, nic: number | null) => {
    const card = cards.get(node)!;
    const isRight = sideOf(card, cards.get(other)!);
    const name = key(card, isRight);
    const place = used.get(name) ?? 0;
    used.set(name, place + 1);
    return anchorOf(card, nic, isRight, place, count.get(name)!);
  };
  return [...graph.ends].map(([link, { from, to, fromNic, toNic }]) => {
    const rows = indicesWhere(layout.paths, (path) => path.link === link);
    return {
      link,
      from: anchor(from, to, fromNic),
      to: anchor(to, from, toNic),
      paths: [rows[0]!, rows[1] ?? rows[0]!],
      isLoop: cards.get(from)!.column === cards.get(to)!.column,
    };
  });
}

/** The two control points of a cable's curve. */
export function bend({ from, to, isLoop }: Pick<Cable, 'from' | 'to' | 'isLoop'>): [Point, Point] {
  const reach = isLoop ? LOOP : (to.x - from.x) / 2;
  return [
    { x: from.x + reach, y: from.y },
    { x: isLoop ? to.x + reach : to.x - reach, y: to.y },
  ];
}

/** The point of a cable at `t`, 0..1. */
export function pointAt(cable: Pick<Cable, 'from' | 'to' | 'isLoop'>, t: number): Point {
  const [one, other] = bend(cable);
  const mix = (a: number, b: number, c: number, d: number) =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  return { x: mix(cable.from.x, one.x, other.x, cable.to.x), y: mix(cable.from.y, one.y, other.y, cable.to.y) };
}

/** Labels stand near the end where cables are farther apart. */
function labelOf(cable: Cable, graph: Graph): Item {
  const { from, to } = graph.ends.get(cable.link)!;
  const [ofFrom, ofTo] = [graph.neighbours[from]!.length, graph.neighbours[to]!.length];
  const { x, y } = pointAt(cable, ofFrom === ofTo ? 0.5 : ofFrom > ofTo ? 0.7 : 0.3);
  return { kind: 'cable', index: cable.link, form: 'row', x: x - label.width / 2, y: y - label.height / 2, ...label };
}

/** @param width  what there is; the placement may be wider, down to which it does not shrink */
export function placeTopology(layout: LabLayout, width: number): Placement {
  const graph = graphOf(layout);
  const cards = new Map<number, Card>();
  let height = 0;
  let widest = 0;
  for (const layers of layersOf(layout, graph)) {
    const part = placePart(layout, graph, layers, width, height);
    for (const card of part.cards) cards.set(card.node, card);
    height += part.height + PART_GAP;
    widest = Math.max(widest, part.width);
  }
  const cables = placeCables(layout, graph, cards);
  const items = [...cards.values()].flatMap((card) => card.items.map((item) => ({ ...item, x: item.x + card.x, y: item.y + card.y })));
  return {
    width: widest + (cables.some(({ isLoop }) => isLoop) ? LOOP : 0),
    height: Math.max(0, height - PART_GAP),
    cards: [...cards.values()].map(({ x, y, width, height }) => ({ x, y, width, height })),
    items: [...items, ...cables.map((cable) => labelOf(cable, graph))],
    cables,
  };
}
