// The pattern that RFC 864 calls popular: lines of 72 of the 95 printing characters, each line starting one character later.

const FIRST = 0x20;
const PRINTING = 95;
const LINE = 72;

export const chargenLine = (line: number): string =>
  `${String.fromCharCode(...Array.from({ length: LINE }, (_, column) => FIRST + ((line + column) % PRINTING)))}\r\n`;

export function chargenText(length: number): string {
  let text = '';
  for (let line = 0; text.length < length; line++) text += chargenLine(line);
  return text.slice(0, length);
}
