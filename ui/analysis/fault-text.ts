// A capture that could not be read to its end: what is wrong, at which frame and byte, and what to do.
// Format sources: draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng.

import { type CaptureRecord, Fault } from '../abi/abi.gen.ts';
import { counted, grouped } from './wording.ts';

type Part = (capture: CaptureRecord) => string;

interface FaultText {
  what: Part;
  advice: string;
}

const bytes = (value: number) => counted(value, 'byte');
const cut = 'Everything before it was read; capture or copy the file again to have the rest.';
const damaged = 'Everything before it was read; the file is damaged from there on, so fetch the original again.';

const FAULT_TEXTS: Readonly<Record<Exclude<Fault, 0>, FaultText>> = {
  [Fault.NoCapture]: {
    what: () => 'This is neither a pcap nor a pcapng file',
    advice: 'Save the capture as pcap or pcapng (Microsoft .cap and .etl files must be converted first).',
  },
  [Fault.Empty]: { what: () => 'The file is empty', advice: 'Check that the capture had started, and that the copy went through.' },
  [Fault.TruncatedHeader]: { what: () => 'The file ends within its header', advice: 'Copy the file again; nothing in it can be read.' },
  [Fault.TruncatedRecord]: {
    what: ({ faultValue }) =>
      `The last record is cut: ${faultValue === 0 ? 'its end is missing' : `only ${bytes(faultValue)} of it ${faultValue === 1 ? 'is' : 'are'} there`}`,
    advice: cut,
  },
  [Fault.RecordTooLong]: {
    what: ({ faultValue, faultLimit }) => `A record claims ${bytes(faultValue)}, more than the ${grouped(faultLimit)} that one can have`,
    advice: damaged,
  },
  [Fault.BlockLength]: {
    what: ({ faultValue, faultLimit }) =>
      `A block gives its length as ${bytes(faultValue)}, where a multiple of 4 and at least ${faultLimit} are needed`,
    advice: damaged,
  },
  [Fault.BlockTrailer]: {
    what: ({ faultValue, faultLimit }) => `A block begins with the length ${grouped(faultLimit)} and ends with ${grouped(faultValue)}`,
    advice: damaged,
  },
  [Fault.ByteOrderMagic]: {
    what: ({ faultValue }) => `A section header has 0x${hex(faultValue)} where its byte order should be`,
    advice: damaged,
  },
  [Fault.NoInterface]: {
    what: ({ faultValue, faultLimit }) =>
      `A packet names interface ${faultValue}, but its section describes ${faultLimit === 0 ? 'none' : counted(faultLimit, 'interface')}`,
    advice: 'Everything before it was read; if the file was joined from parts, join them again with mergecap.',
  },
  [Fault.CapturedTooLong]: {
    what: ({ faultValue, faultLimit }) =>
      `A packet claims ${counted(faultValue, 'captured byte')}, but its block has room for ${grouped(faultLimit)}`,
    advice: damaged,
  },
  [Fault.PcapVersion]: {
    what: ({ faultValue }) => `The file says that it is pcap version ${faultValue}; version 2 is the only one in use`,
    advice: 'Open it in the program that wrote it and save it as pcapng.',
  },
  [Fault.NoSection]: {
    what: () => 'A block comes before any section header',
    advice: 'The start of the file is missing; fetch the original again.',
  },
  [Fault.TooManyInterfaces]: {
    what: ({ faultLimit }) => `The file describes more than ${counted(faultLimit, 'interface')}`,
    advice: 'Everything before it was read; split the file by interface.',
  },
  [Fault.InputStopped]: {
    what: () => 'The file could not be read further: its compressed data are damaged or the read was broken off',
    advice: 'Everything before it was read; decompress the file elsewhere to see whether it is whole.',
  },
};

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** These are about the file as a whole: a place in it says nothing. */
const WHOLE_FILE: readonly number[] = [Fault.NoCapture, Fault.Empty, Fault.PcapVersion];

/** "The last record is cut: ... Frame 17, byte 4,096. Everything before it was read; ...", or null without a fault. */
export function faultText(capture: CaptureRecord): string | null {
  if (capture.fault === Fault.None) return null;
  const text = FAULT_TEXTS[capture.fault as Exclude<Fault, 0>];
  if (!text) throw new Error(`The core reports fault ${capture.fault}, which has no text.`);
  const frame = capture.faultFrame > 0n ? `frame ${grouped(capture.faultFrame)}, ` : '';
  const place = WHOLE_FILE.includes(capture.fault) ? '' : ` (${frame}byte ${grouped(capture.faultOffset)})`;
  return `${text.what(capture)}${place}. ${text.advice}`;
}
