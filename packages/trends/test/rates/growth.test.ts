import { growth, overDispersion, rateRatio } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const year = (period: string, value: number) => ({ period, value });

describe('growth', () => {
  it('of counts has the interval of the ratio of two Poisson counts', () => {
    // SciPy 1.17.1 binomtest(194, 282).proportion_ci(method='exact') turned into a ratio: 1.705050 to 2.869425.
    const { estimate, interval, p, details } = growth(year('2021', 88), year('2022', 194), {
      dispersion: 1,
    });
    expect(estimate).toBeCloseTo(100 * (194 / 88 - 1), 10);
    expect(interval?.low).toBeCloseTo(170.5050060794572 - 100, 6);
    expect(interval?.high).toBeCloseTo(286.9424825063426 - 100, 6);
    expect(p).toBe(rateRatio(194, 88).p);
    expect(details).toMatchObject({ difference: 106, verdict: 'higher', withheld: null });
    expect(details.logChange).toBeCloseTo(100 * Math.log(194 / 88), 10);
  });

  it('is per exposure where given', () => {
    const { estimate, says } = growth(
      { period: '2023', value: 40, exposure: 1000 },
      { period: '2024', value: 60, exposure: 2000 },
    );
    expect(estimate).toBeCloseTo(-25, 10);
    expect(says.en).toContain('Measured against: 2,000 and 1,000');
  });

  it.each([
    [9, 30],
    [30, 9],
    [0, 12],
    [3, 4],
  ])('from %i to %i states no percentage', (before, after) => {
    const { estimate, interval, details, says } = growth(year('2023', before), year('2024', after));
    expect([estimate, interval, details.logChange]).toEqual([null, null, null]);
    expect(details.withheld).toBe('few');
    for (const text of Object.values(says)) expect(text).not.toMatch(/\d\s?%/);
  });

  it('still says whether few events differ', () => {
    expect(
      growth(year('2023', 4), year('2024', 27), { controls: true, dispersion: 1 }).says,
    ).toMatchInlineSnapshot(`
      {
        "de": "Das Niveau liegt höher: 27 (2024) gegenüber 4 (2023); bei weniger als 10 auf einer Seite wird kein Prozentsatz genannt.",
        "en": "The level is higher: 27 (2024) against 4 (2023); with fewer than 10 on one side no percentage is stated.",
        "fr": "Le niveau est plus élevé : 27 (2024) contre 4 (2023) ; avec moins de 10 d’un côté, aucun pourcentage n’est indiqué.",
        "nl": "Het niveau ligt hoger: 27 (2024) tegenover 4 (2023); met minder dan 10 aan een kant wordt geen percentage genoemd.",
      }
    `);
    expect(growth(year('2023', 4), year('2024', 7)).details.verdict).toBe('not_shown');
    expect(growth(year('2023', 0), year('2024', 0)).details.verdict).toBe('no_conclusion');
  });

  it('of a quantity is described, not tested', () => {
    const { estimate, interval, p, details, says } = growth(
      year('2023', 7292),
      year('2024', 8939),
      { of: 'quantity', controls: true },
    );
    expect(estimate).toBeCloseTo(22.5864, 3);
    expect([interval, p, details.verdict]).toEqual([null, null, 'described']);
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "8.939 kg (2024) gegenüber 7.292 kg (2023), das sind +22,6 %. Das beschreibt die Zahlen; ob der Unterschied über den Zufall hinausgeht, wurde nicht geprüft.",
        "en": "8,939 kg (2024) against 7,292 kg (2023), that is +22.6%. This describes the figures; whether the difference is more than chance has not been tested.",
        "fr": "8 939 kg (2024) contre 7 292 kg (2023), soit +22,6 %. Ceci décrit les chiffres ; il n’a pas été testé si l’écart dépasse le hasard.",
        "nl": "8.939 kg (2024) tegenover 7.292 kg (2023), dat is +22,6%. Dit beschrijft de cijfers; of het verschil meer is dan toeval, is niet getoetst.",
      }
    `);
    const none = growth(year('2023', 0), year('2024', 5.5), { of: 'quantity' });
    expect([none.estimate, none.details.withheld]).toEqual([null, 'from_zero']);
  });

  it('says a difference, and that none can be shown', () => {
    const first = growth(year('2024-S1', 88), year('2025-S1', 194), {
      controls: true,
      dispersion: 1,
    });
    expect(first.says).toMatchInlineSnapshot(`
      {
        "de": "Das Niveau liegt höher: 194 (1. Halbjahr 2025) gegenüber 88 (1. Halbjahr 2024), das sind +120 % (95-%-Intervall +71 % bis +187 %).",
        "en": "The level is higher: 194 (first half of 2025) against 88 (first half of 2024), that is +120% (95% interval +71% to +187%).",
        "fr": "Le niveau est plus élevé : 194 (premier semestre 2025) contre 88 (premier semestre 2024), soit +120 % (intervalle à 95 % de +71 % à +187 %).",
        "nl": "Het niveau ligt hoger: 194 (eerste halfjaar 2025) tegenover 88 (eerste halfjaar 2024), dat is +120% (95%-interval +71% tot +187%).",
      }
    `);
    const second = growth(year('2024-01..2024-08', 15), year('2025-01..2025-08', 24), {
      controls: true,
      dispersion: 1,
    });
    expect(second.says).toMatchInlineSnapshot(`
      {
        "de": "Ein Unterschied lässt sich nicht nachweisen: 24 (Januar 2025 – August 2025) gegenüber 15 (Januar 2024 – August 2024), das sind +60,0 % (95-%-Intervall −19 % bis +228 %). Das beweist nicht, dass beide gleich sind.",
        "en": "No difference can be shown: 24 (January 2025 – August 2025) against 15 (January 2024 – August 2024), that is +60.0% (95% interval −19% to +228%). That does not prove that the two are equal.",
        "fr": "Aucune différence ne peut être démontrée : 24 (janvier 2025 – août 2025) contre 15 (janvier 2024 – août 2024), soit +60,0 % (intervalle à 95 % de −19 % à +228 %). Cela ne prouve pas que les deux niveaux sont égaux.",
        "nl": "Er is geen verschil aantoonbaar: 24 (januari 2025 – augustus 2025) tegenover 15 (januari 2024 – augustus 2024), dat is +60,0% (95%-interval −19% tot +228%). Dat bewijst niet dat beide gelijk zijn.",
      }
    `);
  });

  it('the usual dispersion is near that of the published series it is taken from', () => {
    // By hand, and SciPy 1.17.1 chisquare over n - 1: Belgium 2010-2014, Rotterdam 2017-2019.
    const [belgium, rotterdam] = [
      [191, 256, 288, 168, 152],
      [82, 109, 141],
    ] as const;
    for (const [counts, known] of [
      [belgium, 16.2133],
      [rotterdam, 7.8825],
    ] as const) {
      const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      expect(overDispersion(counts).estimate).toBeCloseTo(known, 3);
      const usual = rateRatio(Math.round(mean), Math.round(mean)).details.usualDispersion as number;
      expect(Math.abs(usual / known - 1)).toBeLessThan(0.1);
    }
  });

  it('288 to 168 seizures (Belgium 2012-2013): not shown, with the series around it and without', () => {
    const [from, to] = [year('2012', 288), year('2013', 168)];
    const alone = growth(from, to);
    expect(alone.interval?.low).toBeCloseTo(-52.0646, 3);
    expect(alone.details).toMatchObject({ verdict: 'not_shown', dispersionFrom: 'independent' });
    expect(alone.details.usualDispersion).toBeCloseTo(16.2, 10);
    expect(alone.confidence).toBe('low');
    expect(alone.says).toMatchInlineSnapshot(`
      {
        "de": "Ein Unterschied lässt sich nicht nachweisen: 168 (2013) gegenüber 288 (2012), das sind −41,7 % (95-%-Intervall −72,9 % bis +25,5 %, wenn die Varianz solcher Anzahlen wie üblich das 16-Fache der Varianz unabhängiger Ereignisse beträgt; −52,1 % bis −29,2 % bei voneinander unabhängigen Ereignissen). Nur bei voneinander unabhängigen Ereignissen besteht ein Unterschied. Das beweist nicht, dass beide gleich sind. Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.",
        "en": "No difference can be shown: 168 (2013) against 288 (2012), that is −41.7% (95% interval −72.9% to +25.5% if the variance of such counts is, as usual, 16 times that of independent events; −52.1% to −29.2% if the events are independent of each other). Only if the events are independent of each other is there a difference. That does not prove that the two are equal. There are no data on controls: more or fewer checks may explain or hide a change.",
        "fr": "Aucune différence ne peut être démontrée : 168 (2013) contre 288 (2012), soit −41,7 % (intervalle à 95 % de −72,9 % à +25,5 % si la variance de tels nombres vaut, comme d’ordinaire, 16 fois celle d’événements indépendants ; de −52,1 % à −29,2 % si les événements sont indépendants). Ce n’est que si les événements sont indépendants qu’il y a une différence. Cela ne prouve pas que les deux niveaux sont égaux. Il n’y a pas de données sur les contrôles : des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.",
        "nl": "Er is geen verschil aantoonbaar: 168 (2013) tegenover 288 (2012), dat is −41,7% (95%-interval −72,9% tot +25,5% als de variantie van zulke aantallen zoals gebruikelijk 16 keer die van onafhankelijke gebeurtenissen is; −52,1% tot −29,2% als de gebeurtenissen onafhankelijk van elkaar zijn). Alleen als de gebeurtenissen onafhankelijk van elkaar zijn, is er een verschil. Dat bewijst niet dat beide gelijk zijn. Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.",
      }
    `);
    const series = [year('2010', 191), year('2011', 256), from, to, year('2014', 152)];
    const known = growth(from, to, { series });
    expect(known.details).toMatchObject({ verdict: 'not_shown', dispersionFrom: 'series' });
    expect(known.details.dispersion).toBeCloseTo(13.8247, 3);
    expect(known.says.en).toContain('variance 14 times that of independent events');
    expect(() => growth(from, to, { series: [year('2010-S1', 90)] })).toThrow('like periods');
  });

  it('compares only like periods', () => {
    expect(() =>
      growth(year('2024-S1', 20), year('2024-S2', 30)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: 2024-S1 and 2024-S2 are not like periods. Compare 2024-S1 with the same part of another year.]`,
    );
    expect(() =>
      growth(year('2024', 20), year('2025-01..2025-08', 30)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: 2024 and 2025-01..2025-08 are not like periods. Compare 2024 with the same part of another year.]`,
    );
    expect(() =>
      growth(year('2025', 20), { ...year('2026', 30), partial: true }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: 2026 is known only in part. Compare the same part of both periods, such as January to August of each year.]`,
    );
    expect(() =>
      growth(year('2023-01..2024-12', 20), year('2024-01..2025-12', 30)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: 2023-01..2024-12 and 2024-01..2025-12 overlap. Compare periods that have no day in common.]`,
    );
    expect(() => growth(year('2025', 20), year('2024', 30))).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a period after 2025, found 2024. Repair: pass the earlier period first]`,
    );
    expect(() => growth(year('2025', 20), year('2025', 30))).toThrow(
      'expected a period after 2025',
    );
  });

  it('refuses what is no count or quantity', () => {
    expect(() => growth(year('2023', 1.5), year('2024', 3))).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the count of 2023 to be a whole number of events, found 1.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() =>
      growth(year('2023', -1), year('2024', 3), { of: 'quantity' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a quantity of zero or more in 2023, found -1. Repair: leave out a period whose quantity is not known]`,
    );
    expect(() => growth(year('2023', 1), year('2024', Number.NaN))).toThrow('found NaN');
    expect(() =>
      growth(year('2023', 1), year('2024', 3), { of: 'kg' as 'quantity' }),
    ).toThrowErrorMatchingInlineSnapshot(`[UsageError: \`of\` must be counts or quantity, got kg]`);
    expect(() => growth({ ...year('2023', 10), exposure: 0 }, year('2024', 30))).toThrow(
      'above zero',
    );
  });
});
