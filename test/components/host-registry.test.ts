// The registry of a host: a change of a value is a change of its setting, and the other way round; what a hand does in the editor; .reg files.

import { expect } from '@open-wc/testing';
import { changeText, exportKey, importChanges } from '../../ui/components/host-registry/import-changes.ts';
import { searchKnown } from '../../ui/components/host-registry/key-tree.ts';
import type { NicHostRegistry } from '../../ui/components/host-registry/host-registry.ts';
import { formText, listText, readForm } from '../../ui/components/host-registry/value-text.ts';
import { faultTexts, tryEdits } from '../../ui/components/host-manager/view.ts';
import { adapterKey, knownKeys, knownValues } from '../../ui/registry/known-values.ts';
import { readFault } from '../../ui/registry/keyword-text.ts';
import { readRegFile } from '../../ui/registry/reg-file.ts';
import { registryFind, registryGet } from '../../ui/registry/registry.ts';
import { registryDword, registryText, type RegistryValue } from '../../ui/registry/values.ts';
import { keywordMaps, keywordNumber, systemPlace, systemValueNames } from '../../ui/scenario/registry-map.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { adapterSubkey, registryEdits, registryOf } from '../../ui/windows/registry-view.ts';
import { heard, textOf } from './fakes.ts';
import { button, choose, deepText, everything, oneHost, page, type Page } from './host-scene.ts';

const versions = ['ws2003sp2', 'ws2008', 'ws2008r2'] as const;
const nicKey = (nic: number) => adapterKey(adapterSubkey(nic));

function after(scenario: Scenario, path: string, name: string, value: RegistryValue | null): Scenario {
  const { edits, result } = tryEdits(scenario, registryEdits(scenario.hosts[0]!, 0, path, name, value));
  if ('faults' in result) throw new Error(faultTexts(result, edits).join('\n'));
  return result.scenario;
}
const valueIn = (scenario: Scenario, path: string, name: string) => {
  const found = registryGet(registryOf(scenario.hosts[0]!), path, name);
  return 'value' in found ? found.value : null;
};

describe('registry and document', () => {
  for (const os of versions)
    for (const name of systemValueNames)
      it(`${name} of ${os} is one setting in both, and none when it is deleted`, () => {
        const before = oneHost(os);
        const path = knownKeys[systemPlace(os, name)];
        const set = after(before, path, name.toLowerCase(), registryDword(1));
        expect(valueIn(set, path, name)).to.deep.equal(registryDword(1));
        expect(set.hosts[0]!.windows.registry[name]).to.equal(1);
        expect(valueIn(after(set, path, name, null), path, name)).to.equal(null);
      });

  for (const os of ['ws2008', 'ws2008r2'] as const)
    for (const name of Object.keys(keywordMaps).filter((one) => knownValues.some((known) => known.name === one && known.versions[os])))
      it(`${name} of ${os}: every number that the registry takes comes back from the setting`, () => {
        const known = knownValues.find((one) => one.name === name && one.versions[os])!;
        const numbers = known.allowed.kind === 'choice' ? Object.keys(known.allowed.texts).map(Number) : [2, 1600, 3000];
        for (const number of numbers) {
          const before = oneHost(os);
          const { edits, result } = tryEdits(before, registryEdits(before.hosts[0]!, 0, nicKey(1), name, registryText(String(number))));
          if ('faults' in result) continue; // the adapter does not take it
          expect(valueIn(result.scenario, nicKey(1), name), JSON.stringify(edits)).to.deep.equal(registryText(String(number)));
          if (readFault(known, number) === null && keywordMaps[name]!.toValue(number))
            expect(keywordNumber(name, result.scenario.hosts[0]!.nics[1]!)).to.equal(number);
        }
      });

  it('a value of the wrong type is kept, shown, and gives way to a right one', () => {
    const path = knownKeys.ndis;
    const wrong = after(oneHost('ws2008r2'), path, 'RssBaseCpu', registryText('2'));
    expect(valueIn(wrong, path, 'RssBaseCpu')).to.deep.equal(registryText('2'));
    expect(wrong.hosts[0]!.windows.registry.RssBaseCpu).to.equal(undefined);
    const right = after(wrong, path, 'RssBaseCpu', registryDword(2));
    expect(valueIn(right, path, 'RssBaseCpu')).to.deep.equal(registryDword(2));
    expect(right.hosts[0]!.windows.registry.other).to.deep.equal([]);
  });

  it('a setting that is changed on its sheet is changed in the registry', async () => {
    const shown = await page(oneHost('ws2008r2'), { selected: 'globals' });
    await shown.type('hosts[0].windows.registry.MaxNumRssCpus', '6');
    await shown.open('registry');
    editor(shown).show(knownKeys.ndis, 'MaxNumRssCpus');
    await shown.settle();
    expect(rows(shown)).to.deep.equal([['MaxNumRssCpus known', 'REG_DWORD', '0x00000006 (6)']]);
  });
});

const editor = (shown: Page): NicHostRegistry => everything(shown.element, 'nic-host-registry')[0] as NicHostRegistry;
const rows = (shown: Page) => everything(editor(shown), 'tbody tr').map((row) => [...row.children].map((cell) => textOf(cell)));
const form = (shown: Page) => everything(editor(shown), 'nic-registry-form')[0]!;

async function fill(shown: Page, given: { name?: string; type?: RegExp; data: string; decimal?: boolean }): Promise<void> {
  const type = (id: string, text: string) => {
    const control = everything(form(shown), id)[0] as HTMLInputElement;
    control.value = text;
    control.dispatchEvent(new Event('input'));
  };
  if (given.name !== undefined) type('#name', given.name);
  if (given.type) choose(everything(form(shown), 'select')[0] as HTMLSelectElement, given.type);
  await shown.settle();
  if (given.decimal) (everything(form(shown), 'input[type=radio]')[1] as HTMLInputElement).click();
  await shown.settle();
  type('#data', given.data);
  await shown.settle();
  button(form(shown), /^(Make|Set) value$/).click();
  await shown.settle();
}

describe('nic-host-registry', () => {
  const opened = async (os = 'ws2008r2') => page(oneHost(os), { selected: 'registry' });

  it('is accessible: a value that is edited, a search, an import with refusals', async () => {
    const shown = await opened();
    editor(shown).show(knownKeys.tcpip, 'DisableTaskOffload');
    await shown.settle();
    const search = everything(editor(shown), 'input[type=search]')[0] as HTMLInputElement;
    search.value = 'rss';
    search.dispatchEvent(new Event('input'));
    await editor(shown).import(new File(['REGEDIT4\r\n\r\nnonsense\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n"a"=dword:zz\r\n'], 'bad.reg'));
    await shown.settle();
    await expect(shown.element).to.be.accessible();
  });

  it('makes, modifies and deletes a value, with the base of its digits', async () => {
    const shown = await opened();
    editor(shown).show(knownKeys.ndis, 'RssBaseCpu');
    await shown.settle();
    await fill(shown, { data: '3', decimal: true });
    expect(shown.wanted.hosts[0]!.windows.registry.RssBaseCpu).to.equal(3);
    button(editor(shown), 'Modify RssBaseCpu').click();
    await shown.settle();
    await fill(shown, { data: '2' });
    expect(rows(shown)).to.deep.equal([['RssBaseCpu known', 'REG_DWORD', '0x00000002 (2)']]);
    button(editor(shown), 'Delete RssBaseCpu').click();
    await shown.settle();
    expect(shown.wanted.hosts[0]!.windows.registry).to.not.have.property('RssBaseCpu');
    expect(rows(shown)).to.deep.equal([]);
  });

  for (const [data, says] of [
    ['xyz', 'is no number in hexadecimal digits'],
    ['1ffffffff', 'does not fit into 32 bits'],
    ['3f', 'Base processor 63 does not exist'],
  ] as const)
    it(`refuses ${data}, and says why`, async () => {
      const shown = await opened();
      editor(shown).show(knownKeys.ndis, 'RssBaseCpu');
      await shown.settle();
      await fill(shown, { data });
      expect(deepText(form(shown))).to.include(says);
      expect(shown.edits).to.deep.equal([]);
    });

  it('says what a known value means, takes and is while it is absent', async () => {
    const shown = await opened();
    editor(shown).show(knownKeys.ndis, 'MaxNumRssCpus');
    await shown.settle();
    const about = textOf(everything(editor(shown), '.about')[0]);
    expect(about).to.include('Most processors that RSS uses').and.include('While it is absent: 4').and.include('a restart of the computer');
  });

  it('where netsh is the switch it says so, and does not offer the value', async () => {
    const shown = await opened();
    editor(shown).show(knownKeys.tcpip, 'EnableTCPA');
    await shown.settle();
    expect(textOf(everything(editor(shown), '.about')[0])).to.include('netsh interface tcp set global netdma= is the switch');
    const offered = everything(editor(shown), '.link').map((each) => textOf(each));
    expect(offered).to.include('DisableTaskOffload').and.not.include('EnableTCPA');
  });

  it('keeps what no feature reads: keys, texts, lists, bytes', async () => {
    const shown = await opened();
    editor(shown).show('HKEY_LOCAL_MACHINE\\SYSTEM', '');
    await shown.settle();
    button(editor(shown), 'New key').click();
    await shown.settle();
    const name = everything(editor(shown), 'form.inline input')[0] as HTMLInputElement;
    name.value = 'Example';
    name.dispatchEvent(new Event('input'));
    button(editor(shown), 'Make key').click();
    await shown.settle();
    for (const [label, type, data] of [
      ['s', /^String/, 'C:\\x'],
      ['m', /^Multi/, 'a\nb'],
      ['b', /^Binary/, '00 ff'],
      ['q', /^QWORD/, 'ffffffffff'],
    ] as const) {
      button(editor(shown), 'New value').click();
      await shown.settle();
      await fill(shown, { name: label, type, data });
    }
    expect(rows(shown)).to.deep.equal([
      ['b', 'REG_BINARY', '00 ff'],
      ['m', 'REG_MULTI_SZ', 'a b'],
      ['q', 'REG_QWORD', '0x000000ffffffffff (1099511627775)'],
      ['s', 'REG_SZ', 'C:\\x'],
    ]);
    button(editor(shown), 'Delete key').click();
    await shown.settle();
    button(editor(shown), 'Delete').click();
    await shown.settle();
    expect(shown.wanted.hosts[0]!.windows.registry.other).to.deep.equal([]);
  });

  it('deleting the last value leaves the key', async () => {
    const shown = await opened();
    await editor(shown).import(new File(['REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Example]\r\n"a"="b"\r\n'], 'one.reg'));
    editor(shown).show('HKEY_LOCAL_MACHINE\\SOFTWARE\\Example', 'a');
    await shown.settle();
    button(editor(shown), 'Delete a').click();
    await shown.settle();
    expect(registryFind(registryOf(shown.wanted.hosts[0]!), 'HKLM\\SOFTWARE\\Example')).to.have.property('path');
  });

  it('Windows keeps its own keys', async () => {
    const shown = await opened();
    editor(shown).show(nicKey(0), '*RSS');
    await shown.settle();
    button(editor(shown), 'Delete key').click();
    await shown.settle();
    button(editor(shown), 'Delete').click();
    await shown.settle();
    expect(deepText(editor(shown))).to.include('Windows keeps this key');
    expect(shown.edits).to.deep.equal([]);
  });

  it('the hidden keyword is set here, and waits for the adapter', async () => {
    const shown = await opened();
    editor(shown).show(nicKey(0), '*RssOrVmqPreference');
    await shown.settle();
    button(editor(shown), 'Modify *RssOrVmqPreference').click();
    await shown.settle();
    await fill(shown, { data: '1' });
    expect(shown.edits).to.deep.equal([{ path: 'hosts[0].nics[0].vmq.preference', value: 'vmq' }]);
    expect(deepText(shown.element)).to.include('1 setting waits for a restart');
  });

  it('shows the key in the console', async () => {
    const shown = await opened();
    expect(await heard(shown.element, 'host-run', () => button(editor(shown), 'Show in the console').click())).to.deep.equal({
      line: 'reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
    });
  });

  it('imports a file: settings, other values, messages with their lines, and what is refused', async () => {
    const shown = await opened();
    const lines = [
      'Windows Registry Editor Version 5.00', '',
      `[${knownKeys.ndis}]`, '"RssBaseCpu"=dword:00000002', '"MaxNumRssCpus"=dword:zz',
      `[${nicKey(0)}]`, '"*RSS"="0"', '"*JumboPacket"="20000"',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Example]', '@="text"',
      `[-${nicKey(1)}]`,
    ]; // prettier-ignore
    await editor(shown).import(new File([lines.join('\r\n')], 'settings.reg'));
    await shown.settle();
    const { windows, nics } = shown.wanted.hosts[0]!;
    expect(windows.registry.RssBaseCpu).to.equal(2);
    expect(nics[0]!.rss.enabled).to.equal(false);
    expect(windows.registry.other).to.deep.equal([
      { key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Example', name: '', type: 'REG_SZ', data: 'text' },
    ]);
    const report = textOf(everything(editor(shown), '.report')[0]);
    expect(report)
      .to.include('3 changes taken in, 2 refused')
      .and.include('Line 5: ')
      .and.include('*JumboPacket')
      .and.include('Windows keeps this key');
  });

  it('says of a file as a whole what is wrong with it', async () => {
    const shown = await opened();
    await editor(shown).import(new File(['nonsense'], 'x.reg'));
    await shown.settle();
    expect(textOf(everything(editor(shown), '.report')[0])).to.include('The first line is “nonsense”');
    expect(shown.edits).to.deep.equal([]);
  });
});

describe('.reg files of a host', () => {
  for (const form of ['version 5', 'regedit4'] as const)
    it(`what is exported as ${form} changes nothing when it is imported again, and makes another host the same`, () => {
      const own = oneHost(
        'ws2008r2',
        { windows: { registry: { RssBaseCpu: 2, MaxNumRssCpus: 3 } } },
        { mtu: 9000, rss: { enabled: false } },
      );
      const file = exportKey(registryOf(own.hosts[0]!), 'HKEY_LOCAL_MACHINE', form);
      if ('fault' in file) throw new Error(file.fault);
      const read = readRegFile(file.bytes);
      if ('fault' in read) throw new Error(read.fault);
      expect(read.messages).to.deep.equal([]);
      expect(importChanges(own, 0, read.changes)).to.deep.include({ edits: [], refused: [] });
      const other = oneHost('ws2008r2');
      const { result } = tryEdits(other, importChanges(other, 0, read.changes).edits);
      if ('faults' in result) throw new Error(JSON.stringify(result.faults));
      const { registry } = result.scenario.hosts[0]!.windows;
      expect([registry.RssBaseCpu, registry.MaxNumRssCpus]).to.deep.equal([2, 3]);
      expect(result.scenario.hosts[0]!.nics[0]).to.deep.equal(own.hosts[0]!.nics[0]);
    });

  it('refuses what does not fit into the document, in order, and takes the rest', () => {
    const set = (name: string) => ({ kind: 'set' as const, path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X', name, value: registryText('a') });
    const { taken, refused } = importChanges(
      oneHost('ws2008r2'),
      0,
      Array.from({ length: 510 }, (_, index) => set(`v${index}`)),
    );
    expect([taken, refused.length]).to.deep.equal([500, 10]);
    expect(refused[0]).to.deep.equal({ what: changeText(set('v500')), why: 'A document keeps at most 500 values that no feature reads.' });
    const long = { ...set('long'), value: registryText('x'.repeat(5000)) };
    expect(importChanges(oneHost('ws2008r2'), 0, [long, set('short')])).to.deep.include({ taken: 1 });
  });
});

describe('known values', () => {
  it('are found by name, label and meaning; those of the version first', () => {
    expect(searchKnown('rssbasecpu first', 'ws2008r2').map(({ place }) => place)).to.deep.equal(['ndis', 'tcpip']);
    expect(searchKnown('rssbasecpu first', 'ws2003sp2').map(({ place }) => place)).to.deep.equal(['tcpip', 'ndis']);
    expect(searchKnown('direct cache', 'ws2008r2').map(({ name }) => name)).to.deep.equal(['EnableDca']);
    expect(searchKnown('jumbo packet', 'ws2008r2').map(({ name }) => name)).to.deep.equal(['*JumboPacket']);
  });
});

describe('values as text', () => {
  for (const [value, list, hex, decimal] of [
    [registryDword(16), '0x00000010 (16)', '10', '16'],
    [{ type: 'REG_QWORD', data: 255n }, '0x00000000000000ff (255)', 'ff', '255'],
    [{ type: 'REG_BINARY', data: [0, 255] }, '00 ff', '00 ff', '00 ff'],
    [{ type: 'REG_MULTI_SZ', data: ['a', 'b'] }, 'a b', 'a\nb', 'a\nb'],
    [registryText('x'), 'x', 'x', 'x'],
  ] as const satisfies readonly (readonly [RegistryValue, string, string, string])[])
    it(`${value.type} is ${list}, and comes back`, () => {
      expect([listText(value), formText(value, 'hexadecimal'), formText(value, 'decimal')]).to.deep.equal([list, hex, decimal]);
      expect(readForm(value.type, hex, 'hexadecimal')).to.deep.equal({ value });
      expect(readForm(value.type, decimal, 'decimal')).to.deep.equal({ value });
    });
});
