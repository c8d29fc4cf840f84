import { describe, it, expect } from '#test';
import { settingFault } from '../../ui/readers/host-fields.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { differences, hostSettings, hostSettingsList } from '../../ui/scripts/differences.ts';

const host = { name: 'a', nics: [{ name: 'n', speed: '10 Gb/s', rss: { maxProcessors: 2 } }] };

describe('settings of a host as the document has it', () => {
  it('are those of the host once it is read', () => {
    const result = validateScenario({ nicscope: 1, hosts: [host] });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    expect(hostSettingsList(host)).to.deep.equal(hostSettings(result.scenario.hosts[0]!));
  });

  it('are values that the document takes', () => {
    for (const { path, value } of hostSettingsList(host)) if (value !== null) expect(settingFault(path, value), path).to.equal(null);
  });

  it('differ from those of another host where it was changed', () => {
    const changed = { ...host, nics: [{ ...host.nics[0], mtu: 9000 }] };
    expect(differences(hostSettingsList(host), hostSettingsList(changed))).to.deep.equal([{ path: 'nics[0].mtu', from: 1500, to: 9000 }]);
  });

  it('stand at their defaults where the host is unfinished', () => {
    for (const faulty of [null, 5, 'x', [], {}, { nics: 7 }, { nics: [null, 3] }, { tcp: 'y', processors: [] }, { nics: [{ rss: 1 }] }]) {
      const sockets = hostSettingsList(faulty).find(({ path }) => path === 'processors.sockets');
      expect(sockets?.value ?? null, JSON.stringify(faulty)).to.be.oneOf([1, null]);
    }
  });
});
