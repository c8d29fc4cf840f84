// Texts of the window around a prompt: its title, and lines to try. Titles: Server 2003 knows no elevation and so does not name it.

import type { OsVersion } from './state.ts';
import { isVista } from './versions.ts';

export const windowTitle = (os: OsVersion, elevated: boolean): string =>
  isVista(os) && elevated ? 'Administrator: Command Prompt' : 'Command Prompt';

const processorTime = 'typeperf "\\Processor(_Total)\\% Processor Time" -sc 5';

/** Server 2003 SP2 has no `netsh interface tcp`; its switches of the Scalable Networking Pack are registry values. */
const vistaLines = ['netsh int tcp show global', 'netsh int ip show offload', 'netstat -t', processorTime];

const lines: Readonly<Record<OsVersion, readonly string[]>> = {
  ws2003sp2: [
    'netstat -t',
    'netsh int ip show offload',
    'reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
    processorTime,
  ],
  ws2008: [...vistaLines, 'netsh int tcp show chimneystats'],
  ws2008r2: [...vistaLines, 'netsh int tcp show netdmastats'],
};

/** Lines to try, of this version. */
export const exampleLines = (os: OsVersion): readonly string[] => lines[os];
