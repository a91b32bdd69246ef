import { dialect, type Engine } from '@samenbeeld/engine';
import type { Comparison } from './comparison.ts';
import { allPairs } from './count-pairs.ts';
import type { PairSpace } from './pass-sql.ts';
import type { Pattern } from './pattern.ts';
import { patternSql, placesOf } from './pattern-sql.ts';

interface TablePair {
  readonly left: { readonly first: number; readonly size: number };
  readonly right: { readonly first: number; readonly size: number };
  readonly pairs: number;
}

/** The pairs of tables that count, with how many pairs of records each has. */
function tablePairs({ link, sizes }: PairSpace): readonly TablePair[] {
  const tables = sizes.map((size, at) => ({
    size,
    first: sizes.slice(0, at).reduce((sum, one) => sum + one, 0),
  }));
  return tables.flatMap((left, a) =>
    tables.slice(a).flatMap((right, rest) => {
      const own = rest === 0;
      const pairs = own ? (left.size * (left.size - 1)) / 2 : left.size * right.size;
      const counts = link === 'all' || own === (link === 'within');
      return counts && pairs > 0 ? [{ left, right, pairs }] : [];
    }),
  );
}

/** Records of a table drawn by a hash, with their columns; all of it where it has no more than `most`. */
function drawnRecords(
  space: PairSpace,
  { first, size }: TablePair['left'],
  most: number,
  seed: string,
): string {
  const records = dialect.identifier(space.records);
  const own = `"#n" between ${first} and ${first + size - 1}`;
  if (size <= most) return `(select * from ${records} where ${own})`;
  const draw = dialect.hashNumber(`${dialect.literal(`${seed} `)} || cast(n as VARCHAR)`, size);
  return `(select * from ${records} where ${own} and "#n" in (select ${first} + ${draw} from ${dialect.numbers(most)} draw))`;
}

/** By pair of tables: how records drawn from the one and the other pair up. */
function drawnSql(
  space: PairSpace,
  comparisons: readonly Comparison[],
  { seed, most }: { readonly seed: number | string; readonly most: number },
): readonly string[] {
  const total = allPairs(space);
  return tablePairs(space).map(({ left, right, pairs }, at) => {
    const wanted = Math.max(1, most * Math.min(1, pairs / total));
    if (left.first === right.first) {
      const each = Math.ceil((1 + Math.sqrt(1 + 8 * wanted)) / 2);
      const drawn = drawnRecords(space, left, each, `${seed} ${at}`);
      return `with drawn as ${drawn} ${patternSql(comparisons, { from: 'from drawn l join drawn r on l."#n" < r."#n"' })}`;
    }
    // The smaller table is taken whole where it has less than its half.
    const few = Math.min(left.size, right.size, Math.ceil(Math.sqrt(wanted)));
    const many = Math.ceil(wanted / few);
    const [one, two] = left.size <= right.size ? [few, many] : [many, few];
    const a = drawnRecords(space, left, one, `${seed} ${at} left`);
    const b = drawnRecords(space, right, two, `${seed} ${at} right`);
    return patternSql(comparisons, { from: `from ${a} l cross join ${b} r` });
  });
}

/**
 * How pairs drawn at random agree: records are drawn by a hash, the same on every machine and for any number of threads,
 * and all their pairs are looked at; about `most` of them, or all pairs there are.
 */
export async function drawPatterns(
  engine: Engine,
  space: PairSpace,
  comparisons: readonly Comparison[],
  options: { readonly seed: number | string; readonly most: number },
): Promise<readonly Pattern[]> {
  const counts = new Map<number, number>();
  for (const sql of drawnSql(space, comparisons, options)) {
    const found = await engine.rows<{ pattern: number; count: number }>(
      `select pattern, count(*) as count from (${sql}) compared group by pattern order by pattern`,
    );
    for (const { pattern, count } of found) counts.set(pattern, (counts.get(pattern) ?? 0) + count);
  }
  return [...counts]
    .toSorted(([one], [two]) => one - two)
    .map(([pattern, count]) => ({ places: placesOf(pattern, comparisons), count }));
}
