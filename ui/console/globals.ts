// The global TCP parameters: tags, labels, values and defaults by version. One table for `show global`, `set global`, `dump`, help and
// completion. Which version has what, and its default, is said in ui/effective. Sources: KB 951037, KB 942861, outputs and the usage of a
// later netsh (reconstructed.ts says for what).

import { versions } from '../effective/os/versions.ts';
import type { ChimneyMode } from '../effective/settings.ts';
import { hasSetting } from '../effective/common-gates.ts';
import { installedGlobals } from '../effective/tcp-globals.ts';
import type { GlobalName, GlobalSettings, OsVersion } from './state.ts';

export interface GlobalParameter {
  readonly tag: GlobalName;
  /** As in `show global`, and with the spelling of it. */
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly help: string }[];
  /** Of 'default'. */
  readonly defaultHelp: string | null;
}

const onOff = (what: string) => [
  { value: 'disabled', help: `Disable ${what}.` },
  { value: 'enabled', help: `Enable ${what}.` },
];
const restores = (what: string) => `Restore ${what} to the system default.`;

const rss: GlobalParameter = {
  tag: 'rss',
  label: 'Receive-Side Scaling State',
  values: onOff('receive-side scaling'),
  defaultHelp: restores('receive-side scaling state'),
};
const chimneyHelp: Readonly<Record<ChimneyMode, string>> = {
  disabled: 'Disable TCP Chimney Offload.',
  enabled: 'Enable TCP Chimney Offload.',
  automatic: 'Offload connections that fulfil the criteria of the system.',
};
const chimney = (os: OsVersion): GlobalParameter => ({
  tag: 'chimney',
  label: 'Chimney Offload State',
  values: versions[os].chimneyModes.map((value) => ({ value, help: chimneyHelp[value] })),
  defaultHelp: restores('TCP Chimney Offload state'),
});
const netdma: GlobalParameter = {
  tag: 'netdma',
  label: 'NetDMA State',
  values: onOff('NetDMA'),
  defaultHelp: restores('NetDMA state'),
};
const dca: GlobalParameter = {
  tag: 'dca',
  label: 'Direct Cache Acess (DCA)',
  values: onOff('direct cache access'),
  defaultHelp: restores('direct cache access state'),
};
const autotuninglevel: GlobalParameter = {
  tag: 'autotuninglevel',
  label: 'Receive Window Auto-Tuning Level',
  values: [
    { value: 'disabled', help: 'Fix the receive window at its default value.' },
    { value: 'highlyrestricted', help: 'Allow the receive window to grow very conservatively.' },
    { value: 'restricted', help: 'Allow the receive window to grow, within limits.' },
    { value: 'normal', help: 'Allow the receive window to grow for almost all scenarios.' },
    { value: 'experimental', help: 'Allow the receive window to grow for extreme scenarios.' },
  ],
  defaultHelp: null,
};
const congestionprovider: GlobalParameter = {
  tag: 'congestionprovider',
  label: 'Add-On Congestion Control Provider',
  values: [
    { value: 'none', help: 'Use the built-in congestion control.' },
    { value: 'ctcp', help: 'Use the add-on Compound TCP congestion control.' },
  ],
  defaultHelp: restores('the provider'),
};
const ecncapability: GlobalParameter = {
  tag: 'ecncapability',
  label: 'ECN Capability',
  values: onOff('ECN'),
  defaultHelp: restores('ECN capability'),
};
const timestamps: GlobalParameter = {
  tag: 'timestamps',
  label: 'RFC 1323 Timestamps',
  values: onOff('RFC 1323 timestamps'),
  defaultHelp: restores('the state of timestamps'),
};

/** Whether netsh of the version has the parameter. Those that switch no feature came with the first two. */
function isThere(os: OsVersion, { tag }: GlobalParameter): boolean {
  const isSwitch = tag === 'rss' || tag === 'chimney' || tag === 'netdma' || tag === 'dca';
  return hasSetting(os, `host.netsh.${isSwitch ? tag : 'rss'}`);
}

const ofEach = <T>(make: (os: OsVersion) => T): Readonly<Record<OsVersion, T>> => ({
  ws2003sp2: make('ws2003sp2'),
  ws2008: make('ws2008'),
  ws2008r2: make('ws2008r2'),
});

const tcp = [autotuninglevel, congestionprovider, ecncapability, timestamps];

/** In the order of `show global`. Server 2003 has no such context. */
export const shownGlobals = ofEach((os): readonly GlobalParameter[] =>
  [rss, chimney(os), netdma, dca, ...tcp].filter((parameter) => isThere(os, parameter)),
);

/** In the order of `set global`, which is that of values without a tag. */
export const settableGlobals = ofEach((os): readonly GlobalParameter[] =>
  [rss, chimney(os), ...tcp, netdma, dca].filter((parameter) => isThere(os, parameter)),
);

export const globalDefaults = ofEach((os): GlobalSettings => installedGlobals(os));
