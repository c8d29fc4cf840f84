// What stands against what: every pair of the interaction matrix, for each version that has both, with its source.
// Left to the tests of the packet path: fragments, and that the hash does not look at the VLAN tag.

import { describe, it, expect } from '#test';
import { featureState } from '../../ui/effective/features.ts';
import type { FeatureId } from '../../ui/effective/feature-list.ts';
import type { Scope } from '../../ui/effective/gates.ts';
import type { OsId } from '../../ui/effective/os/versions.ts';
import { changed, readySettings, stateText, type Values } from './settings.ts';

interface Row {
  pair: string;
  source: string;
  versions: readonly OsId[];
  feature: FeatureId;
  values: Values;
  /** "on", or the gate at which the feature is off. */
  expected: 'on' | `off at ${string}`;
  upTo?: Scope;
  /** Setting that a note of the feature names. */
  note?: string;
  /** The pair is not documented; the product says so. */
  assumed?: true;
}

const both = ['ws2008', 'ws2008r2'] as const;
const all = ['ws2003sp2', 'ws2008', 'ws2008r2'] as const;
const R2 = ['ws2008r2'] as const;
const KB951037 = 'KB 951037';
const COMPATIBILITY = 'gg162698';
const KEYWORDS = 'Standardized INF keywords for VMQ';
const team = { 'adapter.team.member': true } as const;

const rows: readonly Row[] = [
  // Features among each other
  { pair: 'chimney, VMQ', source: 'SCVMM', versions: R2, feature: 'vmq', values: { 'adapter.offloadedConnections': 5 }, expected: 'on', note: 'adapter.offloadedConnections', assumed: true },
  { pair: 'VMQ, VM Chimney', source: 'SCVMM', versions: R2, feature: 'vm-chimney', values: { 'adapter.properties.rssOrVmqPreference': 1, 'host.registry.TenGigVmqEnabled': 1 }, expected: 'on' },
  { pair: 'chimney, RSS', source: 'TCP_OFFLOAD_STATE_CONST', versions: all, feature: 'chimney', values: {}, expected: 'on' },
  { pair: 'RSS, chimney', source: 'TCP_OFFLOAD_STATE_CONST', versions: all, feature: 'rss', values: { 'adapter.offloadedConnections': 5 }, expected: 'on', note: 'adapter.offloadedConnections' },
  { pair: 'NetDMA, chimney: offloaded', source: 'gg162716', versions: both, feature: 'netdma', values: { 'host.netsh.chimney': 'enabled', 'adapter.properties.chimneyIPv4': true }, expected: 'off at chimney', upTo: 'connection', assumed: true },
  { pair: 'NetDMA, chimney: offloaded', source: 'gg162716', versions: ['ws2003sp2'], feature: 'netdma', values: { 'host.registry.EnableTCPChimney': 1 }, expected: 'off at chimney', upTo: 'connection', assumed: true },
  { pair: 'NetDMA, chimney: in host', source: 'gg162716', versions: both, feature: 'netdma', values: { 'host.netsh.chimney': 'enabled', 'connection.state': 'listen' }, expected: 'on', upTo: 'connection' },
  { pair: 'NetDMA, chimney: both switches', source: 'show global of 2008 R2', versions: R2, feature: 'netdma', values: { 'host.netsh.chimney': 'automatic' }, expected: 'on' },
  { pair: 'VMQ, RSS: preference VMQ', source: KEYWORDS, versions: R2, feature: 'rss', values: { 'adapter.properties.rssOrVmqPreference': 1 }, expected: 'off at preference' },
  { pair: 'VMQ, RSS: preference RSS', source: KEYWORDS, versions: R2, feature: 'vmq', values: { 'adapter.properties.rssOrVmqPreference': 0 }, expected: 'off at preference' },
  { pair: 'VMQ, RSS: bound to the switch', source: KEYWORDS, versions: R2, feature: 'rss', values: { 'adapter.binding': 'virtual-switch' }, expected: 'off at binding' },
  { pair: 'VMQ, RSS: bound to TCP/IP', source: KEYWORDS, versions: R2, feature: 'vmq', values: { 'adapter.binding': 'tcpip' }, expected: 'off at binding' },
  { pair: 'VMQ, RSS: *RSS is not read', source: KEYWORDS, versions: R2, feature: 'vmq', values: { 'adapter.properties.rss': false }, expected: 'on' },
  { pair: 'NetDMA, RSS of the system', source: 'Intel', versions: both, feature: 'netdma', values: { 'host.netsh.rss': 'disabled' }, expected: 'off at rss-switch' },
  { pair: 'NetDMA, RSS of the adapter', source: 'Intel', versions: all, feature: 'netdma', values: { 'adapter.properties.rss': false }, expected: 'off at rss-property' },
  { pair: 'RSS, checksum', source: 'KB 2643970', versions: all, feature: 'rss', values: { 'adapter.properties.checksum': false }, expected: 'off at checksum-property' },

  // Windows Firewall, other firewalls
  { pair: 'chimney, Windows Firewall', source: KB951037, versions: all, feature: 'chimney', values: { 'host.software.windowsFirewall': true }, expected: 'on', upTo: 'connection' },
  { pair: 'chimney, rule that uploads', source: COMPATIBILITY, versions: R2, feature: 'chimney', values: { 'connection.uploadedByFirewall': true }, expected: 'off at firewall-upload', upTo: 'connection' },
  { pair: 'chimney, rule that uploads', source: KB951037, versions: ['ws2008'], feature: 'chimney', values: { 'connection.uploadedByFirewall': true }, expected: 'on', upTo: 'connection' },
  { pair: 'RSS, Windows Firewall', source: 'matrix', versions: all, feature: 'rss', values: { 'host.software.windowsFirewall': true }, expected: 'on' },
  { pair: 'VMQ, Windows Firewall', source: 'matrix', versions: R2, feature: 'vmq', values: { 'host.software.windowsFirewall': true }, expected: 'on' },
  { pair: 'NetDMA, Windows Firewall', source: 'matrix', versions: all, feature: 'netdma', values: { 'host.software.windowsFirewall': true }, expected: 'on' },
  { pair: 'chimney, other firewall without support', source: KB951037, versions: all, feature: 'chimney', values: { 'host.software.otherFirewall': 'no-offload' }, expected: 'off at other-firewall' },
  { pair: 'chimney, other firewall with support', source: KB951037, versions: all, feature: 'chimney', values: { 'host.software.otherFirewall': 'supports-offload' }, expected: 'on' },

  // IPsec
  { pair: 'chimney, any IPsec policy', source: KB951037, versions: ['ws2008'], feature: 'chimney', values: { 'host.software.ipsecPolicy': true }, expected: 'off at ipsec-policy', upTo: 'connection' },
  { pair: 'chimney, policy that does not match', source: COMPATIBILITY, versions: R2, feature: 'chimney', values: { 'host.software.ipsecPolicy': true }, expected: 'on', upTo: 'connection' },
  { pair: 'chimney, policy that matches', source: COMPATIBILITY, versions: R2, feature: 'chimney', values: { 'host.software.ipsecPolicy': true, 'connection.ipsec': true }, expected: 'off at ipsec', upTo: 'connection' },
  { pair: 'RSS, IPsec', source: 'no statement', versions: all, feature: 'rss', values: { 'host.software.ipsecPolicy': true }, expected: 'on' },

  // NLB, NAT
  { pair: 'chimney, NLB', source: KB951037, versions: ['ws2003sp2', 'ws2008'], feature: 'chimney', values: { 'host.roles.nlb': true }, expected: 'off at nlb' },
  { pair: 'chimney, NLB', source: COMPATIBILITY, versions: R2, feature: 'chimney', values: { 'host.roles.nlb': true }, expected: 'off at nlb' },
  { pair: 'RSS, NLB', source: 'Y. Rhee', versions: ['ws2003sp2'], feature: 'rss', values: { 'host.roles.nlb': true }, expected: 'off at nlb' },
  { pair: 'RSS, NLB', source: 'not confirmed', versions: both, feature: 'rss', values: { 'host.roles.nlb': true }, expected: 'on', assumed: true },
  { pair: 'chimney, NAT', source: KB951037, versions: ['ws2003sp2', 'ws2008'], feature: 'chimney', values: { 'host.roles.nat': true }, expected: 'off at nat' },
  { pair: 'chimney, NAT', source: COMPATIBILITY, versions: R2, feature: 'chimney', values: { 'host.roles.nat': true }, expected: 'off at nat' },
  { pair: 'RSS, NAT', source: 'Y. Rhee', versions: ['ws2003sp2'], feature: 'rss', values: { 'host.roles.nat': true }, expected: 'off at nat' },
  { pair: 'RSS, NAT', source: 'not confirmed', versions: both, feature: 'rss', values: { 'host.roles.nat': true }, expected: 'on', assumed: true },

  // Teaming
  { pair: 'chimney, team without support', source: KB951037, versions: all, feature: 'chimney', values: team, expected: 'off at team' },
  { pair: 'chimney, team with support', source: KB951037, versions: all, feature: 'chimney', values: { ...team, 'adapter.team.chimney': true }, expected: 'on' },
  { pair: 'VMQ, team without support', source: 'Intel ANS before PROSet 15.0', versions: R2, feature: 'vmq', values: team, expected: 'off at team' },
  { pair: 'VMQ, team with support', source: 'Intel ANS from PROSet 15.0', versions: R2, feature: 'vmq', values: { ...team, 'adapter.team.vmq': true }, expected: 'on' },
  { pair: 'RSS, team with a member without it', source: 'Intel', versions: all, feature: 'rss', values: team, expected: 'off at team' },
  { pair: 'RSS, team with all members', source: 'Intel', versions: all, feature: 'rss', values: { ...team, 'adapter.team.rss': true }, expected: 'on' },

  // VLAN
  { pair: 'VMQ, VLAN with filter', source: 'Setting a VMQ filter', versions: R2, feature: 'vmq', values: { 'virtualMachine.vlan': 7 }, expected: 'on' },
  { pair: 'VMQ, VLAN without filter', source: 'Setting a VMQ filter', versions: R2, feature: 'vmq', values: { 'virtualMachine.vlan': 7, 'adapter.capabilities.vmqVlanFilter': false }, expected: 'off at vlan' },
  { pair: 'VM Chimney, VLAN', source: 'NEIGHBOR_OFFLOAD_STATE_CONST', versions: R2, feature: 'vm-chimney', values: { 'virtualMachine.vlan': 7 }, expected: 'on', upTo: 'connection' },

  // Hyper-V
  { pair: 'chimney, Hyper-V', source: KB951037, versions: ['ws2008'], feature: 'chimney', values: { 'host.roles.hyperV': true }, expected: 'off at hyper-v' },
  { pair: 'chimney, Hyper-V', source: COMPATIBILITY, versions: R2, feature: 'chimney', values: { 'host.roles.hyperV': true }, expected: 'on' },
  { pair: 'VMQ, Hyper-V', source: 'gg162704', versions: R2, feature: 'vmq', values: { 'host.roles.hyperV': false }, expected: 'off at hyper-v' },
  { pair: 'RSS, Hyper-V without binding', source: KEYWORDS, versions: both, feature: 'rss', values: { 'host.roles.hyperV': true }, expected: 'on' },

  // Link speed
  { pair: 'chimney automatic, 1 Gb/s', source: 'widely quoted', versions: R2, feature: 'chimney', values: { 'host.netsh.chimney': 'automatic', 'adapter.linkBps': 1e9 }, expected: 'off at automatic-link', assumed: true },
  { pair: 'chimney enabled, 1 Gb/s', source: KB951037, versions: all, feature: 'chimney', values: { 'adapter.linkBps': 1e9 }, expected: 'on' },
  { pair: 'VMQ, 1 Gb/s, TenGigVmqEnabled only', source: KEYWORDS, versions: R2, feature: 'vmq', values: { 'adapter.linkBps': 1e9 }, expected: 'off at registry' },
  { pair: 'VMQ, 1 Gb/s, BelowTenGigVmqEnabled', source: KEYWORDS, versions: R2, feature: 'vmq', values: { 'adapter.linkBps': 1e9, 'host.registry.BelowTenGigVmqEnabled': 1 }, expected: 'on' },
  { pair: 'VMQ, 10 Gb/s, explicitly disabled', source: KEYWORDS, versions: R2, feature: 'vmq', values: { 'host.registry.TenGigVmqEnabled': 2 }, expected: 'off at registry' },

  // Network monitors, cluster, Itanium, IPv4 options
  { pair: 'chimney, network monitor', source: KB951037, versions: all, feature: 'chimney', values: { 'host.software.networkMonitor': true }, expected: 'on', note: 'host.software.networkMonitor' },
  { pair: 'chimney, cluster', source: KB951037, versions: all, feature: 'chimney', values: { 'host.roles.failoverCluster': true }, expected: 'on', upTo: 'connection' },
  { pair: 'chimney, NetFT', source: KB951037, versions: all, feature: 'chimney', values: { 'connection.path': 'netft' }, expected: 'off at path', upTo: 'connection' },
  { pair: 'chimney, loopback', source: KB951037, versions: all, feature: 'chimney', values: { 'connection.path': 'loopback' }, expected: 'off at path', upTo: 'connection' },
  { pair: 'VMQ, Itanium', source: 'Hyper-V: x64', versions: R2, feature: 'vmq', values: { 'host.platform': 'itanium' }, expected: 'off at platform' },
  { pair: 'RSS, Itanium', source: 'matrix', versions: all, feature: 'rss', values: { 'host.platform': 'itanium' }, expected: 'on' },
  { pair: 'NetDMA, Itanium', source: 'gg162716', versions: all, feature: 'netdma', values: { 'host.platform': 'itanium' }, expected: 'off at platform' },
  { pair: 'chimney, IPv4 options', source: 'NDIS_TCP_CONNECTION_OFFLOAD', versions: all, feature: 'chimney', values: { 'connection.ipv4Options': true }, expected: 'on', upTo: 'connection', note: 'connection.ipv4Options' },
  { pair: 'RSS, IPv4 options', source: 'RSS hashing types', versions: all, feature: 'rss', values: { 'connection.ipv4Options': true }, expected: 'on', note: 'connection.ipv4Options' },
]; // prettier-ignore

describe('interactions', () => {
  for (const row of rows)
    for (const os of row.versions)
      it(`${row.pair}: ${os} (${row.source})`, () => {
        const settings = readySettings(row.feature, os);
        const before = featureState(row.feature, settings, row.upTo);
        expect(before.on, 'without the other, the feature is on').to.equal(true);
        const state = featureState(row.feature, changed(settings, row.values), row.upTo);
        expect(stateText(state)).to.equal(`${row.feature}: ${row.expected}`);
        const note = state.notes.find(({ path }) => path === row.note);
        if (row.note) expect(note, 'a note on it').to.not.equal(undefined);
        if (!row.assumed) return;
        const passed = state.gates.find(({ id }) => row.values[`host.roles.${id as 'nlb'}`]);
        const marked = [state.failed?.evidence, note?.evidence, passed?.evidence].find((evidence) => evidence);
        expect(Object.keys(marked ?? {}), 'marked as assumed').to.deep.equal(['assumed']);
      });

  it('an adapter never has both RSS and VMQ', () => {
    for (const binding of ['tcpip', 'virtual-switch'] as const)
      for (const preference of [0, 1] as const)
        for (const rss of [false, true])
          for (const vmq of [false, true]) {
            const values = {
              'adapter.binding': binding,
              'adapter.properties.rssOrVmqPreference': preference,
              'adapter.properties.rss': rss,
              'adapter.properties.vmq': vmq,
            };
            const settings = changed(readySettings('vmq'), values);
            const has = { rss: featureState('rss', settings).on, vmq: featureState('vmq', settings, 'adapter').on };
            const expected = {
              rss: rss && preference === 0 && binding === 'tcpip',
              vmq: vmq && preference === 1 && binding === 'virtual-switch',
            };
            expect(has, JSON.stringify(values)).to.deep.equal(expected);
          }
  });
});
