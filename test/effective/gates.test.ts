// Every gate of every feature: the documented order, and that each can fail alone.

import { describe, it, expect } from '#test';
import { type FeatureId, featureIds } from '../../ui/effective/feature-list.ts';
import { features, featureState } from '../../ui/effective/features.ts';
import { SCOPES } from '../../ui/effective/gates.ts';
import type { OsId } from '../../ui/effective/os/versions.ts';
import { applyChanges } from '../../ui/effective/setting-paths.ts';
import { changed, expectState, readySettings, type Values } from './settings.ts';

interface Row {
  gate: string;
  /** What makes the gate fail when everything else is as it should be. */
  breaks: Values;
  /** A version that has the gate and in which it can fail. */
  os?: OsId;
  /** Further values that have to be so. */
  given?: Values;
}

const never = { state: 'disabled', localPort: null, remotePort: 445 } as const;

const hyperVRows: readonly Row[] = [
  { gate: 'platform', breaks: { 'host.platform': 'itanium' } },
  { gate: 'edition', breaks: { 'host.edition': 'web' } },
  { gate: 'hyper-v', breaks: { 'host.roles.hyperV': false } },
];
const machineRows: readonly Row[] = [
  { gate: 'network', breaks: { 'virtualMachine.network': 'internal' } },
  { gate: 'synthetic', breaks: { 'virtualMachine.adapter': 'legacy' } },
  { gate: 'guest', breaks: { 'virtualMachine.guest': 'older' }, given: { 'virtualMachine.chimney': 'enabled' } },
  {
    gate: 'integration-services',
    breaks: { 'virtualMachine.integrationServices': false },
    given: { 'virtualMachine.guest': 'ws2008', 'virtualMachine.chimney': 'enabled' },
  },
  { gate: 'optimizations', breaks: { 'virtualMachine.optimizations': false } },
];
const taskOffloadRows: readonly Row[] = [
  { gate: 'task-offload-netsh', breaks: { 'host.netsh.taskOffload': 'disabled' } },
  { gate: 'task-offload-registry', breaks: { 'host.registry.DisableTaskOffload': 1 } },
];
const checksumRows: readonly Row[] = [
  { gate: 'checksum-capability', breaks: { 'adapter.capabilities.checksum': false } },
  { gate: 'checksum-property', breaks: { 'adapter.properties.checksum': false } },
];
const teamRow: Row = { gate: 'team', breaks: { 'adapter.team.member': true } };
const connectionRows = (mode: Values, filters: readonly Row[]): readonly Row[] => [
  { gate: 'path', breaks: { 'connection.path': 'netft' } },
  { gate: 'family-capability', breaks: { 'connection.family': 'ipv6' }, given: { 'adapter.capabilities.chimneyIPv6': false, 'connection.family': 'ipv4' } },
  { gate: 'family-property', breaks: { 'connection.family': 'ipv6' }, given: { 'adapter.properties.chimneyIPv6': false, 'connection.family': 'ipv4' } },
  { gate: 'opened-before', breaks: { 'connection.openedBefore': true } },
  { gate: 'state', breaks: { 'connection.state': 'syn-sent' } },
  { gate: 'ipsec', breaks: { 'connection.ipsec': true }, given: { 'host.software.ipsecPolicy': true } },
  { gate: 'firewall-upload', breaks: { 'connection.uploadedByFirewall': true } },
  ...filters,
  { gate: 'automatic-round-trip', breaks: { 'connection.roundTripMs': 20 }, given: mode },
  { gate: 'automatic-bytes', breaks: { 'connection.bytesMoved': 133_119 }, given: mode },
  { gate: 'room', breaks: { 'adapter.offloadedConnections': 1024 } },
]; // prettier-ignore

/** Rows in the documented order. A row without breaks is a gate that cannot fail for the feature. */
const walks: Readonly<Record<FeatureId, readonly Row[]>> = {
  'rss': [
    { gate: 'version', breaks: {} },
    { gate: 'processors', breaks: { 'host.processors.cores': 1 } },
    { gate: 'nlb', breaks: { 'host.roles.nlb': true }, os: 'ws2003sp2' },
    { gate: 'nat', breaks: { 'host.roles.nat': true }, os: 'ws2003sp2' },
    { gate: 'os-switch', breaks: { 'host.netsh.rss': 'disabled' } },
    { gate: 'capability', breaks: { 'adapter.capabilities.rss': false } },
    { gate: 'driver', breaks: { 'adapter.driverNdis': '5.1' } },
    { gate: 'binding', breaks: { 'adapter.binding': 'virtual-switch' } },
    { gate: 'preference', breaks: { 'adapter.properties.rssOrVmqPreference': 1 } },
    { gate: 'property', breaks: { 'adapter.properties.rss': false } },
    ...checksumRows,
    teamRow,
    { gate: 'group', breaks: { 'adapter.properties.rssBaseProcGroup': 1 } },
  ],
  'vmq': [
    { gate: 'version', breaks: { 'host.os': 'ws2008' } },
    ...hyperVRows,
    { gate: 'capability', breaks: { 'adapter.capabilities.vmqQueues': 0 } },
    { gate: 'msi-x', breaks: { 'adapter.capabilities.msiX': false } },
    { gate: 'driver', breaks: { 'adapter.driverNdis': '6.1' } },
    { gate: 'binding', breaks: { 'adapter.binding': 'tcpip' } },
    teamRow,
    { gate: 'property', breaks: { 'adapter.properties.vmq': false } },
    { gate: 'registry', breaks: { 'host.registry.TenGigVmqEnabled': 0 } },
    { gate: 'preference', breaks: { 'adapter.properties.rssOrVmqPreference': 0 } },
    ...machineRows,
    { gate: 'vlan', breaks: { 'virtualMachine.vlan': 7 }, given: { 'adapter.properties.vmqVlanFiltering': false } },
    { gate: 'queue-left', breaks: { 'virtualMachine.queuesTaken': 16 } },
  ],
  'chimney': [
    { gate: 'version', breaks: {} },
    { gate: 'hyper-v', breaks: { 'host.roles.hyperV': true }, os: 'ws2008' },
    { gate: 'nlb', breaks: { 'host.roles.nlb': true } },
    { gate: 'nat', breaks: { 'host.roles.nat': true } },
    { gate: 'ipsec-policy', breaks: { 'host.software.ipsecPolicy': true }, os: 'ws2008' },
    { gate: 'other-firewall', breaks: { 'host.software.otherFirewall': 'no-offload' } },
    { gate: 'os-switch', breaks: { 'host.netsh.chimney': 'disabled' } },
    { gate: 'mode', breaks: { 'host.netsh.chimney': 'automatic' }, os: 'ws2008' },
    { gate: 'capability', breaks: { 'adapter.capabilities.chimneyIPv4': false }, given: { 'adapter.capabilities.chimneyIPv6': false } },
    { gate: 'driver', breaks: { 'adapter.driverNdis': '5.1' } },
    { gate: 'property', breaks: { 'adapter.properties.chimneyIPv4': false }, given: { 'adapter.properties.chimneyIPv6': false } },
    teamRow,
    { gate: 'automatic-link', breaks: { 'adapter.linkBps': 1e9 }, given: { 'host.netsh.chimney': 'automatic' } },
    ...connectionRows({ 'host.netsh.chimney': 'automatic' }, [
      { gate: 'ports', breaks: { 'host.chimneyPorts': [never] } },
      { gate: 'application', breaks: { 'host.chimneyApplications': [{ state: 'disabled', application: 'SYSTEM' }] } },
    ]),
  ],
  'vm-chimney': [
    { gate: 'version', breaks: { 'host.os': 'ws2008' } },
    ...hyperVRows,
    { gate: 'capability', breaks: { 'adapter.capabilities.chimneyIPv4': false }, given: { 'adapter.capabilities.chimneyIPv6': false } },
    { gate: 'driver', breaks: { 'adapter.driverNdis': '5.1' } },
    { gate: 'binding', breaks: { 'adapter.binding': 'tcpip' } },
    { gate: 'property', breaks: { 'adapter.properties.chimneyIPv4': false }, given: { 'adapter.properties.chimneyIPv6': false } },
    teamRow,
    { gate: 'automatic-link', breaks: { 'adapter.linkBps': 1e9 } },
    ...machineRows,
    { gate: 'guest-switch', breaks: { 'virtualMachine.chimney': 'disabled' } },
    {
      gate: 'guest-mode',
      breaks: { 'virtualMachine.chimney': 'automatic' },
      given: { 'virtualMachine.guest': 'ws2008', 'virtualMachine.chimney': 'enabled' },
    },
    ...connectionRows({}, []),
  ],
  'netdma': [
    { gate: 'version', breaks: { 'host.os': 'later' } },
    { gate: 'platform', breaks: { 'host.platform': 'itanium' } },
    { gate: 'chipset', breaks: { 'host.chipset.ioat': false } },
    { gate: 'firmware', breaks: { 'host.firmware.ioat': false } },
    { gate: 'os-switch', breaks: { 'host.netsh.netdma': 'disabled' } },
    { gate: 'rss-switch', breaks: { 'host.netsh.rss': 'disabled' } },
    { gate: 'rss-property', breaks: { 'adapter.properties.rss': false } },
    { gate: 'chimney', breaks: { 'host.netsh.chimney': 'enabled' } },
  ],
  'dca': [
    { gate: 'version', breaks: { 'host.os': 'ws2008' } },
    { gate: 'platform', breaks: { 'host.platform': 'itanium' } },
    { gate: 'chipset', breaks: { 'host.chipset.ioat': false } },
    { gate: 'firmware', breaks: { 'host.firmware.ioat': false } },
    { gate: 'os-switch', breaks: { 'host.netsh.netdma': 'disabled' } },
    { gate: 'rss-switch', breaks: { 'host.netsh.rss': 'disabled' } },
    { gate: 'dca-chipset', breaks: { 'host.chipset.dca': false } },
    { gate: 'dca-firmware', breaks: { 'host.firmware.dca': false } },
    { gate: 'dca-switch', breaks: { 'host.netsh.dca': 'disabled' } },
  ],
  'checksum': [{ gate: 'version', breaks: {} }, ...taskOffloadRows, ...checksumRows],
  'lso-v1': [
    { gate: 'version', breaks: {} },
    ...taskOffloadRows,
    ...checksumRows,
    { gate: 'capability', breaks: { 'adapter.capabilities.lsoV1': false } },
    { gate: 'property', breaks: { 'adapter.properties.lsoV1': false } },
  ],
  'lso-v2': [
    { gate: 'version', breaks: { 'host.os': 'ws2003sp2' } },
    ...taskOffloadRows,
    { gate: 'driver', breaks: { 'adapter.driverNdis': '5.2' } },
    ...checksumRows,
    { gate: 'capability', breaks: { 'adapter.capabilities.lsoV2': false } },
    { gate: 'property', breaks: { 'adapter.properties.lsoV2': false } },
  ],
  'moderation': [
    { gate: 'version', breaks: {} },
    { gate: 'capability', breaks: { 'adapter.capabilities.moderation': false } },
    { gate: 'property', breaks: { 'adapter.properties.moderation': false } },
  ],
};

describe('gates of a feature', () => {
  for (const feature of featureIds) {
    it(`${feature}: stand in the documented order, wide scopes first`, () => {
      const { gates } = features[feature];
      expect(gates.map(({ id }) => id)).to.deep.equal(walks[feature].map(({ gate }) => gate));
      expect(new Set(gates.map(({ id }) => id)).size, 'each id once').to.equal(gates.length);
      const scopes = gates.map(({ scope }) => SCOPES.indexOf(scope));
      expect(scopes).to.deep.equal(scopes.toSorted((one, other) => one - other));
    });

    it(`${feature}: each can fail alone, and its change passes it`, () => {
      for (const { gate, breaks, os, given } of walks[feature]) {
        const row = `${feature}, ${gate}`;
        const good = readySettings(feature, os, given);
        expectState(feature, good, 'on', `${row}: before`, 'connection');
        if (!Object.keys(breaks).length) continue;
        const bad = changed(good, breaks);
        const state = expectState(feature, bad, `off at ${gate}`, row, 'connection');
        const at = state.gates.findIndex(({ id }) => id === gate);
        for (const [index, { state: verdict, change }] of state.gates.entries()) {
          expect(verdict, `${row}: gate ${index}`).to.equal(index < at ? 'passed' : index > at ? 'not-reached' : 'failed');
          expect(change !== null, `${row}: change of gate ${index}`).to.equal(index === at);
        }
        const mended = featureState(feature, applyChanges(bad, [state.failed!.change!]), 'connection');
        expect(mended.failed, `${row}: after its change`).to.equal(null);
      }
    });
  }

  it('of a narrower scope are not asked about', () => {
    const settings = readySettings('chimney', 'ws2008r2', { 'connection.state': 'listen' });
    expectState('chimney', settings, 'on', 'the adapter', 'adapter');
    expectState('chimney', settings, 'off at state', 'the connection', 'connection');
    const machine = readySettings('vmq', 'ws2008r2', { 'virtualMachine.guest': 'older' });
    expectState('vmq', machine, 'on', 'the adapter', 'adapter');
    expectState('vmq', machine, 'off at guest', 'the virtual machine');
  });

  it('say what they require in a sentence, and name their evidence', () => {
    for (const feature of featureIds)
      for (const { id, sentence, evidence } of featureState(feature, readySettings(feature), 'connection').gates) {
        expect(sentence, `${feature}, ${id}`).to.match(/^[A-Z].*\.$/);
        const [[kind, text]] = Object.entries(evidence) as [[string, string]];
        expect(['source', 'assumed'], `${feature}, ${id}`).to.include(kind);
        expect(text.length, `${feature}, ${id}`).to.be.greaterThan(5);
      }
  });
});

describe('a chimney connection', () => {
  const offloadable = ['established', 'fin-wait-1', 'fin-wait-2', 'close-wait', 'closing', 'last-ack'] as const;
  const refused = ['closed', 'listen', 'syn-sent', 'syn-received', 'time-wait'] as const;
  // Source: TCP_OFFLOAD_STATE_DELEGATED
  it('is offloaded in the states from ESTABLISHED to LAST_ACK only', () => {
    for (const state of offloadable)
      expectState('chimney', readySettings('chimney', 'ws2008', { 'connection.state': state }), 'on', state, 'connection');
    for (const state of refused)
      expectState('chimney', readySettings('chimney', 'ws2008', { 'connection.state': state }), 'off at state', state, 'connection');
  });

  it('meets the first filter that fits it', () => {
    const enabled = { state: 'enabled', localPort: null, remotePort: 445 } as const;
    const other = { state: 'disabled', localPort: 80, remotePort: null } as const;
    for (const [ports, expected] of [
      [[never, enabled], 'off at ports'],
      [[enabled, never], 'on'],
      [[other], 'on'],
    ] as const)
      expectState(
        'chimney',
        readySettings('chimney', 'ws2008', { 'host.chimneyPorts': ports }),
        expected,
        JSON.stringify(ports),
        'connection',
      );
  });

  it('meets the three thresholds exactly at 10 Gb/s and 130 KB, and below 20 ms', () => {
    const edge = { 'connection.roundTripMs': 19, 'connection.bytesMoved': 133_120, 'host.netsh.chimney': 'automatic' } as const;
    expectState('chimney', readySettings('chimney', 'ws2008r2', edge), 'on', '10 Gb/s, 19 ms, 133,120 bytes', 'connection');
  });

  it('follows thresholds that can be changed', () => {
    const slow = readySettings('chimney', 'ws2008r2', { 'host.netsh.chimney': 'automatic', 'adapter.linkBps': 1e9 });
    expectState('chimney', slow, 'off at automatic-link', '1 Gb/s');
    expectState('chimney', changed(slow, { 'assumptions.chimneyAutomatic.linkBps': 1e9 }), 'on', 'threshold 1 Gb/s');
  });
});
