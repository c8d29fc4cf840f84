// The sample captures: made from seeds, small, described in order, and showing what their line says under the default settings.

import { readdir, readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { Fault } from '../../ui/abi/abi.gen.ts';
import type { CauseKind } from '../../ui/analysis/types.ts';
import { describe, expect, it } from '#test';
import { readCaptureFile } from '../oracle/capture.ts';
import { scenes } from '../samples/scenes.ts';
import { nicscope, projectPath } from './command.ts';

const sample = (file: string): string => projectPath(`public/samples/${file}`);
const storedLimit = 300_000;

interface Shown {
  cause: CauseKind[];
  /** Share of the hottest processor, from and to. */
  share: [number, number];
  complete?: false;
}

/** What the `shows` line of each sample promises, in numbers. */
const promised: Record<string, Shown> = {
  'sixteen-clients.pcap.gz': { cause: ['unlucky'], share: [0.7, 0.8] },
  'busy-web-server.pcapng.gz': { cause: ['balanced'], share: [0.25, 0.27] },
  'one-elephant.pcapng.gz': { cause: ['elephant'], share: [0.75, 0.9] },
  'one-resolver.pcap.gz': { cause: ['address-only'], share: [0.8, 0.95] },
  'fragmented-writes.pcap.gz': { cause: ['address-only'], share: [0.6, 0.9] },
  'tags-and-ipv6.pcapng.gz': { cause: ['balanced', 'few-flows'], share: [0.25, 0.3] },
  'tunnel-and-super-frames.pcapng.gz': { cause: ['address-only'], share: [0.7, 0.9] },
  'stopped-in-the-middle.pcap': { cause: ['few-flows', 'unlucky', 'balanced'], share: [0.25, 0.5], complete: false },
};

interface Report {
  report: { complete: boolean; fault: string | null; frames: number };
  verdict: { cause: CauseKind; share: number };
  server: { addresses: string[] };
}

describe('sample captures', () => {
  it('are all listed, and nothing else is there', async () => {
    const listed = JSON.parse(await readFile(sample('index.json'), 'utf8')) as unknown;
    expect(listed).to.deep.equal(scenes.map(({ file, title, shows }) => ({ file, title, shows })));
    expect((await readdir(sample(''))).sort()).to.deep.equal([...scenes.map(({ file }) => file), 'index.json'].sort());
    expect(Object.keys(promised)).to.deep.equal(scenes.map(({ file }) => file));
  });

  for (const { file, make } of scenes) {
    it(`${file} is what the maker makes, and small`, async () => {
      const stored = await readFile(sample(file));
      const bytes = file.endsWith('.gz') ? gunzipSync(stored) : stored;
      expect(Buffer.compare(bytes, make()), 'run npx tsx test/samples/make-samples.ts').to.equal(0);
      expect(stored.length).to.be.lessThan(storedLimit);
    });

    it(`${file} shows what its line says`, async () => {
      const { code, stdout } = await nicscope(['capture', sample(file), '--format', 'json']);
      const { report, verdict, server } = JSON.parse(stdout) as Report;
      const { cause, share, complete = true } = promised[file]!;
      expect(cause).to.include(verdict.cause);
      expect(verdict.share).to.be.within(...share);
      expect(report.complete).to.equal(complete);
      expect(code).to.equal(complete ? 0 : 3);
      expect(
        server.addresses.some((address) => ['192.0.2.10', '2001:db8:53::10'].includes(address)),
        `server ${server.addresses.join()}`,
      ).to.equal(true);
      if (complete) return;
      const { frames, fault } = readCaptureFile(await readFile(sample(file)));
      expect([fault?.kind, frames.length]).to.deep.equal([Fault.TruncatedRecord, report.frames]);
      expect(report.fault!.replaceAll(',', '')).to.contain(`frame ${fault!.frame}`).and.to.contain(`byte ${fault!.offset}`);
    });
  }
});
