import { benford } from '@samenbeeld/money';
import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';

/** Amounts with these counts of first digits 1 to 9, over two orders of magnitude. */
const amounts = (counts: readonly number[]): readonly number[] =>
  counts.flatMap((count, at) =>
    Array.from({ length: count }, (_, i) => (at + 1) * 10 ** (i % 2 === 0 ? 1 : 3)),
  );
const powersOfTwo = Array.from({ length: 1000 }, (_, i) => 2 ** (i + 1));

describe('benford', () => {
  it('counts the first digits of the powers of two as is known (301, 176, 125, …)', () => {
    const { table, details, estimate } = benford(powersOfTwo);
    expect(table.map(({ count }) => count)).toEqual([301, 176, 125, 97, 79, 69, 56, 52, 45]);
    // SciPy 1.17 chisquare; mean absolute deviation by NumPy.
    expect(details.chiSquare).toBeCloseTo(0.15855057629, 9);
    expect(details.pChiSquare).toBeCloseTo(0.99999845534, 9);
    expect(estimate).toBeCloseTo(0.00067820851, 10);
    expect(details.conformity).toBe('close');
  });

  it('leaves amounts of one whole digit out of tests of second digits, unless told otherwise', () => {
    const whole = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30];
    const second = benford(whole, { digits: 'second' });
    expect([second.n, second.details.leftOut, second.details.verdict]).toEqual([
      3,
      9,
      'no_conclusion',
    ]);
    expect(benford(whole, { digits: 'first_two' }).n).toBe(3);
    expect(benford(whole, { digits: 'second', atLeast: 1 }).n).toBe(12);
    expect(benford(whole).n).toBe(12);
  });

  it('looks at second digits and at the first two', () => {
    const [second, two] = (['second', 'first_two'] as const).map((digits) =>
      benford(powersOfTwo, { digits, atLeast: 10 }),
    );
    // SciPy 1.17 chisquare on the 997 powers from 16 on.
    expect(second?.n).toBe(997);
    expect(second?.details.chiSquare).toBeCloseTo(0.50926757594, 9);
    expect(second?.estimate).toBeCloseTo(0.00185561851, 10);
    expect(two?.details.chiSquare).toBeCloseTo(5.528497014, 8);
    expect(two?.estimate).toBeCloseTo(0.00061480243, 10);
    expect(two?.details.leftOut).toBe(3);
  });

  // All tables of counts enumerated by an independent program (Python, likelihood ratio, multinomial chances).
  it.each([
    [[1, 0, 0, 2, 5, 0, 1, 2, 1], 0.00153966346741547, 'deviates'],
    [[5, 2, 1, 1, 1, 0, 1, 0, 1], 0.9626415537512222, 'not_shown'],
    [[0, 0, 0, 0, 0, 0, 0, 0, 10], 4.0236665993175446e-14, 'deviates'],
  ])('is exact for the small sample %j', (counts, p, verdict) => {
    const result = benford(amounts(counts));
    expect(result.details.method).toBe('exact');
    expect(result.p).toBeCloseTo(p, 12);
    expect(result.details.verdict).toBe(verdict);
  });

  it('says how many samples of its size Nigrini’s limit would wrongly accuse', () => {
    // NumPy 2, 200,000 multinomial samples: 0.9163 of those of 100 and 0.0010 of those of 1,000 lie beyond 0.015.
    const small = benford(powersOfTwo.slice(0, 100)).details.falsePositives as number;
    const large = benford(powersOfTwo).details.falsePositives as number;
    expect(Math.abs(small - 0.9163)).toBeLessThan(0.02);
    expect(large).toBeLessThan(0.005);
  });

  it('rejects samples that follow the law as often as its level says', () => {
    const generator = xoroshiro128plus(20270101);
    const sample = (): readonly number[] =>
      Array.from({ length: 60 }, () => 10 ** (4 * uniformFloat64(generator)));
    const rejected = Array.from({ length: 200 }, () => benford(sample(), { draws: 199 })).filter(
      ({ details }) => details.verdict === 'deviates',
    ).length;
    // Binomial(200, 0.05): 19 or more happen once in a thousand times.
    expect(rejected).toBeLessThan(19);
    expect(rejected).toBeGreaterThan(2);
  });

  it('does not look at the scale: any currency gives the same for powers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8, max: 8 }), (power) => {
        const moved = benford(amounts([5, 2, 1, 1, 1, 0, 1, 0, 1]).map((a) => a * 10 ** power));
        expect(moved.table.map(({ count }) => count)).toEqual([5, 2, 1, 1, 1, 0, 1, 0, 1]);
      }),
      { numRuns: 17 },
    );
  });

  it('names innocent reasons with every deviation, in four languages', () => {
    expect(benford(amounts([0, 0, 0, 0, 0, 0, 0, 0, 10])).says).toMatchInlineSnapshot(`
      {
        "de": "Die ersten Ziffern weichen stärker vom Benfordschen Gesetz ab, als der Zufall erklärt (p < 0,001; n = 10). Tarife, Obergrenzen und Meldeschwellen wirken ebenso; das ist ein Grund hinzusehen, kein Beweis.",
        "en": "The first digits deviate from Benford’s law by more than chance explains (p < 0.001; n = 10). Fees, caps and reporting thresholds have the same effect; this is a reason to look, not proof.",
        "fr": "Les premiers chiffres s’écartent de la loi de Benford plus que le hasard ne l’explique (p < 0,001 ; n = 10). Des tarifs, des plafonds et des seuils de déclaration ont le même effet ; c’est une raison de regarder, pas une preuve.",
        "nl": "De eerste cijfers wijken sterker af van de wet van Benford dan toeval verklaart (p < 0,001; n = 10). Tarieven, plafonds en meldgrenzen hebben hetzelfde gevolg; dit is een reden om te kijken, geen bewijs.",
      }
    `);
    expect(benford(powersOfTwo).says.en).toMatchInlineSnapshot(
      `"No deviation from Benford’s law can be shown (p = 1.000; n = 1,000)."`,
    );
  });

  it('concludes nothing from few amounts, from zeros, or from one order of magnitude', () => {
    for (const values of [
      [],
      [0, 0, 0],
      [1, 20, 300],
      Array.from({ length: 50 }, (_, i) => 100 + i),
    ])
      expect(benford(values).details.verdict).toBe('no_conclusion');
    expect(benford([]).says.en).toMatchInlineSnapshot(
      `"No conclusion possible about the digits: too few amounts, or all of one order of magnitude (n = 0)."`,
    );
  });

  it('refuses what is no amount', () => {
    expect(() => benford([1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected finite amounts, found NaN at position 2. Repair: leave out what is missing]`,
    );
    expect(() => benford([1], { digits: 'third' as never })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`digits\` must be first, second or first_two, got third]`,
    );
    expect(() => benford([1], { alpha: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`alpha\` must lie between 0 and 1, got 2]`,
    );
  });
});
