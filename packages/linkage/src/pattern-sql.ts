import { dialect } from '@samenbeeld/engine';
import { namesIn } from './blocking-pass.ts';
import { lacks } from './compare/side.ts';
import type { Comparison } from './comparison.ts';
import { termColumn } from './term-frequency.ts';

/** A comparison's levels by place: those named, then "else", then "null". */
export const levelNames = ({ levels }: Comparison): readonly string[] => [
  ...levels.map(({ name }) => name),
  'else',
  'null',
];

const withMeasure = (sql: string, measure: string | undefined): string =>
  measure === undefined ? sql : sql.replace(/(?<![."\w])measure(?![."\w])/g, `(${measure})`);

const nullSql = (comparison: Comparison): string => comparison.isNull ?? lacks(comparison.columns);

/**
 * A CASE over the levels of a comparison that yields what `value` says of each place. `measure` replaces the
 * comparison's own, where it has been worked out already.
 */
export function caseSql(
  comparison: Comparison,
  value: (place: number) => string,
  measure: string | undefined = comparison.measure,
): string {
  const { levels } = comparison;
  return [
    `case when ${nullSql(comparison)} then ${value(levels.length + 1)}`,
    ...levels.map(({ holds }, place) => `when ${withMeasure(holds, measure)} then ${value(place)}`),
    `else ${value(levels.length)} end`,
  ].join(' ');
}

/** Column of the record table that tells how rare the value is, the commoner of two that differ; NULL-free. */
export function raritySql(column: string, base: number): string {
  const name = dialect.identifier(termColumn(column));
  return `coalesce(least(l.${name}, r.${name}), ${base})`;
}

/** How many numbers the pattern of these comparisons needs. */
const patternSize = (comparisons: readonly Comparison[]): number =>
  comparisons.reduce((size, { levels }) => size * (levels.length + 2), 1);

/** The place from which all levels read the measure and nothing else of the records, where there are several such and those before are cheap: they are asked twice. */
function measuredFrom({ measure, levels }: Comparison): number | undefined {
  if (measure === undefined) return undefined;
  const alone = levels.map(({ holds }) => {
    const names = [...namesIn(holds)].map((name) => name.toLowerCase());
    return names.includes('measure') && !names.includes('l') && !names.includes('r');
  });
  const from = alone.lastIndexOf(false) + 1;
  const cheap = levels.slice(0, from).every(({ holds }) => !/\(|\bmeasure\b/.test(holds));
  return cheap && levels.length - from > 1 ? from : undefined;
}

/** What is looked up in the two records for a comparison, and what its place is by that. */
function stepsOf(
  comparison: Comparison,
  at: number,
): { readonly looked: string; readonly place: string } {
  const from = measuredFrom(comparison);
  const [place, measure] = [`place${at}`, `measure${at}`];
  if (from === undefined) return { looked: `${caseSql(comparison, String)} as ${place}`, place };
  const { levels } = comparison;
  const before = (value: (at: number) => string): string =>
    [
      `case when ${nullSql(comparison)} then ${value(levels.length + 1)}`,
      ...levels
        .slice(0, from)
        .map(
          ({ holds }, level) =>
            `when ${withMeasure(holds, comparison.measure)} then ${value(level)}`,
        ),
    ].join(' ');
  const measured = levels
    .slice(from)
    .map(({ holds }, level) => `when ${withMeasure(holds, measure)} then ${from + level}`);
  return {
    looked: `${before(String)} end as ${place}, ${before(() => 'NULL')} else ${comparison.measure} end as ${measure}`,
    place: `coalesce(${place}, case ${measured.join(' ')} else ${levels.length} end)`,
  };
}

/**
 * Pairs with their levels as one number, `pattern`, the first comparison's place counting most, and whatever else is
 * asked of them. A measure that several levels read is worked out once a pair.
 */
export function patternSql(
  comparisons: readonly Comparison[],
  { from, more = '' }: { readonly from: string; readonly more?: string },
): string {
  if (patternSize(comparisons) > 2 ** 53)
    throw new RangeError(
      `these ${comparisons.length} comparisons have too many levels for one pattern number; drop some levels`,
    );
  const steps = comparisons.map(stepsOf);
  const number = comparisons.reduce(
    (sql, { levels }, at) =>
      `${sql === '' ? '' : `(${sql}) * ${levels.length + 2} + `}cast(${steps[at]?.place} as BIGINT)`,
    '',
  );
  const looked = [...steps.map((one) => one.looked), ...(more === '' ? [] : [`${more} as more`])];
  return `select ${number} as pattern${more === '' ? '' : ', more'} from (select ${looked.join(', ')} ${from}) looked`;
}

/** The places of the levels that a pattern number stands for. */
export function placesOf(pattern: number, comparisons: readonly Comparison[]): readonly number[] {
  let rest = pattern;
  return comparisons
    .toReversed()
    .map(({ levels }) => {
      const base = levels.length + 2;
      const place = rest % base;
      rest = Math.floor(rest / base);
      return place;
    })
    .reverse();
}
