import { simplexWeights, syntheticControl } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// R quadprog 1.5.8 `solve.QP`: the weights of six donors over ten periods, drawn in R with seed 42.
const donors = [
  [61, 45, 53, 55, 53, 49, 62, 49, 66, 49],
  [60, 68, 39, 48, 49, 55, 48, 29, 30, 61],
  [48, 36, 49, 60, 65, 47, 48, 36, 54, 45],
  [54, 56, 58, 45, 54, 36, 44, 43, 31, 50],
  [52, 47, 56, 44, 39, 53, 44, 62, 47, 55],
  [53, 44, 63, 55, 51, 52, 55, 51, 26, 52],
];
const site = [57, 51, 50, 58, 52, 54, 56, 44, 56, 54];

/** 21 sites over 14 periods by formula, the first one 25 higher from the tenth. */
const network = Array.from({ length: 21 }, (_, i) => ({
  name: `s${i}`,
  values: Array.from(
    { length: 14 },
    (_, t) =>
      60 +
      3 * i +
      Math.round(10 * Math.sin(0.7 * t + i) + 6 * Math.cos(1.3 * t * (1 + (i % 4)) + 2 * i)) +
      (i === 0 && t >= 10 ? 25 : 0),
  ),
}));
const periods = Array.from({ length: 14 }, (_, t) => String(2010 + t));
const panel = { periods, units: network, treated: ['s0'], from: '2020' };

describe('simplexWeights', () => {
  it('six donors, ten periods (R quadprog 1.5.8)', () => {
    const { weights, squares } = simplexWeights(donors, site);
    const expected = [
      0.60834815638066, 0.23995206086738, 0.097517591045203, 0, 0.043741082907084,
      0.010441108799667,
    ];
    expected.forEach((weight, j) => {
      expect(weights[j]).toBeCloseTo(weight, 9);
    });
    expect(squares).toBeCloseTo(47.167508133139, 8);
  });

  it('meets the conditions of an optimum: no donor outside the mixture would bring it nearer', () => {
    const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 12 }), series, (columns, target) => {
        const { weights } = simplexWeights(columns, target);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
        const residual = target.map((value, t) =>
          columns.reduce(
            (sum, column, j) => sum - (weights[j] as number) * (column[t] as number),
            value,
          ),
        );
        const gradient = columns.map((column) =>
          column.reduce((sum, value, t) => sum - value * (residual[t] as number), 0),
        );
        const least = Math.min(...gradient);
        weights.forEach((weight, j) => {
          if (weight > 1e-9) expect((gradient[j] as number) - least).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('refuses columns of another length', () => {
    expect(() => simplexWeights([[1, 2]], [1])).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a mixture needs columns of 1 values, got one of 2]`,
    );
    expect(() => simplexWeights([[Number.NaN]], [1])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected finite numbers, found NaN. Repair: leave out the periods in which a value is missing]`,
    );
  });
});

describe('syntheticControl', () => {
  it('RMSPE after over before for 21 sites, each from its own mixture (R quadprog 1.5.8)', () => {
    const { placebos, details, p, path } = syntheticControl(panel);
    const expected = [
      2.701497530036, 2.839412193094, 1.968548498145, 0.573092047883, 1.433906216714,
      1.044030614899, 1.754049545804, 1.00399416752, 1.153195493565, 1.617645769991, 1.567476777571,
      1.142273805768, 1.92774449706, 1.154876877526, 1.096338502274, 3.693906762677, 1.838051872458,
      1.418178730595, 1.164159953374, 1.269809279325, 0.532256569146,
    ];
    expected.forEach((ratio, i) => {
      expect(placebos[i]?.ratio).toBeCloseTo(ratio, 5);
    });
    expect(details.rmspeBefore).toBeCloseTo(9.0531, 4);
    expect(details.rmspeAfter).toBeCloseTo(24.457, 4);
    expect([details.rank, p, details.verdict]).toEqual([3, 3 / 21, 'not_shown']);
    expect(path[13]?.gap).toBeCloseTo((path[13]?.value ?? 0) - (path[13]?.synthetic ?? 0), 12);
  });

  it('a mixture that follows the site, then a rise: first of 21', () => {
    const blend = network.map((unit, i) =>
      i === 0
        ? {
            name: 's0',
            values: unit.values.map(
              (_, t) =>
                0.5 * (network[4]?.values[t] ?? 0) +
                0.5 * (network[9]?.values[t] ?? 0) +
                (t % 2) +
                (t >= 10 ? 40 : 0),
            ),
          }
        : unit,
    );
    const { details, estimate, p, interval, says } = syntheticControl(
      { ...panel, units: blend },
      { unit: 'kg' },
    );
    expect([details.verdict, details.rank, p, interval]).toEqual(['higher', 1, 1 / 21, null]);
    expect(estimate).toBeGreaterThan(35);
    expect(says.nl).toMatch(
      /^Vanaf 2020 ligt s0 boven een mengeling van andere plaatsen, gemiddeld .* kg per periode/,
    );
  });

  it('concludes nothing with few donors, or a mixture that meets the site exactly', () => {
    const few = syntheticControl({ ...panel, units: network.slice(0, 6) });
    expect(few.details.because).toBe('too_few_donors');
    expect(few.says.en).toMatch(
      /^No conclusion possible: with 5 sites to compare with p cannot be smaller than 0\.17/,
    );
    const same = network.map((unit, i) =>
      i === 0
        ? { name: 's0', values: (network[3]?.values ?? []).map((v, t) => v + (t > 9 ? 5 : 0)) }
        : unit,
    );
    expect(syntheticControl({ ...panel, units: same }).details.because).toBe('perfect_before');
  });

  it('refuses a donor to which the traffic could have moved', () => {
    expect(() => syntheticControl(panel, { targets: ['s7'] })).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: s7 cannot be a control: traffic could plausibly have moved there, so that it is part of what is asked about. Compare with sites to which it could not have moved, or describe the shares of the whole network (\`waterbed\`).]`,
    );
    expect(() =>
      syntheticControl({ ...panel, treated: ['s0', 's1'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a synthetic control takes one treated site, got 2; use \`differenceInDifferences\`]`,
    );
  });
});
