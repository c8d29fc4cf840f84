// What a script changes that waits for a restart: by ui/effective for settings that it knows, else by the keyword of the adapter.

import type { Restart } from '../effective/os/version.ts';
import { restartRule } from '../effective/pending.ts';
import type { WindowsVersion } from '../registry/windows-version.ts';
import { keywordsOf, knownKeyword } from '../scenario/registry-map.ts';
import { settingOf } from '../scenario/windows-edits.ts';

/** @param path relative to the host */
function restartOf(path: string, os: WindowsVersion): Restart {
  const found = settingOf(`hosts[0].${path}`);
  if (found) return restartRule(os, found.setting).restart;
  const [keyword] = keywordsOf(path.replace(/^nics\[\d+\]\./, ''));
  return keyword === undefined ? 'none' : knownKeyword(keyword)!.force.after;
}

const sentences: Partial<Record<Restart, string>> = {
  adapter: 'In force once the adapter is started again:',
  computer: 'In force once the computer is started again:',
};

/** @param restarts those to speak of */
export const restartRemarks = (paths: readonly string[], os: WindowsVersion, restarts: readonly Restart[]): string[] =>
  restarts.flatMap((restart) => {
    const waiting = paths.filter((path) => restartOf(path, os) === restart);
    return waiting.length ? [sentences[restart]!, ...waiting.map((path) => `  ${path}`)] : [];
  });
