// Steps that several plans have: the version, the driver, the team, Hyper-V, the virtual machine, updates, a run to compare with.

import { featureLabels } from '../feature-list.ts';
import { versionOf } from '../os/versions.ts';
import type { FeatureId } from '../feature-list.ts';
import { KB2643970, source } from '../sources.ts';
import { done, notDone, type PlanStep, unknown } from './plan.ts';

export const versionStep = (feature: FeatureId): PlanStep => ({
  id: 'version',
  stage: 'requirements',
  title: 'Version of Windows',
  text: `The installed version has ${featureLabels[feature]}.`,
  gates: ['version'],
});

export const driverStep: PlanStep = {
  id: 'driver',
  stage: 'requirements',
  title: 'Driver of the adapter',
  text: 'Install a current driver of the adapter. With trouble, the driver is the first suspect.',
  gates: ['driver'],
};

export const teamStep: PlanStep = {
  id: 'team',
  stage: 'requirements',
  title: 'Team',
  text: 'If the adapter is in a team, all members and the teaming software have to support the feature and have it enabled.',
  gates: ['team'],
};

export const hyperVSteps: readonly PlanStep[] = [
  {
    id: 'edition',
    stage: 'requirements',
    title: 'Edition and platform',
    text: 'Edition and platform can have the Hyper-V role.',
    gates: ['platform', 'edition'],
  },
  {
    id: 'hyper-v',
    stage: 'requirements',
    title: 'Hyper-V role',
    text: 'Add the Hyper-V role in Server Manager.',
    gates: ['hyper-v'],
    needs: ['platform', 'edition'],
  },
];

export const bindingToSwitchStep: PlanStep = {
  id: 'binding',
  stage: 'requirements',
  title: 'External virtual network on the adapter',
  text: 'Bind an external virtual network to the adapter in the Virtual Network Manager.',
  gates: ['binding'],
};

export const virtualMachineSteps: readonly PlanStep[] = [
  {
    id: 'guest',
    stage: 'requirements',
    title: 'Guest operating system',
    text: 'The guest is Windows Server 2008 R2 or Windows 7, or Windows Server 2008 or Windows Vista with integration services.',
    gates: ['guest', 'integration-services'],
  },
  {
    id: 'virtual-adapter',
    stage: 'requirements',
    title: 'Virtual network adapter',
    text: 'The virtual machine has a synthetic network adapter on the external virtual network.',
    gates: ['network', 'synthetic'],
  },
];

export const optimizationsStep: PlanStep = {
  id: 'optimizations',
  stage: 'enable',
  title: 'Virtual network optimizations',
  text: 'Enable virtual network optimizations for the virtual adapter in System Center VMM 2008 R2. Hyper-V Manager of this version has no such switch.',
  gates: ['optimizations'],
  needs: ['platform', 'edition'],
  does: () => [{ path: 'virtualMachine.optimizations', value: true }],
};

export const updatesStep = (feature: FeatureId): PlanStep => ({
  id: 'updates',
  stage: 'requirements',
  title: 'Recommended updates',
  text: 'Install the updates that Microsoft recommends where the feature is used.',
  optional: true,
  applies: (settings) => recommended(feature, settings).length > 0,
  about: () => ['host.updates'],
  finds: (settings) => {
    const missing = recommended(feature, settings).filter((id) => !settings.host.updates.includes(id));
    return missing.length ? notDone(`Not installed: ${missing.join(', ')}.`) : done;
  },
  evidence: KB2643970,
});

const recommended = (feature: FeatureId, settings: Parameters<typeof versionOf>[0]): string[] =>
  versionOf(settings)
    .updates.filter(({ features, sets }) => !sets && features.includes(feature))
    .map(({ id }) => id);

export const baselineStep = (text: string): PlanStep => ({
  id: 'baseline',
  stage: 'requirements',
  title: 'A run to compare with',
  text,
  optional: true,
  finds: (_settings, { baselineKept }) =>
    baselineKept === undefined
      ? unknown('Nobody has said whether such a run was kept.')
      : baselineKept
        ? done
        : notDone('No run without the feature was kept.'),
  evidence: source('Microsoft, Using TCP Chimney Offload (gg162709)'),
});
