import { mannKendall } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nile, permutations, rotterdam, scoreByDefinition, tied } from './reference.ts';

const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 10 });

describe('mannKendall', () => {
  it('equals pyMannKendall 1.4.3 and SciPy 1.17.1 on Rotterdam 2016-2025', () => {
    const { details, p, estimate } = mannKendall(rotterdam);
    expect(details).toMatchObject({ s: 11, variance: 125, verdict: 'not_shown' });
    expect(details.z).toBeCloseTo(0.8944271909999159, 12);
    expect(details.pAsymptotic).toBeCloseTo(0.37109336952269745, 10);
    expect(p).toBeCloseTo(0.38071979717813054, 12);
    expect(estimate).toBeCloseTo(0.24444444444444444, 12);
  });

  it('equals pyMannKendall 1.4.3 with ties, and the exact p by enumeration of 40,320 orderings', () => {
    const { details, p } = mannKendall(tied);
    expect(details.s).toBe(24);
    expect(details.variance).toBeCloseTo(63.333333333333336, 10);
    expect(details.z).toBeCloseTo(2.890091967212699, 10);
    expect(details.pAsymptotic).toBeCloseTo(0.0038512913785901937, 10);
    expect(details.tauA).toBeCloseTo(0.8571428571428571, 12);
    expect(details.tauB).toBeCloseTo(0.8894991799933215, 12);
    expect(p).toBeCloseTo(48 / 40320, 12);
  });

  it('equals pyMannKendall 1.4.3 on thirty years of the Nile', () => {
    const { details, method } = mannKendall(nile);
    expect(method).toBe('Mann-Kendall, asymptotic');
    expect(details).toMatchObject({ s: -31, variance: 3135, pExact: null });
    expect(details.z).toBeCloseTo(-0.5357997197768198, 10);
    expect(details.pAsymptotic).toBeCloseTo(0.592096975885398, 10);
  });

  it.each([
    [[10, 12, 11, 15, 14, 17, 16], 0.03015873015873016],
    [[1, 2, 3, 4], 0.08333333333333333],
    [[1, 2, 3, 4, 5], 0.016666666666666666],
    [[2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11], 4.4129288920955584e-5],
  ])('exact p of %j equals SciPy 1.17.1 kendalltau(method="exact")', (values, expected) => {
    expect(mannKendall(values, { method: 'exact' }).p).toBeCloseTo(expected, 14);
  });

  it('n = 6 and S = 11 gives 0.05556', () => {
    const { details, p } = mannKendall([2, 1, 3, 5, 4, 6]);
    expect(details).toMatchObject({ s: 11, verdict: 'not_shown' });
    expect(p).toBeCloseTo(0.05555555555555555, 12);
  });

  it('exact p is the share of all orderings at least as far from zero, with and without ties', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 6 }),
        (values) => {
          const s = Math.abs(scoreByDefinition(values));
          const all = permutations(values);
          const beyond = all.filter((order) => Math.abs(scoreByDefinition(order)) >= s).length;
          expect(mannKendall(values).p).toBeCloseTo(beyond / all.length, 12);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('S by merge sort equals S by its definition', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }),
        (values) => {
          const method = 'asymptotic';
          expect(mannKendall(values, { method }).details.s).toBe(scoreByDefinition(values));
        },
      ),
    );
  });

  it('turns round under negation and is unmoved by a growing transform', () => {
    fc.assert(
      fc.property(series, (values) => {
        const plain = mannKendall(values);
        const negated = mannKendall(values.map((value) => -value));
        const grown = mannKendall(values.map((value) => Math.exp(value / 10) * 3 - 7));
        expect(negated.details.s).toBe(0 - plain.details.s);
        expect(negated.p).toBe(plain.p);
        expect(grown.details.s).toBe(plain.details.s);
        expect(grown.p).toBe(plain.p);
      }),
    );
  });

  it('p lies between the smallest possible and 1', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { p, details } = mannKendall(values);
        expect(p).toBeGreaterThanOrEqual(details.smallestP);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('leaves missing years out', () => {
    const times = [2020, 2021, 2022, 2023, 2024];
    const { p, details, n } = mannKendall([6055, null, 4157, 8939, 7292], { times });
    expect([n, details.s]).toEqual([4, 2]);
    expect(p).toBe(mannKendall([6055, 4157, 8939, 7292]).p);
  });

  it.each([
    [[1, 2, 3], 'too_few', 3],
    [[1, 2, 3, 4], 'too_few', 4],
    [[null, null], 'too_few', 0],
    [[7], 'too_few', 1],
    [[5, 5, 5, 5, 5], 'constant', 5],
    [[0, 0, 0, 0, 1], 'too_few', 5],
  ])('concludes nothing from %j (%s)', (values, because, n) => {
    const { details, estimate, says } = mannKendall(values);
    expect(details).toMatchObject({ verdict: 'no_conclusion', because });
    expect(estimate).toBeNull();
    expect(says.en).toContain(`n\u00a0=\u00a0${n}`);
    expect(says.en).toMatch(/^No conclusion possible/);
  });

  it('refuses what is no series', () => {
    const message = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        return String(error);
      }
      return 'no error';
    };
    expect(message(() => mannKendall([]))).toMatchInlineSnapshot(
      `"InputError: a series needs at least one value, found none. Repair: pass the values in time order, null where a period is missing"`,
    );
    expect(message(() => mannKendall([1, Number.NaN]))).toMatchInlineSnapshot(
      `"InputError: expected a finite number or null, found NaN at position 2. Repair: use null where a period is missing, and say why in the source"`,
    );
    expect(message(() => mannKendall([1, Number.POSITIVE_INFINITY]))).toMatchInlineSnapshot(
      `"InputError: expected a finite number or null, found Infinity at position 2. Repair: use null where a period is missing, and say why in the source"`,
    );
    expect(
      message(() => mannKendall([1, 2, 3], { times: [2020, 2022, 2021] })),
    ).toMatchInlineSnapshot(
      `"InputError: times must increase, found 2021 after 2022 at position 3. Repair: sort the series by time and keep one value per time"`,
    );
    expect(message(() => mannKendall([1, 2], { times: [2020] }))).toMatchInlineSnapshot(
      `"UsageError: \`times\` must have one entry per value: got 1 for 2"`,
    );
    expect(message(() => mannKendall([1, 2], { alpha: 5 }))).toMatchInlineSnapshot(
      `"UsageError: \`alpha\` must lie between 0 and 1, got 5"`,
    );
    expect(
      message(() => mannKendall(new Float64Array(101), { method: 'exact' })),
    ).toMatchInlineSnapshot(
      `"UsageError: \`method: 'exact'\` takes up to 100 values, got 101; use 'asymptotic', which is accurate there"`,
    );
    expect(message(() => mannKendall([1, 2], { method: 'r' as 'exact' }))).toMatchInlineSnapshot(
      `"UsageError: \`method\` must be auto, exact or asymptotic, got r"`,
    );
  });
});
