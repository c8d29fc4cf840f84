// Numbers as people read them: the one place. Decimal (SI) prefixes, a no-break space before the unit, English digits.

const NBSP = '\u00a0';
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** 1234567 -> "1,234,567" */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** A count and its noun: "1 packet", "1,234 packets". */
export function formatPlural(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)}${NBSP}${value === 1 ? one : many}`;
}

/** 1234567 with "B" -> "1.23 MB": three digits that count. */
export function formatSi(value: number, unit: string): string {
  const prefixes = ['', 'k', 'M', 'G', 'T', 'P'];
  let scaled = Math.abs(value);
  let step = 0;
  while (scaled >= 999.5 && step < prefixes.length - 1) {
    scaled /= 1000;
    step += 1;
  }
  const digits = step === 0 && Number.isInteger(value) ? 0 : scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  return `${value < 0 ? '−' : ''}${scaled.toFixed(digits)}${NBSP}${prefixes[step]!}${unit}`.trimEnd();
}

export const formatBytes = (bytes: number): string => formatSi(bytes, 'B');
export const formatByteRate = (bytesPerSecond: number): string => formatSi(bytesPerSecond, 'B/s');
export const formatBitRate = (bitsPerSecond: number): string => formatSi(bitsPerSecond, 'bit/s');
export const formatPacketRate = (packetsPerSecond: number): string => formatSi(packetsPerSecond, 'packets/s');

/** A load in the chosen measure: "1,234 packets" or "1.23 MB". */
export function formatLoad(value: number, measure: 'packets' | 'bytes'): string {
  return measure === 'packets' ? formatPlural(value, 'packet') : formatBytes(value);
}

/** 0.4137 -> "41.4 %"; a share that is there but tiny is "< 0.1 %", never "0.0 %". */
export function formatPercent(fraction: number): string {
  const percent = fraction * 100;
  if (percent > 0 && percent < 0.05) return `<${NBSP}0.1${NBSP}%`;
  return `${percent.toFixed(percent === 0 || percent >= 99.95 ? 0 : 1)}${NBSP}%`;
}

/** A difference of shares, in percentage points: "+3.2 pt", "−1.0 pt", "±0 pt". */
export function formatPoints(difference: number): string {
  const points = Math.round(difference * 1000) / 10;
  if (points === 0) return `±0${NBSP}pt`;
  return `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}${NBSP}pt`;
}

/** 0.123 -> "0.12": an evenness or another ratio of 0..1. */
export const formatRatio = (value: number): string => value.toFixed(2);

/** Nanoseconds: "850 ns", "1.50 ms", "12.3 s", "3 min 05 s", "2 h 07 min". */
export function formatDurationNs(ns: bigint | number): string {
  const seconds = Number(ns) / 1e9;
  if (seconds < 59.95) {
    if (seconds >= 1 || seconds === 0) return formatSi(seconds, 's');
    const [scale, unit] = seconds >= 1e-3 ? [1e3, 'ms'] : seconds >= 1e-6 ? [1e6, 'µs'] : [1e9, 'ns'];
    return formatSi(unit === 'ns' ? Math.round(seconds * scale) : seconds * scale, unit);
  }
  const total = Math.round(seconds);
  if (total < 3600) return `${Math.floor(total / 60)}${NBSP}min ${String(total % 60).padStart(2, '0')}${NBSP}s`;
  const minutes = Math.round(total / 60);
  return `${formatCount(Math.floor(minutes / 60))}${NBSP}h ${String(minutes % 60).padStart(2, '0')}${NBSP}min`;
}

/** Nanoseconds since 1970 as UTC: "2011-03-04 05:06:07.890". */
export function formatTimeNs(ns: bigint): string {
  return new Date(Number(ns / 1_000_000n)).toISOString().replace('T', ' ').replace('Z', '');
}

/** A 32-bit hash as commands print it: "0x0f0c461c". */
export function formatHash(hash: number): string {
  return `0x${(hash >>> 0).toString(16).padStart(8, '0')}`;
}
