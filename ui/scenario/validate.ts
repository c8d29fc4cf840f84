// A document in, and out comes the scenario with all defaults, or every fault with its path.

import { assignAddresses } from './addresses.ts';
import { checkAddresses, checkAllNames, checkHost } from './check-hosts.ts';
import { checkLinks, checkTimeline, checkTraffic } from './check-network.ts';
import { documentPath, withGuests } from './guests.ts';
import { readField, type ScenarioFault } from './read-field.ts';
import { type Scenario, SCENARIO_VERSION, scenarioField } from './schema.ts';
import { buildTopology } from './topology.ts';

export type { ScenarioFault } from './read-field.ts';

export type ScenarioResult = { scenario: Scenario } | { faults: ScenarioFault[] };

const fail = (message: string): ScenarioResult => ({ faults: [{ path: '', message, shape: true }] });

/** What has to fit together, as far as the faulty parts of the document let it be seen. */
function checkTogether(scenario: Scenario, faults: ScenarioFault[]): void {
  const own = [...faults];
  const say = (path: string, message: string) => faults.push({ path, message, shape: false });
  const isSound = (path: string) => !own.some((fault) => fault.path.startsWith(path));
  checkAllNames(scenario, say);
  for (const [index, host] of scenario.hosts.entries()) if (isSound(`hosts[${index}]`)) checkHost(host, `hosts[${index}]`, say);
  if (isSound('hosts') && isSound('switches')) {
    const whole = withGuests(scenario);
    const topology = buildTopology(whole);
    const addressing = assignAddresses(whole, topology);
    checkLinks(scenario, topology, say);
    checkAddresses(whole, topology, addressing, (path, message) => say(documentPath(whole, path), message));
    checkTraffic(whole, topology, addressing, say);
  }
  // A change is tried on hosts that are in order without it.
  const before = [...faults];
  checkTimeline(scenario, (host) => !before.some(({ path }) => path.startsWith(`hosts[${host}]`)), say);
}

/** @param document what JSON.parse gave; it is not changed */
export function validateScenario(document: unknown): ScenarioResult {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return fail('This is not a scenario document: it has to be an object with "nicscope": 1.');
  const version = Object.hasOwn(document, 'nicscope') ? (document as { nicscope: unknown }).nicscope : undefined;
  if (typeof version === 'number' && Number.isInteger(version) && version > SCENARIO_VERSION)
    return {
      faults: [
        {
          path: 'nicscope',
          message: `This document has format version ${version}; this program reads up to ${SCENARIO_VERSION}.`,
          shape: true,
        },
      ],
    };
  const faults: ScenarioFault[] = [];
  const scenario = readField(scenarioField, document, '', (path, message, shape = true) =>
    faults.push({ path, message, shape }),
  ) as Scenario;
  checkTogether(scenario, faults);
  return faults.length ? { faults } : { scenario };
}

/** Reads the text of a document. */
export function parseScenario(text: string): ScenarioResult {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(`This is not JSON: ${error.message}`);
  }
  return validateScenario(document);
}
