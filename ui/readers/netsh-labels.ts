// `netsh interface ip show global` and `netsh interface tcp show heuristics`: of each, the one setting that the scenario document has.
// Labels: outputs of netsh from Windows Server 2008 on.

import { labelled } from './lines.ts';
import type { Reader } from './reading.ts';

/** @param label of the setting; @param path of it; @param heading of the output; @param others labels that come along */
function readerOf(title: string, heading: string, label: string, path: string, others: RegExp): Reader {
  return {
    title,
    starts(lines, index) {
      const { text } = lines[index]!;
      if (text.trim() === heading) return 'certain';
      return labelled(text)?.label === label ? 'likely' : null;
    },
    read(lines, reading) {
      for (const line of lines) {
        const text = line.text.trim();
        const pair = labelled(text);
        const value = pair?.value.toLowerCase();
        if (text === heading || /^(Querying (active|persistent) state\.\.\.|-{20,})$/.test(text)) reading.frame(line);
        else if (pair?.label === label && (value === 'enabled' || value === 'disabled')) reading.find(path, value, line);
        else if (pair?.label === label) reading.leave(line, `“${pair.value}” is neither enabled nor disabled.`);
        else if (pair && others.test(pair.label)) reading.leave(line, `“${pair.label}” has no counterpart in the scenario document.`);
      }
    },
  };
}

export const netshIpReader = readerOf(
  'netsh interface ip show global',
  'General Global Parameters',
  'Task Offload',
  'windows.netsh.taskOffload',
  /^[A-Z][A-Za-z6 -]{3,40}$/,
);

export const netshHeuristicsReader = readerOf(
  'netsh interface tcp show heuristics',
  'TCP Window Scaling heuristics Parameters',
  'Window Scaling heuristics',
  'windows.netsh.windowScaling',
  /^(Qualifying Destination Threshold|Profile type [a-z]+)$/,
);
