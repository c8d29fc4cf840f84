// `ethtool -g`: descriptors of receive and transmit rings. Format: ethtool(8) and its output.

import { headingDevice, refusal, sectionsOf } from './ethtool.ts';
import { wholeNumber } from './lines.ts';
import type { Reader } from './reading.ts';

const HEADING = 'Ring parameters for';
const paths: Readonly<Record<string, string>> = { RX: 'receiveDescriptors', TX: 'transmitDescriptors' };

export const ethtoolRingsReader: Reader = {
  title: 'ethtool -g',
  starts(lines, index) {
    const text = lines[index]!.text.trim();
    if (headingDevice(text, HEADING)) return 'certain';
    if (text !== 'Pre-set maximums:' && text !== 'Current hardware settings:') return null;
    return lines.slice(index + 1, index + 6).some(({ text: next }) => /^RX (Mini|Jumbo):/.test(next.trim())) ? 'likely' : null;
  },
  read(lines, reading, device) {
    for (const section of sectionsOf(lines, HEADING, reading, device))
      for (const { label, value, line } of section.current) {
        const count = wholeNumber(value);
        if (value === 'n/a') reading.leave(line, refusal);
        else if (!Object.hasOwn(paths, label)) reading.leave(line, `“${label}” has no counterpart in the scenario document.`);
        else if (count === null) reading.leave(line, `“${value}” is no number of descriptors.`);
        else reading.findOfAdapter(section.device, paths[label]!, count, line);
      }
  },
};
