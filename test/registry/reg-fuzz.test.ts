import { describe, it, expect } from '#test';
import { readRegFile, regFileLimits, writeRegFile } from '../../ui/registry/reg-file.ts';
import { registryApply, registryEmpty, registryExport, type RegistryChange } from '../../ui/registry/registry.ts';
import type { RegistryValue } from '../../ui/registry/values.ts';
import { Random } from '../build/random.ts';
import { utf16, utf8, V5 } from './reg-bytes.ts';

const pieces = [
  '"a"',
  '@',
  '=',
  'dword:',
  'hex',
  '(7)',
  '(2):',
  ':',
  '00,',
  'ff',
  ',\\\r\n',
  '\r\n',
  '[HKEY_USERS\\A]',
  '[-',
  '\r\n[HKEY_USERS\\B]\r\n',
  '\r\n"b"=dword:1\r\n',
  '\r\n@=hex(7):00,00\r\n',
  '\r\n"c"="d"\r\n',
  ']',
  '-',
  ';',
  '\\',
  '"',
  ' ',
];

const randomText = (random: Random, alphabet: string, most: number): string =>
  Array.from({ length: random.below(most + 1) }, () => random.pick([...alphabet])).join('');

function randomValue(random: Random, alphabet: string): RegistryValue {
  const text = () => randomText(random, alphabet, 40);
  switch (random.below(6)) {
    case 0:
      return { type: 'REG_SZ', data: text() };
    case 1:
      return { type: 'REG_EXPAND_SZ', data: text() };
    case 2:
      return { type: 'REG_MULTI_SZ', data: Array.from({ length: random.below(4) }, text) };
    case 3:
      return { type: 'REG_DWORD', data: random.next() };
    case 4:
      return { type: 'REG_QWORD', data: (BigInt(random.next()) << 32n) | BigInt(random.next()) };
    default:
      return { type: 'REG_BINARY', data: [...random.bytes(random.below(80))] };
  }
}

function randomChanges(random: Random, alphabet: string): RegistryChange[] {
  const names = alphabet.replace(/[\r\n]/g, '');
  return Array.from({ length: random.below(5) }).flatMap(() => {
    const path = `HKEY_USERS\\k${randomText(random, names.replaceAll('\\', ''), 8)}`;
    const changes: RegistryChange[] = [{ kind: 'key', path }];
    for (let count = random.below(6); count > 0; count--) {
      const name = randomText(random, names, 12);
      changes.push(
        random.oneIn(5) ? { kind: 'delete value', path, name } : { kind: 'set', path, name, value: randomValue(random, alphabet) },
      );
    }
    return random.oneIn(6) ? [{ kind: 'delete key', path }] : changes;
  });
}

const alphabets = { 'version 5': 'ab\\"; =[]@-,é€Ω\r\n😀', 'regedit4': 'ab\\"; =[]@-,é€\x81\r\n' } as const;

describe('random .reg files', () => {
  for (const form of ['version 5', 'regedit4'] as const)
    it(`are read as they were written, ${form}`, () => {
      const random = new Random(21);
      for (let count = 0; count < 400; count++) {
        const changes = randomChanges(random, alphabets[form]);
        const result = writeRegFile(changes, form);
        if ('fault' in result) throw new Error(result.fault);
        const file = readRegFile(result.bytes);
        if ('fault' in file) throw new Error(file.fault);
        expect(file.messages).to.deep.equal([]);
        expect(file.changes).to.deep.equal(changes);
        expect(writeRegFile(file.changes, file.form, file.encoding)).to.deep.equal(result);
      }
    });

  it('make a registry that exports the same file twice', () => {
    const random = new Random(22);
    for (let count = 0; count < 100; count++) {
      const first = registryApply(registryEmpty(), randomChanges(random, alphabets['version 5']));
      expect(first.faults).to.deep.equal([]);
      const exported = registryExport(first.registry, 'HKU');
      if ('fault' in exported) throw new Error(exported.fault);
      const again = registryExport(registryApply(registryEmpty(), exported.changes).registry, 'HKU');
      expect(again).to.deep.equal(exported);
    }
  });

  it('of pieces or with wrong bytes never raise an exception, and no message is without a sentence', () => {
    const random = new Random(23);
    let understood = 0;
    for (let count = 0; count < 3000; count++) {
      const text = `${V5}\r\n${Array.from({ length: random.below(40) }, () => random.pick(pieces)).join('')}`;
      const bytes = random.oneIn(2) ? utf16(text) : utf8(random.oneIn(3) ? text.replace(V5, 'REGEDIT4') : text);
      for (let wrong = random.below(4); wrong > 0; wrong--) if (random.oneIn(4)) bytes[random.below(bytes.length)] = random.below(256);
      try {
        const file = readRegFile(bytes);
        if ('fault' in file) continue;
        understood += file.changes.length;
        for (const { line, message } of file.messages) {
          expect(line).to.be.above(1);
          expect(message).to.match(/^[\s\S]{10,400}[.]$/);
        }
        expect(registryApply(registryEmpty(), file.changes).faults).to.deep.equal([]);
      } catch (error) {
        throw new Error(`file ${count}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
    expect(understood).to.be.above(300);
  });

  it('of noise are refused or read', () => {
    const random = new Random(24);
    for (let count = 0; count < 500; count++) expect(readRegFile(random.bytes(random.below(400)))).to.be.an('object');
  });

  it('as long as they may be take time in proportion', () => {
    const line = `"v"=hex:${'00,'.repeat(20)}\\\r\n`;
    const many = `REGEDIT4\r\n[HKEY_USERS\\A]\r\n${line.repeat(Math.floor(regFileLimits.bytes / line.length) - 1)}`;
    const names = Array.from({ length: 100_000 }, (_, index) => `"n${index}"=dword:1\r\n`).join('');
    for (const text of [
      many,
      `REGEDIT4\r\n[HKEY_USERS\\A]\r\n${names}`,
      `REGEDIT4\r\n${'"'.repeat(1 << 20)}`,
      `REGEDIT4\r\n[${'\\'.repeat(1 << 20)}`,
    ]) {
      const file = readRegFile(utf8(text));
      if ('fault' in file) throw new Error(file.fault);
      expect(registryApply(registryEmpty(), file.changes).faults.length).to.be.below(2);
    }
  });
});
