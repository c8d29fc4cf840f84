// The parameters of `netsh interface tcp set global` that switch no feature of this folder, as each version comes.
// Leaves out: what they do, which is a matter of TCP.

import type { Evidence } from '../../features/rss.ts';
import type { SwitchState } from '../settings.ts';
import { assumed, NETWORK_TWEAKS, source } from '../sources.ts';

export const AUTO_TUNING_LEVELS = ['disabled', 'highlyrestricted', 'restricted', 'normal', 'experimental'] as const;
export const CONGESTION_PROVIDERS = ['none', 'ctcp'] as const;

export interface TcpGlobals {
  readonly autotuninglevel: (typeof AUTO_TUNING_LEVELS)[number];
  readonly congestionprovider: (typeof CONGESTION_PROVIDERS)[number];
  readonly ecncapability: SwitchState;
  readonly timestamps: SwitchState;
}

export type TcpGlobalDefaults = {
  readonly [Name in keyof TcpGlobals]: { readonly value: TcpGlobals[Name]; readonly evidence: Evidence };
};

const defaults = (evidence: Evidence, provider: Evidence): TcpGlobalDefaults => ({
  autotuninglevel: { value: 'normal', evidence },
  congestionprovider: { value: 'ctcp', evidence: provider },
  ecncapability: { value: 'disabled', evidence },
  timestamps: { value: 'disabled', evidence },
});

const shownIn2008 = source('netsh interface tcp show global, Windows Server 2008');

export const tcpGlobals2008 = defaults(shownIn2008, shownIn2008);

export const tcpGlobals2008r2 = defaults(
  NETWORK_TWEAKS,
  assumed('Outputs of Windows Server 2008 R2 show none and ctcp; ctcp, as in Windows Server 2008, is the likelier default of a server.'),
);

const before = assumed('This version has no such parameter: its windows do not tune themselves, and nothing is added to NewReno.');

export const tcpGlobals2003: TcpGlobalDefaults = {
  autotuninglevel: { value: 'disabled', evidence: before },
  congestionprovider: { value: 'none', evidence: before },
  ecncapability: { value: 'disabled', evidence: before },
  timestamps: { value: 'disabled', evidence: assumed('Tcp1323Opts governs them in this version; no connection here asks for them first.') },
};
