import { describe, it, expect } from '#test';
import { VERIFICATION_KEY } from '../../ui/features/rss.ts';
import { processorList } from '../../ui/readers/lscpu.ts';
import { classOfModel, classOfName } from '../../ui/readers/processor-class.ts';
import { readPasted } from '../../ui/readers/read.ts';
import { expectWhole, reasonsFor, valuesOf } from './expect-reading.ts';
import * as samples from './samples.ts';

const table = { 'nics[0].rss.tableEntries': 128, 'nics[0].rss.table': samples.linuxTable, 'nics[0].rss.key': VERIFICATION_KEY };

const rows: [name: string, text: string, values: Record<string, unknown>][] = [
  ['ethtool -x', samples.ethtoolRss, { 'nics[0].queues': 8, 'nics[0].rss.maxProcessors': 8, ...table }],
  ['ethtool --json -x', samples.ethtoolRssJson, table],
  ['ethtool -x of a device without', samples.ethtoolRssUnsupported, { 'nics[0].queues': 1, 'nics[0].rss.maxProcessors': 1 }],
  ['ethtool -l', samples.ethtoolChannels, { 'nics[0].queues': 6 }],
  ['ethtool -g', samples.ethtoolRings, { 'nics[0].receiveDescriptors': 2048, 'nics[0].transmitDescriptors': 256 }],
  ['ethtool -k', samples.ethtoolFeatures, { 'nics[0].checksumOffload': true, 'nics[0].lsoV2': false, 'nics[0].lsoV1': false }],
  ['ethtool -c', samples.ethtoolCoalesce, { 'nics[0].moderation': { mode: 'fixed', rate: 20_000 } }],
  [
    'lscpu',
    samples.lscpu,
    {
      'processors.sockets': 2,
      'processors.coresPerSocket': 4,
      'processors.threadsPerCore': 2,
      'processors.numaNodes': 2,
      'processors.class': 'nehalem',
      'processors.clock': '2.93 GHz',
    },
  ],
  [
    'lscpu of newer versions, indented',
    samples.lscpuNested,
    {
      'processors.sockets': 2,
      'processors.coresPerSocket': 12,
      'processors.threadsPerCore': 1,
      'processors.numaNodes': 4,
      'processors.class': 'k10',
      'processors.clock': '2200 MHz',
    },
  ],
];

describe('outputs of Linux', () => {
  for (const [name, text, values] of rows)
    it(`${name}: each value at its place`, () => {
      expect(valuesOf(expectWhole(text))).to.deep.equal(values);
    });

  it('a key on several lines is one key', () => {
    const key = VERIFICATION_KEY.match(/../g)!;
    const wrapped = [key.slice(0, 18).join(':'), key.slice(18, 36).join(':'), key.slice(36).join(':')].join(':\n');
    const reading = expectWhole(samples.ethtoolRss.replace(key.join(':'), wrapped));
    expect(valuesOf(reading)['nics[0].rss.key']).to.equal(VERIFICATION_KEY);
  });

  it('a table of 512 entries that repeats is one of 128; one that does not is too long', () => {
    const long = (queue: (entry: number) => number) =>
      ['RX flow hash indirection table for eth0 with 4 RX ring(s):']
        .concat(
          Array.from({ length: 64 }, (_, row) => `${row * 8}: ${Array.from({ length: 8 }, (__, at) => queue(row * 8 + at)).join(' ')}`),
        )
        .join('\n');
    expect(valuesOf(expectWhole(long((entry) => entry % 4)))['nics[0].rss.tableEntries']).to.equal(128);
    const reading = expectWhole(long((entry) => (entry < 256 ? 0 : 3)));
    expect(reasonsFor(reading, '504: ')[0]).to.contain('512 entries');
  });

  it('a table with a line missing or out of place, or cut off, is listed', () => {
    for (const text of [
      samples.ethtoolRss.replace(/\n +64: .*/, ''),
      samples.ethtoolRss.slice(0, 700),
      samples.ethtoolRss.replace(/( +64:.*\n)( +72:.*\n)/, '$2$1'),
    ]) {
      const reading = expectWhole(text);
      expect(valuesOf(reading)).to.not.have.property('nics[0].rss.table');
      expect(reasonsFor(reading, '    8: ')[0]).to.contain('cut off');
    }
  });

  it('JSON that is cut off is listed line by line', () => {
    const reading = expectWhole(samples.ethtoolRssJson.slice(0, -30));
    expect(reading.findings).to.have.length(0);
    expect(reasonsFor(reading, 'ifname')[0]).to.contain('JSON');
  });

  it('a table of a further context is not the table', () => {
    const reading = expectWhole(samples.ethtoolRss.replace('RX ring(s):', 'RX ring(s), context 1:'));
    expect(reading.findings).to.have.length(0);
  });

  it('adaptive and no moderation', () => {
    const adaptive = expectWhole(samples.ethtoolCoalesce.replace('Adaptive RX: off', 'Adaptive RX: on'));
    expect(valuesOf(adaptive)['nics[0].moderation']).to.deep.equal({ mode: 'adaptive' });
    const none = expectWhole(samples.ethtoolCoalesce.replace('rx-usecs: 50', 'rx-usecs: 0'));
    expect(valuesOf(none)['nics[0].moderation']).to.deep.equal({ mode: 'off' });
  });

  it('offloads that differ by direction or family are listed', () => {
    const reading = expectWhole(
      samples.ethtoolFeatures
        .replace('tx-checksumming: on', 'tx-checksumming: off')
        .replace('tcp6-segmentation: off', 'tcp6-segmentation: on'),
    );
    expect(valuesOf(reading)).to.deep.equal({});
  });

  it('node lists that are not those of the emulated host are listed, those that are pass', () => {
    const reading = expectWhole(samples.lscpu);
    expect(reasonsFor(reading, 'node0')[0]).to.contain('numbers its processors');
    expect(reasonsFor(reading, 'node1')).to.deep.equal([]);
  });

  it('processors that are off line are said', () => {
    const reading = expectWhole(samples.lscpu.replace(/^CPU\(s\): {16}16/m, 'CPU(s):                12'));
    expect(reasonsFor(reading, 'CPU(s):                12')[0]).to.contain('off line');
  });

  it('processor lists', () => {
    expect(processorList('0-2,8')).to.deep.equal([0, 1, 2, 8]);
    expect(processorList('5-3')).to.deep.equal([]);
    for (const text of ['', '1-', '0,,1', '0x3', '99999']) expect(processorList(text), text).to.equal(null);
  });

  const classes: [string, number, number, string | null][] = [
    ['GenuineIntel', 15, 4, 'netburst'],
    ['GenuineIntel', 6, 23, 'core2'],
    ['GenuineIntel', 6, 44, 'nehalem'],
    ['GenuineIntel', 6, 45, 'sandybridge'],
    ['GenuineIntel', 6, 85, 'sandybridge'],
    ['GenuineIntel', 6, 28, null],
    ['AuthenticAMD', 16, 9, 'k10'],
    ['AuthenticAMD', 15, 65, null],
    ['AuthenticAMD', 25, 17, null],
  ];
  for (const [vendor, family, model, wanted] of classes)
    it(`class of ${vendor} ${family}/${model}`, () => {
      const result = classOfModel(vendor, family, model);
      expect('class' in result ? result.class : null).to.equal(wanted);
    });

  const names: [string, string | null][] = [
    ['Intel(R) Xeon(R) CPU           E5440  @ 2.83GHz', 'core2'],
    ['Intel(R) Xeon(R) CPU           X5570  @ 2.93GHz', 'nehalem'],
    ['Intel(R) Xeon(R) CPU E5-2670 0 @ 2.60GHz', 'sandybridge'],
    ['Intel(R) Xeon(R) CPU E5-2670 v3 @ 2.30GHz', null],
    ['Quad-Core AMD Opteron(tm) Processor 2384', 'k10'],
    ['Something else', null],
  ];
  for (const [name, wanted] of names)
    it(`class of ${name}`, () => {
      const result = classOfName(name);
      expect('class' in result ? result.class : null).to.equal(wanted);
    });

  it('a text that names no adapter says so', () => {
    const reading = readPasted(samples.ethtoolRings.split('\n').slice(1).join('\n'));
    expect(reading.findings.map(({ note }) => note)).to.deep.equal(
      Array(2).fill('The text does not name the adapter; the first one is taken.'),
    );
  });
});
