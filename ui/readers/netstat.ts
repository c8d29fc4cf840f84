// `netstat -t`, `-nato`, `-ton`: connections and where their state lives. Gives connections, no settings.
// Columns after the message strings of netstat in Windows Server 2003 SP2, the same up to later versions: with -o the PID is followed by a tab.

import { wholeNumber } from './lines.ts';
import type { Reader, Reading } from './reading.ts';
import type { Connection, Line } from './types.ts';

const offloadStates = ['InHost', 'Offloading', 'Offloaded', 'Uploading'] as const;
const states = new Set(
  'LISTENING SYN_SENT SYN_RECEIVED ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 CLOSE_WAIT CLOSING LAST_ACK TIME_WAIT BOUND'.split(' '),
);

const heading = /^Proto\s+Local Address\s+Foreign Address\s+State/;
const endpoint = /^(\[[^\]]{1,60}\]|[^\s:]{1,255}):(\d{1,5}|[\w*-]{1,40})$/;

interface Row {
  columns: string[];
  offload: Connection['offload'] | undefined;
}

function rowOf(text: string): Row | null {
  const columns = text.trim().split(/\s+/, 8);
  const [protocol, local, foreign] = columns;
  if (protocol !== 'TCP' || !local || !foreign || !endpoint.test(local) || !endpoint.test(foreign)) return null;
  return { columns, offload: offloadStates.find((state) => state === columns.at(-1)) };
}

function readRow({ columns, offload }: Row, line: Line, reading: Reading): void {
  const [protocol, local, foreign, state, pidText] = columns as [string, string, string, ...(string | undefined)[]];
  if (!offload) return reading.leave(line, 'There is no offload state in this row: netstat needs -t to print it.');
  const pid = columns.length === 6 ? wholeNumber(pidText!) : null;
  if (!state || columns.length < 5 || columns.length > 6 || (columns.length === 6 && pid === null))
    return reading.leave(line, 'The columns of this row are not those of netstat -t.');
  if (!states.has(state)) return reading.leave(line, `“${state}” is no English name of a TCP state; only English texts are read.`);
  reading.connect({ protocol, local, foreign, state, pid, offload, line });
}

export const netstatReader: Reader = {
  title: 'netstat -t',
  starts(lines, index) {
    const text = lines[index]!.text.trim();
    if (heading.test(text)) return 'certain';
    return text === 'Active Connections' || rowOf(text)?.offload ? 'likely' : null;
  },
  read(lines, reading) {
    for (const line of lines) {
      const text = line.text.trim();
      const row = rowOf(text);
      if (row) readRow(row, line, reading);
      else if (heading.test(text) || text === 'Active Connections') reading.frame(line);
      else if (/^UDP\s/.test(text)) reading.leave(line, 'UDP has no connections and no offload state.');
      else if (/^(\[[^\]]{1,80}\]|Can not obtain ownership information)$/.test(text))
        reading.leave(line, 'Names of programs (-b) are of no use here.');
    }
  },
};
