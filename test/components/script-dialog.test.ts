// Scripts from one configuration to another: what the dialog shows, and what its files are.

import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { readPasted, settledSettings } from '../../ui/readers/read.ts';
import { hostSettingsList } from '../../ui/scripts/differences.ts';
import { writeScripts } from '../../ui/scripts/scripts.ts';
import '../../ui/components/script-dialog/script-dialog.ts';
import type { NicScriptDialog } from '../../ui/components/script-dialog/script-dialog.ts';
import { type Configuration, fileBytes, fileName, scriptWarnings, usableNames } from '../../ui/components/script-dialog/script-files.ts';
import * as samples from '../readers/samples.ts';
import { staged, textOf } from './fakes.ts';

const all = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const button = (element: Element, label: string) => all(element, 'button').find((each) => textOf(each) === label)!;

const host = { name: 'files', nics: [{ name: 'lan', queues: 8 }] };
const tuned = {
  ...host,
  tcp: { autoTuning: 'restricted' },
  nics: [{ name: 'lan', queues: 8, mtu: 9000, receiveDescriptors: 2048, dmaDelay: '2 us', rss: { enabled: false } }],
};
const configurations: Configuration[] = [
  { id: 'opened', label: 'files, as opened', settings: hostSettingsList(host), adapters: [{ name: 'Ethernet 3', device: 'eth0' }] },
  { id: 'now', label: 'files, now', settings: hostSettingsList(tuned), adapters: [{ name: null, subkey: '0007' }] },
  { id: 'read', label: 'Read: server 7', settings: settledSettings(readPasted(samples.netsh2008)), adapters: [] },
];

async function opened(from?: string, to?: string): Promise<NicScriptDialog> {
  const element = await staged<NicScriptDialog>(html`<nic-script-dialog .configurations=${configurations}></nic-script-dialog>`);
  element.show(from, to);
  await element.updateComplete;
  return element;
}

async function tab(element: NicScriptDialog, label: string): Promise<string> {
  const tabs = one(element, 'nic-lab-tabs');
  [...tabs.shadowRoot!.querySelectorAll('button')].find((each) => textOf(each) === label)!.click();
  await element.updateComplete;
  return all(element, 'pre')[0]!.textContent;
}

describe('nic-script-dialog', () => {
  it('is accessible, with every tool and with nothing to compare', async () => {
    const element = await opened();
    await expect(element).to.be.accessible();
    await tab(element, 'PowerShell');
    await expect(element).to.be.accessible();
    element.configurations = configurations.slice(0, 1);
    await element.updateComplete;
    expect(textOf(one(element, 'section'))).to.equal('There are no two configurations to compare yet.');
    await expect(element).to.be.accessible();
  });

  it('shows the differences in words', async () => {
    const rows = all(await opened('opened', 'now'), 'tbody tr').map(textOf);
    expect(rows).to.include('Receive window auto-tuning Normal Restricted');
    expect(rows).to.include('MTU 1,500 bytes 9,000 bytes');
  });

  it('writes four scripts, each with its undo, its era and what it leaves', async () => {
    const element = await opened('opened', 'now');
    expect(await tab(element, 'netsh')).to.contain('netsh interface ipv4 set subinterface "Ethernet 3" mtu=9000');
    expect(all(element, 'pre')[1]!.textContent).to.contain('mtu=1500');
    expect(await tab(element, 'Registry file')).to.contain('\\0007]');
    expect(await tab(element, 'PowerShell')).to.contain('-Name "Ethernet 3"');
    expect(textOf(one(element, '.badge'))).to.equal('Windows Server 2012 and later');
    expect(await tab(element, 'ethtool')).to.contain('ethtool -G eth0 rx 2048');
    expect(textOf(one(element, '.panel .left'))).to.contain('DMA delay');
  });

  it('swaps', async () => {
    const element = await opened('opened', 'now');
    button(element, 'Swap').click();
    await element.updateComplete;
    expect([element.from, element.to]).to.deep.equal(['now', 'opened']);
    expect(await tab(element, 'netsh')).to.contain('autotuninglevel=normal');
  });

  it('tells what the second one does not name, and what cannot be undone', async () => {
    const toRead = await opened('opened', 'read');
    expect(textOf(one(toRead, '[aria-labelledby=differences]'))).to.match(/\d+ settings that “Read: server 7” does not name/);
    const fromRead = await opened('read', 'now');
    expect(textOf(one(fromRead, '.caution'))).to.contain('the undo scripts cannot set what nobody has noted');
  });

  it('takes names of adapters, and refuses those that could do harm', async () => {
    const element = await opened('opened', 'now');
    const input = one(element, 'fieldset input') as HTMLInputElement;
    const write = async (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input'));
      await element.updateComplete;
      return all(element, 'pre')[0]!.textContent;
    };
    expect(await write('LAN 1 & 2')).to.contain('"LAN 1 & 2" mtu=9000');
    expect(await write('a" & del x')).to.contain('"<name of adapter 0>" mtu=9000');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(all(element, '.panel .caution').map(textOf).join()).to.contain('Names of adapters are missing');
  });

  it('downloads under a sensible name', async () => {
    const element = await opened('opened', 'now');
    let name = '';
    const spy = (event: Event) => {
      name = (event.target as HTMLAnchorElement).download;
      event.preventDefault();
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      spy({ target: this, preventDefault: () => undefined } as unknown as Event);
    };
    try {
      await tab(element, 'Registry file');
      button(element, 'Download nicscope-files-undo.reg').click();
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(name).to.equal('nicscope-files-undo.reg');
  });

  it('closes on Escape', async () => {
    const element = await opened();
    await sendKeys({ press: 'Escape' });
    expect(element.isOpen).to.equal(false);
  });
});

describe('files of scripts', () => {
  const bytesOf = (tool: Parameters<typeof fileBytes>[0], text: string) => {
    const file = fileBytes(tool, text);
    if ('fault' in file) throw new Error(file.fault);
    return [...file.bytes];
  };
  it('are UTF-16 with its mark for Registry Editor, UTF-8 with its mark for PowerShell, plain for consoles', () => {
    expect(bytesOf('reg', 'a\r\n')).to.deep.equal([0xff, 0xfe, 97, 0, 13, 0, 10, 0]);
    expect(bytesOf('powershell', 'a\n')).to.deep.equal([0xef, 0xbb, 0xbf, 97, 13, 10]);
    expect(bytesOf('netsh', 'a\n')).to.deep.equal([97, 13, 10]);
    expect(bytesOf('ethtool', 'a\n')).to.deep.equal([97, 10]);
  });
  it('are named after the host, else after the label', () => {
    expect(configurations.slice(1).map((each) => fileName(each, 'powershell', false))).to.deep.equal([
      'nicscope-files.ps1',
      'nicscope-Read-server-7.ps1',
    ]);
    expect(fileName({ id: '', label: '../…', settings: [], adapters: [] }, 'ethtool', true)).to.equal('nicscope-host-undo.sh');
  });
  it('never hold a name that ends its quotes or its line', () => {
    for (const name of ['a"b', 'a”b', 'a\nb', '%PATH%', ''])
      expect(usableNames([{ name }])[0]!.name, JSON.stringify(name)).to.equal('<name of adapter 0>');
    expect(usableNames([{ device: 'eth0; rm', subkey: '7' }])[0]).to.include({ device: '<device 0>', subkey: '<subkey 0>' });
  });
  it('warn of a batch file that the console would read wrongly', () => {
    const names = usableNames([{ name: 'Büro', device: 'eth0', subkey: '0001' }]);
    const [netsh] = writeScripts(configurations[0]!.settings, configurations[1]!.settings, names);
    expect(scriptWarnings(netsh!)).to.have.length(1);
  });
});
