import {
  type LinkedRecord,
  type PartitionOptions,
  partitionComponent,
  type RecordPair,
  type TiedRecords,
  togetherIn,
} from '@samenbeeld/merge';
import { InputError } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admissible } from '../../../src/same-seizure/partition/admissible.ts';
import {
  countPartitions,
  type PartitionCover,
  partitionCover,
} from '../../../src/same-seizure/partition/cover.ts';
import { possibleSeizures } from '../../../src/same-seizure/partition/possible-seizures.ts';
import { seeded } from '../../../src/same-seizure/partition/seeded.ts';
import { tiedRecords } from '../../../src/same-seizure/partition/tied-records.ts';
import {
  drawPartitions,
  enumeratePartitions,
  sampleChains,
  samplePartitions,
  type Weighed,
} from '../../../src/same-seizure/partition/weigh-component.ts';
import { judgedBatches } from './judged-batches.ts';

fc.configureGlobal({ seed: 20260630 });

/** Records named by file and number: a1 is the first of file a. */
const records = (...ids: readonly string[]): readonly LinkedRecord[] =>
  ids.map((id) => ({ id, source: id.charAt(0) }));
const pair = (a: string, b: string, odds: number, decided: RecordPair['decided'] = null) => ({
  a,
  b,
  odds,
  decided,
});

function partitionsOf(
  of: readonly LinkedRecord[],
  pairs: readonly RecordPair[],
  options: PartitionOptions = {},
): Readonly<Record<string, number>> {
  const { partitions } = partitionComponent({ records: of, pairs }, options);
  return Object.fromEntries(
    partitions.map(({ groups, probability }) => [
      groups.map((group) => group.join('')).join(' '),
      Number(probability.toFixed(6)),
    ]),
  );
}

describe('partitionComponent(tied), by hand', () => {
  it('two records of odds 3: the same with probability 3 / 4', () => {
    expect(partitionsOf(records('a1', 'b1'), [pair('a1', 'b1', 3)])).toEqual({
      a1b1: 0.75,
      'a1 b1': 0.25,
    });
  });

  it('three records of three files: 1 + 2 + 3 + 4 + 2·3·4 = 34', () => {
    const pairs = [pair('a1', 'b1', 2), pair('b1', 'c1', 3), pair('a1', 'c1', 4)];
    expect(partitionsOf(records('a1', 'b1', 'c1'), pairs)).toEqual({
      a1b1c1: Number((24 / 34).toFixed(6)),
      'a1b1 c1': Number((2 / 34).toFixed(6)),
      'a1c1 b1': Number((4 / 34).toFixed(6)),
      'a1 b1c1': Number((3 / 34).toFixed(6)),
      'a1 b1 c1': Number((1 / 34).toFixed(6)),
    });
  });

  it('two records of one file compete for one of another: 1 + 2 + 5 = 8', () => {
    const pairs = [pair('a1', 'b1', 2), pair('a2', 'b1', 5)];
    expect(partitionsOf(records('a1', 'a2', 'b1'), pairs)).toEqual({
      'a1b1 a2': 0.25,
      'a1 a2b1': 0.625,
      'a1 a2 b1': 0.125,
    });
  });

  it('four records, two a file: seven ways, 1 + 2 + 3 + 5 + 7 + 2·7 + 3·5 = 47', () => {
    const pairs = [
      pair('a1', 'b1', 2),
      pair('a1', 'b2', 3),
      pair('a2', 'b1', 5),
      pair('a2', 'b2', 7),
    ];
    const found = partitionsOf(records('a1', 'a2', 'b1', 'b2'), pairs);
    expect(Object.keys(found)).toHaveLength(7);
    expect(found['a1b1 a2b2']).toBeCloseTo(14 / 47, 6);
    expect(found['a1b2 a2b1']).toBeCloseTo(15 / 47, 6);
    expect(found['a1 a2 b1 b2']).toBeCloseTo(1 / 47, 6);
  });

  it('a pair that was never compared says nothing, and does not hang together by itself', () => {
    const pairs = [pair('a1', 'b1', 2), pair('b1', 'c1', 2)];
    expect(partitionsOf(records('a1', 'b1', 'c1'), pairs)).toEqual({
      a1b1c1: Number((4 / 9).toFixed(6)),
      'a1b1 c1': Number((2 / 9).toFixed(6)),
      'a1 b1c1': Number((2 / 9).toFixed(6)),
      'a1 b1 c1': Number((1 / 9).toFixed(6)),
    });
  });

  it('a pair that was compared and is unlike breaks a chain', () => {
    const pairs = [pair('a1', 'b1', 2), pair('b1', 'c1', 2), pair('a1', 'c1', 0.001)];
    expect(partitionsOf(records('a1', 'b1', 'c1'), pairs)['a1b1c1']).toBeCloseTo(0.004 / 5.005, 5);
  });

  it('joins batches of one file to a find as one record, never a part of them', () => {
    const pairs = [pair('a1+a2', 'b1', 9), pair('a1', 'b1', 0.01), pair('a2', 'b1', 0.02)];
    const found = partitionsOf(records('a1', 'a2', 'b1'), pairs);
    expect(found['a1a2b1']).toBeCloseTo(9 / 10.03, 5);
    expect(found['a1b1 a2']).toBeCloseTo(0.01 / 10.03, 5);
    expect(found['a1a2 b1']).toBeUndefined();
  });
});

describe('partitionComponent(tied), what is certain', () => {
  it('odds without bound are one seizure, odds of 0 two', () => {
    expect(partitionsOf(records('a1', 'b1'), [pair('a1', 'b1', Number.POSITIVE_INFINITY)])).toEqual(
      { a1b1: 1, 'a1 b1': 0 },
    );
    expect(partitionsOf(records('a1', 'b1'), [pair('a1', 'b1', 0)])).toEqual({ 'a1 b1': 1 });
  });

  it('a decision outweighs any odds, and its consequences follow', () => {
    const of = records('a1', 'b1', 'b2');
    const pairs = [pair('a1', 'b1', 0.001, 'same'), pair('a1', 'b2', 1e6)];
    expect(partitionsOf(of, pairs)).toEqual({ 'a1b1 b2': 1 });
    expect(partitionsOf(of, [pair('a1', 'b1', 1e6, 'different'), pair('a1', 'b2', 1)])).toEqual({
      'a1b2 b1': 0.5,
      'a1 b1 b2': 0.5,
    });
  });

  it('A is B and B is not C: A is not C', () => {
    const pairs = [
      pair('a1', 'b1', 1, 'same'),
      pair('b1', 'c1', 1, 'different'),
      pair('a1', 'c1', 1e6),
    ];
    expect(partitionsOf(records('a1', 'b1', 'c1'), pairs)).toEqual({ 'a1b1 c1': 1 });
  });

  it('a decision that would make one find of two rows of a file gives way, and is told', () => {
    const tied = {
      records: records('a1', 'a2', 'b1'),
      pairs: [pair('a1', 'b1', 1, 'same'), pair('a2', 'b1', 1, 'same')],
    };
    expect(admissible(tied).contradicted.map(({ a }) => a)).toEqual(['a2']);
    expect(togetherIn(partitionComponent(tied), ['a1', 'b1'])).toBe(1);
  });
});

const odds = fc.double({ min: 0.05, max: 30, noNaN: true });

/** Records of three files, and odds for some of their pairs. */
const anything = fc
  .record({
    files: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 6 }),
    weights: fc.array(fc.option(odds, { nil: null }), { minLength: 15, maxLength: 15 }),
  })
  .map(({ files, weights }) => {
    const of = files.map((file, at) => ({ id: `${file}${at}`, source: file }));
    const pairs = of.flatMap((a, i) =>
      of.slice(i + 1).flatMap((b, j) => {
        const weight = weights[(i * 5 + j) % weights.length] ?? null;
        return weight !== null && a.source !== b.source ? [pair(a.id, b.id, weight)] : [];
      }),
    );
    return { records: [...of].sort((a, b) => (a.id < b.id ? -1 : 1)), pairs };
  });

/** Every set partition, by brute force, weighed by the letter of rule 12. */
function bruteForce(
  of: readonly LinkedRecord[],
  pairs: readonly RecordPair[],
): ReadonlyMap<string, number> {
  const odds = new Map(pairs.map(({ a, b, odds: value }) => [[a, b].sort().join(' '), value]));
  const ways = (rest: readonly LinkedRecord[], groups: LinkedRecord[][]): LinkedRecord[][][] => {
    const [next, ...others] = rest;
    if (!next) return [groups];
    return [
      ...groups.flatMap((_, at) =>
        ways(
          others,
          groups.map((group, index) => (index === at ? [...group, next] : group)),
        ),
      ),
      ...ways(others, [...groups, [next]]),
    ];
  };
  const weigh = (group: readonly LinkedRecord[]): number => {
    if (new Set(group.map(({ source }) => source)).size < group.length) return 0;
    const reached = new Set(group.slice(0, 1).map(({ id }) => id));
    let product = 1;
    for (const a of group)
      for (const b of group) if (a.id < b.id) product *= odds.get(`${a.id} ${b.id}`) ?? 1;
    for (let round = 0; round < group.length; round += 1)
      for (const a of group)
        for (const b of group)
          if (reached.has(a.id) && odds.has([a.id, b.id].sort().join(' '))) reached.add(b.id);
    return reached.size === group.length ? product : 0;
  };
  const found = ways(of, []).map((groups) => ({
    key: groups
      .map((group) =>
        group
          .map(({ id }) => id)
          .sort()
          .join(''),
      )
      .sort()
      .join(' '),
    weight: groups.reduce((product, group) => product * weigh(group), 1),
  }));
  const sum = found.reduce((all, { weight }) => all + weight, 0);
  return new Map(
    found.filter(({ weight }) => weight > 0).map(({ key, weight }) => [key, weight / sum]),
  );
}

describe('partitionComponent(tied), as an algebra', () => {
  it('is what brute force gives', () => {
    fc.assert(
      fc.property(anything, (tied) => {
        const found = new Map(
          partitionComponent(tied).partitions.map(({ groups, probability }) => [
            groups
              .map((group) => group.join(''))
              .sort()
              .join(' '),
            probability,
          ]),
        );
        const wanted = bruteForce(tied.records, tied.pairs);
        expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
        for (const [key, probability] of wanted) expect(found.get(key)).toBeCloseTo(probability, 9);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of records or pairs', () => {
    fc.assert(
      fc.property(anything, ({ records: of, pairs }) => {
        const sets = (given: readonly LinkedRecord[], said: readonly RecordPair[]) =>
          tiedRecords(given, said).map((tied) => partitionComponent(tied));
        const turned = pairs.map((one) => ({ ...one, a: one.b, b: one.a })).reverse();
        expect(sets([...of].reverse(), turned)).toEqual(sets(of, pairs));
      }),
      { numRuns: 100 },
    );
  });

  it('sampling comes to what enumeration gives', () => {
    fc.assert(
      fc.property(anything, (tied) => {
        const wanted = shares(enumeratePartitions(coverOfAll(tied)));
        const drawn = samplePartitions(admissible(tied), {
          random: seeded('test'),
          sweeps: 20_000,
        });
        const independent = drawPartitions(coverOfAll(tied), seeded('test'), 20_000);
        for (const found of [shares(drawn), shares(independent)])
          for (const [key, probability] of wanted)
            expect(Math.abs((found.get(key) ?? 0) - probability)).toBeLessThan(0.04);
      }),
      { numRuns: 12 },
    );
  });

  it('samples batches too, and the same for the same seed', () => {
    const tied = {
      records: records('a1', 'a2', 'b1', 'c1'),
      pairs: [
        pair('a1+a2', 'b1', 6),
        pair('a1', 'b1', 1e-6),
        pair('a2', 'b1', 1e-6),
        pair('b1', 'c1', 2),
      ],
    };
    const draw = () => samplePartitions(admissible(tied), { random: seeded('x'), sweeps: 20_000 });
    // Together: 6 with c1 apart and 6·2 with it; apart: 1 and 2.
    expect(jointly(draw(), 0, 2)).toBeCloseTo(18 / 21, 1);
    expect(draw()).toEqual(draw());
  });

  it('draws where there are too many partitions to list, seeded', () => {
    const tied = twoFiles(8, () => 0.4);
    const found = partitionComponent(tied, { seed: 7 });
    expect(found.method).toBe('sampled');
    expect(partitionComponent(tied, { seed: 7 })).toEqual(found);
    expect(partitionComponent(tied, { seed: 8 })).not.toEqual(found);
    const sum = found.partitions.reduce((all, { probability }) => all + probability, 0);
    expect(sum).toBeCloseTo(1, 9);
    // Each of 64 pairs alike: what one record of a file has is shared evenly.
    const chance = togetherIn(found, ['a1', 'b1']);
    expect(Math.abs(togetherIn(found, ['a8', 'b3']) - chance)).toBeLessThan(0.02);
  });
});

/** Two files of n records each, and odds for every pair. */
function twoFiles(n: number, oddsOf: (i: number, j: number) => number) {
  const number = Array.from({ length: n }, (_, at) => at + 1);
  return {
    records: [...number.map((i) => `a${i}`), ...number.map((i) => `b${i}`)]
      .sort()
      .map((id) => ({ id, source: id.charAt(0) })),
    pairs: number.flatMap((i) => number.map((j) => pair(`a${i}`, `b${j}`, oddsOf(i, j)))),
  };
}
function coverOfAll(tied: TiedRecords): PartitionCover {
  const cover = partitionCover(tied.records.length, possibleSeizures(admissible(tied)) ?? []);
  if (typeof cover === 'string') throw new Error(cover);
  return cover;
}
const shares = (all: readonly Weighed[]): ReadonlyMap<string, number> => {
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  return new Map(
    all.map(({ seizures, weight }) => [
      seizures
        .map(({ members }) => members.join())
        .sort()
        .join('|'),
      weight / sum,
    ]),
  );
};
function jointly(all: readonly Weighed[], i: number, j: number): number {
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  return all
    .filter(({ seizures }) =>
      seizures.some(({ members }) => members.includes(i) && members.includes(j)),
    )
    .reduce((total, { weight }) => total + weight / sum, 0);
}

describe('partitionComponent(tied), above ten records', () => {
  // Two identical rows in each of two files: either way is as good, so no pair is more than a half.
  const alike = twoFiles(6, (i, j) => (i <= 2 && j <= 2 ? 1e6 : Math.abs(i - j) <= 1 ? 0.5 : 0.01));

  it('makes no false merge of two rows that fit two rows equally well', () => {
    for (const seed of [1, 2, 3]) {
      const found = partitionComponent(alike, { seed });
      expect(found.method).toBe('enumerated');
      for (const [a, b] of [
        ['a1', 'b1'],
        ['a1', 'b2'],
        ['a2', 'b1'],
      ] as const)
        expect(togetherIn(found, [a, b])).toBeCloseTo(0.5, 3);
    }
  });

  it('walks of the sampler come to the same, from records apart and from the likeliest seizures', () => {
    const wanted = enumeratePartitions(coverOfAll(alike));
    for (const start of ['apart', 'joined'] as const) {
      const found = samplePartitions(admissible(alike), { random: seeded('walk'), start });
      expect(Math.abs(jointly(found, 0, 6) - jointly(wanted, 0, 6))).toBeLessThan(0.05);
      expect(Math.abs(jointly(found, 3, 9) - jointly(wanted, 3, 9))).toBeLessThan(0.05);
    }
  });

  it('tells where walks disagree: two matchings that no short step leads between', () => {
    const ring = twoFiles(6, (i, j) => (j === i || j === (i % 6) + 1 ? 1e6 : 1e-6));
    expect(sampleChains(admissible(ring), seeded('ring')).agree).toBe(false);
    const found = partitionComponent(ring);
    expect(found.settled).toBe(true);
    expect(togetherIn(found, ['a1', 'b1'])).toBeCloseTo(0.5, 3);
    expect(sampleChains(admissible(twoFiles(3, () => 2)), seeded('x')).agree).toBe(true);
  });

  it('twenty and twenty that all fit, in seconds: chances come to those of partial matchings', () => {
    const before = process.cpuUsage();
    const found = partitionComponent(twoFiles(20, () => 1));
    const { user } = process.cpuUsage(before);
    expect(found.settled).toBe(true);
    // k of 20 are matched in C(20, k)² k! ways.
    const ways = [1];
    for (let k = 1; k <= 20; k += 1) ways.push(((ways.at(-1) ?? 0) * (21 - k) ** 2) / k);
    const all = ways.reduce((sum, count) => sum + count, 0);
    const matched = ways.reduce((sum, count, k) => sum + k * count, 0) / all;
    const joined = found.partitions.reduce(
      (sum, { groups, probability }) => sum + probability * (40 - groups.length),
      0,
    );
    expect(Math.abs(joined - matched)).toBeLessThan(0.1);
    expect(user / 1e6).toBeLessThan(8);
  });

  it('weighs all of two files of seven, and the number of partitions is that of partial matchings', () => {
    const cover = coverOfAll(twoFiles(7, () => 0.4));
    expect(countPartitions(cover)).toBe(130_922);
  });
});

describe('partitionComponent(tied), decisions on batches', () => {
  const batches = {
    records: records('a1', 'b1', 'b2', 'b3', 'b4', 'b5'),
    pairs: [
      pair('a1', 'b1+b2+b3+b4+b5', 2, 'different'),
      pair('a1', 'b1', 1, 'same'),
      pair('a1', 'b2', 1, 'same'),
    ],
  };

  it('rows of one file that decisions join are batches of one find', () => {
    expect(admissible(batches).contradicted).toEqual([]);
    expect(partitionsOf(batches.records, batches.pairs)).toEqual({ 'a1b1b2 b3 b4 b5': 1 });
  });

  it('a row called the same is as likely one of several batches as those were compared', () => {
    const pairs = [pair('a1', 'b1', 5, 'same'), pair('a1', 'b1+b2', 0.25), pair('a1', 'b2', 1)];
    expect(partitionsOf(records('a1', 'b1', 'b2'), pairs)).toEqual({
      a1b1b2: 0.2,
      'a1b1 b2': 0.8,
    });
  });

  it('whatever is decided, probabilities sum to 1 and every record is in each partition once', () => {
    fc.assert(
      fc.property(judgedBatches, ({ records: of, pairs }) => {
        for (const tied of tiedRecords(of, pairs)) {
          const { partitions } = partitionComponent(tied);
          const sum = partitions.reduce((all, { probability }) => all + probability, 0);
          expect(sum).toBeCloseTo(1, 9);
          for (const { groups } of partitions)
            expect(groups.flat().sort()).toEqual(tied.records.map(({ id }) => id));
          const contradicted = new Set(admissible(tied).contradicted);
          for (const said of tied.pairs) {
            if (said.decided !== 'same' || contradicted.has(said)) continue;
            const ids = [said.a, said.b].flatMap((side) => side.split('+'));
            expect(togetherIn(partitionComponent(tied), ids)).toBeCloseTo(1, 9);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('partitionComponent(tied), what it refuses', () => {
  const of = records('a1', 'b1');

  it('odds that are none', () => {
    expect(() =>
      partitionComponent({ records: of, pairs: [pair('a1', 'b1', Number.NaN)] }),
    ).toThrow(
      'Expected odds from 0 on, found NaN for the pair of "a1" and "b1". Repair: Give p / (1 - p) of a probability p from 0 to 1.',
    );
    expect(() => partitionComponent({ records: of, pairs: [pair('a1', 'b1', -1)] })).toThrow(
      InputError,
    );
  });

  it('an id twice, and a pair of an unknown record', () => {
    expect(() => partitionComponent({ records: records('a1', 'a1'), pairs: [] })).toThrow(
      'Expected each record once, found two with the id "a1". Repair: Give every record an id of its own.',
    );
    expect(() => partitionComponent({ records: of, pairs: [pair('a1', 'z1', 1)] })).toThrow(
      'Expected pairs of the records given, found "z1" in the pair of "a1" and "z1", which is none of them.',
    );
  });
});

describe('pairs of records whose ids hold blanks', () => {
  const ids = ['a', 'b c', 'a b', 'c'];
  const some = ids.map((id, at) => ({ id, source: `file ${at}` }));

  it('are told apart, whatever their ids look like together', () => {
    // "a" with "b c" and "a b" with "c" read alike, put one after the other.
    const found = partitionComponent({
      records: some,
      pairs: [pair('a', 'b c', 3), pair('a b', 'c', 1 / 3), pair('a', 'c', 0)],
    });
    expect(togetherIn(found, ['a', 'b c'])).toBeCloseTo(0.75, 9);
    expect(togetherIn(found, ['a b', 'c'])).toBeCloseTo(0.25, 9);
  });

  it('are refused where a pair is there twice', () => {
    const pairs = [pair('a', 'b c', 3), pair('b c', 'a', 1)];
    expect(() => partitionComponent({ records: some, pairs })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: Expected each pair once, found the pair of "b c" and "a" again. Repair: Give one odds for the two, whichever comes first.]`,
    );
  });
});

it('150 records that may all be one are walked over in a bounded number of steps', () => {
  const records = Array.from({ length: 150 }, (_, at) => ({
    id: `r${at}`,
    source: `file ${at % 6}`,
  }));
  const pairs = records.flatMap((a, at) =>
    records.slice(at + 1).flatMap((b) => (a.source === b.source ? [] : [pair(a.id, b.id, 1 / 19)])),
  );
  const { weighed } = sampleChains(admissible({ records, pairs }), seeded('many'));
  const visits = weighed.reduce((sum, { weight }) => sum + weight, 0);
  // Each of 150 records is set against the 125 of other files, in four walks of as many sweeps.
  expect(visits * 150 * 125).toBeLessThanOrEqual(4 * 600_000);
}, 120_000);

describe('tiedRecords(records, pairs)', () => {
  it('ties by chains, and keeps pairs within', () => {
    const tied = tiedRecords(records('a1', 'b1', 'c1', 'a2'), [
      pair('a1', 'b1', 1),
      pair('b1', 'c1', 0.1),
      pair('a2', 'b1', 0),
    ]);
    expect(tied.map(({ records: of }) => of.map(({ id }) => id).join(' '))).toEqual([
      'a1 b1 c1',
      'a2',
    ]);
    expect(tied[0]?.pairs).toHaveLength(2);
  });
});
