// The import rule of docs/architecture.md: which folder may import which.
//   features <- abi <- core-as (only through the generated file); abi, scenario <- engine;
//   features, abi <- registry <- effective <- scenario <- counters, readers, scripts, console;
//   what the capture core is made of reaches no emulated world;
//   capture and analysis know no DOM and no Wasm memory; components know no engine, only data; the doors know everything.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Layer -> layers it may import, itself understood. Types may be imported from `types` as well. */
const rules = {
  abi: { values: ['features'] },
  features: { values: ['abi'] },
  registry: { values: ['abi', 'features'] },
  effective: { values: ['abi', 'features', 'registry'] },
  scenario: { values: ['abi', 'features', 'registry', 'effective'] },
  counters: { values: ['abi', 'features', 'scenario'] },
  readers: { values: ['abi', 'features', 'registry', 'effective', 'scenario'] },
  scripts: { values: ['abi', 'features', 'registry', 'effective', 'scenario', 'readers'] },
  console: { values: ['abi', 'features', 'registry', 'effective', 'scenario', 'counters'] },
  windows: { values: ['abi', 'features', 'effective', 'scenario', 'registry', 'counters', 'console'] },
  analysis: { values: ['abi', 'features', 'scenario'] },
  capture: { values: ['abi', 'features', 'analysis'] },
  engine: { values: ['abi', 'features', 'scenario', 'counters', 'console', 'windows', 'capture', 'analysis'] },
  components: {
    values: ['abi', 'features', 'scenario', 'analysis', 'effective', 'registry', 'windows', 'counters', 'console', 'readers', 'scripts'],
    types: ['capture', 'engine'],
  },
  app: { values: 'all' },
  widget: { values: 'all' },
  cli: { values: 'all' },
};

/** Layers that must run without a DOM, and so may not import what brings one. */
const withoutDom = [
  'abi',
  'features',
  'scenario',
  'effective',
  'registry',
  'counters',
  'readers',
  'scripts',
  'console',
  'windows',
  'analysis',
  'capture',
  'engine',
  'cli',
];
const domPackages = /^(lit|@lit|@lit-labs|uplot)(\/|$)/;

/** The capture core, and all that may be reachable from there. */
const captureEntry = 'core-as/capture-index.ts';
const captureParts = /^core-as\/((capture|flow|frame|rss)\/|(abi\.gen|batch|bytes|memory)\.ts$)/;

/** Globals of a browser page, or of Wasm, that a layer must not touch. */
const forbiddenGlobals = {
  capture: ['document', 'window', 'navigator', 'localStorage', 'HTMLElement', 'WebAssembly'],
  analysis: ['document', 'window', 'navigator', 'localStorage', 'HTMLElement', 'WebAssembly', 'fetch'],
};

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name.split(sep).join('/')));

/** All imports of a file: {specifier, line, typeOnly}. */
function importsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const note = (node, typeOnly) =>
    found.push({ specifier: node.text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, typeOnly });
  const identifiers = [];
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      const named = node.importClause?.namedBindings;
      const everyNameIsType =
        !!named && ts.isNamedImports(named) && !node.importClause.name && named.elements.every((element) => element.isTypeOnly);
      note(node.moduleSpecifier, !!node.importClause?.isTypeOnly || everyNameIsType);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) note(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteral(node.arguments[0]))
      note(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal, true);
    else if (
      ts.isIdentifier(node) &&
      !ts.isPropertyAssignment(node.parent) &&
      !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
    )
      identifiers.push({ name: node.text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { found, identifiers };
}

/** Files that the capture core would bring in and must not: the Capture page and the widget load it. */
function findWorldsInCaptureCore() {
  const complaints = [];
  const reached = new Set([captureEntry]);
  for (const file of reached)
    for (const { specifier, line } of importsOf(file).found) {
      const target = `${posix.join(dirname(file), specifier)}.ts`;
      if (captureParts.test(target)) reached.add(target);
      else complaints.push(`${file}:${line} imports ${specifier}: the capture core reaches no emulated world`);
    }
  return complaints;
}

export function findBrokenImports() {
  const complaints = findWorldsInCaptureCore();
  for (const file of filesIn('core-as'))
    for (const { specifier, line } of importsOf(file).found) {
      const target = specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier;
      if (!target.startsWith('core-as/')) complaints.push(`${file}:${line} imports ${specifier}: the core imports nothing from outside`);
    }
  for (const file of filesIn('ui')) {
    const layer = file.split('/')[1];
    const rule = rules[layer];
    if (!rule) {
      complaints.push(`${file}: ui/${layer} has no rule in ${relative(root, fileURLToPath(import.meta.url))}`);
      continue;
    }
    const { found, identifiers } = importsOf(file);
    for (const { specifier, line, typeOnly } of found) {
      const say = (why) => complaints.push(`${file}:${line} imports ${specifier}: ${why}`);
      if (withoutDom.includes(layer) && domPackages.test(specifier)) say(`${layer} knows no DOM`);
      const imported = specifier.startsWith('#') ? 'ui/engine/' : specifier.startsWith('.') ? posix.join(dirname(file), specifier) : null;
      if (imported === null) continue;
      const [top, target] = imported.split('/');
      if (top === 'test') say('the product does not import its tests');
      if (top === 'core-as') say('ui knows the core only through ui/abi/abi.gen.ts');
      if (top !== 'ui' || target === layer || rule.values === 'all') continue;
      if (rule.values.includes(target) || (typeOnly && rule.types?.includes(target))) continue;
      say(`${layer} may import ${[...rule.values, ...(rule.types ?? []).map((name) => `types of ${name}`)].join(', ')}`);
    }
    for (const { name, line } of identifiers)
      if (forbiddenGlobals[layer]?.includes(name))
        complaints.push(`${file}:${line} uses ${name}: ${layer} knows no DOM and no Wasm memory`);
  }
  return complaints;
}
