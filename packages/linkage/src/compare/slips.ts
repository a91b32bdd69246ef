import { dialect } from '@samenbeeld/engine';

/**
 * SQL of the Damerau-Levenshtein distance, true up to `most` and more than `most` beyond. A swap is two changes to
 * Levenshtein, which is several times faster to work out: what is beyond twice `most` there cannot be within `most` here.
 */
export function slips(a: string, b: string, most: number): string {
  return `case when ${dialect.levenshtein(a, b)} > ${2 * most} then ${most + 1} else ${dialect.damerauLevenshtein(a, b)} end`;
}
