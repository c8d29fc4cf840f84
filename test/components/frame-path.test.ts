// The path of a frame: what is asked for, its states, the timeline, reasons and costs, what is copied.

import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../ui/components/frame-path/frame-path.ts';
import type { NicFramePath } from '../../ui/components/frame-path/frame-path.ts';
import { pathText } from '../../ui/components/frame-path/path-text.ts';
import type { FramePath } from '../../ui/scenario/frame-path.ts';
import { droppedPath, endedPath, waitingPath } from './frame-path-scene.ts';
import { heard, staged, textOf } from './fakes.ts';

const adapters = [
  { nic: 0, label: 'server.lan' },
  { nic: 1, label: 'client.lan' },
];

async function shown(given: Partial<NicFramePath> = {}): Promise<NicFramePath> {
  const element = await staged<NicFramePath>(html`<nic-frame-path .adapters=${adapters}></nic-frame-path>`);
  Object.assign(element, given);
  await element.updateComplete;
  const timeline = element.shadowRoot!.querySelector('nic-path-timeline');
  await timeline?.updateComplete;
  return element;
}

const inside = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const timelineOf = (element: NicFramePath) => element.shadowRoot!.querySelector('nic-path-timeline')!;
const button = (element: Element, label: RegExp) => inside(element, 'button').find((each) => label.test(textOf(each)))!;
const status = (element: NicFramePath) => textOf(inside(element, '.state p')[0]);

describe('nic-frame-path', () => {
  it('is accessible in every state, with reasons open', async () => {
    for (const path of [endedPath, droppedPath, waitingPath, { ...endedPath, hex: '00'.repeat(40) }] as FramePath[]) {
      const element = await shown({ path });
      for (const details of [...inside(element, 'details'), ...(path.steps.length ? inside(timelineOf(element), 'details') : [])])
        (details as HTMLDetailsElement).open = true;
      await expect(element).to.be.accessible();
    }
    await expect(await shown()).to.be.accessible();
  });

  it('says what it waits for, and can be stopped', async () => {
    const element = await shown({ path: waitingPath });
    expect(status(element)).to.equal('Waits for the next frame with data that arrives at server.lan.');
    expect(await heard(element, 'follow', () => button(element, /^Stop$/).click())).to.deep.equal({ request: null });
  });

  it('asks for the next frame of an adapter, by keyboard', async () => {
    const element = await shown();
    expect(status(element)).to.contain('No frame is followed.');
    button(element, /is sent/).focus();
    await sendKeys({ press: 'Space' });
    await element.updateComplete;
    expect(button(element, /is sent/).getAttribute('aria-pressed')).to.equal('true');
    const select = inside(element, 'select')[0] as HTMLSelectElement;
    select.value = '1';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(await heard(element, 'follow', () => button(element, /^Follow$/).click())).to.deep.equal({
      request: { nic: 1, direction: 'leaves', connection: null, withData: true },
    });
  });

  it('asks for the next frame of a connection that was picked', async () => {
    const element = await shown({ connection: { id: 7, nic: 1, label: '192.0.2.2:49152 with 192.0.2.1:5001' } });
    expect(inside(element, 'select')).to.have.length(0);
    expect(await heard(element, 'follow', () => button(element, /^Follow$/).click())).to.deep.equal({
      request: { nic: 1, direction: 'arrives', connection: 7, withData: true },
    });
  });

  it('groups steps by place, with times since the first', async () => {
    const timeline = timelineOf(await shown({ path: endedPath }));
    expect(inside(timeline, 'h3').map(textOf)).to.deep.equal([
      'server.lan Adapter',
      'server, processor 4: interrupt',
      'server, processor 4: DPC',
      'Application on server',
    ]);
    expect(inside(timeline, '.time').map(textOf)).to.deep.equal(['start', '+1 µs', '+20 µs', '+22 µs', '+22 µs', '+90 µs']);
  });

  it('tells own costs from shared ones', async () => {
    const element = await shown({ path: endedPath });
    expect(status(element)).to.equal(
      'The frame has come to the end of its way. 6 steps in 90 µs; 710 ns of processor time for this frame alone, and a part of 853 ns that it shares with others.',
    );
    const [shared] = inside(timelineOf(element), '.chips');
    expect(textOf(shared)).to.equal('int 853 ns of all frames of this interrupt');
  });

  it('opens the hash of the frame', async () => {
    const element = await shown({ path: endedPath });
    const detail = await heard<{ tuple: unknown }>(element, 'open-hash', () => button(timelineOf(element), /hash/).click());
    expect(detail.tuple).to.deep.equal(endedPath.steps[1]!.tuple);
  });

  it('shows a drop as the end', async () => {
    const element = await shown({ path: droppedPath });
    expect(status(element)).to.match(/^The frame was dropped\./);
    expect(textOf(inside(timelineOf(element), '.drop')[0])).to.match(/^Dropped: no receive buffer is left/);
  });

  it('asks for the bytes, and shows them', async () => {
    const element = await shown({ path: endedPath });
    expect(await heard(element, 'frame-bytes', () => button(element, /bytes/).click())).to.equal(null);
    element.path = { ...endedPath, hex: '00005e005301'.repeat(4) };
    await element.updateComplete;
    expect(inside(element, 'pre')[0]!.textContent).to.equal(
      '0000  00 00 5e 00 53 01 00 00 5e 00 53 01 00 00 5e 00\n0010  53 01 00 00 5e 00 53 01',
    );
  });

  it('is text to copy', () => {
    const text = pathText(droppedPath);
    expect(text).to.contain('Path of the next frame with data that arrives at server.lan');
    expect(text).to.contain('      Why: TCP with readable ports has a hash type of its own.');
    expect(text).to.match(/The frame was dropped\.$/);
    expect(pathText(endedPath).replace(/\u00a0/g, ' ')).to.contain('Cost of all frames of this interrupt: int 1 packet, 853 ns');
  });

  it('fits 400 px', async () => {
    const element = await shown({ path: endedPath });
    element.style.inlineSize = '360px';
    expect(element.scrollWidth).to.be.at.most(360);
  });
});
