// bin/nicscope.mjs as npx starts it: by a link, from any directory.

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, expect, it } from '#test';

const root = fileURLToPath(new URL('../..', import.meta.url));

const run = (file: string, args: string[], cwd: string) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [file, ...args], { cwd, maxBuffer: 64 << 20 }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });

describe('bin/nicscope.mjs', () => {
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'nicscope-'))));
  after(() => rm(folder, { recursive: true }));

  it('hashes a capture, started by a link from another directory', async () => {
    const link = join(folder, 'nicscope.mjs');
    await symlink(join(root, 'bin/nicscope.mjs'), link);
    const { code, stdout, stderr } = await run(link, ['hash', join(root, 'public/samples/one-elephant.pcapng.gz')], folder);
    expect(stderr).to.equal('');
    expect(code).to.equal(0);
    const [header, first] = stdout.split('\n');
    expect(header).to.equal('frame,link,l3,l4,hash_type,hash,entry,queue,processor');
    expect(first).to.match(/^1,ethernet,/);
  });

  it('says what to run where nothing is built', async () => {
    await mkdir(join(folder, 'clone/bin'), { recursive: true });
    await cp(join(root, 'bin/nicscope.mjs'), join(folder, 'clone/bin/nicscope.mjs'));
    const { code, stderr } = await run(join(folder, 'clone/bin/nicscope.mjs'), ['hash', '-'], folder);
    expect(code).to.equal(1);
    expect(stderr).to.contain('npm ci');
  });
});
