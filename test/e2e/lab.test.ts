// The Lab page on the built site: a ready scenario runs, goes back, is edited, saved and reported, under the site's policy and offline.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from '#test';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { serve, type Host } from './serve.ts';
import { capture, playLab, siteFolder, strayRequests, useBrowser, visit, type Visit } from './visit.ts';

async function reportOf(page: Page): Promise<WorldReport> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save report' }).click();
  return JSON.parse(readFileSync(await (await saved).path(), 'utf8')) as WorldReport;
}

async function goTo(page: Page, time: string): Promise<void> {
  await page.getByRole('textbox', { name: /time/i }).fill(time);
  await page.getByRole('button', { name: 'Go to' }).click();
}

describe('the Lab', () => {
  let host: Host;
  let visitor: Visit;

  useBrowser();
  beforeEach(async () => {
    host = await serve(siteFolder, { path: '/tools/nicscope/' });
    visitor = await visit();
  });

  it('runs a ready scenario, asks nobody else and breaks no policy', async () => {
    const { page } = visitor;
    await page.goto(`${host.url}#lab?scenario=two-hosts-10g-1500.json`);
    await playLab(page);
    expect(await visitor.violations()).to.deep.equal([]);
    expect(visitor.errors).to.deep.equal([]);
    expect(strayRequests(visitor.requests, host.origin)).to.deep.equal([]);
    await page.getByRole('row').filter({ hasText: '192.0.2.1:5001' }).first().waitFor();
  });

  it('gives the same report at a time whether it was run to or gone back to', async () => {
    const { page } = visitor;
    await page.goto(`${host.url}#lab?scenario=two-hosts-1g.json`);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const at = async (time: string, ps: number): Promise<WorldReport> => {
      await goTo(page, time);
      for (;;) {
        const report = await reportOf(page);
        if (report.timePs === ps) return report;
      }
    };
    const first = await at('12 ms', 12e9);
    await at('30 ms', 30e9);
    const again = await at('12 ms', 12e9);
    expect(again).to.deep.equal(first);
    expect(first.faults).to.deep.equal([]);
    expect(first.apps[0]!.serverReceivedBytes).to.be.greaterThan(0);
  });

  it('lists the faults of a document, keeps the world that runs, and takes it back', async () => {
    const { page } = visitor;
    await page.goto(`${host.url}#lab?scenario=two-hosts-1g.json`);
    await playLab(page);
    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.locator('nic-lab-json textarea').fill('{ "nicscope": 1, "hosts": [{ "name": "a b", "nics": [] }] }');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('hosts[0].name').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('hosts[0].name').first().waitFor({ state: 'detached' });
    await playLab(page);
  });

  it('takes a capture for a scenario that replays one', async () => {
    const { page } = visitor;
    await page.goto(`${host.url}#lab?scenario=busy-web-server.json`);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.locator('nic-lab-page input[type=file]').first().setInputFiles({ name: 'mine.pcap', mimeType: '', buffer: capture() });
    // The world starts again at 0 a moment after the change.
    for (let frames = 0; frames < 400;) {
      await goTo(page, '50 ms');
      frames = (await reportOf(page)).nics[0]!.arrivedFrames;
    }
  });

  it('works offline once the site has been visited', async () => {
    const { page, context } = visitor;
    await page.goto(host.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await context.setOffline(true);
    await page.goto(`${host.url}#lab?scenario=sixteen-clients.json`);
    await page.reload();
    await playLab(page);
  });
});
