// The checklist of a deployment: stages with progress, states of steps, and what its buttons ask the page for.

import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../ui/components/deployment-check/deployment-check.ts';
import type { NicDeploymentCheck } from '../../ui/components/deployment-check/deployment-check.ts';
import type { NicDeploymentStep } from '../../ui/components/deployment-check/deployment-step.ts';
import { settingsOf, type Values } from '../effective/settings.ts';
import { heard, staged, textOf } from './fakes.ts';

const names = { host: 'server', adapter: 'lan', virtualMachine: 'vm1' };
const r2 = (values: Values = {}) => settingsOf('ws2008r2', values);

async function check(given: Partial<NicDeploymentCheck> = {}): Promise<NicDeploymentCheck> {
  const element = await staged<NicDeploymentCheck>(html`<nic-deployment-check .settings=${r2()} .names=${names}></nic-deployment-check>`);
  Object.assign(element, given);
  await element.updateComplete;
  return element;
}

const inside = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const step = (element: NicDeploymentCheck, id: string) =>
  element.shadowRoot!.querySelector<NicDeploymentStep>(`nic-deployment-step[data-step="${id}"]`)!;
const stateOf = (element: NicDeploymentCheck, id: string) => textOf(inside(step(element, id), 'summary .mark')[0]);
const button = (element: Element, label: RegExp) => inside(element, 'button').find((each) => label.test(textOf(each)))!;

describe('nic-deployment-check', () => {
  it('is accessible: all done, much left, impossible', async () => {
    await expect(await check()).to.be.accessible();
    await expect(await check({ feature: 'vmq', adapterKey: '0007' })).to.be.accessible();
    await expect(await check({ feature: 'vmq', settings: settingsOf('ws2008') })).to.be.accessible();
  });

  it('shows four stages with their progress', async () => {
    const element = await check({ feature: 'vmq' });
    expect(inside(element, '.stages a').map(textOf)).to.deep.equal([
      'Requirements 8 of 10 done',
      'Enable 1 of 4 done',
      'Verify 0 of 3 done',
      'Monitor 0 of 2 done',
    ]);
    expect(textOf(inside(element, '.end')[0])).to.equal('Virtual Machine Queue is off');
  });

  it('goes to a stage by keyboard', async () => {
    const element = await check();
    inside(element, '.stages a')[2]!.focus();
    await sendKeys({ press: 'Enter' });
    expect(element.shadowRoot!.activeElement!.id).to.equal('verify');
  });

  it('closes what is done and opens what is not', async () => {
    const element = await check({ feature: 'vmq' });
    const isOpen = (id: string) => step(element, id).shadowRoot!.querySelector('details')!.open;
    expect([isOpen('version'), isOpen('hyper-v')]).to.deep.equal([false, true]);
    expect([stateOf(element, 'version'), stateOf(element, 'hyper-v')]).to.deep.equal(['done', 'not done']);
    expect(textOf(inside(step(element, 'hyper-v'), '.reason')[0])).to.equal('The Hyper-V role is not installed.');
  });

  it('asks for the command, the setting, and the counters', async () => {
    const element = await check({ feature: 'vmq' });
    expect(await heard(element, 'run-command', () => button(step(element, 'registry'), /^Run$/).click())).to.deep.equal({
      line: 'reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\VMSMP\\Parameters /v TenGigVmqEnabled /t REG_DWORD /d 1 /f',
      prompt: 'host',
    });
    expect(await heard(element, 'setting-open', () => button(step(element, 'optimizations'), /^Open/).click())).to.deep.equal({
      path: 'virtualMachine.optimizations',
    });
    expect(await heard(element, 'show-counters', () => button(step(element, 'machines'), /^Show/).click())).to.deep.equal({
      paths: ['\\Hyper-V Virtual Network Adapter(*)\\Packets Received/sec'],
    });
  });

  it('a command of the guest is for the prompt of the guest', async () => {
    const element = await check({ feature: 'vm-chimney', settings: r2({ 'virtualMachine.chimney': 'disabled' }) });
    expect(await heard(element, 'run-command', () => button(step(element, 'guest-switch'), /^Run$/).click())).to.deep.equal({
      line: 'netsh interface tcp set global chimney=enabled',
      prompt: 'guest',
    });
  });

  it('what is set and waits offers the restart', async () => {
    const element = await check({ inForce: r2({ 'adapter.properties.rss': false }) });
    expect(stateOf(element, 'property')).to.equal('waits');
    expect(await heard(element, 'restart', () => button(step(element, 'property'), /Restart the adapter/).click())).to.deep.equal({
      what: 'adapter',
    });
  });

  it('says once why a feature cannot be deployed', async () => {
    const element = await check({ feature: 'vmq', settings: settingsOf('ws2008') });
    expect(textOf(inside(element, '.blocked')[0])).to.equal(
      'It cannot be deployed here: Windows Server 2008 does not have Virtual Machine Queue.',
    );
    expect(stateOf(element, 'preference')).to.equal('cannot');
    expect(inside(step(element, 'preference'), 'button')).to.deep.equal([]);
  });

  it('takes in what a run has shown', async () => {
    const element = await check();
    expect(stateOf(element, 'spread')).to.equal('unknown');
    element.observations = { receiveProcessors: 4 };
    await element.updateComplete;
    await step(element, 'spread').updateComplete;
    expect(stateOf(element, 'spread')).to.equal('done');
  });

  it('chooses another feature', async () => {
    const element = await check();
    const tabs = element.shadowRoot!.querySelector('nic-lab-tabs')!;
    expect(await heard(element, 'feature-choose', () => button(tabs, /NetDMA/).click())).to.deep.equal({ feature: 'netdma' });
    await element.updateComplete;
    expect(step(element, 'chipset')).to.not.equal(null);
  });

  it('leaves the virtual machine out where nobody names one', async () => {
    const element = await check({ feature: 'vmq', names: { host: 'server', adapter: 'lan' } });
    expect(step(element, 'guest')).to.equal(null);
    expect(step(element, 'registry')).to.not.equal(null);
  });
});
