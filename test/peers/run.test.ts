// What emulated hosts put on their cables, judged by Wireshark: no malformed frame, no wrong checksum, and, on cables that lose
// nothing, nothing that its analysis of TCP remarks on. And as many frames as the report says. Skipped by name without tshark.

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, expect, it } from '#test';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { nicscope, projectPath, run } from '../node/command.ts';

const installed = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
const peerIt = (program: string, name: string, body: () => Promise<void>): void =>
  installed(program) ? it(name, body) : it.skip(`${name} (${program} is not installed)`, body);

const options = [
  ...['ip.check_checksum', 'tcp.check_checksum', 'udp.check_checksum'].flatMap((option) => ['-o', `${option}:TRUE`]),
  ...['--disable-protocol', 'gryphon'], // what it takes port 7000 for
];

interface Row {
  scenario: string;
  until: string;
  changes?: string[];
}

const rows: Row[] = [
  { scenario: 'two-hosts-1g', until: '100ms' },
  {
    scenario: 'two-hosts-1g',
    until: '50ms',
    changes: ['traffic[0].family=ipv6', 'hosts[1].tcp.timestamps=true', 'hosts[0].tcp.timestamps=true'],
  },
  { scenario: 'two-hosts-10g-1500', until: '10ms' },
  { scenario: 'two-hosts-10g-9000', until: '10ms' },
  { scenario: 'small-messages', until: '20ms' },
];

interface Captured {
  file: string;
  /** Frames that the adapter has sent and received. */
  frames: number;
}

/** Runs a scenario, with a capture of each adapter of the first link. */
async function capture(folder: string, { scenario, until, changes = [] }: Row): Promise<Captured[]> {
  const nics = ['server.lan', 'client.lan'];
  const files = nics.map((nic) => join(folder, `${nic}.pcapng`));
  const { code, stdout, stderr } = await nicscope([
    'run',
    projectPath(`public/scenarios/${scenario}.json`),
    ...['--until', until],
    ...changes.flatMap((change) => ['--set', change]),
    ...nics.flatMap((nic, index) => ['--pcap', `${nic}=${files[index]!}`]),
  ]);
  expect([code, stderr]).to.deep.equal([0, '']);
  const report = JSON.parse(stdout) as WorldReport;
  return nics.map((name, index) => {
    const [host, lan] = name.split('.');
    const nic = report.nics.find((candidate) => report.hosts[candidate.host]!.name === host && candidate.name === lan)!;
    return { file: files[index]!, frames: nic.sentFrames + nic.arrivedFrames };
  });
}

async function matching(file: string, filter: string): Promise<string[]> {
  const { code, stdout, stderr } = await run('tshark', ['-n', '-r', file, ...options, '-Y', filter]);
  expect(code, stderr).to.equal(0);
  return stdout.split('\n').filter(Boolean);
}

describe('tshark on emulated hosts', () => {
  let folder = '';
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'nicscope-run-'))));
  after(() => rm(folder, { recursive: true }));

  for (const row of rows) {
    const name = [row.scenario, ...(row.changes ?? [])].join(', ');
    peerIt('tshark', `finds nothing to remark on: ${name}`, async () => {
      for (const { file, frames } of await capture(folder, row)) {
        const faults = await matching(
          file,
          '_ws.malformed || _ws.expert.severity == "Error" || ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0',
        );
        expect(faults.slice(0, 5)).to.deep.equal([]);
        // A window that grows is remarked on, too, and is as it should be.
        expect((await matching(file, 'tcp.analysis.flags && !tcp.analysis.window_update')).slice(0, 5)).to.deep.equal([]);
        // It did look at them: status 1 is good.
        const good = await matching(file, 'tcp.checksum.status == 1');
        expect(good.length).to.be.above(100);
        expect((await matching(file, 'tcp')).length).to.equal(good.length);
        expect((await matching(file, 'frame')).length).to.equal(frames);
      }
    });

    peerIt('capinfos', `capinfos counts as many frames as the report: ${name}`, async () => {
      for (const { file, frames } of await capture(folder, row)) {
        const { stdout } = await run('capinfos', ['-T', '-r', '-c', '-m', file]);
        expect(Number(stdout.trim().split(',').at(-1))).to.equal(frames);
        const ours = JSON.parse((await nicscope(['capture', file])).stdout) as { report: { frames: number; fault: string | null } };
        expect(ours.report).to.deep.include({ frames, fault: null });
      }
    });
  }
});
