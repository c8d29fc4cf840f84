// The Windows side of a host on the built site: a command at its prompt changes the run, the gates say what is off and turn it on, counters
// are sampled, two settings are compared; under the site's policy, and offline.

import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from '#test';
import { serve, type Host } from './serve.ts';
import { siteFolder, strayRequests, useBrowser, visit, type Visit } from './visit.ts';

const windows = (page: Page): Locator => page.locator('nic-lab-windows');

async function openTab(page: Page, name: string): Promise<void> {
  await windows(page).getByRole('tab', { name, exact: true }).click();
}

async function goTo(page: Page, time: string): Promise<void> {
  await page.getByRole('textbox', { name: /time/i }).first().fill(time);
  await page.getByRole('button', { name: 'Go to' }).click();
}

async function enter(page: Page, line: string, answer: string | RegExp): Promise<void> {
  const input = windows(page).getByRole('textbox', { name: /Administrator>/ });
  await input.fill(line);
  await input.press('Enter');
  await windows(page).getByRole('log').getByText(answer).last().waitFor();
}

describe('the Windows side of the Lab', () => {
  let host: Host;
  let visitor: Visit;

  useBrowser();
  beforeEach(async () => {
    host = await serve(siteFolder, { path: '/tools/nicscope/' });
    visitor = await visit();
    await visitor.page.goto(`${host.url}#lab?scenario=two-hosts-10g-1500.json`);
    await windows(visitor.page).waitFor();
  });

  it('a command switches RSS off while it runs; the gates say so, and switch it on again', async () => {
    const { page } = visitor;
    await goTo(page, '5 ms');
    await openTab(page, 'Console');
    await enter(page, 'netsh int tcp set global rss=disabled', 'Ok.');
    await openTab(page, 'Effective state');
    const sentence = windows(page).getByText('Receive Side Scaling is disabled in the operating system.');
    await sentence.waitFor();
    await windows(page).getByRole('button', { name: 'Make this change' }).first().click();
    await sentence.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await sentence.waitFor();
    expect(await visitor.violations()).to.deep.equal([]);
    expect(visitor.errors).to.deep.equal([]);
    expect(strayRequests(visitor.requests, host.origin)).to.deep.equal([]);
  });

  it('follows one frame to the application, and shows its hash bit by bit', async () => {
    const { page } = visitor;
    await page.getByText('Follow one frame').click();
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    await page.getByText('Waits for the next frame').waitFor();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByText('The frame has come to the end of its way.').waitFor();
    await page
      .getByRole('list', { name: 'Steps of the frame' })
      .getByText(/^TCP takes [\d,]+ bytes/)
      .waitFor();
    await page.getByRole('button', { name: 'Show the hash bit by bit' }).click();
    await page.locator('nic-hash-view').waitFor();
    expect(new URL(page.url()).hash).to.match(/^#hash\?src=192\.0\.2\./);
    expect(visitor.errors).to.deep.equal([]);
    expect(strayRequests(visitor.requests, host.origin)).to.deep.equal([]);
  });

  it('shows counters that were sampled, and a checklist that lives', async () => {
    const { page } = visitor;
    await openTab(page, 'Performance');
    await windows(page).locator('nic-perf-monitor').waitFor();
    await goTo(page, '30 ms');
    await windows(page).getByRole('row').filter({ hasText: '% DPC Time' }).first().waitFor();
    await openTab(page, 'Deployment');
    await windows(page).getByText('Receive Side Scaling').first().waitFor();
    await openTab(page, 'Settings');
    await windows(page)
      .getByRole('treeitem', { name: /Registry/ })
      .click();
    await windows(page).getByText('HKEY_LOCAL_MACHINE').first().waitFor();
    expect(await visitor.violations()).to.deep.equal([]);
    expect(visitor.errors).to.deep.equal([]);
  });

  it('compares a pinned setting with another', async () => {
    const { page } = visitor;
    await page.getByText('Compare with another setting').click();
    await page.getByRole('button', { name: 'Pin as A' }).click();
    await openTab(page, 'Console');
    await enter(page, 'netsh int tcp set global rss=disabled', 'Ok.');
    await goTo(page, '10 ms');
    await page.getByText('Both at 10').waitFor();
    await page.getByRole('row').filter({ hasText: 'Throughput of applications' }).getByText('worse').waitFor();
  });

  it('works offline, every tab of it', async () => {
    const { page, context } = visitor;
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.reload();
    await windows(page).waitFor();
    for (const tab of ['Settings', 'Console', 'Performance', 'Deployment', 'Effective state']) await openTab(page, tab);
    await windows(page).getByText('Large send offload V2').first().waitFor();
    await windows(page).getByRole('button', { name: 'Read a real server…' }).click();
    await page.getByRole('dialog').waitFor();
  });
});
