// Fetches and compiles a build of the core for the site.

export async function fetchCore(url: URL): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The Wasm core could not be loaded: HTTP ${response.status} for ${url.pathname}`);
  // A static host may not know the type of .wasm; compileStreaming insists on it.
  return response.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
