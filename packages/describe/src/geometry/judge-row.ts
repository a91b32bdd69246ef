import { cellForm, cellKind, isPeriodCell } from './cell-kind.ts';
import type { ColumnShape } from './column-profile.ts';
import { isHeaderWord } from './header-words.ts';
import type { SampledCells } from './sample-row.ts';

/** What speaks for a row being a header and for its being data. */
export interface RowVerdict {
  readonly header: number;
  readonly data: number;
  /** Columns where the cell is of another kind than the values below. */
  readonly against: number;
  /** Columns whose values are of a kind that a heading is not. */
  readonly typed: number;
  /** 1, 2, 3 …: a row that numbers the columns. */
  readonly numbering: boolean;
  /** Years, quarters or months as headings. */
  readonly periods: boolean;
  /** One period above numbers, and nothing else that reads as a heading. */
  readonly lonePeriod: boolean;
}

const trimmed = (row: SampledCells, column: number): string => (row.cells[column] ?? '').trim();

/** Whether texts count on from 0 or 1: "1;2;3", "(1);(2)", also "1;2;3.0" where a column of fractions made it one. */
export function countOn(texts: readonly string[]): boolean {
  if (texts.length < 3) return false;
  const numbers = texts.map((text) => {
    const [, digits] = /^\(?(\d{1,3})(?:[.,]0{1,2})?\)?$/.exec(text.trim()) ?? [];
    return digits === undefined ? Number.NaN : Number(digits);
  });
  const [first = Number.NaN] = numbers;
  return (first === 0 || first === 1) && numbers.every((number, at) => number === first + at);
}

/** Whether a row counts its columns. */
export function numbersColumns({ cells, filled }: SampledCells): boolean {
  return countOn(filled.map((column) => cells[column] ?? ''));
}

/** Columns where a row has a number, date or period above numbers. */
function numericColumns(row: SampledCells, profiles: readonly ColumnShape[]): readonly number[] {
  return row.filled.filter((column) => {
    if (profiles[column]?.kind === 'empty') return false;
    const kind = cellKind(row.cells[column]);
    return kind === 'number' || kind === 'date' || isPeriodCell(row.cells[column]);
  });
}

/** Years that follow each other, each once or in equal groups. */
function areSeries(texts: readonly string[]): boolean {
  const years = [...new Set(texts.map((text) => Number(/\d{4}/.exec(text)?.[0])))].sort(
    (a, b) => a - b,
  );
  const steps = years.slice(1).map((year, at) => year - (years[at] as number));
  if (years.length === 1) return new Set(texts).size > 1;
  return steps.every((step) => step <= 5 && step <= 2 * Math.min(...steps));
}

/** Days above numbers, in columns that hold no days themselves. */
function namesDays(
  row: SampledCells,
  columns: readonly number[],
  profiles: readonly ColumnShape[],
): boolean {
  return (
    columns.length > 1 &&
    columns.every(
      (column) => cellKind(row.cells[column]) === 'date' && profiles[column]?.kind !== 'date',
    ) &&
    columns.filter((column) => profiles[column]?.kind === 'number').length >= columns.length / 2
  );
}

/** Periods above numbers that are none: `lone` where only one says so and nothing else reads as a heading. */
function namesPeriods(
  row: SampledCells,
  columns: readonly number[],
  profiles: readonly ColumnShape[],
): 'yes' | 'lone' | 'no' {
  if (columns.length === 0) return 'no';
  if (namesDays(row, columns, profiles)) return 'yes';
  if (!columns.every((column) => isPeriodCell(row.cells[column]))) return 'no';
  const below = (most: number): number =>
    columns.filter((column) => (profiles[column]?.years ?? 0) < most).length;
  if (row.filled.some((column) => isHeaderWord(row.cells[column]))) {
    return below(0.6) >= columns.length / 2 ? 'yes' : 'no';
  }
  const texts = columns.map((column) => trimmed(row, column));
  const run = texts.length >= 3 && below(0.6) >= columns.length / 2;
  const clear = below(0.3) >= columns.length * 0.8;
  if (texts.length >= 2) return (run || clear) && areSeries(texts) ? 'yes' : 'no';
  if (!clear) return 'no';
  return row.filled.length > 1 && (profiles[columns[0] ?? 0]?.values ?? 0) >= 3 ? 'lone' : 'no';
}

/** Codes of departments or age groups above numbers: "01", "02", "03", or a run that counts on, beside a heading in words. */
function namesCodes(row: SampledCells, columns: readonly number[]): boolean {
  if (columns.length < 4) return false;
  if (!columns.every((column) => /^\d{1,3}$/.test(trimmed(row, column)))) return false;
  const texts = columns.map((column) => trimmed(row, column));
  const rises = texts.every((text, at) => at === 0 || Number(text) > Number(texts[at - 1]));
  if (!rises) return false;
  const padded = texts.filter((text) => /^0\d/.test(text)).length >= 2;
  // Numbers that count on from the beginning, behind a word, name areas or groups; counts that merely rise do not.
  const run =
    texts.length >= 8 &&
    Number(texts[0]) <= 1 &&
    cellKind(row.cells[row.filled[0] ?? 0]) === 'text' &&
    texts.slice(0, 8).every((text, at) => Number(text) === Number(texts[0]) + at);
  return padded || run || row.filled.some((column) => isHeaderWord(row.cells[column]));
}

/** What a cell says of the column it stands in: the kind in which it agrees, `not` where it disagrees, null where it tells nothing. */
function agreement(
  cell: string | null | undefined,
  profile: ColumnShape | undefined,
): string | null {
  const kind = cellKind(cell);
  const text = (cell ?? '').trim();
  if (!profile || profile.values === 0 || kind === 'blank' || kind === 'missing') return null;
  if (isPeriodCell(text)) return null;
  if (profile.kind === 'number' || profile.kind === 'date')
    return kind === profile.kind ? kind : 'not';
  if (profile.kind === 'code') return profile.forms.has(cellForm(text)) ? 'code' : 'not';
  if (kind !== 'text') return 'not';
  return profile.repeated?.has(text) ? 'repeated' : null;
}

/**
 * Cells of a row that lost a delimiter which agree with the column at their right, where all behind the one that swallowed its neighbour
 * do, in two kinds or more; 0 of any other row. Headings agree with neither column.
 */
function shiftedCells({ cells }: SampledCells, profiles: readonly ColumnShape[]): number {
  const inPlace = cells.findIndex((cell, column) => agreement(cell, profiles[column]) === 'not');
  const shifted = cells.map((cell, column) => agreement(cell, profiles[column + 1]));
  const swallowed = Math.max(0, shifted.lastIndexOf('not'));
  if (inPlace < swallowed) return 0;
  const agreeing = shifted.slice(swallowed + 1).filter((kind) => kind !== null);
  return agreeing.length > 2 && new Set(agreeing).size > 1 ? agreeing.length : 0;
}

const wordWeight = (text: string): number => (isHeaderWord(text) ? 0.4 : 0);

/** Weighs a row against the columns below it; one that lost a delimiter is data, whatever its cells say of the columns they stand in. */
export function judgeRow(row: SampledCells, profiles: readonly ColumnShape[]): RowVerdict {
  const numbering = numbersColumns(row);
  const numeric = numericColumns(row, profiles);
  const named = namesPeriods(row, numeric, profiles);
  const periods = named === 'yes';
  const codes = !numbering && namesCodes(row, numeric);
  let header = 0;
  let data = 0;
  let against = 0;
  let typed = 0;
  profiles.forEach((profile, column) => {
    const cell = row.cells[column];
    const kind = cellKind(cell);
    const isTyped = profile.kind === 'number' || profile.kind === 'date';
    if (isTyped) typed++;
    if (kind === 'blank' || kind === 'missing' || profile.values === 0) return;
    const text = trimmed(row, column);
    if (isTyped) {
      const alike = kind === profile.kind;
      if (
        kind === 'text' ||
        (periods && (isPeriodCell(text) || kind === 'date')) ||
        ((numbering || codes) && kind === 'number')
      ) {
        header += 1 + wordWeight(text);
        against++;
      } else if (alike) data += 1;
      return;
    }
    if (kind === 'number' || kind === 'date') {
      if (periods || numbering || codes) header += 0.3;
      else data += profile.kind === 'code' ? 0.3 : 0.5;
      return;
    }
    header += wordWeight(text);
    if (profile.kind === 'code') {
      if (profile.forms.has(cellForm(text))) data += 0.7;
      else if (!/\d/.test(text)) header += 0.6;
    }
    if (profile.repeated?.has(text)) data += 0.7;
    else if (profile.repeated && profile.repeated.size <= 12) header += 0.3;
  });
  const shifted = header > data ? shiftedCells(row, profiles) : 0;
  const sides = shifted > 0 ? { header: 0, data: shifted, against: 0 } : { header, data, against };
  return { ...sides, typed, numbering, periods, lonePeriod: named === 'lone' };
}
