// A real server read into a host: the dialog, and what it makes of texts.

import { aTimeout, expect, html, waitUntil } from '@open-wc/testing';
import { hostFieldAt } from '../../ui/readers/host-fields.ts';
import { commandOf } from '../../ui/readers/prompts.ts';
import { readPasted } from '../../ui/readers/read.ts';
import { encodeRegFile } from '../../ui/registry/reg-encoding.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { placeAdapters, withPlace } from '../../ui/components/server-paste/adapter-places.ts';
import { commandGroups } from '../../ui/components/server-paste/commands.ts';
import { leftRuns } from '../../ui/components/server-paste/review.ts';
import '../../ui/components/server-paste/server-paste.ts';
import { type ServerChange, withServer } from '../../ui/components/server-paste/server-change.ts';
import type { NicServerPaste } from '../../ui/components/server-paste/server-paste.ts';
import { joinSources, MAX_FILE_BYTES, readSource } from '../../ui/components/server-paste/sources.ts';
import { settingTitle, settingWords, valueWords } from '../../ui/components/setting-words.ts';
import { Random } from '../build/random.ts';
import * as samples from '../readers/samples.ts';
import { heard, staged, textOf } from './fakes.ts';
import { draft } from './lab-scene.ts';

const all = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const section = (element: Element, id: string) => textOf(one(element, `section[aria-labelledby=${id}]`));

async function opened(host: number | 'new' = 0, document: unknown = draft()): Promise<NicServerPaste> {
  const element = await staged<NicServerPaste>(html`<nic-server-paste .document=${document}></nic-server-paste>`);
  element.show(host);
  await element.updateComplete;
  return element;
}

async function settled(element: NicServerPaste): Promise<void> {
  await element.updateComplete;
  await waitUntil(() => textOf(one(element, '.status')) !== 'Reading …', 'the texts are read', { timeout: 5000 });
  await element.updateComplete;
}

async function type(element: NicServerPaste, text: string): Promise<void> {
  const area = one(element, 'textarea') as HTMLTextAreaElement;
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(element);
}

function withFiles(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

const apply = (element: NicServerPaste) =>
  heard<ServerChange>(element, 'server-apply', () => (one(element, 'button.primary') as HTMLButtonElement).click());

const everything = [samples.systeminfo2008r2, samples.netsh2008r2, samples.netsh2008, samples.adapterRss, samples.netstat, 'what is this'];

describe('nic-server-paste', () => {
  it('is accessible, empty and full, with all lists open', async () => {
    const element = await opened();
    await expect(element).to.be.accessible();
    await type(element, everything.join('\n'));
    for (const details of all(element, 'details') as HTMLDetailsElement[]) details.open = true;
    await aTimeout(50);
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('shows each setting with its value now, the value read, and where it stands', async () => {
    const element = await opened();
    await type(element, samples.adapterRss);
    const row = all(element, 'tbody tr').find((each) => textOf(each).startsWith('Receive queues'))!;
    expect(textOf(row)).to.contain('line 5: NumberOfReceiveQueues : 4');
    expect([...row.querySelectorAll('td:not(.choose)')].map(textOf)).to.deep.equal(['2 queues', '4 queues']);
  });

  it('hands on what is checked, with the adapters that it adds', async () => {
    const element = await opened();
    await type(element, samples.adapterRss);
    const box = all(element, 'input[type=checkbox]').find((each) => each.getAttribute('aria-label')!.endsWith('Receive queues'))!;
    box.click();
    const { host, settings, adapters } = await apply(element);
    const paths = settings.map(({ path }) => path);
    expect(host).to.equal(0);
    expect(paths).to.include('nics[1].rss.enabled');
    expect(paths).to.not.include('nics[0].queues');
    expect(adapters.map(({ name }) => name)).to.deep.equal(['Ethernet 3', 'Ethernet 4']);
    expect(element.isOpen).to.equal(false);
  });

  it('takes nothing of a conflict until one value is chosen', async () => {
    const element = await opened();
    await type(element, [samples.netsh2008, samples.netsh2008r2].join('\n'));
    const legend = all(element, 'legend').find((each) => textOf(each) === 'TCP, Congestion provider')!;
    expect(textOf(legend.parentElement)).to.contain('None: it stays Compound TCP');
    expect(all(element, 'input[type=checkbox]').some((each) => /Congestion/.test(each.getAttribute('aria-label')!))).to.equal(false);
    legend.parentElement!.querySelector('input')!.click();
    await element.updateComplete;
    expect((await apply(element)).settings).to.deep.include({ path: 'tcp.congestion', value: 'newreno' });
  });

  it('says what was not recognised, and what no text says with its default', async () => {
    const element = await opened('new');
    await type(element, `${samples.lscpuForeign}\n${samples.adapterRss}\n\n$ cat x\nwhat is this`);
    expect(section(element, 'parts')).to.match(/lscpu.*not in English/);
    expect(section(element, 'left')).to.contain('This text is none that is read here.');
    (one(element, '.unsaid details') as HTMLDetailsElement).open = true;
    await aTimeout(50);
    await element.updateComplete;
    expect(section(element, 'unsaid')).to.match(/Nothing is guessed.*defaults of the emulation.*Link speed: 1 Gb\/s/);
  });

  it('lists the connections that are offloaded, for information', async () => {
    const element = await opened();
    await type(element, samples.netstat);
    expect(section(element, 'connections')).to.match(/^3 connections.*Offloaded: 192\.0\.2\.10:445 – 192\.0\.2\.77:50112, ESTABLISHED/);
    expect(section(element, 'connections')).to.not.contain('3260');
  });

  it('says what would not fit together', async () => {
    const element = await opened();
    await type(element, samples.netsh2008r2);
    expect(one(element, '#faults')).to.equal(null);
    await type(element, samples.adapterRss);
    expect(section(element, 'faults')).to.match(/queues in use are 0 to 1\.$|and \d+ more$/);
  });

  it('of a text in no known language reads nothing and offers nothing', async () => {
    const element = await opened();
    await type(element, 'hello\nworld');
    expect(textOf(one(element, '.status'))).to.equal('None of this is the output of a command that is read here.');
    expect((one(element, 'button.primary') as HTMLButtonElement).disabled).to.equal(true);
  });

  it('reads several files that are dropped, UTF-16 too, and keeps the drop from the page', async () => {
    const element = await opened();
    const encoded = encodeRegFile(samples.reg, 'utf-16le');
    if ('fault' in encoded) throw new Error(encoded.fault);
    const files = withFiles(new File([new Uint8Array(encoded.bytes)], 'ndis.reg'), new File([samples.netsh2008r2], 'tcp.txt'));
    let reached = false;
    document.body.addEventListener('drop', () => (reached = true), { once: true });
    one(element, 'dialog').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, composed: true, cancelable: true }));
    await waitUntil(() => all(element, '.files li').length === 2);
    await settled(element);
    expect(reached).to.equal(false);
    expect(section(element, 'settings')).to.contain('ndis.reg, line 4: "MaxNumRssCpus"=dword:00000008');
    expect(section(element, 'settings')).to.match(/tcp\.txt, line \d+: Add-On Congestion Control Provider/);
    (one(element, '.files button') as HTMLButtonElement).click();
    await settled(element);
    expect(section(element, 'settings')).to.not.contain('ndis.reg');
  });

  it('refuses a file that is too large, and names it', async () => {
    const element = await opened();
    const files = withFiles(new File([new Uint8Array(MAX_FILE_BYTES + 1)], 'huge.txt'));
    one(element, 'dialog').dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));
    await waitUntil(() => all(element, '.fault').length === 1);
    expect(textOf(one(element, '.fault'))).to.match(/^huge\.txt has 8\.00 MB/);
  });

  it('keeps a long paste beside the text area and stays quick to type in', async () => {
    const element = await opened();
    const random = new Random(3);
    const garbage = Array.from({ length: 21_000 }, () => String.fromCharCode(...random.bytes(190).map((byte) => 32 + (byte % 95)))).join(
      '\n',
    );
    const data = new DataTransfer();
    data.setData('text/plain', garbage);
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    one(element, 'textarea').dispatchEvent(paste);
    expect(paste.defaultPrevented).to.equal(true);
    await settled(element);
    expect(textOf(one(element, '.caution'))).to.contain('20,000 lines');
    const area = one(element, 'textarea') as HTMLTextAreaElement;
    const times: number[] = [];
    for (const text of ['n', 'ne', 'net', 'nets', 'netsh']) {
      const start = performance.now();
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      times.push(performance.now() - start);
    }
    expect(times.sort((a, b) => a - b)[2], `ms: ${times.map(Math.round).join(', ')}`).to.be.lessThan(200);
    expect(textOf(one(element, '.status'))).to.equal('Reading …');
  });

  it('survives any garbage', async () => {
    const random = new Random(11);
    const element = await opened();
    const words = everything.join('\n').split(/(?<=\s)/);
    for (let round = 0; round < 12; round++) {
      await type(element, Array.from({ length: 400 }, () => random.pick(words)).join(''));
      expect(all(element, 'footer button').length).to.equal(1);
    }
  });

  it('goes over to a new host when its host is gone', async () => {
    const element = await opened(2);
    await type(element, samples.netsh2008);
    element.document = { ...draft(), hosts: draft().hosts.slice(0, 1) };
    await element.updateComplete;
    expect((await apply(element)).host).to.equal('new');
  });

  it('with a document that is broken shows what can be shown', async () => {
    for (const broken of [null, 5, { hosts: 'x' }, { hosts: [null, { nics: 4 }] }]) {
      const element = await opened(0, broken);
      await type(element, samples.adapterRss);
      expect((await apply(element)).host).to.equal('new');
    }
  });

  it('taken off the page reads nothing more', async () => {
    const element = await opened();
    const area = one(element, 'textarea') as HTMLTextAreaElement;
    area.value = samples.netsh2008;
    area.dispatchEvent(new Event('input'));
    element.remove();
    await aTimeout(300);
    expect(one(element, '.settings')).to.equal(null);
  });
});

describe('a server put into a scenario', () => {
  const { findings, adapters } = readPasted(`${samples.lscpu}\n${samples.adapterProperty}`);
  const settings = findings.map(({ path, value }) => ({ path, value }));

  for (const host of [0, 'new'] as const)
    it(`as host ${host} gives a document without faults, and leaves the one before as it was`, () => {
      const before = draft();
      const after = withServer(before, { host, settings, adapters });
      const result = validateScenario(after);
      expect('faults' in result ? result.faults : []).to.deep.equal([]);
      expect(before).to.deep.equal(draft());
      expect((after as ScenarioDraft).hosts.length).to.equal(host === 'new' ? 4 : 3);
    });

  it('under a name of its own and with an adapter, even if nothing is said of one', () => {
    const after = withServer(draft(), { host: 'new', settings: [], adapters: [] }) as ScenarioDraft;
    expect(after.hosts[3]).to.deep.equal({ name: 'server-2', nics: [{ name: 'nic0' }] });
  });
});

describe('adapters of a text in a host', () => {
  it('stand by name, else in order, else nowhere', () => {
    expect(placeAdapters(['Storage', 'Ethernet 3'], ['lan', 'storage'])).to.deep.equal([1, 0]);
    expect(placeAdapters([null, 'x'], ['lan'])).to.deep.equal([0, 1]);
    expect(
      placeAdapters(
        Array.from({ length: 9 }, (_, at) => `a${at}`),
        [],
      ).at(-1),
    ).to.equal(null);
  });
  it('change places', () => {
    expect(withPlace([0, 1, 2], 0, 2)).to.deep.equal([2, 1, 0]);
    expect(withPlace([0, null], 1, 0)).to.deep.equal([null, 0]);
    expect(withPlace([0], 0, 3)).to.deep.equal([3]);
  });
});

describe('texts of several sources', () => {
  it('are one text whose lines can be found again', () => {
    const joined = joinSources([
      { name: null, text: '' },
      { name: 'a', text: 'one\r\ntwo' },
      { name: 'b', text: 'three\n' },
    ]);
    const lines = joined.text.split(/\r?\n/);
    const at = (text: string) => joined.locate(lines.indexOf(text) + 1);
    expect([at('one'), at('two'), at('three')].map(({ source, line }) => `${source.name} ${line}`)).to.deep.equal(['a 1', 'a 2', 'b 1']);
  });
  it('do not run into each other', () => {
    const joined = joinSources([
      { name: 'a', text: samples.netsh2008 },
      { name: 'b', text: 'Initial RTO : 5' },
    ]);
    expect(readPasted(joined.text).findings.some(({ path }) => path === 'tcp.initialRto')).to.equal(false);
  });
  it('lines left for one reason are one run', () => {
    const reading = readPasted('a\nb\nc');
    expect(leftRuns(reading, () => 0)).to.have.length(1);
    expect(leftRuns(reading, (line) => line > 1)).to.have.length(2);
  });
  it('says why a file in UTF-16 with the high byte first is not read', async () => {
    const read = await readSource(new File([new Uint8Array([0xfe, 0xff, 0, 65])], 'x.txt'));
    expect('fault' in read && read.fault).to.match(/^x\.txt: /);
  });
});

describe('the commands to run', () => {
  for (const { text } of commandGroups.flatMap(({ commands }) => commands))
    it(`${text} is known to the readers`, () => {
      const command = commandOf(`C:\\> ${text}`)!;
      if (text.startsWith('reg ')) expect(text).to.match(/^reg export "HKLM\\[^"]+" \w+\.reg$/);
      else expect(command.kind).to.not.equal(null);
    });
});

describe('settings in words', () => {
  const name = (index: number) => ['lan'][index];
  it('of a table are words too', () => {
    expect(valueWords('windows.chimneyPorts', [{ localPort: 80 }, { state: 'disabled' }, {}])).to.equal(
      'Local port 80; State Disabled; as by default',
    );
    expect(valueWords('windows.chimneyApplications', [])).to.equal('none');
  });

  it('are called as the document declares them', () => {
    expect(settingWords('nics[0].rss.baseProcessor', name)).to.deep.equal({
      place: 'Adapter lan',
      name: `${hostFieldAt('nics[0].rss')!.label}: ${hostFieldAt('nics[0].rss.baseProcessor')!.label}`,
    });
    expect(settingTitle('nics[3].mtu', name)).to.equal('Adapter 4, MTU');
    expect(settingTitle('memory', name)).to.equal('Memory');
  });
  for (const [path, value, words] of [
    ['nics[0].rss.enabled', true, 'on'],
    ['processors.sockets', 1, '1 socket'],
    ['nics[0].rss.table', [0, 1, 0, 1], '0, 1, 0, 1'],
    ['nics[0].rss.table', Array.from({ length: 128 }, () => 3), '3, 3, 3, 3, 3, 3, 3, 3, … (128 entries)'],
    ['nics[0].rss.table', null, 'derived: round robin over the queues in use'],
    ['nics[0].moderation', { mode: 'fixed', rate: 20_000 }, 'Fixed rate, Rate 20,000 interrupts/s'],
    ['tcp.congestion', 'ctcp', 'Compound TCP'],
    ['tcp.congestion', 'toString', 'toString'],
    ['memory', undefined, 'not known'],
    ['nowhere', { a: 1 }, '{"a":1}'],
  ] as const)
    it(`${path}, ${JSON.stringify(value)?.slice(0, 40)}: ${words}`, () => expect(valueWords(path, value)).to.equal(words));
});
