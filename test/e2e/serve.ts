// A plain static host: one folder under a sub-path, on a port of its own, as GitHub Pages or a CDN would.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** What is open; the last opened is closed first. */
export const toClose: (() => Promise<unknown>)[] = [];

export async function closeAll(): Promise<void> {
  for (let close = toClose.pop(); close; close = toClose.pop()) await close();
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface Host {
  origin: string;
  /** Address of the folder, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

export interface HostOptions {
  /** Files that exist in memory only, by path below the folder. */
  files?: Record<string, string | Uint8Array>;
  headers?: Record<string, string>;
  /** Default "/". Starts and ends with a slash. */
  path?: string;
}

/** @param folder  null for a host that has only `files` */
export async function serve(folder: string | null, { files = {}, headers = {}, path = '/' }: HostOptions = {}): Promise<Host> {
  const read = async (name: string): Promise<string | Uint8Array | null> => {
    if (name in files) return files[name]!;
    if (folder === null || name.startsWith('..')) return null;
    return readFile(join(folder, name)).catch(() => null);
  };
  const server = createServer((request, response) => {
    void (async () => {
      const asked = decodeURIComponent(new URL(request.url!, 'http://host').pathname);
      const name = normalize(asked.startsWith(path) ? asked.slice(path.length) || 'index.html' : '../outside');
      const body = await read(name);
      if (body === null) response.writeHead(404, { 'content-type': 'text/plain' }).end(`${asked} is not here`);
      else response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', ...headers }).end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  toClose.push(close);
  return { origin, url: origin + path, close };
}
