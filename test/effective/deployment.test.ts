// The deployment checklist: what is left to do on a fresh installation of each version; that doing it turns the feature on; restarts,
// observations; that its commands, labels and counters exist.

import { describe, it, expect } from '#test';
import { enterLine, newSession } from '../../ui/console/session.ts';
import { shownGlobals } from '../../ui/console/globals.ts';
import { performanceObjects } from '../../ui/counters/objects.ts';
import { parseCounterPath } from '../../ui/counters/path.ts';
import {
  type Checklist, deploymentChecklist, type DeploymentFeature, deploymentFeatures, deploymentPlans, type DeploymentQuestion,
} from '../../ui/effective/deployment/checklist.ts'; // prettier-ignore
import { globalLabels } from '../../ui/effective/deployment/checks.ts';
import type { PlanStep } from '../../ui/effective/deployment/plan.ts';
import { features, featureState } from '../../ui/effective/features.ts';
import { SCOPES } from '../../ui/effective/gates.ts';
import type { OsId } from '../../ui/effective/os/versions.ts';
import { applyChanges, isWithin } from '../../ui/effective/setting-paths.ts';
import type { WindowsSettings } from '../../ui/effective/settings.ts';
import { Random } from '../build/random.ts';
import { hostFixture } from '../console/host-fixture.ts';
import { randomSettings } from './random-settings.ts';
import { settingsOf, type Values } from './settings.ts';

const emulated = ['ws2003sp2', 'ws2008', 'ws2008r2'] as const satisfies readonly OsId[];

const checklist = (feature: DeploymentFeature, settings: WindowsSettings, more: Partial<DeploymentQuestion> = {}): Checklist =>
  deploymentChecklist(feature, { inForce: settings, wanted: settings, ...more });

const stepsOf = ({ stages }: Checklist) => stages.flatMap(({ steps }) => steps);
const stepOf = (list: Checklist, id: string) => stepsOf(list).find((step) => step.id === id)!;

/** Required steps of the first two stages that are not done. */
const left = (list: Checklist): string[] =>
  stepsOf(list)
    .filter(({ stage, optional, state }) => (stage === 'requirements' || stage === 'enable') && !optional && state !== 'done')
    .map(({ id, state }) => (state === 'cannot' ? `${id} (cannot)` : id));

/** Takes over everything that the steps ask for, once. */
const allChanges = (list: Checklist) =>
  stepsOf(list)
    .filter(({ optional }) => !optional)
    .flatMap(({ changes }) => changes);

describe('what is left to do on a fresh installation', () => {
  const rows: readonly (readonly [DeploymentFeature, OsId, readonly string[]])[] = [
    ['rss', 'ws2003sp2', []],
    ['rss', 'ws2008', []],
    ['rss', 'ws2008r2', []],
    // KB 951037: both switches of chimney are off in 2008; R2 has the automatic mode, and the adapter of the fixture 10 Gb/s.
    ['chimney', 'ws2003sp2', []],
    ['chimney', 'ws2008', ['os-switch', 'property']],
    ['chimney', 'ws2008r2', []],
    ['netdma', 'ws2003sp2', []],
    ['netdma', 'ws2008', []],
    ['netdma', 'ws2008r2', []],
    ['vmq', 'ws2008r2', ['hyper-v', 'binding', 'registry', 'preference', 'optimizations']],
    ['vm-chimney', 'ws2008r2', ['hyper-v', 'binding', 'optimizations']],
  ];
  for (const [feature, os, expected] of rows)
    it(`${feature}, ${os}: ${expected.join(', ') || 'nothing'}`, () =>
      expect(left(checklist(feature, settingsOf(os)))).to.deep.equal(expected));

  for (const os of ['ws2003sp2', 'ws2008'] as const)
    for (const feature of ['vmq', 'vm-chimney'] as const)
      it(`${feature}, ${os}: the version lacks it, and every step says so`, () => {
        const list = checklist(feature, settingsOf(os));
        expect(list.blocked).to.match(/^Windows Server 200\d.* does not have /);
        const open = stepsOf(list).filter(({ state }) => state !== 'done');
        expect(open.map(({ state, reason }) => `${state}: ${reason}`).every((text) => text === `cannot: ${list.blocked}`)).to.equal(true);
        expect(allChanges(list)).to.deep.equal([]);
      });
});

describe('doing it', () => {
  for (const os of emulated)
    for (const feature of deploymentFeatures)
      it(`${feature}, ${os}: everything done leads to the feature on`, () => {
        const settings = settingsOf(os);
        const before = checklist(feature, settings);
        const after = checklist(feature, applyChanges(settings, allChanges(before)));
        expect(after.on).to.equal(before.blocked === null);
        if (before.blocked === null) expect(left(after)).to.deep.equal([]);
      });

  it('of any settings, unless hardware or version stand against it (seed 7)', () => {
    const random = new Random(7);
    const outcomes = { on: 0, blocked: 0 };
    for (let round = 0; round < 600; round++) {
      const settings = randomSettings(random);
      if (settings.host.os === 'later') continue;
      for (const feature of deploymentFeatures) {
        const before = checklist(feature, settings);
        const isBlocked = stepsOf(before).some(({ state, optional }) => state === 'cannot' && !optional);
        const wanted = applyChanges(settings, allChanges(before));
        const after = checklist(feature, wanted);
        if (!isBlocked && !after.on) expect.fail(`${feature}, round ${round}: ${featureState(feature, wanted).failed!.id}`);
        if (isBlocked) expect(after.on, `${feature}, round ${round}`).to.equal(false);
        outcomes[isBlocked ? 'blocked' : 'on']++;
      }
    }
    expect(outcomes.on).to.be.greaterThan(300);
    expect(outcomes.blocked).to.be.greaterThan(300);
  });

  it('all required steps done is the same as the feature being on (seed 8)', () => {
    const random = new Random(8);
    for (let round = 0; round < 600; round++) {
      const settings = randomSettings(random);
      if (settings.host.os === 'later') continue;
      for (const feature of deploymentFeatures) {
        const list = checklist(feature, settings);
        expect(left(list).length === 0, `${feature}, round ${round}: ${left(list).join(', ')}`).to.equal(list.on);
      }
    }
  });

  it('with every step of “enable” done, no gate that is a setting fails (seed 9)', () => {
    const settable = ['host.netsh', 'host.registry', 'adapter.properties', 'virtualMachine.optimizations', 'virtualMachine.chimney'];
    const random = new Random(9);
    let looked = 0;
    for (let round = 0; round < 1500; round++) {
      const settings = randomSettings(random);
      if (settings.host.os === 'later') continue;
      for (const feature of deploymentFeatures) {
        const enable = checklist(feature, settings).stages.find(({ stage }) => stage === 'enable')!;
        if (enable.done < enable.of) continue;
        looked++;
        const { gates, scope } = features[feature];
        const asked = gates.filter((gate) => SCOPES.indexOf(gate.scope) <= SCOPES.indexOf(scope) && gate.applies?.(settings) !== false);
        const failing = asked.flatMap((gate) => gate.fails(settings)?.change.path ?? []);
        expect(
          failing.filter((path) => settable.some((group) => isWithin(path, group))),
          feature,
        ).to.deep.equal([]);
      }
    }
    expect(looked).to.be.greaterThan(200);
  });
});

describe('plans', () => {
  for (const feature of deploymentFeatures)
    it(`${feature}: every gate belongs to one step, and every name is a gate`, () => {
      const { gates, scope } = features[feature];
      const steps: readonly PlanStep[] = deploymentPlans[feature].steps;
      const asked = gates.filter((gate) => SCOPES.indexOf(gate.scope) <= SCOPES.indexOf(scope)).map(({ id }) => id);
      expect(steps.flatMap((step) => step.gates ?? []).toSorted()).to.deep.equal(asked.toSorted());
      expect(asked).to.include.members(steps.flatMap(({ needs }) => needs ?? []));
      expect(new Set(steps.map(({ id }) => id)).size).to.equal(steps.length);
      for (const { id, gates: own, finds, counters } of steps) expect(own ?? finds ?? counters, id).to.not.equal(undefined);
    });
});

describe('restarts', () => {
  const r2 = (values: Values) => settingsOf('ws2008r2', values);

  it('a property that is set waits for the adapter', () => {
    const list = deploymentChecklist('rss', { inForce: r2({ 'adapter.properties.rss': false }), wanted: r2({}) });
    const { state, reason, restart, changes } = stepOf(list, 'property');
    expect({ state, reason, restart, changes }).to.deep.equal({
      state: 'not-done',
      reason: 'It is set, and waits for a restart of the adapter.',
      restart: 'adapter',
      changes: [],
    });
    expect(list.on).to.equal(false);
  });

  it('EnableTCPA of 2008 waits for the computer', () => {
    const inForce = settingsOf('ws2008', { 'host.registry.EnableTCPA': 0 });
    const { restart } = stepOf(deploymentChecklist('netdma', { inForce, wanted: settingsOf('ws2008') }), 'os-switch');
    expect(restart).to.equal('computer');
  });

  it('a step that will be undone says so', () => {
    const { state, reason } = stepOf(
      deploymentChecklist('rss', { inForce: r2({}), wanted: r2({ 'adapter.properties.rss': false }) }),
      'property',
    );
    expect({ state, reason }).to.deep.equal({ state: 'done', reason: 'A change that is made undoes it: RSS is disabled on the adapter.' });
  });
});

describe('observations', () => {
  const settings = settingsOf('ws2008r2');
  const dpc = '\\Processor Information(*)\\% DPC Time';
  const discarded = '\\Network Interface(*)\\Packets Received Discarded';
  const rows = [
    ['rss', 'spread', {}, 'unknown'],
    ['rss', 'spread', { receiveProcessors: 0 }, 'not-done'],
    ['rss', 'spread', { receiveProcessors: 1 }, 'not-done'],
    ['rss', 'spread', { receiveProcessors: 4 }, 'done'],
    ['rss', 'load', { counters: new Map() }, 'unknown'],
    ['rss', 'load', { counters: new Map([[dpc, true]]) }, 'done'],
    ['rss', 'load', { counters: new Map([[dpc, false]]) }, 'not-done'],
    ['rss', 'trouble', { counters: new Map([[discarded, false]]) }, 'done'],
    ['rss', 'trouble', { counters: new Map([[discarded, true]]) }, 'not-done'],
    ['chimney', 'baseline', {}, 'unknown'],
    ['chimney', 'baseline', { baselineKept: true }, 'done'],
    ['chimney', 'offloaded', { offloadedConnections: 3 }, 'done'],
    ['chimney', 'offloaded', { guestOffloadedConnections: 3 }, 'unknown'],
    ['netdma', 'copies', { copyEngineBytes: 0 }, 'not-done'],
  ] as const;
  for (const [feature, id, observations, expected] of rows)
    it(`${feature} ${id}, ${JSON.stringify('counters' in observations ? [...observations.counters] : observations)}: ${expected}`, () =>
      expect(stepOf(checklist(feature, settings, { observations }), id).state).to.equal(expected));

  it('nothing to see where the feature cannot be', () => {
    const list = checklist('rss', settingsOf('ws2008r2', { 'adapter.capabilities.rss': false }));
    expect(list.blocked).to.equal('The adapter cannot do RSS.');
    expect(stepOf(list, 'property').state, 'its property is there for nothing').to.equal('cannot');
    expect(stepOf(list, 'spread')).to.include({ state: 'cannot', reason: 'The adapter cannot do RSS.' });
    expect(stepOf(list, 'show').state, 'the switch of the system is what it is').to.equal('done');
  });

  it('leaves the virtual machine out where nobody names one', () => {
    const list = checklist('vmq', settings, { upTo: 'adapter' });
    expect(stepsOf(list).map(({ id }) => id)).to.not.include.members(['guest', 'optimizations', 'queues']);
    expect(left(list)).to.deep.equal(['hyper-v', 'binding', 'registry', 'preference']);
  });
});

describe('what the checklist names', () => {
  const everyStep = emulated.flatMap((os) =>
    deploymentFeatures.flatMap((feature) =>
      [settingsOf(os), settingsOf(os, { 'virtualMachine.vlan': 5, 'adapter.linkBps': 1e9 })].flatMap((settings) =>
        stepsOf(checklist(feature, settings, { adapterKey: '0007' })).map((step) => ({ ...step, os, feature })),
      ),
    ),
  );

  it('commands that the prompt of the version has', () => {
    const lines = everyStep.flatMap(({ os, places, checks }) => [
      ...places.flatMap((place) => place.lines.map((line) => ({ os, line, sets: true }))),
      ...checks.map(({ line }) => ({ os, line, sets: false })),
    ]);
    expect(lines.length).to.be.greaterThan(50);
    for (const { os, line, sets } of lines) {
      const { lines: output, changes } = enterLine(newSession, hostFixture(os), line);
      const text = output.join('\n');
      expect(text, `${os}> ${line}`).to.not.match(/not recognized|was not found|not valid|not an acceptable|Invalid|syntax|nicscope: “/i);
      if (sets) expect(changes.length, `${os}> ${line}\n${text}`).to.be.greaterThan(0);
    }
  });

  it('labels as “show global” has them', () => {
    const labels = shownGlobals.ws2008r2.map(({ label }) => label);
    expect(labels).to.include.members(Object.values(globalLabels));
  });

  it('counters that the version has', () => {
    for (const { os, feature, id, counters } of everyStep)
      for (const text of counters?.paths ?? []) {
        const path = parseCounterPath(text);
        if ('fault' in path) return expect.fail(path.fault);
        const object = performanceObjects.find(({ name }) => name === path.object);
        const row = `${feature} ${id}, ${os}: ${text}`;
        expect(object?.versions[os], row).to.not.equal(undefined);
        const counter = object!.counters.find(({ name }) => name === path.counter);
        expect(counter && (!counter.only || counter.only.includes(os)), row).to.equal(true);
        expect(path.instance === null, row).to.equal(object!.instances === 'none');
      }
  });

  const ways = [
    ['ws2003sp2', 'rss', 'os-switch', 'reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /v EnableRSS /t REG_DWORD /d 1 /f'],
    ['ws2008', 'rss', 'os-switch', 'netsh interface tcp set global rss=enabled'],
    ['ws2008', 'netdma', 'os-switch', 'reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /v EnableTCPA /t REG_DWORD /d 1 /f'],
    ['ws2008r2', 'netdma', 'os-switch', 'netsh interface tcp set global netdma=enabled'],
    ['ws2008r2', 'vmq', 'registry', 'reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\VMSMP\\Parameters /v TenGigVmqEnabled /t REG_DWORD /d 1 /f'],
  ] as const; // prettier-ignore
  for (const [os, feature, id, line] of ways)
    it(`${feature}, ${os}: ${line}`, () => expect(stepOf(checklist(feature, settingsOf(os)), id).places[0]!.lines).to.deep.equal([line]));

  it('the place of a setting without a command: System Center', () => {
    const [place] = stepOf(checklist('vmq', settingsOf('ws2008r2')), 'optimizations').places;
    expect(place!.lines).to.deep.equal([]);
    expect(place!.text).to.include('System Center VMM 2008 R2').and.include('Enable virtual network optimizations');
  });

  it('the output to look for, by version', () => {
    const shown = (os: OsId, feature: DeploymentFeature, values: Values = {}) =>
      stepOf(checklist(feature, settingsOf(os, values)), 'show').checks[0]!;
    expect(shown('ws2008r2', 'chimney').shows).to.equal('Chimney Offload State               : automatic');
    expect(shown('ws2008', 'chimney').shows).to.equal('Chimney Offload State               : enabled');
    expect(shown('ws2003sp2', 'chimney', { 'host.registry.EnableTCPChimney': 1 }).shows).to.equal('EnableTCPChimney    REG_DWORD    0x1');
    expect(shown('ws2008', 'netdma').line).to.match(/^reg query .* \/v EnableTCPA$/);
    expect(shown('ws2008', 'netdma').shows).to.equal('No value EnableTCPA: the default of the system counts.');
  });
});
