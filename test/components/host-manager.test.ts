// The live view of one Windows host: its tree, its sheets, what they ask the page for, and what they refuse.

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { heard, textOf } from './fakes.ts';
import { button, choose, deepText, everything, oneHost, page, withHyperV } from './host-scene.ts';

const at = (path: string) => `hosts[0].${path}`;
const nodes = [
  'computer', 'firmware', 'globals', 'tcp', 'chimney', 'processors', 'nics', 'nics[0]', 'roles', 'software', 'hyperV', 'networks', 'machines', 'machines[0]', 'registry',
]; // prettier-ignore
const tabs = ['General', 'Advanced', 'Driver', 'Hardware', 'Teaming', 'RSS details'];

describe('nic-host-manager', () => {
  for (const os of ['ws2003sp2', 'ws2008', 'ws2008r2'])
    it(`is accessible on every sheet and tab, ${os}`, async () => {
      const shown = await page(oneHost(os, os === 'ws2003sp2' ? {} : withHyperV));
      for (const node of nodes) {
        await shown.open(node);
        await expect(shown.element, node).to.be.accessible();
      }
      for (const tab of tabs) {
        await shown.open('nics[0]', tab);
        await expect(shown.element, tab).to.be.accessible();
      }
    });

  it('is accessible with settings that wait, one marked and one refused', async () => {
    const shown = await page(oneHost('ws2008r2', withHyperV), { highlight: at('windows.registry.RssBaseCpu') });
    await shown.type(at('windows.registry.RssBaseCpu'), '2');
    await shown.type(at('windows.registry.MaxNumRssCpus'), '99');
    await expect(shown.element).to.be.accessible();
  });

  it('an ideal host has no Windows', async () => {
    expect(deepText((await page(oneHost('ws2008r2'), { host: 1 })).element)).to.include('It has no Windows that could be set.');
  });

  it('walks the tree with the keyboard and tells which node was chosen', async () => {
    const shown = await page(oneHost('ws2008r2'));
    const tree = shown.element.shadowRoot!.querySelector('nic-lab-tree')!;
    tree.shadowRoot!.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    const pressed = heard(shown.element, 'host-node', () => undefined);
    await sendKeys({ press: 'Enter' });
    expect(await pressed).to.deep.equal({ node: 'firmware' });
    await shown.settle();
    expect(textOf(shown.element.shadowRoot!.querySelector('h2'))).to.equal('Firmware');
  });

  it('walks the tabs of an adapter with arrow keys', async () => {
    const shown = await page(oneHost('ws2008r2'), { selected: 'nics[0]' });
    everything(shown.element, '[role=tab]').map((tab) => (tab as HTMLElement).focus());
    everything(shown.element, '[role=tab]')[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await shown.settle();
    expect(textOf(everything(shown.element, '[aria-selected=true][role=tab]')[0])).to.equal('Advanced');
  });
});

describe('settings of a host', () => {
  it('netsh globals have “as installed” with its value among theirs', async () => {
    const shown = await page(oneHost('ws2008r2'), { selected: 'globals' });
    expect([...shown.control(at('windows.netsh.chimney')).options].map(({ text }) => text)).to.deep.equal([
      'As installed (Automatic)', 'Disabled', 'Enabled', 'Automatic',
    ]); // prettier-ignore
    await shown.choose(at('windows.netsh.chimney'), /^Enabled$/);
    expect(shown.wanted.hosts[0]!.windows.netsh.chimney).to.equal('enabled');
    await shown.choose(at('windows.netsh.chimney'), /^As installed/);
    expect(shown.edits.at(-1)).to.deep.equal({ path: at('windows.netsh.chimney'), value: undefined });
    expect(shown.wanted.hosts[0]!.windows.netsh).to.not.have.property('chimney');
  });

  it('the automatic mode is not offered before 2008 R2', async () => {
    const shown = await page(oneHost('ws2008'), { selected: 'globals' });
    const options = [...shown.control(at('windows.netsh.chimney')).options];
    expect(options.map(({ text, disabled }) => [text, disabled])).to.deep.include(['Automatic (not in Windows Server 2008)', true]);
  });

  for (const [os, path, says] of [
    ['ws2008', 'windows.netsh.netdma', /Windows Server 2008 does not have this\. The switch is “Windows, Registry: EnableTCPA”/],
    ['ws2003sp2', 'windows.netsh.rss', /Windows Server 2003 SP2 does not have this\. The switch is “Windows, Registry: EnableRSS”/],
    ['ws2003sp2', 'windows.netsh.dca', /Windows Server 2003 SP2 does not have this\./],
  ] as const)
    it(`says that ${os} does not have ${path}, and where its switch is`, async () => {
      const shown = await page(oneHost(os), { selected: 'globals' });
      expect(shown.textOf(at(path))).to.match(says);
      expect(everything(shown.field(at(path)), 'input, select')).to.deep.equal([]);
    });

  it('one click leads to the switch that the version has instead', async () => {
    const shown = await page(oneHost('ws2008'), { selected: 'globals' });
    button(shown.field(at('windows.netsh.netdma')), 'Show it').click();
    await shown.settle();
    expect(shown.field(at('windows.registry.EnableTCPA')).hasAttribute('marked')).to.equal(true);
  });

  for (const [os, names] of [
    ['ws2003sp2', ['EnableRSS', 'EnableTCPChimney', 'EnableTCPA', 'DisableTaskOffload', 'MaxNumRssCpus', 'RssBaseCpu']],
    ['ws2008', ['EnableTCPA', 'DisableTaskOffload', 'MaxNumRssCpus', 'RssBaseCpu']],
    ['ws2008r2', ['DisableTaskOffload', 'MaxNumRssCpus', 'RssBaseCpu', 'TenGigVmqEnabled', 'BelowTenGigVmqEnabled']],
  ] as const)
    it(`shows the registry values that ${os} reads`, async () => {
      const shown = await page(oneHost(os), { selected: 'globals' });
      const paths = everything(shown.element, 'nic-host-field').map((each) => each.getAttribute('path')!);
      expect(paths.filter((path) => path.includes('.registry.'))).to.deep.equal(names.map((name) => at(`windows.registry.${name}`)));
    });

  it('what waits says for what, what is in force, and asks for the restart', async () => {
    const shown = await page(oneHost('ws2008r2'), { selected: 'globals' });
    await shown.type(at('windows.registry.RssBaseCpu'), '2');
    expect(shown.textOf(at('windows.registry.RssBaseCpu'))).to.include('Waits for a restart of the computer; in force: as installed.');
    const asked = heard(shown.element, 'host-restart', () => button(shown.field(at('windows.registry.RssBaseCpu')), /^Restart/).click());
    expect(await asked).to.deep.equal({ what: 'computer' });
    expect(deepText(shown.element)).to.include('1 setting waits for a restart');
  });

  it('a change of an adapter asks for a restart of that adapter', async () => {
    const shown = await page(oneHost('ws2008r2'), { highlight: at('nics[1].rss.baseProcessor') });
    const tab = everything(shown.element, 'nic-host-advanced')[0]!;
    const input = everything(tab, '#value')[0] as HTMLInputElement;
    input.value = '2';
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('change'));
    await shown.settle();
    expect(shown.edits).to.deep.equal([{ path: at('nics[1].rss.baseProcessor'), value: 2 }]);
    expect(await heard(shown.element, 'host-restart', () => button(tab, 'Restart lan2').click())).to.deep.equal({
      what: 'adapter',
      nic: 1,
    });
  });

  it('refuses what does not fit, beside the control, and takes nothing out of the page', async () => {
    const shown = await page(oneHost('ws2008r2'), { selected: 'globals' });
    await shown.type(at('windows.registry.RssBaseCpu'), '63');
    expect(shown.edits).to.deep.equal([]);
    expect(shown.textOf(at('windows.registry.RssBaseCpu'))).to.include('Base processor 63 does not exist');
    await shown.open('roles');
    const hyper = await page(oneHost('ws2008r2', withHyperV), { selected: 'roles' });
    hyper.control(at('windows.roles.hyperV')).click();
    await hyper.settle();
    expect(hyper.edits).to.deep.equal([]);
    expect(hyper.textOf(at('windows.roles.hyperV'))).to.include('need the Hyper-V role');
  });

  it('says what starts the run again, and only that', async () => {
    const shown = await page(oneHost('ws2008r2'), { highlight: at('nics[0].queues') });
    expect(shown.textOf(at('nics[0].queues'))).to.include('from time 0: the run starts again');
    expect(shown.textOf(at('nics[0].interrupts'))).to.not.include('from time 0');
    await shown.open('processors');
    expect(deepText(shown.element)).to.include('All of these from time 0');
  });

  it('a typed value counts when Enter is pressed, and Escape takes it back', async () => {
    const shown = await page(oneHost('ws2008r2'), { highlight: at('nics[0].mtu') });
    shown.control(at('nics[0].mtu')).focus();
    await sendKeys({ type: '9' });
    await sendKeys({ press: 'Escape' });
    await shown.settle();
    expect(shown.control(at('nics[0].mtu')).value).to.equal('1500');
    shown.control(at('nics[0].mtu')).select();
    await sendKeys({ type: '9000' });
    expect(shown.edits).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    expect(shown.edits).to.deep.equal([{ path: at('nics[0].mtu'), value: 9000 }]);
  });

  it('a default is written out, so that the document stays full', async () => {
    const shown = await page(oneHost('ws2008r2', { windows: { software: { windowsFirewall: false } } }), { selected: 'software' });
    shown.control(at('windows.software.windowsFirewall')).click();
    expect(shown.edits).to.deep.equal([{ path: at('windows.software.windowsFirewall'), value: true }]);
  });

  it('an adapter that is renamed keeps its cable, its traffic and its virtual network', async () => {
    const shown = await page(
      oneHost('ws2008r2', { windows: withHyperV['windows'], virtualNetworks: [{ name: 'External', adapter: 'lan' }] }),
      {
        highlight: at('nics[0].name'),
      },
    );
    await shown.type(at('nics[0].name'), 'uplink');
    expect(shown.wanted.links[0]!.ends).to.deep.equal(['client.lan', 'server.uplink']);
    expect(shown.wanted.traffic[0]).to.include({ to: 'server.uplink:5001' });
    expect(shown.wanted.hosts[0]!.virtualNetworks[0]!.adapter).to.equal('uplink');
    await shown.open('system');
    await shown.type(at('name'), 'srv');
    expect(shown.wanted.links[0]!.ends).to.deep.equal(['client.lan', 'srv.uplink']);
  });
});

describe('the Advanced tab', () => {
  const labels = async (os: string) =>
    everything((await page(oneHost(os), { highlight: at('nics[0].rss.enabled') })).element, '[role=option] > span:first-child').map(
      (each) => textOf(each),
    );

  it('lists the standardized keywords of the version, and never the hidden one', async () => {
    const [old, r2] = [await labels('ws2008'), await labels('ws2008r2')];
    expect(old).to.include.members(['Receive Side Scaling', 'Large Send Offload V2 (IPv6)', 'Jumbo Packet']);
    expect(old.filter((label) => /VMQ|Virtual Machine|Base Processor/.test(label))).to.deep.equal([]);
    expect(r2).to.include.members(['Virtual Machine Queues', 'RSS Base Processor Number', 'Maximum number of RSS Processors']);
    expect(r2.join()).to.not.include('Preference');
  });

  it('of 2003 they are the vendor’s', async () => {
    const shown = await page(oneHost('ws2003sp2'), { highlight: at('nics[0].rss.enabled') });
    expect(deepText(shown.element)).to.include('The driver of this version has names of its own for these.');
  });

  it('chooses a property with arrow keys and its value from the texts of Windows', async () => {
    const shown = await page(oneHost('ws2008r2'), { highlight: at('nics[0].checksumOffload') });
    const tab = everything(shown.element, 'nic-host-advanced')[0]!;
    const select = everything(tab, '#value')[0] as HTMLSelectElement;
    expect([...select.options].map(({ text, disabled }) => [text, disabled])).to.deep.equal([
      ['Disabled', false], ['Tx Enabled (not on this adapter)', true], ['Rx Enabled (not on this adapter)', true], ['Rx & Tx Enabled', false],
    ]); // prettier-ignore
    choose(select, /^Disabled/);
    expect(shown.edits).to.deep.equal([{ path: at('nics[0].checksumOffload'), value: false }]);
    const list = everything(tab, '[role=listbox]')[0] as HTMLElement;
    list.focus();
    await sendKeys({ press: 'ArrowDown' });
    await shown.settle();
    expect(textOf(everything(tab, '[aria-selected=true] > span')[0])).to.equal('Interrupt Moderation');
    await sendKeys({ press: 'End' });
    await shown.settle();
    expect(everything(tab, '[role=option]').at(-1)!.getAttribute('aria-selected')).to.equal('true');
  });

  it('leads to the hidden keyword in the registry', async () => {
    const shown = await page(oneHost('ws2008r2'), { highlight: at('nics[1].rss.enabled') });
    button(shown.element, 'Show it in the registry').click();
    await shown.settle();
    expect(shown.element.selected).to.equal('registry');
    expect(textOf(everything(shown.element, 'tr.selected')[0])).to.include('*RssOrVmqPreference');
    expect(textOf(everything(shown.element, '.path')[0])).to.match(/\\0008$/);
  });

  it('connection offload may be as installed', async () => {
    const shown = await page(oneHost('ws2008', {}, { connectionOffload: { ipv4: true } }), {
      highlight: at('nics[0].connectionOffload.ipv4'),
    });
    choose(everything(shown.element, '#value')[0] as HTMLSelectElement, /^As installed \(Disabled\)/);
    expect(shown.edits).to.deep.equal([{ path: at('nics[0].connectionOffload.ipv4'), value: undefined }]);
  });
});

describe('parts of a host', () => {
  it('adds and removes rows of the chimney tables', async () => {
    const shown = await page(oneHost('ws2008r2'), { selected: 'chimney' });
    const rows = everything(shown.element, 'nic-host-rows')[0]!;
    const port = everything(rows, '[aria-label="Local port of the new row"]')[0] as HTMLInputElement;
    port.value = '80';
    port.dispatchEvent(new Event('change'));
    button(rows, /^Add: port entry/).click();
    await shown.settle();
    expect(shown.wanted.hosts[0]!.windows.chimneyPorts).to.deep.equal([{ state: 'enabled', localPort: 80 }]);
    button(rows, /^Remove row 1/).click();
    expect(shown.wanted.hosts[0]!.windows.chimneyPorts).to.deep.equal([]);
    const applications = everything(shown.element, 'nic-host-rows')[1]!;
    button(applications, /^Add:/).click();
    await shown.settle();
    expect(deepText(applications)).to.include('Application: "" does not fit');
  });

  it('ticks an update', async () => {
    const shown = await page(oneHost('ws2008r2'), { selected: 'system' });
    (
      everything(shown.element, 'nic-host-updates input[type=checkbox], input[type=checkbox]').find(
        (each) => textOf(each.parentElement) === 'KB 2477730',
      ) as HTMLInputElement
    ).click();
    expect(shown.wanted.hosts[0]!.windows.updates).to.deep.equal(['KB 2477730']);
  });

  it('shows which processors are RSS processors of which adapter', async () => {
    const shown = await page(oneHost('ws2008r2', { processors: { sockets: 2 } }), { selected: 'processors' });
    const table = everything(shown.element, 'nic-host-processors')[0]!;
    const rows = everything(table, 'tbody tr').map((row) => [...row.children].map((cell) => textOf(cell)));
    expect(rows).to.have.length(8);
    expect(rows.map((row) => row[5])).to.deep.equal(['queue 0', 'queue 1', 'queue 2', 'queue 3', '–', '–', '–', '–']);
    expect(rows[4]).to.deep.equal(['4', '1', '4', '0', '0', '–', '–']);
  });

  it('without the Hyper-V role says how to get it, and installs it', async () => {
    const shown = await page(oneHost('ws2008r2'), { selected: 'hyperV' });
    button(shown.element, 'Install the Hyper-V role').click();
    expect(shown.edits).to.deep.equal([{ path: at('windows.roles.hyperV'), value: true }]);
    const old = await page(oneHost('ws2003sp2'), { selected: 'hyperV' });
    expect(deepText(old.element)).to.include('Windows Server 2003 SP2 does not have the Hyper-V role');
  });

  it('makes a virtual network and a virtual machine, and opens it', async () => {
    const shown = await page(oneHost('ws2008r2', { windows: { roles: { hyperV: true } } }), { selected: 'networks' });
    button(shown.element, /^Add: virtual network/).click();
    await shown.settle();
    expect(shown.wanted.hosts[0]!.virtualNetworks).to.deep.equal([
      { name: 'External', kind: 'external', adapter: 'lan', management: true },
    ]);
    const kind = everything(shown.element, '[aria-label="Connection, row 1"]')[0] as HTMLSelectElement;
    choose(kind, /^Private/);
    await shown.settle();
    expect(shown.wanted.hosts[0]!.virtualNetworks[0]).to.deep.include({ kind: 'private' }).and.not.have.property('adapter');
    await shown.open('machines');
    button(shown.element, 'Add a virtual machine').click();
    await shown.settle();
    expect(shown.element.selected).to.equal('machines[0]');
    expect(shown.wanted.hosts[0]!.virtualMachines[0]).to.include({ name: 'vm1', network: 'External' });
    await shown.type(at('virtualMachines[0].vlan'), '12');
    shown.control(at('virtualMachines[0].optimizations')).click();
    expect(shown.wanted.hosts[0]!.virtualMachines[0]).to.include({ vlan: 12, optimizations: true });
  });

  it('binds an adapter to a virtual network and back', async () => {
    const shown = await page(oneHost('ws2008r2', { windows: { roles: { hyperV: true } } }), { selected: 'nics[0]' });
    button(shown.element, 'Bind to a new virtual network').click();
    await shown.settle();
    expect(shown.wanted.hosts[0]!.virtualNetworks[0]).to.include({ name: 'External', adapter: 'lan' });
    button(shown.element, 'Bind to TCP/IP again').click();
    expect(shown.wanted.hosts[0]!.virtualNetworks).to.deep.equal([]);
  });

  it('asks why a feature is on or off, for a command, and for the form of the document', async () => {
    const shown = await page(oneHost('ws2008r2'), { selected: 'nics[1]' });
    expect(await heard(shown.element, 'host-why', () => button(shown.element, /^Virtual Machine Queue: off/).click())).to.deep.equal({
      feature: 'vmq',
      nic: 1,
    });
    await shown.open('nics[1]', 'RSS details');
    expect(await heard(shown.element, 'host-document', () => button(shown.element, /^Open RSS in the form/).click())).to.deep.equal({
      path: at('nics[1].rss'),
    });
    await shown.open('globals');
    expect(await heard(shown.element, 'host-run', () => button(shown.element, 'netsh interface tcp show global').click())).to.deep.equal({
      line: 'netsh interface tcp show global',
    });
  });
});
