import { figure, type Language } from '@samenbeeld/schema';
import { widthOf } from '../lines.ts';

/** What a cell of a triangle says. */
export interface DrawnCell {
  readonly period: string;
  readonly age: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly expected: boolean;
}

/** How the numbers of a triangle are set, the same in every cell. */
export interface CellLook {
  /** Letter size of numbers; 0 where they do not fit. */
  readonly size: number;
  readonly upright: boolean;
  /** Whether ranges are printed: below the number in one line, in two, or not. */
  readonly ranges: 'none' | 'absent' | 'line' | 'lines';
  readonly height: number;
}

const least = 9;

/** The largest letters in which all words fit a width, or 0. */
function sizeFor(words: readonly string[], width: number): number {
  const widest = words.reduce((most, word) => Math.max(most, widthOf(word, 1)), 0);
  const size = Math.min(12, Math.floor(width / Math.max(widest, 0.01)));
  return size >= least ? size : 0;
}

/** Words of the range of a cell, in one line. */
export function rangeLine({ low, high }: DrawnCell, language: Language): string {
  if (low === null || high === null) return '';
  return `${figure(low, language)}\u2013${figure(high, language)}`;
}

/** Chooses how numbers are set in cells of a width: lying, with ranges if they fit; upright; or not at all. */
export function cellLook(cells: readonly DrawnCell[], width: number, language: Language): CellLook {
  const values = cells.flatMap(({ value }) => (value === null ? [] : [figure(value, language)]));
  const ranged = cells.filter(({ low, high }) => low !== null && high !== null);
  const size = sizeFor(values, width - 6);
  const inLine = ranged.map((cell) => rangeLine(cell, language));
  const ends = ranged.flatMap(({ low, high }) => [
    `${figure(low ?? 0, language)}\u2013`,
    figure(high ?? 0, language),
  ]);
  if (size > 0) {
    if (ranged.length === 0) return { size, upright: false, ranges: 'absent', height: 24 };
    if (sizeFor(inLine, width - 4) > 0) return { size, upright: false, ranges: 'line', height: 36 };
    if (sizeFor(ends, width - 4) > 0) return { size, upright: false, ranges: 'lines', height: 48 };
    return { size, upright: false, ranges: 'none', height: 24 };
  }
  const ranges = ranged.length > 0 ? 'none' : 'absent';
  if (width < 12) return { size: 0, upright: false, ranges, height: 12 };
  const longest = Math.max(...values.map((word) => widthOf(word, 10)));
  return { size: 10, upright: true, ranges, height: longest + 10 };
}

/** A colour between two, mixed in equal steps of light. */
function mix(from: readonly number[], to: readonly number[], share: number): string {
  const parts = from.map((part, index) => Math.round(part + ((to[index] ?? part) - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Tint of a cell: the darker, the nearer to the highest figure of its row; another hue where expected. */
export function tintOf(cell: DrawnCell, highest: number): string {
  const share = highest > 0 ? Math.max(0, Math.min(1, (cell.value ?? 0) / highest)) : 0;
  return cell.expected
    ? mix([255, 246, 232], [245, 205, 150], share)
    : mix([238, 245, 250], [104, 172, 214], share);
}
