/** Numbers that follow from a seed (mulberry32), for a test's own damage. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Which marks the damaged file shows: all commas, all points, points where one group was taken for decimals; none, the zeros
 * dropped from plain digits; a point in the damaged cells alone, among plain digits; or plain digits of which the last one
 * is dropped, zero or not.
 */
export type MarkStyle = 'comma' | 'point' | 'mixed' | 'plain' | 'few' | 'cut';

/** A cell that lost zeros: its line, column, true number, and what is left of it. */
export interface LostCell {
  readonly line: number;
  readonly column: number;
  readonly truth: number;
  readonly left: string;
}

/** A number with one group of three, as a spreadsheet that takes the mark for a decimal one shows it. */
function asDecimal(cell: string): string {
  return cell.replace(/0+$/, '').replace(/[.,]$/, '');
}

/**
 * A table of text, in the given columns of which numbers with one group of three lose the zeros at their end, as when a
 * spreadsheet takes the thousands mark for a decimal mark and the file is saved again. Numbers with two groups cannot be
 * decimals and stay. `share` of those that could lose zeros do.
 */
export function loseZeros(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  {
    style,
    share,
    seed,
  }: { readonly style: MarkStyle; readonly share: number; readonly seed: number },
): { readonly rows: readonly (readonly string[])[]; readonly lost: readonly LostCell[] } {
  const random = seeded(seed);
  const lost: LostCell[] = [];
  const damaged = rows.map((row, line) =>
    row.map((cell, column) => {
      if (!columns.includes(column) || !/^\d{1,3}(?:,\d{3})+$/.test(cell)) return cell;
      const single = /^\d{1,3},\d{3}$/.test(cell);
      const pointed = style === 'point' || (style === 'mixed' && single);
      const isPlain = style === 'plain' || style === 'few' || style === 'cut';
      const marked = pointed || isPlain ? cell.replaceAll(',', isPlain ? '' : '.') : cell;
      if (!single || !(style === 'cut' || cell.endsWith('0')) || random() >= share) return marked;
      const left =
        style === 'cut'
          ? marked.slice(0, -1)
          : asDecimal(style === 'few' ? cell.replace(',', '.') : marked);
      lost.push({ line, column, truth: Number(cell.replace(',', '')), left });
      return left;
    }),
  );
  return { rows: damaged, lost };
}
