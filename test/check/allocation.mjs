// The core must not allocate: a run leaves no garbage, and a snapshot is a copy of linear memory. Looks at the sources, for anything
// that makes a managed object and for growth outside the arena, and at the compiled text, for the allocator.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The one function that grows memory, and those that may call it: before a run, or between two batches when a table is full. */
const arena = 'arenaTake';
const reserving = /(Begin|Grow|Reset|Reserve)$/;

const allocators = /\/(__new|__renew|__alloc|__realloc|__pin|__link|__visit|__collect)$/;

const managedTypes = new Set([
  'Array',
  'StaticArray',
  'Map',
  'Set',
  'String',
  'ArrayBuffer',
  'Uint8Array',
  'Uint16Array',
  'Uint32Array',
  'Uint64Array',
  'Float64Array',
  'DataView',
]);

/** Name of the function or method that `node` is in. */
function functionAround(node) {
  let around = node.parent;
  while (around && !ts.isFunctionDeclaration(around) && !ts.isMethodDeclaration(around)) around = around.parent;
  return around?.name?.getText() ?? 'the top level';
}

export function complaintsOfSource(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const complaints = [];
  const say = (node, what) => complaints.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  const visit = (node) => {
    // memory.data<T>([...]) and memory.data("...") are laid out by the compiler.
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'memory.data') return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isDecorator(node)) return;
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(source);
      const within = functionAround(node);
      if (callee === 'memory.grow' && within !== arena) say(node, `${within} grows memory; only ${arena} may`);
      if (callee === arena && !reserving.test(within)) say(node, `${within} takes from the arena; only functions named ${reserving} may`);
    }
    if (ts.isNewExpression(node)) say(node, 'new');
    else if (ts.isArrayLiteralExpression(node)) say(node, 'array literal');
    else if (ts.isObjectLiteralExpression(node)) say(node, 'object literal');
    else if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) say(node, 'string');
    else if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) say(node, 'function object');
    else if (ts.isTypeReferenceNode(node) && managedTypes.has(node.typeName.getText(source)))
      say(node, `${node.typeName.getText(source)} is managed`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return complaints;
}

/** Allocators that were linked in, and who calls them. Without names nothing would be found. */
export function complaintsOfText(wat) {
  const complaints = [];
  let current = '';
  for (const line of wat.split('\n')) {
    const name = line.match(/^ \(func (\$\S+)/)?.[1];
    const callee = line.match(/\bcall (\$\S+)/)?.[1];
    current = name ?? current;
    if (name && allocators.test(name)) complaints.push(`${name} is linked in`);
    if (callee && allocators.test(callee)) complaints.push(`${current} calls ${callee}`);
  }
  if (!/^ \(func \$core-as\//m.test(wat)) complaints.push('no function of the core has a name');
  return complaints;
}

export async function findAllocation() {
  const sources = readdirSync(join(root, 'core-as'), { recursive: true })
    .map((name) => `core-as/${name.split(sep).join('/')}`)
    .filter((name) => name.endsWith('.ts'));
  return [
    ...sources.flatMap((file) => complaintsOfSource(file, readFileSync(join(root, file), 'utf8'))),
    ...['build/core.wat', 'build/capture-core.wat'].flatMap((file) =>
      existsSync(join(root, file))
        ? complaintsOfText(readFileSync(join(root, file), 'utf8')).map((complaint) => `${file}: ${complaint}`)
        : [`${file} is missing: run npm run build:core`],
    ),
  ];
}
