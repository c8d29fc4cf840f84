// The built site on a static host, below a sub-path, under its own Content-Security-Policy.

import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, it } from '#test';
import { serve, type Host } from './serve.ts';
import { capture, openFirstSample, siteFolder, strayRequests, useBrowser, verdictOf, visit, type Visit } from './visit.ts';

describe('site below a sub-path', () => {
  let host: Host;
  let visitor: Visit;

  useBrowser();
  beforeEach(async () => {
    host = await serve(siteFolder, { path: '/tools/nicscope/' });
    visitor = await visit();
    await visitor.page.goto(host.url);
  });

  it('opens a sample and gives a verdict, asks nobody else and breaks no policy', async () => {
    const { page } = visitor;
    await openFirstSample(page);
    expect(await visitor.violations()).to.deep.equal([]);
    expect(visitor.errors).to.deep.equal([]);
    expect(strayRequests(visitor.requests, host.origin)).to.deep.equal([]);
    expect(visitor.requests.some((url) => url.endsWith('.wasm'))).to.equal(true);
  });

  it('has a policy without inline code', async () => {
    const policy = await visitor.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy)
      .to.contain("script-src 'self' 'wasm-unsafe-eval'")
      .and.to.contain("default-src 'none'")
      .and.not.to.contain('unsafe-inline');
    expect(await visitor.page.locator('script:not([src]), style, [style], [onclick]').count(), 'inline code in the page').to.equal(0);
    const refused = await visitor.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.head.append(script);
      return !('inlineRan' in globalThis);
    });
    expect(refused, 'an inline script is refused').to.equal(true);
  });

  it('opens a capture file that is chosen', async () => {
    const { page } = visitor;
    await page.locator('nic-drop-zone input[type=file]').first().setInputFiles({ name: 'server.pcap', mimeType: '', buffer: capture() });
    await verdictOf(page);
    await page.getByText('server.pcap').first().waitFor();
    expect(visitor.errors).to.deep.equal([]);
  });

  it('says what is wrong with a file that is no capture, and lives on', async () => {
    const { page } = visitor;
    const text = Buffer.from('This is not a capture.\n'.repeat(20));
    await page.locator('nic-drop-zone input[type=file]').first().setInputFiles({ name: 'notes.pcap', mimeType: '', buffer: text });
    await page.locator('nic-message').filter({ hasText: 'notes.pcap' }).getByRole('alert').waitFor();
    await openFirstSample(page);
  });

  it('follows a change of queues, keeps it in the address and restores it on reload', async () => {
    const { page } = visitor;
    await openFirstSample(page);
    const bars = page.getByRole('list', { name: 'Load per queue' }).getByRole('listitem');
    expect(await bars.count()).to.equal(4);
    await page.getByRole('spinbutton', { name: 'Receive queues' }).fill('2');
    await expectCount(bars, 2);
    const verdict = await verdictOf(page);
    const address = page.url();
    expect(address).to.contain('#capture?');
    await page.reload();
    await expectCount(bars, 2);
    expect(await page.getByRole('spinbutton', { name: 'Receive queues' }).inputValue()).to.equal('2');
    expect(await verdictOf(page)).to.equal(verdict);
    expect(page.url()).to.equal(address);
  });

  it('shows the Hash page, and the back button returns to the capture', async () => {
    const { page } = visitor;
    await openFirstSample(page);
    const verdict = await verdictOf(page);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Hash' }).click();
    await page.locator('nic-hash-page').waitFor();
    await page
      .locator('nic-hash-page')
      .getByText(/0x[0-9a-f]{8}/)
      .first()
      .waitFor();
    await page.goBack();
    expect(await verdictOf(page)).to.equal(verdict);
    expect(await visitor.violations()).to.deep.equal([]);
    expect(visitor.errors).to.deep.equal([]);
  });

  it('shows its first page without waiting for the core', async () => {
    const slow = await visit();
    await slow.page.route('**/*.wasm', () => undefined); // never answers
    await slow.page.goto(host.url);
    await slow.page.getByRole('heading', { level: 1 }).waitFor();
  });
});

/** Waits until a list has so many items. */
async function expectCount(items: Locator, count: number): Promise<void> {
  await items.nth(count - 1).waitFor();
  for (const until = Date.now() + 10_000; (await items.count()) !== count && Date.now() < until;)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await items.count()).to.equal(count);
}
