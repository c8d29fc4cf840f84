// Numbers in sentences.

/** "61 %", "0.4 %", "99.9 %"; never 0 % or 100 % for a share that is not. */
export function percent(share: number): string {
  if (share <= 0) return '0 %';
  if (share >= 1) return '100 %';
  if (share < 0.0005) return 'less than 0.1 %';
  if (share < 0.0995) return `${Number((share * 100).toFixed(1))} %`;
  if (share > 0.9995) return 'more than 99.9 %';
  if (share >= 0.99) return `${Number((share * 100).toFixed(1))} %`;
  return `${Math.round(share * 100)} %`;
}

/** 1234567 -> "1,234,567" */
export function grouped(value: number | bigint): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** "1 flow", "2,000 flows" */
export function counted(value: number | bigint, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${Number(value) === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c" */
export function listed(items: readonly string[], conjunction = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

/** 1_500_000n ns -> "1.5 ms" */
export function durationText(ns: bigint): string {
  const units: [bigint, string][] = [
    [1_000_000_000n, 's'],
    [1_000_000n, 'ms'],
    [1_000n, 'µs'],
    [1n, 'ns'],
  ];
  const [scale, unit] = units.find(([size]) => ns >= size) ?? [1n, 'ns'];
  return `${Number((Number(ns) / Number(scale)).toPrecision(3))} ${unit}`;
}
