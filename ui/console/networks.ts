// IPv4 arithmetic that ipconfig and route need. Addresses come from the host and are well formed.

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const textOf = (number: number): string => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');

/** First and last address of the network of an address. */
export function networkOf(address: string, prefixLength: number): { readonly first: string; readonly last: string } {
  const size = 2 ** (32 - prefixLength);
  const first = Math.floor(numberOf(address) / size) * size;
  return { first: textOf(first), last: textOf(first + size - 1) };
}

export const prefixMask = (prefixLength: number): string => textOf(2 ** 32 - 2 ** (32 - prefixLength));

/** "00-15-5D-01-02-03" as route prints it. */
export const groupOf = (mac: string): string => mac.toLowerCase().replaceAll('-', ' ');
