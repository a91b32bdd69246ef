import type { Engine } from '@samenbeeld/engine';
import type { BlockingRule, LinkKind } from '@samenbeeld/linkage';
import fc from 'fast-check';

export type Row = readonly [id: string, a: string | null, b: string | null, day: string | null];

/** What a rule means for two records in their order. */
export type Pairing = (l: Row, r: Row) => boolean;
const same = (l: string | null, r: string | null): boolean => l !== null && l === r;
const week = (day: string | null): number | null =>
  day === null ? null : Math.floor(Date.parse(day) / 86_400_000 / 7);

/** Rules, and what they mean for two records in their order; one that has a direction holds either way in one table. */
export const rules: readonly (readonly [BlockingRule, Pairing])[] = [
  [['a'], (l, r) => same(l[1], r[1])],
  ['l.b = r.b', (l, r) => same(l[2], r[2])],
  [['a', 'b'], (l, r) => same(l[1], r[1]) && same(l[2], r[2])],
  ['l.a = r.b', (l, r) => same(l[1], r[2])],
  [
    [{ bucket: 'day', width: 7, neighbours: true }, 'a'],
    (l, r) => {
      const [one, two] = [week(l[3]), week(r[3])];
      return same(l[1], r[1]) && one !== null && two !== null && Math.abs(one - two) <= 1;
    },
  ],
];

export function bruteForce(
  tables: readonly (readonly Row[])[],
  link: LinkKind,
  chosen: readonly Pairing[],
): readonly { readonly pairs: number; readonly newPairs: number }[] {
  const all = tables.flatMap((rows, source) => rows.map((row) => ({ row, source })));
  const counts = chosen.map(() => ({ pairs: 0, newPairs: 0 }));
  for (const [at, l] of all.entries())
    for (const r of all.slice(at + 1)) {
      const own = l.source === r.source;
      if (link !== 'all' && own !== (link === 'within')) continue;
      const either = link !== 'between';
      const holds = chosen.map((rule) => rule(l.row, r.row) || (either && rule(r.row, l.row)));
      holds.forEach((one, rule) => {
        const count = counts[rule];
        if (!one || !count) return;
        count.pairs++;
        if (!holds.slice(0, rule).some(Boolean)) count.newPairs++;
      });
    }
  return counts;
}

const letter: fc.Arbitrary<string | null> = fc.option(fc.constantFrom('x', 'y', 'z'), {
  nil: null,
});
export const row: fc.Arbitrary<readonly [string | null, string | null, string | null]> = fc.tuple(
  letter,
  letter,
  fc.option(fc.constantFrom('2021-01-01', '2021-01-07', '2021-01-12', '2021-02-20'), { nil: null }),
);

/** Ids of rows so that those of the first table come first. */
export const withIds = (
  rows: readonly (readonly [string | null, string | null, string | null])[],
  source: number,
): readonly Row[] =>
  rows.map(([a, b, day], at): Row => [`${source}${String(at).padStart(2, '0')}`, a, b, day]);

export async function fill(engine: Engine, table: string, rows: readonly Row[]): Promise<void> {
  await engine.run(`drop table if exists ${table}`);
  await engine.insert(
    table,
    [
      { name: 'id', type: 'VARCHAR' },
      { name: 'a', type: 'VARCHAR' },
      { name: 'b', type: 'VARCHAR' },
      { name: 'day', type: 'DATE' },
    ],
    rows,
  );
}
