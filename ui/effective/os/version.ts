// What a version of Windows says about itself: data only. A new version is one more file of this shape, and its line in versions.ts.

import type { Evidence } from '../../features/rss.ts';
import type { FeatureId } from '../feature-list.ts';
import { type Change, changeTo, type SettingPath, type SettingValue } from '../setting-paths.ts';
import type { ChimneyMode, Edition, NdisVersion, Platform } from '../settings.ts';
import type { TcpGlobalDefaults } from './tcp-globals.ts';

/** Something that a version has or has not, and how that is known. */
export interface Presence {
  readonly has: boolean;
  readonly evidence: Evidence;
}
export const has = (evidence: Evidence): Presence => ({ has: true, evidence });
export const lacks = (evidence: Evidence): Presence => ({ has: false, evidence });

/** Whether a role or a policy keeps a feature off. */
export interface Rule {
  readonly blocks: boolean;
  readonly evidence: Evidence;
}
export const blocks = (evidence: Evidence): Rule => ({ blocks: true, evidence });
export const allows = (evidence: Evidence): Rule => ({ blocks: false, evidence });

/** What has to be restarted before a setting is in force. A computer's restart restarts the others too. */
export const RESTARTS = ['none', 'adapter', 'virtual-machine', 'computer'] as const;
export type Restart = (typeof RESTARTS)[number];

export interface RestartRule {
  /** A setting or a group of settings; the longest name that fits decides. */
  readonly settings: string;
  readonly restart: Restart;
  readonly evidence: Evidence;
}

/** The value that a setting has on a new installation. */
export interface Initial extends Change {
  readonly evidence: Evidence;
}
export const initial = <P extends SettingPath>(path: P, value: SettingValue<P>, evidence: Evidence): Initial => ({
  ...changeTo(path, value),
  evidence,
});

/** The setting that turns a feature of the operating system on and off. */
export interface Switch {
  readonly path: SettingPath;
  readonly on: SettingValue;
  readonly off: SettingValue;
  readonly evidence: Evidence;
}
export const switchAt = <P extends SettingPath>(path: P, off: SettingValue<P>, on: SettingValue<P>, evidence: Evidence): Switch => ({
  path,
  on: on,
  off: off,
  evidence,
});

export interface Update {
  readonly id: string;
  readonly features: readonly FeatureId[];
  readonly message: string;
  readonly evidence: Evidence;
  /** What installing it changes. An update without changes is advice. */
  readonly sets?: readonly Change[];
}

export interface WindowsVersion {
  readonly label: string;
  /** Shown beside the others to compare, but not emulated. */
  readonly comparisonOnly: boolean;
  /** Newest drivers that it runs. */
  readonly ndis: NdisVersion;
  readonly platforms: readonly Platform[];
  /** Most logical processors that the features of this document can use. */
  readonly processorLimit: Readonly<Record<Platform, number>>;
  readonly processorLimitEvidence: Evidence;
  readonly features: Readonly<Record<FeatureId, Presence>>;
  /** Settings and groups of settings that it does not have, or that have no effect in it, but for values of the registry. */
  readonly missing: readonly { readonly settings: string; readonly evidence: Evidence }[];
  readonly hyperV: {
    readonly platforms: readonly Platform[];
    readonly platformEvidence: Evidence;
    readonly editions: readonly Edition[];
    readonly editionEvidence: Evidence;
  };
  readonly switches: Readonly<Record<'rss' | 'chimney' | 'netdma', Switch>>;
  readonly chimneyModes: readonly ChimneyMode[];
  /** Oldest driver that a feature works with. */
  readonly drivers: Readonly<Record<'rss' | 'chimney' | 'vmq', { readonly ndis: NdisVersion; readonly evidence: Evidence }>>;
  readonly rss: {
    readonly nlb: Rule;
    readonly nat: Rule;
  };
  readonly chimney: {
    readonly hyperV: Rule;
    readonly nlb: Rule;
    readonly nat: Rule;
    /** Whether any IPsec policy keeps all connections in the host; otherwise only connections that it covers. */
    readonly anyIpsecPolicy: Rule;
    readonly firewallUploads: Presence;
  };
  /** What 0 means in the registry values TenGigVmqEnabled and BelowTenGigVmqEnabled. */
  readonly vmqDefault: { readonly tenGig: boolean; readonly below: boolean; readonly evidence: Evidence };
  /** But for values of the registry and properties of adapters, whose defaults are in ui/registry/known-values.ts. */
  readonly initial: readonly Initial[];
  readonly tcpGlobals: TcpGlobalDefaults;
  readonly updates: readonly Update[];
}
