// Deployment of TCP Chimney Offload. Source: the guide's chapters on chimney, its monitoring and its compatibility; KB 951037; KB 2643970.

import { versionOf } from '../os/versions.ts';
import { type Change, changeTo } from '../setting-paths.ts';
import type { WindowsSettings } from '../settings.ts';
import { hasSetting } from '../common-gates.ts';
import { CHIMNEY_MONITORING, KB2643970, KB951037, source } from '../sources.ts';
import { chimneyStatistics, chimneyTables, offloadStates, switchCheck, switchFinding, valueChecks } from './checks.ts';
import { offloadedConnections, offloadedData, retransmissions, throughput } from './counters.ts';
import { done, notDone, type Plan, type PlanStep, unknown } from './plan.ts';
import { baselineStep, driverStep, teamStep, updatesStep, versionStep } from './shared-steps.ts';

const newCounters = source('Microsoft, Deploying High-speed Networking Features: counters of Windows Server 2008 R2');

/** The properties of the families that the adapter can offload. */
export const familyChanges = ({ adapter: { capabilities } }: WindowsSettings): Change[] => [
  ...(capabilities.chimneyIPv4 ? [changeTo('adapter.properties.chimneyIPv4', true)] : []),
  ...(capabilities.chimneyIPv6 ? [changeTo('adapter.properties.chimneyIPv6', true)] : []),
];

/** Chimney and Virtual Machine Chimney ask the same of the adapter. */
export const chimneyAdapterStep: PlanStep = {
  id: 'adapter',
  stage: 'requirements',
  title: 'An adapter that takes connections',
  text: 'The adapter can take TCP connections, over IPv4, IPv6 or both.',
  gates: ['capability'],
};

export const chimneyPropertyStep: PlanStep = {
  id: 'property',
  stage: 'enable',
  title: 'Chimney of the adapter',
  text: 'Enable TCP connection offload on the page Advanced of the adapter; vendors name the entry differently.',
  gates: ['property'],
  needs: ['capability'],
  does: familyChanges,
};

export const found = (connections: number | undefined, where: string) => {
  if (connections === undefined) return unknown(`Open a long connection ${where} and move much data over it.`);
  return connections > 0 ? done : notDone('No connection was in the adapter so far.');
};

/** Leaves the mode that is set alone where it works. */
function modeChange(settings: WindowsSettings): Change[] {
  const { path, on } = versionOf(settings).switches.chimney;
  const { netsh } = settings.host;
  const isSlow = settings.adapter.linkBps < settings.assumptions.chimneyAutomatic.linkBps;
  const keeps = path === 'host.netsh.chimney' && netsh.chimney === 'automatic' && !isSlow;
  return [keeps && versionOf(settings).chimneyModes.includes('automatic') ? { path, value: netsh.chimney } : { path, value: on }];
}

export const chimneyPlan: Plan = {
  feature: 'chimney',
  steps: [
    versionStep('chimney'),
    chimneyAdapterStep,
    driverStep,
    {
      id: 'roles',
      stage: 'requirements',
      title: 'Nothing on the computer stands against it',
      text: 'Network Load Balancing and address translation keep all connections in the host; older versions add Hyper-V and IPsec policies.',
      gates: ['hyper-v', 'nlb', 'nat', 'ipsec-policy', 'other-firewall'],
    },
    teamStep,
    baselineStep('Run the application with chimney off; note the load of each processor and the throughput.'),
    updatesStep('chimney'),
    {
      id: 'os-switch',
      stage: 'enable',
      title: 'Chimney of the operating system',
      text: 'enabled offloads what it can. The automatic mode of Windows Server 2008 R2 offloads fast and busy connections only.',
      gates: ['os-switch', 'mode', 'automatic-link'],
      does: modeChange,
    },
    chimneyPropertyStep,
    {
      id: 'tables',
      stage: 'enable',
      title: 'Filters by port and application',
      text: 'Two tables say which ports and programs are left out.',
      optional: true,
      applies: ({ host }) => hasSetting(host.os, 'host.chimneyPorts'),
      about: () => ['host.chimneyPorts', 'host.chimneyApplications'],
      finds: ({ host }) =>
        [...host.chimneyPorts, ...host.chimneyApplications].some(({ state }) => state === 'disabled')
          ? notDone('The tables leave some connections out.')
          : done,
      checks: () => chimneyTables,
      evidence: KB2643970,
    },
    {
      id: 'show',
      stage: 'verify',
      title: 'State of the operating system',
      text: 'The switch of the operating system is shown as enabled or automatic.',
      finds: switchFinding('chimney'),
      checks: (settings) => switchCheck('chimney', settings),
      evidence: KB951037,
    },
    {
      id: 'adapters',
      stage: 'verify',
      title: 'State of the adapter',
      text: 'The adapter is among those that take connections.',
      finds: (settings) =>
        familyChanges(settings).some(({ path }) => settings.adapter.properties[path.endsWith('4') ? 'chimneyIPv4' : 'chimneyIPv6'])
          ? done
          : notDone('TCP connection offload is disabled on the adapter.'),
      checks: ({ host }, context) => [
        ...(host.os === 'ws2003sp2' ? [] : [chimneyStatistics]),
        ...valueChecks('adapter.properties.chimneyIPv4', 1, host.os, context),
      ],
      evidence: CHIMNEY_MONITORING,
    },
    {
      id: 'offloaded',
      stage: 'verify',
      title: 'Connections are offloaded',
      text: 'A connection that was opened since then is in the adapter.',
      finds: (_settings, observations) => found(observations.offloadedConnections, 'through the adapter'),
      checks: () => [offloadStates('host')],
      evidence: KB951037,
    },
    {
      id: 'connections',
      stage: 'monitor',
      title: 'Offloaded connections',
      text: 'How many connections the adapter has, and how much they move.',
      applies: ({ host }) => host.os === 'ws2008r2',
      counters: () => ({ ...offloadedConnections, paths: [...offloadedConnections.paths, ...offloadedData.paths] }),
      evidence: newCounters,
    },
    {
      id: 'throughput',
      stage: 'monitor',
      title: 'Throughput and processor time',
      text: 'Compare with the run without chimney. Network monitors do not see offloaded connections.',
      counters: ({ host }) => throughput(host.os),
      evidence: KB951037,
    },
    {
      id: 'trouble',
      stage: 'monitor',
      title: 'Retransmissions',
      text: 'Connections that break or crawl are how trouble with chimney shows.',
      optional: true,
      counters: () => retransmissions,
      evidence: source('Microsoft KB 942861'),
    },
  ],
};
