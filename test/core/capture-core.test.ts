// The core without emulated worlds, behind the engine that the Capture page and the widget ask: it gives the published hashes, and says
// of captures what the full core says, to the last number.

import { describe, expect, it, readProjectFile } from '#test';
import { ABI_HASH } from '../../ui/abi/abi.gen.ts';
import { CaptureEngine } from '../../ui/engine/capture-engine.ts';
import { rssDefaults } from '../../ui/features/rss.ts';
import { captureCoreModules, coreModules } from '../core-under-test.ts';
import { vectors } from './vectors.ts';

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
const engineOf = (module: WebAssembly.Module): CaptureEngine => new CaptureEngine(() => Promise.resolve(module));
const exportsOf = (module: WebAssembly.Module): string[] => WebAssembly.Module.exports(module).map(({ name }) => name);

/** pcap and pcapng; UDP, VLAN tags, IPv6, tunnels, large frames; one stops within a frame. */
const captures = [
  'one-resolver.pcap.gz',
  'tags-and-ipv6.pcapng.gz',
  'tunnel-and-super-frames.pcapng.gz',
  'stopped-in-the-middle.pcap',
  'sixteen-clients.pcap.gz',
];

/** All that the Capture page asks of a file, but for how long reading took. */
async function answers(module: WebAssembly.Module, name: string) {
  const engine = engineOf(module);
  const file = new Blob([await readProjectFile(`public/samples/${name}`)]);
  const { seconds: _, ...report } = await engine.open(file, name);
  const question = { settings: rssDefaults, server: { kind: 'auto' }, measure: 'packets' } as const;
  const evaluation = await engine.evaluate(question);
  const flows = await engine.flows({ filter: { kind: 'all' }, sort: 'bytes', offset: 0, limit: 1000 });
  return { report, evaluation, flows, whatIf: await engine.whatIf(question) };
}

const [full] = await coreModules();
const expected = new Map(await Promise.all(captures.map(async (name) => [name, await answers(full!.module, name)] as const)));

for (const { name, module } of await captureCoreModules())
  describe(`capture core, ${name}`, () => {
    it('exports less than the full core, nothing else, and no world', () => {
      const less = exportsOf(module);
      expect(exportsOf(full!.module)).to.include.members(less);
      expect(less.filter((each) => /^(world|tcp|processor|queue|nic)/.test(each))).to.deep.equal([]);
    });

    it('is the build that it is said to be, from the same schema', async () => {
      expect(await engineOf(module).core()).to.deep.equal({ relaxedSimd: name === 'relaxed', abiHash: ABI_HASH });
    });

    for (const { src, sport, dst, dport, addresses, withPorts } of vectors)
      it(`${src} -> ${dst} has the published hashes, by bits, tables and SIMD`, async () => {
        const engine = engineOf(module);
        for (const [protocol, published] of [
          ['tcp', withPorts],
          ['other', addresses],
        ] as const) {
          const tuple = { source: src, destination: dst, protocol, sourcePort: sport, destinationPort: dport };
          const { hash, check } = await engine.explain({ tuple }, rssDefaults);
          expect([hash, check.bits, check.tables, check.simd].map(hex), protocol).to.deep.equal(Array(4).fill(hex(published)));
        }
      });

    for (const capture of captures)
      it(`${capture}: the answers of the full core`, async () => {
        const found = await answers(module, capture);
        expect(found.report.frames).to.be.greaterThan(0);
        expect(found).to.deep.equal(expected.get(capture));
      });
  });
