// The scenario document: what is saved, shared, tested and replayed. This declaration and those it is put together from give
// types, defaults, validation (validate.ts), the JSON Schema (json-schema.ts) and forms.

import { assumed, type Draft, group, list, number, text, type Value } from './fields.ts';
import { hostField } from './schema-host.ts';
import { linkField, switchField } from './schema-network.ts';
import { timelineField, trafficField } from './schema-traffic.ts';

export const SCENARIO_VERSION = 1;

export const scenarioField = group({
  label: 'Scenario',
  help: 'Hosts, links, traffic and events of one emulation.',
  fields: {
    $schema: text({ label: 'JSON Schema', help: 'For editors; has no effect.', maxLength: 400, derived: 'none' }),
    nicscope: number({
      label: 'Format version',
      unit: '',
      min: SCENARIO_VERSION,
      max: SCENARIO_VERSION,
      choices: [SCENARIO_VERSION],
      help: 'Write "nicscope": 1 so that the file is known for what it is.',
      evidence: { source: 'docs/model.md, Scenario document' },
    }),
    title: text({ label: 'Title', help: 'A few words.', maxLength: 120, default: 'Untitled' }),
    about: text({ label: 'About', help: 'What the scenario shows.', maxLength: 4000, default: '' }),
    try: list({
      label: 'What to try',
      help: 'Changes worth making, and what to look at.',
      item: text({ label: 'Suggestion', help: 'One sentence or two.', maxLength: 400 }),
      min: 0,
      max: 12,
    }),
    seed: number({
      label: 'Seed',
      unit: '',
      min: 0,
      max: 0xffffffff,
      help: 'Same document and same seed: same run, bit by bit.',
      default: 1,
      evidence: assumed('Any number serves.'),
    }),
    hosts: list({ label: 'Hosts', help: 'The computers.', item: hostField, min: 1, max: 64 }),
    links: list({ label: 'Links', help: 'The cables.', item: linkField, min: 0, max: 512 }),
    switches: list({ label: 'Switches', help: 'The switches.', item: switchField, min: 0, max: 32 }),
    traffic: list({ label: 'Traffic', help: 'Who sends what to whom.', item: trafficField, min: 0, max: 256 }),
    timeline: list({ label: 'Timeline', help: 'What happens during the run.', item: timelineField, min: 0, max: 1000 }),
  },
});

/** A document with all defaults filled in and quantities in their base units. */
export type Scenario = Value<typeof scenarioField>;
/** A document as a person may write it. */
export type ScenarioDraft = Draft<typeof scenarioField>;

export type Host = Scenario['hosts'][number];
export type Nic = Host['nics'][number];
export type Link = Scenario['links'][number];
export type Switch = Scenario['switches'][number];
export type Traffic = Scenario['traffic'][number];
export type TimelineEvent = Scenario['timeline'][number];
