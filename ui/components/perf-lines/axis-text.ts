// Marks of the time axis: round steps from a nanosecond to a day, and their texts.

const NBSP = '\u00a0';

const decimalSteps = Array.from({ length: 11 }, (_, index) => 10 ** (index - 9)).flatMap((step) => [step, 2 * step, 5 * step]);

/** In seconds: 1, 2 and 5 of each power of ten, then parts of an hour and a day. */
export const axisSteps: number[] = [
  ...decimalSteps.filter((step) => step <= 20),
  ...[30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800],
];

/** 3725 -> "1:02:05" */
function clock(seconds: number): string {
  const total = Math.round(Math.abs(seconds));
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60].map((part) => String(part).padStart(2, '0'));
  return `${seconds < 0 ? '−' : ''}${parts.join(':')}`;
}

/** The texts of marks that are `step` apart: all in one unit, with the digits that tell them apart. */
export function axisTimes(seconds: readonly number[], step: number): string[] {
  const largest = Math.max(...seconds.map(Math.abs));
  if (step >= 30 || largest >= 3600) return seconds.map(clock);
  const [factor, unit] = largest >= 1 ? [1, 's'] : largest >= 1e-3 ? [1e3, 'ms'] : largest >= 1e-6 ? [1e6, 'µs'] : [1e9, 'ns'];
  const digits = Math.min(9, Math.max(0, -Math.floor(Math.log10(step * factor) + 1e-9)));
  return seconds.map(
    (each) =>
      `${(each * factor)
        .toFixed(digits)
        .replace(/^-(?=[0.]*$)/, '')
        .replace('-', '−')}${NBSP}${unit}`,
  );
}
