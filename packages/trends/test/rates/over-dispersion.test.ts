import { overDispersion } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('overDispersion', () => {
  // SciPy 1.17.1 chisquare(counts) or chisquare(counts, expected); lower end chi-square / chi2.ppf(0.95, n - 1).
  it.each([
    [[3, 0, 14, 5, 22, 1, 9, 40], undefined, 109.91489361702128, 0, 7.813591825066119],
    [
      [12, 15, 9, 20, 31, 28, 40, 44, 39, 61],
      undefined,
      81.36789297658862,
      8.640758071577813e-14,
      4.809267727523184,
    ],
    [[4, 5, 5, 6, 3, 4, 5], undefined, 1.25, 0.9743430691009745, 0.09927263146439715],
    [
      [12, 15, 9, 20, 31],
      [10, 12, 9, 14, 20],
      1.7372742200328402,
      0.7839361031478566,
      0.18310748687045503,
    ],
  ])('%j equals SciPy chisquare', (counts, exposures, chiSquare, p, low) => {
    const result = overDispersion(counts, exposures ? { exposures } : {});
    expect(result.details.chiSquare).toBeCloseTo(chiSquare, 9);
    expect(result.p).toBeCloseTo(p, 10);
    expect(result.interval?.low).toBeCloseTo(low, 8);
    expect(result.estimate).toBeCloseTo(chiSquare / (counts.length - 1), 9);
  });

  it('does not depend on the order, and is zero for equal counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 12 }),
        (counts) => {
          const { estimate } = overDispersion(counts);
          const turned = overDispersion(counts.toReversed()).estimate;
          if (estimate === null) expect(turned).toBeNull();
          else expect(turned).toBeCloseTo(estimate, 8);
        },
      ),
    );
    expect(overDispersion([6, 6, 6, 6])).toMatchObject({ estimate: 0, p: 1 });
  });

  it('leaves missing counts out', () => {
    expect(overDispersion([3, null, 8, 20]).details).toEqual(overDispersion([3, 8, 20]).details);
  });

  it.each([
    [[5], 'too_few'],
    [[null, null], 'too_few'],
    [[0, 0, 0], 'none_counted'],
  ])('concludes nothing from %j (%s)', (counts, because) => {
    const { details, interval, p } = overDispersion(counts);
    expect(details).toMatchObject({ verdict: 'no_conclusion', because });
    expect([interval, p]).toEqual([null, null]);
  });

  it('says whether independent events would do', () => {
    expect(overDispersion([3, 0, 14, 5, 22, 1, 9, 40]).says).toMatchInlineSnapshot(`
      {
        "de": "Die Anzahlen schwanken stärker als bei unabhängigen Ereignissen: Ihre Varianz ist das 15,7-Fache (95-%-Intervall ab 7,81, ohne Obergrenze; n = 8, p < 0,001). Intervalle, die unabhängige Ereignisse voraussetzen, sind hier zu schmal.",
        "en": "The counts vary more than independent events would: their variance is 15.7 times as large (95% interval from 7.81, with no upper limit; n = 8, p < 0.001). Intervals that suppose independent events are too narrow here.",
        "fr": "Les nombres varient plus que s’il s’agissait d’événements indépendants : leur variance vaut 15,7 fois celle attendue (intervalle à 95 % à partir de 7,81, sans limite supérieure ; n = 8 ; p < 0,001). Les intervalles qui supposent des événements indépendants sont ici trop étroits.",
        "nl": "De aantallen schommelen meer dan bij onafhankelijke gebeurtenissen: hun variantie is 15,7 keer zo groot (95%-interval vanaf 7,81, zonder bovengrens; n = 8, p < 0,001). Intervallen die onafhankelijke gebeurtenissen veronderstellen, zijn hier te smal.",
      }
    `);
    expect(overDispersion([4, 5, 5, 6, 3, 4, 5]).says).toMatchInlineSnapshot(`
      {
        "de": "Es lässt sich nicht nachweisen, dass die Anzahlen stärker schwanken als bei unabhängigen Ereignissen (Varianz das 0,21-Fache, 95-%-Intervall ab 0,099, ohne Obergrenze; n = 7, p = 0,974). Das beweist nicht, dass die Ereignisse unabhängig sind.",
        "en": "It cannot be shown that the counts vary more than independent events would (variance 0.21 times as large, 95% interval from 0.099, with no upper limit; n = 7, p = 0.974). That does not prove that the events are independent.",
        "fr": "On ne peut pas démontrer que les nombres varient plus que s’il s’agissait d’événements indépendants (variance égale à 0,21 fois celle attendue, intervalle à 95 % à partir de 0,099, sans limite supérieure ; n = 7 ; p = 0,974). Cela ne prouve pas que les événements soient indépendants.",
        "nl": "Niet aantoonbaar is dat de aantallen meer schommelen dan bij onafhankelijke gebeurtenissen (variantie 0,21 keer zo groot, 95%-interval vanaf 0,099, zonder bovengrens; n = 7, p = 0,974). Dat bewijst niet dat de gebeurtenissen onafhankelijk zijn.",
      }
    `);
  });

  it('refuses what is no count', () => {
    expect(() => overDispersion([1, 2.5])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of position 2 to be a whole number of events, found 2.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() => overDispersion([])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: a series needs at least one value, found none. Repair: pass the values in time order, null where a period is missing]`,
    );
    expect(() => overDispersion([1, 2], { exposures: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`exposures\` must have one entry per count: got 1 for 2]`,
    );
  });
});
