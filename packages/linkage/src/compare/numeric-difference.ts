import type { Comparison } from '../comparison.ts';
import { finiteColumn } from './finite.ts';
import { growing, upTo } from './limits.ts';
import { lacks, left, right } from './side.ts';

/** What both comparisons of numbers share: the column as a number, worked out once a record. */
function numbersOf(
  column: string,
  name: string,
): Pick<Comparison, 'name' | 'columns' | 'expects' | 'derive' | 'isNull'> & {
  readonly one: string;
  readonly two: string;
} {
  const number = `${name}#number`;
  return {
    name,
    columns: [column],
    expects: 'numbers',
    derive: { [number]: finiteColumn(column) },
    isNull: lacks([number]),
    one: left(number),
    two: right(number),
  };
}

/**
 * Numbers by their difference, in the column's own unit: at or below each limit; a limit of 0 is equality. In double precision,
 * a rounding error beyond a limit forgiven: whole numbers beyond 2^53, such as long references, are for `exact`. NaN and infinity
 * say nothing.
 *
 * Throws a RangeError where the limits do not grow from zero on.
 *
 * @example
 * ```ts
 * import { numericDifference } from '@samenbeeld/linkage';
 * numericDifference('kg', { within: [0, 1] }).levels.map((level) => level.name) // => ['equal', 'within 1']
 * ```
 */
export function numericDifference(
  column: string,
  options: { readonly name?: string; readonly within?: readonly number[] } = {},
): Comparison {
  const { within = [0, 1, 10] } = options;
  growing(within, `numericDifference("${column}")`);
  const { one, two, ...numbers } = numbersOf(column, options.name ?? column);
  return {
    ...numbers,
    measure: `abs(${one} - ${two})`,
    levels: within.map((limit) => ({
      name: limit === 0 ? 'equal' : `within ${limit}`,
      holds: upTo(limit),
    })),
  };
}

/**
 * Numbers by their difference as a share of the larger one (by size): 0.05 is five per cent, a rounding error beyond it forgiven.
 * Two zeros are equal; NaN and infinity say nothing.
 *
 * Throws a RangeError where the shares do not grow from zero on.
 *
 * @example
 * ```ts
 * import { percentageDifference } from '@samenbeeld/linkage';
 * percentageDifference('kg').levels.map((level) => level.name) // => ['equal', 'within 1 %', 'within 5 %', 'within 20 %']
 * ```
 */
export function percentageDifference(
  column: string,
  options: { readonly name?: string; readonly within?: readonly number[] } = {},
): Comparison {
  const { within = [0, 0.01, 0.05, 0.2] } = options;
  growing(within, `percentageDifference("${column}")`);
  const { one, two, ...numbers } = numbersOf(column, options.name ?? column);
  return {
    ...numbers,
    measure: `case when ${one} = ${two} then 0 else abs(${one} - ${two}) / greatest(abs(${one}), abs(${two})) end`,
    levels: within.map((share) => ({
      name: share === 0 ? 'equal' : `within ${Number((share * 100).toPrecision(12))} %`,
      holds: upTo(share),
    })),
  };
}
