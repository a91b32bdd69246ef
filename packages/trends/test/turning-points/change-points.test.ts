import { changePoints } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { lakeHuron } from '../monotone/series.ts';
import { drivers, fourMeans, fourSpreads, nile, rotterdam, years } from './series.ts';

const places = (result: ReturnType<typeof changePoints>): readonly number[] =>
  result.changes.map(({ place }) => place);

/** Cost of the segmentation that is optimal at a penalty, from the path. */
function costAt(result: ReturnType<typeof changePoints>, penalty: number): number | undefined {
  return result.path.find(({ from, to }) => from <= penalty && penalty < (to ?? Infinity))?.cost;
}

describe('changePoints against R strucchange 1.5.3', () => {
  it('Nile ~ 1: a break after 28 values (1898), 95 % interval 25 to 32, and its BIC', () => {
    const result = changePoints(nile, { cost: 'mean', minLength: 15, periods: years(1871, 100) });
    expect(places(result)).toEqual([28]);
    // confint(breakpoints(Nile ~ 1)) on all 100 values; the others lie between the values before the change.
    expect(result.changes[0]?.range).toEqual({ low: 25, high: 32 });
    expect(result.changes[0]).toMatchObject({ period: '1899', low: '1896', high: '1903' });
    expect(result.path.map(({ changes }) => changes)).toEqual([1, 0]);
    expect(result.path[0]?.bic).toBeCloseTo(1270.083736, 6);
    expect(result.path[1]?.bic).toBeCloseTo(1318.241807, 6);
    expect(result.details).toMatchObject({ verdict: 'break', suggested: '1899' });
    expect(result.segments.map(({ level }) => level.toFixed(2))).toEqual(['1097.75', '849.97']);
  });

  it.each([
    [0.95, 25, 32],
    [0.9, 26, 31],
  ])('confint(level = %d) of the Nile: %i to %i', (level, low, high) => {
    const [change] = changePoints(nile, { cost: 'mean', level }).changes;
    expect(change?.range).toEqual({ low, high });
  });

  it('log10(UKDriverDeaths) ~ 1, h = 12: 1970(6), 1974(12), 1983(1), their intervals and the BIC', () => {
    const result = changePoints(drivers.map(Math.log10), { cost: 'mean', minLength: 12 });
    expect(result.changes.map(({ place, range }) => [place, range?.low, range?.high])).toEqual([
      [18, 9, 25],
      [72, 64, 79],
      [169, 163, 174],
    ]);
    const bic = Object.fromEntries(result.path.map((entry) => [entry.changes, entry.bic]));
    const expected = {
      0: -443.331788266,
      1: -487.079444922,
      2: -511.643025119,
      3: -516.337163237,
      4: -510.554412685,
      6: -498.017012709,
      7: -491.800873858,
    };
    for (const [changes, value] of Object.entries(expected))
      expect(bic[Number(changes)]).toBeCloseTo(value, 8);
    expect(Math.min(...result.path.map((entry) => entry.bic ?? 0))).toBe(bic[3]);
  });
});

describe('changePoints against Python ruptures 1.1.10', () => {
  it.each([
    [50_000, 1, [6, 7, 10, 19, 28, 37, 40, 45, 47, 83, 95], 816837.638888889],
    [50_000, 2, [7, 10, 19, 28, 37, 40, 45, 47, 83, 95], 902338.2341269843],
    [50_000, 5, [10, 19, 28, 83, 95], 1292728.464141414],
    [100_000, 1, [28], 1597457.1944444445],
  ])(
    'Pelt(model="l2", jump=1) of the Nile at penalty %i, min_size %i',
    (penalty, minLength, expected, cost) => {
      const result = changePoints(nile, { cost: 'mean', sigma: 1, penalty, minLength });
      expect(places(result)).toEqual(expected);
      expect(costAt(result, penalty)).toBeCloseTo(cost, 6);
    },
  );

  it('Dynp(model="l2") of four means: the path holds its segmentations into 4, 3 and 2, and KernelCPD the same', () => {
    const { path } = changePoints(fourMeans, { cost: 'mean', sigma: 1 });
    const found = (count: number) => path.find(({ changes }) => changes === count);
    expect(found(3)?.places).toEqual([50, 100, 150]);
    expect(found(3)?.cost).toBeCloseTo(169.384084807, 8);
    expect(found(2)?.places).toEqual([50, 150]);
    expect(found(2)?.cost).toBeCloseTo(728.7524667478999, 8);
    expect(found(1)?.cost).toBeCloseTo(1375.7157079415335, 8);
  });

  it.each([2, 3, 5])('Pelt(CostNormal) of four means and spreads, min_size %i', (minLength) => {
    const result = changePoints(fourSpreads, { cost: 'mean_variance', minLength });
    expect(places(result)).toEqual([50, 100, 150]);
    // Its cost is Σ L ln σ²; ours adds the number of values.
    expect((costAt(result, result.details.penalty) ?? 0) - 200).toBeCloseTo(304.747311835, 8);
  });

  it.each([
    [10, [28, 97], 953.1269592413131],
    [15, [28], 967.6878845643678],
  ])('Pelt(CostNormal, min_size=3) of the Nile at penalty %i', (penalty, expected, cost) => {
    const result = changePoints(nile, { cost: 'mean_variance', penalty, minLength: 3 });
    expect(places(result)).toEqual(expected);
    expect((costAt(result, penalty) ?? 0) - 100).toBeCloseTo(cost, 8);
  });
});

describe('a sudden jump against a drifting level, R 4.2.2 arima(diff(y), c(0, 0, 1), xreg)', () => {
  it('Nile 1871-1930: jump -277.451, p 0.000278832 times 59 places', () => {
    const [change] = changePoints(nile.slice(0, 60), { cost: 'mean', minLength: 15 }).changes;
    expect(change?.place).toBe(28);
    expect(change?.jump).toBeCloseTo(-277.45, 1);
    expect(change?.p).toBeCloseTo(0.000278832 * 59, 7);
  });

  it('Nile 1871-1970: jump -283.596, p 8.2e-6 times 99 places', () => {
    const [change] = changePoints(nile, { cost: 'mean' }).changes;
    expect(change?.jump).toBeCloseTo(-283.6, 1);
    expect((change?.p ?? 0) / 99 / 8.207e-6).toBeCloseTo(1, 1);
  });
});

describe('changePoints', () => {
  it('Rotterdam 2016-2025: no break can be shown', () => {
    const result = changePoints(rotterdam, { periods: years(2016, 10), unit: 'kg' });
    expect(result.details).toMatchObject({ verdict: 'not_shown', cost: 'log_mean', suggested: '' });
    expect(result.p).toBeCloseTo(0.12931, 5);
    expect(result.says.en).toBe(
      '2016–2025: no break can be shown (n\u00a0=\u00a010, p\u00a0=\u00a00.129). That does not prove that nothing changed. There are no data on controls: more or fewer checks may explain or hide a change.',
    );
  });

  it('a trend is no break, however clear', () => {
    const rise = Array.from({ length: 40 }, (_, i) => 3 * i + ((i * 7919) % 13));
    const result = changePoints(rise, { cost: 'mean' });
    expect(result.details.changes).toBeGreaterThan(3);
    expect(result.details).toMatchObject({ verdict: 'moved', suggested: '' });
  });

  it('a jump on a trend is one', () => {
    const rise = Array.from(
      { length: 40 },
      (_, i) => 3 * i + ((i * 7919) % 13) + (i < 25 ? 0 : 90),
    );
    const result = changePoints(rise, { cost: 'mean' });
    expect(result.changes.filter(({ suggested }) => suggested).map(({ place }) => place)).toEqual([
      25,
    ]);
    expect(result.estimate).toBeGreaterThan(75);
    expect(result.estimate).toBeLessThan(105);
  });

  it('chooses the cost by the values', () => {
    const cost = (values: readonly number[]): string => changePoints(values).details.cost;
    expect(cost([3, 0, 4, 2, 5, 1, 3, 4])).toBe('poisson');
    expect(cost([310, 290, 420, 350, 380, 360, 330])).toBe('log_mean');
    expect(cost([3.5, 0, 4, 2, 5, 1, 3, 4])).toBe('mean');
    expect(cost([-3, 5, 4, 2, 5, 1, 3, 4])).toBe('mean');
  });

  it('counts set against an exposure: a rate that triples while the counts stay', () => {
    const exposures = Array.from({ length: 40 }, (_, i) => (i < 20 ? 300 : 100));
    const counts = exposures.map((_, i) => 50 + ((i * 31) % 11));
    const result = changePoints(counts, { exposures });
    expect(result.details).toMatchObject({ verdict: 'break', suggested: '21', cost: 'poisson' });
    expect(result.estimate).toBeCloseTo(3, 1);
    expect(result.segments.map(({ level }) => level.toFixed(3))).toEqual(['0.184', '0.548']);
  });

  it('the path starts where it is asked to', () => {
    const paths = [true, 50, 200, false].map(
      (path) => changePoints(nile, { cost: 'mean', path }).path,
    );
    expect(paths.map((path) => path[0]?.from ?? null)).toEqual([Math.log(100), 50, 200, null]);
    expect(paths.map((path) => path.length)).toEqual([expect.any(Number), 2, 1, 0]);
    expect(paths[1]?.map(({ periods }) => periods)).toEqual([['29'], []]);
  });

  it('of missing values only has a penalty that is a number', () => {
    const { details } = changePoints([null, null]);
    expect([details.verdict, details.penalty]).toEqual(['no_conclusion', 0]);
  });

  it('names as clearest a change that it found', () => {
    const { changes, says, details } = changePoints(lakeHuron, { periods: years(1875, 98) });
    expect(details.verdict).toBe('moved');
    expect(changes.map(({ period }) => period)).toEqual(
      '1889 1923 1929 1931 1942 1957 1969'.split(' '),
    );
    expect(says.en).toContain('most clearly from 1942');
  });

  it('leaves missing values out and says so', () => {
    const values = [10, 11, null, 10, 12, 11, 50, 52, 49, null, 51, 53];
    const result = changePoints(values, { periods: years(2010, 12) });
    expect(result.n).toBe(10);
    expect(result.details.suggested).toBe('2016');
    expect(result.warnings.map(({ en }) => en)).toContain(
      'times are unevenly spaced: a jump across a gap may be a gradual change',
    );
  });

  it('says that a level rests on few values', () => {
    const values = [10, 11, 10, 12, 11, 10, 12, 11, 10, 11, 90, 92];
    expect(changePoints(values, { cost: 'log_mean' }).warnings.map(({ en }) => en)).toContain(
      'the level from 11 rests on 2 values',
    );
  });

  it('is not misled by the unit or the direction of time', () => {
    const turned = changePoints(nile.toReversed(), { cost: 'mean' });
    expect(places(turned)).toEqual([72]);
    const scaled = changePoints(
      nile.map((value) => value * 1e6),
      { cost: 'mean' },
    );
    expect(places(scaled)).toEqual([28]);
    expect(scaled.details.gain).toBeCloseTo(changePoints(nile, { cost: 'mean' }).details.gain, 6);
  });
});
