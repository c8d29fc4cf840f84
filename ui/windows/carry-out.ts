// What a command of the console changes in the document of its host.

import type { Change } from '../console/change.ts';
import { globalDefaults } from '../console/globals.ts';
import type { ChimneyPort, GlobalName, GlobalSettings } from '../console/state.ts';
import type { RegistryChange } from '../registry/registry.ts';
import type { Host } from '../scenario/schema.ts';
import type { DocumentEdit } from '../scenario/windows-edits.ts';
import { keyEdits, registryEdits } from './registry-view.ts';

type Setting = GlobalSettings[GlobalName];

/** Where a global parameter of TCP stands in a host, and its value there. */
function globalEdit(name: GlobalName, value: Setting): DocumentEdit {
  switch (name) {
    case 'autotuninglevel':
      return { path: 'tcp.autoTuning', value };
    case 'congestionprovider':
      return { path: 'tcp.congestion', value: value === 'ctcp' ? 'ctcp' : 'newreno' };
    case 'ecncapability':
      return { path: 'tcp.ecn', value: value === 'enabled' };
    case 'timestamps':
      return { path: 'tcp.timestamps', value: value === 'enabled' };
    default:
      return { path: `windows.netsh.${name}`, value };
  }
}

const switches = ['rss', 'chimney', 'netdma', 'dca'] as const;
const parameters = ['autotuninglevel', 'congestionprovider', 'ecncapability', 'timestamps'] as const;

/** As installed: switches that the document leaves out are. */
const resetEdits = ({ os }: Host): DocumentEdit[] => [
  ...switches.map((name) => ({ path: `windows.netsh.${name}`, value: undefined })),
  ...parameters.map((name) => globalEdit(name, globalDefaults[os][name])),
  { path: 'windows.netsh.windowScaling', value: 'enabled' },
  { path: 'windows.chimneyPorts', value: [] },
  { path: 'windows.chimneyApplications', value: [] },
];

type Port = Host['windows']['chimneyPorts'][number];
const isPort = (entry: Port, { localPort, remotePort }: Omit<ChimneyPort, 'state'>): boolean =>
  (entry.localPort ?? null) === localPort && (entry.remotePort ?? null) === remotePort;

const portEntry = ({ state, localPort, remotePort }: ChimneyPort): Port => ({
  state,
  ...(localPort === null ? {} : { localPort }),
  ...(remotePort === null ? {} : { remotePort }),
});

const sameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function registryChangeEdits(host: Host, index: number, change: RegistryChange): DocumentEdit[] {
  switch (change.kind) {
    case 'set':
      return registryEdits(host, index, change.path, change.name, change.value);
    case 'delete value':
      return registryEdits(host, index, change.path, change.name, null);
    case 'delete key':
      return registryEdits(host, index, change.path, null, null);
    case 'key':
      return keyEdits(host, index, change.path);
  }
}

/** Edits of the document, with whole paths; none for what is no setting. @param index  of the host */
export function changeEdits(host: Host, index: number, change: Change): DocumentEdit[] {
  if (change.kind === 'change-registry') return registryChangeEdits(host, index, change.change);
  return hostEdits(host, change).map(({ path, value }) => ({ path: `hosts[${index}].${path}`, value }));
}

function hostEdits(host: Host, change: Change): DocumentEdit[] {
  const { chimneyPorts, chimneyApplications } = host.windows;
  switch (change.kind) {
    case 'set-global':
      return [globalEdit(change.name, change.value)];
    case 'reset-tcp':
      return resetEdits(host);
    case 'set-heuristics':
      return [{ path: 'windows.netsh.windowScaling', value: change.windowScaling }];
    case 'set-task-offload':
      return [{ path: 'windows.netsh.taskOffload', value: change.value }];
    case 'add-chimney-port':
    case 'delete-chimney-port': {
      const others = chimneyPorts.filter((entry) => !isPort(entry, change.port));
      const value = change.kind === 'add-chimney-port' ? [...others, portEntry(change.port)] : others;
      return [{ path: 'windows.chimneyPorts', value }];
    }
    case 'add-chimney-application': {
      const others = chimneyApplications.filter(({ application }) => !sameText(application, change.application.application));
      return [{ path: 'windows.chimneyApplications', value: [...others, change.application] }];
    }
    case 'delete-chimney-application':
      return [
        {
          path: 'windows.chimneyApplications',
          value: chimneyApplications.filter(({ application }) => !sameText(application, change.application)),
        },
      ];
    default:
      return [];
  }
}
