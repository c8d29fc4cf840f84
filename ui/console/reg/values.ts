// The types of registry values that reg.exe takes, and what it writes when no data is given.

import { readData } from '../../registry/data-text.ts';
import type { RegistryType, RegistryValue } from '../../registry/values.ts';

export const registryTypes: readonly RegistryType[] = ['REG_SZ', 'REG_MULTI_SZ', 'REG_EXPAND_SZ', 'REG_DWORD', 'REG_QWORD', 'REG_BINARY'];

/** Of `reg add` without /d. */
export const emptyData = (type: RegistryType): RegistryValue =>
  readData(type, type === 'REG_DWORD' || type === 'REG_QWORD' ? '0' : '', null)!;
