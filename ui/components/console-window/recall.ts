// Earlier lines by the arrow keys. The line that was being typed is kept below the latest.

export interface Recall {
  /** Index into the history; null: at the line being typed. */
  readonly at: number | null;
  readonly draft: string;
}

export const noRecall: Recall = { at: null, draft: '' };

/**
 * @param line what the input holds
 * @param step -1 to an earlier line, 1 to a later one
 * @returns null at either end: nothing is to change
 */
export function recallStep(
  history: readonly string[],
  recall: Recall,
  line: string,
  step: -1 | 1,
): { recall: Recall; line: string } | null {
  const from = recall.at ?? history.length;
  const at = from + step;
  if (at < 0 || at > history.length || (recall.at === null && step > 0)) return null;
  const draft = recall.at === null ? line : recall.draft;
  if (at === history.length) return { recall: noRecall, line: draft };
  return { recall: { at, draft }, line: history[at]! };
}
