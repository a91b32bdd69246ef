import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateErrors } from '../src/index.ts';
import { anyPairs, pair } from './make-pairs.ts';

const odds = (p: number): number => Math.log2(p / (1 - p));

describe('as Enamorado, Fifield and Imai 2019', () => {
  // By hand. Probabilities 0.99, 0.9, 0.6, 0.3, 0.01.
  const pairs = [0.99, 0.9, 0.6, 0.3, 0.01].map((p, n) => pair(`t:${n}`, `u:${n}`, odds(p)));
  test.each([
    // above: (0.01 + 0.1 + 0.4) / 3 = 0.17; below: 0.31 / 2.8
    [0.5, 0, 3, 2.49, 0.17, 0.31 / 2.8],
    // above: (0.01 + 0.1) / 2 = 0.055; below: (0.6 + 0.3 + 0.01) / 2.8
    [0.85, 0, 2, 1.89, 0.055, 0.91 / 2.8],
    // of those never kept, 0.7 pairs are the same: (0.91 + 0.7) / (2.8 + 0.7)
    [0.85, 0.7, 2, 1.89, 0.055, 1.61 / 3.5],
  ])('at %d with %d missing', (at, missing, links, same, fdr, fnr) => {
    const [row] = estimateErrors(pairs, { at: [at], missing });
    expect(row?.links).toBe(links);
    expect(row?.expectedTrue).toBeCloseTo(same, 12);
    expect(row?.falseDiscovery).toBeCloseTo(fdr, 12);
    expect(row?.falseNegative).toBeCloseTo(fnr, 12);
  });

  test('the standard deviation is that of independent pairs', () => {
    const [row] = estimateErrors(pairs, { at: [0.5] });
    expect(row?.expectedTrueSd).toBeCloseTo(Math.sqrt(0.99 * 0.01 + 0.9 * 0.1 + 0.6 * 0.4), 12);
  });

  test('50 certain links of 350 and 500 records print what fastLink prints for its sample', () => {
    // fastLink README, samplematch: 50 matches at 0.85, match rate 14.286 %, FDR 0, FNR 0.
    const certain = Array.from({ length: 50 }, (_, n) => pair(`a:${n}`, `b:${n}`, 60));
    const [row] = estimateErrors(certain, { at: [0.85], records: 350 });
    expect(row?.links).toBe(50);
    expect(((row?.matchRate ?? 0) * 100).toFixed(3)).toBe('14.286');
    expect(row?.falseDiscovery).toBeCloseTo(0, 12);
    expect(row?.falseNegative).toBe(0);
  });
});

test('where the model is right the estimates are', () => {
  // 20,000 pairs, each the same with just its probability.
  let state = 42;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const drawn = Array.from({ length: 20_000 }, (_, n) => {
    const p = next();
    return { pair: pair(`a:${n}`, `b:${n}`, odds(p)), same: next() < p };
  });
  for (const row of estimateErrors(
    drawn.map(({ pair }) => pair),
    { at: [0.2, 0.5, 0.9] },
  )) {
    const links = drawn.filter(({ pair }) => pair.probability >= row.atLeast);
    const wrong = links.filter(({ same }) => !same).length;
    const missed = drawn.filter(({ pair, same }) => same && pair.probability < row.atLeast).length;
    const all = drawn.filter(({ same }) => same).length;
    expect(Math.abs((row.falseDiscovery ?? 1) - wrong / links.length)).toBeLessThan(0.015);
    expect(Math.abs((row.falseNegative ?? 1) - missed / all)).toBeLessThan(0.015);
    expect(Math.abs(row.expectedTrue - (links.length - wrong))).toBeLessThan(
      4 * row.expectedTrueSd,
    );
  }
});

test('a stricter cut-off has no higher false discovery and no lower false negative rate', () => {
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      const rows = estimateErrors(pairs, { at: [0.1, 0.3, 0.5, 0.7, 0.9] });
      rows.slice(1).forEach((row, at) => {
        const before = rows[at];
        if (row.falseDiscovery !== null)
          expect(row.falseDiscovery).toBeLessThanOrEqual((before?.falseDiscovery ?? 0) + 1e-12);
        if (row.falseNegative !== null)
          expect(row.falseNegative).toBeGreaterThanOrEqual((before?.falseNegative ?? 0) - 1e-12);
      });
      expect(estimateErrors([...pairs].reverse(), { at: [0.1, 0.3, 0.5, 0.7, 0.9] })).toEqual(rows);
    }),
  );
});

test('within one table both ends of a link have one', () => {
  const rate = (records: number, ...links: readonly string[]): number | null | undefined =>
    estimateErrors(
      links.map((link) => pair(`t:${link[0]}`, `t:${link[1]}`, 5)),
      { at: [0.5], records },
    )[0]?.matchRate;
  expect(rate(2, 'AB')).toBe(1);
  expect(rate(4, 'AB', 'AC', 'AD')).toBe(1);
  expect(rate(4, 'AB')).toBe(0.5);
  expect(rate(2)).toBe(0);
});

test('doubt that a double cannot hold beside 1 is kept', () => {
  const [row] = estimateErrors([pair('a:1', 'b:1', 60)], { at: [0.5] });
  expect(row?.falseDiscovery).toBeCloseTo(2 ** -60, 30);
});

test('nothing has no rate; what cannot be is refused', () => {
  expect(estimateErrors([], { at: [0.5] })[0]).toMatchObject({
    links: 0,
    falseDiscovery: null,
    falseNegative: null,
    matchRate: null,
  });
  expect(() => estimateErrors([], { missing: -1 })).toThrowError(
    '`missing` must be 0 or more, not -1',
  );
  expect(() => estimateErrors([], { records: 0 })).toThrowError('`records` must be above 0, not 0');
  expect(() => estimateErrors([], { at: [85] })).toThrowError(
    '`at` holds 85; expected probabilities between 0 and 1',
  );
  expect(() => estimateErrors([{ ...pair('a:1', 'b:1', 0), probability: 2 }])).toThrowError(
    /has the probability 2; expected 0 to 1/,
  );
});
