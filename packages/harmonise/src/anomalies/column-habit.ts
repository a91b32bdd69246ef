/** Marks that the description declares for a column. */
export interface DeclaredMarks {
  readonly group: string | null;
  readonly decimal: string | null;
}

/** How a column writes its numbers, counted over its cells. */
export interface ColumnHabit {
  /** Cells with digits. */
  readonly cells: number;
  /** Cells whose groups are all of three (`365,753`). */
  readonly whole: number;
  /** Of which with more than one mark: no decimal can have two. */
  readonly several: number;
  /** Cells that would be such a number with one or two zeros at the end (`365.75`). */
  readonly short: number;
  /** Up to three digits without a mark. */
  readonly small: number;
  /** The mark of most groups. */
  readonly mark: string;
  /** The decimal mark that the description declares and no cell contradicts. */
  readonly decimal: string | null;
  /** The description says that the column groups its digits. */
  readonly declared: boolean;
  /** The column holds whole numbers in groups of three. */
  readonly grouped: boolean;
}

const wholeGroups = /^[+-]?[1-9]\d{0,2}(?:[.,'\u00a0\u202f ]\d{3})+$/u;
const shortGroup = /^[+-]?[1-9]\d{0,2}(?:[.,]\d{3})*[.,]\d{1,2}$/u;
const small = /^[+-]?\d{1,3}$/u;
const long = /^[+-]?\d{5,}$/u;
const marked = /\d[.,]\d/u;
const fraction = /^[+-]?0[.,]\d|[.,]\d{4,}$/u;

/** Whether the last mark of a cell is this decimal mark. */
export function hasDecimal(cell: string, mark: string | null): boolean {
  return mark !== null && /([.,])\d+$/u.exec(cell)?.[1] === mark;
}

/** A number whose last group has lost one or two zeros. */
export function isShortGroup(cell: string): boolean {
  return shortGroup.test(cell);
}

/** Up to three digits and nothing else: a number below a thousand, or thousands that lost all three zeros. */
export function isSmall(cell: string): boolean {
  return small.test(cell);
}

function markOf(cells: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const mark = /\D/u.exec(cell.slice(1))?.[0];
    if (mark) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

/**
 * How a column writes its numbers. It is one of grouped whole numbers where at least three cells have whole groups, these
 * are three quarters of all cells with a mark (nine in ten numbers do not end in zero), no cell begins with `0,` or has four
 * decimals, and at most a tenth as many numbers have five digits and no mark, or marks that are no groups. Where the description
 * declares groups, one whole group is enough.
 */
export function columnHabit(
  all: readonly string[],
  { group, decimal }: DeclaredMarks = { group: null, decimal: null },
): ColumnHabit {
  const cells = all.map((cell) => cell.trim()).filter((cell) => /\d/u.test(cell));
  // No decimal has two marks: where cells have, the description is wrong about the column.
  const contradicted = cells.filter(
    (cell) => wholeGroups.test(cell) && decimal !== null && cell.split(decimal).length > 2,
  );
  const mark = contradicted.length < 2 ? decimal : null;
  const declared = group !== null && group !== mark;
  const isDecimal = (cell: string): boolean => hasDecimal(cell, mark);
  const plain = cells.filter((cell) => !isDecimal(cell));
  const groups = plain.filter((cell) => wholeGroups.test(cell));
  const short = plain.filter((cell) => shortGroup.test(cell)).length;
  const bare = plain.filter((cell) => long.test(cell)).length;
  const whole = groups.length;
  const decimals = declared ? 0 : cells.length - plain.length;
  const odd =
    decimals +
    plain.filter((cell) => marked.test(cell)).length -
    groups.filter((cell) => marked.test(cell)).length -
    short;
  return {
    cells: cells.length,
    whole,
    several: groups.filter((cell) => /\D\d{3}\D/u.test(cell)).length,
    short,
    small: cells.filter(isSmall).length,
    mark: markOf(groups),
    declared,
    decimal: mark,
    grouped:
      !plain.some((cell) => fraction.test(cell)) &&
      (declared ? whole >= 1 : whole >= 3 && whole >= 3 * short && bare + odd <= whole / 10),
  };
}

/** Digits of a number in groups of three, its last group filled up with zeros (`365.75` → 365750). */
export function filledUp(cell: string): number | null {
  if (!isShortGroup(cell) && !wholeGroups.test(cell)) return null;
  const parts = cell.replace(/^[+-]/u, '').split(/[.,'\u00a0\u202f ]/u);
  return Number(parts.map((part, at) => (at === 0 ? part : part.padEnd(3, '0'))).join(''));
}

/**
 * A cell as the column's habit reads it: groups joined, short ones filled up; in other columns the last mark is the
 * decimal one. Null where it is no number.
 */
export function readByHabit(raw: string, habit: ColumnHabit): number | null {
  const cell = raw.trim();
  if (/^[+-]?\d+$/u.test(cell)) return Number(cell);
  if (habit.grouped && !hasDecimal(cell, habit.decimal)) return filledUp(cell);
  const digits = cell.replace(/[\s\u00a0\u202f']/gu, '').replace(/%$/u, '');
  if (!/^[+-]?(?:\d+[.,])*\d+(?:e[+-]?\d+)?$/iu.test(digits)) return null;
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (at < 0) return Number(digits);
  const head = digits.slice(0, at).replace(/[.,]/gu, '');
  return Number(`${head}.${digits.slice(at + 1)}`);
}
