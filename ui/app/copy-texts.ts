// The setting as commands for other systems, for the copy dialog.

import type { CopyText } from '../components/copy-dialog/copy-dialog.ts';
import { rssCommands } from '../features/rss-commands.ts';
import type { RssSettings } from '../features/rss.ts';

/** Precondition: rssFaults(settings) is empty. */
export function copyTexts(settings: RssSettings): CopyText[] {
  return rssCommands(settings).map(({ id, title, era, text }) => ({ id, title, note: era, text: text.trimEnd() }));
}
