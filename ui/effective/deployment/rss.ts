// Deployment of Receive Side Scaling. Source: the guide's chapter on RSS, KB 951037, KB 2643970, the INF keywords for RSS.

import { versionOf } from '../os/versions.ts';
import { rssInForce } from '../rss-processors.ts';
import { hasSetting } from '../common-gates.ts';
import { assumed, COUNTERS, RSS_NUMBER, USING_RSS } from '../sources.ts';
import { switchCheck, switchFinding, valueChecks } from './checks.ts';
import { hasCardActivity, lostPackets, receiveSpread, tableChanges } from './counters.ts';
import { done, notDone, type Plan, unknown } from './plan.ts';
import { driverStep, teamStep, updatesStep, versionStep } from './shared-steps.ts';

export const rssPlan: Plan = {
  feature: 'rss',
  steps: [
    versionStep('rss'),
    {
      id: 'processors',
      stage: 'requirements',
      title: 'Several processor cores',
      text: 'The computer has more than one core; a second thread of a core does not count.',
      gates: ['processors'],
    },
    {
      id: 'adapter',
      stage: 'requirements',
      title: 'An adapter with RSS',
      text: 'The adapter can do RSS and compute checksums.',
      gates: ['capability', 'checksum-capability'],
    },
    driverStep,
    {
      id: 'roles',
      stage: 'requirements',
      title: 'No role stands against it',
      text: 'No Network Load Balancing, address translation or Internet Connection Sharing.',
      applies: (settings) => versionOf(settings).rss.nlb.blocks || versionOf(settings).rss.nat.blocks,
      gates: ['nlb', 'nat'],
    },
    {
      id: 'binding',
      stage: 'requirements',
      title: 'Bound to TCP/IP',
      text: 'The adapter is bound to TCP/IP, not to a virtual switch.',
      gates: ['binding'],
    },
    teamStep,
    updatesStep('rss'),
    {
      id: 'os-switch',
      stage: 'enable',
      title: 'RSS of the operating system',
      text: 'It holds for all adapters.',
      gates: ['os-switch'],
      does: (settings) => {
        const { path, on } = versionOf(settings).switches.rss;
        return [{ path, value: on }];
      },
    },
    {
      id: 'property',
      stage: 'enable',
      title: 'RSS of the adapter',
      text: 'Enable Receive Side Scaling on the page Advanced of the adapter.',
      gates: ['property'],
      needs: ['capability'],
      does: () => [{ path: 'adapter.properties.rss', value: true }],
    },
    {
      id: 'checksum',
      stage: 'enable',
      title: 'Checksum offload of the adapter',
      text: 'RSS needs the adapter’s checksum offload.',
      gates: ['checksum-property'],
      needs: ['checksum-capability'],
      does: () => [{ path: 'adapter.properties.checksum', value: true }],
    },
    {
      id: 'preference',
      stage: 'enable',
      title: 'RSS rather than VMQ',
      text: 'An adapter offers one of the two. The keyword is hidden; the adapter has to start again to read it.',
      gates: ['preference'],
      does: () => [{ path: 'adapter.properties.rssOrVmqPreference', value: 0 }],
    },
    {
      id: 'group',
      stage: 'enable',
      title: 'Base processor in group 0',
      text: 'TCP/IP uses the first processor group only.',
      gates: ['group'],
      does: () => [{ path: 'adapter.properties.rssBaseProcGroup', value: 0 }],
    },
    {
      id: 'tune',
      stage: 'enable',
      title: 'Number of processors',
      text: 'Leave the defaults unless the result is not good enough. Two adapters may have base processors of their own.',
      optional: true,
      about: ({ host }) =>
        hasSetting(host.os, 'adapter.properties.maxRssProcessors')
          ? ['adapter.properties.maxRssProcessors', 'adapter.properties.rssBaseProcNumber']
          : ['host.registry.MaxNumRssCpus', 'host.registry.RssBaseCpu'],
      finds: (settings) => {
        const { processors } = rssInForce(settings);
        if ((settings.host.registry.MaxNumRssCpus ?? 0) > 16) return notDone('MaxNumRssCpus should not be above 16.');
        return processors.length > 1 ? done : notDone(`The settings leave processor ${processors[0]} alone.`);
      },
      evidence: RSS_NUMBER,
    },
    {
      id: 'show',
      stage: 'verify',
      title: 'State of the operating system',
      text: 'The switch of the operating system is shown as enabled.',
      finds: switchFinding('rss'),
      checks: (settings) => switchCheck('rss', settings),
      evidence: USING_RSS,
    },
    {
      id: 'keyword',
      stage: 'verify',
      title: 'State of the adapter',
      text: 'The keyword of the adapter is 1, and its page Advanced shows Enabled.',
      finds: ({ adapter }) => (adapter.properties.rss ? done : notDone('The keyword *RSS is 0.')),
      about: () => ['adapter.properties.rss'],
      checks: ({ host }, context) => valueChecks('adapter.properties.rss', 1, host.os, context),
      evidence: USING_RSS,
    },
    {
      id: 'spread',
      stage: 'verify',
      title: 'Several processors receive',
      text: 'With several connections, frames of the adapter are taken by more than one processor.',
      finds: (_settings, { receiveProcessors }) => {
        if (receiveProcessors === undefined) return unknown('Run some traffic over several connections.');
        return receiveProcessors > 1
          ? done
          : notDone(receiveProcessors === 1 ? 'One processor has taken everything so far.' : 'The adapter has received nothing so far.');
      },
      counters: ({ host }) => receiveSpread(host.os),
      evidence: assumed('No source says how to read the counters; that RSS evens them out is a conclusion.'),
    },
    {
      id: 'load',
      stage: 'monitor',
      title: 'Load of each processor',
      text: 'Watch how receive work lies on the processors.',
      counters: ({ host }) => receiveSpread(host.os),
      evidence: USING_RSS,
    },
    {
      id: 'rebalancing',
      stage: 'monitor',
      title: 'Rebalancing',
      text: 'Windows changes the indirection table when the load is uneven. None is needed while it is even.',
      optional: true,
      applies: ({ host }) => hasCardActivity(host.os),
      counters: () => tableChanges,
      evidence: COUNTERS,
    },
    {
      id: 'trouble',
      stage: 'monitor',
      title: 'Lost packets',
      text: 'Nothing is lost for want of buffers or by errors.',
      optional: true,
      counters: ({ host }) => lostPackets(host.os),
      evidence: COUNTERS,
    },
  ],
};
