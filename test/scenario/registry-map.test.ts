import { describe, expect, it } from '#test';
import { hostFieldAt, settingFault } from '../../ui/readers/host-fields.ts';
import type { SettingValue } from '../../ui/readers/types.ts';
import { keywordGroups } from '../../ui/registry/keyword-groups.ts';
import { knownValues } from '../../ui/registry/known-values.ts';
import { keywordMaps, keywordsOf, knownKeyword, systemPlace, systemValueNames } from '../../ui/scenario/registry-map.ts';
import { hostField } from '../../ui/scenario/schema-host.ts';

describe('registry values as properties of the document', () => {
  it('every keyword that is known is a property that the document has, and the other way round', () => {
    const known = knownValues.flatMap(({ place, name }) => (place === 'adapter' ? [name] : []));
    expect(Object.keys(keywordMaps).sort()).to.deep.equal(known.sort());
    for (const { property } of Object.values(keywordMaps)) expect(hostFieldAt(`nics[0].${property}`), property).to.not.equal(null);
  });

  it('keywords of one property are a group of ui/registry', () => {
    const groups = Object.values(keywordGroups).map((names) => [...names].sort());
    for (const { property } of Object.values(keywordMaps)) expect(groups).to.deep.include([...keywordsOf(property)].sort());
  });

  it('a number that Windows reads is a value that the document takes, and is the same number again', () => {
    for (const [name, { property, toNumber, toValue }] of Object.entries(keywordMaps)) {
      const { allowed } = knownKeyword(name)!;
      const usual = property === 'mtu' ? 9014 : property === 'rss.baseGroup' ? 0 : property === 'rss.numaNode' ? 1 : 16;
      for (const number of allowed.kind === 'choice' ? Object.keys(allowed.texts).map(Number) : [usual]) {
        const found = toValue(number);
        if (!found) continue;
        expect(toNumber(found.value), `${name} ${number}`).to.equal(number);
        expect(settingFault(`nics[0].${property}`, found.value as SettingValue), `${name} ${number}`).to.equal(null);
      }
      expect(toValue(7) === null || allowed.kind === 'range', name).to.equal(true);
    }
  });

  it('values of the system stand where the version reads them', () => {
    expect(systemPlace('ws2003sp2', 'MaxNumRssCpus')).to.equal('tcpip');
    expect(systemPlace('ws2008', 'MaxNumRssCpus')).to.equal('ndis');
    expect(systemPlace('ws2008', 'EnableRSS')).to.equal('tcpip');
    expect(systemPlace('ws2003sp2', 'TenGigVmqEnabled')).to.equal('vmsmp');
    expect([...systemValueNames, 'other'].sort()).to.deep.equal(Object.keys(hostField.fields.windows.fields.registry.fields).sort());
  });
});
