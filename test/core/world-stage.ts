// Small worlds for tests of the emulator: a scenario draft in, a world out; hosts, pairs of hosts, and a host whose cable leads outside.

import { World } from '../../ui/engine/world.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';

export const US = 1_000_000n;
export const MS = 1_000_000_000n;
export const SECOND = 1_000_000_000_000n;

export type Draft = Omit<ScenarioDraft, 'nicscope'>;
export type HostDraft = ScenarioDraft['hosts'][number];
export type NicDraft = HostDraft['nics'][number];
export type LinkDraft = NonNullable<ScenarioDraft['links']>[number];
export type TrafficDraft = NonNullable<ScenarioDraft['traffic']>[number];

type Some<T, K extends keyof T> = Partial<Omit<T, K>>;

/** A world of a draft. A draft with faults is a mistake of the test. */
export async function worldOf(module: WebAssembly.Module, draft: Draft): Promise<World> {
  const read = validateScenario({ nicscope: 1, ...draft });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return World.create(module, read.scenario);
}

export interface PairDraft {
  server?: Some<HostDraft, 'name' | 'nics'>;
  client?: Some<HostDraft, 'name' | 'nics'>;
  serverNic?: Some<NicDraft, 'name'>;
  clientNic?: Some<NicDraft, 'name'>;
  link?: Some<LinkDraft, 'ends'>;
  traffic?: TrafficDraft[];
  timeline?: ScenarioDraft['timeline'];
  seed?: number;
}

/** Host 0 "server" and host 1 "client", one adapter each (0 and 1), one cable: direction 0 from client to server. */
export function pair({ server, client, serverNic, clientNic, link, traffic, timeline, seed }: PairDraft): Draft {
  return {
    seed: seed ?? 1,
    hosts: [
      { ...server, name: 'server', nics: [{ ...serverNic, name: 'lan' }] },
      { ...client, name: 'client', nics: [{ ...clientNic, name: 'lan' }] },
    ],
    links: [{ ...link, ends: ['client.lan', 'server.lan'] }],
    traffic: traffic ?? [],
    timeline: timeline ?? [],
  };
}
