// The captures that ship with the site.

import type { Sample } from '../components/sample-list/sample-list.ts';

const folder = new URL('samples/', document.baseURI);

export async function listSamples(): Promise<Sample[]> {
  const response = await fetch(new URL('index.json', folder));
  if (!response.ok) throw new Error(`The list of samples answered ${response.status}.`);
  return (await response.json()) as Sample[];
}

/** Reads one of the samples; the file name comes from a link, so it must be on the list. */
export async function readSample(file: string, samples: readonly Sample[]): Promise<Blob> {
  if (!samples.some((sample) => sample.file === file)) throw new Error(`There is no sample “${file}”.`);
  const response = await fetch(new URL(encodeURIComponent(file), folder));
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.blob();
}
