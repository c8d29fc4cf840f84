// The answer to a netsh command that cannot be carried out as typed: the fault and then the usage.

import { fails, type Outcome } from '../change.ts';
import type { NetshCommand } from './tree.ts';

export const refused = (fault: readonly string[], { usage }: NetshCommand): Outcome => fails(...fault, '', ...usage, '');

export const elevationLines = ['The requested operation requires elevation (Run as administrator).', ''] as const;
