import type { FoundTotal } from './find-totals.ts';

/** How far a total is the sum of its parts, with the groups of rows counted. */
export function evidence({ holds, groups, parts, figures, everyFigure }: FoundTotal): string {
  if (groups === 0) return 'no rows show it beside its parts';
  const where = everyFigure ? '' : ` of ${figures.map((name) => `"${name}"`).join(', ')}`;
  if (groups === 1) return `${holds === 1 ? 'equals' : 'is not'} the sum of ${parts.words}${where}`;
  const n = (count: number): string => count.toLocaleString('en');
  if (holds === 0) return `is the sum of ${parts.words} in none of ${n(groups)} groups of rows`;
  return `equals the sum of ${parts.words} in ${n(holds)} of ${n(groups)} groups of rows${where}`;
}
