// `nicscope hash`: rows, options, input and exit codes, as they are promised; hashes against the reference.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gunzipSync, gzipSync } from 'node:zlib';
import { HashFlag, HashType } from '../../ui/abi/abi.gen.ts';
import { hashTypeIds } from '../../ui/features/rss.ts';
import { after, before, describe, expect, it } from '#test';
import { arp, destinationOptions, ethernet, filler, frame, fromHex, ipv4, ipv6, tcp, udp } from '../build/frame.ts';
import { LinkType, pcap, Section } from '../build/capture.ts';
import { rulesWith } from '../core/fixture.ts';
import { faultyFiles, richPcapng, someFrames } from '../core/capture-files.ts';
import { vectors } from '../core/vectors.ts';
import { readCaptureFile, linkOf } from '../oracle/capture.ts';
import { classify, type RssRules } from '../oracle/classify.ts';
import { parse } from '../oracle/parse.ts';
import { scenes } from '../samples/scenes.ts';
import { csvRows, nicscope, projectPath } from './command.ts';

const header = 'frame,link,l3,l4,hash_type,hash,entry,queue,processor';
const hex = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`;

/** What the reference says of each frame of a file, in the columns that the rules settle. */
function expectedRows(file: Uint8Array, rules: RssRules, base = 0): string[] {
  return readCaptureFile(file).frames.map(({ bytes, wire, linkType }, index) => {
    const { type, hash, entry, queue } = classify(parse(bytes, Math.max(wire, bytes.length), linkOf(linkType)), rules);
    const hashed = type !== HashType.None;
    return [index + 1, hashTypeIds[type], hashed ? hex(hash) : '', hashed ? entry : '', queue, base + queue].join(',');
  });
}
const settled = (csv: string): string[] =>
  csvRows(csv).map((row) => [row.frame, row.hash_type, row.hash, row.entry, row.queue, row.processor].join(','));

const table = (entries: number, queues: number): number[] => Array.from({ length: entries }, (_, entry) => entry % queues);

describe('nicscope hash', () => {
  const file = join(tmpdir(), `nicscope-test-${process.pid}.pcap`);
  const mixed = pcap([
    { data: frame(ethernet(), ipv4(), tcp()) },
    { data: frame(ethernet(), ipv6(), udp()) },
    { data: frame(ethernet({ pad: 60 }), arp()) },
    { data: frame(ethernet(), ipv4({ moreFragments: true }), udp()) },
    { data: frame(ethernet(), ipv6(), destinationOptions({ home: '2001:db8::99' }), tcp()) },
  ]);
  before(() => writeFile(file, mixed));
  after(() => rm(file));

  it('prints the header and a row per frame', async () => {
    const { code, stdout, stderr } = await nicscope(['hash', file]);
    const [first, ...rows] = stdout.split('\n');
    expect([code, stderr, first]).to.deep.equal([0, '', header]);
    expect(rows.pop(), 'the last line ends').to.equal('');
    expect(rows.map((row) => row.split(',').slice(0, 5).join(','))).to.deep.equal([
      '1,ethernet,ipv4,tcp,tcp-ipv4',
      '2,ethernet,ipv6,udp,ipv6',
      '3,ethernet,arp,,none',
      '4,ethernet,ipv4,udp,ipv4',
      '5,ethernet,ipv6,tcp,tcp-ipv6',
    ]);
    expect(settled(stdout)).to.deep.equal(expectedRows(mixed, rulesWith({})));
  });

  it('gives the published hashes', async () => {
    const capture = pcap(
      vectors.map(({ src, dst, sport, dport }) => ({
        data: frame(ethernet(), src.includes(':') ? ipv6({ src, dst }) : ipv4({ src, dst }), tcp({ sport, dport })),
      })),
    );
    const { stdout } = await nicscope(['hash', '-'], capture);
    expect(csvRows(stdout).map(({ hash }) => hash)).to.deep.equal(vectors.map(({ withPorts }) => hex(withPorts)));
    const { stdout: addresses } = await nicscope(['hash', '-', '--hash-types', 'ipv4,ipv6'], capture);
    expect(csvRows(addresses).map(({ hash }) => hash)).to.deep.equal(vectors.map((vector) => hex(vector.addresses)));
  });

  const key = '00112233445566778899aabbccddeeff0123456789abcdeffedcba98765432100f1e2d3c4b5a6978';
  const { IPv4, TcpIPv4, IPv6Ex, TcpIPv6Ex, UdpIPv4, UdpIPv6 } = HashFlag;
  const options: [string, string[], RssRules, number?][] = [
    ['--key', ['--key', key], rulesWith({ key: fromHex(key) })],
    [
      '--key with colons, 52 bytes',
      ['--key', `${key}${'ab'.repeat(12)}`.replace(/..(?!$)/g, '$&:')],
      rulesWith({ key: fromHex(`${key}${'ab'.repeat(12)}`) }),
    ],
    ['--hash-types ipv4', ['--hash-types', 'ipv4'], rulesWith({ hashFlags: IPv4 })],
    ['--hash-types with _EX', ['--hash-types', 'ipv6-ex,tcp-ipv6-ex'], rulesWith({ hashFlags: IPv6Ex | TcpIPv6Ex })],
    ['--hash-types with UDP', ['--hash-types', 'tcp-ipv4,udp-ipv4,udp-ipv6'], rulesWith({ hashFlags: TcpIPv4 | UdpIPv4 | UdpIPv6 })],
    ['--table 8', ['--table', '8'], rulesWith({ table: table(8, 4) })],
    ['--queues 7', ['--queues', '7'], rulesWith({ table: table(128, 7) })],
    ['--queues 1', ['--queues', '1'], rulesWith({ table: table(128, 1) })],
    ['--base 2', ['--base', '2'], rulesWith({}), 2],
    ['--queues 16 --table 64 --base 3', ['--queues', '16', '--table', '64', '--base', '3'], rulesWith({ table: table(64, 16) }), 3],
  ];
  for (const [name, args, rules, base] of options)
    it(`obeys ${name}`, async () => {
      for (const capture of [mixed, richPcapng()]) {
        const { code, stdout, stderr } = await nicscope(['hash', '-', ...args], capture);
        expect([code, stderr]).to.deep.equal([0, '']);
        expect(settled(stdout)).to.deep.equal(expectedRows(capture, rules, base));
      }
    });

  it('reads standard input, plain and gzip alike', async () => {
    const [plain, zipped, fromFile] = await Promise.all([
      nicscope(['hash', '-'], mixed),
      nicscope(['hash', '-'], gzipSync(mixed)),
      nicscope(['hash', file]),
    ]);
    expect(plain.stdout).to.equal(fromFile.stdout);
    expect(zipped.stdout).to.equal(fromFile.stdout);
    expect([plain.code, zipped.code]).to.deep.equal([0, 0]);
  });

  it('prints JSON: an object a line with the same values', async () => {
    const [csv, json] = await Promise.all([nicscope(['hash', file]), nicscope(['hash', file, '--format', 'json'])]);
    const objects = json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const asText = objects.map((object) =>
      Object.fromEntries(header.split(',').map((name) => [name, object[name] === null ? '' : String(object[name])])),
    );
    expect(asText).to.deep.equal(csvRows(csv.stdout));
    expect(objects[2]).to.deep.include({ hash: null, entry: null, hash_type: 'none' });
  });

  it('adds the recorded queue and hash to JSON', async () => {
    const section = new Section();
    const parts = [
      section.header(),
      section.interface(),
      section.packet(someFrames(1)[0]!, { queue: 3, hash: { algorithm: 5, value: fromHex('51ccc178') } }),
    ];
    const { stdout } = await nicscope(['hash', '-', '--format', 'json'], Buffer.concat(parts));
    expect(JSON.parse(stdout)).to.deep.include({ recorded_queue: 3, recorded_hash: '0x51ccc178' });
  });

  it('counts frames of an unknown link type as not hashed', async () => {
    const { code, stdout } = await nicscope(['hash', '-'], pcap([{ data: filler(60) }], { linkType: LinkType.Ieee80211 }));
    expect([code, settled(stdout)]).to.deep.equal([0, ['1,none,,,0,0']]);
  });

  for (const { name, file: broken, frame: frameNumber, offset } of faultyFiles)
    it(`exits with 3 at a fault, after the rows before it: ${name}`, async () => {
      const { code, stdout, stderr } = await nicscope(['hash', '-'], broken);
      expect([code, stdout.split('\n')[0]]).to.deep.equal([3, header]);
      expect(settled(stdout)).to.deep.equal(expectedRows(broken, rulesWith({})));
      expect(stderr, 'the message is on standard error').to.match(/\S/);
      if (readCaptureFile(broken).frames.length) {
        expect(stderr).to.contain(`frame ${frameNumber}`);
        expect(stderr.replaceAll(',', '')).to.contain(`byte ${offset}`);
      }
    });

  it('exits with 3 when the gzip stream is cut', async () => {
    const zipped = gzipSync(pcap(someFrames(3000)));
    const { code, stdout, stderr } = await nicscope(['hash', '-'], zipped.subarray(0, zipped.length - 2000));
    expect([code, stderr !== '']).to.deep.equal([3, true]);
    const rows = settled(stdout);
    expect(rows.length).to.be.greaterThan(0).and.lessThan(3000);
    expect(rows).to.deep.equal(expectedRows(pcap(someFrames(3000)), rulesWith({})).slice(0, rows.length));
  });

  const wrong: [string, string[]][] = [
    ['no command', []],
    ['an unknown command', ['hsah', file]],
    ['no file', ['hash']],
    ['two files', ['hash', file, file]],
    ['a file that is not there', ['hash', `${file}.no`]],
    ['an unknown option', ['hash', file, '--keys', key]],
    ['an option without a value', ['hash', file, '--key']],
    ['a key of 39 bytes', ['hash', file, '--key', 'ab'.repeat(39)]],
    ['a key of 65 bytes', ['hash', file, '--key', 'ab'.repeat(65)]],
    ['half a byte in the key', ['hash', file, '--key', `${key}a`]],
    ['a key that is not hex', ['hash', file, '--key', 'xy'.repeat(40)]],
    ['an unknown hash type', ['hash', file, '--hash-types', 'ipv4,tcp']],
    ['a table of 100', ['hash', file, '--table', '100']],
    ['a table of 256', ['hash', file, '--table', '256']],
    ['no queues', ['hash', file, '--queues', '0']],
    ['65 queues', ['hash', file, '--queues', '65']],
    ['queues in words', ['hash', file, '--queues', 'four']],
    ['a negative base', ['hash', file, '--base=-1']],
    ['a base of 64', ['hash', file, '--base', '64']],
    ['half a queue', ['hash', file, '--queues', '1.5']],
    ['an unknown format', ['hash', file, '--format', 'xml']],
    ['a folder', ['hash', tmpdir()]],
  ];
  for (const [name, args] of wrong)
    it(`exits with 2 for wrong usage: ${name}`, async () => {
      const { code, stdout, stderr } = await nicscope(args);
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(/\S/);
    });
});

describe('nicscope hash of the samples', () => {
  for (const { file } of scenes)
    it(`agrees with the reference: ${file}`, async () => {
      const stored = await readFile(projectPath(`public/samples/${file}`));
      const bytes = file.endsWith('.gz') ? gunzipSync(stored) : stored;
      const { code, stdout } = await nicscope(['hash', projectPath(`public/samples/${file}`)]);
      expect(code).to.equal(readCaptureFile(bytes).fault ? 3 : 0);
      expect(settled(stdout)).to.deep.equal(expectedRows(bytes, rulesWith({})));
    });
});
