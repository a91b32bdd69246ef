import { type Engine, openEngine } from '@samenbeeld/engine';
import { exact, type LinkKind, linkRecords } from '@samenbeeld/linkage';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill, row, rules, withIds } from './blocking-cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** Rules whose condition stands on top of a key, or alone, and has a direction. */
const conditions: typeof rules = [
  [
    'l.a = r.a and l.day < r.day',
    (l, r) => l[1] !== null && l[1] === r[1] && l[3] !== null && r[3] !== null && l[3] < r[3],
  ],
  [
    "l.day < r.day and r.b = 'x'",
    (l, r) => r[2] === 'x' && l[3] !== null && r[3] !== null && l[3] < r[3],
  ],
];

test('the pairs compared are those of any rule, each once and by its first rule, for any rules, tables and kinds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.array(row, { maxLength: 8 }),
      fc.constantFrom<LinkKind>('within', 'between', 'all'),
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1, maxLength: 3 }),
      fc.constantFrom(1, 3, 1000),
      async (one, two, link, places, partSize) => {
        const tables = [withIds(one, 0), withIds(two, 1)];
        await fill(engine, 'first', tables[0] ?? []);
        await fill(engine, 'second', tables[1] ?? []);
        const chosen = places.flatMap((place) => {
          const rule = [...rules, ...conditions][place];
          return rule ? [rule] : [];
        });
        const links = await linkRecords(engine, {
          tables: [
            { table: 'first', id: 'id' },
            { table: 'second', id: 'id' },
          ],
          link,
          blocking: chosen.map(([rule]) => rule),
          comparisons: [exact('a')],
          prior: 0.5,
          threshold: 1e-9,
          partSize,
        });
        const found = await engine.rows<{ pair: string; rule: number }>(
          `select l.id || ' ' || r.id as pair, rule from "${links.table}" p join "${links.records}" l on l.n = p.a join "${links.records}" r on r.n = p.b order by 1`,
        );
        const all = tables.flatMap((rows, source) => rows.map((said) => ({ said, source })));
        const expected = all.flatMap((l, at) =>
          all.slice(at + 1).flatMap((r) => {
            const own = l.source === r.source;
            if (link !== 'all' && own !== (link === 'within')) return [];
            const rule = chosen.findIndex(
              ([, holds]) => holds(l.said, r.said) || (link !== 'between' && holds(r.said, l.said)),
            );
            return rule < 0 ? [] : [{ pair: `${l.said[0]} ${r.said[0]}`, rule }];
          }),
        );
        expect(found).toEqual(expected.toSorted((x, y) => (x.pair < y.pair ? -1 : 1)));
        await links.drop();
      },
    ),
    { numRuns: 40, seed: 4 },
  );
}, 120_000);
