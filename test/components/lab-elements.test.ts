// The elements of the Lab page, each on its own: accessible, shows what it was given, works with the keyboard.

import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../ui/components/lab-connections/lab-connections.ts';
import type { NicLabConnections } from '../../ui/components/lab-connections/lab-connections.ts';
import '../../ui/components/lab-form/lab-form.ts';
import type { LabEdit, NicLabForm } from '../../ui/components/lab-form/lab-form.ts';
import type { NicLabField } from '../../ui/components/lab-form/lab-field.ts';
import '../../ui/components/lab-json/lab-json.ts';
import type { NicLabJson } from '../../ui/components/lab-json/lab-json.ts';
import '../../ui/components/lab-ledger/lab-ledger.ts';
import type { NicLabLedger } from '../../ui/components/lab-ledger/lab-ledger.ts';
import '../../ui/components/lab-load/lab-load.ts';
import type { NicLabLoad } from '../../ui/components/lab-load/lab-load.ts';
import '../../ui/components/lab-open/lab-open.ts';
import type { NicLabOpen } from '../../ui/components/lab-open/lab-open.ts';
import '../../ui/components/lab-queues/lab-queues.ts';
import type { NicLabQueues } from '../../ui/components/lab-queues/lab-queues.ts';
import '../../ui/components/lab-tabs/lab-tabs.ts';
import type { NicLabTabs } from '../../ui/components/lab-tabs/lab-tabs.ts';
import '../../ui/components/lab-topology/lab-topology.ts';
import { drawTopology } from '../../ui/components/lab-topology/draw.ts';
import type { NicLabTopology } from '../../ui/components/lab-topology/lab-topology.ts';
import type { Item, Placement } from '../../ui/components/lab-topology/place.ts';
import { loadClasses } from '../../ui/components/lab-view/classes.ts';
import type { Inks } from '../../ui/components/lab-view/inks.ts';
import '../../ui/components/lab-transport/lab-transport.ts';
import type { NicLabTransport } from '../../ui/components/lab-transport/lab-transport.ts';
import '../../ui/components/lab-tree/lab-tree.ts';
import type { NicLabTree } from '../../ui/components/lab-tree/lab-tree.ts';
import { scenarioTree } from '../../ui/components/lab-tree/nodes.ts';
import { heard, staged, textOf } from './fakes.ts';
import { draft, layoutOf, momentOf, MS } from './lab-scene.ts';

const layout = layoutOf(draft());
const manyProcessors = layoutOf({
  ...draft(),
  hosts: [
    { name: 'server', processors: { sockets: 2, coresPerSocket: 16 }, nics: [{ name: 'lan', queues: 16 }] },
    ...draft().hosts.slice(1),
  ],
});

const all = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const button = (element: Element, label: string) => all(element, 'button').find((each) => textOf(each) === label) as HTMLButtonElement;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function type(input: HTMLElement, value: string): void {
  (input as HTMLInputElement).value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('nic-lab-topology', () => {
  async function topology(world = layout): Promise<NicLabTopology> {
    const element = await staged<NicLabTopology>(html`<nic-lab-topology .layout=${world}></nic-lab-topology>`);
    await element.updateComplete;
    element.show(momentOf(world, 5 * MS, 6 * MS), true);
    return element;
  }

  it('is accessible, with rows and with cells', async () => {
    await expect(await topology()).to.be.accessible();
    await expect(await topology(manyProcessors)).to.be.accessible();
  });

  it('shows the number of each part beside its name', async () => {
    const texts = all(await topology(), '.item').map((item) => plain(textOf(item)));
    expect(texts).to.include('server');
    expect(texts).to.include('Cable server.lan to switch 94 %');
    expect(
      texts.some((text) => /^server, processor 0 P0 \d+(\.\d)? %$/.test(text)),
      texts.join('\n'),
    ).to.equal(true);
  });

  it('draws a processor as long as its load, in the colours of the classes', () => {
    const item: Item = { kind: 'processor', index: 0, form: 'row', x: 0, y: 0, width: 178, height: 18 };
    const at = momentOf(layout, 0, MS);
    for (const { column } of loadClasses) at.frame.set('processor', 0, column, column === 'classTcpIpPs' ? 0.5 * MS : 0);
    const canvas = document.createElement('canvas');
    canvas.width = 178;
    canvas.height = 18;
    const placement: Placement = { width: 178, height: 18, cards: [], items: [item], cables: [] };
    drawTopology(canvas, placement, at, { sunken: '#010203', dark: false } as Inks, 1);
    // The bar stands between 26 px for the label and 52 px for the number: 100 px, of which 50 are busy.
    const row = canvas.getContext('2d')!.getImageData(0, 9, 178, 1).data;
    const colourAt = (x: number) => [...row.subarray(x * 4, x * 4 + 3)];
    expect([30, 75].map(colourAt)).to.deep.equal([
      [11, 100, 168],
      [11, 100, 168],
    ]);
    expect([77, 125].map(colourAt)).to.deep.equal([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('is one tab stop; arrows go from part to part, and the readout follows', async () => {
    const element = await topology();
    expect(all(element, '.item[tabindex="0"]').length).to.equal(1);
    one(element, '.item[tabindex="0"]').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(textOf(one(element, 'output'))).to.match(/^server\.lan: in /);
    await sendKeys({ press: 'End' });
    expect(textOf(one(element, 'output'))).to.match(/^Cable two\.lan to switch: To switch: /);
    await element.updateComplete;
    expect(all(element, '.item[tabindex="0"]').length).to.equal(1);
  });

  it('tells which part was chosen', async () => {
    const element = await topology();
    const processor = all(element, '.processor')[2]!;
    expect(await heard(element, 'nic-lab-select', () => processor.click())).to.deep.equal({ item: { kind: 'processor', index: 2 } });
  });
});

describe('nic-lab-load', () => {
  async function load(world = layout): Promise<NicLabLoad> {
    const element = await staged<NicLabLoad>(html`<nic-lab-load .layout=${world}></nic-lab-load>`);
    for (let ms = 1; ms <= 20; ms += 1) element.show(momentOf(world, (ms - 1) * MS, ms * MS), ms === 20);
    return element;
  }

  it('is accessible, stacked and as a heat strip, with its table', async () => {
    for (const world of [layout, manyProcessors]) {
      const element = await load(world);
      await heard(
        element.shadowRoot!.querySelector('details')!,
        'toggle',
        () => (element.shadowRoot!.querySelector('details')!.open = true),
      );
      await element.updateComplete;
      expect(all(element, 'tbody tr').length).to.equal(world.processors.length);
      await expect(element).to.be.accessible();
    }
  });

  it('reads the numbers under the cursor, moved by arrow keys', async () => {
    const element = await load();
    one(element, 'canvas').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'PageUp' });
    await element.updateComplete;
    expect(plain(textOf(one(element, 'output')))).to.match(/^server, processor 1, 18\.0 ms to 18\.2 ms: \d+(\.\d)? % busy: /);
  });

  it('of a world without modelled hosts says so', async () => {
    const ideal = layoutOf({ ...draft(), hosts: draft().hosts.map((host) => ({ ...host, kind: 'ideal' })) });
    expect(textOf((await load(ideal)).shadowRoot!.querySelector('p'))).to.match(/^No modelled host/);
  });
});

describe('nic-lab-queues', () => {
  it('is accessible and shows each queue of a modelled host', async () => {
    const element = await staged<NicLabQueues>(html`<nic-lab-queues .layout=${layout}></nic-lab-queues>`);
    element.show(momentOf(layout, 0, MS));
    expect(all(element, 'tbody tr').map((row) => textOf(row.querySelector('th')))).to.deep.equal([
      'server.lan, queue 0',
      'server.lan, queue 1',
    ]);
    expect(plain(textOf(all(element, 'tbody tr')[1]))).to.contain('200 kpackets/s');
    await expect(element).to.be.accessible();
  });
});

describe('nic-lab-connections', () => {
  async function table(connections = 4): Promise<NicLabConnections> {
    const names = new Map([[2, { id: 2, local: '192.0.2.1:80', remote: '192.0.2.7:49152', transport: 'tcp' as const }]]);
    const element = await staged<NicLabConnections>(html`<nic-lab-connections .layout=${layout} .names=${names}></nic-lab-connections>`);
    element.show(momentOf(layout, 0, 10 * MS, connections));
    await element.updateComplete;
    return element;
  }
  const first = (element: Element) => all(element, 'tbody tr').map((row) => textOf(row.querySelector('button')));

  it('is accessible, full and empty', async () => {
    await expect(await table()).to.be.accessible();
    await expect(await table(0)).to.be.accessible();
  });

  it('shows the fastest first, with names where they are known', async () =>
    expect(first(await table())).to.deep.equal(['Connection 3', '192.0.2.1:80 → 192.0.2.7:49152', 'Connection 1', 'Connection 0']));

  it('sorts by another column, and back', async () => {
    const element = await table();
    const heading = all(element, 'thead button').find((each) => textOf(each) === 'Retransmitted')!;
    heading.click();
    await element.updateComplete;
    expect(first(element)[0]).to.equal('Connection 1');
    expect(one(element, '[aria-sort=descending]').textContent).to.contain('Retransmitted');
    heading.click();
    await element.updateComplete;
    expect(first(element).at(-1)).to.equal('Connection 1');
  });

  it('keeps the order for a while, and has the right one when the run has stopped', async () => {
    const element = await table();
    const moment = momentOf(layout, 0, 10 * MS);
    moment.frame.set('connection', 0, 'ackedBytes', 1e9);
    element.show(moment);
    expect(first(element)[0]).to.equal('Connection 3');
    await waitUntil(() => first(element)[0] === 'Connection 0', undefined, { timeout: 10_000 });
  });

  it('says how many there are when it shows fewer', async () => {
    const element = await table();
    const moment = momentOf(layout, 0, MS);
    moment.frame.set('head', 0, 'connections', 12_345);
    element.show(moment);
    expect(plain(textOf(one(element, '.count')))).to.equal('The busiest 4 of 12,345 connections');
  });

  it('asks for names and tells which connection was chosen', async () => {
    const element = await table();
    expect(await heard(element, 'nic-lab-names', () => element.show(momentOf(layout, 0, MS)))).to.deep.equal({ ids: [3, 2, 1, 0] });
    expect(await heard(element, 'nic-lab-connection', () => all(element, 'tbody button')[1]!.click())).to.deep.equal({
      connection: 2,
      label: '192.0.2.1:80 → 192.0.2.7:49152',
    });
  });
});

describe('nic-lab-ledger', () => {
  const rows = [
    { id: 'int', label: 'Interrupt', unit: 'cycles/interrupt', units: 1000, ps: 25 * MS, className: 'Interrupt' },
    { id: 'tcpip_rx', label: 'Indication', unit: 'cycles/packet', units: 50_000, ps: 75 * MS, className: 'TcpIp' },
  ];
  const ledger = (given: Partial<NicLabLedger['ledger']>, subject: NicLabLedger['subject']) =>
    staged<NicLabLedger>(
      html`<nic-lab-ledger
        .layout=${layout}
        .subject=${subject}
        .ledger=${{ timePs: 200 * MS, rows, classesPs: [25 * MS, 0, 0, 0, 75 * MS, 0, 0, 0], ...given }}
      ></nic-lab-ledger>`,
    );

  it('is accessible; largest first, with units, time, each, and share', async () => {
    const element = await ledger({}, { processor: 1 });
    const cells = all(element, 'tbody tr').map((row) => [...row.children].map((cell) => plain(textOf(cell))));
    expect(cells).to.deep.equal([
      ['Indication', 'TCP/IP', '50,000 packets', '75 ms', '1.50 µs', '75.0 %'],
      ['Interrupt', 'Interrupt', '1,000 interrupts', '25 ms', '25 µs', '25.0 %'],
    ]);
    expect(plain(textOf(one(element, 'tfoot')))).to.contain('50.0 % of the time');
    await expect(element).to.be.accessible();
  });

  it('of a connection tells the classes', async () => {
    const element = await ledger({ rows: [] }, { connection: 7, label: 'a → b' });
    expect(plain(textOf(all(element, 'tbody tr')[4]))).to.equal('TCP/IP 75 ms 75.0 %');
    await expect(element).to.be.accessible();
  });

  it('asks for another processor', async () => {
    const element = await ledger({}, { processor: 1 });
    const select = one(element, 'select') as HTMLSelectElement;
    select.value = '3';
    expect(await heard(element, 'nic-lab-subject', () => select.dispatchEvent(new Event('change')))).to.deep.equal({
      subject: { processor: 3 },
    });
  });
});

describe('nic-lab-transport', () => {
  const transport = (change: Partial<NicLabTransport> = {}) =>
    staged<NicLabTransport>(
      html`<nic-lab-transport
        .playing=${change.playing ?? false}
        .rate=${change.rate ?? 1}
        .ended=${change.ended ?? false}
      ></nic-lab-transport>`,
    );

  it('is accessible, at rest and while it plays', async () => {
    await expect(await transport()).to.be.accessible();
    await expect(await transport({ playing: true, ended: true, rate: Infinity })).to.be.accessible();
  });

  it('shows the time in full, and events and packets with their units', async () => {
    const element = await transport();
    element.show(momentOf(layout, 0, 1_234_567_890), 2 * MS);
    expect(plain(textOf(one(element, '.time')))).to.equal('0.001 234 567 890 s');
    expect(plain(textOf(one(element, '.counts')))).to.match(/^4,938 events · 42 packets in flight · /);
    expect((one(element, '.scrub') as HTMLInputElement).value).to.equal('617');
  });

  it('asks for play, pause, one event, a step, a speed', async () => {
    const element = await transport();
    expect(await heard(element, 'nic-lab-play', () => button(element, 'Play').click())).to.equal(null);
    expect(await heard(element, 'nic-lab-step-event', () => button(element, 'One event').click())).to.equal(null);
    expect(await heard(element, 'nic-lab-step-time', () => button(element, 'Step').click())).to.deep.equal({ ps: MS });
    expect(await heard(element, 'nic-lab-speed', () => type(one(element, '.speed input'), '0'))).to.deep.equal({ rate: 1e-6 });
    const playing = await transport({ playing: true });
    expect(await heard(playing, 'nic-lab-pause', () => button(playing, 'Pause').click())).to.equal(null);
  });

  it('goes to an exact time, and says what is wrong with one that it cannot read', async () => {
    const element = await transport();
    const go = () => button(element, 'Go to').click();
    (one(element, '.exact') as HTMLInputElement).value = '12.5 ms';
    expect(await heard(element, 'nic-lab-seek', go)).to.deep.equal({ ps: 12.5 * MS });
    (one(element, '.exact') as HTMLInputElement).value = 'noon';
    go();
    await element.updateComplete;
    expect(textOf(one(element, '.fault'))).to.match(/^Time: “noon” is not a duration/);
    await expect(element).to.be.accessible();
  });

  it('scrubs within what was played', async () => {
    const element = await transport();
    element.show(momentOf(layout, 0, 2 * MS), 4 * MS);
    expect(await heard(element, 'nic-lab-seek', () => type(one(element, '.scrub'), '250'))).to.deep.equal({ ps: MS });
  });
});

describe('nic-lab-tree', () => {
  const tree = (faults: string[] = []) =>
    staged<NicLabTree>(html`<nic-lab-tree .root=${scenarioTree(draft())} .faults=${faults}></nic-lab-tree>`);
  const labels = (element: Element) => all(element, '[role=treeitem]').map(({ ariaLabel }) => plain(ariaLabel!));

  it('is accessible', async () => expect(await tree()).to.be.accessible());

  it('opens and closes branches, and goes up and down, by arrow keys', async () => {
    const element = await tree();
    expect(labels(element).slice(0, 4)).to.deep.equal(['Scenario', 'Hosts, 3', 'server', 'one']);
    one(element, '[tabindex="0"]').focus();
    for (const press of ['ArrowDown', 'ArrowDown', 'ArrowRight']) {
      await sendKeys({ press });
      await element.updateComplete;
    }
    expect(labels(element).slice(2, 6)).to.deep.equal(['server', 'Costs', 'TCP', 'Windows']);
    for (const press of ['ArrowDown', 'ArrowLeft', 'ArrowLeft']) {
      await sendKeys({ press });
      await element.updateComplete;
    }
    expect(labels(element).slice(2, 4)).to.deep.equal(['server', 'one']);
    expect(await heard(element, 'nic-lab-node', () => void sendKeys({ press: 'Enter' }))).to.deep.equal({ path: 'hosts[0]' });
  });

  it('marks faults at the nearest node that is shown', async () => {
    const element = await tree(['hosts[0].nics[0].mtu', 'hosts[0].nics[0].rss.key', 'seed']);
    expect(labels(element)).to.include.members(['Scenario, 1 fault', 'server, 2 faults']);
    await expect(element).to.be.accessible();
  });
});

describe('nic-lab-form', () => {
  const form = (path: string, change: Partial<NicLabForm> = {}) =>
    staged<NicLabForm>(
      html`<nic-lab-form
        .document=${change.document ?? draft()}
        path=${path}
        .faults=${change.faults ?? []}
        .notes=${change.notes ?? []}
      ></nic-lab-form>`,
    );
  const fieldOf = (element: NicLabForm, path: string) =>
    all(element, 'nic-lab-field').find(({ dataset }) => dataset['path'] === path) as unknown as NicLabField;
  const edits = async (element: NicLabForm, path: string, act: (field: NicLabField) => void) =>
    heard<LabEdit>(element, 'nic-lab-edit', () => act(fieldOf(element, path)));

  for (const path of [
    '',
    'hosts',
    'hosts[0]',
    'hosts[0].costs',
    'hosts[0].tcp',
    'hosts[0].nics[0]',
    'hosts[0].nics[0].rss',
    'links[2]',
    'switches[0]',
    'traffic[0]',
    'timeline',
  ])
    it(`of “${path}” is accessible`, async () => expect(await form(path)).to.be.accessible());

  it('shows label, unit, range, default and the mark of what is assumed', async () => {
    const field = fieldOf(await form('hosts[0].nics[0]'), 'hosts[0].nics[0].receiveDescriptors');
    await field.updateComplete;
    expect(textOf(one(field, '.name'))).to.contain('Receive descriptors');
    expect(textOf(one(field, '.unit'))).to.equal('descriptors');
    expect(plain(textOf(one(field, '.foot')))).to.equal('8 to 4096 descriptors · default: 512');
    expect(textOf(one(field, 'nic-hint').shadowRoot!.querySelector('button'))).to.equal('assumed');
    expect((one(field, 'input') as HTMLInputElement).placeholder).to.equal('512');
  });

  it('asks for a change of a number, a choice, a toggle, a pair', async () => {
    const element = await form('hosts[0].nics[0]');
    const at = 'hosts[0].nics[0]';
    expect(await edits(element, `${at}.mtu`, (field) => type(one(field, 'input'), '9000'))).to.deep.equal({
      kind: 'set',
      path: `${at}.mtu`,
      value: 9000,
    });
    const choose = (index: number) => (field: NicLabField) => {
      const select = one(field, 'select') as HTMLSelectElement;
      select.selectedIndex = index;
      select.dispatchEvent(new Event('change'));
    };
    expect(await edits(element, `${at}.speed`, choose(2))).to.deep.include({ value: '40 Gb/s' });
    expect(await edits(element, `${at}.speed`, choose(0))).to.deep.include({ value: undefined });
    expect(await edits(element, `${at}.lsoV2`, (field) => one(field, 'input').click())).to.deep.include({ value: false });
    const link = await form('links[0]');
    expect(await edits(link, 'links[0].ends', (field) => type(all(field, 'input')[0]!, 'one.lan'))).to.deep.include({
      value: ['one.lan', 'switch'],
    });
  });

  it('leaves a number as it is typed, and shows another that it is given', async () => {
    const element = await form('hosts[0].costs');
    const field = fieldOf(element, 'hosts[0].costs.copy_cold');
    await field.updateComplete;
    const input = one(field, 'input') as HTMLInputElement;
    type(input, '1.0');
    field.value = 1;
    await field.updateComplete;
    expect(input.value).to.equal('1.0');
    field.value = 2;
    await field.updateComplete;
    expect(input.value).to.equal('2');
  });

  it('shows a choice that is taken back', async () => {
    const field = fieldOf(await form('hosts[0]'), 'hosts[0].kind');
    await field.updateComplete;
    const select = one(field, 'select') as HTMLSelectElement;
    select.selectedIndex = 1;
    field.value = 'ideal';
    await field.updateComplete;
    field.value = undefined;
    await field.updateComplete;
    expect(select.selectedIndex).to.equal(0);
  });

  it('shows faults and notes at their field, and stays accessible', async () => {
    const element = await form('hosts[0]', {
      faults: [{ path: 'hosts[0].memory', message: 'Too much.' }],
      notes: [{ path: 'hosts[0].memory', message: 'No effect.' }],
    });
    const field = fieldOf(element, 'hosts[0].memory');
    await field.updateComplete;
    expect(textOf(one(field, '.fault'))).to.equal('Too much.');
    expect(textOf(one(field, '.note'))).to.equal('No effect.');
    expect(one(field, 'input').ariaInvalid).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('of an entry duplicates and removes it; of a list adds one', async () => {
    const host = await form('hosts[1]');
    expect(await heard(host, 'nic-lab-edit', () => button(host, 'Remove').click())).to.deep.equal({
      kind: 'remove',
      list: 'hosts',
      index: 1,
    });
    expect(await heard<object>(host, 'nic-lab-edit', () => button(host, 'Duplicate').click())).to.deep.include({
      kind: 'add',
      list: 'hosts',
      index: 2,
    });
    const list = await form('switches');
    expect(await heard(list, 'nic-lab-edit', () => button(list, 'Add: switch').click())).to.deep.equal({
      kind: 'add',
      list: 'switches',
      entry: { name: '' },
    });
  });

  it('of a variant changes the case and keeps what both have', async () => {
    const element = await form('traffic[0]');
    const select = one(element, '.case select') as HTMLSelectElement;
    select.value = 'requests';
    expect(await heard(element, 'nic-lab-edit', () => select.dispatchEvent(new Event('change')))).to.deep.equal({
      kind: 'set',
      path: 'traffic[0]',
      value: { app: 'requests', from: 'one', to: 'server:5001' },
    });
  });

  it('of a path that is gone says what to do', async () =>
    expect(textOf((await form('hosts[9]')).shadowRoot!.querySelector('p'))).to.match(/^Choose something/));
});

describe('nic-lab-json', () => {
  it('is accessible, hands over what was typed, and lists faults with their paths', async () => {
    const element = await staged<NicLabJson>(
      html`<nic-lab-json .text=${'{}'} .faults=${[{ path: 'hosts', message: 'Missing.' }]}></nic-lab-json>`,
    );
    await expect(element).to.be.accessible();
    expect(textOf(one(element, 'li'))).to.equal('hosts: Missing.');
    expect(button(element, 'Apply').disabled).to.equal(true);
    type(one(element, 'textarea'), '{ "nicscope": 1 }');
    await element.updateComplete;
    expect(await heard(element, 'nic-lab-text', () => button(element, 'Apply').click())).to.deep.equal({ text: '{ "nicscope": 1 }' });
  });
});

describe('nic-lab-open', () => {
  it('is accessible, and offers ready scenarios', async () => {
    const ready = [{ file: 'a.json', title: 'A', about: 'Shows A.', try: [] }];
    const element = await staged<NicLabOpen>(html`<nic-lab-open .ready=${ready}></nic-lab-open>`);
    await expect(element).to.be.accessible();
    expect(await heard(element, 'nic-lab-ready', () => one(element, 'li button').click())).to.deep.equal({ file: 'a.json' });
    element.compact = true;
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });
});

describe('nic-lab-tabs', () => {
  it('is accessible; arrow keys choose', async () => {
    const tabs = [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ];
    const element = await staged<NicLabTabs>(html`<nic-lab-tabs label="Choice" .tabs=${tabs} selected="a"></nic-lab-tabs>`);
    await expect(element).to.be.accessible();
    one(element, '[aria-selected=true]').focus();
    expect(await heard(element, 'nic-lab-tab', () => void sendKeys({ press: 'ArrowLeft' }))).to.deep.equal({ id: 'b' });
  });
});
