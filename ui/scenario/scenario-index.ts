// The list of ready scenarios that the site offers: what each document says of itself.

import { parseScenario } from './validate.ts';

export interface ReadyScenario {
  file: string;
  title: string;
  /** What it shows. */
  about: string;
  try: string[];
}

/** In this order; others follow by name. */
const ORDER = [
  'two-hosts-1g',
  'two-hosts-10g-1500',
  'two-hosts-10g-9000',
  'sixteen-clients',
  'lossy-long-path',
  'small-messages',
  'busy-web-server',
  'one-elephant',
  'file-server-chimney',
  'silently-off',
  'eight-vms-switch',
  'eight-vms-4-queues',
  'eight-vms-16-queues',
  'vm-chimney',
  'netdma-io-sizes',
];

/** Text of public/scenarios/index.json. @throws Error when a document is not valid */
export function scenarioIndexText(documents: readonly { file: string; text: string }[]): string {
  const rank = (file: string) => ORDER.indexOf(file.replace(/\.json$/, '')) >>> 0; // -1 comes last
  const entries = documents.map(({ file, text }): ReadyScenario => {
    const result = parseScenario(text);
    if ('faults' in result) throw new Error(`${file}: ${result.faults.map(({ path, message }) => `${path}: ${message}`).join('\n')}`);
    const { title, about, try: suggestions } = result.scenario;
    return { file, title, about, try: suggestions };
  });
  entries.sort((a, b) => rank(a.file) - rank(b.file) || (a.file < b.file ? -1 : 1));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
