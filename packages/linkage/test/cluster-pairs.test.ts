import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClusterOptions, clusterPairs, type Pair, recordName } from '../src/index.ts';
import { anyJudgements, anyPairs, judge, name, pair, partsOf, ref } from './make-pairs.ts';

const membersOf = (pairs: readonly Pair[], options: ClusterOptions): readonly string[] =>
  clusterPairs(pairs, options).clusters.map(({ records }) => records.map(({ id }) => id).join('='));

const chain = [pair('be:1', 'nl:7', 6), pair('nl:7', 'lu:4', 1), pair('be:2', 'lu:4', 5)];

describe('clusters', () => {
  test.each<[string, Partial<ClusterOptions>, readonly string[]]>([
    ['all that hangs together', {}, ['1=2=4=7']],
    ['a stricter threshold', { atLeast: 0.9 }, ['1=7', '2=4']],
    [
      'a table that lists each thing once parts at the weakest',
      { guard: { once: ['be'] } },
      ['1=7', '2=4'],
    ],
    [
      'two records kept apart, however far',
      { guard: { apart: [[ref('be:1'), ref('be:2')]] } },
      ['1=7', '2=4'],
    ],
    [
      'a rule',
      { guard: { forbids: (a, b) => (a.table === b.table ? 'one office' : null) } },
      ['1=7', '2=4'],
    ],
    ['a size', { guard: { largest: 3 } }, ['1=7', '2=4']],
    [
      'a negative judgement',
      { judgements: [judge('j', 'nl:7', 'be:2', 'negative')] },
      ['1=7', '2=4'],
    ],
    [
      'a positive judgement',
      { atLeast: 0.97, judgements: [judge('j', 'nl:7', 'lu:4', 'positive')] },
      ['1=4=7', '2'],
    ],
    [
      'a positive judgement of no pair',
      { atLeast: 0.9, judgements: [judge('j', 'be:1', 'be:2', 'positive')] },
      ['1=2=4=7'],
    ],
    [
      'an unsure judgement leaves the probability',
      { judgements: [judge('j', 'nl:7', 'lu:4', 'unsure')] },
      ['1=2=4=7'],
    ],
    [
      'a judgement that awaits a second role',
      { agreeing: 2, judgements: [judge('j', 'nl:7', 'be:2', 'negative')] },
      ['1=2=4=7'],
    ],
    [
      'records without a link',
      { atLeast: 0.999, records: ['be:1', 'be:2', 'nl:7', 'lu:4', 'nl:9'].map(ref) },
      ['1', '2', '4', '7', '9'],
    ],
  ])('%s', (_, options, expected) => {
    const all = ['be:1', 'be:2', 'nl:7', 'lu:4'].map(ref);
    expect(membersOf(chain, { atLeast: 0.5, records: all, ...options })).toEqual(expected);
  });

  test('say how they hang together', () => {
    const triangle = [
      pair('x:1', 'x:2', 9),
      pair('x:2', 'x:3', 8),
      pair('x:1', 'x:3', 7),
      pair('x:3', 'x:4', 2),
    ];
    const { clusters, sizes, below } = clusterPairs([...triangle, pair('x:8', 'x:9', -3)], {
      atLeast: 0.5,
    });
    expect(clusters.map(({ id }) => id)).toEqual(['x/1', 'x/8', 'x/9']);
    expect(clusters[0]).toMatchObject({ id: 'x/1', links: 4, density: 4 / 6, weakest: 2, hub: 3 });
    expect(clusters[0]?.bridges.map(({ a, b }) => a.id + b.id)).toEqual(['34']);
    expect(sizes).toEqual([
      { size: 1, clusters: 2, records: 2 },
      { size: 4, clusters: 1, records: 4 },
    ]);
    expect(below).toBe(1);
  });

  test('hold every record that a pair names, and of given records those alone', () => {
    const pairs = [pair('x:A', 'x:B', 4), pair('x:C', 'x:D', -2)];
    expect(membersOf(pairs, { atLeast: 0.5 })).toEqual(['A=B', 'C', 'D']);
  });

  test('a cluster of one has no density', () => {
    const { clusters } = clusterPairs([], { atLeast: 0.5, records: [ref('x:1'), ref('x:1')] });
    expect(clusters).toEqual([
      {
        id: 'x/1',
        records: [ref('x:1')],
        links: 0,
        density: null,
        weakest: null,
        hub: 0,
        bridges: [],
      },
    ]);
  });
});

describe('what was refused', () => {
  const because = (options: Partial<ClusterOptions>) =>
    clusterPairs(chain, { atLeast: 0.5, ...options }).refused.map(({ link, because }) => [
      link.a.id + link.b.id,
      because,
    ]);
  const records = [ref('be:1'), ref('be:2')];
  test.each<[string, Partial<ClusterOptions>, unknown]>([
    ['once', { guard: { once: ['be'] } }, { kind: 'once', table: 'be', records }],
    [
      'apart',
      { guard: { apart: [[ref('be:2'), ref('be:1')]] } },
      { kind: 'apart', records: [...records].reverse() },
    ],
    [
      'judged',
      { judgements: [judge('j9', 'be:2', 'be:1', 'negative')] },
      { kind: 'judged', records, judgements: ['j9'] },
    ],
    [
      'forbidden',
      { guard: { forbids: (a, b) => (a.table === b.table ? 'one office' : null) } },
      { kind: 'forbidden', reason: 'one office', records },
    ],
    ['largest', { guard: { largest: 3 } }, { kind: 'largest', size: 4 }],
  ])('%s', (_, options, expected) => {
    expect(because(options)).toEqual([['74', expected]]);
  });

  test('a person who contradicts a table that lists each thing once', () => {
    const { refused, clusters } = clusterPairs(chain, {
      atLeast: 0.9,
      guard: { once: ['be'] },
      judgements: [judge('j', 'be:1', 'be:2', 'positive')],
    });
    expect(clusters).toHaveLength(2);
    expect(refused.map(({ link, because }) => [link.weight, link.pair, because.kind])).toEqual([
      [Number.POSITIVE_INFINITY, null, 'once'],
    ]);
  });

  test('a judged pair that was also found is one link', () => {
    const { refused } = clusterPairs([pair('be:1', 'be:2', -1)], {
      atLeast: 0.9,
      guard: { once: ['be'] },
      judgements: [judge('j', 'be:1', 'be:2', 'positive')],
    });
    expect(refused.map(({ link }) => link.pair?.weight)).toEqual([-1]);
  });

  test('judgements that contradict one another are not followed, and said', () => {
    const { clusters, contradictions, refused } = clusterPairs([pair('x:A', 'x:B', 3)], {
      atLeast: 0.5,
      judgements: [
        judge('1', 'x:A', 'x:B', 'positive'),
        judge('2', 'x:B', 'x:C', 'positive'),
        judge('3', 'x:A', 'x:C', 'negative'),
      ],
    });
    expect(clusters.map(({ records }) => records.map(({ id }) => id).join('='))).toEqual([
      'A=B',
      'C',
    ]);
    expect(contradictions.map(({ negative }) => negative.by[0]?.id)).toEqual(['3']);
    expect(refused).toEqual([]);
  });

  test('a table of the guard that no record is of', () => {
    expect(clusterPairs(chain, { atLeast: 0.5, guard: { once: ['BE'] } }).onceUnseen).toEqual([
      'BE',
    ]);
  });
});

describe('hold whatever the data', () => {
  test('they are the connected components', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const links = pairs.filter(({ probability }) => probability >= 0.5);
        const namesOf = (some: typeof pairs) =>
          some.map(({ tableA, a, tableB, b }) => [`${tableA}/${a}`, `${tableB}/${b}`] as const);
        const { clusters } = clusterPairs(pairs, { atLeast: 0.5 });
        expect(clusters.map(({ records }) => records.map(recordName))).toEqual(
          partsOf([...new Set(namesOf(pairs).flat())], namesOf(links)),
        );
      }),
    );
  });

  test('no cluster holds what a negative judgement or a table parts; nothing is lost', () => {
    fc.assert(
      fc.property(anyPairs, anyJudgements, (pairs, judgements) => {
        const records = Array.from({ length: 9 }, (_, n) => ref(name(n)));
        const { clusters, refused, below } = clusterPairs(pairs, {
          atLeast: 0.5,
          records,
          judgements,
          guard: { once: ['x'] },
        });
        expect(
          clusters
            .flatMap((cluster) => cluster.records)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(records.map(({ id }) => id).sort());
        const home = new Map(
          clusters.flatMap(({ id, records }) => records.map((of) => [recordName(of), id] as const)),
        );
        for (const cluster of clusters)
          expect(cluster.records.filter(({ table }) => table === 'x').length).toBeLessThan(2);
        // A pair that anybody else contradicts is unsure; the others count.
        const count = (a: string, b: string): number =>
          new Set(
            judgements
              .filter(
                (one) =>
                  [recordName(one.a), recordName(one.b)].sort().join() === [a, b].sort().join(),
              )
              .map(({ verdict }) => verdict),
          ).size;
        for (const { a, b, verdict } of judgements)
          if (verdict === 'negative' && count(recordName(a), recordName(b)) === 1)
            expect(home.get(recordName(a))).not.toBe(home.get(recordName(b)));
        const left = new Set(refused.map(({ link }) => link.pair));
        const followed = pairs.filter(
          (of) =>
            !left.has(of) && home.get(`${of.tableA}/${of.a}`) === home.get(`${of.tableB}/${of.b}`),
        );
        expect(below).toBeLessThanOrEqual(
          pairs.filter(({ probability }) => probability < 0.5).length,
        );
        for (const of of pairs)
          if (of.probability >= 0.5) expect(left.has(of)).toBe(!followed.includes(of));
      }),
      { numRuns: 200 },
    );
  });

  test('the order of pairs and judgements changes nothing', () => {
    fc.assert(
      fc.property(anyPairs, anyJudgements, (pairs, judgements) => {
        const options = { atLeast: 0.5, guard: { once: ['x'] } };
        const one = clusterPairs(pairs, { ...options, judgements });
        const two = clusterPairs([...pairs].reverse(), {
          ...options,
          judgements: [...judgements].reverse(),
        });
        expect(two).toEqual(one);
      }),
    );
  });
});

test.each<[string, readonly Pair[], Partial<ClusterOptions>, string]>([
  ['a threshold', [], { atLeast: 50 }, '`atLeast` must be a probability between 0 and 1, not 50'],
  [
    'a size',
    [],
    { guard: { largest: 0 } },
    '`guard.largest` must be a whole number of records, 1 or more, not 0',
  ],
  [
    'a pair of one record',
    [pair('x:1', 'x:1', 3)],
    {},
    'a pair names the record x/1 twice; a pair is of two records',
  ],
  [
    'a weight',
    [pair('x:1', 'x:2', Number.NaN)],
    {},
    'the pair x/1 and x/2 has weight NaN and probability NaN; expected a number and a probability between 0 and 1',
  ],
  [
    'a record that is not there',
    [pair('x:1', 'x:2', 3)],
    { records: [ref('x:1')] },
    'a link names the record x/2, which is not among `records`; give all records of the tables, or replay judgements on the new data first (replayJudgements)',
  ],
])('%s that cannot be is refused', (_, pairs, options, message) => {
  expect(() => clusterPairs(pairs, { atLeast: 0.5, ...options })).toThrowError(
    new RangeError(message),
  );
});
