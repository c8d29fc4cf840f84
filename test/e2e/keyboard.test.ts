// The main job with the keyboard alone: Tab and Enter, and typing into a field.

import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from '#test';
import { serve, type Host } from './serve.ts';
import { siteFolder, useBrowser, verdictOf, visit } from './visit.ts';

/** Role-like name of what has the focus, through shadow roots: "button: Pin as baseline". */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return 'nothing';
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
  const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
  return `${element.getAttribute('type') === 'number' ? 'number' : element.localName}: ${name.trim().replace(/\s+/g, ' ')}`;
};

/** Presses Tab until what has the focus matches; fails with the way it went. */
async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<string> {
  const way: string[] = [];
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press(key);
    const name = await page.evaluate(focused);
    if (wanted.test(name)) return name;
    way.push(name);
  }
  throw new Error(`${key} does not lead to ${wanted}; the way was:\n${way.slice(0, 60).join('\n')}`);
}

describe('keyboard alone', () => {
  let host: Host;
  useBrowser();
  beforeEach(async () => void (host = await serve(siteFolder)));

  it('opens a sample, changes queues, pins, selects a bar, copies the commands', async () => {
    const { page } = await visit();
    await page.goto(host.url);
    const title = (await page.locator('nic-sample-list button .title').first().innerText()).trim();
    await tabTo(page, new RegExp(`^button: ${title.slice(0, 12).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    await page.keyboard.press('Enter');
    const first = await verdictOf(page);

    await tabTo(page, /^button: Pin as baseline/);
    await page.keyboard.press('Enter');
    await page.getByText('The setting is the baseline').waitFor();

    await tabTo(page, /^number: Receive queues/, 'Shift+Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('2');
    await page.getByRole('list', { name: 'Load per queue' }).getByRole('listitem').nth(2).waitFor({ state: 'detached' });
    expect(await verdictOf(page)).to.not.equal(first);

    const bar = await tabTo(page, /^button: Queue 1\b.*%/, 'Shift+Tab');
    expect(bar, 'the difference to the baseline is in the name').to.contain('baseline');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Load per queue' }).getByRole('button', { pressed: true }).waitFor();

    await tabTo(page, /^button: As commands/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Copy this setting' });
    await dialog.waitFor();
    expect(await dialog.locator('pre').count()).to.be.greaterThan(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(focused), 'the focus returns').to.match(/As commands/);
  });

  it('shows where the focus is', async () => {
    const { page } = await visit();
    await page.goto(host.url);
    await tabTo(page, /^a: Hash/);
    const outline = await page.evaluate(() => {
      let element = document.activeElement!;
      while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return { outlineStyle, width: parseFloat(outlineWidth) };
    });
    expect(outline.outlineStyle).to.not.equal('none');
    expect(outline.width).to.be.at.least(1);
  });
});
