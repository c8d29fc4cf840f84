// Where features stand between the settings in force and those wanted: on, off, pending; gates that wait; scopes that nobody can ask about.

import { describe, it, expect } from '#test';
import { featureIds } from '../../ui/effective/feature-list.ts';
import { features, featureState } from '../../ui/effective/features.ts';
import { afterRestart, pendingChanges } from '../../ui/effective/pending.ts';
import { isFixed, settingKind } from '../../ui/effective/setting-kinds.ts';
import { settingList } from '../../ui/effective/setting-list.ts';
import type { SettingPath } from '../../ui/effective/setting-paths.ts';
import { askedScope, featureStanding } from '../../ui/effective/standing.ts';
import { Random } from '../build/random.ts';
import { randomSettings } from './random-settings.ts';
import { readySettings, settingsOf, type Values } from './settings.ts';

const standing = (feature: Parameters<typeof featureStanding>[0], inForce: Values, wanted: Values) =>
  featureStanding(feature, { inForce: settingsOf('ws2008r2', inForce), wanted: settingsOf('ws2008r2', wanted) });

describe('where a feature stands', () => {
  it('on: nothing to say and nothing to do', () => {
    const { state, sentence, step, restart } = standing('rss', {}, {});
    expect({ state, sentence, step, restart }).to.deep.equal({ state: 'on', sentence: '', step: null, restart: null });
  });

  it('off: the first gate that fails, and its change', () => {
    const values: Values = { 'host.netsh.rss': 'disabled', 'adapter.properties.rss': false };
    const { state, sentence, step, steps } = standing('rss', values, values);
    expect({ state, sentence }).to.deep.equal({ state: 'off', sentence: 'Receive Side Scaling is disabled in the operating system.' });
    expect(step!.change).to.deep.equal({ path: 'host.netsh.rss', value: 'enabled' });
    expect(steps.length).to.equal(2);
  });

  it('pending: an adapter property waits for a restart of the adapter, in both directions', () => {
    const off: Values = { 'adapter.properties.rss': false };
    const comes = standing('rss', off, {});
    expect(comes).to.include({ state: 'pending', now: false, afterwards: true, restart: 'adapter' });
    expect(comes.sentence).to.equal('Off now, on once the adapter is restarted.');
    expect(comes.gates.find(({ id }) => id === 'property')!.state).to.equal('waits');
    expect(comes.gates.some(({ state }) => state === 'failed' || state === 'not-reached')).to.equal(false);
    const goes = standing('rss', {}, off);
    expect(goes).to.include({ state: 'pending', now: true, afterwards: false, restart: 'adapter' });
    expect(goes.sentence).to.equal('On now, off once the adapter is restarted: RSS is disabled on the adapter.');
    expect(goes.gates.find(({ id }) => id === 'property')!.coming).to.equal('RSS is disabled on the adapter.');
  });

  it('a change that needs no restart is never pending', () => {
    expect(standing('rss', {}, { 'host.netsh.rss': 'disabled' }).state).to.equal('off');
  });

  it('a gate that waits does not hide one that fails behind it', () => {
    const inForce: Values = { 'adapter.properties.rss': false, 'adapter.properties.checksum': false };
    const { state, sentence, gates } = standing('rss', inForce, { 'adapter.properties.checksum': false });
    expect({ state, sentence }).to.deep.equal({ state: 'off', sentence: 'Checksum offload is disabled on the adapter.' });
    expect(gates.filter((gate) => gate.state === 'waits').map(({ id }) => id)).to.deep.equal(['property']);
    expect(gates.at(-1)!.state).to.equal('not-reached');
  });

  it('shows gates that do not apply, and counts those that are not asked', () => {
    const settings = settingsOf('ws2008', { 'adapter.capabilities.vmqQueues': 0 });
    const { gates, notAsked } = featureStanding('rss', { inForce: settings, wanted: settings });
    expect(gates.find(({ id }) => id === 'preference')!.state).to.equal('not-applicable');
    expect(gates.length + notAsked).to.equal(features.rss.gates.length);
    expect(standing('vmq', {}, {}).notAsked, 'VMQ ends at the virtual machine').to.equal(0);
  });

  it('agrees with the state of the feature, and its restart keeps what it says (seed 5)', () => {
    const random = new Random(5);
    let pending = 0;
    for (let round = 0; round < 300; round++) {
      const [inForce, wanted] = [randomSettings(random), randomSettings(random)];
      const current = pendingChanges(inForce, wanted).inForce;
      for (const id of featureIds) {
        const { now, afterwards, state, restart, sentence, step, gates } = featureStanding(id, { inForce, wanted });
        expect(now, id).to.equal(featureState(id, current).on);
        expect(afterwards, id).to.equal(featureState(id, wanted).on);
        expect(
          gates.every((gate) => gate.state === 'passed' || gate.state === 'not-applicable'),
          id,
        ).to.equal(now);
        if (state === 'off') expect([sentence !== '', step !== null], id).to.deep.equal([true, true]);
        if (state !== 'pending') continue;
        pending++;
        if (restart) expect(featureState(id, afterRestart(inForce, wanted, restart)).on, `${id}, ${restart}`).to.equal(afterwards);
      }
    }
    expect(pending).to.be.greaterThan(50);
  });
});

describe('the scope that is asked about', () => {
  const rows = [
    ['vmq', null, true, false, 'virtual machine'],
    ['vmq', null, false, false, 'adapter'],
    ['vm-chimney', 'connection', false, true, 'adapter'],
    ['vm-chimney', 'connection', true, true, 'connection'],
    ['chimney', 'connection', false, true, 'connection'],
    ['chimney', 'connection', false, false, 'virtual machine'],
    ['rss', 'computer', true, true, 'computer'],
    ['dca', null, false, false, 'computer'],
  ] as const;
  for (const [feature, wanted, virtualMachine, connection, expected] of rows)
    it(`${feature}, wanted ${wanted ?? 'as usual'}, machine ${virtualMachine}, connection ${connection}: ${expected}`, () =>
      expect(askedScope(feature, wanted, { virtualMachine, connection })).to.equal(expected));
});

describe('kinds of settings', () => {
  const rows: readonly (readonly [SettingPath, string])[] = [
    ['host.os', 'installation'],
    ['host.chipset.ioat', 'hardware'],
    ['host.firmware.ioat', 'setting'],
    ['host.netsh.rss', 'setting'],
    ['adapter.capabilities.rss', 'hardware'],
    ['adapter.properties.rss', 'setting'],
    ['adapter.offloadedConnections', 'fact'],
    ['virtualMachine.guest', 'installation'],
    ['virtualMachine.optimizations', 'setting'],
    ['connection.state', 'fact'],
  ];
  for (const [path, kind] of rows) it(`${path}: ${kind}`, () => expect(settingKind(path)).to.equal(kind));

  it('every setting has one', () => {
    for (const path of Object.keys(settingList) as SettingPath[]) expect(settingKind(path), path).to.be.a('string');
    expect(isFixed('host.os')).to.equal(true);
    expect(isFixed('host.netsh.rss')).to.equal(false);
  });
});

describe('a ready feature', () => {
  for (const id of featureIds)
    it(`${id} is on`, () => {
      const settings = readySettings(id);
      expect(featureStanding(id, { inForce: settings, wanted: settings }).state).to.equal('on');
    });
});
