// The site as an installed app: without a network after one visit, and from one version to the next.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '#test';
import { serve, toClose } from './serve.ts';
import { openFirstSample, siteFolder, useBrowser, visit } from './visit.ts';

/** Waits until the service worker has cached the site. */
const installed = () => navigator.serviceWorker.ready.then(() => undefined);

describe('offline', () => {
  useBrowser();

  it('works after one visit when the server is gone: reload, samples, Hash page, a shared link', async () => {
    const host = await serve(siteFolder, { path: '/nicscope/' });
    const { page, context, errors } = await visit();
    await page.goto(host.url);
    await page.evaluate(installed);
    await host.close();
    const refused = await fetch(host.url).then(
      () => false,
      () => true,
    );
    expect(refused, 'the server is gone').to.equal(true);

    await page.reload();
    await openFirstSample(page);
    await page.goto(`${host.url}#hash`);
    await page
      .locator('nic-hash-page')
      .getByText(/0x[0-9a-f]{8}/)
      .first()
      .waitFor();
    const other = await context.newPage();
    await other.goto(`${host.url}?utm_source=mail#capture`);
    await openFirstSample(other);
    expect(errors.filter((error) => !error.includes('ERR_CONNECTION_REFUSED'))).to.deep.equal([]);
  });

  it('offers a new version, and takes it only when asked', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nicscope-'));
    toClose.push(() => rm(folder, { recursive: true }));
    await cp(siteFolder, folder, { recursive: true });
    const host = await serve(folder);
    const { page } = await visit();
    await page.goto(host.url);
    await page.evaluate(installed);

    const index = join(folder, 'index.html');
    await writeFile(index, (await readFile(index, 'utf8')).replace('<head>', '<head><meta name="generator" content="next version">'));
    const worker = join(folder, 'sw.js');
    const text = await readFile(worker, 'utf8');
    const next = text.replace(/(url:"index\.html",revision:")[0-9a-f]+/, '$1next');
    expect(next === text, 'the list of files has index.html').to.equal(false);
    await writeFile(worker, next);

    await page.reload();
    const marker = page.locator('meta[name=generator]');
    await page.getByText('A new version is ready').waitFor();
    expect(await marker.count(), 'the old version still runs').to.equal(0);
    await page.getByRole('button', { name: 'Reload' }).click();
    await marker.waitFor({ state: 'attached' });
    await openFirstSample(page);
  });

  it('can be installed, and opens capture files from the system', async () => {
    const host = await serve(siteFolder, { path: '/nicscope/' });
    const { page, context } = await visit();
    await page.goto(host.url);
    const session = await context.newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).to.deep.equal([]);
    const manifest = JSON.parse(await readFile(join(siteFolder, 'manifest.webmanifest'), 'utf8')) as {
      icons: { src: string; purpose: string }[];
      file_handlers: { action: string; accept: Record<string, string[]> }[];
    };
    for (const { src } of manifest.icons) expect((await fetch(new URL(src, host.url))).status, src).to.equal(200);
    expect(manifest.icons.map(({ purpose }) => purpose)).to.include.members(['any', 'maskable']);
    expect(manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat())).to.have.members([
      '.pcap',
      '.cap',
      '.pcapng',
      '.gz',
    ]);
  });
});
