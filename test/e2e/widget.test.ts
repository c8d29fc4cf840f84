// The widget in pages of other origins: the page, the module and the capture each come from a server of their own.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from '#test';
import { serve, type Host } from './serve.ts';
import { capture, strayRequests, useBrowser, verdictOf, visit, widgetFolder, type Visit } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const crossOrigin = { 'access-control-allow-origin': '*' };

interface Embedding {
  body: string;
  head?: string;
  policy?: string;
  headers?: Record<string, string>;
}

describe('widget in a page of another origin', () => {
  let cdn: Host;
  let data: Host;

  useBrowser();
  beforeEach(async () => {
    cdn = await serve(widgetFolder, { headers: crossOrigin });
    data = await serve(null, { files: { 'server.pcap': capture() }, headers: crossOrigin });
  });

  /** Opens a page that embeds the widget; "$cdn" and "$data" in it stand for the other servers. */
  async function open(
    { body, head = '', policy, headers = {} }: Embedding,
    options: Parameters<typeof visit>[0] = {},
  ): Promise<Visit & { host: Host }> {
    const fill = (text: string) => text.replaceAll('$cdn', cdn.origin).replaceAll('$data', data.origin);
    const html = fill(`<!doctype html><html lang="en"><head><title>A blog</title>${head}
      <script type="module" src="$cdn/nic-scope.js"></script></head><body><main><h1>A blog</h1>${body}</main></body></html>`);
    const host = await serve(null, {
      files: { 'index.html': html },
      headers: policy ? { ...headers, 'content-security-policy': fill(policy) } : headers,
    });
    const visitor = await visit(options);
    await visitor.page.goto(host.url);
    return { ...visitor, host };
  }

  it('reads a capture and gives the verdict; asks only for the module and the capture', async () => {
    const { page, requests, errors, host } = await open({ body: '<nic-scope src="$data/server.pcap"></nic-scope>' });
    await verdictOf(page);
    const foreign = strayRequests(requests, host.origin);
    expect(foreign.sort()).to.deep.equal([`${cdn.origin}/nic-scope.js`, `${data.origin}/server.pcap`].sort());
    expect(errors.filter((error) => !error.includes('favicon'))).to.deep.equal([]);
    expect(await page.evaluate(() => self.crossOriginIsolated)).to.equal(false);
  });

  it('runs several times in one page, each with its own setting', async () => {
    const { page } = await open({
      body: `<nic-scope src="$data/server.pcap" preset="single-queue"></nic-scope>
        <nic-scope src="$data/server.pcap" state="capture?q=2"></nic-scope>`,
    });
    await verdictOf(page, 0);
    await page.locator('nic-scope').nth(1).scrollIntoViewIfNeeded();
    await verdictOf(page, 1);
    const queues = (index: number) =>
      page.locator('nic-scope').nth(index).getByRole('list', { name: 'Load per queue' }).getByRole('listitem');
    await queues(0).first().waitFor();
    await queues(1).first().waitFor();
    expect([await queues(0).count(), await queues(1).count()]).to.deep.equal([1, 2]);
  });

  it('does not mind being loaded twice, from two addresses', async () => {
    const { page, errors } = await open({
      head: '<script type="module" src="$cdn/nic-scope.js?again"></script>',
      body: '<nic-scope src="$data/server.pcap"></nic-scope>',
    });
    await verdictOf(page);
    expect(errors.filter((error) => !error.includes('favicon'))).to.deep.equal([]);
  });

  it('works under a strict policy of the page, with the two sources that it documents', async () => {
    const { page, violations } = await open({
      body: '<nic-scope src="$data/server.pcap"></nic-scope>',
      policy:
        "default-src 'self'; script-src $cdn 'wasm-unsafe-eval'; worker-src blob:; connect-src $data; style-src 'self'; img-src 'self'",
    });
    await verdictOf(page);
    expect(await violations()).to.deep.equal([]);
  });

  it('works in a page that is cross-origin isolated, and in a sandboxed frame', async () => {
    const isolated = await open({
      body: '<nic-scope view="hash"></nic-scope>',
      headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
    });
    await hashShown(isolated.page);
    const frame = `<!doctype html><html lang='en'><title>Frame</title><script type='module' src='$cdn/nic-scope.js'></script><nic-scope view='hash'></nic-scope>`;
    const sandboxed = await open({
      body: `<iframe title="Example" sandbox="allow-scripts" width="800" height="600" srcdoc="${frame}"></iframe>`,
    });
    await sandboxed.page
      .frameLocator('iframe')
      .locator('nic-scope')
      .getByText(/0x[0-9a-f]{8}/)
      .first()
      .waitFor();
  });

  it('shows its fallback and says why where the page does not let it run', async () => {
    const { page } = await open({
      body: '<nic-scope src="$data/server.pcap"><p>A picture of the load.</p></nic-scope>',
      policy: "default-src 'self'; script-src $cdn; connect-src $data", // no Wasm, no worker
    });
    await page.locator('nic-scope [part~=message]').waitFor();
    await page.getByText('A picture of the load.').waitFor();
  });

  it('shows its fallback when the module is blocked altogether', async () => {
    const { page } = await open({
      body: '<nic-scope src="$data/server.pcap"><p>A picture of the load.</p></nic-scope>',
      policy: "default-src 'self'",
    });
    await page.getByText('A picture of the load.').waitFor();
    expect(await page.evaluate(() => customElements.get('nic-scope') === undefined)).to.equal(true);
  });

  it('follows the page into the dark, and its own theme against the page', async () => {
    const style = '<style>html { color-scheme: light dark; background: Canvas; }</style>';
    const ground = (page: Page) =>
      page.locator('nic-scope').evaluate((element) => {
        const probe = document.createElement('i');
        probe.setAttribute('style', 'background: var(--nic-surface)');
        element.shadowRoot!.append(probe);
        const [red = 0] = getComputedStyle(probe).backgroundColor.match(/\d+/g)!.map(Number);
        probe.remove();
        return red < 128 ? 'dark' : 'light';
      });
    const dark = await open({ head: style, body: '<nic-scope view="hash"></nic-scope>' }, { colorScheme: 'dark' });
    await hashShown(dark.page);
    expect(await ground(dark.page)).to.equal('dark');
    await dark.page.locator('nic-scope').evaluate((element) => element.setAttribute('theme', 'light'));
    expect(await ground(dark.page)).to.equal('light');
    const light = await open({ head: style, body: '<nic-scope view="hash" theme="dark"></nic-scope>' }, { colorScheme: 'light' });
    await hashShown(light.page);
    expect(await ground(light.page)).to.equal('dark');
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`passes the accessibility checker, ${colorScheme}`, async () => {
      const { page } = await open(
        {
          head: '<style>html { color-scheme: light dark }</style>',
          body: '<nic-scope src="$data/server.pcap"></nic-scope><nic-scope view="hash"></nic-scope>',
        },
        { colorScheme, reducedMotion: 'reduce' },
      );
      await verdictOf(page);
      await page.locator('nic-scope').nth(1).scrollIntoViewIfNeeded();
      await hashShown(page);
      await page.evaluate(axe);
      const broken = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
      });
      expect(broken).to.deep.equal([]);
    });

  it('ends its worker when it is removed, and starts again when it comes back', async () => {
    const { page } = await open({ body: '<nic-scope src="$data/server.pcap"></nic-scope>' });
    await verdictOf(page);
    expect(page.workers().length).to.equal(1);
    await page.evaluate(() => {
      const element = document.querySelector('nic-scope')!;
      Object.assign(globalThis, { element });
      element.remove();
    });
    for (const until = Date.now() + 10_000; page.workers().length > 0 && Date.now() < until;)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.workers().length).to.equal(0);
    await page.evaluate(() => document.body.append((globalThis as unknown as { element: Element }).element));
    await verdictOf(page);
  });
});

describe('widget without a browser', () => {
  const file = join(widgetFolder, 'nic-scope.js');

  it('can be imported in Node', async () => {
    const script = `const module = await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(typeof module.NicScope);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout.trim()).to.equal('function');
  });

  it('is one file, described in custom-elements.json', () => {
    const text = readFileSync(file, 'utf8');
    expect(/\bimport\s*(?:\(\s*)?["'`]|\bfrom\s*["'`]\.|import\.meta\.url/.test(text), 'refers to other files').to.equal(false);
    const manifest = JSON.parse(readFileSync(join(widgetFolder, 'custom-elements.json'), 'utf8')) as {
      modules: {
        declarations?: { tagName?: string; attributes?: { name: string }[]; events?: unknown[]; cssParts?: unknown[]; slots?: unknown[] }[];
      }[];
    };
    const element = manifest.modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === 'nic-scope');
    expect(element?.attributes?.map(({ name }) => name)).to.include.members(['view', 'src', 'preset', 'state', 'theme']);
    for (const part of ['events', 'cssParts', 'slots'] as const) expect(element?.[part]?.length ?? 0, part).to.be.greaterThan(0);
  });
});

/** Waits until the Hash view shows a hash. */
const hashShown = (page: Page) =>
  page
    .locator('nic-scope[view=hash]')
    .getByText(/0x[0-9a-f]{8}/)
    .first()
    .waitFor();
