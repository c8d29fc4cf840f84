// Names of the emulated versions and the few texts that depend on nothing else.
// Version numbers: 5.2.3790 is Server 2003; 6.0.6002 is Server 2008 SP2; 6.1.7601 is Server 2008 R2 SP1.

import { versions } from '../effective/os/versions.ts';
import type { OsVersion } from './state.ts';

export const versionNames: Readonly<Record<OsVersion, string>> = {
  ws2003sp2: versions.ws2003sp2.label,
  ws2008: versions.ws2008.label,
  ws2008r2: versions.ws2008r2.label,
};

export const versionLines: Readonly<Record<OsVersion, string>> = {
  ws2003sp2: 'Microsoft Windows [Version 5.2.3790]',
  ws2008: 'Microsoft Windows [Version 6.0.6002]',
  ws2008r2: 'Microsoft Windows [Version 6.1.7601]',
};

const copyrightLines: Readonly<Record<OsVersion, string>> = {
  ws2003sp2: '(C) Copyright 1985-2003 Microsoft Corp.',
  ws2008: 'Copyright (c) 2006 Microsoft Corporation.  All rights reserved.',
  ws2008r2: 'Copyright (c) 2009 Microsoft Corporation.  All rights reserved.',
};

/** What a new prompt starts with. */
export const bannerLines = (os: OsVersion): readonly string[] => [versionLines[os], copyrightLines[os]];

/** Server 2008 and later. */
export const isVista = (os: OsVersion): boolean => os !== 'ws2003sp2';
