// The global TCP parameters: tags, labels, values and defaults by version. One table for `show global`, `set global`, `dump`, help and
// completion. Sources: KB 951037, KB 942861, outputs and the usage of a later netsh (reconstructed.ts says for what).

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
const chimney2008: GlobalParameter = {
  tag: 'chimney',
  label: 'Chimney Offload State',
  values: onOff('TCP Chimney Offload'),
  defaultHelp: restores('TCP Chimney Offload state'),
};
const chimney2008r2: GlobalParameter = {
  ...chimney2008,
  values: [...chimney2008.values, { value: 'automatic', help: 'Offload connections that fulfil the criteria of the system.' }],
};
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

/** In the order of `show global`. Server 2003 has no such context. */
export const shownGlobals: Readonly<Record<OsVersion, readonly GlobalParameter[]>> = {
  ws2003sp2: [],
  ws2008: [rss, chimney2008, autotuninglevel, congestionprovider, ecncapability, timestamps],
  ws2008r2: [rss, chimney2008r2, netdma, dca, autotuninglevel, congestionprovider, ecncapability, timestamps],
};

/** In the order of `set global`, which is that of values without a tag. */
export const settableGlobals: Readonly<Record<OsVersion, readonly GlobalParameter[]>> = {
  ws2003sp2: [],
  ws2008: shownGlobals.ws2008,
  ws2008r2: [rss, chimney2008r2, autotuninglevel, congestionprovider, ecncapability, timestamps, netdma, dca],
};

const common = {
  rss: 'enabled',
  dca: 'disabled',
  autotuninglevel: 'normal',
  congestionprovider: 'ctcp',
  ecncapability: 'disabled',
  timestamps: 'disabled',
} as const;

export const globalDefaults: Readonly<Record<OsVersion, GlobalSettings>> = {
  ws2003sp2: { ...common, chimney: 'enabled', netdma: 'enabled', autotuninglevel: 'disabled', congestionprovider: 'none' },
  ws2008: { ...common, chimney: 'disabled', netdma: 'disabled' },
  ws2008r2: { ...common, chimney: 'automatic', netdma: 'enabled' },
};
