import { describe, expect, it } from '#test';
import { Trait } from '../../ui/abi/abi.gen.ts';
import { findServer } from '../../ui/analysis/hosts.ts';
import { Direction, type ServerChoice } from '../../ui/analysis/types.ts';
import { flowColumns, type FlowSpec } from './flows.ts';

const SERVER = '02:00:00:00:00:10';
const CLIENT = '02:00:00:00:00:20';
const ROUTER = '02:00:00:00:00:01';
const AUTO: ServerChoice = { kind: 'auto' };

const find = (specs: FlowSpec[], choice: ServerChoice = AUTO) => findServer(flowColumns(specs), choice);

/** "in", "out" or "-" for each flow. */
const directions = (mask: Uint8Array) =>
  Array.from(mask, (direction) => (direction === Direction.Ingress ? 'in' : direction === Direction.Egress ? 'out' : '-'));

describe('Several interfaces', () => {
  const flows = flowColumns([
    { from: '10.0.0.1:5001', to: '192.0.2.10:80', packets: 40 },
    { from: '10.0.1.1:5001', to: '192.0.2.20:80', packets: 50 },
    { from: '192.0.2.20:80', to: '10.0.1.1:5001', packets: 15 },
  ]);
  flows.identity[48 + 44] = 3; // interface of the second and third flow: byte 44 of 48
  flows.identity[96 + 44] = 3;
  const on = (choice: ServerChoice) => findServer(flows, choice);

  it('the busiest is taken; the others are nobody’s', () => {
    const { finding, mask } = on(AUTO);
    expect(finding.interfaces).to.deep.equal([
      { index: 3, packets: 65 },
      { index: 0, packets: 40 },
    ]);
    expect(finding.iface).to.equal(3);
    expect(finding.addresses).to.deep.equal(['192.0.2.20']);
    expect(directions(mask)).to.deep.equal(['-', 'in', 'out']);
    expect(finding).to.include({ ingressPackets: 50, egressPackets: 15, otherPackets: 0 });
  });

  it('one can be chosen, or all as one adapter', () => {
    expect(directions(on({ kind: 'auto', iface: 0 }).mask)).to.deep.equal(['in', '-', '-']);
    expect(directions(on({ kind: 'all', iface: 3 }).mask)).to.deep.equal(['-', 'in', 'in']);
    expect(directions(on({ kind: 'all', iface: 'every' }).mask)).to.deep.equal(['in', 'in', 'in']);
  });

  it('one that carried nothing is refused with those that did', () => {
    expect(() => on({ kind: 'auto', iface: 7 })).to.throw('No frame of this capture came from interface 7; it has 3 and 0.');
  });
});

describe('The server, by traffic', () => {
  it('is the address that most packets name', () => {
    const { finding, mask } = find([
      { from: '10.0.0.1:5001', to: '192.0.2.10:80', packets: 40 },
      { from: '192.0.2.10:80', to: '10.0.0.1:5001', packets: 30 },
      { from: '10.0.0.2:5002', to: '192.0.2.10:80', packets: 20 },
      { from: '10.0.0.2:5003', to: '10.0.0.1:22', packets: 10 },
    ]);
    expect(finding.addresses).to.deep.equal(['192.0.2.10']);
    expect(finding.chosenBy).to.equal('traffic');
    expect(finding.because).to.equal('192.0.2.10 takes part in 90 % of the packets and talks to 2 hosts.');
    expect(directions(mask)).to.deep.equal(['in', 'out', 'in', '-']);
    expect(finding).to.include({ ingressPackets: 60, egressPackets: 30, otherPackets: 10, ingressBytes: 6000 });
  });

  const twoHosts: [name: string, specs: FlowSpec[], server: string, because: RegExp][] = [
    [
      'accepts the connections: a SYN goes to it',
      [
        { from: '10.0.0.1:443', to: '10.0.0.2:50000', packets: 9 },
        { from: '10.0.0.2:50000', to: '10.0.0.1:443', packets: 5, syn: 'syn' },
      ],
      '10.0.0.1',
      /100 % of the packets and accepts the connections \(SYN to port 443\)/,
    ],
    [
      'accepts the connections: a SYN+ACK comes from it, against the port rule',
      [
        { from: '10.0.0.1:443', to: '10.0.0.2:50000', packets: 9 },
        { from: '10.0.0.2:50000', to: '10.0.0.1:443', packets: 5, syn: 'syn+ack' },
      ],
      '10.0.0.2',
      /SYN to port 50000/,
    ],
    [
      'uses the lower port where no SYN was seen',
      [
        { from: '10.0.0.1:50000', to: '10.0.0.2:445', packets: 9 },
        { from: '10.0.0.2:445', to: '10.0.0.1:50000', packets: 50 },
      ],
      '10.0.0.2',
      /at the lower port in most of them/,
    ],
    [
      'receives more where there are no ports',
      [
        { from: '10.0.0.1', to: '10.0.0.2', proto: 'gre', packets: 9 },
        { from: '10.0.0.2', to: '10.0.0.1', proto: 'gre', packets: 5 },
      ],
      '10.0.0.2',
      /more of them as receiver than 10\.0\.0\.1/,
    ],
  ];
  for (const [name, specs, server, because] of twoHosts)
    it(`of two hosts is the one that ${name}`, () => {
      const { finding } = find(specs);
      expect(finding.addresses).to.deep.equal([server]);
      expect(finding.because).to.match(because);
    });

  it('has IPv4 and IPv6 when its own MAC says so, and its ARP frames count', () => {
    const to = { from: ROUTER, to: SERVER };
    const { finding, mask } = find([
      { from: '203.0.113.5:5001', to: '192.0.2.10:80', packets: 50, macs: to },
      { from: '198.51.100.7:5001', to: '192.0.2.10:80', packets: 50, macs: to },
      { from: '[2001:db8:9::5]:5001', to: '[2001:db8::10]:80', packets: 20, macs: to },
      { from: '[fe80::10]', to: '[ff02::1]', proto: 'icmp', packets: 1, macs: { from: SERVER, to: '33:33:00:00:00:01' } },
      { from: ROUTER, to: SERVER, proto: 'arp', packets: 2 },
      { from: SERVER, to: ROUTER, proto: 'arp', packets: 2 },
      { from: ROUTER, to: 'ff:ff:ff:ff:ff:ff', proto: 'arp', packets: 3 },
      { from: CLIENT, to: ROUTER, proto: 'arp', packets: 1 },
    ]);
    expect(finding.addresses).to.deep.equal(['192.0.2.10', '2001:db8::10', 'fe80::10']);
    expect(finding.because).to.equal('192.0.2.10, 2001:db8::10 and fe80::10 take part in 94 % of the packets and talk to 2 hosts.');
    expect(directions(mask)).to.deep.equal(['in', 'in', 'in', 'out', 'in', 'out', 'in', '-']);
    expect(finding.candidates[0]).to.deep.include({ addresses: ['192.0.2.10', '2001:db8::10', 'fe80::10'], mac: SERVER });
  });

  it('does not take the clients behind a router for one host', () => {
    const specs = Array.from({ length: 30 }, (_, client): FlowSpec => ({
      from: `10.${client}.0.1:5001`,
      to: '192.0.2.10:80',
      packets: 10,
      macs: { from: ROUTER, to: SERVER },
    }));
    const { finding } = find(specs);
    expect(finding.addresses).to.deep.equal(['192.0.2.10']);
    for (const { addresses } of finding.candidates) expect(addresses).to.have.length(1);
    expect(finding.candidates).to.have.length(20);
  });
});

it('Recorded directions come first', () => {
  const { finding, mask } = find([
    { from: '10.0.0.1:5001', to: '10.0.0.2:80', packets: 50, syn: 'syn', traits: Trait.Outbound },
    { from: '10.0.0.2:80', to: '10.0.0.1:5001', packets: 49, traits: Trait.Inbound },
    { from: '10.0.0.2:80', to: '10.0.0.1:5002', packets: 1 },
    { from: '10.0.0.1:5002', to: '10.0.0.3:80', packets: 1 },
  ]);
  expect(finding.chosenBy).to.equal('recorded-direction');
  expect(finding.addresses).to.deep.equal(['10.0.0.1']);
  expect(finding.because).to.equal('The capture recorded the direction of 98 % of its packets; 10.0.0.1 is where it was taken.');
  expect(directions(mask)).to.deep.equal(['out', 'in', 'in', 'out']);
});

describe('The server, chosen', () => {
  const specs: FlowSpec[] = [
    { from: '10.0.0.8:1', to: '10.0.0.10:80', packets: 5 },
    { from: '10.0.0.10:80', to: '10.0.0.8:1', packets: 4 },
    { from: '10.9.0.1:1', to: '10.0.0.10:80', packets: 1 },
  ];

  it('by hand turns the directions round', () => {
    const { finding, mask } = find(specs, { kind: 'addresses', addresses: [' 10.0.0.8 '] });
    expect(finding.addresses).to.deep.equal(['10.0.0.8']);
    expect(finding.because).to.equal('10.0.0.8 was chosen by hand.');
    expect(directions(mask)).to.deep.equal(['out', 'in', '-']);
  });

  it('as everything receives every frame', () => {
    const { finding, mask } = find(specs, { kind: 'all' });
    expect(directions(mask)).to.deep.equal(['in', 'in', 'in']);
    expect(finding.chosenBy).to.equal('all');
    expect(finding.ingressPackets).to.equal(10);
  });

  const refused: [address: string, because: RegExp][] = [
    ['10.0.0.9', /^10\.0\.0\.9 does not occur in this capture\. The closest are 10\.0\.0\.8, 10\.0\.0\.10 and 10\.9\.0\.1\.$/],
    ['2001:db8::1', /It has no IPv6 addresses/],
    ['10.0.0', /3 numbers/],
  ];
  for (const [address, because] of refused)
    it(`${address} is refused with a reason`, () =>
      expect(() => find(specs, { kind: 'addresses', addresses: [address] })).to.throw(because));
});

it('A capture without frames has no server', () => {
  const { finding } = find([]);
  expect(finding).to.deep.include({ addresses: [], because: 'No frame of this capture names a host.', candidates: [], ingressPackets: 0 });
});

it('Each packet has one direction', () => {
  const specs = Array.from({ length: 200 }, (_, index): FlowSpec => ({
    from: `10.0.${index % 7}.1:${index + 1}`,
    to: `10.0.${index % 5}.2:80`,
    packets: index,
  }));
  const { finding } = find(specs);
  expect(finding.ingressPackets + finding.egressPackets + finding.otherPackets).to.equal((199 * 200) / 2);
});
