// Which settings take effect at once and which wait for a restart. Those of registry values are in ui/registry/known-values.ts.
// Source: see each row. Where no source speaks, a row says why the restart is assumed.

import { assumed, VMQ_KEYWORDS } from '../sources.ts';
import type { RestartRule } from './version.ts';

const hardware = assumed('Hardware, firmware and the installed version are read when the computer starts.');
const live = assumed('No source asks for a restart.');

export const commonRestarts: readonly RestartRule[] = [
  { settings: 'host', restart: 'computer', evidence: hardware },
  {
    settings: 'host.netsh',
    restart: 'none',
    evidence: assumed('The commands are documented without a restart; a tip elsewhere asks for one.'),
  },
  { settings: 'host.chimneyPorts', restart: 'none', evidence: live },
  { settings: 'host.chimneyApplications', restart: 'none', evidence: live },
  { settings: 'host.roles', restart: 'none', evidence: live },
  {
    settings: 'host.roles.hyperV',
    restart: 'computer',
    evidence: assumed('The hypervisor is below Windows, so it starts with the computer.'),
  },
  { settings: 'host.software', restart: 'none', evidence: live },
  {
    settings: 'host.updates',
    restart: 'computer',
    evidence: assumed('The updates replace drivers of the network stack, which stay loaded.'),
  },
  { settings: 'adapter', restart: 'computer', evidence: hardware },
  { settings: 'adapter.linkBps', restart: 'none', evidence: assumed('The link is negotiated again while Windows runs.') },
  { settings: 'adapter.driverNdis', restart: 'adapter', evidence: assumed('A new driver is loaded when the adapter starts.') },
  { settings: 'adapter.team', restart: 'none', evidence: live },
  { settings: 'adapter.binding', restart: 'none', evidence: VMQ_KEYWORDS },
  { settings: 'adapter.offloadedConnections', restart: 'none', evidence: live },
  {
    settings: 'virtualMachine',
    restart: 'virtual-machine',
    evidence: assumed('The virtual network adapter is set up when the virtual machine starts.'),
  },
  { settings: 'virtualMachine.chimney', restart: 'none', evidence: assumed('As netsh of the host.') },
  { settings: 'virtualMachine.network', restart: 'none', evidence: live },
  { settings: 'virtualMachine.vlan', restart: 'none', evidence: live },
  { settings: 'virtualMachine.queuesTaken', restart: 'none', evidence: live },
  { settings: 'connection', restart: 'none', evidence: assumed('These are facts of a connection, not settings.') },
  { settings: 'assumptions', restart: 'none', evidence: assumed('These are parameters of the model.') },
];
