// What the Lab shows of virtual machines, queues, copies and connections in adapters: numbers, reach by keyboard, accessibility.

import { expect, html } from '@open-wc/testing';
import '../../ui/components/lab-connections/lab-connections.ts';
import type { NicLabConnections } from '../../ui/components/lab-connections/lab-connections.ts';
import '../../ui/components/lab-copies/lab-copies.ts';
import type { NicLabCopies } from '../../ui/components/lab-copies/lab-copies.ts';
import '../../ui/components/lab-load/lab-load.ts';
import type { NicLabLoad } from '../../ui/components/lab-load/lab-load.ts';
import '../../ui/components/lab-machines/lab-machines.ts';
import type { NicLabMachines } from '../../ui/components/lab-machines/lab-machines.ts';
import '../../ui/components/lab-offload/lab-offload.ts';
import type { NicLabOffload } from '../../ui/components/lab-offload/lab-offload.ts';
import '../../ui/components/lab-queues/lab-queues.ts';
import type { NicLabQueues } from '../../ui/components/lab-queues/lab-queues.ts';
import '../../ui/components/lab-topology/lab-topology.ts';
import { describeItem, itemName, itemValue } from '../../ui/components/lab-topology/item-text.ts';
import type { NicLabTopology, TopologyItem } from '../../ui/components/lab-topology/lab-topology.ts';
import { pathOfItem } from '../../ui/app/lab-paths.ts';
import { placeTopology } from '../../ui/components/lab-topology/place.ts';
import { copiesInAll, copiesPerSecond } from '../../ui/components/lab-view/traffic.ts';
import '../../ui/components/lab-world/lab-world.ts';
import type { NicLabWorld } from '../../ui/components/lab-world/lab-world.ts';
import { heard, staged, textOf } from './fakes.ts';
import { offloadLayout as layout, offloadMoment } from './lab-offload-scene.ts';
import { draft, layoutOf, momentOf, MS } from './lab-scene.ts';

const all = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const cellsOf = (row: Element) => [...row.children].map((cell) => plain(textOf(cell)));

interface Shows extends HTMLElement {
  updateComplete: Promise<boolean>;
  show(moment: ReturnType<typeof offloadMoment>, numbers?: boolean): void;
}

async function shown<T extends Shows>(template: ReturnType<typeof html>, moment = offloadMoment()): Promise<T> {
  const element = await staged<T>(template);
  await element.updateComplete;
  element.show(moment, true);
  await element.updateComplete;
  return element;
}

describe('nic-lab-machines', () => {
  const machines = () => shown<NicLabMachines>(html`<nic-lab-machines .layout=${layout}></nic-lab-machines>`);

  it('is accessible', async () => expect(await machines()).to.be.accessible());

  it('tells load, way of the frames and drops of each machine, and the networks', async () => {
    const element = await machines();
    const [first, second] = all(element, '.machines tbody tr').map(cellsOf);
    expect([first![0], first![1], first![3], first![4], first![7], first![8]]).to.deep.equal([
      'vm1',
      'P1',
      '30.0 %',
      '20.0 %',
      'queue 1',
      '0',
    ]);
    expect([second![0], second![1], second![3], second![7], second![8]]).to.deep.equal(['vm2', 'P2', '10.0 %', 'default queue', '10']);
    expect(one(element, '.own').style.inlineSize).to.equal('30%');
    expect(cellsOf(one(element, '.networks tbody tr')).slice(0, 3)).to.deep.equal(['server, External', 'external', 'lan']);
  });

  it('gives exact numbers at the focus, and keeps those of a chosen machine', async () => {
    const element = await machines();
    const readout = () => plain(textOf(one(element, 'output')));
    expect(readout()).to.match(/^Point at a virtual machine/);
    const [, second] = all(element, '.row-button');
    second!.dispatchEvent(new FocusEvent('focus'));
    expect(readout()).to.match(
      /^vm2: 10\.0 % of a processor in itself, 20\.0 % of the host’s for it; on server, 1 virtual processor \(P2\)/,
    );
    expect(readout()).to.contain('Frames come by the default queue').and.to.contain('VLAN 7');
    second!.click();
    await element.updateComplete;
    second!.dispatchEvent(new FocusEvent('blur'));
    expect(readout()).to.match(/^vm2: /);
    expect(second!.ariaPressed).to.equal('true');
  });

  it('tells what the physical adapter moves for a machine', async () => {
    const moment = offloadMoment();
    moment.frame.set('machine', 0, 'offloaded', 2);
    const { frame, before } = moment;
    for (const [one, bytes] of [[before!, 0], [frame, 10e6]] as const) one.set('machine', 0, 'offloadInBytes', bytes); // prettier-ignore
    const element = await shown<NicLabMachines>(html`<nic-lab-machines .layout=${layout}></nic-lab-machines>`, moment);
    const [first] = all(element, '.machines tbody tr').map(cellsOf);
    expect([first![5], first![7]]).to.deep.equal(['8.00 Gbit/s', 'queue 1, chimney']);
    all(element, '.row-button')[0]!.dispatchEvent(new FocusEvent('focus'));
    expect(plain(textOf(one(element, 'output')))).to.contain('In the adapter: 2 connections, 10.0 MB in, 0 B out.');
  });

  it('without machines says so', async () => {
    const element = await staged<NicLabMachines>(html`<nic-lab-machines .layout=${layoutOf(draft())}></nic-lab-machines>`);
    expect(textOf(one(element, 'p'))).to.equal('No virtual machine.');
  });
});

describe('nic-lab-queues, with virtual machines', () => {
  const queues = () => shown<NicLabQueues>(html`<nic-lab-queues .layout=${layout}></nic-lab-queues>`);

  it('is accessible', async () => expect(await queues()).to.be.accessible());

  it('tells the share of the default queue in one number, and why it matters', async () => {
    const element = await queues();
    expect(plain(textOf(one(element, '.share strong')))).to.equal('30.0 %');
    expect(plain(textOf(one(element, '.share span')))).to.match(
      /^of the frames that arrive now at server\.lan take the default queue\. .* 1 queue is in use for 2 virtual machines\.$/,
    );
  });

  it('tells whose each queue is, its state, its filter and its share', async () => {
    const rows = all(await queues(), 'tbody tr').map((row) => cellsOf(row).slice(2, 6));
    const mac = layout.nics[layout.machines[0]!.nic]!.mac;
    expect(rows).to.deep.equal([
      ['default queue', '–', 'all others', '30.0 %'],
      ['vm1', 'Running', `${mac}, untagged`, '70.0 %'],
      ['nobody', 'not in use', 'none', '0 %'],
    ]);
  });

  it('of plain adapters has no such columns', async () => {
    const plainLayout = layoutOf(draft());
    const element = await shown<NicLabQueues>(html`<nic-lab-queues .layout=${plainLayout}></nic-lab-queues>`, momentOf(plainLayout, 0, MS));
    expect(all(element, '.share').length).to.equal(0);
    expect(all(element, 'thead th').map((cell) => textOf(cell))).to.not.include('Whose');
  });
});

describe('nic-lab-copies', () => {
  const copies = () => shown<NicLabCopies>(html`<nic-lab-copies .layout=${layout}></nic-lab-copies>`);

  it('is accessible', async () => expect(await copies()).to.be.accessible());

  it('stacks who copied, with numbers', async () => {
    const element = await copies();
    // In 10 ms: four processors 1 MB each, the switch 4 MB, the engine 2 MB, VMQ 6 MB, chimney 4 MB.
    expect(all(element, '.copiers tbody tr').map((row) => cellsOf(row).slice(0, 4))).to.deep.equal([
      ['Processor, cold', '400 MB/s', '20.0 %', '8.00 MB'],
      ['Processor, warm', '0 B/s', '0 %', '0 B'],
      ['Virtual switch', '400 MB/s', '20.0 %', '8.00 MB'],
      ['DMA engine', '200 MB/s', '10.0 %', '4.00 MB'],
      ['Adapter, VMQ', '600 MB/s', '30.0 %', '12.0 MB'],
      ['Adapter, chimney', '400 MB/s', '20.0 %', '8.00 MB'],
    ]);
    expect(plain(textOf(one(element, '.sum')))).to.equal(
      '40.0 % of the bytes that are moved now are copied by processors, 60.0 % without them.',
    );
    expect(all(element, '.part').map(({ style }) => style.inlineSize)).to.deep.equal(['20%', '0%', '20%', '10%', '30%', '20%']);
  });

  it('tells the channels of the engine, and why it left copies alone', async () => {
    const element = await copies();
    const [first] = all(element, '.channels tbody tr').map(cellsOf);
    expect(first!.slice(0, 5)).to.deep.equal(['Channel 0', 'P0', 'Idle', '50.0 %', '17 of 256']);
    expect(plain(textOf(one(element, '.declined')))).to.match(/^NetDMA is on\. .* because no receive buffer was posted\.$/);
  });

  it('without an earlier moment tells the run as a whole', async () => {
    const moment = { ...offloadMoment(), before: null };
    const element = await shown<NicLabCopies>(html`<nic-lab-copies .layout=${layout}></nic-lab-copies>`, moment);
    expect(plain(textOf(one(element, '.sum')))).to.contain('of the bytes of this run');
    expect(copiesPerSecond(moment, 0)).to.equal(null);
    expect(copiesInAll(moment, 0).queue).to.equal(12e6);
  });
});

describe('nic-lab-offload', () => {
  const offload = (moment = offloadMoment()) => shown<NicLabOffload>(html`<nic-lab-offload .layout=${layout}></nic-lab-offload>`, moment);

  it('is accessible', async () => expect(await offload()).to.be.accessible());

  it('tells connections of the capacity, packets of the limit, drops, and who came back why', async () => {
    const element = await offload();
    const words = all(element, 'dd').map((cell) => plain(textOf(cell)));
    expect(words[0]).to.equal('4 of 16');
    expect(words[1]).to.equal('750 kpackets/s, 75.0 % of 1.00 Mpackets/s');
    expect(words[2]).to.match(/^6 packets/);
    expect(one(element, '.bad') === all(element, 'dd .text')[2]).to.equal(true);
    expect(cellsOf(one(element, '.uploads tbody tr'))).to.deep.equal(['requests were small', '2']);
  });

  it('counts connections of virtual machines too', async () => {
    const moment = offloadMoment();
    moment.frame.set('offload', 0, 'ofGuests', 3);
    const element = await offload(moment);
    expect(plain(textOf(one(element, 'dd')))).to.equal('7 of 16, 3 of virtual machines');
  });

  it('says what stands against offload', async () => {
    const moment = offloadMoment();
    moment.frame.set('offload', 0, 'reason', 4);
    expect(textOf(one(await offload(moment), '.gate'))).to.match(/^Nothing is offloaded: .* What is needed: /);
    moment.frame.set('offload', 0, 'paused', 1);
    expect(textOf(one(await offload(moment), '.gate'))).to.match(/^Offload is paused/);
  });
});

describe('nic-lab-connections, with an adapter that takes some', () => {
  const table = () => shown<NicLabConnections>(html`<nic-lab-connections .layout=${layout}></nic-lab-connections>`);
  const offloads = (element: NicLabConnections) => all(element, 'tbody tr').map((row) => cellsOf(row)[3]);

  it('is accessible', async () => expect(await table()).to.be.accessible());

  it('tells who has each, and the reason of those in the host, with what would change it', async () => {
    const element = await table();
    expect(offloads(element).toSorted()).to.deep.equal([
      'InHost, not offloaded: automatic mode: amount of data',
      'InHost, not offloaded: room in the adapter',
      'Offloaded',
      'Offloaded',
    ]);
    expect(all(element, '.reasons li').map((line) => plain(textOf(line)))).to.deep.equal([
      '1 connection not offloaded: automatic mode: amount of data. Needed: The connection has moved enough data for the automatic mode.',
      '1 connection not offloaded: room in the adapter. Needed: The adapter has room for one more connection.',
    ]);
  });

  it('sorts and filters by it', async () => {
    const element = await table();
    all(element, 'thead button')
      .find((each) => textOf(each) === 'Offload')!
      .click();
    await element.updateComplete;
    expect(offloads(element).slice(2)).to.deep.equal(['Offloaded', 'Offloaded']);
    const select = one(element, 'select') as HTMLSelectElement;
    select.value = 'adapter';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    element.show(offloadMoment());
    await element.updateComplete;
    expect(offloads(element)).to.deep.equal(['Offloaded', 'Offloaded']);
    expect(plain(textOf(one(element, '.count')))).to.equal('2 of 4 connections');
  });

  it('of a world without such adapters has no column of it', async () => {
    const plainLayout = layoutOf(draft());
    const element = await shown<NicLabConnections>(
      html`<nic-lab-connections .layout=${plainLayout}></nic-lab-connections>`,
      momentOf(plainLayout, 0, MS),
    );
    expect(all(element, 'thead th').map((cell) => textOf(cell))).to.not.include('Offload');
    expect(all(element, 'select').length).to.equal(0);
  });
});

describe('the topology, with virtual machines and an adapter that takes connections', () => {
  for (const width of [310, 700, 1600])
    it(`has each part once, inside one card of its host, ${width} px wide`, () => {
      const { cards, items } = placeTopology(layout, width);
      expect(cards.length).to.equal(2);
      const count = (kind: string) => items.filter((item) => item.kind === kind).length;
      expect([count('host'), count('nic'), count('virtualSwitch'), count('offload')]).to.deep.equal([4, 4, 1, 1]);
      const [card] = cards;
      for (const { kind, index, x, y, width: own, height } of items.filter((item) => item.form === 'guest'))
        expect(
          x >= card!.x && y >= card!.y && x + own <= card!.x + card!.width && y + height <= card!.y + card!.height,
          `${kind} ${index}`,
        ).to.equal(true);
      const boxes = items.filter(({ kind }) => kind !== 'cable');
      const hits = boxes.flatMap((a, at) =>
        boxes.slice(at + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
      );
      expect(hits).to.deep.equal([]);
    });

  it('is accessible, and says all about each part', async () => {
    const element = await shown<NicLabTopology>(html`<nic-lab-topology .layout=${layout}></nic-lab-topology>`);
    await expect(element).to.be.accessible();
    const moment = offloadMoment();
    const machine = { kind: 'host', index: layout.machines[0]!.host } as const;
    expect(plain(itemValue(moment, machine))).to.equal('50.0 %');
    expect(plain(describeItem(moment, machine))).to.contain('30.0 % of a processor in itself');
    const tcp = { kind: 'offload', index: 0 } as const;
    expect(itemName(layout, tcp)).to.equal('server.lan, TCP in the adapter');
    expect(plain(describeItem(moment, tcp))).to.contain('Connections in the adapter: 4 of 16');
    expect(plain(describeItem(moment, { kind: 'processor', index: 1 }))).to.contain('In virtual machines (vm1) 20.0 %, in the host');
    expect(plain(describeItem(moment, { kind: 'queue', index: 1 }))).to.match(/^queue of vm1; /);
    expect(plain(describeItem(moment, { kind: 'virtualSwitch', index: 0 }))).to.match(/^external network, bound to lan; /);
  });

  it('leads from a virtual machine, its network and offload to their places in the document', async () => {
    const element = await shown<NicLabTopology>(html`<nic-lab-topology .layout=${layout}></nic-lab-topology>`);
    const click = (selector: string) => heard(element, 'nic-lab-select', () => one(element, selector).click());
    const places: [selector: string, item: TopologyItem, path: string][] = [
      ['.guest', { kind: 'host', index: layout.machines[0]!.host }, 'hosts[0].virtualMachines[0]'],
      ['.virtualSwitch', { kind: 'virtualSwitch', index: 0 }, 'hosts[0].virtualNetworks[0]'],
      ['.offload', { kind: 'nic', index: 0 }, 'hosts[0].nics[0]'],
    ];
    for (const [selector, item, path] of places) {
      expect(await click(selector)).to.deep.equal({ item });
      expect(pathOfItem(layout, item)).to.equal(path);
    }
    expect(pathOfItem(layout, { kind: 'host', index: layout.machines[1]!.host })).to.equal('hosts[0].virtualMachines[1]');
  });
});

describe('nic-lab-load, with virtual machines', () => {
  it('tells apart the time in the host and in virtual machines', async () => {
    const element = await staged<NicLabLoad>(html`<nic-lab-load .layout=${layout}></nic-lab-load>`);
    const { before, ...moment } = offloadMoment();
    element.show({ ...moment, frame: before!, before: null }, true);
    element.show({ ...moment, before }, true);
    one(element, 'canvas').dispatchEvent(new FocusEvent('focus'));
    one(element, 'canvas').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    await element.updateComplete;
    expect(plain(textOf(one(element, '#readout')))).to.match(/ Of it [\d.]+ % in the host, 20\.0 % in virtual machines \(vm1\)\.$/);
    const details = one(element, 'details') as HTMLDetailsElement;
    details.open = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await element.updateComplete;
    expect(all(element, 'details thead th').map((cell) => textOf(cell))).to.include('In virtual machines');
    expect(cellsOf(all(element, 'details tbody tr')[1]!).at(-1)).to.equal('vm1');
  });
});

describe('nic-lab-world', () => {
  const tabs = (element: NicLabWorld) =>
    [...one(element, 'nic-lab-tabs').shadowRoot!.querySelectorAll('[role=tab]')].map((tab) => textOf(tab));

  it('has tabs for what there is alone', async () => {
    const element = await staged<NicLabWorld>(html`<nic-lab-world .layout=${layoutOf(draft())}></nic-lab-world>`);
    expect(tabs(element)).to.deep.equal(['Connections', 'Queues', 'Cost ledger']);
    element.layout = layout;
    await element.updateComplete;
    await (one(element, 'nic-lab-tabs') as unknown as Shows).updateComplete;
    expect(tabs(element)).to.deep.equal(['Connections', 'Queues', 'Virtual machines', 'Offload', 'Copies', 'Cost ledger']);
  });

  it('shows each of them, accessibly, and goes back when another world has nothing for it', async () => {
    const element = await staged<NicLabWorld>(html`<nic-lab-world .layout=${layout}></nic-lab-world>`);
    for (const name of ['Virtual machines', 'Offload', 'Copies', 'Queues']) {
      const buttons = [...one(element, 'nic-lab-tabs').shadowRoot!.querySelectorAll<HTMLElement>('[role=tab]')];
      buttons.find((tab) => textOf(tab) === name)!.click();
      await element.updateComplete;
      element.show(offloadMoment(), true);
      const panel = all(element, '[role=tabpanel]').find(({ hidden }) => !hidden)!;
      expect(panel.ariaLabel).to.equal(name);
      const table = panel.firstElementChild!.shadowRoot!.querySelector('td.number, dd .text')!;
      expect(textOf(table), name).to.not.equal('');
      await expect(element).to.be.accessible();
      if (name !== 'Copies') continue;
      element.layout = layoutOf(draft());
      await element.updateComplete;
      expect(all(element, '[role=tabpanel]').find(({ hidden }) => !hidden)!.ariaLabel).to.equal('Connections');
      element.layout = layout;
      await element.updateComplete;
    }
  });
});
