// A hand that does anything to every control of a host: what leaves the manager keeps the document valid. The page of host-scene.ts reads
// the document after every edit and fails where it has a fault.

import { expect } from '@open-wc/testing';
import { randomDocument } from '../scenario/documents.ts';
import { Random } from '../build/random.ts';
import { everything, oneHost, page, read, withHyperV, type Page } from './host-scene.ts';

const nodes = ['system', 'firmware', 'globals', 'tcp', 'chimney', 'processors', 'roles', 'software', 'hyperV', 'networks', 'machines'];
const tabs = ['General', 'Advanced', 'Driver', 'Hardware', 'Teaming', 'RSS details'];
const texts = [
  '', '0', '1', '2', '3', '5', '16', '63', '80', '1500', '9014', '99999', '-1', '1.5', 'abc', 'lan2', 'External', 'server', '20 ms', '1 GiB',
  '10 Gb/s', '02:00:00:00:00:07', '10.0.0.9/24', '10.0.0.9/24\n2001:db8::9/64', '0, 1', 'C:\\a.exe', 'SP1', '6d5a'.repeat(20), 'é"\\',
]; // prettier-ignore

const isThere = (control: Element): boolean => control.isConnected && !(control as HTMLInputElement).disabled;

async function handle(shown: Page, control: Element, random: Random): Promise<void> {
  if (!isThere(control)) return;
  if (control instanceof HTMLSelectElement) {
    control.selectedIndex = random.below(control.options.length);
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (control instanceof HTMLInputElement && control.type === 'checkbox') control.click();
  else {
    (control as HTMLInputElement).value = random.pick(texts);
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    control.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
  }
  await shown.element.updateComplete;
}

async function handleAll(shown: Page, random: Random): Promise<void> {
  await shown.settle();
  const controls = everything(shown.element, 'input:not([type=file]), select, textarea');
  for (const control of controls) if (random.oneIn(2)) await handle(shown, control, random);
  const acts = everything(shown.element, 'button').filter((each) => /^(Add|Remove|Bind|Install)/.test(each.textContent.trim()));
  for (const act of acts) if (isThere(act) && random.oneIn(2)) (act as HTMLElement).click();
  await shown.settle();
}

async function walk(shown: Page, random: Random): Promise<void> {
  for (const node of nodes) {
    await shown.open(node);
    await handleAll(shown, random);
  }
  for (const [nic] of shown.wanted.hosts[0]!.nics.entries())
    for (const tab of tabs) {
      await shown.open(`nics[${nic}]`, tab);
      for (let round = tab === 'Advanced' ? 6 : 1; round > 0; round--) {
        const options = everything(shown.element, '[role=option]') as HTMLElement[];
        if (options.length) random.pick(options).click();
        await handleAll(shown, random);
      }
    }
  for (const [machine] of shown.wanted.hosts[0]!.virtualMachines.entries()) {
    await shown.open(`machines[${machine}]`);
    await handleAll(shown, random);
  }
}

describe('any hand on a host', () => {
  for (const os of ['ws2003sp2', 'ws2008', 'ws2008r2'])
    it(`keeps the document valid, ${os}`, async () => {
      const random = new Random(os.length * 7 + 1);
      const shown = await page(oneHost(os, os === 'ws2003sp2' ? {} : withHyperV));
      await walk(shown, random);
      await walk(shown, random);
      expect(shown.edits.length).to.be.greaterThan(50);
    });

  it('keeps random documents valid', async () => {
    let edits = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const random = new Random(seed);
      const document = randomDocument(random);
      delete document.hosts[0]!.kind;
      const shown = await page(read(document));
      await walk(shown, random);
      edits += shown.edits.length;
      shown.element.remove();
    }
    expect(edits).to.be.greaterThan(80);
  });
});
