import { cochranArmitage } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// Seizures above 1000 kg, and above 1000 or below 100 kg, by year (HARC; the 2024 counts below 100 kg are for the Netherlands).
const large = [22, 17, 13, 8];
const either = [91, 106, 94, 123];
const groups = ['2021', '2022', '2023', '2024'];

/** The exact p by listing every table. */
function byListing(successes: readonly number[], totals: readonly number[]): number {
  const choose = (n: number, k: number): number => {
    let ways = 1;
    for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
    return ways;
  };
  const all = successes.reduce((a, b) => a + b, 0);
  const size = totals.reduce((a, b) => a + b, 0);
  const mean = (all * totals.reduce((sum, total, i) => sum + total * i, 0)) / size;
  const score = (counts: readonly number[]): number => counts.reduce((sum, r, i) => sum + r * i, 0);
  const tables = totals.reduce<number[][]>(
    (rows, total) =>
      rows.flatMap((row) => Array.from({ length: total + 1 }, (_, r) => [...row, r])),
    [[]],
  );
  const weights = tables
    .filter((row) => row.reduce((a, b) => a + b, 0) === all)
    .map((row) => ({
      weight: row.reduce((product, r, i) => product * choose(totals[i] as number, r), 1),
      far: Math.abs(score(row) - mean) >= Math.abs(score(successes) - mean) - 1e-9,
    }));
  const sum = (list: typeof weights): number => list.reduce((s, { weight }) => s + weight, 0);
  return sum(weights.filter(({ far }) => far)) / sum(weights);
}

describe('cochranArmitage', () => {
  it('data of the R prop.trend.test example: the formula in NumPy 2.4.6 (R was not run)', () => {
    const { details, p } = cochranArmitage([83, 90, 129, 70], [86, 93, 136, 82], {
      method: 'asymptotic',
    });
    expect((details.z as number) ** 2).toBeCloseTo(8.224922285197724, 10);
    expect(p).toBeCloseTo(0.004131897477641454, 10);
  });

  it('the same with scores 0, 0, 0, 1', () => {
    const scores = [0, 0, 0, 1];
    const { details, p } = cochranArmitage([83, 90, 129, 70], [86, 93, 136, 82], {
      scores,
      method: 'asymptotic',
    });
    expect((details.z as number) ** 2).toBeCloseTo(12.17314622074028, 10);
    expect(p).toBeCloseTo(0.00048483, 7);
  });

  it('equals statsmodels 0.15.0 test_ordinal_association but for its factor √((N−1)/N)', () => {
    const { details } = cochranArmitage(large, either);
    expect((details.z as number) * Math.sqrt(413 / 414)).toBeCloseTo(-3.594118603131693, 10);
    const three = cochranArmitage(large.slice(0, 3), either.slice(0, 3));
    expect((three.details.z as number) * Math.sqrt(290 / 291)).toBeCloseTo(-1.8271125916586588, 10);
  });

  it('leaves out the year that counts something else, and says what it would have changed', () => {
    const scopes = ['Rotterdam', 'Rotterdam', 'Rotterdam', 'Netherlands'];
    const { details, p, warnings, says } = cochranArmitage(large, either, {
      groups,
      scopes,
      controls: true,
      dispersion: 1,
    });
    expect(details).toMatchObject({
      verdict: 'not_shown',
      leftOut: '2024',
      verdictWithThem: 'falling',
    });
    expect(p).toBeCloseTo(0.06721105845577283, 10);
    expect(details.pWithThem).toBeCloseTo(0.00032009820434500456, 10);
    expect(warnings.map(({ en }) => en)).toEqual([
      'left out, since something else is counted there: 2024',
    ]);
    expect(says.en).toContain('with these, the share falls (p\u00a0<\u00a00.001)');
    expect(says.en).toMatch(/^No trend in the share can be shown/);
  });

  it('shares that differ beyond chance: by their spread about the trend, by t; with three groups at the usual dispersion', () => {
    // By hand: Pearson's chi-square about the fitted line over 4 - 2, and t of 2 degrees of freedom.
    const few = cochranArmitage(large, either, { controls: true });
    expect(few.details.dispersionFrom).toBe('series');
    expect(few.details.pDispersed).toBeGreaterThan(few.p as number);
    // R glm(cbind(r, n - r) ~ t, family = quasibinomial) on shares that swing: dispersion and p by hand from the score test.
    const swing = cochranArmitage([30, 5, 35, 6, 40, 8], [60, 60, 60, 60, 60, 60], {
      controls: true,
    });
    expect(swing.details.dispersion).toBeGreaterThan(10);
    expect(swing.details.verdict).toBe('not_shown');
    const three = cochranArmitage([40, 25, 10], [80, 80, 80], { controls: true });
    expect([three.details.dispersionFrom, three.details.dispersion, three.details.verdict]).toEqual(
      ['usual', 5, 'falling'],
    );
    expect(three.says.en).toContain(
      'This holds if the variance of the shares is, as usual, 5 times that of independent events.',
    );
    expect(cochranArmitage([30, 20, 12], [80, 80, 80]).says.en).toContain(
      'Only if the events are independent of each other is there a trend',
    );
  });

  it('exact p of a small table, worked out by listing it', () => {
    expect(cochranArmitage([0, 1, 3, 4], [5, 5, 5, 5]).p).toBeCloseTo(0.007065174247836786, 12);
    expect(cochranArmitage([4, 2, 1], [6, 7, 5]).p).toBeCloseTo(0.13954876822523882, 12);
  });

  it('exact p equals that by listing every table', () => {
    const group = fc.tuple(fc.nat(4), fc.nat(3)).map(([r, rest]) => [r, r + rest] as const);
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 4 }), (table) => {
        const successes = table.map(([r]) => r);
        const totals = table.map(([, n]) => n);
        const { p, details } = cochranArmitage(successes, totals, { method: 'exact' });
        if (details.z === null) expect(p).toBeNull();
        else expect(p).toBeCloseTo(byListing(successes, totals), 10);
      }),
      { numRuns: 60 },
    );
  });

  it('turns round when successes and failures swap', () => {
    const swapped = cochranArmitage(
      either.map((n, i) => n - (large[i] as number)),
      either,
    );
    expect(swapped.details.z).toBeGreaterThan(3);
    expect(swapped.details.pDispersed).toBeCloseTo(
      cochranArmitage(large, either).details.pDispersed as number,
      12,
    );
    expect(swapped.p).toBeCloseTo(cochranArmitage(large, either).p as number, 12);
  });

  it.each([
    [
      [0, 0],
      [5, 5],
    ],
    [
      [5, 5],
      [5, 5],
    ],
    [[1], [2]],
    [
      [1, 0],
      [1, 1],
    ],
  ])('concludes nothing from %j of %j', (successes, totals) => {
    const { details, says } = cochranArmitage(successes, totals);
    expect(details.verdict).toBe('no_conclusion');
    expect(says.de).toContain('Keine Aussage möglich');
  });

  it('refuses tables that cannot be', () => {
    expect(() => cochranArmitage([6], [5])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected at most 5 successes in group 1, found 6. Repair: pass all events of the group as its total, the successes included]`,
    );
    expect(() => cochranArmitage([1, 2], [5])).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`successes\` must have one entry per group: got 2 for 1]`,
    );
    expect(() =>
      cochranArmitage([1, 2], [5, 5], { scores: [0, Number.NaN] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite score for group 2, found NaN. Repair: give each group its position, such as its year]`,
    );
    expect(() =>
      cochranArmitage([1, 2], [5, 5], { scores: [0, 0.5], method: 'exact' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method: 'exact'\` takes whole-number scores and small tables; use 'asymptotic', which is accurate for large ones]`,
    );
  });
});
