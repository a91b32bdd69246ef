import { dialect } from '@samenbeeld/engine';
import { lacks } from './compare/side.ts';
import type { Comparison } from './comparison.ts';
import { termColumn } from './term-frequency.ts';

/** A comparison's levels by place: those named, then "else", then "null". */
export const levelNames = ({ levels }: Comparison): readonly string[] => [
  ...levels.map(({ name }) => name),
  'else',
  'null',
];

export const withMeasure = (sql: string, measure: string | undefined): string =>
  measure === undefined ? sql : sql.replace(/(?<![."\w])measure(?![."\w])/g, `(${measure})`);

export const nullSql = (comparison: Comparison): string =>
  comparison.isNull ?? lacks(comparison.columns);

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
