// A pasted frame as it stands in the form, and the checks that make it a frame.

import { formatPlural } from '../format.ts';
import { parseFrameText } from './frame-text.ts';
import { guessLink } from './link-guess.ts';

type Link = 'ethernet' | 'raw';

/** The first header by link type, and its bytes: nothing can be read from less. */
const headers: Record<Link, { name: string; bytes: number }> = {
  ethernet: { name: 'the Ethernet header', bytes: 14 },
  raw: { name: 'the IP header', bytes: 20 },
};

/** The frame, with a note on how it was taken; or what is wrong. */
export function readFrame(draft: {
  frameText: string;
  link: 'auto' | Link;
}): { frame: Uint8Array; link: Link; note: string } | { fault: string } {
  const read = parseFrameText(draft.frameText);
  if ('fault' in read) return { fault: read.fault.message };
  const frame = read.bytes;
  const link = draft.link === 'auto' ? guessLink(frame) : draft.link;
  const { name, bytes } = headers[link];
  if (frame.length < bytes) return { fault: `${formatPlural(frame.length, 'byte')} are too few: ${name} alone has ${bytes}.` };
  return {
    frame,
    link,
    note: `${formatPlural(frame.length, 'byte')}, read from ${name} on${draft.link === 'auto' ? ' (recognised)' : ''}.`,
  };
}
