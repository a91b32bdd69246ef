import { type Language, languages } from '@samenbeeld/schema';
import { type ChangePoints, changePoints, type Joinpoint, joinpoint } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoveries, drugOffences, nile, rotterdam, years } from './series.ts';

type Marks = Readonly<Record<Language, Readonly<Record<string, RegExp>>>>;

const breakMarks: Marks = {
  nl: {
    break: /voorgesteld \(n/,
    moved: /is veranderd \(/,
    not_shown: /geen breuk aantoonbaar/,
    no_conclusion: /geen conclusie/i,
  },
  fr: {
    break: /suggérées? \(n/,
    moved: / a changé \(/,
    not_shown: /aucune rupture ne peut/i,
    no_conclusion: /aucune conclusion/i,
  },
  de: {
    break: /vorgeschlagen \(n/,
    moved: /hat sich verändert \(/,
    not_shown: /Bruch lässt sich nicht nachweisen/,
    no_conclusion: /Keine Aussage/,
  },
  en: {
    break: /suggested \(n/,
    moved: /has changed \(/,
    not_shown: /no break can be shown/i,
    no_conclusion: /no conclusion/i,
  },
};

const turnMarks: Marks = {
  nl: {
    turns: /^De trend verandert/,
    disputed: /^Of de trend verandert/,
    not_shown: /geen verandering van de trend aantoonbaar \(/,
    no_conclusion: /Geen conclusie/,
  },
  fr: {
    turns: /^La tendance change/,
    disputed: /^Que la tendance change/,
    not_shown: /^Aucun changement de tendance/,
    no_conclusion: /Aucune conclusion/,
  },
  de: {
    turns: /^Der Trend ändert sich/,
    disputed: /^Ob sich der Trend ändert/,
    not_shown: /^Eine Änderung des Trends lässt sich nicht/,
    no_conclusion: /Keine Aussage/,
  },
  en: {
    turns: /^The trend changes/,
    disputed: /^Whether the trend changes/,
    not_shown: /^No change of the trend/,
    no_conclusion: /No conclusion/,
  },
};

function speaksOf({ says, details }: ChangePoints | Joinpoint, marks: Marks): void {
  for (const language of languages) {
    const found = Object.keys(marks[language]).filter((name) =>
      marks[language][name]?.test(says[language]),
    );
    expect(found, says[language]).toEqual([details.verdict]);
    expect(says[language]).not.toMatch(/undefined|null|NaN|Infinity|\$\{| {2}/);
  }
}

/** A printed number read back: "−1,234.5" is -1234.5. */
const readBack = (printed: string): number =>
  Number(printed.replaceAll(',', '').replaceAll('−', '-'));

const value = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: -20, max: 20 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const series = fc
  .tuple(
    fc.array(value, { minLength: 1, maxLength: 18 }),
    fc.nat(17),
    fc.constantFrom(0, 0, 60, -60, 5e6),
  )
  .map(([values, at, jump]) => values.map((one, i) => one + (i >= at ? jump : 0)));

describe('a sentence about breaks, its sign and its interval never contradict', () => {
  it('changePoints', () => {
    fc.assert(
      fc.property(
        series,
        fc.constantFrom(
          'auto' as const,
          'mean' as const,
          'variance' as const,
          'mean_variance' as const,
        ),
        (values, cost) => {
          const result = changePoints(values, { cost, path: false });
          const { details, interval, estimate, says, changes, p } = result;
          speaksOf(result, breakMarks);
          const suggested = changes.filter((change) => change.suggested);
          expect(suggested.length > 0).toBe(details.verdict === 'break');
          expect(interval !== null).toBe(details.verdict === 'break');
          expect(details.because === null).toBe(details.verdict !== 'no_conclusion');
          const reference = details.cost === 'log_mean' || details.cost === 'poisson' ? 1 : 0;
          for (const one of suggested) {
            const [low, high] = [one.interval?.low as number, one.interval?.high as number];
            expect(low > reference || high < reference).toBe(true);
            expect(one.p).toBeLessThanOrEqual(0.05);
            if (one.jump !== null) expect(low <= one.jump && one.jump <= high).toBe(true);
          }
          if (details.verdict === 'break' && suggested.length === 1) {
            const up = (interval?.low as number) > reference;
            expect(/suddenly rises/.test(says.en)).toBe(up);
            expect(/suddenly falls/.test(says.en)).toBe(!up);
            expect(/stijgt/.test(says.nl)).toBe(up);
            expect(/tombe/.test(says.fr)).toBe(!up);
            expect(/steigt das/.test(says.de)).toBe(up);
            if (estimate !== null) expect(estimate > reference).toBe(up);
          }
          if (details.verdict === 'not_shown' && p !== null) expect(p).toBeGreaterThan(0.05);
          const against = /gains (\S+) and would have to gain more than (\S+)\./.exec(says.en);
          if (against)
            expect(readBack(against[1] as string)).toBeLessThanOrEqual(
              readBack(against[2] as string),
            );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a sentence about turning points, its signs and its intervals never contradict', () => {
  const positive = fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 13 }),
      fc.double({ min: -0.6, max: 0.6, noNaN: true }),
      fc.nat(12),
    )
    .map(([values, slope, at]) =>
      values.map((one, i) => (900 + one) * Math.exp(-slope * Math.abs(i - at))),
    );
  const few = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 13 });

  it('joinpoint', () => {
    fc.assert(
      fc.property(fc.oneof(positive, few), fc.constantFrom(0, 39), (values, permutations) => {
        const model = values.every((one) => Number.isSafeInteger(one)) ? 'poisson' : 'log';
        const result = joinpoint(values, { model, permutations });
        speaksOf(result, turnMarks);
        const { details, segments, says, estimate, interval, joinpoints } = result;
        expect(details.because === null).toBe(details.verdict !== 'no_conclusion');
        const counts = [
          details.byPermutation,
          details.byBic,
          details.byBic3,
          details.byWbic,
        ].filter((count) => count !== null);
        if (details.verdict === 'turns') expect(Math.min(...counts)).toBeGreaterThan(0);
        if (details.verdict === 'not_shown') expect(Math.max(...counts)).toBe(0);
        if (details.verdict === 'disputed')
          expect(Math.min(...counts) === 0 && Math.max(...counts) > 0).toBe(true);
        if (interval && estimate !== null)
          expect(interval.low <= estimate && estimate <= interval.high).toBe(true);
        for (const [j, { shape }] of joinpoints.entries()) {
          const [before, after] = [segments[j]?.interval, segments[j + 1]?.interval];
          if (shape === 'peak') expect((before?.low ?? 0) > 0 && (after?.high ?? 0) < 0).toBe(true);
          if (shape === 'trough')
            expect((before?.high ?? 0) < 0 && (after?.low ?? 0) > 0).toBe(true);
          expect(
            /a peak|peaks/.test(says.en) || shape !== 'peak' || details.verdict !== 'turns',
          ).toBe(true);
        }
        if (details.verdict === 'no_conclusion' || details.verdict === 'disputed') return;
        for (const { apc, interval: ends } of segments) {
          if (apc === null || !ends) continue;
          const direction = ends.low > 0 || ends.high < 0;
          if (direction) expect(Math.sign(apc)).toBe(ends.low > 0 ? 1 : -1);
        }
        const clear = segments.filter(
          ({ interval: ends }) => ends && (ends.low > 0 || ends.high < 0),
        ).length;
        expect(says.en.match(/% a period \(/g)?.length ?? 0).toBe(clear);
      }),
      { numRuns: 80 },
    );
  });
});

describe('sentences in four languages', () => {
  it('one break', () => {
    const { says } = changePoints(drugOffences.FR, { periods: years(2008, 15), controls: true });
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "2008–2022: Ein Bruch wird vorgeschlagen (n = 15): Ab 2016 steigt das Niveau plötzlich auf das 30,9-Fache des vorherigen (95-%-Intervall 25,0 bis 38,2). Das ist ein Vorschlag aus den Zahlen; erst ein angegebener Bruch sperrt einen Trend.",
        "en": "2008–2022: a break is suggested (n = 15): from 2016 the level suddenly rises to 30.9 times what it was just before (95% interval 25.0 to 38.2). This is a suggestion from the figures; only a declared break blocks a trend.",
        "fr": "2008–2022 : une rupture est suggérée (n = 15) : à partir de 2016, le niveau monte soudainement à 30,9 fois celui d’avant (intervalle à 95 % de 25,0 à 38,2). Ce n’est qu’une suggestion tirée des chiffres ; seule une rupture déclarée bloque une tendance.",
        "nl": "2008–2022: er wordt een breuk voorgesteld (n = 15): vanaf 2016 stijgt het niveau plotseling tot 30,9 keer dat van vlak ervoor (95%-interval 25,0 tot 38,2). Dit is een suggestie op grond van de cijfers; alleen een vastgelegde breuk houdt een trend tegen.",
      }
    `);
  });

  it('two breaks as differences, with unit and label', () => {
    const values = [
      12, 15, 13, 14, 12, 15, 13, 64, 61, 66, 63, 65, 62, 64, 14, 12, 16, 13, 15, 12, 14,
    ];
    const label = { nl: 'Haven', fr: 'Port', de: 'Hafen', en: 'Port' };
    const { says } = changePoints(values, { cost: 'mean', unit: 'kg', label, controls: true });
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Hafen: 2 Brüche werden vorgeschlagen (n = 21): Ab Wert 8 steigt das Niveau plötzlich um 49,8 kg (95-%-Intervall 45,8 bis 53,7); ab Wert 15 sinkt das Niveau plötzlich um 49,9 kg (95-%-Intervall 45,6 bis 54,1). Das ist ein Vorschlag aus den Zahlen; erst ein angegebener Bruch sperrt einen Trend.",
        "en": "Port: 2 breaks are suggested (n = 21): from value 8 the level suddenly rises by 49.8 kg (95% interval 45.8 to 53.7); from value 15 the level suddenly falls by 49.9 kg (95% interval 45.6 to 54.1). This is a suggestion from the figures; only a declared break blocks a trend.",
        "fr": "Port : 2 ruptures sont suggérées (n = 21) : à partir de la valeur 8, le niveau monte soudainement de 49,8 kg (intervalle à 95 % de 45,8 à 53,7) ; à partir de la valeur 15, le niveau tombe soudainement de 49,9 kg (intervalle à 95 % de 45,6 à 54,1). Ce n’est qu’une suggestion tirée des chiffres ; seule une rupture déclarée bloque une tendance.",
        "nl": "Haven: er worden 2 breuken voorgesteld (n = 21): vanaf waarde 8 stijgt het niveau plotseling met 49,8 kg (95%-interval 45,8 tot 53,7); vanaf waarde 15 daalt het niveau plotseling met 49,9 kg (95%-interval 45,6 tot 54,1). Dit is een suggestie op grond van de cijfers; alleen een vastgelegde breuk houdt een trend tegen.",
      }
    `);
  });

  it('a level that moves, a scatter that changes, nothing shown, nothing to conclude', () => {
    const spread = Array.from({ length: 60 }, (_, i) => (((i * 7919) % 13) - 6) * (i < 30 ? 1 : 9));
    const flat = Array.from({ length: 60 }, (_, i) => 100 + ((i * 7919) % 13));
    const all = [
      changePoints(drugOffences.DE, { periods: years(2008, 15), controls: true }),
      changePoints(spread, { cost: 'variance', controls: true }),
      changePoints(flat, { cost: 'mean', controls: true }),
      changePoints([4, 9, 7], { controls: true }),
      changePoints([4, 4, 4], { controls: true }),
    ];
    expect(all.map(({ says }) => says)).toMatchInlineSnapshot(`
      [
        {
          "de": "2008–2022: Das Niveau hat sich verändert (n = 15, p < 0,001), am deutlichsten ab 2017, aber ein plötzlicher Bruch ist von einer allmählichen Veränderung nicht zu unterscheiden. Es wird kein Bruch vorgeschlagen.",
          "en": "2008–2022: the level has changed (n = 15, p < 0.001), most clearly from 2017, but a sudden break cannot be told from a gradual change. No break is suggested.",
          "fr": "2008–2022 : le niveau a changé (n = 15 ; p < 0,001), le plus nettement à partir de 2017, mais une rupture soudaine ne se distingue pas d’une évolution graduelle. Aucune rupture n’est suggérée.",
          "nl": "2008–2022: het niveau is veranderd (n = 15, p < 0,001), het duidelijkst vanaf 2017, maar een plotselinge breuk is niet te onderscheiden van een geleidelijke verandering. Er wordt geen breuk voorgesteld.",
        },
        {
          "de": "Die Streuung hat sich verändert (n = 60, p < 0,001), am deutlichsten ab Wert 31. Ob das plötzlich geschah, wurde nicht untersucht. Es wird kein Bruch vorgeschlagen.",
          "en": "The scatter has changed (n = 60, p < 0.001), most clearly from value 31. Whether that was sudden was not examined. No break is suggested.",
          "fr": "La dispersion a changé (n = 60 ; p < 0,001), le plus nettement à partir de la valeur 31. Il n’a pas été examiné si ce changement est soudain. Aucune rupture n’est suggérée.",
          "nl": "De spreiding is veranderd (n = 60, p < 0,001), het duidelijkst vanaf waarde 31. Of dat plotseling gebeurde, is niet onderzocht. Er wordt geen breuk voorgesteld.",
        },
        {
          "de": "Ein Bruch lässt sich nicht nachweisen (n = 60): Die beste Teilung (ab Wert 3) bringt 4,58, nötig wären mehr als 12,3. Das beweist nicht, dass sich nichts verändert hat.",
          "en": "No break can be shown (n = 60): the best split (from value 3) gains 4.58 and would have to gain more than 12.3. That does not prove that nothing changed.",
          "fr": "Aucune rupture ne peut être démontrée (n = 60) : la meilleure coupure (à partir de la valeur 3) apporte 4,58, il faudrait plus de 12,3. Cela ne prouve pas que rien n’a changé.",
          "nl": "Er is geen breuk aantoonbaar (n = 60): de beste splitsing (vanaf waarde 3) levert 4,58 op en zou meer dan 12,3 moeten opleveren. Dat bewijst niet dat er niets is veranderd.",
        },
        {
          "de": "Keine Aussage möglich (n = 3): Bei so wenigen Werten kann selbst ein deutlicher Sprung Zufall sein.",
          "en": "No conclusion possible (n = 3): with so few values even a clear jump may be chance.",
          "fr": "Aucune conclusion possible (n = 3) : avec si peu de valeurs, même un saut net peut être dû au hasard.",
          "nl": "Geen conclusie mogelijk (n = 3): met zo weinig waarden kan zelfs een duidelijke sprong toeval zijn.",
        },
        {
          "de": "Keine Aussage möglich: Alle Werte sind gleich (n = 3).",
          "en": "No conclusion possible: all values are equal (n = 3).",
          "fr": "Aucune conclusion possible : toutes les valeurs sont égales (n = 3).",
          "nl": "Geen conclusie mogelijk: alle waarden zijn gelijk (n = 3).",
        },
      ]
    `);
  });

  it('turning points', () => {
    const all = [
      joinpoint(rotterdam, { periods: years(2016, 10), permutations: 499, controls: true }),
      joinpoint(drugOffences.DE, { periods: years(2008, 15), permutations: 499, controls: true }),
      joinpoint(drugOffences.NL, {
        periods: years(2008, 15),
        permutations: 0,
        errors: drugOffences.NL.map(Math.sqrt),
        controls: true,
      }),
      joinpoint(nile.slice(0, 12), { permutations: 499, controls: true }),
      joinpoint(discoveries.slice(0, 6), { model: 'poisson', controls: true }),
      joinpoint([0, 1, 0, 0, 2, 1, 0, 3], { model: 'poisson', controls: true }),
      joinpoint([90, 150, 260, 430, 700, 1180, 1900, 1240, 800, 505, 330, 210, 140], {
        permutations: 0,
        controls: true,
      }),
    ];
    expect(all.map(({ says }) => says)).toMatchInlineSnapshot(`
      [
        {
          "de": "2016–2025: Der Trend ändert sich 2021 (95-%-Intervall 2020–2023; n = 10; p = 0,012). 2016–2021: +57,5 % pro Jahr (95-%-Intervall +7 % bis +133 %); 2021–2025: keine Richtung nachweisbar (95-%-Intervall −61,1 % bis +17,2 %). Das beruht auf den letzten beiden Werten (2024 und 2025): Ohne sie lässt sich keine Änderung des Trends nachweisen.",
          "en": "2016–2025: the trend changes in 2021 (95% interval 2020–2023; n = 10; p = 0.012). 2016–2021: +57.5% a year (95% interval +7% to +133%); 2021–2025: no direction can be shown (95% interval −61.1% to +17.2%). This rests on the last two values (2024 and 2025): without them no change of the trend can be shown.",
          "fr": "2016–2025 : la tendance change en 2021 (intervalle à 95 % 2020–2023 ; n = 10 ; p = 0,012). 2016–2021 : +57,5 % par an (intervalle à 95 % de +7 % à +133 %) ; 2021–2025 : aucune direction démontrable (intervalle à 95 % de −61,1 % à +17,2 %). Cela repose sur les deux dernières valeurs (2024 et 2025) : sans elles, aucun changement de tendance ne peut être démontré.",
          "nl": "2016–2025: de trend verandert in 2021 (95%-interval 2020–2023; n = 10; p = 0,012). 2016–2021: +57,5% per jaar (95%-interval +7% tot +133%); 2021–2025: geen richting aantoonbaar (95%-interval −61,1% tot +17,2%). Dat rust op de laatste twee waarden (2024 en 2025): zonder die twee is geen verandering van de trend aantoonbaar.",
        },
        {
          "de": "2008–2022: Der Trend ändert sich 2-mal (n = 15; p = 0,004): 2012 (95-%-Intervall 2011–2012) und 2019 (2018–2020). 2008–2012: keine Richtung nachweisbar (95-%-Intervall −1,75 % bis +1,95 %); 2012–2019: +6,56 % pro Jahr (95-%-Intervall +5,51 % bis +7,62 %); 2019–2022: keine Richtung nachweisbar (95-%-Intervall −4,99 % bis +0,72 %).",
          "en": "2008–2022: the trend changes twice (n = 15; p = 0.004): in 2012 (95% interval 2011–2012) and 2019 (2018–2020). 2008–2012: no direction can be shown (95% interval −1.75% to +1.95%); 2012–2019: +6.56% a year (95% interval +5.51% to +7.62%); 2019–2022: no direction can be shown (95% interval −4.99% to +0.72%).",
          "fr": "2008–2022 : la tendance change 2 fois (n = 15 ; p = 0,004) : en 2012 (intervalle à 95 % 2011–2012) et 2019 (2018–2020). 2008–2012 : aucune direction démontrable (intervalle à 95 % de −1,75 % à +1,95 %) ; 2012–2019 : +6,56 % par an (intervalle à 95 % de +5,51 % à +7,62 %) ; 2019–2022 : aucune direction démontrable (intervalle à 95 % de −4,99 % à +0,72 %).",
          "nl": "2008–2022: de trend verandert 2 keer (n = 15; p = 0,004): in 2012 (95%-interval 2011–2012) en 2019 (2018–2020). 2008–2012: geen richting aantoonbaar (95%-interval −1,75% tot +1,95%); 2012–2019: +6,56% per jaar (95%-interval +5,51% tot +7,62%); 2019–2022: geen richting aantoonbaar (95%-interval −4,99% tot +0,72%).",
        },
        {
          "de": "2008–2022: Ob sich der Trend ändert, hängt vom Kriterium ab (n = 15). Zahl der Änderungen: BIC 1 (2017), BIC3 0, WBIC 0. Eine Änderung ist damit nicht nachgewiesen.",
          "en": "2008–2022: whether the trend changes depends on the criterion (n = 15). Number of changes: BIC 1 (2017), BIC3 0, WBIC 0. A change is therefore not shown.",
          "fr": "2008–2022 : que la tendance change ou non dépend du critère (n = 15). Nombre de changements : BIC 1 (2017), BIC3 0, WBIC 0. Un changement n’est donc pas démontré.",
          "nl": "2008–2022: of de trend verandert, hangt af van het criterium (n = 15). Aantal veranderingen: BIC 1 (2017), BIC3 0, WBIC 0. Een verandering is daarmee niet aangetoond.",
        },
        {
          "de": "Eine Änderung des Trends lässt sich nicht nachweisen (n = 12; p = 1,000). Das beweist nicht, dass der Trend gleich blieb. Werte 1–12: keine Richtung nachweisbar (95-%-Intervall −3,32 % bis +2,18 %).",
          "en": "No change of the trend can be shown (n = 12; p = 1.000). That does not prove that the trend stayed the same. Values 1–12: no direction can be shown (95% interval −3.32% to +2.18%).",
          "fr": "Aucun changement de tendance ne peut être démontré (n = 12 ; p = 1,000). Cela ne prouve pas que la tendance est restée la même. Valeurs 1–12 : aucune direction démontrable (intervalle à 95 % de −3,32 % à +2,18 %).",
          "nl": "Er is geen verandering van de trend aantoonbaar (n = 12; p = 1,000). Dat bewijst niet dat de trend gelijk bleef. Waarden 1–12: geen richting aantoonbaar (95%-interval −3,32% tot +2,18%).",
        },
        {
          "de": "Keine Aussage möglich (n = 6): Bei so wenigen Werten lässt sich nicht prüfen, ob sich der Trend ändert.",
          "en": "No conclusion possible (n = 6): with so few values it cannot be examined whether the trend changes.",
          "fr": "Aucune conclusion possible (n = 6) : avec si peu de valeurs, on ne peut pas vérifier si la tendance change.",
          "nl": "Geen conclusie mogelijk (n = 6): met zo weinig waarden is niet na te gaan of de trend verandert.",
        },
        {
          "de": "Keine Aussage möglich (n = 8): Insgesamt wurden weniger als 10 Fälle gezählt, zu wenige für einen Prozentsatz.",
          "en": "No conclusion possible (n = 8): fewer than 10 were counted in all, too few for a percentage.",
          "fr": "Aucune conclusion possible (n = 8) : moins de 10 cas ont été comptés en tout, trop peu pour un pourcentage.",
          "nl": "Geen conclusie mogelijk (n = 8): in totaal zijn er minder dan 10 geteld, te weinig voor een percentage.",
        },
        {
          "de": "Der Trend ändert sich 2-mal (n = 13): bei Wert 3 (95-%-Intervall 3–7) und 7 (7–11). Das wurde nicht durch Permutation geprüft und kann Zufall sein. Werte 1–3: +70,4 % pro Zeitabschnitt (95-%-Intervall +61,6 % bis +79,7 %); Werte 3–7: +64,8 % pro Zeitabschnitt (95-%-Intervall +60,5 % bis +69,2 %); Werte 7–13: −35,5 % pro Zeitabschnitt (95-%-Intervall −36,1 % bis −35,0 %). Die Intervalle sprechen für einen Höchststand bei Wert 7. Ein Teil beruht auf den letzten beiden Werten (12 und 13): Ohne sie ändert sich der Trend 1- statt 2-mal.",
          "en": "The trend changes twice (n = 13): at value 3 (95% interval 3–7) and 7 (7–11). This was not tested by permutation and may be chance. Values 1–3: +70.4% a period (95% interval +61.6% to +79.7%); values 3–7: +64.8% a period (95% interval +60.5% to +69.2%); values 7–13: −35.5% a period (95% interval −36.1% to −35.0%). The intervals point to a peak at value 7. Part of it rests on the last two values (12 and 13): without them the trend changes 1 instead of 2 times.",
          "fr": "La tendance change 2 fois (n = 13) : à la valeur 3 (intervalle à 95 % 3–7) et 7 (7–11). Cela n’a pas été testé par permutation et peut être dû au hasard. Valeurs 1–3 : +70,4 % par période (intervalle à 95 % de +61,6 % à +79,7 %) ; valeurs 3–7 : +64,8 % par période (intervalle à 95 % de +60,5 % à +69,2 %) ; valeurs 7–13 : −35,5 % par période (intervalle à 95 % de −36,1 % à −35,0 %). Les intervalles indiquent un pic à la valeur 7. Une partie repose sur les deux dernières valeurs (12 et 13) : sans elles, la tendance change 1 fois au lieu de 2.",
          "nl": "De trend verandert 2 keer (n = 13): bij waarde 3 (95%-interval 3–7) en 7 (7–11). Dat is niet met permutaties getoetst en kan toeval zijn. Waarden 1–3: +70,4% per periode (95%-interval +61,6% tot +79,7%); waarden 3–7: +64,8% per periode (95%-interval +60,5% tot +69,2%); waarden 7–13: −35,5% per periode (95%-interval −36,1% tot −35,0%). De intervallen wijzen op een piek bij waarde 7. Een deel rust op de laatste twee waarden (12 en 13): zonder die twee verandert de trend 1 in plaats van 2 keer.",
        },
      ]
    `);
  });

  it('without data on controls they say that effort may explain a change', () => {
    for (const { says } of [changePoints(nile), joinpoint(rotterdam, { permutations: 0 })]) {
      expect(says.nl).toContain('Er zijn geen gegevens over controles');
      expect(says.en).toContain('There are no data on controls');
    }
  });
});
