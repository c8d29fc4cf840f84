// `nicscope run`: reports, changes of the document, captures, faults and Ctrl-C, as they are promised.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, expect, it } from '#test';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { pcap } from '../build/capture.ts';
import { someFrames } from '../core/capture-files.ts';
import { readCaptureFile } from '../oracle/capture.ts';
import { twoHosts } from '../scenario/documents.ts';
import { nicscope, projectPath } from './command.ts';
import { startNicscope } from './scenario-command.ts';

const MS = 1_000_000_000;
const ready = (name: string) => projectPath(`public/scenarios/${name}.json`);
const jsonOf = (document: unknown) => Buffer.from(JSON.stringify(document));
const reportOf = (stdout: string) => JSON.parse(stdout) as WorldReport;

/** Runs a document for 5 ms. */
async function reported(document: unknown, ...args: string[]): Promise<WorldReport> {
  const { code, stdout, stderr } = await nicscope(['run', '-', '--until', '5ms', ...args], jsonOf(document));
  expect([code, stderr]).to.deep.equal([0, '']);
  return reportOf(stdout);
}

describe('nicscope run', () => {
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'nicscope-run-'))));
  after(() => rm(folder, { recursive: true }));

  it('prints the report as JSON, the same for the same run', async () => {
    const args = ['run', ready('two-hosts-10g-1500'), '--until', '20ms'];
    const [one, other] = await Promise.all([nicscope(args), nicscope([...args, '--format', 'json'])]);
    expect([one.code, one.stderr]).to.deep.equal([0, '']);
    expect(other.stdout).to.equal(one.stdout);
    const report = reportOf(one.stdout);
    expect(report.timePs).to.equal(20 * MS);
    expect(report.faults).to.deep.equal([]);
    expect(report.fingerprint).to.match(/^[0-9a-f]{16}$/);
    expect(report.apps[0]!.serverReceivedBytes).to.be.above(1_000_000);
    for (const { idlePs, classesPs } of report.hosts.flatMap(({ processors }) => processors))
      expect(classesPs.reduce((sum, ps) => sum + ps, idlePs)).to.equal(20 * MS);
  });

  it('prints text that says the same', async () => {
    const args = ['run', ready('two-hosts-1g'), '--until', '10ms'];
    const [json, text] = await Promise.all([nicscope(args), nicscope([...args, '--format', 'text'])]);
    expect([text.code, text.stderr]).to.deep.equal([0, '']);
    const lines = text.stdout.split('\n');
    expect(lines[0]).to.match(/^Two hosts, 1 Gb\/s: 10\.0 ms of virtual time, [\d,]+ events$|^Two hosts, 1 Gb\/s: 10 ms/);
    expect(lines.slice(-2)).to.deep.equal([`fingerprint ${reportOf(json.stdout).fingerprint}`, '']);
  });

  it('reads standard input, and runs one second by itself', async () => {
    const idle = twoHosts({ traffic: [] });
    const { code, stdout } = await nicscope(['run', '-'], jsonOf(idle));
    expect([code, reportOf(stdout).timePs]).to.deep.equal([0, 1000 * MS]);
  });

  it('runs no time at all', async () => {
    const { code, stdout } = await nicscope(['run', '-', '--until', '0 s'], jsonOf(twoHosts()));
    expect([code, reportOf(stdout).timePs]).to.deep.equal([0, 0]);
  });

  it('changes the document as it is told', async () => {
    const usual = await reported(twoHosts());
    const changed = await reported(twoHosts(), '--set', 'traffic[0].start=1 ms', '--set', 'traffic[0].connections=3');
    expect(changed.apps[0]!.opened).to.equal(3);
    expect(changed.fingerprint).not.to.equal(usual.fingerprint);
    const written = await reported(
      twoHosts({ traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', start: '1 ms', connections: 3 }] }),
    );
    expect(written).to.deep.equal(changed);
  });

  it('draws other numbers with another seed, and the same with the same', async () => {
    const lossy = twoHosts({ links: [{ ends: ['client.lan', 'server.lan'], loss: '2 %' }] });
    const [one, same, two] = await Promise.all([reported(lossy), reported(lossy, '--seed', '1'), reported(lossy, '--seed', '2')]);
    expect(same).to.deep.equal(one);
    expect(two.fingerprint).not.to.equal(one.fingerprint);
  });

  describe('a scenario that replays a capture', () => {
    const replaying = (capture: string) => twoHosts({ traffic: [{ app: 'replay', capture, onto: 'server.lan', pace: 'link' }] });

    it('finds it beside the document, and plays all of it', async () => {
      const frames = someFrames(40);
      const inside = join(folder, 'replay');
      await mkdir(inside);
      await writeFile(join(inside, 'some.pcap'), pcap(frames));
      await writeFile(join(inside, 'scenario.json'), jsonOf(replaying('some.pcap')));
      const { code, stdout, stderr } = await nicscope(['run', join(inside, 'scenario.json'), '--until', '5ms']);
      expect([code, stderr]).to.deep.equal([0, '']);
      expect(reportOf(stdout).nics[0]!.arrivedFrames).to.equal(40);
    });

    it('exits with 3 when it is not there', async () => {
      const { code, stdout, stderr } = await nicscope(['run', '-'], jsonOf(replaying('nowhere/none.pcap')));
      expect([code, stdout]).to.deep.equal([3, '']);
      expect(stderr).to.match(/nowhere\/none\.pcap: no such file/);
    });
  });

  describe('--pcap', () => {
    /** Frames that an adapter of the report has sent and received. */
    const crossed = ({ nics }: WorldReport, index: number) => nics[index]!.sentFrames + nics[index]!.arrivedFrames;

    it('writes every frame of the adapters, each to its file, or several to one', async () => {
      const [server, both] = [join(folder, 'server.pcapng'), join(folder, 'both.pcapng')];
      const alone = await reported(twoHosts(), '--pcap', `server.lan=${server}`);
      const shared = await reported(twoHosts(), '--pcap', `client.lan=${both}`, '--pcap', `server.lan=${both}`);
      const captures = await Promise.all([server, both].map(async (file) => readCaptureFile(await readFile(file))));
      expect(captures.map(({ fault }) => fault)).to.deep.equal([null, null]);
      expect(captures.map(({ frames }) => frames.length)).to.deep.equal([crossed(alone, 0), crossed(shared, 0) + crossed(shared, 1)]);
      expect(shared.fingerprint, 'a tap changes nothing').to.equal(alone.fingerprint);
      expect((await reported(twoHosts())).fingerprint).to.equal(alone.fingerprint);
      const times = captures[0]!.frames.map(({ ts }) => ts);
      expect(times.every((ts) => ts !== null && ts >= 0n && ts <= 5_000_000n)).to.equal(true);
    });

    it('records queue and hash as the command computes them', async () => {
      const file = join(folder, 'hashed.pcapng');
      const many = twoHosts({ traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: 12, interval: '100 us' }] });
      await reported(many, '--pcap', `server.lan=${file}`);
      const { stdout } = await nicscope(['hash', file, '--format', 'json']);
      const rows = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { hash: string; queue: number; recorded_hash?: string; recorded_queue?: number });
      const recorded = rows.filter((row) => row.recorded_hash !== undefined);
      expect(recorded.length).to.be.above(100);
      expect(new Set(recorded.map((row) => row.recorded_queue)).size).to.equal(4);
      for (const row of recorded) expect([row.recorded_hash, row.recorded_queue]).to.deep.equal([row.hash, row.queue]);
    });
  });

  it('prints every fault of the document with its path, exit code 3', async () => {
    const document = twoHosts({ title: 'x'.repeat(200), seed: -1 });
    const { code, stdout, stderr } = await nicscope(['run', '-', '--set', 'hosts[0].nics[0].mtu=1'], jsonOf(document));
    expect([code, stdout]).to.deep.equal([3, '']);
    const [first, ...faults] = stderr.trimEnd().split('\n');
    expect(first).to.match(/^nicscope: standard input: 3 faults$/);
    for (const path of ['title', 'seed', 'hosts[0].nics[0].mtu'])
      expect(
        faults.some((line) => line.startsWith(`  ${path}: `)),
        `${path} in ${stderr}`,
      ).to.equal(true);
  });

  const wrong: [string, number, string[], RegExp][] = [
    ['a file that is not there', 2, ['run', 'nowhere.json'], /nowhere\.json: no such file/],
    ['a folder', 2, ['run', '.'], /folder/],
    ['what is not JSON', 3, ['run', projectPath('README.md')], /not JSON/],
    ['what is no text', 3, ['run', projectPath('build/core.wasm')], /not text/],
    ['a change that leads nowhere', 2, ['run', ready('two-hosts-1g'), '--set', 'hosts[9].name=x'], /hosts\[9\]\.name/],
    ['an adapter that is not there', 2, ['run', ready('two-hosts-1g'), '--pcap', 'server.wan=x'], /no adapter server\.wan.*server\.lan/],
    [
      'a file that cannot be written',
      3,
      ['run', ready('two-hosts-1g'), '--pcap', 'server.lan=/nowhere/x'],
      /\/nowhere\/x cannot be written/,
    ],
  ];
  for (const [name, exit, args, words] of wrong)
    it(`exits with ${exit} for ${name}`, async () => {
      const { code, stdout, stderr } = await nicscope(args);
      expect([code, stdout]).to.deep.equal([exit, '']);
      expect(stderr).to.match(words);
    });

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    it(`ends a run in order at ${signal}, with what there is so far`, async () => {
      const [file, capture] = [join(folder, `${signal}.json`), join(folder, `${signal}.pcapng`)];
      await writeFile(file, jsonOf(twoHosts({ traffic: [{ app: 'requests', from: 'client', to: 'server:80', pause: '1 ms' }] })));
      const run = startNicscope(['run', file, '--until', '9000 s', '--pcap', `client.lan=${capture}`]);
      const isSomeWritten = async () => (await readFile(capture).catch(() => '')).length > 0;
      while (!(await isSomeWritten())) await new Promise((resolve) => setTimeout(resolve, 20));
      run.child.kill(signal);
      expect(await run.ended, run.stderr()).to.equal(0);
      expect(run.stderr()).to.match(/^Stopped at .* of 2 h 30 min\.\n$/);
      const report = reportOf(run.stdout());
      expect(report.timePs)
        .to.be.above(0)
        .and.below(9_000_000 * MS);
      const { frames, fault } = readCaptureFile(await readFile(capture));
      expect([fault, frames.length]).to.deep.equal([null, report.nics[1]!.sentFrames + report.nics[1]!.arrivedFrames]);
    });
});
