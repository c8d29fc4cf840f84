// Link types of captures: which are read, and a count of those that are not. Source: tcpdump.org link-layer header types.

import {
  CAPTURE_UNKNOWN_LINK_COUNT,
  LINK_ETHERNET,
  LINK_LINUX_SLL,
  LINK_LINUX_SLL2,
  LINK_LOOP,
  LINK_NULL,
  LINK_OTHER,
  LINK_RAW,
  MAX_UNKNOWN_LINKS,
  UNKNOWN_LINK_FRAMES,
  UNKNOWN_LINK_SIZE,
} from '../abi.gen';
import { CAPTURE, UNKNOWN_LINKS } from '../memory';

/** LINKTYPE_ number to Link. Source: tcpdump.org link-layer header types; 12 and 14 are raw IP in files of some systems. */
export function linkOf(code: u32): u32 {
  switch (code) {
    case 1:
      return LINK_ETHERNET;
    case 0:
      return LINK_NULL;
    case 108:
      return LINK_LOOP;
    case 12:
    case 14:
    case 101:
    case 228:
    case 229:
      return LINK_RAW;
    case 113:
      return LINK_LINUX_SLL;
    case 276:
      return LINK_LINUX_SLL2;
    default:
      return LINK_OTHER;
  }
}

export function unknownLinkCount(code: u32): void {
  const known = load<u32>(CAPTURE, CAPTURE_UNKNOWN_LINK_COUNT);
  for (let i: u32 = 0; i < known; i++) {
    const at = UNKNOWN_LINKS + i * UNKNOWN_LINK_SIZE;
    if (load<u32>(at) == code) {
      store<u32>(at, load<u32>(at, UNKNOWN_LINK_FRAMES) + 1, UNKNOWN_LINK_FRAMES);
      return;
    }
  }
  if (known == MAX_UNKNOWN_LINKS) return;
  store<u32>(UNKNOWN_LINKS + known * UNKNOWN_LINK_SIZE, code);
  store<u32>(UNKNOWN_LINKS + known * UNKNOWN_LINK_SIZE, 1, UNKNOWN_LINK_FRAMES);
  store<u32>(CAPTURE, known + 1, CAPTURE_UNKNOWN_LINK_COUNT);
}
