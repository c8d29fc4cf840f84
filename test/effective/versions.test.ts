// What each version has and how it comes out of the box.

import { describe, it, expect } from '#test';
import { rssDefaults } from '../../ui/features/rss.ts';
import { defaultSettings } from '../../ui/effective/defaults.ts';
import { settingsFaults } from '../../ui/effective/faults.ts';
import { type FeatureId, featureIds } from '../../ui/effective/feature-list.ts';
import { type OsId, osIds, versions } from '../../ui/effective/os/versions.ts';
import { registryDefault } from '../../ui/effective/registry-values.ts';
import { rssInForce } from '../../ui/effective/rss-processors.ts';
import { settingList } from '../../ui/effective/setting-list.ts';
import { differences, type SettingPath, settingAt } from '../../ui/effective/setting-paths.ts';
import { hasSetting, switchMode } from '../../ui/effective/common-gates.ts';
import { expectState, settingsOf } from './settings.ts';

/** The table of default states: value of each setting, or "none" where the version does not have it. */
const defaultStates: readonly (readonly [SettingPath, ws2008: unknown, ws2008r2: unknown])[] = [
  ['host.netsh.rss', 'enabled', 'enabled'],
  ['adapter.properties.rss', true, true],
  ['host.registry.MaxNumRssCpus', null, null],
  ['host.registry.RssBaseCpu', null, null],
  ['adapter.properties.maxRssProcessors', 'none', 16],
  ['host.netsh.chimney', 'disabled', 'automatic'],
  ['adapter.properties.chimneyIPv4', false, true],
  ['adapter.properties.chimneyIPv6', false, true],
  ['host.registry.EnableTCPA', null, 'none'],
  ['host.netsh.netdma', 'none', 'enabled'],
  ['host.netsh.dca', 'none', 'disabled'],
  ['host.registry.TenGigVmqEnabled', 'none', 0],
  ['host.registry.BelowTenGigVmqEnabled', 'none', 0],
  ['adapter.properties.rssOrVmqPreference', 'none', 0],
];

/** State of each feature after installation on capable hardware; the reason where it is off. */
const statesOutOfTheBox: Readonly<Record<OsId, Partial<Record<FeatureId, string>>>> = {
  ws2003sp2: {
    'rss': 'on', 'chimney': 'on', 'netdma': 'on', 'vmq': 'off at version', 'vm-chimney': 'off at version', 'dca': 'off at version',
    'checksum': 'on', 'lso-v1': 'on', 'lso-v2': 'off at version',
  },
  ws2008: {
    'rss': 'on', 'chimney': 'off at os-switch', 'netdma': 'on', 'vmq': 'off at version', 'vm-chimney': 'off at version',
    'dca': 'off at version', 'checksum': 'on', 'lso-v1': 'on', 'lso-v2': 'on',
  },
  ws2008r2: {
    'rss': 'on', 'chimney': 'on', 'netdma': 'on', 'vmq': 'off at hyper-v', 'vm-chimney': 'off at hyper-v', 'dca': 'off at dca-switch',
    'checksum': 'on', 'lso-v1': 'on', 'lso-v2': 'on', 'moderation': 'on',
  },
  later: { 'rss': 'on', 'chimney': 'off at os-switch', 'netdma': 'off at version', 'vm-chimney': 'off at version', 'vmq': 'off at hyper-v' },
}; // prettier-ignore

describe('versions of Windows', () => {
  it('come with the documented defaults', () => {
    for (const [path, of2008, ofR2] of defaultStates)
      for (const [os, expected] of [
        ['ws2008', of2008],
        ['ws2008r2', ofR2],
      ] as const) {
        expect(hasSetting(os, path), `${os} has ${path}`).to.equal(expected !== 'none');
        if (expected !== 'none') expect(settingAt(defaultSettings(os), path), `${os}, ${path}`).to.equal(expected);
      }
    for (const os of ['ws2003sp2', 'ws2008', 'ws2008r2'] as const) {
      expect(registryDefault(os, 'host.registry.MaxNumRssCpus')?.value, os).to.equal(4);
      expect(registryDefault(os, 'host.registry.RssBaseCpu')?.value, os).to.equal(0);
    }
  });

  it('have the documented states out of the box', () => {
    for (const os of osIds)
      for (const [feature, expected] of Object.entries(statesOutOfTheBox[os]))
        expectState(feature as FeatureId, defaultSettings(os), expected, `${os}, ${feature}`);
  });

  it('stand in order, with settings that have no fault and a row in the list of settings', () => {
    expect(osIds).to.deep.equal(['ws2003sp2', 'ws2008', 'ws2008r2', 'later']);
    const paths = Object.keys(settingList);
    for (const os of osIds) {
      expect(settingsFaults(defaultSettings(os)), os).to.deep.equal([]);
      for (const path of paths) expect(settingAt(defaultSettings(os), path as SettingPath), path).to.not.equal(undefined);
      for (const { path } of versions[os].initial) expect(hasSetting(os, path), `${os} sets ${path}`).to.equal(true);
      for (const { settings } of versions[os].missing)
        expect(
          paths.some((path) => path === settings || path.startsWith(`${settings}.`)),
          `${os}, ${settings}`,
        ).to.equal(true);
      for (const feature of featureIds) expect(versions[os].features[feature], `${os}, ${feature}`).to.have.property('evidence');
    }
  });

  it('2003: KB 948496 turns the three features off', () => {
    const settings = defaultSettings('ws2003sp2', ['KB 948496']);
    for (const feature of ['rss', 'chimney', 'netdma'] as const) expectState(feature, settings, 'off at os-switch', feature);
    const paths = differences(defaultSettings('ws2003sp2'), settings).map(({ path }) => path);
    expect(paths).to.have.members([
      'host.registry.EnableRSS',
      'host.registry.EnableTCPChimney',
      'host.registry.EnableTCPA',
      'host.updates',
    ]);
  });

  it('each reads its own switch', () => {
    const offInNetsh = { 'host.netsh.rss': 'disabled', 'host.netsh.chimney': 'disabled', 'host.netsh.netdma': 'disabled' } as const;
    const offInRegistry = { 'host.registry.EnableRSS': 0, 'host.registry.EnableTCPChimney': 0, 'host.registry.EnableTCPA': 0 } as const;
    const modes = (os: OsId, values: object) =>
      (['rss', 'chimney', 'netdma'] as const).map((name) =>
        switchMode(settingsOf(os, { 'host.netsh.chimney': 'enabled', ...values }), name),
      );
    expect(modes('ws2003sp2', offInNetsh)).to.deep.equal(['enabled', 'enabled', 'enabled']);
    expect(modes('ws2003sp2', offInRegistry)).to.deep.equal(['disabled', 'disabled', 'disabled']);
    expect(modes('ws2008', offInNetsh)).to.deep.equal(['disabled', 'disabled', 'enabled']);
    expect(modes('ws2008', offInRegistry)).to.deep.equal(['enabled', 'enabled', 'disabled']);
    expect(modes('ws2008r2', offInNetsh)).to.deep.equal(['disabled', 'disabled', 'disabled']);
    expect(modes('ws2008r2', offInRegistry)).to.deep.equal(['enabled', 'enabled', 'enabled']);
  });

  it('have faults where a platform or a mode does not exist', () => {
    const faultPaths = (os: OsId, values: Parameters<typeof settingsOf>[1]) =>
      settingsFaults(settingsOf(os, values)).map(({ path }) => path);
    expect(faultPaths('ws2008r2', { 'host.platform': 'x86' })).to.deep.equal(['host.platform']);
    expect(faultPaths('ws2008', { 'host.platform': 'x86' })).to.deep.equal([]);
    expect(faultPaths('ws2008', { 'host.netsh.chimney': 'automatic' })).to.deep.equal(['host.netsh.chimney']);
    expect(faultPaths('ws2008', { 'adapter.capabilities.rssQueues': 0 })).to.deep.equal(['adapter.capabilities.rssQueues']);
    expect(faultPaths('ws2008', { 'host.registry.MaxNumRssCpus': 65 })).to.deep.equal(['host.registry.MaxNumRssCpus']);
    expect(faultPaths('ws2008', { 'host.edition': 'small' as never })).to.deep.equal(['host.edition']);
  });
});

describe('processors of RSS', () => {
  const processorsOf = (os: OsId, values: Parameters<typeof settingsOf>[1]) => [...rssInForce(settingsOf(os, values)).processors];
  // Examples of "Setting the number of RSS processors" and "Reserving processors for applications": a quad core
  const quad = { 'host.processors.cores': 4 } as const;

  it('2008: at most MaxNumRssCpus from RssBaseCpu on', () => {
    expect(processorsOf('ws2008', { ...quad, 'host.registry.MaxNumRssCpus': 6 })).to.deep.equal([0, 1, 2, 3]);
    expect(processorsOf('ws2008', { ...quad, 'host.registry.RssBaseCpu': 1 })).to.deep.equal([1, 2, 3]);
    expect(processorsOf('ws2008', { 'host.processors.cores': 8 })).to.deep.equal([0, 1, 2, 3]);
    expect(processorsOf('ws2008', { 'host.processors.cores': 8, 'adapter.properties.maxRssProcessors': 2 })).to.have.length(4);
  });

  it('2008 R2: those of the adapter, within those of the registry', () => {
    expect(processorsOf('ws2008r2', {})).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(processorsOf('ws2008r2', { 'host.registry.MaxNumRssCpus': 4 })).to.deep.equal([0, 1, 2, 3]);
    expect(processorsOf('ws2008r2', { 'host.registry.MaxNumRssCpus': 16 })).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(processorsOf('ws2008r2', { 'adapter.properties.rssBaseProcNumber': 6 })).to.deep.equal([6, 7]);
    expect(processorsOf('ws2008r2', { 'adapter.properties.maxRssProcessors': 2 })).to.deep.equal([0, 1]);
    expect(processorsOf('ws2008r2', { 'host.registry.MaxNumRssCpus': 3 })).to.deep.equal([0, 1, 2]);
    expect(processorsOf('ws2008r2', { 'host.registry.RssBaseCpu': 5, 'adapter.properties.rssBaseProcNumber': 2 })).to.deep.equal([5, 6, 7]);
  });

  it('are as many out of the box as the scenario document and the Capture page start with', () => {
    for (const os of ['ws2003sp2', 'ws2008'] as const) {
      const { maxProcessors, baseProcessor } = rssInForce(settingsOf(os)).settings;
      expect({ maxProcessors, baseProcessor }, os).to.deep.equal({
        maxProcessors: rssDefaults.maxProcessors,
        baseProcessor: rssDefaults.baseProcessor,
      });
    }
  });

  it('name the setting that limits them', () => {
    const limits = (values: Parameters<typeof settingsOf>[1]) => rssInForce(settingsOf('ws2008r2', values)).notes.map(({ path }) => path);
    expect(limits({ 'host.registry.MaxNumRssCpus': 12 })).to.include('host.registry.MaxNumRssCpus');
    expect(limits({ 'host.registry.MaxNumRssCpus': 16, 'adapter.properties.maxRssProcessors': 12 })).to.deep.equal([
      'adapter.properties.maxRssProcessors',
    ]);
  });

  it('are one for each core, and never beyond the limit of the platform', () => {
    const threads = { ...quad, 'host.processors.threadsPerCore': 2 } as const;
    expect(processorsOf('ws2008r2', threads)).to.deep.equal([0, 2, 4, 6]);
    expect(processorsOf('ws2008r2', { ...threads, 'host.firmware.hyperThreading': false })).to.deep.equal([0, 1, 2, 3]);
    const many = { 'host.processors.cores': 128, 'host.registry.MaxNumRssCpus': 64, 'adapter.capabilities.rssQueues': 64 } as const;
    expect(processorsOf('ws2008', { ...many, 'host.platform': 'x86' })).to.have.length(32);
    expect(processorsOf('ws2008', many)).to.have.length(64);
    expect(processorsOf('ws2008r2', { ...many, 'adapter.properties.maxRssProcessors': 64 })).to.have.length(64);
  });

  it('have notes on what is advised against or assumed', () => {
    const notesOf = (values: Parameters<typeof settingsOf>[1]) => rssInForce(settingsOf('ws2008r2', values)).notes;
    expect(notesOf({ 'host.registry.MaxNumRssCpus': 32 }).map(({ path }) => path)).to.include('host.registry.MaxNumRssCpus');
    const both = notesOf({ 'host.registry.MaxNumRssCpus': 4 }).find(({ path }) => path === 'adapter.properties.maxRssProcessors');
    expect(both?.evidence).to.have.property('assumed');
  });
});
