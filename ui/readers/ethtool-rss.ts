// `ethtool -x`: key, indirection table and hash function, as text and as JSON (ethtool --json -x, since version 6.3).
// Format: ethtool(8) and its output. The key may go on over several lines.

import { headingDevice, isRefusal, refusal } from './ethtool.ts';
import { readRssJson } from './ethtool-rss-json.ts';
import { labelled } from './lines.ts';
import type { Reader, Reading } from './reading.ts';
import { type RssState, readRssState } from './rss-state.ts';
import type { Line } from './types.ts';

const HEADING = 'RX flow hash indirection table for';
const headingForm = /^RX flow hash indirection table for (\S{1,20}) with (\d{1,4}) RX ring\(s\)(, context \d+)?:?$/;

/** "   16:      0     1     2     3" -> its first entry and its queues. */
function tableRow(text: string): { first: number; queues: number[] } | null {
  const pair = labelled(text);
  if (!pair || !/^\d{1,5}$/.test(pair.label) || !/^\d{1,4}(\s+\d{1,4}){0,63}$/.test(pair.value)) return null;
  return { first: Number(pair.label), queues: pair.value.split(/\s+/).map(Number) };
}

class RssText {
  private state: RssState;
  private section: 'table' | 'key' | 'function' | 'context' = 'table';
  private readonly reading: Reading;

  constructor(device: string | null, reading: Reading) {
    this.reading = reading;
    this.state = { device, rings: null, table: [], tableLines: [], key: '', keyLines: [], isTableBroken: false };
  }

  close(): void {
    readRssState(this.state, this.reading);
  }

  line(line: Line): void {
    const text = line.text.trim();
    const heading = headingForm.exec(text);
    if (heading) this.begin(heading[1]!, Number(heading[2]), !!heading[3], line);
    else if (/^RSS hash key:/.test(text)) this.enter('key', text.slice('RSS hash key:'.length).trim(), line);
    else if (/^RSS (hash function|input transformation):/.test(text)) this.enter('function', '', line);
    else if (!text) return;
    else if (this.section === 'context')
      this.reading.leave(line, 'Tables of further RSS contexts have no counterpart in the scenario document.');
    else if (isRefusal(text)) this.reading.leave(line, refusal);
    else if (this.section === 'table') this.row(line, text);
    else if (this.section === 'key') this.keyLine(line, text);
    else this.function(line, text);
  }

  private begin(device: string, rings: number, isContext: boolean, line: Line): void {
    this.close();
    this.state = {
      device,
      rings: isContext ? null : { count: rings, line },
      table: [],
      tableLines: [],
      key: '',
      keyLines: [],
      isTableBroken: false,
    };
    this.section = isContext ? 'context' : 'table';
    this.reading.frame(line);
  }

  private enter(section: 'key' | 'function', rest: string, line: Line): void {
    if (this.section === 'context') return this.reading.frame(line);
    this.section = section;
    this.reading.frame(line);
    if (rest) this.keyLine(line, rest);
  }

  private row(line: Line, text: string): void {
    const row = tableRow(text);
    if (!row) return;
    if (row.first !== this.state.table.length) this.state.isTableBroken = true;
    this.state.table.push(...row.queues);
    this.state.tableLines.push(line);
  }

  private keyLine(line: Line, text: string): void {
    if (!/^[0-9a-f]{2}([: ][0-9a-f]{2})*:?$/i.test(text)) return;
    this.state.key += text;
    this.state.keyLines.push(line);
  }

  private function(line: Line, text: string): void {
    const [, name, isOn] = /^([\w-]{2,30}): (on|off)$/.exec(text) ?? [];
    if (!name) return;
    if (isOn === 'off' || name === 'toeplitz') this.reading.frame(line);
    else this.reading.leave(line, `The emulated adapter hashes with Toeplitz only, not with ${name}.`);
  }
}

export const ethtoolRssReader: Reader = {
  title: 'ethtool -x',
  starts(lines, index) {
    const text = lines[index]!.text.trim();
    if (headingForm.test(text) || headingDevice(text, HEADING)) return 'certain';
    if (/^\[\s*(\{|$)/.test(text))
      return lines.slice(index, index + 4).some(({ text: next }) => /"rss-(indirection-table|hash-key)"/.test(next)) ? 'certain' : null;
    return /^RSS hash (key|function):/.test(text) || (tableRow(text)?.queues.length ?? 0) >= 8 ? 'likely' : null;
  },
  read(lines, reading, device) {
    const rest = readRssJson(lines, reading);
    const text = new RssText(device, reading);
    for (const line of rest) text.line(line);
    text.close();
  },
};
