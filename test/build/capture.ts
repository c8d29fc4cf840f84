// Writers of capture files: pcap, pcapng, and gzip around either.

export * from './pcap.ts';
export * from './pcapng.ts';
import { concat } from './bytes.ts';

/** Compresses with the platform's own gzip; the same in browsers and in Node. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const reader = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
  return concat(...chunks);
}
