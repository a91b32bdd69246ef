import type { Edges } from './order.ts';

/** The links of each record: `edgesOf[start[r]…start[r + 1] − 1]`; those marked as repeated are passed over. */
export interface Neighbours {
  readonly start: Uint32Array;
  readonly edgesOf: Uint32Array;
  readonly repeated: Uint8Array;
}

/**
 * The links without which the records they join would no longer hang together, in ascending order. By depth-first
 * search with low points (Tarjan 1974), without recursion, for a chain may be as long as the data.
 */
export function findBridges(
  { left, right }: Pick<Edges, 'left' | 'right'>,
  count: number,
  { start, edgesOf, repeated }: Neighbours,
): Uint32Array {
  const found = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const via = new Int32Array(count).fill(-1);
  const next = start.slice(0, count);
  const path = new Int32Array(count);
  const bridges: number[] = [];
  const otherEnd = (edge: number, record: number): number =>
    (left[edge] === record ? right[edge] : left[edge]) as number;
  let time = 0;
  for (let root = 0; root < count; root += 1) {
    if (found[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    found[root] = low[root] = time++;
    while (depth >= 0) {
      const record = path[depth] as number;
      const at = next[record] as number;
      if (at < (start[record + 1] as number)) {
        next[record] = at + 1;
        const edge = edgesOf[at] as number;
        if (edge === via[record] || repeated[edge]) continue;
        const other = otherEnd(edge, record);
        if (found[other] === -1) {
          found[other] = low[other] = time++;
          via[other] = edge;
          depth += 1;
          path[depth] = other;
        } else low[record] = Math.min(low[record] as number, found[other] as number);
        continue;
      }
      depth -= 1;
      if (depth < 0) break;
      const parent = path[depth] as number;
      low[parent] = Math.min(low[parent] as number, low[record] as number);
      if ((low[record] as number) > (found[parent] as number)) bridges.push(via[record] as number);
    }
  }
  return Uint32Array.from(bridges).sort();
}
