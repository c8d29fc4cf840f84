// What a link to the Lab page says: which ready scenario, or a whole document, deflated (RFC 1951) and in base64url (RFC 4648, 5).

import { fragmentOf, fragmentParams } from './route.ts';

/** Longer addresses are cut by mail programs and chats. */
export const LINK_MOST = 8000;
/** A document that comes out of a link; one that inflates to more is no scenario of this page. */
const TEXT_MOST = 4_000_000;

export type LabLink = { scenario: string } | { text: () => Promise<string> } | null;

async function streamed(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > most) throw new Error('The document in the link is too large.');
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const readyFragment = (file: string): string => fragmentOf('lab', new URLSearchParams({ scenario: file }));

/** The fragment that holds a document, with its "#". */
export async function documentFragment(document: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const deflated = await streamed(bytes, new CompressionStream('deflate-raw'), Infinity);
  const text = btoa(Array.from(deflated, (byte) => String.fromCharCode(byte)).join(''));
  return fragmentOf('lab', new URLSearchParams({ document: text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') }));
}

async function inflate(encoded: string): Promise<string> {
  try {
    const text = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(await streamed(bytes, new DecompressionStream('deflate-raw'), TEXT_MOST));
  } catch (error) {
    throw new Error(`The link is damaged or was cut. ${(error as Error).message}`, { cause: error });
  }
}

export function readLabFragment(fragment: string): LabLink {
  const params = fragmentParams(fragment);
  const [scenario, encoded] = [params.get('scenario'), params.get('document')];
  if (encoded) return { text: () => inflate(encoded) };
  return scenario ? { scenario } : null;
}
