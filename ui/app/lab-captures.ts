// Captures that scenarios on the Lab page replay: files that were opened or dropped, by name, and those that come with ready scenarios.

const folder = new URL('scenarios/', document.baseURI);

export const isCaptureName = (name: string): boolean => /\.(pcap|pcapng|cap|dmp)(\.gz)?$/i.test(name);

/** Replays of a document, which may be faulty: the capture that each names, and the path of that property. */
export function replaysOf(scenario: unknown): { capture: string; path: string }[] {
  const { traffic } = (scenario ?? {}) as { traffic?: unknown };
  if (!Array.isArray(traffic)) return [];
  return (traffic as unknown[]).flatMap((entry, index) => {
    const { app, capture } = (entry ?? {}) as { app?: unknown; capture?: unknown };
    return app === 'replay' ? [{ capture: typeof capture === 'string' ? capture : '', path: `traffic[${index}].capture` }] : [];
  });
}

export class LabCaptures {
  private readonly known = new Map<string, Blob>();

  add(file: File): void {
    this.known.set(file.name, file);
  }

  /** The captures that a document names, as far as they are there; its names are relative to the ready scenarios. */
  async of(scenario: unknown): Promise<Record<string, Blob>> {
    const found: Record<string, Blob> = {};
    for (const { capture } of replaysOf(scenario)) {
      const blob = this.known.get(capture) ?? (await this.fetched(capture));
      if (blob) found[capture] = blob;
    }
    return found;
  }

  private async fetched(capture: string): Promise<Blob | null> {
    const url = new URL(capture, folder);
    if (url.origin !== folder.origin) return null;
    const response = await fetch(url).catch(() => null);
    // A server may answer a name that is not there with a page.
    if (!response?.ok || response.headers.get('content-type')?.startsWith('text/html')) return null;
    const blob = await response.blob();
    this.known.set(capture, blob);
    return blob;
  }
}
