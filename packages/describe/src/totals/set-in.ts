import type { ReadColumn, ReadTable } from '@samenbeeld/read';
import { distinctCells } from '../distinct-cells.ts';

/** How far a label is set in: blanks before it, then a bullet. */
function depthOf(label: string): number {
  const [before = '', blanks = ''] = /^(\s*)(?:[-–•·]\s+(?=\p{L}))?/u.exec(label) ?? [];
  return blanks.length * 2 + (before.length > blanks.length ? 1 : 0);
}

/** The labels that stand below another and are set in: what that one is said to hold. None where no label is set in. */
export function labelsSetIn(
  table: ReadTable,
  { index }: ReadColumn,
): ReadonlyMap<string, readonly string[]> {
  if (![...distinctCells(table, index)].some((label) => depthOf(label) > 0)) return new Map();
  const below = new Map<string, Set<string>>();
  const above: { readonly label: string; readonly depth: number }[] = [];
  for (const { cells } of table.rows) {
    const label = cells[index] ?? '';
    // Numbers are set in so that they stand right.
    if (!/\p{L}/u.test(label)) continue;
    const depth = depthOf(label);
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
    const head = above.at(-1)?.label;
    if (head !== undefined) below.set(head, (below.get(head) ?? new Set()).add(label));
    above.push({ label, depth });
  }
  return new Map([...below].map(([head, labels]) => [head, [...labels]]));
}
