// Settings that are values of the registry: one table for defaults, restarts and which version has what.

import { describe, it, expect } from '#test';
import { defaultSettings } from '../../ui/effective/defaults.ts';
import { osIds } from '../../ui/effective/os/versions.ts';
import { restartRule } from '../../ui/effective/pending.ts';
import { knownValuesOf, registryDefault, type RegistryPath } from '../../ui/effective/registry-values.ts';
import { settingList } from '../../ui/effective/setting-list.ts';
import { type SettingPath, settingAt } from '../../ui/effective/setting-paths.ts';
import { hasSetting } from '../../ui/effective/common-gates.ts';
import { globalSwitches, installedGlobals } from '../../ui/effective/tcp-globals.ts';
import { settingsOf } from './settings.ts';

const isOfRegistry = (path: SettingPath): path is RegistryPath => /^(host\.registry|adapter\.properties)\./.test(path);
const paths = (Object.keys(settingList) as SettingPath[]).filter(isOfRegistry);

/** ws2003sp2, ws2008, ws2008r2, later. From the tables of registry values and keywords by version. */
const table: readonly (readonly [RegistryPath, string])[] = [
  ['host.registry.EnableRSS', 'x---'],
  ['host.registry.EnableTCPChimney', 'x---'],
  ['host.registry.EnableTCPA', 'xx--'], // netsh in 2008 R2
  ['host.registry.DisableTaskOffload', 'xxxx'],
  ['host.registry.MaxNumRssCpus', 'xxxx'],
  ['host.registry.RssBaseCpu', 'xxxx'],
  ['host.registry.TenGigVmqEnabled', '--xx'],
  ['host.registry.BelowTenGigVmqEnabled', '--xx'],
  ['adapter.properties.rss', 'xxxx'],
  ['adapter.properties.rssBaseProcNumber', '--xx'],
  ['adapter.properties.rssBaseProcGroup', '--xx'],
  ['adapter.properties.maxRssProcessors', '--xx'],
  ['adapter.properties.checksum', 'xxxx'],
  ['adapter.properties.lsoV1', 'xxxx'],
  ['adapter.properties.chimneyIPv4', 'xxxx'],
  ['adapter.properties.vmq', '--xx'],
  ['adapter.properties.vmqVlanFiltering', '--xx'],
  ['adapter.properties.vmqLookaheadSplit', '--x-'],
  ['adapter.properties.rssOrVmqPreference', '--xx'],
];

describe('settings of the registry', () => {
  it('each have known values', () => {
    for (const path of paths) expect(knownValuesOf(path).length, path).to.be.greaterThan(0);
    for (const path of ['host.netsh.rss', 'adapter.linkBps', 'host.roles.nlb'] as const)
      expect(knownValuesOf(path), path).to.deep.equal([]);
  });

  it('are there in the versions that have the value', () => {
    for (const [path, has] of table) expect(osIds.map((os) => (hasSetting(os, path) ? 'x' : '-')).join(''), path).to.equal(has);
  });

  it('stand at their defaults after installation, and are absent where they can be', () => {
    for (const os of osIds)
      for (const path of paths) {
        const value: number | boolean | null = settingAt(defaultSettings(os), path);
        const standard = registryDefault(os, path);
        // Server 2003 has no keywords: its file says how the adapter's chimney comes.
        if (!standard || settingList[path].optional || settingList[path].choices?.includes(null)) continue;
        if (os === 'ws2003sp2' && path.startsWith('adapter.properties.chimney')) continue;
        expect(Number(value) === 0, `${os}, ${path}`).to.equal(standard.value === 0);
        if (typeof value === 'number') expect(value, `${os}, ${path}`).to.equal(standard.value);
      }
    for (const os of osIds) expect(defaultSettings(os).host.registry.EnableTCPA, os).to.equal(null);
  });

  it('wait for the restart that their value needs', () => {
    for (const os of osIds)
      for (const path of paths) expect(restartRule(os, path).restart, path).to.equal(path.startsWith('host.') ? 'computer' : 'adapter');
  });
});

describe('global parameters of TCP', () => {
  // Outputs of “netsh interface tcp show global”; 2003 by its registry switches.
  it('come as each version shows them', () => {
    const common = { autotuninglevel: 'normal', congestionprovider: 'ctcp', ecncapability: 'disabled', timestamps: 'disabled' };
    expect(installedGlobals('ws2008')).to.deep.include({ ...common, rss: 'enabled', chimney: 'disabled' });
    expect(installedGlobals('ws2008r2')).to.deep.equal({
      ...common,
      rss: 'enabled',
      chimney: 'automatic',
      netdma: 'enabled',
      dca: 'disabled',
    });
    expect(installedGlobals('ws2003sp2')).to.deep.include({ rss: 'enabled', chimney: 'enabled', netdma: 'enabled' });
  });

  it('follow the registry where the version has its switch there', () => {
    const off = { 'host.registry.EnableTCPChimney': 0, 'host.registry.EnableTCPA': 0, 'host.netsh.rss': 'disabled' } as const;
    expect(globalSwitches(settingsOf('ws2003sp2', off))).to.deep.include({ rss: 'enabled', chimney: 'disabled', netdma: 'disabled' });
    expect(globalSwitches(settingsOf('ws2008', off))).to.deep.include({ rss: 'disabled', chimney: 'disabled', netdma: 'disabled' });
    expect(globalSwitches(settingsOf('ws2008r2', off))).to.deep.include({ rss: 'disabled', chimney: 'automatic', netdma: 'enabled' });
  });
});
