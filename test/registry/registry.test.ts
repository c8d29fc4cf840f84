import { describe, it, expect } from '#test';
import { readKnown } from '../../ui/registry/read-known.ts';
import { adapterKey, findKnownValue } from '../../ui/registry/known-values.ts';
import {
  registryApply,
  registryCreateKey,
  registryDeleteKey,
  registryDeleteValue,
  registryEmpty,
  registryExport,
  registryFind,
  registryGet,
  registryList,
  registrySet,
  type Registry,
  type RegistryResult,
} from '../../ui/registry/registry.ts';
import { registryDword, registryText, type RegistryValue } from '../../ui/registry/values.ts';

const NDIS = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters';

function done(result: RegistryResult): Registry {
  if ('fault' in result) throw new Error(result.fault);
  return result.registry;
}

const faultOf = (result: object): string => ('fault' in result ? String(result.fault) : 'no fault');
const withMax = (value: number) => done(registrySet(registryEmpty(), NDIS, 'MaxNumRssCpus', registryDword(value)));

describe('a registry', () => {
  it('finds a value by any spelling of its path', () => {
    const registry = withMax(8);
    for (const path of [
      NDIS,
      'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\NDIS\\Parameters',
      'hklm\\system\\currentcontrolset\\services\\ndis\\PARAMETERS\\',
      'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters',
      'HKLM\\SYSTEM\\ControlSet001\\Services\\Ndis\\Parameters',
    ])
      expect(registryGet(registry, path, 'MAXNUMRSSCPUS'), path).to.deep.equal({ value: { type: 'REG_DWORD', data: 8 } });
    expect(registryFind(registry, 'hklm\\system\\controlset001\\services\\NDIS')).to.deep.equal({
      path: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Ndis',
    });
    expect(faultOf(registryFind(registry, 'HKLM\\x'))).to.equal('There is no key HKEY_LOCAL_MACHINE\\x.');
    expect(faultOf(registryGet(registry, 'HKLM\\SYSTEM\\ControlSet002\\Services\\Ndis\\Parameters', 'MaxNumRssCpus'))).to.match(/no key/);
  });

  it('stays as it was when a value is set', () => {
    const before = withMax(4);
    const after = done(registrySet(before, NDIS, 'maxnumrsscpus', registryDword(8)));
    expect(registryGet(before, NDIS, 'MaxNumRssCpus')).to.deep.equal({ value: registryDword(4) });
    expect(registryList(after, NDIS)).to.deep.equal({ keys: [], values: [{ name: 'MaxNumRssCpus', value: registryDword(8) }] });
    expect(registryList(registryEmpty(), 'HKLM')).to.deep.equal({ keys: [], values: [] });
  });

  it('keeps all types', () => {
    const values: RegistryValue[] = [
      registryText('a “b”\r\n'),
      { type: 'REG_EXPAND_SZ', data: '%SystemRoot%' },
      { type: 'REG_MULTI_SZ', data: ['one', '', 'two'] },
      registryDword(0xffffffff),
      { type: 'REG_QWORD', data: (1n << 64n) - 1n },
      { type: 'REG_BINARY', data: [0, 255] },
    ];
    for (const value of values)
      expect(registryGet(done(registrySet(registryEmpty(), 'HKU\\x', '', value)), 'HKU\\x', '')).to.deep.equal({ value });
  });

  it('lists subkeys by name without case, values in order of creation', () => {
    let registry = registryEmpty();
    for (const name of ['b', 'a', 'C', '_', '0001', '0000']) registry = done(registryCreateKey(registry, `HKLM\\K\\${name}`));
    for (const name of ['z', 'y', '']) registry = done(registrySet(registry, 'HKLM\\K', name, registryText(name)));
    const listed = registryList(registry, 'hklm\\k');
    if ('fault' in listed) throw new Error(listed.fault);
    expect(listed.keys).to.deep.equal(['0000', '0001', 'a', 'b', 'C', '_']);
    expect(listed.values.map(({ name }) => name)).to.deep.equal(['z', 'y', '']);
  });

  it('deletes values, and keys with all below', () => {
    const registry = withMax(4);
    expect(faultOf(registryGet(done(registryDeleteValue(registry, NDIS, 'maxNumRssCpus')), NDIS, 'MaxNumRssCpus'))).to.equal(
      'The value “MaxNumRssCpus” does not exist in HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters.',
    );
    const without = done(registryDeleteKey(registry, 'HKLM\\SYSTEM\\CurrentControlSet\\Services'));
    expect(faultOf(registryList(without, NDIS))).to.match(/^There is no key /);
    expect(registryList(without, 'HKLM\\SYSTEM\\CurrentControlSet')).to.deep.equal({ keys: [], values: [] });
    expect('value' in registryGet(registry, NDIS, 'MaxNumRssCpus')).to.equal(true);
  });

  it('says what is wrong', () => {
    const registry = registryEmpty();
    const set = (path: string, name: string, value: RegistryValue) => faultOf(registrySet(registry, path, name, value));
    const table: [string, RegExp][] = [
      [set('SYSTEM\\x', 'a', registryDword(1)), /does not begin with a root key/],
      [set('HKLM\\\\x', 'a', registryDword(1)), /empty key name/],
      [set('', 'a', registryDword(1)), /does not begin with a root key/],
      [set(`HKLM\\${'k'.repeat(256)}`, 'a', registryDword(1)), /256 characters; at most 255/],
      [set(`HKLM${'\\k'.repeat(512)}`, 'a', registryDword(1)), /512 levels; at most 511/],
      [set('HKLM\\x', 'n'.repeat(16384), registryDword(1)), /at most 16383/],
      [set('HKLM\\x', 'a', registryDword(-1)), /-1 is not a REG_DWORD/],
      [set('HKLM\\x', 'a', registryDword(2 ** 32)), /4294967296 is not a REG_DWORD/],
      [set('HKLM\\x', 'a', registryDword(1.5)), /1.5 is not a REG_DWORD/],
      [set('HKLM\\x', 'a', { type: 'REG_QWORD', data: 1n << 64n }), /not a REG_QWORD/],
      [set('HKLM\\x', 'a', { type: 'REG_BINARY', data: [256] }), /256 is not a byte/],
      [set('HKLM\\x', 'a', registryText('a\0b')), /zero character/],
      [set('HKLM\\x', 'a', registryText('x'.repeat(1 << 19))), /1048578 bytes; at most 1048576/],
      [faultOf(registryDeleteKey(registry, 'HKLM')), /root key/],
      [faultOf(registryDeleteKey(registry, 'HKLM\\x')), /There is no key/],
      [faultOf(registryDeleteValue(registry, 'HKLM', '')), /The default value does not exist/],
      [faultOf(registryGet(registry, 'HKLM:foo', '')), /root key/],
    ];
    for (const [fault, expected] of table) expect(fault).to.match(expected);
  });

  it('takes names for names, whatever they are', () => {
    const registry = done(registrySet(registryEmpty(), 'HKLM\\__proto__\\constructor', 'toString', registryDword(1)));
    expect(registryGet(registry, 'HKLM\\__PROTO__\\Constructor', 'tostring')).to.deep.equal({ value: registryDword(1) });
    expect(faultOf(registryGet(registry, 'HKLM\\hasOwnProperty', 'x'))).to.match(/There is no key/);
  });

  it('makes all changes that can be made, in order', () => {
    const { registry, faults } = registryApply(registryEmpty(), [
      { kind: 'set', path: 'HKLM\\a', name: 'x', value: registryDword(1) },
      { kind: 'set', path: 'nowhere', name: 'x', value: registryDword(1) },
      { kind: 'delete value', path: 'HKLM\\a', name: 'not there' },
      { kind: 'delete key', path: 'HKLM\\not\\there' },
      { kind: 'set', path: 'HKLM\\b', name: '', value: registryText('b') },
      { kind: 'delete value', path: 'HKLM\\a', name: 'X' },
    ]);
    expect(faults.map(({ index }) => index)).to.deep.equal([1]);
    expect(registryExport(registry, 'hklm')).to.deep.equal({
      changes: [
        { kind: 'key', path: 'HKEY_LOCAL_MACHINE' },
        { kind: 'key', path: 'HKEY_LOCAL_MACHINE\\a' },
        { kind: 'key', path: 'HKEY_LOCAL_MACHINE\\b' },
        { kind: 'set', path: 'HKEY_LOCAL_MACHINE\\b', name: '', value: registryText('b') },
      ],
    });
  });

  it('exports what makes it again', () => {
    let registry = withMax(4);
    registry = done(registrySet(registry, adapterKey(1), '*RSS', registryText('1')));
    registry = done(registrySet(registry, adapterKey(0), '*RSS', registryText('0')));
    const exported = registryExport(registry, 'HKLM\\system');
    if ('fault' in exported) throw new Error(exported.fault);
    const again = registryApply(registryEmpty(), exported.changes);
    expect(again.faults).to.deep.equal([]);
    expect(registryExport(again.registry, 'HKLM')).to.deep.equal(registryExport(registry, 'HKLM'));
  });
});

describe('a known value of a host', () => {
  const max = findKnownValue('ws2008r2', 'ndis', 'MaxNumRssCpus')!;
  const rss = findKnownValue('ws2008r2', 'adapter', '*RSS')!;

  it('is read from the registry, else it is the default', () => {
    expect(readKnown(withMax(8), 'ws2008r2', max)).to.deep.equal({ from: 'registry', value: 8 });
    expect(readKnown(registryEmpty(), 'ws2008r2', max)).to.deep.equal({ from: 'default', standard: max.versions.ws2008r2 });
    // The documentation asks for no more than 16; nothing says that Windows reads no more.
    expect(readKnown(withMax(17), 'ws2008r2', max)).to.deep.equal({ from: 'registry', value: 17 });
    const registry = done(registrySet(registryEmpty(), adapterKey(3), '*rss', registryText('0')));
    expect(readKnown(registry, 'ws2008r2', rss, 3)).to.deep.equal({ from: 'registry', value: 0 });
    expect(readKnown(registry, 'ws2008r2', rss, 4)).to.deep.equal({ from: 'default', standard: rss.versions.ws2008r2 });
  });

  it('is the default, with a fault, where the registry has what it cannot be', () => {
    const faults: [object, RegExp][] = [
      [readKnown(withMax(65), 'ws2008r2', max), /MaxNumRssCpus is 65; allowed: a whole number from 1 to 16 processors/],
      [
        readKnown(done(registrySet(registryEmpty(), NDIS, 'MaxNumRssCpus', registryText('8'))), 'ws2008r2', max),
        /REG_SZ instead of REG_DWORD/,
      ],
      [readKnown(done(registrySet(registryEmpty(), adapterKey(0), '*RSS', registryText('on'))), 'ws2008r2', rss, 0), /decimal digits/],
      [
        readKnown(done(registrySet(registryEmpty(), adapterKey(0), '*RSS', registryDword(1))), 'ws2008r2', rss, 0),
        /REG_DWORD instead of REG_SZ/,
      ],
    ];
    for (const [reading, expected] of faults) expect(faultOf(reading)).to.match(expected);
  });

  it('is nowhere in a version that does not have it', () => {
    expect(readKnown(withMax(8), 'ws2003sp2', max)).to.have.property('from', 'nowhere');
  });
});
