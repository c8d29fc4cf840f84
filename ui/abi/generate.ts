// Writes core-as/abi.gen.ts and ui/abi/abi.gen.ts from ui/abi/schema.ts. With --check it only compares.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { enums, limits, records, type Field, type RecordSchema } from './schema.ts';

const banner = '// Generated from ui/abi/schema.ts by `npm run build:abi`. Do not edit.\n';

const sizeOf = (field: Field) => (typeof field.type === 'object' ? field.type.bytes : { u8: 1, u16: 2, u32: 4, u64: 8 }[field.type]);
const alignOf = (field: Field) => (typeof field.type === 'object' ? 1 : sizeOf(field));

interface Placed extends Field {
  offset: number;
}

function place(record: RecordSchema): Placed[] {
  let at = 0;
  const placed = record.fields.map((field) => {
    at = Math.ceil(at / alignOf(field)) * alignOf(field);
    const here = { ...field, offset: at };
    at += sizeOf(field);
    return here;
  });
  if (at > record.size) throw new Error(`${record.name}: fields take ${at} bytes, size says ${record.size}`);
  return placed;
}

const layout = records.map((record) => ({ ...record, fields: place(record) }));
const abiHash = createHash('sha256').update(JSON.stringify({ enums, limits, layout })).digest().readUInt32LE(0);

const upper = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();

function coreSource(): string {
  const lines = [banner, `export const ABI_HASH: u32 = 0x${abiHash.toString(16)};\n`];
  for (const [name, value] of Object.entries(limits)) lines.push(`export const ${upper(name)}: u32 = ${value};`);
  for (const { name, doc, values } of enums) {
    lines.push(`\n// ${doc}`);
    for (const [key, value] of Object.entries(values)) lines.push(`export const ${upper(name)}_${upper(key)}: u32 = ${value};`);
  }
  for (const { name, doc, size, fields } of layout) {
    lines.push(`\n// ${name}: ${doc}`, `export const ${upper(name)}_SIZE: u32 = ${size};`);
    for (const field of fields) lines.push(`export const ${upper(name)}_${upper(field.name)}: u32 = ${field.offset}; // ${field.doc}`);
  }
  for (const record of layout) if (record.accessors) lines.push(...coreClass(record));
  return `${lines.join('\n')}\n`;
}

/** A class over the address of a record: numbers are read and written as u32 or u64, bytes are given by address. */
function coreClass({ name, doc, fields }: (typeof layout)[number]): string[] {
  const lines = [`\n/** ${doc} */`, '@unmanaged', `export class ${name} {`];
  for (const { name: field, type } of fields) {
    const offset = `${upper(name)}_${upper(field)}`;
    if (typeof type === 'object') {
      lines.push(`  @inline get ${field}At(): u32 { return changetype<u32>(this) + ${offset}; }`);
      continue;
    }
    const number = type === 'u64' ? 'u64' : 'u32';
    lines.push(
      `  @inline get ${field}(): ${number} { return <${number}>load<${type}>(changetype<u32>(this), ${offset}); }`,
      `  set ${field}(value: ${number}) { store<${type}>(changetype<u32>(this), <${type}>value, ${offset}); }`,
    );
  }
  return [...lines, '}'];
}

function readerOf(field: Placed): string {
  const at = `at + ${field.offset}`;
  if (typeof field.type === 'object') return `bytes.subarray(${at}, ${at} + ${field.type.bytes})`;
  if (field.type === 'u8') return `view.getUint8(${at})`;
  if (field.type === 'u64') return `view.getBigUint64(${at}, true)`;
  return `view.getUint${field.type.slice(1)}(${at}, true)`;
}

function writerOf(field: Placed): string {
  const at = `at + ${field.offset}`;
  const value = `values.${field.name}`;
  if (typeof field.type === 'object') return `new Uint8Array(memory).set(${value}, ${at})`;
  if (field.type === 'u8') return `view.setUint8(${at}, ${value})`;
  if (field.type === 'u64') return `view.setBigUint64(${at}, ${value}, true)`;
  return `view.setUint${field.type.slice(1)}(${at}, ${value}, true)`;
}

const tsType = (field: Field) => (typeof field.type === 'object' ? 'Uint8Array' : field.type === 'u64' ? 'bigint' : 'number');

function tsWriter({ name, fields }: (typeof layout)[number]): string[] {
  const lines = [`/** Writes the given fields of the ${name} at byte \`at\`; the others stay as they are. */`];
  lines.push(`export function write${name}(memory: ArrayBufferLike, at: number, values: Partial<${name}Record>): void {`);
  lines.push('  const view = new DataView(memory);');
  for (const field of fields) lines.push(`  if (values.${field.name} !== undefined) ${writerOf(field)};`);
  return [...lines, '}'];
}

function tsSource(): string {
  const lines = [banner, `export const ABI_HASH = 0x${abiHash.toString(16)};\n`, 'export const limits = {'];
  for (const [name, value] of Object.entries(limits)) lines.push(`  ${name}: ${value},`);
  lines.push('} as const;');
  for (const { name, doc, values } of enums) {
    lines.push(`\n/** ${doc} */`, `export const ${name} = {`);
    for (const [key, value] of Object.entries(values)) lines.push(`  ${key}: ${value},`);
    lines.push('} as const;', `export type ${name} = (typeof ${name})[keyof typeof ${name}];`);
  }
  for (const { name, doc, size, fields } of layout) {
    lines.push(`\n/** ${doc} */`, `export interface ${name}Record {`);
    for (const field of fields) lines.push(`  /** ${field.doc} */`, `  ${field.name}: ${tsType(field)};`);
    lines.push('}', `export const ${name}Layout = {`, `  size: ${size},`);
    for (const field of fields) lines.push(`  ${field.name}: ${field.offset},`);
    lines.push('} as const;');
    lines.push(`/** Reads the ${name} at byte \`at\`; fields of bytes are views into \`memory\`, not copies. */`);
    lines.push(`export function read${name}(memory: ArrayBufferLike, at: number): ${name}Record {`);
    lines.push('  const view = new DataView(memory);');
    if (fields.some((field) => typeof field.type === 'object')) lines.push('  const bytes = new Uint8Array(memory);');
    lines.push('  return {');
    for (const field of fields) lines.push(`    ${field.name}: ${readerOf(field)},`);
    lines.push('  };', '}');
  }
  for (const record of layout) if (record.accessors) lines.push(...tsWriter(record));
  return `${lines.join('\n')}\n`;
}

const outputs = new Map([
  [new URL('../../core-as/abi.gen.ts', import.meta.url), coreSource()],
  [new URL('./abi.gen.ts', import.meta.url), tsSource()],
]);

let stale = false;
for (const [url, text] of outputs) {
  if (!process.argv.includes('--check')) writeFileSync(url, text);
  else if (readFileSync(url, 'utf8') !== text) {
    stale = true;
    console.error(`${url.pathname} is not what ui/abi/schema.ts says: run npm run build:abi`);
  }
}
process.exitCode = stale ? 1 : 0;
