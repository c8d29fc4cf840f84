// The k largest of many, in order: a bounded min-heap, O(n log k), no allocation per element.

/**
 * @param candidates indices into `weights`
 * @returns at most `k` of the candidates, largest weight first; equal weights in index order
 */
export function heaviest(candidates: Uint32Array, weights: ArrayLike<number>, k: number): Uint32Array {
  const size = Math.min(k, candidates.length);
  const heap = new Uint32Array(size);
  /** True when `a` ranks behind `b`. */
  const behind = (a: number, b: number) => weights[a]! < weights[b]! || (weights[a] === weights[b] && a > b);
  const sink = (from: number) => {
    let at = from;
    for (;;) {
      const left = at * 2 + 1;
      if (left >= size) return;
      const child = left + 1 < size && behind(heap[left + 1]!, heap[left]!) ? left + 1 : left;
      if (!behind(heap[child]!, heap[at]!)) return;
      const swap = heap[at]!;
      heap[at] = heap[child]!;
      heap[child] = swap;
      at = child;
    }
  };
  heap.set(candidates.subarray(0, size));
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at);
  if (size > 0)
    for (let next = size; next < candidates.length; next++)
      if (behind(heap[0]!, candidates[next]!)) {
        heap[0] = candidates[next]!;
        sink(0);
      }
  return heap.sort((a, b) => weights[b]! - weights[a]! || a - b);
}
