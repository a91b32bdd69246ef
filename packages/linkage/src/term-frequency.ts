import { dialect, type Engine } from '@samenbeeld/engine';
import type { Comparison } from './comparison.ts';
import type { LinkageModel } from './model.ts';
import { unitsPerBit } from './weight.ts';

/** How many values occur so many times. */
export interface CountOfCounts {
  readonly count: number;
  readonly values: number;
}

/** A value's share is never discounted below this part of what was counted, unless told otherwise. */
export const leastShare = 0.05;

/**
 * What to take off the count of each value, so that two records that are not the same agree by chance as often as `chance`
 * (u of exact agreement) says: sum over values of count/total * max(count - discount, leastShare * count)/total.
 *
 * A value that stands in three records of one thing was counted three times, though it is as rare as if once; without
 * this, duplicates make their own values look common. Without duplicates the discount is near 1: the record itself.
 */
export function discountFor(
  counts: readonly CountOfCounts[],
  chance: number,
  least: number = leastShare,
): number {
  const total = counts.reduce((sum, { count, values }) => sum + count * values, 0);
  if (total === 0) return 0;
  const agreement = (discount: number): number =>
    counts.reduce(
      (sum, { count, values }) =>
        sum + (values * count * Math.max(count - discount, least * count)) / total / total,
      0,
    );
  let low = 0;
  let high = Math.max(...counts.map(({ count }) => count));
  if (agreement(low) <= chance) return 0;
  if (agreement(high) >= chance) return high;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (agreement(middle) > chance) low = middle;
    else high = middle;
  }
  return Number(high.toFixed(6));
}

/** Columns whose values tell more the rarer they are. */
export function termColumns(comparisons: readonly Comparison[]): readonly string[] {
  return [
    ...new Set(
      comparisons.flatMap(({ levels }) =>
        levels.flatMap(({ termFrequency }) => termFrequency ?? []),
      ),
    ),
  ];
}

/** Name of the record column that holds how rare its value is. */
export const termColumn = (column: string): string => `${column}#rarity`;

/** u of the closest level that is adjusted by this column: how often two others agree on a value of it. */
function chanceOf(column: string, comparisons: readonly Comparison[], model: LinkageModel): number {
  for (const [at, { levels }] of comparisons.entries()) {
    const place = levels.findIndex(({ termFrequency }) => termFrequency === column);
    if (place >= 0) return model.comparisons[at]?.levels[place]?.u ?? 1;
  }
  return 1;
}

/**
 * Adds to the table of records how rare the values of each such column are: -log2 of the share of the records that have
 * the value, in hundred-thousandths of a bit, its count discounted so that chance agreement is as often as u says. Returns the most a value of each column has.
 */
export async function addRarity(
  engine: Engine,
  records: string,
  comparisons: readonly Comparison[],
  model: LinkageModel,
  least: number = leastShare,
): Promise<ReadonlyMap<string, number>> {
  const columns = termColumns(comparisons);
  const highest = new Map<string, number>();
  if (columns.length === 0) return highest;
  const table = dialect.identifier(records);
  const bare = dialect.identifier(`${records} bare`);
  const shares = columns.map((_, at) => dialect.identifier(`${records} share ${at}`));
  for (const [at, column] of columns.entries()) {
    const value = dialect.identifier(column);
    const counted = shares[at];
    await engine.run(
      `create or replace table ${counted} as select ${value} as value, count(*) as n from ${table} where ${value} is not null group by 1`,
    );
    const counts = await engine.rows<CountOfCounts>(
      `select n as "count", count(*) as "values" from ${counted} group by n order by n`,
    );
    const total = counts.reduce((sum, one) => sum + one.count * one.values, 0);
    const discount = discountFor(counts, chanceOf(column, comparisons, model), least);
    const share = `greatest(n - ${discount}, n * ${least}) / ${Math.max(total, 1)}`;
    await engine.run(
      `create or replace table ${counted} as select value, cast(round(-ln(${share}) / ln(2) * ${unitsPerBit}) as INTEGER) as bits from ${counted}`,
    );
    const [top] = await engine.rows<{ bits: number }>(
      `select coalesce(max(bits), 0) as bits from ${counted}`,
    );
    highest.set(column, top?.bits ?? 0);
  }
  const bits = columns.map(
    (column, at) => `share${at}.bits as ${dialect.identifier(termColumn(column))}`,
  );
  const joins = columns.map(
    (column, at) =>
      `left join ${shares[at]} share${at} on record.${dialect.identifier(column)} = share${at}.value`,
  );
  await engine.run(`alter table ${table} rename to ${bare}`);
  await engine.run(
    `create table ${table} as select ${['record.*', ...bits].join(', ')} from ${bare} record ${joins.join(' ')}`,
  );
  for (const one of [...shares, bare]) await engine.run(`drop table ${one}`);
  return highest;
}
