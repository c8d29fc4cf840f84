// The Lab page with a world that only counts: opening, playing, editing, failing.

import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../ui/app/lab-page.ts';
import { documentFragment } from '../../ui/app/lab-link.ts';
import type { NicLabPage } from '../../ui/app/lab-page.ts';
import { emit } from '../../ui/components/element.ts';
import { fakeLab, type FakeLab } from '../components/fake-lab.ts';
import { staged, textOf } from '../components/fakes.ts';
import { draft } from '../components/lab-scene.ts';

/** Waits until something holds; says what did not. */
async function until(what: string, holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Waited in vain: ${what}`);
}

const one = <T extends Element = HTMLElement>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
/** Something in an element of the page; null while that is not there. */
const part = (page: Element, element: string, selector: string): HTMLElement | null =>
  one(page, element)?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const partOf = (page: Element, element: string, selector: string): HTMLElement => one(one(page, element), selector);
const button = (element: Element, label: string) =>
  [...element.shadowRoot!.querySelectorAll('button')].find((each) => textOf(each) === label)!;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** The site's own files, one ready scenario, for as long as a test runs. */
function serveReady(): void {
  const files: Record<string, unknown> = {
    'index.json': [{ file: 'ready.json', title: 'Ready', about: 'Is ready.', try: [] }],
    'ready.json': { ...draft(), title: 'Ready' },
  };
  window.fetch = async (address) => {
    const file = files[new URL(String(address)).pathname.split('/').at(-1)!];
    return file ? Response.json(file) : new Response('', { status: 404 });
  };
}

interface Stage {
  page: NicLabPage;
  lab: FakeLab;
  open(document: unknown): void;
  time(): string;
}

async function stage(labs: FakeLab[] = [fakeLab()]): Promise<Stage> {
  const left = [...labs];
  const page = await staged<NicLabPage>(html`<nic-lab-page .engine=${async () => left.shift()!}></nic-lab-page>`);
  return {
    page,
    lab: labs[0]!,
    open: (document) =>
      emit(one(page, 'nic-lab-open'), 'nic-file', {
        file: new File([typeof document === 'string' ? document : JSON.stringify(document)], 'mine.json'),
      }),
    time: () => plain(textOf(one(one(page, 'nic-lab-transport'), '.time'))),
  };
}

async function opened(labs?: FakeLab[]): Promise<Stage> {
  const staged = await stage(labs);
  staged.open(draft());
  await until('the world is there', () => !!part(staged.page, 'nic-lab-world', 'nic-lab-topology'));
  await until('the first frame is shown', () => staged.time() === '0.000 000 000 000 s' && staged.lab.calls.includes('attach'));
  return staged;
}

describe('nic-lab-page', () => {
  const { fetch } = window;
  beforeEach(serveReady);
  afterEach(() => {
    window.fetch = fetch;
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('empty is accessible and says what to do', async () => {
    const { page } = await stage();
    expect(textOf(one(page, 'h1'))).to.equal('Watch a server’s network work, in virtual time');
    await expect(page).to.be.accessible();
  });

  it('opens a document and shows its world', async () => {
    const { page, lab } = await opened();
    expect(textOf(one(page, 'h1'))).to.equal('Small');
    expect(lab.calls).to.deep.equal(['load', 'setSpeed 0.001', 'attach']);
    await expect(page).to.be.accessible();
  });

  it('with a faulty document lists its faults, and what was open stays', async () => {
    const { page, open } = await opened();
    open({ nicscope: 1, hosts: [{ name: 'server', nics: [] }] });
    await until('a message', () => !!one(page, 'nic-message[severity=error]'));
    expect(textOf(one(page, 'nic-message[severity=error]'))).to.match(
      /^mine\.json could not be opened; what was open stays\. .*hosts\[0\]\.nics: Network adapters: 0 entries/,
    );
    expect(textOf(one(page, 'h1'))).to.equal('Small');
    open('{ no JSON');
    await until('another message', () => textOf(one(page, 'nic-message[severity=error]')).includes('This is not JSON'));
    await expect(page).to.be.accessible();
  });

  it('steps and seeks, and shows the time', async () => {
    const { page, lab, time } = await opened();
    const transport = one(page, 'nic-lab-transport');
    button(transport, 'Step').click();
    await until('one step', () => time() === '0.001 000 000 000 s');
    button(transport, 'One event').click();
    await until('one event', () => time() === '0.001 001 234 567 s');
    emit(transport, 'nic-lab-seek', { ps: 500_000 });
    await until('a seek', () => time() === '0.000 000 500 000 s');
    expect(plain(textOf(one(transport, '.played')))).to.equal('1.00 ms');
    expect(lab.calls.slice(3).filter((call) => call !== 'connectionNames')).to.deep.equal([
      'stepTime 1000000000',
      'stepEvent',
      'seek 500000',
    ]);
  });

  it('plays and pauses on the space bar, but not in a field', async () => {
    const { page, lab } = await opened();
    (document.activeElement as HTMLElement | null)?.blur();
    await sendKeys({ press: 'Space' });
    await until('it plays', () => lab.calls.includes('play') && !!button(one(page, 'nic-lab-transport'), 'Pause'));
    await sendKeys({ press: 'Space' });
    await until('it rests', () => lab.calls.includes('pause'));
    await until('the button says so', () => !!button(one(page, 'nic-lab-transport'), 'Play'));
    one(one(page, 'nic-lab-transport'), '.exact').focus();
    await sendKeys({ press: 'Space' });
    expect(lab.calls.filter((call) => call === 'play').length).to.equal(1);
  });

  it('starts the world again after a change, and after it is undone; never with a faulty document', async () => {
    const { page, lab } = await opened();
    const loads = () => lab.calls.filter((call) => call.startsWith('load')).length;
    emit(partOf(page, 'nic-lab-editor', 'nic-lab-form'), 'nic-lab-edit', { kind: 'set', path: 'hosts[0].nics[0].mtu', value: 9000 });
    await until('a second load', () => loads() === 2);
    emit(partOf(page, 'nic-lab-editor', 'nic-lab-form'), 'nic-lab-edit', { kind: 'set', path: 'hosts[0].name', value: '9' });
    await until('a list of faults', () => !!part(page, 'nic-lab-editor', '.faulty'));
    expect(textOf(part(page, 'nic-lab-editor', '.faulty li'))).to.match(/^Name: "9" does not fit/);
    await expect(page).to.be.accessible();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(loads()).to.equal(2);
    button(page, 'Undo').click();
    await until('a third load', () => loads() === 3);
    expect(part(page, 'nic-lab-editor', '.faulty')).to.equal(null);
  });

  it('leads from a part of the topology to its form, and from a processor to its ledger', async () => {
    const { page, lab } = await opened();
    emit(partOf(page, 'nic-lab-world', 'nic-lab-topology'), 'nic-lab-select', { item: { kind: 'cable', index: 2 } });
    await page.updateComplete;
    expect((partOf(page, 'nic-lab-editor', 'nic-lab-form') as HTMLElement & { path: string }).path).to.equal('links[2]');
    emit(partOf(page, 'nic-lab-world', 'nic-lab-topology'), 'nic-lab-select', { item: { kind: 'processor', index: 1 } });
    emit(partOf(page, 'nic-lab-world', 'nic-lab-tabs'), 'nic-lab-tab', { id: 'ledger' });
    await until('the ledger is asked for', () => lab.calls.includes('ledger {"processor":1}'));
  });

  it('takes the document as text', async () => {
    const { page, lab } = await opened();
    emit(partOf(page, 'nic-lab-editor', 'nic-lab-tabs'), 'nic-lab-tab', { id: 'json' });
    await page.updateComplete;
    emit(partOf(page, 'nic-lab-editor', 'nic-lab-json'), 'nic-lab-text', { text: JSON.stringify({ ...draft(), title: 'Typed' }) });
    await until('another load', () => lab.calls.filter((call) => call.startsWith('load')).length === 2);
    expect(textOf(one(page, 'h1'))).to.equal('Typed');
    const json = partOf(page, 'nic-lab-editor', 'nic-lab-json');
    emit(json, 'nic-lab-text', { text: '{' });
    await until('a fault', () => textOf(one(json, 'li')).startsWith('document: This is not JSON'));
    await expect(page).to.be.accessible();
  });

  it('says when the worker is gone, and starts another', async () => {
    const second = fakeLab();
    const { page, lab } = await opened([fakeLab(), second]);
    lab.breakDown('Out of memory.');
    button(one(page, 'nic-lab-transport'), 'Step').click();
    await until('a message', () => !!one(page, 'nic-message[severity=error]'));
    expect(textOf(one(page, 'nic-message[severity=error]'))).to.match(/^The emulator has stopped\. Out of memory\. .*start it again/);
    await expect(page).to.be.accessible();
    button(page, 'Start again').click();
    await until('the second worker has the world', () => second.calls.includes('attach'));
    await until('no message', () => !one(page, 'nic-message[severity=error]'));
  });

  it('notices a worker that breaks while nobody waits', async () => {
    const { page, lab } = await opened();
    lab.crash('The core trapped.');
    await until('a message', () => textOf(one(page, 'nic-message[severity=error]')).includes('The core trapped.'));
  });

  it('opens a ready scenario, and names it in the address until it is changed', async () => {
    const { page } = await stage();
    await until('the list', () => !!one(one(page, 'nic-lab-open'), 'li button'));
    one(one(page, 'nic-lab-open'), 'li button').click();
    await until('it is open', () => textOf(one(page, 'h1')) === 'Ready' && !!part(page, 'nic-lab-world', 'nic-lab-topology'));
    expect(location.hash).to.equal('#lab?scenario=ready.json');
    emit(partOf(page, 'nic-lab-editor', 'nic-lab-form'), 'nic-lab-edit', { kind: 'set', path: 'seed', value: 2 });
    expect(location.hash).to.equal('#lab');
  });

  it('opens what a link names: a ready scenario, a document; a damaged one is refused', async () => {
    const { page } = await stage();
    page.fragment = '#lab?scenario=ready.json';
    await until('the ready one', () => textOf(one(page, 'h1')) === 'Ready');
    page.fragment = await documentFragment({ ...draft(), title: 'Linked ↔' });
    await until('the linked one', () => textOf(one(page, 'h1')) === 'Linked ↔');
    page.fragment = '#lab?document=AAAA';
    await until('a message', () => !!one(page, 'nic-message[severity=error]'));
    expect(textOf(one(page, 'nic-message[severity=error]'))).to.match(/The link is damaged or was cut\./);
    page.fragment = '#lab?scenario=missing.json';
    await until('another', () => textOf(one(page, 'nic-message[severity=error]')).includes('There is no ready scenario'));
  });

  it('takes a pasted document', async () => {
    const { page } = await stage();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', JSON.stringify({ ...draft(), title: 'Pasted' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await until('it is open', () => textOf(one(page, 'h1')) === 'Pasted');
  });

  it('compares with the scenario as it was when it was pinned', async () => {
    const { page, lab } = await opened();
    const compare = () => one(page, 'nic-lab-compare');
    button(compare(), 'Pin as A').click();
    await until('it is pinned', () => lab.calls.includes('pin') && !!button(compare(), 'Unpin'));
    expect(textOf(compare().shadowRoot!.querySelector('p'))).to.match(/^B is A/);
    emit(partOf(page, 'nic-lab-editor', 'nic-lab-form'), 'nic-lab-edit', { kind: 'set', path: 'seed', value: 2 });
    await until('the change is told', () => textOf(compare().shadowRoot!.querySelector('.changes')).includes('seed'));
    button(compare(), 'Unpin').click();
    await until('it is not', () => !!button(compare(), 'Pin as A'));
  });
});
