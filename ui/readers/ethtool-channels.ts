// `ethtool -l`: how many queues. Combined and receive-only ones receive. Format: ethtool(8) and its output, "n/a" in newer versions.

import { headingDevice, refusal, sectionsOf } from './ethtool.ts';
import { wholeNumber } from './lines.ts';
import type { Reader } from './reading.ts';

const HEADING = 'Channel parameters for';

export const ethtoolChannelsReader: Reader = {
  title: 'ethtool -l',
  starts(lines, index) {
    const text = lines[index]!.text.trim();
    if (headingDevice(text, HEADING)) return 'certain';
    if (text !== 'Pre-set maximums:' && text !== 'Current hardware settings:') return null;
    return lines.slice(index + 1, index + 6).some(({ text: next }) => /^Combined:/.test(next.trim())) ? 'likely' : null;
  },
  read(lines, reading, device) {
    for (const section of sectionsOf(lines, HEADING, reading, device)) {
      const receiving = section.current.filter(({ label }) => label === 'RX' || label === 'Combined');
      const counted = receiving.filter(({ value }) => (wholeNumber(value) ?? 0) > 0);
      const sum = counted.reduce((total, { value }) => total + wholeNumber(value)!, 0);
      if (counted.length) {
        const { line } = counted.at(-1)!;
        reading.findOfAdapter(
          section.device,
          'queues',
          sum,
          line,
          counted.length > 1 ? 'Combined and receive-only queues together.' : undefined,
        );
        for (const one of counted.slice(0, -1)) reading.follow(one.line, line);
      }
      for (const { label, value, line } of section.current)
        if (!reading.marks.has(line.number))
          reading.leave(
            line,
            value === 'n/a'
              ? refusal
              : label === 'TX' || label === 'Other'
                ? 'Only receive queues are a setting here.'
                : `“${value}” is no number of queues.`,
          );
    }
  },
};
