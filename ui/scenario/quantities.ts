// Numbers with units, exactly: "20 us" is 20,000,000 ps, "64 KiB" is 65,536 B, "0.1 %" is 0.001. What is not a whole number
// of base units is refused, never rounded. Printed with the largest unit that gives a whole number, so that reading
// what was printed gives the same value. Prefixes after SI and IEC 80000-13.
// Shares (probabilities, error rates) are the exception: their value is a fraction from 0 to 1, a whole number of parts in 10^15.

export interface Unit {
  name: string;
  /** Base units in one of it: factor / divisor. */
  factor: bigint;
  /** Another spelling that is read but never printed. */
  alias?: string;
}

interface DimensionInfo {
  /** What the quantity is called in messages. */
  label: string;
  /** The unit of a plain number, for forms. */
  base: string;
  /** Largest first. */
  units: readonly Unit[];
  example: string;
}

/** Parts of a whole that a share is counted in. */
export const SHARE_PARTS = 1_000_000_000_000_000;

export const dimensions = {
  duration: {
    label: 'a duration',
    base: 'ps',
    units: [
      { name: 's', factor: 1_000_000_000_000n },
      { name: 'ms', factor: 1_000_000_000n },
      { name: 'us', factor: 1_000_000n, alias: 'µs' },
      { name: 'ns', factor: 1000n },
      { name: 'ps', factor: 1n },
    ],
    example: '20 us',
  },
  size: {
    label: 'a size',
    base: 'B',
    units: [
      { name: 'TiB', factor: 1n << 40n },
      { name: 'TB', factor: 1_000_000_000_000n },
      { name: 'GiB', factor: 1n << 30n },
      { name: 'GB', factor: 1_000_000_000n },
      { name: 'MiB', factor: 1n << 20n },
      { name: 'MB', factor: 1_000_000n },
      { name: 'KiB', factor: 1024n },
      { name: 'kB', factor: 1000n, alias: 'KB' },
      { name: 'B', factor: 1n },
    ],
    example: '64 KiB',
  },
  rate: {
    label: 'a bit rate',
    base: 'b/s',
    units: [
      { name: 'Gb/s', factor: 1_000_000_000n, alias: 'Gbit/s' },
      { name: 'Mb/s', factor: 1_000_000n, alias: 'Mbit/s' },
      { name: 'kb/s', factor: 1000n, alias: 'kbit/s' },
      { name: 'b/s', factor: 1n, alias: 'bit/s' },
    ],
    example: '10 Gb/s',
  },
  frequency: {
    label: 'a frequency',
    base: 'Hz',
    units: [
      { name: 'GHz', factor: 1_000_000_000n },
      { name: 'MHz', factor: 1_000_000n },
      { name: 'kHz', factor: 1000n },
      { name: 'Hz', factor: 1n },
    ],
    example: '2.93 GHz',
  },
  share: {
    label: 'a share',
    base: '',
    units: [{ name: '%', factor: 10_000_000_000_000n }],
    example: '0.1 %',
  },
} as const satisfies Record<string, DimensionInfo>;

export type Dimension = keyof typeof dimensions;

/** Every spelling, for messages and for the JSON Schema. */
export const unitNames = (dimension: Dimension): string[] =>
  (dimensions[dimension].units as readonly Unit[]).flatMap(({ name, alias }) => (alias ? [name, alias] : [name]));

/** What the text of a quantity looks like, as a regular expression; at most one blank before the unit. */
export const quantityPattern = (dimension: Dimension): string => `^\\d{1,16}(\\.\\d{1,15})? ?(${unitNames(dimension).join('|')})$`;

const patterns = new Map((Object.keys(dimensions) as Dimension[]).map((name) => [name, new RegExp(quantityPattern(name))]));

export type QuantityResult = { value: number } | { fault: string; shape: boolean };

/** Whole part, fraction and exponent of a decimal numeral -> numerator over a power of ten. */
function decimal(numeral: string): { digits: bigint; scale: bigint } {
  const [mantissa, exponent = '0'] = numeral.toLowerCase().split('e') as [string, string?];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return shift >= 0 ? { digits: digits * 10n ** BigInt(shift), scale: 1n } : { digits, scale: 10n ** BigInt(-shift) };
}

/** The number of parts in 10^15 that a share is. @param share 0..1, as parseQuantity gives it */
export function shareParts(share: number): number {
  const { digits, scale } = decimal(String(share));
  return Number((digits * BigInt(SHARE_PARTS)) / scale);
}

/** The fraction that stands for so many parts: the double nearest to the decimal numeral. */
const shareOf = (parts: bigint) => Number(`${parts}e-15`);

/** Reads a quantity written as a number in the base unit, or as text with a unit. */
export function parseQuantity(dimension: Dimension, input: unknown): QuantityResult {
  const { label, base, example } = dimensions[dimension];
  const units: readonly Unit[] = dimensions[dimension].units;
  const how = base ? `a number of ${base}, or text such as "${example}"` : `a number from 0 to 1, or text such as "${example}"`;
  if (typeof input === 'number') {
    if (!Number.isFinite(input)) return { fault: `${input} is not ${label}: write ${how}.`, shape: true };
    if (dimension === 'share') {
      const { digits, scale } = decimal(String(Math.abs(input)));
      if ((digits * BigInt(SHARE_PARTS)) % scale) return { fault: `${input} is finer than one part in 10^15.`, shape: false };
    } else if (!Number.isInteger(input)) return { fault: `${input} is not a whole number of ${base}; write ${how}.`, shape: true };
    return { value: input };
  }
  if (typeof input !== 'string') return { fault: `This is not ${label}: write ${how}.`, shape: true };
  if (!patterns.get(dimension)!.test(input)) {
    const names = units.map(({ name }) => name).join(', ');
    return { fault: `“${input.slice(0, 40)}” is not ${label}: write ${how}; units are ${names}.`, shape: true };
  }
  const [, numeral, unitText] = /^([\d.]+) ?(.+)$/.exec(input) as unknown as [string, string, string];
  const unit = units.find(({ name, alias }) => name === unitText || alias === unitText)!;
  const { digits, scale } = decimal(numeral);
  const scaled = digits * unit.factor;
  if (scaled % scale)
    return { fault: `“${input}” is not a whole number of ${base || 'parts in 10^15'}; it would have to be rounded.`, shape: false };
  const value = scaled / scale;
  if (dimension === 'share') return { value: shareOf(value) };
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return { fault: `“${input}” is more than can be counted in ${base}.`, shape: false };
  return { value: Number(value) };
}

/** Canonical text. @param value as parseQuantity gives it */
export function printQuantity(dimension: Dimension, value: number): string {
  if (dimension === 'share') {
    const digits = String(shareParts(value)).padStart(14, '0');
    const fraction = digits.slice(-13).replace(/0+$/, '');
    return `${digits.slice(0, -13)}${fraction ? `.${fraction}` : ''} %`;
  }
  const units: readonly Unit[] = dimensions[dimension].units;
  if (value === 0) return `0 ${units.at(-1)!.name}`;
  const exact = BigInt(value);
  const unit = units.find(({ factor }) => exact % factor === 0n)!;
  return `${exact / unit.factor} ${unit.name}`;
}
