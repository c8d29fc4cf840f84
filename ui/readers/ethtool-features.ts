// `ethtool -k`: checksum and segmentation offload. Format: ethtool(8) and its output; "[fixed]" and "[requested on]" may follow a value.

import { headingDevice, isRefusal, refusal } from './ethtool.ts';
import { labelled } from './lines.ts';
import type { Reader, Reading } from './reading.ts';
import type { Line } from './types.ts';

const HEADING = 'Features for';

interface Feature {
  isOn: boolean;
  line: Line;
}

function readChecksums(device: string | null, features: ReadonlyMap<string, Feature>, reading: Reading): void {
  const receive = features.get('rx-checksumming');
  const transmit = features.get('tx-checksumming');
  if (receive && transmit && receive.isOn === transmit.isOn) {
    reading.findOfAdapter(device, 'checksumOffload', receive.isOn, receive.line, 'Both directions agree.');
    reading.follow(transmit.line, receive.line);
  } else
    for (const one of [receive, transmit])
      if (one) reading.leave(one.line, 'Checksum offload is one setting here; the text has the directions apart, or only one of them.');
}

function readSegmentation(device: string | null, features: ReadonlyMap<string, Feature>, reading: Reading): void {
  const tso = features.get('tcp-segmentation-offload');
  if (!tso) return;
  const parts = ['tx-tcp-segmentation', 'tx-tcp6-segmentation'].map((name) => features.get(name));
  const isSplit = parts.some((part) => part && part.isOn !== tso.isOn);
  if (isSplit) reading.leave(tso.line, 'IPv4 and IPv6 differ; large send offload V2 is one setting for both.');
  else {
    reading.findOfAdapter(device, 'lsoV2', tso.isOn, tso.line);
    if (!tso.isOn) reading.findOfAdapter(device, 'lsoV1', false, tso.line, 'Linux has one segmentation offload; it is off.');
  }
  for (const part of parts) if (part) reading.follow(part.line, tso.line);
}

const lineOf = (text: string): { name: string; isOn: boolean } | null => {
  const pair = labelled(text);
  const [, state] = /^(on|off)( \[(fixed|requested on|requested off|not requested)\])*$/.exec(pair?.value ?? '') ?? [];
  return pair && state && /^[a-z0-9-]{3,60}$/.test(pair.label) ? { name: pair.label, isOn: state === 'on' } : null;
};

function readDevice(device: string | null, features: ReadonlyMap<string, Feature>, reading: Reading): void {
  readChecksums(device, features, reading);
  readSegmentation(device, features, reading);
  for (const [name, { line }] of features)
    if (!reading.marks.has(line.number)) reading.leave(line, `“${name}” has no counterpart in the scenario document.`);
}

export const ethtoolFeaturesReader: Reader = {
  title: 'ethtool -k',
  starts(lines, index) {
    const { text } = lines[index]!;
    if (headingDevice(text, HEADING) || headingDevice(text, 'Offload parameters for')) return 'certain';
    return /^\s*(rx-checksumming|tx-checksumming|scatter-gather|tcp-segmentation-offload): o/.test(text) ? 'likely' : null;
  },
  read(lines, reading, device) {
    let name = device;
    let features = new Map<string, Feature>();
    for (const line of lines) {
      const named = headingDevice(line.text, HEADING) ?? headingDevice(line.text, 'Offload parameters for');
      const feature = lineOf(line.text);
      if (named) {
        readDevice(name, features, reading);
        name = named;
        features = new Map();
        reading.frame(line);
      } else if (feature && features.has(feature.name)) reading.leave(line, `“${feature.name}” is there twice.`);
      else if (feature) features.set(feature.name, { isOn: feature.isOn, line });
      else if (isRefusal(line.text)) reading.leave(line, refusal);
    }
    readDevice(name, features, reading);
  },
};
