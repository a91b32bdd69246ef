import type { Point } from './point.ts';

/** An interval that other cells leave for one, and the words for it. */
export interface Expectation {
  readonly low: number;
  readonly high: number;
  /** The words, made when they are asked for. */
  readonly says: () => string;
  /** Cells that it rests on. */
  readonly rests: readonly string[];
}

/** A figure for a sentence. */
export function shown(value: number): string {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return value.toLocaleString('en', {
    maximumFractionDigits: Number.isInteger(value) ? 0 : digits,
  });
}

/** Key of a cell: one row and one column. */
export function cellKey({ row, column }: Pick<Point, 'row' | 'column'>): string {
  return `${row}\t${column}`;
}
