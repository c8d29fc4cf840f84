import { describe, it, expect } from '#test';
import { adapterInstance, instanceNames } from '../../ui/counters/instances.ts';
import { objectsOf, performanceObjects, type CounterKind, type WindowsVersion } from '../../ui/counters/objects.ts';

/** Names of the counters of an object by version; the same object in the same version is the same list. */
const namesOf = (version: WindowsVersion, object: string): string[] | undefined =>
  objectsOf(version)
    .find(({ name }) => name === object)
    ?.counters.map(({ name }) => name);

// Property names of the class dump of NT 6.1, with /sec for Persec.
const cardActivity = [
  'Build Scatter Gather List Calls/sec',
  'DPCs Queued/sec',
  'Interrupts/sec',
  'Low Resource Received Packets/sec',
  'Low Resource Receive Indications/sec',
  'Received Packets/sec',
  'Receive Indications/sec',
  'Returned Packets/sec',
  'Return Packet Calls/sec',
  'RSS Indirection Table Change Calls/sec',
  'Send Complete Calls/sec',
  'Send Request Calls/sec',
  'Sent Complete Packets/sec',
  'Sent Packets/sec',
  'Tcp Offload Receive bytes/sec',
  'Tcp Offload Receive Indications/sec',
  'Tcp Offload Send bytes/sec',
  'Tcp Offload Send Request Calls/sec',
];

const networkInterface =
  'Bytes Received/sec; Bytes Sent/sec; Bytes Total/sec; Current Bandwidth; Offloaded Connections; Output Queue Length; Packets/sec; Packets Outbound Discarded; Packets Outbound Errors; Packets Received Discarded; Packets Received Errors; Packets Received Non-Unicast/sec; Packets Received/sec; Packets Received Unicast/sec; Packets Received Unknown; Packets Sent Non-Unicast/sec; Packets Sent/sec; Packets Sent Unicast/sec';

const tcp =
  'Connection Failures; Connections Active; Connections Established; Connections Passive; Connections Reset; Segments/sec; Segments Received/sec; Segments Retransmitted/sec; Segments Sent/sec';

const processor = '% Processor Time; % Privileged Time; % DPC Time; % Interrupt Time; DPCs Queued/sec; DPC Rate; Interrupts/sec';

const ofR2: Record<string, string[]> = {
  'Processor': processor.split('; '),
  'Processor Information': [...processor.split('; '), 'Parking Status'],
  'Network Interface': networkInterface.split('; '),
  'Per Processor Network Interface Card Activity': cardActivity,
  'Per Processor Network Activity Cycles': [
    'Build Scatter Gather Cycles/sec',
    'Interrupt Cycles/sec',
    'Interrupt DPC Cycles/sec',
    'Miniport Return Packet Cycles/sec',
    'Miniport RSS Indirection Table Change Cycles',
    'Miniport Send Cycles/sec',
    'NDIS Receive Indication Cycles/sec',
    'NDIS Return Packet Cycles/sec',
    'NDIS Send Complete Cycles/sec',
    'NDIS Send Cycles/sec',
    'Stack Receive Indication Cycles/sec',
    'Stack Send Complete Cycles/sec',
  ],
  'TCPv4': tcp.split('; '),
  'TCPv6': tcp.split('; '),
  'IPv4': ['Datagrams Received/sec', 'Datagrams Sent/sec'],
  'IPv6': ['Datagrams Received/sec', 'Datagrams Sent/sec'],
  'Hyper-V Virtual Network Adapter':
    'Bytes/sec; Bytes Received/sec; Bytes Sent/sec; Packets/sec; Packets Received/sec; Packets Sent/sec; Dropped Packets Incoming/sec; Dropped Packets Outgoing/sec'.split(
      '; ',
    ),
  'Hyper-V Virtual Switch':
    'Bytes/sec; Bytes Received/sec; Bytes Sent/sec; Packets/sec; Broadcast Packets Received/sec; Broadcast Packets Sent/sec; Directed Packets Received/sec; Directed Packets Sent/sec; Dropped Packets Incoming/sec; Dropped Packets Outgoing/sec'.split(
      '; ',
    ),
  'Hyper-V Hypervisor Logical Processor': ['% Total Run Time', '% Guest Run Time', '% Hypervisor Run Time'],
};

describe('performance objects', () => {
  for (const [object, names] of Object.entries(ofR2))
    it(`of Windows Server 2008 R2: ${object} has the counters of the sources`, () => {
      expect(namesOf('ws2008r2', object)).to.deep.equal(names);
    });

  it('are no more than those', () => {
    expect(
      objectsOf('ws2008r2')
        .map(({ name }) => name)
        .sort(),
    ).to.deep.equal(Object.keys(ofR2).sort());
    expect([cardActivity.length, ofR2['Per Processor Network Activity Cycles']!.length]).to.deep.equal([18, 12]);
  });

  it('of earlier versions lack what is new in Windows Server 2008 R2', () => {
    expect(namesOf('ws2008', 'Network Interface')).to.deep.equal(
      ofR2['Network Interface']!.filter((name) => name !== 'Offloaded Connections'),
    );
    expect(namesOf('ws2008', 'Per Processor Network Interface Card Activity')).to.deep.equal(cardActivity.slice(0, 14));
    for (const name of ['Processor Information', 'Hyper-V Virtual Switch']) expect(namesOf('ws2008', name), name).to.equal(undefined);
    expect(namesOf('ws2008', 'Processor')).to.deep.equal(ofR2['Processor']);
    for (const name of ['Per Processor Network Interface Card Activity', 'Per Processor Network Activity Cycles'])
      expect(namesOf('ws2003sp2', name), name).to.equal(undefined);
  });

  it('of no version have what came later', () => {
    const all = performanceObjects.flatMap(({ name, counters }) => [name, ...counters.map((counter) => counter.name)]);
    for (const name of ['DPCs Deferred/sec', 'DPCs Queued on Other CPUs/sec', 'Packets Coalesced/sec', 'Interrupt DPC Latency Cycles/sec'])
      expect(all).to.not.include(name);
    for (const name of ['TCP Active RSC Connections', 'Network Adapter', 'TCPIP Performance Diagnostics']) expect(all).to.not.include(name);
  });

  it('mark as assumed what no source of the version says', () => {
    const object = (name: string) => performanceObjects.find((one) => one.name === name)!;
    expect(object('Per Processor Network Activity Cycles').versions.ws2008).to.have.property('assumed');
    expect(object('Per Processor Network Activity Cycles').versions.ws2008r2).to.have.property('source');
    expect(object('Hyper-V Virtual Switch').versions.ws2008r2).to.have.property('assumed');
    const offload = object('Per Processor Network Interface Card Activity').counters.filter(({ name }) => name.startsWith('Tcp Offload'));
    for (const { evidence } of offload) expect(evidence).to.have.property('assumed');
  });

  it('have counters of the kind that their names say', () => {
    const exceptions: Record<string, CounterKind> = { 'Miniport RSS Indirection Table Change Cycles': 'rate' };
    for (const { counters } of performanceObjects)
      for (const { name, kind, unit, explanation } of counters) {
        if (name.endsWith('/sec')) expect(kind, name).to.equal('rate');
        else if (name.startsWith('%')) expect(kind, name).to.equal('percent');
        else expect(kind, name).to.be.oneOf([exceptions[name] ?? 'gauge', exceptions[name] ?? 'raw']);
        expect(unit.endsWith('/s') && unit !== 'bit/s', name).to.equal(kind === 'rate');
        expect(explanation, name).to.match(/^[A-Z0-9][^]{10,}\.$/);
      }
  });
});

describe('instances', () => {
  const host = { processors: 2, adapters: ['Intel(R) PRO/1000 MT', 'Intel(R) PRO/1000 MT #2'], virtualAdapters: ['VM1_Network Adapter'] };

  it('have the names that Windows shows', () => {
    expect(instanceNames('none', host)).to.deep.equal(['']);
    expect(instanceNames('adapter', host)).to.deep.equal(['Intel[R] PRO_1000 MT', 'Intel[R] PRO_1000 MT _2']);
    expect(instanceNames('processor', host)).to.deep.equal(['0', '1', '_Total']);
    expect(instanceNames('group processor', host)).to.deep.equal(['0,0', '0,1', '0,_Total', '_Total']);
    expect(instanceNames('processor and adapter', host).slice(2)).to.deep.equal(['1, Intel(R) PRO/1000 MT', '1, Intel(R) PRO/1000 MT _2']);
    expect(instanceNames('virtual adapter', host)).to.deep.equal(['VM1_Network Adapter']);
    expect(instanceNames('virtual switch', host)).to.deep.equal([]);
    expect(instanceNames('hypervisor processor', host)).to.deep.equal(['Hv LP 0', 'Hv LP 1', '_Total']);
    expect(adapterInstance('a\\b')).to.equal('a_b');
  });
});
