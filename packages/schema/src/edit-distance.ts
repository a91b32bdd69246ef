/**
 * Number of letters to insert, delete, replace or swap with their neighbour to turn one text into another
 * (Damerau-Levenshtein, restricted to one edit per substring).
 *
 * @example
 * ```ts
 * import { editDistance } from '@samenbeeld/schema';
 * editDistance('NLVIL', 'NLVLI') // => 1
 * editDistance('coke', 'cocaine') // => 4
 * ```
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + cost,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (before[column - 2] ?? 0) + 1);
      line.push(best);
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}
