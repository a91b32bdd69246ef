import type { Edges } from './order.ts';

/**
 * The links with those that persons found to be the same, which come before all others. A link that was read is made
 * the strongest; only a pair without one takes one of the places left free. So no pair is two links.
 *
 * @param links those read, with room for `judged` behind the first `read`; changed in place
 */
export function withJudged(
  { edges, read }: { readonly edges: Edges; readonly read: number },
  judged: readonly (readonly [number, number])[],
): Edges {
  const { left, right, weight } = edges;
  const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const open = new Map(judged.map(([a, b]) => [keyOf(a, b), [a, b] as const]));
  const named = new Set(judged.flat());
  const met = new Set<string>();
  if (named.size > 0)
    for (let edge = 0; edge < read; edge += 1) {
      const [a, b] = [left[edge] as number, right[edge] as number];
      if (!named.has(a) || !named.has(b)) continue;
      const key = keyOf(a, b);
      if (!open.has(key)) continue;
      weight[edge] = Number.POSITIVE_INFINITY;
      met.add(key);
    }
  let end = read;
  for (const [key, [a, b]] of open) {
    if (met.has(key)) continue;
    left[end] = a;
    right[end] = b;
    weight[end] = Number.POSITIVE_INFINITY;
    end += 1;
  }
  return {
    left: left.subarray(0, end),
    right: right.subarray(0, end),
    weight: weight.subarray(0, end),
  };
}
