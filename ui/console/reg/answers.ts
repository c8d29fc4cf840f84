// What reg.exe says, by version: "ERROR: " from Server 2008 on, "Error:  " before.

import { fails, type Outcome } from '../change.ts';
import type { OsVersion } from '../state.ts';
import type { RegVerb } from './options.ts';

export const doneLines = (os: OsVersion): readonly string[] =>
  os === 'ws2003sp2' ? ['', 'The operation completed successfully'] : ['The operation completed successfully.'];

export const canceledLine = 'The operation was canceled by the user.';

const errorText = (os: OsVersion, text: string) => (os === 'ws2003sp2' ? `Error:  ${text.replace(/\.$/, '')}` : `ERROR: ${text}`);

export const notFoundLine = (os: OsVersion): string => errorText(os, 'The system was unable to find the specified registry key or value.');

export const denied = (os: OsVersion): Outcome => fails(errorText(os, 'Access is denied.'));

export const refusedBy = (os: OsVersion, verb: RegVerb | null, text: string): Outcome =>
  fails(errorText(os, text), `Type "REG ${verb === null ? '' : `${verb.toUpperCase()} `}/?" for usage.`);
