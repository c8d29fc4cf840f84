import { describe, it, expect } from '#test';
import { readPasted } from '../../ui/readers/read.ts';
import { Random } from '../build/random.ts';
import { expectWhole, reasonsFor, valuesOf } from './expect-reading.ts';
import * as samples from './samples.ts';

const CLASS = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}';

const file = (...sections: readonly (readonly string[])[]) =>
  ['Windows Registry Editor Version 5.00', '', ...sections.flatMap(([key, ...values]) => [`[${key!}]`, ...values, ''])].join('\r\n');

const adapter = (subkey: string, ...values: string[]) => [`${CLASS}\\${subkey}`, ...values];

describe('a registry export', () => {
  it('gives the values of the system that the document has; others are left', () => {
    const reading = expectWhole(samples.reg);
    expect(valuesOf(reading)).to.deep.equal({ 'windows.registry.MaxNumRssCpus': 8 });
    expect(reasonsFor(reading, 'Tcp1323Opts')).to.have.length(1);
  });

  it('gives the keywords of adapters by their description and subkey', () => {
    const reading = expectWhole(
      file(
        [CLASS, '"Class"="Net"'],
        adapter('0007', '"*RSS"="1"', '"*ReceiveBuffers"="1024"', '"DriverDesc"="Contoso 10G"', '"*JumboPacket"="9014"'),
        adapter('0008', '"DriverDesc"="WAN Miniport"', '"Characteristics"=dword:00000029'),
        adapter('0011', '"*LsoV2IPv4"="0"', '"*LsoV2IPv6"="0"', '"DriverDesc"="Contoso 10G"'),
      ),
    );
    expect(reading.adapters.map(({ name }) => name)).to.deep.equal(['Contoso 10G (0007)', 'Contoso 10G (0011)']);
    expect(valuesOf(reading)).to.deep.equal({
      'nics[0].rss.enabled': true,
      'nics[0].receiveDescriptors': 1024,
      'nics[0].mtu': 9000,
      'nics[1].lsoV2': false,
    });
  });

  it('leaves what is no number, out of range, or goes on over lines', () => {
    const reading = expectWhole(
      file(
        ['HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters', '"RssBaseCpu"=dword:ffffffff', '"MaxNumRssCpus"="x"'],
        adapter('0001', '"*RSS"=hex:01,\\', '  00', '"*ReceiveBuffers"="many"'),
        ['HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters', '"constructor"=dword:1', '"__proto__"=dword:1'],
      ),
    );
    expect(reading.findings).to.deep.equal([]);
    expect(reading.left.length).to.equal(7);
  });

  it('takes any damage without a fault', () => {
    const random = new Random(7);
    const whole = file(adapter('0007', '"*RSS"="1"', '"DriverDesc"="A \\"B\\""', '"x"=hex(7):00,\\', '  00,00'), ['HKEY_USERS', '@="y"']);
    for (let round = 0; round < 200; round++) {
      const characters = [...whole];
      for (let cut = 0; cut < 6; cut++)
        characters.splice(random.below(characters.length), random.below(4), random.pick(['"', '\\', '[', ']', '=', '\n']));
      const text = characters.join('');
      expectWhole(text, readPasted(text));
    }
  });
});
