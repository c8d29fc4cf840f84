// The scenarios that ship with the site.

import type { ReadyScenario } from '../scenario/scenario-index.ts';

const folder = new URL('scenarios/', document.baseURI);

export async function listScenarios(): Promise<ReadyScenario[]> {
  const response = await fetch(new URL('index.json', folder));
  if (!response.ok) throw new Error(`The list of scenarios answered ${response.status}.`);
  return (await response.json()) as ReadyScenario[];
}

/** Text of one of the list; the file name may come from a link. */
export async function readScenario(file: string, ready: readonly ReadyScenario[]): Promise<string> {
  if (!ready.some((scenario) => scenario.file === file)) throw new Error(`There is no ready scenario “${file}”.`);
  const response = await fetch(new URL(encodeURIComponent(file), folder));
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.text();
}
