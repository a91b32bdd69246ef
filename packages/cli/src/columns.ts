import { shownText } from '@samenbeeld/schema';

/** Rows as text in aligned columns; numbers to the right where `right` says so. */
export function aligned(
  cells: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): readonly string[] {
  const rows = cells.map((row) => row.map(shownText));
  const widths = rows.reduce<number[]>((known, row) => {
    row.forEach((cell, index) => {
      known[index] = Math.max(known[index] ?? 0, [...cell].length);
    });
    return known;
  }, []);
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const gap = ' '.repeat((widths[index] ?? 0) - [...cell].length);
        return right.has(index) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}
