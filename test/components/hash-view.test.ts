// The Hash page against the core: the published hashes, where they lead, and what happens with faulty input.

import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { HashExplanation } from '../../ui/analysis/types.ts';
import '../../ui/app/hash-page.ts';
import type { NicHashPage } from '../../ui/app/hash-page.ts';
import { hashDisagreements } from '../../ui/components/hash-result/disagreements.ts';
import '../../ui/components/hash-result/hash-result.ts';
import type { NicHashResult } from '../../ui/components/hash-result/hash-result.ts';
import { installTheme } from '../../ui/components/theme.ts';
import { createEngine, type Engine } from '../../ui/engine/client.ts';
import { rssDefaults } from '../../ui/features/rss.ts';

/** The root behind a chain of shadow hosts. */
const within = (el: Element, ...names: string[]): ShadowRoot =>
  names.reduce((root, name) => root.querySelector(name)!.shadowRoot!, el.shadowRoot!);
const view = (el: Element) => within(el, 'nic-hash-view');
const result = (el: Element) => view(el).querySelector('nic-hash-result')?.shadowRoot;
const path = (el: Element) => [...(result(el)?.querySelectorAll('.path b') ?? [])].map((station) => station.textContent);
const form = (el: Element) => within(el, 'nic-hash-view', 'nic-hash-input');

function type(el: Element, field: string, text: string): void {
  const input = form(el).querySelector<HTMLInputElement>(`#${field}`)!;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('<nic-hash-page>', () => {
  let engine: Engine;
  before(async () => {
    installTheme(document);
    engine = await createEngine();
  });
  after(() => engine.dispose());

  const mount = async (params = '') => {
    const el = await fixture<NicHashPage>(html`<nic-hash-page .engine=${engine} .params=${new URLSearchParams(params)}></nic-hash-page>`);
    await waitUntil(() => path(el).length > 0, 'an answer');
    return el;
  };

  // Microsoft, "Verifying the RSS hash calculation"; entry = hash & 127; queue = entry mod 4 by round robin.
  it('leads the first published tuple to its hash, entry, queue and processor', async () => {
    const el = await mount();
    expect(path(el)).to.deep.equal(['0x51ccc178', '0x7f', '120', '0', '0']);
    expect(result(el)!.querySelector('[part=check]')!.textContent).to.match(/agree, and Microsoft publishes the same value/);
  });

  it('agrees with all sixteen published hashes', async () => {
    const el = await mount();
    const examples = () => view(el).querySelector('nic-hash-examples')!.shadowRoot!;
    await waitUntil(() => examples().querySelectorAll('.agrees').length === 16, 'sixteen marks');
    expect(examples().querySelector('.differs')).to.equal(null);
  });

  it('fills in an example with one click', async () => {
    const el = await mount();
    const examples = within(el, 'nic-hash-view', 'nic-hash-examples');
    [...examples.querySelectorAll('button')].find((button) => button.textContent.trim() === '0x40207d3d')!.click();
    await waitUntil(() => path(el)[0] === '0x40207d3d');
    expect(form(el).querySelector<HTMLInputElement>('#source')!.value).to.equal('3ffe:2501:200:1fff::7');
    expect(path(el)).to.deep.equal(['0x40207d3d', '0x7f', '61', '1', '1']);
  });

  it('takes tuple and setting from the address', async () => {
    const el = await mount('src=199.92.111.2&dst=65.69.140.83&sport=14230&dport=4739&proto=tcp&entries=64&q=2');
    await waitUntil(() => path(el)[0] === '0xc626b0ea');
    expect(path(el)).to.deep.equal(['0xc626b0ea', '0x3f', '42', '0', '0']);
  });

  it('tells its address when the tuple changes', async () => {
    const el = await mount();
    const told: string[] = [];
    el.addEventListener('nic-tuple-change', (event) => told.push(String(new URLSearchParams((event as CustomEvent).detail.params))));
    type(el, 'sourcePort', '2795');
    expect(told).to.deep.equal(['src=66.9.149.187&dst=161.142.100.80&sport=2795&dport=1766&proto=tcp']);
  });

  for (const [name, field, text, message] of [
    ['a bad address', 'source', '66.9.149', /four/],
    ['a port past 65535', 'destinationPort', '70000', /65535/],
    ['mixed families', 'destination', '::1', /one family/],
  ] as const)
    it(`with ${name} says so at the field and keeps the last good result`, async () => {
      const el = await mount();
      type(el, field, text);
      await waitUntil(() => form(el).querySelector(`#${field}-fault`)!.textContent.match(message), 'the message');
      expect(form(el).querySelector(`#${field}`)!.getAttribute('aria-invalid')).to.equal('true');
      expect(path(el)[0]).to.equal('0x51ccc178');
      expect(view(el).textContent).to.match(/the last good result is shown/);
    });

  it('reads a pasted frame with a VLAN tag, and hashes the addresses of UDP only', async () => {
    const el = await mount();
    form(el).querySelector<HTMLInputElement>('input[value=frame]')!.click();
    await el.updateComplete;
    await waitUntil(() => form(el).querySelector('#frame'));
    const ip = '4500001c0001000040110000' + '420995bb' + 'a18e6450' + '0aea06e600080000';
    type(el, 'frame', `000000000001 000000000002 8100 0005 0800 ${ip}`);
    await waitUntil(() => path(el)[0] === '0x323e8fc2', 'the published hash over the addresses');
    const layers = [...within(el, 'nic-hash-view', 'nic-hash-reading').querySelectorAll('.layers li')].map((layer) => layer.textContent);
    expect(layers).to.deep.equal(['Ethernet', '802.1Q VLAN 5', 'IPv4', 'UDP']);
    type(el, 'frame', '00000000000');
    await waitUntil(() => /not whole bytes/.test(form(el).querySelector('#frame-fault')!.textContent));
    expect(path(el)[0]).to.equal('0x323e8fc2');
    type(el, 'frame', '0000');
    await waitUntil(() => /2.bytes are too few/.test(form(el).querySelector('#frame-fault')!.textContent));
  });

  it('with a faulty setting says so and keeps the last good result', async () => {
    const el = await mount();
    el.settings = { ...rssDefaults, queues: 99 };
    await waitUntil(() => /Receive queues: 99/.test(view(el).textContent));
    expect(path(el)[0]).to.equal('0x51ccc178');
  });

  it('says where a frame that is not hashed goes', async () => {
    const el = await mount();
    el.settings = { ...rssDefaults, hashFlags: 0 };
    await waitUntil(() => path(el)[0] === 'none');
    expect(path(el)).to.deep.equal(['none', '0', '0']);
    expect(view(el).querySelector('nic-hash-steps')).to.equal(null);
  });

  it('is accessible', async () => {
    const el = await mount();
    await expect(el).to.be.accessible();
  });
});

describe('<nic-hash-result>', () => {
  const answer: HashExplanation = {
    layers: ['IPv4', 'TCP'],
    source: '66.9.149.187:2794',
    destination: '161.142.100.80:1766',
    protocol: 'TCP',
    hashType: 2,
    hashReason: 0,
    because: 'TCP.',
    input: new Uint8Array(12),
    fields: [],
    key: new Uint8Array(40),
    hash: 0x51ccc178,
    entry: 120,
    queue: 0,
    processor: 0,
    check: { bits: 0x51ccc178, tables: 0x51ccc178, simd: 0x51ccc178 },
    remarks: [],
  };

  it('shows a disagreement as an error', async () => {
    const wrong = { ...answer, check: { ...answer.check, simd: 1 } };
    const el = await fixture<NicHashResult>(html`<nic-hash-result .explanation=${wrong} .stepped=${2} .published=${3}></nic-hash-result>`);
    const errors = [...el.shadowRoot!.querySelectorAll('nic-message[severity=error]')].map((message) => message.textContent);
    expect(errors).to.have.length(3);
    expect(errors[0]).to.match(/0x51ccc178, but the SIMD batch gives 0x00000001/);
    expect(el.shadowRoot!.querySelector('.agrees')).to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('has nothing to say against agreement', () => expect(hashDisagreements(answer, 0x51ccc178, 0x51ccc178)).to.deep.equal([]));
});
