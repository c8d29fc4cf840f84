// Explanations, and that the change which a gate names always helps: random settings, turned one named setting at a time.

import { describe, it, expect } from '#test';
import { explainFeature } from '../../ui/effective/explain.ts';
import { featureIds } from '../../ui/effective/feature-list.ts';
import { effectiveState, features, featureState } from '../../ui/effective/features.ts';
import { SCOPES } from '../../ui/effective/gates.ts';
import { osIds } from '../../ui/effective/os/versions.ts';
import { settingList } from '../../ui/effective/setting-list.ts';
import { applyChanges, type Change, differences, type SettingPath, type SettingValue } from '../../ui/effective/setting-paths.ts';
import { SWITCH_STATES, type WindowsSettings } from '../../ui/effective/settings.ts';
import { Random } from '../build/random.ts';
import { readySettings, settingsOf } from './settings.ts';

/** Lists and texts, which the list of settings leaves free. */
const freeValues: Partial<Record<SettingPath, (random: Random) => unknown>> = {
  'host.chimneyPorts': (random) =>
    Array.from({ length: random.below(3) }, () => ({
      state: random.pick(SWITCH_STATES),
      localPort: random.oneIn(2) ? null : random.between(1, 3),
      remotePort: random.oneIn(2) ? null : random.between(1, 3),
    })),
  'host.chimneyApplications': (random) =>
    Array.from({ length: random.below(3) }, () => ({ state: random.pick(SWITCH_STATES), application: random.pick(['a.exe', 'b.exe']) })),
  'host.updates': (random) => (random.oneIn(2) ? [] : ['SP1']),
  'connection.application': (random) => random.pick(['A.EXE', 'c.exe']),
};

function randomValue(random: Random, path: SettingPath): unknown {
  const { choices, min, max, optional } = settingList[path];
  if (choices) return random.pick(choices);
  if (min === undefined || max === undefined) return freeValues[path]!(random);
  if (optional && random.oneIn(3)) return null;
  // Small numbers, so that ports and capacities meet each other; now and then the whole range.
  return random.between(min, random.oneIn(4) ? Math.min(max, 2 ** 31) : Math.min(max, min + 3));
}

/** An installation with between one and all settings drawn anew. */
function randomSettings(random: Random): WindowsSettings {
  const share = random.between(1, 12);
  const paths = (Object.keys(settingList) as SettingPath[]).filter(() => random.oneIn(share));
  const changes = paths.map((path): Change => ({ path, value: randomValue(random, path) as SettingValue }));
  const start = random.oneIn(2) ? settingsOf(random.pick(osIds)) : readySettings(random.pick(featureIds));
  return applyChanges(start, changes);
}

describe('the named change', () => {
  it('moves the first failing gate forward, or turns the feature on (seed 1)', () => {
    const random = new Random(1);
    let failures = 0;
    for (let round = 0; round < 3000; round++) {
      const settings = randomSettings(random);
      for (const id of featureIds) {
        const upTo = random.pick(SCOPES);
        const { failed } = featureState(id, settings, upTo);
        if (!failed) continue;
        failures++;
        const after = featureState(id, applyChanges(settings, [failed.change!]), upTo);
        const place = (gate: string) => features[id].gates.findIndex((one) => one.id === gate);
        const moved = after.on || place(after.failed!.id) > place(failed.id);
        if (!moved)
          expect.fail(`round ${round}: ${id} fails at ${failed.id}, then at ${after.failed!.id}; ${JSON.stringify(failed.change)}`);
      }
    }
    expect(failures, 'enough to be worth something').to.be.greaterThan(10_000);
  });

  it('is a change: it differs from what is set (seed 2)', () => {
    const random = new Random(2);
    for (let round = 0; round < 500; round++) {
      const settings = randomSettings(random);
      for (const id of featureIds) {
        const { failed } = featureState(id, settings, 'connection');
        if (failed) expect(differences(settings, applyChanges(settings, [failed.change!])), `${id}, ${failed.id}`).to.have.length(1);
      }
    }
  });

  it('never needs more steps than there are gates, and reaches every gate over the rounds (seed 3)', () => {
    const random = new Random(3);
    const reached = new Set<string>();
    for (let round = 0; round < 2000; round++) {
      const settings = randomSettings(random);
      for (const id of featureIds) {
        const { state, steps, behind } = explainFeature(id, settings, 'connection');
        expect(steps.length === 0).to.equal(state.on);
        expect(behind).to.equal(Math.max(0, steps.length - 1));
        for (const { gate } of steps) reached.add(`${id} ${gate.id}`);
      }
    }
    const neverFails = ['rss version', 'chimney version', 'checksum version', 'lso-v1 version', 'moderation version'];
    const all = featureIds.flatMap((id) => features[id].gates.map((gate) => `${id} ${gate.id}`));
    expect(all.filter((gate) => !reached.has(gate))).to.have.members(neverFails);
  });
});

describe('explaining a feature', () => {
  it('says that it is on', () => {
    const { sentence, steps, behind } = explainFeature('rss', settingsOf('ws2008'));
    expect({ sentence, steps, behind }).to.deep.equal({ sentence: 'Receive Side Scaling is on.', steps: [], behind: 0 });
  });

  it('names the gate, the setting and where it is', () => {
    const { sentence } = explainFeature('rss', settingsOf('ws2008', { 'host.netsh.rss': 'disabled' }));
    expect(sentence).to.equal(
      'Receive Side Scaling is off: Receive Side Scaling is disabled in the operating system. Change “Receive-side scaling state” ' +
        '(netsh interface tcp set global rss=) from disabled to enabled. Nothing else stands in the way.',
    );
  });

  it('counts what stands behind: VMQ on a fresh 2008 R2', () => {
    const { steps, behind, sentence } = explainFeature('vmq', settingsOf('ws2008r2'));
    // Deployment: role, binding, registry of the host, preference, switch in VMM
    expect(steps.map(({ gate }) => gate.id)).to.deep.equal(['hyper-v', 'binding', 'registry', 'preference', 'optimizations']);
    expect(behind).to.equal(4);
    expect(sentence).to.match(/4 more conditions are not met then\.$/);
  });

  it('2008: chimney is off in the system and on the adapter', () => {
    const { steps } = explainFeature('chimney', settingsOf('ws2008'));
    expect(steps.map(({ change }) => change.path)).to.deep.equal(['host.netsh.chimney', 'adapter.properties.chimneyIPv4']);
  });

  it('leaves the settings that it was given alone', () => {
    const settings = settingsOf('ws2008');
    const copy = structuredClone(settings);
    explainFeature('vmq', settings);
    effectiveState(settings);
    expect(settings).to.deep.equal(copy);
  });
});
