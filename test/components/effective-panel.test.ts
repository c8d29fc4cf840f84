// The panel of effective states: what it shows of settings in force and wanted, what its buttons ask the page for, keys and accessibility.

import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../ui/components/effective-panel/effective-panel.ts';
import type { NicEffectivePanel } from '../../ui/components/effective-panel/effective-panel.ts';
import type { NicEffectiveFeature } from '../../ui/components/effective-panel/effective-feature.ts';
import { type FeatureId, featureIds } from '../../ui/effective/feature-list.ts';
import { settingsOf, type Values } from '../effective/settings.ts';
import { heard, staged, textOf } from './fakes.ts';

const names = { host: 'server', adapter: 'lan', virtualMachine: 'vm1', connection: '192.0.2.1:445' };
const r2 = (values: Values = {}) => settingsOf('ws2008r2', values);

async function panel(given: Partial<NicEffectivePanel> = {}): Promise<NicEffectivePanel> {
  const element = await staged<NicEffectivePanel>(html`<nic-effective-panel .settings=${r2()} .names=${names}></nic-effective-panel>`);
  Object.assign(element, given);
  await element.updateComplete;
  return element;
}

const feature = (element: NicEffectivePanel, id: FeatureId) =>
  element.shadowRoot!.querySelector<NicEffectiveFeature>(`nic-effective-feature[data-feature="${id}"]`)!;
const inside = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const button = (element: Element, label: RegExp) => inside(element, 'button').find((each) => label.test(textOf(each)))!;

async function opened(element: NicEffectivePanel, id: FeatureId): Promise<NicEffectiveFeature> {
  const shown = feature(element, id);
  button(shown, /./).click();
  await element.updateComplete;
  await shown.updateComplete;
  return shown;
}

const gatesOf = (shown: NicEffectiveFeature) => inside(shown.shadowRoot!.querySelector('nic-gate-list')!, 'li').map((gate) => textOf(gate));

const two = [
  { name: 'lan', settings: r2(), inForce: r2() },
  { name: 'old', settings: r2({ 'adapter.capabilities.rss': false }), inForce: r2({ 'adapter.capabilities.rss': false }) },
];

describe('nic-effective-panel', () => {
  it('is accessible: one adapter, several, opened, with changes that wait', async () => {
    await expect(await panel()).to.be.accessible();
    const element = await panel({ adapters: two, inForce: r2({ 'adapter.properties.rss': false }) });
    await opened(element, 'vmq');
    await opened(element, 'rss');
    await expect(element).to.be.accessible();
  });

  it('shows every feature with its state in words', async () => {
    const element = await panel();
    const states = featureIds.map((id) => `${id} ${textOf(inside(feature(element, id), '.line > .mark')[0])}`);
    expect(states).to.include.members(['rss on', 'vmq off', 'chimney on', 'vm-chimney off', 'netdma on', 'dca off']);
    expect(states.length).to.equal(featureIds.length);
  });

  it('says why a feature is off, and makes the one change, or all of them', async () => {
    const element = await panel();
    const vmq = feature(element, 'vmq');
    expect(textOf(inside(vmq, '[part=sentence]')[0])).to.equal('The Hyper-V role is not installed.');
    expect(await heard(element, 'setting-change', () => button(vmq, /Make this change/).click())).to.deep.equal({
      changes: [{ path: 'host.roles.hyperV', value: true }],
    });
    const all = await heard<{ changes: { path: string }[] }>(element, 'setting-change', () => button(vmq, /Make all 5 changes/).click());
    expect(all.changes.map(({ path }) => path)).to.deep.equal([
      'host.roles.hyperV',
      'adapter.binding',
      'host.registry.TenGigVmqEnabled',
      'adapter.properties.rssOrVmqPreference',
      'virtualMachine.optimizations',
    ]);
  });

  it('one click to the setting that would change it', async () => {
    const element = await panel();
    const dca = feature(element, 'dca');
    expect(await heard(element, 'setting-open', () => button(dca, /Open the setting/).click())).to.deep.equal({ path: 'host.netsh.dca' });
  });

  it('offers no button for a fact', async () => {
    const settings = r2({ 'connection.state': 'time-wait', 'host.netsh.chimney': 'enabled' });
    const element = await panel({ settings, scope: 'connection' });
    const chimney = feature(element, 'chimney');
    expect(textOf(inside(chimney, '[part=sentence]')[0])).to.equal('A connection in TIME_WAIT is not offloaded.');
    expect(inside(chimney, '.answer button')).to.deep.equal([]);
    expect(textOf(inside(chimney, '.offers')[0])).to.include('a fact that is observed');
  });

  it('opens to every gate in order, each with what it requires and its source', async () => {
    const shown = await opened(await panel(), 'vmq');
    const gates = gatesOf(shown);
    expect(gates.length).to.equal(19);
    expect(gates[0]).to.match(/^passed Version of Windows\. .* Source: Microsoft, Using Virtual Machine Queue/);
    expect(gates.filter((gate) => gate.startsWith('failed'))).to.have.length(1);
    expect(gates.find((gate) => gate.startsWith('failed'))).to.include('The Hyper-V role is not installed.');
    expect(gates.at(-1)).to.match(/^not reached /);
    expect(gates.some((gate) => gate.includes('Assumed. '))).to.equal(true);
  });

  it('a gate that the version does not have is not applicable', async () => {
    const settings = settingsOf('ws2008');
    const gates = gatesOf(await opened(await panel({ settings }), 'rss'));
    expect(gates.filter((gate) => gate.startsWith('not applicable')).length).to.be.greaterThan(0);
  });

  it('pending: says what it waits for, lists the change, and asks for the restart', async () => {
    const element = await panel({ settings: r2(), inForce: r2({ 'adapter.properties.rss': false }) });
    const rss = feature(element, 'rss');
    expect(textOf(inside(rss, '.line > .mark')[0])).to.equal('pending');
    expect(textOf(inside(rss, '[part=sentence]')[0])).to.equal('Off now, on once the adapter is restarted.');
    expect(await heard(element, 'restart', () => button(rss, /Restart the adapter/).click())).to.deep.equal({ what: 'adapter' });
    const pending = element.shadowRoot!.querySelector('nic-pending-changes')!;
    expect(textOf(inside(pending, 'li')[0])).to.match(/^Receive Side Scaling from no to yes waits for a restart of the adapter/);
    expect(await heard(element, 'restart', () => button(pending, /Restart the adapter/).click())).to.deep.equal({ what: 'adapter' });
  });

  it('shows nothing pending when nothing is', async () => {
    expect((await panel()).shadowRoot!.querySelector('nic-pending-changes')!.shadowRoot!.textContent.trim()).to.equal('');
  });

  it('compares the adapters; a cell chooses its adapter and opens its feature', async () => {
    const element = await panel({ adapters: two });
    const matrix = element.shadowRoot!.querySelector('nic-effective-matrix')!;
    expect(inside(matrix, 'thead th').map(textOf)).to.deep.equal(['lan', 'old']);
    const rss = inside(matrix, 'tbody tr')[0]!;
    expect([...rss.querySelectorAll('td')].map(textOf)).to.deep.equal(['on', 'off']);
    const cell = rss.querySelectorAll('button')[1]!;
    expect(cell.getAttribute('aria-label')).to.equal('Receive Side Scaling on old: off');
    expect(await heard(element, 'adapter-choose', () => cell.click())).to.deep.equal({ adapter: 'old' });
    await element.updateComplete;
    await feature(element, 'rss').updateComplete;
    expect(feature(element, 'rss').open).to.equal(true);
  });

  it('keeps the overview away where there is one adapter: the list is the same', async () => {
    expect((await panel({ adapters: two.slice(0, 1) })).shadowRoot!.querySelector('nic-effective-matrix')).to.equal(null);
  });

  it('asks nothing about a virtual machine that nobody names', async () => {
    const element = await panel({ names: { host: 'server', adapter: 'lan' } });
    const shown = await opened(element, 'vmq');
    expect(gatesOf(shown).length).to.equal(12);
    expect(textOf(inside(shown, '.details')[0])).to.include('Asked up to: adapter.');
    const options = inside(element, 'option').map((each) => textOf(each));
    expect(options).to.deep.equal(['as usual for each feature', 'computer', 'adapter']);
  });

  it('tells which scope was chosen', async () => {
    const element = await panel();
    const select = element.shadowRoot!.querySelector('select')!;
    const chosen = await heard(element, 'scope-change', () => {
      select.value = 'connection';
      select.dispatchEvent(new Event('change'));
    });
    expect(chosen).to.deep.equal({ scope: 'connection' });
    await element.updateComplete;
    const shown = await opened(element, 'chimney');
    expect(gatesOf(shown).some((gate) => gate.includes('Room in the adapter'))).to.equal(true);
  });

  it('works with the keyboard: a feature opens with Enter and closes with Space', async () => {
    const element = await panel();
    feature(element, 'rss').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(feature(element, 'rss').open).to.equal(true);
    await sendKeys({ press: 'Space' });
    await element.updateComplete;
    expect(feature(element, 'rss').open).to.equal(false);
  });
});
