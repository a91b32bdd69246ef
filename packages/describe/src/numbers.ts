/** How the figures of a file are written, as far as it is known. */
export interface FigureHabit {
  readonly decimalChar: '.' | ',' | null;
  readonly groupChar: string | null;
}

const shape = /^[+\-−]?\d*\.?\d+(?:e[+-]?\d{1,2})?$/iu;

/** What a text is written with: digits alone, also with the marks and signs of plain figures, no digit, or whatever else. */
function writtenWith(text: string): 'digits' | 'marks' | 'no digit' | 'else' {
  let [hasDigit, hasMark] = [false, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) hasDigit = true;
    // The signs + , - and . stand together.
    else if (code >= 43 && code <= 46) hasMark = true;
    else return /\d/u.test(text) ? 'else' : 'no digit';
  }
  if (!hasDigit) return 'no digit';
  return hasMark ? 'marks' : 'digits';
}

/** A figure by the habit of the file, or null where the cell holds none. For finding relations; ingest has its own reader. */
export function figureOf(cell: string | null | undefined, habit: FigureHabit): number | null {
  if (cell === null || cell === undefined) return null;
  // Most cells of large tables are plain figures, of which most expressions below say nothing.
  const written = writtenWith(cell);
  if (written === 'no digit') return null;
  if (written === 'digits') return Number(cell);
  let text = cell;
  if (written === 'else') {
    text = text.trim();
    if (text.endsWith('*')) text = text.replace(/(?<=\d)\s?\*+$/u, '');
    if (/[ \u00a0\u202f]/u.test(text)) text = text.replace(/[ \u00a0\u202f](?=\d{3})/gu, '');
    text = text.replace('−', '-');
  }
  if (habit.groupChar !== null) text = text.replaceAll(habit.groupChar, '');
  if (habit.decimalChar === ',') text = text.replace(',', '.');
  return shape.test(text) ? Number(text) : null;
}

/** Decimals that a figure is printed with. */
export function decimalsOf(cell: string, { decimalChar }: FigureHabit): number {
  const mark = decimalChar ?? '.';
  if (!cell.includes(mark)) return 0;
  const text = cell.trim();
  const body = /e/iu.test(text) ? text.replace(/e.*$/iu, '') : text;
  const at = body.lastIndexOf(mark);
  return at < 0 ? 0 : body.length - at - 1;
}

/** Whether a figure is another one, but for the rounding to the decimals it is printed with. */
export function isRounded(value: number, computed: number, decimals: number): boolean {
  return Math.abs(value - computed) <= 0.51 * 10 ** -decimals + Math.abs(computed) * 1e-9;
}
