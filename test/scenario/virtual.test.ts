// Virtual networks and virtual machines of a document: what they come to, and what is refused.

import { describe, expect, it } from '#test';
import { resolveScenario } from '../../ui/scenario/resolve.ts';
import type { ScenarioDraft, TimelineEvent } from '../../ui/scenario/schema.ts';
import { withMove } from '../../ui/scenario/timeline.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';

type Host = ScenarioDraft['hosts'][number];

const server = (changes: Partial<Host> = {}): Host => ({
  name: 'server',
  processors: { coresPerSocket: 4 },
  windows: { roles: { hyperV: true } },
  virtualNetworks: [
    { name: 'ext', adapter: 'lan' },
    { name: 'inner', kind: 'internal' },
    { name: 'own', kind: 'private' },
  ],
  virtualMachines: [
    { name: 'a', network: 'ext' },
    { name: 'b', network: 'ext', vlan: 5 },
    { name: 'c', network: 'inner' },
    { name: 'd', network: 'own', mac: '02-00-00-00-00-0D', addresses: ['10.9.0.1/24'] },
  ],
  nics: [{ name: 'lan', speed: '10 Gb/s' }],
  ...changes,
});
const second = (): Host => ({ ...server(), name: 'second', virtualMachines: [{ name: 'e', network: 'ext', vlan: 5 }] });
const client: Host = { name: 'client', kind: 'ideal', nics: [{ name: 'lan', speed: '10 Gb/s' }] };

const document = (changes: Partial<ScenarioDraft> = {}): ScenarioDraft => ({
  nicscope: 1,
  hosts: [server(), client, second()],
  switches: [{ name: 'switch' }],
  links: [{ ends: ['server.lan', 'switch'] }, { ends: ['client.lan', 'switch'] }, { ends: ['second.lan', 'switch'] }],
  ...changes,
});

function scenarioOf(draft: ScenarioDraft) {
  const read = validateScenario(draft);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.scenario;
}
const faultsOf = (draft: ScenarioDraft): string[] => {
  const read = validateScenario(draft);
  return 'faults' in read ? read.faults.map(({ path, message }) => `${path}: ${message}`) : [];
};

describe('virtual machines of a document', () => {
  it('are hosts behind all others, and hosts and adapters of the document keep their places', () => {
    const { hosts } = resolveScenario(scenarioOf(document()));
    expect(hosts.map(({ name, kind }) => `${name} ${kind}`)).to.deep.equal([
      'server modelled',
      'client ideal',
      'second modelled',
      'a guest',
      'b guest',
      'c guest',
      'd guest',
      'e guest',
    ]);
    expect(hosts[0]!.nics.map(({ name, isBound, isVirtual }) => [name, isBound, isVirtual])).to.deep.equal([
      ['lan', true, false],
      ['inner', false, true],
    ]);
    expect(hosts[6]!.nics[0]).to.include({ name: 'net', mac: '02:00:00:00:00:0d', link: null, isVirtual: true });
  });

  it('share a network with those that they reach: cable and virtual network, by VLAN', () => {
    const { hosts } = resolveScenario(scenarioOf(document()));
    const segments = hosts.map(({ nics }) => nics.map(({ segment }) => segment));
    const [[lan, inner], [ofClient], [lan2], [a], [b], [c], [d], [e]] = segments as [
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
    ];
    expect([ofClient, lan2, a]).to.deep.equal([lan, lan, lan]);
    expect(e).to.equal(b);
    expect(c).to.equal(inner);
    expect(new Set([lan, inner, b, d]).size).to.equal(4);
    expect(hosts[3]!.nics[0]!.addresses.map(({ text }) => text)).to.deep.equal(['192.0.2.4', '2001:db8::4']);
    expect(hosts[6]!.nics[0]!.addresses.map(({ text }) => text)).to.deep.equal(['10.9.0.1']);
  });

  it('are named by traffic as hosts are', () => {
    const { traffic } = resolveScenario(
      scenarioOf(
        document({
          traffic: [
            { app: 'bulk', from: 'client', to: 'a:445' },
            { app: 'bulk', from: 'e.net', to: 'b:445' },
          ],
        }),
      ),
    );
    expect(traffic.map((one) => (one.app === 'replay' ? [] : [one.from!.host, one.to.host]))).to.deep.equal([
      [1, 3],
      [7, 4],
    ]);
  });

  it('a document without them comes to what it came to', () => {
    const { hosts, virtualSwitches } = resolveScenario(scenarioOf({ nicscope: 1, hosts: [client] }));
    expect([hosts.length, virtualSwitches]).to.deep.equal([1, []]);
  });

  it('that move keep their addresses and their places', () => {
    const scenario = scenarioOf(document({ timeline: [{ do: 'migrate', at: '1 ms', machine: 'a', to: 'second' }] }));
    const [before, after] = [
      resolveScenario(scenario),
      resolveScenario(withMove(scenario, scenario.timeline[0] as Extract<TimelineEvent, { do: 'migrate' }>)),
    ];
    expect(after.hosts.map(({ nics }) => nics.map(({ addresses }) => addresses))).to.deep.equal(
      before.hosts.map(({ nics }) => nics.map(({ addresses }) => addresses)),
    );
    expect([before.hosts[3]!.guest!.on, after.hosts[3]!.guest!.on]).to.deep.equal([0, 2]);
    expect(after.hosts[3]!.guest).to.include({ parent: 0, machine: 0, switch: 3 });
  });

  const refused: [string, ScenarioDraft, string][] = [
    ['a cable to a virtual adapter', document({ links: [{ ends: ['a.net', 'client.lan'] }] }), 'links[0].ends[0]: There is no host “a”'],
    [
      'traffic across VLANs',
      document({ traffic: [{ app: 'bulk', from: 'client', to: 'b:1' }] }),
      'traffic[0]: client and b are not on the same cables, virtual networks and VLAN',
    ],
    [
      'a processor that a virtual machine does not have',
      document({ traffic: [{ app: 'bulk', from: 'client', to: 'a:1', serverProcessors: [1] }] }),
      'traffic[0].serverProcessors[0]: a has no processor 1',
    ],
    [
      'a capture onto a virtual adapter',
      document({ traffic: [{ app: 'replay', capture: 'x.pcap', onto: 'a.net' }] }),
      'traffic[0].onto: a.net is a virtual adapter',
    ],
    [
      'an address twice, at a virtual machine',
      document({
        hosts: [
          server({
            virtualMachines: [
              { name: 'x', network: 'ext', addresses: ['10.0.0.1/24'] },
              { name: 'y', network: 'ext', addresses: ['10.0.0.1/24'] },
            ],
          }),
          client,
          second(),
        ],
      }),
      'hosts[0].virtualMachines[1].addresses[0]: 10.0.0.1 is an address of x.net already',
    ],
    [
      'a VLAN that changes',
      document({ timeline: [{ do: 'set', at: 0, path: 'hosts[0].virtualMachines[0].vlan', value: 3 }] }),
      'timeline[0].path',
    ],
    ...(
      [
        ['of nobody', { machine: 'nobody', to: 'second' }, 'timeline[0].machine: There is no virtual machine “nobody”'],
        ['to nowhere', { machine: 'a', to: 'sekond' }, 'timeline[0].to: There is no host “sekond”'],
        ['to where it is', { machine: 'a', to: 'server' }, 'timeline[0].to: a is on server already'],
        ['to a host without the role', { machine: 'a', to: 'client' }, 'timeline[0].to: client has no Hyper-V role'],
        ['from an internal network', { machine: 'c', to: 'second' }, 'timeline[0].to: The virtual network “inner” has to be external'],
      ] as const
    ).map(([what, event, fault]): [string, ScenarioDraft, string] => [
      `a migration ${what}`,
      document({ timeline: [{ do: 'migrate', at: 0, ...event }] }),
      fault,
    ]),
    [
      'a migration before the last one is over',
      document({
        timeline: [
          { do: 'migrate', at: '1 ms', machine: 'a', to: 'second', pause: '5 ms' },
          { do: 'migrate', at: '4 ms', machine: 'a', to: 'server' },
        ],
      }),
      'timeline[1].at: a is on its way to second until 6 ms',
    ],
  ];
  for (const [what, draft, fault] of refused)
    it(`${what} is refused`, () => {
      const faults = faultsOf(draft);
      expect(faults, faults.join('\n')).to.have.length(1);
      expect(faults[0]).to.contain(fault);
    });
});
