import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssignOptions, assignPairs, type Pair } from '../src/index.ts';
import { pair } from './make-pairs.ts';

/** Pairs between up to six records of one table and six of another, many of equal weight. */
const twoTables = fc
  .uniqueArray(
    fc.tuple(
      fc.nat(5),
      fc.nat(5),
      fc.oneof(fc.integer({ min: -3, max: 6 }), fc.double({ min: -3, max: 6, noNaN: true })),
    ),
    { selector: ([a, b]) => a * 6 + b, maxLength: 13 },
  )
  .map((found) => found.map(([a, b, weight]) => pair(`be:${a}`, `nl:${b}`, weight)));

/** The largest sum of weights above the cut over all subsets that may stand: by trying every one. */
function bestByTrying(
  pairs: readonly Pair[],
  atLeast: number,
  may: (some: readonly Pair[]) => boolean,
): number {
  const cut = Math.log2(atLeast / (1 - atLeast));
  const links = pairs.filter(({ probability }) => probability >= atLeast);
  let best = 0;
  for (let subset = 0; subset < 2 ** links.length; subset += 1) {
    const some = links.filter((_, at) => subset & (1 << at));
    const worth = some.reduce((sum, { weight }) => sum + weight - cut, 0);
    if (worth > best && may(some)) best = worth;
  }
  return best;
}

function worthOf(pairs: readonly Pair[], atLeast: number): number {
  const cut = Math.log2(atLeast / (1 - atLeast));
  return pairs.reduce((sum, { weight }) => sum + weight - cut, 0);
}

const most = (some: readonly Pair[], side: 'a' | 'b'): number => {
  const counts = new Map<string, number>();
  for (const of of some) counts.set(of[side], (counts.get(of[side]) ?? 0) + 1);
  return Math.max(0, ...counts.values());
};

const anyCut = fc.constantFrom(0.3, 0.5, 0.9);

/** Each pair has one fate, and what stands instead shares a record with it. */
function expectWhole(pairs: readonly Pair[], options: AssignOptions<Pair>): readonly Pair[] {
  const { chosen, left, below } = assignPairs(pairs, options);
  expect(chosen.length + left.length + below).toBe(pairs.length);
  expect(new Set([...chosen, ...left.map(({ pair }) => pair)]).size).toBe(
    chosen.length + left.length,
  );
  for (const { pair, instead } of left)
    for (const other of instead) {
      expect(chosen).toContain(other);
      expect(other.a === pair.a || other.b === pair.b).toBe(true);
    }
  return chosen;
}

describe('the best choice, as found by trying all', () => {
  test('one to one', () => {
    fc.assert(
      fc.property(twoTables, anyCut, (pairs, atLeast) => {
        const may = (some: readonly Pair[]): boolean => most(some, 'a') < 2 && most(some, 'b') < 2;
        const chosen = expectWhole(pairs, { kind: 'one-to-one', atLeast });
        expect(may(chosen)).toBe(true);
        expect(worthOf(chosen, atLeast)).toBeCloseTo(bestByTrying(pairs, atLeast, may), 6);
      }),
      { numRuns: 150 },
    );
  });

  test('one to many, with room for so many', () => {
    fc.assert(
      fc.property(
        twoTables,
        anyCut,
        fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
        (pairs, atLeast, rooms) => {
          const may = (some: readonly Pair[]): boolean =>
            most(some, 'b') < 2 &&
            rooms.every((room, one) => some.filter(({ a }) => a === String(one)).length <= room);
          const chosen = expectWhole(pairs, {
            kind: 'one-to-many',
            one: 'be',
            atLeast,
            capacity: ({ id }) => rooms[Number(id)] ?? 0,
          });
          expect(may(chosen)).toBe(true);
          expect(worthOf(chosen, atLeast)).toBeCloseTo(bestByTrying(pairs, atLeast, may), 6);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('one to many, where amounts must add up', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(twoTables, anyCut, amounts, amounts, (pairs, atLeast, ones, manys) => {
        const sumOf = (ids: readonly string[]): number =>
          ids.reduce((sum, id) => sum + (manys[Number(id)] ?? 0), 0);
        const may = (some: readonly Pair[]): boolean =>
          most(some, 'b') < 2 &&
          [...new Set(some.map(({ a }) => a))].every(
            (one) =>
              sumOf(some.filter(({ a }) => a === one).map(({ b }) => b)) ===
              (ones[Number(one)] ?? 0) + 1,
          );
        const options: AssignOptions<Pair> = {
          kind: 'one-to-many',
          one: 'be',
          atLeast,
          admissible: ({ id }, many) =>
            sumOf(many.map((of) => of.id)) === (ones[Number(id)] ?? 0) + 1,
        };
        const chosen = expectWhole(pairs, options);
        expect(may(chosen)).toBe(true);
        expect(assignPairs(pairs, options).exact).toBe(true);
        expect(worthOf(chosen, atLeast)).toBeCloseTo(bestByTrying(pairs, atLeast, may), 6);
      }),
      { numRuns: 150 },
    );
  });

  test('one to many without a bound: each record where it fits best', () => {
    fc.assert(
      fc.property(twoTables, anyCut, (pairs, atLeast) => {
        const chosen = expectWhole(pairs, { kind: 'one-to-many', one: 'nl', atLeast });
        const may = (some: readonly Pair[]): boolean => most(some, 'a') < 2;
        expect(worthOf(chosen, atLeast)).toBeCloseTo(bestByTrying(pairs, atLeast, may), 6);
      }),
    );
  });

  test('free: all', () => {
    fc.assert(
      fc.property(twoTables, anyCut, (pairs, atLeast) => {
        expect(expectWhole(pairs, { kind: 'free', atLeast })).toHaveLength(
          pairs.filter(({ probability }) => probability >= atLeast).length,
        );
      }),
    );
  });
});

test('the order of the pairs and of their two records changes nothing', () => {
  fc.assert(
    fc.property(twoTables, (pairs) => {
      const turned = [...pairs]
        .reverse()
        .map((of) => ({ ...of, a: of.b, b: of.a, tableA: of.tableB, tableB: of.tableA }));
      for (const options of [
        { kind: 'one-to-one', atLeast: 0.5 },
        { kind: 'one-to-many', one: 'be', atLeast: 0.5, capacity: 2 },
        {
          kind: 'one-to-many',
          one: 'be',
          atLeast: 0.5,
          admissible: (_: unknown, many: readonly unknown[]) => many.length === 2,
        },
      ] as const) {
        const one = assignPairs(pairs, options).chosen.map(({ a, b }) => `${a}=${b}`);
        const two = assignPairs(turned, options).chosen.map(({ a, b }) => `${b}=${a}`);
        expect(two).toEqual(one);
      }
    }),
  );
});

test('ten by ten records that all may be the same: as by dynamic programming over sets of records', () => {
  const dense = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(dense, (weights) => {
      const pairs = weights.map((weight, at) =>
        pair(`be:${Math.floor(at / 10)}`, `nl:${at % 10}`, weight),
      );
      let best = new Float64Array(1024).fill(Number.NEGATIVE_INFINITY);
      best[0] = 0;
      for (let one = 0; one < 10; one += 1) {
        const next = best.slice();
        for (let taken = 0; taken < 1024; taken += 1)
          for (let other = 0; other < 10; other += 1) {
            const also = taken | (1 << other);
            if (also === taken) continue;
            const worth = (best[taken] ?? 0) + (weights[one * 10 + other] ?? 0);
            next[also] = Math.max(next[also] ?? 0, worth);
          }
        best = next;
      }
      const { chosen } = assignPairs(pairs, { kind: 'one-to-one', atLeast: 0.5 });
      expect(worthOf(chosen, 0.5)).toBeCloseTo(Math.max(...best), 6);
    }),
    { numRuns: 40 },
  );
});

describe('a bound', () => {
  const grid = (n: number): readonly Pair[] =>
    Array.from({ length: n * n }, (_, at) => {
      const [a, b] = [Math.floor(at / n), at % n];
      return pair(`be:${a}`, `nl:${b}`, 1 + ((a * 7919 + b * 104_729) % 1000) / 100);
    });

  test('is said where the choice is greedy', () => {
    const pairs = [
      pair('be:1', 'nl:7', 9),
      pair('be:1', 'nl:8', 8),
      pair('be:2', 'nl:7', 8),
      pair('be:3', 'nl:9', 4),
    ];
    const bounded = assignPairs(pairs, { kind: 'one-to-one', atLeast: 0.5, exactUpTo: 2 });
    expect(bounded.chosen.map(({ a, b }) => a + b)).toEqual(['17', '39']);
    expect(bounded.exact).toBe(false);
    expect(bounded.components).toEqual([{ records: 4, links: 3, method: 'greedy' }]);
    expect(
      bounded.left.map(({ because, instead }) => [because, instead.map(({ a, b }) => a + b)]),
    ).toEqual([
      ['taken', ['17']],
      ['taken', ['17']],
    ]);
    const free = assignPairs(pairs, { kind: 'one-to-one', atLeast: 0.5 });
    expect(free.chosen.map(({ a, b }) => a + b)).toEqual(['18', '27', '39']);
    expect(free.exact).toBe(true);
  });

  test('200 by 200 records that all may be the same are within it, and beat the greedy choice', () => {
    const pairs = grid(200);
    const best = assignPairs(pairs, { kind: 'one-to-one', atLeast: 0.5 });
    const greedy = assignPairs(pairs, { kind: 'one-to-one', atLeast: 0.5, exactUpTo: 0 });
    expect(best.exact).toBe(true);
    expect(best.chosen).toHaveLength(200);
    expect(worthOf(best.chosen, 0.5)).toBeGreaterThanOrEqual(worthOf(greedy.chosen, 0.5));
  });

  test('groups beyond the steps are the best found, admissible, and said', () => {
    const pairs = grid(12);
    const options = {
      kind: 'one-to-many',
      one: 'be',
      atLeast: 0.5,
      steps: 400,
      admissible: (_: unknown, many: readonly { readonly id: string }[]) =>
        many.reduce((sum, { id }) => sum + Number(id), 0) === 11,
    } as const;
    const { chosen, exact } = assignPairs(pairs, options);
    expect(exact).toBe(false);
    expect(chosen.length).toBeGreaterThan(1);
    expect(most(chosen, 'b')).toBe(1);
    for (const one of new Set(chosen.map(({ a }) => a)))
      expect(chosen.filter(({ a }) => a === one).reduce((sum, { b }) => sum + Number(b), 0)).toBe(
        11,
      );
  });

  test('3,000 records of the one side in one component do not overflow', () => {
    const chain = Array.from({ length: 3000 }, (_, at) => [
      pair(`be:${at}`, `nl:${at}`, 5),
      pair(`be:${at}`, `nl:${at + 1}`, 4),
    ]).flat();
    const { chosen, exact } = assignPairs(chain, {
      kind: 'one-to-many',
      one: 'be',
      atLeast: 0.5,
      admissible: (_, many) => many.length === 1,
    });
    expect(chosen).toHaveLength(3000);
    expect(exact).toBe(false);
  });
});

describe('what was left', () => {
  test('says why', () => {
    const pairs = [
      pair('be:1', 'nl:7', 9),
      pair('be:1', 'nl:8', 8),
      pair('be:1', 'nl:9', 1),
      pair('be:2', 'nl:7', 2),
    ];
    const reasons = (options: AssignOptions<Pair>): readonly string[] =>
      assignPairs(pairs, options).left.map(({ pair, because }) => `${pair.a}${pair.b} ${because}`);
    const many = { kind: 'one-to-many', one: 'be', atLeast: 0.5 } as const;
    expect(reasons({ ...many, capacity: 2 })).toEqual(['19 full', '27 taken']);
    expect(reasons({ ...many, admissible: (_, of) => of.length === 2 })).toEqual([
      '19 inadmissible',
      '27 taken',
    ]);
    expect(reasons({ ...many, admissible: (_, of) => of.length === 4 })).toEqual([
      '17 inadmissible',
      '18 inadmissible',
      '19 inadmissible',
      '27 inadmissible',
    ]);
    expect(reasons({ kind: 'one-to-one', atLeast: 0.5 })).toEqual(['17 taken', '19 taken']);
  });

  test('a pair that a person made outweighs any number of others', () => {
    const pairs = [
      pair('be:1', 'nl:7', Number.POSITIVE_INFINITY),
      pair('be:1', 'nl:8', 90),
      pair('be:2', 'nl:7', 90),
    ];
    expect(
      assignPairs(pairs, { kind: 'one-to-one', atLeast: 0.5 }).chosen.map(({ a, b }) => a + b),
    ).toEqual(['17']);
  });

  test('a pair just at the threshold is chosen where nothing speaks against it', () => {
    expect(
      assignPairs([pair('be:1', 'nl:7', 0)], { kind: 'one-to-one', atLeast: 0.5 }).chosen,
    ).toHaveLength(1);
  });
});

test.each<[string, readonly Pair[], AssignOptions<Pair>, RegExp]>([
  [
    'three tables',
    [pair('be:1', 'nl:1', 3), pair('lu:1', 'nl:1', 3)],
    { kind: 'one-to-one', atLeast: 0.5 },
    /the pairs are of be, lu, nl\. Assign two tables at a time, or use clusterPairs/,
  ],
  [
    'one table',
    [pair('be:1', 'be:2', 3)],
    { kind: 'one-to-one', atLeast: 0.5 },
    /be\/1 and be\/2 is of one\. Within one table use clusterPairs/,
  ],
  [
    'a table that is not there',
    [pair('be:1', 'nl:2', 3)],
    { kind: 'one-to-many', one: 'lu', atLeast: 0.5 },
    /stands in the table "lu"; in be\/1 and nl\/2 it is neither/,
  ],
  [
    'a pair given twice',
    [pair('be:1', 'nl:2', 3), pair('be:1', 'nl:2', 1)],
    { kind: 'one-to-one', atLeast: 0.5 },
    /be\/1 and nl\/2 is given twice/,
  ],
  [
    'a threshold',
    [],
    { kind: 'free', atLeast: 1 },
    /`atLeast` must lie between 0 and 1, both excluded, not 1/,
  ],
  [
    'a capacity',
    [pair('be:1', 'nl:2', 3)],
    { kind: 'one-to-many', one: 'be', atLeast: 0.5, capacity: 1.5 },
    /the capacity of be\/1 must be a whole number of records, 0 or more, not 1\.5/,
  ],
])('%s that cannot be is refused', (_, pairs, options, message) => {
  expect(() => assignPairs(pairs, options)).toThrowError(message);
});
