// The prompt as its readers use it: typing, recalling, completing, pasting, stopping, copying, with a keyboard and a screen reader.

import { aTimeout, expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { NicConsoleWindow } from '../../ui/components/console-window/console-window.ts';
import type { Complete } from '../../ui/components/console-window/line-editor.ts';
import { mostLines, screenEnter, screenStart, screenText } from '../../ui/console/screen.ts';
import { consoleScene, type Scene } from './console-scene.ts';
import { heard, staged, textOf } from './fakes.ts';

const one = <T extends HTMLElement = HTMLElement>({ element }: Pick<Scene, 'element'>, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;
const button = ({ element }: Scene, label: string) =>
  [...element.shadowRoot!.querySelectorAll('button')].find((each) => textOf(each) === label)!;
const hint = (scene: Scene) => textOf(one(scene, '.hint'));
const logText = (scene: Scene) => one(scene, '[role=log]').textContent;
const hasFocus = ({ element, input }: Scene) => element.shadowRoot!.activeElement === input;

async function chord(modifier: 'Control' | 'Shift', key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}

async function answered(scene: Scene, count: number): Promise<void> {
  await waitUntil(() => scene.entered.length === count && scene.element.prompt !== '', `${count} lines answered`);
  await scene.element.updateComplete;
}

async function enter(scene: Scene, line: string): Promise<void> {
  const count = scene.entered.length + 1;
  scene.input.focus();
  scene.input.value = line;
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => scene.entered.length === count);
  await aTimeout(5);
  await scene.element.updateComplete;
}

function paste({ input }: Scene, text: string): void {
  input.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
}

describe('nic-console-window', () => {
  it('is accessible: new, with output, while a ping runs, with its list, not elevated, closed', async () => {
    const scene = await consoleScene('ws2008r2', { elevated: false });
    await expect(scene.element).to.be.accessible();
    await enter(scene, 'netstat -t');
    await expect(scene.element).to.be.accessible();
    await sendKeys({ press: 'F7' });
    await scene.element.updateComplete;
    await expect(scene.element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await enter(scene, 'ping client1');
    await expect(scene.element).to.be.accessible();
    scene.finish();
    await enter(scene, 'exit');
    await expect(scene.element).to.be.accessible();
  });

  it('shows what a console window shows', async () => {
    const scene = await consoleScene();
    await enter(scene, 'hostname');
    expect(logText(scene)).to.equal(
      [
        'Microsoft Windows [Version 6.1.7601]',
        'Copyright (c) 2009 Microsoft Corporation.  All rights reserved.',
        '',
        'C:\\Users\\Administrator>hostname',
        'SERVER1',
        '',
      ].join('\n'),
    );
    expect(textOf(one(scene, 'label'))).to.equal('C:\\Users\\Administrator>');
  });

  it('announces output in a polite log, line by line', async () => {
    const scene = await consoleScene();
    const log = one(scene, '[role=log]');
    expect([log.ariaLive, log.getAttribute('aria-relevant')]).to.deep.equal(['polite', 'additions']);
    await enter(scene, 'ping client1');
    const before = [...log.querySelectorAll('.block')];
    const added: Node[] = [];
    const observer = new MutationObserver((records) => added.push(...records.flatMap(({ addedNodes }) => [...addedNodes])));
    observer.observe(log, { childList: true, subtree: true });
    scene.finish();
    await scene.element.updateComplete;
    observer.disconnect();
    expect([...log.querySelectorAll('.block')]).to.deep.equal(before);
    expect(added.filter((node) => node instanceof HTMLSpanElement).map((node) => node.textContent)).to.include(
      'Reply from 192.168.1.20: bytes=32 time=1ms TTL=128\n',
    );
  });

  it('recalls lines with the arrow keys and keeps the one being typed', async () => {
    const scene = await consoleScene();
    await enter(scene, 'ver');
    await enter(scene, 'hostname');
    await sendKeys({ type: 'dra' });
    const seen: string[] = [];
    for (const press of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
      await sendKeys({ press });
      seen.push(scene.input.value);
    }
    expect(seen).to.deep.equal(['hostname', 'ver', 'ver', 'hostname', 'dra']);
    expect(scene.input.selectionStart).to.equal(3);
  });

  it('lists earlier lines with F7, and puts the chosen one into the line without entering it', async () => {
    const scene = await consoleScene();
    await enter(scene, 'ver');
    await enter(scene, 'hostname');
    await sendKeys({ press: 'F7' });
    await scene.element.updateComplete;
    const list = scene.element.shadowRoot!.querySelector('nic-console-history')!;
    await list.updateComplete;
    expect([...list.shadowRoot!.querySelectorAll('[role=option]')].map(textOf)).to.deep.equal(['0: ver', '1: hostname']);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    await scene.element.updateComplete;
    expect(scene.input.value).to.equal('ver');
    expect(hasFocus(scene)).to.equal(true);
    expect(scene.entered).to.deep.equal(['ver', 'hostname']);
    expect(scene.element.shadowRoot!.querySelector('nic-console-history')).to.equal(null);
  });

  it('empties the line with Escape, once, and leaves a second Escape to the page', async () => {
    const scene = await consoleScene();
    scene.input.focus();
    await sendKeys({ type: 'ver' });
    await sendKeys({ press: 'Escape' });
    expect(scene.input.value).to.equal('');
    const second = heard(document, 'keydown', () => undefined);
    await sendKeys({ press: 'Escape' });
    await second;
  });

  it('puts an example into the line without entering it', async () => {
    const scene = await consoleScene();
    button(scene, 'netsh int tcp show global').click();
    expect(scene.input.value).to.equal('netsh int tcp show global');
    expect(hasFocus(scene)).to.equal(true);
    expect(scene.entered).to.deep.equal([]);
  });

  it('offers to run as an administrator only where that is missing', async () => {
    const scene = await consoleScene('ws2008', { elevated: false });
    expect(await heard(scene.element, 'console-elevate', () => button(scene, 'Run as administrator').click())).to.equal(null);
    expect(button(await consoleScene('ws2008'), 'Run as administrator')).to.equal(undefined);
  });

  it('that was closed takes no line and offers a new prompt', async () => {
    const scene = await consoleScene();
    paste(scene, 'exit\nver\n');
    await waitUntil(() => scene.element.closed);
    await scene.element.updateComplete;
    expect(scene.entered).to.deep.equal(['exit']);
    expect(textOf(scene.element.shadowRoot!.activeElement)).to.equal('Open a new prompt');
    await heard(scene.element, 'console-open', () => button(scene, 'Open a new prompt').click());
    expect(hint(scene)).to.equal('');
  });

  it('of another host has nothing of the one before', async () => {
    const scene = await consoleScene();
    await enter(scene, 'ping client1');
    paste(scene, 'ver\nhost');
    scene.element.computer = 'CLIENT1';
    scene.element.busy = false;
    scene.element.prompt = 'C:\\>';
    await scene.element.updateComplete;
    expect(scene.input.value).to.equal('');
    expect(hint(scene)).to.equal('');
    expect(scene.entered).to.deep.equal(['ping client1']);
  });
});

describe('Completion in nic-console-window', () => {
  it('goes round with Tab and back with Shift+Tab, and says where it is', async () => {
    const scene = await consoleScene();
    scene.input.focus();
    await sendKeys({ type: 'netsh int tcp show c' });
    const seen: string[] = [];
    for (const isBack of [false, false, true, true, false]) {
      await (isBack ? chord('Shift', 'Tab') : sendKeys({ press: 'Tab' }));
      await scene.element.updateComplete;
      seen.push(scene.input.value.slice('netsh int tcp show '.length));
    }
    expect(seen).to.deep.equal(['chimneyapplications', 'chimneyports', 'chimneyapplications', 'chimneystats', 'chimneyapplications']);
    expect(hint(scene)).to.equal('chimneyapplications, 1 of 3');
    expect(hasFocus(scene)).to.equal(true);
    await sendKeys({ type: ' ' });
    await scene.element.updateComplete;
    expect(hint(scene)).to.equal('');
  });

  it('says when there is none', async () => {
    const scene = await consoleScene();
    scene.input.focus();
    await sendKeys({ type: 'frob' });
    await sendKeys({ press: 'Tab' });
    await scene.element.updateComplete;
    expect(hint(scene)).to.equal('Nothing completes this line.');
    expect(scene.input.value).to.equal('frob');
  });

  it('leaves Tab to the page while the line is empty', async () => {
    const scene = await consoleScene();
    scene.input.focus();
    await sendKeys({ press: 'Tab' });
    expect(hasFocus(scene)).to.equal(false);
    scene.input.focus();
    await chord('Shift', 'Tab');
    expect(hasFocus(scene)).to.equal(false);
  });

  async function slow() {
    const scene = await consoleScene();
    const answers: ((value: Awaited<ReturnType<Complete>>) => void)[] = [];
    scene.element.complete = () => new Promise((resolve) => answers.push(resolve));
    scene.input.focus();
    await sendKeys({ type: 'n' });
    return { scene, answers };
  }

  it('counts the Tabs that were pressed before the answer came', async () => {
    const { scene, answers } = await slow();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(answers.length).to.equal(1);
    answers[0]!({ from: 0, to: 1, candidates: ['netsh', 'netstat'] });
    await aTimeout(0);
    expect(scene.input.value).to.equal('netstat');
  });

  it('drops an answer to a line that has changed', async () => {
    const { scene, answers } = await slow();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'b' });
    answers[0]!({ from: 0, to: 1, candidates: ['netsh'] });
    await aTimeout(0);
    expect(scene.input.value).to.equal('nb');
  });
});

describe('Several lines in nic-console-window', () => {
  it('run one after the other; the last without an end stays in the line', async () => {
    const scene = await consoleScene();
    paste(scene, 'ver\r\nnetsh\r\ninterface tcp\r\nbye\r\nhostna');
    expect(scene.entered).to.deep.equal(['ver']);
    await answered(scene, 4);
    expect(scene.entered).to.deep.equal(['ver', 'netsh', 'interface tcp', 'bye']);
    expect(scene.input.value).to.equal('hostna');
    expect(logText(scene)).to.contain('>netsh\nnetsh>interface tcp\nnetsh interface tcp>bye\n');
  });

  it('wait for a ping, and say how many', async () => {
    const scene = await consoleScene();
    paste(scene, 'ping client1\nver\nhostname\n');
    await waitUntil(() => scene.element.busy);
    await scene.element.updateComplete;
    expect(scene.entered).to.deep.equal(['ping client1']);
    expect(hint(scene)).to.equal('2 lines wait until this command has finished. Ctrl+C drops them.');
    scene.finish();
    await answered(scene, 3);
    expect(scene.entered.at(-1)).to.equal('hostname');
    expect(hint(scene)).to.equal('');
  });

  it('are dropped by Ctrl+C, which also ends the ping', async () => {
    const scene = await consoleScene();
    paste(scene, 'ping client1\nver\nhostname\n');
    await waitUntil(() => scene.element.busy);
    await chord('Control', 'c');
    await scene.element.updateComplete;
    expect(scene.session().ping).to.equal(null);
    expect(scene.entered).to.deep.equal(['ping client1']);
    expect(hint(scene)).to.equal('');
    expect(logText(scene)).to.match(/Control-C\n\^C\n$/);
  });

  it('answer a question with the next of them', async () => {
    const scene = await consoleScene();
    paste(scene, 'reg add HKLM\\SOFTWARE\\A /v b /d c\nreg delete HKLM\\SOFTWARE\\A\ny\nver\n');
    await answered(scene, 4);
    expect(logText(scene)).to.match(/\(Yes\/No\)\? y\nThe operation completed successfully\.\n\nC:\\Users\\Administrator>ver\n/);
  });

  it('are typed ahead while a command runs', async () => {
    const scene = await consoleScene();
    await enter(scene, 'ping client1');
    await sendKeys({ type: 'ver' });
    await sendKeys({ press: 'Enter' });
    await scene.element.updateComplete;
    expect(hint(scene)).to.equal('1 line waits until this command has finished. Ctrl+C drops it.');
    scene.finish();
    await answered(scene, 2);
  });

  it('are refused when there are too many', async () => {
    const scene = await consoleScene();
    paste(scene, 'ver\n'.repeat(1001));
    await scene.element.updateComplete;
    expect(scene.entered).to.deep.equal([]);
    expect(hint(scene).replaceAll('\u00a0', ' ')).to.equal('Nothing was entered: these are 1,001 lines, and at most 1,000 may wait.');
  });

  it('wait for an answer from a host that leaves the prompt as it is meanwhile', async () => {
    const element = await staged<NicConsoleWindow>(html`<nic-console-window prompt="C:\\>"></nic-console-window>`);
    const lines: string[] = [];
    element.addEventListener('console-line', (event) => lines.push((event as CustomEvent<{ line: string }>).detail.line));
    paste({ element, input: element.shadowRoot!.querySelector('input')! } as Scene, 'a\nb\n');
    element.note = 'Nothing that answers.';
    await aTimeout(20);
    expect(lines).to.deep.equal(['a']);
    element.screen = screenStart(['answer'], 0);
    await element.updateComplete;
    expect(lines).to.deep.equal(['a', 'b']);
  });

  it('are sent once each when the host answers while it is being told', async () => {
    const element = await staged<NicConsoleWindow>(html`<nic-console-window prompt="C:\\>"></nic-console-window>`);
    const lines: string[] = [];
    element.addEventListener('console-line', (event) => {
      const { line } = (event as CustomEvent<{ line: string }>).detail;
      lines.push(line);
      element.screen = screenEnter(element.screen, { prompt: 'C:\\>', typed: line, lines: [], timePs: 0 });
    });
    paste({ element, input: element.shadowRoot!.querySelector('input')! } as Scene, 'a\nb\nc\n');
    await waitUntil(() => lines.length === 3);
    await aTimeout(10);
    expect(lines).to.deep.equal(['a', 'b', 'c']);
  });
});

describe('Ctrl+C in nic-console-window', () => {
  it('cancels the line', async () => {
    const scene = await consoleScene();
    scene.input.focus();
    await sendKeys({ type: 'netsh' });
    const broken = heard(scene.element, 'console-break', () => undefined);
    await chord('Control', 'c');
    expect(await broken).to.deep.equal({ line: 'netsh' });
    await scene.element.updateComplete;
    expect(scene.input.value).to.equal('');
    expect(logText(scene)).to.match(/>netsh\^C\n$/);
  });

  it('is the browser’s when something is selected', async () => {
    const scene = await consoleScene();
    let breaks = 0;
    scene.element.addEventListener('console-break', () => (breaks += 1));
    scene.input.focus();
    await sendKeys({ type: 'netsh' });
    scene.input.select();
    await chord('Control', 'c');
    expect([breaks, scene.input.value]).to.deep.equal([0, 'netsh']);
    button(scene, 'Ctrl+C').click();
    expect(breaks).to.equal(1);
  });
});

describe('The screen of nic-console-window', () => {
  function select(scene: Scene, from: Node, to: Node): string {
    const selection = document.getSelection()!;
    selection.setBaseAndExtent(from, 0, to, to.childNodes.length);
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, composed: true, cancelable: true });
    one(scene, '[role=log]').dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    return clipboardData.getData('text/plain');
  }

  it('is copied exactly, with line ends, blanks at the ends of lines, and without the times beside it', async () => {
    const scene = await consoleScene();
    await enter(scene, 'netsh int tcp show global');
    await enter(scene, 'netstat -t');
    const log = one(scene, '[role=log]');
    const text = select(scene, log, log);
    expect(text).to.contain('Receive-Side Scaling State          : enabled');
    expect(`${text}\n`).to.equal(screenText(scene.element.screen)); // a browser leaves out the end of the last line of a selection
    document.getSelection()!.removeAllRanges();
  });

  it('is cleared by Ctrl+L, which keeps the line, and by cls', async () => {
    const scene = await consoleScene();
    scene.input.focus();
    await sendKeys({ type: 'ver' });
    await chord('Control', 'l');
    await scene.element.updateComplete;
    expect([logText(scene), scene.input.value]).to.deep.equal(['', 'ver']);
    await enter(scene, 'hostname');
    await enter(scene, 'cls');
    expect(logText(scene)).to.equal('');
  });

  const long = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);
  const scrolledToEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => scrollHeight - scrollTop - clientHeight < 2;

  it('follows the output, unless one has scrolled away from its end', async () => {
    const scene = await consoleScene();
    const screen = one(scene, '.screen');
    scene.element.screen = screenStart(long(200), 0);
    await scene.element.updateComplete;
    expect(scrolledToEnd(screen)).to.equal(true);
    screen.scrollTop = 100;
    screen.dispatchEvent(new Event('scroll')); // the browser's own comes with a frame, and a page out of sight has none
    scene.element.screen = screenStart(long(300), 0);
    await scene.element.updateComplete;
    expect(screen.scrollTop).to.equal(100);
    await enter(scene, 'ver');
    expect(scrolledToEnd(screen)).to.equal(true);
  });

  it('says what was cut, and stays quick with all it keeps', async () => {
    const scene = await consoleScene();
    scene.element.screen = screenStart(long(mostLines + 1234), 0);
    await scene.element.updateComplete;
    expect(textOf(one(scene, '.cut')).replaceAll('\u00a0', ' ')).to.equal('Earlier output, 1,234 lines, was cut: the screen is full.');
    expect(logText(scene).split('\n').length - 1).to.equal(mostLines);
    const old = one(scene, '.block');
    await enter(scene, 'ver');
    expect(logText(scene).split('\n').length - 1).to.equal(mostLines);
    expect(old.isConnected).to.equal(true);
  });

  it('scrolls wide tables sideways instead of wrapping them, and the line stays in sight', async () => {
    const scene = await consoleScene();
    scene.element.style.inlineSize = '340px';
    await enter(scene, 'netstat -t');
    const screen = one(scene, '.screen');
    expect(screen.scrollWidth).to.be.above(screen.clientWidth);
    screen.scrollLeft = 200;
    const [outer, inner] = [screen.getBoundingClientRect(), scene.input.getBoundingClientRect()];
    expect(inner.left).to.be.at.least(outer.left);
    expect(inner.right).to.be.at.most(outer.right + 1);
    expect(scene.element.scrollWidth).to.be.at.most(341);
  });

  it('that has the focus passes what is typed on to the line', async () => {
    const scene = await consoleScene();
    one(scene, '.screen').focus();
    await sendKeys({ type: 'ver' });
    expect(scene.input.value).to.equal('ver');
  });
});
