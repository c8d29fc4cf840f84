// Whether pasted bytes start with an Ethernet header or, as `tcpdump -x` prints them, with the IP header.

/** EtherTypes that make it likely that an Ethernet header comes first. */
const etherTypes = new Set([0x0800, 0x86dd, 0x8100, 0x88a8, 0x0806]);

/** @returns the link type that fits the bytes better */
export function guessLink(frame: Uint8Array): 'ethernet' | 'raw' {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const version = (frame[0] ?? 0) >> 4;
  const ethernet = frame.length >= 14 && etherTypes.has(view.getUint16(12));
  if (version === 4 && frame.length >= 20) {
    const headerBytes = (frame[0]! & 15) * 4;
    const fits = headerBytes >= 20 && view.getUint16(2) >= headerBytes;
    return fits && (!ethernet || view.getUint16(2) === frame.length) ? 'raw' : 'ethernet';
  }
  if (version === 6 && frame.length >= 40) return !ethernet || view.getUint16(4) + 40 === frame.length ? 'raw' : 'ethernet';
  return 'ethernet';
}
