// Ready settings by name, each written as the parameters that a URL of the site would have.

export const presets: Readonly<Record<string, string>> = {
  /** Microsoft's verification key, 4 queues on 4 processors: the defaults of the site. */
  'verification-4-queues': 'q=4&max=4',
  'verification-8-queues': 'q=8&max=8',
  /** Both directions of a connection land on one processor. */
  'symmetric-4-queues': 'key=symmetric&q=4&max=4',
  /** No scaling: everything on one processor. */
  'single-queue': 'q=1&max=1',
  /** Ports take no part in the hash. */
  'addresses-only': 'types=ipv4,ipv6',
  /** UDP ports take part as well, as Windows of a later era does. */
  'udp-ports': 'types=ipv4,tcp-ipv4,ipv6,tcp-ipv6,udp-ipv4,udp-ipv6',
};

/** Views of the element, named like the pages of the site. */
export const views = ['capture', 'hash'] as const;
export type View = (typeof views)[number];

export interface Start {
  view: View;
  params: URLSearchParams;
  /** What could not be used, plain sentences. */
  faults: string[];
}

/**
 * Where the element starts: the preset, and over it what the state says.
 * @param view  view by name; empty: the one that the state names, else the first
 * @param state  as in the site's address: "#capture?q=8", "hash?src=...", or "q=8" alone
 */
export function startOf(view: string, preset: string, state: string): Start {
  const faults: string[] = [];
  const bare = state.trim().replace(/^#/, '');
  const [page, query] = bare.includes('?') ? bare.split(/\?(.*)/s) : bare.includes('=') ? ['', bare] : [bare, ''];
  const isView = (name: string | undefined): name is View => views.some((known) => known === name);
  if (view && !isView(view)) faults.push(`There is no view “${view}”; the views are ${views.join(' and ')}.`);
  if (page && !isView(page)) faults.push(`The state names “${page}”, which is no view; the views are ${views.join(' and ')}.`);
  const ready = presets[preset];
  if (preset && ready === undefined) faults.push(`There is no preset “${preset}”; the presets are ${Object.keys(presets).join(', ')}.`);
  const params = new URLSearchParams(ready);
  for (const [name, value] of new URLSearchParams(query)) params.set(name, value);
  return { view: isView(view) ? view : isView(page) ? page : views[0], params, faults };
}
