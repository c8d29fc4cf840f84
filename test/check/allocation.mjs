// The core must not allocate: a run leaves no garbage, and a snapshot is a copy of linear memory. Looks at the sources, for anything
// that makes a managed object, and at the compiled text, for the allocator and for memory.grow outside the arena.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The functions that may grow memory: the arena. */
const arena = /\barenaTake$/;

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

function complaintsOfSource(file) {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const complaints = [];
  const say = (node, what) => complaints.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  const visit = (node) => {
    // memory.data<T>([...]) and memory.data("...") are laid out by the compiler.
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'memory.data') return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isDecorator(node)) return;
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

/** Calls of allocators and memory.grow in WebAssembly text, by function. */
export function complaintsOfText(wat) {
  const complaints = [];
  let current = '';
  let grows = 0;
  for (const line of wat.split('\n')) {
    current = line.match(/^ \(func (\$\S+)/)?.[1] ?? current;
    const callee = line.match(/\bcall (\$\S+)/)?.[1];
    if (callee && allocators.test(callee)) complaints.push(`${current} calls ${callee}`);
    if (/^ \(func (\$\S+)/.test(line) && allocators.test(current)) complaints.push(`${current} is linked in`);
    if (!/\bmemory\.grow\b/.test(line)) continue;
    grows += 1;
    if (!arena.test(current)) complaints.push(`${current} grows memory`);
  }
  if (grows > 1) complaints.push(`memory.grow occurs ${grows} times; the arena needs one`);
  return complaints;
}

export async function findAllocation() {
  const sources = readdirSync(join(root, 'core-as'), { recursive: true })
    .map((name) => `core-as/${name.split(sep).join('/')}`)
    .filter((name) => name.endsWith('.ts'));
  const wat = join(root, 'build', 'core.wat');
  if (!existsSync(wat)) return ['build/core.wat is missing: run npm run build:core'];
  return [...sources.flatMap(complaintsOfSource), ...complaintsOfText(readFileSync(wat, 'utf8'))];
}
