import { describe, it, expect } from '#test';
import { keywordFromText, keywordsShown, keywordText } from '../../ui/registry/keyword-text.ts';
import { findKnownValue } from '../../ui/registry/known-values.ts';

// ParamDesc and EnumDesc of windows-driver-docs: "Enumeration keywords", "Keywords that can be edited", and the pages of RSS and VMQ.
const rows: [keyword: string, label: string, value: string, text: string][] = [
  ['*RSS', 'Receive Side Scaling', '1', 'Enabled'],
  ['*RSS', 'Receive Side Scaling', '0', 'Disabled'],
  ['*RssBaseProcNumber', 'RSS Base Processor Number', '2', '2'],
  ['*MaxRssProcessors', 'Maximum number of RSS Processors', '16', '16'],
  ['*NumaNodeId', 'Preferred NUMA node', '65535', '65535'],
  ['*VMQ', 'Virtual Machine Queues', '1', 'Enabled'],
  ['*VMQLookaheadSplit', 'VMQ Lookahead Split', '0', 'Disabled'],
  ['*VMQVlanFiltering', 'VMQ VLAN Filtering', '1', 'Enabled'],
  ['*TCPConnectionOffloadIPv4', 'TCP Connection Offload (IPv4)', '0', 'Disabled'],
  ['*TCPConnectionOffloadIPv6', 'TCP Connection Offload (IPv6)', '1', 'Enabled'],
  ['*IPChecksumOffloadIPv4', 'IPv4 Checksum Offload', '3', 'Rx & Tx Enabled'],
  ['*TCPChecksumOffloadIPv4', 'TCP Checksum Offload (IPv4)', '1', 'Tx Enabled'],
  ['*UDPChecksumOffloadIPv6', 'UDP Checksum Offload (IPv6)', '2', 'Rx Enabled'],
  ['*LsoV1IPv4', 'Large Send Offload Version 1 (IPv4)', '1', 'Enabled'],
  ['*LsoV2IPv6', 'Large Send Offload V2 (IPv6)', '1', 'Enabled'],
  ['*InterruptModeration', 'Interrupt Moderation', '1', 'Enabled'],
  ['*JumboPacket', 'Jumbo Packet', '9014', '9014'],
  ['*ReceiveBuffers', 'Receive Buffers', '512', '512'],
];

const known = (name: string) => findKnownValue('ws2008r2', 'adapter', name)!;

describe('keywords on the Advanced tab', () => {
  for (const [name, label, value, text] of rows)
    it(`${name}=${value} is “${label}: ${text}”, and back`, () => {
      expect(known(name).label).to.equal(label);
      expect(keywordText(known(name), value)).to.deep.equal({ text });
      expect(keywordFromText(known(name), ` ${text.toUpperCase()} `)).to.deep.equal({ text: value });
    });

  it('say what they do not take', () => {
    const faults: [object, RegExp][] = [
      [keywordText(known('*RSS'), '2'), /\*RSS is 2; allowed: 0 \(Disabled\), 1 \(Enabled\)\./],
      [keywordText(known('*RSS'), ''), /decimal digits/],
      [keywordText(known('*RSS'), '0x1'), /decimal digits/],
      [keywordText(known('*RSS'), 'toString'), /decimal digits/],
      [keywordText(known('*JumboPacket'), '1500'), /from 1514 bytes up; the most: set by the vendor/],
      [keywordText(known('*RssBaseProcGroup'), '1'), /allowed: 0 only/],
      [keywordFromText(known('*RSS'), 'On'), /Receive Side Scaling has no setting “On”; it has Disabled, Enabled\./],
      [keywordFromText(known('*RssBaseProcNumber'), '64'), /from 0 to 63/],
      [keywordFromText(known('*RssBaseProcNumber'), '-1'), /decimal digits/],
    ];
    for (const [result, expected] of faults) expect('fault' in result ? result.fault : 'no fault').to.match(expected);
  });

  it('show what the version has, without the hidden one', () => {
    const labels = keywordsShown('ws2008r2').map(({ label }) => label);
    expect(labels).to.deep.equal([...labels].sort());
    expect(labels).to.have.length(22);
    expect(keywordsShown('ws2008r2').map(({ name }) => name)).to.not.include('*RssOrVmqPreference');
    expect(keywordsShown('ws2008').map(({ name }) => name)).to.not.include.members(['*VMQ']);
    expect(keywordsShown('ws2008')).to.have.length(15);
    expect(keywordsShown('ws2003sp2')).to.deep.equal([]);
  });
});
