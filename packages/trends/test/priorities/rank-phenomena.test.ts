import { InputError, UsageError } from '@samenbeeld/schema';
import { type JudgingCountry, rankPhenomena } from '@samenbeeld/trends';
import { describe, expect, test } from 'vitest';

const country = (name: string, ...judges: number[][][]): JudgingCountry => ({
  country: name,
  judges: judges.map((scores) => ({ scores })),
});

describe('rankPhenomena(weights, countries) by hand', () => {
  // Three phenomena, two criteria weighing 3 and 1; NL has two judges, who share one vote.
  const judged = [
    country('BE', [
      [5, 2],
      [3, 3],
      [1, 5],
    ]),
    country(
      'NL',
      [
        [4, 2],
        [3, 5],
        [2, 4],
      ],
      [
        [2, 2],
        [5, 5],
        [2, 2],
      ],
    ),
  ];
  const { weights, order, swaps, agreement, spread } = rankPhenomena([3, 1], judged);

  test('a country’s judges share its vote, and the score is the weighted mean of the countries', () => {
    expect(weights).toEqual([0.75, 0.25]);
    // NL: [3, 2], [4, 5], [2, 3]; joint: [4, 2], [3.5, 4], [1.5, 4].
    expect(order.map(({ at, rank, score }) => [at, rank, score])).toEqual([
      [1, 1, 3.625],
      [0, 2, 3.5],
      [2, 3, 2.125],
    ]);
  });

  test('two neighbours are equal at the weight that is told, the others in proportion', () => {
    // 1 above 0: d = [−0.5, 2]; 0.75 → w with −0.5 w + 2 (1 − w) = 0, so w = 0.8.
    expect(swaps[0]).toMatchObject({
      above: 1,
      below: 0,
      change: { criterion: expect.anything() },
    });
    const [first, second] = swaps.map(({ change }) => change);
    const onFirst = (change: typeof first): number =>
      change === null || change === undefined
        ? Number.NaN
        : change.criterion === 0
          ? change.to
          : 1 - change.to;
    expect(onFirst(first)).toBeCloseTo(0.8, 12);
    // 0 above 2: d = [2.5, −2]; 2.5 w − 2 (1 − w) = 0, so w = 4/9.
    expect(onFirst(second)).toBeCloseTo(4 / 9, 12);
  });

  test('Kendall’s W is of the countries’ orders', () => {
    // BE: 4.25, 3, 2 → ranks 1, 2, 3; NL: 2.75, 4.25, 2.25 → 2, 1, 3; sums 3, 3, 6: W = (12·54 − 3·4·3·16) / (4·3·8).
    expect(agreement).toBeCloseTo((12 * 54 - 576) / 96, 12);
  });

  test('the spread is the mean range of the countries over all cells', () => {
    // |5−3| |2−2| |3−4| |3−5| |1−2| |5−3| over six.
    expect(spread).toBeCloseTo(8 / 6, 12);
  });

  test('the parts of the draws of each phenomenon, and of each rank, add up to one', () => {
    for (const { acceptability } of order)
      expect(acceptability.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
    for (const rank of [0, 1, 2])
      expect(order.reduce((sum, one) => sum + (one.acceptability[rank] ?? 0), 0)).toBeCloseTo(1, 9);
  });
});

describe('rankPhenomena(weights, countries)', () => {
  test('equal scores share a rank, whatever is drawn', () => {
    const tied = [country('BE', [[3], [3], [1]])];
    const { order, swaps } = rankPhenomena([1], tied, { draws: 100 });
    expect(order.map(({ rank, tied: isTied }) => [rank, isTied])).toEqual([
      [1, true],
      [1, true],
      [3, false],
    ]);
    expect(order[0]?.acceptability).toEqual([0.5, 0.5, 0]);
    expect(swaps[1]?.change).toBeNull();
  });

  test('weights near the stated ones leave a clear order alone, and far ones do not', () => {
    const judged = [
      country('BE', [
        [5, 1],
        [2, 4.5],
      ]),
    ];
    const chance = (concentration: number): number =>
      rankPhenomena([1, 1], judged, { concentration }).order.find(({ at }) => at === 1)
        ?.acceptability[0] ?? 0;
    // The second is first where the first weight is below 7/13; with weights of two criteria that is a Beta distribution.
    expect(chance(2)).toBeCloseTo(7 / 13, 1);
    expect(chance(2000)).toBeGreaterThan(0.99);
  });

  test('the same seed gives the same draws, another seed others', () => {
    const judged = [
      country('BE', [
        [5, 1],
        [1, 4],
      ]),
    ];
    const drawn = (seed: number) => rankPhenomena([1, 1], judged, { seed }).order[0]?.acceptability;
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  test('a country with many judges has one vote', () => {
    const one = [
      [1, 1],
      [5, 5],
    ];
    const other = [
      [5, 5],
      [1, 1],
    ];
    const { order } = rankPhenomena(
      [1, 1],
      [country('BE', one), country('NL', other, other, other)],
    );
    expect(order.map(({ score }) => score)).toEqual([3, 3]);
  });

  test('refuses what cannot be weighed', () => {
    const good = [country('BE', [[1], [2]])];
    expect(() => rankPhenomena([-1], good)).toThrow(InputError);
    expect(() => rankPhenomena([0], good)).toThrow('one above zero');
    expect(() => rankPhenomena([1, 1], good)).toThrow('2 phenomena by 2 criteria');
    expect(() => rankPhenomena([1], [country('BE')])).toThrow(InputError);
    expect(() => rankPhenomena([1], [...good, country('NL')])).toThrow('a judge of NL');
    expect(() => rankPhenomena([1], good, { draws: 0 })).toThrow(UsageError);
    expect(() => rankPhenomena([1], good, { concentration: 0 })).toThrow(UsageError);
  });
});

describe('rankPhenomena(weights, countries) says', () => {
  const judged = [{ country: 'BE', judges: [{ scores: [[5], [1]] }] }];
  const name = (text: string) => ({ nl: text, fr: text, de: text, en: text });

  test('which is first and how sure that is, by name where names are given', () => {
    const { says } = rankPhenomena([1], judged, { draws: 100, names: [name('A'), name('B')] });
    expect(says.en).toBe(
      'At the first rank stands A, in 100% of the draws. No other phenomenon has that rank in more than 5% of the draws.',
    );
    expect(rankPhenomena([1], judged, { draws: 100 }).says.nl).toMatch(/staat rij\u00a01,/);
  });

  test('that it is not sure where another may be first, and that equal ones are tied', () => {
    const { says } = rankPhenomena(
      [1, 1],
      [
        {
          country: 'BE',
          judges: [
            {
              scores: [
                [5, 1],
                [1, 4],
              ],
            },
          ],
        },
      ],
    );
    expect(says.en).toMatch(/Also possible there: row\u00a02\. So the order is not sure\.$/);
    const tied = rankPhenomena([1], [{ country: 'BE', judges: [{ scores: [[3], [3]] }] }]);
    expect(tied.says.fr).toMatch(/^Ex æquo au premier rang\u00a0: ligne\u00a01 et ligne\u00a02\./);
  });

  test('nothing where names do not fit', () => {
    expect(() => rankPhenomena([1], judged, { names: [name('A')] })).toThrow(UsageError);
  });
});
