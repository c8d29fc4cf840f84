// The known name that an unknown one was probably meant to be.

/** Edits (insert, delete, replace, swap neighbours) from one text to the other; restricted Damerau-Levenshtein distance. */
export function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    const previous = rows[row - 1]!;
    for (let column = 1; column <= to.length; column++) {
      const differs = from[row - 1] === to[column - 1] ? 0 : 1;
      let edits = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + differs);
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) edits = Math.min(edits, rows[row - 2]![column - 2]! + 1);
      current.push(edits);
    }
    rows.push(current);
  }
  return rows[from.length]![to.length]!;
}

/** @returns null when no name is close: more than a third of its letters differ */
export function nearestName(unknown: string, names: readonly string[]): string | null {
  if (unknown.length > 64) return null;
  let best: { name: string; edits: number } | null = null;
  for (const name of names) {
    const edits = editDistance(unknown.toLowerCase(), name.toLowerCase());
    const limit = Math.max(1, Math.floor(Math.max(name.length, unknown.length) / 3));
    if (edits <= limit && (!best || edits < best.edits)) best = { name, edits };
  }
  return best && best.name;
}

/** " Did you mean “mtu”?", or the names when there are few, or nothing. */
export function nearestHint(unknown: string, names: readonly string[]): string {
  const name = nearestName(unknown, names);
  if (name) return ` Did you mean “${name}”?`;
  return names.length && names.length <= 24 ? ` Known are ${names.join(', ')}.` : '';
}
