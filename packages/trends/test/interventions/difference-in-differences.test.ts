import { differenceInDifferences } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const periods = ['2018', '2019', '2020', '2021', '2022', '2023'];
const units = [
  [19, 21, 18, 25, 24, 24],
  [31, 29, 24, 21, 31, 33],
  [33, 28, 29, 27, 31, 26],
  [34, 29, 30, 28, 38, 32],
  [29, 43, 40, 33, 40, 46],
].map((values, i) => ({ name: 'ABCDE'.charAt(i), values }));
const panel = { periods, units, treated: ['A', 'B'], from: '2022' };

/** Every choice of `k` of the positions below `n`. */
function choices(n: number, k: number, from = 0): readonly (readonly number[])[] {
  if (k === 0) return [[]];
  return Array.from({ length: Math.max(0, n - from) }, (_, i) => i + from).flatMap((first) =>
    choices(n, k - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

/** The p of a difference `delta`, by listing: changes with the difference taken off, all relabellings. */
function byListing(changes: readonly number[], treated: number, delta: number): number {
  const without = changes.map((change, i) => change - (i < treated ? delta : 0));
  const apart = (set: readonly number[]): number => {
    const inside = set.reduce((sum, i) => sum + (without[i] as number), 0);
    const all = without.reduce((sum, change) => sum + change, 0);
    return inside / treated - (all - inside) / (changes.length - treated);
  };
  const sets = choices(changes.length, treated);
  const own = Math.abs(apart(sets[0] as readonly number[]));
  return sets.filter((set) => Math.abs(apart(set)) >= own - 1e-9).length / sets.length;
}

describe('differenceInDifferences', () => {
  it('δ of lm(log(y) ~ site + period + D) and lm(y ~ …): 0.0819698, 0.9166667 (R 4.2.2)', () => {
    expect(differenceInDifferences(panel).details.effect).toBeCloseTo(0.081969790892344, 12);
    const linear = differenceInDifferences(panel, { scale: 'linear' });
    expect(linear.details.effect).toBeCloseTo(0.91666666666667, 12);
    expect(linear.details).toMatchObject({ relabellings: 10, exact: 'yes', smallestP: 0.1 });
  });

  it('p and interval equal those of listing every relabelling, at every level', () => {
    const change = fc.integer({ min: -30, max: 30 });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 6, maxLength: 7 }),
        fc.integer({ min: 2, max: 3 }),
        (changes, treated) => {
          const { interval, details, p } = differenceInDifferences(
            {
              periods: ['2020', '2021'],
              units: changes.map((value, i) => ({ name: `s${i}`, values: [0, value] })),
              treated: changes.slice(0, treated).map((_, i) => `s${i}`),
              from: '2021',
            },
            { scale: 'linear', level: 0.8 },
          );
          if (p !== null) expect(p).toBeCloseTo(byListing(changes, treated, 0), 9);
          if (!interval) return;
          const edge = 1e-6 * (1 + Math.abs(interval.high) + Math.abs(interval.low));
          expect(byListing(changes, treated, interval.low - edge)).toBeLessThanOrEqual(0.2);
          expect(byListing(changes, treated, interval.high + edge)).toBeLessThanOrEqual(0.2);
          expect(byListing(changes, treated, interval.low + edge)).toBeGreaterThan(0.2);
          expect(byListing(changes, treated, interval.high - edge)).toBeGreaterThan(0.2);
          expect(details.smallestP).toBeLessThanOrEqual(0.2);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('draws relabellings where there are too many, from a seed', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      name: `s${i}`,
      values: [10 + (i % 5), 11 + (i % 3), 12 + (i % 4), (i < 8 ? 30 : 12) + (i % 7)],
    }));
    const wide = {
      periods: periods.slice(0, 4),
      units: many,
      treated: many.slice(0, 8).map(({ name }) => name),
      from: '2021',
    };
    const once = differenceInDifferences(wide, { relabellings: 999 });
    expect(once.details).toMatchObject({ exact: 'no', relabellings: 999, verdict: 'higher' });
    expect(differenceInDifferences(wide, { relabellings: 999 })).toEqual(once);
    expect(once.p).toBeCloseTo(1 / 999, 12);
    expect(once.says.en).toContain('the sites compared with (22 sites), the level of 8 sites from');
  });

  it('shows how both moved before, for the plot that belongs beside it', () => {
    const { gaps } = differenceInDifferences(panel, { scale: 'linear' });
    expect(gaps.map(({ period }) => period)).toEqual(periods);
    expect(gaps.slice(0, 4).reduce((sum, { gap }) => sum + gap, 0)).toBeCloseTo(0, 12);
    expect(gaps.slice(4).reduce((sum, { gap }) => sum + gap, 0) / 2).toBeCloseTo(0.9166667, 6);
  });

  it('concludes nothing where the sites moved apart before', () => {
    const apart = Array.from({ length: 24 }, (_, i) => ({
      name: `s${i}`,
      values: [0, 1, 2, 3, 4, 5].map((t) => 50 + (i < 2 ? 9 * t : 0) + ((i * 7 + t * 5) % 4)),
    }));
    const { details, estimate, says } = differenceInDifferences(
      { periods, units: apart, treated: ['s0', 's1'], from: '2022' },
      { scale: 'linear' },
    );
    expect([details.parallel, details.because, estimate]).toEqual([
      'contradicted',
      'not_parallel',
      null,
    ]);
    expect(says.fr).toMatch(/^Aucune conclusion possible/);
  });

  it('concludes nothing with few sites, and says what p cannot be', () => {
    const { says, details } = differenceInDifferences(panel);
    expect(details.because).toBe('too_few_sites');
    expect(says.de).toMatch(
      /^Keine Aussage möglich: Mit 5 Orten kann p nicht kleiner sein als 0,10\./,
    );
  });

  it('leaves out a period in which a site has no value, and says so', () => {
    const gap = units.map((unit) =>
      unit.name === 'C' ? { ...unit, values: unit.values.with(1, null as never) } : unit,
    );
    const { warnings, n } = differenceInDifferences({ ...panel, units: gap });
    expect(n).toBe(25);
    expect(warnings.map(({ en }) => en)).toContain(
      'left out, since a site has no value there: 2019',
    );
  });

  it('refuses a control to which the traffic could have moved', () => {
    expect(() =>
      differenceInDifferences(panel, { targets: ['D', 'E'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: D, E cannot be a control: traffic could plausibly have moved there, so that it is part of what is asked about. Compare with sites to which it could not have moved, or describe the shares of the whole network (\`waterbed\`).]`,
    );
    const values = [1, 0, 2, 3, 4, 5];
    expect(() =>
      differenceInDifferences({ ...panel, units: [...units, { name: 'F', values }] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected values above zero on the log scale, found 0 for F in 2019. Repair: use \`scale: 'linear'\`, or longer periods that hold no zero]`,
    );
    expect(() =>
      differenceInDifferences({ ...panel, treated: ['X'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`treated\` must name sites of the panel (A, B, C, D, E), got X]`,
    );
    expect(() =>
      differenceInDifferences({ ...panel, from: '2018' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected periods with values for every site before and from 2018, found 0 before and 6 after. Repair: add periods on the empty side, or leave out the site with gaps]`,
    );
    expect(() =>
      differenceInDifferences({ ...panel, periods: periods.toReversed() }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: periods must increase, found 2022 after 2023. Repair: sort the table by period and keep one value per period]`,
    );
  });
});
