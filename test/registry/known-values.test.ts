import { describe, it, expect } from '#test';
import { adapterKey, findKnownValue, knownKeys, knownValues, type KnownPlace } from '../../ui/registry/known-values.ts';
import { rssCommands } from '../../ui/features/rss-commands.ts';
import { rssDefaults } from '../../ui/features/rss.ts';
import { keywordGroups } from '../../ui/registry/keyword-groups.ts';
import { shortRegistryPath } from '../../ui/registry/paths.ts';
import { knownKeyPath } from '../../ui/registry/read-known.ts';
import { hostField } from '../../ui/scenario/schema-host.ts';
import { windowsVersions as versions } from '../../ui/registry/windows-version.ts';

/** undefined: the version does not have it; null: no fixed number. */
type Row = [place: KnownPlace, name: string, type: string, ws2003sp2?: number | null, ws2008?: number | null, ws2008r2?: number | null];

// From the registry tables of windows-driver-docs, KB 951037 and the Windows Server 2003 registry reference.
const rows: Row[] = [
  ['tcpip', 'EnableRSS', 'REG_DWORD', 1],
  ['tcpip', 'EnableTCPChimney', 'REG_DWORD', 1],
  ['tcpip', 'EnableTCPA', 'REG_DWORD', 1, 1, 1],
  ['tcpip', 'EnableDca', 'REG_DWORD', undefined, undefined, 0],
  ['tcpip', 'DisableTaskOffload', 'REG_DWORD', 0, 0, 0],
  ['tcpip', 'MaxNumRssCpus', 'REG_DWORD', 4],
  ['tcpip', 'RssBaseCpu', 'REG_DWORD', 0],
  ['tcpip', 'Tcp1323Opts', 'REG_DWORD', 3],
  ['tcpip', 'TcpWindowSize', 'REG_DWORD', null],
  ['tcpip', 'TcpMaxDataRetransmissions', 'REG_DWORD', 5, 5, 5],
  ['tcpip', 'KeepAliveTime', 'REG_DWORD', 0x6ddd00, 0x6ddd00, 0x6ddd00],
  ['tcpip', 'KeepAliveInterval', 'REG_DWORD', 0x3e8, 0x3e8, 0x3e8],
  ['tcpip', 'MaxUserPort', 'REG_DWORD', 5000],
  ['ndis', 'MaxNumRssCpus', 'REG_DWORD', undefined, 4, 4],
  ['ndis', 'RssBaseCpu', 'REG_DWORD', undefined, 0, 0],
  ['vmsmp', 'TenGigVmqEnabled', 'REG_DWORD', undefined, undefined, 0],
  ['vmsmp', 'BelowTenGigVmqEnabled', 'REG_DWORD', undefined, undefined, 0],
  ['adapter', '*RSS', 'REG_SZ', undefined, 1, 1],
  ['adapter', '*RssBaseProcNumber', 'REG_SZ', undefined, undefined, 0],
  ['adapter', '*MaxRssProcessors', 'REG_SZ', undefined, undefined, 16],
  ['adapter', '*NumaNodeId', 'REG_SZ', undefined, undefined, null],
  ['adapter', '*RssBaseProcGroup', 'REG_SZ', undefined, undefined, 0],
  ['adapter', '*VMQ', 'REG_SZ', undefined, undefined, 1],
  ['adapter', '*VMQLookaheadSplit', 'REG_SZ', undefined, undefined, 1],
  ['adapter', '*VMQVlanFiltering', 'REG_SZ', undefined, undefined, 1],
  ['adapter', '*RssOrVmqPreference', 'REG_SZ', undefined, undefined, 0],
  ['adapter', '*TCPConnectionOffloadIPv4', 'REG_SZ', undefined, 0, 1],
  ['adapter', '*TCPConnectionOffloadIPv6', 'REG_SZ', undefined, 0, 1],
  ['adapter', '*LsoV1IPv4', 'REG_SZ', undefined, 1, 1],
  ['adapter', '*LsoV2IPv4', 'REG_SZ', undefined, 1, 1],
  ['adapter', '*LsoV2IPv6', 'REG_SZ', undefined, 1, 1],
  ['adapter', '*TCPChecksumOffloadIPv4', 'REG_SZ', undefined, 3, 3],
  ['adapter', '*TCPChecksumOffloadIPv6', 'REG_SZ', undefined, 3, 3],
  ['adapter', '*UDPChecksumOffloadIPv4', 'REG_SZ', undefined, 3, 3],
  ['adapter', '*UDPChecksumOffloadIPv6', 'REG_SZ', undefined, 3, 3],
  ['adapter', '*IPChecksumOffloadIPv4', 'REG_SZ', undefined, 3, 3],
  ['adapter', '*InterruptModeration', 'REG_SZ', undefined, 1, 1],
  ['adapter', '*JumboPacket', 'REG_SZ', undefined, 1514, 1514],
  ['adapter', '*ReceiveBuffers', 'REG_SZ', undefined, null, null],
  ['adapter', '*TransmitBuffers', 'REG_SZ', undefined, null, null],
];

describe('known registry values', () => {
  it('are of the versions that the scenario document has', () => {
    expect(Object.keys(hostField.fields.os.choices)).to.deep.equal(versions);
  });

  it('are those of the sources, with the defaults of each version', () => {
    const found = knownValues.map(({ place, name, type, versions: has }) => [
      place,
      name,
      type,
      ...versions.map((version) => has[version]?.value),
    ]);
    expect(found).to.deep.equal(rows.map((row) => [...row, undefined, undefined].slice(0, 6)));
  });

  it('lie under the keys that Windows reads', () => {
    expect(knownKeys.ndis).to.equal('HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters');
    expect(knownKeys.vmsmp).to.equal('HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\VMSMP\\Parameters');
    expect(knownKeys.tcpip).to.equal('HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters');
    expect(adapterKey(7)).to.equal(
      'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0007',
    );
  });

  it('leave out what came with Windows Server 2012', () => {
    for (const name of ['*RSSProfile', '*NumRSSQueues', '*RssMaxProcNumber', '*RssMaxProcGroup'])
      for (const version of versions) expect(findKnownValue(version, 'adapter', name), name).to.equal(undefined);
  });

  it('are found without regard to case, in the versions that have them', () => {
    expect(findKnownValue('ws2008r2', 'adapter', '*maxrssPROCESSORS')?.name).to.equal('*MaxRssProcessors');
    expect(findKnownValue('ws2008', 'adapter', '*MaxRssProcessors')).to.equal(undefined);
    expect(findKnownValue('ws2003sp2', 'tcpip', 'MaxNumRssCpus')?.force.after).to.equal('computer');
    expect(findKnownValue('ws2003sp2', 'ndis', 'MaxNumRssCpus')).to.equal(undefined);
    expect(findKnownValue('ws2008r2', 'adapter', '*RssBaseProcNumber')?.force.after).to.equal('adapter');
  });

  it('mark as assumed what no source says', () => {
    const marked = (place: KnownPlace, name: string) => 'assumed' in findKnownValue('ws2008r2', place, name)!.evidence;
    expect(marked('tcpip', 'EnableDca')).to.equal(true);
    expect(marked('vmsmp', 'TenGigVmqEnabled')).to.equal(true);
    expect(marked('ndis', 'MaxNumRssCpus')).to.equal(false);
    for (const { name, force, evidence, versions: has } of knownValues)
      for (const known of [force.evidence, evidence, ...Object.values(has).map((standard) => standard.evidence)])
        expect(Object.values(known)[0], name).to.have.length.above(7);
  });

  it('are what the text of the commands sets', () => {
    const { text } = rssCommands(rssDefaults).find(({ id }) => id === 'windows-2008')!;
    const lines = text.split('\n').filter((line) => line.startsWith('reg add'));
    expect(lines).to.have.length(5);
    for (const line of lines) {
      const [, key, name, type] = /^reg add "(.+)" \/v (\S+) \/t (\S+) \/d \d+ \/f$/.exec(line)!;
      const known = knownValues.find((value) => value.name === name && shortRegistryPath(knownKeyPath(value, '<nnnn>')) === key);
      expect(known?.type, line).to.equal(type);
      expect(known?.versions, line).to.have.property('ws2008r2');
    }
  });

  it('are keywords of one property or of a group', () => {
    const grouped = Object.values(keywordGroups).flat();
    expect([...grouped].sort()).to.deep.equal(
      knownValues
        .filter(({ place }) => place === 'adapter')
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('hold defaults that they allow', () => {
    for (const { name, allowed, versions: has } of knownValues)
      for (const { value, words } of Object.values(has)) {
        if (value === null) expect(words, name).to.be.a('string');
        else if (allowed.kind === 'choice') expect(Object.keys(allowed.texts), name).to.include(String(value));
        else expect(value, name).to.be.within(allowed.min, allowed.max ?? Infinity);
      }
  });
});
