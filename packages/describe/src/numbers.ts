/** How the figures of a file are written, as far as it is known. */
export interface FigureHabit {
  readonly decimalChar: '.' | ',' | null;
  readonly groupChar: string | null;
}

const shape = /^[+\-−]?\d*\.?\d+(?:e[+-]?\d{1,2})?$/iu;

/** A figure by the habit of the file, or null where the cell holds none. For finding relations; ingest has its own reader. */
export function figureOf(cell: string | null | undefined, habit: FigureHabit): number | null {
  if (cell === null || cell === undefined || !/\d/u.test(cell)) return null;
  if (/^\d+$/u.test(cell)) return Number(cell);
  let text = cell.trim();
  if (text.endsWith('*')) text = text.replace(/(?<=\d)\s?\*+$/u, '');
  if (/[ \u00a0\u202f]/u.test(text)) text = text.replace(/[ \u00a0\u202f](?=\d{3})/gu, '');
  if (habit.groupChar !== null) text = text.replaceAll(habit.groupChar, '');
  if (habit.decimalChar === ',') text = text.replace(',', '.');
  return shape.test(text) ? Number(text.replace('−', '-')) : null;
}

/** Decimals that a figure is printed with. */
export function decimalsOf(cell: string, { decimalChar }: FigureHabit): number {
  const mark = decimalChar ?? '.';
  if (!cell.includes(mark)) return 0;
  const body = cell.trim().replace(/e.*$/iu, '');
  const at = body.lastIndexOf(mark);
  return at < 0 ? 0 : body.length - at - 1;
}

/** Whether a figure is another one, but for the rounding to the decimals it is printed with. */
export function isRounded(value: number, computed: number, decimals: number): boolean {
  return Math.abs(value - computed) <= 0.51 * 10 ** -decimals + Math.abs(computed) * 1e-9;
}
