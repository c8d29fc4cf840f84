// Which page is shown, by the URL fragment: "#capture?q=8". What follows the "?" is the page's own.

export const pages = [
  { id: 'capture', label: 'Capture' },
  { id: 'hash', label: 'Hash' },
  { id: 'lab', label: 'Lab' },
] as const;

export type PageId = (typeof pages)[number]['id'];

/** The page of a fragment; the first one where it names none. */
export function pageOf(fragment: string): PageId {
  const [name] = fragment.replace(/^#/, '').split('?');
  return pages.find(({ id }) => id === name)?.id ?? pages[0].id;
}

export function fragmentParams(fragment: string): URLSearchParams {
  return new URLSearchParams(fragment.split(/\?(.*)/s)[1] ?? '');
}

export function fragmentOf(page: PageId, params: URLSearchParams): string {
  return params.size ? `#${page}?${params}` : `#${page}`;
}
