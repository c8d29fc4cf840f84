// One frame as people paste it, to bytes: a hex stream (Wireshark "Copy as Hex Stream"), hex dumps with offsets and an ASCII
// column (Wireshark, tcpdump -x/-xx/-X, hexdump -C, xxd, od), C arrays with 0x, escaped strings with \x.
// Leaves out decimal and binary dumps and Base64: they are named as not hexadecimal.

export interface FrameFault {
  /** Line of the paste, from 1. */
  line: number;
  message: string;
}

export type FrameText = { bytes: Uint8Array } | { fault: FrameFault };

interface Run {
  line: number;
  digits: string;
}

/** Longest frame that is read: an IPv4 packet of maximum length in an Ethernet frame with two tags. */
const maxFrameBytes = 65535 + 14 + 8;

/** Offset at the start of a dump's line: `0x0010:`, `0010:`, `00000010  45 00`, `000010 45 00`. */
const offsetPattern = /^\s*(?:0x)?([0-9a-f]{3,8})(?::(?=\s)|\s{2,}(?=[0-9a-f]{2})|\s(?=[0-9a-f]{2}(?:\s|$)))/i;
/** The closing line of hexdump: the length alone. */
const lastOffset = /^\s*[0-9a-f]{7,8}\s*$/i;
const cArray = /0x[0-9a-f]{1,2}\s*[,}]|0x[0-9a-f]{1,2}\s+0x|\\x[0-9a-f]{2}|^\s*0x[0-9a-f]{1,2}\s*$/i;

const fail = (line: number, message: string): FrameText => ({ fault: { line, message } });
const hex4 = (value: number): string => `0x${value.toString(16).padStart(4, '0')}`;

interface DumpLine {
  line: number;
  offset: number;
  /** The line, and where its bytes start. */
  text: string;
  start: number;
}

/** The lines with offsets, when the first is 0; else the text is no dump. */
function dumpLines(lines: readonly string[]): DumpLine[] | null {
  const found: DumpLine[] = [];
  for (const [index, text] of lines.entries()) {
    const match = offsetPattern.exec(text);
    if (match) found.push({ line: index + 1, offset: parseInt(match[1]!, 16), text, start: match[0].length });
  }
  return found[0]?.offset === 0 ? found : null;
}

/** Hex digits of one line, at most `limit` bytes; stops at the ASCII column, which stands two blanks or more to the right. */
function dumpDigits({ line, text, start }: DumpLine, limit: number): string | FrameText {
  let digits = '';
  const token = /(\s*)(\S+)/y;
  token.lastIndex = start;
  for (let match = token.exec(text); match && digits.length < limit * 2; match = token.exec(text)) {
    const [, gap = '', group = ''] = match;
    if (digits && gap.length > (digits.length === 16 ? 2 : 1)) break;
    if (!/^(?:[0-9a-f]{2})+$/i.test(group)) {
      if (digits && gap.length > 1) break;
      return fail(
        line,
        `Line ${line}, column ${token.lastIndex - group.length + 1}: “${group.slice(0, 12)}” is not a whole hexadecimal byte.`,
      );
    }
    digits += group;
  }
  return digits;
}

function readDump(lines: readonly string[], dump: readonly DumpLine[]): Run[] | FrameText {
  const stray = lines.findIndex(
    (text, index) => index >= dump[0]!.line && text.trim() && !lastOffset.test(text) && !dump.some(({ line }) => line === index + 1),
  );
  if (stray >= 0) return fail(stray + 1, `Line ${stray + 1} has no offset: “${lines[stray]!.trim().slice(0, 24)}”. Paste one frame only.`);
  const runs: Run[] = [];
  let at = 0;
  let width = 32;
  for (const [index, row] of dump.entries()) {
    if (row.offset === 0 && at) return fail(row.line, `Line ${row.line} starts at offset 0 again. Paste one frame only.`);
    if (row.offset !== at)
      return fail(
        row.line,
        `Line ${row.line} starts at offset ${hex4(row.offset)}, but ${hex4(at)} comes next: bytes are missing before it.`,
      );
    const next = dump[index + 1]?.offset;
    if (next !== undefined && next > at) width = next - at;
    const digits = dumpDigits(row, width);
    if (typeof digits !== 'string') return digits;
    runs.push({ line: row.line, digits });
    at += digits.length / 2;
  }
  return runs;
}

function readArray(lines: readonly string[]): Run[] | FrameText {
  const runs: Run[] = [];
  for (const [index, text] of lines.entries()) {
    const code = text.replace(/\/\*.*?\*\/|\/\/.*$/g, ' ');
    const odd = /0x([0-9a-f]*[g-z_][0-9a-z_]*|[0-9a-f]{3,}|)(?![0-9a-z])/i.exec(code);
    if (odd) return fail(index + 1, `Line ${index + 1}: “${odd[0]}” is not one byte.`);
    const digits = [...code.matchAll(/(?:0x|\\x)([0-9a-f]{1,2})(?![0-9a-f])/gi)].map(([, byte]) => byte!.padStart(2, '0')).join('');
    runs.push({ line: index + 1, digits });
  }
  return runs;
}

function readStream(lines: readonly string[]): Run[] | FrameText {
  const runs: Run[] = [];
  for (const [index, text] of lines.entries()) {
    const stranger = /[^0-9a-f\s:,.-]/i.exec(text.replace(/^(\s*)0x/i, '$1  '));
    if (stranger) {
      return fail(index + 1, `Line ${index + 1}, column ${stranger.index + 1}: “${stranger[0]}” is not a hexadecimal digit.`);
    }
    runs.push({ line: index + 1, digits: text.replace(/^\s*0x/i, '').replace(/[^0-9a-f]/gi, '') });
  }
  return runs;
}

/** Reads one pasted frame. */
export function parseFrameText(text: string): FrameText {
  const lines = text.split(/\r\n|\r|\n/);
  if (!text.trim()) return fail(1, 'Paste the bytes of one frame in hexadecimal.');
  const dump = dumpLines(lines);
  const runs = dump ? readDump(lines, dump) : lines.some((line) => cArray.test(line)) ? readArray(lines) : readStream(lines);
  if (!Array.isArray(runs)) return runs;
  const digits = runs.map((run) => run.digits).join('');
  if (digits.length % 2) {
    const last = runs.findLast((run) => run.digits.length % 2) ?? runs[0]!;
    return fail(
      last.line,
      `${digits.length} hexadecimal digits are not whole bytes: a digit is missing or too many, near line ${last.line}.`,
    );
  }
  if (!digits) return fail(1, 'No hexadecimal bytes found.');
  if (digits.length / 2 > maxFrameBytes) return fail(1, `${digits.length / 2} bytes are more than one frame; paste one frame only.`);
  return { bytes: Uint8Array.from(digits.match(/../g)!, (pair) => parseInt(pair, 16)) };
}
