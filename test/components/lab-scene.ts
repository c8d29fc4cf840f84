// A small scenario of the Lab page, its layout, and moments of its run.

import type { LabMoment } from '../../ui/components/lab-view/moment.ts';
import type { LabLayout } from '../../ui/scenario/lab-frame.ts';
import { resolveScenario } from '../../ui/scenario/resolve.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { fakeFrame, fakeLayout } from './fake-lab.ts';

/** A server with four processors and two queues, a switch with three cables, two ideal clients. */
export const draft = (): ScenarioDraft => ({
  nicscope: 1,
  title: 'Small',
  hosts: [
    { name: 'server', processors: { coresPerSocket: 4 }, nics: [{ name: 'lan', speed: '10 Gb/s', queues: 2 }] },
    { name: 'one', kind: 'ideal', nics: [{ name: 'lan', speed: '1 Gb/s' }] },
    { name: 'two', kind: 'ideal', nics: [{ name: 'lan', speed: '1 Gb/s' }] },
  ],
  links: [{ ends: ['server.lan', 'switch'] }, { ends: ['one.lan', 'switch'] }, { ends: ['two.lan', 'switch'], delay: '1 ms' }],
  switches: [{ name: 'switch', ports: 4 }],
  traffic: [{ app: 'bulk', from: 'one', to: 'server:5001' }],
});

export function layoutOf(document: unknown, sockets = 8): LabLayout {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(result.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return fakeLayout(resolveScenario(result.scenario), sockets);
}

/** From one time of the run to another, ps. */
export function momentOf(layout: LabLayout, fromPs: number, toPs: number, connections = 4): LabMoment {
  return { layout, frame: fakeFrame(layout, toPs, { connections }), before: fakeFrame(layout, fromPs, { connections }) };
}

export const MS = 1e9;
