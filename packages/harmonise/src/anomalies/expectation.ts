import { filled, formatNumber, inEach, type Language, type Text } from '@samenbeeld/schema';
import type { Point } from './point.ts';

/** An interval that other cells leave for one, and the words for it. */
export interface Expectation {
  readonly low: number;
  readonly high: number;
  /** The words, made when they are asked for. */
  readonly says: () => Text;
  /** Cells that it rests on. */
  readonly rests: readonly string[];
}

/** A figure for a sentence. */
export function shown(value: number, language: Language): string {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return formatNumber(Number(value.toFixed(digits)), language);
}

/** A figure with so many decimals, in each language. */
export function decimals(value: number, digits: number): Text {
  return inEach((language) => formatNumber(value, language, digits));
}

/** Figures one after another, in each language. */
export function figures(values: readonly number[]): Text {
  return inEach((language) => values.map((value) => shown(value, language)).join(', '));
}

/** Words of a finding in the four languages, with its figures as `shown` prints them. */
export function said(
  nl: string,
  fr: string,
  de: string,
  en: string,
  words: Readonly<Record<string, string | number | Text>> = {},
): Text {
  const templates = { nl, fr, de, en };
  return inEach((language) =>
    filled(templates[language], language, words, (word) =>
      typeof word === 'number'
        ? shown(word, language)
        : typeof word === 'string'
          ? word
          : word[language],
    ),
  );
}

/** Key of a cell: one row and one column. */
export function cellKey({ row, column }: Pick<Point, 'row' | 'column'>): string {
  return `${row}\t${column}`;
}
