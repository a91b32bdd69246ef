import type { Admissible } from './admissible.ts';

/** For each record those that a pair ties to it, by itself or as one of several batches, and the other batches: whatever joins it holds one of them. */
export function nearRecords({
  size,
  units,
  link,
}: Pick<Admissible, 'size' | 'units' | 'link'>): readonly (readonly number[])[] {
  const near = Array.from({ length: size }, () => new Set<number>());
  const add = (some: readonly number[], others: readonly number[]): void => {
    for (const i of some) for (const j of others) if (i !== j) near[i]?.add(j);
  };
  for (const [at, one] of units.entries()) {
    add(one, one);
    for (const other of units.slice(at + 1))
      if (link(one, other) === 'tied') {
        add(one, other);
        add(other, one);
      }
  }
  return near.map((some) => [...some].sort((i, j) => i - j));
}
