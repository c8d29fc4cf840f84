// `ethtool -c`: interrupt moderation. Format: ethtool(8) and its output, "n/a" in newer versions.
// Adaptive becomes adaptive, a time becomes the rate that it allows; frame counts and the transmit side have no counterpart.

import { headingDevice, isRefusal, refusal } from './ethtool.ts';
import { labelled, wholeNumber } from './lines.ts';
import type { Reader, Reading } from './reading.ts';
import type { Line } from './types.ts';

const HEADING = 'Coalesce parameters for';

interface Receive {
  adaptive?: { value: string; line: Line };
  time?: { value: string; line: Line };
}

function readDevice(device: string | null, { adaptive, time }: Receive, reading: Reading): void {
  const microseconds = wholeNumber(time?.value ?? '');
  if (adaptive?.value === 'on') {
    reading.findOfAdapter(device, 'moderation', { mode: 'adaptive' }, adaptive.line, 'The driver chooses; the bounds are not in the text.');
    if (time) reading.leave(time.line, 'The adaptive rate is in force, not this time.');
    return;
  }
  if (time && microseconds === 0) reading.findOfAdapter(device, 'moderation', { mode: 'off' }, time.line, 'No wait before an interrupt.');
  else if (time && microseconds !== null)
    reading.findOfAdapter(
      device,
      'moderation',
      { mode: 'fixed', rate: Math.round(1e6 / microseconds) },
      time.line,
      `One interrupt in ${microseconds} us.`,
    );
  else if (time) reading.leave(time.line, time.value === 'n/a' ? refusal : `“${time.value}” is no number of microseconds.`);
  if (!adaptive) return;
  if (adaptive.value === 'off') reading.frame(adaptive.line);
  else reading.leave(adaptive.line, refusal);
}

const isOwn = (label: string): boolean =>
  /^((rx|tx)-(usecs|frames?)(-(irq|low|high))?|stats-block-usecs|sample-interval|pkt-rate-(low|high)|CQE mode RX|(rx|tx)-aggr-[a-z-]+|rx-profile|tx-profile)$/.test(
    label,
  );

export const ethtoolCoalesceReader: Reader = {
  title: 'ethtool -c',
  starts(lines, index) {
    const { text } = lines[index]!;
    if (headingDevice(text, HEADING)) return 'certain';
    return /^\s*(Adaptive RX:|rx-usecs:|rx-frames:)/.test(text) ? 'likely' : null;
  },
  read(lines, reading, device) {
    let name = device;
    let receive: Receive = {};
    for (const line of lines) {
      const text = line.text.trim();
      const named = headingDevice(text, HEADING);
      const pair = labelled(text);
      const [, adaptive] = /^Adaptive RX:\s*(on|off|n\/a)\b/.exec(text) ?? [];
      if (named) {
        readDevice(name, receive, reading);
        name = named;
        receive = {};
        reading.frame(line);
      } else if (adaptive && !receive.adaptive) receive.adaptive = { value: adaptive, line };
      else if (pair?.label === 'rx-usecs' && !receive.time) receive.time = { value: pair.value, line };
      else if (isRefusal(text)) reading.leave(line, refusal);
      else if (pair && isOwn(pair.label))
        reading.leave(line, pair.value === 'n/a' ? refusal : `“${pair.label}” has no counterpart in the scenario document.`);
    }
    readDevice(name, receive, reading);
  },
};
