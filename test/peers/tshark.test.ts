// Wireshark's command-line reader as a peer: the same frames, times, addresses, ports and lengths for every sample and for
// generated captures. Skipped by name where tshark is not installed.

import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { L3, Trait } from '../../ui/abi/abi.gen.ts';
import { after, before, describe, expect, it } from '#test';
import {
  address,
  destinationOptions,
  ethernet,
  ethernet802,
  filler,
  fragment,
  frame,
  gre,
  hopByHop,
  ipv4,
  ipv6,
  routing,
  sctp,
  snap,
  tcp,
  toHex,
  udp,
  vlan,
} from '../build/frame.ts';
import { pcap } from '../build/capture.ts';
import { coreModules } from '../core-under-test.ts';
import { goodFiles } from '../core/capture-files.ts';
import { walkFile, type WalkedRow } from '../core/walk.ts';
import { scenes } from '../samples/scenes.ts';
import { csvRows, nicscope, projectPath, run } from '../node/command.ts';

const installed = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
const peerIt = (program: string, name: string, body: () => Promise<void>): void =>
  installed(program) ? it(name, body) : it.skip(`${name} (${program} is not installed)`, body);

const fields = [
  'frame.number',
  'frame.time_epoch',
  'frame.len',
  'frame.cap_len',
  'ip.src',
  'ip.dst',
  'ipv6.src',
  'ipv6.dst',
  'tcp.srcport',
  'tcp.dstport',
  'udp.srcport',
  'udp.dstport',
  'sctp.srcport',
  'sctp.dstport',
  'vlan.id',
] as const;
type Peer = Record<(typeof fields)[number], string>;

/** First occurrence of every field of every frame; reassembly off, so that ports are those of the frame itself. */
async function tshark(file: string): Promise<Peer[]> {
  const off = ['ip.defragment:FALSE', 'ipv6.defragment:FALSE', 'tcp.desegment_tcp_streams:FALSE'].flatMap((option) => ['-o', option]);
  const { stdout } = await run('tshark', [
    '-n',
    '-r',
    file,
    ...off,
    '-T',
    'fields',
    '-E',
    'separator=,',
    '-E',
    'occurrence=f',
    ...fields.flatMap((field) => ['-e', field]),
  ]);
  return stdout
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => Object.fromEntries(line.split(',').map((value, index) => [fields[index]!, value])) as Peer);
}

const seconds = (ts: bigint): string => `${ts / 1_000_000_000n}.${String(ts % 1_000_000_000n).padStart(9, '0')}`;

/** The row in tshark's words; ports where the core read them. */
function wordsOf(row: WalkedRow, index: number): string {
  const length = row.l3 === L3.IPv4 ? 4 : row.l3 === L3.IPv6 ? 16 : 0;
  const ports =
    row.traits & Trait.Ports
      ? [row.tuple[length * 2]! * 256 + row.tuple[length * 2 + 1]!, row.tuple[length * 2 + 2]! * 256 + row.tuple[length * 2 + 3]!]
      : [];
  return [
    index + 1,
    seconds(row.ts),
    row.wire,
    row.cap,
    toHex(row.tuple.subarray(0, length)),
    toHex(row.tuple.subarray(length, length * 2)),
    ...ports,
  ].join(' ');
}

function peerWords(peer: Peer, row: WalkedRow | undefined): string {
  const bytes = (text: string): string => (text ? toHex(address(text)) : '');
  const ipv4First = row?.l3 === L3.IPv4;
  const [src, dst] = ipv4First ? [peer['ip.src'], peer['ip.dst']] : row?.l3 === L3.IPv6 ? [peer['ipv6.src'], peer['ipv6.dst']] : ['', ''];
  const transport = ({ 6: 'tcp', 17: 'udp', 132: 'sctp' } as const)[row?.proto ?? 0];
  const ports = row && row.traits & Trait.Ports && transport ? [peer[`${transport}.srcport`], peer[`${transport}.dstport`]] : [];
  return [peer['frame.number'], peer['frame.time_epoch'], peer['frame.len'], peer['frame.cap_len'], bytes(src), bytes(dst), ...ports].join(
    ' ',
  );
}

/** Frames on whose outermost transport there is only one opinion. */
const plainFrames = pcap(
  [
    frame(ethernet(), ipv4(), tcp()),
    frame(ethernet(), vlan({ id: 5 }), ipv4({ options: filler(8).fill(1) }), udp({ dport: 9999 }), filler(9)),
    frame(ethernet(), vlan({ id: 7, tpid: 0x88a8 }), vlan({ id: 8 }), ipv6(), tcp()),
    frame(ethernet(), ipv6(), hopByHop(), destinationOptions({ home: '2001:db8::77' }), tcp()),
    frame(ethernet(), ipv6(), routing({ type: 0, segmentsLeft: 0, addresses: ['2001:db8::5'] }), udp({ dport: 9999 })),
    frame(ethernet(), ipv4(), sctp()),
    frame(ethernet802(), snap(), ipv4(), udp({ dport: 9999 }), filler(3)),
    frame(ethernet(), ipv6(), fragment({ offset: 80, nextHeader: 17 }), filler(40)),
    frame(ethernet(), ipv4({ moreFragments: true, offset: 80, protocol: 17 }), filler(40)),
    frame(ethernet(), ipv4(), gre(), ipv6()),
  ].map((data, index) => ({ data, ts: 1_700_000_000_000_000_000n + BigInt(index) * 1_000_000n })),
);

/** tshark 4.0 has another view of these: simple packets, lies about the wire length; it overflows in the fraction of picoseconds. */
const otherView = [
  'pcapng, picoseconds and attoseconds',
  'pcapng, every block',
  'pcap, link type 105 (802.11)',
  'pcapng, time offsets',
  'pcapng, options that overrun their block',
  'pcap, captured more than was on the wire',
];

describe('tshark', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nicscope-peers-'));
  });
  after(() => rm(folder, { recursive: true }));

  const compare = async (name: string, bytes: Uint8Array): Promise<void> => {
    const file = join(folder, name.replaceAll(/\W+/g, '-'));
    await writeFile(file, bytes);
    const peers = await tshark(file);
    const { module } = (await coreModules())[0]!;
    const { rows } = await walkFile(module, bytes, { mode: 'rows' });
    const words = rows.map(wordsOf);
    const differing = peers.map((peer, index) => [peerWords(peer, rows[index]), words[index]]).filter(([peer, ours]) => peer !== ours);
    expect(differing.slice(0, 5), JSON.stringify(differing.slice(0, 5))).to.deep.equal([]);
    expect(rows).to.have.length(peers.length);
    const hashed = csvRows((await nicscope(['hash', file])).stdout);
    expect(hashed.map((row) => row.frame)).to.deep.equal(peers.map((peer) => peer['frame.number']));
  };

  for (const { file } of scenes)
    peerIt('tshark', `reads the same frames in ${file}`, async () => {
      const stored = await readFile(projectPath(`public/samples/${file}`));
      await compare(file, file.endsWith('.gz') ? gunzipSync(stored) : stored);
    });

  peerIt('tshark', 'reads the same addresses and ports in frames of every kind', () => compare('plain.pcap', plainFrames));

  for (const [name, bytes] of Object.entries(goodFiles))
    if (!otherView.includes(name)) peerIt('tshark', `reads the same frames in ${name}`, () => compare(name, bytes));

  for (const { file } of scenes)
    peerIt('capinfos', `capinfos counts the same frames in ${file}`, async () => {
      const { stdout } = await run('capinfos', ['-T', '-r', '-c', '-m', projectPath(`public/samples/${file}`)]);
      const counted = Number(stdout.trim().split(',').at(-1));
      const { stdout: json } = await nicscope(['capture', projectPath(`public/samples/${file}`), '--format', 'json']);
      expect((JSON.parse(json) as { report: { frames: number } }).report.frames).to.equal(counted);
    });
});
