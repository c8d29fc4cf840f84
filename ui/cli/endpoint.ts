// Addresses of sockets on this computer or the network, as `nicscope wire` takes them: HOST:PORT, [IPv6]:PORT or unix:PATH.

export type Endpoint = { host: string; port: number } | { path: string };

/** @returns null where the text is none */
export function parseEndpoint(text: string): Endpoint | null {
  const [, path] = /^unix:(.+)$/s.exec(text) ?? [];
  if (path !== undefined) return { path };
  const [, bracketed, plain, digits] = /^(?:\[([0-9A-Fa-f:.]+(?:%\w+)?)\]|([^:[\]/\s]+)):([0-9]{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  return host === undefined || port > 65_535 ? null : { host, port };
}

export function endpointText(endpoint: Endpoint): string {
  if ('path' in endpoint) return `unix:${endpoint.path}`;
  return endpoint.host.includes(':') ? `[${endpoint.host}]:${endpoint.port}` : `${endpoint.host}:${endpoint.port}`;
}
