// What the outputs of ethtool have in common: a heading with the device, and for queues and rings two sections, of maximums and of what is set.

import { labelled } from './lines.ts';
import type { Reading } from './reading.ts';
import type { Line } from './types.ts';

/** The device of a heading such as "Ring parameters for eth0:"; null when the line is not that heading. */
export function headingDevice(text: string, heading: string): string | null {
  const line = text.trim();
  if (!line.startsWith(`${heading} `) || !line.endsWith(':')) return null;
  const device = line.slice(heading.length + 1, -1).trim();
  return /^[^\s:]{1,15}(:\d+)?$/.test(device) ? device : null;
}

/** What ethtool and the kernel say instead of a value. */
export const isRefusal = (text: string): boolean =>
  /^(netlink error|Cannot get|Operation not supported|no data available|n\/a$)/i.test(text.trim());

export const refusal = 'The device does not tell.';

export interface Section {
  device: string | null;
  /** What is set, by label; without the maximums. */
  current: { label: string; value: string; line: Line }[];
}

/** Walks headings and sections; maximums are left, what is set is handed on. */
export function sectionsOf(lines: readonly Line[], heading: string, reading: Reading, device: string | null): Section[] {
  const sections: Section[] = [{ device, current: [] }];
  let isMaximum = true;
  for (const line of lines) {
    const text = line.text.trim();
    const named = headingDevice(text, heading);
    const pair = labelled(text);
    if (named) {
      sections.push({ device: named, current: [] });
      isMaximum = true;
      reading.frame(line);
    } else if (text === 'Pre-set maximums:' || text === 'Current hardware settings:') {
      isMaximum = text.startsWith('Pre');
      reading.frame(line);
    } else if (isRefusal(text)) reading.leave(line, refusal);
    else if (pair && isMaximum) reading.leave(line, 'What the device could have at most is not what is set.');
    else if (pair) sections.at(-1)!.current.push({ ...pair, line });
  }
  return sections;
}
