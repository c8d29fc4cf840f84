// The setting as commands for other systems, for the copy dialog.

import type { CopyText } from '../components/copy-dialog/copy-dialog.ts';
import type { RssSettings } from '../features/rss.ts';

export function copyTexts(_settings: RssSettings): CopyText[] {
  return [];
}
