// Registry export (.reg). Recognised here and handed over whole; what reads its keys and values is elsewhere.
// Source: learn.microsoft.com, "How to add, modify, or delete registry subkeys and values by using a .reg file": the first line.

import type { Reader } from './reading.ts';

export const regReader: Reader = {
  title: 'registry export (.reg)',
  starts(lines, index) {
    const text = lines[index]!.text.trim();
    if (text === 'Windows Registry Editor Version 5.00' || text === 'REGEDIT4') return 'certain';
    return /^\[-?HKEY_[A-Z_]+(\\[^\]]*)?\]$/.test(text) ? 'likely' : null;
  },
  read(lines, reading) {
    for (const line of lines) reading.frame(line);
  },
};
