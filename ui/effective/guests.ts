// Guest operating systems, as far as VMQ and Virtual Machine Chimney ask.

import type { Evidence } from '../features/rss.ts';
import type { ChimneyMode, GuestId } from './settings.ts';
import { assumed, USING_VM_CHIMNEY, USING_VMQ } from './sources.ts';

export interface Guest {
  readonly label: string;
  /** Whether it can use the two features: as it is, once integration services are installed, or never. */
  readonly support: 'yes' | 'with-integration-services' | 'no';
  readonly chimneyModes: readonly ChimneyMode[];
  readonly initialChimney: ChimneyMode;
  /** Rules of its firewall can make it take connections back for good. */
  readonly firewallUploads: boolean;
  readonly evidence: Evidence;
}

const withModesOf2008 = { chimneyModes: ['disabled', 'enabled'], initialChimney: 'disabled', firewallUploads: false } as const;
const withModesOfR2 = { chimneyModes: ['disabled', 'enabled', 'automatic'], initialChimney: 'automatic', firewallUploads: true } as const;

export const guests: Readonly<Record<GuestId, Guest>> = {
  ws2008r2: { label: 'Windows Server 2008 R2', support: 'yes', ...withModesOfR2, evidence: USING_VMQ },
  win7: { label: 'Windows 7', support: 'yes', ...withModesOfR2, evidence: USING_VMQ },
  ws2008: { label: 'Windows Server 2008', support: 'with-integration-services', ...withModesOf2008, evidence: USING_VM_CHIMNEY },
  vista: { label: 'Windows Vista', support: 'with-integration-services', ...withModesOf2008, evidence: USING_VM_CHIMNEY },
  older: {
    label: 'An older version of Windows',
    support: 'no',
    chimneyModes: ['disabled'],
    initialChimney: 'disabled',
    firewallUploads: false,
    evidence: assumed('Versions before Windows Vista are not among the supported guests.'),
  },
};
