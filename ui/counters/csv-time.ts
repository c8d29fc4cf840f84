// Times and numbers of PDH's CSV files: 09/22/2026 21:42:32.824, 20261367808.000000.
// A time is local and has no zone; here it is a number of ms that Date reads as if it were UTC.

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** @param localMs  ms since 1970 of the local calendar, years 1 to 9999 */
export function printTime(localMs: number): string {
  const date = new Date(localMs);
  const day = `${pad(date.getUTCMonth() + 1, 2)}/${pad(date.getUTCDate(), 2)}/${pad(date.getUTCFullYear(), 4)}`;
  const time = `${pad(date.getUTCHours(), 2)}:${pad(date.getUTCMinutes(), 2)}:${pad(date.getUTCSeconds(), 2)}`;
  return `${day} ${time}.${pad(date.getUTCMilliseconds(), 3)}`;
}

/** @returns ms of the local calendar, or null where the text is no such time */
export function parseTime(text: string): number | null {
  const match = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)\.(\d{3})$/.exec(text);
  if (!match) return null;
  const [month, day, year, hours, minutes, seconds, ms] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hours, minutes, seconds, ms);
  return printTime(date.getTime()) === text ? date.getTime() : null; // a 31st of April turns into the 1st of May
}

/** Six decimals, as typeperf writes. */
export const printNumber = (value: number): string => value.toFixed(6);

/**
 * A number with a decimal point, or with a decimal comma where that can only be one.
 * PDH writes no separators of thousands.
 */
export function parseNumber(text: string): { value: number; mark: '.' | ',' | null } | null {
  const match = /^[+-]?\d{1,30}(?:([.,])\d{0,30})?(?:[eE][+-]?\d{1,3})?$/.exec(text);
  if (!match) return null;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? { value, mark: (match[1] as '.' | ',' | undefined) ?? null } : null;
}
