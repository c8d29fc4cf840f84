// The Windows side of the Lab page with a world that only counts: each element is joined to the run, and what it asks for happens.

import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../ui/app/lab-page.ts';
import '../../ui/app/lab-windows.ts';
import type { NicLabPage } from '../../ui/app/lab-page.ts';
import type { NicLabWindows } from '../../ui/app/lab-windows.ts';
import type { NicConsoleWindow } from '../../ui/components/console-window/console-window.ts';
import { emit } from '../../ui/components/element.ts';
import type { NicPerfMonitor } from '../../ui/components/perf-monitor/perf-monitor.ts';
import type { NicScriptDialog } from '../../ui/components/script-dialog/script-dialog.ts';
import type { NicServerPaste } from '../../ui/components/server-paste/server-paste.ts';
import { screenText } from '../../ui/console/screen.ts';
import type { DeploymentObservations } from '../../ui/effective/deployment/observations.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { fakeLab, type FakeLab } from '../components/fake-lab.ts';
import { staged, textOf } from '../components/fakes.ts';
import { draft, MS } from '../components/lab-scene.ts';

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 800; turn += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Waited in vain: ${what}`);
}

const one = <T extends Element = HTMLElement>(element: Element, selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
const button = (element: Element, label: string | RegExp) =>
  [...element.shadowRoot!.querySelectorAll('button')].find((each) =>
    typeof label === 'string' ? textOf(each) === label : label.test(textOf(each)),
  )!;

/** A server with two adapters and a virtual machine, an older server, and ideal clients. */
function twoServers(): ScenarioDraft {
  const small = draft();
  const [server, ...clients] = small.hosts;
  return {
    ...small,
    hosts: [
      {
        ...server!,
        nics: [...server!.nics, { name: 'backup', speed: '1 Gb/s' }],
        windows: { roles: { hyperV: true } },
        virtualNetworks: [{ name: 'External', kind: 'external', adapter: 'backup', management: true }],
        virtualMachines: [{ name: 'vm1', network: 'External' }],
      },
      ...clients,
      { name: 'older', os: 'ws2008', nics: [{ name: 'lan' }] },
    ],
    links: [...small.links!, { ends: ['older.lan', 'switch'] }],
  };
}

interface Stage {
  page: NicLabPage;
  lab: FakeLab;
  windows: NicLabWindows;
  step(ps: number): Promise<void>;
  events(): Record<string, unknown>[];
  document(): { hosts: Record<string, unknown>[]; timeline?: Record<string, unknown>[] };
}

async function stage(document: unknown = twoServers()): Promise<Stage> {
  const lab = fakeLab();
  const page = await staged<NicLabPage>(html`<nic-lab-page .engine=${async () => lab}></nic-lab-page>`);
  emit(one(page, 'nic-lab-open'), 'nic-file', { file: new File([JSON.stringify(document)], 'mine.json') });
  await until('the Windows side is there', () => !!one(page, 'nic-lab-windows')?.shadowRoot?.querySelector('nic-lab-tabs'));
  await until('the world is attached', () => lab.calls.includes('attach'));
  const windows = one<NicLabWindows>(page, 'nic-lab-windows');
  const current = () => windows.session!.document!.current as ReturnType<Stage['document']>;
  return {
    page,
    lab,
    windows,
    async step(ps) {
      const { session } = windows;
      const goal = session!.timePs + ps;
      session!.stepTime(ps);
      await until('the step is heard of', () => session!.timePs === goal);
    },
    document: current,
    events: () => current().timeline ?? [],
  };
}

/** Chooses a tab. @returns its element once it is there */
async function shown<T extends Element>(windows: NicLabWindows, tab: string, element: string): Promise<T> {
  emit(one(windows, 'nic-lab-tabs'), 'nic-lab-tab', { id: tab });
  await until(`${element} is there`, () => !!windows.shadowRoot!.querySelector(`${element}:defined`));
  await windows.updateComplete;
  return one<T & HTMLElement>(windows, element);
}

async function consoleOf(windows: NicLabWindows): Promise<NicConsoleWindow> {
  const joined = await shown(windows, 'console', 'nic-lab-console');
  await until('the prompt is open', () => !!joined.shadowRoot!.querySelector('nic-console-window'));
  return one<NicConsoleWindow>(joined, 'nic-console-window');
}

async function enter(prompt: NicConsoleWindow, line: string): Promise<void> {
  prompt.enterLine(line);
  await until(
    `${line} is answered`,
    () => screenText(prompt.screen).includes(line) && (prompt.prompt !== '' || prompt.busy || prompt.closed),
  );
}

const choices = (windows: NicLabWindows) =>
  [...windows.shadowRoot!.querySelectorAll('select')].map((select) => select.selectedOptions[0]!.text);

describe('nic-lab-windows', () => {
  const { fetch } = window;
  beforeEach(() => (window.fetch = async () => Response.json([])));
  afterEach(() => (window.fetch = fetch));

  it('is accessible with each tab', async () => {
    const { page, windows } = await stage();
    await expect(page).to.be.accessible();
    await consoleOf(windows);
    await expect(windows).to.be.accessible();
    await shown(windows, 'performance', 'nic-lab-performance');
    await expect(windows).to.be.accessible();
    await shown(windows, 'deployment', 'nic-deployment-check');
    await expect(windows).to.be.accessible();
    await shown(windows, 'settings', 'nic-host-manager');
    await expect(windows).to.be.accessible();
  });

  it('is not there without a modelled host', async () => {
    const ideal = draft();
    const page = await staged<NicLabPage>(html`<nic-lab-page .engine=${async () => fakeLab()}></nic-lab-page>`);
    const document = { ...ideal, hosts: ideal.hosts.map((host) => ({ name: host.name, kind: 'ideal', nics: [{ name: 'lan' }] })) };
    emit(one(page, 'nic-lab-open'), 'nic-file', { file: new File([JSON.stringify(document)], 'mine.json') });
    await until('the world is there', () => !!one(page, 'nic-lab-world'));
    expect(one(page, 'nic-lab-windows')).to.equal(null);
  });

  it('offers modelled hosts, and follows what is chosen in the topology', async () => {
    const { page, windows } = await stage();
    expect([...one(windows, 'select').querySelectorAll('option')].map(textOf)).to.deep.equal(['server', 'older']);
    expect(choices(windows)).to.deep.equal(['server', 'lan', 'none']);
    const world = one(page, 'nic-lab-world');
    emit(one(world, 'nic-lab-topology'), 'nic-lab-select', { item: { kind: 'nic', index: 1 } });
    await until('the adapter is chosen', () => choices(windows)[1] === 'backup');
    emit(one(world, 'nic-lab-topology'), 'nic-lab-select', { item: { kind: 'host', index: 1 } });
    await page.updateComplete;
    expect(choices(windows), 'an ideal host changes nothing').to.deep.equal(['server', 'backup', 'none']);
    emit(one(world, 'nic-lab-topology'), 'nic-lab-select', { item: { kind: 'host', index: 3 } });
    await until('the other host is chosen', () => choices(windows)[0] === 'older');
    expect(choices(windows)).to.deep.equal(['older']);
  });

  it('keeps host, adapter and tab while settings change', async () => {
    const { windows, document } = await stage();
    const [, adapter] = [...windows.shadowRoot!.querySelectorAll('select')];
    adapter!.value = '1';
    adapter!.dispatchEvent(new Event('change'));
    const prompt = await consoleOf(windows);
    prompt.typeLine('half a li');
    windows.session!.change([{ path: 'hosts[0].windows.netsh.rss', value: 'disabled' }]);
    await until('it is wanted', () => windows.settings!.wanted.hosts[0]!.windows.netsh.rss === 'disabled');
    await windows.updateComplete;
    expect(document().hosts[0]!['windows']).to.deep.include({ netsh: { rss: 'disabled' } });
    expect(choices(windows)).to.deep.equal(['server', 'backup', 'none']);
    expect(one<HTMLInputElement>(await consoleOf(windows), 'input').value).to.equal('half a li');
  });

  it('makes the change that the effective state offers: of the document at time 0, an event later', async () => {
    const { windows, document, events, step } = await stage();
    const panel = one(windows, 'nic-effective-panel');
    emit(panel, 'setting-change', { changes: [{ path: 'adapter.properties.rss', value: false }] });
    expect(document().hosts[0]).to.have.nested.property('nics[0].rss.enabled', false);
    await until('it is wanted', () => !windows.settings!.wanted.hosts[0]!.nics[0]!.rss.enabled);
    await step(3 * MS);
    emit(panel, 'setting-change', { changes: [{ path: 'host.registry.EnableRSS', value: 0 }] });
    expect(events()).to.deep.equal([{ at: '3 ms', do: 'set', path: 'hosts[0].windows.registry.EnableRSS', value: 0 }]);
  });

  it('says that a change was only possible from the start', async () => {
    const { page, windows, step } = await stage();
    await step(MS);
    emit(one(windows, 'nic-effective-panel'), 'setting-change', { changes: [{ path: 'adapter.binding', value: 'virtual-switch' }] });
    await until('a message', () => textOf(one(page, 'nic-message')) === 'This can only be set from the start: the run began again.');
    await expect(page).to.be.accessible();
    emit(one(page, 'nic-message'), 'nic-close', null);
    await until('it is gone', () => !one(page, 'nic-message'));
  });

  it('counts what waits for a restart, and restarts it', async () => {
    const { windows, events, step } = await stage();
    await step(2 * MS);
    windows.session!.change([{ path: 'hosts[0].windows.registry.EnableRSS', value: 0 }]);
    await until('a badge', () => !!button(windows, '1 setting waits for a restart'));
    await expect(windows).to.be.accessible();
    emit(one(windows, 'nic-effective-panel'), 'restart', { what: 'computer' });
    await until('no badge', () => !button(windows, /for a restart/));
    emit(one(windows, 'nic-effective-panel'), 'restart', { what: 'adapter' });
    await until('another event', () => events().length === 3);
    expect(events().slice(1)).to.deep.equal([
      { at: '2 ms', do: 'restart', host: 'server' },
      { at: '2 ms', do: 'restart', host: 'server', adapter: 'lan' },
    ]);
    emit(one(windows, 'nic-effective-panel'), 'restart', { what: 'virtual-machine' });
    await until('a sentence', () => /restarts with its computer/.test(textOf(one(windows, '.said'))));
    expect(events().length).to.equal(3);
  });

  it('opens the place of a setting', async () => {
    const { windows } = await stage();
    emit(one(windows, 'nic-effective-panel'), 'setting-open', { path: 'adapter.properties.rss' });
    await until('the settings', () => !!one(windows, 'nic-host-manager'));
    const manager = one<HTMLElement & { highlight: string; host: number }>(windows, 'nic-host-manager');
    await until('it is marked', () => manager.highlight === 'hosts[0].nics[0].rss.enabled');
    expect(manager.host).to.equal(0);
    await until('its sheet is open', () => (manager as HTMLElement & { selected?: string }).selected === 'nics[0]');
    await windows.updateComplete;
    expect(manager.highlight, 'and stays marked').to.equal('hosts[0].nics[0].rss.enabled');
  });

  it('does what the settings ask for', async () => {
    const { windows, events, step } = await stage();
    await step(MS);
    const manager = await shown(windows, 'settings', 'nic-host-manager');
    emit(manager, 'host-edit', { edits: [{ path: 'hosts[0].nics[1].rss.enabled', value: false }] });
    emit(manager, 'host-restart', { what: 'adapter', nic: 1 });
    expect(events().map(({ do: what, path, adapter }) => [what, path ?? adapter])).to.deep.equal([
      ['set', 'hosts[0].nics[1].rss.enabled'],
      ['restart', 'backup'],
    ]);
    emit(manager, 'host-why', { feature: 'vmq', nic: 1 });
    await until('the adapter is asked about', () => choices(windows)[1] === 'backup' && !!one(windows, 'nic-effective-panel'));
    const panel = one(windows, 'nic-effective-panel');
    await until('its gates are open', () => one(panel, 'nic-effective-feature[data-feature=vmq]').hasAttribute('open'));
    emit(await shown(windows, 'settings', 'nic-host-manager'), 'host-run', { line: 'ver' });
    await until('the line is entered', () => events().some(({ line }) => line === 'ver'));
  });

  it('enters lines as events of the timeline, and undo takes them back', async () => {
    const { page, windows, events, step } = await stage();
    await step(5 * MS);
    const prompt = await consoleOf(windows);
    await enter(prompt, 'ver');
    expect(events()).to.deep.equal([{ at: '5 ms', do: 'command', host: 'server', line: 'ver' }]);
    expect(screenText(prompt.screen)).to.match(/>ver\n\nMicrosoft Windows/);
    expect(prompt.prompt).to.equal('C:\\Users\\Administrator>');
    button(page, 'Undo').click();
    await until('it is not on the screen', () => !screenText(prompt.screen).includes('>ver'));
    expect(events()).to.deep.equal([]);
  });

  it('enters several lines in their order', async () => {
    const { windows, events } = await stage();
    const prompt = await consoleOf(windows);
    for (const line of ['netsh', 'int tcp', 'exit']) prompt.enterLine(line);
    await until('all are entered', () => events().length === 3);
    await until('the prompt is back', () => prompt.prompt.startsWith('C:'));
    expect(events().map(({ line }) => line)).to.deep.equal(['netsh', 'int tcp', 'exit']);
  });

  it('says that time stands still while a command waits, and lets it go on; Ctrl+C ends it', async () => {
    const { lab, windows, events } = await stage();
    const prompt = await consoleOf(windows);
    await enter(prompt, 'ping 192.168.1.20');
    await until('it is under way', () => prompt.busy);
    await until('a note', () => prompt.note.startsWith('The run is paused'));
    const joined = one(windows, 'nic-lab-console');
    await expect(windows).to.be.accessible();
    button(joined, 'Play').click();
    await until('it plays', () => lab.calls.includes('play'));
    await until('another note', () => prompt.note.replaceAll('\u00a0', ' ') === '1 s of emulated time takes 16 min 40 s at this speed.');
    button(joined, 'Run at the speed of real time').click();
    await until('it goes faster', () => lab.calls.includes('setSpeed 1'));
    await until('no note', () => prompt.note === '');
    windows.session!.pause();
    emit(prompt, 'console-break', { line: '' });
    await until('it has ended', () => !prompt.busy);
    expect(events().at(-1)).to.include({ do: 'command', line: '\u0003' });
  });

  it('looks again when the run moves', async () => {
    const { windows, step } = await stage();
    const prompt = await consoleOf(windows);
    await enter(prompt, 'ping 192.168.1.20 -n 2');
    expect(prompt.busy).to.equal(true);
    await step(2e12);
    await until('both answers', () => /Packets: Sent = 2, Received = 2/.test(screenText(prompt.screen)) && !prompt.busy);
  });

  it('clears, elevates, closes and opens the prompt', async () => {
    const small = draft();
    const [server, ...clients] = small.hosts;
    const { windows, events } = await stage({ ...small, hosts: [{ ...server!, windows: { elevated: false } }, ...clients] });
    const prompt = await consoleOf(windows);
    expect(prompt.elevated).to.equal(false);
    emit(prompt, 'console-elevate', null);
    await until('it has the rights', () => prompt.elevated);
    await enter(prompt, 'ver');
    emit(prompt, 'console-clear', null);
    await until('an empty screen', () => screenText(prompt.screen).trim() === '');
    prompt.enterLine('exit');
    await until('it is closed', () => prompt.closed);
    emit(prompt, 'console-open', null);
    await until('it is open', () => !prompt.closed);
    expect(events().map(({ line }) => line)).to.deep.equal(['ver', 'cls', 'exit', '']);
    await enter(prompt, 'netsh');
    emit(prompt, 'console-clear', null);
    await until('a note', () => /leave netsh with exit/.test(prompt.note));
    expect(events().length).to.equal(5);
  });

  it('refuses a line that the timeline does not take, and keeps the prompt', async () => {
    const { windows, events } = await stage();
    const prompt = await consoleOf(windows);
    prompt.enterLine(`echo ${'x'.repeat(1000)}`);
    await until('a note', () => prompt.note.startsWith('The line was not entered.'));
    expect([events().length, prompt.prompt]).to.deep.equal([0, 'C:\\Users\\Administrator>']);
    await enter(prompt, 'ver');
  });

  it('completes lines', async () => {
    const { windows } = await stage();
    const prompt = await consoleOf(windows);
    expect((await prompt.complete!('netsh int tcp sh', 16)).candidates).to.include('show');
  });

  it('shows the prompt of the host that is chosen', async () => {
    const { page, windows, events } = await stage();
    const first = await consoleOf(windows);
    await enter(first, 'ver');
    emit(one(one(page, 'nic-lab-world'), 'nic-lab-topology'), 'nic-lab-select', { item: { kind: 'host', index: 3 } });
    await until('its banner', () =>
      /Version 6\.0/.test(screenText(one<NicConsoleWindow>(one(windows, 'nic-lab-console'), 'nic-console-window')?.screen ?? first.screen)),
    );
    await enter(await consoleOf(windows), 'hostname');
    expect(events().map(({ host, line }) => [host, line])).to.deep.equal([
      ['server', 'ver'],
      ['older', 'hostname'],
    ]);
  });

  it('Space on the screen of the prompt does not play, nor does it in a dialog', async () => {
    const { lab, windows } = await stage();
    const prompt = await consoleOf(windows);
    one(prompt, '.screen').focus();
    await sendKeys({ press: 'Space' });
    button(windows, 'Scripts…').click();
    const dialog = one<NicScriptDialog>(windows, 'nic-script-dialog');
    await until('the dialog', () => dialog.isOpen);
    one(dialog, 'dialog').focus();
    await sendKeys({ press: 'Space' });
    expect(lab.calls).to.not.include('play');
  });

  it('samples counters at the interval chosen, and shows them', async () => {
    const { lab, windows, step } = await stage();
    const joined = await shown(windows, 'performance', 'nic-lab-performance');
    await until('the host is watched', () => lab.calls.includes('watch {"host":0,"intervalPs":1000000000}'));
    await step(10 * MS);
    const monitor = one<NicPerfMonitor>(joined, 'nic-perf-monitor');
    await until('samples', () => (monitor.series[1]?.samples.timePs.length ?? 0) === 11);
    expect(monitor.series.map(({ id }) => id)).to.include('\\\\SERVER\\Processor(_Total)\\% Processor Time');
    const dpc = monitor.series.find(({ path }) => path.instance === '0')!;
    expect(dpc.samples.values.slice(0, 3).map((value) => value && Math.round(value))).to.deep.equal([null, 80, 80]);
    emit(monitor, 'nic-sampling-change', { intervalPs: 100 * MS, windowPs: 1e12 });
    await until('another interval', () => lab.calls.includes('watch {"host":0,"intervalPs":100000000000}'));
  });

  it('shows the past of a counter that is added, and cuts what a step back has undone', async () => {
    const { windows, step } = await stage();
    const joined = await shown(windows, 'performance', 'nic-lab-performance');
    await step(20 * MS);
    const monitor = one<NicPerfMonitor>(joined, 'nic-perf-monitor');
    const times = (id: string) => monitor.series.find((series) => series.id === id)?.samples.timePs ?? [];
    const first = monitor.series[0]!.id;
    await until('samples', () => times(first).length === 21);
    const path = { computer: 'SERVER', object: 'TCPv4', instance: null, index: 0, counter: 'Segments/sec' } as const;
    emit(monitor, 'nic-counters-add', { paths: [path] });
    await until('its past', () => times('\\\\SERVER\\TCPv4\\Segments/sec').length > 15);
    windows.session!.seek(5 * MS);
    await until('what is left', () => times(first).at(-1) === 5 * MS);
    await step(2 * MS);
    await until('what came since', () => times(first).at(-1) === 7 * MS);
    expect(monitor.series[0]!.samples.values.at(-2), 'a rate right after').to.not.equal(null);
  });

  it('samples again what a change of the past has made another', async () => {
    const { lab, windows, step } = await stage();
    const joined = await shown(windows, 'performance', 'nic-lab-performance');
    await step(MS);
    await windows.session!.happen({ do: 'command', host: 'server', line: 'ver' });
    await step(9 * MS);
    const monitor = one<NicPerfMonitor>(joined, 'nic-perf-monitor');
    await until('samples', () => monitor.series[0]!.samples.timePs.length === 11);
    const asked = () => lab.calls.filter((call) => call === 'samples 0 -1').length;
    const before = asked();
    windows.session!.undo();
    await until('they are asked for again', () => asked() > before);
    await until('they are there', () => monitor.series[0]!.samples.timePs.length === 11);
  });

  it('logs, saves, and lays the log of a real server over', async () => {
    const { windows, step } = await stage();
    const joined = await shown(windows, 'performance', 'nic-lab-performance');
    const monitor = one<NicPerfMonitor>(joined, 'nic-perf-monitor');
    await step(3 * MS);
    await until('samples', () => monitor.series[0]!.samples.timePs.length === 4);
    emit(monitor, 'nic-log-start', null);
    await step(4 * MS);
    await until('four in the log', () => monitor.logging && monitor.logged === 4);
    const saved = await downloaded(() => emit(monitor, 'nic-log-stop', null));
    expect(saved.name).to.equal('server-log.csv');
    expect(saved.text.split('\r\n').length).to.equal(6);
    expect(saved.text).to.match(
      /^"\(PDH-CSV 4\.0\)","\\\\SERVER\\Processor\(_Total\)\\% Processor Time".*\r\n"10\/22\/2009 09:00:00\.004"/,
    );
    await until('no log runs', () => !monitor.logging);
    const csv = '"(PDH-CSV 4.0)","\\\\BERLIN\\Processor(0)\\% DPC Time"\r\n"09/22/2026 01:00:01.000","7"\r\n';
    emit(monitor, 'nic-import-csv', { file: new File([csv], 'berlin.csv') });
    await until('its column', () => monitor.series.some(({ source }) => source === 'imported'));
    emit(monitor, 'nic-overlay-close', { id: monitor.logs[0]!.id });
    await until('it is closed', () => monitor.logs.length === 0 && !monitor.series.some(({ source }) => source === 'imported'));
    emit(monitor, 'nic-import-csv', { file: new File(['nothing'], 'bad.csv') });
    await until('a fault', () => monitor.fault.startsWith('bad.csv'));
  });

  it('runs the commands of the checklist, and shows its counters', async () => {
    const { windows, events } = await stage();
    const check = await shown<HTMLElement>(windows, 'deployment', 'nic-deployment-check');
    emit(check, 'run-command', { line: 'netsh int tcp show global', prompt: 'host' });
    await until('it is entered', () => events().some(({ line }) => line === 'netsh int tcp show global'));
    emit(await shown(windows, 'deployment', 'nic-deployment-check'), 'show-counters', { paths: ['\\TCPv4\\Segments/sec', '\\Nothing\\x'] });
    await until('the monitor', () => !!one(windows, 'nic-lab-performance'));
    const monitor = one<NicPerfMonitor>(one(windows, 'nic-lab-performance'), 'nic-perf-monitor');
    await until('its series', () => monitor.series.some(({ id }) => id === '\\\\SERVER\\TCPv4\\Segments/sec'));
    expect(monitor.fault).to.equal('There is no object “Nothing” on SERVER.');
    emit(await shown(windows, 'deployment', 'nic-deployment-check'), 'run-command', { line: 'ver', prompt: 'guest' });
    await until('a sentence', () => /no prompt here/.test(textOf(one(windows, '.said'))));
  });

  it('tells the checklist what the run has shown', async () => {
    const { windows, step } = await stage();
    const check = await shown<HTMLElement & { observations: DeploymentObservations }>(windows, 'deployment', 'nic-deployment-check');
    await step(10 * MS);
    await until('counters', () => check.observations.counters?.get('\\TCPv4\\Segments Retransmitted/sec') === true);
    expect(check.observations.counters!.get('\\Network Interface(*)\\Offloaded Connections')).to.equal(false);
    expect(check.observations.offloadedConnections).to.equal(0);
    expect(check.observations.receiveProcessors).to.equal(2);
  });

  it('reads a real server into the document as one change, and leaves drops to the dialog', async () => {
    const { page, windows, document } = await stage();
    const paste = one<NicServerPaste>(windows, 'nic-server-paste');
    button(windows, 'Read a real server…').click();
    await until('the dialog', () => paste.isOpen);
    expect(windows.isDialogOpen).to.equal(true);
    await expect(windows).to.be.accessible();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{}'], 'other.json'));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true });
    one(paste, 'dialog').dispatchEvent(drop);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(one(page, 'nic-message')).to.equal(null);
    emit(paste, 'server-apply', { host: 0, settings: [{ path: 'windows.netsh.chimney', value: 'enabled' }], adapters: [] });
    expect(document().hosts[0]).to.have.nested.property('windows.netsh.chimney', 'enabled');
    windows.session!.undo();
    expect(document().hosts[0]).to.not.have.nested.property('windows.netsh');
  });

  it('offers each host as opened and as it is now for scripts', async () => {
    const { windows } = await stage();
    windows.session!.change([{ path: 'hosts[0].windows.netsh.chimney', value: 'enabled' }]);
    await until('it is wanted', () => windows.settings!.wanted.hosts[0]!.windows.netsh.chimney === 'enabled');
    button(windows, 'Scripts…').click();
    const dialog = one<NicScriptDialog>(windows, 'nic-script-dialog');
    await until('the dialog', () => dialog.isOpen);
    await dialog.updateComplete;
    expect(dialog.configurations.map(({ label }) => label)).to.deep.equal([
      'server now',
      'older now',
      'server as opened',
      'older as opened',
    ]);
    expect(textOf(one(dialog, 'pre'))).to.match(/netsh interface tcp set global chimney=enabled/);
    expect(dialog.shadowRoot!.querySelectorAll('tbody tr').length, 'no other difference').to.be.lessThan(3);
  });
});

/** What is offered for download meanwhile. */
async function downloaded(act: () => void): Promise<{ name: string; text: string }> {
  const { click } = HTMLAnchorElement.prototype;
  const links: HTMLAnchorElement[] = [];
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    links.push(this);
  };
  const blobs: Blob[] = [];
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return createObjectURL(blob);
  };
  act();
  HTMLAnchorElement.prototype.click = click;
  URL.createObjectURL = createObjectURL;
  return { name: links[0]!.download, text: await blobs[0]!.text() };
}
