// Explanations, and that the change which a gate names always helps: random settings, turned one named setting at a time.

import { describe, it, expect } from '#test';
import { explainFeature } from '../../ui/effective/explain.ts';
import { featureIds } from '../../ui/effective/feature-list.ts';
import { effectiveState, features, featureState } from '../../ui/effective/features.ts';
import { SCOPES } from '../../ui/effective/gates.ts';
import { applyChanges, differences } from '../../ui/effective/setting-paths.ts';
import { Random } from '../build/random.ts';
import { randomSettings } from './random-settings.ts';
import { settingsOf } from './settings.ts';

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
