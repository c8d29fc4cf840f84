// What the command prompt sees of a host: settings of the document, and what the run tells.

import type { ConsoleState, GlobalSettings, TaskOffload, Adapter } from '../console/state.ts';
import { taskOffloads } from '../console/state.ts';
import { expandCounterPath } from '../counters/path.ts';
import { globalSwitches } from '../effective/tcp-globals.ts';
import { effectiveNic } from '../scenario/effective-nic.ts';
import type { Host, Nic } from '../scenario/schema.ts';
import { windowsSettings } from '../scenario/windows-settings.ts';
import { computerName, counterCatalog } from './counter-catalog.ts';
import type { AdapterView, HostView } from './host-view.ts';
import { adapterDescription, registryOf } from './registry-view.ts';

/** Assumed: interface indices of physical adapters begin there on these versions. */
const FIRST_INTERFACE = 11;
export const interfaceIndex = (nic: number): number => FIRST_INTERFACE + nic;
export const nicOfInterface = (index: number): number => index - FIRST_INTERFACE;

export const connectionName = (nic: number): string => `Local Area Connection${nic ? ` ${nic + 1}` : ''}`;

function globalsOf(host: Host): GlobalSettings {
  const { autoTuning, congestion, ecn, timestamps } = host.tcp;
  const on = (value: boolean) => (value ? 'enabled' : 'disabled');
  return {
    ...globalSwitches(windowsSettings(host, host.nics[0]!)),
    autotuninglevel: autoTuning,
    congestionprovider: congestion === 'ctcp' ? 'ctcp' : 'none',
    ecncapability: on(ecn),
    timestamps: on(timestamps),
  };
}

/** Which task offloads hardware can do, or, by what is in force, does. */
function offloads({ checksum, lsoV1, lsoV2 }: { checksum: boolean; lsoV1: boolean; lsoV2: boolean }): TaskOffload[] {
  return taskOffloads.filter((name) => {
    if (name === 'largeSend') return lsoV1;
    if (name === 'giantSend') return lsoV2;
    return checksum;
  });
}

function adapterOf(host: Host, inForce: Host, index: number, view: AdapterView): Adapter {
  const nic: Nic = host.nics[index]!;
  const { capabilities } = nic;
  const effective = effectiveNic(inForce, inForce.nics[index]!);
  const { properties } = windowsSettings(host, nic).adapter;
  const takesConnections = capabilities.chimneyIPv4 || capabilities.chimneyIPv6;
  return {
    interfaceIndex: interfaceIndex(index),
    name: connectionName(index),
    description: adapterDescription(nic, index),
    instanceId: `PCI\\VEN_FFFE&DEV_0001&SUBSYS_00000000&REV_00\\3&11583659&0&${String(8 * (index + 1)).padStart(2, '0')}`,
    mac: view.mac.toUpperCase().replaceAll(':', '-'),
    connected: view.connected,
    addresses: view.addresses,
    gateways: [],
    dnsServers: [],
    mtu: nic.mtu,
    metric: 10 * (index + 1),
    capable: offloads(capabilities),
    active: offloads({ checksum: effective.checksumOffload, lsoV1: effective.lsoV1, lsoV2: effective.lsoV2 }),
    chimney: {
      capacity: takesConnections ? capabilities.chimneyConnections : 0,
      enabled: takesConnections && (properties.chimneyIPv4 || properties.chimneyIPv6),
      offloaded: view.offloaded,
      offloading: view.offloading,
      uploading: view.uploading,
    },
  };
}

/** @param host  as it is wanted  @param inForce  the same host as it is in force */
export function consoleState(host: Host, inForce: Host, view: HostView): ConsoleState {
  const { windows, os } = host;
  return {
    os,
    elevated: windows.elevated,
    computerName: computerName(host),
    directory: os === 'ws2003sp2' ? 'C:\\Documents and Settings\\Administrator' : 'C:\\Users\\Administrator',
    timePs: view.timePs,
    globals: globalsOf(host),
    heuristics: { windowScaling: windows.netsh.windowScaling, overriding: false },
    taskOffload: windows.netsh.taskOffload,
    chimneyPorts: windows.chimneyPorts.map(({ state, localPort = null, remotePort = null }) => ({ state, localPort, remotePort })),
    chimneyApplications: windows.chimneyApplications,
    adapters: host.nics.map((_, index) => adapterOf(host, inForce, index, view.adapters[index]!)),
    connections: view.connections,
    statistics: view.statistics,
    netDma: view.netDma,
    registry: registryOf(host),
    counters: { expand: (path) => expandCounterPath(path, counterCatalog(host, [...view.machines])) },
    names: view.names,
  };
}
