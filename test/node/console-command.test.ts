// `nicscope console`: lines from a pipe at the prompt of an emulated host, and the record that replays them.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, expect, it } from '#test';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { nicscope, projectPath } from './command.ts';

const scenario = projectPath('public/scenarios/two-hosts-1g.json');
const typed = (...lines: string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''));

describe('nicscope console', () => {
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'nicscope-console-'))));
  after(() => rm(folder, { recursive: true }));

  it('prints prompt, lines and output, and waits for what takes time', async () => {
    const lines = typed('netsh', 'interface tcp', 'show heuristics', 'exit', 'ping -n 2 192.0.2.2', 'exit');
    const { code, stdout, stderr } = await nicscope(['console', scenario], lines);
    expect([code, stderr]).to.deep.equal([0, '']);
    expect(stdout).to.match(/^Microsoft Windows \[Version 6\.1/);
    expect(stdout).to.include('C:\\Users\\Administrator>netsh\n');
    expect(stdout).to.include('netsh interface tcp>show heuristics');
    expect(stdout).to.include('Packets: Sent = 2, Received = 2, Lost = 0 (0% loss)');
  });

  it('records what was entered, and the record is the same run', async () => {
    const record = join(folder, 'record.json');
    const lines = typed('netsh int tcp set global rss=disabled', 'netstat -t');
    const { code, stdout } = await nicscope(['console', scenario, '--at', '5ms', '--step', '2ms', '--record', record], lines);
    expect(code).to.equal(0);
    expect(stdout).to.match(/Ok\.[^]*ESTABLISHED/);
    const { timeline } = JSON.parse(await readFile(record, 'utf8')) as { timeline: unknown[] };
    expect(timeline).to.deep.equal([
      { do: 'command', at: '7 ms', host: 'server', line: 'netsh int tcp set global rss=disabled' },
      { do: 'command', at: '9 ms', host: 'server', line: 'netstat -t' },
    ]);
    const runs = await Promise.all([1, 2].map(() => nicscope(['run', record, '--until', '20ms'])));
    expect(runs[0]!.stdout).to.equal(runs[1]!.stdout);
    expect((JSON.parse(runs[0]!.stdout) as WorldReport).nics[0]!.queues).to.have.length(1);
  });

  it('says which hosts there are, and what else is wrong', async () => {
    const wrong = async (...args: string[]) => {
      const { code, stderr } = await nicscope(['console', ...args], typed());
      return `${code} ${stderr}`;
    };
    expect(await wrong(scenario, '--host', 'nobody')).to.match(/^2 [^]*--host: nobody is not a modelled host; server/);
    expect(await wrong('-')).to.match(/^2 [^]*name the file of the scenario/);
    expect(await wrong(scenario, '--rate', '0')).to.match(/^2 [^]*--rate: 0 is not a number from 0\.001 to 1000/);
    expect(await wrong(scenario, '--until', '1s')).to.match(/^2 [^]*--until belongs to nicscope run/);
  });
});
