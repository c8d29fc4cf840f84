// The tree of a scenario, made from its declaration: lists of groups become branches with a node for each entry, and groups with many
// fields a node of their own. Everything else stands in the form of its node.

import type { Field, GroupField, VariantField } from '../../scenario/fields.ts';
import { scenarioField } from '../../scenario/schema.ts';
import { pathText } from '../lab-form/edit.ts';

export interface TreeNode {
  steps: (string | number)[];
  path: string;
  label: string;
  /** A list: its entries are the children, and more can be added. */
  isList: boolean;
  children: TreeNode[];
  /** Name of a picture that stands before the label. */
  icon?: string;
  /** A word or two after the label. */
  mark?: string;
  /** Whether it is open at first; otherwise short lists of the first level are. */
  isOpen?: boolean;
}

/** Groups with more fields than this are nodes; smaller ones stand in the form of the node above. */
const INLINE_MOST = 7;

const read = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
const word = (value: unknown, otherwise: string): string => (typeof value === 'string' && value !== '' ? value : otherwise);

/** What is a node of its own below the node of its parent. */
export function isNode(field: Field): boolean {
  if (field.kind === 'list') return field.item.kind === 'group' || field.item.kind === 'variant';
  return field.kind === 'group' && Object.keys(field.fields).length > INLINE_MOST;
}

/** The group that a value has: of a variant the case that its tag names. */
export function groupOf(field: Field, value: unknown): GroupField | null {
  if (field.kind === 'group') return field;
  if (field.kind !== 'variant') return null;
  const name = read(value, field.tag) ?? field.default?.[field.tag];
  return typeof name === 'string' && Object.hasOwn(field.cases, name) ? field.cases[name]! : null;
}

function variantLabel(field: VariantField, value: unknown, index: number): string {
  const label = groupOf(field, value)?.label ?? `${field.label} ${index + 1}`;
  const [from, to, at, onto] = ['from', 'to', 'at', 'onto'].map((name) => read(value, name));
  if (typeof to === 'string') return `${label}: ${typeof from === 'string' ? `${from} → ` : ''}${to}`;
  if (typeof onto === 'string') return `${label}: ${onto}`;
  return field.tag === 'do' ? `${String(at ?? '0 s')}: ${label}` : label;
}

/** What an entry of a list is called. */
export function entryLabel(field: Field, value: unknown, index: number): string {
  if (field.kind === 'variant') return variantLabel(field, value, index);
  const ends = read(value, 'ends');
  if (Array.isArray(ends)) return ends.map((end) => word(end, '?')).join(' – ');
  return word(read(value, 'name'), `${field.label} ${index + 1}`);
}

function childrenOf(field: Field, value: unknown, steps: (string | number)[]): TreeNode[] {
  const group = groupOf(field, value);
  return Object.entries(group?.fields ?? {}).flatMap(([name, child]) =>
    isNode(child) ? [nodeOf(child, read(value, name), [...steps, name], child.label)] : [],
  );
}

function nodeOf(field: Field, value: unknown, steps: (string | number)[], label: string): TreeNode {
  const node = { steps, path: pathText(steps), label };
  if (field.kind !== 'list') return { ...node, isList: false, children: childrenOf(field, value, steps) };
  const entries = Array.isArray(value) ? (value as unknown[]) : [];
  const children = entries.map((entry, index) => nodeOf(field.item, entry, [...steps, index], entryLabel(field.item, entry, index)));
  return { ...node, isList: true, children };
}

/** The root is the document itself: title, seed and what else belongs to all of it. */
export function scenarioTree(document: unknown): TreeNode {
  return nodeOf(scenarioField, document, [], scenarioField.label);
}

/** Which of these nodes a path of the document belongs to: the deepest. The root, "", takes what no other does. */
export function nodePathOf(nodes: Iterable<string>, path: string): string {
  let best = '';
  for (const own of nodes) {
    const isInside = path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`);
    if (isInside && own.length > best.length) best = own;
  }
  return best;
}

/** Paths of all nodes. */
export const nodePaths = (node: TreeNode): string[] => [node.path, ...node.children.flatMap(nodePaths)];
