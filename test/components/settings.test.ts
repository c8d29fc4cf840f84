// The live controls: number field, key, hash types, table editor, and the form that holds them.

import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../ui/components/hash-types/hash-types.ts';
import type { NicHashTypes } from '../../ui/components/hash-types/hash-types.ts';
import '../../ui/components/hint/hint.ts';
import type { NicHint } from '../../ui/components/hint/hint.ts';
import '../../ui/components/key-field/key-field.ts';
import type { NicKeyField } from '../../ui/components/key-field/key-field.ts';
import '../../ui/components/number-field/number-field.ts';
import type { NicNumberField } from '../../ui/components/number-field/number-field.ts';
import '../../ui/components/rss-form/rss-form.ts';
import type { NicRssForm } from '../../ui/components/rss-form/rss-form.ts';
import '../../ui/components/table-editor/table-editor.ts';
import type { NicTableEditor } from '../../ui/components/table-editor/table-editor.ts';
import { HashFlag } from '../../ui/abi/abi.gen.ts';
import {
  SYMMETRIC_KEY,
  VERIFICATION_KEY,
  WINDOWS_HASH_FLAGS,
  rssDefaults,
  rssNumberFields,
  type RssSettings,
} from '../../ui/features/rss.ts';
import { heard, staged, textOf } from './fakes.ts';

function type(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What of a type `act` leads to, up to the next task. */
function heardOf(target: EventTarget, event: string, act: () => void): unknown[] {
  const details: unknown[] = [];
  const listen = (fired: Event) => details.push((fired as CustomEvent).detail);
  target.addEventListener(event, listen);
  act();
  target.removeEventListener(event, listen);
  return details;
}

describe('nic-hint', () => {
  it('of an assumption shows the word, and why when opened', async () => {
    const element = await staged<NicHint>(html`<nic-hint label="Key" .evidence=${{ assumed: 'Nobody says.' }}></nic-hint>`);
    await expect(element).to.be.accessible();
    const button = element.shadowRoot!.querySelector('button')!;
    expect(textOf(button)).to.equal('assumed');
    button.click();
    const panel = element.shadowRoot!.querySelector('[popover]')!;
    expect(panel.matches(':popover-open')).to.equal(true);
    expect(textOf(panel)).to.equal('Assumed. Nobody says.');
    await expect(element).to.be.accessible();
  });
});

describe('nic-number-field', () => {
  const field = (change: Partial<NicNumberField> = {}) =>
    staged<NicNumberField>(
      html`<nic-number-field
        .field=${change.field ?? rssNumberFields.queues}
        .value=${change.value ?? 4}
        .fault=${change.fault ?? ''}
      ></nic-number-field>`,
    );
  const inputOf = (element: NicNumberField) => element.shadowRoot!.querySelector<HTMLInputElement>('input[type=number]')!;

  it('with a slider is accessible', async () => expect(await field()).to.be.accessible());
  it('with choices is accessible', async () => expect(await field({ field: rssNumberFields.tableEntries, value: 128 })).to.be.accessible());
  it('with a fault is accessible and says it', async () => {
    const element = await field({ value: 99, fault: 'Too many.' });
    await expect(element).to.be.accessible();
    expect(textOf(element.shadowRoot!.querySelector('.fault'))).to.equal('Too many.');
  });

  it('announces a whole number, in range or not', async () => {
    const element = await field();
    expect(heardOf(element, 'nic-number-change', () => type(inputOf(element), '99'))).to.deep.equal([{ value: 99 }]);
  });

  it('emptied announces nothing and asks for a number', async () => {
    const element = await field();
    expect(heardOf(element, 'nic-number-change', () => type(inputOf(element), ''))).to.deep.equal([]);
    await element.updateComplete;
    expect(textOf(element.shadowRoot!.querySelector('.fault'))).to.equal('Receive queues: a whole number from 1 to 64 is needed.');
  });

  it('emptied and left shows the last value again', async () => {
    const element = await field();
    type(inputOf(element), '');
    inputOf(element).dispatchEvent(new Event('blur'));
    await element.updateComplete;
    expect(inputOf(element).value).to.equal('4');
  });
});

describe('nic-key-field', () => {
  const field = () => staged<NicKeyField>(html`<nic-key-field .key=${VERIFICATION_KEY}></nic-key-field>`);
  const areaOf = (element: NicKeyField) => element.shadowRoot!.querySelector('textarea')!;
  const button = (element: NicKeyField, label: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((item) => textOf(item) === label)!;

  it('is accessible', async () => expect(await field()).to.be.accessible());

  it('shows the key byte by byte and which one it is', async () => {
    const element = await field();
    expect(areaOf(element).value).to.match(/^6d 5a 56 da /);
    expect(button(element, 'Verification').ariaPressed).to.equal('true');
  });

  it('takes a key as ethtool prints it', async () => {
    const element = await field();
    const typed = SYMMETRIC_KEY.replace(/(..)(?=.)/g, '$1:').toUpperCase();
    expect(heardOf(element, 'nic-key-change', () => type(areaOf(element), typed))).to.deep.equal([{ key: SYMMETRIC_KEY }]);
  });

  it('with a key too short keeps what was typed, announces nothing and says why', async () => {
    const element = await field();
    expect(heardOf(element, 'nic-key-change', () => type(areaOf(element), '6d 5a'))).to.deep.equal([]);
    await element.updateComplete;
    expect(areaOf(element).value).to.equal('6d 5a');
    expect(textOf(element.shadowRoot!.querySelector('.fault'))).to.match(/^The key has 2 bytes; RSS takes 40/);
    await expect(element).to.be.accessible();
  });

  it('on New random announces forty other bytes', async () => {
    const element = await field();
    const [first, second] = [0, 1].map(
      () => heardOf(element, 'nic-key-change', () => button(element, 'New random').click())[0] as { key: string },
    );
    expect(first!.key).to.match(/^[0-9a-f]{80}$/);
    expect(first!.key).to.not.equal(second!.key);
  });
});

describe('nic-hash-types', () => {
  const types = () => staged<NicHashTypes>(html`<nic-hash-types .hashFlags=${WINDOWS_HASH_FLAGS}></nic-hash-types>`);
  const box = (element: NicHashTypes, label: string) =>
    [...element.shadowRoot!.querySelectorAll('label')].find((item) => textOf(item) === label)!.querySelector('input')!;

  it('is accessible', async () => expect(await types()).to.be.accessible());

  it('keeps the types of later Windows apart, and off', async () => {
    const element = await types();
    const later = element.shadowRoot!.querySelector('[aria-labelledby=later]')!;
    expect([...later.querySelectorAll('label')].map(textOf)).to.deep.equal(['UDP/IPv4', 'UDP/IPv6', 'UDP/IPv6-Ex']);
    expect([...later.querySelectorAll('input')].map(({ checked }) => checked)).to.deep.equal([false, false, false]);
  });

  it('switched changes one bit', async () => {
    const element = await types();
    expect(heardOf(element, 'nic-hash-types-change', () => box(element, 'UDP/IPv4').click())).to.deep.equal([
      { hashFlags: WINDOWS_HASH_FLAGS | HashFlag.UdpIPv4 },
    ]);
    expect(heardOf(element, 'nic-hash-types-change', () => box(element, 'IPv4').click())).to.deep.equal([
      { hashFlags: WINDOWS_HASH_FLAGS & ~HashFlag.IPv4 },
    ]);
  });
});

describe('nic-table-editor', () => {
  const editor = (queues = 4, entries = 16) =>
    staged<NicTableEditor>(
      html`<nic-table-editor
        .table=${Array.from({ length: entries }, (_, entry) => entry % 4)}
        .loads=${Float64Array.from({ length: entries }, (_, entry) => entry)}
        .queues=${queues}
      ></nic-table-editor>`,
    );
  const cell = (element: NicTableEditor, entry: number) => element.shadowRoot!.querySelector<HTMLElement>(`[data-entry="${entry}"]`)!;
  const changes = async (element: NicTableEditor, ...keys: string[]) => {
    const tables: number[][] = [];
    element.addEventListener('nic-table-change', (event) => {
      element.table = (event as CustomEvent<{ table: number[] }>).detail.table;
      tables.push([...element.table]);
    });
    for (const press of keys) await sendKeys({ press });
    await element.updateComplete;
    return tables;
  };

  for (const entries of [2, 16, 128])
    it(`of ${entries} entries is accessible`, async () => expect(await editor(4, entries)).to.be.accessible());

  it('on a click moves an entry to the next queue, the last one to the first', async () => {
    const element = await editor();
    const { table } = await heard<{ table: number[] }>(element, 'nic-table-change', () => cell(element, 3).click());
    expect(table.slice(0, 5)).to.deep.equal([0, 1, 2, 0, 0]);
  });

  it('walked with arrow keys gives load and queue of the entry', async () => {
    const element = await editor();
    cell(element, 0).focus();
    await changes(element, 'ArrowRight', 'ArrowDown');
    expect(textOf(element.shadowRoot!.querySelector('output'))).to.equal('Entry 9: queue 1, 9 packets, 7.5 % of what is hashed.');
    expect(element.shadowRoot!.activeElement).to.equal(cell(element, 9));
  });

  it('takes digits as the queue, two of them where there are that many', async () => {
    const element = await editor(16);
    cell(element, 2).focus();
    const tables = await changes(element, '1', '2');
    expect(tables.map((table) => table[2])).to.deep.equal([1, 12]);
  });

  it('does not take a queue that is not in use', async () => {
    const element = await editor(4);
    cell(element, 2).focus();
    expect(await changes(element, '7')).to.deep.equal([]);
  });

  it('is one stop in the tab order', async () => {
    const stops = (await editor()).shadowRoot!.querySelectorAll('[role=gridcell][tabindex="0"]');
    expect(stops.length).to.equal(1);
  });
});

describe('nic-rss-form', () => {
  const form = (change: Partial<RssSettings> = {}) =>
    staged<NicRssForm>(html`<nic-rss-form .settings=${{ ...rssDefaults, ...change }}></nic-rss-form>`);
  const numbers = (element: NicRssForm) => [...element.shadowRoot!.querySelectorAll('nic-number-field')];
  const named = (element: NicRssForm, label: string) => numbers(element).find(({ field }) => field?.label === label)!;
  const answer = (element: NicRssForm, act: () => void) => heard<{ settings: RssSettings }>(element, 'nic-settings-change', act);

  it('with the defaults is accessible', async () => expect(await form()).to.be.accessible());

  it('has a control for every declared number', async () =>
    expect(
      numbers(await form())
        .map(({ field }) => field?.label)
        .sort(),
    ).to.deep.equal(
      Object.values(rssNumberFields)
        .map(({ label }) => label)
        .sort(),
    ));

  it('with fewer queues than processors says at the queues what that comes to', async () =>
    expect(named(await form({ queues: 2 }), 'Receive queues').note).to.equal(
      'The adapter has 2 queues, so 2 of 4 RSS processors are used.',
    ));

  it('with a fault says it at its control, announces it all the same', async () => {
    const element = await form({ baseProcessor: 8 });
    expect(named(element, 'Base processor').fault).to.match(/^Base processor 8 does not exist/);
    await expect(element).to.be.accessible();
    const { settings } = await answer(element, () =>
      named(element, 'Receive queues').dispatchEvent(new CustomEvent('nic-number-change', { detail: { value: 99 } })),
    );
    expect(settings).to.deep.equal({ ...rssDefaults, baseProcessor: 8, queues: 99 });
  });

  it('with a table by hand and another size repeats the table', async () => {
    const element = await form({ tableEntries: 2, table: [0, 3] });
    const { settings } = await answer(element, () =>
      named(element, 'Indirection table').dispatchEvent(new CustomEvent('nic-number-change', { detail: { value: 4 } })),
    );
    expect(settings.table).to.deep.equal([0, 3, 0, 3]);
  });

  it('with a table that names a queue no longer in use says so and offers round robin', async () => {
    const element = await form({ tableEntries: 2, table: [0, 3], queues: 2 });
    const fault = element.shadowRoot!.querySelector('.fault')!;
    expect(textOf(fault)).to.match(/^Entry 1 names queue 3; queues in use are 0 to 1\./);
    const { settings } = await answer(element, () => fault.querySelector('button')!.click());
    expect(settings.table).to.equal(null);
  });
});
