// The written-out calculation: its numbers against Microsoft's published hashes, its table under the keyboard.

import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { parseAddress } from '../../ui/analysis/addresses.ts';
import type { NicHashSteps } from '../../ui/components/hash-steps/hash-steps.ts';
import '../../ui/components/hash-steps/hash-steps.ts';
import { VERIFICATION_KEY } from '../../ui/features/rss.ts';
import { keyWindow, toeplitzSteps } from '../../ui/features/toeplitz-steps.ts';
import { verificationVectors } from '../../ui/features/verification-vectors.ts';

const key = Uint8Array.from(VERIFICATION_KEY.match(/../g)!, (pair) => parseInt(pair, 16));

function address(text: string): number[] {
  const read = parseAddress(text);
  if ('fault' in read) throw new Error(read.fault);
  return [...read.address.bytes];
}

const word = (port: number): number[] => [port >> 8, port & 255];
const last = (input: number[]): number | undefined => toeplitzSteps(key, Uint8Array.from(input)).at(-1)?.after;

describe('Toeplitz steps', () => {
  for (const vector of verificationVectors) {
    const ends = [...address(vector.source), ...address(vector.destination)];
    it(`end at the published hashes of ${vector.source}`, () => {
      expect(last(ends)).to.equal(vector.addresses);
      expect(last([...ends, ...word(vector.sourcePort), ...word(vector.destinationPort)])).to.equal(vector.tcp);
    });
  }

  it('start with the first 32 bits of the key and shift by one', () => {
    expect(keyWindow(key, 0)).to.equal(0x6d5a56da);
    expect(keyWindow(key, 8)).to.equal(0x5a56da25);
    expect(keyWindow(key, 1)).to.equal(0xdab4adb4);
    expect(keyWindow(key, 288)).to.equal(0xbeac01fa);
  });

  it('join: each begins where the one before it ended', () => {
    const steps = toeplitzSteps(key, Uint8Array.of(0x80, 0x01)).flatMap(({ bits }) => bits);
    expect(steps.map(({ bit }) => bit).join('')).to.equal('1000000000000001');
    expect(steps[0]).to.deep.equal({ index: 0, bit: 1, window: 0x6d5a56da, before: 0, after: 0x6d5a56da });
    for (const [at, step] of steps.slice(1).entries()) expect(step.before, `bit ${step.index}`).to.equal(steps[at]!.after);
  });

  it('of nothing are none', () => expect(toeplitzSteps(key, new Uint8Array())).to.deep.equal([]));
});

describe('<nic-hash-steps>', () => {
  const input = Uint8Array.of(66, 9, 149, 187, 161, 142, 100, 80);
  const fields = [
    { name: 'Source address', bytes: 4, text: '66.9.149.187' },
    { name: 'Destination address', bytes: 4, text: '161.142.100.80' },
  ];
  const mount = () => fixture<NicHashSteps>(html`<nic-hash-steps .key=${key} .input=${input} .fields=${fields}></nic-hash-steps>`);
  const table = (el: NicHashSteps) => el.shadowRoot!.querySelector('nic-hash-table')!.shadowRoot!;
  const rows = (el: NicHashSteps) => [...table(el).querySelectorAll('tbody tr')].map((row) => row.id);
  const focused = (el: NicHashSteps) => table(el).activeElement?.closest('tr')?.id;
  const settle = async (el: NicHashSteps) => {
    await el.updateComplete;
    await el.shadowRoot!.querySelector('nic-hash-table')!.updateComplete;
  };

  it('is accessible', async () => {
    const el = await mount();
    await expect(el).to.be.accessible();
  });

  it('has a row for each byte, and ends at the published hash', async () => {
    const el = await mount();
    expect(rows(el)).to.have.length(8);
    expect(table(el).querySelector('#byte7 td:last-child')!.textContent).to.equal('0x323e8fc2');
  });

  it('opens a byte into its bits by keyboard and steps through them', async () => {
    const el = await mount();
    table(el).querySelector<HTMLElement>('#byte0 button')!.focus();
    await sendKeys({ press: 'Enter' });
    await settle(el);
    expect(rows(el).slice(0, 10)).to.deep.equal(['byte0', 'bit0', 'bit1', 'bit2', 'bit3', 'bit4', 'bit5', 'bit6', 'bit7', 'byte1']);
    await sendKeys({ press: 'ArrowRight' });
    await settle(el);
    expect(focused(el)).to.equal('bit1');
    await sendKeys({ press: 'ArrowDown' });
    await settle(el);
    expect(focused(el)).to.equal('bit2');
    await sendKeys({ press: 'End' });
    await settle(el);
    expect(focused(el)).to.equal('byte7');
    await sendKeys({ press: 'Home' });
    await settle(el);
    expect(focused(el)).to.equal('bit0');
    await expect(el).to.be.accessible();
  });

  it('says which key bits are XORed, and slides the window', async () => {
    const el = await mount();
    const slider = el.shadowRoot!.querySelector<HTMLInputElement>('input[type=range]')!;
    slider.focus();
    await sendKeys({ press: 'ArrowRight' });
    await settle(el);
    // 66 is 0100 0010: bit 1 is the first that counts.
    expect(el.shadowRoot!.querySelector('.now')!.textContent).to.equal(
      'Input bit 1 (byte 0, source address 66.9.149.187) is 1: key bits 1 to 32 are XORed into the result.',
    );
    const window = el.shadowRoot!.querySelector('nic-hash-key')!;
    expect(window.start).to.equal(1);
    expect(window.shadowRoot!.querySelectorAll('i.within')).to.have.length(32);
    await sendKeys({ press: 'PageDown' });
    await settle(el);
    expect(slider.getAttribute('aria-valuetext')).to.match(/^Input bit 0 \(byte 0/);
  });
});
