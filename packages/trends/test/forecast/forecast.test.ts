import { type Forecast, forecast } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { rotterdam } from '../reference.ts';
import { accidentalDeaths, lakeHuron, maleDeaths, nileFlow } from '../season/series.ts';

const zeros = [
  0, 0, 3, 0, 0, 0, 2, 0, 5, 0, 1, 0, 0, 0, 0, 4, 0, 0, 2, 0, 0, 1, 0, 0, 3, 0, 0, 0, 1,
];
const column = (result: Forecast, name: 'value' | 'low' | 'high'): number[] =>
  result.steps.map((step) => step[name]);

describe('forecasts equal R 4.2.2, forecast 8.20', () => {
  it('naive(Nile, 5, level = 80)', () => {
    const result = forecast(nileFlow, { method: 'naive', horizon: 5 });
    expect(column(result, 'value')).toEqual([740, 740, 740, 740, 740]);
    for (const [i, low] of [
      525.564844879, 436.742895378, 368.587416401, 311.129689757, 260.508416383,
    ].entries())
      expect(result.steps[i]?.low).toBeCloseTo(low, 8);
  });

  it('rwf(Nile, 5, drift = TRUE, level = 80)', () => {
    const result = forecast(nileFlow, { method: 'drift', horizon: 5 });
    expect(result.steps[4]?.value).toBeCloseTo(720.808080808, 8);
    expect(result.steps[4]?.low).toBeCloseTo(226.986209933, 8);
    expect(result.steps[1]?.high).toBeCloseTo(1040.106023213, 8);
  });

  it('snaive(USAccDeaths, 14, level = 80)', () => {
    const result = forecast(accidentalDeaths, {
      method: 'seasonal_naive',
      period: 12,
      horizon: 14,
    });
    expect(result.steps[11]?.value).toBe(9240);
    expect(result.steps[0]?.low).toBeCloseTo(7119.0931929, 6);
    expect(result.steps[13]?.high).toBeCloseTo(7905.85932955, 6);
  });

  it('ets(LakeHuron): 80% intervals', () => {
    const result = forecast(lakeHuron, { method: 'ets', horizon: 2 });
    expect(result.steps[0]?.low).toBeCloseTo(579.000018751, 4);
    expect(result.interval?.high).toBeCloseTo(581.317533497, 4);
  });

  it('stlf(y, s.window = "periodic", method = "ets", etsmodel = "ANN"): middles, R stopping 0.02 short in likelihood', () => {
    const weeks = Array.from({ length: 260 }, (_, i) =>
      Math.round(50 + 20 * Math.sin((2 * Math.PI * i) / 52) + ((i * 7919) % 23)),
    );
    const result = forecast(weeks, { period: 52, horizon: 3, method: 'stl_ets', origins: 3 });
    expect(result.details.model).toBe('STL + ETS(A,N,N)');
    for (const [i, mean] of [60.4233820558, 64.8193730541, 65.6153639787].entries())
      expect(result.steps[i]?.value).toBeCloseTo(mean, 0);
  });
});

describe('the back-test', () => {
  it('of a short series, by hand', () => {
    // First four seen: naive says 5, 4, 6 where 4, 6, 8 came; the changes seen average 2, 1.75 and 1.8.
    const { details, tests } = forecast([1, 3, 2, 5, 4, 6, 8], { method: 'naive' });
    expect(details).toMatchObject({ origins: 3, tested: 3 });
    expect(details.error).toBeCloseTo(5 / 3, 12);
    expect(details.mase).toBeCloseTo((1 / 2 + 2 / 1.75 + 2 / 1.8) / 3, 12);
    // Interval scores by the definition of Bracher et al. 2021, sigma^2 the mean squared change seen.
    const z = [0.674489750196082, 1.2815515655446, 1.95996398454005];
    const score = (error: number, sigma: number): number =>
      [0.5, 0.2, 0.05].reduce((sum, alpha, i) => {
        const half = (z[i] as number) * sigma;
        return sum + (alpha / 2) * (2 * half + (2 / alpha) * Math.max(0, error - half));
      }, error / 2) / 3.5;
    const sigmas = [14 / 3, 15 / 4, 19 / 5].map(Math.sqrt) as [number, number, number];
    const wis = (score(1, sigmas[0]) + score(2, sigmas[1]) + score(2, sigmas[2])) / 3;
    expect(details.wis).toBeCloseTo(wis, 9);
    expect(tests.map(({ method }) => method)).toEqual(['naive', 'drift']);
  });

  it('sees nothing of what comes after: another last value changes its own error only', () => {
    const errorOf = (last: number): number =>
      forecast([...nileFlow.slice(0, 40), last], { origins: 3 }).tests[2]?.error as number;
    expect((errorOf(3000) - errorOf(2000)) * 3).toBeCloseTo(1000, 8);
  });

  it('tests each step as often as the past allows', () => {
    const { details } = forecast(maleDeaths, { period: 12, horizon: 12, method: 'naive' });
    expect(details).toMatchObject({ origins: 30, tested: 30 * 12 - 66 });
  });
});

describe('which method', () => {
  it('exponential smoothing where it did better', () => {
    const { details, says } = forecast(maleDeaths, { period: 12, controls: true });
    expect(details).toMatchObject({ verdict: 'better', used: 'ets', model: 'ETS(A,A,A)' });
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Für den nächsten Zeitabschnitt ist ein Wert von 1.878 zu erwarten, wenn sich das Bisherige fortsetzt (80-%-Intervall 1.660 bis 2.125; n = 72; die exponentielle Glättung, ETS(A,A,A)). Bei 30 solchen Prognosen der Vergangenheit, erstellt nur mit dem damals Bekannten, betrug der Fehler im Mittel 103, und der Wert lag 24-mal im 80-%-Intervall (80 %). Damit war dieses Verfahren besser als die Fortschreibung des Werts des vorigen Zyklus (Fehler und Intervallbreite zusammen 31 % kleiner).",
        "en": "For the next period a value of 1,878 is to be expected if the past goes on (80% interval 1,660 to 2,125; n = 72; exponential smoothing, ETS(A,A,A)). In 30 such forecasts of the past, made with only what was known then, the error was 103 on average and the 80% interval held the value in 24 of them (80%). That was better than repeating the value of one cycle earlier (error and width of the interval together 31% smaller).",
        "fr": "Pour la période suivante, la valeur à attendre est de 1 878 si le passé se prolonge (intervalle à 80 % de 1 660 à 2 125 ; n = 72 ; la méthode du lissage exponentiel, ETS(A,A,A)). Sur 30 prévisions passées de ce type, faites avec les seules données alors connues, l’erreur était en moyenne de 103 et la valeur se trouvait 24 fois dans l’intervalle à 80 % (80 %). Cette méthode a ainsi fait mieux que la répétition de la valeur du cycle précédent (erreur et largeur de l’intervalle réunies : 31 % de moins).",
        "nl": "Voor de volgende periode is 1.878 te verwachten als het verleden zich voortzet (80%-interval 1.660 tot 2.125; n = 72; exponentiële afvlakking, ETS(A,A,A)). Bij 30 zulke voorspellingen van het verleden, gemaakt met alleen wat toen bekend was, was de fout gemiddeld 103 en lag de waarde 24 keer binnen het 80%-interval (80%). Daarmee was deze methode beter dan de herhaling van de waarde van één cyclus eerder (fout en intervalbreedte samen 31% kleiner).",
      }
    `);
  });

  it('the last value where the model did no better, and the sentence says so', () => {
    const { details, says, method } = forecast(lakeHuron, { horizon: 3, controls: true });
    expect(details).toMatchObject({ verdict: 'no_better', used: 'naive', benchmark: 'naive' });
    expect(method).toBe('Forecast, naive');
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "In 3 Zeitabschnitten ist ein Wert von 580 zu erwarten, wenn sich das Bisherige fortsetzt (80-%-Intervall 578 bis 582; n = 98; die Fortschreibung des letzten Werts). Bei 87 solchen Prognosen der Vergangenheit (1 bis 3 Zeitabschnitte im Voraus, von 30 Zeitpunkten aus), erstellt nur mit dem damals Bekannten, betrug der Fehler im Mittel 1,01, und der Wert lag 58-mal im 80-%-Intervall (67 %). An der Vergangenheit gemessen war die exponentielle Glättung nicht besser als die Fortschreibung des letzten Werts; deshalb wird diese hier angegeben.",
        "en": "3 periods ahead a value of 580 is to be expected if the past goes on (80% interval 578 to 582; n = 98; repeating the last value). In 87 such forecasts of the past (1 to 3 periods ahead, from 30 moments), made with only what was known then, the error was 1.01 on average and the 80% interval held the value in 58 of them (67%). On the past, exponential smoothing was no better than repeating the last value, which is therefore given here.",
        "fr": "Dans 3 périodes, la valeur à attendre est de 580 si le passé se prolonge (intervalle à 80 % de 578 à 582 ; n = 98 ; la répétition de la dernière valeur). Sur 87 prévisions passées de ce type (de 1 à 3 périodes à l’avance, à partir de 30 moments), faites avec les seules données alors connues, l’erreur était en moyenne de 1,01 et la valeur se trouvait 58 fois dans l’intervalle à 80 % (67 %). Sur le passé, la méthode du lissage exponentiel n’a pas fait mieux que la répétition de la dernière valeur ; c’est donc cette dernière qui est donnée ici.",
        "nl": "Over 3 perioden is 580 te verwachten als het verleden zich voortzet (80%-interval 578 tot 582; n = 98; de herhaling van de laatste waarde). Bij 87 zulke voorspellingen van het verleden (1 tot 3 perioden vooruit, vanaf 30 momenten), gemaakt met alleen wat toen bekend was, was de fout gemiddeld 1,01 en lag de waarde 58 keer binnen het 80%-interval (67%). Op het verleden was exponentiële afvlakking niet beter dan de herhaling van de laatste waarde; daarom wordt die hier gegeven.",
      }
    `);
    const asked = forecast(lakeHuron, { method: 'ets', horizon: 3 });
    expect(asked.details).toMatchObject({ verdict: 'no_better', used: 'ets' });
    expect(asked.says.en).toContain('was no better than repeating the last value.');
  });

  it('no model for ten years: the cocaine of Rotterdam', () => {
    const { details, says, tests, confidence } = forecast(rotterdam, {
      unit: 'kg',
      periods: ['2026'],
    });
    expect(tests.map((test) => test.method)).toEqual(['naive', 'drift']);
    expect(details).toMatchObject({
      verdict: 'only_benchmarks',
      used: 'naive',
      scale: 'log',
      origins: 5,
      held: 5,
    });
    expect(confidence).toBe('low');
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Für 2026 ist ein Wert von 11.466 kg zu erwarten, wenn sich das Bisherige fortsetzt (80-%-Intervall 4.396 bis 29.906; n = 10; die Fortschreibung des letzten Werts). Bei 5 solchen Prognosen der Vergangenheit, erstellt nur mit dem damals Bekannten, betrug der Fehler im Mittel 17.807 kg, und der Wert lag 5-mal im 80-%-Intervall (100 %). Mit so wenigen Werten lassen sich nur die einfachsten Prognosen vertreten, ohne Modell. Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.",
        "en": "For 2026 a value of 11,466 kg is to be expected if the past goes on (80% interval 4,396 to 29,906; n = 10; repeating the last value). In 5 such forecasts of the past, made with only what was known then, the error was 17,807 kg on average and the 80% interval held the value in 5 of them (100%). With so few values only the simplest forecasts can be defended, without a model. There are no data on controls: more or fewer checks may explain or hide a change.",
        "fr": "Pour 2026, la valeur à attendre est de 11 466 kg si le passé se prolonge (intervalle à 80 % de 4 396 à 29 906 ; n = 10 ; la répétition de la dernière valeur). Sur 5 prévisions passées de ce type, faites avec les seules données alors connues, l’erreur était en moyenne de 17 807 kg et la valeur se trouvait 5 fois dans l’intervalle à 80 % (100 %). Avec si peu de valeurs, seules les prévisions les plus simples se justifient, sans modèle. Il n’y a pas de données sur les contrôles : des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.",
        "nl": "Voor 2026 is 11.466 kg te verwachten als het verleden zich voortzet (80%-interval 4.396 tot 29.906; n = 10; de herhaling van de laatste waarde). Bij 5 zulke voorspellingen van het verleden, gemaakt met alleen wat toen bekend was, was de fout gemiddeld 17.807 kg en lag de waarde 5 keer binnen het 80%-interval (100%). Met zo weinig waarden zijn alleen de eenvoudigste voorspellingen te verantwoorden, zonder model. Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.",
      }
    `);
  });

  it('a method for zeros where three in four periods hold nothing', () => {
    const { details, says, interval, estimate } = forecast(zeros, { counts: true, horizon: 3 });
    expect(details).toMatchObject({ used: 'sba', pattern: 'intermittent', verdict: 'better' });
    expect(details.average).toBeGreaterThan(0.3);
    expect([estimate, interval?.low]).toEqual([0, 0]);
    expect(says.en).toMatchInlineSnapshot(
      `"3 periods ahead a value of 0 is to be expected if the past goes on, on average 0.77 a period (80% interval 0 to 3; n = 29; the method of Syntetos and Boylan). In 54 such forecasts of the past (1 to 3 periods ahead, from 19 moments), made with only what was known then, the error was 0.63 on average and the 80% interval held the value in 51 of them (94%). On average one period in 3.22 holds anything, so a method for series full of zeros was tried. That was better than repeating the last value (error and width of the interval together 36% smaller). There are no data on controls: more or fewer checks may explain or hide a change."`,
    );
  });

  it('one whose forecast falls where the zeros at the end are too many for chance', () => {
    const stopped = [...zeros, ...new Array<number>(12).fill(0)];
    const { details } = forecast(stopped, { counts: true });
    expect(details.used).toBe('tsb');
    expect(details.why).toContain('more zeros at the end');
    expect(details.average).toBeLessThan(forecast(zeros, { counts: true }).details.average);
  });

  it('says that an interval was too narrow', () => {
    const jumpy = Array.from({ length: 60 }, (_, i) =>
      i < 40 ? 100 + (i % 2) : 100 + 70 * ((i * i) % 3) + (i % 2),
    );
    const { details, warnings, says, confidence } = forecast(jumpy, { method: 'drift' });
    expect(details.tooNarrow).toBe('yes');
    expect(confidence).toBe('low');
    expect(warnings.map(({ en }) => en)).toContain(
      'the interval held fewer values of the past than it should have',
    );
    expect(says.de).toContain('Das Intervall ist zu schmal');
  });
});

describe('the scale', () => {
  const grown = Array.from({ length: 40 }, (_, t) =>
    Math.round(20 * 1.08 ** t * (1 + 0.15 * Math.sin(7 * t))),
  );

  it('is that on which growth is a line and errors are even', () => {
    const { details, interval } = forecast(grown, { counts: true, level: 0.9 });
    expect(details.scale).toBe('log');
    expect((interval?.high as number) > (grown[39] as number)).toBe(true);
    const even = Array.from({ length: 40 }, (_, t) => 100 + 30 * t + 20 * Math.sin(7 * t));
    expect(forecast(even).details.scale).toBe('linear');
    expect(forecast(zeros, { counts: true }).details.scale).toBe('linear');
    expect(forecast(even.map((value) => value - 150)).details.scale).toBe('linear');
  });

  it('is that of the values where a method is asked for, as in R, and what is asked for', () => {
    expect(forecast(grown, { method: 'drift' }).details.scale).toBe('linear');
    expect(forecast(grown, { method: 'drift', scale: 'auto' }).details.scale).toBe('log');
    const root = forecast([0, 3, 4, 2, 6, 5, 3, 7, 4, 5], { scale: 'sqrt' });
    expect(root.interval?.low).toBeGreaterThanOrEqual(0);
    expect(() => forecast(grown, { scale: 'cubic' as never })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`scale\` must be auto, linear, sqrt or log, got cubic]`,
    );
    expect(() =>
      forecast([-1, 3, 4, 2, 6, 5, 3, 7, 4, 5], { scale: 'sqrt' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The square root of a value below zero cannot be taken. Leave \`scale: 'sqrt'\` out.]`,
    );
  });
});

describe('shapes', () => {
  it('without values below zero no interval is below zero; with them it may be', () => {
    expect(forecast(rotterdam, { scale: 'linear' }).interval?.low).toBe(0);
    expect(forecast(rotterdam).interval?.low).toBeGreaterThan(0);
    expect(forecast(rotterdam.map((value) => value - 6000)).interval?.low).toBeLessThan(0);
  });

  it('follows from its seed', () => {
    const highs = (seed: number) => forecast(zeros, { seed, level: 0.9 }).interval?.high;
    expect(highs(1)).toBe(highs(1));
    expect(forecast(zeros, { seed: 2 })).toEqual(forecast(zeros, { seed: 2 }));
  });
});
