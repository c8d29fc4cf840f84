import { describe, it, expect } from '#test';
import { readPasted } from '../../ui/readers/read.ts';
import { expectWhole, reasonsFor, valuesOf } from './expect-reading.ts';
import * as samples from './samples.ts';

const repeated = (queues: readonly number[], times: number) => Array.from({ length: times }, () => queues).flat();

const rows: [name: string, text: string, values: Record<string, unknown>][] = [
  [
    'netsh of 2008',
    samples.netsh2008,
    {
      'windows.netsh.rss': 'enabled',
      'windows.netsh.chimney': 'disabled',
      'tcp.autoTuning': 'restricted',
      'tcp.congestion': 'newreno',
      'tcp.ecn': false,
      'tcp.timestamps': true,
      'os': 'ws2008',
    },
  ],
  [
    'netsh of 2008 R2',
    samples.netsh2008r2,
    {
      'windows.netsh.rss': 'disabled',
      'windows.netsh.chimney': 'automatic',
      'windows.netsh.netdma': 'enabled',
      'windows.netsh.dca': 'disabled',
      'tcp.autoTuning': 'highlyrestricted',
      'tcp.congestion': 'ctcp',
      'tcp.ecn': true,
      'tcp.timestamps': false,
      'os': 'ws2008r2',
    },
  ],
  [
    'netsh of later Windows',
    samples.netshLater,
    {
      'windows.netsh.rss': 'enabled',
      'tcp.autoTuning': 'normal',
      'tcp.ecn': false,
      'tcp.initialRto': '1 s',
      'tcp.synRetransmissions': 4,
    },
  ],
  [
    'Get-NetAdapterRss, two adapters',
    samples.adapterRss,
    {
      'nics[0].rss.enabled': true,
      'nics[0].queues': 4,
      'nics[0].rss.baseProcessor': 2,
      'nics[0].rss.maxProcessors': 4,
      'nics[0].rss.tableEntries': 128,
      'nics[0].rss.table': repeated([0, 1, 2, 3], 32),
      'nics[1].rss.enabled': false,
      'nics[1].rss.maxProcessors': 1,
    },
  ],
  [
    'Get-NetAdapterRss, all properties',
    samples.adapterRssFull,
    {
      'nics[0].rss.enabled': true,
      'nics[0].rss.hashTypes': ['ipv4', 'tcp-ipv4', 'tcp-ipv6'],
      'nics[0].rss.tableEntries': 64,
      'nics[0].rss.baseProcessor': 4,
      'nics[0].rss.maxProcessors': 2,
      'nics[0].rss.numaNode': 1,
    },
  ],
  [
    'Get-NetAdapterRss, table with a heading on two lines',
    samples.adapterRssTable,
    {
      'nics[0].rss.enabled': true,
      'nics[0].queues': 8,
      'nics[0].rss.maxProcessors': 16,
      'nics[1].rss.enabled': false,
      'nics[1].queues': 2,
      'nics[1].rss.maxProcessors': 2,
    },
  ],
  [
    'Get-NetAdapterAdvancedProperty, keywords cut short',
    samples.adapterProperty,
    {
      'nics[0].mtu': 9000,
      'nics[0].receiveDescriptors': 1024,
      'nics[0].transmitDescriptors': 768,
      'nics[0].rss.enabled': true,
      'nics[0].speed': '10 Gb/s',
      'nics[0].checksumOffload': true,
      'nics[0].lsoV2': false,
      'nics[0].moderation': { mode: 'adaptive' },
      'nics[0].vmq.enabled': true,
    },
  ],
  [
    'Get-NetAdapterAdvancedProperty, connection offload and VMQ',
    samples.adapterPropertyOffloads,
    {
      'nics[0].connectionOffload.ipv4': true,
      'nics[0].connectionOffload.ipv6': false,
      'nics[0].vmq.vlanFiltering': false,
      'nics[0].vmq.lookaheadSplit': true,
      'nics[0].vmq.preference': 'vmq',
      'nics[0].rss.baseGroup': 0,
    },
  ],
  ['Get-NetAdapterVmq', samples.adapterVmq, { 'nics[0].vmq.enabled': true, 'nics[0].capabilities.vmqQueues': 31 }],
  ['Get-NetAdapterVmq as a list', samples.adapterVmqList, { 'nics[0].vmq.enabled': false, 'nics[0].capabilities.vmqQueues': 0 }],
  [
    'netsh ip show offload',
    samples.netshOffload,
    {
      'nics[0].checksumOffload': true,
      'nics[0].lsoV1': false,
      'nics[0].lsoV2': true,
      'nics[1].checksumOffload': false,
      'nics[1].lsoV1': true,
      'nics[1].lsoV2': true,
    },
  ],
  ['netsh ip show global', samples.netshIpGlobal, { 'windows.netsh.taskOffload': 'disabled' }],
  ['netsh tcp show heuristics', samples.netshHeuristics, { 'windows.netsh.windowScaling': 'disabled' }],
  ['netsh tcp show chimneystats, disabled', samples.netshChimneyOff, { 'windows.netsh.chimney': 'disabled' }],
  [
    'chimney tables of the emulated prompt',
    samples.netshChimneyTables,
    {
      'windows.chimneyPorts': [{ localPort: 80 }, { state: 'disabled', remotePort: 3260 }],
      'windows.chimneyApplications': [{ application: 'C:\\Program Files\\a.exe' }],
      'nics[0].capabilities.chimneyConnections': 1024,
    },
  ],
  [
    'systeminfo of 2008 R2',
    samples.systeminfo2008r2,
    {
      'os': 'ws2008r2',
      'processors.sockets': 2,
      'processors.clock': '2660 MHz',
      'processors.class': 'nehalem',
      'memory': '49142 MiB',
      'windows.edition': 'enterprise',
      'windows.platform': 'x64',
      'windows.updates': ['SP1', 'KB 2519736', 'KB 2525390'],
    },
  ],
  [
    'systeminfo of 2008',
    samples.systeminfo2008,
    {
      'os': 'ws2008',
      'processors.sockets': 1,
      'processors.clock': '2400 MHz',
      'processors.class': 'k10',
      'memory': '8190 MiB',
      'windows.edition': 'standard',
      'windows.updates': ['SP2'],
    },
  ],
  [
    'systeminfo of 2003 SP2',
    samples.systeminfo2003,
    {
      'os': 'ws2003sp2',
      'processors.clock': '3200 MHz',
      'processors.class': 'netburst',
      'memory': '2047 MiB',
      'windows.edition': 'standard',
      'windows.updates': ['SP2'],
    },
  ],
  ['wmic, two packages', samples.wmicCores, { 'processors.sockets': 2, 'processors.coresPerSocket': 6, 'processors.threadsPerCore': 2 }],
  [
    'wmic with the name',
    samples.wmicNamed,
    {
      'processors.sockets': 1,
      'processors.coresPerSocket': 6,
      'processors.threadsPerCore': 2,
      'processors.clock': '2.67 GHz',
      'processors.class': 'nehalem',
    },
  ],
  ['wmic with /value', samples.wmicValue, { 'processors.sockets': 1, 'processors.coresPerSocket': 8, 'processors.threadsPerCore': 1 }],
];

describe('outputs of Windows', () => {
  for (const [name, text, values] of rows)
    it(`${name}: each value at its place`, () => {
      expect(valuesOf(expectWhole(text))).to.deep.equal(values);
    });

  it('updates that change something are taken first, and what is no update is listed', () => {
    const many = Array.from({ length: 90 }, (_, index) => `[${index + 1}]: KB${3_000_000 + index}`);
    const text = samples.systeminfo2008r2
      .replace('2 Hotfix(s)', '93 Hotfix(s)')
      .replace('[01]: KB2519736', [...many, '[91]: Q147222', '[92]: KB2519736'].join(`\n${' '.repeat(27)}`));
    const reading = expectWhole(text);
    const updates = valuesOf(reading)['windows.updates'] as string[];
    expect(updates).to.have.length(64);
    expect(updates).to.include.members(['SP1', 'KB 2519736', 'KB 2525390']);
    expect(reasonsFor(reading, 'Q147222')[0]).to.contain('not the number of an update');
    expect(reasonsFor(reading, 'KB3000089')[0]).to.contain('room for 64');
  });

  it('a hypervisor below a computer that is no virtual machine is Hyper-V', () => {
    const detected = 'Hyper-V Requirements:      A hypervisor has been detected. Features required for Hyper-V will not be displayed.\n';
    expect(valuesOf(expectWhole(samples.systeminfo2008r2 + detected))['windows.roles.hyperV']).to.equal(true);
    const guest = expectWhole(
      `${samples.systeminfo2008r2.replace('System Type', 'System Model:              Virtual Machine\nSystem Type')}${detected}`,
    );
    expect(valuesOf(guest)).to.not.have.property('windows.roles.hyperV');
    expect(reasonsFor(guest, 'Requirements')[0]).to.contain('virtual machine');
    const able = expectWhole(`${samples.systeminfo2008r2}Hyper-V Requirements:      VM Monitor Mode Extensions: Yes\n`);
    expect(reasonsFor(able, 'Requirements')[0]).to.contain('not in the text');
  });

  it('an interface without offloads, and a part of the checksums, are no settings', () => {
    const reading = expectWhole(samples.netshOffload);
    expect(reasonsFor(reading, 'Loopback')[0]).to.contain('No task offload');
    const part = expectWhole(samples.netshOffload.replace('udp receive checksum supported.\n', ''));
    expect(valuesOf(part)).to.not.have.property('nics[0].checksumOffload', true);
    expect(reasonsFor(part, 'checksum')).to.have.length(5);
  });

  it('the notice of scaling heuristics is listed, both lines of it', () => {
    const notice =
      '** The above autotuninglevel setting is the result of Windows Scaling heuristics\noverriding any local/policy configuration on at least one profile.\n';
    const reading = expectWhole(samples.netsh2008r2 + notice);
    expect(reading.left.filter(({ reason }) => reason.includes('heuristics'))).to.have.length(2);
  });

  it('processors of another group, and none at all, are no settings', () => {
    const reading = readPasted(samples.adapterRss);
    expect(reasonsFor(reading, ': 1:0')[0]).to.contain('group 0');
    expect(reasonsFor(reading, 'NumberOfReceiveQueues')).to.deep.equal(['Zero: the adapter reports none.']);
  });

  it('checksum properties that differ are listed, not chosen from', () => {
    const text = samples.adapterProperty.replace(/(TCP Checksum Offload \(IPv6\).*)\{3\}/, '$1{1}');
    const reading = expectWhole(text);
    expect(valuesOf(reading)).to.not.have.property('nics[0].checksumOffload');
    expect(reasonsFor(reading, 'Checksum Offload')).to.have.length(3);
  });

  it('Windows Server 2003 without Service Pack 2, and Windows 7, are none of the emulated', () => {
    const bare = readPasted(samples.systeminfo2003.replace('Service Pack 2', 'Service Pack 1'));
    expect(valuesOf(bare)).to.not.have.property('os');
    const client = readPasted(samples.systeminfo2008r2.replace('Windows Server 2008 R2 Enterprise', 'Windows 7 Professional'));
    expect(reasonsFor(client, 'OS Name')[0]).to.contain('no Windows Server');
  });

  it('a value that the document does not take is listed with what it takes', () => {
    const reading = expectWhole(samples.adapterProperty.replaceAll('1024', '8192'));
    expect(reasonsFor(reading, 'Receive Buffers')[0]).to.contain('8 to 4096');
  });

  it('netstat gives connections, with -o their process', () => {
    const { connections } = expectWhole(samples.netstat);
    expect(connections.map(({ local, state, offload, pid }) => [local, state, offload, pid])).to.deep.equal([
      ['192.0.2.10:445', 'ESTABLISHED', 'Offloaded', null],
      ['192.0.2.10:3260', 'CLOSE_WAIT', 'InHost', null],
      ['[2001:db8::10]:80', 'TIME_WAIT', 'Uploading', null],
    ]);
    const withPid = expectWhole(samples.netstatWithPid);
    expect(withPid.connections.map(({ pid, offload }) => [pid, offload])).to.deep.equal([
      [812, 'InHost'],
      [4, 'Offloading'],
    ]);
    expect(reasonsFor(withPid, 'UDP')).to.have.length(1);
  });

  it('netstat without -t says what is missing', () => {
    const reading = expectWhole(samples.netstat.replace(/ {11}Offload State/, '').replace(/ +(InHost|Offloaded|Uploading) */g, ''));
    expect(reading.connections).to.have.length(0);
    expect(reading.parts[0]!.kind).to.equal('netstat');
    expect(reasonsFor(reading, 'ESTABLISHED')[0]).to.contain('-t');
  });

  it('a registry export is recognised and handed over whole', () => {
    const [part] = expectWhole(samples.reg).parts;
    expect(part!.kind).to.equal('reg');
    expect(part!.handOver!.text.replaceAll('\r\n', '\n')).to.equal(samples.reg);
  });
});
