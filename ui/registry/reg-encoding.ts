// Bytes of .reg files as text and back: UTF-16 little-endian with byte order mark, UTF-8, and ANSI.
// ANSI is code page 1252 here (assumed: a Western installation); its five unused bytes stand for the control characters of the same
// number, as Windows converts them. Source: windows-1252 index of the WHATWG Encoding Standard.

export type RegEncoding = 'utf-16le' | 'utf-8' | 'utf-8 with mark' | 'ansi';

/** Characters of the bytes 0x80 to 0x9f. */
const HIGH_CONTROLS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

export function ansiText(bytes: ArrayLike<number>): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    let piece = '';
    for (let index = at; index < Math.min(at + 4096, bytes.length); index++) {
      const byte = bytes[index]!;
      piece += byte >= 0x80 && byte < 0xa0 ? HIGH_CONTROLS[byte - 0x80]! : String.fromCharCode(byte);
    }
    pieces.push(piece);
  }
  return pieces.join('');
}

/** @returns the bytes, or the first character that code page 1252 lacks */
export function ansiBytes(text: string): number[] | { stranger: string } {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const high = code < 0x80 || (code >= 0xa0 && code < 0x100) ? -1 : HIGH_CONTROLS.indexOf(character);
    if (code >= 0x80 && (code < 0xa0 || code >= 0x100) && high < 0) return { stranger: character };
    bytes.push(high < 0 ? code : 0x80 + high);
  }
  return bytes;
}

export function utf16Text(bytes: ArrayLike<number>): string {
  const pieces: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 8192) {
    let piece = '';
    for (let index = at; index < Math.min(at + 8192, bytes.length - 1); index += 2)
      piece += String.fromCharCode(bytes[index]! | (bytes[index + 1]! << 8));
    pieces.push(piece);
  }
  return pieces.join('');
}

export function utf16Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes.push(unit & 0xff, unit >> 8);
  }
  return bytes;
}

/** Text of UTF-8 bytes, or null where they are not UTF-8. */
function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null; // how the decoder says that the bytes are malformed
    throw error;
  }
}

/** A file without a mark is ANSI if it is REGEDIT4. If it is not, it is UTF-8 if it can be, else ANSI; the two differ beyond ASCII only. */
export function decodeRegFile(bytes: Uint8Array): { text: string; encoding: RegEncoding } | { fault: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    if (bytes.length % 2) return { fault: `The file is UTF-16 and has ${bytes.length} bytes: half a character is missing.` };
    return { text: utf16Text(bytes.subarray(2)), encoding: 'utf-16le' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { fault: 'The file is UTF-16 with the high byte first, which Registry Editor does not write.' };
  if (ansiText(bytes.subarray(0, 8)) === 'REGEDIT4') return { text: ansiText(bytes), encoding: 'ansi' };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = utf8Text(marked ? bytes.subarray(3) : bytes);
  if (text !== null) return { text, encoding: marked ? 'utf-8 with mark' : 'utf-8' };
  return marked ? { fault: 'The file begins with the mark of UTF-8 but is not UTF-8.' } : { text: ansiText(bytes), encoding: 'ansi' };
}

export function encodeRegFile(text: string, encoding: RegEncoding): { bytes: Uint8Array } | { fault: string } {
  switch (encoding) {
    case 'utf-16le':
      return { bytes: Uint8Array.from(utf16Bytes(`\uFEFF${text}`)) };
    case 'utf-8':
    case 'utf-8 with mark': {
      const bytes = new TextEncoder().encode(encoding === 'utf-8' ? text : `\uFEFF${text}`);
      return /\p{Surrogate}/u.test(text) ? { fault: 'Half a surrogate pair cannot be written in UTF-8; UTF-16 can hold it.' } : { bytes };
    }
    case 'ansi': {
      const bytes = ansiBytes(text);
      return 'stranger' in bytes
        ? { fault: `The character “${bytes.stranger}” is not in code page 1252; version 5.00 can hold it.` }
        : { bytes: Uint8Array.from(bytes) };
    }
  }
}
