// A visitor: a browser with nothing stored, that remembers what a page asked for and what its policy refused.

import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { after, afterEach, before, expect } from '#test';
import { closeAll, toClose } from './serve.ts';
import { browserFlags, findBrowser } from '../browser.mjs';
import { frame, ethernet, ipv4, tcp, filler } from '../build/frame.ts';
import { pcap } from '../build/capture.ts';

export const siteFolder = fileURLToPath(new URL('../../dist/site', import.meta.url));
export const widgetFolder = fileURLToPath(new URL('../../dist/widget', import.meta.url));

/** Long enough for a loaded machine; an assertion that holds returns at once. */
export const PATIENCE_MS = 20_000;

let browser: Browser | null = null;

/** Declares that the tests of a file use a browser: one for all of them. Whatever a test opens is closed after it, however it ends. */
export function useBrowser(): void {
  before(async () => void (browser = await launch()));
  afterEach(() => closeAll());
  after(async () => {
    await browser?.close();
    browser = null;
  });
}

async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? findBrowser();
  if (!executablePath) throw new Error('No browser was found: run the tests by npm test, or set CHROMIUM.');
  return chromium.launch({ executablePath, args: browserFlags });
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Every address that was asked for. */
  requests: string[];
  /** Errors that the page logged or threw. */
  errors: string[];
  /** What the Content-Security-Policy refused, as "directive: address". */
  violations(): Promise<string[]>;
}

export async function visit(options: BrowserContextOptions = {}): Promise<Visit> {
  if (!browser) throw new Error('useBrowser() first');
  const context = await browser.newContext(options);
  toClose.push(() => context.close());
  context.setDefaultTimeout(PATIENCE_MS);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await context.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`),
    );
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(`${message.text()} (${message.location().url})`));
  const violations = () => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
  return { context, page, requests, errors, violations };
}

/** Requests to any origin but those given; blob: and data: never leave the page. */
export const strayRequests = (requests: string[], ...origins: string[]): string[] =>
  requests.filter((url) => !/^(blob|data):/.test(url) && !origins.includes(new URL(url).origin));

/** The sentence of the verdict, once there is one; it names a processor and a share. */
export async function verdictOf(page: Page, index = 0): Promise<string> {
  const sentence = page.locator('nic-verdict-card .sentence').nth(index);
  await sentence.waitFor();
  const text = (await sentence.innerText()).trim();
  expect(text, 'verdict').to.match(/processor|CPU/i);
  return text;
}

/** Opens the first of the samples by a click. */
export async function openFirstSample(page: Page): Promise<void> {
  await page.locator('nic-sample-list button').first().click();
  await verdictOf(page);
}

/** Plays the scenario that is open on the Lab page until something has happened, and pauses. */
export async function playLab(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page
    .getByText(/[1-9][\d,]*\sevents/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
}

/** A server at 192.0.2.1:443 that gets one large flow and 40 small ones, as a pcap file. */
export function capture(): Buffer {
  const frames = [];
  for (let index = 0; index < 400; index++) {
    const client = index % 10 < 6 ? 0 : index % 41;
    const layers = [ethernet(), ipv4({ src: `198.51.100.${client + 1}`, dst: '192.0.2.1' }), tcp({ sport: 50_000 + client, dport: 443 })];
    frames.push({ data: frame(...layers, filler(100)), ts: 1_700_000_000_000_000_000n + BigInt(index) * 1_000_000n });
  }
  return Buffer.from(pcap(frames));
}
