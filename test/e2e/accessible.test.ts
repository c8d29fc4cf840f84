// The accessibility checker on every page and state, light and dark, and no sideways scrolling at 360 px.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from '#test';
import { serve, type Host } from './serve.ts';
import { openFirstSample, playLab, siteFolder, useBrowser, visit } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: (string | string[])[] }[] }[];
}

/** @returns one line for each broken rule: where, and what to do */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe); // not as a script element: the page's policy refuses that
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run());
  return violations.map(
    ({ id, help, nodes }) => `${id}, ${help}: ${nodes.map(({ target }) => target.flat().slice(-2).join(' ')).join('; ')}`,
  );
}

const states: { name: string; fragment: string; prepare?: (page: Page) => Promise<void> }[] = [
  { name: 'Capture, empty', fragment: '#capture' },
  { name: 'Capture, a sample open', fragment: '#capture', prepare: openFirstSample },
  {
    name: 'Capture, pinned and changed, table open',
    fragment: '#capture',
    prepare: async (page) => {
      await openFirstSample(page);
      await page.getByRole('button', { name: 'Pin as baseline' }).click();
      await page.getByRole('spinbutton', { name: 'Receive queues' }).fill('3');
      await page.getByRole('list', { name: 'Load per queue' }).getByRole('listitem').nth(3).waitFor({ state: 'detached' });
      await page.locator('nic-rss-form summary').first().click();
    },
  },
  {
    name: 'Capture, copy dialog',
    fragment: '#capture',
    prepare: async (page) => {
      await openFirstSample(page);
      await page.getByRole('button', { name: 'As commands' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'Hash',
    fragment: '#hash',
    prepare: (page) =>
      page
        .locator('nic-hash-page')
        .getByText(/0x[0-9a-f]{8}/)
        .first()
        .waitFor(),
  },
  { name: 'Lab, empty', fragment: '#lab' },
  { name: 'Lab, a run', fragment: '#lab?scenario=two-hosts-10g-1500.json', prepare: playLab },
  ...['Effective state', 'Settings', 'Console', 'Performance', 'Deployment'].map((tab) => ({
    name: `Lab, ${tab}`,
    fragment: '#lab?scenario=two-hosts-10g-1500.json',
    prepare: async (page: Page) => {
      await page.locator('nic-lab-windows').getByRole('tab', { name: tab, exact: true }).click();
      await page.getByRole('button', { name: 'Step', exact: true }).click();
      await page.waitForTimeout(500);
    },
  })),
  {
    name: 'Lab, two settings compared',
    fragment: '#lab?scenario=two-hosts-1g.json',
    prepare: async (page) => {
      await page.getByText('Compare with another setting').click();
      await page.getByRole('button', { name: 'Pin as A' }).click();
      await page.getByRole('button', { name: 'Step', exact: true }).click();
      await page.getByText('Throughput of applications').waitFor();
    },
  },
  {
    name: 'Lab, a faulty document',
    fragment: '#lab?scenario=two-hosts-1g.json',
    prepare: async (page) => {
      await page.getByRole('tab', { name: 'JSON' }).click();
      await page.locator('nic-lab-json textarea').fill('{ "nicscope": 1, "hosts": [{ "name": "a b", "nics": [] }] }');
      await page.getByRole('button', { name: 'Apply' }).click();
      await page.getByText('hosts[0]', { exact: false }).first().waitFor();
    },
  },
];

describe('accessibility', () => {
  let host: Host;
  useBrowser();
  beforeEach(async () => void (host = await serve(siteFolder)));

  for (const colorScheme of ['light', 'dark'] as const)
    for (const { name, fragment, prepare } of states)
      it(`${name}, ${colorScheme}`, async () => {
        const { page } = await visit({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(host.url + fragment);
        await page.getByRole('heading').first().waitFor();
        await prepare?.(page);
        expect(await violations(page)).to.deep.equal([]);
      });

  for (const { name, fragment, prepare } of states)
    it(`${name}, 360 px wide, does not scroll sideways`, async () => {
      const { page } = await visit({ viewport: { width: 360, height: 740 } });
      await page.goto(host.url + fragment);
      await page.getByRole('heading').first().waitFor();
      await prepare?.(page);
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth).to.be.at.most(clientWidth);
    });
});
