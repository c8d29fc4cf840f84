// The emulated TCP against that of a Linux kernel, in a network namespace of its own: over a clean cable without a single
// retransmission, and over one that loses, doubles, corrupts, delays and reorders. The same against a second Linux, as a control.
// Skipped by name where the machine lacks what it takes. NICSCOPE_WIRE_STANDIN=1 puts a second Linux in place of the emulation.

import process from 'node:process';
import { instantiateCore } from '../../ui/engine/core.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { after, before, describe, expect, it, readProjectFile } from '#test';
import { coreModules } from '../core-under-test.ts';
import { payload, payloadByte } from '../oracle/payload.ts';
import type { BridgeCounts, PathCounts, Roughness } from './wire/bridge.ts';
import { CASE_MS, type FarSide, hosts, Lab } from './wire/lab.ts';
import { Match } from './wire/match.ts';
import { missing } from './wire/needs.ts';
import { timeLeft } from './wire/running.ts';

const why = missing();

const rough: Roughness = { loss: 0.01, duplication: 0.01, corruption: 0.005, reordering: 0.02, delayUs: 2000, holdUs: 1000 };

interface Sizes {
  download: number;
  downloadIpv6: number;
  upload: number;
  echo: number;
  connections: number;
  pauseMs: number;
}

const MB = 1_000_000;
const clean: Sizes = { download: 100 * MB, downloadIpv6: 20 * MB, upload: 50 * MB, echo: MB, connections: 50, pauseMs: 1000 };
const smaller: Sizes = { download: 10 * MB, downloadIpv6: 2 * MB, upload: 10 * MB, echo: MB, connections: 20, pauseMs: 1000 };
const control: Sizes = { download: 2 * MB, downloadIpv6: MB, upload: MB, echo: MB / 5, connections: 5, pauseMs: 200 };

interface Row {
  title: string;
  farSide: FarSide;
  roughness: Roughness | null;
  sizes: Sizes;
  /** What is ended from outside, and with which signal; the other has to end by itself. */
  ends: ['bridge' | 'peer', NodeJS.Signals];
}

const rows: Row[] = [
  { title: 'Linux, rough cable', farSide: 'Linux', roughness: rough, sizes: control, ends: ['bridge', 'SIGTERM'] },
  { title: 'ideal host, clean cable', farSide: 'ideal', roughness: null, sizes: clean, ends: ['bridge', 'SIGTERM'] },
  { title: 'ideal host, rough cable', farSide: 'ideal', roughness: rough, sizes: smaller, ends: ['peer', 'SIGINT'] },
  { title: 'modelled host, clean cable', farSide: 'modelled', roughness: null, sizes: clean, ends: ['peer', 'SIGTERM'] },
  { title: 'modelled host, rough cable', farSide: 'modelled', roughness: rough, sizes: smaller, ends: ['bridge', 'SIGTERM'] },
];
const standIn = process.env.NICSCOPE_WIRE_STANDIN === '1';

/** Frames in, and their doubles = delivered + dropped, by reason, + in flight. */
function expectConserved(path: PathCounts): void {
  expect(path.lost + path.delivered + path.refused + path.waiting, JSON.stringify(path)).to.equal(path.frames + path.duplicated);
}

/** Within six standard deviations. */
function expectShare(count: number, of: number, share: number, what: string): void {
  expect(Math.abs(count - of * share), `${what}: ${count} of ${of}`).to.be.below(6 * Math.sqrt(of * share * (1 - share)));
}

function expectRough(path: PathCounts, { loss, duplication, reordering }: Roughness): void {
  const copies = path.frames - path.lost + path.duplicated;
  expectShare(path.lost, path.frames, loss, 'lost');
  expectShare(path.duplicated, path.frames - path.lost, duplication, 'duplicated');
  expectShare(path.reordered, copies, reordering, 'reordered');
  expect(path.corrupted).to.be.above(0);
}

describe('made-up payload', () => {
  it('is the same in the core, in big integers and in halves', async () => {
    const { module } = (await coreModules())[0]!;
    const core = await instantiateCore(module);
    const at = core.scratchAt();
    for (const flow of [0, 1, 0x7fffffff, 0xffffffff]) {
      const halves = payload(flow, 4001);
      core.tcpPayload(flow, 0n, 4001, at);
      const fromCore = new Uint8Array(core.memory.buffer, at, 4001);
      expect(Buffer.from(halves).equals(fromCore), `flow ${flow}`).to.equal(true);
      halves.forEach((byte, offset) => {
        if (byte !== payloadByte(BigInt(flow), BigInt(offset))) throw new Error(`flow ${flow}, byte ${offset}`);
      });
    }
  });
});

describe('scenario of the peer', () => {
  it('is valid', async () => {
    const document: unknown = JSON.parse(new TextDecoder().decode(await readProjectFile('test/peers/wire/linux.json')));
    expect(validateScenario(document)).not.to.have.property('faults');
  });
});

for (const { title, farSide, roughness, sizes, ends } of rows)
  describe(`Linux TCP against ${title}`, () => {
    if (why) {
      it.skip(`carries the services (${why})`, () => undefined);
      return;
    }
    let lab: Lab;
    before(async () => void (lab = await Lab.open(standIn ? 'Linux' : farSide, { roughness, seed: 1 })));
    after(() => Lab.closeAll());

    /** A case, after which all connections are over. */
    const carries = (name: string, body: () => Promise<unknown>): void =>
      it(name, async () => {
        await body();
        expect(await lab.socketsLeft(roughness ? 15_000 : 3000)).to.deep.equal([]);
      });

    const download = async (host: string, bytes: number): Promise<void> => {
      const match = new Match(payload(0, bytes));
      const options = ['--silent', '--show-error', '--fail', '--globoff', '--noproxy', '*', '--max-time', String(CASE_MS / 1000)];
      await lab.client.run('curl', [...options, `http://${host}/bytes/${bytes}`], {
        timeoutMs: timeLeft(CASE_MS + 1000),
        onOutput: (chunk) => match.take(chunk),
      });
      expect(match.verdict()).to.equal(null);
    };

    if (!roughness)
      for (const [family, host] of Object.entries(hosts))
        it(`answers ping, ${family}`, async () => {
          const said = await lab.client.run('ping', ['-n', '-c', '3', '-i', '0.2', '-W', '2', host]);
          expect(said).to.contain('3 packets transmitted, 3 received, 0% packet loss');
        });

    carries(`${sizes.download / MB} MB from HTTP`, () => download(hosts.ipv4, sizes.download));
    carries(`${sizes.downloadIpv6 / MB} MB from HTTP over IPv6`, () => download(`[${hosts.ipv6}]`, sizes.downloadIpv6));
    carries(`${sizes.upload / MB} MB to discard`, () => lab.run('discard', hosts.ipv4, sizes.upload));
    carries(`${sizes.upload / MB / 5} MB to discard over IPv6`, () => lab.run('discard', hosts.ipv6, sizes.upload / 5));
    carries(`${sizes.echo / MB} MB there and back by echo`, () => lab.run('echo', hosts.ipv4, sizes.echo, 7));
    carries(`${sizes.connections} connections at once`, () => lab.run('fetch', hosts.ipv4, 200_000, sizes.connections));
    carries('1 MB from HTTP to a reader that pauses', () => lab.run('pause', hosts.ipv4, MB, sizes.pauseMs));
    carries('no connection to a closed port', () => lab.run('refused', hosts.ipv4, 81));
    carries('characters from chargen until the client leaves', () => lab.run('chargen', hosts.ipv4, 200_000));

    if (!roughness)
      it('has no retransmission, by Linux or to it, and nothing out of order', async () => {
        const { RetransSegs, InCsumErrors, TCPDSACKOldSent, TCPOFOQueue } = await lab.tcpCounters();
        const counted = { RetransSegs, InCsumErrors, TCPDSACKOldSent, TCPOFOQueue };
        expect(counted).to.deep.equal({ RetransSegs: 0, InCsumErrors: 0, TCPDSACKOldSent: 0, TCPOFOQueue: 0 });
      });
    else
      it('was really rough: retransmissions, checksum errors, disorder', async () => {
        const { RetransSegs = 0, InCsumErrors = 0, TCPOFOQueue = 0 } = await lab.tcpCounters();
        const counted = { RetransSegs, InCsumErrors, TCPOFOQueue };
        expect(Math.min(...Object.values(counted)), JSON.stringify(counted)).to.be.above(0);
      });

    it(`ends in order when the ${ends[0]} gets ${ends[1]}`, async () => {
      const { bridge, peer } = await lab.end(...ends);
      expect([bridge.code, peer.code], bridge.stderr + peer.stderr).to.deep.equal([0, 0]);
      const { toWire, toTap } = JSON.parse(bridge.stdout) as BridgeCounts;
      for (const path of [toWire, toTap]) {
        expectConserved(path);
        if (roughness) expectRough(path, roughness);
        else expect([path.lost, path.duplicated, path.corrupted, path.reordered, path.refused]).to.deep.equal([0, 0, 0, 0, 0]);
      }
    });
  });
