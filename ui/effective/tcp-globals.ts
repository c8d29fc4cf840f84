// What `netsh interface tcp show global` has of a computer: its switches, and the parameters of TCP as the version comes.
// Where a version keeps a switch in the registry, what the value comes to stands in place of the parameter that netsh lacks.

import { defaultSettings } from './defaults.ts';
import type { TcpGlobals } from './os/tcp-globals.ts';
import { type OsId, versions } from './os/versions.ts';
import type { HostSettings, SwitchState, WindowsSettings } from './settings.ts';
import { switchMode } from './common-gates.ts';

export type GlobalSwitches = Pick<HostSettings['netsh'], 'rss' | 'chimney' | 'netdma' | 'dca'>;

/** rss and netdma have no automatic mode. */
const plain = (settings: WindowsSettings, name: 'rss' | 'netdma'): SwitchState =>
  switchMode(settings, name) === 'disabled' ? 'disabled' : 'enabled';

export const globalSwitches = (settings: WindowsSettings): GlobalSwitches => ({
  rss: plain(settings, 'rss'),
  chimney: switchMode(settings, 'chimney'),
  netdma: plain(settings, 'netdma'),
  dca: settings.host.netsh.dca,
});

function tcpGlobals(os: OsId): TcpGlobals {
  const { autotuninglevel, congestionprovider, ecncapability, timestamps } = versions[os].tcpGlobals;
  return {
    autotuninglevel: autotuninglevel.value,
    congestionprovider: congestionprovider.value,
    ecncapability: ecncapability.value,
    timestamps: timestamps.value,
  };
}

/** After installation, and after `netsh interface tcp reset`. */
export const installedGlobals = (os: OsId): GlobalSwitches & TcpGlobals => ({
  ...globalSwitches(defaultSettings(os)),
  ...tcpGlobals(os),
});
