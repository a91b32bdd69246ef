import type { BlockingPass } from './blocking-pass.ts';
import type { Comparison } from './comparison.ts';
import type { LinkedTables } from './linked-table.ts';
import { namesIn } from './split-condition.ts';

/** Columns of the tables that the comparisons and conditions read; `rules` are conditions over two records besides the passes. */
export function columnsRead({
  found,
  comparisons,
  passes,
  rules = [],
}: {
  readonly found: LinkedTables;
  readonly comparisons: readonly Comparison[];
  readonly passes: readonly BlockingPass[];
  readonly rules?: readonly string[];
}): readonly string[] {
  const derived = new Set(comparisons.flatMap(({ derive }) => Object.keys(derive ?? {})));
  const texts = [
    ...comparisons.flatMap(({ derive, isNull, measure, levels }) => [
      ...Object.values(derive ?? {}),
      isNull ?? '',
      measure ?? '',
      ...levels.map(({ holds }) => holds),
    ]),
    ...passes.flatMap(({ left, right, where }) => [...left, ...right, where ?? '']),
    ...rules,
  ];
  const named = new Set<string>(texts.flatMap((text) => [...namesIn(text)]));
  for (const comparison of comparisons)
    for (const column of [
      ...comparison.columns,
      ...comparison.levels.flatMap(({ termFrequency }) => termFrequency ?? []),
    ]) {
      if (derived.has(column) || found.columns.some(({ name }) => name === column))
        named.add(column);
      else
        throw new TypeError(
          `comparison "${comparison.name}" reads the column "${column}", which ${found.tables.length > 1 ? 'not all tables have' : `table "${found.tables[0]?.table}" does not have`}; there are ${found.columns.map(({ name }) => name).join(', ')}`,
        );
    }
  const lower = new Set([...named].map((name) => name.toLowerCase()));
  return found.columns.map(({ name }) => name).filter((name) => lower.has(name.toLowerCase()));
}
