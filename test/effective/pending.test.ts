// What waits for a restart, and what the restart brings into force.

import { describe, it, expect } from '#test';
import { afterRestart, pendingChanges, pendingFeatures, restartRule } from '../../ui/effective/pending.ts';
import { RESTARTS } from '../../ui/effective/os/version.ts';
import { osIds } from '../../ui/effective/os/versions.ts';
import { settingList } from '../../ui/effective/setting-list.ts';
import { type SettingPath, settingAt } from '../../ui/effective/setting-paths.ts';
import { changed, expectState, settingsOf } from './settings.ts';

describe('restarts', () => {
  it('are known for every setting of every version', () => {
    for (const os of osIds)
      for (const path of Object.keys(settingList) as SettingPath[]) expect(RESTARTS).to.include(restartRule(os, path).restart);
  });

  it('are the documented ones', () => {
    for (const [path, restart, where] of [
      ['host.netsh.rss', 'none', 'assumed'],
      ['host.registry.MaxNumRssCpus', 'computer', 'source'], // Setting the number of RSS processors
      ['host.registry.RssBaseCpu', 'computer', 'source'],
      ['adapter.properties.rssBaseProcNumber', 'adapter', 'source'], // Standardized INF keywords for RSS
      ['adapter.properties.maxRssProcessors', 'adapter', 'source'],
      ['adapter.properties.rssOrVmqPreference', 'adapter', 'source'], // Standardized INF keywords for VMQ
      ['adapter.binding', 'none', 'source'],
      ['host.registry.TenGigVmqEnabled', 'computer', 'assumed'],
      ['host.firmware.ioat', 'computer', 'assumed'],
    ] as const) {
      const rule = restartRule('ws2008r2', path);
      expect(rule.restart, path).to.equal(restart);
      expect(rule.evidence, path).to.have.property(where);
    }
    // The blog of the registry value asks for a restart of the computer.
    expect(restartRule('ws2008', 'host.registry.EnableTCPA')).to.deep.include({ restart: 'computer' });
    expect(restartRule('ws2008', 'host.registry.EnableTCPA').evidence).to.have.property('source');
  });
});

describe('pending changes', () => {
  const inForce = settingsOf('ws2008r2', { 'host.roles.hyperV': true });
  const wanted = changed(inForce, {
    'host.netsh.rss': 'disabled',
    'adapter.binding': 'virtual-switch',
    'adapter.properties.rssOrVmqPreference': 1,
    'virtualMachine.optimizations': true,
    'host.registry.TenGigVmqEnabled': 1,
  });

  it('take effect now, or wait for their restart', () => {
    const { immediate, waiting, restarts, inForce: now } = pendingChanges(inForce, wanted);
    expect(immediate.map(({ path }) => path)).to.have.members(['host.netsh.rss', 'adapter.binding']);
    expect(waiting.map(({ path, restart }) => [path, restart])).to.have.deep.members([
      ['adapter.properties.rssOrVmqPreference', 'adapter'],
      ['virtualMachine.optimizations', 'virtual-machine'],
      ['host.registry.TenGigVmqEnabled', 'computer'],
    ]);
    expect(restarts).to.deep.equal(['computer']);
    expect(settingAt(now, 'adapter.binding')).to.equal('virtual-switch');
    expect(settingAt(now, 'adapter.properties.rssOrVmqPreference')).to.equal(0);
  });

  it('name the smaller restarts when the computer can stay up', () => {
    const small = changed(inForce, { 'adapter.properties.rss': false, 'virtualMachine.optimizations': true });
    expect(pendingChanges(inForce, small).restarts).to.have.members(['adapter', 'virtual-machine']);
    expect(pendingChanges(inForce, inForce)).to.deep.include({ immediate: [], waiting: [], restarts: [] });
  });

  it('are brought into force by their restart, and by that of the computer', () => {
    const values = (restart: (typeof RESTARTS)[number]) => {
      const after = afterRestart(inForce, wanted, restart);
      return [
        settingAt(after, 'host.netsh.rss'),
        settingAt(after, 'adapter.properties.rssOrVmqPreference'),
        settingAt(after, 'virtualMachine.optimizations'),
        settingAt(after, 'host.registry.TenGigVmqEnabled'),
      ];
    };
    expect(values('none')).to.deep.equal(['disabled', 0, false, 0]);
    expect(values('adapter')).to.deep.equal(['disabled', 1, false, 0]);
    expect(values('virtual-machine')).to.deep.equal(['disabled', 0, true, 0]);
    expect(values('computer')).to.deep.equal(['disabled', 1, true, 1]);
    expect(afterRestart(inForce, wanted, 'computer')).to.deep.equal(wanted);
  });

  // Source: Standardized INF keywords for VMQ: no switch from RSS to VMQ without a new start of the adapter
  it('an adapter that moves to the virtual switch has neither RSS nor VMQ until it starts again', () => {
    const before = settingsOf('ws2008r2', {
      'host.roles.hyperV': true,
      'host.registry.TenGigVmqEnabled': 1,
      'virtualMachine.optimizations': true,
    });
    const moved = changed(before, { 'adapter.binding': 'virtual-switch', 'adapter.properties.rssOrVmqPreference': 1 });
    const { inForce: now } = pendingChanges(before, moved);
    expectState('rss', now, 'off at binding', 'before the restart');
    expectState('vmq', now, 'off at preference', 'before the restart');
    expectState('vmq', afterRestart(before, moved, 'adapter'), 'on', 'after the restart');
    expect(pendingFeatures(before, moved)).to.deep.equal([
      { feature: 'rss', before: true, now: false, afterwards: false },
      { feature: 'vmq', before: false, now: false, afterwards: true },
      { feature: 'vm-chimney', before: false, now: true, afterwards: true },
    ]);
  });
});
