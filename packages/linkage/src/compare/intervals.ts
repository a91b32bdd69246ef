import type { Comparison } from '../comparison.ts';
import { finiteColumn } from './finite.ts';
import { growing, upTo } from './limits.ts';
import { lacks, left, right } from './side.ts';

/**
 * Intervals by whether they meet: net against gross weight, a stated "between 90 and 110", a first and a last day as
 * numbers. The same interval, then one that meets the other, then gaps of at most a share of the larger number. Where
 * one end is absent, NaN or infinite, the other stands for both.
 *
 * Throws a RangeError where the shares do not grow.
 *
 * @example
 * ```ts
 * import { intervals } from '@samenbeeld/linkage';
 * intervals('net', 'gross', { gaps: [0.05] }).levels.map((level) => level.name) // => ['same', 'meet', 'gap within 5 %']
 * ```
 */
export function intervals(
  low: string,
  high: string,
  options: { readonly name?: string; readonly gaps?: readonly number[] } = {},
): Comparison {
  const { gaps = [0.05] } = options;
  if (gaps.length > 0) growing(gaps, `intervals("${low}", "${high}")`);
  const name = options.name ?? `${low} to ${high}`;
  const [a, b] = [finiteColumn(low), finiteColumn(high)];
  const [least, most] = [`${name}#low`, `${name}#high`];
  const end = (which: string): string => `${which}(coalesce(${a}, ${b}), coalesce(${b}, ${a}))`;
  const size = `greatest(abs(${left(most)}), abs(${right(most)}), abs(${left(least)}), abs(${right(least)}))`;
  return {
    name,
    columns: [low, high],
    expects: 'numbers',
    derive: { [least]: end('least'), [most]: end('greatest') },
    isNull: lacks([least, most]),
    // Below zero or zero where they meet.
    measure: `greatest(${left(least)}, ${right(least)}) - least(${left(most)}, ${right(most)})`,
    levels: [
      {
        name: 'same',
        holds: `${left(least)} = ${right(least)} and ${left(most)} = ${right(most)}`,
      },
      { name: 'meet', holds: 'measure <= 0' },
      ...gaps.map((share) => ({
        name: `gap within ${Number((share * 100).toPrecision(12))} %`,
        holds: `${upTo(share)} * ${size}`,
      })),
    ],
  };
}
