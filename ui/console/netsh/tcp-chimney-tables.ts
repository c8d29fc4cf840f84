// netsh interface tcp: the tables of applications and ports that are, or are not, to be offloaded.
// The commands and that they need elevation: KB 2643970 and netsh help. Parameters and layout: reconstructed.

import { does, fails, says } from '../change.ts';
import type { ChimneyPort } from '../state.ts';
import { parseParameters, type Parameter } from './parameters.ts';
import { refused } from './refused.ts';
import type { NetshCommand } from './tree.ts';

const stateParameter: Parameter = { tag: 'state', required: true, values: ['enabled', 'disabled'] };
const application: Parameter = { tag: 'application', required: true };
const localPort: Parameter = { tag: 'localport', required: true };
const remotePort: Parameter = { tag: 'remoteport', required: true };

const notFoundLines = ['The system cannot find the file specified.', ''];

/** null for `*`; undefined when the text is neither that nor a port. */
function readPort(text: string): number | null | undefined {
  if (text === '*') return null;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) return undefined;
  return Number(text);
}

function readPorts(given: Readonly<Record<string, string>>): Omit<ChimneyPort, 'state'> | { readonly fault: readonly string[] } {
  const ports = [localPort, remotePort].map(({ tag }) => ({ tag, port: readPort(given[tag]!) }));
  const wrong = ports.find(({ port }) => port === undefined);
  if (wrong) return { fault: [`'${given[wrong.tag]}' is not an acceptable value for '${wrong.tag}'.`, 'The parameter is incorrect.'] };
  return { localPort: ports[0]!.port!, remotePort: ports[1]!.port! };
}

const portText = (port: number | null) => (port === null ? '*' : String(port));

const addApplication: NetshCommand = {
  name: 'add chimneyapplication',
  help: 'Adds application to the TCP Chimney offload table.',
  elevated: true,
  parameters: [stateParameter, application],
  usage: ['Usage: add chimneyapplication [state=]enabled|disabled [application=]<path>'],
  run(_state, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    const state = parsed.given['state'] === 'disabled' ? 'disabled' : 'enabled';
    return does([{ kind: 'add-chimney-application', application: { state, application: parsed.given['application']! } }], 'Ok.', '');
  },
};

const deleteApplication: NetshCommand = {
  name: 'delete chimneyapplication',
  help: 'Deletes a TCP chimney application from the offload table.',
  elevated: true,
  parameters: [application],
  usage: ['Usage: delete chimneyapplication [application=]<path>'],
  run({ chimneyApplications }, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    const named = parsed.given['application']!;
    const exists = chimneyApplications.some((entry) => entry.application.toLowerCase() === named.toLowerCase());
    return exists ? does([{ kind: 'delete-chimney-application', application: named }], 'Ok.', '') : fails(...notFoundLines);
  },
};

const showApplications: NetshCommand = {
  name: 'show chimneyapplications',
  help: 'Shows applications in the TCP chimney offload table.',
  elevated: true,
  parameters: [],
  usage: ['Usage: show chimneyapplications'],
  run({ chimneyApplications }, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    if (chimneyApplications.length === 0) return says('');
    return says(
      'State     Application',
      '--------  -----------',
      ...chimneyApplications.map((row) => `${row.state.padEnd(8)}  ${row.application}`),
      '',
    );
  },
};

const addPort: NetshCommand = {
  name: 'add chimneyport',
  help: 'Adds a source port, destination port filter to the TCP Chimney table.',
  elevated: true,
  parameters: [stateParameter, localPort, remotePort],
  usage: ['Usage: add chimneyport [state=]enabled|disabled [localport=]<0-65535>|* [remoteport=]<0-65535>|*'],
  run(_state, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    const ports = readPorts(parsed.given);
    if ('fault' in ports) return refused(ports.fault, this);
    const state = parsed.given['state'] === 'disabled' ? 'disabled' : 'enabled';
    return does([{ kind: 'add-chimney-port', port: { state, ...ports } }], 'Ok.', '');
  },
};

const deletePort: NetshCommand = {
  name: 'delete chimneyport',
  help: 'Deletes a TCP chimney port entry from the offload table.',
  elevated: true,
  parameters: [localPort, remotePort],
  usage: ['Usage: delete chimneyport [localport=]<0-65535>|* [remoteport=]<0-65535>|*'],
  run({ chimneyPorts }, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    const ports = readPorts(parsed.given);
    if ('fault' in ports) return refused(ports.fault, this);
    const exists = chimneyPorts.some((entry) => entry.localPort === ports.localPort && entry.remotePort === ports.remotePort);
    return exists ? does([{ kind: 'delete-chimney-port', port: ports }], 'Ok.', '') : fails(...notFoundLines);
  },
};

const showPorts: NetshCommand = {
  name: 'show chimneyports',
  help: 'Shows port tuples in the TCP chimney offload table.',
  elevated: true,
  parameters: [],
  usage: ['Usage: show chimneyports'],
  run({ chimneyPorts }, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    if (chimneyPorts.length === 0) return says('');
    return says(
      'State     Local Port  Remote Port',
      '--------  ----------  -----------',
      ...chimneyPorts.map(
        (row) => `${row.state.padEnd(8)}  ${portText(row.localPort).padStart(10)}  ${portText(row.remotePort).padStart(11)}`,
      ),
      '',
    );
  },
};

export const tcpChimneyTableCommands: readonly NetshCommand[] = [
  addApplication,
  addPort,
  deleteApplication,
  deletePort,
  showApplications,
  showPorts,
];
